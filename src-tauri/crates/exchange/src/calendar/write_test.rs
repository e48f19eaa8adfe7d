use chrono::NaiveDateTime;
use domain::time::plus_minutes;
use icalendar::{CalendarComponent, Component, DatePerhapsTime};
use proptest::prelude::*;

use super::super::{CalendarFile, Span, read};
use super::*;

fn day(text: &str) -> NaiveDate {
    text.parse().unwrap()
}

fn stamp() -> DateTime<Utc> {
    "2026-01-02T03:04:05Z".parse().unwrap()
}

fn words() -> CalendarWords {
    CalendarWords { reminder: "Coming up".to_owned() }
}

fn entry_of(uid: &str, on: &str, time: &str) -> CalendarEntry {
    CalendarEntry {
        uid: uid.to_owned(),
        on: day(on),
        time: TimeOfDay::parse(time).unwrap(),
        zone: Zone::parse("America/New_York").unwrap(),
        minutes: 180,
        title: "Appointment".to_owned(),
        place: String::new(),
        remind_minutes: Some(60),
    }
}

fn read_back(text: &str) -> CalendarFile {
    let zone = Zone::parse("America/New_York").unwrap();
    read(text.as_bytes(), Span { from: day("2000-01-01"), to: day("2060-12-31"), zone }).unwrap()
}

#[test]
fn a_session_is_written_as_the_format_asks() {
    let mut session = entry_of("a@b", "2026-01-05", "18:00");
    session.title = "Appointment, weekly; \\ 1".to_owned();
    session.place = "12 Elm St\nRoom 4".to_owned();
    let text = write(&[session], &words(), stamp());
    assert_eq!(
        text.split("\r\n").collect::<Vec<_>>(),
        [
            "BEGIN:VCALENDAR",
            "VERSION:2.0",
            "PRODID:-//Handrail//EN",
            "BEGIN:VEVENT",
            "UID:a@b",
            "DTSTAMP:20260102T030405Z",
            "DTSTART:20260105T230000Z",
            "DTEND:20260106T020000Z",
            "SUMMARY:Appointment\\, weekly\\; \\\\ 1",
            "LOCATION:12 Elm St\\nRoom 4",
            "BEGIN:VALARM",
            "ACTION:DISPLAY",
            "TRIGGER:-PT60M",
            "DESCRIPTION:Coming up",
            "END:VALARM",
            "END:VEVENT",
            "END:VCALENDAR",
            "",
        ]
    );
}

#[test]
fn no_line_is_longer_than_75_octets_and_no_character_is_cut() {
    let mut session = entry_of("a@b", "2026-01-05", "18:00");
    session.title = "sesión «ñandú» 😀 ".repeat(12).trim().to_owned();
    let text = write(std::slice::from_ref(&session), &words(), stamp());
    assert!(text.split("\r\n").all(|line| line.len() <= 75), "{text}");
    assert!(text.split("\r\n").filter(|line| line.starts_with(' ')).count() > 3, "{text}");
    assert!(!text.replace("\r\n", "").contains(['\r', '\n']));
    assert_eq!(read_back(&text).events[0].title, session.title);
}

#[test]
fn a_session_without_a_reminder_has_no_alarm() {
    let mut session = entry_of("a@b", "2026-01-05", "18:00");
    session.remind_minutes = None;
    assert!(!write(&[session], &words(), stamp()).contains("VALARM"));
}

#[test]
fn another_program_reads_the_same_instants() {
    let mut last = entry_of("c", "2026-11-01", "01:30");
    last.remind_minutes = Some(0);
    last.place = "https://example.org/room, second floor".to_owned();
    let sessions = [entry_of("a", "2026-01-05", "18:00"), entry_of("b", "2026-03-08", "02:30"), last];
    let text = write(&sessions, &words(), stamp());
    let other: icalendar::Calendar = text.parse().unwrap();
    assert_eq!(other.property_value("PRODID"), Some(PRODUCT));
    let events: Vec<_> = other.components.iter().filter_map(CalendarComponent::as_event).collect();
    assert_eq!(events.len(), sessions.len());
    for (event, session) in events.into_iter().zip(&sessions) {
        let start = session.zone.instant(session.on.and_time(session.time.time()));
        assert_eq!(event.get_uid(), Some(session.uid.as_str()));
        assert_eq!(event.get_summary(), Some(session.title.as_str()));
        assert_eq!(event.get_start(), Some(DatePerhapsTime::from(start)));
        assert_eq!(event.get_end(), Some(DatePerhapsTime::from(start + TimeDelta::minutes(180))));
        assert_eq!(event.get_timestamp(), Some(stamp()));
        let alarms = text.matches("BEGIN:VALARM").count();
        assert_eq!(alarms, sessions.len());
    }
}

fn any_line() -> impl Strategy<Value = String> {
    "[ -~áéñ¿😀]{0,120}".prop_map(|text| text.split_whitespace().collect::<Vec<_>>().join(" "))
}

prop_compose! {
    fn any_session()(
        minutes_on in 0i64..20_000_000,
        zone in proptest::sample::select(vec!["America/New_York", "America/Phoenix", "Europe/Madrid", "Pacific/Apia"]),
        minutes in 1u32..=1440,
        title in any_line(),
        place in any_line(),
        remind_minutes in proptest::option::of(0u32..10_000),
    ) -> CalendarEntry {
        let zone = Zone::parse(zone).unwrap();
        let first: NaiveDateTime = day("2010-01-01").and_hms_opt(0, 0, 0).unwrap();
        // A civil time that exists, and the first of two.
        let civil = zone.civil(zone.instant(plus_minutes(first, minutes_on as u32)));
        let (on, time) = (civil.date(), TimeOfDay::of(civil.time()));
        CalendarEntry { uid: String::new(), on, time, zone, minutes, title, place, remind_minutes }
    }
}

proptest! {
    #[test]
    fn what_goes_out_comes_back_the_same(sessions in proptest::collection::vec(any_session(), 0..12)) {
        let named = |(index, session)| CalendarEntry { uid: format!("{index}@x"), ..session };
        let sessions: Vec<_> = sessions.into_iter().enumerate().map(named).collect();
        let text = write(&sessions, &words(), stamp());
        prop_assert!(text.split("\r\n").all(|line| line.len() <= 75));
        for session in &sessions {
            // Each in its own zone.
            let span = Span { from: day("2009-12-01"), to: day("2060-12-31"), zone: session.zone };
            let file = read(text.as_bytes(), span).unwrap();
            prop_assert_eq!(&file.unread, &[]);
            prop_assert_eq!(file.events.len(), sessions.len());
            let event = file.events.iter().find(|event| event.uid == session.uid).unwrap();
            prop_assert_eq!(&event.title, &session.title);
            prop_assert_eq!(&event.place, &session.place);
            prop_assert!(!event.repeats && !event.cancelled && !event.goes_on);
            prop_assert_eq!(event.times.len(), 1);
            let time = &event.times[0];
            prop_assert_eq!((time.on, time.time, time.minutes), (session.on, session.time, session.minutes));
        }
        let other: icalendar::Calendar = text.parse().unwrap();
        let events = other.components.iter().filter_map(CalendarComponent::as_event);
        let starts: Vec<_> = events.map(|event| event.get_start().unwrap()).collect();
        let instants = sessions.iter().map(|session| session.zone.instant(session.on.and_time(session.time.time())));
        prop_assert_eq!(starts, instants.map(DatePerhapsTime::from).collect::<Vec<_>>());
    }
}
