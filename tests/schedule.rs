//! Changing and cancelling sessions, closures, overlaps.

use app::{Failure, Rule};
use serde_json::{Value, json};
use support::TestVault;

/// Ten weeks of Mondays, Wednesdays and Fridays at 6 pm from January 5, 2026, seen on that day.
fn three_evenings() -> (TestVault, String) {
    let vault = TestVault::new();
    let slots: Vec<Value> = ["monday", "wednesday", "friday"]
        .iter()
        .map(|day| json!({"weekday": day, "time": "18:00", "minutes": 180, "kind": "group"}))
        .collect();
    let provider = json!({"name": "Cedar House", "phone": "", "address": "", "room": "", "link": ""});
    let care = json!({"level": "intensive_outpatient", "age_group": "adult", "starts_on": "2026-01-05",
        "zone": "America/New_York", "provider": provider,
        "phases": [{"weeks": 10, "target_minutes": 540, "slots": slots}]});
    let episode = vault.call::<Value>("start_care", care)["episode"].as_str().unwrap().to_owned();
    (vault, episode)
}

fn week(vault: &TestVault, of: &str) -> Vec<Value> {
    vault.call::<Value>("week", json!({"of": of}))["sessions"].as_array().unwrap().clone()
}

/// The session of that day.
fn on(vault: &TestVault, day: &str) -> Value {
    week(vault, day).into_iter().find(|s| s["on"] == day).unwrap()
}

/// "01-05 18:00 planned" of every session of every week of the program.
fn seen(vault: &TestVault) -> Vec<String> {
    let mondays = ["01-05", "01-12", "01-19", "01-26", "02-02", "02-09", "02-16", "02-23", "03-02", "03-09", "03-16"];
    let told = |s: &Value| {
        let text = |field: &str| s[field].as_str().unwrap().to_owned();
        format!("{} {} {}", &text("on")[5..], text("time"), text("state"))
    };
    mondays
        .iter()
        .flat_map(|monday| week(vault, &format!("2026-{monday}")).iter().map(told).collect::<Vec<_>>())
        .collect()
}

fn count(vault: &TestVault, words: &str) -> usize {
    seen(vault).iter().filter(|line| line.contains(words)).count()
}

fn log(vault: &TestVault, day: &str, state: &str) {
    vault.call::<Value>("log_session", json!({"session": on(vault, day)["session"], "state": state}));
}

#[test]
fn only_this_session_is_moved_and_says_from_where_and_undo_moves_it_back() {
    let (vault, _) = three_evenings();
    let before = seen(&vault);
    let session = on(&vault, "2026-01-14")["session"].clone();
    let moved = vault.done(
        "change_session",
        json!({"session": session, "scope": "this", "on": "2026-01-15", "time": "09:00", "minutes": 120}),
    );
    assert_eq!(moved["value"]["week"]["scheduled"], 480);
    let shown = on(&vault, "2026-01-15");
    assert_eq!((&shown["moved_from"], &shown["time"]), (&json!("2026-01-14"), &json!("09:00")));
    assert_eq!(seen(&vault).len(), before.len());
    assert_eq!(count(&vault, "01-14"), 0);
    // Moved again: it still says where its pattern has it.
    vault.call::<Value>("change_session", json!({"session": shown["session"], "scope": "this", "on": "2026-01-21"}));
    let both: Vec<Value> = week(&vault, "2026-01-21").into_iter().filter(|s| s["on"] == "2026-01-21").collect();
    assert_eq!(both[0]["moved_from"], "2026-01-14");
    let back =
        json!({"session": shown["session"], "scope": "this", "on": "2026-01-14", "time": "18:00", "minutes": 180});
    let done = vault.done("change_session", back);
    assert_eq!(on(&vault, "2026-01-14")["moved_from"], Value::Null);
    assert_eq!(seen(&vault), before);
    vault.call::<Value>("undo", json!({"step": done["undo"]}));
    assert_eq!(count(&vault, "01-21 09:00"), 1);
}

