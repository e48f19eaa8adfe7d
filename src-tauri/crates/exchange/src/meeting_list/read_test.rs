use std::path::Path;

use domain::listing::MeetingKind::*;
use domain::listing::Venue;
use serde_json::{Value, json};

use super::*;

pub(super) fn read(bytes: &[u8]) -> Result<MeetingFile, ListFault> {
    super::read(bytes, &mut || true)
}

fn of(meetings: &Value) -> MeetingFile {
    read(meetings.to_string().as_bytes()).unwrap()
}

/// The one meeting of a list, all of which is read.
fn one(mut meeting: Value) -> Listing {
    if meeting.get("slug").is_none() && meeting.get("id_bigint").is_none() && meeting.get("id").is_none() {
        meeting["slug"] = json!("s");
        meeting["name"] = json!("N");
    }
    let file = of(&json!([meeting]));
    assert_eq!(file.unread, []);
    assert_eq!(file.listings.len(), 1);
    file.listings.into_iter().next().unwrap()
}

fn held(listing: &Listing) -> String {
    listing.held.map_or("by appointment".to_owned(), |(day, time)| format!("{day:?} {time} {}", listing.minutes))
}

fn unread(file: &MeetingFile) -> Vec<(u32, RowFault, bool)> {
    file.unread.iter().map(|unread| (unread.row, unread.what, unread.skipped)).collect()
}

#[allow(clippy::print_stdout)]
pub(super) fn sample(name: &str) -> Option<Vec<u8>> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../../../shared/samples");
    let sample = std::fs::read(folder.join(name)).ok();
    if sample.is_none() {
        println!("skipped: no samples");
    }
    sample
}

#[test]
fn a_meeting_of_the_meeting_guide_is_read_whole() {
    let listing = one(json!({
        "name": "Sunday Serenity", "slug": "sunday-serenity-14", "day": 0, "time": "18:00", "end_time": "19:30",
        "timezone": "America/New_York", "location": "Alano Club", "group": "The Serenity Group",
        "notes": "Ring buzzer.<br>2nd floor.", "location_notes": "Park behind &amp; walk", "types": ["O", "T", "LGBTQ"],
        "address": "123 Main Street", "city": "Anytown", "state": "CA", "postal_code": "98765", "country": "US",
        "region": "North", "sub_region": "Hills", "latitude": "37.1", "approximate": "no", "updated": "2014-05-31",
        "conference_url": "https://zoom.us/j/1?pwd=2", "conference_url_notes": "Passcode 123",
        "conference_phone": "+12125551212,,1#", "contact_1_name": "Ann", "contact_1_phone": "555",
    }));
    let expected = Listing {
        key: "sunday-serenity-14".to_owned(),
        name: "Sunday Serenity".to_owned(),
        held: listing.held,
        minutes: 90,
        zone: domain::time::Zone::parse("America/New_York"),
        venue: Venue::Hybrid,
        place: "Alano Club".to_owned(),
        address: "123 Main Street, Anytown, CA 98765, US".to_owned(),
        region: "North, Hills".to_owned(),
        link: "https://zoom.us/j/1?pwd=2".to_owned(),
        phone: "+12125551212,,1#".to_owned(),
        kinds: vec![Open, Lgbtq],
        other_kinds: "Transgender".to_owned(),
        notes: "Ring buzzer.\n2nd floor.\nPark behind & walk\nPasscode 123\nThe Serenity Group".to_owned(),
        closed: false,
    };
    assert_eq!(listing, expected);
    assert_eq!(held(&listing), "Sunday 18:00 90");
}

