//! What is reminded of, when, and what is kept outside the encrypted record so that it comes while that is locked.
//!
//! [`thing`] finds what there is to be reminded of, [`plan()`] makes [`Firing`]s of it, and [`place()`] says when each
//! is shown, with quiet hours kept. All of it is pure: the same record, rules, time and zone always give the same
//! firings with the same ids.

mod due;
mod plan;
mod quiet;
pub mod thing;

#[cfg(test)]
mod clock_model;
#[cfg(test)]
mod sample;

use serde::{Deserialize, Serialize};
use ts_rs::TS;

use crate::aftercare::Repeat;
use crate::id::OwnReminderId;
use crate::time::{TimeOfDay, Zone, minus_days, plus_days};
use chrono::{DateTime, Datelike, NaiveDate, TimeDelta, Utc};

pub use due::{About, Due, Placement, When, first_id, place, put_off_id};
pub use plan::{Firing, Snoozed, plan};
pub use quiet::{Quiet, QuietHours, Span};

/// How far ahead reminders are planned.
pub const HORIZON: TimeDelta = TimeDelta::days(60);
/// How far back a reminder is still known: it may be answered, snoozed, or told of as missed.
pub const PAST: TimeDelta = TimeDelta::days(14);
/// How long after the beginning a reminder of the beginning itself is still shown.
pub const LATE: TimeDelta = TimeDelta::minutes(30);
/// Most leads of one rule.
pub const MOST_LEADS: usize = 10;
/// The longest lead before a beginning, in minutes: four weeks.
pub const MOST_LEAD_MINUTES: u32 = 28 * 24 * 60;
/// The longest lead in days.
pub const MOST_LEAD_DAYS: u32 = 60;
/// The longest lead that a usual meeting has of its own, in days.
const MOST_LEAD_DAYS_OF_MEETING: u32 = MOST_LEAD_MINUTES / MINUTES_A_DAY;
const MINUTES_A_DAY: u32 = 24 * 60;
/// Most reminders of one's own.
pub const MOST_OWN: usize = 200;

/// What can remind.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum Source {
    /// Sessions of the program.
    Session,
    /// Usual support-group meetings that the client wants to be reminded of.
    Meeting,
    /// What is asked and still owed, by the day on which it is due.
    Requirement,
    /// The hours in which a line is to be called, until it was called that day.
    CallLine,
    /// Homework with a day, until it is done.
    Homework,
    /// The daily check-in, until it is there.
    CheckIn,
    /// Mooring lines, on the last day of the client's week, until they were gone through.
    Mooring,
    /// The day set for the plan's next review.
    PlanReview,
    /// Medication, every day.
    Medication,
    /// The last covered day of an authorization, until another goes on after it.
    Authorization,
    /// Steps of the aftercare plan with a day, until they are done.
    Aftercare,
    /// Marks and anniversaries of recovery dates.
    Anniversary,
    /// That no copy of the record was saved for a time.
    Backup,
    /// Reminders of the client's own.
    Own,
}

impl Source {
    /// All, in the order in which they are shown.
    pub const ALL: [Self; 14] = [
        Self::Session,
        Self::Meeting,
        Self::Requirement,
        Self::CallLine,
        Self::Homework,
        Self::Medication,
        Self::CheckIn,
        Self::Mooring,
        Self::PlanReview,
        Self::Aftercare,
        Self::Anniversary,
        Self::Authorization,
        Self::Backup,
        Self::Own,
    ];

    /// Whether what it reminds of begins at a time, so that a lead can be in minutes. The others have a day.
    #[must_use]
    pub const fn has_time(self) -> bool {
        matches!(self, Self::Session | Self::Meeting | Self::CallLine | Self::Own)
    }

    /// Whether the client can be asked afterwards whether they were there.
    #[must_use]
    pub const fn can_ask(self) -> bool {
        matches!(self, Self::Session | Self::Meeting)
    }

    /// Its name, as it is kept and as ids of reminders begin.
    #[must_use]
    pub const fn word(self) -> &'static str {
        match self {
            Self::Session => "session",
            Self::Meeting => "meeting",
            Self::Requirement => "requirement",
            Self::CallLine => "call_line",
            Self::Homework => "homework",
            Self::CheckIn => "check_in",
            Self::Mooring => "mooring",
            Self::PlanReview => "plan_review",
            Self::Medication => "medication",
            Self::Authorization => "authorization",
            Self::Aftercare => "aftercare",
            Self::Anniversary => "anniversary",
            Self::Backup => "backup",
            Self::Own => "own",
        }
    }
}

