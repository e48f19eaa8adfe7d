//! Slips.

use domain::id::SlipId;
use domain::slip::Slip;

use crate::access::now;
use crate::column::{Columns, values};
use crate::{Reader, StoreError, Writer};

macro_rules! slip {
    () => {
        "SELECT id, on_date, time, what, led_to_it, note FROM slip WHERE deleted_at IS NULL"
    };
}

fn take_slip(row: &mut Columns) -> Result<Slip, StoreError> {
    Ok(Slip {
        id: row.take()?,
        on: row.take()?,
        time: row.take()?,
        what: row.take()?,
        led_to_it: row.take()?,
        note: row.take()?,
    })
}

/// The slips before that one (`None`: from the newest on), the newest first, at most so many. Of one day, the one that
/// was told last is the newest.
///
/// # Errors
/// [`StoreError`] of the database.
pub fn slips_before(r: &Reader<'_>, before: Option<&Slip>, most: u32) -> Result<Vec<Slip>, StoreError> {
    match before {
        None => r.all(concat!(slip!(), " ORDER BY on_date DESC, id DESC LIMIT ?1"), values![most], take_slip),
        Some(slip) => r.all(
            concat!(slip!(), " AND (on_date, id) < (?1, ?2) ORDER BY on_date DESC, id DESC LIMIT ?3"),
            values![slip.on, slip.id, most],
            take_slip,
        ),
    }
}

/// The slip of that id.
///
/// # Errors
/// [`StoreError`] of the database.
pub fn slip(r: &Reader<'_>, id: SlipId) -> Result<Option<Slip>, StoreError> {
    r.first(concat!(slip!(), " AND id = ?1"), values![id], take_slip)
}

/// Every slip, for the export, by id.
pub(crate) fn all(r: &Reader<'_>) -> Result<Vec<Slip>, StoreError> {
    r.every(concat!(slip!(), " ORDER BY id"), take_slip)
}

/// Keeps a slip.
///
/// # Errors
/// [`StoreError`] of the database.
pub fn put_slip(w: &Writer<'_>, slip: &Slip) -> Result<(), StoreError> {
    w.run(
        "INSERT INTO slip (id, on_date, time, what, led_to_it, note) VALUES (?1, ?2, ?3, ?4, ?5, ?6)
        ON CONFLICT (id) DO UPDATE SET on_date = excluded.on_date, time = excluded.time, what = excluded.what,
            led_to_it = excluded.led_to_it, note = excluded.note,
            deleted_at = NULL",
        values![slip.id, slip.on, slip.time, slip.what, slip.led_to_it, slip.note],
    )?;
    Ok(())
}

/// Deletes a slip.
///
/// # Errors
/// [`StoreError::NotFound`], or another of the database.
pub fn delete_slip(w: &Writer<'_>, id: SlipId) -> Result<(), StoreError> {
    w.change(concat!("UPDATE slip SET deleted_at = ", now!(), " WHERE id = ?1 AND deleted_at IS NULL"), values![id])
}
