use super::*;
use crate::care::{AgeGroup, Closure, Details, Episode, Level, Origin, Pattern, Phase, Provider, Session, SessionKind};
use crate::id::{ClosureId, PatternId, PhaseId, SessionId};
use crate::time::{TimeOfDay, Weekday, Zone};
use chrono::Days;
use proptest::prelude::*;

pub(crate) fn day(text: &str) -> NaiveDate {
    text.parse().unwrap()
}

/// Noon in New York on that day.
pub(crate) fn noon(on: &str) -> DateTime<Utc> {
    day(on).and_hms_opt(17, 0, 0).unwrap().and_utc()
}

/// Ten weeks of Monday, Wednesday and Friday evenings from 5 January 2026.
pub(crate) fn iop() -> CareRecord {
    let episode = EpisodeId::new(0, &[0; 10]);
    let (starts_on, ends_on) = (day("2026-01-05"), Some(day("2026-03-15")));
    CareRecord {
        episodes: vec![Episode {
            id: episode,
            level: Level::IntensiveOutpatient,
            age_group: AgeGroup::Adult,
            edition: "ASAM 3".into(),
            provider: Provider::default(),
            zone: Zone::parse("America/New_York").unwrap(),
            starts_on,
            ends_on: None,
            counted: SessionKind::counted_by_default(),
        }],
        phases: vec![Phase { id: PhaseId::new(0, &[0; 10]), episode, starts_on, ends_on, target_minutes: 540 }],
        patterns: [Weekday::Monday, Weekday::Wednesday, Weekday::Friday]
            .into_iter()
            .map(|weekday| Pattern {
                id: PatternId::new(weekday as u64, &[0; 10]),
                episode,
                kind: SessionKind::Group,
                weekday,
                time: TimeOfDay::from_minutes(18 * 60),
                minutes: 180,
                every_weeks: 1,
                starts_on,
                ends_on,
            })
            .collect(),
        closures: vec![],
        sessions: vec![],
    }
}

/// Logs a session: the one of the pattern of that day, or one added once.
pub(crate) fn logged(record: &mut CareRecord, on: &str, kind: SessionKind, state: SessionState) -> SessionId {
    let on = day(on);
    let pattern = record.patterns.iter().find(|p| p.kind == kind && p.occurrence(on).is_some());
    let id = SessionId::new(record.sessions.len() as u64, &[1; 10]);
    let session = Session {
        id,
        episode: record.episodes[0].id,
        origin: pattern.map(|p| Origin { pattern: p.id, on }),
        kind,
        on,
        time: pattern.map_or(TimeOfDay::from_minutes(9 * 60), |p| p.time),
        minutes: 60,
        state,
        attended_minutes: is_attended(state).then_some(60),
        makes_up: None,
        note: String::new(),
        details: Details::default(),
    };
    record.sessions.push(session);
    id
}

fn of(unit: CoverageUnit, amount: u32, starts_on: &str, ends_on: &str) -> Authorization {
    Authorization {
        id: AuthorizationId::new(0, &[0; 10]),
        payer: PayerId::new(0, &[0; 10]),
        episode: EpisodeId::new(0, &[0; 10]),
        unit,
        amount,
        starts_on: day(starts_on),
        ends_on: day(ends_on),
        reference: String::new(),
    }
}

fn renewal(amount: u32, ends_on: &str, today: &str) -> (Renewal, u32) {
    let one = of(CoverageUnit::Sessions, amount, "2026-01-05", ends_on);
    let covered = iop().covered(&one, std::slice::from_ref(&one), noon(today));
    (covered.renewal, covered.days_left)
}

