//! The aftercare plan, and the days on which what repeats in it was done.

use chrono::NaiveDate;
use domain::aftercare::{Aftercare, AftercareDone};
use domain::id::AftercareId;

use crate::access::now;
use crate::column::{Columns, values};
use crate::{Reader, StoreError, Writer};

macro_rules! entry {
    () => {
        "SELECT id, area, text, next_step, due_on, repeat_every, repeat_unit, month_day, done_on, before_leaving, note
        FROM aftercare WHERE deleted_at IS NULL"
    };
}

fn take_entry(row: &mut Columns) -> Result<Aftercare, StoreError> {
    Ok(Aftercare {
        id: row.take()?,
        area: row.take()?,
        text: row.take()?,
        next_step: row.take()?,
        due_on: row.take()?,
        repeat: row.take_repeat()?,
        month_day: row.take()?,
        done_on: row.take()?,
        before_leaving: row.take()?,
        note: row.take()?,
    })
}

/// Every entry, in the order in which they were added.
///
/// # Errors
/// [`StoreError`] of the database.
pub fn entries(r: &Reader<'_>) -> Result<Vec<Aftercare>, StoreError> {
    r.all(concat!(entry!(), " ORDER BY id"), &[], take_entry)
}

/// The entry of that id.
///
/// # Errors
/// [`StoreError`] of the database.
pub fn entry(r: &Reader<'_>, id: AftercareId) -> Result<Option<Aftercare>, StoreError> {
    r.first(concat!(entry!(), " AND id = ?1"), values![id], take_entry)
}

/// Keeps an entry.
///
/// # Errors
/// [`StoreError`] of the database.
pub fn put_entry(w: &Writer<'_>, entry: &Aftercare) -> Result<(), StoreError> {
    let (every, unit) = (entry.repeat.map(|repeat| repeat.every), entry.repeat.map(|repeat| repeat.unit));
    w.run(
        "INSERT INTO aftercare (id, area, text, next_step, due_on, repeat_every, repeat_unit, month_day, done_on,
            before_leaving, note)
        VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11)
        ON CONFLICT (id) DO UPDATE SET area = excluded.area, text = excluded.text, next_step = excluded.next_step,
            due_on = excluded.due_on, repeat_every = excluded.repeat_every, repeat_unit = excluded.repeat_unit,
            month_day = excluded.month_day, done_on = excluded.done_on, before_leaving = excluded.before_leaving,
            note = excluded.note,
            deleted_at = NULL",
        values![
            entry.id,
            entry.area,
            entry.text,
            entry.next_step,
            entry.due_on,
            every,
            unit,
            entry.month_day,
            entry.done_on,
            entry.before_leaving,
            entry.note
        ],
    )?;
    Ok(())
}

/// Deletes an entry, and with it the days on which it was done.
///
/// # Errors
/// [`StoreError::NotFound`], or another of the database.
pub fn delete_entry(w: &Writer<'_>, id: AftercareId) -> Result<(), StoreError> {
    w.run(
        concat!("UPDATE aftercare_done SET deleted_at = ", now!(), " WHERE aftercare_id = ?1 AND deleted_at IS NULL"),
        values![id],
    )?;
    w.change(
        concat!("UPDATE aftercare SET deleted_at = ", now!(), " WHERE id = ?1 AND deleted_at IS NULL"),
        values![id],
    )
}

/// Whether the entry was done on that day.
///
/// # Errors
/// [`StoreError`] of the database.
pub fn is_done(r: &Reader<'_>, done: AftercareDone) -> Result<bool, StoreError> {
    let found = r.first(
        "SELECT aftercare_id FROM aftercare_done WHERE aftercare_id = ?1 AND on_date = ?2 AND deleted_at IS NULL",
        values![done.id, done.on],
        |row| row.take::<AftercareId>(),
    )?;
    Ok(found.is_some())
}

/// How often each entry that repeats was done, and the last day on which it was.
///
/// # Errors
/// [`StoreError`] of the database.
pub fn times_done(r: &Reader<'_>) -> Result<Vec<(AftercareId, u32, NaiveDate)>, StoreError> {
    r.all(
        "SELECT aftercare_id, count(*), max(on_date) FROM aftercare_done WHERE deleted_at IS NULL GROUP BY aftercare_id",
        &[],
        |row| Ok((row.take()?, row.take()?, row.take()?)),
    )
}

/// Every day on which one that repeats was done, for the export, by entry and day.
pub(crate) fn all_done(r: &Reader<'_>) -> Result<Vec<AftercareDone>, StoreError> {
    r.every(
        "SELECT aftercare_id, on_date FROM aftercare_done WHERE deleted_at IS NULL ORDER BY aftercare_id, on_date",
        |row| Ok(AftercareDone { id: row.take()?, on: row.take()? }),
    )
}

/// Keeps that an entry was done on a day.
///
/// # Errors
/// [`StoreError`] of the database.
pub fn put_done(w: &Writer<'_>, done: AftercareDone) -> Result<(), StoreError> {
    w.run(
        "INSERT INTO aftercare_done (aftercare_id, on_date) VALUES (?1, ?2)
        ON CONFLICT (aftercare_id, on_date) DO UPDATE SET deleted_at = NULL",
        values![done.id, done.on],
    )?;
    Ok(())
}
