//! The path and the calendar: levels and phases planned, ended, counted; what is on which day.

use app::{Failure, Rule};
use serde_json::{Value, json};
use support::TestVault;

const EVENINGS: [&str; 3] = ["monday", "wednesday", "friday"];

fn slots(days: &[&str], minutes: u32) -> Value {
    days.iter().map(|day| json!({"weekday": day, "time": "18:00", "minutes": minutes, "kind": "group"})).collect()
}

fn start(vault: &TestVault, level: &str, starts_on: &str, phases: Value) -> String {
    let provider = json!({"name": "Cedar House", "phone": "", "address": "", "room": "", "link": ""});
    let care = json!({"level": level, "age_group": "adult", "starts_on": starts_on, "zone": "America/New_York",
        "provider": provider, "phases": phases});
    vault.call::<Value>("start_care", care)["episode"].as_str().unwrap().to_owned()
}

fn ten_weeks(vault: &TestVault) -> String {
    let phases = json!([{"weeks": 10, "target_minutes": 540, "slots": slots(&EVENINGS, 180)}]);
    start(vault, "intensive_outpatient", "2026-01-05", phases)
}

fn path(vault: &TestVault) -> Value {
    vault.call("care", json!({}))
}

/// The days of the sessions in that span, asked of the calendar.
fn days(vault: &TestVault, from: &str, to: &str) -> Vec<String> {
    let calendar: Value = vault.call("calendar", json!({"from": from, "to": to}));
    let within = |day: &&Value| day["on"].as_str().unwrap() >= from && day["on"].as_str().unwrap() <= to;
    let all = calendar["days"].as_array().unwrap().iter().filter(within).flat_map(|day| {
        day["sessions"].as_array().unwrap().iter().map(|session| session["on"].as_str().unwrap().to_owned())
    });
    all.collect()
}

fn spans(episode: &Value) -> Vec<(String, String)> {
    let text = |value: &Value| value.as_str().unwrap_or("open").to_owned();
    episode["phases"].as_array().unwrap().iter().map(|p| (text(&p["starts_on"]), text(&p["ends_on"]))).collect()
}

fn pair(from: &str, to: &str) -> (String, String) {
    (from.to_owned(), to.to_owned())
}

#[test]
fn the_calendar_has_every_day_of_whole_weeks_as_the_client_has_them() {
    let vault = TestVault::new();
    ten_weeks(&vault);
    let calendar: Value = vault.call("calendar", json!({"from": "2026-02-01", "to": "2026-02-28"}));
    let all = calendar["days"].as_array().unwrap();
    assert_eq!((all.len() % 7, &calendar["today"]), (0, &json!("2026-01-05")));
    assert_eq!((&all[0]["on"], &all[all.len() - 1]["on"]), (&json!("2026-01-26"), &json!("2026-03-01")));
    assert_eq!((&calendar["care_starts_on"], &calendar["care_ends_on"]), (&json!("2026-01-05"), &json!("2026-03-15")));
    assert_eq!(days(&vault, "2026-02-01", "2026-02-07"), ["2026-02-02", "2026-02-04", "2026-02-06"]);
    let session = &all[7]["sessions"][0];
    assert_eq!(
        (&session["time"], &session["ends"], &session["over"]),
        (&json!("18:00"), &json!("21:00"), &json!(false))
    );
}

#[test]
fn a_span_that_ends_before_it_begins_or_is_too_long_is_refused() {
    let vault = TestVault::new();
    let refused = |from: &str, to: &str| vault.failure("calendar", json!({"from": from, "to": to}));
    let invalid = |rule| Failure::Invalid { field: "to".into(), rule };
    assert_eq!(refused("2026-02-02", "2026-02-01"), invalid(Rule::EndBeforeStart));
    assert_eq!(refused("2026-01-01", "2027-02-05"), invalid(Rule::TooLarge));
    let none: Value = vault.call("calendar", json!({"from": "2026-01-01", "to": "2027-02-04"}));
    assert_eq!((&none["care_starts_on"], &none["care_ends_on"]), (&Value::Null, &Value::Null));
}

