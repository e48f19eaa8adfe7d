//! The line that is called to hear whether a random drug test is due.
//!
//! A line has its hours in the clinic's zone. A call belongs to the day on which the line
//! **opened**: with hours over midnight (20:00 to 02:00), a call at one in the morning is the
//! one of the day before. Where it closes at the time at which it opens, it is open around the
//! clock.
//!
//! Who is up has to be tested by a time. The test then stands in the calendar as a session of
//! [`TEST_MINUTES`] that **ends** when the test is due: reminders come before it, and "were you
//! there?" is asked once it cannot be taken any more.

use chrono::{DateTime, NaiveDate, NaiveDateTime, TimeDelta, Utc};
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use crate::id::{CallId, CallLineId, EpisodeId, SessionId};
use crate::time::{TimeOfDay, Weekday, Zone, minus_days, plus_days};

/// How long a test that a call brought stands in the calendar.
pub const TEST_MINUTES: u32 = 15;

/// A line to call to hear whether a drug test is due.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct CallLine {
    /// Its id.
    pub id: CallLineId,
    /// The episode it belongs to.
    pub episode: EpisodeId,
    /// What is listened for: the client's colour or number. May be empty.
    pub name: String,
    /// Its number, as it is dialled. May be empty.
    pub phone: String,
    /// When it opens, in the clinic's zone.
    pub opens: TimeOfDay,
    /// When it closes, in the clinic's zone; not later than `opens`: on the next day.
    pub closes: TimeOfDay,
    /// On which weekdays it is to be called, each once, Monday first.
    pub weekdays: Vec<Weekday>,
    /// The first day on which it is to be called.
    pub starts_on: NaiveDate,
    /// The last day on which it is to be called; `None`: open.
    pub ends_on: Option<NaiveDate>,
}

/// One call of such a line.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct Call {
    /// Its id.
    pub id: CallId,
    /// The line.
    pub line: CallLineId,
    /// The day of the call: that on which the line opened.
    pub on: NaiveDate,
    /// When the client said so.
    pub called_at: DateTime<Utc>,
    /// Whether the client's colour or number was up.
    pub up: bool,
    /// The test that it brought, which may have been deleted since.
    pub session: Option<SessionId>,
}

/// How a line stands on a day on which it is to be called.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum CallState {
    /// It opens later.
    NotYetOpen,
    /// It can be called now.
    Open,
    /// It was called: not up.
    NotUp,
    /// It was called: up.
    Up,
    /// Its hours are over, and nothing was said.
    NotLogged,
}

impl CallLine {
    /// Whether it is to be called on that day.
    #[must_use]
    pub fn is_called_on(&self, on: NaiveDate) -> bool {
        on >= self.starts_on && self.ends_on.is_none_or(|end| on <= end) && self.weekdays.contains(&Weekday::of(on))
    }

    /// The next day after that one on which it is to be called.
    #[must_use]
    pub fn next_after(&self, on: NaiveDate) -> Option<NaiveDate> {
        let first = plus_days(on, 1).max(self.starts_on);
        (0..7).map(|days| plus_days(first, days)).find(|day| self.is_called_on(*day))
    }

    /// When it opens on that day.
    #[must_use]
    pub fn opens_at(&self, on: NaiveDate, zone: Zone) -> DateTime<Utc> {
        zone.instant(on.and_time(self.opens.time()))
    }

    /// When it closes, having opened on that day.
    #[must_use]
    pub fn closes_at(&self, on: NaiveDate, zone: Zone) -> DateTime<Utc> {
        zone.instant(self.after_opening(on, self.closes))
    }

    /// That time of day, the first after it opened on that day.
    fn after_opening(&self, on: NaiveDate, time: TimeOfDay) -> NaiveDateTime {
        let day = if time <= self.opens { plus_days(on, 1) } else { on };
        day.and_time(time.time())
    }

    /// The day that a call made now belongs to: the day before while what opened then is still
    /// open, else the clinic's own.
    #[must_use]
    pub fn day_at(&self, now: DateTime<Utc>, zone: Zone) -> NaiveDate {
        let day = zone.civil(now).date();
        let before = minus_days(day, 1);
        if self.is_called_on(before) && now < self.closes_at(before, zone) { before } else { day }
    }

    /// How it stands now with the call of that day; `None` where it is not to be called.
    #[must_use]
    pub fn state(&self, on: NaiveDate, call: Option<&Call>, now: DateTime<Utc>, zone: Zone) -> Option<CallState> {
        match call {
            Some(call) if call.up => Some(CallState::Up),
            Some(_) => Some(CallState::NotUp),
            None if !self.is_called_on(on) => None,
            None if now < self.opens_at(on, zone) => Some(CallState::NotYetOpen),
            None if now < self.closes_at(on, zone) => Some(CallState::Open),
            None => Some(CallState::NotLogged),
        }
    }

    /// The day and time at which a test begins that is due by that time of day, the first after
    /// the line opened on that day: a line of the evening may name a time of the next morning.
    #[must_use]
    pub fn test_begins(&self, on: NaiveDate, due_by: TimeOfDay, zone: Zone) -> (NaiveDate, TimeOfDay) {
        let due = zone.instant(self.after_opening(on, due_by));
        let begins = zone.civil(due - TimeDelta::minutes(i64::from(TEST_MINUTES)));
        (begins.date(), TimeOfDay::of(begins.time()))
    }
}

#[cfg(test)]
#[path = "drug_test_test.rs"]
mod tests;
