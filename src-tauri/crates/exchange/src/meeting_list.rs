//! Published lists of support-group meetings, in: Meeting Guide as JSON and as a table, BMLT's search results and the
//! rows of its admin API. Which it is, its content says.
//!
//! | format | source |
//! |---|---|
//! | Meeting Guide JSON | github.com/code4recovery/spec; as found in the wild, days are also words and times have seconds or am and pm |
//! | Meeting Guide table | the import sheet of the same project, as CSV with a comma, semicolon or tab |
//! | BMLT search results | bmlt.app, `GetSearchResults`; with `get_used_formats` an object of `meetings` and `formats` |
//! | BMLT admin rows | bmlt.app, the admin API's `meetings` |
//!
//! A file is read whole; what cannot be read is told row by row. Every text comes out as a person reads it: entities
//! decoded, markup gone, within the lengths that Handrail keeps.

mod bmlt;
mod guide;
mod kind;
mod table;
mod text;

use std::collections::HashSet;

use domain::group::Fellowship;
use domain::listing::Listing;
use serde::Serialize;
use serde::de::{DeserializeSeed, Deserializer, IgnoredAny, MapAccess, SeqAccess, Visitor};
use serde_json::{Map, Value};
use ts_rs::TS;

/// The largest file that is read, in bytes: three times the largest list there is.
pub const LARGEST: usize = 64 * 1024 * 1024;
/// Most meetings that are read of one file.
pub const MOST_MEETINGS: usize = 100_000;
/// Most of what could not be read that is told by itself.
pub const MOST_UNREAD: usize = 200;
/// After how many rows it is asked whether to go on.
const STRIDE: u32 = 500;

/// The kind of file.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum ListFormat {
    /// Meeting Guide, JSON.
    MeetingGuide,
    /// Meeting Guide, a table.
    MeetingGuideTable,
    /// Search results of a BMLT server.
    Bmlt,
    /// Rows of a BMLT server's admin API.
    BmltAdmin,
}

impl ListFormat {
    /// Its word, the same as on the wire.
    #[must_use]
    pub const fn word(self) -> &'static str {
        match self {
            Self::MeetingGuide => "meeting_guide",
            Self::MeetingGuideTable => "meeting_guide_table",
            Self::Bmlt => "bmlt",
            Self::BmltAdmin => "bmlt_admin",
        }
    }
}

/// Why a row, or a part of it, cannot be used.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum RowFault {
    /// It is no entry at all.
    NotAMeeting,
    /// It has no name.
    NoName,
    /// Nothing names it in its list.
    NoKey,
    /// Its day is none, or it has a time but no day.
    NotADay,
    /// Its time is none, or it has a day but no time.
    NotATime,
    /// Its zone is none; it is taken as one of the device's.
    UnknownZone,
    /// Another row of the same key stands before it.
    SameKey,
    /// There are more meetings than are read.
    TooMany,
}

/// Something of a file that cannot be used.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct Unread {
    /// Which row, from 1. Of a table, its first line is the first row.
    pub row: u32,
    /// The meeting's name as far as it can be read, shortened; may be empty.
    pub name: String,
    /// Why.
    pub what: RowFault,
    /// Whether the whole row is left out.
    pub skipped: bool,
}

/// What a file holds.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct MeetingFile {
    /// The kind of file.
    pub format: ListFormat,
    /// What the list calls itself. May be empty.
    pub name: String,
    /// Whose meetings they seem to be.
    pub fellowship: Option<Fellowship>,
    /// The meetings, in the order of the file.
    pub listings: Vec<Listing>,
    /// Rows of the file.
    pub rows: u32,
    /// What could not be read: the first [`MOST_UNREAD`].
    pub unread: Vec<Unread>,
    /// How much could not be read in all.
    pub unread_in_all: u32,
}

/// Why a file is not read.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum ListFault {
    /// It is larger than [`LARGEST`].
    #[error("too large")]
    TooLarge,
    /// It is no text.
    #[error("not text")]
    NotText,
    /// It is a text, but no list of meetings.
    #[error("not a list")]
    NotAList,
    /// It is a list without a single entry.
    #[error("empty")]
    Empty,
    /// It is broken at that line.
    #[error("malformed at line {line}")]
    Malformed {
        /// The line, from 1.
        line: usize,
    },
    /// The reading was stopped.
    #[error("stopped")]
    Stopped,
}

