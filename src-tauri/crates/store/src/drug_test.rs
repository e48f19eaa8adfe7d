//! Lines to call to hear whether a drug test is due, and the log of calls.

use chrono::NaiveDate;
use domain::drug_test::{Call, CallLine};
use domain::id::{CallId, CallLineId};

use crate::access::now;
use crate::column::{Columns, values};
use crate::{Reader, StoreError, Writer};

fn line(row: &mut Columns) -> Result<CallLine, StoreError> {
    Ok(CallLine {
        id: row.take()?,
        episode: row.take()?,
        name: row.take()?,
        phone: row.take()?,
        opens: row.take()?,
        closes: row.take()?,
        weekdays: row.take()?,
        starts_on: row.take()?,
        ends_on: row.take()?,
    })
}

/// The columns that [`one`] takes.
macro_rules! columns {
    () => {
        "id, line_id, on_date, called_at, up, session_id"
    };
}

fn one(row: &mut Columns) -> Result<Call, StoreError> {
    Ok(Call {
        id: row.take()?,
        line: row.take()?,
        on: row.take()?,
        called_at: row.take()?,
        up: row.take()?,
        session: row.take()?,
    })
}

/// All lines, by their first day.
///
/// # Errors
/// [`StoreError`] of the database.
pub fn call_lines(r: &Reader<'_>) -> Result<Vec<CallLine>, StoreError> {
    r.all(
        "SELECT id, episode_id, name, phone, opens, closes, weekdays, starts_on, ends_on
        FROM call_line WHERE deleted_at IS NULL ORDER BY starts_on, id",
        &[],
        line,
    )
}

/// Keeps a line.
///
/// # Errors
/// [`StoreError::NotFound`] without its episode, or another of the database.
pub fn put_call_line(w: &Writer<'_>, line: &CallLine) -> Result<(), StoreError> {
    w.run(
        "INSERT INTO call_line (id, episode_id, name, phone, opens, closes, weekdays, starts_on, ends_on)
        VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9)
        ON CONFLICT (id) DO UPDATE SET episode_id = excluded.episode_id, name = excluded.name,
            phone = excluded.phone, opens = excluded.opens, closes = excluded.closes,
            weekdays = excluded.weekdays, starts_on = excluded.starts_on, ends_on = excluded.ends_on,
            deleted_at = NULL",
        values![
            line.id,
            line.episode,
            line.name,
            line.phone,
            line.opens,
            line.closes,
            line.weekdays,
            line.starts_on,
            line.ends_on
        ],
    )?;
    Ok(())
}

/// Deletes a line with its calls. The tests that they brought stay.
///
/// # Errors
/// [`StoreError::NotFound`], or another of the database.
pub fn delete_call_line(w: &Writer<'_>, id: CallLineId) -> Result<(), StoreError> {
    w.change(
        concat!("UPDATE call_line SET deleted_at = ", now!(), " WHERE id = ?1 AND deleted_at IS NULL"),
        values![id],
    )?;
    w.run(concat!("UPDATE call SET deleted_at = ", now!(), " WHERE line_id = ?1 AND deleted_at IS NULL"), values![id])?;
    Ok(())
}

/// The call of that id.
///
/// # Errors
/// [`StoreError`] of the database.
pub fn call(r: &Reader<'_>, id: CallId) -> Result<Option<Call>, StoreError> {
    r.first(concat!("SELECT ", columns!(), " FROM call WHERE id = ?1 AND deleted_at IS NULL"), values![id], one)
}

/// The call of a line on that day.
///
/// # Errors
/// [`StoreError`] of the database.
pub fn call_on(r: &Reader<'_>, line: CallLineId, on: NaiveDate) -> Result<Option<Call>, StoreError> {
    r.first(
        concat!("SELECT ", columns!(), " FROM call WHERE line_id = ?1 AND on_date = ?2 AND deleted_at IS NULL"),
        values![line, on],
        one,
    )
}

/// The calls from `from` to `to`, both included, the newest first.
///
/// # Errors
/// [`StoreError`] of the database.
pub fn calls_between(r: &Reader<'_>, from: NaiveDate, to: NaiveDate) -> Result<Vec<Call>, StoreError> {
    r.all(
        concat!(
            "SELECT ",
            columns!(),
            " FROM call WHERE deleted_at IS NULL AND on_date BETWEEN ?1 AND ?2 ORDER BY on_date DESC, id DESC"
        ),
        values![from, to],
        one,
    )
}

/// The day of the newest call before that day.
///
/// # Errors
/// [`StoreError`] of the database.
pub fn newest_call_day_before(r: &Reader<'_>, day: NaiveDate) -> Result<Option<NaiveDate>, StoreError> {
    r.first(
        "SELECT on_date FROM call WHERE deleted_at IS NULL AND on_date < ?1 ORDER BY on_date DESC, id DESC LIMIT 1",
        values![day],
        |row| row.take(),
    )
}

/// Every call, for the export, by id.
pub(crate) fn all(r: &Reader<'_>) -> Result<Vec<Call>, StoreError> {
    r.every(concat!("SELECT ", columns!(), " FROM call WHERE deleted_at IS NULL ORDER BY id"), one)
}

/// Keeps a call. It takes the place of any other of its line and day.
///
/// # Errors
/// [`StoreError::NotFound`] without its line, or another of the database.
pub fn put_call(w: &Writer<'_>, call: &Call) -> Result<(), StoreError> {
    w.run(
        concat!(
            "UPDATE call SET deleted_at = ",
            now!(),
            " WHERE line_id = ?1 AND on_date = ?2 AND deleted_at IS NULL AND id <> ?3"
        ),
        values![call.line, call.on, call.id],
    )?;
    w.run(
        "INSERT INTO call (id, line_id, on_date, called_at, up, session_id) VALUES (?1, ?2, ?3, ?4, ?5, ?6)
        ON CONFLICT (id) DO UPDATE SET line_id = excluded.line_id, on_date = excluded.on_date,
            called_at = excluded.called_at, up = excluded.up, session_id = excluded.session_id,
            deleted_at = NULL",
        values![call.id, call.line, call.on, call.called_at, call.up, call.session],
    )?;
    Ok(())
}

/// Deletes a call.
///
/// # Errors
/// [`StoreError::NotFound`], or another of the database.
pub fn delete_call(w: &Writer<'_>, id: CallId) -> Result<(), StoreError> {
    w.change(concat!("UPDATE call SET deleted_at = ", now!(), " WHERE id = ?1 AND deleted_at IS NULL"), values![id])
}
