package androidx.test.platform.app

import android.app.Instrumentation
import android.os.Bundle

// In this folder: as much of androidx.test:monitor as Robolectric itself calls. Maven Central does not hold it.

object InstrumentationRegistry {
    private var current: Instrumentation? = null

    @JvmStatic
    fun registerInstance(instrumentation: Instrumentation?, @Suppress("UNUSED_PARAMETER") arguments: Bundle?) {
        current = instrumentation
    }

    @JvmStatic
    fun getInstrumentation(): Instrumentation = checkNotNull(current)
}
