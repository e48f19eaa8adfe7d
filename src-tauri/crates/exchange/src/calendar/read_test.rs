use std::path::Path;

use chrono::NaiveDateTime;

use super::*;

fn day(text: &str) -> NaiveDate {
    text.parse().unwrap()
}

pub(super) fn span(from: &str, to: &str) -> Span {
    Span { from: day(from), to: day(to), zone: Zone::parse("America/New_York").unwrap() }
}

pub(super) fn year() -> Span {
    span("2026-01-01", "2026-12-31")
}

/// A file of one event of these lines, after its name.
pub(super) fn file(lines: &str) -> String {
    format!("BEGIN:VCALENDAR\nVERSION:2.0\nBEGIN:VEVENT\nUID:1\n{lines}\nEND:VEVENT\nEND:VCALENDAR\n")
}

pub(super) fn one(text: &str, span: Span) -> CalendarEvent {
    let file = read(text.as_bytes(), span).unwrap();
    assert_eq!(file.unread, []);
    assert_eq!(file.events.len(), 1);
    file.events.into_iter().next().unwrap()
}

fn unread(text: &str) -> Vec<(u32, UnreadReason)> {
    let file = read(text.as_bytes(), year()).unwrap();
    file.unread.iter().map(|unread| (unread.line, unread.what)).collect()
}

/// Day, time and minutes of each; a cancelled one with a cross.
fn times(event: &CalendarEvent) -> Vec<String> {
    let said = |t: &EventTime| format!("{} {} {}{}", t.on, t.time, t.minutes, if t.cancelled { " x" } else { "" });
    event.times.iter().map(said).collect()
}

#[allow(clippy::print_stdout)]
pub(super) fn sample(name: &str) -> Option<Vec<u8>> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../../../shared/samples/icalendar");
    let sample = std::fs::read(folder.join(name)).ok();
    if sample.is_none() {
        println!("skipped: no samples");
    }
    sample
}

fn sampled(name: &str, from: &str, to: &str) -> Option<CalendarFile> {
    let zone = Zone::parse("America/Los_Angeles").unwrap();
    Some(read(&sample(name)?, Span { from: day(from), to: day(to), zone }).unwrap())
}

#[test]
fn a_daily_event_of_another_program_is_read() {
    let Some(file) = sampled("daily_recur.ics", "2012-07-01", "2012-08-04") else { return };
    assert_eq!(file.product.as_deref(), Some("-//Google Inc//Google Calendar 70.9054//EN"));
    assert_eq!(file.unread, []);
    let event = &file.events[0];
    assert_eq!(
        (event.uid.as_str(), event.title.as_str()),
        ("tgh9qho17b07pk2n2ji3gluans@google.com", "Every day recurring")
    );
    assert_eq!(
        times(event),
        ["2012-08-01 05:00 60", "2012-08-02 05:00 60", "2012-08-03 05:00 60", "2012-08-04 05:00 60"]
    );
    assert_eq!(event.times[0].recurrence, "20120801T120000Z");
    assert!(event.goes_on && event.repeats && !event.cancelled);
}

#[test]
fn an_event_of_whole_days_is_reported_with_its_line() {
    let Some(file) = sampled("day_long_recur_yearly.ics", "2012-01-01", "2012-12-31") else { return };
    assert_eq!(file.events, []);
    assert_eq!(file.unread, [Unread { line: 25, what: UnreadReason::AllDay }]);
}

#[test]
fn an_event_may_say_its_length_instead_of_its_end() {
    let Some(file) = sampled("duration_instead_of_dtend.ics", "2012-01-01", "2012-12-31") else { return };
    assert_eq!(times(&file.events[0]), ["2012-06-30 06:00 1440"]);
    assert_eq!(file.events[0].times[0].recurrence, "");
    assert!(!file.events[0].repeats && !file.events[0].goes_on);
}

