//! Values go in and come out the same, and each query answers what it says.

use domain::care::{Origin, Session};
use domain::id::{CheckInId, PatternId, PlanVersionId, SessionId};
use domain::reminder::Snoozed;
use domain::time::{FIRST_DATE, LAST_DATE};

use super::sample::{self, ODD, bytes, put, record};
use super::{Folder, day};
use crate::reminder::{Fired, Keeper};
use crate::whole::whole;
use crate::{
    Store, StoreError, care, check_in, draft, group, plan, preference, recovery, reminder, requirement, session,
};

fn filled(folder: &Folder) -> Store {
    let mut store = folder.create();
    store.write(|w| put(w, &record())).unwrap();
    store
}

#[test]
fn everything_comes_out_as_it_went_in() {
    let folder = Folder::new();
    let mut store = filled(&folder);
    assert_eq!(store.read(whole).unwrap(), record());
    store.close().unwrap();
    assert_eq!(folder.open().unwrap().read(whole).unwrap(), record());
}

#[test]
fn an_empty_record_has_the_default_choices_and_nothing_else() {
    let folder = Folder::new();
    let mut store = folder.create();
    let empty = store.read(whole).unwrap();
    assert_eq!(empty.preferences, Default::default());
    assert!(empty.episodes.is_empty() && empty.plan_versions.is_empty() && empty.check_ins.is_empty());
    store
        .read(|r| {
            assert_eq!(plan::latest_plan(r)?, None);
            assert!(requirement::requirements(r)?.is_empty());
            assert_eq!(check_in::check_in(r, day("2026-01-05"))?, None);
            Ok::<_, StoreError>(())
        })
        .unwrap();
}

#[test]
fn the_first_and_the_last_day_that_are_kept_come_back() {
    let folder = Folder::new();
    let mut store = filled(&folder);
    let episode = record().episodes[0].id;
    for (number, on) in [(101, FIRST_DATE), (102, LAST_DATE)] {
        let session = Session { on, ..sample::session(number, episode, "2026-01-01") };
        store.write(|w| session::put_session(w, &session)).unwrap();
        assert_eq!(store.read(|r| session::session(r, session.id)).unwrap(), Some(session));
    }
}

#[test]
fn sessions_of_a_span_are_those_that_begin_in_it_and_those_moved_out_of_it() {
    let folder = Folder::new();
    let mut store = folder.create();
    let episode = sample::episode(1);
    let pattern = sample::pattern(1, episode.id);
    let moved = |number, from: &str, to: &str| Session {
        origin: Some(Origin { pattern: pattern.id, on: day(from) }),
        ..sample::session(number, episode.id, to)
    };
    let sessions = [
        sample::session(1, episode.id, "2026-02-08"),
        sample::session(2, episode.id, "2026-02-02"),
        sample::session(3, episode.id, "2026-02-01"),
        sample::session(4, episode.id, "2026-02-09"),
        moved(5, "2026-02-02", "2026-02-12"),
        moved(6, "2026-02-09", "2026-02-05"),
        moved(7, "2026-01-26", "2026-01-27"),
        moved(8, "2026-02-03", "2026-02-04"),
    ];
    store
        .write(|w| {
            care::put_episode(w, &episode)?;
            care::put_pattern(w, &pattern)?;
            sessions.iter().try_for_each(|session| session::put_session(w, session))
        })
        .unwrap();
    let (from, to) = (day("2026-02-02"), day("2026-02-08"));
    let found = store.read(|r| session::sessions_between(r, from, to)).unwrap();
    let numbers: Vec<_> = found.iter().map(|found| sessions.iter().position(|s| s == found).unwrap() + 1).collect();
    assert_eq!(numbers, [2, 8, 6, 1, 5], "by day, then those moved out; each once and with its note");

    let light = store.read(|r| session::sessions_light_between(r, from, to)).unwrap();
    let without: Vec<_> = found.into_iter().map(|session| Session { note: String::new(), ..session }).collect();
    assert_eq!(light, without);
}

