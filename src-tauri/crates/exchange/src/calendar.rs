//! Calendar files (iCalendar, RFC 5545), in and out.
//!
//! [`read`] turns the calendar of a clinic into events with their times in the
//! clinic's zone, and says for everything else on which line it stands and why
//! it could not be used. [`write()`] makes a calendar of sessions for other
//! programs.
//!
//! | module | about |
//! |---|---|
//! | `block` | bytes to unfolded lines, and those to the events and zones of the file |
//! | `draft` | one event as the file says it, its dates resolved |
//! | `zone` | what `TZID` means: IANA and Windows names, and zones that the file defines itself |
//! | `rule` | recurrence rules, checked and expanded |
//! | `series` | one event with its changed occurrences: all its times |
//! | `kind` | what kind of session the words of an event speak of |
//! | `write` | sessions to a file |
//!
//! The file is read by `calcard`, one event at a time, so that one broken event
//! spoils no other. Its recurrence engine is used too, behind checks of our own.
//! Every bound is a count, never a clock.

mod block;
mod draft;
mod kind;
mod rule;
mod series;
mod write;
mod zone;

use std::collections::HashMap;

use chrono::NaiveDate;
use domain::care::SessionKind;
use domain::time::{TimeOfDay, Zone};
use serde::Serialize;
use ts_rs::TS;

pub use kind::guess;
pub use write::{CalendarEntry, CalendarWords, write};

use series::{Budget, Series};
use zone::Zones;

/// The largest file that is read, in bytes.
pub const LARGEST: usize = 5 * 1024 * 1024;
/// Most events of one file, changed occurrences among them; the rest is not read.
pub const MOST_EVENTS: usize = 2_000;
/// Most times of one event.
pub const MOST_TIMES: usize = 1_000;
/// Most times of one file.
pub const MOST_TIMES_IN_ALL: usize = 5_000;

/// What of a calendar is wanted, and what its floating times mean.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Span {
    /// The first day.
    pub from: NaiveDate,
    /// The last day.
    pub to: NaiveDate,
    /// The clinic's zone: floating times are in it, and all times come out in it.
    pub zone: Zone,
}

/// What a file holds.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct CalendarFile {
    /// The events with at least one time within the span, in the order of the file.
    pub events: Vec<CalendarEvent>,
    /// What could not be used, in the order of its lines.
    pub unread: Vec<Unread>,
    /// The program that wrote the file, as it names itself.
    pub product: Option<String>,
}

/// One event, once or repeated.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct CalendarEvent {
    /// Names it: the same in every version of the file.
    pub uid: String,
    /// What it is called: one line, at most [`domain::text::LINE`] characters; may be empty.
    pub title: String,
    /// Where it is: as the title.
    pub place: String,
    /// The https link to join online.
    pub link: Option<String>,
    /// What kind of session its words speak of.
    pub guess: SessionKind,
    /// Its times within the span, the earliest first; at most [`MOST_TIMES`].
    pub times: Vec<EventTime>,
    /// Whether there are more times after the last of these: after the span, or more than are kept.
    pub goes_on: bool,
    /// Whether it is an event of several times, by its form.
    pub repeats: bool,
    /// Whether the whole event is cancelled; then all its times are.
    pub cancelled: bool,
}

/// One time of an event, in the clinic's zone.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct EventTime {
    /// Names it within its event, wherever it was moved: its original start, `20260105T230000Z`,
    /// or `20260105T180000` for an event in floating time. Empty for an event that does not repeat.
    pub recurrence: String,
    /// The day on which it begins.
    pub on: NaiveDate,
    /// When it begins.
    pub time: TimeOfDay,
    /// How long it lasts, 1 to 1440 minutes.
    pub minutes: u32,
    /// Whether it is cancelled.
    pub cancelled: bool,
}

/// An event that could not be used.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct Unread {
    /// The line of the file on which it begins, from 1.
    pub line: u32,
    /// Why.
    pub what: UnreadReason,
}

/// Why an event could not be used.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum UnreadReason {
    /// It has no end, or is not an event inside.
    Broken,
    /// It does not say when it begins.
    NoStart,
    /// It has no name that later versions of the file could be matched by.
    NoUid,
    /// One of its dates is none.
    BadDate,
    /// Its recurrence rule says nothing that can be followed.
    BadRule,
    /// Its rule repeats it more often than any session is held.
    TooOften,
    /// It is in a zone that neither the world nor the file knows.
    UnknownZone,
    /// It lasts longer than a day.
    TooLong,
    /// It is about whole days, and a session has a time.
    AllDay,
    /// It has no time within the span.
    OutsideSpan,
    /// Another version of the same event stands in the file, and is newer.
    Superseded,
    /// The file holds more than is read of one: more events, in which case nothing from this line
    /// on is read, or more times.
    TooMany,
}

/// Why a file cannot be read at all.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum CalendarFault {
    /// Larger than [`LARGEST`], or of more lines than a file of that size has.
    #[error("calendar_too_large")]
    TooLarge,
    /// Text, but no calendar.
    #[error("not_a_calendar")]
    NotACalendar,
    /// Not text.
    #[error("not_text")]
    NotText,
}

/// Reads a calendar file: what of it lies in the span.
///
/// # Errors
/// [`CalendarFault`], before anything of a file that is too large is looked at.
pub fn read(bytes: &[u8], span: Span) -> Result<CalendarFile, CalendarFault> {
    if bytes.len() > LARGEST {
        return Err(CalendarFault::TooLarge);
    }
    let lines = block::lines(bytes)?;
    let parts = block::parts(&lines).ok_or(CalendarFault::NotACalendar)?;
    let header = draft::header(&parts.header);
    let mut zones = Zones::new(&parts.zones, span);
    let mut unread = Vec::new();
    let mut all: Vec<Series> = Vec::new();
    let mut places: HashMap<String, usize> = HashMap::new();
    for (index, block) in parts.events.iter().enumerate() {
        if index == MOST_EVENTS {
            unread.push(Unread { line: block.line, what: UnreadReason::TooMany });
            break;
        }
        match draft::draft(block, &mut zones) {
            Err(what) => unread.push(Unread { line: block.line, what }),
            Ok(draft) => {
                let place = *places.entry(draft.uid.clone()).or_insert(all.len());
                match all.get_mut(place) {
                    Some(series) => unread.extend(series.add(draft)),
                    None => all.push(Series::new(draft)),
                }
            }
        }
    }
    let mut budget = Budget::default();
    let mut events = Vec::new();
    for series in &all {
        match series.event(span, header.cancelled, &mut budget) {
            Ok(event) => events.push(event),
            Err(what) => unread.push(Unread { line: series.line(), what }),
        }
    }
    unread.sort_unstable();
    Ok(CalendarFile { events, unread, product: header.product })
}

#[cfg(test)]
#[path = "calendar/bound_test.rs"]
mod bound_test;
#[cfg(test)]
#[path = "calendar/read_test.rs"]
mod read_test;
