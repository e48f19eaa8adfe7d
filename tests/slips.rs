//! Slips.

use app::{Failure, Rule};
use serde_json::{Value, json};
use support::TestVault;

fn invalid(field: &str, rule: Rule) -> Failure {
    Failure::Invalid { field: field.into(), rule }
}

fn slip(on: &str, counters: &[&Value]) -> Value {
    json!({"on": on, "time": "22:30", "what": "", "led_to_it": "", "note": "ñandú 🌊", "counters": counters,
        "in_check_in": true})
}

fn counter(vault: &TestVault, starts_on: &str) -> Value {
    let spans = json!([{"starts_on": starts_on, "ends_on": null}]);
    vault.call::<Value>("save_counter", json!({"name": "", "spans": spans}))["id"].clone()
}

fn check_in(on: &str) -> Value {
    json!({"on": on, "mood": 3, "craving": 4, "hungry": false, "angry": false, "lonely": true, "tired": true,
        "sleep_minutes": null, "used": null, "note": "Long day"})
}

fn counters(vault: &TestVault) -> Value {
    vault.call::<Value>("recovery", json!({}))["counters"].clone()
}

/// Those that were made in one moment stand in any order.
fn these(vault: &TestVault, ids: [&Value; 2]) -> [Value; 2] {
    let all = counters(vault);
    let all = all.as_array().unwrap();
    ids.map(|id| all.iter().find(|one| one["counter"]["id"] == *id).unwrap().clone())
}

#[test]
fn a_slip_is_kept_and_counters_begin_anew_with_every_day_still_counted_all_in_one_step() {
    let vault = TestVault::at("2026-02-03T23:00", "America/New_York");
    let (first, second) = (counter(&vault, "2025-12-01"), counter(&vault, "2026-01-01"));
    vault.call::<Value>("save_check_in", check_in("2026-02-02"));
    let before = (these(&vault, [&first, &second]), vault.call::<Value>("slips", json!({})));
    let done = vault.done("record_slip", slip("2026-02-02", &[&first]));
    assert_eq!(done["changes"], json!(["check_ins", "groups"]));
    let now = these(&vault, [&first, &second]);
    let spans =
        json!([{"starts_on": "2025-12-01", "ends_on": "2026-02-01"}, {"starts_on": "2026-02-03", "ends_on": null}]);
    assert_eq!(now[0]["counter"]["spans"], spans);
    assert_eq!(now[0]["days"], json!({"current": 0, "counted": 63, "of": 64}), "one day of 64 is not counted");
    assert_eq!(now[1], before.0[1], "the other is as it was");
    assert_ne!(first, second);
    let kept = vault.call::<Value>("slips", json!({}));
    assert_eq!(
        (&kept["slips"][0]["on"], &kept["slips"][0]["time"], &kept["more"]),
        (&json!("2026-02-02"), &json!("22:30"), &json!(false))
    );
    let day = json!({"from": "2026-02-02", "to": "2026-02-02"});
    let checked = vault.call::<Value>("check_ins", day.clone())["check_ins"][0].clone();
    assert_eq!((&checked["used"], &checked["note"], &checked["mood"]), (&json!(true), &json!("Long day"), &json!(3)));
    vault.call::<Value>("undo", json!({"step": done["undo"]}));
    assert_eq!((these(&vault, [&first, &second]), vault.call::<Value>("slips", json!({}))), before);
    assert_eq!(vault.call::<Value>("check_ins", day)["check_ins"][0]["used"], Value::Null);
}

#[test]
fn nothing_has_to_be_said_of_a_slip_and_no_check_in_is_made_up_for_it() {
    let vault = TestVault::at("2026-02-03T23:00", "America/New_York");
    vault.call::<Value>("record_slip", slip("2026-02-03", &[]));
    let day = json!({"from": "2026-02-03", "to": "2026-02-03"});
    assert_eq!(
        vault.call::<Value>("check_ins", day.clone())["check_ins"],
        json!([]),
        "mood and craving are not invented"
    );
    vault.call::<Value>("save_check_in", check_in("2026-02-03"));
    let mut quiet = slip("2026-02-03", &[]);
    quiet["in_check_in"] = json!(false);
    vault.call::<Value>("record_slip", quiet);
    assert_eq!(vault.call::<Value>("check_ins", day)["check_ins"][0]["used"], Value::Null, "it may stay out");
}

