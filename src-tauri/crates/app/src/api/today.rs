//! Today.

use chrono::NaiveDate;
use domain::care::{Level, Provider, SessionKind, SessionRef};
use domain::check_in::CheckIn;
use domain::hours::{Step, WeekHours};
use serde::Serialize;
use ts_rs::TS;

use super::aftercare::AftercareDue;
use super::coverage::RenewalDue;
use super::drug_test::CallLineView;
use super::groups::UsualMeeting;
use super::requirements::RequirementView;
use super::treatment::SessionView;

/// Answer of `today`.
#[derive(Debug, Serialize, TS)]
pub struct Today {
    /// The device's day.
    pub today: NaiveDate,
    /// This week; `None` before any care.
    pub week: Option<ThisWeek>,
    /// The next session, within the next 60 days.
    pub next: Option<NextSession>,
    /// Every session that is over and unanswered, the newest first.
    pub unanswered: Vec<SessionView>,
    /// All homework that is not done: by the day on which it is due, then that without one.
    pub homework: Vec<OpenHomework>,
    /// What is owed and not made up yet.
    pub to_make_up: MissedHours,
    /// Lines to be called today for random drug tests.
    pub call_lines: Vec<CallLineView>,
    /// Support groups.
    pub groups: GroupsToday,
    /// Today's check-in, if there is one.
    pub check_in: Option<CheckIn>,
    /// What is covered and is to be asked for anew now.
    pub renewal: Option<RenewalDue>,
    /// What of the aftercare plan is due soonest: past, or within seven days.
    pub aftercare: Option<AftercareDue>,
    /// One of the client's own reasons, another each day.
    pub reason: Option<String>,
    /// Whether there is any care yet.
    pub has_care: bool,
    /// Whether the recovery key was written down.
    pub recovery_key_kept: bool,
}

/// This week's hours.
#[derive(Debug, Serialize, TS)]
pub struct ThisWeek {
    /// The hours.
    pub hours: WeekHours,
    /// The stair.
    pub steps: Vec<Step>,
    /// How many weeks the episode is planned for.
    pub planned_weeks: Option<u32>,
    /// The level of care.
    pub level: Level,
}

/// The next session, and how to get there.
#[derive(Debug, Serialize, TS)]
pub struct NextSession {
    /// The session.
    pub session: SessionView,
    /// Days from today: 0 today, 1 tomorrow.
    pub in_days: u32,
    /// Who provides it.
    pub provider: Provider,
}

/// What is owed of missed sessions.
#[derive(Debug, Serialize, TS)]
pub struct MissedHours {
    /// How many sessions.
    pub sessions: usize,
    /// Minutes in all.
    pub minutes: u32,
}

/// Something to do after a session.
#[derive(Debug, Serialize, TS)]
pub struct OpenHomework {
    /// The session it was given in.
    pub session: SessionRef,
    /// What that session was.
    pub kind: SessionKind,
    /// The day of that session.
    pub on: NaiveDate,
    /// What to do.
    pub text: String,
    /// Until which day, if one was named.
    pub due_on: Option<NaiveDate>,
    /// Whether that day is past.
    pub overdue: bool,
}

/// Support groups, as Today shows them.
#[derive(Debug, Serialize, TS)]
pub struct GroupsToday {
    /// Attended this week.
    pub this_week: u32,
    /// What is asked and stands today.
    pub requirements: Vec<RequirementView>,
    /// Usual meetings that are held today and not logged yet.
    pub usual: Vec<UsualMeeting>,
}
