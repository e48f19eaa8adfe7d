//! Care, sessions and hours.

use app::{Failure, Rule};
use serde_json::{Value, json};
use support::TestVault;

const EVENINGS: [&str; 3] = ["monday", "wednesday", "friday"];

fn slots(days: &[&str], time: &str, minutes: u32) -> Value {
    days.iter().map(|day| json!({"weekday": day, "time": time, "minutes": minutes, "kind": "group"})).collect()
}

fn provider() -> Value {
    json!({"name": "Cedar House", "phone": "555-0142", "address": "214 Cedar Street", "room": "2", "link": ""})
}

fn care(starts_on: &str, phases: Value) -> Value {
    json!({"level": "intensive_outpatient", "age_group": "adult", "starts_on": starts_on, "zone": "America/New_York",
        "provider": provider(), "phases": phases})
}

fn three_evenings(vault: &TestVault, starts_on: &str) -> String {
    let phases = json!([{"weeks": 10, "target_minutes": 540, "slots": slots(&EVENINGS, "18:00", 180)}]);
    vault.call::<Value>("start_care", care(starts_on, phases))["episode"].as_str().unwrap().to_owned()
}

fn week(vault: &TestVault, of: &str) -> Value {
    vault.call("week", json!({"of": of}))
}

fn named(vault: &TestVault, of: &str, index: usize) -> Value {
    week(vault, of)["sessions"][index]["session"].clone()
}

#[test]
fn one_tap_logs_a_session_that_is_over_and_undo_takes_it_back() {
    let vault = TestVault::new();
    three_evenings(&vault, "2026-01-05");
    vault.go_to("2026-01-06T09:00");
    vault.unlock();
    let today: Value = vault.call("today", json!({}));
    assert_eq!(today["unanswered"][0]["on"], "2026-01-05");
    let done = vault.done("log_session", json!({"session": today["unanswered"][0]["session"], "state": "attended"}));
    assert_eq!(done["value"]["week"]["attended"], 180);
    assert_eq!(done["changes"], json!(["treatment"]));
    let today: Value = vault.call("today", json!({}));
    assert_eq!(today["unanswered"], json!([]));
    assert_eq!(today["week"]["hours"]["attended"], 180);
    vault.call::<Value>("undo", json!({"step": done["undo"]}));
    let today: Value = vault.call("today", json!({}));
    assert_eq!(today["unanswered"].as_array().unwrap().len(), 1);
    assert_eq!(today["week"]["hours"]["attended"], 0);
}

#[test]
fn logging_the_same_session_twice_keeps_one_session() {
    let vault = TestVault::new();
    three_evenings(&vault, "2026-01-05");
    vault.go_to("2026-01-06T09:00");
    vault.unlock();
    let session = named(&vault, "2026-01-05", 0);
    for state in ["attended", "missed"] {
        vault.call::<Value>("log_session", json!({"session": session, "state": state}));
    }
    let week = week(&vault, "2026-01-05");
    assert_eq!(week["sessions"].as_array().unwrap().len(), 3);
    assert_eq!(week["sessions"][0]["state"], "missed");
}

#[test]
fn a_session_attended_in_part_needs_its_minutes_and_keeps_kind_and_note() {
    let vault = TestVault::new();
    three_evenings(&vault, "2026-01-05");
    vault.go_to("2026-01-06T09:00");
    vault.unlock();
    let session = named(&vault, "2026-01-05", 0);
    let part = |minutes: Value| {
        json!({"session": session, "state": "attended_in_part", "minutes": minutes,
        "kind": "family", "note": "Left early."})
    };
    assert_eq!(
        vault.failure("log_session", part(Value::Null)),
        Failure::Invalid { field: "minutes".into(), rule: Rule::Required }
    );
    assert_eq!(
        vault.failure("log_session", part(json!(-1))),
        Failure::Invalid { field: "minutes".into(), rule: Rule::TooSmall }
    );
    assert_eq!(
        vault.failure("log_session", part(json!(1441))),
        Failure::Invalid { field: "minutes".into(), rule: Rule::TooLarge }
    );
    let logged: Value = vault.call("log_session", part(json!(95)));
    assert_eq!(logged["week"]["attended"], 95);
    let shown: Value = vault.call("session", json!({"session": logged["session"]}));
    assert_eq!((&shown["kind"], &shown["note"]), (&json!("family"), &json!("Left early.")));
    // Saying only what became of it keeps the note.
    vault.call::<Value>("log_session", json!({"session": logged["session"], "state": "excused"}));
    let shown: Value = vault.call("session", json!({"session": logged["session"]}));
    assert_eq!((&shown["state"], &shown["note"]), (&json!("excused"), &json!("Left early.")));
}

