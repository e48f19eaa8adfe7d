//! Files that the client takes out of Handrail, and those that they bring back.

use std::fs::File;
#[cfg(any(desktop, test))]
use std::io::Seek;
#[cfg(any(desktop, test))]
use std::io::Write;
use std::io::{self, Read};
use std::path::Path;

use app::port::{ChosenFile, FileError, Files, HandOver};
use tauri::{AppHandle, Manager};
use tauri_plugin_dialog::{DialogExt, FileDialogBuilder, FilePath};

#[cfg(mobile)]
use super::phone::document::{self, For};
#[cfg(mobile)]
use super::phone::{Shared, share::share};
#[cfg(desktop)]
use crate::window;

/// Asks with the system's own dialogs where a file shall go, and which one to read.
pub struct FileDialog {
    handle: AppHandle,
    #[cfg(mobile)]
    phone: Shared,
}

impl FileDialog {
    /// Dialogs in front of the main window.
    pub fn new(handle: AppHandle, #[cfg(mobile)] phone: Shared) -> Self {
        Self {
            handle,
            #[cfg(mobile)]
            phone,
        }
    }

    fn dialog(&self) -> FileDialogBuilder<tauri::Wry> {
        let mut dialog = self.handle.dialog().file();
        if let Ok(documents) = self.handle.path().document_dir() {
            dialog = dialog.set_directory(documents);
        }
        #[cfg(desktop)]
        if let Some(parent) = window::main_window(&self.handle) {
            dialog = dialog.set_parent(&parent);
        }
        dialog
    }
}

/// Each waits for the client, so never call them on the UI thread.
impl Files for FileDialog {
    fn save(&self, suggested_name: &str, hand_over: HandOver<'_>) -> Result<Option<String>, FileError> {
        let chosen = self.dialog().set_file_name(suggested_name).blocking_save_file();
        #[cfg(target_os = "ios")]
        if let Ok(documents) = self.handle.path().document_dir() {
            let place = chosen.clone().and_then(|chosen| chosen.into_path().ok());
            // One that stays is empty; what the client saves counts.
            let _ = forget_stand_in(&documents, suggested_name, place.as_deref());
        }
        match chosen.and_then(|chosen| Some((chosen, hand_over()?))) {
            Some((chosen, bytes)) => put(&self.handle, chosen, suggested_name, &bytes).map(Some),
            None => Ok(None),
        }
    }

    fn choose(&self, most: u64) -> Result<Option<ChosenFile>, FileError> {
        match self.dialog().blocking_pick_file() {
            Some(chosen) => get(&self.handle, chosen, most).map(Some),
            None => Ok(None),
        }
    }

    #[cfg(mobile)]
    fn share(&self, name: &str, bytes: &[u8]) -> Result<bool, FileError> {
        share(&*self.phone, name, bytes)
    }
}

/// Writes to the place that the client chose; answers it as a person reads it.
#[cfg(desktop)]
fn put(_: &AppHandle, chosen: FilePath, _: &str, bytes: &[u8]) -> Result<String, FileError> {
    let path = chosen.into_path().map_err(|_| FileError::Failed)?;
    write_whole(&path, bytes).map_err(|error| reason(error.kind()))?;
    Ok(path.display().to_string())
}

/// As above. The place is an address that means nothing to a person: the name is told.
#[cfg(mobile)]
fn put(handle: &AppHandle, chosen: FilePath, name: &str, bytes: &[u8]) -> Result<String, FileError> {
    document::put(|wish| open(handle, &chosen, wish), bytes).map_err(|error| reason(error.kind()))?;
    Ok(name.to_owned())
}

/// Reads what the client chose.
#[cfg(desktop)]
fn get(_: &AppHandle, chosen: FilePath, most: u64) -> Result<ChosenFile, FileError> {
    let path = chosen.into_path().map_err(|_| FileError::Failed)?;
    let name = path.file_name().unwrap_or_default().to_string_lossy().into_owned();
    let file = File::open(path).map_err(|error| reason(error.kind()))?;
    Ok(ChosenFile { name, bytes: read(&file, most)? })
}

