use super::*;
use crate::reminder::clock_model::{Clock, ODD_DAYS, STEP, ZONES};
use crate::reminder::quiet::tests::any_hours;
use proptest::prelude::*;

fn utc(text: &str) -> DateTime<Utc> {
    text.parse().unwrap()
}

fn due(when: When, until: When) -> Due {
    Due { id: String::new(), thread: String::new(), when, until, about: About::Begins(until), sound: true }
}

fn at(text: &str) -> When {
    When::Instant(utc(text))
}

/// Quiet from ten at night to seven.
fn night() -> Vec<Span> {
    vec![
        (utc("2026-02-03T22:00:00Z"), utc("2026-02-04T07:00:00Z")),
        (utc("2026-02-04T22:00:00Z"), utc("2026-02-05T07:00:00Z")),
    ]
}

#[test]
fn a_reminder_in_quiet_time_comes_at_its_end_or_before_it_begins_or_not_at_all() {
    let shown = |text| Placement::At(utc(text));
    for (when, until, now, expected, why) in [
        (
            "2026-02-04T12:00:00Z",
            "2026-02-04T13:00:00Z",
            "2026-02-04T08:00:00Z",
            shown("2026-02-04T12:00:00Z"),
            "by day",
        ),
        ("2026-02-04T12:00:00Z", "2026-02-04T13:00:00Z", "2026-02-04T12:30:00Z", shown("2026-02-04T12:30:00Z"), "late"),
        ("2026-02-04T12:00:00Z", "2026-02-04T13:00:00Z", "2026-02-04T13:00:00Z", Placement::Over, "too late"),
        (
            "2026-02-05T06:00:00Z",
            "2026-02-05T08:00:00Z",
            "2026-02-04T12:00:00Z",
            shown("2026-02-05T07:00:00Z"),
            "its end",
        ),
        (
            "2026-02-05T06:00:00Z",
            "2026-02-05T07:00:00Z",
            "2026-02-04T12:00:00Z",
            shown("2026-02-04T21:59:00Z"),
            "before",
        ),
        ("2026-02-05T06:00:00Z", "2026-02-05T07:00:00Z", "2026-02-04T21:59:30Z", shown("2026-02-04T21:59:30Z"), "just"),
        ("2026-02-05T06:00:00Z", "2026-02-05T07:00:00Z", "2026-02-04T22:00:00Z", Placement::KeptBack, "begun"),
        (
            "2026-02-04T21:00:00Z",
            "2026-02-05T06:00:00Z",
            "2026-02-04T23:00:00Z",
            Placement::KeptBack,
            "late in the night",
        ),
        ("2026-02-04T22:00:00Z", "2026-02-05T07:01:00Z", "2026-02-04T12:00:00Z", shown("2026-02-05T07:00:00Z"), "edge"),
        ("2026-02-05T07:00:00Z", "2026-02-05T08:00:00Z", "2026-02-04T12:00:00Z", shown("2026-02-05T07:00:00Z"), "edge"),
    ] {
        assert_eq!(place(&due(at(when), at(until)), &night(), utc(now), Zone::UTC), expected, "{why}");
    }
}

#[test]
fn where_all_is_quiet_every_reminder_is_kept_back() {
    let always = [(DateTime::<Utc>::MIN_UTC, DateTime::<Utc>::MAX_UTC)];
    let due = due(at("2026-02-04T12:00:00Z"), at("2026-02-04T13:00:00Z"));
    assert_eq!(place(&due, &always, utc("2026-02-04T08:00:00Z"), Zone::UTC), Placement::KeptBack);
    assert_eq!(place(&due, &always, utc("2026-02-04T13:00:00Z"), Zone::UTC), Placement::Over);
}

#[test]
fn nobody_is_asked_whether_they_were_there_before_it_is_over() {
    let days = [(utc("2026-02-04T12:00:00Z"), utc("2026-02-06T12:00:00Z"))];
    let asks = Due {
        about: About::Asks(at("2026-02-04T21:00:00Z")),
        ..due(at("2026-02-04T21:00:00Z"), at("2026-02-05T21:00:00Z"))
    };
    assert_eq!(place(&asks, &days, utc("2026-02-04T08:00:00Z"), Zone::UTC), Placement::KeptBack);
}

