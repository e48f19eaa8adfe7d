//! The files of a record on this device, and moving whole records in and out of their place.
//!
//! A move is written down before it begins ([`JOURNAL`]), so that one that was cut off is finished by [`settle`]: there
//! is the old record or the new one, never neither. No record is deleted by a move: what makes room goes to
//! [`KEPT`].

use std::fs::{self, File, TryLockError};
use std::io::{self, ErrorKind};
use std::path::{Path, PathBuf};

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use crate::failure::Failure;
use crate::{lock, reminder};

/// The database's name in the record's folder.
pub(crate) const DATABASE: &str = "handrail.db";
/// Its write-ahead log.
pub(crate) const LOG: &str = "handrail.db-wal";
/// Says where its tables begin, should its first page be lost.
pub(crate) const MAP: &str = "handrail.db-map";
/// Where copies of the database lie that Handrail makes by itself.
pub(crate) const COPIES: &str = "copies";
/// Where records lie that something else took the place of, each in a folder of its own.
pub(crate) const KEPT: &str = "kept";
/// Where a record is prepared before it takes its place.
pub(crate) const RESTORING: &str = "restoring";
/// The folder of the demo client's record.
pub(crate) const DEMO: &str = "demo";
/// Says which move is under way.
pub(crate) const JOURNAL: &str = "handrail.moving";

/// Held by the one process that works on the record. It is empty.
pub(crate) const LOCK: &str = "handrail.lock";
/// Says that everything is being destroyed, and what the key store still holds: it is not over before this is gone.
pub(crate) const DESTROYING: &str = "handrail.destroying";

/// Whether there is anything of a record: an empty folder needs no hold, and gets no file.
pub(crate) fn is_used(folder: &Path) -> bool {
    let names = [vault::KEY_FILE, vault::KEY_FILE_COPY, DATABASE, LOG, JOURNAL, DESTROYING, KEPT, RESTORING, COPIES];
    names.into_iter().any(|name| folder.join(name).exists())
}

/// The folder, taken for this process until this is dropped.
pub(crate) struct Hold(File);

impl Drop for Hold {
    fn drop(&mut self) {
        // Closing alone is not enough: a program that is being started has the file too, until it runs.
        let _ = self.0.unlock();
    }
}

/// Takes the folder for this process until the answer is dropped; `None` where there is nothing to take yet.
///
/// # Errors
/// [`Failure::InUse`] while another process has it.
pub(crate) fn hold(folder: &Path) -> Result<Option<Hold>, Failure> {
    let mut options = fs::OpenOptions::new();
    options.write(true).create(true).truncate(false);
    #[cfg(unix)]
    std::os::unix::fs::OpenOptionsExt::mode(&mut options, 0o600);
    // Without a folder there is no record, and one that cannot be written refuses every write itself.
    let file = match options.open(folder.join(LOCK)) {
        Ok(file) => file,
        Err(error) => {
            return match error.kind() {
                ErrorKind::NotFound | ErrorKind::PermissionDenied | ErrorKind::ReadOnlyFilesystem => Ok(None),
                _ => Err(failed(error)),
            };
        }
    };
    match file.try_lock() {
        Err(TryLockError::WouldBlock) => Err(Failure::InUse),
        // A system that has no such locks has the database's own.
        _ => Ok(Some(Hold(file))),
    }
}

/// How much moves.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub(crate) enum Extent {
    /// All that belongs to a record, but what of it can be read without a secret: what the lock screen shows stays in
    /// place, and the table of reminders goes.
    Record,
    /// The database alone; the key file stays, and a copy of it goes along.
    Database,
}

impl Extent {
    fn names(self) -> &'static [&'static str] {
        const ALL: &[&str] = &[
            // The log first: a database without its log would be an older one.
            LOG,
            MAP,
            DATABASE,
            vault::KEY_FILE,
            vault::KEY_FILE_COPY,
            vault::TRIES_FILE,
            COPIES,
        ];
        match self {
            Self::Record => ALL,
            Self::Database => &[LOG, MAP, DATABASE],
        }
    }
}

/// What takes the place.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub(crate) enum Incoming {
    /// Nothing: a record can be made there.
    Nothing,
    /// What was prepared in [`RESTORING`].
    Prepared,
    /// A record that was kept.
    Kept(Numbered),
}

/// A number in the order of making, and the day by the device's clock: `12-2026-11-26`.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub(crate) struct Numbered {
    pub(crate) number: u64,
    pub(crate) day: NaiveDate,
}

impl Numbered {
    /// Reads a name; `None` for any other, so that no name leads out of the folder.
    pub(crate) fn parse(name: &str) -> Option<Self> {
        let (number, day) = name.split_once('-')?;
        let read = Self { number: number.parse().ok()?, day: day.parse().ok()? };
        (read.name() == name).then_some(read)
    }

    pub(crate) fn name(self) -> String {
        format!("{}-{}", self.number, self.day)
    }

