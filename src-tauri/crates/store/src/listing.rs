//! Lists of meetings that were taken in from files. Deleting a list leaves its entries where they are, read no more,
//! until [`purge`].

use std::collections::HashMap;

use chrono::{DateTime, Utc};
use domain::group::Fellowship;
use domain::id::MeetingListId;
use domain::listing::{Listing, Sought};
use domain::time::Weekday;

use crate::access::now;
use crate::column::{Columns, values};
use crate::search::query;
use crate::{Reader, StoreError, Writer};

/// A list that was taken in.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct MeetingList {
    /// Its id.
    pub id: MeetingListId,
    /// What it is called.
    pub name: String,
    /// Whose meetings.
    pub fellowship: Fellowship,
    /// The kind of file.
    pub format: String,
    /// When it was taken in last.
    pub imported_at: DateTime<Utc>,
}

/// Where a word is looked for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Place {
    /// In all that an entry says.
    Anywhere,
    /// In its place, address and region.
    Where,
}

/// Every list, by name.
///
/// # Errors
/// [`StoreError`] of the database.
pub fn lists(r: &Reader<'_>) -> Result<Vec<MeetingList>, StoreError> {
    r.all(
        "SELECT id, name, fellowship, format, imported_at FROM meeting_list WHERE deleted_at IS NULL ORDER BY name, id",
        &[],
        |row| {
            Ok(MeetingList {
                id: row.take()?,
                name: row.take()?,
                fellowship: row.take()?,
                format: row.take()?,
                imported_at: row.take()?,
            })
        },
    )
}

/// Keeps a list; its entries are put by themselves.
///
/// # Errors
/// [`StoreError`] of the database.
pub fn put_list(w: &Writer<'_>, list: &MeetingList) -> Result<(), StoreError> {
    w.run(
        "INSERT INTO meeting_list (id, name, fellowship, format, imported_at) VALUES (?1, ?2, ?3, ?4, ?5)
        ON CONFLICT (id) DO UPDATE SET name = excluded.name, fellowship = excluded.fellowship,
            format = excluded.format, imported_at = excluded.imported_at,
            deleted_at = NULL",
        values![list.id, list.name, list.fellowship, list.format, list.imported_at],
    )?;
    Ok(())
}

/// Deletes a list. Its entries are read no more.
///
/// # Errors
/// [`StoreError::NotFound`], or another of the database.
pub fn delete_list(w: &Writer<'_>, id: MeetingListId) -> Result<(), StoreError> {
    w.change(
        concat!("UPDATE meeting_list SET deleted_at = ", now!(), " WHERE id = ?1 AND deleted_at IS NULL"),
        values![id],
    )
}

/// Removes the entries of every list that is not here any more. Whether there were any; then [`index_text`] follows.
///
/// # Errors
/// [`StoreError`] of the database.
pub fn purge(w: &Writer<'_>) -> Result<bool, StoreError> {
    let here: Vec<MeetingListId> = lists(w)?.into_iter().map(|list| list.id).collect();
    let mut has_removed = false;
    for (gone, _) in entry_counts(w)?.into_iter().filter(|(id, _)| !here.contains(id)) {
        w.run("DELETE FROM listing WHERE list_id = ?1", values![gone])?;
        has_removed = true;
    }
    Ok(has_removed)
}

/// Writes the index of all words anew, after entries were added or removed. Row by row, SQLite would write it to the
/// file each time.
///
/// # Errors
/// [`StoreError`] of the database.
pub fn index_text(w: &Writer<'_>) -> Result<(), StoreError> {
    w.run("INSERT INTO listing_text (listing_text) VALUES ('rebuild')", &[])?;
    Ok(())
}

macro_rules! listing {
    () => {
        "SELECT number, list_id, key, name, weekday, time, minutes, zone, venue, place, address, region, link, phone,
            kinds, other_kinds, notes, closed FROM listing"
    };
}

/// An entry of a list.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Entry {
    /// Names it for as long as it is as it is.
    pub number: u32,
    /// Its list.
    pub list: MeetingListId,
    /// What it says.
    pub listing: Listing,
}

fn take_entry(row: &mut Columns) -> Result<Entry, StoreError> {
    let (number, list, key, name) = (row.take()?, row.take()?, row.take()?, row.take()?);
    let (weekday, time): (Option<u8>, _) = (row.take()?, row.take()?);
    let weekday =
        weekday.map(|day| Weekday::ALL.get(usize::from(day)).copied().ok_or(StoreError::Damaged)).transpose()?;
    Ok(Entry {
        number,
        list,
        listing: Listing {
            key,
            name,
            held: weekday.zip(time),
            minutes: row.take()?,
            zone: row.take()?,
            venue: row.take()?,
            place: row.take()?,
            address: row.take()?,
            region: row.take()?,
            link: row.take()?,
            phone: row.take()?,
            kinds: row.take()?,
            other_kinds: row.take()?,
            notes: row.take()?,
            closed: row.take()?,
        },
    })
}

