//! Calendar files: a clinic's in, what is ahead out.

use chrono::NaiveDate;
use domain::care::SessionKind;
use domain::id::EpisodeId;
use domain::time::{TimeOfDay, Weekday};
use exchange::calendar::UnreadReason;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// Request of `preview_calendar`.
#[derive(Debug, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct CalendarChosen {
    /// The file's text.
    pub text: String,
    /// The episode that its sessions belong to.
    pub episode: EpisodeId,
}

/// Answer of `preview_calendar`: what the file holds, and what taking it in does.
#[derive(Debug, Serialize, TS)]
pub struct CalendarPreview {
    /// The first day that is looked at.
    pub from: NaiveDate,
    /// The last day that is looked at.
    pub to: NaiveDate,
    /// The events with a time between the two, in the order of the file.
    pub events: Vec<EventPreview>,
    /// What cannot be used, by line.
    pub unread: Vec<UnreadEvent>,
}

/// One event of a file.
#[derive(Debug, Serialize, TS)]
pub struct EventPreview {
    /// Names it.
    pub uid: String,
    /// What it is called; may be empty.
    pub title: String,
    /// What its sessions are: as chosen the last time, or as its words sound.
    pub kind: SessionKind,
    /// The day of its first time.
    pub first_on: NaiveDate,
    /// The day of its last time.
    pub last_on: NaiveDate,
    /// The weekdays of its times, from Monday.
    pub days: Vec<Weekday>,
    /// When its times begin, from the most usual; three at most.
    pub times: Vec<TimeOfDay>,
    /// How many minutes most of its times last.
    pub minutes: u32,
    /// How many times it has, cancelled ones among them.
    pub count: u32,
    /// Whether it is an event of several times.
    pub repeats: bool,
    /// Whether there are more after the last.
    pub goes_on: bool,
    /// Whether all of it is cancelled.
    pub cancelled: bool,
    /// Times that are not here yet, and are added.
    pub new: u32,
    /// Times that are here otherwise, and are changed.
    pub changed: u32,
    /// Times that are here just so, or are cancelled and were never here.
    pub same: u32,
    /// Times that are here and stay as they are, whatever the file says: the client answered or changed them.
    pub kept: u32,
    /// Sessions here that the event has no more, and are removed.
    pub gone: u32,
    /// Times at which another session is held too.
    pub overlaps: u32,
}

/// Something of a file that cannot be used.
#[derive(Debug, Serialize, TS)]
pub struct UnreadEvent {
    /// The line on which it begins, from 1.
    pub line: u32,
    /// Why.
    pub reason: UnreadReason,
}

/// Request of `import_calendar`.
#[derive(Debug, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct ImportCalendar {
    /// The file's text.
    pub text: String,
    /// The episode that its sessions belong to.
    pub episode: EpisodeId,
    /// Kinds other than those that the preview proposes.
    pub kinds: Vec<EventKind>,
    /// The events that nothing is done about.
    pub leave_out: Vec<String>,
}

/// What the sessions of an event are.
#[derive(Debug, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct EventKind {
    /// The event.
    pub uid: String,
    /// The kind.
    pub kind: SessionKind,
}

/// Answer of `import_calendar`.
#[derive(Debug, PartialEq, Eq, Serialize, TS)]
pub struct CalendarImported {
    /// Sessions that were added.
    pub added: u32,
    /// Sessions that were changed.
    pub changed: u32,
    /// Sessions that were removed.
    pub removed: u32,
}

/// Request of `export_calendar`.
#[derive(Debug, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct ExportCalendar {
    /// The first day; `None`: today.
    #[serde(default)]
    #[ts(optional = nullable)]
    pub from: Option<NaiveDate>,
    /// For how many weeks, 1 to 52.
    pub weeks: u32,
    /// What the sessions are called.
    pub titles: CalendarTitles,
    /// Minutes before each at which the other program reminds, 0 to 2880; `None`: never.
    pub remind_minutes: Option<u32>,
}

/// What sessions are called in a calendar of another program.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum CalendarTitles {
    /// All the same, and nothing of treatment; no place either.
    Neutral,
    /// What they are, and where.
    Kind,
}

/// Answer of `export_calendar`.
#[derive(Debug, Serialize, TS)]
pub struct CalendarExported {
    /// How many sessions there are; with none, nothing is saved.
    pub sessions: u32,
    /// Where it was saved, as the system names it; `None`: the client chose not to.
    pub saved: Option<String>,
}
