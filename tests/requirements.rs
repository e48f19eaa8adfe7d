//! What is asked, pauses and goals.

use app::{Failure, Rule};
use serde_json::{Value, json};
use support::TestVault;

fn visit(vault: &TestVault, fellowship: &str, on: &str) {
    let visit = json!({"fellowship": fellowship, "name": "Tuesday Night", "on": on, "time": "19:30", "minutes": 60,
        "mode": "in_person", "took": [], "topic": "", "note": ""});
    vault.call::<Value>("record_attendance", visit);
}

fn two_a_week() -> Value {
    json!({"asked_by": "program", "counts": "support_groups", "amount": 2, "period": "week",
        "starts_on": "2026-01-05", "carries_over": true})
}

fn first(vault: &TestVault) -> Value {
    vault.call::<Value>("groups", json!({"before": null}))["requirements"][0].clone()
}

#[test]
fn what_is_asked_shows_done_owed_when_it_is_due_and_what_would_settle_it() {
    let vault = TestVault::at("2026-01-20T21:00", "America/New_York");
    let id = vault.call::<Value>("save_requirement", two_a_week())["id"].clone();
    for on in ["2026-01-06", "2026-01-10", "2026-01-13", "2026-01-19"] {
        visit(&vault, "aa", on);
    }
    let meeting = json!({"fellowship": "na", "name": "Thursday", "weekday": "thursday", "time": "12:00", "minutes": 60,
        "mode": "in_person", "place": ""});
    vault.call::<Value>("save_meeting", meeting);
    let shown = first(&vault);
    let owed = &shown["owed"];
    assert_eq!((&owed["asked"], &owed["done"], &owed["carried"]), (&json!(2), &json!(1), &json!(1)));
    assert_eq!((&owed["left"], &owed["due_on"]), (&json!(2), &json!("2026-01-25")));
    assert_eq!(shown["would_count"].as_array().unwrap().len(), 1);
    assert_eq!(shown["would_count"][0]["on"], "2026-01-22");
    assert_eq!(shown["enough_planned"], false, "one is planned and two are left");
    assert_eq!(vault.call::<Value>("today", json!({}))["groups"]["requirements"][0], shown);
    let history: Value = vault.call("requirement_history", json!({"id": id}));
    let periods = history["periods"].as_array().unwrap();
    assert_eq!(periods.iter().map(|p| p["done"].as_u64().unwrap()).collect::<Vec<_>>(), [1, 1, 2]);
    let undo = vault.done("delete_requirement", json!({"id": id}))["undo"].clone();
    assert_eq!(first(&vault), Value::Null);
    assert_eq!(vault.failure("delete_requirement", json!({"id": id})), Failure::NotFound);
    vault.call::<Value>("undo", json!({"step": undo}));
    assert_eq!(first(&vault), shown);
}

#[test]
fn only_what_is_asked_for_counts() {
    let vault = TestVault::at("2026-01-20T21:00", "America/New_York");
    let slots = json!([{"weekday": "monday", "time": "18:00", "minutes": 180, "kind": "group"},
        {"weekday": "monday", "time": "12:00", "minutes": 50, "kind": "individual"},
        {"weekday": "friday", "time": "12:00", "minutes": 50, "kind": "individual"}]);
    let provider = json!({"name": "", "phone": "", "address": "", "room": "", "link": ""});
    let care = json!({"level": "intensive_outpatient", "age_group": "adult", "starts_on": "2026-01-05",
        "zone": "America/New_York", "provider": provider,
        "phases": [{"weeks": 10, "target_minutes": 180, "slots": slots}]});
    vault.call::<Value>("start_care", care);
    let week: Value = vault.call("week", json!({"of": "2026-01-19"}));
    for session in &week["sessions"].as_array().unwrap()[..2] {
        vault.call::<Value>("log_session", json!({"session": session["session"], "state": "attended"}));
    }
    visit(&vault, "na", "2026-01-20");
    visit(&vault, "aa", "2026-01-20");
    let mut ids = Vec::new();
    for (counts, amount) in [
        (json!("support_groups"), 1),
        (json!({"fellowship": "na"}), 3),
        (json!("individual_sessions"), 2),
        (json!("treatment_minutes"), 540),
    ] {
        let mut asked = two_a_week();
        asked["carries_over"] = json!(false);
        (asked["counts"], asked["amount"]) = (counts, json!(amount));
        ids.push(vault.call::<Value>("save_requirement", asked)["id"].clone());
    }
    let all: Value = vault.call("requirements", json!({}));
    let of = |i: usize| {
        all["requirements"].as_array().unwrap().iter().find(|view| view["requirement"]["id"] == ids[i]).unwrap().clone()
    };
    let done: Vec<_> = (0..4).map(|i| of(i)["owed"]["done"].as_u64().unwrap()).collect();
    assert_eq!(done, [2, 1, 1, 230]);
    assert_eq!(of(2)["would_count"][0]["kind"], "individual");
    assert_eq!((&of(2)["would_count"][0]["on"], &of(2)["enough_planned"]), (&json!("2026-01-23"), &json!(true)));
    assert_eq!(of(3)["would_count"].as_array().unwrap().len(), 1, "the rest of this week");
    assert_eq!((&of(3)["owed"]["left"], &of(3)["enough_planned"]), (&json!(310), &json!(false)));
}

