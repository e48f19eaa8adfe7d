package app.handrail.phone

import android.security.keystore.KeyProperties
import java.io.File
import java.io.IOException
import java.security.GeneralSecurityException
import java.security.Security
import org.junit.After
import org.junit.Assert.assertArrayEquals
import org.junit.Assert.assertEquals
import org.junit.Assert.assertFalse
import org.junit.Assert.assertNull
import org.junit.Assert.assertThrows
import org.junit.Before
import org.junit.Test
import org.junit.runner.RunWith
import org.robolectric.RobolectricTestRunner
import org.robolectric.annotation.Config

@RunWith(RobolectricTestRunner::class)
@Config(sdk = [24, 35], application = TestApp::class)
class SecretsTest {
    private val phone = Phone()
    private val secrets = Secrets(phone.context)
    private val folder = File(phone.context.noBackupFilesDir, "secrets")
    private val one = ByteArray(32) { it.toByte() }
    private val other = ByteArray(32) { 7 }

    @Before
    fun install() {
        StandInKeys.entries.clear()
        Security.addProvider(StandInKeyStore())
    }

    @After
    fun remove() = Security.removeProvider("AndroidKeyStore")

    @Test
    fun `a secret comes back as it was kept until it is forgotten`() {
        assertNull(secrets.secret("a"))
        secrets.keep("a", one)
        secrets.keep("b", other)
        assertArrayEquals(one, Secrets(phone.context).secret("a"))
        secrets.forget("a")
        assertNull(secrets.secret("a"))
        assertArrayEquals(other, secrets.secret("b"))
        secrets.forget("never kept")
    }

    @Test
    fun `a secret that is kept again takes the place of the earlier`() {
        secrets.keep("a", one)
        secrets.keep("a", other)
        assertArrayEquals(other, secrets.secret("a"))
        assertEquals(1, folder.list()!!.size)
    }

    @Test
    fun `what lies on the disk is sealed anew each time and says neither the secret nor its name`() {
        secrets.keep("name of a slot", one)
        val file = folder.listFiles()!!.single()
        val first = file.readBytes()
        secrets.keep("name of a slot", one)
        assertFalse(first.contentEquals(file.readBytes()))
        assertFalse(String(first, Charsets.ISO_8859_1).contains(String(one, Charsets.ISO_8859_1)))
        assertFalse(file.name.contains("name"))
    }

    @Test
    fun `the key is an AES key of 256 bits for GCM alone that stays in the key store`() {
        secrets.keep("a", one)
        val spec = StandInKeys.lastSpec!!
        assertEquals(256, spec.keySize)
        assertEquals(listOf(KeyProperties.BLOCK_MODE_GCM), spec.blockModes.toList())
        assertEquals(listOf(KeyProperties.ENCRYPTION_PADDING_NONE), spec.encryptionPaddings.toList())
        assertEquals(KeyProperties.PURPOSE_ENCRYPT or KeyProperties.PURPOSE_DECRYPT, spec.purposes)
        assertFalse(spec.isUserAuthenticationRequired)
        assertEquals(setOf(spec.keystoreAlias), StandInKeys.entries.keys)
    }

    @Test
    fun `what was sealed for one name does not open under another`() {
        secrets.keep("a", one)
        val ofA = folder.listFiles()!!.single()
        val key = StandInKeys.entries.values.single()
        secrets.keep("b", other)
        val ofB = folder.listFiles()!!.single { it != ofA }
        // The very same key and bytes: only the name differs.
        StandInKeys.entries.replaceAll { _, _ -> key }
        ofA.copyTo(ofB, overwrite = true)
        assertArrayEquals(one, secrets.secret("a"))
        assertThrows(GeneralSecurityException::class.java) { secrets.secret("b") }
    }

    @Test
    fun `what is no secret of 32 bytes is not kept`() {
        for (size in listOf(0, 31, 33)) {
            assertThrows(IllegalArgumentException::class.java) { secrets.keep("a", ByteArray(size)) }
        }
        assertNull(secrets.secret("a"))
    }

    @Test
    fun `what is damaged is an error and not another secret`() {
        secrets.keep("a", one)
        val file = folder.listFiles()!!.single()
        val whole = file.readBytes()
        val flipped = whole.clone().also { it[20] = (it[20].toInt() xor 1).toByte() }
        for (damaged in listOf(ByteArray(0), whole.copyOf(12), whole.copyOf(40), flipped)) {
            file.writeBytes(damaged)
            assertThrows(GeneralSecurityException::class.java) { secrets.secret("a") }
        }
    }

    @Test
    fun `a secret that cannot be written is refused and the earlier one holds`() {
        secrets.keep("a", one)
        val file = folder.listFiles()!!.single()
        check(file.resolveSibling("${file.name}.new").resolve("taken").mkdirs())
        assertThrows(IOException::class.java) { secrets.keep("a", other) }
        assertArrayEquals(one, secrets.secret("a"))
    }

    @Test
    fun `on another phone where the key is not there is no secret`() {
        secrets.keep("a", one)
        StandInKeys.entries.clear()
        assertNull(secrets.secret("a"))
        secrets.keep("a", other)
        assertArrayEquals(other, secrets.secret("a"))
    }
}
