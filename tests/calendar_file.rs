//! Calendar files, in and out.

use std::path::Path;

use app::{Failure, Rule};
use serde_json::{Value, json};
use support::TestVault;

/// The record, its program from Monday, January 5, with Monday evenings, as many weeks.
fn in_care(weeks: u32) -> (TestVault, String) {
    let vault = TestVault::new();
    let slots = json!([{"weekday": "monday", "time": "18:00", "minutes": 180, "kind": "group"}]);
    let provider = json!({"name": "Cedar House", "phone": "", "address": "12 Elm St", "room": "Room 4", "link": ""});
    let started: Value = vault.call(
        "start_care",
        json!({"level": "intensive_outpatient", "age_group": "adult", "starts_on": "2026-01-05",
            "zone": "America/New_York", "provider": provider,
            "phases": [{"weeks": weeks, "target_minutes": 180, "slots": slots}]}),
    );
    let episode = started["episode"].as_str().unwrap().to_owned();
    (vault, episode)
}

/// A file of one event of these lines.
fn file(lines: &str) -> String {
    format!(
        "BEGIN:VCALENDAR\r\nVERSION:2.0\r\nBEGIN:VEVENT\r\nUID:a@clinic\r\n{lines}\r\nEND:VEVENT\r\nEND:VCALENDAR\r\n"
    )
}

/// Wednesdays at that time, so many of them from January 7.
fn wednesdays(time: &str, times: u32) -> String {
    file(&format!(
        "SUMMARY:Process group\r\nDTSTART;TZID=America/New_York:20260107T{time}00\r\nDURATION:PT90M\r\nRRULE:FREQ=WEEKLY;COUNT={times}"
    ))
}

fn preview(vault: &TestVault, text: &str, episode: &str) -> Value {
    vault.call("preview_calendar", json!({"text": text, "episode": episode}))
}

fn import(vault: &TestVault, text: &str, episode: &str) -> Value {
    vault.done("import_calendar", json!({"text": text, "episode": episode, "kinds": [], "leave_out": []}))
}

fn did(done: &Value) -> [u64; 3] {
    ["added", "changed", "removed"].map(|what| done["value"][what].as_u64().unwrap())
}

/// The sessions of the week of that day, by their start.
fn week(vault: &TestVault, of: &str) -> Vec<Value> {
    vault.call::<Value>("week", json!({"of": of}))["sessions"].as_array().unwrap().clone()
}

fn starts(vault: &TestVault, of: &str) -> Vec<String> {
    let said = |s: &Value| format!("{} {}", s["on"].as_str().unwrap(), s["time"].as_str().unwrap());
    week(vault, of).iter().map(said).collect()
}

fn record(vault: &TestVault) -> String {
    let saved: Value = vault.call("export_record", json!({}));
    std::fs::read_to_string(saved["saved"].as_str().unwrap()).unwrap()
}

fn out(vault: &TestVault, request: Value) -> String {
    let saved: Value = vault.call("export_calendar", request);
    std::fs::read_to_string(saved["saved"].as_str().unwrap()).unwrap()
}

#[test]
fn a_preview_says_what_each_event_becomes_and_changes_nothing() {
    let (vault, episode) = in_care(10);
    let before = record(&vault);
    let text = wednesdays("0930", 4).replace(
        "END:VCALENDAR",
        "BEGIN:VEVENT\r\nUID:b@clinic\r\nSUMMARY:Holiday\r\nDTSTART;VALUE=DATE:20260119\r\nEND:VEVENT\r\nEND:VCALENDAR",
    );
    let shown = preview(&vault, &text, &episode);
    let event = &shown["events"][0];
    assert_eq!(
        (&event["title"], &event["kind"], &event["days"], &event["times"], &event["minutes"], &event["count"]),
        (&json!("Process group"), &json!("group"), &json!(["wednesday"]), &json!(["09:30"]), &json!(90), &json!(4))
    );
    assert_eq!((&event["first_on"], &event["last_on"]), (&json!("2026-01-07"), &json!("2026-01-28")));
    assert_eq!((&event["new"], &event["same"], &event["overlaps"]), (&json!(4), &json!(0), &json!(0)));
    assert_eq!(shown["unread"], json!([{"line": 10, "reason": "all_day"}]));
    assert_eq!(record(&vault), before);
}

