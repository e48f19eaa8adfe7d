//! Treatment: care, sessions, hours.

use chrono::NaiveDate;
use domain::care::{AgeGroup, Details, Episode, Homework, Level, Provider, SessionKind, SessionRef, SessionState};
use domain::hours::{Step, WeekHours};
use domain::id::{EpisodeId, SessionId};
use domain::ledger::Ledger;
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
    /// The first day. No other episode begins on it; one that begins later ends this one on the day before.
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
    /// What it was about, or empty.
    pub topic: String,
    /// Who led it, or empty.
    pub led_by: String,
    /// The provider's name, or empty.
    pub provider: String,
    /// Why the program is closed, maybe empty; `None` where it is not.
    pub closed_for: Option<String>,
    /// Whether it was added once, and can be deleted.
    pub added_once: bool,
}

/// Answer of `session`: one session with all that is kept of it.
#[derive(Debug, Serialize, TS)]
pub struct OpenedSession {
    /// The session.
    #[serde(flatten)]
    pub session: SessionView,
    /// What is kept of it.
    pub details: Details,
    /// Minutes of a missed or excused session that are not made up yet; `None` for any other.
    pub left_to_make_up: Option<u32>,
    /// The sessions that make it up, in order.
    pub made_up_by: Vec<Occurrence>,
    /// What it may make up, the newest first: the one that it does, and every missed one of an earlier
    /// day of which something is owed.
    pub may_make_up: Vec<Owing>,
}

/// A missed or excused session and what is left of it.
#[derive(Debug, Serialize, TS)]
pub struct Owing {
    /// The session.
    #[serde(flatten)]
    pub session: Occurrence,
    /// Minutes that are not made up yet.
    pub left: u32,
}

/// Answer of `to_make_up`.
#[derive(Debug, Serialize, TS)]
pub struct ToMakeUp {
    /// Every missed session that counts and of which something is owed, the newest first.
    pub sessions: Vec<Owing>,
    /// Minutes owed in all.
    pub minutes: u32,
}

/// Request of `finish_homework`.
#[derive(Debug, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct FinishHomework {
    /// The session it was given in.
    pub session: SessionRef,
    /// Whether it is done.
    pub done: bool,
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
    /// Minutes that the client came late, 1 to 1440, for one attended in part. With it, or with
    /// `left_early_minutes`, `minutes` may be left out: what is left of the planned ones counts.
    #[serde(default)]
    #[ts(optional = nullable)]
    pub late_minutes: Option<u32>,
    /// Minutes that the client left early, 1 to 1440, for one attended in part.
    #[serde(default)]
    #[ts(optional = nullable)]
    pub left_early_minutes: Option<u32>,
    /// What happened, if it was something else than planned.
    #[serde(default)]
    #[ts(optional = nullable)]
    pub kind: Option<SessionKind>,
    /// The private note; `None` keeps the one there is.
    #[serde(default)]
    #[ts(optional = nullable)]
    pub note: Option<String>,
    /// Who led it; `None` keeps what there is.
    #[serde(default)]
    #[ts(optional = nullable)]
    pub led_by: Option<String>,
    /// What it was about; `None` keeps what there is.
    #[serde(default)]
    #[ts(optional = nullable)]
    pub topic: Option<String>,
    /// What is to be done; left out: keeps what there is; null: there is none.
    #[serde(default, deserialize_with = "named")]
    #[ts(optional = nullable, as = "Option<Homework>")]
    pub homework: Option<Option<Homework>>,
    /// The missed or excused session of an earlier day that it makes up, of which something is left;
    /// left out: keeps what there is; null: it makes up none.
    #[serde(default, deserialize_with = "named")]
    #[ts(optional = nullable, as = "Option<SessionId>")]
    pub makes_up: Option<Option<SessionId>>,
}

impl LogSession {
    /// Says what became of a session, and nothing else.
    #[must_use]
    pub const fn new(session: SessionRef, state: SessionState) -> Self {
        Self {
            session,
            state,
            minutes: None,
            late_minutes: None,
            left_early_minutes: None,
            kind: None,
            note: None,
            led_by: None,
            topic: None,
            homework: None,
            makes_up: None,
        }
    }
}

/// A field that is there, also where it is null.
fn named<'de, T: Deserialize<'de>, D: serde::Deserializer<'de>>(deserializer: D) -> Result<Option<T>, D::Error> {
    T::deserialize(deserializer).map(Some)
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
    /// The missed or excused session of an earlier day that it makes up, of which something is left.
    #[serde(default)]
    #[ts(optional = nullable)]
    pub makes_up: Option<SessionId>,
}

/// Answer of `hours`.
#[derive(Debug, Serialize, TS)]
pub struct Hours {
    /// Every week from the first of care to the one after this, in order.
    pub weeks: Vec<WeekHours>,
    /// The episodes those weeks belong to, in order.
    pub episodes: Vec<Episode>,
    /// What they come to until now.
    pub ledger: Ledger,
}
