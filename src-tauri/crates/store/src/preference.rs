//! What the client chose about the app itself.

use domain::preference::Preferences;

use crate::column::values;
use crate::{Reader, StoreError, Writer};

/// The client's choices; the defaults while nothing was chosen.
///
/// # Errors
/// [`StoreError`] of the database.
pub fn preferences(r: &Reader<'_>) -> Result<Preferences, StoreError> {
    let chosen = r.first(
        "SELECT language, week_starts_on, lock_after_minutes, lock_when_hidden, lock_with_screen, quiet, remind_while_locked, recovery_key_kept
        FROM preference WHERE id = 1",
        &[],
        |row| {
            Ok(Preferences {
                language: row.take()?,
                week_starts_on: row.take()?,
                lock_after_minutes: row.take()?,
                lock_when_hidden: row.take()?,
                lock_with_screen: row.take()?,
                quiet: row.take()?,
                remind_while_locked: row.take()?,
                recovery_key_kept: row.take()?,
            })
        },
    )?;
    Ok(chosen.unwrap_or_default())
}

/// Keeps the client's choices.
///
/// # Errors
/// [`StoreError`] of the database.
pub fn put_preferences(w: &Writer<'_>, preferences: &Preferences) -> Result<(), StoreError> {
    w.run(
        "INSERT INTO preference (id, language, week_starts_on, lock_after_minutes, lock_when_hidden, lock_with_screen, quiet,
            remind_while_locked, recovery_key_kept)
        VALUES (1, ?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8)
        ON CONFLICT (id) DO UPDATE SET language = excluded.language, week_starts_on = excluded.week_starts_on,
            lock_after_minutes = excluded.lock_after_minutes, lock_when_hidden = excluded.lock_when_hidden,
            lock_with_screen = excluded.lock_with_screen, quiet = excluded.quiet,
            remind_while_locked = excluded.remind_while_locked, recovery_key_kept = excluded.recovery_key_kept",
        values![
            preferences.language,
            preferences.week_starts_on,
            preferences.lock_after_minutes,
            preferences.lock_when_hidden,
            preferences.lock_with_screen,
            preferences.quiet,
            preferences.remind_while_locked,
            preferences.recovery_key_kept
        ],
    )?;
    Ok(())
}
