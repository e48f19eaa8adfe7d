//! Slips.

use chrono::NaiveDate;
use domain::id::{CounterId, SlipId};
use domain::slip::Slip;
use domain::time::TimeOfDay;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// Request of `record_slip`. Nothing but the day has to be said.
#[derive(Debug, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct RecordSlip {
    /// The day, of the last use where it was more than one; not in the future.
    pub on: NaiveDate,
    /// The time of day.
    #[serde(default)]
    #[ts(optional = nullable)]
    pub time: Option<TimeOfDay>,
    /// What it was; may be empty.
    pub what: String,
    /// What led to it; may be empty.
    pub led_to_it: String,
    /// What else there is to say; may be empty.
    pub note: String,
    /// The counters that begin anew on the day after. All days before stay counted.
    pub counters: Vec<CounterId>,
    /// Whether the check-in of that day says so too, if there is one.
    pub in_check_in: bool,
}

/// Answer of `record_slip`; request of `delete_slip`.
#[derive(Debug, Serialize, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct SlipKey {
    /// The slip.
    pub id: SlipId,
}

/// Request of `slips`: the newest, or those before one.
#[derive(Debug, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct SlipsBefore {
    /// Only before that one.
    #[serde(default)]
    #[ts(optional = nullable)]
    pub before: Option<SlipId>,
}

/// Answer of `slips`.
#[derive(Debug, Serialize, TS)]
pub struct Slips {
    /// The newest first, 200 at most.
    pub slips: Vec<Slip>,
    /// Whether there are more before the last of them.
    pub more: bool,
}