#[test]
fn only_attended_sessions_of_its_days_are_used_and_the_rest_is_left() {
    let mut record = iop();
    for (on, state) in [
        ("2026-01-05", SessionState::Attended),
        ("2026-01-07", SessionState::AttendedInPart),
        ("2026-01-09", SessionState::Missed),
        ("2026-01-12", SessionState::Excused),
        ("2026-01-14", SessionState::Attended),
    ] {
        logged(&mut record, on, SessionKind::Group, state);
    }
    let one = of(CoverageUnit::Sessions, 10, "2026-01-06", "2026-01-30");
    let covered = record.covered(&one, &[], noon("2026-01-17"));
    // The 16th is over and unanswered; ahead are the 19th, 21st, 23rd, 26th, 28th and 30th.
    assert_eq!((covered.used, covered.left, covered.waiting, covered.planned), (2, 8, 1, 6));
    assert_eq!(covered.last_day, day("2026-01-30"));
}

#[test]
fn two_sessions_of_one_day_are_one_day_and_two_sessions() {
    let mut record = iop();
    logged(&mut record, "2026-01-05", SessionKind::Group, SessionState::Attended);
    logged(&mut record, "2026-01-05", SessionKind::Individual, SessionState::Attended);
    let used = |unit| record.covered(&of(unit, 10, "2026-01-05", "2026-01-30"), &[], noon("2026-01-06")).used;
    assert_eq!((used(CoverageUnit::Days), used(CoverageUnit::Sessions)), (1, 2));
}

#[test]
fn a_kind_that_does_not_count_uses_nothing() {
    let mut record = iop();
    logged(&mut record, "2026-01-06", SessionKind::DrugTest, SessionState::Attended);
    let one = of(CoverageUnit::Days, 10, "2026-01-05", "2026-01-30");
    assert_eq!(record.covered(&one, &[], noon("2026-01-06")).used, 0);
    record.episodes[0].counted.push(SessionKind::DrugTest);
    assert_eq!(record.covered(&one, &[], noon("2026-01-06")).used, 1);
}

#[test]
fn the_last_covered_day_is_when_the_planned_sessions_use_it_up_or_else_its_last_day() {
    let last = |amount, ends_on| {
        let one = of(CoverageUnit::Sessions, amount, "2026-01-05", ends_on);
        iop().covered(&one, &[], noon("2026-01-05")).last_day
    };
    assert_eq!(last(7, "2026-02-28"), day("2026-01-19"));
    assert_eq!(last(70, "2026-02-28"), day("2026-02-28"));
    assert_eq!(last(7, "2026-01-18"), day("2026-01-18"));
}

#[test]
fn closed_days_use_nothing_and_so_it_lasts_longer() {
    let mut record = iop();
    record.closures.push(Closure {
        id: ClosureId::new(0, &[0; 10]),
        episode: record.episodes[0].id,
        starts_on: day("2026-01-19"),
        ends_on: day("2026-01-20"),
        reason: String::new(),
    });
    let one = of(CoverageUnit::Days, 7, "2026-01-05", "2026-02-28");
    assert_eq!(record.covered(&one, &[], noon("2026-01-05")).last_day, day("2026-01-21"));
}

#[test]
fn it_is_renewed_five_to_three_days_before_the_last_covered_day() {
    // Seven sessions reach to Monday the 19th.
    assert_eq!(renewal(7, "2026-02-28", "2026-01-13"), (Renewal::Later, 6));
    assert_eq!(renewal(7, "2026-02-28", "2026-01-14"), (Renewal::Now, 5));
    assert_eq!(renewal(7, "2026-02-28", "2026-01-16"), (Renewal::Now, 3));
    assert_eq!(renewal(7, "2026-02-28", "2026-01-17"), (Renewal::Soon, 2));
    assert_eq!(renewal(7, "2026-02-28", "2026-01-19"), (Renewal::Soon, 0));
    assert_eq!(renewal(7, "2026-02-28", "2026-01-20"), (Renewal::Over, 0));
    // By its dates, where there are more units than sessions.
    assert_eq!(renewal(70, "2026-01-31", "2026-01-26"), (Renewal::Now, 5));
}