#[test]
fn the_path_says_what_comes_next_and_how_many_weeks_are_left() {
    let vault = TestVault::new();
    let phases = json!([
        {"weeks": 4, "target_minutes": 900, "slots": slots(&["monday", "tuesday", "wednesday", "thursday", "friday"], 180)},
        {"weeks": 6, "target_minutes": 540, "slots": slots(&EVENINGS, 180)},
    ]);
    start(&vault, "intensive_outpatient", "2026-01-05", phases);
    let aftercare =
        start(&vault, "aftercare", "2026-03-16", json!([{"weeks": null, "target_minutes": 0, "slots": []}]));
    vault.go_to("2026-01-14T09:00");
    vault.unlock();
    let shown = path(&vault);
    let program = &shown["episodes"][0];
    assert_eq!(
        (&program["week"], &program["planned_weeks"], &program["weeks_left"]),
        (&json!(2), &json!(10), &json!(8))
    );
    let places: Vec<&Value> = program["phases"].as_array().unwrap().iter().map(|p| &p["place"]).collect();
    assert_eq!(places, [&json!("here"), &json!("ahead")]);
    let days: Vec<usize> =
        program["phases"].as_array().unwrap().iter().map(|p| p["slots"].as_array().unwrap().len()).collect();
    assert_eq!((days, &program["phases"][1]["weeks"]), (vec![5, 3], &json!(6)));
    let next = &shown["next"];
    assert_eq!((&next["on"], &next["days"], &next["begins"]), (&json!("2026-02-02"), &json!(19), &json!(false)));
    assert_eq!(next["target_minutes"], 540);
    vault.go_to("2026-02-03T09:00");
    vault.unlock();
    let next = &path(&vault)["next"];
    assert_eq!(
        (&next["on"], &next["begins"], &next["episode"]),
        (&json!("2026-03-16"), &json!(true), &json!(aftercare))
    );
    vault.go_to("2026-03-17T09:00");
    vault.unlock();
    let shown = path(&vault);
    assert_eq!((&shown["next"], &shown["episodes"][0]["place"]), (&Value::Null, &json!("behind")));
    assert_eq!((&shown["episodes"][1]["place"], &shown["episodes"][1]["weeks_left"]), (&json!("here"), &Value::Null));
}

#[test]
fn all_levels_are_planned_ahead_and_an_earlier_one_is_added_later() {
    let vault = TestVault::new();
    let weekly =
        |minutes: u32| json!([{"weeks": null, "target_minutes": minutes, "slots": slots(&["monday"], minutes)}]);
    start(&vault, "intensive_outpatient", "2026-02-02", weekly(180));
    start(&vault, "outpatient", "2026-04-06", weekly(90));
    start(&vault, "aftercare", "2026-06-01", json!([{"weeks": null, "target_minutes": 0, "slots": []}]));
    start(&vault, "partial_hospitalization", "2026-01-05", weekly(360));
    let shown = path(&vault);
    let ends: Vec<(&str, Option<&str>)> = shown["episodes"]
        .as_array()
        .unwrap()
        .iter()
        .map(|e| (e["episode"]["level"].as_str().unwrap(), e["planned_end"].as_str()))
        .collect();
    assert_eq!(
        ends,
        [
            ("partial_hospitalization", Some("2026-02-01")),
            ("intensive_outpatient", Some("2026-04-05")),
            ("outpatient", Some("2026-05-31")),
            ("aftercare", None),
        ]
    );
    // Nothing stands twice where one ends and the next begins.
    assert_eq!(days(&vault, "2026-01-26", "2026-02-08"), ["2026-01-26", "2026-02-02"]);
    assert_eq!(days(&vault, "2026-06-01", "2026-06-30"), Vec::<String>::new());
}

