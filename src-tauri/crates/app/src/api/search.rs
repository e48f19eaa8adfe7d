//! Search.

use chrono::NaiveDate;
use domain::care::{SessionKind, SessionRef, SessionState};
use domain::id::SessionId;
use domain::time::TimeOfDay;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// Request of `search_sessions`: every word must stand in the topic, note, homework or leader's name of
/// a session, as a whole or as the beginning of a word, whatever its accents and case.
#[derive(Debug, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct SearchSessions {
    /// The words, at most 20. None: nothing is found.
    pub text: String,
    /// Only sessions after this one in the list, to go on where it ended.
    #[serde(default)]
    #[ts(optional = nullable)]
    pub before: Option<SessionId>,
    /// At most so many, 1 to 50; `None`: 50.
    #[serde(default)]
    #[ts(optional = nullable)]
    pub limit: Option<u32>,
}

/// Answer of `search_sessions`.
#[derive(Debug, Serialize, TS)]
pub struct SessionHits {
    /// The newest first.
    pub hits: Vec<SessionHit>,
    /// Whether there are more after the last.
    pub more: bool,
}

/// A session in which all words stand.
#[derive(Debug, Serialize, TS)]
pub struct SessionHit {
    /// The session.
    pub session: SessionRef,
    /// What happens.
    pub kind: SessionKind,
    /// On which day.
    pub on: NaiveDate,
    /// At what time.
    pub time: TimeOfDay,
    /// What became of it.
    pub state: SessionState,
    /// Where the words stand.
    pub found: Vec<Found>,
}

/// A part of a session that holds one of the words.
#[derive(Debug, Serialize, TS)]
pub struct Found {
    /// Which part.
    pub part: SessionPart,
    /// Some of its text around the words, in pieces.
    pub text: Vec<TextPart>,
}

/// A piece of text.
#[derive(Debug, Serialize, TS)]
pub struct TextPart {
    /// The text.
    pub text: String,
    /// Whether it is what was looked for.
    pub hit: bool,
}

/// What the client can write into a session.
#[derive(Debug, Clone, Copy, Serialize, TS)]
#[serde(rename_all = "snake_case")]
#[allow(missing_docs)]
pub enum SessionPart {
    Topic,
    Note,
    Homework,
    LedBy,
}
