package app.handrail.phone

import android.content.Context
import android.os.SystemClock
import java.io.File
import java.io.IOException

/**
 * The file that is handed to another app, as long as that may read it: until the next one, the next start, or the
 * client's coming back after a while.
 *
 * @param clock goes on while the phone sleeps, and nobody sets it.
 */
internal class Shared(context: Context, private val clock: () -> Long = SystemClock::elapsedRealtime) {
    private val folder = File(context.cacheDir, "shared")
    private var since: Long? = null

    /** @throws IOException where it could not be written, or the name is none of a file. */
    fun put(name: String, bytes: ByteArray): File {
        if (name.isEmpty() || name != File(name).name || name.startsWith(".")) throw IOException()
        empty()
        folder.mkdirs()
        since = clock()
        return File(folder, name).apply { writeBytes(bytes) }
    }

    /** Takes away what was shared before. */
    fun empty() {
        folder.deleteRecursively()
        since = null
    }

    /** The same, once the other app had time enough to read it. */
    fun emptyWhenRead() {
        if (since?.let { clock() - it >= ENOUGH } == true) empty()
    }

    private companion object {
        /** Five minutes, in milliseconds. */
        const val ENOUGH = 5L * 60 * 1000
    }
}
