//! Mooring lines, and the weeks that were gone through.

use chrono::NaiveDate;
use domain::mooring::{MooringLine, MooringWeek};

use crate::column::{Columns, values};
use crate::{Reader, StoreError, Writer};

/// Every line, also those that were taken off the list, in the order in which they were added.
///
/// # Errors
/// [`StoreError`] of the database.
pub fn lines(r: &Reader<'_>) -> Result<Vec<MooringLine>, StoreError> {
    r.all(
        "SELECT id, text, place, starts_on, ends_on FROM mooring_line WHERE deleted_at IS NULL ORDER BY id",
        &[],
        |row| {
            Ok(MooringLine {
                id: row.take()?,
                text: row.take()?,
                place: row.take()?,
                starts_on: row.take()?,
                ends_on: row.take()?,
            })
        },
    )
}

/// Keeps a line.
///
/// # Errors
/// [`StoreError`] of the database.
pub fn put_line(w: &Writer<'_>, line: &MooringLine) -> Result<(), StoreError> {
    w.run(
        "INSERT INTO mooring_line (id, text, place, starts_on, ends_on) VALUES (?1, ?2, ?3, ?4, ?5)
        ON CONFLICT (id) DO UPDATE SET text = excluded.text, place = excluded.place, starts_on = excluded.starts_on,
            ends_on = excluded.ends_on,
            deleted_at = NULL",
        values![line.id, line.text, line.place, line.starts_on, line.ends_on],
    )?;
    Ok(())
}

macro_rules! week {
    () => {
        "SELECT starts_on, ticks FROM mooring_week WHERE deleted_at IS NULL"
    };
}

fn take_week(row: &mut Columns) -> Result<MooringWeek, StoreError> {
    let starts_on = row.take()?;
    let ticks: String = row.take()?;
    Ok(MooringWeek { starts_on, ticks: serde_json::from_str(&ticks).map_err(|_| StoreError::Damaged)? })
}

/// The weeks that were gone through and start on `from` or later, the earliest first.
///
/// # Errors
/// [`StoreError`] of the database.
pub fn weeks_from(r: &Reader<'_>, from: NaiveDate) -> Result<Vec<MooringWeek>, StoreError> {
    r.all(concat!(week!(), " AND starts_on >= ?1 ORDER BY starts_on"), values![from], take_week)
}

/// Every week that was gone through, for the export, the earliest first.
pub(crate) fn all_weeks(r: &Reader<'_>) -> Result<Vec<MooringWeek>, StoreError> {
    r.every(concat!(week!(), " ORDER BY starts_on"), take_week)
}

/// Keeps a week.
///
/// # Errors
/// [`StoreError`] of the database.
pub fn put_week(w: &Writer<'_>, week: &MooringWeek) -> Result<(), StoreError> {
    let ticks = serde_json::to_string(&week.ticks).map_err(|_| StoreError::Damaged)?;
    w.run(
        "INSERT INTO mooring_week (starts_on, ticks) VALUES (?1, ?2)
        ON CONFLICT (starts_on) DO UPDATE SET ticks = excluded.ticks,
            deleted_at = NULL",
        values![week.starts_on, ticks],
    )?;
    Ok(())
}