#[test]
fn an_event_may_follow_several_rules() {
    let Some(file) = sampled("multiple_rrules.ics", "2012-04-01", "2012-04-16") else { return };
    // Every Monday, and every Sunday of a month.
    assert_eq!(
        times(&file.events[0]),
        [
            "2012-04-01 11:00 30",
            "2012-04-02 11:00 30",
            "2012-04-08 11:00 30",
            "2012-04-09 11:00 30",
            "2012-04-15 11:00 30",
            "2012-04-16 11:00 30"
        ]
    );
    assert_eq!(file.events[0].guess, SessionKind::Individual);
    let Some(file) = sampled("multiple_rrules.ics", "2012-07-20", "2013-07-20") else { return };
    assert_eq!(times(&file.events[0]), ["2012-07-22 11:00 30", "2012-07-23 11:00 30", "2012-07-29 11:00 30"]);
    assert!(!file.events[0].goes_on);
}

#[test]
fn a_whole_day_can_be_left_out() {
    let Some(file) = sampled("rdate_exdate.ics", "2024-06-01", "2024-06-30") else { return };
    // Three in the morning in UTC is eight in the evening of the day before.
    assert_eq!(times(&file.events[0]), ["2024-06-08 20:00 60", "2024-06-09 20:00 60", "2024-06-11 20:00 60"]);
}

#[test]
fn added_left_out_and_moved_times_are_held() {
    let Some(file) = sampled("recur_instances.ics", "2012-09-01", "2013-04-30") else { return };
    assert_eq!(file.unread, []);
    let event = &file.events[0];
    assert_eq!((event.title.as_str(), event.place.as_str()), ("Crazy Event Thingy!", "PLACE"));
    assert_eq!(
        times(event),
        [
            "2012-10-02 15:00 30",
            "2012-11-06 10:00 30",
            "2012-11-06 20:00 30",
            "2012-11-10 10:00 30",
            "2012-11-30 10:00 30",
            "2013-01-01 10:00 30",
            "2013-03-05 10:00 30",
        ]
    );
    assert_eq!(event.times[0].recurrence, "20121002T170000Z");
    assert_eq!(event.times[2].recurrence, "20121105T180000Z");
    let Some(file) = sampled("recur_instances.ics", "2023-11-20", "2023-11-30") else { return };
    // A single one that was added, and one with a length of its own.
    assert_eq!(times(&file.events[0]), ["2023-11-23 01:00 30", "2023-11-25 01:00 210"]);
}

#[test]
fn times_come_out_in_the_zone_of_the_clinic() {
    for (start, expected) in [
        // Floating, in UTC, by its IANA name, with a distance, and by the names that other programs use.
        ("DTSTART:20260105T180000", "2026-01-05 18:00 60"),
        ("DTSTART:20260105T230000Z", "2026-01-05 18:00 60"),
        ("DTSTART;TZID=America/Denver:20260105T180000", "2026-01-05 20:00 60"),
        ("DTSTART:20260105T180000-0800", "2026-01-05 21:00 60"),
        ("DTSTART;TZID=Pacific Standard Time:20260705T180000", "2026-07-05 21:00 60"),
        ("DTSTART;TZID=\"Pacific Standard Time\":20260105T180000", "2026-01-05 21:00 60"),
        ("DTSTART;TZID=/freeassociation.sourceforge.net/Europe/Berlin:20260105T180000", "2026-01-05 12:00 60"),
        ("DTSTART;TZID=\"(UTC-08:00) Pacific Time (US & Canada)\":20260705T180000", "2026-07-05 21:00 60"),
        // Skipped: the first minute after the gap. Twice: the first.
        ("DTSTART:20260308T023000", "2026-03-08 03:00 60"),
        ("DTSTART:20261101T013000", "2026-11-01 01:30 60"),
    ] {
        assert_eq!(times(&one(&file(start), year())), [expected], "{start}");
    }
    assert_eq!(unread(&file("DTSTART;TZID=Nowhere/Else:20260105T180000")), [(3, UnreadReason::UnknownZone)]);
}