#[test]
fn a_session_that_has_not_begun_cannot_be_attended_but_can_be_cancelled() {
    let vault = TestVault::new();
    three_evenings(&vault, "2026-01-05");
    let session = named(&vault, "2026-01-05", 2);
    assert_eq!(
        vault.failure("log_session", json!({"session": session, "state": "attended"})),
        Failure::Invalid { field: "state".into(), rule: Rule::InTheFuture }
    );
    vault.call::<Value>("log_session", json!({"session": session, "state": "cancelled"}));
    let hours = week(&vault, "2026-01-05")["hours"].clone();
    assert_eq!((&hours["scheduled"], &hours["sessions_ahead"]), (&json!(360), &json!(2)));
}

#[test]
fn sessions_keep_the_clinics_clock_across_the_change_of_the_clocks() {
    let vault = TestVault::at("2026-03-02T09:00", "America/New_York");
    three_evenings(&vault, "2026-03-02");
    // The clocks change on March 8. Both Mondays are at 6 pm, an hour of UTC apart.
    for (of, before, after) in
        [("2026-03-02", "2026-03-02T22:59", "2026-03-02T23:00"), ("2026-03-09", "2026-03-09T21:59", "2026-03-09T22:00")]
    {
        let utc = |text: &str| format!("{text}:00Z").parse().unwrap();
        vault.clock.set(utc(before));
        vault.unlock();
        assert_eq!(week(&vault, of)["sessions"][0]["begun"], false, "{of}");
        vault.clock.set(utc(after));
        vault.unlock();
        assert_eq!(week(&vault, of)["sessions"][0]["begun"], true, "{of}");
        assert_eq!(week(&vault, of)["sessions"][0]["time"], "18:00");
    }
}

#[test]
fn every_week_since_the_start_stands_against_its_phases_target() {
    let vault = TestVault::new();
    let days = ["monday", "tuesday", "wednesday", "thursday", "friday"];
    let phases = json!([
        {"weeks": 4, "target_minutes": 900, "slots": slots(&days, "18:00", 180)},
        {"weeks": 4, "target_minutes": 540, "slots": slots(&EVENINGS, "18:00", 180)},
        {"weeks": 4, "target_minutes": 180, "slots": slots(&["wednesday"], "18:00", 180)},
    ]);
    vault.call::<Value>("start_care", care("2026-01-05", phases));
    vault.go_to("2026-03-30T09:00");
    vault.unlock();
    let hours: Value = vault.call("hours", json!({}));
    let targets: Vec<u64> = hours["weeks"].as_array().unwrap().iter().map(|w| w["target"].as_u64().unwrap()).collect();
    assert_eq!(targets, [900, 900, 900, 900, 540, 540, 540, 540, 180, 180, 180, 180, 0, 0]);
    let path: Value = vault.call("care", json!({}));
    assert_eq!(path["episodes"][0]["planned_weeks"], 12);
    assert_eq!(path["episodes"][0]["week"], Value::Null);
}

#[test]
fn a_new_level_ends_the_one_before_on_the_day_before() {
    let vault = TestVault::new();
    three_evenings(&vault, "2026-01-05");
    let too_early = care("2026-01-05", json!([{"weeks": null, "target_minutes": 90, "slots": []}]));
    assert_eq!(
        vault.failure("start_care", too_early),
        Failure::Invalid { field: "starts_on".into(), rule: Rule::Taken }
    );
    let mut next =
        care("2026-01-21", json!([{"weeks": null, "target_minutes": 90, "slots": slots(&["thursday"], "17:00", 90)}]));
    next["level"] = json!("outpatient");
    let undo = vault.done("start_care", next)["undo"].clone();
    let days = |of: &str| -> Vec<String> {
        week(&vault, of)["sessions"].as_array().unwrap().iter().map(|s| s["on"].as_str().unwrap().to_owned()).collect()
    };
    assert_eq!(days("2026-01-19"), ["2026-01-19", "2026-01-22"]);
    assert_eq!(days("2026-01-26"), ["2026-01-29"]);
    vault.call::<Value>("undo", json!({"step": undo}));
    assert_eq!(days("2026-01-19"), ["2026-01-19", "2026-01-21", "2026-01-23"]);
}

