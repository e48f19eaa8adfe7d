//! The daily check-in.

use app::{Failure, Rule};
use serde_json::{Value, json};
use support::TestVault;

fn day(on: &str, mood: u8) -> Value {
    json!({"on": on, "mood": mood, "craving": 4, "hungry": false, "angry": false, "lonely": true, "tired": true,
        "sleep_minutes": 400, "used": null, "note": "ñandú 🌊"})
}

#[test]
fn a_day_has_one_check_in_and_the_later_one_takes_its_place() {
    let vault = TestVault::new();
    vault.call::<Value>("save_check_in", day("2026-01-05", 2));
    vault.call::<Value>("save_check_in", day("2026-01-05", 4));
    vault.call::<Value>("save_check_in", day("2026-01-03", 3));
    let span = json!({"from": "2026-01-01", "to": "2026-01-31"});
    let kept: Value = vault.call("check_ins", span.clone());
    assert_eq!(kept["check_ins"], json!([day("2026-01-03", 3), day("2026-01-05", 4)]));
    assert_eq!(vault.call::<Value>("today", json!({}))["check_in"], day("2026-01-05", 4));
    let undo = vault.done("delete_check_in", json!({"on": "2026-01-05"}))["undo"].clone();
    assert_eq!(vault.failure("delete_check_in", json!({"on": "2026-01-05"})), Failure::NotFound);
    vault.call::<Value>("undo", json!({"step": undo}));
    assert_eq!(vault.call::<Value>("check_ins", span)["check_ins"].as_array().unwrap().len(), 2);
}

#[test]
fn what_a_check_in_may_not_be_is_refused() {
    let vault = TestVault::new();
    let with = |field: &str, value: Value| {
        let mut request = day("2026-01-05", 3);
        request[field] = value;
        vault.failure("save_check_in", request)
    };
    let invalid = |field: &str, rule| Failure::Invalid { field: field.into(), rule };
    assert_eq!(with("mood", json!(0)), invalid("mood", Rule::TooSmall));
    assert_eq!(with("craving", json!(11)), invalid("craving", Rule::TooLarge));
    assert_eq!(with("sleep_minutes", json!(1441)), invalid("sleep_minutes", Rule::TooLarge));
    assert_eq!(with("on", json!("2026-01-09")), invalid("on", Rule::InTheFuture));
    let backwards = json!({"from": "2026-01-31", "to": "2026-01-01"});
    assert_eq!(vault.failure("check_ins", backwards), invalid("to", Rule::EndBeforeStart));
}
