//! Transactions and undo.

use super::sample::{self, ODD, put, record};
use super::{Folder, day};
use crate::whole::whole;
use crate::{Store, StoreError, Writer, care, check_in, draft, group, preference, reminder, session};

/// The step of a write that must be one.
fn step(store: &mut Store, f: impl FnOnce(&Writer<'_>) -> Result<(), StoreError>) -> u32 {
    store.write(f).unwrap().1.unwrap()
}

fn attended(store: &mut Store) -> usize {
    store.read(|r| group::attendance_days_from(r, domain::time::FIRST_DATE)).unwrap().len()
}

fn filled(folder: &Folder) -> Store {
    let mut store = folder.create();
    store.write(|w| put(w, &record())).unwrap();
    store
}

#[test]
fn a_write_that_fails_is_rolled_back_whole() {
    let folder = Folder::new();
    let mut store = filled(&folder);
    let before = store.read(whole).unwrap();
    let failed = store.write(|w| {
        care::delete_episode(w, record().episodes[0].id)?;
        draft::put_draft(w, "a", "b", 0)?;
        session::delete_session(w, record().sessions[0].id)
    });
    assert_eq!(failed, Err(StoreError::NotFound));
    assert_eq!(store.read(whole).unwrap(), before);
    assert_eq!(store.read(|r| draft::draft(r, "a")).unwrap(), None);
}

#[test]
fn a_write_that_panics_is_rolled_back_whole() {
    let folder = Folder::new();
    let mut store = filled(&folder);
    let before = store.read(whole).unwrap();
    let broken = std::panic::catch_unwind(std::panic::AssertUnwindSafe(|| {
        let _ = store.write::<(), StoreError>(|w| {
            care::delete_episode(w, record().episodes[0].id)?;
            panic!("on purpose");
        });
    }));
    assert!(broken.is_err());
    assert_eq!(store.read(whole).unwrap(), before);
}

#[test]
fn what_refers_to_nothing_is_not_found() {
    let folder = Folder::new();
    let mut store = folder.create();
    let orphan = sample::pattern(1, sample::episode(1).id);
    assert_eq!(store.write(|w| care::put_pattern(w, &orphan)), Err(StoreError::NotFound));
}

#[test]
fn a_write_that_changes_nothing_is_no_step() {
    let folder = Folder::new();
    let mut store = filled(&folder);
    let (_, again) = store.write(|w| put(w, &record())).unwrap();
    assert_eq!(again, None);
    let (_, nothing) = store.write(|_| Ok::<_, StoreError>(())).unwrap();
    assert_eq!(nothing, None);
}

#[test]
fn drafts_and_shown_reminders_are_no_step_and_outlive_undo() {
    let folder = Folder::new();
    let mut store = filled(&folder);
    let at = sample::version(1).saved_at;
    let fired = reminder::Fired { id: "x".to_owned(), at, missed: false };
    let (_, none) =
        store.write(|w| draft::put_draft(w, "note", ODD, 1).and_then(|()| reminder::put_fired(w, &fired))).unwrap();
    assert_eq!(none, None);
    let number = step(&mut store, |w| {
        draft::put_draft(w, "note", "later", 2)?;
        session::delete_session(w, record().sessions[0].id)
    });
    assert_eq!(store.undo(number).unwrap(), ["session"]);
    assert_eq!(store.read(|r| draft::draft(r, "note")).unwrap().unwrap(), "later");
    assert!(store.read(|r| reminder::fired(r, "x")).unwrap());
}

#[test]
fn undo_takes_back_what_was_added() {
    let folder = Folder::new();
    let mut store = folder.create();
    let empty = store.read(whole).unwrap();
    let number = step(&mut store, |w| put(w, &record()));
    let tables = store.undo(number).unwrap();
    assert_eq!(store.read(whole).unwrap(), empty);
    let mut sorted = tables.clone();
    sorted.sort();
    assert_eq!(
        sorted,
        [
            "account_entry",
            "aftercare",
            "aftercare_done",
            "assessment",
            "attendance",
            "authorization",
            "call",
            "call_line",
            "check_in",
            "chip",
            "closure",
            "commitment",
            "counter",
            "episode",
            "fee",
            "goal",
            "meeting",
            "mooring_line",
            "mooring_week",
            "own_reminder",
            "pattern",
            "pause",
            "payer",
            "phase",
            "plan_version",
            "preference",
            "reminder_rule",
            "requirement",
            "ride",
            "session",
            "signature",
            "slip",
            "sponsor",
            "step_work"
        ]
    );
}

#[test]
fn undo_takes_back_what_was_changed() {
    let folder = Folder::new();
    let mut store = filled(&folder);
    let before = store.read(whole).unwrap();
    let number = step(&mut store, |w| {
        let mut changed = record();
        for session in &mut changed.sessions {
            session.note = "other".to_owned();
            session.attended_minutes = Some(7);
        }
        changed.episodes[0].provider.name = String::new();
        changed.episodes[0].ends_on = Some(day("2026-06-01"));
        changed.preferences = Default::default();
        changed.attendances[0].took.clear();
        put(w, &changed)
    });
    assert_ne!(store.read(whole).unwrap(), before);
    store.undo(number).unwrap();
    assert_eq!(store.read(whole).unwrap(), before);
}

#[test]
fn undo_takes_back_what_was_deleted() {
    let folder = Folder::new();
    let mut store = filled(&folder);
    let before = store.read(whole).unwrap();
    let number = step(&mut store, |w| {
        care::delete_episode(w, record().episodes[0].id)?;
        group::delete_meeting(w, record().meetings[0].id)?;
        group::delete_attendance(w, record().attendances[0].id)?;
        check_in::delete_check_in(w, record().check_ins[0].0)
    });
    let after = store.read(whole).unwrap();
    assert!(after.sessions.is_empty() && after.phases.is_empty() && after.patterns.is_empty());
    assert_eq!(after.episodes.len(), 3);
    store.undo(number).unwrap();
    assert_eq!(store.read(whole).unwrap(), before);
}

#[test]
fn undo_brings_back_a_row_that_was_taken_out_whole() {
    let folder = Folder::new();
    let mut store = filled(&folder);
    let before = store.read(whole).unwrap();
    let number =
        step(&mut store, |w| w.change("DELETE FROM meeting", &[]).and_then(|()| w.change("DELETE FROM phase", &[])));
    assert_eq!(store.undo(number).unwrap(), ["phase", "meeting"]);
    assert_eq!(store.read(whole).unwrap(), before);
}

#[test]
fn undo_takes_back_only_the_latest_step_and_then_the_one_before() {
    let folder = Folder::new();
    let mut store = folder.create();
    let first = step(&mut store, |w| group::put_attendance(w, &sample::attendance(1, "2026-01-06")));
    let one = store.read(whole).unwrap();
    let second = step(&mut store, |w| group::put_attendance(w, &sample::attendance(2, "2026-01-07")));
    assert_eq!(store.undo(first), Err(StoreError::NotFound));
    assert_eq!(store.undo(second + 1000), Err(StoreError::NotFound));
    store.undo(second).unwrap();
    assert_eq!(store.read(whole).unwrap(), one);
    assert_eq!(store.undo(second), Err(StoreError::NotFound), "a step is undone once");
    store.undo(first).unwrap();
    assert_eq!(attended(&mut store), 0);
    assert_eq!(store.undo(first), Err(StoreError::NotFound));
}

#[test]
fn a_step_after_an_undo_has_a_number_of_its_own() {
    let folder = Folder::new();
    let mut store = folder.create();
    let first = step(&mut store, |w| group::put_attendance(w, &sample::attendance(1, "2026-01-06")));
    store.undo(first).unwrap();
    let second = step(&mut store, |w| group::put_attendance(w, &sample::attendance(2, "2026-01-07")));
    assert_ne!(first, second);
    assert_eq!(store.undo(first), Err(StoreError::NotFound));
    store.undo(second).unwrap();
}

#[test]
fn a_step_does_not_outlive_closing() {
    let folder = Folder::new();
    let mut store = folder.create();
    let number = step(&mut store, |w| group::put_attendance(w, &sample::attendance(1, "2026-01-06")));
    store.close().unwrap();
    let mut store = folder.open().unwrap();
    assert_eq!(store.undo(number), Err(StoreError::NotFound));
    let next = step(&mut store, |w| group::put_attendance(w, &sample::attendance(2, "2026-01-07")));
    assert_ne!(next, number, "and its number does not come again");
}

#[test]
fn the_latest_twenty_steps_are_kept_and_older_ones_are_let_go() {
    let folder = Folder::new();
    let mut store = folder.create();
    let steps: Vec<u32> = (1..=30)
        .map(|number| step(&mut store, |w| group::put_attendance(w, &sample::attendance(number, "2026-01-06"))))
        .collect();
    let mut undone = 0;
    for number in steps.iter().rev() {
        match store.undo(*number) {
            Ok(_) => undone += 1,
            Err(error) => assert_eq!(error, StoreError::NotFound),
        }
    }
    assert_eq!(undone, 20);
    assert_eq!(attended(&mut store), 10);
}

#[test]
fn a_failed_write_between_leaves_the_step_before_undoable() {
    let folder = Folder::new();
    let mut store = folder.create();
    let number = step(&mut store, |w| group::put_attendance(w, &sample::attendance(1, "2026-01-06")));
    let failed = store.write(|w| {
        group::put_attendance(w, &sample::attendance(2, "2026-01-07"))?;
        Err::<(), _>(StoreError::Other("on purpose"))
    });
    assert!(failed.is_err());
    store.undo(number).unwrap();
    assert_eq!(attended(&mut store), 0);
}

#[test]
fn a_choice_can_be_undone_to_the_defaults() {
    let folder = Folder::new();
    let mut store = folder.create();
    let number = step(&mut store, |w| preference::put_preferences(w, &record().preferences));
    assert_eq!(store.undo(number).unwrap(), ["preference"]);
    assert_eq!(store.read(preference::preferences).unwrap(), Default::default());
}
