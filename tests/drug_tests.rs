//! Drug tests, and the line to call for random ones.

use app::{Failure, Rule};
use serde_json::{Value, json};
use support::TestVault;

fn start_care(vault: &TestVault, starts_on: &str, slots: &Value) -> String {
    let provider = json!({"name": "Cedar House", "phone": "", "address": "", "room": "", "link": ""});
    let request = json!({"level": "intensive_outpatient", "age_group": "adult", "starts_on": starts_on,
        "zone": "America/New_York", "provider": provider,
        "phases": [{"weeks": 10, "target_minutes": 540, "slots": slots}]});
    vault.call::<Value>("start_care", request)["episode"].as_str().unwrap().to_owned()
}

/// A record on Tuesday with care and no sessions but the tests.
fn on_tuesday_at(time: &str) -> TestVault {
    let vault = TestVault::at(&format!("2026-01-06T{time}"), "America/New_York");
    start_care(&vault, "2026-01-05", &json!([]));
    vault
}

fn blue() -> Value {
    json!({"name": "Blue", "phone": "555-0199", "opens": "05:00", "closes": "17:00",
        "weekdays": ["friday", "monday", "tuesday", "monday"], "starts_on": "2026-01-05"})
}

fn save(vault: &TestVault, line: &Value) -> String {
    vault.call::<Value>("save_call_line", line.clone())["id"].as_str().unwrap().to_owned()
}

fn shown(vault: &TestVault) -> Value {
    vault.call("drug_tests", json!({}))
}

/// What Today says of lines: their states.
fn states(vault: &TestVault) -> Value {
    let today: Value = vault.call("today", json!({}));
    today["call_lines"].as_array().unwrap().iter().map(|line| line["state"].clone()).collect()
}

fn export(vault: &TestVault) -> Value {
    let saved: Value = vault.call("export_record", json!({}));
    serde_json::from_str(&std::fs::read_to_string(saved["saved"].as_str().unwrap()).unwrap()).unwrap()
}

fn invalid(field: &str, rule: Rule) -> Failure {
    Failure::Invalid { field: field.into(), rule }
}

#[test]
fn a_line_is_saved_changed_deleted_with_its_log_and_brought_back() {
    let vault = on_tuesday_at("09:00");
    let id = save(&vault, &blue());
    let line = shown(&vault)["lines"][0]["line"].clone();
    assert_eq!(line["weekdays"], json!(["monday", "tuesday", "friday"]), "each once and in order");
    assert_eq!(line["ends_on"], Value::Null);
    let mut changed = blue();
    changed["id"] = json!(id);
    changed["name"] = json!("");
    changed["ends_on"] = json!("2026-02-27");
    assert_eq!(save(&vault, &changed), id);
    let line = shown(&vault)["lines"][0]["line"].clone();
    assert_eq!((&line["name"], &line["ends_on"]), (&json!(""), &json!("2026-02-27")));
    vault.call::<Value>("log_call", json!({"line": id, "up": false}));
    let undo = vault.done("delete_call_line", json!({"id": id}))["undo"].clone();
    assert_eq!((&shown(&vault)["lines"], &shown(&vault)["calls"]), (&json!([]), &json!([])));
    vault.call::<Value>("undo", json!({"step": undo}));
    assert_eq!(shown(&vault)["calls"][0]["up"], false);
    assert_eq!(
        vault.failure("delete_call_line", json!({"id": "019b8e3e-3480-7000-8000-000000000017"})),
        Failure::NotFound
    );
}

#[test]
fn today_asks_from_opening_to_closing_and_only_on_the_lines_days() {
    let vault = on_tuesday_at("04:59");
    save(&vault, &blue());
    assert_eq!(states(&vault), json!(["not_yet_open"]));
    for (at, expected) in [
        ("2026-01-06T05:00", json!(["open"])),
        ("2026-01-06T17:00", json!(["not_logged"])),
        ("2026-01-07T09:00", json!([])),
        ("2026-01-09T09:00", json!(["open"])),
    ] {
        vault.go_to(at);
        vault.unlock();
        assert_eq!(states(&vault), expected, "{at}");
    }
    vault.go_to("2026-01-07T09:00");
    vault.unlock();
    assert_eq!(shown(&vault)["lines"][0]["next_on"], "2026-01-09");
}

