package androidx.activity

// In this folder: as much of androidx as Tauri's Kotlin and our own call. Maven Central does not hold it.

abstract class OnBackPressedCallback(var isEnabled: Boolean) {
    abstract fun handleOnBackPressed()
}

class OnBackPressedDispatcher {
    @Suppress("UNUSED_PARAMETER")
    fun addCallback(owner: Any, callback: OnBackPressedCallback) = Unit
}