/// A zone under that name, with the clocks of New York.
pub(super) fn own_zone(name: &str) -> String {
    format!(
        "BEGIN:VTIMEZONE\nTZID:{name}\n\
         BEGIN:STANDARD\nDTSTART:16010101T020000\nTZOFFSETFROM:-0400\nTZOFFSETTO:-0500\n\
         RRULE:FREQ=YEARLY;BYDAY=1SU;BYMONTH=11\nEND:STANDARD\n\
         BEGIN:DAYLIGHT\nDTSTART:16010101T020000\nTZOFFSETFROM:-0500\nTZOFFSETTO:-0400\n\
         RRULE:FREQ=YEARLY;BYDAY=2SU;BYMONTH=3\nEND:DAYLIGHT\nEND:VTIMEZONE\n"
    )
}

#[test]
fn a_zone_that_the_file_defines_itself_is_used() {
    let of = |start: &str| {
        let event = format!("BEGIN:VEVENT\nUID:1\nDTSTART;TZID=Customized Time Zone:{start}\nEND:VEVENT\n");
        let zone = Zone::parse("America/Los_Angeles").unwrap();
        let span = Span { zone, ..year() };
        times(&one(&format!("BEGIN:VCALENDAR\n{}{event}END:VCALENDAR\n", own_zone("Customized Time Zone")), span))
    };
    assert_eq!(of("20260105T180000"), ["2026-01-05 15:00 60"]);
    assert_eq!(of("20260705T180000"), ["2026-07-05 15:00 60"]);
    // On the days when the clocks change, as in any other zone.
    assert_eq!(of("20260308T015900"), ["2026-03-07 22:59 60"]);
    assert_eq!(of("20260308T023000"), ["2026-03-07 23:00 60"]);
    assert_eq!(of("20261101T013000"), ["2026-10-31 22:30 60"]);
    assert_eq!(of("20261101T020000"), ["2026-11-01 00:00 60"]);
}

#[test]
fn a_zone_of_the_file_agrees_with_the_same_zone_of_the_world() {
    let (own, world) = ("My Clinic", "America/New_York");
    let mut text = own_zone(own);
    // Every eleventh hour of the year, so that all hours of the day and the odd days come up.
    let first = day("2026-01-01").and_hms_opt(0, 10, 0).unwrap();
    let starts = (0..365 * 24).step_by(11).map(|hour| first + chrono::TimeDelta::hours(hour));
    let odd = ["2026-03-08 02:10", "2026-11-01 01:10", "2026-11-01 02:10"];
    let odd = odd.map(|at| NaiveDateTime::parse_from_str(at, "%Y-%m-%d %H:%M").unwrap());
    for start in starts.chain(odd) {
        let start = start.format("%Y%m%dT%H%M%S");
        for zone in [own, world] {
            text += &format!("BEGIN:VEVENT\nUID:{start} {zone}\nDTSTART;TZID={zone}:{start}\nEND:VEVENT\n");
        }
    }
    let file = read(text.as_bytes(), Span { to: day("2027-01-01"), ..year() }).unwrap();
    assert_eq!((file.events.len(), file.unread.len()), (1600, 0));
    for pair in file.events.chunks(2) {
        assert_eq!(times(&pair[0]), times(&pair[1]), "{}", pair[0].uid);
    }
}

#[test]
fn a_zone_without_clocks_or_with_clocks_that_never_change_is_unknown() {
    for clocks in [
        "",
        "BEGIN:STANDARD\nDTSTART:16010101T000000\nTZOFFSETFROM:-0400\nTZOFFSETTO:-9900\nEND:STANDARD\n",
        "BEGIN:STANDARD\nDTSTART:20200101T000000\nTZOFFSETFROM:-0400\nTZOFFSETTO:-0500\nRRULE:FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=30\nEND:STANDARD\n",
    ] {
        let text = format!(
            "BEGIN:VTIMEZONE\nTZID:Odd\n{clocks}END:VTIMEZONE\nBEGIN:VEVENT\nUID:1\nDTSTART;TZID=Odd:20260105T180000\nEND:VEVENT\n"
        );
        assert_eq!(unread(&text).first().map(|(_, what)| *what), Some(UnreadReason::UnknownZone), "{clocks}");
    }
}