#[test]
fn days_and_times_are_read_however_they_are_written() {
    for (day, time, end, says) in [
        (json!(6), json!("07:00"), json!(null), "Saturday 07:00 60"),
        (json!("2"), json!("19:00:00"), json!("20:15:00"), "Tuesday 19:00 75"),
        (json!([3]), json!("7:00 PM"), json!("8:30 pm"), "Wednesday 19:00 90"),
        (json!("Thursday"), json!("noon"), json!(""), "Thursday 12:00 60"),
        (json!("sábado"), json!("23:30"), json!("00:45"), "Saturday 23:30 75"),
        (json!(1.0), json!("00:00"), json!("00:00"), "Monday 00:00 60"),
        (json!(null), json!(null), json!("20:00"), "by appointment"),
        (json!([]), json!(""), json!(null), "by appointment"),
        (json!("Appointment"), json!("By appointment"), json!(null), "by appointment"),
    ] {
        let listing = one(json!({"name": "N", "slug": "s", "day": day, "time": time, "end_time": end}));
        assert_eq!(held(&listing), says);
    }
}

#[test]
fn a_meeting_of_several_days_is_one_for_each_with_a_key_of_its_own() {
    let file = of(&json!([
        {"name": "N", "slug": "s", "day": [1, "Friday", 1], "time": "12:00"},
        {"name": "N", "slug": "t", "day": "0, 6", "time": "12:00"},
    ]));
    let keys: Vec<_> = file.listings.iter().map(|listing| listing.key.as_str()).collect();
    assert_eq!(keys, ["s", "s#friday", "t", "t#saturday"]);
    assert_eq!((file.rows, file.unread_in_all), (2, 0));
}

#[test]
fn what_could_not_be_read_is_said_row_by_row() {
    let file = of(&json!([
        {"name": "Fine", "slug": "a", "day": 1, "time": "12:00"},
        7,
        {"name": " ", "slug": "b", "day": 1, "time": "12:00"},
        {"name": "No key", "day": 1, "time": "12:00"},
        {"name": "Day", "slug": "c", "day": 7, "time": "12:00"},
        {"name": "<b>R&amp;R</b>", "slug": "d", "day": 1, "time": "25:00"},
        {"name": "Only time", "slug": "e", "time": "12:00"},
        {"name": "Only day", "slug": "f", "day": 1},
        {"name": "Again", "slug": "a", "day": 2, "time": "12:00"},
        {"name": "Zone", "slug": "g", "day": 1, "time": "12:00", "timezone": "Mars/Base"},
        {"name": "End", "slug": "h", "day": [1, 9], "time": "12:00", "end_time": "later"},
        {"name": "Long", "slug": "x".repeat(301), "day": 1, "time": "12:00"},
    ]));
    assert_eq!(
        unread(&file),
        [
            (2, RowFault::NotAMeeting, true),
            (3, RowFault::NoName, true),
            (4, RowFault::NoKey, true),
            (5, RowFault::NotADay, true),
            (6, RowFault::NotATime, true),
            (7, RowFault::NotADay, true),
            (8, RowFault::NotATime, true),
            (9, RowFault::SameKey, true),
            (10, RowFault::UnknownZone, false),
            (11, RowFault::NotADay, false),
            (11, RowFault::NotATime, false),
            (12, RowFault::TooLong, true),
        ]
    );
    assert_eq!(file.unread[4].name, "R&R");
    assert_eq!((file.rows, file.unread_in_all), (12, 12));
    let kept: Vec<_> = file.listings.iter().map(|l| (l.name.as_str(), l.zone, l.minutes)).collect();
    assert_eq!(kept, [("Fine", None, 60), ("Zone", None, 60), ("End", None, 60)]);
}

#[test]
fn one_broken_object_spoils_no_other() {
    let text =
        r#"[{"name": "A", "slug": "a"}, {"name": "half an emoji \ud83d", "slug": "b"}, {"name": "C", "slug": "c"}]"#;
    let file = read(text.as_bytes()).unwrap();
    assert_eq!(unread(&file), [(2, RowFault::NotAMeeting, true)]);
    assert_eq!(file.listings.len(), 2);
}

