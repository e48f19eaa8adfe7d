//! Lines to call, and the log of calls.

use super::sample::{call, put, record};
use super::{Folder, day};
use crate::{Store, StoreError, care, drug_test};

fn filled(folder: &Folder) -> Store {
    let mut store = folder.create();
    store.write(|w| put(w, &record())).unwrap();
    store
}

#[test]
fn calls_come_newest_first_and_one_is_found_by_its_line_and_day() {
    let folder = Folder::new();
    let mut store = filled(&folder);
    let whole = record();
    let [up, not_up, other] = [0, 1, 2].map(|index: usize| whole.calls[index].clone());
    store
        .read(|r| {
            let between = |from, to| drug_test::calls_between(r, day(from), day(to));
            assert_eq!(between("2026-01-12", "2026-01-16")?, [other.clone(), up.clone(), not_up.clone()]);
            assert_eq!(between("2026-01-13", "2026-01-15")?, std::slice::from_ref(&up));
            assert_eq!(drug_test::call_on(r, up.line, up.on)?, Some(up.clone()));
            assert_eq!(drug_test::call_on(r, up.line, other.on)?, None, "the other line's is not this one's");
            assert_eq!(drug_test::newest_call_day_before(r, up.on)?, Some(not_up.on));
            assert_eq!(drug_test::newest_call_day_before(r, not_up.on)?, None);
            Ok::<_, StoreError>(())
        })
        .unwrap();
}

#[test]
fn a_later_call_takes_the_place_of_the_one_of_its_line_and_day() {
    let folder = Folder::new();
    let mut store = filled(&folder);
    let first = record().calls[0].clone();
    let second = call(9, 1, "2026-01-13", false);
    store.write(|w| drug_test::put_call(w, &second)).unwrap();
    store
        .read(|r| {
            assert_eq!(drug_test::call_on(r, first.line, first.on)?, Some(second.clone()));
            assert_eq!(drug_test::call(r, first.id)?, None);
            Ok::<_, StoreError>(())
        })
        .unwrap();
}

#[test]
fn a_line_goes_with_its_calls_and_so_does_an_episode_with_its_lines() {
    let folder = Folder::new();
    let mut store = filled(&folder);
    let whole = record();
    let left = |store: &mut Store| {
        store.read(|r| Ok::<_, StoreError>((drug_test::call_lines(r)?.len(), drug_test::all(r)?.len()))).unwrap()
    };
    let (_, step) = store.write(|w| drug_test::delete_call_line(w, whole.call_lines[0].id)).unwrap();
    assert_eq!(left(&mut store), (1, 1));
    store.undo(step.unwrap()).unwrap();
    assert_eq!(left(&mut store), (2, 3));
    store.write(|w| care::delete_episode(w, whole.episodes[0].id)).unwrap();
    assert_eq!(left(&mut store), (0, 0));
}

#[test]
fn a_call_of_no_line_is_not_found() {
    let folder = Folder::new();
    let mut store = filled(&folder);
    assert_eq!(store.write(|w| drug_test::put_call(w, &call(9, 7, "2026-01-14", false))), Err(StoreError::NotFound));
    let gone = record().calls[1].id;
    store.write(|w| drug_test::delete_call(w, gone)).unwrap();
    assert_eq!(store.write(|w| drug_test::delete_call(w, gone)), Err(StoreError::NotFound));
}
