//! How the system's web view shows the page, and what it lets go of.

use tauri::WebviewWindow;
use webkit2gtk::{HardwareAccelerationPolicy, SettingsExt, WebContextExt, WebViewExt};

/// Lets go of what is selected in the page and what was copied from it. Only what is ours is cleared. On the UI thread.
pub fn let_go_of_selections() {
    for selection in [gtk::gdk::SELECTION_PRIMARY, gtk::gdk::SELECTION_CLIPBOARD] {
        gtk::Clipboard::get(&selection).clear();
    }
}

/// Has the processor draw: the page is text, lines and a few small drawings, and a graphics driver would take up more
/// memory than everything else together. What is typed is held against no word list.
///
/// # Errors
/// When the window is gone already.
pub fn settle(window: &WebviewWindow) -> tauri::Result<()> {
    window.with_webview(|view| {
        let view = view.inner();
        if let Some(settings) = view.settings() {
            settings.set_hardware_acceleration_policy(HardwareAccelerationPolicy::Never);
        }
        if let Some(context) = view.context() {
            context.set_spell_checking_enabled(false);
        }
    })
}