/// Reads a file, whole or not at all. `goes_on` is asked now and then whether to go on.
///
/// # Errors
/// [`ListFault`].
pub fn read(bytes: &[u8], goes_on: &mut dyn FnMut() -> bool) -> Result<MeetingFile, ListFault> {
    if bytes.len() > LARGEST {
        return Err(ListFault::TooLarge);
    }
    let text = std::str::from_utf8(bytes).map_err(|_| ListFault::NotText)?;
    let text = text.strip_prefix('\u{feff}').unwrap_or(text);
    if text.contains('\0') {
        return Err(ListFault::NotText);
    }
    let mut reading = Reading::new(goes_on);
    match text.trim_start().chars().next() {
        None => return Err(ListFault::NotAList),
        Some('[' | '{') => json(text, &mut reading)?,
        Some(_) => table::read(text, &mut reading)?,
    }
    reading.finish()
}

/// What has been read so far.
struct Reading<'a> {
    goes_on: &'a mut dyn FnMut() -> bool,
    format: Option<ListFormat>,
    name: String,
    fellowship: Option<Fellowship>,
    listings: Vec<Listing>,
    keys: HashSet<String>,
    rows: u32,
    unread: Vec<Unread>,
    unread_in_all: u32,
    stopped: bool,
}

impl<'a> Reading<'a> {
    fn new(goes_on: &'a mut dyn FnMut() -> bool) -> Self {
        Self {
            goes_on,
            format: None,
            name: String::new(),
            fellowship: None,
            listings: Vec::new(),
            keys: HashSet::new(),
            rows: 0,
            unread: Vec::new(),
            unread_in_all: 0,
            stopped: false,
        }
    }

    /// Counts a row. `false`: the reading is to stop.
    fn next_row(&mut self) -> bool {
        self.rows = self.rows.saturating_add(1);
        if self.rows.is_multiple_of(STRIDE) && !(self.goes_on)() {
            self.stopped = true;
        }
        !self.stopped
    }

    /// Keeps what the list calls itself and whose meetings they seem to be, the first time either is said.
    fn named(&mut self, name: &str, fellowship: Option<Fellowship>) {
        if self.name.is_empty() {
            self.name = text::line(name, domain::text::LINE);
        }
        self.fellowship = self.fellowship.or(fellowship);
    }

    fn tell(&mut self, name: &str, what: RowFault, skipped: bool) {
        self.unread_in_all = self.unread_in_all.saturating_add(1);
        if self.unread.len() < MOST_UNREAD {
            self.unread.push(Unread { row: self.rows, name: text::line(name, 80), what, skipped });
        }
    }

    /// Keeps a meeting.
    fn keep(&mut self, listing: Listing) {
        if self.listings.len() >= MOST_MEETINGS {
            self.tell(&listing.name, RowFault::TooMany, true);
        } else if self.keys.insert(listing.key.clone()) {
            self.listings.push(listing);
        } else {
            self.tell(&listing.name, RowFault::SameKey, true);
        }
    }

    /// Takes what became of a row: its meetings, and what of it cannot be used.
    fn take(&mut self, name: &str, found: Result<(Vec<Listing>, Option<RowFault>), RowFault>) {
        match found {
            Ok((listings, part)) => {
                if let Some(what) = part {
                    self.tell(name, what, false);
                }
                listings.into_iter().for_each(|listing| self.keep(listing));
            }
            Err(what) => self.tell(name, what, true),
        }
    }

    fn finish(self) -> Result<MeetingFile, ListFault> {
        if self.stopped {
            return Err(ListFault::Stopped);
        }
        if self.rows == 0 {
            return Err(ListFault::Empty);
        }
        Ok(MeetingFile {
            format: self.format.ok_or(ListFault::NotAList)?,
            name: self.name,
            fellowship: self.fellowship,
            listings: self.listings,
            rows: self.rows,
            unread: self.unread,
            unread_in_all: self.unread_in_all,
        })
    }
}

