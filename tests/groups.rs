//! Support groups.

use app::{Failure, Rule};
use serde_json::{Value, json};
use support::TestVault;

fn visit(on: &str, time: &str) -> Value {
    json!({"fellowship": "aa", "name": "Tuesday Night", "on": on, "time": time, "minutes": 60, "mode": "in_person",
        "took": ["shared", "listened", "shared"], "topic": "", "note": ""})
}

fn groups(vault: &TestVault) -> Value {
    vault.call("groups", json!({"before": null}))
}

#[test]
fn an_attendance_is_logged_counted_changed_deleted_and_brought_back() {
    let vault = TestVault::at("2026-01-07T12:00", "America/New_York");
    let done: Value = vault.call("record_attendance", visit("2026-01-06", "19:30"));
    assert_eq!(done["in_week"], 1);
    let shown = groups(&vault);
    assert_eq!((&shown["counts"]["week"], &shown["counts"]["total"]), (&json!(1), &json!(1)));
    assert_eq!(shown["weeks"][0]["attendances"][0]["took"], json!(["listened", "shared"]));
    let mut changed = visit("2026-01-06", "19:30");
    changed["id"] = done["id"].clone();
    changed["fellowship"] = json!("smart_recovery");
    vault.call::<Value>("record_attendance", changed);
    let shown = groups(&vault);
    assert_eq!(shown["counts"]["total"], 1);
    assert_eq!(shown["weeks"][0]["attendances"][0]["fellowship"], "smart_recovery");
    let undo = vault.done("delete_attendance", json!({"id": done["id"]}))["undo"].clone();
    assert_eq!(groups(&vault)["counts"]["total"], 0);
    vault.call::<Value>("undo", json!({"step": undo}));
    assert_eq!(groups(&vault)["counts"]["total"], 1);
}

#[test]
fn a_usual_meeting_is_offered_with_its_last_day_until_it_is_logged() {
    let vault = TestVault::at("2026-01-06T19:00", "America/New_York");
    let meeting = json!({"fellowship": "aa", "name": "Tuesday Night", "weekday": "tuesday", "time": "19:30", "minutes": 60,
        "mode": "in_person", "place": "Library"});
    let id = vault.call::<Value>("save_meeting", meeting)["id"].clone();
    let offered = || groups(&vault)["usual"][0].clone();
    assert_eq!(offered()["last_held"], "2025-12-30", "today's has not begun");
    vault.go_to("2026-01-06T19:30");
    vault.unlock();
    assert_eq!((&offered()["last_held"], &offered()["logged"]), (&json!("2026-01-06"), &json!(false)));
    assert_eq!(vault.call::<Value>("today", json!({}))["groups"]["usual"].as_array().unwrap().len(), 1);
    let mut there = visit("2026-01-06", "19:30");
    there["meeting"] = id.clone();
    vault.call::<Value>("record_attendance", there);
    assert_eq!(offered()["logged"], true);
    // Taking it from the usual ones leaves what was logged.
    vault.call::<Value>("delete_meeting", json!({"id": id}));
    assert_eq!(groups(&vault)["usual"], json!([]));
    assert_eq!(groups(&vault)["counts"]["total"], 1);
    // And what was logged can still be put right.
    let mut mended = groups(&vault)["weeks"][0]["attendances"][0].clone();
    mended["topic"] = json!("Asking for help");
    let mut request = mended.clone();
    request.as_object_mut().unwrap().remove("signed");
    vault.call::<Value>("record_attendance", request);
    assert_eq!(groups(&vault)["weeks"][0]["attendances"][0], mended);
}

#[test]
fn attendances_are_counted_by_week_month_and_in_all_and_by_fellowship() {
    let vault = TestVault::at("2026-02-03T21:00", "America/New_York");
    for on in ["2025-12-31", "2026-02-01", "2026-02-02", "2026-02-03"] {
        vault.call::<Value>("record_attendance", visit(on, "19:30"));
    }
    let mut other = visit("2026-02-03", "12:00");
    other["fellowship"] = json!("smart_recovery");
    vault.call::<Value>("record_attendance", other);
    let counts = groups(&vault)["counts"].clone();
    assert_eq!((&counts["week"], &counts["month"], &counts["total"]), (&json!(3), &json!(4), &json!(5)));
    assert_eq!(
        counts["fellowships"],
        json!([{"fellowship": "aa", "week": 2, "month": 3, "total": 4},
            {"fellowship": "smart_recovery", "week": 1, "month": 1, "total": 1}])
    );
}

