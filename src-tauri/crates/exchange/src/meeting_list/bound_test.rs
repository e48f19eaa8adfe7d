//! Whatever a file holds: no panic, bounded, and readable texts.

use domain::text::{LINE, check};
use proptest::prelude::*;
use serde_json::json;

use super::*;

fn holds(bytes: &[u8]) -> Result<(), TestCaseError> {
    let Ok(file) = read(bytes, &mut || true) else { return Ok(()) };
    prop_assert!(file.listings.len() <= MOST_MEETINGS && file.unread.len() <= MOST_UNREAD);
    prop_assert!(file.unread.len() <= file.unread_in_all as usize);
    let line = |text: &str| check(text, LINE).is_ok() && !text.contains(['\n', '\t']);
    for one in &file.listings {
        for text in
            [&one.key, &one.name, &one.place, &one.address, &one.region, &one.link, &one.phone, &one.other_kinds]
        {
            prop_assert!(line(text), "{text:?}");
        }
        prop_assert!(check(&one.notes, 2_000).is_ok());
        prop_assert!((1..=1440).contains(&one.minutes));
        prop_assert!(!one.name.is_empty() && !one.key.is_empty());
    }
    let mut keys: Vec<_> = file.listings.iter().map(|one| &one.key).collect();
    keys.sort_unstable();
    let all = keys.len();
    keys.dedup();
    prop_assert_eq!(keys.len(), all);
    prop_assert_eq!(read(bytes, &mut || true), Ok(file));
    Ok(())
}

fn any_value() -> impl Strategy<Value = Value> {
    prop_oneof![
        Just(json!(null)),
        any::<i64>().prop_map(|n| json!(n)),
        any::<bool>().prop_map(|b| json!(b)),
        "[0-9]{1,2}(:[0-9]{2}){0,2}( ?[ap]m)?".prop_map(|text| json!(text)),
        "(<[a-z/!]{0,7}>?|&[a-z#0-9]{0,6};?|\\PC|[ \n\t\r\u{202e}\u{0}-\u{8}]){0,30}".prop_map(|text| json!(text)),
        proptest::collection::vec(any::<u8>(), 0..4).prop_map(|all| json!(all)),
    ]
}

const FIELDS: [&str; 22] = [
    "name",
    "slug",
    "day",
    "time",
    "end_time",
    "timezone",
    "types",
    "notes",
    "conference_url",
    "conference_phone",
    "attendance_option",
    "regions",
    "id_bigint",
    "meeting_name",
    "weekday_tinyint",
    "start_time",
    "duration_time",
    "formats",
    "venue_type",
    "id",
    "startTime",
    "duration",
];

const SEEDS: [&str; 3] = [
    r#"[{"name":"R&amp;D","slug":"a","day":[0,6],"time":"7:00 PM","types":["O","TC"],"notes":"<p>x</p>"},{"name":"b","slug":"b"}]"#,
    r#"{"meetings":[{"id_bigint":"1","meeting_name":"x","weekday_tinyint":"1","start_time":"19:00:00","formats":"O,BT"}],"formats":[{"key_string":"O","name_string":"Open"}]}"#,
    "Name,Day,Time,Types,Location\r\n\"A, B\",Monday,7:00 PM,\"Open, Women\",\"Hall\nback\"\r\nC,Friday,noon,,\r\n",
];

proptest! {
    #![proptest_config(ProptestConfig::with_cases(2_500))]

    #[test]
    fn any_bytes_are_read_or_refused(bytes in proptest::collection::vec(any::<u8>(), 0..200)) {
        holds(&bytes)?;
    }

    #[test]
    fn a_list_with_bytes_changed_cut_or_doubled_is_read_or_refused(
        seed in 0usize..3, changes in proptest::collection::vec((any::<u16>(), any::<u8>()), 0..6), cut in any::<u16>(), twice: bool
    ) {
        let mut bytes = SEEDS[seed].as_bytes().to_vec();
        for (at, to) in changes {
            let at = usize::from(at) % bytes.len();
            bytes[at] = to;
        }
        if cut % 3 == 0 {
            bytes.truncate(usize::from(cut) % (bytes.len() + 1));
        }
        if twice {
            bytes.extend(bytes.clone());
        }
        holds(&bytes)?;
    }

    #[test]
    fn any_values_in_known_fields_are_read_or_told(
        rows in proptest::collection::vec(proptest::collection::vec((0usize..22, any_value()), 0..10), 1..6)
    ) {
        let rows: Vec<Value> = rows
            .into_iter()
            .map(|fields| fields.into_iter().map(|(at, value)| (FIELDS[at].to_owned(), value)).collect())
            .map(Value::Object)
            .collect();
        holds(Value::Array(rows).to_string().as_bytes())?;
    }

    #[test]
    fn any_table_is_read_or_told(cells in proptest::collection::vec("[\"';,\n a-z<&0-9:]{0,12}", 0..30)) {
        let text = format!("Name,Day,Time,Types,Slug\n{}", cells.chunks(5).map(|row| row.join(",")).collect::<Vec<_>>().join("\n"));
        holds(text.as_bytes())?;
    }
}

#[test]
fn nesting_without_end_and_a_file_without_end_are_refused() {
    for open in ["[", "{\"a\":", "[{\"name\":", "{\"meetings\":["] {
        let deep = open.repeat(100_000);
        assert!(matches!(read(deep.as_bytes(), &mut || true), Err(ListFault::Malformed { .. })), "{open}");
    }
    assert_eq!(read(&vec![b' '; LARGEST + 1], &mut || true), Err(ListFault::TooLarge));
}

#[test]
fn twenty_thousand_meetings_are_read_whole_and_a_great_text_in_one_is_cut() {
    let mut rows: Vec<Value> = (0..20_000)
        .map(|i| json!({"name": format!("m{i}"), "slug": format!("s{i}"), "day": i % 7, "time": "19:00"}))
        .collect();
    rows.push(json!({"name": "<b>".repeat(2_000_000), "slug": "x", "notes": "&lt;".repeat(1_000_000)}));
    let file = read(Value::Array(rows).to_string().as_bytes(), &mut || true).unwrap();
    assert_eq!((file.listings.len(), file.unread_in_all), (20_001, 0));
    let great = file.listings.last().unwrap();
    assert!(great.name.chars().count() <= LINE && great.notes.chars().count() <= 2_000);
}