/// As above.
#[cfg(mobile)]
fn get(handle: &AppHandle, chosen: FilePath, most: u64) -> Result<ChosenFile, FileError> {
    let file = open(handle, &chosen, For::Reading).map_err(|error| reason(error.kind()))?;
    let bytes = read(&file, most);
    #[cfg(target_os = "ios")]
    if let Ok(path) = chosen.clone().into_path() {
        forget_copy(&path, &std::env::temp_dir()).map_err(|error| reason(error.kind()))?;
    }
    Ok(ChosenFile { name: document::name(&chosen.to_string()).to_owned(), bytes: bytes? })
}

/// iOS gives a copy that it made for the app, in the folder of temporary files: it goes once it was read.
#[cfg(any(target_os = "ios", test))]
fn forget_copy(path: &Path, temporary: &Path) -> io::Result<()> {
    // One of the two may lead there another way.
    if path.canonicalize()?.starts_with(temporary.canonicalize()?) { remove(path) } else { Ok(()) }
}

/// iOS gives out only a file that is there, so its dialog puts an empty one of that name into the app's documents: it goes
/// once the dialog is closed, unless it is the place that the client chose.
#[cfg(any(target_os = "ios", test))]
fn forget_stand_in(documents: &Path, name: &str, chosen: Option<&Path>) -> io::Result<()> {
    let stand_in = documents.join(name);
    let is_chosen = chosen.is_some_and(|chosen| {
        // One of the two may lead there another way.
        matches!((chosen.canonicalize(), stand_in.canonicalize()), (Ok(chosen), Ok(stand_in)) if chosen == stand_in)
    });
    if is_chosen { Ok(()) } else { remove(&stand_in) }
}

#[cfg(mobile)]
fn open(handle: &AppHandle, place: &FilePath, wish: For) -> io::Result<File> {
    use tauri_plugin_fs::{FsExt, OpenOptions};
    let mut options = OpenOptions::new();
    match wish {
        For::Reading => options.read(true),
        For::Writing => options.write(true).create(true).truncate(true),
    };
    handle.fs().open(place.clone(), options)
}

/// All of it, never more than may be read: a file can grow while it is read.
fn read(file: &File, most: u64) -> Result<Vec<u8>, FileError> {
    let mut bytes = Vec::new();
    file.take(most.saturating_add(1)).read_to_end(&mut bytes).map_err(|error| reason(error.kind()))?;
    if bytes.len() as u64 > most { Err(FileError::TooLarge) } else { Ok(bytes) }
}

/// Reads from there on what was written, from the disk itself where the system lets go of its copy in memory.
pub fn compare(file: &mut File, bytes: &[u8]) -> io::Result<()> {
    // Only a hint: a system that keeps its copy answers from there.
    #[cfg(any(target_os = "linux", target_os = "android"))]
    let _ = rustix::fs::fadvise(&*file, 0, None, rustix::fs::Advice::DontNeed);
    let mut rest = bytes;
    let mut piece = vec![0; 64 * 1024];
    loop {
        let length = file.read(&mut piece)?;
        match (piece.get(..length), rest.split_at_checked(length)) {
            (Some([]), _) if rest.is_empty() => return Ok(()),
            (Some(read), Some((wanted, later))) if length > 0 && read == wanted => rest = later,
            _ => return Err(io::ErrorKind::InvalidData.into()),
        }
    }
}

/// Why a file could not be written.
pub fn reason(kind: io::ErrorKind) -> FileError {
    match kind {
        io::ErrorKind::StorageFull | io::ErrorKind::QuotaExceeded => FileError::DiskFull,
        io::ErrorKind::ReadOnlyFilesystem | io::ErrorKind::PermissionDenied => FileError::ReadOnly,
        _ => FileError::Failed,
    }
}