#[test]
fn deleting_a_level_started_by_mistake_gives_back_the_one_before_as_it_was() {
    let vault = TestVault::new();
    let phases = json!([
        {"weeks": 4, "target_minutes": 540, "slots": slots(&EVENINGS, "18:00", 180)},
        {"weeks": 6, "target_minutes": 180, "slots": slots(&["wednesday"], "18:00", 180)},
    ]);
    let program: Value = vault.call("start_care", care("2026-01-05", phases));
    vault.go_to("2026-01-08T09:00");
    vault.unlock();
    let session = named(&vault, "2026-01-05", 1);
    vault.call::<Value>("log_session", json!({"session": session, "state": "attended"}));
    let path = || -> Value { vault.call("care", json!({})) };
    // Told of sessions in every week, whatever they are called inside.
    let weeks = || -> Vec<Value> {
        let told = |on: &str| {
            let week = week(&vault, on);
            let sessions: Vec<Value> =
                week["sessions"].as_array().unwrap().iter().map(|s| json!([s["on"], s["time"], s["state"]])).collect();
            json!([week["hours"], sessions])
        };
        ["2026-01-05", "2026-01-12", "2026-02-02", "2026-03-09", "2026-03-16"].map(told).to_vec()
    };
    let (before, seen) = (path(), weeks());
    let next = json!([{"weeks": null, "target_minutes": 90, "slots": slots(&["wednesday"], "17:00", 90)}]);
    let level: Value = vault.call("start_care", care("2026-01-07", next));
    assert_eq!(path()["episodes"][0]["planned_end"], "2026-01-06");
    assert_eq!(path()["episodes"][0]["phases"].as_array().unwrap().len(), 1);
    // What is said meanwhile of who provides it does not make the end stay.
    let told = json!({"episode": program["episode"], "provider": provider()});
    vault.call::<Value>("save_provider", told);
    vault.call::<Value>("delete_care", json!({"episode": level["episode"]}));
    assert_eq!((path(), weeks()), (before, seen));
}

#[test]
fn new_days_and_times_hold_from_their_day_and_leave_what_was_logged() {
    let vault = TestVault::new();
    let episode = three_evenings(&vault, "2026-01-05");
    vault.go_to("2026-01-06T09:00");
    vault.unlock();
    let first = named(&vault, "2026-01-05", 0);
    vault.call::<Value>("log_session", json!({"session": first, "state": "attended"}));
    vault.call::<Value>(
        "change_schedule",
        json!({"episode": episode, "from": "2026-01-12", "target_minutes": 480, "slots": slots(&["tuesday", "thursday"], "09:00", 240)}),
    );
    let hours: Value = vault.call("hours", json!({}));
    assert_eq!(hours["weeks"][0]["attended"], 180);
    assert_eq!(hours["weeks"][0]["target"], 540);
    assert_eq!(hours["weeks"][1]["target"], 480);
    assert_eq!(week(&vault, "2026-01-12")["sessions"][0]["time"], "09:00");
    // Nothing goes on past the end of the program.
    assert_eq!(week(&vault, "2026-03-16")["sessions"], json!([]));
    let unknown = json!({"episode": "019b8e3e-3480-7000-8000-000000000017", "from": "2026-01-12", "target_minutes": 0, "slots": []});
    assert_eq!(vault.failure("change_schedule", unknown), Failure::NotFound);
}

fn change(vault: &TestVault, episode: &str, from: &str, slots: &Value) -> Value {
    vault.done("change_schedule", json!({"episode": episode, "from": from, "target_minutes": 540, "slots": slots}))
}

