//! Crisis lines. Always at hand, also on the lock screen.
//!
//! Source of the United States numbers: 988lifeline.org and
//! samhsa.gov/find-help/national-helpline.

use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// One crisis line. Its name and what it offers are worded by the catalogue
/// under its `id`.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, TS)]
pub struct CrisisLine {
    /// Names the line in the catalogue.
    pub id: &'static str,
    /// The number to call.
    pub call: &'static str,
    /// The number to text, where there is one.
    pub text: Option<&'static str>,
    /// The number for a teletypewriter (TTY), where there is one.
    pub tty: Option<&'static str>,
}

/// A line that the client set themselves: of another country, or near by.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct OwnLine {
    /// What it is called.
    pub name: String,
    /// The number to call; may be empty where there is one to text.
    pub call: String,
    /// The number to text; may be empty.
    pub text: String,
    /// When it is open, or what it offers; may be empty.
    pub about: String,
}

/// The lines of the United States, the most urgent first.
pub const UNITED_STATES: &[CrisisLine] = &[
    CrisisLine { id: "us-988", call: "988", text: Some("988"), tty: None },
    // In Spanish: 2 after the line answers, or the word AYUDA to the same number.
    CrisisLine { id: "us-988-es", call: "988", text: Some("988"), tty: None },
    CrisisLine { id: "us-911", call: "911", text: None, tty: None },
    CrisisLine { id: "us-samhsa", call: "1-800-662-4357", text: Some("435748"), tty: Some("1-800-487-4889") },
];
