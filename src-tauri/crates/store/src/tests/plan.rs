//! Every statement that any test runs is held against its query plan: none may
//! scan a table that grows for years.

use std::cell::RefCell;
use std::collections::HashSet;

use rusqlite::Connection;

use super::sample::{self, put, record};
use super::sample_group::list_id;
use super::{Folder, day};
use crate::{
    StoreError, aftercare, assessment, care, check_in, draft, drug_test, group, listing, mooring, plan, preference,
    reminder, requirement, search, session, slip,
};

const LARGE: [&str; 9] = [
    "session",
    "attendance",
    "check_in",
    "plan_version",
    "call",
    "listing",
    "assessment",
    "aftercare_done",
    "mooring_week",
];

/// What SQLite says it will do for that statement.
fn plan_of(connection: &Connection, sql: &str) -> Vec<String> {
    let mut statement = connection.prepare(&format!("EXPLAIN QUERY PLAN {sql}")).unwrap();
    let parameters = statement.parameter_count();
    let nulls = vec![rusqlite::types::Null; parameters];
    statement.query_map(rusqlite::params_from_iter(nulls), |row| row.get(3)).unwrap().map(Result::unwrap).collect()
}

/// Called for each statement as it is prepared.
pub(crate) fn assert_indexed(connection: &Connection, sql: &str) {
    thread_local! {
        static SEEN: RefCell<HashSet<String>> = RefCell::default();
    }
    if !SEEN.with_borrow_mut(|seen| seen.insert(sql.to_owned())) {
        return;
    }
    for step in plan_of(connection, sql) {
        let Some(rest) = step.strip_prefix("SCAN ") else {
            continue;
        };
        let table = rest.split(' ').next().unwrap();
        // A walk along an index that holds all that is asked for, or that stops at the first row.
        let light = rest.contains("USING COVERING INDEX") || (rest.contains("USING INDEX") && sql.ends_with("LIMIT 1"));
        assert!(light || !LARGE.contains(&table), "{step}\n{sql}");
    }
}

