//! The formats by example.

use std::path::{Path, PathBuf};

use domain::listing::{MeetingKind, Venue};
use domain::time::{TimeOfDay, Weekday};

use super::*;

fn file(text: &str) -> MeetingFile {
    read(text.as_bytes(), &mut || true).unwrap()
}

fn fault(text: &str) -> ListFault {
    read(text.as_bytes(), &mut || true).unwrap_err()
}

#[allow(clippy::print_stdout)]
fn sample(name: &str) -> Option<String> {
    let path: PathBuf = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../../../shared/samples").join(name);
    let text = std::fs::read_to_string(path).ok();
    if text.is_none() {
        println!("skipped: no samples");
    }
    text
}

fn faults(file: &MeetingFile) -> Vec<(u32, RowFault, bool)> {
    file.unread.iter().map(|unread| (unread.row, unread.what, unread.skipped)).collect()
}

#[test]
fn a_meeting_guide_entry_is_read_whole() {
    let file = file(
        r#"[{"name": "R&amp;D Group", "slug": "rd", "day": 2, "time": "19:30", "end_time": "21:00",
        "timezone": "America/New_York", "types": ["O", "ST", "W"], "location": "Library",
        "formatted_address": "1 Elm St, Bronx, NY", "region": "Bronx", "notes": "Ring <b>twice</b>",
        "conference_url": "https://zoom.us/j/1", "conference_phone": "+1 212 555 0100", "attendance_option": "hybrid",
        "latitude": "40.1", "entity": "Bronx Intergroup"}]"#,
    );
    assert_eq!(
        (file.format, file.name.as_str(), file.fellowship),
        (ListFormat::MeetingGuide, "Bronx Intergroup", Some(Fellowship::Aa))
    );
    let one = &file.listings[0];
    assert_eq!(one.held, Some((Weekday::Tuesday, TimeOfDay::parse("19:30").unwrap())));
    assert_eq!((one.name.as_str(), one.minutes, one.venue), ("R&D Group", 90, Venue::Hybrid));
    assert_eq!(one.kinds, [MeetingKind::Open, MeetingKind::Women, MeetingKind::StepStudy]);
    assert_eq!((one.notes.as_str(), one.link.as_str()), ("Ring twice", "https://zoom.us/j/1"));
    assert_eq!(one.zone.map(domain::time::Zone::name), Some("America/New_York"));
}

#[test]
fn days_and_times_are_read_as_found_in_the_wild() {
    let file = file(
        r#"[{"name": "a", "slug": "a", "day": [1, 3, 1], "time": "7:00 PM"},
        {"name": "b", "slug": "b", "day": "Sunday", "time": "09:00:00", "types": "O, TC"},
        {"name": "c", "slug": "c"},
        {"name": "d", "slug": "d", "day": "6", "time": "23:30", "end_time": "0:30", "types": ["ONL"]}]"#,
    );
    let held: Vec<_> =
        file.listings.iter().map(|one| (one.key.as_str(), one.held.map(|(day, time)| (day, time.minutes())))).collect();
    assert_eq!(
        held,
        [
            ("a#0", Some((Weekday::Monday, 1140))),
            ("a#2", Some((Weekday::Wednesday, 1140))),
            ("b", Some((Weekday::Sunday, 540))),
            ("c", None),
            ("d", Some((Weekday::Saturday, 1410))),
        ]
    );
    assert!(file.listings[2].closed);
    assert_eq!((file.listings[4].minutes, file.listings[4].venue), (60, Venue::Online));
    assert_eq!(file.unread, []);
}

#[test]
fn what_cannot_be_read_is_told_row_by_row_and_the_rest_is_kept() {
    let file = file(
        r#"[{"name": "good", "slug": "good", "day": 1, "time": "12:00"},
        {"name": "no day", "slug": "x", "day": 7, "time": "12:00"},
        {"name": "no time", "slug": "y", "day": 1, "time": "12:61"},
        {"name": "day only", "slug": "z", "day": 1},
        {"name": "time only", "slug": "w", "time": "12:00"},
        {"slug": "v", "day": 1, "time": "12:00"},
        {"name": "again", "slug": "good", "day": 1, "time": "13:00"},
        {"name": "odd zone", "slug": "u", "day": 1, "time": "12:00", "timezone": "Mars/Olympus"},
        "text", 7, null]"#,
    );
    assert_eq!(file.listings.len(), 2);
    assert_eq!(file.rows, 11);
    assert_eq!(
        faults(&file),
        [
            (2, RowFault::NotADay, true),
            (3, RowFault::NotATime, true),
            (4, RowFault::NotATime, true),
            (5, RowFault::NotADay, true),
            (6, RowFault::NoName, true),
            (7, RowFault::SameKey, true),
            (8, RowFault::UnknownZone, false),
            (9, RowFault::NotAMeeting, true),
            (10, RowFault::NotAMeeting, true),
            (11, RowFault::NotAMeeting, true),
        ]
    );
}