#[test]
fn a_reminder_on_the_devices_clock_comes_at_its_time_wherever_the_device_is() {
    let nine = "2026-02-04T09:00:00".parse().unwrap();
    let due = due(When::Local(nine), When::Local(nine + TimeDelta::hours(1)));
    let now = utc("2026-02-03T00:00:00Z");
    for (zone, expected) in [("America/New_York", "2026-02-04T14:00:00Z"), ("Asia/Kolkata", "2026-02-04T03:30:00Z")] {
        assert_eq!(place(&due, &[], now, Zone::parse(zone).unwrap()), Placement::At(utc(expected)), "{zone}");
    }
}

#[test]
fn only_the_second_of_a_time_that_comes_twice_is_kept_as_an_instant() {
    let zone = Zone::parse("America/New_York").unwrap();
    let first = utc("2026-11-01T05:30:00Z");
    assert_eq!(When::on_clock(first, zone), When::Local("2026-11-01T01:30:00".parse().unwrap()));
    let second = utc("2026-11-01T06:30:00Z");
    assert_eq!(When::on_clock(second, zone), When::Instant(second));
}

#[test]
fn a_reminder_is_known_by_its_first_id_however_often_it_is_put_off() {
    let first = Due { id: "own/1/0".to_owned(), ..due(at("2026-02-04T12:00:00Z"), at("2026-02-04T13:00:00Z")) };
    let ten_past = first.put_off(utc("2026-02-04T12:10:00Z"), Zone::UTC);
    let twenty_past = ten_past.put_off(utc("2026-02-04T12:20:00Z"), Zone::UTC);
    assert_eq!(ten_past.id, format!("own/1/0~{}", utc("2026-02-04T12:10:00Z").timestamp()));
    assert_eq!(twenty_past.id, format!("own/1/0~{}", utc("2026-02-04T12:20:00Z").timestamp()));
    assert_eq!(twenty_past.id, put_off_id(&first.id, utc("2026-02-04T12:20:00Z")));
    for one in [&first, &ten_past, &twenty_past] {
        assert_eq!((first_id(&one.id), &one.thread, one.about), ("own/1/0", &first.thread, first.about));
    }
    assert_eq!([&first, &ten_past, &twenty_past].map(Due::is_put_off), [false, true, true]);
}

#[test]
fn a_reminder_that_is_put_off_is_of_use_for_twelve_hours_or_as_long_as_it_was_on_the_devices_clock() {
    let device = Zone::parse("America/New_York").unwrap();
    let midnight = When::Local("2026-02-05T00:00:00".parse().unwrap());
    let until = |again| due(at("2026-02-04T12:00:00Z"), midnight).put_off(utc(again), device).until;
    // Midnight in New York is five in UTC.
    assert_eq!(until("2026-02-04T17:00:00Z"), midnight);
    assert_eq!(until("2026-02-04T17:00:01Z"), at("2026-02-05T05:00:01Z"));
}

#[test]
fn a_reminder_that_was_put_off_into_a_night_of_quiet_hours_comes_at_their_end() {
    // What it reminds of begins before they do.
    let first = due(at("2026-02-04T20:30:00Z"), at("2026-02-04T21:30:00Z"));
    let morning = Placement::At(utc("2026-02-05T07:00:00Z"));
    for again in ["2026-02-04T22:00:00Z", "2026-02-04T22:50:00Z", "2026-02-05T06:59:00Z"] {
        let put_off = first.put_off(utc(again), Zone::UTC);
        for now in ["2026-02-04T20:50:00Z", "2026-02-04T21:59:30Z", "2026-02-04T22:00:00Z", "2026-02-05T06:59:30Z"] {
            assert_eq!(place(&put_off, &night(), utc(now), Zone::UTC), morning, "put off until {again}, at {now}");
        }
    }
    let before = first.put_off(utc("2026-02-04T21:59:00Z"), Zone::UTC);
    assert_eq!(
        place(&before, &night(), utc("2026-02-04T21:00:00Z"), Zone::UTC),
        Placement::At(before.when.instant(Zone::UTC))
    );
}

