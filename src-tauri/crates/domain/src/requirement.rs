//! What is asked of the client: so many of something per week or month, by whom, until when; and how that stands.

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use crate::group::Fellowship;
use crate::id::{PauseId, RequirementId};
use crate::time::Weekday;

/// Who asks.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
#[allow(missing_docs)]
pub enum AskedBy {
    Me,
    Program,
    Court,
    Employer,
}

/// What counts.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum Counted {
    /// Meetings of any support group.
    SupportGroups,
    /// Meetings of one fellowship.
    Fellowship(Fellowship),
    /// Individual sessions attended.
    IndividualSessions,
    /// Minutes of treatment attended that count toward the hours of the week.
    TreatmentMinutes,
}

/// How often it is asked.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
#[allow(missing_docs)]
pub enum Period {
    Week,
    Month,
}

/// Something asked of the client, again each period.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct Requirement {
    /// Its id.
    pub id: RequirementId,
    /// Who asks.
    pub asked_by: AskedBy,
    /// What counts.
    pub counts: Counted,
    /// How many each period: 1 to 100 meetings or sessions, or 1 to 10,080 minutes.
    pub amount: u32,
    /// Each week or each month.
    pub period: Period,
    /// The day by which each period's are due, which is its last: for weeks 1 (Monday) to 7 (Sunday), for months 1 to
    /// 31, the last day in shorter ones. `None`: the last day of the client's week, or of the calendar month.
    pub due_day: Option<u32>,
    /// The first day. It asks from the first whole period on.
    pub starts_on: NaiveDate,
    /// The last day; `None`: until it is taken away. A period that is not over by then is not asked.
    pub ends_on: Option<NaiveDate>,
    /// Whether what was short in one period is owed in addition in the next.
    pub carries_over: bool,
    /// Only what was attended after this day makes up for what was missed: the last court date. `None`: whatever was
    /// attended beyond what its own period asks.
    pub make_ups_after: Option<NaiveDate>,
    /// The day by which all has to be settled: the next court date, or when a report is due.
    pub settle_by: Option<NaiveDate>,
}

/// Why nothing is asked for a time.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
#[allow(missing_docs)]
pub enum PauseReason {
    Illness,
    Travel,
    Family,
    Other,
}

/// Days that are taken out of what is asked: of a period that lies in pauses whole, nothing is asked; of one that lies
/// in them in part, the amount in proportion to the days that are left, rounded up.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct Pause {
    /// Its id.
    pub id: PauseId,
    /// What is paused; `None`: everything that is asked.
    pub requirement: Option<RequirementId>,
    /// The first day.
    pub starts_on: NaiveDate,
    /// The last day.
    pub ends_on: NaiveDate,
    /// Why.
    pub reason: PauseReason,
    /// What else there is to say. May be empty.
    pub note: String,
}

impl Pause {
    /// Whether it holds for that requirement.
    #[must_use]
    pub fn is_of(&self, requirement: RequirementId) -> bool {
        self.requirement.is_none_or(|id| id == requirement)
    }
}

/// Something that may count: on a day, so much of it (1 for a meeting or session, minutes for hours of treatment).
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Done {
    /// The day.
    pub on: NaiveDate,
    /// How much.
    pub amount: u32,
}

/// How the period that holds today stands against a requirement.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, TS)]
pub struct Owed {
    /// The first day of this period.
    pub starts_on: NaiveDate,
    /// The last day of this period: what is left is due by then.
    pub due_on: NaiveDate,
    /// Asked in this period, pauses taken out.
    pub asked: u32,
    /// Whether a pause took something out of this period.
    pub paused: bool,
    /// Done in this period.
    pub done: u32,
    /// Owed from earlier periods at the start of this one.
    pub carried: u32,
    /// Of that, made up in this period.
    pub made_up: u32,
    /// Still to do in this period to settle all: what its own amount lacks, and what is carried and not made up.
    pub left: u32,
    /// Still to do until the day by which all has to be settled: `left`, and what the periods ask that end after this
    /// one and by that day. `None` where there is no such day, or it is past.
    pub left_to_settle: Option<u32>,
}

/// How one period stood.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, TS)]
pub struct PeriodStanding {
    /// The first day.
    pub starts_on: NaiveDate,
    /// The last day.
    pub ends_on: NaiveDate,
    /// Asked, pauses taken out.
    pub asked: u32,
    /// Done.
    pub done: u32,
    /// Of that, what made up for earlier periods.
    pub made_up: u32,
    /// Owed at its end, with what earlier ones left; always 0 where nothing is carried over.
    pub owed: u32,
}

impl Requirement {
    /// How today's period stands; `None` before the first whole period and after the last.
    ///
    /// Each period asks its amount. What is done in a period fills its own amount first, in the order of days;
    /// what is beyond makes up for what is carried, where it was done after [`Requirement::make_ups_after`], and is
    /// never saved up. With carry-over, a shortfall is owed in addition in the next period; without, it is gone.
    /// `done` may come in any order, and holds everything that may count from [`Requirement::first_day`] on.
    #[must_use]
    pub fn owed(&self, done: &[Done], pauses: &[Pause], today: NaiveDate, first: Weekday) -> Option<Owed> {
        let _ = (done, pauses, today, first);
        None
    }
}

/// x
#[allow(missing_docs)]
pub enum RequirementFault {
    AmountTooSmall,
    AmountTooLarge,
    DueDay,
    EndsBeforeStart,
    SettleBeforeStart,
}
impl Requirement {
    /// x
    pub fn first_day(&self, _: Weekday) -> NaiveDate {
        self.starts_on
    }
    /// x
    pub fn periods(&self, _: &[Done], _: &[Pause], _: NaiveDate, _: Weekday) -> Vec<PeriodStanding> {
        vec![]
    }
    /// x
    pub fn check(&self) -> Result<(), RequirementFault> {
        Ok(())
    }
}
