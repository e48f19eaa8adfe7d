//! What was typed and not saved yet. Not undoable, not exported.

use rusqlite::params;

use crate::{Reader, StoreError, Writer};

/// The draft under that key.
///
/// # Errors
/// [`StoreError`] of the database.
pub fn draft(r: &Reader<'_>, key: &str) -> Result<Option<String>, StoreError> {
    r.first("SELECT text FROM draft WHERE key = ?1", params![key], |row| row.take())
}

/// Keeps a draft under that key; `at_ms` is now, in milliseconds since 1970 UTC.
///
/// # Errors
/// [`StoreError`] of the database.
pub fn put_draft(w: &Writer<'_>, key: &str, text: &str, at_ms: i64) -> Result<(), StoreError> {
    w.run(
        "INSERT INTO draft (key, text, saved_at) VALUES (?1, ?2, ?3)
        ON CONFLICT (key) DO UPDATE SET text = excluded.text, saved_at = excluded.saved_at",
        params![key, text, at_ms],
    )?;
    Ok(())
}

/// Forgets the draft under that key, if there is one.
///
/// # Errors
/// [`StoreError`] of the database.
pub fn delete_draft(w: &Writer<'_>, key: &str) -> Result<(), StoreError> {
    w.run("DELETE FROM draft WHERE key = ?1", params![key])?;
    Ok(())
}