#[test]
fn a_signature_is_drawn_with_an_attendance_shown_and_taken_away() {
    let vault = TestVault::at("2026-01-07T12:00", "America/New_York");
    let mut signed = visit("2026-01-06", "19:30");
    signed["signature"] = json!({"signer": "Jo", "strokes": [[[0, 0], [900, 300]]]});
    let id = vault.call::<Value>("record_attendance", signed.clone())["id"].clone();
    assert_eq!(groups(&vault)["weeks"][0]["attendances"][0]["signed"], true);
    let shown = || vault.call::<Value>("signature", json!({"id": id}))["signature"].clone();
    assert_eq!((&shown()["signer"], &shown()["strokes"]), (&json!("Jo"), &json!([[[0, 0], [900, 300]]])));
    // A change of the entry that draws nothing leaves it.
    let mut changed = visit("2026-01-06", "19:30");
    changed["id"] = id.clone();
    vault.call::<Value>("record_attendance", changed);
    assert_eq!(shown()["signer"], "Jo");
    let undo = vault.done("remove_signature", json!({"id": id}))["undo"].clone();
    assert_eq!(shown(), Value::Null);
    vault.call::<Value>("undo", json!({"step": undo}));
    assert_eq!(shown()["signer"], "Jo");
    for (strokes, rule) in [
        (json!([]), Rule::Required),
        (json!([[[901, 0]]]), Rule::TooLarge),
        (json!([vec![[1, 1]; 4001]]), Rule::TooLong),
    ] {
        signed["signature"]["strokes"] = strokes;
        let invalid = Failure::Invalid { field: "signature.strokes".into(), rule };
        assert_eq!(vault.failure("record_attendance", signed.clone()), invalid);
    }
    assert_eq!(groups(&vault)["counts"]["total"], 1);
}

#[test]
fn a_signature_goes_with_what_it_was_for_and_undo_brings_both_back() {
    let vault = TestVault::at("2026-01-07T12:00", "America/New_York");
    let mut signed = visit("2026-01-06", "19:30");
    signed["signature"] = json!({"signer": "Jo", "strokes": [[[0, 0], [900, 300]]]});
    let id = vault.call::<Value>("record_attendance", signed)["id"].clone();
    let signer = || vault.call::<Value>("signature", json!({"id": id}))["signature"]["signer"].clone();
    for (field, value) in
        [("on", json!("2026-01-05")), ("time", json!("19:00")), ("fellowship", json!("na")), ("name", json!("Other"))]
    {
        let mut changed = visit("2026-01-06", "19:30");
        changed["id"] = id.clone();
        changed[field] = value;
        let undo = vault.done("record_attendance", changed)["undo"].clone();
        assert_eq!(signer(), Value::Null, "{field}");
        vault.call::<Value>("undo", json!({"step": undo}));
        assert_eq!(signer(), "Jo", "{field}");
    }
    let undo = vault.done("delete_attendance", json!({"id": id}))["undo"].clone();
    vault.call::<Value>("undo", json!({"step": undo}));
    assert_eq!(signer(), "Jo");
}

#[test]
fn a_usual_meeting_is_logged_once_for_each_time_it_is_held() {
    let vault = TestVault::at("2026-01-07T12:00", "America/New_York");
    let mut there = visit("2026-01-06", "19:30");
    there["keep"] = json!(true);
    let id = vault.call::<Value>("record_attendance", there)["id"].clone();
    let usual = groups(&vault)["usual"][0].clone();
    assert_eq!((&usual["meeting"]["weekday"], &usual["logged"]), (&json!("tuesday"), &json!(true)));
    let mut again = visit("2026-01-06", "19:30");
    again["meeting"] = usual["meeting"]["id"].clone();
    let taken = Failure::Invalid { field: "time".into(), rule: Rule::Taken };
    assert_eq!(vault.failure("record_attendance", again.clone()), taken);
    assert_eq!(groups(&vault)["counts"]["total"], 1);
    // A change of the one that is there, and another time of the same day.
    again["id"] = id;
    vault.call::<Value>("record_attendance", again.clone());
    again["id"] = Value::Null;
    again["time"] = json!("12:00");
    vault.call::<Value>("record_attendance", again);
    assert_eq!(groups(&vault)["counts"]["total"], 2);
}

#[test]
fn what_is_refused_keeps_no_usual_meeting_and_undo_takes_back_both() {
    let vault = TestVault::at("2026-01-07T12:00", "America/New_York");
    let mut there = visit("2026-01-08", "19:30");
    there["keep"] = json!(true);
    vault.failure("record_attendance", there.clone());
    assert_eq!(groups(&vault)["usual"], json!([]));
    there["on"] = json!("2026-01-06");
    let undo = vault.done("record_attendance", there)["undo"].clone();
    assert_eq!(groups(&vault)["usual"].as_array().unwrap().len(), 1);
    vault.call::<Value>("undo", json!({"step": undo}));
    let shown = groups(&vault);
    assert_eq!((&shown["usual"], &shown["counts"]["total"]), (&json!([]), &json!(0)));
}

