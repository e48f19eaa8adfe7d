package app.tauri

/** What Gradle makes of Tauri's library. */
object BuildConfig {
    const val DEBUG = true
}