#[test]
fn importing_twice_adds_nothing_twice_and_undo_takes_all_of_it_back() {
    let (vault, episode) = in_care(10);
    let before = record(&vault);
    let done = import(&vault, &wednesdays("0930", 4), &episode);
    assert_eq!(did(&done), [4, 0, 0]);
    assert_eq!(starts(&vault, "2026-01-05"), ["2026-01-05 18:00", "2026-01-07 09:30"]);
    let after = record(&vault);
    let again = import(&vault, &wednesdays("0930", 4), &episode);
    assert_eq!((did(&again), &again["undo"]), ([0, 0, 0], &Value::Null));
    assert_eq!(record(&vault), after);
    vault.call::<Value>("undo", json!({"step": done["undo"]}));
    assert_eq!(record(&vault), before);
}

#[test]
fn a_changed_file_changes_what_is_planned_and_removes_what_is_no_more() {
    let (vault, episode) = in_care(10);
    import(&vault, &wednesdays("0930", 4), &episode);
    // Two of another length, and the last two are gone.
    let text = wednesdays("0930", 2).replace("PT90M", "PT60M");
    let event = preview(&vault, &text, &episode)["events"][0].clone();
    assert_eq!((&event["new"], &event["changed"], &event["gone"]), (&json!(0), &json!(2), &json!(2)));
    assert_eq!(did(&import(&vault, &text, &episode)), [0, 2, 2]);
    assert_eq!(week(&vault, "2026-01-12")[1]["minutes"], 60);
    assert_eq!(starts(&vault, "2026-01-19"), ["2026-01-19 18:00"]);
    // They come again.
    assert_eq!(did(&import(&vault, &wednesdays("0930", 4), &episode)), [2, 2, 0]);
}

#[test]
fn a_cancelled_time_is_cancelled_and_comes_back_with_the_file() {
    let (vault, episode) = in_care(10);
    let plain = wednesdays("0930", 2);
    let cancelled = plain.replace(
        "END:VCALENDAR",
        "BEGIN:VEVENT\r\nUID:a@clinic\r\nRECURRENCE-ID;TZID=America/New_York:20260114T093000\r\nDTSTART;TZID=America/New_York:20260114T093000\r\nSTATUS:CANCELLED\r\nEND:VEVENT\r\nEND:VCALENDAR",
    );
    // What was never here is not brought in as cancelled.
    assert_eq!(did(&import(&vault, &cancelled, &episode)), [1, 0, 0]);
    assert_eq!(did(&import(&vault, &plain, &episode)), [1, 0, 0]);
    assert_eq!(did(&import(&vault, &cancelled, &episode)), [0, 1, 0]);
    assert_eq!(week(&vault, "2026-01-12")[1]["state"], "cancelled");
    assert_eq!(did(&import(&vault, &plain, &episode)), [0, 1, 0]);
    assert_eq!(week(&vault, "2026-01-12")[1]["state"], "planned");
}

#[test]
fn what_the_client_answered_wrote_into_moved_or_cancelled_stays() {
    let (vault, episode) = in_care(10);
    import(&vault, &wednesdays("0930", 5), &episode);
    vault.go_to("2026-01-07T12:00");
    vault.unlock();
    let named = |of: &str| week(&vault, of)[1]["session"].clone();
    vault.call::<Value>("log_session", json!({"session": named("2026-01-05"), "state": "attended"}));
    let topic = json!({"session": named("2026-01-12"), "state": "planned", "topic": "My own words"});
    vault.call::<Value>("log_session", topic);
    let moved = json!({"session": named("2026-01-19"), "scope": "this", "on": "2026-01-22"});
    vault.call::<Value>("change_session", moved);
    vault.call::<Value>("cancel_session", json!({"session": named("2026-01-26"), "scope": "this"}));
    // Another length, and none after the fourth.
    let text = wednesdays("0930", 4).replace("PT90M", "PT60M");
    assert_eq!(preview(&vault, &text, &episode)["events"][0]["kept"], 4);
    assert_eq!(did(&import(&vault, &text, &episode)), [0, 0, 1]);
    // Not one of them stands in the file any more.
    assert_eq!(did(&import(&vault, &wednesdays("1100", 1), &episode)), [1, 0, 0]);
    assert_eq!(
        (&week(&vault, "2026-01-05")[1]["state"], &week(&vault, "2026-01-05")[1]["minutes"]),
        (&json!("attended"), &json!(90))
    );
    assert_eq!(starts(&vault, "2026-01-12")[1], "2026-01-14 09:30");
    assert_eq!(starts(&vault, "2026-01-19")[1], "2026-01-22 09:30");
    assert_eq!(week(&vault, "2026-01-26")[1]["state"], "cancelled");
}

