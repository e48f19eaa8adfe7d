//! Where the record lies.

use std::path::PathBuf;

use tauri::{AppHandle, Manager};

const NAMED: &str = "HANDRAIL_DATA_DIR";

/// The folder of the key file and the database: the system's place for this app's data on this device, or what
/// `HANDRAIL_DATA_DIR` names (tests, and a demo beside a real record). It need not exist yet.
///
/// # Errors
/// When the system has no such place.
pub fn locate(handle: &AppHandle) -> tauri::Result<PathBuf> {
    match named() {
        Some(folder) => Ok(folder),
        None => handle.path().app_local_data_dir(),
    }
}

/// The folder that was named for this start, if one was.
pub fn named() -> Option<PathBuf> {
    std::env::var_os(NAMED).filter(|folder| !folder.is_empty()).map(PathBuf::from)
}
