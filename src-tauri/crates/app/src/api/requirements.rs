//! What is asked, pauses, and goals.

use chrono::NaiveDate;
use domain::care::{SessionKind, SessionRef};
use domain::goal::{Goal, GoalStanding};
use domain::group::Fellowship;
use domain::id::{GoalId, MeetingId, PauseId, RequirementId};
use domain::requirement::{AskedBy, Counted, Owed, Pause, PauseReason, Period, PeriodStanding, Requirement};
use domain::time::TimeOfDay;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// Answer of `requirements`: everything that is or was asked, pauses and goals.
#[derive(Debug, Serialize, TS)]
pub struct Requirements {
    /// Today.
    pub today: NaiveDate,
    /// Those that hold or begin later first, then those that ended.
    pub requirements: Vec<RequirementView>,
    /// The newest first.
    pub pauses: Vec<Pause>,
    /// Those that go on first, then the newest.
    pub goals: Vec<GoalView>,
}

/// Something asked, and how it stands.
#[derive(Debug, Serialize, TS)]
pub struct RequirementView {
    /// What is asked.
    pub requirement: Requirement,
    /// The first day of the first whole period.
    pub first_day: NaiveDate,
    /// How today's period stands; `None` before the first and when nothing is asked any more.
    pub owed: Option<Owed>,
    /// What is planned until this period's last day and would count, the next first; five at most.
    pub would_count: Vec<WouldCount>,
    /// Whether all that is planned until then would settle it.
    pub enough_planned: bool,
}

/// Something planned that would count.
#[derive(Debug, Serialize, TS)]
pub struct WouldCount {
    /// The usual meeting.
    pub meeting: Option<MeetingId>,
    /// The session of treatment.
    pub session: Option<SessionRef>,
    /// The meeting's name; empty for a session.
    pub name: String,
    /// The meeting's fellowship.
    pub fellowship: Option<Fellowship>,
    /// What the session is.
    pub kind: Option<SessionKind>,
    /// On which day, on the device's clock.
    pub on: NaiveDate,
    /// At what time.
    pub time: TimeOfDay,
    /// How much it would count: 1, or minutes.
    pub amount: u32,
}

/// Request of `requirement_history` and `delete_requirement`; answer of `save_requirement`.
#[derive(Debug, Serialize, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct RequirementKey {
    /// What is asked.
    pub id: RequirementId,
}

/// Answer of `requirement_history`.
#[derive(Debug, Serialize, TS)]
pub struct RequirementHistory {
    /// The newest period first; 520 at most.
    pub periods: Vec<PeriodStanding>,
}

/// Request of `save_requirement`: a new one, or a change of one.
#[derive(Debug, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct SaveRequirement {
    /// The one to change; `None`: a new one.
    #[serde(default)]
    #[ts(optional = nullable)]
    pub id: Option<RequirementId>,
    /// Who asks.
    pub asked_by: AskedBy,
    /// What counts.
    pub counts: Counted,
    /// 1 to 100 meetings or sessions, or 1 to 10,080 minutes.
    pub amount: u32,
    /// Each week or each month.
    pub period: Period,
    /// The last day of each period: 1 (Monday) to 7, or 1 to 31; `None`: of the client's week, or the month.
    #[serde(default)]
    #[ts(optional = nullable)]
    pub due_day: Option<u32>,
    /// From which day; it asks from the first whole period on.
    pub starts_on: NaiveDate,
    /// The last day; `None`: open.
    #[serde(default)]
    #[ts(optional = nullable)]
    pub ends_on: Option<NaiveDate>,
    /// Whether a shortfall is asked in addition in the next period.
    pub carries_over: bool,
    /// Make-ups count only after this day.
    #[serde(default)]
    #[ts(optional = nullable)]
    pub make_ups_after: Option<NaiveDate>,
    /// What was still owed on that day, 0 to 100,000: the reckoning of what is carried begins with it.
    #[serde(default)]
    #[ts(optional = nullable)]
    pub owed_then: Option<u32>,
    /// The day by which all has to be settled.
    #[serde(default)]
    #[ts(optional = nullable)]
    pub settle_by: Option<NaiveDate>,
}

/// Request of `save_pause`: a new one, or a change of one.
#[derive(Debug, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct SavePause {
    /// The one to change; `None`: a new one.
    #[serde(default)]
    #[ts(optional = nullable)]
    pub id: Option<PauseId>,
    /// What is paused; `None`: everything that is asked.
    #[serde(default)]
    #[ts(optional = nullable)]
    pub requirement: Option<RequirementId>,
    /// The first day.
    pub starts_on: NaiveDate,
    /// The last day.
    pub ends_on: NaiveDate,
    /// Why.
    pub reason: PauseReason,
    /// What else there is to say; may be empty.
    pub note: String,
}

/// Request of `delete_pause`; answer of `save_pause`.
#[derive(Debug, Serialize, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct PauseKey {
    /// The pause.
    pub id: PauseId,
}

/// A goal, and how it stands.
#[derive(Debug, Serialize, TS)]
pub struct GoalView {
    /// The goal.
    pub goal: Goal,
    /// How it stands.
    pub standing: GoalStanding,
}

/// Request of `save_goal`: a new one, or a change of one.
#[derive(Debug, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct SaveGoal {
    /// The one to change; `None`: a new one.
    #[serde(default)]
    #[ts(optional = nullable)]
    pub id: Option<GoalId>,
    /// How many meetings, 1 to 1000.
    pub meetings: u32,
    /// In how many days, 1 to 1000.
    pub days: u32,
    /// The first day.
    pub starts_on: NaiveDate,
    /// Only meetings of this fellowship; `None`: of any.
    #[serde(default)]
    #[ts(optional = nullable)]
    pub fellowship: Option<Fellowship>,
}

/// Request of `delete_goal`; answer of `save_goal`.
#[derive(Debug, Serialize, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct GoalKey {
    /// The goal.
    pub id: GoalId,
}
