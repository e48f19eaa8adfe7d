//! What is kept outside the encrypted record so that reminders come while it is locked: times, and ids that say nothing.

use std::cmp::Reverse;
use std::collections::{HashMap, HashSet};
use std::fmt::Write as _;
use std::path::Path;

use chrono::{DateTime, TimeDelta, Utc};
use domain::preference::Language;
use domain::reminder::{Due, HORIZON, Placement, QuietHours, Span, When, first_id, place};
use domain::time::Zone;
use serde::{Deserialize, Serialize};
use sha2::{Digest, Sha256};

use crate::failure::Failure;
use crate::lock;

/// The file's name in the record's folder.
pub(crate) const FILE: &str = "handrail.reminders";
/// What the file says of itself, for whoever opens it.
const ABOUT: &str = "Times at which Handrail reminds while its record is locked, which of them came, were put off or \
    answered, and quiet hours. What it reminds of is not in here. Its owner can switch this off in Handrail.";
/// The newest form that is read.
const VERSION: u32 = 1;
/// Most rows of the file that are to come: the nearest. With the others it stays below what is read back.
const MOST_ROWS: usize = 180;
/// Most rows of the file that came and still stand, and most of what came due: the newest.
const MOST_STANDING: usize = 30;
const MOST_SHOWN: usize = 120;
/// How long after it was shown a reminder can still be put off or answered.
pub(crate) const STANDS: TimeDelta = TimeDelta::days(1);

/// What came due.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub(crate) struct Shown {
    pub(crate) id: String,
    pub(crate) at: DateTime<Utc>,
    /// Whether it was of no use any more.
    pub(crate) missed: bool,
}

impl Shown {
    /// Whether it holds: what was missed on a clock that was ahead did not come due.
    pub(crate) fn holds(&self, now: DateTime<Utc>) -> bool {
        !self.missed || self.at <= now
    }
}

/// What was put off while the record was locked.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub(crate) struct PutOff {
    pub(crate) id: String,
    pub(crate) until: DateTime<Utc>,
}

/// What was answered while the record was locked.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub(crate) struct Answered {
    pub(crate) id: String,
    pub(crate) there: bool,
}

/// The table. All ids are opaque.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub(crate) struct Table {
    pub(crate) language: Language,
    pub(crate) quiet: QuietHours,
    /// What is to be shown, and what was shown and still stands.
    pub(crate) rows: Vec<Due>,
    /// Which of them came due.
    pub(crate) shown: Vec<Shown>,
    pub(crate) put_off: Vec<PutOff>,
    pub(crate) answered: Vec<Answered>,
    /// How many were missed and not told of.
    pub(crate) missed: u32,
    /// When the last of what is planned comes: nothing is known after it. `None`: nothing is planned.
    pub(crate) last: Option<When>,
    /// Whether it was told that nothing is known any more.
    pub(crate) ended: bool,
}

/// As it is written.
#[derive(Serialize, Deserialize)]
struct File {
    about: String,
    version: u32,
    table: Table,
}

impl Table {
    /// What is kept in that folder; nothing where there is no file, or none that can be read: the next unlock makes it
    /// anew.
    pub(crate) fn load(folder: &Path) -> Self {
        let bytes = vault::small_file(folder, FILE).ok().flatten();
        let file = bytes.and_then(|bytes| serde_json::from_slice::<File>(&bytes).ok());
        file.filter(|file| file.version <= VERSION).map(|file| file.table).unwrap_or_default()
    }

    /// The file's contents: the nearest rows, and what came due lately.
    pub(crate) fn bytes(&self, now: DateTime<Utc>, device: Zone) -> Result<Vec<u8>, Failure> {
        let file = File { about: ABOUT.to_owned(), version: VERSION, table: self.cut(now, device) };
        let mut bytes = serde_json::to_vec(&file).map_err(|_| Failure::Internal { id: "reminders" })?;
        bytes.push(b'\n');
        Ok(bytes)
    }