#[test]
fn this_and_the_following_go_to_another_day_and_what_was_logged_stays() {
    let (vault, _) = three_evenings();
    vault.go_to("2026-01-22T09:00");
    vault.unlock();
    log(&vault, "2026-01-07", "attended");
    log(&vault, "2026-02-04", "excused");
    let before = seen(&vault);
    let session = on(&vault, "2026-01-21")["session"].clone();
    let done = vault
        .done("change_session", json!({"session": session, "scope": "following", "on": "2026-01-20", "time": "10:00"}));
    assert_eq!(count(&vault, "01-07 18:00 attended"), 1);
    assert_eq!(count(&vault, "01-14 18:00 planned"), 1);
    // The week that was excused has that session, where it was, and no other in its place.
    assert_eq!(count(&vault, "02-04 18:00 excused"), 1);
    assert_eq!((count(&vault, "02-03"), count(&vault, "01-21")), (0, 0));
    assert_eq!(count(&vault, "10:00 planned"), 7);
    assert_eq!(seen(&vault).len(), before.len());
    assert_eq!(on(&vault, "2026-01-20")["session"], done["value"]["session"]);
    vault.call::<Value>("undo", json!({"step": done["undo"]}));
    assert_eq!(seen(&vault), before);
}

#[test]
fn all_of_them_change_but_for_the_weeks_that_were_answered() {
    let (vault, _) = three_evenings();
    vault.go_to("2026-01-22T09:00");
    vault.unlock();
    log(&vault, "2026-01-05", "attended");
    let session = on(&vault, "2026-01-26")["session"].clone();
    vault.call::<Value>(
        "change_session",
        json!({"session": session, "scope": "all", "on": "2026-01-27", "every_weeks": 2}),
    );
    let tuesdays: Vec<String> = seen(&vault)
        .into_iter()
        .filter(|line| ["01-13", "01-20", "01-27", "02-03", "02-10", "02-24", "03-10"].contains(&&line[..5]))
        .collect();
    assert_eq!(tuesdays.len(), 5);
    assert_eq!(count(&vault, "01-05 18:00 attended"), 1);
    assert_eq!((count(&vault, "01-06"), count(&vault, "01-12")), (0, 0));
}

#[test]
fn the_next_level_is_not_entered_by_a_pattern_that_is_changed() {
    let (vault, episode) = three_evenings();
    let session = on(&vault, "2026-03-09")["session"].clone();
    let change = json!({"session": session, "scope": "following", "on": "2026-03-16"});
    assert_eq!(vault.failure("change_session", change), invalid("on", Rule::DoesNotFit));
    vault.call::<Value>("change_session", json!({"session": session, "scope": "following", "on": "2026-03-10"}));
    assert_eq!(count(&vault, "03-17"), 0);
    vault.call::<Value>("delete_care", json!({"episode": episode}));
    assert!(seen(&vault).is_empty());
}

#[test]
fn a_session_is_cancelled_alone_or_with_the_following_or_all_of_them() {
    let (vault, _) = three_evenings();
    log(&vault, "2026-01-05", "excused");
    let session = |day: &str| on(&vault, day)["session"].clone();
    vault.call::<Value>("cancel_session", json!({"session": session("2026-01-14"), "scope": "this"}));
    assert_eq!(count(&vault, "01-14 18:00 cancelled"), 1);
    assert_eq!(
        vault.failure("cancel_session", json!({"session": session("2026-01-14"), "scope": "this"})),
        invalid("session", Rule::DoesNotFit)
    );
    vault.call::<Value>("cancel_session", json!({"session": session("2026-01-23"), "scope": "following"}));
    assert_eq!((seen(&vault).len(), count(&vault, "01-16"), count(&vault, "01-30")), (22, 1, 0));
    let done = vault.done("cancel_session", json!({"session": session("2026-01-19"), "scope": "all"}));
    assert_eq!((seen(&vault).len(), count(&vault, "01-05 18:00 excused")), (13, 1));
    vault.call::<Value>("undo", json!({"step": done["undo"]}));
    assert_eq!(seen(&vault).len(), 22);
}

