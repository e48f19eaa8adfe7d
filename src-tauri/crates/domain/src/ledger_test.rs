use super::*;
use crate::care::{AgeGroup, Details, Episode, Level, Phase, Provider, Session, SessionKind, SessionState};
use crate::id::{PhaseId, SessionId};
use crate::time::{TimeOfDay, Zone, plus_days};
use proptest::prelude::*;

fn day(text: &str) -> NaiveDate {
    text.parse().unwrap()
}

fn episode(number: u64, starts_on: &str) -> (Episode, Phase) {
    let id = EpisodeId::new(number, &[0; 10]);
    let starts_on = day(starts_on);
    let phase =
        Phase { id: PhaseId::new(number, &[1; 10]), episode: id, starts_on, ends_on: None, target_minutes: 540 };
    let episode = Episode {
        id,
        level: Level::IntensiveOutpatient,
        age_group: AgeGroup::Adult,
        edition: "ASAM 3".into(),
        provider: Provider::default(),
        zone: Zone::UTC,
        starts_on,
        ends_on: None,
        counted: SessionKind::counted_by_default(),
    };
    (episode, phase)
}

fn session(number: u64, episode: EpisodeId, on: NaiveDate, state: SessionState, attended: Option<u32>) -> Session {
    Session {
        id: SessionId::new(number, &[2; 10]),
        episode,
        origin: None,
        kind: SessionKind::Group,
        on,
        time: TimeOfDay::from_minutes(18 * 60),
        minutes: 180,
        state,
        attended_minutes: attended,
        makes_up: None,
        note: String::new(),
        details: Details::default(),
    }
}

/// Two levels of care: the first of two phases, the second of one.
fn record() -> CareRecord {
    let (first, mut one) = episode(1, "2026-01-05");
    let (second, three) = episode(2, "2026-02-02");
    one.ends_on = Some(day("2026-01-18"));
    let two = Phase {
        id: PhaseId::new(9, &[1; 10]),
        starts_on: day("2026-01-19"),
        ends_on: Some(day("2026-02-01")),
        ..one.clone()
    };
    CareRecord { episodes: vec![first, second], phases: vec![one, two, three], ..CareRecord::default() }
}

const NOW: &str = "2026-02-20T12:00:00Z";

#[test]
fn the_rate_is_of_what_was_attended_or_missed_and_is_rounded_down() {
    let mut care = record();
    let id = care.episodes[0].id;
    use SessionState::{Attended, AttendedInPart, Cancelled, Excused, Missed, Planned};
    for (n, (state, attended)) in [
        (Attended, Some(180)),
        (AttendedInPart, Some(60)),
        (Missed, None),
        (Excused, None),
        (Cancelled, None),
        (Planned, None),
    ]
    .into_iter()
    .enumerate()
    {
        care.sessions.push(session(n as u64, id, plus_days(day("2026-01-05"), n as u64), state, attended));
    }
    let all = care.ledger(day("2026-02-20"), NOW.parse().unwrap()).all;
    assert_eq!((all.totals.sessions_attended, all.totals.sessions_expected, all.percent), (2, 3, Some(66)));
    assert_eq!((all.totals.attended, all.totals.missed, all.totals.excused), (240, 180, 180));
}

#[test]
fn nothing_expected_has_no_rate() {
    let ledger = record().ledger(day("2026-02-20"), NOW.parse().unwrap());
    assert_eq!(ledger.all.percent, None);
    assert_eq!(ledger.episodes.len(), 2);
}

#[test]
fn a_phase_and_an_episode_that_have_not_begun_are_left_out() {
    let ledger = record().ledger(day("2026-01-10"), NOW.parse().unwrap());
    assert_eq!(ledger.episodes.len(), 1);
    assert_eq!(ledger.episodes[0].phases.len(), 1);
}