#[test]
fn how_one_can_be_there_follows_from_link_codes_and_address() {
    let place = "1 Elm St, Anytown, NY 10000, USA";
    let link = "https://zoom.us/j/1";
    for (mut meeting, venue, closed) in [
        (json!({"formatted_address": place, "types": ["O"]}), Venue::InPerson, false),
        (json!({"formatted_address": place, "types": ["ONL"], "conference_url": link}), Venue::Hybrid, false),
        (json!({"formatted_address": "Anytown, NY, USA", "types": ["ONL"]}), Venue::Online, false),
        (json!({"formatted_address": place, "approximate": "yes", "conference_url": link}), Venue::Online, false),
        (json!({"formatted_address": place, "types": ["TC"]}), Venue::InPerson, true),
        (json!({"formatted_address": place, "types": "TC, ONL"}), Venue::Online, false),
        (json!({"formatted_address": place, "attendance_option": "hybrid"}), Venue::Hybrid, false),
        (json!({"formatted_address": place, "attendance_option": "online"}), Venue::Online, false),
        (json!({"formatted_address": place, "attendance_option": "inactive"}), Venue::InPerson, true),
    ] {
        meeting["day"] = json!(1);
        meeting["time"] = json!("12:00");
        let listing = one(meeting.clone());
        assert_eq!((listing.venue, listing.closed), (venue, closed), "{meeting}");
    }
    for (address, venue) in [(place, Venue::InPerson), ("Anytown, NY, USA", Venue::Online)] {
        let file = of(&json!([{"slug": "s", "name": "N", "day": 1, "time": "12:00", "formatted_address": address,
            "conference_url": "http://zoom.us/j/1"}]));
        assert_eq!((file.listings[0].venue, file.listings[0].link.as_str()), (venue, ""));
        assert_eq!(unread(&file), [(1, RowFault::NotALink, false)]);
    }
    let listing = one(json!({"types": ["TC", "ONL", "M"], "day": 1, "time": "12:00"}));
    assert_eq!((listing.kinds, listing.other_kinds.as_str()), (vec![Men], "Location temporarily closed"));
}

#[test]
fn an_end_that_would_make_a_meeting_last_longer_than_a_night_is_none() {
    let lasting = |end: &str| of(&json!([{"slug": "s", "name": "N", "day": 1, "time": "19:00", "end_time": end}]));
    let night = lasting("06:30");
    assert_eq!((night.listings[0].minutes, unread(&night)), (690, vec![]));
    let mistyped = lasting("18:00");
    assert_eq!((mistyped.listings[0].minutes, unread(&mistyped)), (60, vec![(1, RowFault::NotATime, false)]));
}

#[test]
fn every_code_of_the_specification_is_known_by_code_and_by_name() {
    let Some(types) = sample("meeting-guide/types.json") else { return };
    let types: Value = serde_json::from_slice(&types).unwrap();
    for (code, names) in types.as_object().unwrap() {
        let name = names["en"].as_str().unwrap();
        let told = |word: &str| {
            let mut told = code::Told::default();
            told.add_guide(word);
            let place_closed = told.place_closed;
            (told.kinds(), place_closed)
        };
        assert_eq!(told(code), told(name), "{code}");
        assert_eq!(told(code), told(&code.to_lowercase()), "{code}");
        let ((kinds, words), place_closed) = told(code);
        assert!(!kinds.is_empty() || words == name || place_closed, "{code}");
    }
}

#[test]
fn codes_that_nobody_knows_are_said_as_they_are() {
    let listing = one(json!({"types": ["O", "ZZZ", "FR", "BT", "ZZZ", "St&amp;r", 12], "day": 1, "time": "12:00"}));
    assert_eq!(listing.kinds, [Open, OtherLanguage, Literature]);
    assert_eq!(listing.other_kinds, "ZZZ, French, Basic Text, St&r, 12");
}

#[test]
fn an_object_of_meetings_is_read_as_an_array_of_them() {
    let file =
        of(&json!({"formats": {"a": 1}, "meetings": [{"name": "N", "slug": "s", "regions": ["North", "Hills"]}]}));
    assert_eq!(file.format, ListFormat::MeetingGuide);
    assert_eq!(file.listings[0].region, "North, Hills");
}