#[test]
fn a_closure_cancels_all_within_it_and_lifting_it_brings_all_back() {
    let (vault, episode) = three_evenings();
    log(&vault, "2026-01-21", "excused");
    let before = seen(&vault);
    let saved: Value = vault.call(
        "save_closure",
        json!({"episode": episode, "starts_on": "2026-01-19", "ends_on": "2026-01-24", "reason": "Snow"}),
    );
    assert_eq!(saved["cancels"], 2);
    assert_eq!(count(&vault, "cancelled"), 2);
    let shown = on(&vault, "2026-01-23");
    assert_eq!((&shown["closed"], &shown["closed_for"]), (&json!(true), &json!("Snow")));
    let opened: Value = vault.call("session", json!({"session": shown["session"]}));
    assert_eq!((&opened["state"], &opened["closed_for"]), (&json!("cancelled"), &json!("Snow")));
    assert_eq!(on(&vault, "2026-01-21")["closed_for"], Value::Null);
    // One day shorter.
    let change = json!({"id": saved["id"], "episode": episode, "starts_on": "2026-01-20", "ends_on": "2026-01-24", "reason": "Snow"});
    assert_eq!(vault.call::<Value>("save_closure", change)["cancels"], 1);
    // Held on another day instead.
    let moved: Value = vault.call(
        "change_session",
        json!({"session": on(&vault, "2026-01-23")["session"], "scope": "this", "on": "2026-01-25"}),
    );
    assert_eq!(count(&vault, "01-25 18:00 planned"), 1);
    vault.call::<Value>("change_session", json!({"session": moved["session"], "scope": "this", "on": "2026-01-23"}));
    let listed: Value = vault.call("closures", json!({}));
    assert_eq!((&listed["closures"][0]["cancels"], &listed["closures"][0]["reason"]), (&json!(1), &json!("Snow")));
    vault.call::<Value>("delete_closure", json!({"id": saved["id"]}));
    assert_eq!(seen(&vault), before);
    assert_eq!(vault.failure("delete_closure", json!({"id": saved["id"]})), Failure::NotFound);
}

#[test]
fn sessions_at_the_same_time_are_pointed_out_and_allowed() {
    let (vault, _) = three_evenings();
    let moved: Value = vault.call(
        "change_session",
        json!({"session": on(&vault, "2026-01-14")["session"], "scope": "this", "on": "2026-01-12", "time": "20:59"}),
    );
    assert_eq!(moved["overlaps"], true);
    let marked = |of: &str| -> Vec<bool> { week(&vault, of).iter().map(|s| s["overlaps"] == true).collect() };
    assert_eq!(marked("2026-01-12"), [true, true, false]);
    let next: Value =
        vault.call("change_session", json!({"session": moved["session"], "scope": "this", "time": "21:00"}));
    assert_eq!(next["overlaps"], false);
    assert_eq!(marked("2026-01-12"), [false, false, false]);
    // Over midnight into a week of its own.
    let added = json!({"kind": "other", "on": "2026-01-18", "time": "23:00", "minutes": 1200, "note": ""});
    vault.call::<Value>("add_session", added);
    assert_eq!(marked("2026-01-19"), [true, false, false]);
    vault.call::<Value>("cancel_session", json!({"session": on(&vault, "2026-01-19")["session"], "scope": "this"}));
    assert_eq!(marked("2026-01-12").last(), Some(&false));
}

fn invalid(field: &str, rule: Rule) -> Failure {
    Failure::Invalid { field: field.into(), rule }
}