#[test]
fn the_kind_that_was_chosen_is_proposed_again_and_what_is_left_out_is_left_alone() {
    let (vault, episode) = in_care(10);
    let text = wednesdays("0930", 3);
    let request = |leave_out: Value| {
        let kinds = json!([{"uid": "a@clinic", "kind": "education"}]);
        json!({"text": text, "episode": episode, "kinds": kinds, "leave_out": leave_out})
    };
    assert_eq!(did(&vault.done("import_calendar", request(json!(["a@clinic"])))), [0, 0, 0]);
    assert_eq!(did(&vault.done("import_calendar", request(json!([])))), [3, 0, 0]);
    assert_eq!(preview(&vault, &text, &episode)["events"][0]["kind"], "education");
    assert_eq!(did(&import(&vault, &text, &episode)), [0, 0, 0]);
}

#[test]
fn a_time_at_which_a_session_is_held_already_is_pointed_out_and_allowed() {
    let (vault, episode) = in_care(10);
    let text = file("DTSTART;TZID=America/New_York:20260112T190000\r\nDURATION:PT1H");
    assert_eq!(preview(&vault, &text, &episode)["events"][0]["overlaps"], 1);
    assert_eq!(did(&import(&vault, &text, &episode)), [1, 0, 0]);
    assert_eq!(preview(&vault, &text, &episode)["events"][0]["overlaps"], 1);
}

#[test]
fn a_file_in_another_zone_is_kept_by_the_clinics_clock_over_the_change_of_clocks() {
    let (vault, episode) = in_care(12);
    // Ten in the evening in UTC: five in winter, six once the clinic's clocks went forward on March 8.
    let text = file("DTSTART:20260304T220000Z\r\nDURATION:PT1H\r\nRRULE:FREQ=WEEKLY;COUNT=2");
    import(&vault, &text, &episode);
    assert_eq!(starts(&vault, "2026-03-02")[1], "2026-03-04 17:00");
    assert_eq!(starts(&vault, "2026-03-09")[1], "2026-03-11 18:00");
    let text = out(&vault, json!({"weeks": 12, "titles": "neutral", "remind_minutes": null}));
    assert!(text.contains("DTSTART:20260302T230000Z") && text.contains("DTSTART:20260309T220000Z"), "{text}");
}

#[test]
fn what_is_no_calendar_or_too_large_is_refused_and_an_endless_one_is_bounded() {
    let (vault, episode) = in_care(10);
    let before = record(&vault);
    let huge = format!("BEGIN:VCALENDAR\n{}", "X".repeat(50 * 1024 * 1024));
    for (text, rule) in [
        ("", Rule::Malformed),
        ("{\"format\": \"handrail\"}", Rule::Malformed),
        ("BEGIN:VCARD\nFN:A\nEND:VCARD\n", Rule::Malformed),
        (huge.as_str(), Rule::TooLarge),
    ] {
        let refused = Failure::invalid("text", rule);
        assert_eq!(vault.failure("preview_calendar", json!({"text": text, "episode": episode})), refused);
        let request = json!({"text": text, "episode": episode, "kinds": [], "leave_out": []});
        assert_eq!(vault.failure("import_calendar", request), refused);
    }
    assert_eq!(record(&vault), before);
    let endless = file("DTSTART:20260105T140000Z\r\nRRULE:FREQ=DAILY");
    let shown = preview(&vault, &endless, &episode);
    let event = &shown["events"][0];
    assert_eq!((&event["count"], &event["goes_on"], &shown["to"]), (&json!(70), &json!(true), &json!("2026-03-15")));
    let secondly = file("DTSTART:20260105T140000Z\r\nRRULE:FREQ=SECONDLY");
    assert_eq!(preview(&vault, &secondly, &episode)["unread"][0]["reason"], "too_often");
}

