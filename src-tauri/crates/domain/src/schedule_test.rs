use super::*;
use crate::care::Details;
use crate::id::PatternId;
use crate::time::Weekday;
use crate::time::minus_days;
use proptest::prelude::*;

const STATES: [SessionState; 6] = [
    SessionState::Planned,
    SessionState::Attended,
    SessionState::AttendedInPart,
    SessionState::Excused,
    SessionState::Missed,
    SessionState::Cancelled,
];
const KINDS: [SessionKind; 3] = [SessionKind::Group, SessionKind::Family, SessionKind::DrugTest];

fn begin() -> NaiveDate {
    "2026-02-16".parse().unwrap()
}

fn after_begin(days: u64) -> NaiveDate {
    plus_days(begin(), days)
}

/// A weekday, a time and minutes of which several are alike, a kind, and every so many weeks.
type AnySlot = (usize, u16, u32, usize, u32);

fn any_slots() -> impl Strategy<Value = Vec<AnySlot>> {
    let time = prop::sample::select(vec![540u16, 600, 1080]);
    prop::collection::vec((0usize..7, time, prop::sample::select(vec![60u32, 90, 180]), 0usize..3, 1u32..4), 0..8)
}

fn patterns(generation: u64, slots: &[AnySlot], starts_on: NaiveDate) -> Vec<Pattern> {
    let pattern = |(i, (weekday, time, minutes, kind, every)): (usize, &AnySlot)| Pattern {
        id: PatternId::new(generation * 100 + i as u64, &[0; 10]),
        episode: EpisodeId::new(0, &[0; 10]),
        kind: KINDS[*kind],
        weekday: Weekday::ALL[*weekday],
        time: TimeOfDay::from_minutes(*time),
        minutes: *minutes,
        every_weeks: *every,
        starts_on,
        ends_on: None,
    };
    slots.iter().enumerate().map(pattern).collect()
}

/// Which pattern, on which day, moved by how much, what became of it, with a note, added once.
type AnyLog = (usize, u64, u64, usize, bool, bool);

fn any_logs() -> impl Strategy<Value = Vec<AnyLog>> {
    prop::collection::vec((0usize..8, 0u64..70, 0u64..3, 0usize..6, any::<bool>(), any::<bool>()), 0..60)
}

fn kept(patterns: &[Pattern], logs: &[AnyLog]) -> Vec<Session> {
    let mut origins = HashSet::new();
    let mut kept = Vec::new();
    for (pattern, days, moved, state, note, once) in logs.iter().filter(|_| !patterns.is_empty()) {
        let pattern = &patterns[pattern % patterns.len()];
        let on = after_begin(*days);
        let origin = pattern.occurrence(on).filter(|_| !once).map(|_| Origin { pattern: pattern.id, on });
        if origin.is_some_and(|origin| !origins.insert(origin)) {
            continue;
        }
        let state = STATES[*state];
        kept.push(Session {
            id: SessionId::new(kept.len() as u64, &[1; 10]),
            episode: pattern.episode,
            origin,
            kind: pattern.kind,
            on: plus_days(on, *moved),
            time: pattern.time,
            minutes: pattern.minutes,
            state,
            attended_minutes: matches!(state, SessionState::Attended | SessionState::AttendedInPart).then_some(45),
            makes_up: None,
            note: if *note { "Bring the form.".into() } else { String::new() },
            details: Details::default(),
        });
    }
    kept
}

/// Patterns and kept sessions after these slots follow from that day on.
fn changed(before: &[Pattern], kept: &[Session], new: Vec<Pattern>, from: NaiveDate) -> (Vec<Pattern>, Vec<Session>) {
    let new = new.into_iter().map(|pattern| pattern.going_on(before));
    let mut after: Vec<Pattern> = before.iter().filter(|p| p.starts_on < from).cloned().collect();
    for pattern in &mut after {
        let last_day = minus_days(from, 1);
        pattern.ends_on = Some(pattern.ends_on.map_or(last_day, |end| end.min(last_day)));
    }
    after.extend(new);
    let settled = settle(kept, before, &after, from);
    let mut sessions: Vec<Session> = kept.iter().filter(|s| !settled.gone.contains(&s.id)).cloned().collect();
    for new in settled.changed {
        let old = sessions.iter_mut().find(|s| s.id == new.id).unwrap();
        *old = new;
    }
    (after, sessions)
}

/// Every session as a client sees it, whatever it is called inside.
fn seen(patterns: &[Pattern], kept: &[Session]) -> Vec<String> {
    let sessions = occurrences(patterns, kept, begin(), after_begin(90));
    let mut seen: Vec<String> = sessions
        .iter()
        .map(|o| format!("{} {} {:?} {} {:?} {:?}", o.on, o.time, o.kind, o.minutes, o.state, o.attended_minutes))
        .collect();
    seen.sort();
    seen
}

