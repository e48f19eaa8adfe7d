//! What differs by system, behind the core's ports.

mod clock;
pub mod clock_change;
pub mod data_folder;
mod files;
mod key_store;
mod notifier;
pub mod process;
#[cfg(target_os = "linux")]
pub mod webview;
mod zone;

use std::sync::Arc;

use app::port::Ports;
use tauri::AppHandle;

/// The core's view of this system.
pub fn ports(handle: &AppHandle) -> Ports {
    Ports {
        clock: Arc::new(clock::SystemClock::new()),
        zone: Arc::new(zone::DeviceZone),
        notifier: Arc::new(notifier::SystemNotifier::start()),
        key_store: Arc::new(key_store::NoKeyStore),
        files: Arc::new(files::SaveDialog::new(handle.clone())),
    }
}