#[test]
fn a_weekly_time_keeps_its_hour_on_the_clock_of_its_own_zone() {
    let event = one(
        &file(
            "DTSTART;TZID=America/New_York:20260302T180000\nDTEND;TZID=America/New_York:20260302T210000\nRRULE:FREQ=WEEKLY;COUNT=3",
        ),
        year(),
    );
    assert_eq!(times(&event), ["2026-03-02 18:00 180", "2026-03-09 18:00 180", "2026-03-16 18:00 180"]);
    assert_eq!(event.times[1].recurrence, "20260309T220000Z");
    let event = one(&file("DTSTART;TZID=America/Phoenix:20260302T180000\nRRULE:FREQ=WEEKLY;COUNT=2"), year());
    assert_eq!(times(&event), ["2026-03-02 20:00 60", "2026-03-09 21:00 60"]);
    assert!(!event.goes_on);
}

#[test]
fn an_end_in_utc_is_meant_on_the_clock_of_the_event() {
    // Ten in the evening of the 19th, on the 20th in UTC.
    let event =
        one(&file("DTSTART;TZID=America/New_York:20260105T220000\nRRULE:FREQ=WEEKLY;UNTIL=20260120T030000Z"), year());
    assert_eq!(times(&event).last().unwrap(), "2026-01-19 22:00 60");
    // A day is meant to its end.
    let event = one(&file("DTSTART;TZID=America/New_York:20260105T220000\nRRULE:FREQ=WEEKLY;UNTIL=20260119"), year());
    assert_eq!(times(&event).last().unwrap(), "2026-01-19 22:00 60");
}

#[test]
fn a_file_may_have_a_mark_folded_lines_and_letters_of_other_times() {
    let title = "Educación: prevención";
    let folded = "\u{feff}BEGIN:VCALENDAR\r\nBEGIN:VEVENT\r\nUID:1\r\nDTSTART:2026\r\n 0105T180000\r\nSUMMARY:Educaci"
        .as_bytes();
    // A fold in the middle of a letter.
    let bytes = [
        folded,
        &[0xc3],
        b"\r\n ",
        &[0xb3],
        "n: preven\r\n\tción\r\nRR\r\n ULE:FREQ=WEEKLY;CO\r\n UNT=2\r\nEND:VEVENT\r\nEND:VCALENDAR\r\n".as_bytes(),
    ]
    .concat();
    let file_read = read(&bytes, year()).unwrap();
    assert_eq!((file_read.events[0].title.as_str(), file_read.events[0].times.len()), (title, 2));
    let latin: Vec<u8> = file(&format!("DTSTART:20260105T180000\nSUMMARY:{title}")).chars().map(|c| c as u8).collect();
    assert_eq!(read(&latin, year()).unwrap().events[0].title, title);
}

#[test]
fn lengths_are_whole_minutes_of_at_most_a_day() {
    let of = |length: &str| one(&file(&format!("DTSTART:20260105T180000\n{length}")), year()).times[0].minutes;
    assert_eq!(of("DTEND:20260105T193001"), 91);
    assert_eq!(of("DURATION:PT1H30M"), 90);
    assert_eq!(of("DTEND;TZID=America/Chicago:20260105T180000"), 60);
    assert_eq!(of("DTEND:20260105T180000"), 60);
    assert_eq!(of("DURATION:P1D"), 1440);
    for (length, what) in [
        ("DTEND:20260105T170000", UnreadReason::BadDate),
        ("DTEND:2026-01-05", UnreadReason::BadDate),
        ("DURATION:soon", UnreadReason::BadDate),
        ("DURATION:-PT1H", UnreadReason::BadDate),
        ("DTEND:20260106T200000", UnreadReason::TooLong),
        ("DURATION:PT26H", UnreadReason::TooLong),
        ("DURATION:P99999999999W", UnreadReason::TooLong),
    ] {
        assert_eq!(unread(&file(&format!("DTSTART:20260105T180000\n{length}"))), [(3, what)], "{length}");
    }
}

