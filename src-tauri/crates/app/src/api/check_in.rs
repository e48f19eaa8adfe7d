//! Check-ins.

use chrono::NaiveDate;
use domain::check_in::CheckIn;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// Request of `check_ins`.
#[derive(Debug, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct CheckInsBetween {
    /// The first day.
    pub from: NaiveDate,
    /// The last day.
    pub to: NaiveDate,
}

/// Answer of `check_ins`.
#[derive(Debug, Serialize, TS)]
pub struct CheckIns {
    /// The check-ins, by day.
    pub check_ins: Vec<CheckIn>,
}

/// Request of `delete_check_in`.
#[derive(Debug, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct CheckInDay {
    /// The day.
    pub on: NaiveDate,
}
