//! Broken, endless and far too large files.

use std::sync::LazyLock;

use proptest::prelude::*;

use super::read_test::{file, one, own_zone, sample, span, year};
use super::*;

#[test]
fn what_is_no_calendar_is_refused() {
    let fault = |bytes: &[u8]| read(bytes, year()).unwrap_err();
    assert_eq!(fault(b""), CalendarFault::NotACalendar);
    assert_eq!(fault(b"Monday, group, 6 pm\n"), CalendarFault::NotACalendar);
    assert_eq!(fault(b"{\"format\": \"handrail-record\"}"), CalendarFault::NotACalendar);
    assert_eq!(fault(b"BEGIN:VCARD\nFN:A\nEND:VCARD\n"), CalendarFault::NotACalendar);
    assert_eq!(fault(b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR"), CalendarFault::NotText);
    assert_eq!(fault(&vec![b'\n'; 50 * 1024 * 1024]), CalendarFault::TooLarge);
    let empty = read(b"BEGIN:VCALENDAR\nPRODID:x\nBEGIN:VTODO\nPRODID:y\nEND:VTODO\nEND:VCALENDAR\n", year()).unwrap();
    assert_eq!(empty, CalendarFile { events: vec![], unread: vec![], product: Some("x".to_owned()) });
}

#[test]
fn an_endless_event_is_read_up_to_the_end_of_the_span_or_its_bound() {
    let endless = file("DTSTART:20260105T180000\nRRULE:FREQ=DAILY");
    let event = one(&endless, span("2026-01-01", "2026-01-10"));
    assert_eq!((event.times.len(), event.goes_on), (6, true));
    let event = one(&endless, span("2026-01-01", "2046-12-31"));
    assert_eq!((event.times.len(), event.goes_on), (MOST_TIMES, true));
    let event = one(&file("DTSTART:20260105T180000\nRRULE:FREQ=HOURLY"), year());
    assert_eq!((event.times.len(), event.goes_on), (MOST_TIMES, true));
    let event = one(&file("DTSTART:19700105T180000\nRRULE:FREQ=WEEKLY"), year());
    assert_eq!((event.times.len(), event.goes_on), (52, true));
}

#[test]
fn a_file_of_very_many_events_is_read_up_to_its_bounds() {
    let event =
        |number: usize, rule: &str| format!("BEGIN:VEVENT\nUID:{number}\nDTSTART:20260105T180000\n{rule}END:VEVENT\n");
    let many: String = (0..MOST_EVENTS + 5).map(|number| event(number, "")).collect();
    let file = read(many.as_bytes(), year()).unwrap();
    assert_eq!(file.events.len(), MOST_EVENTS);
    assert_eq!(file.unread, [Unread { line: 4 * 2_000 + 1, what: UnreadReason::TooMany }]);
    let many: String = (0..100).map(|number| event(number, "RRULE:FREQ=DAILY\n")).collect();
    let file = read(many.as_bytes(), year()).unwrap();
    assert_eq!(file.events.iter().map(|event| event.times.len()).sum::<usize>(), MOST_TIMES_IN_ALL);
    assert_eq!(file.events.len() + file.unread.len(), 100);
    assert!(file.unread.iter().all(|unread| unread.what == UnreadReason::TooMany));
}

#[test]
fn a_file_of_more_lines_or_rules_than_any_program_writes_is_refused() {
    let lines = "A\n".repeat(LARGEST / 2 - 100);
    assert_eq!(read(format!("BEGIN:VCALENDAR\n{lines}").as_bytes(), year()).unwrap_err(), CalendarFault::TooLarge);
    let rules = "RRULE:FREQ=DAILY\n".repeat(21);
    let file = read(file(&format!("DTSTART:20260105T180000\n{}", rules.trim())).as_bytes(), year()).unwrap();
    assert_eq!(file.unread, [Unread { line: 3, what: UnreadReason::BadRule }]);
}

#[test]
fn rules_that_never_come_true_are_given_up_together() {
    let event = |number: u32| {
        format!(
            "BEGIN:VEVENT\nUID:{number}\nDTSTART:20260105T180000\nRRULE:FREQ=DAILY;BYMONTH=2;BYMONTHDAY=30\nEND:VEVENT\n"
        )
    };
    let file = read((0..500).map(event).collect::<String>().as_bytes(), year()).unwrap();
    assert_eq!(file.events, []);
    let given_up = file.unread.iter().filter(|unread| unread.what == UnreadReason::TooMany).count();
    assert!(given_up > 450, "{given_up}");
}

/// What mutations start from: the samples, and a file with everything that is read.
static SEEDS: LazyLock<Vec<Vec<u8>>> = LazyLock::new(|| {
    let everything = format!(
        "BEGIN:VCALENDAR\r\nPRODID:x\r\nMETHOD:PUBLISH\r\n{}BEGIN:VEVENT\r\nUID:1\r\nSEQUENCE:2\r\nSUMMARY:Gro\r\n up\\, 😀\r\n\
         CATEGORIES:A,B\r\nLOCATION:https://zoom.us/1\r\nDTSTART;TZID=Odd:20260105T180000\r\nDURATION:PT2H\r\n\
         RRULE:FREQ=MONTHLY;BYDAY=1MO,-1FR;BYSETPOS=1,-1;UNTIL=20270101T000000Z;WKST=SU;INTERVAL=2\r\n\
         RRULE:FREQ=YEARLY;BYWEEKNO=1,-1,53;COUNT=20\r\nRRULE:FREQ=HOURLY;BYHOUR=3,6;BYYEARDAY=-1;BYMINUTE=1\r\n\
         RDATE;VALUE=PERIOD:20260106T180000Z/PT1H,20260107T180000Z/20260107T190000Z\r\nEXDATE;VALUE=DATE:20260202\r\n\
         EXRULE:FREQ=WEEKLY;BYDAY=SU;BYSETPOS=1\r\nBEGIN:VALARM\r\nTRIGGER:-PT5M\r\nEND:VALARM\r\nEND:VEVENT\r\n\
         BEGIN:VEVENT\r\nUID:1\r\nRECURRENCE-ID;RANGE=THISANDFUTURE:20260202T180000\r\nSTATUS:CANCELLED\r\nEND:VEVENT\r\n\
         END:VCALENDAR\r\n",
        own_zone("Odd").replace('\n', "\r\n")
    );
    let names = [
        "daily_recur.ics",
        "duration_instead_of_dtend.ics",
        "multiple_rrules.ics",
        "rdate_exdate.ics",
        "recur_instances.ics",
    ];
    let everything = everything.into_bytes();
    names.into_iter().filter_map(sample).chain([everything]).collect()
});

#[test]
fn the_file_with_everything_is_read() {
    let file = read(SEEDS.last().unwrap(), year()).unwrap();
    assert_eq!((file.events.len(), file.unread.len()), (1, 0));
    assert!(file.events[0].times.len() > 10);
}

/// Pieces that mean something where they fall.
const PIECES: &[&[u8]] = &[
    b"\\",
    b"\"",
    b"\n",
    b"\r\n ",
    b";",
    b":",
    b",",
    b"=",
    b"-",
    b"0",
    b"99999999999999999999",
    b"\xff",
    b"\xc3",
    b"\0",
    b"BEGIN:VEVENT\n",
    b"END:VEVENT\n",
    b"BEGIN:VALARM\n",
    b"END:VCALENDAR\n",
    b"RRULE:FREQ=DAILY;BYDAY=0MO\n",
    b"YEARLY",
    b"HOURLY",
    b"BYYEARDAY=366",
    b"BYMONTHDAY=-128,127",
    b"BYSETPOS=-366",
    b"BYWEEKNO=53,-53",
    b";ENCODING=BASE64:",
    b"data:x;base64,AA",
    b";VALUE=RECUR",
    b";VALUE=PERIOD",
    b"=\n",
    b";ENCODING=QUOTED-PRINTABLE:",
    b"P1W",
    b"Z",
    b"T",
    b"16010101T000000",
    b"99991231T235959",
];

fn mutated(mut bytes: Vec<u8>, changes: Vec<(usize, usize, usize)>) -> Vec<u8> {
    for (at, kind, what) in changes {
        let at = at % bytes.len().max(1);
        match kind {
            0 => drop(bytes.splice(at..at, PIECES[what % PIECES.len()].iter().copied())),
            1 => drop(bytes.drain(at..(at + 1 + what % 12).min(bytes.len()))),
            2 => bytes[at] = what as u8,
            3 => bytes.truncate(at.max(1)),
            4 => {
                let piece = bytes[at..(at + 1 + what % 80).min(bytes.len())].to_vec();
                let to = what % bytes.len();
                drop(bytes.splice(to..to, piece));
            }
            // One digit for another, where there is one.
            _ => {
                if let Some(digit) = bytes[at..].iter_mut().find(|byte| byte.is_ascii_digit()) {
                    *digit = b'0' + (what % 10) as u8;
                }
            }
        }
        if bytes.is_empty() {
            bytes.push(b' ');
        }
    }
    bytes
}

fn check(bytes: &[u8]) {
    let span = year();
    let Ok(file) = read(bytes, span) else { return };
    assert!(
        file.events.len() <= MOST_EVENTS
            && file.events.iter().map(|event| event.times.len()).sum::<usize>() <= MOST_TIMES_IN_ALL
    );
    for event in &file.events {
        assert!(!event.uid.is_empty() && !event.times.is_empty() && event.times.len() <= MOST_TIMES);
        for text in [&event.uid, &event.title, &event.place] {
            assert_eq!(domain::text::check(text, domain::text::LINE), Ok(()));
        }
        for time in &event.times {
            assert!((span.from..=span.to).contains(&time.on) && (1..=1440).contains(&time.minutes));
        }
        let names: std::collections::HashSet<_> = event.times.iter().map(|time| &time.recurrence).collect();
        assert_eq!(names.len(), event.times.len());
    }
    let lines = bytes.split(|byte| *byte == b'\n').count();
    assert!(file.unread.iter().all(|unread| (1..=lines).contains(&(unread.line as usize))));
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(2_000))]

    #[test]
    fn no_file_however_broken_stops_the_reader(
        seed in 0usize..6,
        changes in proptest::collection::vec((any::<usize>(), 0usize..6, any::<usize>()), 1..8),
    ) {
        check(&mutated(SEEDS[seed % SEEDS.len()].clone(), changes));
    }

    #[test]
    fn no_bytes_stop_the_reader(bytes in proptest::collection::vec(any::<u8>(), 0..400)) {
        check(&bytes);
        check(&[b"BEGIN:VEVENT\nUID:1\nDTSTART:20260105T180000\n", bytes.as_slice(), b"\nEND:VEVENT\n"].concat());
    }
}
