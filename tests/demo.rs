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

#[test]
fn the_demo_client_keeps_mooring_lines_an_aftercare_plan_and_questionnaires() {
    let vault = demo_at("2026-02-03T09:00");
    let ask = |operation: &str, request: Value| vault.call::<Value>(operation, request);
    let mooring = ask("mooring", json!({}));
    let held: Vec<_> = mooring["weeks"].as_array().unwrap()[..5].iter().map(|week| week["held"].clone()).collect();
    assert_eq!((mooring["lines"].as_array().unwrap().len(), held), (5, [0, 5, 3, 4, 5].map(Value::from).to_vec()));
    assert_eq!(mooring["drift"], Value::Null, "the latest week went well");
    assert_eq!(ask("today", json!({}))["aftercare"]["due_on"], "2026-02-07");
    let plan = ask("aftercare", json!({}));
    assert_eq!((plan["open"].as_array().unwrap().len(), plan["before_leaving"].as_array().unwrap().len()), (5, 3));
    assert_eq!((&plan["open"][0]["times_done"], plan["done"].as_array().unwrap().len()), (&json!(2), 1));
    assert_eq!(plan["leaving_on"], Value::Null);
    let scores = |instrument: &str| {
        let found = ask("assessments", json!({"instrument": instrument}));
        found["assessments"].as_array().unwrap().iter().map(|one| one["score"].clone()).collect::<Vec<_>>()
    };
    assert_eq!(scores("phq9"), [9, 11, 13, 15].map(|total| json!({"total": total})));
    let used: Vec<_> = scores("bam").iter().map(|score| score["subscales"]["used"].clone()).collect();
    assert_eq!(used, [0, 0, 3, 4], "the newest first");
    let days = ask("recovery", json!({}))["counters"][0]["days"].clone();
    assert_eq!(days, json!({"current": 53, "counted": 53, "of": 53}));
    assert_eq!(
        ask("milestones", json!({}))["treatment"],
        json!({"since": "2025-12-15", "days": 50, "weeks": 7, "months": 1})
    );
    assert_eq!(ask("slips", json!({}))["slips"], json!([]));
    let trends = ask("check_in_trends", json!({"from": "2025-12-15", "to": "2026-02-03", "by": "week"}));
    assert_eq!(trends["points"].as_array().unwrap().len(), 8);
}
