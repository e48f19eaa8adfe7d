//! What all weeks come to: per phase, per episode, and in all.

use chrono::{DateTime, NaiveDate, Utc};
use serde::Serialize;
use ts_rs::TS;

use crate::hours::{CareRecord, Totals};
use crate::id::{EpisodeId, PhaseId};
use crate::time::FIRST_DATE;

/// Totals with the attendance rate.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, TS)]
pub struct Sum {
    /// The totals.
    #[serde(flatten)]
    pub totals: Totals,
    /// The attendance rate: `sessions_attended` of `sessions_expected` in whole percent, rounded down,
    /// so that 100 means all of them. `None` while nothing was expected.
    pub percent: Option<u32>,
}

/// What a phase came to.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct PhaseSum {
    /// The phase.
    pub phase: PhaseId,
    /// Its first day.
    pub starts_on: NaiveDate,
    /// Its last day; `None` while open.
    pub ends_on: Option<NaiveDate>,
    /// What it came to.
    #[serde(flatten)]
    pub sum: Sum,
}

/// What an episode came to.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct EpisodeSum {
    /// The episode.
    pub episode: EpisodeId,
    /// Its phases that have begun, in order.
    pub phases: Vec<PhaseSum>,
    /// What it came to.
    #[serde(flatten)]
    pub sum: Sum,
}

/// What all weeks come to.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, TS)]
pub struct Ledger {
    /// All of care.
    pub all: Sum,
    /// The episodes that have begun, in order.
    pub episodes: Vec<EpisodeSum>,
}

impl From<Totals> for Sum {
    fn from(totals: Totals) -> Self {
        let percent = u64::from(totals.sessions_attended)
            .saturating_mul(100)
            .checked_div(u64::from(totals.sessions_expected))
            .and_then(|percent| u32::try_from(percent).ok());
        Self { totals, percent }
    }
}

impl CareRecord {
    /// What all weeks until that day come to. A session belongs to the phase of its own episode that
    /// holds its day, if one does.
    #[must_use]
    pub fn ledger(&self, until: NaiveDate, now: DateTime<Utc>) -> Ledger {
        let sessions = self.ledger_sessions(FIRST_DATE, until);
        let begun = |starts_on: NaiveDate| starts_on <= until;
        let of_episode = |episode: EpisodeId| {
            let phases = self.phases.iter().filter(|p| p.episode == episode && begun(p.starts_on)).map(|phase| {
                let last = phase.ends_on.unwrap_or(until);
                let from = sessions.partition_point(|s| s.on < phase.starts_on);
                let to = sessions.partition_point(|s| s.on <= last);
                PhaseSum {
                    phase: phase.id,
                    starts_on: phase.starts_on,
                    ends_on: phase.ends_on,
                    sum: self.totals(sessions.get(from..to).unwrap_or(&[]), Some(episode), now).into(),
                }
            });
            EpisodeSum { episode, phases: phases.collect(), sum: self.totals(&sessions, Some(episode), now).into() }
        };
        Ledger {
            all: self.totals(&sessions, None, now).into(),
            episodes: self.episodes.iter().filter(|e| begun(e.starts_on)).map(|e| of_episode(e.id)).collect(),
        }
    }
}

#[cfg(test)]
#[path = "ledger_test.rs"]
mod tests;