fn json(text: &str, reading: &mut Reading<'_>) -> Result<(), ListFault> {
    let malformed = |error: &serde_json::Error| ListFault::Malformed { line: error.line().max(1) };
    // BMLT may say what its codes mean, after the meetings: that is looked for first.
    let mut formats = Formats::default();
    if text.trim_start().starts_with('{') {
        let mut file = serde_json::Deserializer::from_str(text);
        (&mut formats).deserialize(&mut file).and_then(|()| file.end()).map_err(|error| malformed(&error))?;
        if !formats.has_meetings {
            return Err(ListFault::NotAList);
        }
    }
    let mut file = serde_json::Deserializer::from_str(text);
    let read = Rows { reading, formats: &formats.names }.deserialize(&mut file).and_then(|()| file.end());
    match read {
        Err(_) if reading.stopped => Ok(()),
        Err(error) => Err(malformed(&error)),
        Ok(()) => Ok(()),
    }
}

/// Finds what a file says of its codes, and whether it has meetings; keeps nothing else.
#[derive(Default)]
struct Formats {
    names: kind::Names,
    has_meetings: bool,
}

impl<'de> DeserializeSeed<'de> for &mut Formats {
    type Value = ();

    fn deserialize<D: Deserializer<'de>>(self, deserializer: D) -> Result<(), D::Error> {
        deserializer.deserialize_map(self)
    }
}

impl<'de> Visitor<'de> for &mut Formats {
    type Value = ();

    fn expecting(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("an object")
    }

    fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<(), A::Error> {
        while let Some(key) = map.next_key::<String>()? {
            match key.as_str() {
                "formats" => self.names = kind::names(&map.next_value()?),
                "meetings" => {
                    self.has_meetings = true;
                    map.next_value::<IgnoredAny>()?;
                }
                _ => drop(map.next_value::<IgnoredAny>()?),
            }
        }
        Ok(())
    }
}

/// Reads the entries one by one, so that none but the one at hand is in memory.
struct Rows<'r, 'a> {
    reading: &'r mut Reading<'a>,
    formats: &'r kind::Names,
}

impl<'de> DeserializeSeed<'de> for Rows<'_, '_> {
    type Value = ();

    fn deserialize<D: Deserializer<'de>>(self, deserializer: D) -> Result<(), D::Error> {
        deserializer.deserialize_any(self)
    }
}

impl<'de> Visitor<'de> for Rows<'_, '_> {
    type Value = ();

    fn expecting(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("a list of meetings")
    }

    fn visit_seq<A: SeqAccess<'de>>(self, mut rows: A) -> Result<(), A::Error> {
        while let Some(row) = rows.next_element::<Value>()? {
            if !self.reading.next_row() {
                return Err(serde::de::Error::custom("stopped"));
            }
            match row {
                Value::Object(row) => entry(self.reading, self.formats, &row),
                _ => self.reading.tell("", RowFault::NotAMeeting, true),
            }
        }
        Ok(())
    }

    fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<(), A::Error> {
        let Rows { reading, formats } = self;
        while let Some(key) = map.next_key::<String>()? {
            if key == "meetings" {
                map.next_value_seed(Rows { reading: &mut *reading, formats })?;
            } else {
                map.next_value::<IgnoredAny>()?;
            }
        }
        Ok(())
    }
}

/// One entry of a JSON file. The first whose kind can be told says what the file is.
fn entry(reading: &mut Reading<'_>, formats: &kind::Names, row: &Map<String, Value>) {
    let has = |keys: &[&str]| keys.iter().any(|key| row.contains_key(*key));
    let format = reading.format.or_else(|| {
        if has(&["weekday_tinyint", "meeting_name", "id_bigint"]) {
            Some(ListFormat::Bmlt)
        } else if has(&["serviceBodyId", "venueType", "formatIds", "startTime"]) {
            Some(ListFormat::BmltAdmin)
        } else if has(&["slug"]) || (has(&["name"]) && has(&["day", "time", "types", "location"])) {
            Some(ListFormat::MeetingGuide)
        } else {
            None
        }
    });
    reading.format = format;
    match format {
        Some(ListFormat::Bmlt) => bmlt::search_result(reading, formats, row),
        Some(ListFormat::BmltAdmin) => bmlt::admin_row(reading, formats, row),
        Some(_) => guide::entry(reading, row),
        None => reading.tell("", RowFault::NotAMeeting, true),
    }
}

#[cfg(test)]
#[path = "meeting_list/read_test.rs"]
mod tests;

#[cfg(test)]
#[path = "meeting_list/bound_test.rs"]
mod bound_test;