#[test]
fn there_is_one_home_group_at_most() {
    let vault = TestVault::at("2026-01-06T19:00", "America/New_York");
    let meeting = |name: &str| {
        json!({"fellowship": "aa", "name": name, "weekday": "tuesday", "time": "19:30", "minutes": 60,
            "mode": "in_person", "place": "", "home": true})
    };
    vault.call::<Value>("save_meeting", meeting("first"));
    vault.call::<Value>("save_meeting", meeting("second"));
    let usual = groups(&vault)["usual"].as_array().unwrap().clone();
    let homes: Vec<_> = usual.iter().filter(|one| one["meeting"]["home"] == true).collect();
    assert_eq!(homes.len(), 1);
    assert_eq!(homes[0]["meeting"]["name"], "second");
}

#[test]
fn a_meeting_of_another_zone_is_held_at_its_time_here() {
    // Wednesday, 9 am in Tokyo is Tuesday, 7 pm here.
    let vault = TestVault::at("2026-02-03T19:30", "America/New_York");
    let meeting = json!({"fellowship": "aa", "name": "Tokyo", "weekday": "wednesday", "time": "09:00", "minutes": 60,
        "mode": "online", "place": "", "zone": "Asia/Tokyo", "link": "https://example.org/a"});
    vault.call::<Value>("save_meeting", meeting.clone());
    let usual = groups(&vault)["usual"][0].clone();
    assert_eq!((&usual["last_held"], &usual["last_time"]), (&json!("2026-02-03"), &json!("19:00")));
    assert_eq!((&usual["next_on"], &usual["next_time"]), (&json!("2026-02-10"), &json!("19:00")));
    let invalid = |field: &str, value: Value, rule| {
        let mut wrong = meeting.clone();
        wrong[field] = value;
        assert_eq!(vault.failure("save_meeting", wrong), Failure::Invalid { field: field.into(), rule });
    };
    invalid("zone", json!("Mars/Olympus"), Rule::UnknownZone);
    invalid("link", json!("http://example.org"), Rule::Malformed);
    invalid("phone", json!("call me"), Rule::Malformed);
    invalid("remind_minutes", json!(40_321), Rule::TooLarge);
}

#[test]
fn the_log_goes_back_in_pages_and_across_a_long_pause() {
    let vault = TestVault::at("2026-01-20T21:00", "America/New_York");
    for on in ["2026-01-19", "2024-05-06", "2024-05-07"] {
        vault.call::<Value>("record_attendance", visit(on, "19:30"));
    }
    let newest = groups(&vault);
    assert_eq!(newest["weeks"].as_array().unwrap().len(), 1);
    let older: Value = vault.call("groups", json!({"before": newest["older_before"]}));
    assert_eq!(older["weeks"][0]["attendances"].as_array().unwrap().len(), 2);
    assert_eq!(older["older_before"], Value::Null);
}

#[test]
fn what_an_attendance_may_not_be_is_refused_and_changes_nothing() {
    let vault = TestVault::at("2026-01-07T12:00", "America/New_York");
    let with = |field: &str, value: Value| {
        let mut request = visit("2026-01-06", "19:30");
        request[field] = value;
        vault.failure("record_attendance", request)
    };
    let invalid = |field: &str, rule| Failure::Invalid { field: field.into(), rule };
    assert_eq!(with("on", json!("2026-01-08")), invalid("on", Rule::InTheFuture));
    assert_eq!(with("on", json!("1875-01-08")), invalid("on", Rule::NotADate));
    assert_eq!(with("time", json!("7:30 pm")), invalid("time", Rule::NotATime));
    assert_eq!(with("minutes", json!(0)), invalid("minutes", Rule::TooSmall));
    assert_eq!(with("minutes", json!(1441)), invalid("minutes", Rule::TooLarge));
    assert_eq!(with("note", json!("x".repeat(10_001))), invalid("note", Rule::TooLong));
    assert_eq!(with("fellowship", json!("none such")), invalid("fellowship", Rule::Unknown));
    let unknown = json!("019b8e3e-3480-7000-8000-000000000017");
    assert_eq!(with("meeting", unknown.clone()), invalid("meeting", Rule::Unknown));
    assert_eq!(with("id", unknown), Failure::NotFound);
    assert_eq!(groups(&vault)["counts"]["total"], 0);
}
