use super::*;
use proptest::prelude::*;

const NEW_YORK: &str = "America/New_York";

fn zone(name: &str) -> Zone {
    Zone::parse(name).unwrap()
}

fn time(text: &str) -> TimeOfDay {
    TimeOfDay::parse(text).unwrap()
}

fn day(text: &str) -> NaiveDate {
    text.parse().unwrap()
}

/// A civil time, `2026-01-05 18:00`, in a zone.
fn at(text: &str, name: &str) -> DateTime<Utc> {
    zone(name).instant(NaiveDateTime::parse_from_str(text, "%Y-%m-%d %H:%M").unwrap())
}

fn line(opens: &str, closes: &str) -> CallLine {
    CallLine {
        id: CallLineId::new(1, &[1; 10]),
        episode: EpisodeId::new(1, &[2; 10]),
        name: "Blue".into(),
        phone: String::new(),
        opens: time(opens),
        closes: time(closes),
        weekdays: Weekday::ALL.to_vec(),
        starts_on: day("2026-01-05"),
        ends_on: None,
    }
}

fn answer(on: &str, up: bool) -> Call {
    Call {
        id: CallId::new(1, &[3; 10]),
        line: CallLineId::new(1, &[1; 10]),
        on: day(on),
        called_at: at("2026-01-06 08:00", NEW_YORK),
        up,
        session: None,
    }
}

/// The day and the state that a line has at a civil time, where nothing was answered.
fn seen(line: &CallLine, civil: &str, name: &str) -> (String, Option<CallState>) {
    let now = at(civil, name);
    let on = line.day_at(now, zone(NEW_YORK));
    (on.to_string(), line.state(on, None, now, zone(NEW_YORK)))
}

#[test]
fn a_line_is_to_be_called_on_its_weekdays_from_its_first_to_its_last_day() {
    let mut weekdays = line("05:00", "17:00");
    weekdays.weekdays = vec![Weekday::Monday, Weekday::Friday];
    weekdays.ends_on = Some(day("2026-01-16"));
    for (on, called) in [
        ("2026-01-02", false), // A Friday before it began.
        ("2026-01-05", true),
        ("2026-01-06", false),
        ("2026-01-08", false),
        ("2026-01-09", true),
        ("2026-01-10", false),
        ("2026-01-11", false),
        ("2026-01-16", true),
        ("2026-01-19", false), // A Monday after it ended.
    ] {
        assert_eq!(weekdays.is_called_on(day(on)), called, "{on}");
    }
    for (on, next) in [
        ("2025-12-01", Some("2026-01-05")),
        ("2026-01-05", Some("2026-01-09")),
        ("2026-01-10", Some("2026-01-12")),
        ("2026-01-15", Some("2026-01-16")),
        ("2026-01-16", None),
    ] {
        assert_eq!(weekdays.next_after(day(on)), next.map(day), "{on}");
    }
}

#[test]
fn a_day_goes_from_not_yet_open_to_open_to_not_logged_and_nothing_is_between() {
    use CallState::{NotLogged, NotYetOpen, Open};
    let line = line("05:00", "17:00");
    for (now, state) in [
        ("2026-01-06 00:00", NotYetOpen),
        ("2026-01-06 04:59", NotYetOpen),
        ("2026-01-06 05:00", Open),
        ("2026-01-06 16:59", Open),
        ("2026-01-06 17:00", NotLogged),
        ("2026-01-06 23:59", NotLogged),
    ] {
        assert_eq!(seen(&line, now, NEW_YORK), ("2026-01-06".into(), Some(state)), "{now}");
    }
}

#[test]
fn an_answer_says_more_than_the_hours_at_any_time() {
    let line = line("05:00", "17:00");
    for now in ["2026-01-06 04:00", "2026-01-06 08:00", "2026-01-06 20:00"] {
        let state =
            |up| line.state(day("2026-01-06"), Some(&answer("2026-01-06", up)), at(now, NEW_YORK), zone(NEW_YORK));
        assert_eq!((state(true), state(false)), (Some(CallState::Up), Some(CallState::NotUp)), "{now}");
    }
}

#[test]
fn over_midnight_the_call_belongs_to_the_day_on_which_the_line_opened() {
    use CallState::{NotYetOpen, Open};
    let mut late = line("20:00", "02:00");
    for (now, on, state) in [
        ("2026-01-06 19:59", "2026-01-06", NotYetOpen),
        ("2026-01-06 20:00", "2026-01-06", Open),
        ("2026-01-07 00:00", "2026-01-06", Open),
        ("2026-01-07 01:59", "2026-01-06", Open),
        ("2026-01-07 02:00", "2026-01-07", NotYetOpen),
    ] {
        assert_eq!(seen(&late, now, NEW_YORK), (on.into(), Some(state)), "{now}");
    }
    // Sunday is no day to call, but what opened on Saturday is open until Sunday morning, and
    // what was open on Sunday evening would not be.
    late.weekdays.retain(|weekday| *weekday != Weekday::Sunday);
    assert_eq!(seen(&late, "2026-01-11 01:00", NEW_YORK), ("2026-01-10".into(), Some(Open)));
    assert_eq!(seen(&late, "2026-01-11 03:00", NEW_YORK), ("2026-01-11".into(), None));
    assert_eq!(seen(&late, "2026-01-12 01:00", NEW_YORK), ("2026-01-12".into(), Some(NotYetOpen)));
    // The first night, and the morning after the last.
    assert_eq!(seen(&late, "2026-01-05 01:00", NEW_YORK), ("2026-01-05".into(), Some(NotYetOpen)));
    late.ends_on = Some(day("2026-01-06"));
    assert_eq!(seen(&late, "2026-01-07 01:00", NEW_YORK), ("2026-01-06".into(), Some(Open)));
    assert_eq!(seen(&late, "2026-01-07 03:00", NEW_YORK), ("2026-01-07".into(), None));
}

