package app.handrail.phone

import java.io.File
import java.io.FileOutputStream
import java.io.IOException

/**
 * Puts those bytes in place of what the file held: whole, and on the disk when this returns.
 *
 * Android's own AtomicFile only logs what it could not put in place, and what was not kept must not seem to be.
 *
 * @throws IOException where it could not be written; the file is as it was.
 */
internal fun File.putWhole(bytes: ByteArray) {
    val new = File("$path.new")
    try {
        FileOutputStream(new).use {
            it.write(bytes)
            it.fd.sync()
        }
        if (!new.renameTo(this)) throw IOException()
    } finally {
        new.delete()
    }
}
