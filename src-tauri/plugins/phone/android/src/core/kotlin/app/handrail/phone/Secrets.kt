package app.handrail.phone

import android.content.Context
import android.security.keystore.KeyGenParameterSpec
import android.security.keystore.KeyProperties
import java.io.File
import java.io.FileNotFoundException
import java.io.IOException
import java.security.GeneralSecurityException
import java.security.KeyStore
import java.security.MessageDigest
import javax.crypto.Cipher
import javax.crypto.KeyGenerator
import javax.crypto.SecretKey
import javax.crypto.spec.GCMParameterSpec

/**
 * Secrets, each sealed with AES-256-GCM by a key of its own that never leaves Android's key store. What is sealed lies
 * in the folder that Android keeps out of every backup; on another phone it opens nothing.
 */
internal class Secrets(private val context: Context) {
    /**
     * Keeps one, in place of an earlier one of that name; whole or not at all.
     *
     * @throws IllegalArgumentException where it is not of [SECRET_BYTES].
     * @throws GeneralSecurityException where the key store refuses.
     * @throws IOException where it could not be written.
     */
    fun keep(name: String, secret: ByteArray) {
        require(secret.size == SECRET_BYTES)
        val cipher = Cipher.getInstance(CIPHER)
        cipher.init(Cipher.ENCRYPT_MODE, key(name) ?: newKey(name))
        cipher.updateAAD(name.toByteArray())
        val sealed = cipher.doFinal(secret)
        val file = file(name)
        file.parentFile?.mkdirs()
        file.putWhole(cipher.iv + sealed)
    }

    /**
     * The one of that name; `null`: there is none, or its key is gone for good.
     *
     * @throws GeneralSecurityException where the key store refuses, or what lies there was not sealed by it.
     * @throws IOException where it could not be read.
     */
    fun secret(name: String): ByteArray? {
        val sealed = try {
            file(name).readBytes()
        } catch (_: FileNotFoundException) {
            return null
        }
        val key = key(name) ?: return null
        if (sealed.size <= IV_BYTES) throw GeneralSecurityException()
        val cipher = Cipher.getInstance(CIPHER)
        cipher.init(Cipher.DECRYPT_MODE, key, GCMParameterSpec(TAG_BITS, sealed, 0, IV_BYTES))
        cipher.updateAAD(name.toByteArray())
        return cipher.doFinal(sealed, IV_BYTES, sealed.size - IV_BYTES)
    }

    /**
     * Forgets the one of that name, and its key first: without it what may be left on the disk opens nothing.
     *
     * @throws GeneralSecurityException where the key store refuses.
     */
    fun forget(name: String) {
        store().deleteEntry(alias(name))
        file(name).delete()
    }

    private fun key(name: String): SecretKey? = store().getKey(alias(name), null) as SecretKey?

    private fun newKey(name: String): SecretKey {
        val generator = KeyGenerator.getInstance(KeyProperties.KEY_ALGORITHM_AES, STORE)
        val purposes = KeyProperties.PURPOSE_ENCRYPT or KeyProperties.PURPOSE_DECRYPT
        generator.init(
            KeyGenParameterSpec.Builder(alias(name), purposes)
                .setKeySize(KEY_BITS)
                .setBlockModes(KeyProperties.BLOCK_MODE_GCM)
                .setEncryptionPaddings(KeyProperties.ENCRYPTION_PADDING_NONE)
                .build(),
        )
        return generator.generateKey()
    }

    private fun store(): KeyStore = KeyStore.getInstance(STORE).apply { load(null) }

    private fun file(name: String) = File(File(context.noBackupFilesDir, "secrets"), hashed(name))

    private fun alias(name: String) = "app.handrail.phone.${hashed(name)}"

    /** So that any name is fit for a file. */
    private fun hashed(name: String): String =
        MessageDigest.getInstance("SHA-256").digest(name.toByteArray()).joinToString("") { "%02x".format(it) }

    private companion object {
        const val STORE = "AndroidKeyStore"
        const val CIPHER = "AES/GCM/NoPadding"
        const val KEY_BITS = 256
        const val SECRET_BYTES = 32
        const val IV_BYTES = 12
        const val TAG_BITS = 128
    }
}