#[test]
fn on_a_journey_the_line_keeps_the_clinics_hours() {
    let vault = on_tuesday_at("09:00");
    let line = save(&vault, &blue());
    // Nine in the evening on Monday in Tokyo is seven in the morning at the clinic.
    vault.zone.set(domain::time::Zone::parse("Asia/Tokyo").unwrap());
    vault.clock.set_civil("2026-01-12T21:00", domain::time::Zone::parse("Asia/Tokyo").unwrap());
    vault.unlock();
    assert_eq!(states(&vault), json!(["open"]));
    vault.call::<Value>("log_call", json!({"line": line, "up": true, "due_by": "15:00"}));
    let test = shown(&vault)["lines"][0]["test"].clone();
    assert_eq!((&test["on"], &test["time"], &test["ends"]), (&json!("2026-01-12"), &json!("14:45"), &json!("15:00")));
    // In Tokyo it is Tuesday by then, and the call is still that of Monday.
    vault.clock.set_civil("2026-01-13T01:00", domain::time::Zone::parse("Asia/Tokyo").unwrap());
    vault.unlock();
    assert_eq!(shown(&vault)["lines"][0]["on"], "2026-01-12");
    assert_eq!(states(&vault), json!(["up"]));
}

#[test]
fn not_up_keeps_only_the_log_and_up_brings_a_test_that_ends_when_it_is_due() {
    let vault = on_tuesday_at("09:00");
    let line = save(&vault, &blue());
    let done = vault.done("log_call", json!({"line": line, "up": false}));
    assert_eq!((&done["value"]["test"], &done["changes"]), (&Value::Null, &json!(["treatment"])));
    assert_eq!((states(&vault), &shown(&vault)["tests"]), (json!(["not_up"]), &json!([])));
    let up: Value = vault.call("log_call", json!({"line": line, "up": true, "due_by": "17:30"}));
    assert_eq!(up["call"], done["value"]["call"], "one call a day");
    let today: Value = vault.call("today", json!({}));
    assert_eq!(today["call_lines"][0]["state"], "up");
    let test = &today["call_lines"][0]["test"];
    assert_eq!((&test["session"], &test["kind"]), (&up["test"], &json!("drug_test")));
    assert_eq!((&test["time"], &test["ends"], &test["minutes"]), (&json!("17:15"), &json!("17:30"), &json!(15)));
    assert_eq!(today["next"]["session"]["session"], up["test"], "and it is in the calendar");
}

#[test]
fn answering_again_replaces_and_takes_back_the_test_that_says_nothing() {
    let vault = on_tuesday_at("09:00");
    let line = save(&vault, &blue());
    let first: Value = vault.call("log_call", json!({"line": line, "up": true, "due_by": "17:30"}));
    let later: Value = vault.call("log_call", json!({"line": line, "up": true, "due_by": "18:00"}));
    assert_eq!(first["test"], later["test"], "moved, not added");
    assert_eq!(shown(&vault)["tests"][0]["session"]["ends"], "18:00");
    let done = vault.done("log_call", json!({"line": line, "up": false}));
    assert_eq!(shown(&vault)["tests"], json!([]));
    vault.call::<Value>("undo", json!({"step": done["undo"]}));
    assert_eq!((states(&vault), shown(&vault)["tests"].as_array().unwrap().len()), (json!(["up"]), 1));
    let call = shown(&vault)["calls"][0]["id"].clone();
    let undo = vault.done("delete_call", json!({"id": call}))["undo"].clone();
    assert_eq!((states(&vault), &shown(&vault)["tests"]), (json!(["open"]), &json!([])));
    vault.call::<Value>("undo", json!({"step": undo}));
    assert_eq!(shown(&vault)["tests"].as_array().unwrap().len(), 1);
}