/// Every entry of one list, by key.
///
/// # Errors
/// [`StoreError`] of the database.
pub fn entries(r: &Reader<'_>, list: MeetingListId) -> Result<Vec<Entry>, StoreError> {
    r.all(concat!(listing!(), " WHERE list_id = ?1 ORDER BY key"), values![list], take_entry)
}

/// Keys and names of the entries of a list.
///
/// # Errors
/// [`StoreError`] of the database.
pub fn names(r: &Reader<'_>, list: MeetingListId) -> Result<Vec<(String, String)>, StoreError> {
    r.all("SELECT key, name FROM listing WHERE list_id = ?1", values![list], |row| Ok((row.take()?, row.take()?)))
}

/// The entry of that list and key.
///
/// # Errors
/// [`StoreError`] of the database.
pub fn entry(r: &Reader<'_>, list: MeetingListId, key: &str) -> Result<Option<Entry>, StoreError> {
    r.first(concat!(listing!(), " WHERE list_id = ?1 AND key = ?2"), values![list, key.to_owned()], take_entry)
}

/// The entries of those numbers, in that order.
///
/// # Errors
/// [`StoreError`] of the database.
pub fn numbered(r: &Reader<'_>, numbers: &[u32]) -> Result<Vec<Entry>, StoreError> {
    let json = serde_json::to_string(numbers).map_err(|_| StoreError::Damaged)?;
    let found =
        r.all(concat!(listing!(), " WHERE number IN (SELECT value FROM json_each(?1))"), values![json], take_entry)?;
    let mut found: HashMap<u32, Entry> = found.into_iter().map(|entry| (entry.number, entry)).collect();
    Ok(numbers.iter().filter_map(|number| found.remove(number)).collect())
}

/// How many entries each list has.
///
/// # Errors
/// [`StoreError`] of the database.
pub fn entry_counts(r: &Reader<'_>) -> Result<Vec<(MeetingListId, u32)>, StoreError> {
    r.all("SELECT list_id, count(*) FROM listing GROUP BY list_id", &[], |row| Ok((row.take()?, row.take()?)))
}

/// What entries are filtered by, of every list that is not deleted.
///
/// # Errors
/// [`StoreError`] of the database.
pub fn sought(r: &Reader<'_>) -> Result<Vec<Sought>, StoreError> {
    let mut all = Vec::new();
    for list in lists(r)? {
        all.extend(r.all(SOUGHT, values![list.id], |row| {
            let number = row.take()?;
            let (weekday, time): (Option<u8>, _) = (row.take()?, row.take()?);
            let weekday = weekday.and_then(|day| Weekday::ALL.get(usize::from(day)).copied());
            Ok(Sought {
                number,
                fellowship: list.fellowship,
                held: weekday.zip(time),
                minutes: row.take()?,
                zone: row.take()?,
                venue: row.take()?,
                kinds: row.take()?,
                closed: row.take()?,
            })
        })?);
    }
    Ok(all)
}

pub(crate) const SOUGHT: &str = "SELECT number, weekday, time, minutes, zone, venue, kinds, closed
    FROM listing INDEXED BY listing_held WHERE list_id = ?1";

/// The numbers of the entries in which every one of those words stands, each as a whole or as the beginning of one,
/// whatever its accents and case; sorted. `None`: no word is looked for.
///
/// # Errors
/// [`StoreError`] of the database.
pub fn with_words(r: &Reader<'_>, words: &str, place: Place) -> Result<Option<Vec<u32>>, StoreError> {
    let Some(query) = query(words) else { return Ok(None) };
    let query = match place {
        Place::Anywhere => query,
        Place::Where => format!("{{place address region}} : ({query})"),
    };
    r.all("SELECT rowid FROM listing_text WHERE listing_text MATCH ?1 ORDER BY rowid", values![query], |row| row.take())
        .map(Some)
}

/// Keeps an entry that is not there yet.
///
/// # Errors
/// [`StoreError`] of the database.
pub fn add_entry(w: &Writer<'_>, list: MeetingListId, listing: &Listing) -> Result<(), StoreError> {
    w.run(
        "INSERT INTO listing (list_id, key, name, weekday, time, minutes, zone, venue, place, address, region, link,
            phone, kinds, other_kinds, notes, closed)
        VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, ?13, ?14, ?15, ?16, ?17)",
        values![
            list,
            listing.key,
            listing.name,
            listing.held.map(|(weekday, _)| weekday.from_monday()),
            listing.held.map(|(_, time)| time),
            listing.minutes,
            listing.zone,
            listing.venue,
            listing.place,
            listing.address,
            listing.region,
            listing.link,
            listing.phone,
            listing.kinds,
            listing.other_kinds,
            listing.notes,
            listing.closed
        ],
    )?;
    Ok(())
}

/// Removes an entry. [`index_text`] follows when all are.
///
/// # Errors
/// [`StoreError::NotFound`], or another of the database.
pub fn remove_entry(w: &Writer<'_>, number: u32) -> Result<(), StoreError> {
    w.change("DELETE FROM listing WHERE number = ?1", values![number])
}
