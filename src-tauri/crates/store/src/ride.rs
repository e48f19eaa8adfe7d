//! Hard moments that were ridden out.

use domain::id::RideId;
use domain::ride::Ride;

use crate::access::now;
use crate::column::{Columns, values};
use crate::{Reader, StoreError, Writer};

macro_rules! ride {
    () => {
        "SELECT id, at, minutes, craving FROM ride WHERE deleted_at IS NULL"
    };
}

fn take_ride(row: &mut Columns) -> Result<Ride, StoreError> {
    Ok(Ride { id: row.take()?, at: row.take()?, minutes: row.take()?, craving: row.take()? })
}

/// The newest ones, at most so many.
///
/// # Errors
/// [`StoreError`] of the database.
pub fn rides(r: &Reader<'_>, most: u32) -> Result<Vec<Ride>, StoreError> {
    r.all(concat!(ride!(), " ORDER BY id DESC LIMIT ?1"), values![most], take_ride)
}

/// Every one, for the export, by id.
pub(crate) fn all(r: &Reader<'_>) -> Result<Vec<Ride>, StoreError> {
    r.every(concat!(ride!(), " ORDER BY id"), take_ride)
}

/// Keeps one.
///
/// # Errors
/// [`StoreError`] of the database.
pub fn put_ride(w: &Writer<'_>, ride: &Ride) -> Result<(), StoreError> {
    w.run(
        "INSERT INTO ride (id, at, minutes, craving) VALUES (?1, ?2, ?3, ?4)
        ON CONFLICT (id) DO UPDATE SET at = excluded.at, minutes = excluded.minutes, craving = excluded.craving,
            deleted_at = NULL",
        values![ride.id, ride.at, ride.minutes, ride.craving],
    )?;
    Ok(())
}

/// Deletes one.
///
/// # Errors
/// [`StoreError::NotFound`], or another of the database.
pub fn delete_ride(w: &Writer<'_>, id: RideId) -> Result<(), StoreError> {
    w.change(concat!("UPDATE ride SET deleted_at = ", now!(), " WHERE id = ?1 AND deleted_at IS NULL"), values![id])
}
