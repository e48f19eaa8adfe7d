package app.handrail.Handrail

import android.content.res.Configuration
import android.os.Build
import android.os.Bundle
import android.view.View
import android.view.WindowManager
import android.webkit.WebView
import androidx.activity.enableEdgeToEdge
import androidx.core.view.ViewCompat
import androidx.core.view.WindowInsetsCompat

/** The app's one window: what it keeps from others, and how the page fits into it. */
class MainActivity : TauriActivity() {
  override fun onCreate(savedInstanceState: Bundle?) {
    // Before anything is drawn: no screenshot, no recording, no picture among the recent apps.
    window.setFlags(WindowManager.LayoutParams.FLAG_SECURE, WindowManager.LayoutParams.FLAG_SECURE)
    enableEdgeToEdge()
    super.onCreate(savedInstanceState)
    if (Build.VERSION.SDK_INT >= Build.VERSION_CODES.O) {
      window.decorView.importantForAutofill = View.IMPORTANT_FOR_AUTOFILL_NO_EXCLUDE_DESCENDANTS
    }
    keepClear(findViewById<View>(android.R.id.content))
  }

  override fun onWebViewCreate(webView: WebView) {
    // The page takes the size of the system's letters by itself; a web view would grow letters alone, and not the room
    // around them.
    webView.settings.textZoom = 100
  }

  override fun onConfigurationChanged(newConfig: Configuration) {
    super.onConfigurationChanged(newConfig)
    // Day or night: what stands behind the page and the system's own signs follow, as at the start.
    window.setBackgroundDrawableResource(R.color.paper)
    enableEdgeToEdge()
  }

  /** The page ends where the system's bars, a cut-out or the keyboard begin. */
  private fun keepClear(content: View) {
    ViewCompat.setOnApplyWindowInsetsListener(content) { view, insets ->
      val taken = insets.getInsets(
        WindowInsetsCompat.Type.systemBars() or
          WindowInsetsCompat.Type.displayCutout() or
          WindowInsetsCompat.Type.ime()
      )
      view.setPadding(taken.left, taken.top, taken.right, taken.bottom)
      WindowInsetsCompat.CONSUMED
    }
  }
}
