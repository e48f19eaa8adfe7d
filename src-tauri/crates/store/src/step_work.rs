//! Sponsors, work on the steps, and service commitments.

use domain::id::{CommitmentId, SponsorId, StepWorkId};
use domain::step_work::{Commitment, Sponsor, StepWork};

use crate::access::now;
use crate::column::values;
use crate::{Reader, StoreError, Writer};

/// Every sponsor, in the order in which they were added.
///
/// # Errors
/// [`StoreError`] of the database.
pub fn sponsors(r: &Reader<'_>) -> Result<Vec<Sponsor>, StoreError> {
    r.all(
        "SELECT id, fellowship, name, phone, starts_on, ends_on, note FROM sponsor WHERE deleted_at IS NULL ORDER BY id",
        &[],
        |row| {
            Ok(Sponsor {
                id: row.take()?,
                fellowship: row.take()?,
                name: row.take()?,
                phone: row.take()?,
                starts_on: row.take()?,
                ends_on: row.take()?,
                note: row.take()?,
            })
        },
    )
}

/// Keeps a sponsor.
///
/// # Errors
/// [`StoreError`] of the database.
pub fn put_sponsor(w: &Writer<'_>, sponsor: &Sponsor) -> Result<(), StoreError> {
    w.run(
        "INSERT INTO sponsor (id, fellowship, name, phone, starts_on, ends_on, note)
        VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7)
        ON CONFLICT (id) DO UPDATE SET fellowship = excluded.fellowship, name = excluded.name, phone = excluded.phone,
            starts_on = excluded.starts_on, ends_on = excluded.ends_on, note = excluded.note,
            deleted_at = NULL",
        values![
            sponsor.id,
            sponsor.fellowship,
            sponsor.name,
            sponsor.phone,
            sponsor.starts_on,
            sponsor.ends_on,
            sponsor.note
        ],
    )?;
    Ok(())
}

/// Deletes a sponsor.
///
/// # Errors
/// [`StoreError::NotFound`], or another of the database.
pub fn delete_sponsor(w: &Writer<'_>, id: SponsorId) -> Result<(), StoreError> {
    w.change(concat!("UPDATE sponsor SET deleted_at = ", now!(), " WHERE id = ?1 AND deleted_at IS NULL"), values![id])
}

/// All work on the steps, in the order in which it was added.
///
/// # Errors
/// [`StoreError`] of the database.
pub fn steps(r: &Reader<'_>) -> Result<Vec<StepWork>, StoreError> {
    r.all(
        "SELECT id, fellowship, step, starts_on, ends_on, note FROM step_work WHERE deleted_at IS NULL ORDER BY id",
        &[],
        |row| {
            Ok(StepWork {
                id: row.take()?,
                fellowship: row.take()?,
                step: row.take()?,
                starts_on: row.take()?,
                ends_on: row.take()?,
                note: row.take()?,
            })
        },
    )
}

/// Keeps work on a step.
///
/// # Errors
/// [`StoreError`] of the database.
pub fn put_step(w: &Writer<'_>, work: &StepWork) -> Result<(), StoreError> {
    w.run(
        "INSERT INTO step_work (id, fellowship, step, starts_on, ends_on, note) VALUES (?1, ?2, ?3, ?4, ?5, ?6)
        ON CONFLICT (id) DO UPDATE SET fellowship = excluded.fellowship, step = excluded.step,
            starts_on = excluded.starts_on, ends_on = excluded.ends_on, note = excluded.note,
            deleted_at = NULL",
        values![work.id, work.fellowship, work.step, work.starts_on, work.ends_on, work.note],
    )?;
    Ok(())
}

/// Deletes work on a step.
///
/// # Errors
/// [`StoreError::NotFound`], or another of the database.
pub fn delete_step(w: &Writer<'_>, id: StepWorkId) -> Result<(), StoreError> {
    w.change(
        concat!("UPDATE step_work SET deleted_at = ", now!(), " WHERE id = ?1 AND deleted_at IS NULL"),
        values![id],
    )
}

/// Every service commitment, in the order in which they were added.
///
/// # Errors
/// [`StoreError`] of the database.
pub fn commitments(r: &Reader<'_>) -> Result<Vec<Commitment>, StoreError> {
    r.all(
        "SELECT id, fellowship, text, for_group, starts_on, ends_on FROM commitment WHERE deleted_at IS NULL ORDER BY id",
        &[],
        |row| {
            Ok(Commitment {
                id: row.take()?,
                fellowship: row.take()?,
                text: row.take()?,
                group: row.take()?,
                starts_on: row.take()?,
                ends_on: row.take()?,
            })
        },
    )
}

/// Keeps a service commitment.
///
/// # Errors
/// [`StoreError`] of the database.
pub fn put_commitment(w: &Writer<'_>, commitment: &Commitment) -> Result<(), StoreError> {
    w.run(
        "INSERT INTO commitment (id, fellowship, text, for_group, starts_on, ends_on) VALUES (?1, ?2, ?3, ?4, ?5, ?6)
        ON CONFLICT (id) DO UPDATE SET fellowship = excluded.fellowship, text = excluded.text,
            for_group = excluded.for_group, starts_on = excluded.starts_on, ends_on = excluded.ends_on,
            deleted_at = NULL",
        values![
            commitment.id,
            commitment.fellowship,
            commitment.text,
            commitment.group,
            commitment.starts_on,
            commitment.ends_on
        ],
    )?;
    Ok(())
}

/// Deletes a service commitment.
///
/// # Errors
/// [`StoreError::NotFound`], or another of the database.
pub fn delete_commitment(w: &Writer<'_>, id: CommitmentId) -> Result<(), StoreError> {
    w.change(
        concat!("UPDATE commitment SET deleted_at = ", now!(), " WHERE id = ?1 AND deleted_at IS NULL"),
        values![id],
    )
}
