//! How the system's web view draws the page.

use tauri::WebviewWindow;

/// Has the processor draw: the page is text, lines and a few small drawings, and a graphics driver
/// would take up more memory than everything else together.
///
/// # Errors
/// When the window is gone already.
pub fn draw_plainly(window: &WebviewWindow) -> tauri::Result<()> {
    use webkit2gtk::{HardwareAccelerationPolicy, SettingsExt, WebViewExt};
    window.with_webview(|view| {
        if let Some(settings) = view.inner().settings() {
            settings.set_hardware_acceleration_policy(HardwareAccelerationPolicy::Never);
        }
    })
}
