//! Places to save to, in place of the system's dialog.

use std::fs;
use std::io::{self, ErrorKind};
use std::path::{Path, PathBuf};
use std::sync::{Mutex, MutexGuard, PoisonError};

use app::port::{ChosenFile, FileError, Files, HandOver};
use zeroize::Zeroizing;

/// Saves everything into one folder, which is made with the first file.
pub struct FolderFiles {
    folder: PathBuf,
    next: Mutex<Option<Instead>>,
    meanwhile: Mutex<Option<Box<dyn FnOnce() + Send>>>,
    chosen: Mutex<Option<PathBuf>>,
}

#[derive(Debug, Clone, Copy)]
enum Instead {
    Cancel,
    Fail(FileError),
}

impl FolderFiles {
    /// Saves into that folder.
    pub fn new(folder: impl Into<PathBuf>) -> Self {
        Self { folder: folder.into(), next: Mutex::new(None), meanwhile: Mutex::default(), chosen: Mutex::new(None) }
    }

    /// Where the files lie.
    pub fn folder(&self) -> &Path {
        &self.folder
    }

    /// The client closes the next dialog without a choice.
    pub fn cancel_next(&self) {
        self.instead(Instead::Cancel);
    }

    /// The next file cannot be written.
    pub fn fail_next(&self, error: FileError) {
        self.instead(Instead::Fail(error));
    }

    /// This happens while the next dialog is open.
    pub fn meanwhile(&self, what: impl FnOnce() + Send + 'static) {
        *lock(&self.meanwhile) = Some(Box::new(what));
    }

    /// The client chooses this file in the next dialog; else they choose none.
    pub fn choose_next(&self, file: impl Into<PathBuf>) {
        *lock(&self.chosen) = Some(file.into());
    }

    fn happen(&self) {
        if let Some(what) = lock(&self.meanwhile).take() {
            what();
        }
    }

    fn put(
        &self,
        folder: &Path,
        name: &str,
        bytes: impl FnOnce() -> Option<Zeroizing<Vec<u8>>>,
    ) -> Result<Option<String>, FileError> {
        match lock(&self.next).take() {
            Some(Instead::Cancel) => return Ok(None),
            Some(Instead::Fail(error)) => return Err(error),
            None => {}
        }
        let Some(bytes) = bytes() else { return Ok(None) };
        // A name, never a way out of the folder.
        let path = folder.join(Path::new(name).file_name().ok_or(FileError::Failed)?);
        fs::create_dir_all(folder).and_then(|()| fs::write(&path, &*bytes)).map_err(|error| kind(&error))?;
        Ok(Some(path.display().to_string()))
    }

    fn instead(&self, what: Instead) {
        *lock(&self.next) = Some(what);
    }
}

impl Files for FolderFiles {
    fn save(&self, suggested_name: &str, hand_over: HandOver<'_>) -> Result<Option<String>, FileError> {
        self.happen();
        self.put(&self.folder, suggested_name, hand_over)
    }

    /// Into the folder `shared`, beside what was saved.
    fn share(&self, name: &str, bytes: &[u8]) -> Result<bool, FileError> {
        let place = self.put(&self.folder.join("shared"), name, || Some(bytes.to_vec().into()))?;
        Ok(place.is_some())
    }

    fn choose(&self, most: u64) -> Result<Option<ChosenFile>, FileError> {
        self.happen();
        let Some(path) = lock(&self.chosen).take() else { return Ok(None) };
        let name = path.file_name().unwrap_or_default().to_string_lossy().into_owned();
        let bytes = fs::read(&path).map_err(|error| kind(&error))?;
        if bytes.len() as u64 > most { Err(FileError::TooLarge) } else { Ok(Some(ChosenFile { name, bytes })) }
    }
}

fn lock<T>(mutex: &Mutex<T>) -> MutexGuard<'_, T> {
    mutex.lock().unwrap_or_else(PoisonError::into_inner)
}

fn kind(error: &io::Error) -> FileError {
    match error.kind() {
        ErrorKind::StorageFull => FileError::DiskFull,
        ErrorKind::ReadOnlyFilesystem | ErrorKind::PermissionDenied => FileError::ReadOnly,
        _ => FileError::Failed,
    }
}
