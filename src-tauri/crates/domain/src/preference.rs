//! What the client chose about the app itself.

use serde::{Deserialize, Serialize};
use ts_rs::TS;

use crate::reminder::QuietHours;
use crate::time::Weekday;

/// A language of the catalogues.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum Language {
    /// English.
    #[default]
    En,
    /// Spanish.
    Es,
}

impl Language {
    /// The language tag, `en` or `es`.
    #[must_use]
    pub const fn tag(self) -> &'static str {
        match self {
            Self::En => "en",
            Self::Es => "es",
        }
    }

    /// The language of a tag; English where it is none of ours.
    #[must_use]
    pub fn from_tag(tag: &str) -> Self {
        if tag == "es" { Self::Es } else { Self::En }
    }
}

/// The client's choices.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct Preferences {
    /// The language of every word.
    pub language: Language,
    /// The day on which the client's week starts.
    pub week_starts_on: Weekday,
    /// Minutes without a touch after which the record locks, 1 to 120; `None`: never.
    pub lock_after_minutes: Option<u32>,
    /// Whether it locks as soon as the window is hidden or the app is left.
    pub lock_when_hidden: bool,
    /// Whether it locks with the device's own screen. At suspend it always does.
    pub lock_with_screen: bool,
    /// When nothing may remind.
    pub quiet: QuietHours,
    /// Whether reminders come while the record is locked: a small file beside it holds their times then.
    pub remind_while_locked: bool,
    /// Whether the client has said that they wrote the recovery key down.
    pub recovery_key_kept: bool,
}

impl Default for Preferences {
    fn default() -> Self {
        Self {
            language: Language::En,
            week_starts_on: Weekday::Monday,
            lock_after_minutes: Some(5),
            lock_when_hidden: false,
            lock_with_screen: true,
            quiet: QuietHours::default(),
            remind_while_locked: true,
            recovery_key_kept: false,
        }
    }
}
