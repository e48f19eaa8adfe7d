//! The client's choices, and drafts.

use domain::preference::{Language, Preferences};
use domain::time::Weekday;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// Request of `save_settings`.
#[derive(Debug, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct SaveSettings {
    /// The language of every word.
    pub language: Language,
    /// The day on which the client's week starts.
    pub week_starts_on: Weekday,
    /// 1 to 120 minutes; `None`: never.
    pub lock_after_minutes: Option<u32>,
}

/// Request of `save_locking`.
#[derive(Debug, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct SaveLocking {
    /// Whether it locks as soon as the window is hidden or the app is left.
    pub lock_when_hidden: bool,
    /// Whether it locks with the device's own screen.
    pub lock_with_screen: bool,
}

/// Answer of `settings`.
#[derive(Debug, Serialize, TS)]
pub struct Settings {
    /// What the client chose.
    pub preferences: Preferences,
    /// The device's zone.
    pub device_zone: String,
    /// Where the record lies on this device.
    pub folder: String,
}

/// Request of `save_draft`.
#[derive(Debug, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct SaveDraft {
    /// Which form, 1 to 100 characters.
    pub key: String,
    /// What stands in it, as the form wrote it, at most 300,000 characters.
    pub text: String,
}

/// Request of `draft` and `discard_draft`.
#[derive(Debug, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct DraftKey {
    /// Which form.
    pub key: String,
}

/// Answer of `draft`.
#[derive(Debug, Serialize, TS)]
pub struct Draft {
    /// What stood in the form; `None`: nothing.
    pub text: Option<String>,
}

/// Request of `undo`.
#[derive(Debug, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct Undo {
    /// The step that the operation answered.
    pub step: u32,
}
