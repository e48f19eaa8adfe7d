//! Where each table begins, kept once more beside the database.
//!
//! All that a database says of itself stands on its first page and on those of its schema. A record of which one of
//! these was damaged would be lost whole, though every row of it can still be read: its map says what they said. The map
//! is a database of its own under the same key and the same salt, so that it is whole or does not open, and so that it
//! is told at once whether it is this database's.

use std::collections::BTreeSet;
use std::fs::{File, OpenOptions};
use std::io::{ErrorKind, Read, Seek, SeekFrom, Write};
use std::path::{Path, PathBuf};

use rusqlite::Connection;
use rusqlite::types::{ToSqlOutput, ValueRef};

use crate::StoreError;
use crate::copy::{placing, remove_with_log};
use crate::open::{PAGE, PAGE_BYTES, Salt, begin_salted, beside, connect, connect_salted, is_hot, length, new_file};
use crate::schema::{MIGRATIONS, make, version};

/// The map of the database at that path.
pub(crate) fn path(database: &Path) -> PathBuf {
    beside(database, "-map")
}

/// Makes the map of an open database, unless what is there says the same.
pub(crate) fn keep(connection: &Connection, database: &Path, key: &[u8; 32]) -> Result<(), StoreError> {
    let map = path(database);
    if says_the_same(connection, &map, key)? {
        return Ok(());
    }
    placing(&map, |part| write(connection, part))
}

fn says_the_same(connection: &Connection, map: &Path, key: &[u8; 32]) -> Result<bool, StoreError> {
    let salt: String = connection.query_row("PRAGMA cipher_salt", [], |row| row.get(0))?;
    // The salt alone would not do: copies of the database have the same, and other beginnings.
    let own = "SELECT type, name, rootpage FROM main.sqlite_schema WHERE rootpage > 0";
    // Read on a connection of its own: one that meets a page that does not hold reads nothing any more.
    Ok(salt_of(map)?.is_some_and(|of_map| of_map.hex() == salt)
        && read(map, key).ok() == Some(beginnings(connection, own)?))
}

fn write(connection: &Connection, part: &Path) -> Result<(), StoreError> {
    let file = new_file(part)?;
    // As the bytes that they are: not every path is Unicode.
    let name = ToSqlOutput::Borrowed(ValueRef::Text(part.as_os_str().as_encoded_bytes()));
    // Without a key of its own it gets the same one, and the same salt.
    connection.execute("ATTACH ?1 AS map", [name])?;
    let version = version(connection)?;
    let written = connection.execute_batch(&format!(
        "PRAGMA map.journal_mode = MEMORY;
        CREATE TABLE map.beginning AS SELECT type, name, rootpage AS page FROM main.sqlite_schema WHERE rootpage > 0;
        PRAGMA map.user_version = {version}"
    ));
    let detached = connection.execute_batch("DETACH map");
    written?;
    detached?;
    Ok(file.sync_all()?)
}

/// Takes the map away, before what it says is changed.
pub(crate) fn forget(database: &Path) -> Result<(), StoreError> {
    match std::fs::remove_file(path(database)) {
        Err(error) if error.kind() != ErrorKind::NotFound => Err(error.into()),
        _ => Ok(()),
    }
}

/// The salt that a file begins with; `None` where there is no file, or hardly any.
fn salt_of(file: &Path) -> Result<Option<Salt>, StoreError> {
    let mut salt = Salt::default();
    match File::open(file).and_then(|mut file| file.read_exact(&mut salt.0)) {
        Err(error) if matches!(error.kind(), ErrorKind::NotFound | ErrorKind::UnexpectedEof) => Ok(None),
        read => read.map(|()| Some(salt)).map_err(StoreError::from),
    }
}