/// Writes the file whole or not at all, readable by its owner alone; an older file of that name stays until the new one
/// is on disk and was read again.
#[cfg(any(desktop, test))]
pub fn write_whole(path: &Path, bytes: &[u8]) -> io::Result<()> {
    let folder = path.parent().ok_or(io::ErrorKind::NotFound)?;
    let mut file = tempfile::NamedTempFile::new_in(folder)?;
    file.write_all(bytes)?;
    file.as_file().sync_all()?;
    file.rewind()?;
    compare(file.as_file_mut(), bytes)?;
    file.persist(path)?;
    // The new name, too. Other systems neither need nor allow a folder to be opened for this.
    if cfg!(unix) { File::open(folder)?.sync_all() } else { Ok(()) }
}

/// Removes a file, or a folder with all that is in it; one that is not there is gone already.
pub fn remove(path: &Path) -> io::Result<()> {
    let gone = if path.is_dir() { std::fs::remove_dir_all(path) } else { std::fs::remove_file(path) };
    gone.or_else(|error| if error.kind() == io::ErrorKind::NotFound { Ok(()) } else { Err(error) })
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
    fn what_lies_there_is_compared_to_its_last_byte() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("record.age");
        let bytes: Vec<u8> = (0..200_000u32).map(|n| n.to_le_bytes()[0]).collect();
        write_whole(&path, &bytes).unwrap();
        let held = |bytes: &[u8]| compare(&mut File::open(&path).unwrap(), bytes);
        held(&bytes).unwrap();
        let mut other = bytes.clone();
        *other.last_mut().unwrap() ^= 1;
        for differing in [&other, &bytes[..bytes.len() - 1], &[bytes.as_slice(), b"x"].concat()] {
            assert_eq!(held(differing).unwrap_err().kind(), io::ErrorKind::InvalidData);
        }
        write_whole(&path, b"").unwrap();
        held(b"").unwrap();
    }

    #[test]
    fn a_file_is_read_up_to_what_may_be_read() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("record.age");
        write_whole(&path, b"12345").unwrap();
        let of = |most| read(&File::open(&path).unwrap(), most);
        assert_eq!(of(5), Ok(b"12345".to_vec()));
        assert_eq!(of(4), Err(FileError::TooLarge));
        assert_eq!(of(u64::MAX), Ok(b"12345".to_vec()));
    }

    #[test]
    fn a_copy_that_the_system_made_goes_and_a_file_elsewhere_stays() {
        let (temporary, elsewhere) = (tempfile::tempdir().unwrap(), tempfile::tempdir().unwrap());
        let other_way = elsewhere.path().join("..").join(temporary.path().file_name().unwrap());
        let (copy, own) = (other_way.join("record.json"), elsewhere.path().join("record.json"));
        for path in [&copy, &own] {
            write_whole(path, b"all of it").unwrap();
            forget_copy(path, temporary.path()).unwrap();
        }
        assert!(!copy.exists() && own.exists());
    }

    #[test]
    fn the_empty_file_that_a_dialog_put_there_goes_but_never_the_place_that_was_chosen() {
        let (documents, elsewhere) = (tempfile::tempdir().unwrap(), tempfile::tempdir().unwrap());
        let (stand_in, own) = (documents.path().join("record.age"), elsewhere.path().join("record.age"));
        for path in [&stand_in, &own] {
            write_whole(path, b"").unwrap();
        }
        let other_way = elsewhere.path().join("..").join(documents.path().file_name().unwrap()).join("record.age");
        forget_stand_in(documents.path(), "record.age", Some(&other_way)).unwrap();
        assert!(stand_in.exists());
        forget_stand_in(documents.path(), "record.age", Some(&own)).unwrap();
        assert!(!stand_in.exists() && own.exists());
        // Nothing was chosen, and nothing may be there.
        forget_stand_in(documents.path(), "record.age", None).unwrap();
    }

    #[test]
    fn a_missing_folder_is_an_error_and_makes_nothing() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("gone/record.json");
        assert_eq!(write_whole(&path, b"new").unwrap_err().kind(), io::ErrorKind::NotFound);
        assert_eq!(std::fs::read_dir(folder.path()).unwrap().count(), 0);
    }
}
