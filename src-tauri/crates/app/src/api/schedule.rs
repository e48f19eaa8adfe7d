//! Changing and cancelling sessions of the schedule; days on which a program is closed.

use chrono::NaiveDate;
use domain::care::{Closure, SessionKind, SessionRef};
use domain::edit::Scope;
use domain::hours::WeekHours;
use domain::id::{ClosureId, EpisodeId};
use domain::time::TimeOfDay;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// Request of `change_session`. What is left out stays as it is. Only a session that waits for an
/// answer can be changed; what was answered stays, whatever the scope.
#[derive(Debug, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct ChangeSession {
    /// The session.
    pub session: SessionRef,
    /// How far the change reaches; for one added once: `this`.
    pub scope: Scope,
    /// Its new day, not before its episode begins; the weekday of the others that the change reaches.
    #[serde(default)]
    #[ts(optional = nullable)]
    pub on: Option<NaiveDate>,
    /// When it begins.
    #[serde(default)]
    #[ts(optional = nullable)]
    pub time: Option<TimeOfDay>,
    /// How long, 1 to 1440 minutes.
    #[serde(default)]
    #[ts(optional = nullable)]
    pub minutes: Option<u32>,
    /// What happens.
    #[serde(default)]
    #[ts(optional = nullable)]
    pub kind: Option<SessionKind>,
    /// Weeks from one to the next, 1 to 52; not for `this`.
    #[serde(default)]
    #[ts(optional = nullable)]
    pub every_weeks: Option<u32>,
}

/// Answer of `change_session`.
#[derive(Debug, Serialize, TS)]
pub struct SessionChanged {
    /// Names the session from now on.
    pub session: SessionRef,
    /// The hours of the week in which it is now.
    pub week: Option<WeekHours>,
    /// Whether another session is held during some of its time.
    pub overlaps: bool,
}

/// Request of `cancel_session`. What was answered stays.
#[derive(Debug, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct CancelSession {
    /// The session.
    pub session: SessionRef,
    /// How far it reaches; for one added once: `this`.
    pub scope: Scope,
}

/// Answer of `closures`.
#[derive(Debug, Serialize, TS)]
pub struct Closures {
    /// Today.
    pub today: NaiveDate,
    /// All of them, the last first.
    pub closures: Vec<ClosureView>,
}

/// Days on which a program is closed, and what that means.
#[derive(Debug, Serialize, TS)]
pub struct ClosureView {
    /// The days.
    #[serde(flatten)]
    pub closure: Closure,
    /// How many sessions are cancelled by it.
    pub cancels: u32,
}

/// Request of `save_closure`.
#[derive(Debug, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct SaveClosure {
    /// The one to change; `None`: a new one.
    #[serde(default)]
    #[ts(optional = nullable)]
    pub id: Option<ClosureId>,
    /// The episode whose program is closed.
    pub episode: EpisodeId,
    /// The first day.
    pub starts_on: NaiveDate,
    /// The last day, at most 366 days in all.
    pub ends_on: NaiveDate,
    /// Why. May be empty.
    pub reason: String,
}

/// Answer of `save_closure`.
#[derive(Debug, Serialize, TS)]
pub struct ClosureSaved {
    /// Its id.
    pub id: ClosureId,
    /// How many sessions are cancelled by it.
    pub cancels: u32,
}

/// Request of `delete_closure`.
#[derive(Debug, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct ClosureKey {
    /// The closure.
    pub id: ClosureId,
}