#[test]
fn what_may_be_made_up_is_missed_or_excused_earlier_and_not_made_up_yet() {
    let mut care = record();
    let id = care.episodes[0].id;
    let states = [SessionState::Missed, SessionState::Excused, SessionState::Attended];
    for (n, state) in states.into_iter().enumerate() {
        let attended = (state == SessionState::Attended).then_some(180);
        care.sessions.push(session(n as u64, id, day("2026-01-05"), state, attended));
    }
    let ids: Vec<SessionId> = care.sessions.iter().map(|s| s.id).collect();
    let mut later = session(9, id, day("2026-01-08"), SessionState::Attended, Some(100));
    assert!(care.may_make_up(&later, ids[0]));
    assert!(care.may_make_up(&later, ids[1]));
    assert!(!care.may_make_up(&later, ids[2]), "it was attended");
    assert!(!care.may_make_up(&later, later.id), "itself");
    assert!(!care.may_make_up(&session(8, id, day("2026-01-05"), SessionState::Planned, None), ids[0]), "the same day");
    later.makes_up = Some(ids[0]);
    care.sessions.push(later.clone());
    assert_eq!(care.to_make_up().iter().map(|(s, left)| (s.id, *left)).collect::<Vec<_>>(), [(ids[0], 80)]);
    let another = session(10, id, day("2026-01-09"), SessionState::Attended, Some(80));
    assert!(care.may_make_up(&another, ids[0]), "something is left");
    care.sessions.push(Session { makes_up: Some(ids[0]), ..another });
    assert!(care.to_make_up().is_empty());
    assert!(!care.may_make_up(&session(11, id, day("2026-01-10"), SessionState::Planned, None), ids[0]));
    assert!(care.may_make_up(&later, ids[0]), "its own minutes do not stand against it");
}

fn any_state() -> impl Strategy<Value = (SessionState, Option<u32>)> {
    prop_oneof![
        Just((SessionState::Planned, None)),
        (0u32..400).prop_map(|m| (SessionState::Attended, Some(m))),
        (0u32..180).prop_map(|m| (SessionState::AttendedInPart, Some(m))),
        Just((SessionState::Excused, None)),
        Just((SessionState::Missed, None)),
        Just((SessionState::Cancelled, None)),
    ]
}

proptest! {
    #[test]
    fn the_phases_sum_to_their_episode_and_the_episodes_to_all(
        drawn in prop::collection::vec((any_state(), 0u64..60, 0usize..12), 0..40)
    ) {
        let mut care = record();
        for (n, ((state, attended), on, made_up)) in drawn.into_iter().enumerate() {
            let on = plus_days(day("2026-01-05"), on);
            let episode = care.episodes[usize::from(on >= care.episodes[1].starts_on)].id;
            let makes_up = care.sessions.get(made_up).map(|s| s.id);
            care.sessions.push(Session { makes_up, ..session(n as u64, episode, on, state, attended) });
        }
        let now = NOW.parse().unwrap();
        let ledger = care.ledger(day("2026-02-20"), now);
        let figures = |sum: &Sum| {
            let t = &sum.totals;
            [t.scheduled, t.attended, t.excused, t.missed, t.made_up, t.owed, t.sessions_attended, t.sessions_expected]
        };
        let added = |sums: Vec<[u32; 8]>| sums.into_iter().fold([0; 8], |a, b| std::array::from_fn(|i| a[i] + b[i]));
        prop_assert_eq!(figures(&ledger.all), added(ledger.episodes.iter().map(|e| figures(&e.sum)).collect()));
        for episode in &ledger.episodes {
            prop_assert_eq!(figures(&episode.sum), added(episode.phases.iter().map(|p| figures(&p.sum)).collect()));
        }
        // What is to be made up is what is owed: every missed session's own rest.
        let owed: u32 = care.to_make_up().iter().filter(|(s, _)| s.on <= day("2026-02-20")).map(|(_, m)| m).sum();
        prop_assert_eq!(ledger.all.totals.owed, owed);
        let mut slow = 0;
        for missed in care.sessions.iter().filter(|s| s.state == SessionState::Missed && s.on <= day("2026-02-20")) {
            let made_up: u32 =
                care.sessions.iter().filter(|s| s.makes_up == Some(missed.id)).filter_map(|s| s.attended_minutes).sum();
            slow += missed.minutes.saturating_sub(made_up);
        }
        prop_assert_eq!(owed, slow);
    }
}
