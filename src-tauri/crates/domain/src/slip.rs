//! Slips: what the client wants to keep of a return to use. A slip closes the spans of counters
//! ([`crate::recovery::Counter::slip`]) at the moment in which it is told; what is kept of it here never touches them
//! again.

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use crate::id::SlipId;
use crate::time::TimeOfDay;

/// A slip. Nothing but its day has to be said.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct Slip {
    /// Its id.
    pub id: SlipId,
    /// The day: of the last use, where it was more than one.
    pub on: NaiveDate,
    /// The time of day, if that is said.
    pub time: Option<TimeOfDay>,
    /// What it was. May be empty.
    pub what: String,
    /// What led to it. May be empty.
    pub led_to_it: String,
    /// What else there is to say. May be empty.
    pub note: String,
}
