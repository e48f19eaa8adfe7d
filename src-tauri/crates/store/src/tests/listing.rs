//! Lists of meetings.

use chrono::DateTime;
use domain::group::Fellowship;

use super::Folder;
use super::sample_group::{list_id, listing};
use crate::listing::{self, MeetingList, Place};
use crate::{Store, StoreError};

fn list() -> MeetingList {
    MeetingList {
        id: list_id(),
        name: "Bronx".to_owned(),
        fellowship: Fellowship::Aa,
        format: "meeting_guide".to_owned(),
        imported_at: DateTime::from_timestamp_millis(1_770_000_000_123).unwrap(),
    }
}

fn filled(folder: &Folder) -> Store {
    let mut store = folder.create();
    let written = store.write(|w| {
        listing::put_list(w, &list())?;
        ["a", "b"].iter().try_for_each(|key| listing::add_entry(w, list_id(), &listing(key)))?;
        listing::index_text(w)
    });
    written.unwrap();
    store
}

#[test]
fn an_entry_comes_out_as_it_went_in_and_also_by_its_number() {
    let folder = Folder::new();
    let mut store = filled(&folder);
    store
        .read(|r| {
            let all = listing::entries(r, list_id())?;
            let said: Vec<_> = all.iter().map(|entry| entry.listing.clone()).collect();
            assert_eq!(said, [listing("a"), listing("b")]);
            assert_eq!(listing::numbered(r, &[all[1].number, all[0].number, 999])?, [all[1].clone(), all[0].clone()]);
            assert_eq!(listing::entry(r, list_id(), "b")?, Some(all[1].clone()));
            assert_eq!(listing::entry_counts(r)?, [(list_id(), 2)]);
            assert_eq!(listing::lists(r)?, [list()]);
            assert_eq!(listing::sought(r)?.len(), 2);
            Ok::<_, StoreError>(())
        })
        .unwrap();
}

#[test]
fn words_are_found_whatever_their_accents_and_only_where_they_are_looked_for() {
    let folder = Folder::new();
    let mut store = filled(&folder);
    store
        .read(|r| {
            let found = |words, place| listing::with_words(r, words, place).map(|found| found.map(|all| all.len()));
            assert_eq!(found("jose iglesia", Place::Anywhere)?, Some(2));
            assert_eq!(found("jose", Place::Where)?, Some(2));
            assert_eq!(found("peace", Place::Where)?, Some(0), "a name is no place");
            assert_eq!(found("ring", Place::Anywhere)?, Some(2));
            assert_eq!(found("\" OR * {name} :", Place::Where)?, Some(0));
            assert_eq!(found(" ", Place::Anywhere)?, None);
            Ok::<_, StoreError>(())
        })
        .unwrap();
}

#[test]
fn a_list_that_is_taken_away_comes_back_whole_and_is_purged_only_when_asked() {
    let folder = Folder::new();
    let mut store = filled(&folder);
    let (_, step) = store.write(|w| listing::delete_list(w, list_id())).unwrap();
    assert!(store.read(listing::lists).unwrap().is_empty());
    assert!(store.read(listing::sought).unwrap().is_empty());
    store.undo(step.unwrap()).unwrap();
    assert_eq!(store.read(listing::sought).unwrap().len(), 2);
    assert!(!store.write(listing::purge).unwrap().0);
    assert_eq!(store.read(listing::sought).unwrap().len(), 2);
    store
        .write(|w| {
            listing::delete_list(w, list_id())?;
            assert!(listing::purge(w)?);
            listing::index_text(w)
        })
        .unwrap();
    store
        .read(|r| {
            assert!(listing::entries(r, list_id())?.is_empty());
            assert_eq!(listing::with_words(r, "peace", Place::Anywhere)?, Some(vec![]));
            Ok::<_, StoreError>(())
        })
        .unwrap();
}

#[test]
fn undoing_a_new_list_takes_it_away() {
    let folder = Folder::new();
    let mut store = folder.create();
    let (_, step) = store
        .write(|w| {
            listing::put_list(w, &list())?;
            listing::add_entry(w, list_id(), &listing("a"))
        })
        .unwrap();
    store.undo(step.unwrap()).unwrap();
    assert!(store.read(listing::lists).unwrap().is_empty());
    store.write(listing::purge).unwrap();
    assert!(store.read(|r| listing::entries(r, list_id())).unwrap().is_empty());
}
