//! Reminders.

use chrono::{DateTime, NaiveDate, Utc};
use domain::aftercare::Repeat;
use domain::id::OwnReminderId;
use domain::reminder::{OwnReminder, Quiet, Rule, Source};
use domain::time::TimeOfDay;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// Answer of `reminders`.
#[derive(Debug, Serialize, TS)]
pub struct Reminders {
    /// The device's day.
    pub today: NaiveDate,
    /// What will appear in the next seven days, in order.
    pub coming: Vec<ReminderView>,
    /// What quiet hours leave no time for in the next seven days, in order; shown at the time at which it was to be.
    pub kept_back: Vec<ReminderView>,
    /// What appeared in the last day and still stands, the newest first: it can be snoozed, or answered.
    pub lately: Vec<ReminderView>,
    /// What came due while this device was off and is of no use any more, the newest first, until it was seen.
    pub missed: Vec<ReminderView>,
    /// Whether the system lets reminders through.
    pub delivery: Delivery,
}

/// One reminder.
#[derive(Debug, Serialize, TS)]
pub struct ReminderView {
    /// Its id: the same for the same reminder.
    pub id: String,
    /// What reminds.
    pub source: Source,
    /// When, as an instant.
    #[ts(type = "string")]
    pub at: DateTime<Utc>,
    /// On which day, on the device's calendar.
    pub on: NaiveDate,
    /// At what time, on the device's clock.
    pub time: TimeOfDay,
    /// Its title, as it appears.
    pub title: String,
    /// Its words, as they appear while the record is open.
    pub body: String,
    /// Its words while the record is locked, where they are others.
    pub locked_body: Option<String>,
    /// Whether it asks if the client was there: it can be answered.
    pub asks: bool,
    /// Whether it comes again because it was snoozed.
    pub snoozed: bool,
    /// What it is about, for the client's own eyes inside the app; may be empty.
    pub about: String,
}

/// Whether the system lets reminders through.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum Delivery {
    /// As far as is known.
    Works,
    /// The system has not been asked yet: `allow_reminders` asks.
    NotAsked,
    /// The client did not allow it; only the system's settings can change that.
    Denied,
    /// The last one was refused, or there is nothing on this device that shows notices.
    Refused,
}

/// Answer of `show_reminder_now` and `allow_reminders`.
#[derive(Debug, Serialize, TS)]
pub struct DeliveryNow {
    /// Whether the system lets reminders through.
    pub delivery: Delivery,
}

/// Answer of `reminder_rules`.
#[derive(Debug, Serialize, TS)]
pub struct ReminderRules {
    /// One for every source, in the order in which they are shown.
    pub rules: Vec<Rule>,
    /// What each was at the start, in the same order.
    pub first: Vec<Rule>,
    /// Quiet hours of each weekday on which they begin, from Monday.
    pub quiet: [Option<Quiet>; 7],
    /// Whether reminders come while the record is locked.
    pub while_locked: bool,
    /// Reminders of the client's own: those that come again by their next time, then those that are over.
    pub own: Vec<OwnReminderView>,
}

/// A reminder of the client's own, and when it is next.
#[derive(Debug, Serialize, TS)]
pub struct OwnReminderView {
    /// As it is kept.
    pub reminder: OwnReminder,
    /// Its next day, today included while its time is to come; `None`: it is over.
    pub next_on: Option<NaiveDate>,
}

/// Request of `save_quiet_hours`.
#[derive(Debug, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct SaveQuietHours {
    /// Of each weekday on which they begin, from Monday.
    pub quiet: [Option<Quiet>; 7],
}

/// Request of `remind_while_locked`.
#[derive(Debug, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct RemindWhileLocked {
    /// Whether reminders come while the record is locked; then a small file beside it holds their times.
    pub on: bool,
}

/// Request of `save_own_reminder`.
#[derive(Debug, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct SaveOwnReminder {
    /// Which; `None`: a new one.
    pub id: Option<OwnReminderId>,
    /// What it is about: 1 to 200 characters on one line.
    pub text: String,
    /// Whether it shows that text while the record is open; else neutral words.
    pub shows_text: bool,
    /// The first day.
    pub on: NaiveDate,
    /// The time of day.
    pub time: TimeOfDay,
    /// How often it comes again; `None`: once.
    pub repeat: Option<Repeat>,
    /// The last day; only of one that repeats.
    pub ends_on: Option<NaiveDate>,
}

/// A reminder of the client's own.
#[derive(Debug, Serialize, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct OwnReminderKey {
    /// Its id.
    pub id: OwnReminderId,
}

/// How long a reminder waits.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum Snooze {
    /// Ten minutes.
    TenMinutes,
    /// An hour.
    Hour,
    /// Until seven in the evening; where that is past, an hour.
    Evening,
    /// Until nine tomorrow morning.
    Tomorrow,
}

/// Request of `snooze_reminder`.
#[derive(Debug, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct SnoozeReminder {
    /// Which.
    pub id: String,
    /// How long it waits.
    pub wait: Snooze,
}

/// Request of `answer_reminder`.
#[derive(Debug, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct AnswerReminder {
    /// Which; it asks.
    pub id: String,
    /// Whether the client was there.
    pub there: bool,
}

/// Answer of `background`: whether Handrail runs where no window is open.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, TS)]
pub struct Background {
    /// Whether this system leaves it to Handrail: a computer. On a phone the system itself keeps reminders.
    pub supported: bool,
    /// Whether Handrail goes on when its window is closed.
    pub keeps_running: bool,
    /// Whether it starts, without a window, when the client logs in to the device.
    pub starts_at_login: bool,
    /// Whether there is a place on the screen for its icon. Without one, starting Handrail again brings the window back.
    pub has_tray: bool,
}

/// Request of `save_background`.
#[derive(Debug, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct SaveBackground {
    /// Whether Handrail goes on when its window is closed.
    pub keeps_running: bool,
    /// Whether it starts when the client logs in to the device. Only where it goes on without a window.
    pub starts_at_login: bool,
}