#[test]
fn a_list_is_named_after_its_entity_where_there_is_one() {
    let named = |entities: &[&str]| {
        let rows: Vec<_> =
            (0..).zip(entities).map(|(i, entity)| json!({"name": "N", "slug": i, "entity": entity})).collect();
        let file = of(&json!(rows));
        (file.name, file.fellowship)
    };
    assert_eq!(named(&["", "Area 5 &amp; 6", "Area 5 &amp; 6"]), ("Area 5 & 6".to_owned(), Some(Fellowship::Aa)));
    assert_eq!(named(&["", "Ohio NA"]), ("Ohio NA".to_owned(), Some(Fellowship::Na)));
    assert_eq!(named(&["District 1", "District 2"]), (String::new(), Some(Fellowship::Aa)));
    assert_eq!(named(&["District 1", "Ohio NA"]), (String::new(), None));
    assert_eq!(named(&[""]), (String::new(), Some(Fellowship::Aa)));
}

#[test]
fn the_table_of_the_specification_is_read() {
    let Some(table) = sample("meeting-guide/spreadsheet-template.csv") else { return };
    let file = read(&table).unwrap();
    assert_eq!((file.format, file.rows, file.listings.len()), (ListFormat::MeetingGuideTable, 36, 36));
    assert_eq!(file.unread, []);
    let first = &file.listings[0];
    assert_eq!((first.key.as_str(), held(first).as_str()), ("after-work-topic-meeting", "Monday 18:00 60"));
    assert_eq!(first.address, "2634 Union Ave, San Jose, CA 95124, USA");
    assert_eq!((first.kinds.as_slice(), first.venue), (&[Open, Wheelchair][..], Venue::InPerson));
    assert_eq!(first.zone, domain::time::Zone::parse("America/Los_Angeles"));
    let last = &file.listings[35];
    assert_eq!((last.venue, last.closed, held(last).as_str()), (Venue::Online, false, "Sunday 19:00 60"));
    assert_eq!((last.kinds.as_slice(), last.phone.as_str()), (&[Open, Men, Literature][..], "(800) 555-1212"));
    assert_eq!(last.other_kinds, "Big Book, Location temporarily closed");
    assert!(file.listings.iter().all(|listing| !listing.kinds.is_empty()));
}

#[test]
fn a_table_is_read_whatever_its_order_case_and_marks() {
    for between in [",", ";", "\t"] {
        let text = [
            "\u{feff}TYPES|day|Start  Time|  name |extra|Full Address|ID",
            "\"Open, Wheelchair Access\"|Monday|7:00 PM|\"Two\r\nlines\"|x|\"1 Elm; St,\tTown\"|a",
            "",
            "|||||",
            "O|martes|19:00|Ragged",
            "C|Friday|19:00|Too long|||b|and|more",
        ]
        .join("\r\n")
        .replace('|', between);
        let file = read(text.as_bytes()).unwrap();
        assert_eq!((file.rows, file.unread_in_all), (3, 0), "{text}");
        let said: Vec<_> = file.listings.iter().map(|l| (l.name.as_str(), held(l))).collect();
        assert_eq!(said[0], ("Two lines", "Monday 19:00 60".to_owned()));
        assert_eq!(said[1], ("Ragged", "Tuesday 19:00 60".to_owned()));
        assert_eq!(file.listings[0].kinds, [Open, Wheelchair]);
        assert_eq!(file.listings[0].address, "1 Elm; St, Town");
        assert_eq!((file.listings[0].key.as_str(), file.listings[2].key.as_str()), ("a", "b"));
    }
}

#[test]
fn a_row_without_a_key_gets_the_same_one_each_time() {
    let table =
        "Name,Day,Time,Location\nA,Monday,7 PM,Hall\nA,Tuesday,7 PM,Hall\nA,Monday,7 PM,Hall\n,Monday,7 PM,Hall\n";
    let file = read(table.as_bytes()).unwrap();
    let keys: Vec<_> = file.listings.iter().map(|listing| listing.key.as_str()).collect();
    assert_eq!(keys, ["f312c498127974e1", "314ed522d9ec2688"]);
    assert_eq!(unread(&file), [(4, RowFault::SameKey, true), (5, RowFault::NoName, true)]);
}