#[test]
fn the_samples_of_other_programs_are_read_into_care() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../shared/samples/icalendar");
    let Ok(found) = std::fs::read_dir(folder) else {
        println!("skipped: no samples");
        return;
    };
    let vault = TestVault::at("2012-07-30T09:00", "America/Los_Angeles");
    let provider = json!({"name": "", "phone": "", "address": "", "room": "", "link": ""});
    let started: Value = vault.call(
        "start_care",
        json!({"level": "outpatient", "age_group": "adult", "starts_on": "2012-06-04", "zone": "America/Los_Angeles",
            "provider": provider, "phases": [{"weeks": null, "target_minutes": 0, "slots": []}]}),
    );
    let episode = started["episode"].as_str().unwrap();
    let mut added = 0;
    for path in found.map(|entry| entry.unwrap().path()).filter(|path| path.extension().is_some_and(|e| e == "ics")) {
        let text = std::fs::read_to_string(&path).unwrap();
        added += did(&import(&vault, &text, episode))[0];
        assert_eq!(did(&import(&vault, &text, episode)), [0, 0, 0], "{}", path.display());
    }
    assert!(added > 100, "{added}");
}

#[test]
fn what_is_ahead_goes_out_under_neutral_titles_and_the_same_names_each_time() {
    let (vault, _) = in_care(3);
    let request = json!({"weeks": 2, "titles": "neutral", "remind_minutes": 60});
    let text = out(&vault, request.clone());
    assert_eq!(text.matches("SUMMARY:Appointment\r\n").count(), 2);
    assert_eq!(text.matches("TRIGGER:-PT60M\r\n").count(), 2);
    assert!(!text.contains("Group") && !text.contains("Cedar") && !text.contains("Elm"), "{text}");
    let names = |text: &str| text.lines().filter(|l| l.starts_with("UID:")).map(str::to_owned).collect::<Vec<_>>();
    // A note gives a session an id of its own, but no other name.
    let session = week(&vault, "2026-01-12")[0]["session"].clone();
    vault.call::<Value>("log_session", json!({"session": session, "state": "planned", "note": "Bring the form."}));
    assert_eq!(names(&out(&vault, request)), names(&text));
    let named = out(&vault, json!({"weeks": 2, "titles": "kind", "remind_minutes": null}));
    assert!(named.contains("SUMMARY:Group therapy\r\n") && named.contains("12 Elm St"), "{named}");
    assert!(!named.contains("VALARM") && !named.contains("Bring the form"), "{named}");
}

#[test]
fn only_planned_sessions_that_have_not_begun_go_out() {
    let (vault, episode) = in_care(3);
    vault.go_to("2026-01-05T18:30");
    vault.unlock();
    let session = week(&vault, "2026-01-12")[0]["session"].clone();
    vault.call::<Value>("cancel_session", json!({"session": session, "scope": "this"}));
    let request = json!({"weeks": 52, "titles": "neutral", "remind_minutes": 0});
    assert_eq!(vault.call::<Value>("export_calendar", request.clone())["sessions"], 1);
    vault.go_to("2026-01-19T18:30");
    vault.unlock();
    assert_eq!(vault.call::<Value>("export_calendar", request.clone()), json!({"sessions": 0, "saved": null}));
    vault.lock();
    assert_eq!(vault.failure("export_calendar", request), Failure::Locked);
    assert_eq!(vault.failure("preview_calendar", json!({"text": "", "episode": episode})), Failure::Locked);
}

#[test]
fn an_export_outside_of_its_bounds_is_refused() {
    let (vault, _) = in_care(3);
    for (weeks, remind, field, rule) in
        [(0, 0, "weeks", Rule::TooSmall), (53, 0, "weeks", Rule::TooLarge), (1, 2881, "remind_minutes", Rule::TooLarge)]
    {
        let request = json!({"weeks": weeks, "titles": "neutral", "remind_minutes": remind});
        assert_eq!(vault.failure("export_calendar", request), Failure::invalid(field, rule));
    }
}