#[test]
fn an_event_that_cannot_be_used_says_why_and_spoils_no_other() {
    let event = |lines: &str| format!("BEGIN:VEVENT\n{lines}\nEND:VEVENT\n");
    let text = [
        event("UID:no-start"),
        event("DTSTART:20260105T180000"),
        event("UID:bad-date\nDTSTART:20261305T180000"),
        event("UID:bad-rule\nDTSTART:20260105T180000\nRRULE:FREQ=SOMETIMES"),
        event("UID:too-often\nDTSTART:20260105T180000\nRRULE:FREQ=SECONDLY;COUNT=3"),
        event("UID:good\nSUMMARY:Group\nDTSTART:20260105T180000"),
        event("UID:outside\nDTSTART:20240105T180000"),
        "BEGIN:VEVENT\nUID:broken\nDTSTART:20260105T180000\n".to_owned(),
        event("UID:never\nDTSTART:20260105T180000\nRRULE:FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=30"),
        event("UID:bad-exdate\nDTSTART:20260105T180000\nRRULE:FREQ=DAILY\nEXDATE:never"),
        event("UID:old\nDTSTART:10000105T180000"),
    ];
    let file = read(format!("BEGIN:VCALENDAR\n{}END:VCALENDAR\n", text.concat()).as_bytes(), year()).unwrap();
    assert_eq!(file.events.iter().map(|event| event.uid.as_str()).collect::<Vec<_>>(), ["good"]);
    assert_eq!(
        file.unread.iter().map(|unread| (unread.line, unread.what)).collect::<Vec<_>>(),
        [
            (2, UnreadReason::NoStart),
            (5, UnreadReason::NoUid),
            (8, UnreadReason::BadDate),
            (12, UnreadReason::BadRule),
            (17, UnreadReason::TooOften),
            (27, UnreadReason::OutsideSpan),
            (31, UnreadReason::Broken),
            (34, UnreadReason::OutsideSpan),
            (39, UnreadReason::BadDate),
            (45, UnreadReason::BadDate),
        ]
    );
}

#[test]
fn this_and_following_moves_what_comes_after() {
    let text = "BEGIN:VCALENDAR\nBEGIN:VEVENT\nUID:1\nDTSTART:20260105T180000\nDTEND:20260105T190000\nRRULE:FREQ=WEEKLY;COUNT=5\nEND:VEVENT\n\
        BEGIN:VEVENT\nUID:1\nRECURRENCE-ID;RANGE=THISANDFUTURE:20260119T180000\nDTSTART:20260120T170000\nDTEND:20260120T183000\nEND:VEVENT\n\
        BEGIN:VEVENT\nUID:1\nRECURRENCE-ID:20260126T180000\nDTSTART:20260128T100000\nEND:VEVENT\nEND:VCALENDAR\n";
    let event = one(text, year());
    assert_eq!(
        times(&event),
        [
            "2026-01-05 18:00 60",
            "2026-01-12 18:00 60",
            "2026-01-20 17:00 90",
            "2026-01-28 10:00 60",
            "2026-02-03 17:00 90"
        ]
    );
    let names: Vec<_> = event.times.iter().map(|time| time.recurrence.as_str()).collect();
    assert_eq!(names, ["20260105T180000", "20260112T180000", "20260119T180000", "20260126T180000", "20260202T180000"]);
}

