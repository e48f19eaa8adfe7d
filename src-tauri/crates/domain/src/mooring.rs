//! Mooring lines: the client's own few *behaviours* that keep them steady ("in bed by 11", "call my sponsor", not "be
//! positive"), gone through about once a week. Where two or more were let go of, that is drift, and the plan's warning
//! signs are what to look at.
//!
//! After the mooring lines of the Matrix Model (SAMHSA, Counselor's Treatment Manual: Matrix Intensive Outpatient
//! Treatment for People With Stimulant Use Disorders, public domain); every word is the client's.

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use crate::id::MooringLineId;
use crate::time::plus_days;

/// Most lines at a time. Four to six are advised; more are hard to keep in mind.
pub const MOST_LINES: usize = 12;
/// So many let go of in one week are drift.
pub const DRIFT: usize = 2;

/// A mooring line.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct MooringLine {
    /// Its id.
    pub id: MooringLineId,
    /// What the client does.
    pub text: String,
    /// Its place in the list, from 0.
    pub place: u32,
    /// The day on which it was put on the list.
    pub starts_on: NaiveDate,
    /// The day on which it was taken off the list; `None`: it is on it.
    pub ends_on: Option<NaiveDate>,
}

impl MooringLine {
    /// Whether it is one of the lines of the week that starts on that day: it is on the list at the end of the week.
    #[must_use]
    pub fn is_of_week(&self, starts_on: NaiveDate) -> bool {
        let last = plus_days(starts_on, 6);
        self.starts_on <= last && self.ends_on.is_none_or(|end| end > last)
    }
}

/// A week that was gone through. Which lines it had and which held stays, whatever becomes of the lines; their words are
/// those of today.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct MooringWeek {
    /// The first day of the week.
    pub starts_on: NaiveDate,
    /// The lines that it had, each once.
    pub ticks: Vec<Tick>,
}

/// One line in one week.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct Tick {
    /// The line.
    pub line: MooringLineId,
    /// Whether it held.
    pub held: bool,
}

/// Two or more lines were let go of.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct Drift {
    /// The first day of the week in which they were.
    pub starts_on: NaiveDate,
    /// Those lines.
    pub lines: Vec<MooringLineId>,
}

impl MooringWeek {
    /// How many lines held.
    #[must_use]
    pub fn held(&self) -> usize {
        self.ticks.iter().filter(|tick| tick.held).count()
    }
}

/// Whether there is drift, by the latest week that was gone through.
#[must_use]
pub fn drift(weeks: &[MooringWeek]) -> Option<Drift> {
    let latest = weeks.iter().max_by_key(|week| week.starts_on)?;
    let lines: Vec<_> = latest.ticks.iter().filter(|tick| !tick.held).map(|tick| tick.line).collect();
    (lines.len() >= DRIFT).then_some(Drift { starts_on: latest.starts_on, lines })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn day(text: &str) -> NaiveDate {
        text.parse().unwrap()
    }

    fn line(number: u64) -> MooringLineId {
        MooringLineId::new(number, &[0; 10])
    }

    fn week(starts_on: &str, held: &[bool]) -> MooringWeek {
        let ticks = held.iter().zip(1..).map(|(held, number)| Tick { line: line(number), held: *held }).collect();
        MooringWeek { starts_on: day(starts_on), ticks }
    }

    #[test]
    fn two_lines_let_go_of_in_the_latest_week_are_drift_and_one_is_not() {
        let steady = week("2026-01-05", &[true, true, false, true]);
        let adrift = week("2026-01-12", &[true, false, false, true]);
        assert_eq!(drift(&[]), None);
        assert_eq!(drift(std::slice::from_ref(&steady)), None);
        let expected = Drift { starts_on: day("2026-01-12"), lines: vec![line(2), line(3)] };
        assert_eq!(drift(&[adrift.clone(), steady.clone()]), Some(expected), "in whatever order");
        let later = MooringWeek { starts_on: day("2026-02-02"), ..steady };
        assert_eq!(drift(&[adrift, later]), None, "weeks that were not gone through say nothing");
    }

    #[test]
    fn a_week_has_the_lines_that_are_on_the_list_at_its_end() {
        let begun = |starts_on: &str, ends_on: Option<&str>| MooringLine {
            id: line(1),
            text: "In bed by 11".to_owned(),
            place: 0,
            starts_on: day(starts_on),
            ends_on: ends_on.map(day),
        };
        let monday = day("2026-01-05");
        assert!(begun("2026-01-11", None).is_of_week(monday), "put on it on the last day");
        assert!(!begun("2026-01-12", None).is_of_week(monday));
        assert!(!begun("2026-01-01", Some("2026-01-11")).is_of_week(monday), "taken off on the last day");
        assert!(begun("2026-01-01", Some("2026-01-12")).is_of_week(monday));
        assert!(!begun("2026-01-07", Some("2026-01-07")).is_of_week(monday), "put on and taken off on one day");
    }
}