#[test]
fn a_session_is_found_by_the_occurrence_it_stands_for() {
    let folder = Folder::new();
    let mut store = filled(&folder);
    let kept = record().sessions[2].clone();
    let origin = kept.origin.unwrap();
    assert_eq!(store.read(|r| session::session_of_origin(r, origin)).unwrap(), Some(kept.clone()));
    let other = Origin { on: day("2026-01-19"), ..origin };
    assert_eq!(store.read(|r| session::session_of_origin(r, other)).unwrap(), None);
    store.write(|w| session::delete_session(w, kept.id)).unwrap();
    assert_eq!(store.read(|r| session::session_of_origin(r, origin)).unwrap(), None);
}

#[test]
fn of_two_sessions_for_the_same_occurrence_the_one_put_last_stands() {
    let folder = Folder::new();
    let mut store = filled(&folder);
    let first = record().sessions[2].clone();
    let second = Session { id: SessionId::new(500, &bytes(3)), ..first.clone() };
    store.write(|w| session::put_session(w, &second)).unwrap();
    let found = |store: &mut Store| store.read(|r| session::session_of_origin(r, first.origin.unwrap())).unwrap();
    assert_eq!(found(&mut store), Some(second.clone()));
    assert_eq!(store.read(|r| session::session(r, first.id)).unwrap(), None);
    store.write(|w| session::put_session(w, &first)).unwrap();
    assert_eq!(found(&mut store), Some(first.clone()));
    assert_eq!(store.read(|r| session::session(r, second.id)).unwrap(), None);
}

#[test]
fn what_was_deleted_is_brought_back_by_putting_it_again() {
    let folder = Folder::new();
    let mut store = filled(&folder);
    store
        .write(|w| {
            care::delete_episode(w, record().episodes[0].id)?;
            group::delete_meeting(w, record().meetings[0].id)?;
            requirement::delete_requirement(w, record().requirements[1].id)?;
            recovery::delete_chip(w, record().chips[0].fellowship, record().chips[0].mark)?;
            group::delete_signature(w, record().signatures[0].0)?;
            check_in::delete_check_in(w, record().check_ins[0].0)?;
            record().attendances.iter().try_for_each(|attendance| group::delete_attendance(w, attendance.id))
        })
        .unwrap();
    let left = store.read(whole).unwrap();
    assert_eq!(left.attendances.len(), 0);
    assert_eq!(left.requirements.len(), 4);
    assert_eq!((left.chips.len(), left.signatures.len()), (3, 0));
    store.write(|w| put(w, &record())).unwrap();
    assert_eq!(store.read(whole).unwrap(), record());
}

#[test]
fn deleting_what_is_not_there_is_not_found() {
    let folder = Folder::new();
    let mut store = filled(&folder);
    let id = record().sessions[0].id;
    store.write(|w| session::delete_session(w, id)).unwrap();
    assert_eq!(store.write(|w| session::delete_session(w, id)), Err(StoreError::NotFound));
    let unknown = PatternId::new(999, &bytes(0));
    assert_eq!(store.write(|w| care::delete_pattern(w, unknown)), Err(StoreError::NotFound));
}

#[test]
fn attendances_come_newest_first_and_their_days_oldest_first() {
    let folder = Folder::new();
    let mut store = folder.create();
    let on = ["2026-01-06", "2026-01-09", "2026-01-06", "2026-01-02"];
    store
        .write(|w| {
            on.iter().zip(1..).try_for_each(|(on, number)| group::put_attendance(w, &sample::attendance(number, on)))
        })
        .unwrap();
    store
        .read(|r| {
            let found = group::attendances_between(r, day("2026-01-03"), day("2026-01-09"))?;
            let expected = [sample::attendance(2, on[1]), sample::attendance(3, on[2]), sample::attendance(1, on[0])];
            assert_eq!(found, expected);
            assert_eq!(
                group::attendance_days_from(r, day("2026-01-06"))?,
                ["2026-01-06", "2026-01-06", "2026-01-09"].map(|on| (day(on), domain::group::Fellowship::Aa))
            );
            let before = |day| group::newest_attendance_day_before(r, day);
            assert_eq!(before(day("2026-01-09"))?, Some(day("2026-01-06")), "the day itself is not before it");
            assert_eq!(before(day("2026-01-02"))?, None);
            assert_eq!(group::attendance(r, expected[1].id)?.as_ref(), Some(&expected[1]));
            Ok::<_, StoreError>(())
        })
        .unwrap();
}

