//! Who pays, what they agreed to cover, fees, and the account.

use domain::account::{Entry, Fee};
use domain::coverage::{Authorization, Payer};
use domain::id::{AuthorizationId, EntryId, FeeId, PayerId};

use crate::access::now;
use crate::column::{Columns, values};
use crate::{Reader, StoreError, Writer};

/// All payers, in the order in which they were added.
///
/// # Errors
/// [`StoreError`] of the database.
pub fn payers(r: &Reader<'_>) -> Result<Vec<Payer>, StoreError> {
    r.all("SELECT id, kind, name, member, phone FROM payer WHERE deleted_at IS NULL ORDER BY id", &[], |row| {
        Ok(Payer { id: row.take()?, kind: row.take()?, name: row.take()?, member: row.take()?, phone: row.take()? })
    })
}

/// Keeps a payer.
///
/// # Errors
/// [`StoreError`] of the database.
pub fn put_payer(w: &Writer<'_>, payer: &Payer) -> Result<(), StoreError> {
    w.run(
        "INSERT INTO payer (id, kind, name, member, phone) VALUES (?1, ?2, ?3, ?4, ?5)
        ON CONFLICT (id) DO UPDATE SET kind = excluded.kind, name = excluded.name, member = excluded.member,
            phone = excluded.phone, deleted_at = NULL",
        values![payer.id, payer.kind, payer.name, payer.member, payer.phone],
    )?;
    Ok(())
}

/// Deletes a payer.
///
/// # Errors
/// [`StoreError::NotFound`], or another of the database.
pub fn delete_payer(w: &Writer<'_>, id: PayerId) -> Result<(), StoreError> {
    w.change(concat!("UPDATE payer SET deleted_at = ", now!(), " WHERE id = ?1 AND deleted_at IS NULL"), values![id])
}

/// All authorizations, by their first day.
///
/// # Errors
/// [`StoreError`] of the database.
pub fn authorizations(r: &Reader<'_>) -> Result<Vec<Authorization>, StoreError> {
    r.all(
        "SELECT id, payer_id, episode_id, unit, amount, starts_on, ends_on, reference
        FROM authorization WHERE deleted_at IS NULL ORDER BY starts_on, id",
        &[],
        |row| {
            Ok(Authorization {
                id: row.take()?,
                payer: row.take()?,
                episode: row.take()?,
                unit: row.take()?,
                amount: row.take()?,
                starts_on: row.take()?,
                ends_on: row.take()?,
                reference: row.take()?,
            })
        },
    )
}

/// Keeps an authorization.
///
/// # Errors
/// [`StoreError::NotFound`] without its payer or episode, or another of the database.
pub fn put_authorization(w: &Writer<'_>, one: &Authorization) -> Result<(), StoreError> {
    w.run(
        "INSERT INTO authorization (id, payer_id, episode_id, unit, amount, starts_on, ends_on, reference)
        VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8)
        ON CONFLICT (id) DO UPDATE SET payer_id = excluded.payer_id, episode_id = excluded.episode_id,
            unit = excluded.unit, amount = excluded.amount, starts_on = excluded.starts_on,
            ends_on = excluded.ends_on, reference = excluded.reference, deleted_at = NULL",
        values![one.id, one.payer, one.episode, one.unit, one.amount, one.starts_on, one.ends_on, one.reference],
    )?;
    Ok(())
}

/// Deletes an authorization.
///
/// # Errors
/// [`StoreError::NotFound`], or another of the database.
pub fn delete_authorization(w: &Writer<'_>, id: AuthorizationId) -> Result<(), StoreError> {
    w.change(
        concat!("UPDATE authorization SET deleted_at = ", now!(), " WHERE id = ?1 AND deleted_at IS NULL"),
        values![id],
    )
}

/// All fees, in the order in which they were added.
///
/// # Errors
/// [`StoreError`] of the database.
pub fn fees(r: &Reader<'_>) -> Result<Vec<Fee>, StoreError> {
    r.all(
        "SELECT id, episode_id, kind, basis, cents, currency FROM fee WHERE deleted_at IS NULL ORDER BY id",
        &[],
        |row| {
            Ok(Fee {
                id: row.take()?,
                episode: row.take()?,
                kind: row.take()?,
                basis: row.take()?,
                cents: row.take()?,
                currency: row.take()?,
            })
        },
    )
}

/// Keeps a fee.
///
/// # Errors
/// [`StoreError::NotFound`] without its episode, or another of the database.
pub fn put_fee(w: &Writer<'_>, fee: &Fee) -> Result<(), StoreError> {
    w.run(
        "INSERT INTO fee (id, episode_id, kind, basis, cents, currency) VALUES (?1, ?2, ?3, ?4, ?5, ?6)
        ON CONFLICT (id) DO UPDATE SET episode_id = excluded.episode_id, kind = excluded.kind,
            basis = excluded.basis, cents = excluded.cents, currency = excluded.currency, deleted_at = NULL",
        values![fee.id, fee.episode, fee.kind, fee.basis, fee.cents, fee.currency],
    )?;
    Ok(())
}

/// Deletes a fee.
///
/// # Errors
/// [`StoreError::NotFound`], or another of the database.
pub fn delete_fee(w: &Writer<'_>, id: FeeId) -> Result<(), StoreError> {
    w.change(concat!("UPDATE fee SET deleted_at = ", now!(), " WHERE id = ?1 AND deleted_at IS NULL"), values![id])
}

macro_rules! entry {
    () => {
        "SELECT id, on_date, kind, cents, currency, session_id, payer_id, note
        FROM account_entry WHERE deleted_at IS NULL"
    };
}

fn take_entry(row: &mut Columns) -> Result<Entry, StoreError> {
    Ok(Entry {
        id: row.take()?,
        on: row.take()?,
        kind: row.take()?,
        cents: row.take()?,
        currency: row.take()?,
        session: row.take()?,
        payer: row.take()?,
        note: row.take()?,
    })
}

/// Every entry of the account, by day: its sums need them all.
///
/// # Errors
/// [`StoreError`] of the database.
pub fn entries(r: &Reader<'_>) -> Result<Vec<Entry>, StoreError> {
    r.every(concat!(entry!(), " ORDER BY on_date, id"), take_entry)
}

/// Keeps an entry of the account.
///
/// # Errors
/// [`StoreError`] of the database.
pub fn put_entry(w: &Writer<'_>, entry: &Entry) -> Result<(), StoreError> {
    w.run(
        "INSERT INTO account_entry (id, on_date, kind, cents, currency, session_id, payer_id, note)
        VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8)
        ON CONFLICT (id) DO UPDATE SET on_date = excluded.on_date, kind = excluded.kind, cents = excluded.cents,
            currency = excluded.currency, session_id = excluded.session_id, payer_id = excluded.payer_id,
            note = excluded.note, deleted_at = NULL",
        values![entry.id, entry.on, entry.kind, entry.cents, entry.currency, entry.session, entry.payer, entry.note],
    )?;
    Ok(())
}

/// Deletes an entry of the account.
///
/// # Errors
/// [`StoreError::NotFound`], or another of the database.
pub fn delete_entry(w: &Writer<'_>, id: EntryId) -> Result<(), StoreError> {
    w.change(
        concat!("UPDATE account_entry SET deleted_at = ", now!(), " WHERE id = ?1 AND deleted_at IS NULL"),
        values![id],
    )
}