#[test]
fn a_pause_takes_what_lies_in_it_out_and_keeps_its_reason() {
    let vault = TestVault::at("2026-01-20T21:00", "America/New_York");
    let id = vault.call::<Value>("save_requirement", two_a_week())["id"].clone();
    assert_eq!(first(&vault)["owed"]["carried"], 4);
    let pause = json!({"requirement": id, "starts_on": "2026-01-05", "ends_on": "2026-01-11", "reason": "illness",
        "note": "Flu"});
    let key: Value = vault.call("save_pause", pause.clone());
    assert_eq!(first(&vault)["owed"]["carried"], 2);
    let all: Value = vault.call("requirements", json!({}));
    assert_eq!((&all["pauses"][0]["reason"], &all["pauses"][0]["note"]), (&json!("illness"), &json!("Flu")));
    let refused = |field: &str, value: Value, rule| {
        let mut wrong = pause.clone();
        wrong[field] = value;
        assert_eq!(vault.failure("save_pause", wrong), Failure::Invalid { field: field.into(), rule });
    };
    refused("ends_on", json!("2026-01-04"), Rule::EndBeforeStart);
    refused("requirement", json!("019b8e3e-3480-7000-8000-000000000017"), Rule::Unknown);
    refused("reason", json!("holiday"), Rule::Unknown);
    // A pause outlives what it was of, and can still be changed.
    vault.call::<Value>("delete_requirement", json!({"id": id}));
    let mut changed = pause.clone();
    (changed["id"], changed["note"]) = (key["id"].clone(), json!("The flu"));
    vault.call::<Value>("save_pause", changed);
    vault.call::<Value>("delete_pause", key);
    assert_eq!(vault.call::<Value>("requirements", json!({}))["pauses"], json!([]));
}

#[test]
fn ninety_in_ninety_is_a_goal_like_any_other() {
    let vault = TestVault::at("2026-01-20T21:00", "America/New_York");
    let goal = json!({"meetings": 90, "days": 90, "starts_on": "2026-01-05", "fellowship": null});
    let key: Value = vault.call("save_goal", goal.clone());
    for on in ["2026-01-04", "2026-01-06", "2026-01-06", "2026-01-20"] {
        visit(&vault, "aa", on);
    }
    let shown = || vault.call::<Value>("groups", json!({"before": null}))["goals"].clone();
    let standing = shown()[0]["standing"].clone();
    assert_eq!((&standing["done"], &standing["days_gone"], &standing["left"]), (&json!(3), &json!(16), &json!(87)));
    assert_eq!(standing["ends_on"], "2026-04-04");
    let mut smaller = goal.clone();
    (smaller["id"], smaller["meetings"]) = (key["id"].clone(), json!(2));
    vault.call::<Value>("save_goal", smaller);
    assert_eq!(shown()[0]["standing"]["reached_on"], "2026-01-06");
    for (field, value, rule) in [("meetings", json!(0), Rule::TooSmall), ("days", json!(1001), Rule::TooLarge)] {
        let mut wrong = goal.clone();
        wrong[field] = value;
        assert_eq!(vault.failure("save_goal", wrong), Failure::Invalid { field: field.into(), rule });
    }
    vault.call::<Value>("delete_goal", key);
    assert_eq!(shown(), json!([]));
}

#[test]
fn what_may_not_be_asked_is_refused_and_changes_nothing() {
    let vault = TestVault::new();
    let refused = |field: &str, value: Value, rule| {
        let mut wrong = two_a_week();
        wrong[field] = value;
        assert_eq!(vault.failure("save_requirement", wrong), Failure::Invalid { field: field.into(), rule });
    };
    refused("amount", json!(0), Rule::TooSmall);
    refused("amount", json!(101), Rule::TooLarge);
    refused("due_day", json!(8), Rule::DoesNotFit);
    refused("ends_on", json!("2026-01-04"), Rule::EndBeforeStart);
    refused("settle_by", json!("2026-01-04"), Rule::EndBeforeStart);
    refused("starts_on", json!("1875-01-01"), Rule::NotADate);
    refused("period", json!("year"), Rule::Unknown);
    let mut unknown = two_a_week();
    unknown["id"] = json!("019b8e3e-3480-7000-8000-000000000017");
    assert_eq!(vault.failure("save_requirement", unknown), Failure::NotFound);
    assert_eq!(vault.call::<Value>("requirements", json!({}))["requirements"], json!([]));
}