#[test]
fn what_spreadsheets_of_other_times_wrote_is_read() {
    let table = "Name,Slug,Region\nCafé Señor,a,“North”\n";
    let old = WINDOWS_1252.encode(table).0.into_owned();
    let wide: Vec<u8> = [0xfeff].into_iter().chain(table.encode_utf16()).flat_map(u16::to_le_bytes).collect();
    let wide_other: Vec<u8> = [0xfeff].into_iter().chain(table.encode_utf16()).flat_map(u16::to_be_bytes).collect();
    for bytes in [table.as_bytes(), &old, &wide, &wide_other] {
        let file = read(bytes).unwrap();
        assert_eq!((file.listings[0].name.as_str(), file.listings[0].region.as_str()), ("Café Señor", "“North”"));
    }
}

#[test]
fn a_table_that_was_cut_off_within_a_cell_is_broken() {
    let table = "Name,Slug\nA,a\n\"B\nC,c\n";
    assert_eq!(read(table.as_bytes()), Err(ListFault::Malformed { line: 3 }));
    assert_eq!(read(table.replace("\"B", "\"B\"").as_bytes()).unwrap().listings.len(), 3);
}

#[test]
fn the_search_results_of_a_server_are_read() {
    let Some(results) = sample("bmlt/search-results.json") else { return };
    let file = read(&results).unwrap();
    assert_eq!((file.format, file.rows, file.listings.len()), (ListFormat::Bmlt, 6, 6));
    // Of three servers.
    assert_eq!((file.unread.as_slice(), file.name.as_str()), (&[][..], ""));
    assert_eq!(file.fellowship, Some(Fellowship::Na));
    let first = &file.listings[0];
    assert_eq!((first.key.as_str(), first.name.as_str()), ("1601", "A New Way Group"));
    assert_eq!((held(first).as_str(), first.venue, first.zone), ("Thursday 19:00 90", Venue::InPerson, None));
    assert_eq!(first.place, "Christ Episcopal Church");
    assert_eq!(first.address, "431 Union Street, Hudson, NY, USA");
    assert_eq!(first.region, "Hudson, Columbia, NY");
    assert_eq!(first.kinds, [Open, Speaker, Discussion, Literature, StepStudy]);
    assert_eq!(first.other_kinds, "Basic Text, Informational Pamphlet, Rotating Format");
    assert_eq!((held(&file.listings[5]).as_str(), file.listings[5].kinds[1]), ("Sunday 14:00 60", ChildFriendly));
    assert_eq!(file.listings[5].notes, "Garden Room");
}

#[test]
fn a_server_is_read_by_numbers_too_and_what_it_does_not_publish_is_left_out() {
    let row = |id: u32, more: Value| {
        let mut row = json!({"id_bigint": id, "weekday_tinyint": 1, "start_time": "19:00", "meeting_name": "N"});
        row.as_object_mut().unwrap().extend(more.as_object().unwrap().clone());
        row
    };
    let file = of(&json!([
        row(1, json!({"published": "0"})),
        row(
            2,
            json!({"published": 1, "venue_type": 2, "virtual_meeting_link": "https://zoom.us/j/1",
            "phone_meeting_number": "call 212 555 1212", "duration_time": "24:00:00", "time_zone": "Europe/Berlin"})
        ),
        row(3, json!({"venue_type": "3", "formats": "TC,HY"})),
        row(4, json!({"venue_type": "1", "formats": "TC,C", "duration_time": "99:00:00"})),
        row(5, json!({"formats": "VM,SP,Y,XQ", "duration_time": "00:00:00"})),
        row(6, json!({"formats": "HY", "weekday_tinyint": "8"})),
        row(7, json!({"venue_type": "9", "location_text": "Library"})),
    ]));
    let faults = [
        (1, RowFault::NotPublished, true),
        (4, RowFault::NotATime, false),
        (6, RowFault::NotADay, true),
        (7, RowFault::UnknownVenue, false),
    ];
    assert_eq!(unread(&file), faults);
    let said: Vec<_> = file.listings.iter().map(|l| (l.key.as_str(), l.venue, l.closed, l.minutes)).collect();
    assert_eq!(
        said,
        [
            ("2", Venue::Online, false, 1440),
            ("3", Venue::Online, false, 60),
            ("4", Venue::InPerson, true, 60),
            ("5", Venue::Online, false, 60),
            ("7", Venue::InPerson, false, 60),
        ]
    );
    assert_eq!((file.listings[0].phone.as_str(), file.listings[0].notes.as_str()), ("", "call 212 555 1212"));
    assert_eq!(
        (&file.listings[3].kinds[..], file.listings[3].other_kinds.as_str()),
        (&[YoungPeople, Speaker][..], "XQ")
    );
    assert_eq!(file.rows, 7);
    let file = of(&json!([row(1, json!({"root_server_uri": "https://bmlt.example.org/main_server"}))]));
    assert_eq!(file.name, "bmlt.example.org");
}