#[test]
fn cancelled_events_and_occurrences_are_marked() {
    let cancelled = one(&file("DTSTART:20260105T180000\nSTATUS:CANCELLED\nRRULE:FREQ=DAILY;COUNT=2"), year());
    assert!(cancelled.cancelled);
    assert_eq!(times(&cancelled), ["2026-01-05 18:00 60 x", "2026-01-06 18:00 60 x"]);
    let text = "BEGIN:VEVENT\nUID:1\nDTSTART:20260105T180000\nRRULE:FREQ=DAILY\nEND:VEVENT\n\
        BEGIN:VEVENT\nUID:1\nRECURRENCE-ID:20260106T180000\nSTATUS:CANCELLED\nEND:VEVENT\n\
        BEGIN:VEVENT\nUID:1\nRECURRENCE-ID;RANGE=THISANDFUTURE:20260107T180000\nSTATUS:CANCELLED\nEND:VEVENT\n";
    let event = one(text, span("2026-01-05", "2026-01-08"));
    assert_eq!(
        times(&event),
        ["2026-01-05 18:00 60", "2026-01-06 18:00 60 x", "2026-01-07 18:00 60 x", "2026-01-08 18:00 60 x"]
    );
    assert!(!event.cancelled && !event.goes_on);
    let sent = file("DTSTART:20260105T180000").replace("VERSION:2.0", "METHOD:CANCEL");
    assert!(one(&sent, year()).cancelled);
}

#[test]
fn of_two_versions_of_an_event_the_newer_is_read() {
    let event = |sequence: u32, hour: u32| {
        format!("BEGIN:VEVENT\nUID:1\nSEQUENCE:{sequence}\nDTSTART:20260105T{hour}0000\nEND:VEVENT\n")
    };
    let file = read((event(2, 18) + &event(1, 19)).as_bytes(), year()).unwrap();
    assert_eq!(times(&file.events[0]), ["2026-01-05 18:00 60"]);
    assert_eq!(file.unread, [Unread { line: 6, what: UnreadReason::Superseded }]);
    let file = read((event(2, 18) + &event(2, 19)).as_bytes(), year()).unwrap();
    assert_eq!(times(&file.events[0]), ["2026-01-05 19:00 60"]);
    assert_eq!(file.unread, [Unread { line: 1, what: UnreadReason::Superseded }]);
}

#[test]
fn a_changed_occurrence_whose_event_is_not_in_the_file_is_read() {
    let event = one(&file("RECURRENCE-ID:20260105T180000\nDTSTART:20260106T100000"), year());
    assert_eq!(times(&event), ["2026-01-06 10:00 60"]);
    assert_eq!(event.times[0].recurrence, "20260105T180000");
    assert!(event.repeats);
}

#[test]
fn texts_are_clean_bounded_lines_and_links_are_found() {
    let of = |lines: &str| one(&file(&format!("DTSTART:20260105T180000\n{lines}")), year());
    assert_eq!(of("SUMMARY:  Group\\n\\, \u{202e}evening \u{7} ").title, "Group , evening");
    assert_eq!(of(&format!("SUMMARY:{}", "é".repeat(500))).title.chars().count(), domain::text::LINE);
    for (lines, link) in [
        ("LOCATION:Join at https://clinic.example/room.", Some("https://clinic.example/room")),
        ("URL:https://clinic.example/a", Some("https://clinic.example/a")),
        ("X-GOOGLE-CONFERENCE:https://meet.google.com/abc", Some("https://meet.google.com/abc")),
        ("DESCRIPTION:Join:\\nhttps://us02web.zoom.us/j/1?pwd=2>\\nor call", Some("https://us02web.zoom.us/j/1?pwd=2")),
        ("DESCRIPTION:See https://clinic.example/parking", None),
        ("DESCRIPTION:https://notzoom.us/", None),
        ("URL:http://clinic.example/a", None),
        ("URL:javascript:alert(1)", None),
    ] {
        assert_eq!(of(lines).link.as_deref(), link, "{lines}");
    }
}
