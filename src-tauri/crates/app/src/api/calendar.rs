//! The calendar: what is on which day.

use chrono::NaiveDate;
use domain::care::Closure;
use domain::schedule::Occurrence;
use domain::time::TimeOfDay;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// Request of `calendar`.
#[derive(Debug, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct CalendarSpan {
    /// The first day.
    pub from: NaiveDate,
    /// The last day, at most 400 days later.
    pub to: NaiveDate,
}

/// Answer of `calendar`.
#[derive(Debug, Serialize, TS)]
pub struct Calendar {
    /// The device's day.
    pub today: NaiveDate,
    /// Every day of whole weeks, as the client has them, around the span asked for.
    pub days: Vec<CalendarDay>,
    /// The days in them on which a program is closed.
    pub closures: Vec<Closure>,
    /// The first day of care; `None` before any began.
    pub care_starts_on: Option<NaiveDate>,
    /// The last day of which anything is known; `None` while care has no set end.
    pub care_ends_on: Option<NaiveDate>,
}

/// One day.
#[derive(Debug, Serialize, TS)]
pub struct CalendarDay {
    /// The day.
    pub on: NaiveDate,
    /// Whether a program is closed.
    pub closed: bool,
    /// Its sessions, in order.
    pub sessions: Vec<CalendarSession>,
}

/// One session as a calendar shows it; what else is known of it, `session` answers.
#[derive(Debug, Serialize, TS)]
pub struct CalendarSession {
    /// The session.
    #[serde(flatten)]
    pub occurrence: Occurrence,
    /// When it ends, on the wall clock.
    pub ends: TimeOfDay,
    /// Whether it has begun.
    pub begun: bool,
    /// Whether it is over.
    pub over: bool,
    /// Why the program is closed, where that is said.
    pub closed_for: Option<String>,
}
