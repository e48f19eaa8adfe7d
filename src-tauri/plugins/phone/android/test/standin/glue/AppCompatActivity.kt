package androidx.appcompat.app

import android.app.Activity
import androidx.activity.OnBackPressedDispatcher
import androidx.activity.result.ActivityResultLauncher
import androidx.activity.result.contract.ActivityResultContract

open class AppCompatActivity : Activity() {
    val onBackPressedDispatcher = OnBackPressedDispatcher()
    val launchers = HashMap<Class<*>, ActivityResultLauncher<*>>()

    @Suppress("UNCHECKED_CAST")
    fun <I, O> registerForActivityResult(
        contract: ActivityResultContract<I, O>,
        callback: (O) -> Unit,
    ): ActivityResultLauncher<I> =
        ActivityResultLauncher<I> { callback(it as O) }.also { launchers[contract.javaClass] = it }
}