    /// The folder of the record that was put aside under it.
    pub(crate) fn at(self, folder: &Path) -> PathBuf {
        folder.join(KEPT).join(self.name())
    }
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
enum Stage {
    /// What is in place makes room.
    Out,
    /// What is to be there takes its place.
    In,
}

/// The newest form of the journal that is read.
const VERSION: u64 = 1;

#[derive(Debug, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
struct Move {
    version: u64,
    stage: Stage,
    extent: Extent,
    to: Numbered,
    from: Incoming,
}

/// Puts what is in place aside, and what comes in in its place. Where making room fails, all is as it was.
///
/// # Errors
/// As writing. A move that has begun to come in is finished by the next [`settle`].
pub(crate) fn exchange(folder: &Path, extent: Extent, from: Incoming, day: NaiveDate) -> Result<(), Failure> {
    let number = kept(folder)?.into_iter().map(|(kept, _)| kept.number).max().unwrap_or(0) + 1;
    let mut under_way = Move { version: VERSION, stage: Stage::Out, extent, to: Numbered { number, day }, from };
    let aside = under_way.aside(folder);
    vault::make_folder(&aside).map_err(failed)?;
    let with_keys = || {
        if extent == Extent::Database {
            for name in [vault::KEY_FILE, vault::KEY_FILE_COPY] {
                copy_file(&folder.join(name), &aside.join(name))?;
            }
        }
        sync(&aside)?;
        sync(&folder.join(KEPT))
    };
    let begun = with_keys()
        .map_err(failed)
        .and_then(|()| under_way.note(folder))
        .and_then(|()| under_way.make_room(folder).map_err(failed))
        .and_then(|()| under_way.turn(folder));
    if let Err(failure) = begun {
        // Back as it was. What cannot be moved back is moved on by the next start.
        if shift(&aside, folder, extent.names()).is_ok() && forget(folder).is_ok() {
            let _ = fs::remove_dir_all(&aside);
        }
        return Err(failure);
    }
    under_way.come_in(folder)
}

/// Finishes a move that was cut off, and clears away what was only prepared.
///
/// # Errors
/// [`Failure::Damaged`] where it cannot be told which move it was, [`Failure::NewerDatabase`] where a newer Handrail
/// began it; as writing. The move is still to be finished then.
pub(crate) fn settle(folder: &Path) -> Result<(), Failure> {
    match Move::noted(folder)? {
        Some(mut under_way) => {
            if under_way.stage == Stage::Out {
                vault::make_folder(&under_way.aside(folder)).map_err(failed)?;
                under_way.make_room(folder).map_err(failed)?;
                under_way.turn(folder)?;
            }
            under_way.come_in(folder)
        }
        None => {
            // What was cut off before it was written down moved nothing. A place that holds something stays.
            let _ = forget(folder);
            for (_, aside) in kept(folder)? {
                let _ = fs::remove_dir(aside);
            }
            let _ = fs::remove_dir(folder.join(KEPT));
            clear(folder)
        }
    }
}

/// Removes what was prepared and took no place.
///
/// # Errors
/// As writing.
pub(crate) fn clear(folder: &Path) -> Result<(), Failure> {
    remove_all(&folder.join(RESTORING)).map_err(failed)
}

/// An empty folder to prepare a record in.
///
/// # Errors
/// As writing.
pub(crate) fn prepare(folder: &Path) -> Result<PathBuf, Failure> {
    clear(folder)?;
    let prepared = folder.join(RESTORING);
    vault::make_folder(&prepared).map_err(failed)?;
    Ok(prepared)
}

impl Move {
    /// Nothing only where there is no journal: one that does not read must not be taken for none.
    fn noted(folder: &Path) -> Result<Option<Self>, Failure> {
        let Some(bytes) = vault::small_file(folder, JOURNAL).map_err(|error| lock::failure(error, ""))? else {
            return Ok(None);
        };
        let value: serde_json::Value = serde_json::from_slice(&bytes).map_err(|_| Failure::Damaged)?;
        if value.get("version").and_then(serde_json::Value::as_u64).is_some_and(|version| version > VERSION) {
            return Err(Failure::NewerDatabase);
        }
        serde_json::from_value(value).map(Some).map_err(|_| Failure::Damaged)
    }

    fn note(&self, folder: &Path) -> Result<(), Failure> {
        let bytes = serde_json::to_vec(self).map_err(|_| Failure::Internal { id: "moving" })?;
        vault::put_small_file(folder, JOURNAL, &bytes).map_err(|error| lock::failure(error, ""))
    }

    fn aside(&self, folder: &Path) -> PathBuf {
        self.to.at(folder)
    }

    fn make_room(&self, folder: &Path) -> io::Result<()> {
        shift(folder, &self.aside(folder), self.extent.names())
    }

    /// Room is made: from here on there is only onwards.
    fn turn(&mut self, folder: &Path) -> Result<(), Failure> {
        self.stage = Stage::In;
        self.note(folder)
    }

