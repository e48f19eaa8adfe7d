//! The schema and the way to it. A migration that has landed is never changed.

use std::ffi::OsString;
use std::path::{Path, PathBuf};

use rusqlite::Connection;
use rusqlite::types::{ToSqlOutput, ValueRef};
use rusqlite_migration::{M, Migrations};

use crate::StoreError;

pub(crate) const MIGRATIONS: &[M<'_>] = &[
    M::up(include_str!("migrations/0001_first.sql")),
    M::up(include_str!("migrations/0002_groups.sql")),
    M::up(include_str!("migrations/0003_wellbeing.sql")),
    M::up(include_str!("migrations/0004_reminders.sql")),
];

/// The `user_version` of the database.
pub(crate) fn version(connection: &Connection) -> Result<usize, StoreError> {
    let version: i64 = connection.query_row("PRAGMA user_version", [], |row| row.get(0))?;
    usize::try_from(version).map_err(|_| StoreError::Damaged)
}

/// Brings the database to the newest schema, whole or not at all.
///
/// A database that holds something is first copied, under the same key, to
/// `<path>.before-<newest>`; the copy goes once the newest schema stands. One
/// that is left by a crash is replaced: until then the database itself is what
/// it was.
pub(crate) fn migrate(connection: &mut Connection, path: &Path, migrations: &[M<'_>]) -> Result<(), StoreError> {
    let from = version(connection)?;
    if from == migrations.len() {
        return Ok(());
    }
    let copy = copy_path(path, migrations.len());
    if from > 0 {
        remove(&copy)?;
        // As the bytes that they are: not every path is Unicode.
        let target = ToSqlOutput::Borrowed(ValueRef::Text(copy.as_os_str().as_encoded_bytes()));
        if let Err(error) = connection.execute("VACUUM INTO ?1", [target]) {
            // On a full disk, the half that was written only takes room.
            remove(&copy)?;
            return Err(error.into());
        }
    }
    connection.execute_batch("PRAGMA foreign_keys = OFF")?;
    Migrations::from_slice(migrations).to_latest(connection)?;
    connection.execute_batch("PRAGMA foreign_keys = ON")?;
    remove(&copy)
}

fn copy_path(path: &Path, newest: usize) -> PathBuf {
    let mut name = OsString::from(path);
    name.push(format!(".before-{newest}"));
    name.into()
}

fn remove(file: &Path) -> Result<(), StoreError> {
    match std::fs::remove_file(file) {
        Err(error) if error.kind() != std::io::ErrorKind::NotFound => Err(error.into()),
        _ => Ok(()),
    }
}
