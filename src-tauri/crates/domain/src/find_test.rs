use proptest::prelude::*;

use super::*;
use crate::listing::MeetingKind;

const NEW_YORK: &str = "America/New_York";

fn zone(name: &str) -> Zone {
    Zone::parse(name).unwrap()
}

fn utc(text: &str) -> DateTime<Utc> {
    text.parse().unwrap()
}

fn time(text: &str) -> TimeOfDay {
    TimeOfDay::parse(text).unwrap()
}

fn meeting(number: u32, weekday: Weekday, at: &str) -> Sought {
    Sought {
        number,
        fellowship: Fellowship::Aa,
        held: Some((weekday, time(at))),
        minutes: 60,
        zone: None,
        venue: Venue::InPerson,
        kinds: 0,
        closed: false,
    }
}

fn any() -> Wanted<'static> {
    Wanted { when: When::Any, from: None, before: None, fellowships: &[], kinds: 0, reach: None, among: &[] }
}

/// Tuesday, 3 February 2026, 7:30 pm in New York.
fn tuesday_evening() -> DateTime<Utc> {
    utc("2026-02-04T00:30:00Z")
}

fn numbers(all: &[Sought], wanted: &Wanted<'_>) -> Vec<u32> {
    find(all, wanted, tuesday_evening(), zone(NEW_YORK)).into_iter().map(|found| found.number).collect()
}

#[test]
fn the_next_to_begin_comes_first_and_one_that_goes_on_before_it() {
    let all = [
        meeting(1, Weekday::Monday, "19:00"),
        meeting(2, Weekday::Tuesday, "20:00"),
        meeting(3, Weekday::Tuesday, "19:00"),
        Sought { held: None, ..meeting(4, Weekday::Monday, "00:00") },
        Sought { closed: true, ..meeting(5, Weekday::Tuesday, "19:45") },
        meeting(6, Weekday::Tuesday, "18:30"),
    ];
    // The one at half past six is just over, and comes next in a week.
    assert_eq!(numbers(&all, &any()), [3, 2, 1, 6, 4, 5]);
    assert_eq!(numbers(&all, &Wanted { when: When::Now, ..any() }), [3, 2]);
    assert_eq!(numbers(&all, &Wanted { when: When::Today, ..any() }), [3, 2]);
    assert_eq!(numbers(&all, &Wanted { when: When::On(Weekday::Tuesday), ..any() }), [3, 2, 6, 5]);
}

#[test]
fn one_soon_after_midnight_is_for_now_and_not_for_today() {
    let all = [meeting(1, Weekday::Wednesday, "00:15")];
    let late = utc("2026-02-04T04:00:00Z");
    let with = |when| find(&all, &Wanted { when, ..any() }, late, zone(NEW_YORK)).len();
    assert_eq!((with(When::Now), with(When::Today)), (1, 0));
}

#[test]
fn a_meeting_of_another_zone_is_found_at_its_time_here() {
    // Tuesday, 5 pm in Los Angeles is 8 pm here; Wednesday, 9 am in Tokyo is Tuesday, 7 pm here.
    let west = Sought { zone: Some(zone("America/Los_Angeles")), ..meeting(1, Weekday::Tuesday, "17:00") };
    let east = Sought { zone: Some(zone("Asia/Tokyo")), ..meeting(2, Weekday::Wednesday, "09:00") };
    let wanted =
        Wanted { when: When::On(Weekday::Tuesday), from: Some(time("19:00")), before: Some(time("20:00")), ..any() };
    assert_eq!(numbers(&[west, east], &wanted), [2]);
    assert_eq!(numbers(&[west, east], &Wanted { when: When::Today, ..any() }), [2, 1]);
}

#[test]
fn a_meeting_in_an_hour_that_the_clocks_skip_begins_after_it() {
    let night = utc("2026-03-08T05:00:00Z");
    let begins = begin((Weekday::Sunday, time("02:30")), 60, None, night, zone(NEW_YORK)).unwrap();
    assert_eq!(begins.local.to_string(), "2026-03-08 03:00:00");
}

#[test]
fn all_that_is_asked_for_has_to_hold() {
    let bits = MeetingKind::bits(&[MeetingKind::Women, MeetingKind::Open]);
    let online = Sought { venue: Venue::Online, kinds: bits, ..meeting(1, Weekday::Friday, "12:00") };
    let both = Sought { venue: Venue::Hybrid, fellowship: Fellowship::Na, ..meeting(2, Weekday::Friday, "12:00") };
    let here = meeting(3, Weekday::Friday, "12:00");
    let all = [online, both, here];
    assert_eq!(numbers(&all, &Wanted { reach: Some(Reach::Online), ..any() }), [1, 2]);
    assert_eq!(numbers(&all, &Wanted { reach: Some(Reach::InPerson), ..any() }), [2, 3]);
    assert_eq!(numbers(&all, &Wanted { kinds: MeetingKind::Women.bit(), ..any() }), [1]);
    assert_eq!(numbers(&all, &Wanted { fellowships: &[Fellowship::Na], ..any() }), [2]);
    assert_eq!(numbers(&all, &Wanted { among: &[vec![1, 3], vec![2, 3]], ..any() }), [3]);
}

proptest! {
    #[test]
    fn a_weekly_meeting_begins_within_a_week_and_is_not_over(
        weekday in 0usize..7, at in 0u16..1440, minutes in 1u32..1441, hours in 0i64..20_000,
        here in proptest::sample::select(vec![NEW_YORK, "Europe/Berlin", "Pacific/Apia", "Australia/Lord_Howe"]),
        there in proptest::sample::select(vec![NEW_YORK, "Asia/Kolkata", "Pacific/Kiritimati"]),
    ) {
        let held = (Weekday::ALL[weekday], TimeOfDay::from_minutes(at));
        let now = utc("2025-01-01T00:00:00Z") + TimeDelta::hours(hours);
        let begins = begin(held, minutes, Some(zone(there)), now, zone(here)).unwrap();
        prop_assert!(begins.at + TimeDelta::minutes(i64::from(minutes)) > now);
        prop_assert!(begins.at <= now + TimeDelta::days(8));
        prop_assert_eq!(begins.local, zone(here).civil(begins.at));
        // The one a week before it is over.
        let civil = zone(there).civil(begins.at);
        let before = zone(there).instant(minus_days(civil.date(), 7).and_time(held.1.time()));
        prop_assert!(before + TimeDelta::minutes(i64::from(minutes)) <= now);
    }
}
