//! A copy of the open database, in another file under the same key.

use std::fs::File;
use std::io::Read;
use std::path::Path;

use rusqlite::Connection;
use rusqlite::types::{ToSqlOutput, ValueRef};

use crate::StoreError;
use crate::open::{beside, is_hot, length, new_file};
use crate::schema::version;

/// Copies the database to that path: checked, written beside it, read again, and only then put in its place.
pub(crate) fn copy(connection: &Connection, path: &Path) -> Result<(), StoreError> {
    // A page that was wiped reads as zeros, and would pass for whole in the copy.
    check(connection)?;
    placing(path, |part| write(connection, part))
}

/// Copies a database that was checked and closed, byte for byte, and reads it again: for that it needs no key.
pub(crate) fn duplicate(from: &Path, to: &Path) -> Result<(), StoreError> {
    // Without what waits in its log it would be an older one.
    if is_hot(from)? {
        return Err(StoreError::Other("log"));
    }
    placing(to, |part| {
        let mut file = new_file(part)?;
        std::io::copy(&mut File::open(from)?, &mut file)?;
        file.sync_all()?;
        if same(File::open(from)?, File::open(part)?)? { Ok(()) } else { Err(StoreError::Damaged) }
    })
}

/// Whether a closed database and a file have the same bytes.
pub(crate) fn is_same(database: &Path, other: &Path) -> Result<bool, StoreError> {
    // What waits in its log is in no other file.
    Ok(!is_hot(database)? && length(database)? == length(other)? && same(File::open(database)?, File::open(other)?)?)
}

fn same(mut one: File, mut other: File) -> std::io::Result<bool> {
    const PIECE: u64 = 64 * 1024;
    let (mut of_one, mut of_other) = (Vec::new(), Vec::new());
    loop {
        of_one.clear();
        of_other.clear();
        one.by_ref().take(PIECE).read_to_end(&mut of_one)?;
        other.by_ref().take(PIECE).read_to_end(&mut of_other)?;
        if of_one != of_other || of_one.is_empty() {
            return Ok(of_one == of_other);
        }
    }
}

/// Makes a file beside its place, and puts it there once it is whole.
pub(crate) fn placing(path: &Path, make: impl FnOnce(&Path) -> Result<(), StoreError>) -> Result<(), StoreError> {
    let part = beside(path, ".part");
    // What a crash left of an earlier one. A journal of that would be rolled back into the new one.
    remove_with_log(&part)?;
    let made = make(&part).and_then(|()| Ok(std::fs::rename(&part, path)?));
    if made.is_err() {
        // On a full disk, the half that was written only takes room. The failure itself is what matters.
        let _ = remove_with_log(&part);
    }
    made?;
    sync_folder(path)
}

fn write(connection: &Connection, part: &Path) -> Result<(), StoreError> {
    let file = new_file(part)?;
    // As the bytes that they are: not every path is Unicode.
    let name = || ToSqlOutput::Borrowed(ValueRef::Text(part.as_os_str().as_encoded_bytes()));
    connection.execute("VACUUM INTO ?1", [name()])?;
    file.sync_all()?;
    // Without a key of its own it is opened under the same one.
    connection.execute("ATTACH ?1 AS copied", [name()])?;
    let checked = examine(connection, "copied").and_then(|()| {
        let copied: i64 = connection.query_row("PRAGMA copied.user_version", [], |row| row.get(0))?;
        if usize::try_from(copied) == Ok(version(connection)?) { Ok(()) } else { Err(StoreError::Damaged) }
    });
    connection.execute_batch("DETACH copied")?;
    checked
}

/// Writes everything into the one file and examines it.
pub(crate) fn check(connection: &Connection) -> Result<(), StoreError> {
    // The seals are checked in the file itself, so all must be there.
    checkpoint(connection)?;
    examine(connection, "main")
}

/// Reads every page in the file and holds it against its seal and against the others.
pub(crate) fn examine(connection: &Connection, database: &str) -> Result<(), StoreError> {
    // In this order: what reads a page whose seal is broken may answer anything.
    for (pragma, whole) in [("cipher_integrity_check", &[] as &[&str]), ("quick_check", &["ok"])] {
        let mut statement = connection.prepare(&format!("PRAGMA {database}.{pragma}"))?;
        let findings = statement.query_map([], |row| row.get(0))?.collect::<Result<Vec<String>, _>>()?;
        if findings != whole {
            return Err(StoreError::Damaged);
        }
    }
    Ok(())
}

/// Writes the log into the file and empties it.
pub(crate) fn checkpoint(connection: &Connection) -> Result<(), StoreError> {
    let busy: bool = connection.query_row("PRAGMA main.wal_checkpoint(TRUNCATE)", [], |row| row.get(0))?;
    // Nobody else can have an exclusive connection's file: what keeps the log out of it is the disk.
    if busy { Err(StoreError::ReadOnly) } else { Ok(()) }
}

/// The new name is on the disk, too. Where folders cannot be opened as files, the system sees to it.
fn sync_folder(path: &Path) -> Result<(), StoreError> {
    if cfg!(unix) {
        let folder = path.parent().filter(|folder| !folder.as_os_str().is_empty());
        File::open(folder.unwrap_or(Path::new(".")))?.sync_all()?;
    }
    Ok(())
}

/// Removes a database and what SQLite keeps beside one.
pub(crate) fn remove_with_log(path: &Path) -> Result<(), StoreError> {
    for suffix in ["", "-wal", "-journal"] {
        match std::fs::remove_file(beside(path, suffix)) {
            Err(error) if error.kind() != std::io::ErrorKind::NotFound => return Err(error.into()),
            _ => {}
        }
    }
    Ok(())
}