#[test]
fn a_session_logged_today_stands_once_after_the_schedule_changes_from_today() {
    let vault = TestVault::new();
    let episode = three_evenings(&vault, "2026-01-05");
    vault.go_to("2026-01-07T22:00");
    vault.unlock();
    for index in [0, 1] {
        let session = named(&vault, "2026-01-05", index);
        vault.call::<Value>("log_session", json!({"session": session, "state": "attended"}));
    }
    let before = week(&vault, "2026-01-05")["hours"].clone();
    let undo = change(&vault, &episode, "2026-01-05", &slots(&["monday", "wednesday", "friday"], "19:00", 180))["undo"]
        .clone();
    let after = week(&vault, "2026-01-05");
    assert_eq!(
        (&after["hours"]["attended"], &after["hours"]["scheduled"]),
        (&before["attended"], &before["scheduled"])
    );
    let times: Vec<_> = after["sessions"].as_array().unwrap().iter().map(|s| s["time"].as_str().unwrap()).collect();
    assert_eq!(times, ["18:00", "18:00", "19:00"], "what was lived stays, what is ahead moves");
    assert_eq!(vault.call::<Value>("today", json!({}))["unanswered"], json!([]));
    vault.call::<Value>("undo", json!({"step": undo}));
    let again = week(&vault, "2026-01-05");
    assert_eq!(again["hours"], before);
    assert_eq!(again["sessions"].as_array().unwrap().len(), 3);
}

#[test]
fn a_friday_that_was_cancelled_stays_cancelled_when_the_schedule_changes() {
    let vault = TestVault::new();
    let episode = three_evenings(&vault, "2026-01-05");
    vault.call::<Value>("log_session", json!({"session": named(&vault, "2026-01-05", 2), "state": "cancelled"}));
    change(&vault, &episode, "2026-01-06", &slots(&["thursday", "friday"], "09:00", 240));
    let states: Vec<Value> = week(&vault, "2026-01-05")["sessions"]
        .as_array()
        .unwrap()
        .iter()
        .map(|s| json!([s["on"], s["state"]]))
        .collect();
    assert_eq!(
        states,
        [json!(["2026-01-05", "planned"]), json!(["2026-01-08", "planned"]), json!(["2026-01-09", "cancelled"])]
    );
}

#[test]
fn a_note_on_a_session_ahead_moves_with_it_or_stays_as_one_that_can_be_deleted() {
    let vault = TestVault::new();
    let episode = three_evenings(&vault, "2026-01-05");
    for (index, note) in [(1, "Bring the form."), (2, "Ask for a ride.")] {
        let session = named(&vault, "2026-01-05", index);
        vault.call::<Value>("log_session", json!({"session": session, "state": "planned", "note": note}));
    }
    change(&vault, &episode, "2026-01-06", &slots(&["wednesday"], "09:00", 120));
    let sessions = week(&vault, "2026-01-05")["sessions"].clone();
    assert_eq!(sessions.as_array().unwrap().len(), 3);
    let told = |index: usize| {
        let s = &sessions[index];
        json!([s["on"], s["time"], s["minutes"], s["note"], s["added_once"]])
    };
    assert_eq!(told(1), json!(["2026-01-07", "09:00", 120, "Bring the form.", false]));
    assert_eq!(told(2), json!(["2026-01-09", "18:00", 180, "Ask for a ride.", true]));
    vault.call::<Value>("delete_session", json!({"session": sessions[2]["session"]}));
    assert_eq!(week(&vault, "2026-01-05")["sessions"].as_array().unwrap().len(), 2);
}

#[test]
fn a_level_begun_in_the_past_doubles_no_session_that_was_logged_since() {
    let vault = TestVault::new();
    three_evenings(&vault, "2026-01-05");
    vault.go_to("2026-01-09T09:00");
    vault.unlock();
    let session = named(&vault, "2026-01-05", 1);
    vault.call::<Value>("log_session", json!({"session": session, "state": "attended", "note": "Good."}));
    let phases = json!([{"weeks": 4, "target_minutes": 360, "slots": slots(&["wednesday", "friday"], "17:00", 90)}]);
    let level: Value = vault.call("start_care", care("2026-01-07", phases));
    let told = || -> Vec<Value> {
        let week = week(&vault, "2026-01-05");
        let sessions = week["sessions"].as_array().unwrap().iter();
        sessions.map(|s| json!([s["on"], s["time"], s["state"], s["note"]])).collect()
    };
    let monday = json!(["2026-01-05", "18:00", "planned", ""]);
    let wednesday = json!(["2026-01-07", "18:00", "attended", "Good."]);
    assert_eq!(told(), [monday, wednesday.clone(), json!(["2026-01-09", "17:00", "planned", ""])]);
    // Deleting that level takes nothing that was lived before it.
    vault.call::<Value>("delete_care", json!({"episode": level["episode"]}));
    assert_eq!(told()[1], wednesday);
}

