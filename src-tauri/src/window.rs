//! The one window: where it may go, and what it hands to the system.

#[cfg(all(target_os = "linux", target_env = "gnu"))]
use std::process::ExitStatus;
#[cfg(desktop)]
use std::sync::Arc;

#[cfg(desktop)]
use app::App;
#[cfg(desktop)]
use tauri::WebviewWindow;
use tauri::webview::NewWindowResponse;
#[cfg(desktop)]
use tauri::webview::PageLoadEvent;
use tauri::{AppHandle, Manager, Theme, Url, WebviewWindowBuilder, window::Color};

#[cfg(desktop)]
use crate::platform::leaving;

/// The label of the one window, as in tauri.conf.json and the capability file.
#[cfg(desktop)]
pub const MAIN: &str = "main";

/// Paper at night (`--paper` of the dark theme), so that no white flashes before the first frame.
const NIGHT_PAPER: Color = Color(0x0f, 0x16, 0x13, 0xff);

/// What the system's own apps open: a call, a message, a place on the map, a page of the web. The page has no command to
/// open anything: it goes there, as a touched link does, and the window stays where it is.
const OUTSIDE: [&str; 4] = ["tel", "sms", "geo", "https"];

#[cfg(desktop)]
type Builder<'a> = WebviewWindowBuilder<'a, tauri::Wry, AppHandle>;

/// Where an address that the page goes to belongs.
#[derive(Debug, PartialEq, Eq)]
enum Way {
    /// Our own page.
    Here,
    /// One of [`OUTSIDE`], and plain.
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
        scheme if OUTSIDE.contains(&scheme) && is_plain(address) => Way::System,
        _ => Way::Refused,
    }
}

/// Nothing hides in it: no name or password in front of the host, no sign that does not show, except for a new line in
/// the words of a message.
fn is_plain(address: &Url) -> bool {
    let bare = address.username().is_empty() && address.password().is_none();
    let hidden = |code: &str| {
        u8::from_str_radix(code, 16).is_ok_and(|byte| byte.is_ascii_control())
            && !(address.scheme() == "sms" && code.eq_ignore_ascii_case("0a"))
    };
    let codes = address.as_str().split('%').skip(1);
    bare && !address.as_str().contains(char::is_control) && !codes.filter_map(|rest| rest.get(..2)).any(hidden)
}

/// Opens the main window as tauri.conf.json describes it. It stays on our own page, and nothing of the page is kept on
/// disk. (Android has no private web view: there its settings see to it, in `xtask/src/android.rs`.)
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
    crate::platform::webview::settle(&window)?;
    #[cfg(desktop)]
    lock_when_hidden(&window)?;
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

/// Whether that locks is the client's choice; the core knows it.
#[cfg(desktop)]
fn lock_when_hidden(window: &WebviewWindow) -> tauri::Result<()> {
    let core = Arc::clone(&window.state::<Arc<App>>());
    leaving::watch_window(window, move |why| crate::leave(&core, why))
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

/// Lets go of what is copied or selected in the page: whoever pastes would get it, long after the page is gone.
pub fn let_go(handle: &AppHandle) {
    #[cfg(target_os = "linux")]
    // Refused only at the end, with which it goes as well.
    let _ = handle.run_on_main_thread(crate::platform::webview::let_go_of_selections);
    // Other systems let the page clear what it copied, and keep no selection.
    #[cfg(not(target_os = "linux"))]
    let _ = handle;
}

/// The main window, while it is open.
#[cfg(desktop)]
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
    std::thread::spawn(move || hand_over(&handle, address));
}

/// The other app runs as it would without us.
#[cfg(all(target_os = "linux", target_env = "gnu"))]
fn hand_over(_: &AppHandle, address: String) {
    let ways = open::commands(address).into_iter().map(crate::platform::process::freed::leave_out);
    // The first that can.
    let _ = ways.map(|mut way| way.status()).find(|ended| ended.as_ref().is_ok_and(ExitStatus::success));
}

#[cfg(not(all(target_os = "linux", target_env = "gnu")))]
fn hand_over(handle: &AppHandle, address: String) {
    use tauri_plugin_opener::OpenerExt;
    // There is no one to tell.
    let _ = handle.opener().open_url(address, None::<&str>);
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
            ("https://example.com:8443/a%20b?c=%C3%A9#d", Way::System),
            ("https://name@example.com/", Way::Refused),
            ("https://:secret@example.com/", Way::Refused),
            ("https://example.com/a%0Ab", Way::Refused),
            ("tel:988%00", Way::Refused),
            ("tel:988%7f", Way::Refused),
            ("geo:0,0%1b", Way::Refused),
            ("sms:988?&body=first%0Asecond", Way::System),
            ("sms:988?&body=%0D", Way::Refused),
            ("mailto:someone@example.com", Way::Refused),
            ("intent://example.com/#Intent;scheme=https;end", Way::Refused),
            ("ssh://example.com/", Way::Refused),
            ("smb://example.com/share", Way::Refused),
            ("blob:https://example.com/1", Way::Refused),
            ("handrail:open", Way::Refused),
            ("tel:988", Way::System),
            ("sms:988", Way::System),
            ("geo:0,0?q=1%20Main%20Street", Way::System),
        ] {
            assert_eq!(way(&Url::parse(address).unwrap()), expected, "{address}");
        }
    }
}