#[test]
fn no_statement_scans_a_large_table() {
    let folder = Folder::new();
    let mut store = folder.create();
    let whole = record();
    let at = sample::version(1).saved_at;
    store.write(|w| put(w, &whole)).unwrap();
    store
        .write(|w| {
            let (from, to) = (day("2026-01-01"), day("2026-12-31"));
            let origin = whole.sessions[2].origin.unwrap();
            care::episodes(w)?;
            care::phases(w)?;
            care::patterns(w)?;
            care::closures(w)?;
            session::sessions_between(w, from, to)?;
            session::sessions_light_between(w, from, to)?;
            session::session(w, whole.sessions[0].id)?;
            session::session_of_origin(w, origin)?;
            session::open_homework(w)?;
            session::imported_sessions(w)?;
            search::search(w, "plan", Some(whole.sessions[0].id), 50)?;
            group::meetings(w)?;
            group::meeting(w, whole.meetings[0].id)?;
            group::attendances_between(w, from, to)?;
            group::attendance_days_from(w, from)?;
            group::newest_attendance_day_before(w, to)?;
            group::attendance(w, whole.attendances[0].id)?;
            group::signature(w, whole.attendances[0].id)?;
            group::signed_between(w, from, to)?;
            requirement::requirement(w, whole.requirements[0].id)?;
            listing::sought(w)?;
            listing::entries(w, list_id())?;
            listing::entry(w, list_id(), "a")?;
            listing::numbered(w, &[1])?;
            listing::with_words(w, "a", listing::Place::Where)?;
            listing::entry_counts(w)?;
            listing::purge(w)?;
            plan::latest_plan(w)?;
            plan::plan_version(w, whole.plan_versions[0].0.id)?;
            plan::plan_versions(w)?;
            plan::plan_version_count(w)?;
            check_in::check_in(w, from)?;
            check_in::check_ins_between(w, from, to)?;
            check_in::check_ins_light_between(w, from, to)?;
            let filled_in = &whole.assessments[0];
            assessment::assessments_between(w, filled_in.instrument, from, to, 9)?;
            assessment::assessment(w, filled_in.id)?;
            assessment::assessment_on(w, filled_in.instrument, from)?;
            mooring::weeks_from(w, from)?;
            aftercare::entry(w, whole.aftercare[0].id)?;
            aftercare::is_done(w, whole.aftercare_done[0])?;
            aftercare::times_done(w)?;
            slip::slips_before(w, None, 9)?;
            slip::slips_before(w, Some(&whole.slips[0]), 9)?;
            slip::slip(w, whole.slips[0].id)?;
            preference::preferences(w)?;
            draft::put_draft(w, "a", "b", 0)?;
            draft::draft(w, "a")?;
            draft::delete_draft(w, "a")?;
            let fired = reminder::Fired { id: "a".to_owned(), at, missed: true };
            reminder::put_fired(w, &fired)?;
            reminder::see_missed(w)?;
            reminder::rules(w)?;
            reminder::own(w)?;
            reminder::put_snoozed(w, &domain::reminder::Snoozed { id: "a".to_owned(), at })?;
            reminder::snoozed(w)?;
            reminder::put_keeper(w, &reminder::Keeper { secret: [7; 32], since: at, copied_at: None })?;
            reminder::keeper(w)?;
            reminder::delete_own(w, whole.own_reminders[0].id)?;
            reminder::fired(w, "a")?;
            reminder::fired_since(w, at)?;
            reminder::prune(w, at)?;
            group::delete_attendance(w, whole.attendances[0].id)?;
            group::delete_meeting(w, whole.meetings[0].id)?;
            requirement::delete_requirement(w, whole.requirements[0].id)?;
            check_in::delete_check_in(w, whole.check_ins[0].0)?;
            assessment::delete_assessment(w, filled_in.id)?;
            aftercare::delete_entry(w, whole.aftercare[0].id)?;
            slip::delete_slip(w, whole.slips[0].id)?;
            drug_test::call_lines(w)?;
            drug_test::call(w, whole.calls[0].id)?;
            drug_test::call_on(w, whole.call_lines[0].id, from)?;
            drug_test::calls_between(w, from, to)?;
            drug_test::newest_call_day_before(w, to)?;
            drug_test::delete_call(w, whole.calls[0].id)?;
            drug_test::delete_call_line(w, whole.call_lines[0].id)?;
            session::delete_session(w, whole.sessions[0].id)?;
            care::delete_pattern(w, whole.patterns[0].id)?;
            care::delete_closure(w, whole.closures[0].id)?;
            care::delete_phase(w, whole.phases[0].id)?;
            care::delete_episode(w, whole.episodes[0].id)
        })
        .unwrap();
    store.counts().unwrap();
}

#[test]
fn a_search_walks_the_days_from_the_newest_without_sorting_them() {
    let folder = Folder::new();
    let mut store = folder.create();
    store
        .read(|r| {
            let steps = plan_of(r.connection(), search::NEWEST);
            assert!(steps[0].starts_with("SEARCH session USING COVERING INDEX session_by_day"), "{steps:?}");
            assert!(steps.iter().all(|step| !step.contains("TEMP B-TREE")), "{steps:?}");
            Ok::<_, StoreError>(())
        })
        .unwrap();
}

#[test]
fn the_hours_of_years_are_read_from_an_index_alone() {
    let folder = Folder::new();
    let mut store = folder.create();
    store
        .read(|r| {
            let steps = plan_of(r.connection(), session::LIGHT);
            assert_eq!(steps, ["SEARCH session USING COVERING INDEX session_by_day (on_date>? AND on_date<?)"]);
            Ok::<_, StoreError>(())
        })
        .unwrap();
}

#[test]
fn check_ins_of_years_are_read_from_an_index_alone() {
    let folder = Folder::new();
    let mut store = folder.create();
    store
        .read(|r| {
            let steps = plan_of(r.connection(), check_in::LIGHT);
            assert_eq!(steps, ["SEARCH check_in USING COVERING INDEX check_in_trend (on_date>? AND on_date<?)"]);
            Ok::<_, StoreError>(())
        })
        .unwrap();
}
