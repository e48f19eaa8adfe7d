use crate::VaultError;
use std::fs::{self, File, OpenOptions};
use std::io::{self, Read, Write};
use std::path::Path;

/// The name of the key file in its folder.
pub const KEY_FILE: &str = "handrail.key";
/// The name of its second copy.
pub const KEY_FILE_COPY: &str = "handrail.key.copy";

/// What a name gets while its new contents are being prepared.
const PREPARED: &str = ".new";
/// Far more than a key file has. What is longer is not one, and is not read to its end.
const LONGEST: u64 = 64 * 1024;

/// The few steps that the vault takes on a disk. A seam, so that tests can make each one fail.
pub(crate) trait Disk: Send + Sync {
    /// Makes the folder, and those above it, for this user alone. One that is there stays as it is.
    fn make_folder(&self, folder: &Path) -> io::Result<()>;
    /// The first 64 KiB and one byte of a file.
    fn read(&self, path: &Path) -> io::Result<Vec<u8>>;
    /// Makes a new file for this user alone, and forces it to the disk.
    fn write_new(&self, path: &Path, bytes: &[u8]) -> io::Result<()>;
    /// Puts a file in the place of another, in one step.
    fn rename(&self, from: &Path, to: &Path) -> io::Result<()>;
    fn remove(&self, path: &Path) -> io::Result<()>;
    /// Puts random bytes over the first 64 KiB of a file, where it stands, and forces them to the
    /// disk. It keeps its length.
    fn overwrite(&self, path: &Path) -> io::Result<()>;
    /// Forces the names in a folder to the disk.
    fn sync_folder(&self, folder: &Path) -> io::Result<()>;
}

/// The disk of this device.
pub(crate) struct RealDisk;

impl Disk for RealDisk {
    fn make_folder(&self, folder: &Path) -> io::Result<()> {
        let mut builder = fs::DirBuilder::new();
        builder.recursive(true);
        #[cfg(unix)]
        std::os::unix::fs::DirBuilderExt::mode(&mut builder, 0o700);
        builder.create(folder)
    }

    fn read(&self, path: &Path) -> io::Result<Vec<u8>> {
        let mut bytes = Vec::new();
        File::open(path)?.take(LONGEST + 1).read_to_end(&mut bytes)?;
        Ok(bytes)
    }

    fn write_new(&self, path: &Path, bytes: &[u8]) -> io::Result<()> {
        let mut options = OpenOptions::new();
        options.write(true).create_new(true);
        #[cfg(unix)]
        std::os::unix::fs::OpenOptionsExt::mode(&mut options, 0o600);
        let mut file = options.open(path)?;
        file.write_all(bytes)?;
        file.sync_all()
    }

    fn rename(&self, from: &Path, to: &Path) -> io::Result<()> {
        fs::rename(from, to)
    }

    fn remove(&self, path: &Path) -> io::Result<()> {
        fs::remove_file(path)
    }

    fn overwrite(&self, path: &Path) -> io::Result<()> {
        let mut file = OpenOptions::new().write(true).open(path)?;
        let length = file.metadata()?.len().min(LONGEST);
        let mut noise = vec![0; usize::try_from(length).unwrap_or_default()];
        // Without randomness, zeros do as well.
        getrandom::fill(&mut noise).unwrap_or_default();
        file.write_all(&noise)?;
        file.sync_all()
    }

    fn sync_folder(&self, folder: &Path) -> io::Result<()> {
        // Other systems neither need nor allow a folder to be opened for this.
        if cfg!(unix) {
            File::open(folder)?.sync_all()?;
        }
        Ok(())
    }
}

/// The contents of a file: nothing when it is not there, damage when it is too long.
pub(crate) fn contents(disk: &dyn Disk, folder: &Path, name: &str) -> Result<Option<Vec<u8>>, VaultError> {
    match disk.read(&folder.join(name)) {
        Ok(bytes) if bytes.len() as u64 > LONGEST => Err(VaultError::Damaged),
        Ok(bytes) => Ok(Some(bytes)),
        Err(error) if error.kind() == io::ErrorKind::NotFound => Ok(None),
        Err(error) => Err(VaultError::reading(&error)),
    }
}

