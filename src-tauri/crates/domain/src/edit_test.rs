use super::*;
use crate::care::{Details, SessionRef};
use crate::hours::CareRecord;
use crate::id::{ClosureId, EpisodeId, SessionId};
use crate::schedule::{Occurrence, occurrences};
use proptest::prelude::*;

const STATES: [SessionState; 6] = [
    SessionState::Planned,
    SessionState::Planned,
    SessionState::Attended,
    SessionState::Excused,
    SessionState::Missed,
    SessionState::Cancelled,
];

fn day(text: &str) -> NaiveDate {
    text.parse().unwrap()
}

/// Mondays from January 5.
fn mondays() -> Pattern {
    Pattern {
        id: PatternId::new(1, &[0; 10]),
        episode: EpisodeId::new(0, &[0; 10]),
        kind: SessionKind::Group,
        weekday: Weekday::Monday,
        time: TimeOfDay::from_minutes(18 * 60),
        minutes: 180,
        every_weeks: 1,
        starts_on: day("2026-01-05"),
        ends_on: Some(day("2026-03-01")),
    }
}

fn log(pattern: &Pattern, number: u64, on: &str, state: SessionState) -> Session {
    Session {
        id: SessionId::new(number, &[1; 10]),
        episode: pattern.episode,
        origin: Some(Origin { pattern: pattern.id, on: day(on) }),
        kind: pattern.kind,
        on: day(on),
        time: pattern.time,
        minutes: pattern.minutes,
        state,
        attended_minutes: None,
        makes_up: None,
        note: String::new(),
        details: Details::default(),
    }
}

/// Patterns and kept sessions after an edit.
fn applied(patterns: &[Pattern], kept: &[Session], edit: &Edit) -> (Vec<Pattern>, Vec<Session>) {
    let mut after: Vec<Pattern> = patterns
        .iter()
        .filter(|p| edit.gone != Some(p.id) && edit.patterns.iter().all(|new| new.id != p.id))
        .cloned()
        .collect();
    after.extend(edit.patterns.iter().cloned());
    let mut sessions: Vec<Session> = kept.iter().filter(|s| !edit.settled.gone.contains(&s.id)).cloned().collect();
    for new in &edit.settled.changed {
        *sessions.iter_mut().find(|s| s.id == new.id).unwrap() = new.clone();
    }
    (after, sessions)
}

fn shown((patterns, kept): &(Vec<Pattern>, Vec<Session>)) -> Vec<String> {
    let all = occurrences(patterns, kept, day("2025-12-01"), day("2026-12-31"));
    let mut all: Vec<String> = all.iter().map(line).collect();
    all.sort();
    all
}

fn line(o: &Occurrence) -> String {
    format!("{} {} {:?} {} {:?} {:?}", o.on, o.time, o.kind, o.minutes, o.state, o.attended_minutes)
}

fn days(shown: &[String]) -> Vec<&str> {
    shown.iter().map(|line| &line[5..10]).collect()
}

fn new_id() -> PatternId {
    PatternId::new(2, &[0; 10])
}

#[test]
fn this_and_the_following_on_an_earlier_day_loses_and_doubles_none() {
    let pattern = mondays();
    let to = NewSlot { on: day("2026-01-24"), ..NewSlot::of(&pattern, day("2026-01-26")) };
    let edit = change(&pattern, &[], Scope::Following, day("2026-01-26"), &to, new_id());
    let shown = shown(&applied(&[pattern], &[], &edit));
    assert_eq!(days(&shown), ["01-05", "01-12", "01-19", "01-24", "01-31", "02-07", "02-14", "02-21", "02-28"]);
}

#[test]
fn all_on_another_day_leaves_the_answered_weeks_and_ends_when_the_pattern_did() {
    let pattern = mondays();
    let kept = vec![
        log(&pattern, 1, "2026-01-05", SessionState::Attended),
        log(&pattern, 2, "2026-01-12", SessionState::Missed),
        log(&pattern, 3, "2026-01-26", SessionState::Attended),
    ];
    let to = NewSlot { on: day("2026-02-04"), ..NewSlot::of(&pattern, day("2026-02-02")) };
    let edit = change(&pattern, &kept, Scope::All, day("2026-02-02"), &to, new_id());
    let shown = shown(&applied(&[pattern], &kept, &edit));
    assert_eq!(days(&shown), ["01-05", "01-12", "01-21", "01-26", "02-04", "02-11", "02-18", "02-25"]);
}

