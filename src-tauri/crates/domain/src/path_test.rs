use super::*;
use crate::care::SessionKind;
use crate::time::TimeOfDay;

const EPISODE: EpisodeId = EpisodeId(uuid::Uuid::nil());

fn on(text: &str) -> NaiveDate {
    text.parse().unwrap()
}

fn phase(id: u64, starts_on: &str, ends_on: Option<&str>, target_minutes: u32) -> Phase {
    Phase {
        id: PhaseId::new(id, &[0; 10]),
        episode: EPISODE,
        starts_on: on(starts_on),
        ends_on: ends_on.map(on),
        target_minutes,
    }
}

fn weekly(id: u64, weekday: Weekday, starts_on: &str, ends_on: Option<&str>) -> Pattern {
    Pattern {
        id: PatternId::new(id, &[0; 10]),
        episode: EPISODE,
        kind: SessionKind::Group,
        weekday,
        time: TimeOfDay::from_minutes(18 * 60),
        minutes: 180,
        every_weeks: 1,
        starts_on: on(starts_on),
        ends_on: ends_on.map(on),
    }
}

fn room(phases: &mut Vec<Phase>, patterns: &mut Vec<Pattern>, new: &Phase) {
    make_room::<()>(phases, patterns, new, || Ok(PatternId::new(99, &[9; 10]))).unwrap();
}

fn spans(phases: &[Phase]) -> Vec<(NaiveDate, Option<NaiveDate>)> {
    phases.iter().map(|p| (p.starts_on, p.ends_on)).collect()
}

#[test]
fn a_step_down_ends_the_phase_that_it_comes_into_and_leaves_what_was_before() {
    let mut phases = vec![phase(1, "2026-01-05", Some("2026-03-15"), 540)];
    let mut patterns = vec![weekly(1, Weekday::Monday, "2026-01-05", Some("2026-03-15"))];
    room(&mut phases, &mut patterns, &phase(2, "2026-02-16", Some("2026-03-15"), 180));
    assert_eq!(spans(&phases), [(on("2026-01-05"), Some(on("2026-02-15")))]);
    assert_eq!(patterns[0].ends_on, Some(on("2026-02-15")));
}

#[test]
fn a_later_phase_begins_after_the_new_one_or_goes_where_nothing_of_it_is_left() {
    let plan = || {
        vec![
            phase(1, "2026-01-05", Some("2026-02-01"), 900),
            phase(2, "2026-02-02", Some("2026-03-01"), 540),
            phase(3, "2026-03-02", None, 180),
        ]
    };
    let sessions = || vec![weekly(3, Weekday::Monday, "2026-03-02", None)];
    let (mut phases, mut patterns) = (plan(), sessions());
    room(&mut phases, &mut patterns, &phase(4, "2026-02-09", Some("2026-03-08"), 360));
    let later = (on("2026-03-09"), None);
    assert_eq!(spans(&phases)[2], later);
    assert_eq!((patterns[0].starts_on, patterns[0].ends_on), later);
    let (mut phases, mut patterns) = (plan(), sessions());
    room(&mut phases, &mut patterns, &phase(4, "2026-01-19", None, 360));
    assert_eq!(spans(&phases), [(on("2026-01-05"), Some(on("2026-01-18")))]);
    assert_eq!(patterns, []);
}

#[test]
fn a_session_through_all_phases_goes_on_after_the_new_one() {
    let mut phases =
        vec![phase(1, "2026-01-05", Some("2026-02-01"), 900), phase(2, "2026-03-02", Some("2026-03-29"), 540)];
    let mut patterns = vec![Pattern { every_weeks: 2, ..weekly(1, Weekday::Monday, "2026-01-05", None) }];
    let days = |patterns: &[Pattern]| -> Vec<NaiveDate> {
        crate::schedule::occurrences(patterns, &[], on("2026-01-01"), on("2026-04-01")).iter().map(|o| o.on).collect()
    };
    let whole = days(&patterns);
    room(&mut phases, &mut patterns, &phase(4, "2026-02-02", Some("2026-03-01"), 360));
    let left: Vec<_> = whole.into_iter().filter(|d| *d < on("2026-02-02") || *d > on("2026-03-01")).collect();
    assert_eq!(days(&patterns), left);
    assert_ne!(patterns[0].id, patterns[1].id);
}

#[test]
fn a_phase_taken_out_is_filled_by_the_one_before_it() {
    let first = phase(1, "2026-01-05", Some("2026-02-01"), 900);
    let second = phase(2, "2026-02-02", Some("2026-03-01"), 540);
    let mut phases = vec![first.clone(), second.clone()];
    let mut patterns = vec![
        weekly(1, Weekday::Monday, "2026-01-05", Some("2026-02-01")),
        weekly(2, Weekday::Friday, "2026-02-02", Some("2026-03-01")),
    ];
    assert!(take_out(&mut phases, &mut patterns, &second));
    assert_eq!(spans(&phases), [(on("2026-01-05"), Some(on("2026-03-01")))]);
    assert_eq!(patterns, [weekly(1, Weekday::Monday, "2026-01-05", Some("2026-03-01"))]);
    assert!(!take_out(&mut phases, &mut patterns, &first));
}

#[test]
fn a_program_that_goes_on_longer_takes_its_last_sessions_with_it() {
    let mut phases =
        vec![phase(1, "2026-01-05", Some("2026-02-01"), 900), phase(2, "2026-02-02", Some("2026-03-01"), 540)];
    let mut patterns = vec![
        weekly(1, Weekday::Monday, "2026-01-05", Some("2026-02-01")),
        weekly(2, Weekday::Friday, "2026-02-02", Some("2026-03-01")),
    ];
    lengthen(&mut phases, &mut patterns, EPISODE, on("2026-03-15"));
    assert_eq!(end_of_phases(&phases, EPISODE), Some(on("2026-03-15")));
    let ends: Vec<_> = patterns.iter().map(|p| p.ends_on).collect();
    assert_eq!(ends, [Some(on("2026-02-01")), Some(on("2026-03-15"))]);
}

#[test]
fn a_new_phase_lasts_until_the_next_or_as_long_as_the_one_it_takes_the_place_of() {
    let phases = [phase(1, "2026-01-05", Some("2026-02-01"), 900), phase(2, "2026-02-02", Some("2026-03-01"), 540)];
    assert_eq!(end_of_new(&phases, EPISODE, on("2026-01-19")), Some(on("2026-02-01")));
    assert_eq!(end_of_new(&phases, EPISODE, on("2026-02-16")), Some(on("2026-03-01")));
    assert_eq!(end_of_new(&phases, EPISODE, on("2026-03-02")), None);
}

#[test]
fn a_stretch_is_behind_here_or_ahead_and_over_by_its_days() {
    let (first, last) = (on("2026-01-05"), Some(on("2026-01-14")));
    let seen = |today: &str| (Place::of(first, last, on(today)), percent_over(first, last, on(today)));
    assert_eq!(seen("2026-01-04"), (Place::Ahead, Some(0)));
    assert_eq!(seen("2026-01-05"), (Place::Here, Some(0)));
    assert_eq!(seen("2026-01-14"), (Place::Here, Some(90)));
    assert_eq!(seen("2026-01-15"), (Place::Behind, Some(100)));
    assert_eq!(percent_over(first, None, on("2026-02-01")), None);
}
