//! The daily check-in. Nothing in it is scored as good or bad.

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// How one day is going. Every answer but mood and craving may be left out.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct CheckIn {
    /// The client's own day; one check-in a day.
    pub on: NaiveDate,
    /// 1 (very low) to 5 (very good).
    pub mood: u8,
    /// Craving, 0 (none) to 10 (the strongest).
    pub craving: u8,
    /// HALT: hungry.
    pub hungry: bool,
    /// HALT: angry.
    pub angry: bool,
    /// HALT: lonely.
    pub lonely: bool,
    /// HALT: tired.
    pub tired: bool,
    /// Minutes slept last night, 0 to 1440.
    pub sleep_minutes: Option<u32>,
    /// Used that day, or not; may be left out.
    pub used: Option<bool>,
    /// The client's own words.
    pub note: String,
}