#[test]
fn a_slip_today_begins_tomorrow_and_a_second_one_of_the_day_changes_nothing() {
    let vault = TestVault::at("2026-02-03T23:00", "America/New_York");
    let id = counter(&vault, "2026-02-03");
    vault.call::<Value>("record_slip", slip("2026-02-03", &[&id]));
    let spans = json!([{"starts_on": "2026-02-04", "ends_on": null}]);
    assert_eq!(counters(&vault)[0]["counter"]["spans"], spans);
    vault.call::<Value>("record_slip", slip("2026-02-03", &[&id]));
    assert_eq!(counters(&vault)[0]["counter"]["spans"], spans, "the day does not count already");
    // The counter can still be given a name on that evening.
    vault.call::<Value>("save_counter", json!({"id": id, "name": "Alcohol", "spans": spans}));
    let further = json!([{"starts_on": "2026-02-05", "ends_on": null}]);
    let failure = vault.failure("save_counter", json!({"id": id, "name": "", "spans": further}));
    assert_eq!(failure, invalid("spans", Rule::InTheFuture));
}

#[test]
fn words_of_a_slip_are_changed_and_it_is_deleted_without_touching_a_counter() {
    let vault = TestVault::at("2026-02-03T23:00", "America/New_York");
    let id = counter(&vault, "2026-01-01");
    vault.call::<Value>("record_slip", slip("2026-02-01", &[&id]));
    let after = counters(&vault);
    let mut kept = vault.call::<Value>("slips", json!({}))["slips"][0].clone();
    (kept["led_to_it"], kept["on"]) = (json!("Friday, alone"), json!("2026-01-31"));
    vault.call::<Value>("save_slip", kept.clone());
    assert_eq!(vault.call::<Value>("slips", json!({}))["slips"], json!([kept]));
    let key = json!({"id": kept["id"]});
    let undo = vault.done("delete_slip", key.clone())["undo"].clone();
    assert_eq!(vault.failure("delete_slip", key.clone()), Failure::NotFound);
    assert_eq!(vault.failure("save_slip", kept.clone()), Failure::NotFound);
    assert_eq!(vault.failure("slips", json!({"before": key["id"]})), Failure::NotFound);
    vault.call::<Value>("undo", json!({"step": undo}));
    assert_eq!(vault.call::<Value>("slips", json!({}))["slips"], json!([kept]));
    assert_eq!(counters(&vault), after);
}

#[test]
fn a_slip_that_cannot_be_is_refused_whole() {
    let vault = TestVault::at("2026-02-03T23:00", "America/New_York");
    let id = counter(&vault, "2026-01-01");
    let before = counters(&vault);
    let stranger = json!("019b8e3e-3480-7000-8000-000000000017");
    let failure = vault.failure("record_slip", slip("2026-02-03", &[&id, &stranger]));
    assert_eq!(failure, invalid("counters.1", Rule::Unknown));
    assert_eq!(vault.failure("record_slip", slip("2026-02-04", &[&id])), invalid("on", Rule::InTheFuture));
    let mut long = slip("2026-02-03", &[&id]);
    long["what"] = json!("x".repeat(301));
    assert_eq!(vault.failure("record_slip", long), invalid("what", Rule::TooLong));
    assert_eq!((counters(&vault), vault.call::<Value>("slips", json!({}))["slips"].clone()), (before, json!([])));
}

#[test]
fn more_than_two_hundred_are_shown_page_by_page() {
    let vault = TestVault::at("2026-02-03T23:00", "America/New_York");
    for _ in 0..201 {
        vault.call::<Value>("record_slip", slip("2026-02-03", &[]));
    }
    let first: Value = vault.call("slips", json!({}));
    assert_eq!((first["slips"].as_array().unwrap().len(), &first["more"]), (200, &json!(true)));
    let rest: Value = vault.call("slips", json!({"before": first["slips"][199]["id"]}));
    assert_eq!((rest["slips"].as_array().unwrap().len(), &rest["more"]), (1, &json!(false)));
}
