//! The path: episodes with their phases, what comes next, and what is planned of them.

use chrono::NaiveDate;
use domain::care::{AgeGroup, Episode, Phase, SessionKind, WeeklyRange};
use domain::id::{EpisodeId, PhaseId};
use domain::path::{NextStep, Place};
use domain::template::Slot;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// Answer of `care`: the path, in order.
#[derive(Debug, Serialize, TS)]
pub struct CarePath {
    /// The device's day.
    pub today: NaiveDate,
    /// Every episode.
    pub episodes: Vec<EpisodeView>,
    /// What comes after today: the next phase, or the next episode.
    pub next: Option<NextStep>,
}

/// One episode on the path.
#[derive(Debug, Serialize, TS)]
pub struct EpisodeView {
    /// The episode.
    pub episode: Episode,
    /// Its phases, in order.
    pub phases: Vec<PhaseView>,
    /// Its weekly sessions as they stand now (or when it starts, or as it ended).
    pub slots: Vec<Slot>,
    /// Minutes a week that its level means.
    pub range: Option<WeeklyRange>,
    /// Where it lies, seen from today.
    pub place: Place,
    /// How much of it is over, in whole hundredths; `None` while its end is open.
    pub percent_over: Option<u32>,
    /// Whether it was ended on a day of its own, not by what comes next, and can be opened again.
    pub ended: bool,
    /// Its last day, as far as it is planned.
    pub planned_end: Option<NaiveDate>,
    /// How many weeks it is planned for.
    pub planned_weeks: Option<u32>,
    /// Which week it is in, from 1; 0 before it begins, `None` when it is over.
    pub week: Option<u32>,
    /// How many weeks come after this one; `None` while its end is open, or it is over.
    pub weeks_left: Option<u32>,
}

/// One phase on the path.
#[derive(Debug, Serialize, TS)]
pub struct PhaseView {
    /// The phase.
    #[serde(flatten)]
    pub phase: Phase,
    /// Its sessions of a week.
    pub slots: Vec<Slot>,
    /// How many weeks it lasts, a part of one as one; `None` while its end is open.
    pub weeks: Option<u32>,
    /// Where it lies, seen from today.
    pub place: Place,
    /// How much of it is over, in whole hundredths; `None` while its end is open.
    pub percent_over: Option<u32>,
}

/// Request of `save_care`.
#[derive(Debug, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct SaveCare {
    /// The episode.
    pub episode: EpisodeId,
    /// Which thresholds hold.
    pub age_group: AgeGroup,
    /// The kinds whose minutes count toward the hours of the week.
    pub counted: Vec<SessionKind>,
    /// The edition that the level's hours come from; `None` keeps the one there is.
    #[serde(default)]
    #[ts(optional = nullable)]
    pub edition: Option<String>,
}

/// Request of `end_care`.
#[derive(Debug, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct EndCare {
    /// The episode.
    pub episode: EpisodeId,
    /// Its last day. Before the planned one: it ends early, and what was logged later stays. After
    /// it: its last phase goes on until then. `None`: it goes on as it was planned.
    pub on: Option<NaiveDate>,
}

/// Request of `plan_phase`: a part of an episode with its own days and target.
#[derive(Debug, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct PlanPhase {
    /// The episode.
    pub episode: EpisodeId,
    /// Its first day.
    pub starts_on: NaiveDate,
    /// How many weeks, 1 to 520; `None`: until the next part, else until the planned end.
    pub weeks: Option<u32>,
    /// Minutes a week that are aimed at, 0 to 10,080.
    pub target_minutes: u32,
    /// The sessions of a week, at most 50.
    pub slots: Vec<Slot>,
}

/// Names a phase.
#[derive(Debug, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct PhaseKey {
    /// The phase.
    pub phase: PhaseId,
}
