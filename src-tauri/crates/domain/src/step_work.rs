//! Sponsors, work on the steps, and service commitments.

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use crate::group::Fellowship;
use crate::id::{CommitmentId, SponsorId, StepWorkId};

/// A sponsor, or someone in that place in a group that has none.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct Sponsor {
    /// Its id.
    pub id: SponsorId,
    /// In which fellowship.
    pub fellowship: Fellowship,
    /// Their name.
    pub name: String,
    /// Their number, as it is dialled. May be empty.
    pub phone: String,
    /// Since when, if that is said.
    pub starts_on: Option<NaiveDate>,
    /// Until when; `None`: still.
    pub ends_on: Option<NaiveDate>,
    /// A private note. May be empty.
    pub note: String,
}

/// Work on one step. A step may be worked more than once.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct StepWork {
    /// Its id.
    pub id: StepWorkId,
    /// In which fellowship.
    pub fellowship: Fellowship,
    /// Which step, tool or point of its program, 1 to 99.
    pub step: u32,
    /// Since when.
    pub starts_on: NaiveDate,
    /// When it was finished; `None`: still at it.
    pub ends_on: Option<NaiveDate>,
    /// A private note. May be empty.
    pub note: String,
}

/// A service commitment: making coffee, setting up chairs, answering a phone.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct Commitment {
    /// Its id.
    pub id: CommitmentId,
    /// In which fellowship.
    pub fellowship: Fellowship,
    /// What it is.
    pub text: String,
    /// Where or for which group. May be empty.
    pub group: String,
    /// Since when.
    pub starts_on: NaiveDate,
    /// Until when; `None`: open.
    pub ends_on: Option<NaiveDate>,
}