#[test]
fn a_signature_is_replaced_removed_and_known_of_its_span() {
    let folder = Folder::new();
    let mut store = filled(&folder);
    let (id, first) = record().signatures[0].clone();
    let second = domain::signature::Signature { signer: "J.".to_owned(), ..first };
    store.write(|w| group::put_signature(w, id, &second)).unwrap();
    store
        .read(|r| {
            assert_eq!(group::signature(r, id)?.as_ref(), Some(&second));
            assert_eq!(group::signed_between(r, day("2026-01-06"), day("2026-01-06"))?, [id]);
            assert!(group::signed_between(r, day("2026-01-07"), day("2026-01-09"))?.is_empty());
            Ok::<_, StoreError>(())
        })
        .unwrap();
    store.write(|w| group::delete_signature(w, id)).unwrap();
    assert_eq!(store.read(|r| group::signature(r, id)).unwrap(), None);
    assert_eq!(store.write(|w| group::delete_signature(w, id)), Err(StoreError::NotFound));
}

#[test]
fn a_day_has_one_check_in_and_a_later_one_takes_its_place() {
    let folder = Folder::new();
    let mut store = folder.create();
    let [first, second] = [1, 2].map(|number| CheckInId::new(number, &bytes(8)));
    let monday = sample::a_check_in("2026-01-05");
    let mut better = monday.clone();
    better.mood = 5;
    store.write(|w| check_in::put_check_in(w, first, &monday)).unwrap();
    store.write(|w| check_in::put_check_in(w, second, &better)).unwrap();
    store
        .read(|r| {
            assert_eq!(check_in::check_in(r, monday.on)?, Some((second, better.clone())));
            assert_eq!(check_in::check_ins_between(r, monday.on, monday.on)?, [(second, better.clone())]);
            Ok::<_, StoreError>(())
        })
        .unwrap();
    store.write(|w| check_in::put_check_in(w, first, &monday)).unwrap();
    assert_eq!(store.read(|r| check_in::check_in(r, monday.on)).unwrap(), Some((first, monday)));
}

#[test]
fn every_version_of_the_plan_stays_as_it_was_saved() {
    let folder = Folder::new();
    let mut store = filled(&folder);
    let [old, new] = [1, 2].map(sample::version);
    store
        .read(|r| {
            assert_eq!(plan::latest_plan(r)?, Some((new, sample::a_plan())));
            assert_eq!(plan::plan_versions(r)?, [new, old]);
            assert_eq!(plan::plan_version_count(r)?, 2);
            assert_eq!(plan::plan_version(r, old.id)?, Some((old, Default::default())));
            assert_eq!(plan::plan_version(r, PlanVersionId::new(9, &bytes(0)))?, None);
            Ok::<_, StoreError>(())
        })
        .unwrap();
    store.write(|w| plan::add_plan_version(w, &old, &sample::a_plan())).unwrap();
    assert_eq!(store.read(|r| plan::plan_version(r, old.id)).unwrap(), Some((old, Default::default())));
}

#[test]
fn a_plan_in_a_form_of_a_later_version_is_not_misread() {
    let folder = Folder::new();
    let mut store = filled(&folder);
    store
        .write(|w| {
            w.run(
                "UPDATE plan_version SET content_version = 3 WHERE id = ?1",
                crate::column::values![sample::version(2).id],
            )
        })
        .unwrap();
    assert_eq!(store.read(plan::latest_plan), Err(StoreError::NewerDatabase));
}

#[test]
fn choices_are_kept_in_one_row() {
    let folder = Folder::new();
    let mut store = filled(&folder);
    let mut chosen = record().preferences;
    chosen.lock_after_minutes = Some(120);
    store.write(|w| preference::put_preferences(w, &chosen)).unwrap();
    assert_eq!(store.read(preference::preferences).unwrap(), chosen);
}

