//! Recovery dates, and the colours of chips.

use domain::group::Fellowship;
use domain::id::CounterId;
use domain::recovery::{Chip, Counter, Mark};

use crate::access::now;
use crate::column::{Columns, values};
use crate::{Reader, StoreError, Writer};

fn take_counter(row: &mut Columns) -> Result<Counter, StoreError> {
    let (id, name) = (row.take()?, row.take()?);
    let spans: String = row.take()?;
    Ok(Counter { id, name, spans: serde_json::from_str(&spans).map_err(|_| StoreError::Damaged)? })
}

/// Every counter, in the order in which they were added.
///
/// # Errors
/// [`StoreError`] of the database.
pub fn counters(r: &Reader<'_>) -> Result<Vec<Counter>, StoreError> {
    r.all("SELECT id, name, spans FROM counter WHERE deleted_at IS NULL ORDER BY id", &[], take_counter)
}

/// Keeps a counter.
///
/// # Errors
/// [`StoreError`] of the database.
pub fn put_counter(w: &Writer<'_>, counter: &Counter) -> Result<(), StoreError> {
    let spans = serde_json::to_string(&counter.spans).map_err(|_| StoreError::Damaged)?;
    w.run(
        "INSERT INTO counter (id, name, spans) VALUES (?1, ?2, ?3)
        ON CONFLICT (id) DO UPDATE SET name = excluded.name, spans = excluded.spans,
            deleted_at = NULL",
        values![counter.id, counter.name, spans],
    )?;
    Ok(())
}

/// Deletes a counter.
///
/// # Errors
/// [`StoreError::NotFound`], or another of the database.
pub fn delete_counter(w: &Writer<'_>, id: CounterId) -> Result<(), StoreError> {
    w.change(concat!("UPDATE counter SET deleted_at = ", now!(), " WHERE id = ?1 AND deleted_at IS NULL"), values![id])
}

/// Every colour that the client chose, by fellowship and mark.
///
/// # Errors
/// [`StoreError`] of the database.
pub fn chips(r: &Reader<'_>) -> Result<Vec<Chip>, StoreError> {
    r.all("SELECT fellowship, mark, color FROM chip WHERE deleted_at IS NULL ORDER BY fellowship, mark", &[], |row| {
        Ok(Chip { fellowship: row.take()?, mark: row.take()?, color: row.take()? })
    })
}

/// Keeps the colour of a chip.
///
/// # Errors
/// [`StoreError`] of the database.
pub fn put_chip(w: &Writer<'_>, chip: Chip) -> Result<(), StoreError> {
    w.run(
        "INSERT INTO chip (fellowship, mark, color) VALUES (?1, ?2, ?3)
        ON CONFLICT (fellowship, mark) DO UPDATE SET color = excluded.color,
            deleted_at = NULL",
        values![chip.fellowship, chip.mark, chip.color],
    )?;
    Ok(())
}

/// Lets a chip have the usual colour again, if it has another.
///
/// # Errors
/// [`StoreError`] of the database.
pub fn delete_chip(w: &Writer<'_>, fellowship: Fellowship, mark: Mark) -> Result<(), StoreError> {
    w.run(
        concat!("UPDATE chip SET deleted_at = ", now!(), " WHERE fellowship = ?1 AND mark = ?2 AND deleted_at IS NULL"),
        values![fellowship, mark],
    )?;
    Ok(())
}