    fn come_in(&self, folder: &Path) -> Result<(), Failure> {
        let source = match &self.from {
            Incoming::Nothing => None,
            Incoming::Prepared => Some(folder.join(RESTORING)),
            Incoming::Kept(kept) => Some(kept.at(folder)),
        };
        if let Some(source) = source {
            shift(&source, folder, self.extent.names()).map_err(failed)?;
            remove_all(&source).map_err(failed)?;
        }
        if self.extent == Extent::Record {
            vault::remove_small_file(folder, reminder::TABLE_FILE).map_err(|error| lock::failure(error, ""))?;
        }
        // Where nothing was in place, nothing is kept; a folder that holds something stays.
        let _ = fs::remove_dir(self.aside(folder)).and_then(|()| fs::remove_dir(folder.join(KEPT)));
        forget(folder)
    }
}

fn forget(folder: &Path) -> Result<(), Failure> {
    vault::remove_small_file(folder, JOURNAL).map_err(|error| lock::failure(error, ""))
}

/// Moves what is there of these names; what is not there was moved before, or never was.
fn shift(from: &Path, to: &Path, names: &[&str]) -> io::Result<()> {
    for name in names {
        match fs::rename(from.join(name), to.join(name)) {
            Err(error) if error.kind() == ErrorKind::NotFound => {}
            moved => moved?,
        }
    }
    sync(to)?;
    if from.exists() { sync(from) } else { Ok(()) }
}

/// Every record that was put aside, newest first, with its folder.
///
/// # Errors
/// As reading.
pub(crate) fn kept(folder: &Path) -> Result<Vec<(Numbered, PathBuf)>, Failure> {
    let mut all: Vec<_> = entries(&folder.join(KEPT))
        .map_err(failed)?
        .into_iter()
        .filter_map(|path| Some((Numbered::parse(path.file_name()?.to_str()?)?, path)))
        .collect();
    all.sort_by_key(|(kept, _)| std::cmp::Reverse(*kept));
    Ok(all)
}

/// What lies in a folder; nothing where there is none.
pub(crate) fn entries(folder: &Path) -> io::Result<Vec<PathBuf>> {
    match fs::read_dir(folder) {
        Ok(found) => found.map(|entry| entry.map(|entry| entry.path())).collect(),
        Err(error) if error.kind() == ErrorKind::NotFound => Ok(Vec::new()),
        Err(error) => Err(error),
    }
}

/// The bytes of everything in a folder, one level of folders deep.
pub(crate) fn size(folder: &Path) -> u64 {
    let bytes = |path: &Path| fs::metadata(path).map_or(0, |found| if found.is_file() { found.len() } else { 0 });
    let inside = |path: PathBuf| if path.is_dir() { entries(&path).unwrap_or_default() } else { vec![path] };
    entries(folder).unwrap_or_default().into_iter().flat_map(inside).map(|path| bytes(&path)).sum()
}

/// Copies a file, if it is there, and forces it to the disk.
pub(crate) fn copy_file(from: &Path, to: &Path) -> io::Result<()> {
    match fs::copy(from, to) {
        Err(error) if error.kind() == ErrorKind::NotFound => Ok(()),
        // Some systems force only a file to the disk that is open for writing.
        copied => copied.and_then(|_| fs::OpenOptions::new().write(true).open(to)?.sync_all()),
    }
}

/// Removes a folder and all in it, if it is there.
pub(crate) fn remove_all(folder: &Path) -> io::Result<()> {
    match fs::remove_dir_all(folder) {
        Err(error) if error.kind() != ErrorKind::NotFound => Err(error),
        _ => Ok(()),
    }
}

/// Forces the names in a folder to the disk.
fn sync(folder: &Path) -> io::Result<()> {
    // Other systems neither need nor allow a folder to be opened for this.
    if cfg!(unix) { File::open(folder)?.sync_all() } else { Ok(()) }
}

pub(crate) fn failed(error: io::Error) -> Failure {
    Failure::from(store::StoreError::from(error))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_move_that_was_cut_off_before_it_was_written_down_leaves_nothing() {
        let folder = tempfile::tempdir().unwrap();
        let day = "2026-02-03".parse().unwrap();
        let place = |number| Numbered { number, day }.at(folder.path());
        fs::create_dir_all(place(1)).unwrap();
        fs::create_dir_all(place(2)).unwrap();
        fs::write(place(1).join(DATABASE), b"a record").unwrap();
        fs::write(folder.path().join(format!("{JOURNAL}.new")), b"{").unwrap();
        settle(folder.path()).unwrap();
        let left: Vec<_> = entries(folder.path()).unwrap();
        assert_eq!(left, [folder.path().join(KEPT)]);
        assert_eq!(kept(folder.path()).unwrap(), [(Numbered { number: 1, day }, place(1))]);
    }

    #[test]
    fn a_folder_is_let_go_at_once_also_while_a_program_that_is_being_started_has_its_file() {
        let folder = tempfile::tempdir().unwrap();
        let held = hold(folder.path()).unwrap().unwrap();
        let inherited = held.0.try_clone().unwrap();
        assert!(matches!(hold(folder.path()), Err(Failure::InUse)));
        drop(held);
        assert!(hold(folder.path()).unwrap().is_some());
        drop(inherited);
    }
}