#[test]
fn it_is_today_at_the_clinic_that_counts() {
    let one = of(CoverageUnit::Sessions, 7, "2026-01-05", "2026-02-28");
    let before_midnight = "2026-01-14T04:59:00Z".parse().unwrap();
    let after_midnight = "2026-01-14T05:00:00Z".parse().unwrap();
    assert_eq!(iop().covered(&one, &[], before_midnight).renewal, Renewal::Later);
    assert_eq!(iop().covered(&one, &[], after_midnight).renewal, Renewal::Now);
}

#[test]
fn nothing_is_renewed_where_the_next_one_is_there_or_the_program_ends() {
    let one = of(CoverageUnit::Sessions, 7, "2026-01-05", "2026-01-20");
    let next = Authorization {
        id: AuthorizationId::new(1, &[0; 10]),
        ..of(CoverageUnit::Sessions, 9, "2026-01-20", "2026-02-10")
    };
    let at = |others: &[Authorization]| iop().covered(&one, others, noon("2026-01-15")).renewal;
    assert_eq!(at(std::slice::from_ref(&one)), Renewal::Now);
    assert_eq!(at(&[one.clone(), next.clone()]), Renewal::NotNeeded);
    // One of another payer or of another unit is not the next.
    let elsewhere = Authorization { payer: PayerId::new(9, &[0; 10]), ..next.clone() };
    assert_eq!(at(&[elsewhere]), Renewal::Now);
    assert_eq!(at(&[Authorization { unit: CoverageUnit::Days, ..next }]), Renewal::Now);
    assert_eq!(renewal(70, "2026-03-15", "2026-03-11").0, Renewal::NotNeeded);
    assert_eq!(renewal(70, "2026-03-14", "2026-03-11").0, Renewal::Now);
}

#[test]
fn one_that_begins_only_after_sessions_that_nothing_covers_is_not_the_next() {
    // The last covered day is Friday 16 January.
    let one = of(CoverageUnit::Sessions, 9, "2026-01-05", "2026-01-16");
    let next = |starts_on: &str| {
        let id = AuthorizationId::new(1, &[0; 10]);
        Authorization { id, ..of(CoverageUnit::Sessions, 9, starts_on, "2026-03-10") }
    };
    let at = |record: &CareRecord, next| record.covered(&one, &[one.clone(), next], noon("2026-01-12")).renewal;
    assert_eq!(at(&iop(), next("2026-01-19")), Renewal::NotNeeded, "no session on the weekend between");
    assert_eq!(at(&iop(), next("2026-01-20")), Renewal::Now, "the session of Monday is covered by neither");
    let mut closed = iop();
    closed.closures = vec![Closure {
        id: ClosureId::new(0, &[0; 10]),
        episode: closed.episodes[0].id,
        starts_on: day("2026-01-19"),
        ends_on: day("2026-01-19"),
        reason: String::new(),
    }];
    assert_eq!(at(&closed, next("2026-01-20")), Renewal::NotNeeded, "nothing is held on Monday");
}

