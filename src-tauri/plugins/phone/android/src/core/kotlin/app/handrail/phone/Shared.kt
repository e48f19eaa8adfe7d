package app.handrail.phone

import android.content.Context
import java.io.File
import java.io.IOException

/** The file that is handed to another app, as long as that may read it: until the next one, or the next start. */
internal class Shared(context: Context) {
    private val folder = File(context.cacheDir, "shared")

    /** @throws IOException where it could not be written, or the name is none of a file. */
    fun put(name: String, bytes: ByteArray): File {
        if (name.isEmpty() || name != File(name).name || name.startsWith(".")) throw IOException()
        empty()
        folder.mkdirs()
        return File(folder, name).apply { writeBytes(bytes) }
    }

    /** Takes away what was shared before. */
    fun empty() {
        folder.deleteRecursively()
    }
}
