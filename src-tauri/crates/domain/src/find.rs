//! Looking through lists of meetings: which fit what is looked for, the next to begin first.

use std::collections::HashMap;

use chrono::{DateTime, NaiveDateTime, TimeDelta, Utc};
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use crate::group::Fellowship;
use crate::listing::{Sought, Venue};
use crate::time::{TimeOfDay, Weekday, Zone, minus_days, plus_days};

/// How soon a meeting begins that is offered as one for now.
pub const SOON: TimeDelta = TimeDelta::hours(2);

/// When a meeting is held, on the device's clock.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum When {
    /// On any day.
    Any,
    /// Going on, or begins within two hours.
    Now,
    /// Going on, or begins today.
    Today,
    /// On this weekday.
    On(Weekday),
}

/// How one can be there.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
#[allow(missing_docs)]
pub enum Reach {
    InPerson,
    Online,
}

/// What is looked for. All of it has to hold.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Wanted<'a> {
    /// When.
    pub when: When,
    /// Begins at this time of day or later.
    pub from: Option<TimeOfDay>,
    /// Begins before this time of day.
    pub before: Option<TimeOfDay>,
    /// Of one of these; empty: of any.
    pub fellowships: &'a [Fellowship],
    /// Of all of these kinds, as bits.
    pub kinds: u32,
    /// How one can be there; `None`: either way.
    pub reach: Option<Reach>,
    /// One of each of these lists of numbers, each sorted.
    pub among: &'a [Vec<u32>],
}

/// The time at which a weekly meeting begins next, or began if it is still going on.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct Begin {
    /// The moment.
    pub at: DateTime<Utc>,
    /// The same on the device's clock.
    pub local: NaiveDateTime,
}

/// A meeting that fits.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Found {
    /// Names it.
    pub number: u32,
    /// When it begins next or began; `None`: by appointment.
    pub begin: Option<Begin>,
}

/// When a meeting that is held each week begins next, or began if it is not over yet.
#[must_use]
pub fn begin(
    held: (Weekday, TimeOfDay),
    minutes: u32,
    zone: Option<Zone>,
    now: DateTime<Utc>,
    device: Zone,
) -> Option<Begin> {
    let zone = zone.unwrap_or(device);
    let today = zone.civil(now).date();
    let lasts = TimeDelta::minutes(i64::from(minutes));
    // Two days back: one of a whole day that began yesterday goes on, and a day can be skipped.
    let first = minus_days(today, 2);
    (0..=10)
        .map(|days| plus_days(first, days))
        .filter(|day| Weekday::of(*day) == held.0)
        .map(|day| zone.instant(day.and_time(held.1.time())))
        .find(|at| *at + lasts > now)
        .map(|at| Begin { at, local: device.civil(at) })
}

/// The meetings that fit: the next to begin first, then those by appointment, then those not held for now.
#[must_use]
pub fn find(all: &[Sought], wanted: &Wanted<'_>, now: DateTime<Utc>, device: Zone) -> Vec<Found> {
    let today = device.civil(now).date();
    // Twenty thousand meetings begin at a few hundred different times.
    let mut begins = HashMap::new();
    let mut found: Vec<(bool, Found)> = Vec::new();
    for one in all {
        let reached = match wanted.reach {
            None => true,
            Some(Reach::InPerson) => one.venue != Venue::Online,
            Some(Reach::Online) => one.venue != Venue::InPerson,
        };
        let fits = reached
            && one.kinds & wanted.kinds == wanted.kinds
            && (wanted.fellowships.is_empty() || wanted.fellowships.contains(&one.fellowship))
            && wanted.among.iter().all(|numbers| numbers.binary_search(&one.number).is_ok());
        if !fits {
            continue;
        }
        let begin = one.held.and_then(|held| {
            *begins
                .entry((held, one.minutes, one.zone))
                .or_insert_with(|| begin(held, one.minutes, one.zone, now, device))
        });
        if is_then(wanted, begin, one.closed, now, today) {
            found.push((one.closed, Found { number: one.number, begin }));
        }
    }
    found.sort_by_key(|(closed, found)| (*closed, found.begin.is_none(), found.begin, found.number));
    found.into_iter().map(|(_, found)| found).collect()
}

fn is_then(
    wanted: &Wanted<'_>,
    begin: Option<Begin>,
    closed: bool,
    now: DateTime<Utc>,
    today: chrono::NaiveDate,
) -> bool {
    let Some(begin) = begin else {
        return wanted.when == When::Any && wanted.from.is_none() && wanted.before.is_none();
    };
    let time = TimeOfDay::of(begin.local.time());
    let day = match wanted.when {
        When::Any => true,
        When::Now => !closed && begin.at <= now + SOON,
        When::Today => !closed && (begin.at <= now || begin.local.date() == today),
        When::On(weekday) => Weekday::of(begin.local.date()) == weekday,
    };
    day && wanted.from.is_none_or(|from| time >= from) && wanted.before.is_none_or(|before| time < before)
}

#[cfg(test)]
#[path = "find_test.rs"]
mod tests;