#[test]
fn a_line_that_closes_when_it_opens_is_open_around_the_clock() {
    let line = line("05:00", "05:00");
    assert_eq!(seen(&line, "2026-01-07 04:59", NEW_YORK), ("2026-01-06".into(), Some(CallState::Open)));
    assert_eq!(seen(&line, "2026-01-07 05:00", NEW_YORK), ("2026-01-07".into(), Some(CallState::Open)));
}

#[test]
fn on_a_journey_the_clinics_clock_goes_on() {
    use CallState::{NotLogged, NotYetOpen, Open};
    let line = line("05:00", "11:00");
    for (now, device, on, state) in [
        // Two in the morning in Los Angeles is five at the clinic.
        ("2026-01-06 01:59", "America/Los_Angeles", "2026-01-06", NotYetOpen),
        ("2026-01-06 02:00", "America/Los_Angeles", "2026-01-06", Open),
        ("2026-01-06 08:00", "America/Los_Angeles", "2026-01-06", NotLogged),
        // Late on Tuesday in Los Angeles it is Wednesday at the clinic.
        ("2026-01-06 21:00", "America/Los_Angeles", "2026-01-07", NotYetOpen),
        // And on Tuesday morning in Tokyo it is still Monday there.
        ("2026-01-06 08:00", "Asia/Tokyo", "2026-01-05", NotLogged),
    ] {
        assert_eq!(seen(&line, now, device), (on.into(), Some(state)), "{now} {device}");
    }
}

#[test]
fn hours_that_the_clocks_skip_or_repeat_follow_the_rule_of_all_civil_times() {
    let night = line("02:30", "06:00");
    let opens = |on: &str| night.opens_at(day(on), zone(NEW_YORK)).to_rfc3339();
    // 02:30 is skipped: it opens with the first minute after the gap, 03:00 EDT.
    assert_eq!(opens("2026-03-08"), "2026-03-08T07:00:00+00:00");
    assert_eq!(opens("2026-03-09"), "2026-03-09T06:30:00+00:00");
    // 01:30 comes twice: it closes at the first.
    let late = line("20:00", "01:30");
    let closes = |on: &str| late.closes_at(day(on), zone(NEW_YORK)).to_rfc3339();
    assert_eq!(closes("2026-10-31"), "2026-11-01T05:30:00+00:00");
    assert_eq!(closes("2026-11-01"), "2026-11-02T06:30:00+00:00");
    // An hour of the day that is missing does not shorten the hours before it.
    assert_eq!(
        line("20:00", "02:00").closes_at(day("2026-03-07"), zone(NEW_YORK)).to_rfc3339(),
        "2026-03-08T07:00:00+00:00"
    );
}

#[test]
fn a_test_ends_when_it_is_due_and_an_early_time_means_the_next_day() {
    for (opens, on, due_by, begins) in [
        ("05:00", "2026-01-06", "17:00", ("2026-01-06", "16:45")),
        ("05:00", "2026-01-06", "05:10", ("2026-01-06", "04:55")),
        ("05:00", "2026-01-06", "05:00", ("2026-01-07", "04:45")),
        // Heard in the evening, due in the morning.
        ("20:00", "2026-01-06", "09:00", ("2026-01-07", "08:45")),
        ("20:00", "2026-01-06", "23:30", ("2026-01-06", "23:15")),
        // Just after midnight it begins on the day before.
        ("20:00", "2026-01-06", "00:05", ("2026-01-06", "23:50")),
        ("00:00", "2026-01-06", "00:10", ("2026-01-05", "23:55")),
        // The quarter of an hour before 03:00 is the one before the gap.
        ("20:00", "2026-03-07", "03:00", ("2026-03-08", "01:45")),
    ] {
        let (day_of, time_of) = line(opens, "22:00").test_begins(day(on), time(due_by), zone(NEW_YORK));
        assert_eq!((day_of.to_string().as_str(), time_of.to_string().as_str()), begins, "{opens} {on} {due_by}");
    }
}

proptest! {
    #[test]
    fn a_line_is_open_exactly_from_opening_to_closing_and_the_day_is_the_one_it_opened_on(
        opens in 0u16..1440, closes in 0u16..1440, minute in 0i64..600_000,
        name in proptest::sample::select(vec![NEW_YORK, "Europe/Berlin", "Asia/Kolkata", "Australia/Lord_Howe"]),
    ) {
        let zone = zone(name);
        let line = CallLine {
            opens: TimeOfDay::from_minutes(opens),
            closes: TimeOfDay::from_minutes(closes),
            ..line("00:00", "00:00")
        };
        let now = at("2026-02-01 00:00", "UTC") + TimeDelta::minutes(minute);
        let on = line.day_at(now, zone);
        let within = |on: NaiveDate| line.opens_at(on, zone) <= now && now < line.closes_at(on, zone);
        let today = zone.civil(now).date();
        // What is open at all is what the state says of the day that is answered.
        let open = within(today) || within(minus_days(today, 1));
        prop_assert_eq!(line.state(on, None, now, zone) == Some(CallState::Open), open);
        prop_assert!(on == today || (on == minus_days(today, 1) && within(on)));
    }
}
