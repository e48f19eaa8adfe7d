//! The aftercare plan, and how long ago treatment began.

use chrono::NaiveDate;
use domain::aftercare::{Aftercare, Area, Repeat};
use domain::id::AftercareId;
use domain::milestone::Milestones;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// Answer of `aftercare`.
#[derive(Debug, Serialize, TS)]
pub struct AftercarePlan {
    /// What is open, by the day on which it is due, then that without one.
    pub open: Vec<AftercareView>,
    /// What is done, the newest first.
    pub done: Vec<AftercareView>,
    /// What is to be seen to before a program ends, open and done, in the order in which it was added; in neither of
    /// the lists above.
    pub before_leaving: Vec<AftercareView>,
    /// The open one that is due soonest, of any list.
    pub next: Option<AftercareId>,
    /// The last day of a program that ends within two weeks.
    pub leaving_on: Option<NaiveDate>,
}

/// An entry, and how it stands.
#[derive(Debug, Serialize, TS)]
pub struct AftercareView {
    /// The entry.
    pub entry: Aftercare,
    /// Whether it is open and its day is past.
    pub overdue: bool,
    /// How often it was done, where it repeats.
    pub times_done: u32,
    /// When it was done last, where it repeats.
    pub last_done_on: Option<NaiveDate>,
}

/// What Today shows of the aftercare plan.
#[derive(Debug, Serialize, TS)]
pub struct AftercareDue {
    /// The entry.
    pub id: AftercareId,
    /// What part of life it is about.
    pub area: Area,
    /// What is kept up.
    pub text: String,
    /// The next step; may be empty.
    pub next_step: String,
    /// By when.
    pub due_on: NaiveDate,
    /// Whether that day is past.
    pub overdue: bool,
}

/// Request of `save_aftercare`: a new entry, or a change of one. Whether it is done stays as it is.
#[derive(Debug, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct SaveAftercare {
    /// The one to change; `None`: a new one.
    #[serde(default)]
    #[ts(optional = nullable)]
    pub id: Option<AftercareId>,
    /// What part of life it is about.
    pub area: Area,
    /// What is kept up, or aimed at.
    pub text: String,
    /// The next step; may be empty.
    pub next_step: String,
    /// By when; needed where it repeats.
    #[serde(default)]
    #[ts(optional = nullable)]
    pub due_on: Option<NaiveDate>,
    /// How often it comes again; `None`: once.
    #[serde(default)]
    #[ts(optional = nullable)]
    pub repeat: Option<Repeat>,
    /// Whether it is to be seen to before a program ends.
    pub before_leaving: bool,
    /// What else there is to say; may be empty.
    pub note: String,
}

/// Request of `delete_aftercare` and `reopen_aftercare`; answer of `save_aftercare`.
#[derive(Debug, Serialize, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct AftercareKey {
    /// The entry.
    pub id: AftercareId,
}

/// Request of `finish_aftercare`: it was done. One that repeats stays open and is due again.
#[derive(Debug, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct FinishAftercare {
    /// The entry.
    pub id: AftercareId,
    /// The day; not in the future.
    pub on: NaiveDate,
}

/// Answer of `finish_aftercare`.
#[derive(Debug, Serialize, TS)]
pub struct AftercareFinished {
    /// When it is due again, where it repeats.
    pub due_on: Option<NaiveDate>,
}

/// Answer of `milestones`.
#[derive(Debug, Serialize, TS)]
pub struct TreatmentMilestones {
    /// How long ago treatment began; `None` before that.
    pub treatment: Option<Milestones>,
}
