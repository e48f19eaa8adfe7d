//! How reminders come, the client's own ones, and those that were shown or put off. What was shown or put off is not
//! undoable and not exported.

use chrono::{DateTime, Utc};
use domain::id::OwnReminderId;
use domain::reminder::{OwnReminder, Rule, Snoozed};
use rusqlite::params;

use crate::access::now;
use crate::column::{Bound, Columns, values};
use crate::{Reader, StoreError, Writer};

/// What the client chose of each source, by source; those of which nothing was chosen are left out.
///
/// # Errors
/// [`StoreError`] of the database.
pub fn rules(r: &Reader<'_>) -> Result<Vec<Rule>, StoreError> {
    r.all("SELECT source, is_on, leads, words, sound, asks FROM reminder_rule ORDER BY source", &[], |row| {
        let (source, on): (_, _) = (row.take()?, row.take()?);
        let leads: String = row.take()?;
        Ok(Rule {
            source,
            on,
            leads: serde_json::from_str(&leads).map_err(|_| StoreError::Damaged)?,
            words: row.take()?,
            sound: row.take()?,
            ask: row.take()?,
        })
    })
}

/// Keeps what was chosen of a source.
///
/// # Errors
/// [`StoreError`] of the database.
pub fn put_rule(w: &Writer<'_>, rule: &Rule) -> Result<(), StoreError> {
    let leads = serde_json::to_string(&rule.leads).map_err(|_| StoreError::Damaged)?;
    w.run(
        "INSERT INTO reminder_rule (source, is_on, leads, words, sound, asks) VALUES (?1, ?2, ?3, ?4, ?5, ?6)
        ON CONFLICT (source) DO UPDATE SET is_on = excluded.is_on, leads = excluded.leads, words = excluded.words,
            sound = excluded.sound, asks = excluded.asks",
        values![rule.source, rule.on, leads, rule.words, rule.sound, rule.ask],
    )?;
    Ok(())
}

macro_rules! own {
    () => {
        "SELECT id, text, shows_text, on_date, time, repeat_every, repeat_unit, ends_on
        FROM own_reminder WHERE deleted_at IS NULL"
    };
}

fn take_own(row: &mut Columns) -> Result<OwnReminder, StoreError> {
    Ok(OwnReminder {
        id: row.take()?,
        text: row.take()?,
        shows_text: row.take()?,
        on: row.take()?,
        time: row.take()?,
        repeat: row.take_repeat()?,
        ends_on: row.take()?,
    })
}

/// Every reminder of the client's own, in the order in which they were added.
///
/// # Errors
/// [`StoreError`] of the database.
pub fn own(r: &Reader<'_>) -> Result<Vec<OwnReminder>, StoreError> {
    r.all(concat!(own!(), " ORDER BY id"), &[], take_own)
}

/// Keeps a reminder of the client's own.
///
/// # Errors
/// [`StoreError`] of the database.
pub fn put_own(w: &Writer<'_>, own: &OwnReminder) -> Result<(), StoreError> {
    let (every, unit) = (own.repeat.map(|repeat| repeat.every), own.repeat.map(|repeat| repeat.unit));
    w.run(
        "INSERT INTO own_reminder (id, text, shows_text, on_date, time, repeat_every, repeat_unit, ends_on)
        VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8)
        ON CONFLICT (id) DO UPDATE SET text = excluded.text, shows_text = excluded.shows_text,
            on_date = excluded.on_date, time = excluded.time, repeat_every = excluded.repeat_every,
            repeat_unit = excluded.repeat_unit, ends_on = excluded.ends_on,
            deleted_at = NULL",
        values![own.id, own.text, own.shows_text, own.on, own.time, every, unit, own.ends_on],
    )?;
    Ok(())
}

/// Deletes a reminder of the client's own.
///
/// # Errors
/// [`StoreError::NotFound`], or another of the database.
pub fn delete_own(w: &Writer<'_>, id: OwnReminderId) -> Result<(), StoreError> {
    w.change(
        concat!("UPDATE own_reminder SET deleted_at = ", now!(), " WHERE id = ?1 AND deleted_at IS NULL"),
        values![id],
    )
}

/// Whether the reminder of that id was shown.
///
/// # Errors
/// [`StoreError`] of the database.
pub fn fired(r: &Reader<'_>, id: &str) -> Result<bool, StoreError> {
    Ok(r.first("SELECT 1 FROM fired WHERE id = ?1", params![id], |_| Ok(()))?.is_some())
}

