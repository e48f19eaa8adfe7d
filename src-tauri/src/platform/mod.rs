//! What differs by system, behind the core's ports.

#[cfg(desktop)]
pub mod background;
#[cfg(target_os = "linux")]
mod bus;
mod clock;
pub mod clock_change;
pub mod data_folder;
mod files;
mod key_store;
pub mod leaving;
mod notifier;
pub mod process;
pub mod traces;
#[cfg(target_os = "linux")]
mod tray;
#[cfg(target_os = "linux")]
pub mod webview;
mod zone;

#[cfg(mobile)]
use std::path::Path;
use std::sync::Arc;

use app::port::{BackgroundPort, Ports};
use tauri::AppHandle;

use traces::DeviceTraces;

/// The core's view of this system.
#[cfg(desktop)]
pub fn ports(handle: &AppHandle, background: Arc<dyn BackgroundPort>, traces: Arc<DeviceTraces>) -> Ports {
    with(handle, background, traces, notifier::SystemNotifier::start(handle))
}

/// The core's view of this system; `folder` is that of the record.
#[cfg(mobile)]
pub fn ports(handle: &AppHandle, folder: &Path, traces: Arc<DeviceTraces>) -> Ports {
    with(handle, Arc::new(NoBackground), traces, notifier::SystemNotifier::start(handle, folder))
}

fn with(
    handle: &AppHandle,
    background: Arc<dyn BackgroundPort>,
    traces: Arc<DeviceTraces>,
    notifier: notifier::SystemNotifier,
) -> Ports {
    Ports {
        clock: Arc::new(clock::SystemClock::new()),
        zone: Arc::new(zone::DeviceZone),
        notifier: Arc::new(notifier),
        key_store: Arc::new(key_store::SystemKeyStore::default()),
        files: Arc::new(files::FileDialog::new(handle.clone())),
        background,
        traces,
    }
}

/// A phone's own scheduler keeps reminders; there is nothing to choose.
#[cfg(mobile)]
struct NoBackground;

#[cfg(mobile)]
impl BackgroundPort for NoBackground {
    fn state(&self) -> app::api::reminders::Background {
        app::api::reminders::Background::default()
    }

    fn set(&self, _: bool, _: bool) -> Result<(), app::port::FileError> {
        Err(app::port::FileError::Failed)
    }
}
