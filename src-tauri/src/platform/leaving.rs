//! Hears when the client leaves: the device goes to sleep, its screen is locked, the window is hidden. Nothing polls;
//! where a system does not say, nothing is heard, and the idle minutes lock.

#[cfg(target_os = "linux")]
mod logind;
#[cfg(target_os = "linux")]
mod screen_saver;

use app::Leave;
#[cfg(desktop)]
use tauri::WebviewWindow;

/// Calls `left` from threads of its own each time the device goes to sleep or its screen is locked. The device waits
/// with its sleep until `left` is done, as long as it allows. Where a bus is missing, nothing is heard.
#[cfg(target_os = "linux")]
pub fn watch(left: impl Fn(Leave) + Send + Clone + 'static) {
    use zbus::blocking::Connection;
    let locked = left.clone();
    // Both listen for as long as their bus is there.
    std::thread::spawn(move || Connection::system().and_then(|bus| logind::listen(&bus, left)));
    std::thread::spawn(move || {
        Connection::session().and_then(|bus| screen_saver::heard(&bus).map(|heard| heard.for_each(locked)))
    });
}

/// Not heard on this system yet.
#[cfg(not(target_os = "linux"))]
pub fn watch(_left: impl Fn(Leave) + Send + Clone + 'static) {}

/// Calls `left` on the UI thread each time the window is minimised or hidden.
///
/// # Errors
/// When the window is gone already.
#[cfg(target_os = "linux")]
pub fn watch_window(window: &WebviewWindow, left: impl Fn(Leave) + Send + 'static) -> tauri::Result<()> {
    use gtk::gdk::WindowState;
    use gtk::glib::Propagation;
    use gtk::prelude::WidgetExt;
    window.with_webview(move |view| {
        let Some(frame) = view.inner().toplevel() else { return };
        frame.connect_window_state_event(move |_, event| {
            let hidden = WindowState::ICONIFIED | WindowState::WITHDRAWN;
            if (event.changed_mask() & event.new_window_state()).intersects(hidden) {
                left(Leave::Hidden);
            }
            Propagation::Proceed
        });
    })
}

/// As above; these systems tell of it as of any other change of size or focus.
///
/// # Errors
/// None on these systems.
#[cfg(all(desktop, not(target_os = "linux")))]
pub fn watch_window(window: &WebviewWindow, left: impl Fn(Leave) + Send + 'static) -> tauri::Result<()> {
    use tauri::WindowEvent;
    let watched = window.clone();
    window.on_window_event(move |event| {
        let may_hide = matches!(event, WindowEvent::Resized(_) | WindowEvent::Focused(false));
        if may_hide && watched.is_minimized().unwrap_or(false) {
            left(Leave::Hidden);
        }
    });
    Ok(())
}