#[test]
fn a_step_down_is_planned_ahead_and_taken_out_again() {
    let vault = TestVault::new();
    let episode = ten_weeks(&vault);
    let before = days(&vault, "2026-01-05", "2026-03-15");
    let step = |starts_on: &str, weeks: Value| {
        json!({"episode": episode, "starts_on": starts_on, "weeks": weeks, "target_minutes": 180,
            "slots": slots(&["wednesday"], 180)})
    };
    vault.call::<Value>("plan_phase", step("2026-02-16", Value::Null));
    let shown = path(&vault);
    assert_eq!(spans(&shown["episodes"][0]), [pair("2026-01-05", "2026-02-15"), pair("2026-02-16", "2026-03-15")]);
    assert_eq!(shown["episodes"][0]["planned_weeks"], 10);
    assert_eq!(days(&vault, "2026-02-09", "2026-02-22"), ["2026-02-09", "2026-02-11", "2026-02-13", "2026-02-18"]);
    // One more between them, for two weeks: the last begins after it.
    vault.call::<Value>("plan_phase", step("2026-02-09", json!(2)));
    let shown = path(&vault);
    assert_eq!(
        spans(&shown["episodes"][0]),
        [pair("2026-01-05", "2026-02-08"), pair("2026-02-09", "2026-02-22"), pair("2026-02-23", "2026-03-15")]
    );
    for _ in 0..2 {
        let phase = path(&vault)["episodes"][0]["phases"][1]["id"].clone();
        vault.call::<Value>("remove_phase", json!({"phase": phase}));
    }
    assert_eq!(days(&vault, "2026-01-05", "2026-03-15"), before);
    let first = path(&vault)["episodes"][0]["phases"][0]["id"].clone();
    assert_eq!(
        vault.failure("remove_phase", json!({"phase": first})),
        Failure::Invalid { field: "phase".into(), rule: Rule::DoesNotFit }
    );
}

#[test]
fn a_part_of_no_weeks_or_outside_of_its_level_is_refused() {
    let vault = TestVault::new();
    let episode = ten_weeks(&vault);
    start(&vault, "outpatient", "2026-02-16", json!([{"weeks": null, "target_minutes": 90, "slots": []}]));
    let refused = |starts_on: &str, weeks: Value| {
        vault.failure(
            "plan_phase",
            json!({"episode": episode, "starts_on": starts_on, "weeks": weeks, "target_minutes": 180, "slots": []}),
        )
    };
    let invalid = |field: &str, rule| Failure::Invalid { field: field.into(), rule };
    assert_eq!(refused("2026-02-02", json!(0)), invalid("weeks", Rule::TooSmall));
    assert_eq!(refused("2026-01-04", Value::Null), invalid("starts_on", Rule::DoesNotFit));
    assert_eq!(refused("2026-02-16", Value::Null), invalid("starts_on", Rule::DoesNotFit));
    assert_eq!(spans(&path(&vault)["episodes"][0]), [pair("2026-01-05", "2026-02-15")]);
}

#[test]
fn what_was_logged_stays_when_a_step_down_takes_the_place_of_its_days() {
    let vault = TestVault::new();
    let episode = ten_weeks(&vault);
    vault.go_to("2026-01-09T22:00");
    vault.unlock();
    let week: Value = vault.call("week", json!({"of": "2026-01-05"}));
    for session in week["sessions"].as_array().unwrap() {
        vault.call::<Value>("log_session", json!({"session": session["session"], "state": "attended"}));
    }
    let attended = || vault.call::<Value>("week", json!({"of": "2026-01-05"}))["hours"]["attended"].clone();
    vault.call::<Value>(
        "plan_phase",
        json!({"episode": episode, "starts_on": "2026-01-05", "weeks": 1, "target_minutes": 180,
            "slots": slots(&["wednesday"], 180)}),
    );
    assert_eq!(attended(), 540);
    assert_eq!(days(&vault, "2026-01-05", "2026-01-11").len(), 3);
}

