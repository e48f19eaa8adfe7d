//! Reminders.

use chrono::{DateTime, NaiveDate, Utc};
use domain::time::TimeOfDay;
use serde::Serialize;
use ts_rs::TS;

/// Answer of `reminders`.
#[derive(Debug, Serialize, TS)]
pub struct Reminders {
    /// What will appear, in order.
    pub coming: Vec<ComingReminder>,
    /// Whether the system refused the last one.
    pub trouble: bool,
}

/// One reminder that will appear.
#[derive(Debug, Serialize, TS)]
pub struct ComingReminder {
    /// Its id: the same for the same session.
    pub id: String,
    /// When, as an instant.
    #[ts(type = "string")]
    pub at: DateTime<Utc>,
    /// On which day, on the device's calendar.
    pub on: NaiveDate,
    /// At what time, on the device's clock.
    pub time: TimeOfDay,
    /// Its title.
    pub title: String,
    /// Its words.
    pub body: String,
}
