//! Finding sessions by what was written into them.

use domain::care::{Details, Homework, Session};
use domain::id::SessionId;

use super::sample::{put, record};
use super::{Folder, day};
use crate::search::{Field, Piece, search};
use crate::{Store, session};

fn written(number: u64, on: &str, topic: &str, note: &str) -> Session {
    let mut session = record().sessions[0].clone();
    session.id = SessionId::new(number, &[9; 10]);
    session.origin = None;
    session.on = day(on);
    session.note = note.to_owned();
    session.details = Details { topic: topic.to_owned(), ..Details::default() };
    session
}

fn with(sessions: &[Session]) -> (Folder, Store) {
    let folder = Folder::new();
    let mut store = folder.create();
    store.write(|w| put(w, &record())).unwrap();
    store
        .write(|w| {
            record().sessions.iter().try_for_each(|s| session::delete_session(w, s.id))?;
            sessions.iter().try_for_each(|s| session::put_session(w, s))
        })
        .unwrap();
    (folder, store)
}

fn days(store: &mut Store, words: &str) -> Vec<String> {
    let hits = store.read(|r| search(r, words, None, 50)).unwrap();
    hits.iter().map(|hit| hit.on.to_string()).collect()
}

#[test]
fn every_word_is_found_whole_or_as_a_beginning_whatever_its_accents_and_case() {
    let (_folder, mut store) = with(&[
        written(1, "2026-01-05", "Prevención", ""),
        written(2, "2026-01-07", "", "Preventing a slip"),
        written(3, "2026-01-09", "Family", "prevent"),
    ]);
    assert_eq!(days(&mut store, "PREVENCION"), ["2026-01-05"]);
    assert_eq!(days(&mut store, "prév"), ["2026-01-09", "2026-01-07", "2026-01-05"]);
    assert_eq!(days(&mut store, "family prev"), ["2026-01-09"]);
    assert_eq!(days(&mut store, "vent"), Vec::<String>::new());
}

#[test]
fn a_hit_says_in_which_parts_and_where() {
    let mut one = written(1, "2026-01-05", "Urges and triggers", "Rode out an urge.\nIt passed.");
    one.details.led_by = "Dana".to_owned();
    one.details.homework = Some(Homework { text: "Log each urge".to_owned(), due_on: None, done: true });
    let (_folder, mut store) = with(&[one]);
    let hit = store.read(|r| search(r, "urge", None, 50)).unwrap().remove(0);
    let piece = |text: &str, hit| Piece { text: text.to_owned(), hit };
    assert_eq!(
        hit.found,
        [
            (Field::Topic, vec![piece("Urges", true), piece(" and triggers", false)]),
            (Field::Note, vec![piece("Rode out an ", false), piece("urge", true), piece(".\nIt passed.", false)]),
            (Field::Homework, vec![piece("Log each ", false), piece("urge", true)]),
        ]
    );
    assert_eq!(store.read(|r| search(r, "dana", None, 50)).unwrap()[0].found[0].0, Field::LedBy);
}

#[test]
fn marks_and_words_of_the_query_language_are_looked_for_as_they_stand() {
    let (_folder, mut store) = with(&[
        written(1, "2026-01-05", "near and not", "he said \"stop\""),
        written(2, "2026-01-07", "topic: x^2 {a} (b) c-d", ""),
    ]);
    assert_eq!(days(&mut store, "NEAR AND NOT"), ["2026-01-05"]);
    assert_eq!(days(&mut store, "\"stop\""), ["2026-01-05"]);
    assert_eq!(days(&mut store, "topic: x^2 c-d"), ["2026-01-07"]);
    let long = "a b c d e f g h ".repeat(12);
    for words in [
        "\"", "*", "a\"", "\"a", "NEAR(", "note:", "-", "^a", "a*", "()", "🙂", "Ⓐ", "Ⓐ near", "'", "a\0b", "\\", &long,
    ] {
        store.read(|r| search(r, words, None, 50)).unwrap();
    }
}

#[test]
fn what_is_deleted_or_written_over_is_not_found_and_undo_brings_it_back() {
    let (_folder, mut store) = with(&[written(1, "2026-01-05", "Urges", "")]);
    let deleted = store.write(|w| session::delete_session(w, SessionId::new(1, &[9; 10]))).unwrap().1.unwrap();
    assert!(days(&mut store, "urges").is_empty());
    store.undo(deleted).unwrap();
    assert_eq!(days(&mut store, "urges").len(), 1);
    let changed = store.write(|w| session::put_session(w, &written(1, "2026-01-05", "Sleep", ""))).unwrap().1.unwrap();
    assert!(days(&mut store, "urges").is_empty());
    store.undo(changed).unwrap();
    assert_eq!((days(&mut store, "urges").len(), days(&mut store, "sleep").len()), (1, 0));
}

#[test]
fn a_search_goes_on_where_it_ended() {
    let all: Vec<Session> = (1..=7).map(|n| written(n, "2026-01-05", "Urges", "")).collect();
    let (_folder, mut store) = with(&all);
    let mut found = Vec::new();
    let mut before = None;
    loop {
        let page = store.read(|r| search(r, "urges", before, 3)).unwrap();
        before = page.last().map(|hit| hit.session);
        if page.is_empty() {
            break;
        }
        found.extend(page.into_iter().map(|hit| hit.session));
    }
    let newest: Vec<SessionId> = all.iter().rev().map(|s| s.id).collect();
    assert_eq!(found, newest);
}
