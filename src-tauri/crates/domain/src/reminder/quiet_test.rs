use super::*;
use crate::reminder::clock_model::{Clock, ODD_DAYS, STEP, ZONES};
use proptest::prelude::*;

fn utc(text: &str) -> DateTime<Utc> {
    text.parse().unwrap()
}

fn quiet(from: &str, until: &str) -> Option<Quiet> {
    Some(Quiet { from: TimeOfDay::parse(from).unwrap(), until: TimeOfDay::parse(until).unwrap() })
}

fn spans(hours: [Option<Quiet>; 7], from: &str, to: &str, zone: &str) -> Vec<Span> {
    QuietHours(hours).spans(utc(from), utc(to), Zone::parse(zone).unwrap())
}

#[test]
fn nights_are_quiet_on_the_devices_clock_also_where_it_is_changed() {
    let nights = [quiet("22:00", "07:00"); 7];
    for (from, to, zone, expected) in [
        // The whole span, also where the range begins or ends within it.
        ("2026-02-04T05:00:00Z", "2026-02-04T06:00:00Z", "UTC", vec![("2026-02-03T22:00:00Z", "2026-02-04T07:00:00Z")]),
        // At its very end it is not quiet any more; at its very beginning it is.
        ("2026-02-04T07:00:00Z", "2026-02-04T22:00:00Z", "UTC", vec![("2026-02-04T22:00:00Z", "2026-02-05T07:00:00Z")]),
        // An hour short, and an hour long.
        (
            "2026-03-08T05:00:00Z",
            "2026-03-08T05:00:00Z",
            "America/New_York",
            vec![("2026-03-08T03:00:00Z", "2026-03-08T11:00:00Z")],
        ),
        (
            "2026-11-01T05:00:00Z",
            "2026-11-01T05:00:00Z",
            "America/New_York",
            vec![("2026-11-01T02:00:00Z", "2026-11-01T12:00:00Z")],
        ),
        ("2026-02-04T08:00:00Z", "2026-02-04T20:00:00Z", "UTC", vec![]),
    ] {
        let expected: Vec<_> = expected.into_iter().map(|(begins, ends)| (utc(begins), utc(ends))).collect();
        assert_eq!(spans(nights, from, to, zone), expected, "{from} {zone}");
    }
}

#[test]
fn quiet_hours_of_days_that_follow_each_other_are_one_span() {
    // From Friday evening to Monday morning; 2026-02-06 is a Friday.
    let mut weekend = [None; 7];
    weekend[4] = quiet("18:00", "00:00");
    weekend[5] = quiet("00:00", "00:00");
    weekend[6] = quiet("00:00", "12:00");
    let expected = [(utc("2026-02-06T18:00:00Z"), utc("2026-02-08T12:00:00Z"))];
    assert_eq!(spans(weekend, "2026-02-04T00:00:00Z", "2026-02-10T00:00:00Z", "UTC"), expected);
    // The same where they overlap.
    weekend[5] = quiet("12:00", "11:00");
    weekend[4] = quiet("18:00", "17:00");
    assert_eq!(spans(weekend, "2026-02-04T00:00:00Z", "2026-02-10T00:00:00Z", "UTC"), expected);
}

#[test]
fn where_all_is_quiet_it_is_one_span_without_an_end() {
    let always = [(DateTime::<Utc>::MIN_UTC, DateTime::<Utc>::MAX_UTC)];
    for zone in ZONES {
        for (from, to) in
            [("2026-02-04T00:00:00Z", "2026-02-04T00:00:00Z"), ("2011-12-01T00:00:00Z", "2012-02-01T00:00:00Z")]
        {
            assert_eq!(spans([quiet("00:00", "00:00"); 7], from, to, zone), always, "{zone}");
            assert_eq!(spans([quiet("02:30", "02:30"); 7], from, to, zone), always, "{zone}");
        }
    }
}

#[test]
fn an_hour_a_week_that_is_not_quiet_is_enough_although_the_clocks_skip_it_once() {
    let mut hours = [quiet("03:00", "03:00"); 7];
    hours[5] = quiet("03:00", "02:00");
    let found = spans(hours, "2026-03-01T12:00:00Z", "2026-03-01T12:00:00Z", "America/New_York");
    assert_eq!(found, [(utc("2026-03-01T08:00:00Z"), utc("2026-03-15T06:00:00Z"))]);
}

#[test]
fn quiet_hours_that_the_clocks_skip_are_none() {
    assert_eq!(
        spans([quiet("02:00", "03:00"); 7], "2026-03-08T00:00:00Z", "2026-03-09T00:00:00Z", "America/New_York"),
        []
    );
}

pub(in super::super) fn any_hours() -> impl Strategy<Value = QuietHours> {
    let step = u16::try_from(STEP).unwrap();
    let time = (0..1440 / step).prop_map(move |look| TimeOfDay::from_minutes(look * step));
    let any = (time.clone(), time).prop_map(|(from, until)| Quiet { from, until });
    let whole = any.clone().prop_map(|quiet| Quiet { until: quiet.from, ..quiet });
    let night = Just(quiet("22:00", "07:00").unwrap());
    let one = prop_oneof![2 => any, 1 => whole, 1 => night].boxed();
    prop_oneof![
        proptest::array::uniform7(proptest::option::weighted(0.7, one.clone())),
        one.prop_map(|quiet| [Some(quiet); 7]),
    ]
    .prop_map(QuietHours)
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(200))]

    #[test]
    fn quiet_time_is_that_of_a_clock_that_is_looked_at_all_the_time(
        hours in any_hours(), odd in 0..ODD_DAYS.len(), zone in 0..ZONES.len(), before in 0i64..4, length in 0i64..5 * 288
    ) {
        let zone = Zone::parse(ZONES[zone]).unwrap();
        let odd: NaiveDate = ODD_DAYS[odd].parse().unwrap();
        let from = odd.and_time(chrono::NaiveTime::MIN).and_utc() - TimeDelta::days(before);
        let to = from + TimeDelta::minutes(length * STEP);
        let clock = Clock::new(from - TimeDelta::days(3), 12, zone);
        let spans = hours.spans(from, to, zone);
        for look in clock.look(from)..=clock.look(to) {
            let at = clock.at(look);
            let holds = spans.iter().any(|(begins, ends)| *begins <= at && at < *ends);
            prop_assert_eq!(holds, clock.is_quiet(&hours, look), "{}", at);
        }
        for (begins, ends) in &spans {
            prop_assert!(begins < ends && *ends > from && *begins <= to);
            let looked_at = clock.at(1)..clock.at(clock.looks());
            if looked_at.contains(begins) {
                prop_assert!(!clock.is_quiet(&hours, clock.look(*begins) - 1), "cut at {}", begins);
            }
            if looked_at.contains(ends) {
                prop_assert!(!clock.is_quiet(&hours, clock.look(*ends)), "cut at {}", ends);
            }
        }
        for (one, next) in spans.iter().zip(spans.iter().skip(1)) {
            prop_assert!(next.0 - one.1 >= TimeDelta::minutes(1), "a minute before one is in no other");
        }
    }
}