#[test]
fn all_at_another_time_renames_nothing_that_was_logged() {
    let pattern = mondays();
    let kept = vec![log(&pattern, 1, "2026-01-12", SessionState::Attended)];
    let to = NewSlot { time: TimeOfDay::from_minutes(600), ..NewSlot::of(&pattern, day("2026-02-02")) };
    let edit = change(&pattern, &kept, Scope::All, day("2026-02-02"), &to, new_id());
    assert_eq!((edit.gone, edit.settled.clone()), (None, Settled::default()));
    assert_eq!(edit.patterns, [Pattern { time: to.time, ..pattern }]);
}

#[test]
fn a_rhythm_of_two_weeks_counts_from_the_session_that_was_chosen() {
    let pattern = mondays();
    let to = NewSlot { every_weeks: 2, ..NewSlot::of(&pattern, day("2026-01-19")) };
    let edit = change(&pattern, &[], Scope::All, day("2026-01-19"), &to, new_id());
    let all = shown(&applied(std::slice::from_ref(&pattern), &[], &edit));
    assert_eq!(days(&all), ["01-05", "01-19", "02-02", "02-16"]);
    let edit = change(&pattern, &[], Scope::Following, day("2026-01-19"), &to, new_id());
    let later = shown(&applied(&[pattern], &[], &edit));
    assert_eq!(days(&later), ["01-05", "01-12", "01-19", "02-02", "02-16"]);
}

#[test]
fn cancelling_keeps_what_was_answered_and_what_the_client_wrote() {
    let pattern = mondays();
    let mut noted = log(&pattern, 2, "2026-02-02", SessionState::Planned);
    noted.note = "Bring the form.".into();
    let kept = vec![
        log(&pattern, 1, "2026-01-05", SessionState::Attended),
        noted,
        log(&pattern, 3, "2026-02-09", SessionState::Planned),
    ];
    let edit = cancel(&pattern, &kept, Scope::All, day("2026-01-19"));
    let all = shown(&applied(std::slice::from_ref(&pattern), &kept, &edit));
    assert_eq!(days(&all), ["01-05", "02-02"]);
    assert!(all[1].contains("Cancelled"));
    let edit = cancel(&pattern, &kept, Scope::Following, day("2026-01-19"));
    assert_eq!(days(&shown(&applied(&[pattern], &kept, &edit))), ["01-05", "01-12", "02-02"]);
}

/// One kept session: how many sessions after the first, its state, moved by days, with a note, at another time.
type AnyLog = (u64, usize, u64, bool, bool);

fn any_logs() -> impl Strategy<Value = Vec<AnyLog>> {
    prop::collection::vec((0u64..12, 0usize..6, prop_oneof![Just(0u64), 0u64..6], any::<bool>(), any::<bool>()), 0..20)
}

fn kept(pattern: &Pattern, logs: &[AnyLog]) -> Vec<Session> {
    let mut taken = HashSet::new();
    let mut kept = Vec::new();
    for (number, state, moved, note, other_time) in logs {
        let on = plus_days(pattern.first_day(), number * u64::from(pattern.stride()));
        if pattern.occurrence(on).is_none() || !taken.insert(on) {
            continue;
        }
        let mut session = log(pattern, *number, &on.to_string(), STATES[*state]);
        session.on = plus_days(on, *moved);
        session.note = if *note { "Bring the form.".into() } else { String::new() };
        if *other_time {
            session.time = TimeOfDay::from_minutes(8 * 60);
        }
        session.attended_minutes = (session.state == SessionState::Attended).then_some(170);
        kept.push(session);
    }
    kept
}

fn any_pattern() -> impl Strategy<Value = Pattern> {
    (0usize..7, 1u32..4, 0u64..7, prop::option::of(0u64..200)).prop_map(|(weekday, every_weeks, starts, lasts)| {
        let starts_on = plus_days(day("2026-01-05"), starts);
        let weekday = Weekday::ALL[weekday];
        let ends_on = lasts.map(|days| plus_days(starts_on, days));
        Pattern { weekday, every_weeks, starts_on, ends_on, ..mondays() }
    })
}