proptest! {
    #[test]
    fn changing_to_the_same_slots_changes_nothing_that_is_seen(
        first in any_slots(), second in any_slots(), logs in any_logs(), from in 0u64..70, later in 0u64..30
    ) {
        let one = patterns(1, &first, begin());
        let log = kept(&one, &logs);
        let same = changed(&one, &log, patterns(2, &first, after_begin(from)), after_begin(from));
        prop_assert_eq!(seen(&one, &log), seen(&same.0, &same.1));
        // Nor after a change to other slots, which may have left sessions without a place.
        let other = changed(&one, &log, patterns(3, &second, after_begin(from)), after_begin(from));
        let day = after_begin(from + later);
        let again = changed(&other.0, &other.1, patterns(4, &second, day), day);
        prop_assert_eq!(seen(&other.0, &other.1), seen(&again.0, &again.1));
    }

    #[test]
    fn any_change_keeps_what_was_answered_and_doubles_no_day(
        first in any_slots(), second in any_slots(), logs in any_logs(), from in 0u64..70
    ) {
        let from = after_begin(from);
        let before = patterns(1, &first, begin());
        let log = kept(&before, &logs);
        let new: Vec<_> = patterns(2, &second, from).into_iter().map(|pattern| pattern.going_on(&before)).collect();
        let (after, sessions) = changed(&before, &log, new.clone(), from);
        for old in log.iter().filter(|s| s.state != SessionState::Planned) {
            let now = sessions.iter().find(|s| s.id == old.id).unwrap();
            prop_assert_eq!(&Session { origin: old.origin, ..now.clone() }, old);
        }
        for old in log.iter().filter(|s| !s.note.is_empty()) {
            prop_assert!(sessions.iter().any(|s| s.id == old.id && s.note == old.note));
        }
        let all = occurrences(&after, &sessions, from, after_begin(90));
        for offset in 0..=90 {
            let on = plus_days(from, offset);
            let slots = new.iter().filter(|p| p.occurrence(on).is_some()).count();
            let stood = log.iter().filter(|s| s.origin.is_some_and(|origin| origin.on == on)).count();
            let open = all.iter().filter(|o| o.on == on && matches!(o.session, SessionRef::Occurrence(_))).count();
            if on <= after_begin(90) {
                prop_assert_eq!(open, slots.saturating_sub(stood));
            }
        }
    }

    #[test]
    fn expansion_agrees_with_a_walk_day_by_day(
        slots in any_slots(), ends in prop::collection::vec((0u64..60, prop::option::of(0u64..60)), 8),
        logs in any_logs(), from in 0u64..80, length in 0u64..40
    ) {
        let mut all = patterns(1, &slots, begin());
        for (pattern, (starts, lasts)) in all.iter_mut().zip(ends) {
            pattern.starts_on = after_begin(starts);
            pattern.ends_on = lasts.map(|days| plus_days(pattern.starts_on, days));
        }
        let log = kept(&all, &logs);
        let (from, to) = (after_begin(from), after_begin(from + length));
        let mut slowly = Vec::new();
        for on in from.iter_days().take_while(|on| *on <= to) {
            for pattern in &all {
                let holds = pattern.starts_on <= on && pattern.ends_on.is_none_or(|end| on <= end);
                let origin = Origin { pattern: pattern.id, on };
                let steps = pattern.starts_on.iter_days().take_while(|day| *day <= on);
                let turn = steps.filter(|day| Weekday::of(*day) == pattern.weekday).count() as u32;
                let due = Weekday::of(on) == pattern.weekday && turn % pattern.every_weeks == 1 % pattern.every_weeks;
                if holds && due && !log.iter().any(|s| s.origin == Some(origin)) {
                    slowly.push(Occurrence {
                        session: SessionRef::Occurrence(origin),
                        episode: pattern.episode,
                        kind: pattern.kind,
                        on,
                        time: pattern.time,
                        minutes: pattern.minutes,
                        state: SessionState::Planned,
                        attended_minutes: None,
                        moved_from: None,
                        makes_up: None,
                        closed: false,
                        overlaps: false,
                    });
                }
            }
            for session in log.iter().filter(|s| s.on == on) {
                slowly.push(Occurrence {
                    session: SessionRef::Kept(session.id),
                    episode: session.episode,
                    kind: session.kind,
                    on,
                    time: session.time,
                    minutes: session.minutes,
                    state: session.state,
                    attended_minutes: session.attended_minutes,
                    moved_from: session.origin.map(|o| o.on).filter(|from| *from != on),
                    makes_up: None,
                    closed: false,
                    overlaps: false,
                });
            }
        }
        let fast = occurrences(&all, &log, from, to);
        prop_assert!(fast.windows(2).all(|w| (w[0].on, w[0].time) <= (w[1].on, w[1].time)));
        // In one order where day and time are alike.
        let in_order = |mut sessions: Vec<Occurrence>| {
            sessions.sort_by_key(|o| (o.on, o.time, o.session.to_string()));
            sessions
        };
        prop_assert_eq!(in_order(fast), in_order(slowly));
    }
}