/// Gives every name, in this order, the same new contents.
///
/// All are prepared, and on the disk, before the first takes its place: a full disk shows then,
/// and changes nothing. Once the first has taken its place it is what everyone reads, so what
/// fails after that is no failure of the whole (reporting one would leave the client with a
/// passphrase or a recovery key that no longer opens); the pair is made identical later.
pub(crate) fn publish(disk: &dyn Disk, folder: &Path, names: &[&str], bytes: &[u8]) -> Result<(), VaultError> {
    // What a crash left behind, if anything.
    sweep(disk, folder, names);
    let outcome = prepare_and_place(disk, folder, names, bytes);
    sweep(disk, folder, names);
    outcome.map_err(|error| VaultError::writing(&error))
}

fn prepare_and_place(disk: &dyn Disk, folder: &Path, names: &[&str], bytes: &[u8]) -> io::Result<()> {
    for name in names {
        disk.write_new(&folder.join(format!("{name}{PREPARED}")), bytes)?;
    }
    for (place, name) in names.iter().enumerate() {
        let prepared = folder.join(format!("{name}{PREPARED}"));
        match disk.rename(&prepared, &folder.join(name)) {
            Err(error) if place == 0 => return Err(error),
            _ => disk.sync_folder(folder).unwrap_or_default(),
        }
    }
    Ok(())
}

/// Removes prepared contents that did not take their place. They hold no secret in the clear, and
/// the next write sweeps again, so a failure is let pass.
pub(crate) fn sweep(disk: &dyn Disk, folder: &Path, names: &[&str]) {
    for name in names {
        let _ = disk.remove(&folder.join(format!("{name}{PREPARED}")));
    }
}

/// Makes a folder, and those above it, for this user alone. One that is there stays as it is.
///
/// # Errors
/// As the system says.
pub fn make_folder(folder: &Path) -> io::Result<()> {
    RealDisk.make_folder(folder)
}

/// Another small file beside the key file: nothing when it is not there.
///
/// # Errors
/// [`VaultError::Damaged`] where it is longer than 64 KiB; else as reading.
pub fn small_file(folder: &Path, name: &str) -> Result<Option<Vec<u8>>, VaultError> {
    contents(&RealDisk, folder, name)
}

/// Gives it new contents as the key file gets them: whole or not at all, for this user alone.
///
/// # Errors
/// As writing; it is what it was then.
pub fn put_small_file(folder: &Path, name: &str, bytes: &[u8]) -> Result<(), VaultError> {
    publish(&RealDisk, folder, &[name], bytes)
}

/// Takes a file away, with what a crash may have left of it.
pub(crate) fn forget(disk: &dyn Disk, folder: &Path, name: &str) -> Result<(), VaultError> {
    sweep(disk, folder, &[name]);
    match disk.remove(&folder.join(name)) {
        Err(error) if error.kind() == io::ErrorKind::NotFound => Ok(()),
        Err(error) => Err(VaultError::writing(&error)),
        // Removed is removed; that it is forced to the disk too is tried.
        Ok(()) => {
            disk.sync_folder(folder).unwrap_or_default();
            Ok(())
        }
    }
}

/// Makes the contents of these names unreadable, what a crash left behind of them too, and then
/// removes them. Goes on after a step that fails: the first failure is what is reported, and a
/// second call begins where the first one stopped.
pub(crate) fn destroy(disk: &dyn Disk, folder: &Path, names: &[&str]) -> Result<(), VaultError> {
    let prepared = names.iter().map(|name| format!("{name}{PREPARED}"));
    let paths: Vec<_> =
        names.iter().map(|name| (*name).to_owned()).chain(prepared).map(|name| folder.join(name)).collect();
    let overwritten = paths.iter().map(|path| disk.overwrite(path));
    let removed = paths.iter().map(|path| disk.remove(path));
    let mut outcome = Ok(());
    for step in overwritten.chain(removed).chain(std::iter::once_with(|| disk.sync_folder(folder))) {
        match step {
            Err(error) if error.kind() != io::ErrorKind::NotFound && outcome.is_ok() => outcome = Err(error),
            _ => (),
        }
    }
    outcome.map_err(|error| VaultError::writing(&error))
}

/// Takes it away, with what a crash may have left of it.
///
/// # Errors
/// As writing.
pub fn remove_small_file(folder: &Path, name: &str) -> Result<(), VaultError> {
    forget(&RealDisk, folder, name)
}