/// A reminder that came due.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Fired {
    /// Its id.
    pub id: String,
    /// When it was shown, or found to be missed.
    pub at: DateTime<Utc>,
    /// Whether it was missed, and the client has not seen that yet.
    pub missed: bool,
}

/// The reminders that came due at that instant or later, in order.
///
/// # Errors
/// [`StoreError`] of the database.
pub fn fired_since(r: &Reader<'_>, at: DateTime<Utc>) -> Result<Vec<Fired>, StoreError> {
    r.all("SELECT id, fired_at, missed FROM fired WHERE fired_at >= ?1 ORDER BY fired_at, id", values![at], |row| {
        Ok(Fired { id: row.take()?, at: row.take()?, missed: row.take()? })
    })
}

/// Notes that a reminder came due.
///
/// # Errors
/// [`StoreError`] of the database.
pub fn put_fired(w: &Writer<'_>, fired: &Fired) -> Result<(), StoreError> {
    w.run(
        "INSERT INTO fired (id, fired_at, missed) VALUES (?1, ?2, ?3)
        ON CONFLICT (id) DO UPDATE SET fired_at = excluded.fired_at, missed = excluded.missed",
        params![fired.id, Bound(&fired.at), fired.missed],
    )?;
    Ok(())
}

/// Notes that the client has seen what was missed.
///
/// # Errors
/// [`StoreError`] of the database.
pub fn see_missed(w: &Writer<'_>) -> Result<(), StoreError> {
    w.run("UPDATE fired SET missed = 0 WHERE missed = 1", &[])?;
    Ok(())
}

/// The reminders that were put off, by when they come again.
///
/// # Errors
/// [`StoreError`] of the database.
pub fn snoozed(r: &Reader<'_>) -> Result<Vec<Snoozed>, StoreError> {
    r.all("SELECT id, at FROM snoozed ORDER BY at, id", &[], |row| Ok(Snoozed { id: row.take()?, at: row.take()? }))
}

/// Puts a reminder off; one that was put off before, until then instead.
///
/// # Errors
/// [`StoreError`] of the database.
pub fn put_snoozed(w: &Writer<'_>, snoozed: &Snoozed) -> Result<(), StoreError> {
    w.run(
        "INSERT INTO snoozed (id, at) VALUES (?1, ?2) ON CONFLICT (id) DO UPDATE SET at = excluded.at",
        params![snoozed.id, Bound(&snoozed.at)],
    )?;
    Ok(())
}

/// Forgets what came due before that instant, or was put off until before it.
///
/// # Errors
/// [`StoreError`] of the database.
pub fn prune(w: &Writer<'_>, before: DateTime<Utc>) -> Result<(), StoreError> {
    w.run("DELETE FROM fired WHERE fired_at < ?1", values![before])?;
    w.run("DELETE FROM snoozed WHERE at < ?1", values![before])?;
    Ok(())
}

/// What the keeper of reminders needs on this device.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Keeper {
    /// Makes the ids outside the database opaque.
    pub secret: [u8; 32],
    /// When reminders began.
    pub since: DateTime<Utc>,
    /// When a copy of the record was last saved; `None`: never.
    pub copied_at: Option<DateTime<Utc>>,
}

/// What the keeper needs; `None` until it was put.
///
/// # Errors
/// [`StoreError`] of the database.
pub fn keeper(r: &Reader<'_>) -> Result<Option<Keeper>, StoreError> {
    r.first("SELECT secret, since, copied_at FROM keeper WHERE id = 1", &[], |row| {
        Ok(Keeper { secret: row.take()?, since: row.take()?, copied_at: row.take()? })
    })
}

/// Keeps what the keeper needs.
///
/// # Errors
/// [`StoreError`] of the database.
pub fn put_keeper(w: &Writer<'_>, keeper: &Keeper) -> Result<(), StoreError> {
    w.run(
        "INSERT INTO keeper (id, secret, since, copied_at) VALUES (1, ?1, ?2, ?3)
        ON CONFLICT (id) DO UPDATE SET secret = excluded.secret, since = excluded.since,
            copied_at = excluded.copied_at",
        values![keeper.secret, keeper.since, keeper.copied_at],
    )?;
    Ok(())
}
