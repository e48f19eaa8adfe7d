//! Broken, hostile and far too large files.

use std::collections::HashSet;

use domain::text::{LINE, check};
use proptest::prelude::*;
use serde_json::{Value, json};

use super::read_test::{read, sample};
use super::*;

/// Whatever was read keeps its bounds, and is read the same again.
fn keeps_its_bounds(bytes: &[u8]) -> Result<(), TestCaseError> {
    let result = read(bytes);
    prop_assert_eq!(&result, &read(bytes));
    let Ok(file) = result else { return Ok(()) };
    let is_line = |text: &str, most| check(text, most).is_ok() && !text.contains(['\n', '\t']);
    prop_assert!(is_line(&file.name, LINE));
    prop_assert!(file.unread.len() <= MOST_UNREAD && file.unread.len() as u32 <= file.unread_in_all);
    prop_assert!(file.unread.iter().all(|unread| is_line(&unread.name, 80) && unread.row > 0));
    let mut keys = HashSet::new();
    for listing in &file.listings {
        let Listing { key, name, place, address, region, link, phone, other_kinds, notes, .. } = listing;
        for text in [key, name, place, address, region, link, phone, other_kinds] {
            prop_assert!(is_line(text, LINE), "{:?}", text);
        }
        prop_assert!(check(notes, MOST_NOTES).is_ok() && !notes.contains('\t'), "{:?}", notes);
        prop_assert!(!key.is_empty() && !name.is_empty() && keys.insert(key));
        prop_assert!((1..=1440).contains(&listing.minutes));
        prop_assert!(listing.kinds.is_sorted_by(|a, b| a < b));
        prop_assert!(link.is_empty() || link.starts_with("https://"));
    }
    Ok(())
}

/// Texts with what goes wrong in texts.
fn text() -> impl Strategy<Value = String> {
    prop_oneof![
        "\\PC{0,20}",
        "[ \t\r\n\u{0}\u{7}\u{85}\u{202e}\u{2066}\u{2028}a<>/&;#x0-9]{0,30}",
        "(<[a-z/!]{0,7}>?|&[a-z]{0,6};?|&#[0-9]{0,7};|&amp;lt;|</script>| ){0,12}",
        "[0-9]{1,2}:[0-9]{2}( ?[AaPp][Mm])?",
        "https?://[a-z.@:0-9/?&=%]{0,30}",
        ".{280,320}",
        prop::sample::select(vec!["Monday", "0", "7", "TC", "ONL", "O, C", "1", "America/New_York", "online", "yes"])
            .prop_map(str::to_owned),
    ]
}

fn value() -> impl Strategy<Value = Value> {
    let leaf = prop_oneof![
        4 => text().prop_map(Value::from),
        1 => any::<i64>().prop_map(Value::from),
        1 => (-3..10).prop_map(Value::from),
        1 => any::<f64>().prop_map(Value::from),
        1 => any::<bool>().prop_map(Value::from),
        1 => Just(Value::Null),
    ];
    leaf.prop_recursive(3, 12, 4, |inner| {
        prop_oneof![
            prop::collection::vec(inner.clone(), 0..4).prop_map(Value::from),
            prop::collection::hash_map("[a-z_]{0,8}", inner, 0..3).prop_map(|map| json!(map)),
        ]
    })
}

/// Rows of which the named fields hold anything.
fn rows(names: &'static [&'static str]) -> impl Strategy<Value = Value> {
    let field = (prop::sample::select(names), value());
    let row = prop_oneof![
        6 => prop::collection::hash_map(prop::sample::select(names), value(), 0..20).prop_map(|map| json!(map)),
        6 => (prop::collection::vec(field, 0..6), 0..4, 0..7).prop_map(move |(fields, key, day)| {
            let mut row = json!({"name": "N", "slug": key, "day": day, "time": "19:00",
                "id_bigint": key, "id": key, "weekday_tinyint": day + 1, "start_time": "19:00", "meeting_name": "N"});
            fields.into_iter().for_each(|(name, value)| row[name] = value);
            row.as_object_mut().unwrap().retain(|name, _| names.contains(&name.as_str()));
            row
        }),
        1 => value(),
    ];
    let meetings = prop::collection::vec(row, 0..5).prop_map(Value::from);
    (meetings, value(), any::<bool>()).prop_map(|(meetings, formats, is_whole)| {
        if is_whole { json!({"meetings": meetings, "formats": [formats]}) } else { meetings }
    })
}

