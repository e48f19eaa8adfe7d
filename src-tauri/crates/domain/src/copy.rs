//! Copies of the record that stay on the device: when one is due, and which one goes when another was made.
//!
//! A copy is placed by the number it was given when it was made; its day only says which copies belong together. A clock
//! that is wrong can therefore make copies alike, but never old.

use chrono::{Datelike, NaiveDate};

/// Most days of which a copy is kept.
pub const DAYS: usize = 7;
/// Most weeks before those days of which a copy is kept.
pub const WEEKS: usize = 4;
/// Most months before those weeks of which a copy is kept.
pub const MONTHS: usize = 6;
/// Most copies from before an update that are kept, apart from the others.
pub const UPDATES: usize = 3;

/// What is known of a copy without opening it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Stamp {
    /// Its place in the order in which copies were made: a later one has a higher number.
    pub number: u64,
    /// The day it was made on, by the device's clock.
    pub day: NaiveDate,
    /// Made before an update changed how the record is kept.
    pub before_update: bool,
}

/// Whether a copy is due where the record changed: at most one a day, those before an update apart.
#[must_use]
pub fn due(copies: &[Stamp], today: NaiveDate) -> bool {
    let newest = copies.iter().filter(|copy| !copy.before_update).max_by_key(|copy| copy.number);
    newest.is_none_or(|copy| copy.day != today)
}

/// The numbers of the copies to delete, highest first. Where nothing was left over before, one more copy makes at most
/// one go, whatever day it bears.
///
/// From the newest on: the last copy of each of [`DAYS`] days; of what is before those, the last one of each of
/// [`WEEKS`] weeks (from Monday); of what is before those, the last one of each of [`MONTHS`] months. Of those made
/// before an update, the newest [`UPDATES`].
#[must_use]
pub fn to_delete(copies: &[Stamp]) -> Vec<u64> {
    let mut newest_first = copies.to_vec();
    newest_first.sort_by_key(|copy| std::cmp::Reverse(copy.number));
    let mut zones = [
        Zone::new(DAYS, |day| (day.year(), day.ordinal())),
        Zone::new(WEEKS, |day| (day.iso_week().year(), day.iso_week().week())),
        Zone::new(MONTHS, |day| (day.year(), day.month())),
    ];
    let mut updates = 0;
    let goes = |copy: &Stamp| {
        if copy.before_update {
            updates += 1;
            return updates > UPDATES;
        }
        zones.iter_mut().find(|zone| !zone.is_full()).is_none_or(|zone| !zone.admits(copy.day))
    };
    newest_first.into_iter().filter(goes).map(|copy| copy.number).collect()
}

/// So many spans of time, of each of which one copy is kept.
struct Zone {
    most: usize,
    span: fn(NaiveDate) -> (i32, u32),
    held: Vec<(i32, u32)>,
}

impl Zone {
    fn new(most: usize, span: fn(NaiveDate) -> (i32, u32)) -> Self {
        Self { most, span, held: Vec::new() }
    }

    fn is_full(&self) -> bool {
        self.held.len() >= self.most
    }

    /// Whether the day is the first of its span that was asked about.
    fn admits(&mut self, day: NaiveDate) -> bool {
        let span = (self.span)(day);
        let is_first = !self.held.contains(&span);
        if is_first {
            self.held.push(span);
        }
        is_first
    }
}

#[cfg(test)]
#[path = "copy_test.rs"]
mod tests;