#[test]
fn what_a_file_says_of_its_formats_goes_before_what_is_known_of_them() {
    let row = json!({"id_bigint": "1", "weekday_tinyint": "1", "start_time": "19:00:00", "meeting_name": "N",
        "formats": "O,A1,PL,Q,SD,W"});
    let format = |key: &str, world: &str, name: &str, lang: &str| json!({"key_string": key, "world_id": world, "name_string": name, "lang": lang, "id": key});
    let formats = [
        format("O", "CLOSED", "Geschlossen", "de"),
        format("A1", "OPEN", "Abierta", "es"),
        format("A1", "", "Candlelight", "en"),
        format("PL", "LANG", "Polski", "pl"),
        format("Q", "", "Quiet &amp; calm", "en"),
        format("SD", "SPK", "Speaker/Discussion", "en"),
    ];
    let file = of(&json!({"meetings": [row], "formats": formats}));
    assert_eq!(file.listings[0].kinds, [Closed, Women, OtherLanguage, Speaker, Discussion, Candlelight]);
    assert_eq!(file.listings[0].other_kinds, "Polski, Quiet & calm");
}

#[test]
fn rows_of_the_administration_count_days_from_sunday_as_0() {
    let row = |id: u32, day: u32| {
        json!({"id": id, "serviceBodyId": 3, "formatIds": [17, 4], "venueType": 1, "temporarilyVirtual": id == 2,
            "day": day, "startTime": "19:00", "duration": "01:15", "timeZone": "America/New_York", "published": id != 3,
            "worldId": null, "name": "N", "location_text": "Hall", "location_municipality": "Bronx",
            "customFields": {"a": "b"}})
    };
    let formats = json!([{"id": 17, "key_string": "O", "name_string": "Open", "lang": "en"}]);
    let file = of(&json!({"meetings": [row(1, 0), row(2, 6), row(3, 1)], "formats": formats}));
    assert_eq!((file.format, file.fellowship), (ListFormat::BmltAdmin, Some(Fellowship::Na)));
    let said: Vec<_> = file.listings.iter().map(|l| (l.key.as_str(), held(l), l.venue)).collect();
    assert_eq!(said[0], ("1", "Sunday 19:00 75".to_owned(), Venue::InPerson));
    assert_eq!(said[1], ("2", "Saturday 19:00 75".to_owned(), Venue::Online));
    assert_eq!(said.len(), 2);
    assert_eq!((file.listings[0].kinds.as_slice(), file.listings[0].other_kinds.as_str()), (&[Open][..], ""));
}

#[test]
fn the_same_rows_of_a_server_are_read_from_a_table() {
    let table = "\"id_bigint\",\"weekday_tinyint\",\"start_time\",\"meeting_name\",\"formats\"\n\
        \"7\",\"2\",\"07:00:00\",\"Early\",\"O,ME\"\n";
    let file = read(table.as_bytes()).unwrap();
    assert_eq!((file.format, held(&file.listings[0]).as_str()), (ListFormat::Bmlt, "Monday 07:00 60"));
    assert_eq!(file.listings[0].kinds, [Open, Meditation]);
}

#[test]
fn the_word_of_a_format_is_that_of_the_wire() {
    for format in [ListFormat::MeetingGuide, ListFormat::MeetingGuideTable, ListFormat::Bmlt, ListFormat::BmltAdmin] {
        assert_eq!(json!(format), format.word());
    }
}