#[test]
fn the_spreadsheet_of_the_meeting_guide_is_read() {
    let Some(text) = sample("meeting-guide/spreadsheet-template.csv") else { return };
    let file = file(&text);
    assert_eq!((file.format, file.listings.len(), file.unread.len()), (ListFormat::MeetingGuideTable, 36, 0));
    let first = &file.listings[0];
    assert_eq!((first.name.as_str(), first.key.as_str()), ("After Work Topic Meeting", "after-work-topic-meeting"));
    assert_eq!(first.held, Some((Weekday::Monday, TimeOfDay::parse("18:00").unwrap())));
    assert_eq!(first.kinds, [MeetingKind::Open, MeetingKind::Wheelchair]);
    assert_eq!(first.region, "San Jose, West San Jose");
}

#[test]
fn a_table_is_read_whatever_the_order_of_its_header_and_its_separator() {
    let file = file(
        "Types;TIME;Name;day;Location\r\n\"Open, Closed\";noon;\"Midday; peace\";Friday;Hall\r\n;;;;\r\n;1 PM;;Friday\r\n",
    );
    assert_eq!(file.listings[0].name, "Midday; peace");
    assert_eq!(file.listings[0].kinds, [MeetingKind::Open, MeetingKind::Closed]);
    // Nothing names it but itself, and the same again is the same.
    assert_eq!(file.listings[0].key.len(), 16);
    assert_eq!(faults(&file), [(4, RowFault::NoName, true)]);
}

#[test]
fn search_results_of_bmlt_are_read() {
    let Some(text) = sample("bmlt/search-results.json") else { return };
    let found = file(&text);
    assert_eq!((found.format, found.fellowship, found.listings.len()), (ListFormat::Bmlt, Some(Fellowship::Na), 6));
    let first = &found.listings[0];
    assert_eq!((first.key.as_str(), first.minutes, first.venue), ("1601", 90, Venue::InPerson));
    assert_eq!(first.held, Some((Weekday::Thursday, TimeOfDay::parse("19:00").unwrap())));
    assert_eq!(first.address, "431 Union Street, Hudson, NY");
    assert!(first.kinds.contains(&MeetingKind::Open) && first.kinds.contains(&MeetingKind::StepStudy));
    // The same rows with what their codes mean.
    let with = format!(r#"{{"formats": [{{"key_string": "BT", "name_string": "Blue Tulips"}}], "meetings": {text}}}"#);
    let named = file(&with);
    assert_eq!(named.listings.len(), 6);
    assert!(named.listings[0].other_kinds.contains("Blue Tulips"));
}

#[test]
fn admin_rows_of_bmlt_count_days_from_sunday_as_nought() {
    let file = file(
        r#"[{"id": 7, "serviceBodyId": 1, "venueType": 2, "day": 0, "startTime": "18:30", "duration": "01:15",
        "timeZone": "America/New_York", "name": "Sunday", "published": true, "temporarilyVirtual": false,
        "location_text": "Hall", "virtual_meeting_link": "https://zoom.us/j/2", "formatIds": [3]},
        {"id": 8, "serviceBodyId": 1, "day": 3, "startTime": "18:30", "name": "Hidden", "published": false}]"#,
    );
    assert_eq!((file.format, file.listings.len()), (ListFormat::BmltAdmin, 1));
    let one = &file.listings[0];
    assert_eq!((one.held.unwrap().0, one.minutes, one.venue), (Weekday::Sunday, 75, Venue::Online));
    assert_eq!(one.link, "https://zoom.us/j/2");
}

#[test]
fn what_is_no_list_is_refused_with_its_reason() {
    assert_eq!(fault("[]"), ListFault::Empty);
    assert_eq!(fault("{}"), ListFault::NotAList);
    assert_eq!(fault(r#"{"meetings": 7}"#), ListFault::Malformed { line: 1 });
    assert_eq!(fault(r#"[{"a": 1}]"#), ListFault::NotAList);
    assert_eq!(fault("just words\nand more"), ListFault::NotAList);
    assert_eq!(fault("Name,Day,Time,Types\n"), ListFault::Empty);
    assert_eq!(fault(""), ListFault::NotAList);
    assert_eq!(fault("[{\"name\": \"a\",\n\"slug\""), ListFault::Malformed { line: 2 });
    assert_eq!(fault("PK\u{3}\u{4}\0\0"), ListFault::NotText);
    assert_eq!(read(&[0xff, 0xfe, 0x41], &mut || true), Err(ListFault::NotText));
}

#[test]
fn reading_stops_when_it_shall() {
    let rows: Vec<String> = (0..2000).map(|i| format!(r#"{{"name": "n", "slug": "{i}"}}"#)).collect();
    let text = format!("[{}]", rows.join(","));
    let mut asked = 0;
    let stopped = read(text.as_bytes(), &mut || {
        asked += 1;
        asked < 2
    });
    assert_eq!((stopped, asked), (Err(ListFault::Stopped), 2));
}
