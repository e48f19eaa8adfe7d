//! Sponsors, work on the steps, and service commitments.

use chrono::NaiveDate;
use domain::group::Fellowship;
use domain::id::{CommitmentId, SponsorId, StepWorkId};
use domain::step_work::{Commitment, Sponsor, StepWork};
use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// Answer of `step_work`.
#[derive(Debug, Serialize, TS)]
pub struct StepWorkShown {
    /// The day on the device's calendar.
    pub today: NaiveDate,
    /// Sponsors: those of today first, then the newest.
    pub sponsors: Vec<Sponsor>,
    /// Work on the steps: what goes on first, then the newest.
    pub steps: Vec<StepWork>,
    /// Service commitments: what goes on first, then the newest.
    pub commitments: Vec<Commitment>,
}

/// Request of `save_sponsor`: a new one, or a change of one.
#[derive(Debug, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct SaveSponsor {
    /// The one to change; `None`: a new one.
    #[serde(default)]
    #[ts(optional = nullable)]
    pub id: Option<SponsorId>,
    /// In which fellowship.
    pub fellowship: Fellowship,
    /// Their name.
    pub name: String,
    /// Their number; may be empty.
    pub phone: String,
    /// Since when.
    #[serde(default)]
    #[ts(optional = nullable)]
    pub starts_on: Option<NaiveDate>,
    /// Until when; `None`: still.
    #[serde(default)]
    #[ts(optional = nullable)]
    pub ends_on: Option<NaiveDate>,
    /// A private note; may be empty.
    pub note: String,
}

/// Request of `delete_sponsor`; answer of `save_sponsor`.
#[derive(Debug, Serialize, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct SponsorKey {
    /// The sponsor.
    pub id: SponsorId,
}

/// Request of `save_step`: new work on a step, or a change of it.
#[derive(Debug, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct SaveStep {
    /// The one to change; `None`: a new one.
    #[serde(default)]
    #[ts(optional = nullable)]
    pub id: Option<StepWorkId>,
    /// In which fellowship.
    pub fellowship: Fellowship,
    /// Which step, 1 to 99.
    pub step: u32,
    /// Since when.
    pub starts_on: NaiveDate,
    /// When it was finished; `None`: still at it.
    #[serde(default)]
    #[ts(optional = nullable)]
    pub ends_on: Option<NaiveDate>,
    /// A private note; may be empty.
    pub note: String,
}

/// Request of `delete_step`; answer of `save_step`.
#[derive(Debug, Serialize, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct StepKey {
    /// The work on a step.
    pub id: StepWorkId,
}

/// Request of `save_commitment`: a new one, or a change of one.
#[derive(Debug, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct SaveCommitment {
    /// The one to change; `None`: a new one.
    #[serde(default)]
    #[ts(optional = nullable)]
    pub id: Option<CommitmentId>,
    /// In which fellowship.
    pub fellowship: Fellowship,
    /// What it is.
    pub text: String,
    /// Where or for which group; may be empty.
    pub group: String,
    /// Since when.
    pub starts_on: NaiveDate,
    /// Until when; `None`: open.
    #[serde(default)]
    #[ts(optional = nullable)]
    pub ends_on: Option<NaiveDate>,
}

/// Request of `delete_commitment`; answer of `save_commitment`.
#[derive(Debug, Serialize, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct CommitmentKey {
    /// The commitment.
    pub id: CommitmentId,
}
