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
#[cfg(any(mobile, test))]
pub mod phone;
pub mod process;
pub mod traces;
#[cfg(target_os = "linux")]
mod tray;
#[cfg(target_os = "linux")]
pub mod webview;
mod zone;

use std::sync::Arc;

#[cfg(desktop)]
use app::port::BackgroundPort;
use app::port::Ports;
use tauri::AppHandle;

use traces::DeviceTraces;

/// The core's view of this system.
#[cfg(desktop)]
pub fn ports(handle: &AppHandle, background: Arc<dyn BackgroundPort>, traces: Arc<DeviceTraces>) -> Ports {
    Ports {
        clock: Arc::new(clock::SystemClock::new()),
        zone: Arc::new(zone::DeviceZone),
        notifier: Arc::new(notifier::SystemNotifier::start(handle)),
        key_store: Arc::new(key_store::SystemKeyStore::default()),
        files: Arc::new(files::FileDialog::new(handle.clone())),
        background,
        traces,
    }
}

/// The core's view of this phone.
#[cfg(mobile)]
pub fn ports(handle: &AppHandle, phone: phone::Shared, traces: Arc<DeviceTraces>) -> Ports {
    Ports {
        clock: Arc::new(clock::SystemClock::new()),
        zone: Arc::new(zone::DeviceZone),
        notifier: Arc::new(phone::notifier::PhoneNotifier::new(Arc::clone(&phone))),
        #[cfg(target_os = "android")]
        key_store: Arc::new(phone::secret::PhoneKeyStore::new(Arc::clone(&phone))),
        #[cfg(target_os = "ios")]
        key_store: Arc::new(key_store::SystemKeyStore::default()),
        files: Arc::new(files::FileDialog::new(handle.clone(), phone)),
        background: Arc::new(phone::NoBackground),
        traces,
    }
}
