//! The aftercare plan, and how long ago treatment began.

use app::{Failure, Rule};
use serde_json::{Value, json};
use support::TestVault;

fn invalid(field: &str, rule: Rule) -> Failure {
    Failure::Invalid { field: field.into(), rule }
}

fn entry(text: &str, due_on: Value, repeat: Value) -> Value {
    json!({"area": "therapy", "text": text, "next_step": "Call", "due_on": due_on, "repeat": repeat,
        "before_leaving": false, "note": ""})
}

fn save(vault: &TestVault, request: Value) -> Value {
    vault.call::<Value>("save_aftercare", request)["id"].clone()
}

fn texts(entries: &Value) -> Vec<String> {
    entries.as_array().unwrap().iter().map(|one| one["entry"]["text"].as_str().unwrap().to_owned()).collect()
}

#[test]
fn what_is_open_comes_by_its_day_and_today_shows_what_is_due_soonest() {
    let vault = TestVault::new();
    let plan = || vault.call::<Value>("aftercare", json!({}));
    let due = || vault.call::<Value>("today", json!({}))["aftercare"].clone();
    save(&vault, entry("some day", Value::Null, Value::Null));
    save(&vault, entry("later", json!("2026-01-13"), Value::Null));
    assert_eq!(due(), Value::Null, "in more than a week");
    let soon = save(&vault, entry("soon", json!("2026-01-12"), Value::Null));
    let late = save(&vault, entry("late", json!("2026-01-04"), Value::Null));
    assert_eq!(texts(&plan()["open"]), ["late", "soon", "later", "some day"]);
    assert_eq!(
        (&due()["text"], &due()["overdue"], &due()["next_step"]),
        (&json!("late"), &json!(true), &json!("Call"))
    );
    let undo = vault.done("finish_aftercare", json!({"id": late, "on": "2026-01-05"}))["undo"].clone();
    assert_eq!((&due()["id"], &due()["overdue"]), (&soon, &json!(false)));
    assert_eq!((texts(&plan()["done"]), &plan()["next"]), (vec!["late".to_owned()], &soon));
    vault.call::<Value>("undo", json!({"step": undo}));
    assert_eq!(due()["id"], late);
    vault.call::<Value>("finish_aftercare", json!({"id": late, "on": "2026-01-03"}));
    assert_eq!(plan()["done"][0]["entry"]["done_on"], "2026-01-03");
    vault.call::<Value>("reopen_aftercare", json!({"id": late}));
    assert_eq!(texts(&plan()["open"])[0], "late");
}

#[test]
fn what_repeats_is_due_again_by_the_calendar_and_keeps_the_days_on_which_it_was_done() {
    let vault = TestVault::at("2026-01-31T09:00", "America/New_York");
    let monthly = json!({"every": 1, "unit": "month"});
    let id = save(&vault, entry("Refill", json!("2026-01-31"), monthly.clone()));
    let shown = || vault.call::<Value>("aftercare", json!({}))["open"][0].clone();
    let finish = |on: &str| vault.done("finish_aftercare", json!({"id": id, "on": on}));
    let done = finish("2026-01-31");
    assert_eq!(done["value"]["due_on"], "2026-02-28", "a month that is too short");
    assert_eq!(finish("2026-01-31")["undo"], Value::Null, "said twice, done once");
    assert_eq!((&shown()["times_done"], &shown()["last_done_on"]), (&json!(1), &json!("2026-01-31")));
    // Changing its words leaves the day to keep to.
    let mut changed = entry("Refill at Oak Street", json!("2026-02-28"), monthly);
    changed["id"] = id.clone();
    save(&vault, changed);
    vault.go_to("2026-03-02T09:00");
    vault.unlock();
    assert_eq!(shown()["overdue"], true);
    let done = finish("2026-03-01");
    assert_eq!(done["value"]["due_on"], "2026-03-31", "the last day again");
    assert_eq!((&shown()["times_done"], &shown()["overdue"]), (&json!(2), &json!(false)));
    vault.call::<Value>("undo", json!({"step": done["undo"]}));
    assert_eq!((&shown()["times_done"], &shown()["entry"]["due_on"]), (&json!(1), &json!("2026-02-28")));
    let undo = vault.done("delete_aftercare", json!({"id": id}))["undo"].clone();
    assert_eq!(vault.failure("delete_aftercare", json!({"id": id})), Failure::NotFound);
    vault.call::<Value>("undo", json!({"step": undo}));
    assert_eq!(shown()["times_done"], 1);
}