const GUIDE: &[&str] = &[
    "name",
    "slug",
    "day",
    "time",
    "end_time",
    "timezone",
    "types",
    "location",
    "formatted_address",
    "address",
    "city",
    "state",
    "postal_code",
    "country",
    "region",
    "sub_region",
    "regions",
    "notes",
    "location_notes",
    "group",
    "group_notes",
    "conference_url",
    "conference_url_notes",
    "conference_phone",
    "conference_phone_notes",
    "attendance_option",
    "approximate",
    "entity",
];
const SEARCH: &[&str] = &[
    "id_bigint",
    "meeting_name",
    "weekday_tinyint",
    "start_time",
    "duration_time",
    "time_zone",
    "venue_type",
    "formats",
    "published",
    "root_server_uri",
    "location_text",
    "location_info",
    "location_street",
    "location_municipality",
    "location_province",
    "location_postal_code_1",
    "comments",
    "phone_meeting_number",
    "virtual_meeting_link",
    "virtual_meeting_additional_info",
    "key_string",
    "name_string",
    "world_id",
    "lang",
];
const ADMIN: &[&str] = &[
    "id",
    "serviceBodyId",
    "name",
    "day",
    "startTime",
    "duration",
    "timeZone",
    "venueType",
    "temporarilyVirtual",
    "formatIds",
    "published",
    "location_text",
    "comments",
];

/// A sample with bytes changed, and cut off.
fn damaged(bytes: Vec<u8>) -> impl Strategy<Value = Vec<u8>> {
    let length = bytes.len();
    let change = (0..length, prop_oneof![any::<u8>(), prop::sample::select(b"\"',:;{}[]\\<&\n\0".to_vec())]);
    (prop::collection::vec(change, 0..12), 0..length, any::<bool>()).prop_map(move |(changes, end, is_cut)| {
        let mut bytes = bytes.clone();
        changes.into_iter().for_each(|(at, byte)| bytes[at] = byte);
        bytes.truncate(if is_cut { end } else { length });
        bytes
    })
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(1500))]

    #[test]
    fn any_rows_of_the_meeting_guide_keep_the_bounds(rows in rows(GUIDE)) {
        keeps_its_bounds(rows.to_string().as_bytes())?;
    }

    #[test]
    fn any_rows_of_a_server_keep_the_bounds(rows in rows(SEARCH)) {
        keeps_its_bounds(rows.to_string().as_bytes())?;
    }

    #[test]
    fn any_rows_of_an_administration_keep_the_bounds(rows in rows(ADMIN)) {
        keeps_its_bounds(rows.to_string().as_bytes())?;
    }

    #[test]
    fn any_table_keeps_the_bounds(
        cells in prop::collection::vec(prop::collection::vec(prop_oneof![text(), text().prop_map(|t| format!("{t:?}"))], 0..9), 0..4),
        between in prop::sample::select(vec![",", ";", "\t"]),
    ) {
        let header = ["name", "day", "time", "types", "notes", "slug", "address", "regions"].join(between);
        let rows = cells.iter().map(|row| row.join(between));
        keeps_its_bounds([header].into_iter().chain(rows).collect::<Vec<_>>().join("\n").as_bytes())?;
    }

    #[test]
    fn any_bytes_keep_the_bounds(start in "(\\[|\\{\"meetings\":|name,day\n|\u{feff})?", rest in prop::collection::vec(any::<u8>(), 0..200)) {
        keeps_its_bounds(&[start.as_bytes(), &rest].concat())?;
    }
}

#[test]
fn damaged_samples_keep_the_bounds() {
    for (name, cases) in [("meeting-guide/spreadsheet-template.csv", 1500), ("bmlt/search-results.json", 1500)] {
        let Some(bytes) = sample(name) else { return };
        let mut runner = proptest::test_runner::TestRunner::new(ProptestConfig::with_cases(cases));
        runner.run(&damaged(bytes), |bytes| keeps_its_bounds(&bytes)).unwrap();
    }
}

