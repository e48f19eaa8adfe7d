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
    assert_eq!((&shown["this_week"], &shown["total"]), (&json!(1), &json!(1)));
    assert_eq!(shown["weeks"][0]["attendances"][0]["took"], json!(["listened", "shared"]));
    let mut changed = visit("2026-01-06", "19:30");
    changed["id"] = done["id"].clone();
    changed["fellowship"] = json!("smart_recovery");
    vault.call::<Value>("record_attendance", changed);
    let shown = groups(&vault);
    assert_eq!(shown["total"], 1);
    assert_eq!(shown["weeks"][0]["attendances"][0]["fellowship"], "smart_recovery");
    let undo = vault.done("delete_attendance", json!({"id": done["id"]}))["undo"].clone();
    assert_eq!(groups(&vault)["total"], 0);
    vault.call::<Value>("undo", json!({"step": undo}));
    assert_eq!(groups(&vault)["total"], 1);
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
    assert_eq!(groups(&vault)["total"], 1);
    // And what was logged can still be put right.
    let logged = groups(&vault)["weeks"][0]["attendances"][0].clone();
    let mut mended = logged.clone();
    mended["topic"] = json!("Asking for help");
    vault.call::<Value>("record_attendance", mended.clone());
    assert_eq!(groups(&vault)["weeks"][0]["attendances"][0], mended);
}

#[test]
fn what_is_asked_shows_done_owed_and_when_it_is_due() {
    let vault = TestVault::at("2026-01-20T21:00", "America/New_York");
    let asked = json!({"per_week": 2, "starts_on": "2026-01-05", "carries_over": true});
    vault.call::<Value>("save_requirement", asked);
    for on in ["2026-01-06", "2026-01-10", "2026-01-13", "2026-01-19"] {
        vault.call::<Value>("record_attendance", visit(on, "19:30"));
    }
    let owed = json!({"per_week": 2, "done": 1, "carried": 1, "left": 2, "due_on": "2026-01-25"});
    assert_eq!(groups(&vault)["owed"], owed);
    assert_eq!(vault.call::<Value>("today", json!({}))["groups"]["owed"], owed);
    vault.call::<Value>("remove_requirement", json!({}));
    assert_eq!(groups(&vault)["owed"], Value::Null);
    assert_eq!(vault.failure("remove_requirement", json!({})), Failure::NotFound);
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
    assert_eq!(groups(&vault)["total"], 0);
}