#[test]
fn the_list_before_leaving_is_told_of_in_the_last_two_weeks_of_a_program() {
    let vault = TestVault::at("2026-01-05T09:00", "America/New_York");
    let mut leaving = entry("Ask for the summary", Value::Null, Value::Null);
    leaving["before_leaving"] = json!(true);
    let id = save(&vault, leaving);
    save(&vault, entry("other", Value::Null, Value::Null));
    vault.call::<Value>("finish_aftercare", json!({"id": id, "on": "2026-01-05"}));
    let plan = || vault.call::<Value>("aftercare", json!({}));
    assert_eq!(
        (texts(&plan()["before_leaving"]), texts(&plan()["open"])),
        (vec!["Ask for the summary".to_owned()], vec!["other".to_owned()])
    );
    assert_eq!(texts(&plan()["done"]), Vec::<String>::new());
    let milestones = || vault.call::<Value>("milestones", json!({}))["treatment"].clone();
    assert_eq!(milestones(), Value::Null);
    let slots = json!([{"weekday": "monday", "time": "18:00", "minutes": 180, "kind": "group"}]);
    let provider = json!({"name": "", "phone": "", "address": "", "room": "", "link": ""});
    let care = json!({"level": "intensive_outpatient", "age_group": "adult", "starts_on": "2026-01-05",
        "zone": "America/New_York", "provider": provider,
        "phases": [{"weeks": 6, "target_minutes": 180, "slots": slots}]});
    vault.call::<Value>("start_care", care);
    // The last day is February 15.
    for (at, leaving_on) in [
        ("2026-02-01T09:00", Value::Null),
        ("2026-02-02T09:00", json!("2026-02-15")),
        ("2026-02-15T09:00", json!("2026-02-15")),
        ("2026-02-16T09:00", Value::Null),
    ] {
        vault.go_to(at);
        vault.unlock();
        assert_eq!(plan()["leaving_on"], leaving_on, "{at}");
    }
    assert_eq!(milestones(), json!({"since": "2026-01-05", "days": 42, "weeks": 6, "months": 1}));
}

#[test]
fn what_an_entry_may_not_be_is_refused() {
    let vault = TestVault::new();
    let with = |field: &str, value: Value| {
        let mut request = entry("a", json!("2026-01-12"), json!({"every": 1, "unit": "week"}));
        request[field] = value;
        vault.failure("save_aftercare", request)
    };
    assert_eq!(with("text", json!(" ")), invalid("text", Rule::Required));
    assert_eq!(with("due_on", Value::Null), invalid("due_on", Rule::Required));
    assert_eq!(with("repeat", json!({"every": 0, "unit": "day"})), invalid("repeat.every", Rule::TooSmall));
    assert_eq!(with("repeat", json!({"every": 367, "unit": "day"})), invalid("repeat.every", Rule::TooLarge));
    assert_eq!(with("area", json!("hobby")), invalid("area", Rule::Unknown));
    assert_eq!(with("due_on", json!("2200-01-01")), invalid("due_on", Rule::NotADate));
    assert_eq!(with("id", json!("019b8e3e-3480-7000-8000-000000000017")), Failure::NotFound);
    let id = save(&vault, entry("a", Value::Null, Value::Null));
    let ahead = json!({"id": id, "on": "2026-01-06"});
    assert_eq!(vault.failure("finish_aftercare", ahead), invalid("on", Rule::InTheFuture));
}