#[test]
fn a_session_across_the_autumn_change_ends_by_the_clock_at_the_time_it_is_over() {
    let vault = TestVault::at("2026-10-26T09:00", "America/New_York");
    three_evenings(&vault, "2026-10-26");
    let night = json!({"kind": "group", "on": "2026-11-01", "time": "00:30", "minutes": 180, "note": ""});
    let added: Value = vault.call("add_session", night);
    let shown = || -> Value { vault.call("session", json!({"session": added["session"]})) };
    assert_eq!(shown()["ends"], "02:30");
    vault.clock.set("2026-11-01T07:29:00Z".parse().unwrap());
    vault.unlock();
    assert_eq!(shown()["over"], false);
    vault.clock.set("2026-11-01T07:30:00Z".parse().unwrap());
    assert_eq!(shown()["over"], true);
}

#[test]
fn a_session_added_once_counts_and_can_be_deleted_and_brought_back() {
    let vault = TestVault::new();
    three_evenings(&vault, "2026-01-05");
    let one = json!({"kind": "individual", "on": "2026-01-06", "time": "10:00", "minutes": 50, "note": ""});
    let added: Value = vault.call("add_session", one);
    assert_eq!(week(&vault, "2026-01-05")["hours"]["ahead"], 590);
    assert_eq!(week(&vault, "2026-01-05")["sessions"][1]["added_once"], true);
    let undo = vault.done("delete_session", json!({"session": added["session"]}))["undo"].clone();
    assert_eq!(week(&vault, "2026-01-05")["hours"]["ahead"], 540);
    vault.call::<Value>("undo", json!({"step": undo}));
    assert_eq!(week(&vault, "2026-01-05")["hours"]["ahead"], 590);
    assert_eq!(
        vault.failure("delete_session", json!({"session": named(&vault, "2026-01-05", 0)})),
        Failure::Invalid { field: "session".into(), rule: Rule::DoesNotFit }
    );
}

#[test]
fn what_care_may_not_be_is_refused_with_its_field_and_changes_nothing() {
    let vault = TestVault::new();
    let good = json!([{"weeks": 10, "target_minutes": 540, "slots": slots(&EVENINGS, "18:00", 180)}]);
    let with = |change: fn(&mut Value)| {
        let mut request = care("2026-01-05", good.clone());
        change(&mut request);
        match vault.failure("start_care", request) {
            Failure::Invalid { field, rule } => (field, rule),
            other => panic!("{other:?}"),
        }
    };
    let slot = |field: &str| format!("phases.0.slots.1.{field}");
    let is = |(field, rule): (String, Rule), expected: &str, which: Rule| {
        assert_eq!(field, expected);
        assert_eq!(rule, which);
    };
    is(with(|r| r["phases"][0]["slots"][1]["minutes"] = json!(0)), &slot("minutes"), Rule::TooSmall);
    is(with(|r| r["phases"][0]["slots"][1]["minutes"] = json!(1560)), &slot("minutes"), Rule::TooLarge);
    is(with(|r| r["phases"][0]["slots"][1]["time"] = json!("24:00")), &slot("time"), Rule::NotATime);
    is(with(|r| r["phases"][0]["weeks"] = json!(0)), "phases.0.weeks", Rule::TooSmall);
    is(with(|r| r["starts_on"] = json!("2026-02-30")), "starts_on", Rule::NotADate);
    is(with(|r| r["starts_on"] = json!("9999-01-01")), "starts_on", Rule::NotADate);
    is(with(|r| r["zone"] = json!("America/Cedar")), "zone", Rule::UnknownZone);
    is(with(|r| r["provider"]["name"] = json!("x".repeat(301))), "provider.name", Rule::TooLong);
    is(with(|r| r["provider"]["name"] = json!("a\u{0}b")), "provider.name", Rule::ControlCharacters);
    is(with(|r| r["provider"]["link"] = json!("javascript:alert(1)")), "provider.link", Rule::Malformed);
    is(with(|r| r["level"] = json!("jail")), "level", Rule::Unknown);
    is(with(|r| r["phases"] = json!([])), "phases", Rule::Required);
    assert_eq!(vault.call::<Value>("care", json!({}))["episodes"], json!([]));
}
