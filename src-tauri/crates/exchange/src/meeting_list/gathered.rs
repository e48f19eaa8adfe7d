//! What was read so far, within its bounds.

use std::collections::HashSet;

use domain::listing::Listing;
use domain::text::LINE;
use domain::time::Zone;

use super::bmlt::{self, Formats};
use super::draft::Draft;
use super::row::Row;
use super::source::Source;
use super::{ListFault, ListFormat, MOST_LISTINGS, MOST_UNREAD, MeetingFile, RowFault, Unread, guide, text, time};

/// After how many rows the caller is asked whether to go on.
const STRIDE: u32 = 256;
/// Most characters of a name in what could not be read.
const MOST_NAME: usize = 80;

/// What was read so far.
pub(super) struct Gathered {
    format: ListFormat,
    formats: Formats,
    source: Source,
    listings: Vec<Listing>,
    keys: HashSet<String>,
    unread: Vec<Unread>,
    unread_in_all: u32,
    full: bool,
}

impl Gathered {
    /// Nothing yet of a file of that format, which says itself what these of its formats mean.
    pub fn new(format: ListFormat, formats: Formats) -> Self {
        Self {
            format,
            formats,
            source: Source::new(format),
            listings: Vec::new(),
            keys: HashSet::new(),
            unread: Vec::new(),
            unread_in_all: 0,
            full: false,
        }
    }

    /// Asks the caller now and then whether to go on.
    ///
    /// # Errors
    /// [`ListFault::Stopped`].
    pub fn pace(&self, row: u32, goes_on: &mut dyn FnMut() -> bool) -> Result<(), ListFault> {
        if !row.is_multiple_of(STRIDE) || goes_on() { Ok(()) } else { Err(ListFault::Stopped) }
    }

    /// Notes that a row could not be read, or part of it; nothing after what is not read any more.
    pub fn note(&mut self, row: u32, name: &str, what: RowFault, skipped: bool) {
        if self.full {
            return;
        }
        self.unread_in_all = self.unread_in_all.saturating_add(1);
        if self.unread.len() < MOST_UNREAD {
            self.unread.push(Unread { row, name: text::line(name, MOST_NAME), what, skipped });
        }
    }

    /// Reads no more from this row on.
    pub fn close(&mut self, row: u32) {
        self.note(row, "", RowFault::TooMany, true);
        self.full = true;
    }

    /// Reads a row.
    pub fn take(&mut self, number: u32, row: &Row) {
        if self.full {
            return;
        }
        self.source.hear(row);
        let draft = match self.format {
            ListFormat::MeetingGuide => guide::draft(row, false),
            ListFormat::MeetingGuideTable => guide::draft(row, true),
            ListFormat::Bmlt => bmlt::draft(row, &bmlt::SEARCH, &self.formats),
            ListFormat::BmltAdmin => bmlt::draft(row, &bmlt::ADMIN, &self.formats),
        };
        let name = draft.listing.name.clone();
        let is_bmlt = matches!(self.format, ListFormat::Bmlt | ListFormat::BmltAdmin);
        if is_bmlt && bmlt::is_unpublished(row) {
            self.note(number, &name, RowFault::NotPublished, true);
        } else if let Err(fault) = self.judge(number, &name, draft) {
            self.note(number, &name, fault, true);
        }
    }

    /// Puts a meeting on its days.
    fn judge(&mut self, number: u32, name: &str, draft: Draft<'_>) -> Result<(), RowFault> {
        let Draft { listing, days, odd_day, time, odd_end, odd_link, odd_venue, zone } = draft;
        if listing.name.is_empty() {
            return Err(RowFault::NoName);
        }
        if listing.key.is_empty() {
            return Err(RowFault::NoKey);
        }
        let held: Vec<_> = match (days.as_slice(), time) {
            ([], _) if odd_day => return Err(RowFault::NotADay),
            ([], "") => vec![None],
            (_, time) => {
                let time = time::clock(time).ok_or(RowFault::NotATime)?;
                days.iter().map(|day| Some((*day, time))).collect()
            }
        };
        if held.is_empty() {
            return Err(RowFault::NotADay);
        }
        let zone = Some(zone).filter(|zone| !zone.is_empty()).map(Zone::parse);
        let listing = Listing { zone: zone.flatten(), ..listing };
        let mut fault = None;
        let mut is_kept = false;
        // Cloned for all but the last.
        for (i, (mut one, held)) in std::iter::repeat_n(listing, held.len()).zip(held).enumerate() {
            // The first keeps the key that it has where it is the only one, in another edition.
            if let Some((day, _)) = held.filter(|_| i > 0) {
                one.key = format!("{}#{}", one.key, time::word(day));
            }
            one.held = held;
            if one.key.chars().count() > LINE {
                fault = Some(RowFault::TooLong);
            } else if self.keys.contains(&one.key) {
                fault = Some(RowFault::SameKey);
            } else if self.listings.len() == MOST_LISTINGS {
                self.close(number);
                return Ok(());
            } else {
                self.keys.insert(one.key.clone());
                self.listings.push(one);
                is_kept = true;
            }
        }
        match fault {
            Some(fault) if !is_kept => return Err(fault),
            Some(fault) => self.note(number, name, fault, false),
            None => {}
        }
        let partly = [
            (odd_day, RowFault::NotADay),
            (odd_end, RowFault::NotATime),
            (zone == Some(None), RowFault::UnknownZone),
            (odd_link, RowFault::NotALink),
            (odd_venue, RowFault::UnknownVenue),
        ];
        for (_, what) in partly.into_iter().filter(|(is_so, _)| *is_so) {
            self.note(number, name, what, false);
        }
        Ok(())
    }

    /// All that was read, of so many rows.
    pub fn file(self, rows: u32) -> MeetingFile {
        let Self { format, source, listings, unread, unread_in_all, .. } = self;
        let (name, fellowship) = (source.name(), source.fellowship());
        MeetingFile { format, name, fellowship, listings, rows, unread, unread_in_all }
    }
}