#[test]
fn a_reminder_that_was_put_off_into_quiet_time_that_outlasts_it_is_not_brought_forward() {
    let long = [(utc("2026-02-04T22:00:00Z"), utc("2026-02-05T22:00:00Z"))];
    let put_off =
        due(at("2026-02-04T20:30:00Z"), at("2026-02-04T21:30:00Z")).put_off(utc("2026-02-04T22:50:00Z"), Zone::UTC);
    assert_eq!(place(&put_off, &long, utc("2026-02-04T20:50:00Z"), Zone::UTC), Placement::KeptBack);
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(400))]

    #[test]
    fn a_reminder_that_was_put_off_is_never_shown_before_its_time_nor_lost_where_it_is_not_quiet_for_twelve_hours(
        hours in any_hours(), odd in 0..ODD_DAYS.len(), zone in 0..ZONES.len(), when in 0i64..2 * 288,
        lasts in 1i64..2 * 288, again in 0i64..4 * 288, now in 0i64..4 * 288, times in 1i64..4, local: bool, asks: bool
    ) {
        let zone = Zone::parse(ZONES[zone]).unwrap();
        let odd: NaiveDate = ODD_DAYS[odd].parse().unwrap();
        let from = odd.and_time(chrono::NaiveTime::MIN).and_utc() - TimeDelta::days(2);
        let steps = |steps: i64| from + TimeDelta::minutes(steps * STEP);
        let (now, again) = (steps(now), steps(again));
        let told = |at| if local { When::Local(zone.civil(at)) } else { When::Instant(at) };
        let mut due = due(told(steps(when)), told(steps(when + lasts)));
        if asks {
            due.about = About::Asks(at("2026-02-04T21:00:00Z"));
        }
        let was_until = due.until.instant(zone);
        // Also where it was put off before.
        for time in (0..times).rev() {
            due = due.put_off(again - TimeDelta::hours(time), zone);
        }
        let until = due.until.instant(zone);
        prop_assert_eq!(until, was_until.max(again + TimeDelta::hours(12)));
        let wanted = again.max(now);
        let clock = Clock::new(from - TimeDelta::days(20), 32, zone);
        let expected = if until <= wanted {
            Placement::Over
        } else {
            let later = (clock.look(wanted)..clock.look(until)).find(|look| !clock.is_quiet(&hours, *look));
            later.map_or(Placement::KeptBack, |look| Placement::At(clock.at(look)))
        };
        let placement = place(&due, &hours.spans(now, wanted, zone), now, zone);
        prop_assert_eq!(placement, expected);
        if let Placement::At(at) = placement {
            prop_assert!(at >= again && at >= now && at < until);
        }
    }

    #[test]
    fn a_reminder_comes_when_someone_who_looks_at_the_clock_all_the_time_would_let_it(
        hours in any_hours(), odd in 0..ODD_DAYS.len(), zone in 0..ZONES.len(), when in 0i64..4 * 288,
        lasts in -20i64..4 * 288, now in 0i64..4 * 288, local: bool, asks: bool
    ) {
        let zone = Zone::parse(ZONES[zone]).unwrap();
        let odd: NaiveDate = ODD_DAYS[odd].parse().unwrap();
        let from = odd.and_time(chrono::NaiveTime::MIN).and_utc() - TimeDelta::days(2);
        let steps = |steps: i64| from + TimeDelta::minutes(steps * STEP);
        let (now, when, until) = (steps(now), steps(when), steps(when + lasts));
        let told = |at| if local { When::Local(zone.civil(at)) } else { When::Instant(at) };
        let mut due = due(told(when), told(until));
        if asks {
            due.about = About::Asks(at("2026-02-04T21:00:00Z"));
        }
        let (when, until) = (due.when.instant(zone), due.until.instant(zone));
        let clock = Clock::new(from - TimeDelta::days(20), 32, zone);
        let wanted = when.max(now);
        let expected = if until <= wanted {
            Placement::Over
        } else {
            let is_free = |look: &usize| !clock.is_quiet(&hours, *look);
            let later = (clock.look(wanted)..clock.look(until)).find(is_free);
            let earlier = (clock.look(now)..clock.look(wanted)).rev().find(is_free);
            match (later, earlier) {
                (Some(look), _) => Placement::At(clock.at(look)),
                (None, Some(look)) if !asks => {
                    Placement::At(clock.at(look) + TimeDelta::minutes(STEP - 1))
                }
                _ => Placement::KeptBack,
            }
        };
        let spans = hours.spans(now, wanted, zone);
        let placement = place(&due, &spans, now, zone);
        prop_assert_eq!(placement, expected);
        if let Placement::At(at) = placement {
            prop_assert!(at >= now && at < until);
            prop_assert!(spans.iter().all(|(begins, ends)| at < *begins || at >= *ends), "in quiet time");
            // However late within that minute it is looked at again, it is not lost.
            let later = at + TimeDelta::seconds(30);
            prop_assert!(later >= until || place(&due, &spans, later, zone) != Placement::KeptBack);
        }
    }
}
