package app.handrail.phone

import android.security.keystore.KeyGenParameterSpec
import java.io.InputStream
import java.io.OutputStream
import java.security.Key
import java.security.KeyStoreSpi
import java.security.Provider
import java.security.SecureRandom
import java.security.cert.Certificate
import java.security.spec.AlgorithmParameterSpec
import java.util.Collections
import java.util.Date
import javax.crypto.KeyGeneratorSpi
import javax.crypto.SecretKey
import javax.crypto.spec.SecretKeySpec

/** Android's key store as far as it is asked: Robolectric has none. */
@Suppress("DEPRECATION")
class StandInKeyStore : Provider("AndroidKeyStore", 1.0, "") {
    init {
        put("KeyStore.AndroidKeyStore", StandInStore::class.java.name)
        put("KeyGenerator.AES", StandInGenerator::class.java.name)
    }
}

object StandInKeys {
    val entries = HashMap<String, SecretKey>()
    var lastSpec: KeyGenParameterSpec? = null
}

class StandInGenerator : KeyGeneratorSpi() {
    override fun engineInit(spec: AlgorithmParameterSpec, random: SecureRandom?) {
        StandInKeys.lastSpec = spec as KeyGenParameterSpec
    }

    override fun engineInit(random: SecureRandom?) = error("unasked")

    override fun engineInit(size: Int, random: SecureRandom?) = error("unasked")

    override fun engineGenerateKey(): SecretKey {
        val spec = checkNotNull(StandInKeys.lastSpec)
        val bytes = ByteArray(spec.keySize / 8).also { SecureRandom().nextBytes(it) }
        return SecretKeySpec(bytes, "AES").also { StandInKeys.entries[spec.keystoreAlias] = it }
    }
}

class StandInStore : KeyStoreSpi() {
    private val entries get() = StandInKeys.entries

    override fun engineLoad(stream: InputStream?, password: CharArray?) = check(stream == null)

    override fun engineGetKey(alias: String, password: CharArray?): Key? = entries[alias]

    override fun engineDeleteEntry(alias: String) {
        entries.remove(alias)
    }

    override fun engineContainsAlias(alias: String) = alias in entries

    override fun engineIsKeyEntry(alias: String) = alias in entries

    override fun engineAliases() = Collections.enumeration(entries.keys)

    override fun engineSize() = entries.size

    override fun engineGetCertificateChain(alias: String): Array<Certificate>? = null

    override fun engineGetCertificate(alias: String): Certificate? = null

    override fun engineGetCreationDate(alias: String): Date? = null

    override fun engineIsCertificateEntry(alias: String) = false

    override fun engineGetCertificateAlias(certificate: Certificate): String? = null

    override fun engineSetKeyEntry(alias: String, key: Key, password: CharArray?, chain: Array<Certificate>?) =
        error("unasked")

    override fun engineSetKeyEntry(alias: String, key: ByteArray, chain: Array<Certificate>?) = error("unasked")

    override fun engineSetCertificateEntry(alias: String, certificate: Certificate) = error("unasked")

    override fun engineStore(stream: OutputStream?, password: CharArray?) = error("unasked")
}
