//! How long ago treatment began.

use chrono::{Datelike, Months, NaiveDate};
use serde::Serialize;
use ts_rs::TS;

use crate::hours::CareRecord;

/// How long ago treatment began, in whole units.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, TS)]
pub struct Milestones {
    /// The first day of the first episode of care.
    pub since: NaiveDate,
    /// Days that are over.
    pub days: u32,
    /// Weeks that are over.
    pub weeks: u32,
    /// Months that are over, by the calendar: from January 31, one is over on the last day of February.
    pub months: u32,
}

impl CareRecord {
    /// How long ago treatment began; `None` before that.
    #[must_use]
    pub fn milestones(&self, today: NaiveDate) -> Option<Milestones> {
        let since = self.episodes.iter().map(|episode| episode.starts_on).min().filter(|since| *since <= today)?;
        let days = u32::try_from((today - since).num_days()).ok()?;
        let begun = (today.year() - since.year()) * 12 + today.month().cast_signed() - since.month().cast_signed();
        let begun = u32::try_from(begun).ok()?;
        let is_over = |months| since.checked_add_months(Months::new(months)).is_some_and(|day| day <= today);
        let months = if is_over(begun) { begun } else { begun.saturating_sub(1) };
        Some(Milestones { since, days, weeks: days / 7, months })
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::care::{AgeGroup, Episode, Level, Provider};
    use crate::id::EpisodeId;
    use crate::time::Zone;

    fn begun(starts_on: &[&str]) -> CareRecord {
        let episode = |starts_on: &&str| Episode {
            id: EpisodeId::new(1, &[0; 10]),
            level: Level::IntensiveOutpatient,
            age_group: AgeGroup::Adult,
            edition: String::new(),
            provider: Provider::default(),
            zone: Zone::UTC,
            starts_on: starts_on.parse().unwrap(),
            ends_on: None,
            counted: vec![],
        };
        CareRecord { episodes: starts_on.iter().map(episode).collect(), ..CareRecord::default() }
    }

    #[test]
    fn weeks_and_months_are_counted_from_the_first_day_of_the_first_care() {
        for (today, expected) in [
            ("2026-01-31", (0, 0, 0)),
            ("2026-02-06", (6, 0, 0)),
            ("2026-02-07", (7, 1, 0)),
            ("2026-02-27", (27, 3, 0)),
            ("2026-02-28", (28, 4, 1)),
            ("2026-03-30", (58, 8, 1)),
            ("2026-03-31", (59, 8, 2)),
            ("2027-01-31", (365, 52, 12)),
        ] {
            let found = begun(&["2026-02-10", "2026-01-31"]).milestones(today.parse().unwrap()).unwrap();
            assert_eq!((found.days, found.weeks, found.months), expected, "{today}");
        }
        assert_eq!(begun(&["2026-01-31"]).milestones("2026-01-30".parse().unwrap()), None);
        assert_eq!(begun(&[]).milestones("2026-01-30".parse().unwrap()), None);
    }
}
