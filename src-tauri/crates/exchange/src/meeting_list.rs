//! Published lists of support-group meetings, in.
//!
//! [`read`] knows the kind of list by what it says, never by a file's name, and
//! says row by row what it could not read.
//!
//! | format | published by | described at |
//! |---|---|---|
//! | Meeting Guide, JSON or table | AA and others | <https://github.com/code4recovery/spec> |
//! | BMLT, search results or admin rows | NA | <https://github.com/bmlt-enabled/bmlt-server> |
//!
//! | module | about |
//! |---|---|
//! | `json` | a file of objects, read one at a time |
//! | `table` | a file of cells |
//! | `row` | one meeting as the file has it, and which format it is of |
//! | `guide`, `bmlt` | what the fields of each format mean |
//! | `draft` | one meeting as it is understood, before its days and times are judged |
//! | `gathered` | what was read so far, within its bounds |
//! | `code` | what type and format codes mean |
//! | `time` | days, times and lengths as lists write them |
//! | `text` | readable texts, links and numbers out of markup |
//! | `source` | whose list it is, by who publishes it |

mod bmlt;
mod code;
mod draft;
mod gathered;
mod guide;
mod json;
mod row;
mod source;
mod table;
mod text;
mod time;

use std::borrow::Cow;

use domain::group::Fellowship;
use domain::listing::Listing;
use encoding_rs::{Encoding, WINDOWS_1252};
use serde::Serialize;
use ts_rs::TS;

/// The largest file that is read, in bytes.
pub const LARGEST: usize = 64 * 1024 * 1024;
/// Most meetings of one file; the rest is not read.
pub const MOST_LISTINGS: usize = 100_000;
/// Most entries that are kept of what could not be read.
pub const MOST_UNREAD: usize = 200;
/// Most characters of the notes of one meeting; the rest is cut. All other texts are single lines of at most
/// [`domain::text::LINE`] characters.
pub const MOST_NOTES: usize = 2_000;

/// The kind of a list.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum ListFormat {
    /// Meeting Guide, JSON.
    MeetingGuide,
    /// Meeting Guide, a table.
    MeetingGuideTable,
    /// Search results of a BMLT server.
    Bmlt,
    /// Meetings as the administration of a BMLT server has them.
    BmltAdmin,
}

impl ListFormat {
    /// Its name on the wire and in the database.
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

/// What a file holds.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct MeetingFile {
    /// The kind of list.
    pub format: ListFormat,
    /// Whose list: the entity that publishes it, or the host of its server. Empty where the file does not say, or
    /// names several.
    pub name: String,
    /// Whose meetings they seem to be; `None` where they seem to be of several fellowships.
    pub fellowship: Option<Fellowship>,
    /// The meetings, in the order of the file; a meeting of several days stands once for each.
    pub listings: Vec<Listing>,
    /// Rows or objects of the file, those that publish nothing among them.
    pub rows: u32,
    /// What could not be read, in the order of the file; at most [`MOST_UNREAD`].
    pub unread: Vec<Unread>,
    /// How much could not be read in all.
    pub unread_in_all: u32,
}

/// A row that could not be read, or not wholly.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct Unread {
    /// Which: in a table the number of the row, the header being 1; else the number of the object, from 1.
    pub row: u32,
    /// What it calls itself, at most 80 characters. May be empty.
    pub name: String,
    /// Why.
    pub what: RowFault,
    /// Whether the row was left out, or only that part of it.
    pub skipped: bool,
}

/// Why a row could not be read.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum RowFault {
    /// It is no entry at all, or a broken one.
    NotAMeeting,
    /// It has no name.
    NoName,
    /// It has nothing that later editions of the list could be matched by.
    NoKey,
    /// Its day is none, or it has a time and no day.
    NotADay,
    /// Its time, end or length is none, its end is long before its beginning, or it has a day and no time.
    NotATime,
    /// It is in a zone that is not known.
    UnknownZone,
    /// Its link is none that is safe to follow.
    NotALink,
    /// It says in a way that is not known whether it is at a place or online.
    UnknownVenue,
    /// Those who make the list do not publish it.
    NotPublished,
    /// Another row before it has the same key.
    SameKey,
    /// Its key or one of its cells is longer than any is.
    TooLong,
    /// The file holds more than [`MOST_LISTINGS`] meetings: nothing from this row on is read.
    TooMany,
}

/// Why a file cannot be read at all.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum ListFault {
    /// Larger than [`LARGEST`].
    #[error("list_too_large")]
    TooLarge,
    /// Not text.
    #[error("not_text")]
    NotText,
    /// Text, but no list of meetings that is known.
    #[error("not_a_list")]
    NotAList,
    /// A list of nothing, as BMLT servers also answer when they failed.
    #[error("empty_list")]
    Empty,
    /// Broken at this line, from 1: cut off, most likely.
    #[error("malformed_list")]
    Malformed {
        /// The line.
        line: usize,
    },
    /// The caller wanted it to stop.
    #[error("stopped")]
    Stopped,
}

/// Reads a list of meetings.
///
/// `goes_on` is asked now and then whether to go on.
///
/// # Errors
/// [`ListFault`], before anything of a file that is too large is looked at.
pub fn read(bytes: &[u8], goes_on: &mut dyn FnMut() -> bool) -> Result<MeetingFile, ListFault> {
    if bytes.len() > LARGEST {
        return Err(ListFault::TooLarge);
    }
    let text = text(bytes)?;
    match text.chars().find(|c| !c.is_whitespace()) {
        None => Err(ListFault::Empty),
        Some('[' | '{') => json::read(&text, goes_on),
        Some(_) => table::read(&text, goes_on),
    }
}

/// The text of a file: UTF-8; UTF-16 where its first bytes say so; else what spreadsheets on Windows write.
///
/// # Errors
/// [`ListFault::NotText`].
pub fn text(bytes: &[u8]) -> Result<Cow<'_, str>, ListFault> {
    let text = match (Encoding::for_bom(bytes), std::str::from_utf8(bytes)) {
        (Some((encoding, mark)), _) => {
            let rest = bytes.get(mark..).unwrap_or_default();
            encoding.decode_without_bom_handling_and_without_replacement(rest).ok_or(ListFault::NotText)?
        }
        (None, Ok(text)) => Cow::Borrowed(text),
        (None, Err(_)) => WINDOWS_1252.decode_without_bom_handling(bytes).0,
    };
    if text.contains('\0') { Err(ListFault::NotText) } else { Ok(text) }
}

#[cfg(test)]
#[path = "meeting_list/bound_test.rs"]
mod bound_test;
#[cfg(test)]
#[path = "meeting_list/read_test.rs"]
mod read_test;
