package app.handrail.phone

import android.content.Intent
import android.net.Uri
import android.os.Looper
import java.io.File
import java.io.IOException
import org.junit.Assert.assertEquals
import org.junit.Assert.assertFalse
import org.junit.Assert.assertThrows
import org.junit.Assert.assertTrue
import org.junit.Test
import org.junit.runner.RunWith
import org.robolectric.RobolectricTestRunner
import org.robolectric.Shadows.shadowOf
import org.robolectric.annotation.Config

@RunWith(RobolectricTestRunner::class)
@Config(sdk = [24, 35], application = TestApp::class)
class SharingTest {
    private val phone = Phone()
    private val folder = File(phone.context.cacheDir, "shared")

    @Test
    fun `only the latest shared file is there and it can be taken away`() {
        val shared = Shared(phone.context)
        shared.put("first.pdf", byteArrayOf(1))
        val second = shared.put("second.csv", byteArrayOf(2, 3))
        assertEquals(listOf("second.csv"), folder.list()!!.toList())
        assertEquals(listOf<Byte>(2, 3), second.readBytes().toList())
        shared.empty()
        assertFalse(folder.exists())
        shared.empty()
    }

    @Test
    fun `what was shared is taken away once the other app had five minutes to read it`() {
        var now = 10 * HOUR
        val shared = Shared(phone.context) { now }
        shared.put("a.pdf", byteArrayOf(1))
        now += 5 * MINUTE - 1
        shared.emptyWhenRead()
        assertTrue(folder.exists())
        shared.put("b.pdf", byteArrayOf(1))
        now += 1
        shared.emptyWhenRead()
        assertEquals(listOf("b.pdf"), folder.list()!!.toList())
        now += 5 * MINUTE
        shared.emptyWhenRead()
        assertFalse(folder.exists())
    }

    @Test
    fun `a name that leads elsewhere is refused`() {
        for (name in listOf("", ".", "..", "../a", "/a", "a/b", ".hidden")) {
            assertThrows(name, IOException::class.java) { Shared(phone.context).put(name, byteArrayOf(1)) }
        }
    }

    @Test
    fun `the sheet lends that one file to read`() {
        val file = Uri.parse("content://app.handrail.Handrail.shared/shared/record.pdf")
        val chooser = sheet(phone.context, file, "application/pdf")
        assertEquals(Intent.ACTION_CHOOSER, chooser.action)
        @Suppress("DEPRECATION")
        val send = chooser.getParcelableExtra<Intent>(Intent.EXTRA_INTENT)!!
        assertEquals(Intent.ACTION_SEND, send.action)
        assertEquals("application/pdf", send.type)
        assertEquals(file, send.clipData!!.getItemAt(0).uri)
        val grants = Intent.FLAG_GRANT_READ_URI_PERMISSION or Intent.FLAG_GRANT_WRITE_URI_PERMISSION
        assertEquals(Intent.FLAG_GRANT_READ_URI_PERMISSION, send.flags and grants)
    }

    @Test
    fun `that an app was chosen is told once`() {
        var chosen = 0
        SharedReceiver.chosen = { chosen++ }
        val chooser = sheet(phone.context, Uri.EMPTY, "text/csv")
        // Android 15 calls it by another name.
        assertTrue(chooser.extras!!.keySet().any { it.endsWith("INTENT_SENDER") })
        repeat(2) { SharedReceiver().onReceive(phone.context, Intent()) }
        shadowOf(Looper.getMainLooper()).idle()
        assertEquals(1, chosen)
    }
}
