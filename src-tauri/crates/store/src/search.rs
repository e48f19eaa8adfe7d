//! Finding sessions by what the client wrote into them, with SQLite's FTS5.

use std::collections::HashMap;

use chrono::NaiveDate;
use domain::care::{SessionKind, SessionState};
use domain::id::SessionId;
use domain::time::{LAST_DATE, TimeOfDay, plus_days};

use crate::column::{Columns, values};
use crate::{Reader, StoreError};

/// A part of a session that words are found in.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Field {
    /// What it was about.
    Topic,
    /// The private note.
    Note,
    /// What is to be done.
    Homework,
    /// Who led it.
    LedBy,
}

/// A piece of text, found or beside it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Piece {
    /// The text.
    pub text: String,
    /// Whether it is what was looked for.
    pub hit: bool,
}

/// A session in which all words were found.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Hit {
    /// Its id.
    pub session: SessionId,
    /// What happened in it.
    pub kind: SessionKind,
    /// On which day.
    pub on: NaiveDate,
    /// When it began.
    pub time: TimeOfDay,
    /// What became of it.
    pub state: SessionState,
    /// The parts that hold one of the words, with some of the text around.
    pub found: Vec<(Field, Vec<Piece>)>,
}

/// How many words around a hit are shown.
macro_rules! around {
    () => {
        "16"
    };
}

/// What stands before and after a hit in a snippet: no kept text holds either.
const BEGINS: char = '\u{2}';
const ENDS: char = '\u{3}';

/// Walks the days from the newest and stops at the last row asked for, however many there are.
pub(crate) const NEWEST: &str = "SELECT number, id, kind, on_date, time, state FROM session INDEXED BY session_by_day
    WHERE deleted_at IS NULL AND (on_date, time, id) < (?2, ?3, ?4)
        AND +number IN (SELECT rowid FROM session_text WHERE session_text MATCH ?1)
    ORDER BY on_date DESC, time DESC, id DESC LIMIT ?5";

/// Once through all that match, for those asked for: looking each up by itself would gather them all each time.
const SNIPPETS: &str = concat!(
    "SELECT rowid, snippet(session_text, 0, char(2), char(3), '…', ",
    around!(),
    "), snippet(session_text, 1, char(2), char(3), '…', ",
    around!(),
    "), snippet(session_text, 2, char(2), char(3), '…', ",
    around!(),
    "), snippet(session_text, 3, char(2), char(3), '…', ",
    around!(),
    ") FROM session_text WHERE session_text MATCH ?1 AND +rowid IN (SELECT value FROM json_each(?2))"
);

/// What is looked for, as FTS5 reads it: each word quoted, so that it means nothing but itself, and
/// found also as the beginning of a longer one. `None`: no word.
#[must_use]
pub fn query(words: &str) -> Option<String> {
    let quoted: Vec<String> = words
        .split_whitespace()
        .filter(|word| word.chars().any(char::is_alphanumeric))
        .map(|word| format!("\"{}\"*", word.replace('"', "\"\"").replace('\0', "")))
        .collect();
    (!quoted.is_empty()).then(|| quoted.join(" AND "))
}

/// The newest sessions, at most so many, in which every one of the words stands, each as a whole or
/// as the beginning of one, whatever its accents and case; older than `before`, if one is named.
///
/// # Errors
/// [`StoreError::NotFound`] where there never was a session `before`, or another of the database.
pub fn search(r: &Reader<'_>, words: &str, before: Option<SessionId>, most: u32) -> Result<Vec<Hit>, StoreError> {
    let Some(query) = query(words) else { return Ok(Vec::new()) };
    let (on, time, id): (NaiveDate, TimeOfDay, SessionId) = match before {
        None => (plus_days(LAST_DATE, 1), TimeOfDay::from_minutes(0), SessionId::new(0, &[0; 10])),
        Some(id) => r
            .first("SELECT on_date, time, id FROM session WHERE id = ?1", values![id], |row| {
                Ok((row.take()?, row.take()?, row.take()?))
            })?
            .ok_or(StoreError::NotFound)?,
    };
    let newest = r.all(NEWEST, values![query, on, time, id, most], |row| {
        let number: u32 = row.take()?;
        let hit = Hit {
            session: row.take()?,
            kind: row.take()?,
            on: row.take()?,
            time: row.take()?,
            state: row.take()?,
            found: Vec::new(),
        };
        Ok((number, hit))
    })?;
    let numbers: Vec<String> = newest.iter().map(|(number, _)| number.to_string()).collect();
    let numbers = format!("[{}]", numbers.join(","));
    let snippets = r.all(SNIPPETS, values![query, numbers], |row| Ok((row.take::<u32>()?, found(row)?)))?;
    let mut snippets: HashMap<u32, _> = snippets.into_iter().collect();
    let with_snippets = |(number, hit)| Hit { found: snippets.remove(&number).unwrap_or_default(), ..hit };
    Ok(newest.into_iter().map(with_snippets).collect())
}

fn found(row: &mut Columns) -> Result<Vec<(Field, Vec<Piece>)>, StoreError> {
    let mut found = Vec::new();
    for field in [Field::Topic, Field::Note, Field::Homework, Field::LedBy] {
        let snippet: String = row.take()?;
        if snippet.contains(BEGINS) {
            found.push((field, pieces(&snippet)));
        }
    }
    Ok(found)
}

fn pieces(snippet: &str) -> Vec<Piece> {
    let mut pieces = Vec::new();
    let mut add = |text: &str, hit| {
        if !text.is_empty() {
            pieces.push(Piece { text: text.to_owned(), hit });
        }
    };
    for (i, part) in snippet.split(BEGINS).enumerate() {
        match part.split_once(ENDS).filter(|_| i > 0) {
            Some((hit, rest)) => {
                add(hit, true);
                add(rest, false);
            }
            None => add(part, false),
        }
    }
    pieces
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_looked_for_is_quoted_and_means_nothing_but_itself() {
        assert_eq!(query("craving  plan").as_deref(), Some("\"craving\"* AND \"plan\"*"));
        assert_eq!(query("a\"b OR NOT").as_deref(), Some("\"a\"\"b\"* AND \"OR\"* AND \"NOT\"*"));
        assert_eq!(query("* \" 🙂 () ^"), None);
        assert_eq!(query("  "), None);
    }

    #[test]
    fn a_snippet_falls_into_what_was_found_and_what_is_beside_it() {
        let piece = |text: &str, hit| Piece { text: text.to_owned(), hit };
        assert_eq!(
            pieces("…about \u{2}urges\u{3} and \u{2}urges\u{3}"),
            [piece("…about ", false), piece("urges", true), piece(" and ", false), piece("urges", true)]
        );
        assert_eq!(pieces("none"), [piece("none", false)]);
    }
}