#[test]
fn a_test_of_which_something_is_said_stays_whatever_becomes_of_the_call() {
    let vault = on_tuesday_at("09:00");
    let line = save(&vault, &blue());
    let up: Value = vault.call("log_call", json!({"line": line, "up": true, "due_by": "17:30"}));
    vault.call::<Value>("log_session", json!({"session": up["test"], "state": "planned", "note": "Bring the card."}));
    let again: Value = vault.call("log_call", json!({"line": line, "up": true, "due_by": "18:00"}));
    assert_eq!(again["test"], up["test"]);
    assert_eq!(shown(&vault)["tests"][0]["session"]["ends"], "17:30");
    vault.call::<Value>("log_call", json!({"line": line, "up": false}));
    assert_eq!(shown(&vault)["tests"].as_array().unwrap().len(), 1);
    assert_eq!(shown(&vault)["lines"][0]["test"], Value::Null);
    // And one that was deleted by hand is no test any more.
    let up: Value = vault.call("log_call", json!({"line": line, "up": true, "due_by": "17:30"}));
    vault.call::<Value>("delete_session", json!({"session": up["test"]}));
    let seen = &shown(&vault)["lines"][0];
    assert_eq!((&seen["state"], &seen["test"]), (&json!("up"), &Value::Null));
    vault.call::<Value>("delete_call", json!({"id": up["call"]}));
    assert_eq!(shown(&vault)["calls"], json!([]));
}

#[test]
fn a_test_that_a_call_brought_stands_also_on_a_day_on_which_the_program_is_closed() {
    let vault = TestVault::at("2026-01-06T09:00", "America/New_York");
    let test = json!({"weekday": "tuesday", "time": "12:00", "minutes": 15, "kind": "drug_test"});
    let episode = start_care(&vault, "2026-01-05", &json!([test]));
    let closure = json!({"episode": episode, "starts_on": "2026-01-06", "ends_on": "2026-01-06", "reason": "Snow"});
    vault.call::<Value>("save_closure", closure);
    let line = save(&vault, &blue());
    let up: Value = vault.call("log_call", json!({"line": line, "up": true, "due_by": "17:30"}));
    let week: Value = vault.call("week", json!({"of": "2026-01-06"}));
    let shown: Vec<_> = week["sessions"].as_array().unwrap().iter().map(|s| (&s["time"], &s["state"])).collect();
    assert_eq!(shown, [(&json!("12:00"), &json!("cancelled")), (&json!("17:15"), &json!("planned"))]);
    let today: Value = vault.call("today", json!({}));
    assert_eq!(today["next"]["session"]["session"], up["test"]);
}

#[test]
fn a_line_of_the_evening_names_a_time_of_the_next_morning() {
    let vault = TestVault::at("2026-01-07T01:00", "America/New_York");
    start_care(&vault, "2026-01-05", &json!([]));
    let mut late = blue();
    (late["opens"], late["closes"]) = (json!("20:00"), json!("02:00"));
    let line = save(&vault, &late);
    // One in the morning on Wednesday: what opened on Tuesday is still open.
    assert_eq!(states(&vault), json!(["open"]));
    vault.call::<Value>("log_call", json!({"line": line, "up": true, "due_by": "09:00"}));
    let seen = shown(&vault);
    assert_eq!(seen["calls"][0]["on"], "2026-01-06");
    let test = &seen["tests"][0]["session"];
    assert_eq!((&test["on"], &test["time"]), (&json!("2026-01-07"), &json!("08:45")));
}

#[test]
fn a_call_can_be_said_later_of_a_day_before() {
    let vault = on_tuesday_at("09:00");
    let line = save(&vault, &blue());
    vault.call::<Value>("log_call", json!({"line": line, "on": "2026-01-05", "up": false}));
    assert_eq!(shown(&vault)["calls"][0]["on"], "2026-01-05");
    assert_eq!(states(&vault), json!(["open"]), "today is still asked");
}

#[test]
fn a_result_is_kept_changed_and_taken_back() {
    let vault = on_tuesday_at("09:00");
    let added = json!({"kind": "drug_test", "on": "2026-01-06", "time": "08:30", "minutes": 15, "note": ""});
    let test = vault.call::<Value>("add_session", added)["session"].clone();
    assert_eq!(shown(&vault)["tests"][0]["report"], Value::Null);
    for result in ["negative", "expected", "positive", "dilute", "invalid", "not_told"] {
        let request = json!({"session": test, "result": result, "medicines": "Buprenorphine"});
        vault.call::<Value>("save_test", request);
        let report = shown(&vault)["tests"][0]["report"].clone();
        assert_eq!(report, json!({"result": result, "medicines": "Buprenorphine"}));
    }
    assert_eq!(shown(&vault)["tests"][0]["session"]["state"], "attended", "who has a result was there");
    let done = vault.done("save_test", json!({"session": test, "result": null, "medicines": ""}));
    assert_eq!(shown(&vault)["tests"][0]["report"], Value::Null);
    vault.call::<Value>("undo", json!({"step": done["undo"]}));
    assert_eq!(shown(&vault)["tests"][0]["report"]["result"], "not_told");
}

