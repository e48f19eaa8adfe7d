//! Quiet hours.

use chrono::{DateTime, NaiveDate, TimeDelta, Utc};
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use crate::time::{TimeOfDay, Weekday, Zone, plus_days};

/// Quiet hours that begin on one day.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct Quiet {
    /// When they begin.
    pub from: TimeOfDay,
    /// When they end: on the next day where that is not after `from`, so that the same time twice is a whole day.
    pub until: TimeOfDay,
}

/// Quiet hours of each weekday on which they begin, from Monday.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(transparent)]
pub struct QuietHours(pub [Option<Quiet>; 7]);

/// Quiet time from one instant to before another.
pub type Span = (DateTime<Utc>, DateTime<Utc>);

/// A week with any time that is not quiet has it again two weeks later, even where the clocks skip it once: quiet time
/// that is longer never ends.
const ENDLESS: TimeDelta = TimeDelta::days(15);

impl QuietHours {
    /// All quiet time of which some is from `from` to `to`, by the clock of a device in that zone, in order. Two spans
    /// have time between them, and none is cut at `from` or `to`. Where all is quiet, it is one span without an end.
    #[must_use]
    pub fn spans(&self, from: DateTime<Utc>, to: DateTime<Utc>, device: Zone) -> Vec<Span> {
        let mut spans: Vec<Span> = Vec::new();
        if self.0.iter().all(Option::is_none) {
            return spans;
        }
        let margin = ENDLESS + TimeDelta::days(1);
        let last = device.civil(to + margin).date();
        let days = device.civil(from - margin).date().iter_days().take_while(|day| *day <= last);
        for (begins, ends) in days.filter_map(|day| self.begun_on(day, device)) {
            match spans.last_mut() {
                Some((_, end)) if begins <= *end => *end = ends.max(*end),
                // Where the clocks skip all of it, nothing is left.
                _ if begins < ends => spans.push((begins, ends)),
                _ => {}
            }
        }
        if spans.iter().any(|(begins, ends)| *ends - *begins > ENDLESS) {
            return vec![(DateTime::<Utc>::MIN_UTC, DateTime::<Utc>::MAX_UTC)];
        }
        spans.retain(|(begins, ends)| *ends > from && *begins <= to);
        spans
    }

    /// The quiet time that begins on that day.
    fn begun_on(&self, day: NaiveDate, device: Zone) -> Option<Span> {
        let quiet = (*self.0.get(usize::from(Weekday::of(day).from_monday()))?)?;
        let end = if quiet.until > quiet.from { day } else { plus_days(day, 1) };
        let instant = |day: NaiveDate, time: TimeOfDay| device.instant(day.and_time(time.time()));
        Some((instant(day, quiet.from), instant(end, quiet.until)))
    }
}

#[cfg(test)]
#[path = "quiet_test.rs"]
pub(super) mod tests;