/// How long before.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case", tag = "kind", deny_unknown_fields)]
pub enum Lead {
    /// So many minutes before it begins, 0 to [`MOST_LEAD_MINUTES`]; of a line to call, before it closes, and not
    /// before it opens. Only where [`Source::has_time`].
    Before {
        /// Minutes.
        minutes: u32,
    },
    /// So many days before, 0 to [`MOST_LEAD_DAYS`], at that time of the device's day.
    At {
        /// Days.
        days: u32,
        /// The time of day.
        time: TimeOfDay,
    },
}

/// How one source reminds.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(deny_unknown_fields)]
#[ts(rename = "ReminderRule")]
pub struct Rule {
    /// Which.
    pub source: Source,
    /// Whether at all.
    pub on: bool,
    /// When, at most [`MOST_LEADS`]. A usual meeting also has a lead of its own.
    pub leads: Vec<Lead>,
    /// The client's own words, at most a line; empty: neutral ones. Only shown while the record is open.
    pub words: String,
    /// Whether with a sound.
    pub sound: bool,
    /// Whether it is asked afterwards if the client was there. Only where [`Source::can_ask`].
    pub ask: bool,
}

impl Rule {
    /// How a source reminds while the client has chosen nothing.
    #[must_use]
    pub fn of(source: Source) -> Self {
        let at = |days, hour: u16| Lead::At { days, time: TimeOfDay::from_minutes(hour * 60) };
        let before = |minutes| Lead::Before { minutes };
        let (on, leads) = match source {
            Source::Session => (true, vec![before(60)]),
            Source::Meeting => (true, Vec::new()),
            Source::Requirement => (true, vec![at(1, 18)]),
            Source::CallLine => (true, vec![before(24 * 60), before(60)]),
            Source::Homework => (true, vec![at(1, 18)]),
            Source::CheckIn => (false, vec![at(0, 20)]),
            Source::Mooring => (true, vec![at(0, 18)]),
            Source::PlanReview => (true, vec![at(0, 10)]),
            Source::Medication => (false, vec![at(0, 9)]),
            Source::Authorization => (true, vec![at(5, 10), at(3, 10)]),
            Source::Aftercare | Source::Anniversary => (true, vec![at(0, 9)]),
            Source::Backup => (true, vec![at(0, 11)]),
            Source::Own => (true, vec![before(0)]),
        };
        Self { source, on, leads, words: String::new(), sound: true, ask: source.can_ask() }
    }

    /// The first and the last day of the things that [`plan()`] needs of this source: of those that reminders within
    /// [`PAST`] and [`HORIZON`] are about, wherever they are held.
    #[must_use]
    pub fn days(&self, now: DateTime<Utc>, device: Zone) -> (NaiveDate, NaiveDate) {
        let lead = self.leads.iter().map(|lead| match *lead {
            Lead::Before { minutes } => minutes.div_ceil(MINUTES_A_DAY),
            Lead::At { days, .. } => days,
        });
        let own = if self.source == Source::Meeting { MOST_LEAD_DAYS_OF_MEETING } else { 0 };
        let lead = lead.max().unwrap_or(0).max(own);
        // What lasts a day may end in the span; and two places' calendars are up to two days apart.
        let first = minus_days(device.civil(now - PAST).date(), 3);
        (first, plus_days(device.civil(now + HORIZON).date(), u64::from(lead) + 2))
    }
}

/// A reminder of the client's own. It keeps its time of day wherever the device is.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct OwnReminder {
    /// Its id.
    pub id: OwnReminderId,
    /// What it is about.
    pub text: String,
    /// Whether it shows that text while the record is open; else neutral words.
    pub shows_text: bool,
    /// The first day.
    pub on: NaiveDate,
    /// The time of day.
    pub time: TimeOfDay,
    /// How often it comes again; `None`: once.
    pub repeat: Option<Repeat>,
    /// The last day, of one that repeats; `None`: until it is taken away.
    pub ends_on: Option<NaiveDate>,
}

impl OwnReminder {
    /// Its first day that is not before `from`; `None`: it is over.
    #[must_use]
    pub fn next_from(&self, from: NaiveDate) -> Option<NaiveDate> {
        let next = match self.repeat {
            _ if self.on >= from => self.on,
            Some(repeat) => repeat.after(self.on, self.on.day(), minus_days(from, 1)),
            None => return None,
        };
        (next >= from && self.ends_on.is_none_or(|end| next <= end)).then_some(next)
    }
}

#[cfg(test)]
#[path = "reminder_test.rs"]
mod tests;
