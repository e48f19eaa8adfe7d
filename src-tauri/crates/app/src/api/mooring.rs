//! Mooring lines.

use chrono::NaiveDate;
use domain::id::MooringLineId;
use domain::mooring::{Drift, MooringLine, Tick};
use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// Answer of `mooring`.
#[derive(Debug, Serialize, TS)]
pub struct Mooring {
    /// The lines on the list, in its order.
    pub lines: Vec<MooringLine>,
    /// Lines that were taken off the list and were gone through in one of the weeks shown.
    pub earlier: Vec<MooringLine>,
    /// The last twelve weeks, this one first.
    pub weeks: Vec<MooringWeekView>,
    /// Whether there is drift, by the latest of these weeks that was gone through.
    pub drift: Option<Drift>,
}

/// One week.
#[derive(Debug, Serialize, TS)]
pub struct MooringWeekView {
    /// Its first day.
    pub starts_on: NaiveDate,
    /// Whether it was gone through.
    pub gone_through: bool,
    /// The lines it has, in the order of the list, then those taken off it; none held while it was not gone through.
    pub ticks: Vec<Tick>,
    /// How many held.
    pub held: usize,
}

/// Request of `save_mooring_lines`: the whole list.
#[derive(Debug, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct SaveMooringLines {
    /// The lines in their order, 12 at most. One that is left out is taken off the list; what is known of it stays.
    pub lines: Vec<MooringLineText>,
}

/// A line of the list.
#[derive(Debug, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct MooringLineText {
    /// One that is on the list; `None`: a new one.
    #[serde(default)]
    #[ts(optional = nullable)]
    pub id: Option<MooringLineId>,
    /// What it says.
    pub text: String,
}

/// Request of `save_mooring_week`: goes through a week, or through it once more.
#[derive(Debug, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct SaveMooringWeek {
    /// A day of the week, which has begun.
    pub on: NaiveDate,
    /// The lines of that week that held.
    pub held: Vec<MooringLineId>,
}