    /// As much of it as a file holds.
    fn cut(&self, now: DateTime<Utc>, device: Zone) -> Self {
        let mut table = self.clone();
        let came = self.came();
        let (mut shown, mut rows): (Vec<_>, Vec<_>) =
            self.rows.iter().cloned().partition(|row| came.contains_key(row.id.as_str()));
        rows.sort_by_key(|row| row.when.instant(device));
        if rows.len() > MOST_ROWS {
            rows.truncate(MOST_ROWS);
            table.last = rows.last().map(|row| row.when);
        }
        let at = |row: &Due| came.get(row.id.as_str()).map(|shown| shown.at);
        shown.retain(|row| at(row).is_some_and(|at| at > now - STANDS));
        shown.sort_by_key(|row| Reverse(at(row)));
        shown.truncate(MOST_STANDING);
        rows.extend(shown);
        table.rows = rows;
        table.shown.sort_by_key(|shown| Reverse(shown.at));
        table.shown.truncate(MOST_SHOWN);
        table
    }

    /// What came due, by its id.
    pub(crate) fn came(&self) -> HashMap<&str, &Shown> {
        self.shown.iter().map(|shown| (shown.id.as_str(), shown)).collect()
    }

    /// The reminder of that thread that came last, while it can still be put off or answered.
    pub(crate) fn standing(&self, thread: &str, now: DateTime<Utc>, device: Zone) -> Option<String> {
        let came = self.came();
        let of_thread = self.rows.iter().filter(|row| row.thread == thread);
        let with_time = of_thread
            .map(|row| (came.get(row.id.as_str()).map_or_else(|| row.when.instant(device), |shown| shown.at), row));
        let lately = with_time.filter(|(at, _)| *at <= now && *at > now - STANDS);
        lately.max_by_key(|(at, _)| *at).map(|(_, row)| row.id.clone())
    }

    /// Whether there is nothing to keep.
    pub(crate) fn is_empty(&self) -> bool {
        self.rows.is_empty() && self.put_off.is_empty() && self.answered.is_empty() && self.missed == 0
    }

    /// Quiet time around now.
    pub(crate) fn spans(&self, now: DateTime<Utc>, device: Zone) -> Vec<Span> {
        // As far back as something may have been kept in the table.
        self.quiet.spans(now - HORIZON, now + HORIZON + TimeDelta::days(2), device)
    }

    /// Every row that did not come due yet, with when it is shown.
    pub(crate) fn to_come(&self, spans: &[Span], now: DateTime<Utc>, device: Zone) -> Vec<(&Due, Placement)> {
        let came: HashSet<&str> =
            self.shown.iter().filter(|shown| shown.holds(now)).map(|shown| shown.id.as_str()).collect();
        let rows = self.rows.iter().filter(|row| !came.contains(row.id.as_str()));
        rows.map(|row| (row, place(row, spans, now, device))).collect()
    }

    /// Notes that a row came due.
    pub(crate) fn note(&mut self, id: &str, at: DateTime<Utc>, missed: bool) {
        self.shown.retain(|shown| shown.id != id);
        self.shown.push(Shown { id: id.to_owned(), at, missed });
    }

    /// Puts a row off.
    pub(crate) fn put_off(&mut self, id: &str, until: DateTime<Utc>, device: Zone) {
        let id = first_id(id);
        let Some(row) = self.rows.iter().find(|row| row.id == id) else { return };
        let again = row.put_off(until, device);
        self.rows.push(again);
        self.put_off.push(PutOff { id: id.to_owned(), until });
    }
}

/// Writes the table's bytes whole or not at all, for this user alone; `None`: takes the file away.
pub(crate) fn write(folder: &Path, bytes: Option<&[u8]>) -> Result<(), Failure> {
    let written = match bytes {
        Some(bytes) => vault::put_small_file(folder, FILE, bytes),
        None => vault::remove_small_file(folder, FILE),
    };
    written.map_err(|error| lock::failure(error, ""))
}

/// An id that says nothing to anyone without the secret, which lies in the encrypted record. One that was put off is
/// known by the one that it was at first.
pub(crate) fn opaque(secret: &[u8; 32], id: &str) -> String {
    let first = first_id(id);
    let hash = Sha256::new().chain_update(secret).chain_update(first).finalize();
    let mut text = hash.iter().take(8).fold(String::with_capacity(16), |mut text, byte| {
        // Writing to a text cannot fail.
        let _ = write!(text, "{byte:02x}");
        text
    });
    text.push_str(id.strip_prefix(first).unwrap_or_default());
    text
}