/// By how many days the chosen session goes, another time, every so many weeks.
fn any_new() -> impl Strategy<Value = (i64, u16, u32)> {
    (-10i64..15, prop::sample::select(vec![540u16, 1080]), 1u32..4)
}

/// The sessions that should be seen after a change, found day by day.
fn slowly(pattern: &Pattern, kept: &[Session], from: NaiveDate, day: NaiveDate, to: &NewSlot) -> Vec<String> {
    let mut seen = Vec::new();
    let origin = |s: &Session| s.origin.unwrap().on;
    // What the change does not reach.
    let untouched: Vec<Session> = kept.iter().filter(|s| origin(s) < from).cloned().collect();
    let old = Pattern { ends_on: Some(minus_days(from, 1)), ..pattern.clone() };
    if from > pattern.starts_on {
        seen.extend(shown(&(vec![old], untouched)));
    }
    // The new days, each empty.
    let earliest = (from + (to.on - day)).max(pattern.starts_on.min(to.on));
    let mut empty: Vec<NaiveDate> = earliest
        .iter_days()
        .take_while(|on| *on <= pattern.ends_on.unwrap_or(self::day("2026-12-31")))
        .filter(|on| (*on - to.on).num_days().rem_euclid(7 * i64::from(to.every_weeks)) == 0)
        .collect();
    for session in kept.iter().filter(|s| origin(s) >= from) {
        let mut session = session.clone();
        let goes_to = origin(&session) + (to.on - day);
        let place = empty.iter().position(|on| *on == goes_to).map(|at| empty.remove(at));
        if session.state == SessionState::Planned {
            let was = (origin(&session), pattern.time);
            match place {
                None if session.note.is_empty() => continue,
                Some(on) if origin(&session) == day => {
                    if session.note.is_empty() {
                        empty.push(on);
                        continue;
                    }
                    (session.on, session.time) = (to.on, to.time);
                }
                Some(on) => {
                    session.on = if session.on == was.0 { on } else { session.on };
                    session.time = if session.time == was.1 { to.time } else { session.time };
                }
                None => {}
            }
        }
        seen.push(line(&Occurrence::from(&session)));
    }
    seen.extend(empty.into_iter().map(|on| {
        let state = SessionState::Planned;
        format!("{} {} {:?} {} {state:?} None", on, to.time, to.kind, to.minutes)
    }));
    seen.sort();
    seen
}

