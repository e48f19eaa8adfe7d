//! Check-ins, one a day.

use chrono::NaiveDate;
use domain::check_in::CheckIn;
use domain::id::CheckInId;

use crate::access::now;
use crate::column::{Columns, values};
use crate::{Reader, StoreError, Writer};

macro_rules! check_in {
    () => {
        "SELECT id, on_date, mood, craving, hungry, angry, lonely, tired, sleep_minutes, used, note
        FROM check_in WHERE deleted_at IS NULL"
    };
}

fn take_check_in(row: &mut Columns) -> Result<(CheckInId, CheckIn), StoreError> {
    let id = row.take()?;
    let light = take_light(row)?;
    Ok((id, CheckIn { note: row.take()?, ..light }))
}

/// Everything but the note.
fn take_light(row: &mut Columns) -> Result<CheckIn, StoreError> {
    Ok(CheckIn {
        on: row.take()?,
        mood: row.take()?,
        craving: row.take()?,
        hungry: row.take()?,
        angry: row.take()?,
        lonely: row.take()?,
        tired: row.take()?,
        sleep_minutes: row.take()?,
        used: row.take()?,
        note: String::new(),
    })
}

/// The check-in of that day.
///
/// # Errors
/// [`StoreError`] of the database.
pub fn check_in(r: &Reader<'_>, on: NaiveDate) -> Result<Option<(CheckInId, CheckIn)>, StoreError> {
    r.first(concat!(check_in!(), " AND on_date = ?1"), values![on], take_check_in)
}

/// The check-ins from `from` to `to`, both included, oldest first.
///
/// # Errors
/// [`StoreError`] of the database.
pub fn check_ins_between(
    r: &Reader<'_>,
    from: NaiveDate,
    to: NaiveDate,
) -> Result<Vec<(CheckInId, CheckIn)>, StoreError> {
    r.all(concat!(check_in!(), " AND on_date BETWEEN ?1 AND ?2 ORDER BY on_date"), values![from, to], take_check_in)
}

/// All that an index holds: everything but the note and the id.
pub(crate) const LIGHT: &str = "SELECT on_date, mood, craving, hungry, angry, lonely, tired, sleep_minutes, used
    FROM check_in WHERE deleted_at IS NULL AND on_date BETWEEN ?1 AND ?2 ORDER BY on_date";

/// As [`check_ins_between`], but notes are left empty: much faster over years.
///
/// # Errors
/// [`StoreError`] of the database.
pub fn check_ins_light_between(r: &Reader<'_>, from: NaiveDate, to: NaiveDate) -> Result<Vec<CheckIn>, StoreError> {
    r.all(LIGHT, values![from, to], take_light)
}

/// Every check-in, for the export, by day.
pub(crate) fn all(r: &Reader<'_>) -> Result<Vec<(CheckInId, CheckIn)>, StoreError> {
    r.every(concat!(check_in!(), " ORDER BY on_date"), take_check_in)
}

/// Keeps a check-in. It takes the place of any other of its day.
///
/// # Errors
/// [`StoreError`] of the database.
pub fn put_check_in(w: &Writer<'_>, id: CheckInId, check_in: &CheckIn) -> Result<(), StoreError> {
    w.run(
        concat!("UPDATE check_in SET deleted_at = ", now!(), " WHERE on_date = ?1 AND deleted_at IS NULL AND id <> ?2"),
        values![check_in.on, id],
    )?;
    w.run(
        "INSERT INTO check_in (id, on_date, mood, craving, hungry, angry, lonely, tired, sleep_minutes, used, note)
        VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11)
        ON CONFLICT (id) DO UPDATE SET on_date = excluded.on_date, mood = excluded.mood, craving = excluded.craving,
            hungry = excluded.hungry, angry = excluded.angry, lonely = excluded.lonely, tired = excluded.tired,
            sleep_minutes = excluded.sleep_minutes, used = excluded.used, note = excluded.note,
            deleted_at = NULL",
        values![
            id,
            check_in.on,
            check_in.mood,
            check_in.craving,
            check_in.hungry,
            check_in.angry,
            check_in.lonely,
            check_in.tired,
            check_in.sleep_minutes,
            check_in.used,
            check_in.note
        ],
    )?;
    Ok(())
}

/// Deletes a check-in.
///
/// # Errors
/// [`StoreError::NotFound`], or another of the database.
pub fn delete_check_in(w: &Writer<'_>, id: CheckInId) -> Result<(), StoreError> {
    w.change(concat!("UPDATE check_in SET deleted_at = ", now!(), " WHERE id = ?1 AND deleted_at IS NULL"), values![id])
}