#[test]
fn a_change_that_cannot_be_is_refused_by_name_and_changes_nothing() {
    let (vault, episode) = three_evenings();
    log(&vault, "2026-01-07", "excused");
    let added: Value = vault.call(
        "add_session",
        json!({"kind": "individual", "on": "2026-01-13", "time": "12:00", "minutes": 60, "note": ""}),
    );
    let before = seen(&vault);
    let pattern = on(&vault, "2026-01-12")["session"].clone();
    let answered = on(&vault, "2026-01-07")["session"].clone();
    let once = added["session"].clone();
    let mine = |rule: Rule, field: &str| invalid(field, rule);
    for (session, rest, failure) in [
        (&pattern, json!({"scope": "this", "minutes": 26 * 60}), mine(Rule::TooLarge, "minutes")),
        (&pattern, json!({"scope": "all", "minutes": 0}), mine(Rule::TooSmall, "minutes")),
        (&pattern, json!({"scope": "all", "every_weeks": 0}), mine(Rule::TooSmall, "every_weeks")),
        (&pattern, json!({"scope": "following", "every_weeks": 53}), mine(Rule::TooLarge, "every_weeks")),
        (&pattern, json!({"scope": "this", "every_weeks": 2}), mine(Rule::DoesNotFit, "every_weeks")),
        (&pattern, json!({"scope": "this", "on": "2026-01-04"}), mine(Rule::DoesNotFit, "on")),
        (&pattern, json!({"scope": "following", "on": "2026-01-04"}), mine(Rule::DoesNotFit, "on")),
        (&pattern, json!({"scope": "this", "on": "2200-01-01"}), mine(Rule::NotADate, "on")),
        (&pattern, json!({"scope": "this", "on": "2026-02-30"}), mine(Rule::NotADate, "on")),
        (&pattern, json!({"scope": "this", "time": "24:00"}), mine(Rule::NotATime, "time")),
        (&pattern, json!({"scope": "some"}), mine(Rule::Unknown, "scope")),
        (&answered, json!({"scope": "this", "on": "2026-01-08"}), mine(Rule::DoesNotFit, "session")),
        (&answered, json!({"scope": "following", "on": "2026-01-08"}), mine(Rule::DoesNotFit, "session")),
        (&once, json!({"scope": "following", "on": "2026-01-14"}), mine(Rule::DoesNotFit, "scope")),
        (&once, json!({"scope": "all", "on": "2026-01-14"}), mine(Rule::DoesNotFit, "scope")),
    ] {
        let mut request = rest.clone();
        request["session"] = session.clone();
        assert_eq!(vault.failure("change_session", request), failure, "{rest}");
    }
    let unknown = "00000000-0001-7000-8000-000000000000";
    for session in [json!(unknown), json!(format!("{unknown}/2026-01-12"))] {
        for operation in ["change_session", "cancel_session"] {
            let request = json!({"session": session, "scope": "this"});
            assert_eq!(vault.failure(operation, request), Failure::NotFound, "{operation} {session}");
        }
    }
    let closure = |from: &str, to: &str| json!({"episode": episode, "starts_on": from, "ends_on": to, "reason": ""});
    for (request, failure) in [
        (closure("2026-01-20", "2026-01-19"), mine(Rule::EndBeforeStart, "ends_on")),
        (closure("2026-01-20", "2027-01-21"), mine(Rule::TooLong, "ends_on")),
        (closure("1899-12-31", "1900-01-01"), mine(Rule::NotADate, "starts_on")),
        (
            json!({"episode": unknown, "starts_on": "2026-01-20", "ends_on": "2026-01-20", "reason": ""}),
            Failure::NotFound,
        ),
        (
            json!({"id": unknown, "episode": episode, "starts_on": "2026-01-20", "ends_on": "2026-01-20", "reason": ""}),
            Failure::NotFound,
        ),
    ] {
        assert_eq!(vault.failure("save_closure", request.clone()), failure, "{request}");
    }
    assert_eq!(seen(&vault), before);
}

#[test]
fn a_note_on_a_session_that_goes_with_its_pattern_is_kept() {
    let (vault, _) = three_evenings();
    let noted = json!({"session": on(&vault, "2026-01-19")["session"], "state": "planned", "note": "Bring the form."});
    vault.call::<Value>("log_session", noted);
    let session = on(&vault, "2026-01-12")["session"].clone();
    vault.call::<Value>("change_session", json!({"session": session, "scope": "all", "on": "2026-01-13"}));
    let moved = on(&vault, "2026-01-20");
    assert_eq!((&moved["note"], &moved["moved_from"]), (&json!("Bring the form."), &Value::Null));
    vault.call::<Value>("cancel_session", json!({"session": moved["session"], "scope": "all"}));
    let kept = on(&vault, "2026-01-20");
    assert_eq!((&kept["note"], &kept["state"]), (&json!("Bring the form."), &json!("cancelled")));
    assert_eq!(count(&vault, "01-13"), 0);
}