#[test]
fn what_is_no_list_is_refused() {
    let fault = |bytes: &[u8]| read(bytes).unwrap_err();
    for empty in ["", " \n", "[]", "{\"meetings\": [], \"formats\": []}", "Name,Day\n", "Name,Slug\n,\n"] {
        assert_eq!(fault(empty.as_bytes()), ListFault::Empty, "{empty}");
    }
    for other in [
        "just words",
        "null",
        "{}",
        "{\"a\": 1}",
        "{\"meetings\": 1}",
        "[1, 2]",
        "[{\"name\": \"N\"}]",
        "[{\"id\": 1, \"email\": \"a@b\"}]",
        "{\"format\": \"handrail-record\"}",
        "date,kind,amount\n2026-01-01,copay,1\n",
        "BEGIN:VCALENDAR\nEND:VCALENDAR\n",
    ] {
        assert_eq!(fault(other.as_bytes()), ListFault::NotAList, "{other}");
    }
    assert_eq!(fault(b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR"), ListFault::NotText);
    assert_eq!(fault(b"\xff\xfe\x00\xd8"), ListFault::NotText);
    assert_eq!(fault(b"[\n{\"name\": \"N\",\n\"slug\""), ListFault::Malformed { line: 3 });
    assert_eq!(fault(b"[{\"name\": \"N\", \"slug\": \"s\"}] and more"), ListFault::Malformed { line: 1 });
}

#[test]
fn a_file_that_is_too_large_or_too_deep_is_refused() {
    assert_eq!(read(" ".repeat(65 * 1024 * 1024).as_bytes()), Err(ListFault::TooLarge));
    let deep = "[".repeat(100_000);
    assert_eq!(read(deep.as_bytes()), Err(ListFault::Malformed { line: 1 }));
    let closed = format!("{deep}{}", "]".repeat(100_000));
    assert_eq!(read(closed.as_bytes()), Err(ListFault::NotAList));
    // Within a field that is read, its row is refused; one that is not read is passed over without going into it.
    let rows =
        format!(r#"[{{"name": "A", "slug": "a", "day": {closed}}}, {{"name": "B", "slug": "b", "x": {closed}}}]"#);
    let file = read(rows.as_bytes()).unwrap();
    assert_eq!((file.listings.len(), file.unread[0].what), (1, RowFault::NotAMeeting));
    let deep = "{\"meetings\":".repeat(100_000);
    assert!(read(deep.as_bytes()).is_err());
}

fn meetings(many: usize) -> String {
    let meeting = |i: usize| {
        format!(
            r#"{{"id":{i},"name":"Meeting {i} &amp; friends","slug":"meeting-{i}","day":{},"time":"19:{:02}","end_time":"20:30",
            "timezone":"America/New_York","types":["O","D","X","B"],"location":"Hall {i}","latitude":"40.{i}",
            "formatted_address":"{i} Elm Street, Anytown, NY 10000, USA","region":"Anytown","sub_region":"North",
            "notes":"<p>Ring the bell.<br>Second floor &#8211; left.</p>","location_notes":"Park behind the hall.",
            "conference_url":"https://zoom.us/j/{i}?pwd=abc","updated":"2024-01-01 00:00:00","entity":"District 1",
            "url":"https://example.org/meetings/meeting-{i}","contact_1_name":"A","feedback_url":"mailto:a@example.org"}}"#,
            i % 7,
            i % 60
        )
    };
    format!("[{}]", (0..many).map(meeting).collect::<Vec<_>>().join(",\n"))
}

#[test]
fn a_list_of_20_000_meetings_is_read_whole_and_can_be_stopped() {
    let text = meetings(20_000);
    let file = read(text.as_bytes()).unwrap();
    assert_eq!((file.rows, file.listings.len(), file.unread_in_all), (20_000, 20_000, 0));
    let mut asked = 0;
    let stopped = super::read(text.as_bytes(), &mut || {
        asked += 1;
        asked < 4
    });
    assert_eq!((stopped, asked), (Err(ListFault::Stopped), 4));
}

#[test]
fn more_meetings_than_the_most_are_left_out_and_that_is_said_once() {
    let row = |i: usize| format!("{{\"name\":\"N\",\"slug\":{i},\"day\":[1,2,3,4],\"time\":\"12:00\"}}");
    let text = format!("[{}, 7]", (0..30_000).map(row).collect::<Vec<_>>().join(","));
    let file = read(text.as_bytes()).unwrap();
    assert_eq!((file.rows, file.listings.len(), file.unread_in_all), (30_001, MOST_LISTINGS, 1));
    assert_eq!((file.unread[0].row, file.unread[0].what), (25_001, RowFault::TooMany));
    let unpublished = "{\"id_bigint\":1,\"published\":0}";
    let text = format!("[{}]", vec![unpublished; 2 * MOST_LISTINGS + 10].join(","));
    let file = read(text.as_bytes()).unwrap();
    assert_eq!((file.rows, file.unread_in_all, file.unread[0].row), (200_010, 200_001, 1));
}

#[test]
fn of_very_much_that_could_not_be_read_all_is_counted_and_the_first_of_it_said() {
    let text = format!("[{{\"name\":\"N\",\"slug\":1}}{}]", ",{}".repeat(1_000));
    let file = read(text.as_bytes()).unwrap();
    assert_eq!((file.listings.len(), file.unread.len(), file.unread_in_all), (1, MOST_UNREAD, 1_000));
}

#[test]
fn fields_of_any_length_take_no_time_to_speak_of() {
    let many = |unit: &str| unit.repeat(500_000 / unit.len());
    for field in ["name", "notes", "types", "day", "regions", "conference_url", "conference_phone", "slug", "entity"] {
        for unit in ["<a", "<3", "&amp;", "&lt;a&gt;", "<script>", "</", "a,", "b>", "\\u202e", " ", "https://"] {
            let text = format!(r#"[{{"name": "N", "slug": "s", "{field}": "{}"}}]"#, many(unit));
            assert!(read(text.as_bytes()).is_ok());
        }
    }
    let list = format!(r#"[{{"name": "N", "slug": "s", "types": [{}0]}}]"#, many("0,"));
    assert_eq!(read(list.as_bytes()).unwrap().listings[0].other_kinds, "0");
    let cell = format!("Name,Slug,Notes\nA,a,{}\nB,b,c\n", many("x"));
    let file = read(cell.as_bytes()).unwrap();
    assert_eq!((file.listings.len(), file.unread[0].what, file.unread[0].row), (1, RowFault::TooLong, 2));
}
