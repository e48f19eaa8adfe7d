//! Treatment: care, sessions, hours.

use chrono::NaiveDate;
use domain::care::{AgeGroup, Episode, Level, Phase, Provider, SessionKind, SessionRef, SessionState, WeeklyRange};
use domain::hours::{Step, WeekHours};
use domain::id::EpisodeId;
use domain::schedule::Occurrence;
use domain::template::{PhaseDraft, Slot, Template};
use domain::time::TimeOfDay;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// Answer of `templates`.
#[derive(Debug, Serialize, TS)]
pub struct Templates {
    /// Every program to start from.
    pub templates: Vec<Template>,
    /// Every IANA zone name, for choosing the clinic's.
    pub zones: Vec<&'static str>,
    /// The device's zone.
    pub device_zone: String,
    /// The device's day.
    pub today: NaiveDate,
}

/// Request of `start_care`. It ends the episode before it on the day before.
#[derive(Debug, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct StartCare {
    /// The level of care.
    pub level: Level,
    /// Which thresholds hold.
    pub age_group: AgeGroup,
    /// The first day, after the first day of the last episode.
    pub starts_on: NaiveDate,
    /// The clinic's zone, an IANA name.
    pub zone: String,
    /// Who provides it.
    pub provider: Provider,
    /// 1 to 20 phases, in order; 0 to 50 slots each.
    pub phases: Vec<PhaseDraft>,
}

/// Answer of `start_care`.
#[derive(Debug, Serialize, TS)]
pub struct CareStarted {
    /// The new episode.
    pub episode: EpisodeId,
}

/// Request of `change_schedule`: from a day on, to the end of the phase of that day.
#[derive(Debug, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct ChangeSchedule {
    /// The episode.
    pub episode: EpisodeId,
    /// The first day of the new days and times.
    pub from: NaiveDate,
    /// Minutes a week that are aimed at from then on, 0 to 10,080.
    pub target_minutes: u32,
    /// The sessions of a week from then on.
    pub slots: Vec<Slot>,
}

/// Request of `save_provider`.
#[derive(Debug, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct SaveProvider {
    /// The episode.
    pub episode: EpisodeId,
    /// Who provides it.
    pub provider: Provider,
}

/// Names an episode.
#[derive(Debug, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct EpisodeKey {
    /// The episode.
    pub episode: EpisodeId,
}

/// Answer of `care`: the path, in order.
#[derive(Debug, Serialize, TS)]
pub struct CarePath {
    /// Every episode.
    pub episodes: Vec<EpisodeView>,
}

/// One episode on the path.
#[derive(Debug, Serialize, TS)]
pub struct EpisodeView {
    /// The episode.
    pub episode: Episode,
    /// Its phases, in order.
    pub phases: Vec<Phase>,
    /// Its weekly sessions as they stand now (or when it starts, or as it ended).
    pub slots: Vec<Slot>,
    /// Minutes a week that its level means.
    pub range: Option<WeeklyRange>,
    /// Its last day, as far as it is planned.
    pub planned_end: Option<NaiveDate>,
    /// How many weeks it is planned for.
    pub planned_weeks: Option<u32>,
    /// Which week it is in, from 1; 0 before it begins, `None` when it is over.
    pub week: Option<u32>,
}

/// Request of `week`.
#[derive(Debug, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct WeekOf {
    /// Any day of the week; `None`: this week.
    pub of: Option<NaiveDate>,
}

/// Answer of `week`.
#[derive(Debug, Serialize, TS)]
pub struct WeekPlan {
    /// The first day of the week.
    pub starts_on: NaiveDate,
    /// Today.
    pub today: NaiveDate,
    /// Its hours; `None` before any care began.
    pub hours: Option<WeekHours>,
    /// Its stair.
    pub steps: Vec<Step>,
    /// Its sessions, in order.
    pub sessions: Vec<SessionView>,
}

/// One session as a screen shows it.
#[derive(Debug, Clone, Serialize, TS)]
pub struct SessionView {
    /// The session.
    #[serde(flatten)]
    pub occurrence: Occurrence,
    /// When it ends, on the wall clock.
    pub ends: TimeOfDay,
    /// Whether it has begun.
    pub begun: bool,
    /// Whether it is over.
    pub over: bool,
    /// Whether its minutes count toward the hours of the week.
    pub counts: bool,
    /// The client's private note.
    pub note: String,
    /// The provider's name, or empty.
    pub provider: String,
    /// Whether it was added once, and can be deleted.
    pub added_once: bool,
}

/// Request of `session` and `delete_session`.
#[derive(Debug, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct SessionKey {
    /// The session.
    pub session: SessionRef,
}

/// Request of `log_session`.
#[derive(Debug, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct LogSession {
    /// The session.
    pub session: SessionRef,
    /// What became of it.
    pub state: SessionState,
    /// Minutes attended, 0 to 1440: for one attended in part; may be named for one attended.
    #[serde(default)]
    #[ts(optional = nullable)]
    pub minutes: Option<u32>,
    /// What happened, if it was something else than planned.
    #[serde(default)]
    #[ts(optional = nullable)]
    pub kind: Option<SessionKind>,
    /// The private note; `None` keeps the one there is.
    #[serde(default)]
    #[ts(optional = nullable)]
    pub note: Option<String>,
}

/// Answer of `log_session` and `add_session`.
#[derive(Debug, Serialize, TS)]
pub struct SessionLogged {
    /// Names the session from now on.
    pub session: SessionRef,
    /// The hours of its week.
    pub week: Option<WeekHours>,
}

/// Request of `add_session`: one that no pattern brings.
#[derive(Debug, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct AddSession {
    /// What happens.
    pub kind: SessionKind,
    /// On which day.
    pub on: NaiveDate,
    /// At what time.
    pub time: TimeOfDay,
    /// How long, 1 to 1440 minutes.
    pub minutes: u32,
    /// A private note.
    pub note: String,
}

/// Answer of `hours`.
#[derive(Debug, Serialize, TS)]
pub struct Hours {
    /// Every week from the first of care to the one after this, in order.
    pub weeks: Vec<WeekHours>,
    /// The episodes those weeks belong to, in order.
    pub episodes: Vec<Episode>,
}
