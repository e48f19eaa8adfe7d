//! What the app leaves on this device outside the record's folder.

use std::path::PathBuf;
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};

use app::port::Traces;
use tauri::{AppHandle, Manager};
#[cfg(desktop)]
use tauri_plugin_window_state::AppHandleExt;

#[cfg(desktop)]
use super::background::DeviceBackground;
use super::files;

/// All of it on this device.
pub struct DeviceTraces {
    handle: AppHandle,
    #[cfg(desktop)]
    background: Arc<DeviceBackground>,
    removed: AtomicBool,
}

impl DeviceTraces {
    /// Those of this app.
    pub fn new(handle: &AppHandle, #[cfg(desktop)] background: Arc<DeviceBackground>) -> Arc<Self> {
        let handle = handle.clone();
        Arc::new(Self {
            handle,
            #[cfg(desktop)]
            background,
            removed: AtomicBool::new(false),
        })
    }

    /// At exit, where they were removed: the window has written down its size once more, and the web view was still
    /// in its folder.
    pub fn end(&self) {
        if self.removed.load(Ordering::Relaxed) {
            // What is left now was told before.
            let _ = self.remove_places();
        }
    }

    /// The window's size and place, and the web view's folder. Answers what could not be removed.
    fn remove_places(&self) -> Vec<PathBuf> {
        let paths = self.handle.path();
        #[cfg(desktop)]
        let window = paths.app_config_dir().map(|folder| folder.join(self.handle.filename())).ok();
        #[cfg(mobile)]
        let window = None;
        let places = window.into_iter().chain(paths.app_cache_dir());
        // What a dialog put there that was cut off while it was open.
        #[cfg(target_os = "ios")]
        let places = {
            let documents = paths.document_dir().ok().and_then(|documents| std::fs::read_dir(documents).ok());
            places.chain(documents.into_iter().flatten().flatten().map(|entry| entry.path()))
        };
        let left = places.filter(|place| files::remove(place).is_err()).collect();
        // Folders of ours that hold something else stay.
        for folder in [paths.app_config_dir(), paths.app_data_dir(), paths.app_local_data_dir()].into_iter().flatten() {
            let _ = std::fs::remove_dir(folder);
        }
        left
    }
}

impl Traces for DeviceTraces {
    fn remove(&self) -> Vec<String> {
        self.removed.store(true, Ordering::Relaxed);
        let left = self.remove_places().into_iter();
        #[cfg(desktop)]
        let left = left.chain(self.background.forget());
        left.map(|place| place.display().to_string()).collect()
    }
}