#[test]
fn a_result_does_not_change_an_answer_that_was_given() {
    let vault = on_tuesday_at("09:00");
    let added = json!({"kind": "drug_test", "on": "2026-01-06", "time": "08:30", "minutes": 15, "note": ""});
    let test = vault.call::<Value>("add_session", added)["session"].clone();
    vault.call::<Value>("log_session", json!({"session": test, "state": "excused"}));
    vault.call::<Value>("save_test", json!({"session": test, "result": "not_told", "medicines": ""}));
    assert_eq!(shown(&vault)["tests"][0]["session"]["state"], "excused");
}

#[test]
fn a_scheduled_test_is_kept_when_its_result_is_told() {
    let vault = TestVault::at("2026-01-13T09:00", "America/New_York");
    let slots = json!([{"weekday": "tuesday", "time": "08:00", "minutes": 15, "kind": "drug_test"}]);
    start_care(&vault, "2026-01-05", &slots);
    let tests = shown(&vault)["tests"].clone();
    let days: Vec<_> = tests.as_array().unwrap().iter().map(|test| test["session"]["on"].clone()).collect();
    let expected = ["2026-02-10", "2026-02-03", "2026-01-27", "2026-01-20", "2026-01-13", "2026-01-06"];
    assert_eq!(days, expected, "the newest first, with those of the next four weeks");
    assert_eq!((&tests[3]["can_report"], &tests[4]["can_report"]), (&json!(false), &json!(true)));
    let request = json!({"session": tests[4]["session"]["session"], "result": "negative", "medicines": ""});
    vault.call::<Value>("save_test", request);
    assert_eq!(shown(&vault)["tests"][4]["report"]["result"], "negative");
    assert_eq!(shown(&vault)["tests"].as_array().unwrap().len(), 6, "it stands once");
    let request = json!({"session": tests[0]["session"]["session"], "result": "negative", "medicines": ""});
    assert_eq!(vault.failure("save_test", request), invalid("result", Rule::InTheFuture));
}

#[test]
fn a_test_that_a_call_brought_can_be_told_before_it_is_due() {
    let vault = on_tuesday_at("09:00");
    let line = save(&vault, &blue());
    let up: Value = vault.call("log_call", json!({"line": line, "up": true, "due_by": "17:30"}));
    vault.go_to("2026-01-06T11:20");
    vault.unlock();
    assert_eq!(shown(&vault)["tests"][0]["can_report"], true);
    vault.call::<Value>("save_test", json!({"session": up["test"], "result": "not_told", "medicines": ""}));
    let session = shown(&vault)["tests"][0]["session"].clone();
    assert_eq!((&session["time"], &session["state"]), (&json!("11:20"), &json!("attended")));
    assert_eq!(vault.call::<Value>("today", json!({}))["unanswered"], json!([]));
}

#[test]
fn the_log_goes_back_in_pages_and_across_a_long_pause() {
    let vault = TestVault::at("2026-01-06T09:00", "America/New_York");
    start_care(&vault, "2020-01-06", &json!([]));
    let mut line = blue();
    line["starts_on"] = json!("2020-01-06");
    let line = save(&vault, &line);
    for on in ["2020-01-06", "2020-01-07", "2025-12-30", "2026-01-05"] {
        vault.call::<Value>("log_call", json!({"line": line, "on": on, "up": false}));
    }
    let added = json!({"kind": "drug_test", "on": "2021-05-04", "time": "08:30", "minutes": 15, "note": ""});
    vault.call::<Value>("add_session", added);
    let page = |before: &Value| -> (Value, Vec<Value>, usize) {
        let page: Value = vault.call("drug_tests", json!({"before": before}));
        let days = page["calls"].as_array().unwrap().iter().map(|call| call["on"].clone()).collect();
        (page["older_before"].clone(), days, page["tests"].as_array().unwrap().len())
    };
    let (older, days, tests) = page(&Value::Null);
    assert_eq!((days, tests), (vec![json!("2026-01-05"), json!("2025-12-30")], 0));
    let (older, days, tests) = page(&older);
    assert_eq!((days, tests), (vec![], 1));
    let (older, days, tests) = page(&older);
    assert_eq!((older, days, tests), (Value::Null, vec![json!("2020-01-07"), json!("2020-01-06")], 0));
}

