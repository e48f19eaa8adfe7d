//! Reminders that were shown, so that none is shown twice. Not undoable, not
//! exported.

use chrono::{DateTime, Utc};
use rusqlite::params;

use crate::column::{Bound, values};
use crate::{Reader, StoreError, Writer};

/// Whether the reminder of that id was shown.
///
/// # Errors
/// [`StoreError`] of the database.
pub fn fired(r: &Reader<'_>, id: &str) -> Result<bool, StoreError> {
    Ok(r.first("SELECT 1 FROM fired WHERE id = ?1", params![id], |_| Ok(()))?.is_some())
}

/// The ids of the reminders shown at that instant or later, in order.
///
/// # Errors
/// [`StoreError`] of the database.
pub fn fired_since(r: &Reader<'_>, at: DateTime<Utc>) -> Result<Vec<String>, StoreError> {
    r.all("SELECT id FROM fired WHERE fired_at >= ?1 ORDER BY fired_at, id", values![at], |row| row.take())
}

/// Notes that a reminder was shown.
///
/// # Errors
/// [`StoreError`] of the database.
pub fn put_fired(w: &Writer<'_>, id: &str, at: DateTime<Utc>) -> Result<(), StoreError> {
    w.run(
        "INSERT INTO fired (id, fired_at) VALUES (?1, ?2) ON CONFLICT (id) DO UPDATE SET fired_at = excluded.fired_at",
        params![id, Bound(&at)],
    )?;
    Ok(())
}

/// Forgets what was shown before that instant.
///
/// # Errors
/// [`StoreError`] of the database.
pub fn prune_fired(w: &Writer<'_>, before: DateTime<Utc>) -> Result<(), StoreError> {
    w.run("DELETE FROM fired WHERE fired_at < ?1", values![before])?;
    Ok(())
}
