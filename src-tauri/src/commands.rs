//! What the page can ask of the core and of its window: adapters without logic.

use std::sync::{Arc, Mutex, PoisonError};

use app::{App, Change, Failure};
use serde_json::Value;
use tauri::State;
use tauri::ipc::Channel;

#[cfg(mobile)]
use crate::platform::phone::{Shared, look};

/// The page's ear for changes. The page that speaks last is the one that hears: a reload leaves no dead channel behind.
#[derive(Default)]
pub struct Listener(Mutex<Option<Channel<Vec<Change>>>>);

impl Listener {
    /// Tells the page what changed, if one listens.
    pub fn tell(&self, changes: &[Change]) {
        let ear = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        if let Some(channel) = ear.as_ref() {
            // A closed page hears nothing, and needs nothing.
            let _ = channel.send(changes.to_vec());
        }
    }
}

/// Performs one operation of the core, off the UI thread.
#[tauri::command]
pub async fn call(core: State<'_, Arc<App>>, operation: String, request: Value) -> Result<Value, Failure> {
    let core = Arc::clone(&core);
    tauri::async_runtime::spawn_blocking(move || core.call(&operation, request))
        .await
        .unwrap_or(Err(Failure::Internal { id: "call" }))
}

/// Sends every later change to the page.
#[tauri::command]
pub fn subscribe(listener: State<'_, Arc<Listener>>, channel: Channel<Vec<Change>>) {
    *listener.0.lock().unwrap_or_else(PoisonError::into_inner) = Some(channel);
}

/// The page has painted its first screen. Said on standard output where start-up is measured.
#[tauri::command]
#[allow(clippy::print_stdout, reason = "the benchmark waits for this one word; it tells nothing of the client")]
pub fn painted() {
    if crate::platform::process::is_measured() {
        println!("PAINTED");
    }
}

/// Lets go of what the page copied or selected, where it is still ours: a page may not always reach the clipboard.
#[tauri::command]
pub fn let_go(handle: tauri::AppHandle) {
    crate::window::let_go(&handle);
}

/// Opens the system's dialog to print what the window shows. A phone has none: there a file is saved.
#[cfg(desktop)]
#[tauri::command]
pub fn print(window: tauri::WebviewWindow) -> Result<(), Failure> {
    window.print().map_err(|_| Failure::Internal { id: "print" })
}

/// How the phone is set to show, for the page to follow. A computer's web view follows by itself.
#[cfg(mobile)]
#[tauri::command]
pub async fn look(phone: State<'_, Shared>) -> Result<Value, Failure> {
    let phone = Arc::clone(&phone);
    tauri::async_runtime::spawn_blocking(move || look::look(&*phone))
        .await
        .map_err(|_| Failure::Internal { id: "look" })
}

/// A light tick under the finger.
#[cfg(mobile)]
#[tauri::command]
pub fn haptic(phone: State<'_, Shared>) {
    let phone = Arc::clone(&phone);
    tauri::async_runtime::spawn_blocking(move || look::tick(&*phone));
}