#[test]
fn a_draft_is_kept_replaced_and_forgotten() {
    let folder = Folder::new();
    let mut store = folder.create();
    store.write(|w| draft::put_draft(w, "plan/reasons", ODD, 1)).unwrap();
    assert_eq!(store.read(|r| draft::draft(r, "plan/reasons")).unwrap().as_deref(), Some(ODD));
    assert_eq!(store.read(|r| draft::draft(r, "other")).unwrap(), None);
    store.write(|w| draft::put_draft(w, "plan/reasons", "", 2)).unwrap();
    assert_eq!(store.read(|r| draft::draft(r, "plan/reasons")).unwrap().as_deref(), Some(""));
    store.write(|w| draft::delete_draft(w, "plan/reasons").and_then(|()| draft::delete_draft(w, "other"))).unwrap();
    assert_eq!(store.read(|r| draft::draft(r, "plan/reasons")).unwrap(), None);
}

#[test]
fn reminders_that_came_due_or_were_put_off_are_known_until_they_are_pruned() {
    let folder = Folder::new();
    let mut store = folder.create();
    let at = |minutes| sample::version(1).saved_at + chrono::TimeDelta::minutes(minutes);
    let fired = |id: &str, minutes, missed| Fired { id: id.to_owned(), at: at(minutes), missed };
    let snoozed = |id: &str, minutes| Snoozed { id: id.to_owned(), at: at(minutes) };
    store
        .write(|w| {
            reminder::put_fired(w, &fired("b", 0, true))?;
            reminder::put_fired(w, &fired("a", 5, false))?;
            reminder::put_fired(w, &fired("a", 10, false))?;
            reminder::put_snoozed(w, &snoozed("b", 5))?;
            reminder::put_snoozed(w, &snoozed("a", 20))?;
            reminder::put_snoozed(w, &snoozed("b", 30))
        })
        .unwrap();
    store
        .read(|r| {
            assert!(reminder::fired(r, "a")? && !reminder::fired(r, "c")?);
            assert_eq!(reminder::fired_since(r, at(0))?, [fired("b", 0, true), fired("a", 10, false)]);
            assert_eq!(reminder::fired_since(r, at(1))?, [fired("a", 10, false)]);
            assert_eq!(reminder::snoozed(r)?, [snoozed("a", 20), snoozed("b", 30)]);
            Ok::<_, StoreError>(())
        })
        .unwrap();
    store.write(reminder::see_missed).unwrap();
    assert_eq!(store.read(|r| reminder::fired_since(r, at(0))).unwrap()[0], fired("b", 0, false));
    store.write(|w| reminder::prune(w, at(10))).unwrap();
    assert_eq!(store.read(|r| reminder::fired_since(r, at(0))).unwrap(), [fired("a", 10, false)]);
    store.write(|w| reminder::prune(w, at(25))).unwrap();
    assert_eq!(store.read(reminder::snoozed).unwrap(), [snoozed("b", 30)]);
}

#[test]
fn what_the_keeper_needs_is_there_once_it_was_put() {
    let folder = Folder::new();
    let mut store = folder.create();
    assert_eq!(store.read(reminder::keeper).unwrap(), None);
    let since = sample::version(0).saved_at;
    let keeper = Keeper { secret: [7; 32], since, copied_at: None };
    store.write(|w| reminder::put_keeper(w, &keeper)).unwrap();
    let copied = Keeper { copied_at: Some(sample::version(1).saved_at), ..keeper };
    store.write(|w| reminder::put_keeper(w, &copied)).unwrap();
    assert_eq!(store.read(reminder::keeper).unwrap(), Some(copied));
}

#[test]
fn a_deleted_own_reminder_is_gone_and_comes_back_when_it_is_put_again() {
    let folder = Folder::new();
    let mut store = filled(&folder);
    let own = record().own_reminders;
    store.write(|w| reminder::delete_own(w, own[0].id)).unwrap();
    assert_eq!(store.read(reminder::own).unwrap(), own[1..]);
    assert_eq!(store.write(|w| reminder::delete_own(w, own[0].id)).unwrap_err(), StoreError::NotFound);
    store.write(|w| reminder::put_own(w, &own[0])).unwrap();
    assert_eq!(store.read(reminder::own).unwrap(), own);
}