/// Gives a copy of a damaged database, and of its log, another first page and another schema: those that its map
/// remembers. Its rows stay where they are.
///
/// # Errors
/// [`StoreError::Damaged`] where there is no map, or it does not read; else as writing.
pub(crate) fn graft(copy: &Path, map: &Path, key: &[u8; 32]) -> Result<(), StoreError> {
    let salt = salt_of(map)?.ok_or(StoreError::Damaged)?;
    let beginnings = read(map, key)?;
    fold(copy, key, &salt)?;
    let pages = length(copy)?.unwrap_or(0) / PAGE;
    let grafted = beside(copy, ".grafted");
    remove_with_log(&grafted)?;
    let made = stem(&grafted, key, &salt, pages, &beginnings)
        .and_then(|()| transplant(copy, &grafted, pages))
        .and_then(|()| Ok(std::fs::rename(&grafted, copy)?));
    if made.is_err() {
        let _ = remove_with_log(&grafted);
    }
    made
}

/// The version of a schema; what each of its tables and indexes is called, and the page on which it begins.
#[derive(PartialEq, Eq)]
struct Beginnings {
    version: usize,
    of: BTreeSet<(String, String, i64)>,
}

fn beginnings(connection: &Connection, sql: &str) -> Result<Beginnings, StoreError> {
    let mut statement = connection.prepare(sql)?;
    let rows = statement.query_map([], |row| Ok((row.get(0)?, row.get(1)?, row.get(2)?)))?;
    Ok(Beginnings { version: version(connection)?, of: rows.collect::<Result<_, _>>()? })
}

fn read(map: &Path, key: &[u8; 32]) -> Result<Beginnings, StoreError> {
    let read = beginnings(&connect(map, key)?, "SELECT type, name, page FROM beginning")?;
    if (1..=MIGRATIONS.len()).contains(&read.version) { Ok(read) } else { Err(StoreError::Damaged) }
}

/// Takes what is whole of the log into the file: closing does that, also where the first page does not read.
fn fold(copy: &Path, key: &[u8; 32], salt: &Salt) -> Result<(), StoreError> {
    if is_hot(copy)? {
        let connection = connect_salted(copy, key, salt)?;
        // The log is looked at with the first page.
        let _ = connection.query_row("SELECT count(*) FROM sqlite_schema", [], |_| Ok(()));
        drop(connection);
        if is_hot(copy)? {
            return Err(StoreError::Damaged);
        }
    }
    Ok(())
}

/// An empty database of that schema, in which every table begins where the map says. Its own pages come after `pages`
/// others, which are of no use.
fn stem(path: &Path, key: &[u8; 32], salt: &Salt, pages: u64, beginnings: &Beginnings) -> Result<(), StoreError> {
    drop(new_file(path)?);
    let mut connection = begin_salted(path, key, salt)?;
    connection.execute_batch(&format!(
        "CREATE TABLE room (bytes BLOB) STRICT; INSERT INTO room VALUES (zeroblob({}))",
        pages * PAGE
    ))?;
    make(&mut connection, beginnings.version)?;
    connection.execute_batch("PRAGMA writable_schema = ON")?;
    for (kind, name, page) in &beginnings.of {
        let values = rusqlite::params![kind, name, page];
        connection.execute("UPDATE sqlite_schema SET rootpage = ?3 WHERE type = ?1 AND name = ?2", values)?;
    }
    connection.execute("DELETE FROM sqlite_schema WHERE name = 'room'", [])?;
    connection.close().map_err(|(_, error)| StoreError::from(error))
}

/// Puts every page but the first into the other file, at its place.
fn transplant(from: &Path, to: &Path, pages: u64) -> Result<(), StoreError> {
    let (mut source, mut target) = (File::open(from)?, OpenOptions::new().write(true).open(to)?);
    let mut page = [0; PAGE_BYTES];
    source.seek(SeekFrom::Start(PAGE))?;
    target.seek(SeekFrom::Start(PAGE))?;
    for _ in 1..pages {
        source.read_exact(&mut page)?;
        target.write_all(&page)?;
    }
    Ok(())
}

/// Whether the map beside a closed database says what the database says.
#[cfg(test)]
pub(crate) fn holds(database: &Path, key: &[u8; 32]) -> bool {
    let connection = connect(database, key).unwrap();
    says_the_same(&connection, &path(database), key).unwrap()
}