#[test]
fn what_a_line_may_not_be_is_refused_and_changes_nothing() {
    let vault = on_tuesday_at("09:00");
    let with = |field: &str, value: Value| {
        let mut request = blue();
        request[field] = value;
        vault.failure("save_call_line", request)
    };
    assert_eq!(with("name", json!("x".repeat(1001))), invalid("name", Rule::TooLong));
    assert_eq!(with("phone", json!("call me")), invalid("phone", Rule::Malformed));
    assert_eq!(with("opens", json!("5 am")), invalid("opens", Rule::NotATime));
    assert_eq!(with("closes", json!("24:00")), invalid("closes", Rule::NotATime));
    assert_eq!(with("weekdays", json!([])), invalid("weekdays", Rule::Required));
    assert_eq!(with("weekdays", json!(["someday"])), invalid("weekdays.0", Rule::Unknown));
    assert_eq!(with("starts_on", json!("1875-01-05")), invalid("starts_on", Rule::NotADate));
    assert_eq!(with("starts_on", json!("2026-01-01")), invalid("starts_on", Rule::DoesNotFit), "before any care");
    assert_eq!(with("ends_on", json!("2026-01-04")), invalid("ends_on", Rule::EndBeforeStart));
    assert_eq!(with("ends_on", json!("2300-01-04")), invalid("ends_on", Rule::NotADate));
    assert_eq!(with("id", json!("019b8e3e-3480-7000-8000-000000000017")), Failure::NotFound);
    assert_eq!(shown(&vault)["lines"], json!([]));
    let nobody = TestVault::at("2026-01-06T09:00", "America/New_York");
    assert_eq!(nobody.failure("save_call_line", blue()), invalid("starts_on", Rule::DoesNotFit));
}

#[test]
fn what_a_call_or_a_result_may_not_be_is_refused_and_changes_nothing() {
    let vault = on_tuesday_at("09:00");
    let line = save(&vault, &blue());
    let call = |rest: Value| {
        let mut request = json!({"line": line, "up": false});
        request.as_object_mut().unwrap().extend(rest.as_object().unwrap().clone());
        vault.failure("log_call", request)
    };
    assert_eq!(call(json!({"line": "019b8e3e-3480-7000-8000-000000000017"})), Failure::NotFound);
    assert_eq!(call(json!({"on": "2026-01-09"})), invalid("on", Rule::InTheFuture));
    assert_eq!(call(json!({"on": "2026-01-02"})), invalid("on", Rule::DoesNotFit), "before the line began");
    assert_eq!(call(json!({"on": "1875-01-09"})), invalid("on", Rule::NotADate));
    assert_eq!(call(json!({"up": true})), invalid("due_by", Rule::Required));
    assert_eq!(call(json!({"due_by": "17:00"})), invalid("due_by", Rule::DoesNotFit));
    assert_eq!(call(json!({"up": true, "due_by": "17:60"})), invalid("due_by", Rule::NotATime));
    assert_eq!(vault.failure("delete_call", json!({"id": "019b8e3e-3480-7000-8000-000000000017"})), Failure::NotFound);
    vault.go_to("2026-01-07T09:00");
    vault.unlock();
    assert_eq!(call(json!({})), invalid("on", Rule::DoesNotFit), "Wednesday is no day to call");
    let added = json!({"kind": "group", "on": "2026-01-06", "time": "08:30", "minutes": 60, "note": ""});
    let group = vault.call::<Value>("add_session", added)["session"].clone();
    let result = |session: &Value, result: Value, medicines: &str| {
        vault.failure("save_test", json!({"session": session, "result": result, "medicines": medicines}))
    };
    assert_eq!(result(&group, json!("negative"), ""), invalid("session", Rule::DoesNotFit));
    let added = json!({"kind": "drug_test", "on": "2026-01-06", "time": "08:30", "minutes": 15, "note": ""});
    let test = vault.call::<Value>("add_session", added)["session"].clone();
    assert_eq!(result(&test, Value::Null, "Something"), invalid("medicines", Rule::DoesNotFit));
    assert_eq!(result(&test, json!("clean"), ""), invalid("result", Rule::Unknown));
    assert_eq!(result(&test, json!("negative"), &"x".repeat(1001)), invalid("medicines", Rule::TooLong));
    assert_eq!(vault.failure("drug_tests", json!({"before": "1875-01-01"})), invalid("before", Rule::NotADate));
    assert_eq!((&shown(&vault)["calls"], &shown(&vault)["tests"][0]["report"]), (&json!([]), &Value::Null));
}