proptest! {
    #[test]
    fn a_change_gives_the_new_days_and_leaves_what_was_answered_and_what_it_does_not_reach(
        pattern in any_pattern(), logs in any_logs(), chosen in 0u64..12, new in any_new(), all in any::<bool>()
    ) {
        let answered = |s: &Session| s.state != SessionState::Planned;
        let chosen = plus_days(pattern.first_day(), chosen * u64::from(pattern.stride()));
        let mut kept = kept(&pattern, &logs);
        // An answered session cannot be chosen.
        kept.retain(|s| !(answered(s) && s.origin.unwrap().on == chosen));
        let on = shifted(chosen, TimeDelta::days(new.0));
        prop_assume!(pattern.occurrence(chosen).is_some() && pattern.ends_on.is_none_or(|end| on <= end));
        let slot = NewSlot { on, time: TimeOfDay::from_minutes(new.1), every_weeks: new.2, ..NewSlot::of(&pattern, on) };
        let scope = if all { Scope::All } else { Scope::Following };
        let edit = change(&pattern, &kept, scope, chosen, &slot, new_id());
        let (after, sessions) = applied(std::slice::from_ref(&pattern), &kept, &edit);

        for old in kept.iter().filter(|s| answered(s)) {
            let now = sessions.iter().find(|s| s.id == old.id).unwrap();
            prop_assert_eq!(&Session { origin: old.origin, ..now.clone() }, old);
        }
        for old in kept.iter().filter(|s| !s.note.is_empty()) {
            prop_assert!(sessions.iter().any(|s| s.id == old.id && s.note == old.note));
        }
        let origins: Vec<_> = sessions.iter().filter_map(|s| s.origin).collect();
        prop_assert_eq!(origins.iter().collect::<HashSet<_>>().len(), origins.len());

        // All of a pattern: from the first session that waits for an answer.
        let mut from = chosen;
        if all {
            from = pattern.first_day();
            let same_days = on == chosen && slot.every_weeks == pattern.every_weeks;
            while !same_days && kept.iter().any(|s| answered(s) && s.origin.unwrap().on == from) {
                from = plus_days(from, u64::from(pattern.stride()));
            }
        }
        prop_assert_eq!(shown(&(after, sessions)), slowly(&pattern, &kept, from, chosen, &slot));
    }

    #[test]
    fn a_cancellation_takes_what_is_planned_in_its_scope_and_nothing_else(
        pattern in any_pattern(), logs in any_logs(), chosen in 0u64..12, all in any::<bool>()
    ) {
        let kept = kept(&pattern, &logs);
        let chosen = plus_days(pattern.first_day(), chosen * u64::from(pattern.stride()));
        let (scope, from) = if all { (Scope::All, pattern.first_day()) } else { (Scope::Following, chosen) };
        let (after, sessions) =
            applied(std::slice::from_ref(&pattern), &kept, &cancel(&pattern, &kept, scope, chosen));
        let mut expected: Vec<String> = Vec::new();
        for one in occurrences(std::slice::from_ref(&pattern), &kept, day("2025-12-01"), day("2026-12-31")) {
            let session = kept.iter().find(|s| one.session == SessionRef::Kept(s.id));
            let stood_for = session.map_or(one.on, |s| s.origin.unwrap().on);
            let mut one = one.clone();
            if stood_for >= from && one.state == SessionState::Planned {
                if session.is_none_or(|s| s.note.is_empty()) {
                    continue;
                }
                one.state = SessionState::Cancelled;
            }
            expected.push(line(&one));
        }
        expected.sort();
        prop_assert_eq!(shown(&(after, sessions)), expected);
    }

    #[test]
    fn a_closure_cancels_what_is_planned_within_it_and_lifting_it_gives_back_the_same(
        pattern in any_pattern(), logs in any_logs(), starts in 0u64..100, lasts in 0u64..40
    ) {
        let starts_on = plus_days(day("2026-01-01"), starts);
        let ends_on = plus_days(starts_on, lasts);
        let mut record = CareRecord {
            sessions: kept(&pattern, &logs),
            patterns: vec![pattern.clone()],
            ..CareRecord::default()
        };
        let all = |record: &CareRecord| record.occurrences(day("2025-12-01"), day("2026-12-31"));
        let before = all(&record);
        let closure = crate::care::Closure {
            id: ClosureId::new(1, &[0; 10]), episode: pattern.episode, starts_on, ends_on, reason: String::new(),
        };
        record.closures.push(closure);
        for (was, now) in before.iter().zip(all(&record)) {
            let within = was.state == SessionState::Planned && starts_on <= was.on && was.on <= ends_on;
            let expected = if within { SessionState::Cancelled } else { was.state };
            prop_assert_eq!((now.state, now.closed, now.on), (expected, within, was.on));
        }
        record.closures.clear();
        prop_assert_eq!(all(&record), before);
    }

    #[test]
    fn sessions_overlap_when_a_minute_belongs_to_both(
        starts in prop::collection::vec((0u64..3, 0u16..1440, 1u32..1440, any::<bool>()), 0..8)
    ) {
        let mut sessions: Vec<Occurrence> = starts.iter().map(|(days, time, minutes, cancelled)| {
            let mut session = log(&mondays(), 0, "2026-03-07", SessionState::Planned);
            session.on = plus_days(session.on, *days);
            session.time = TimeOfDay::from_minutes(*time);
            session.minutes = *minutes;
            session.state = if *cancelled { SessionState::Cancelled } else { SessionState::Planned };
            Occurrence::from(&session)
        }).collect();
        sessions.sort_by_key(|o| (o.on, o.time));
        let zone = crate::time::Zone::parse("America/New_York").unwrap();
        crate::schedule::mark_overlaps(&mut sessions, |_| zone);
        let minutes = |o: &Occurrence| -> HashSet<i64> {
            let start = o.starts(zone).timestamp() / 60;
            (start..start + i64::from(o.minutes)).collect()
        };
        for (i, one) in sessions.iter().enumerate() {
            let other = |(j, other): (usize, &Occurrence)| {
                i != j && other.state != SessionState::Cancelled && !minutes(one).is_disjoint(&minutes(other))
            };
            let expected = one.state != SessionState::Cancelled && sessions.iter().enumerate().any(other);
            prop_assert_eq!(one.overlaps, expected);
        }
    }
}
