//! The demo client.

use serde_json::{Value, json};
use support::TestVault;

fn demo_at(local: &str) -> TestVault {
    let vault = TestVault::empty(local, "America/New_York");
    vault.call::<Value>("open_demo", json!({"language": "en"}));
    vault
}

#[test]
fn the_demo_client_is_in_week_five_of_ten_with_one_meeting_to_make_up() {
    let vault = demo_at("2026-02-03T09:00");
    let today: Value = vault.call("today", json!({}));
    assert_eq!((&today["week"]["hours"]["number"], &today["week"]["planned_weeks"]), (&json!(5), &json!(10)));
    assert_eq!((&today["week"]["hours"]["attended"], &today["week"]["hours"]["target"]), (&json!(180), &json!(540)));
    assert_eq!(today["groups"]["requirements"][0]["owed"]["carried"], 1);
    assert_eq!(today["unanswered"].as_array().unwrap().len(), 1);
    let path: Value = vault.call("care", json!({}));
    let levels: Vec<_> = path["episodes"].as_array().unwrap().iter().map(|e| e["episode"]["level"].clone()).collect();
    assert_eq!(levels, ["partial_hospitalization", "intensive_outpatient"]);
    assert_eq!(vault.call::<Value>("plan", json!({}))["versions"], 3);
}

#[test]
fn the_demo_client_is_the_same_each_time_and_believable_on_every_day_of_a_week() {
    let export = |local: &str| {
        let vault = demo_at(local);
        let saved: Value = vault.call("export_record", json!({}));
        std::fs::read_to_string(saved["saved"].as_str().unwrap()).unwrap()
    };
    assert_eq!(export("2026-02-03T09:00"), export("2026-02-03T09:00"));
    for day in 2..9 {
        let vault = demo_at(&format!("2026-02-{day:02}T07:30"));
        let today: Value = vault.call("today", json!({}));
        assert_eq!(today["week"]["hours"]["number"], 5, "day {day}");
        assert!(today["unanswered"].as_array().unwrap().len() <= 1, "day {day}");
    }
}

#[test]
fn looking_around_touches_nothing_of_ones_own_record_and_leaves_nothing_behind() {
    let vault = TestVault::new();
    vault.call::<Value>("save_draft", json!({"key": "x", "text": "mine"}));
    vault.call::<Value>("open_demo", json!({"language": "es"}));
    assert_eq!(vault.call::<Value>("status", json!({}))["demo"], true);
    assert_eq!(vault.call::<Value>("draft", json!({"key": "x"}))["text"], Value::Null);
    vault.lock();
    assert!(!vault.folder().join("demo").exists());
    vault.unlock();
    assert_eq!(vault.call::<Value>("draft", json!({"key": "x"}))["text"], "mine");
}
