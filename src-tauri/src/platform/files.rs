//! Files that the client takes out of Handrail.

use std::io::{self, Write};
use std::path::Path;

use app::port::{FileError, Files};
use tauri::{AppHandle, Manager};
use tauri_plugin_dialog::{DialogExt, FilePath};

use crate::window;

/// Asks with the system's own dialog where a file shall go.
pub struct SaveDialog {
    handle: AppHandle,
}

impl SaveDialog {
    /// A dialog in front of the main window.
    pub fn new(handle: AppHandle) -> Self {
        Self { handle }
    }
}

impl Files for SaveDialog {
    /// Waits for the client, so never call it on the UI thread.
    fn save(&self, suggested_name: &str, bytes: &[u8]) -> Result<Option<String>, FileError> {
        let mut dialog = self.handle.dialog().file().set_file_name(suggested_name);
        if let Ok(documents) = self.handle.path().document_dir() {
            dialog = dialog.set_directory(documents);
        }
        #[cfg(desktop)]
        if let Some(parent) = window::main_window(&self.handle) {
            dialog = dialog.set_parent(&parent);
        }
        let Some(chosen) = dialog.blocking_save_file() else {
            return Ok(None);
        };
        put(&self.handle, chosen, suggested_name, bytes).map(Some)
    }
}

/// Writes to the place that the client chose; answers it as a person reads it.
#[cfg(desktop)]
fn put(_: &AppHandle, chosen: FilePath, _: &str, bytes: &[u8]) -> Result<String, FileError> {
    let path = chosen.into_path().map_err(|_| FileError::Failed)?;
    write_whole(&path, bytes).map_err(|error| reason(error.kind()))?;
    Ok(path.display().to_string())
}

/// As above. The place is a content address, which means nothing to a person: the name is told. It is a new document
/// that the system's dialog made; there is nothing beside it to be put in its place from.
#[cfg(mobile)]
fn put(handle: &AppHandle, chosen: FilePath, name: &str, bytes: &[u8]) -> Result<String, FileError> {
    use tauri_plugin_fs::{FsExt, OpenOptions};
    let mut options = OpenOptions::new();
    options.write(true).create(true).truncate(true);
    let written = handle.fs().open(chosen, options).and_then(|mut file| {
        file.write_all(bytes)?;
        file.sync_all()
    });
    written.map_err(|error| reason(error.kind()))?;
    Ok(name.to_owned())
}

/// Why a file could not be written.
pub fn reason(kind: io::ErrorKind) -> FileError {
    match kind {
        io::ErrorKind::StorageFull | io::ErrorKind::QuotaExceeded => FileError::DiskFull,
        io::ErrorKind::ReadOnlyFilesystem | io::ErrorKind::PermissionDenied => FileError::ReadOnly,
        _ => FileError::Failed,
    }
}

/// Writes the file whole or not at all, readable by its owner alone; an older file of that name stays until the new one is on disk.
pub fn write_whole(path: &Path, bytes: &[u8]) -> io::Result<()> {
    let folder = path.parent().ok_or(io::ErrorKind::NotFound)?;
    let mut file = tempfile::NamedTempFile::new_in(folder)?;
    file.write_all(bytes)?;
    file.as_file().sync_all()?;
    file.persist(path)?;
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_file_is_replaced_whole_and_nothing_else_is_left() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("record.json");
        write_whole(&path, b"older and longer").unwrap();
        write_whole(&path, b"new").unwrap();
        assert_eq!(std::fs::read(&path).unwrap(), b"new");
        assert_eq!(std::fs::read_dir(folder.path()).unwrap().count(), 1);
    }

    #[test]
    fn a_missing_folder_is_an_error_and_makes_nothing() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("gone/record.json");
        assert_eq!(write_whole(&path, b"new").unwrap_err().kind(), io::ErrorKind::NotFound);
        assert_eq!(std::fs::read_dir(folder.path()).unwrap().count(), 0);
    }
}