#[test]
fn care_ended_early_keeps_what_was_logged_and_is_opened_again_as_it_was_planned() {
    let vault = TestVault::new();
    let episode = ten_weeks(&vault);
    let before = days(&vault, "2026-01-05", "2026-03-15");
    vault.go_to("2026-01-21T22:00");
    vault.unlock();
    let week: Value = vault.call("week", json!({"of": "2026-01-19"}));
    let session = &week["sessions"][1]["session"];
    vault.call::<Value>("log_session", json!({"session": session, "state": "attended"}));
    let end = |on: Value| vault.done("end_care", json!({"episode": episode, "on": on}));
    end(json!("2026-01-20"));
    let shown = path(&vault);
    assert_eq!(
        (&shown["episodes"][0]["planned_end"], &shown["episodes"][0]["place"]),
        (&json!("2026-01-20"), &json!("behind"))
    );
    assert_eq!(shown["episodes"][0]["ended"], true);
    assert_eq!(days(&vault, "2026-01-19", "2026-02-01"), ["2026-01-19", "2026-01-21"]);
    end(Value::Null);
    assert_eq!(days(&vault, "2026-01-05", "2026-03-15"), before);
    let opened = &path(&vault)["episodes"][0];
    assert_eq!((&opened["planned_end"], &opened["ended"]), (&json!("2026-03-15"), &json!(false)));
}

#[test]
fn care_that_goes_on_longer_keeps_its_last_days_until_then() {
    let vault = TestVault::new();
    let episode = ten_weeks(&vault);
    let end = |on: &str| json!({"episode": episode, "on": on});
    let undo = vault.done("end_care", end("2026-03-29"))["undo"].clone();
    assert_eq!(path(&vault)["episodes"][0]["planned_weeks"], 12);
    assert_eq!(days(&vault, "2026-03-16", "2026-04-05").len(), 6);
    vault.call::<Value>("undo", json!({"step": undo}));
    assert_eq!(path(&vault)["episodes"][0]["planned_weeks"], 10);
    let invalid = |rule| Failure::Invalid { field: "on".into(), rule };
    assert_eq!(vault.failure("end_care", end("2026-01-04")), invalid(Rule::EndBeforeStart));
    start(&vault, "outpatient", "2026-03-16", json!([{"weeks": null, "target_minutes": 90, "slots": []}]));
    assert_eq!(vault.failure("end_care", end("2026-03-20")), invalid(Rule::DoesNotFit));
    assert_eq!(path(&vault)["episodes"][0]["ended"], false, "what comes next ends it");
}

#[test]
fn the_kinds_that_count_change_the_hours_at_once() {
    let vault = TestVault::new();
    let test = json!({"weekday": "tuesday", "time": "09:00", "minutes": 30, "kind": "drug_test"});
    let mut weekly = slots(&EVENINGS, 180);
    weekly.as_array_mut().unwrap().push(test);
    let phases = json!([{"weeks": 10, "target_minutes": 540, "slots": weekly}]);
    let episode = start(&vault, "intensive_outpatient", "2026-01-05", phases);
    let scheduled = || vault.call::<Value>("week", json!({"of": null}))["hours"]["scheduled"].clone();
    let save = |age: &str, counted: Value| json!({"episode": episode, "age_group": age, "counted": counted});
    assert_eq!(scheduled(), 540);
    vault.call::<Value>("save_care", save("adolescent", json!(["group", "drug_test"])));
    assert_eq!(scheduled(), 570);
    let shown = &path(&vault)["episodes"][0];
    assert_eq!((&shown["range"]["least"], &shown["episode"]["edition"]), (&json!(360), &json!("ASAM 3")));
    vault.call::<Value>("save_care", save("adult", json!([])));
    assert_eq!(scheduled(), 0);
    assert_eq!(
        vault.failure("save_care", save("adult", json!(["group", "group"]))),
        Failure::Invalid { field: "counted".into(), rule: Rule::DoesNotFit }
    );
}