#[test]
fn lines_calls_and_results_go_out_and_come_in_identical() {
    let theirs = on_tuesday_at("09:00");
    let line = save(&theirs, &blue());
    let up: Value = theirs.call("log_call", json!({"line": line, "up": true, "due_by": "17:30"}));
    theirs.call::<Value>("save_test", json!({"session": up["test"], "result": "expected", "medicines": "Methadone"}));
    let record = export(&theirs);
    assert_eq!(record["calls"].as_array().unwrap().len(), 1);
    let ours = TestVault::at("2026-01-06T09:00", "America/New_York");
    ours.call::<Value>("import_record", json!({"text": record.to_string()}));
    assert_eq!(export(&ours), record);
    // The same day said otherwise here: the file's takes its place, and that is said before.
    ours.call::<Value>("delete_call", json!({"id": record["calls"][0]["id"]}));
    ours.call::<Value>("log_call", json!({"line": line, "up": false}));
    let preview: Value = ours.call("preview_import", json!({"text": record.to_string()}));
    let calls = preview["parts"].as_array().unwrap().iter().find(|part| part["kind"] == "calls").unwrap().clone();
    assert_eq!(calls, json!({"kind": "calls", "new": 0, "same": 0, "changed": 1}));
    ours.call::<Value>("import_record", json!({"text": record.to_string()}));
    assert_eq!(export(&ours), record);
    let refused = |change: &dyn Fn(&mut Value)| {
        let mut record = record.clone();
        change(&mut record);
        ours.failure("import_record", json!({"text": record.to_string()}))
    };
    let orphan = |record: &mut Value| record["calls"][0]["line"] = json!("019b8e3e-3480-7000-8000-000000000017");
    assert_eq!(refused(&orphan), invalid("calls", Rule::Unknown));
    let strange =
        |record: &mut Value| record["call_lines"][0]["episode"] = json!("019b8e3e-3480-7000-8000-000000000017");
    assert_eq!(refused(&strange), invalid("call_lines", Rule::Unknown));
    let unordered = |record: &mut Value| record["call_lines"][0]["weekdays"] = json!(["friday", "monday"]);
    assert_eq!(refused(&unordered), invalid("call_lines.0.weekdays", Rule::DoesNotFit));
    let twice = |record: &mut Value| {
        let mut again = record["calls"][0].clone();
        again["id"] = json!("019b8e3e-3480-7000-8000-000000000017");
        record["calls"].as_array_mut().unwrap().push(again);
    };
    assert_eq!(refused(&twice), invalid("calls", Rule::DoesNotFit));
    assert_eq!(export(&ours), record);
}

#[test]
fn a_line_goes_with_its_episode_and_comes_back_with_it() {
    let vault = TestVault::at("2026-01-06T09:00", "America/New_York");
    let episode = start_care(&vault, "2026-01-05", &json!([]));
    save(&vault, &blue());
    let undo = vault.done("delete_care", json!({"episode": episode}))["undo"].clone();
    assert_eq!(shown(&vault)["lines"], json!([]));
    vault.call::<Value>("undo", json!({"step": undo}));
    assert_eq!(shown(&vault)["lines"].as_array().unwrap().len(), 1);
}
