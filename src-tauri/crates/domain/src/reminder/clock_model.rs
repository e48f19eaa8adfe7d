//! A device's clock, slow and obvious: it is looked at every five minutes of real time.

use chrono::{DateTime, NaiveDate, NaiveDateTime, TimeDelta, Utc};

use super::{Quiet, QuietHours};
use crate::time::{Weekday, Zone, plus_days};

/// Minutes from one look to the next.
pub(super) const STEP: i64 = 5;

/// Places whose clocks do odd things: an hour forth and back on either half of the earth, over midnight, by half an
/// hour, a whole day; and one whose clock never does.
pub(super) const ZONES: [&str; 7] = [
    "America/New_York",
    "Europe/Berlin",
    "America/Santiago",
    "Australia/Sydney",
    "Australia/Lord_Howe",
    "Pacific/Apia",
    "Asia/Kolkata",
];

/// Days about which they do so.
pub(super) const ODD_DAYS: [&str; 9] = [
    "2026-03-08", // New York, forth
    "2026-11-01", // New York, back
    "2026-03-29", // Berlin, forth
    "2026-10-25", // Berlin, back
    "2026-09-06", // Santiago, forth at midnight
    "2026-04-05", // Santiago back over midnight; Sydney and Lord Howe, back
    "2026-10-04", // Sydney and Lord Howe, forth
    "2011-12-30", // Apia, a whole day
    "2028-02-29",
];

/// The latest time that the clock has shown at each look, in order: a time that is skipped has come once a later one
/// is shown, one that comes twice has come with the first.
pub(super) struct Clock {
    from: DateTime<Utc>,
    shown: Vec<NaiveDateTime>,
}

impl Clock {
    pub(super) fn new(from: DateTime<Utc>, days: i64, zone: Zone) -> Self {
        let mut latest = NaiveDateTime::MIN;
        let shown = (0..days * 1440 / STEP).map(|step| {
            latest = latest.max(zone.civil(from + TimeDelta::minutes(step * STEP)));
            latest
        });
        Self { shown: shown.collect(), from }
    }

    pub(super) fn looks(&self) -> usize {
        self.shown.len()
    }

    pub(super) fn at(&self, look: usize) -> DateTime<Utc> {
        self.from + TimeDelta::minutes(i64::try_from(look).unwrap() * STEP)
    }

    pub(super) fn look(&self, at: DateTime<Utc>) -> usize {
        usize::try_from((at - self.from).num_minutes() / STEP).unwrap()
    }

    pub(super) fn shows(&self, look: usize) -> NaiveDateTime {
        self.shown[look]
    }

    /// Whether that time comes just then.
    pub(super) fn comes(&self, civil: NaiveDateTime, look: usize) -> bool {
        self.shown[look] >= civil && self.shown[look - 1] < civil
    }

    /// Whether it is quiet then: the time at which quiet hours begin has come, and that at which they end has not.
    pub(super) fn is_quiet(&self, hours: &QuietHours, look: usize) -> bool {
        let shown = self.shown[look];
        let begun = |day: NaiveDate| {
            let Some(Quiet { from, until }) = hours.0[usize::from(Weekday::of(day).from_monday())] else {
                return false;
            };
            let end = if until <= from { plus_days(day, 1) } else { day };
            day.and_time(from.time()) <= shown && shown < end.and_time(until.time())
        };
        // Also those of the day that the calendar skips.
        (-2..=0).any(|days| begun(shown.date() + TimeDelta::days(days)))
    }
}