prop_compose! {
    /// Ten weeks with sessions of three kinds, logged, moved, cancelled and closed at will.
    pub(crate) fn any_care()(
        patterns in prop::collection::vec((0usize..7, 0u16..1440, 1u32..=300, 0u64..30, prop::option::of(0u64..60), 0usize..3, 1u32..3), 0..5),
        logs in prop::collection::vec((0u64..70, 0u16..1440, 0usize..3, 0usize..6), 0..40),
        closed in prop::collection::vec((0u64..70, 0u64..8), 0..3),
        ends in prop::option::of(0u64..80),
        zone in prop::sample::select(vec!["America/New_York", "Europe/Madrid", "Pacific/Auckland"]),
    ) -> CareRecord {
        let kinds = [SessionKind::Group, SessionKind::Individual, SessionKind::DrugTest];
        let states = [SessionState::Planned, SessionState::Attended, SessionState::AttendedInPart,
            SessionState::Excused, SessionState::Missed, SessionState::Cancelled];
        let mut record = iop();
        let (episode, begin) = (record.episodes[0].id, record.episodes[0].starts_on);
        record.episodes[0].zone = Zone::parse(zone).unwrap();
        record.phases[0].ends_on = ends.map(|days| begin + Days::new(days));
        record.patterns = patterns.into_iter().enumerate().map(|(i, (weekday, time, minutes, from, length, kind, every_weeks))| Pattern {
            id: PatternId::new(i as u64, &[0; 10]),
            episode,
            kind: kinds[kind],
            weekday: Weekday::ALL[weekday],
            time: TimeOfDay::from_minutes(time),
            minutes,
            every_weeks,
            starts_on: begin + Days::new(from),
            ends_on: length.map(|length| begin + Days::new(from + length)),
        }).collect();
        for (on, time, kind, state) in logs {
            let on = (begin + Days::new(on)).to_string();
            logged(&mut record, &on, kinds[kind], states[state]);
            record.sessions.last_mut().unwrap().time = TimeOfDay::from_minutes(time);
        }
        let mut seen = std::collections::HashSet::new();
        record.sessions.retain(|s| s.origin.is_none_or(|origin| seen.insert(origin)));
        record.closures = closed.into_iter().enumerate().map(|(i, (from, days))| Closure {
            id: ClosureId::new(i as u64, &[0; 10]),
            episode,
            starts_on: begin + Days::new(from),
            ends_on: begin + Days::new(from + days),
            reason: String::new(),
        }).collect();
        record
    }
}

/// Used, planned, waiting and the last covered day, by walking through the days one by one.
fn slowly(record: &CareRecord, one: &Authorization, now: DateTime<Utc>) -> (u32, u32, u32, NaiveDate) {
    let zone = record.episodes[0].zone;
    let (mut used, mut planned, mut waiting) = (0, 0, 0);
    let mut last = None;
    for on in one.starts_on.iter_days().take_while(|on| *on <= one.ends_on) {
        let (mut there, mut ahead, mut open) = (0, 0, 0);
        for session in record.occurrences(on, on) {
            if !record.episodes[0].counted.contains(&session.kind) {
                continue;
            }
            match session.state {
                SessionState::Attended | SessionState::AttendedInPart => there += 1,
                SessionState::Planned if session.ends(zone) > now => ahead += 1,
                SessionState::Planned => open += 1,
                _ => {}
            }
        }
        if one.unit == CoverageUnit::Days {
            there = there.min(1);
            ahead = if there == 1 { 0 } else { ahead.min(1) };
            open = if there + ahead > 0 { 0 } else { open.min(1) };
        }
        used += there;
        planned += ahead;
        waiting += open;
        if last.is_none() && used + planned + waiting >= one.amount {
            last = Some(on);
        }
    }
    (used, planned, waiting, last.unwrap_or(one.ends_on))
}

proptest! {
    #[test]
    fn what_is_covered_agrees_with_a_walk_through_the_days(
        record in any_care(), days in any::<bool>(), amount in 1u32..30, from in 0u64..60, length in 0u64..60, now in 0i64..(80 * 1440)
    ) {
        let now = day("2026-01-04").and_time(chrono::NaiveTime::MIN).and_utc() + chrono::TimeDelta::minutes(now);
        let unit = if days { CoverageUnit::Days } else { CoverageUnit::Sessions };
        let starts_on = day("2026-01-01") + Days::new(from);
        let one = Authorization { starts_on, ends_on: starts_on + Days::new(length), ..of(unit, amount, "2026-01-05", "2026-01-05") };
        let covered = record.covered(&one, &[], now);
        prop_assert_eq!((covered.used, covered.planned, covered.waiting, covered.last_day), slowly(&record, &one, now));
        prop_assert_eq!(covered.left, amount.saturating_sub(covered.used));
        prop_assert!(covered.last_day <= one.ends_on && covered.last_day >= one.starts_on);
        prop_assert_eq!(covered.renew_by - covered.renew_from, chrono::TimeDelta::days(2));
    }
}
