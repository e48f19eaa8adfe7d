//! What can go wrong. Never a text of the client's, never a path.

use rusqlite::ffi;

/// Why the database did not do as asked.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum StoreError {
    /// There is no file.
    #[error("the database is missing")]
    Missing,
    /// The file is there and holds nothing.
    #[error("the database is empty")]
    Empty,
    /// What stands in its place is readable and not Handrail's.
    #[error("the database is another program's")]
    Foreign,
    /// The file is cut short, changed, or under another key; or a page could not be read. Every later answer of the same
    /// [`crate::Store`] is the same then: only one that is opened anew can read the rest.
    #[error("the database is damaged")]
    Damaged,
    /// A later Handrail wrote it. It was left as it is.
    #[error("the database was written by a newer version")]
    NewerDatabase,
    /// The disk has no room left. Nothing was changed.
    #[error("the disk is full")]
    DiskFull,
    /// The disk or the folder cannot be written. Nothing was changed.
    #[error("the disk cannot be written")]
    ReadOnly,
    /// Another process holds it.
    #[error("the database is in use")]
    InUse,
    /// There is no such row, or what a row refers to is not there.
    #[error("not found")]
    NotFound,
    /// Anything else; a fixed word for the log.
    #[error("the database refused: {0}")]
    Other(&'static str),
}

impl From<rusqlite::Error> for StoreError {
    fn from(error: rusqlite::Error) -> Self {
        match error {
            rusqlite::Error::SqliteFailure(failure, _) => of_code(failure.extended_code),
            rusqlite::Error::SqlInputError { .. } => Self::Other("statement"),
            rusqlite::Error::QueryReturnedNoRows => Self::NotFound,
            rusqlite::Error::FromSqlConversionFailure(..)
            | rusqlite::Error::IntegralValueOutOfRange(..)
            | rusqlite::Error::InvalidColumnType(..)
            | rusqlite::Error::Utf8Error(..) => Self::Damaged,
            _ => Self::Other("call"),
        }
    }
}

impl From<rusqlite_migration::Error> for StoreError {
    fn from(error: rusqlite_migration::Error) -> Self {
        match error {
            rusqlite_migration::Error::RusqliteError { err, .. } => err.into(),
            _ => Self::Other("migration"),
        }
    }
}

impl From<std::io::Error> for StoreError {
    fn from(error: std::io::Error) -> Self {
        match error.kind() {
            std::io::ErrorKind::StorageFull | std::io::ErrorKind::QuotaExceeded => Self::DiskFull,
            _ => Self::ReadOnly,
        }
    }
}

fn of_code(extended: i32) -> StoreError {
    match extended {
        ffi::SQLITE_IOERR_DATA | ffi::SQLITE_IOERR_CORRUPTFS | ffi::SQLITE_IOERR_SHORT_READ => StoreError::Damaged,
        ffi::SQLITE_CONSTRAINT_FOREIGNKEY => StoreError::NotFound,
        _ => match extended & 0xff {
            // SQLCipher answers a page that fails its authentication with the plain error; the
            // statements are all our own, so it means nothing else.
            // After the first one a connection answers everything with the code of missing memory, without which Rust
            // would have ended the app long before.
            ffi::SQLITE_ERROR | ffi::SQLITE_CORRUPT | ffi::SQLITE_NOTADB | ffi::SQLITE_NOMEM => StoreError::Damaged,
            ffi::SQLITE_FULL => StoreError::DiskFull,
            ffi::SQLITE_READONLY | ffi::SQLITE_CANTOPEN | ffi::SQLITE_IOERR | ffi::SQLITE_PERM => StoreError::ReadOnly,
            ffi::SQLITE_BUSY | ffi::SQLITE_LOCKED => StoreError::InUse,
            ffi::SQLITE_CONSTRAINT => StoreError::Other("constraint"),
            ffi::SQLITE_TOOBIG => StoreError::Other("size"),
            _ => StoreError::Other("sqlite"),
        },
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_failure_of_the_disk_and_the_file_has_its_own_code() {
        for (code, expected) in [
            (ffi::SQLITE_FULL, StoreError::DiskFull),
            (ffi::SQLITE_READONLY, StoreError::ReadOnly),
            (ffi::SQLITE_READONLY_DBMOVED, StoreError::ReadOnly),
            (ffi::SQLITE_CANTOPEN, StoreError::ReadOnly),
            (ffi::SQLITE_IOERR_WRITE, StoreError::ReadOnly),
            (ffi::SQLITE_IOERR_FSYNC, StoreError::ReadOnly),
            (ffi::SQLITE_IOERR_CORRUPTFS, StoreError::Damaged),
            (ffi::SQLITE_NOTADB, StoreError::Damaged),
            (ffi::SQLITE_CORRUPT, StoreError::Damaged),
            (ffi::SQLITE_NOMEM, StoreError::Damaged),
            (ffi::SQLITE_BUSY, StoreError::InUse),
            (ffi::SQLITE_CONSTRAINT_FOREIGNKEY, StoreError::NotFound),
            (ffi::SQLITE_CONSTRAINT_CHECK, StoreError::Other("constraint")),
        ] {
            // What SQLite says beside the code may hold a client's words.
            let error = rusqlite::Error::SqliteFailure(ffi::Error::new(code), Some("secret".to_owned()));
            let mapped = StoreError::from(error);
            assert_eq!(mapped, expected, "{code}");
            assert!(!format!("{mapped} {mapped:?}").contains("secret"));
        }
        let full = std::io::Error::from(std::io::ErrorKind::StorageFull);
        assert_eq!(StoreError::from(full), StoreError::DiskFull);
    }
}
