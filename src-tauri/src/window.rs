//! The one window: where it may go, and what it hands to the system.

use tauri::webview::NewWindowResponse;
#[cfg(desktop)]
use tauri::webview::PageLoadEvent;
use tauri::{AppHandle, Manager, Theme, Url, WebviewWindow, WebviewWindowBuilder, window::Color};
use tauri_plugin_opener::OpenerExt;

/// The label of the one window, as in tauri.conf.json and the capability file.
pub const MAIN: &str = "main";

/// Paper at night (`--paper` of the dark theme), so that no white flashes before the first frame.
const NIGHT_PAPER: Color = Color(0x0f, 0x16, 0x13, 0xff);

#[cfg(desktop)]
type Builder<'a> = WebviewWindowBuilder<'a, tauri::Wry, AppHandle>;

/// Where an address that the page goes to belongs.
#[derive(Debug, PartialEq, Eq)]
enum Way {
    /// Our own page.
    Here,
    /// A call, a message, a place on the map, or a page of the web: the system's own apps open it.
    System,
    /// Nowhere.
    Refused,
}

fn way(address: &Url) -> Way {
    let own = match address.scheme() {
        "tauri" => address.host_str() == Some("localhost"),
        // Android and Windows serve the page under a name of its own that never leaves the device.
        "http" | "https" => address.host_str() == Some("tauri.localhost"),
        _ => false,
    };
    match address.scheme() {
        _ if own => Way::Here,
        "tel" | "sms" | "geo" | "https" => Way::System,
        _ => Way::Refused,
    }
}

/// Opens the main window as tauri.conf.json describes it. It stays on our own page, and nothing of the page is kept on disk.
///
/// # Errors
/// When the system gives no window.
pub fn open(handle: &AppHandle) -> tauri::Result<()> {
    let config = handle.config().app.windows.first().ok_or(tauri::Error::WindowNotFound)?;
    let (here, apart) = (handle.clone(), handle.clone());
    let builder = WebviewWindowBuilder::from_config(handle, config)?;
    #[cfg(desktop)]
    let builder = shown_with_its_page(builder);
    let window = builder
        .on_navigation(move |address| follow(&here, address))
        .on_new_window(move |address, _| {
            follow(&apart, &address);
            NewWindowResponse::Deny
        })
        .on_download(|_, _| false)
        // The web view insists on a folder. It stays empty of the page's content, and away from the client's record.
        .data_directory(handle.path().app_cache_dir()?)
        .incognito(!automated())
        .build()?;
    #[cfg(target_os = "linux")]
    crate::platform::webview::draw_plainly(&window)?;
    if matches!(window.theme(), Ok(Theme::Dark)) {
        window.set_background_color(Some(NIGHT_PAPER))?;
    }
    Ok(())
}

/// Hidden until its page is there: nobody sees an empty window, and the web view does not wait half a second
/// for a picture of the page it is still loading.
#[cfg(desktop)]
fn shown_with_its_page(builder: Builder<'_>) -> Builder<'_> {
    builder.visible(false).on_page_load(|window, load| {
        if load.event() == PageLoadEvent::Finished {
            // Refused only when the window is already gone.
            let _ = window.show();
        }
    })
}

/// Brings the window to the front, and opens it where there is none.
#[cfg(desktop)]
pub fn raise(handle: &AppHandle) {
    if let Some(window) = handle.get_webview_window(MAIN) {
        // Each may be refused by the window manager; the others still help.
        let _ = (window.unminimize(), window.show(), window.set_focus());
        return;
    }
    let handle = handle.clone();
    // On a thread of its own: whoever asks may be one that the window waits for. Where two ask at once, the second
    // finds the name taken.
    std::thread::spawn(move || open(&handle));
}

/// The main window, while it is open.
pub fn main_window(handle: &AppHandle) -> Option<WebviewWindow> {
    handle.get_webview_window(MAIN)
}

/// A private web view can't be driven by WebDriver, so tests under it use an ordinary one. Never in a release.
fn automated() -> bool {
    cfg!(debug_assertions) && std::env::var("TAURI_WEBVIEW_AUTOMATION").is_ok_and(|value| value == "true")
}

/// Whether the window itself goes there; what belongs to the system is handed over.
fn follow(handle: &AppHandle, address: &Url) -> bool {
    let way = way(address);
    if way == Way::System {
        open_outside(handle, address);
    }
    way == Way::Here
}

/// Off the UI thread: finding the system's app for an address can take a while.
fn open_outside(handle: &AppHandle, address: &Url) {
    let (handle, address) = (handle.clone(), address.to_string());
    // Where no app takes calls, nothing happens, as with any link.
    std::thread::spawn(move || handle.opener().open_url(address, None::<&str>));
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_our_own_page_opens_in_the_window() {
        for (address, expected) in [
            ("tauri://localhost/", Way::Here),
            ("tauri://localhost/index.html#/today", Way::Here),
            ("http://tauri.localhost/", Way::Here),
            ("https://tauri.localhost/", Way::Here),
            ("tauri://elsewhere/", Way::Refused),
            ("http://tauri.localhost.example/", Way::Refused),
            ("http://example.com/", Way::Refused),
            ("file:///etc/passwd", Way::Refused),
            ("data:text/html,hello", Way::Refused),
            ("javascript:alert(1)", Way::Refused),
            ("about:blank", Way::Refused),
            ("https://example.com/", Way::System),
            ("https://tauri.localhost.example/", Way::System),
            ("tel:988", Way::System),
            ("sms:988", Way::System),
            ("geo:0,0?q=1%20Main%20Street", Way::System),
        ] {
            assert_eq!(way(&Url::parse(address).unwrap()), expected, "{address}");
        }
    }
}
