//! Lists of meetings: taken in, looked through, taken in again.

use std::sync::atomic::{AtomicU32, Ordering};
use std::sync::{Arc, Mutex};
use std::time::Duration;

use app::{App, Change, Failure, Leave, Rule};
use serde_json::{Value, json};
use support::TestVault;

fn meeting(slug: &str, day: u32, time: &str) -> Value {
    json!({"slug": slug, "name": format!("Meeting {slug}"), "day": day, "time": time, "types": ["O", "W"],
        "location": "Library", "formatted_address": "1 Elm Street", "region": "Queens",
        "timezone": "America/New_York"})
}

fn list(meetings: &[Value]) -> String {
    Value::Array(meetings.to_vec()).to_string()
}

/// Tuesday (2), Wednesday (3) and Friday (5).
fn three() -> Vec<Value> {
    vec![meeting("a", 2, "19:30"), meeting("b", 3, "07:00"), meeting("c", 5, "12:00")]
}

fn take_in(vault: &TestVault, text: &str, list: Value) -> Value {
    vault.done("import_meeting_list", json!({"text": text, "name": "Bronx", "fellowship": "aa", "list": list}))
}

fn found(vault: &TestVault, wanted: Value) -> Vec<String> {
    let found: Value = vault.call("find_meetings", wanted);
    found["meetings"].as_array().unwrap().iter().map(|one| one["key"].as_str().unwrap().to_owned()).collect()
}

fn id_of_the_list(vault: &TestVault) -> Value {
    vault.call::<Value>("meeting_lists", json!({}))["lists"][0]["id"].clone()
}

#[test]
fn a_list_is_looked_at_taken_in_and_looked_through() {
    // Tuesday, 7 pm.
    let vault = TestVault::at("2026-02-03T19:00", "America/New_York");
    let text = list(&three());
    let preview: Value = vault.call("preview_meeting_list", json!({"text": text}));
    assert_eq!((&preview["format"], &preview["meetings"]), (&json!("meeting_guide"), &json!(3)));
    assert_eq!((&preview["new"], &preview["sample"][0]["name"]), (&json!(3), &json!("Meeting a")));
    assert_eq!(vault.call::<Value>("meeting_lists", json!({}))["lists"], json!([]), "a preview changes nothing");
    let done = take_in(&vault, &text, Value::Null);
    assert_eq!(done["value"], json!({"meetings": 3, "stopped": false}));
    assert_eq!(done["changes"], json!(["lists"]));
    assert_eq!(found(&vault, json!({"when": "any"})), ["a", "b", "c"]);
    assert_eq!(found(&vault, json!({"when": "now"})), ["a"]);
    assert_eq!(found(&vault, json!({"when": {"on": "friday"}})), ["c"]);
    assert_eq!(found(&vault, json!({"when": "any", "from": "06:00", "before": "12:00"})), ["b"]);
    assert_eq!(found(&vault, json!({"when": "any", "kinds": ["women"], "reach": "in_person"})).len(), 3);
    assert_eq!(found(&vault, json!({"when": "any", "kinds": ["spanish"]})).len(), 0);
    assert_eq!(found(&vault, json!({"when": "any", "fellowships": ["na"]})).len(), 0);
    assert_eq!(found(&vault, json!({"when": "any", "text": "meeting b", "place": "queEN"})), ["b"]);
    assert_eq!(found(&vault, json!({"when": "any", "place": "meeting"})).len(), 0, "a name is no place");
    vault.call::<Value>("undo", json!({"step": done["undo"]}));
    assert_eq!(found(&vault, json!({"when": "any"})).len(), 0);
}

#[test]
fn the_same_list_again_changes_nothing_and_a_newer_one_updates_it() {
    let vault = TestVault::at("2026-02-03T19:00", "America/New_York");
    let text = list(&three());
    take_in(&vault, &text, Value::Null);
    let id = id_of_the_list(&vault);
    let again: Value = vault.call("preview_meeting_list", json!({"text": text, "list": id}));
    assert_eq!((&again["new"], &again["changed"], &again["gone"]), (&json!(0), &json!(0), &json!(0)));
    assert_eq!(again["same"], 3);
    take_in(&vault, &text, id.clone());
    assert_eq!(vault.call::<Value>("find_meetings", json!({"when": "any"}))["total"], 3);
    let newer = list(&[meeting("a", 2, "20:00"), meeting("d", 4, "18:00")]);
    let preview: Value = vault.call("preview_meeting_list", json!({"text": newer, "list": id}));
    assert_eq!((&preview["new"], &preview["changed"], &preview["gone"]), (&json!(1), &json!(1), &json!(2)));
    take_in(&vault, &newer, id);
    assert_eq!(found(&vault, json!({"when": "any"})), ["a", "d"]);
    assert_eq!(vault.call::<Value>("meeting_lists", json!({}))["lists"].as_array().unwrap().len(), 1);
}

#[test]
fn a_usual_meeting_stays_and_is_marked_when_its_list_changes_or_drops_it() {
    let vault = TestVault::at("2026-02-03T19:00", "America/New_York");
    take_in(&vault, &list(&three()), Value::Null);
    let id = id_of_the_list(&vault);
    let shown: Value = vault.call("find_meetings", json!({"when": "any"}));
    let of = |key: &str| {
        let all = shown["meetings"].as_array().unwrap();
        all.iter().find(|one| one["key"] == key).unwrap().clone()
    };
    for key in ["a", "b", "c"] {
        let one = of(key);
        let usual = json!({"fellowship": one["fellowship"], "name": one["name"], "weekday": one["own_weekday"],
            "time": one["own_time"], "minutes": one["minutes"], "mode": "in_person",
            "place": "Library, 1 Elm Street", "listed": {"list": id, "key": key}});
        vault.call::<Value>("save_meeting", usual);
    }
    let says = || {
        let usual = vault.call::<Value>("groups", json!({"before": null}))["usual"].clone();
        let mut says: Vec<(String, Value)> = usual
            .as_array()
            .unwrap()
            .iter()
            .map(|one| (one["meeting"]["name"].as_str().unwrap().to_owned(), one["list_says"]["what"].clone()))
            .collect();
        says.sort_by(|a, b| a.0.cmp(&b.0));
        says.into_iter().map(|(_, what)| what).collect::<Vec<_>>()
    };
    assert_eq!(says(), [Value::Null, Value::Null, Value::Null]);
    assert!(vault.call::<Value>("find_meetings", json!({"when": "any"}))["meetings"][0]["usual"].is_string());
    let mut closed = meeting("b", 3, "07:00");
    closed["types"] = json!(["TC"]);
    let newer = list(&[meeting("a", 2, "20:00"), closed]);
    let preview: Value = vault.call("preview_meeting_list", json!({"text": newer, "list": id}));
    assert_eq!(preview["gone_usual"], json!(["Meeting c"]));
    take_in(&vault, &newer, id.clone());
    assert_eq!(says(), [json!("changed"), json!("closed"), json!("gone")]);
    // A list that is taken away says nothing any more; the meetings stay.
    let undo = vault.done("delete_meeting_list", json!({"id": id}))["undo"].clone();
    assert_eq!(says(), [Value::Null, Value::Null, Value::Null]);
    vault.call::<Value>("undo", json!({"step": undo}));
    assert_eq!(says(), [json!("changed"), json!("closed"), json!("gone")]);
}

#[test]
fn taking_in_a_list_can_be_stopped_and_nothing_is_half_there() {
    let vault = TestVault::new();
    let many: Vec<Value> = (0..2000).map(|i| meeting(&format!("m{i}"), i % 7, "19:30")).collect();
    let heard = Arc::new(AtomicU32::new(0));
    let (app, count) = (Arc::downgrade(&vault.app), Arc::clone(&heard));
    vault.app.subscribe(Box::new(move |changes| {
        if changes == [Change::Progress] && count.fetch_add(1, Ordering::Relaxed) == 3 {
            let app = app.upgrade().unwrap();
            let progress = app.call("progress", json!({})).unwrap();
            assert_eq!(progress["value"]["of"], 2000);
            app.call("stop_work", json!({})).unwrap();
        }
    }));
    let done = take_in(&vault, &list(&many), Value::Null);
    assert_eq!(done["value"], json!({"meetings": 0, "stopped": true}));
    assert!(heard.load(Ordering::Relaxed) < 10, "it stopped soon");
    assert_eq!(vault.call::<Value>("meeting_lists", json!({}))["lists"], json!([]));
    assert_eq!(
        vault.call::<Value>("progress", json!({})),
        json!({"done": vault.call::<Value>("progress", json!({}))["done"], "of": 0})
    );
    // And then it goes through.
    assert_eq!(take_in(&vault, &list(&many), Value::Null)["value"]["meetings"], 2000);
    assert_eq!(vault.call::<Value>("find_meetings", json!({"when": "any", "skip": 1990}))["total"], 2000);
}

#[test]
fn locking_and_suspend_wait_for_no_list_that_is_taken_in() {
    let vault = TestVault::new();
    let many: Vec<Value> = (0..2000).map(|i| meeting(&format!("m{i}"), i % 7, "19:30")).collect();
    let leaves: [fn(&App); 2] = [|app| drop(app.call("lock", json!({}))), |app| app.leave(Leave::Suspend)];
    let next = Arc::new(Mutex::new(None::<fn(&App)>));
    let leaving = Arc::new(Mutex::new(None));
    let (app, taken, thread) = (Arc::downgrade(&vault.app), Arc::clone(&next), Arc::clone(&leaving));
    vault.app.subscribe(Box::new(move |changes| {
        if changes != [Change::Progress] {
            return;
        }
        if let Some(leave) = taken.lock().unwrap().take() {
            let app = app.upgrade().unwrap();
            *thread.lock().unwrap() = Some(std::thread::spawn(move || leave(&app)));
        }
        // What is to stop the work is said by another thread, which comes to it meanwhile.
        std::thread::sleep(Duration::from_millis(100));
    }));
    for leave in leaves {
        *next.lock().unwrap() = Some(leave);
        let done = take_in(&vault, &list(&many), Value::Null);
        assert_eq!(done["value"], json!({"meetings": 0, "stopped": true}));
        leaving.lock().unwrap().take().unwrap().join().unwrap();
        assert_eq!(vault.call::<Value>("status", json!({}))["phase"], "locked");
        vault.unlock();
    }
    assert_eq!(vault.call::<Value>("meeting_lists", json!({}))["lists"], json!([]));
}

#[test]
fn a_newer_edition_that_only_drops_meetings_can_be_stopped_too() {
    let vault = TestVault::new();
    let many: Vec<Value> = (0..2000).map(|i| meeting(&format!("m{i}"), i % 7, "19:30")).collect();
    take_in(&vault, &list(&many), Value::Null);
    let id = id_of_the_list(&vault);
    let app = Arc::downgrade(&vault.app);
    vault.app.subscribe(Box::new(move |changes| {
        if changes == [Change::Progress] {
            app.upgrade().unwrap().call("stop_work", json!({})).unwrap();
        }
    }));
    let done = take_in(&vault, &list(&many[..5]), id);
    assert_eq!(done["value"]["stopped"], true);
    assert_eq!(vault.call::<Value>("find_meetings", json!({"when": "any"}))["total"], 2000);
}

#[test]
fn a_newer_edition_is_known_by_what_it_holds_and_may_be_a_list_of_its_own_all_the_same() {
    let vault = TestVault::new();
    let many: Vec<Value> = (0..10).map(|i| meeting(&format!("m{i}"), i % 7, "19:30")).collect();
    take_in(&vault, &list(&many), Value::Null);
    let seems = |request: Value| {
        let preview: Value = vault.call("preview_meeting_list", request);
        (preview["list"].clone(), preview["new"].clone())
    };
    let id = id_of_the_list(&vault);
    assert_eq!(seems(json!({"text": list(&many[..6])})), (id, json!(0)));
    assert_eq!(seems(json!({"text": list(&many[..6]), "as_new": true})), (Value::Null, json!(6)));
    // Numbers of another server say nothing: its meetings have other names.
    let others: Vec<Value> = (0..10)
        .map(|i| {
            let mut other = meeting(&format!("m{i}"), 1, "07:00");
            other["name"] = json!(format!("Elsewhere {i}"));
            other
        })
        .collect();
    assert_eq!(seems(json!({"text": list(&others)})), (Value::Null, json!(10)));
}

#[test]
fn a_file_of_which_nothing_could_be_read_is_taken_in_by_no_list() {
    let vault = TestVault::new();
    let odd = list(&[meeting("a", 9, "19:30"), meeting("b", 9, "19:30")]);
    assert_eq!(vault.call::<Value>("preview_meeting_list", json!({"text": odd}))["unread_in_all"], 2);
    let taken = json!({"text": odd, "name": "Bronx", "fellowship": "aa", "list": null});
    let required = Failure::Invalid { field: "text".into(), rule: Rule::Required };
    assert_eq!(vault.failure("import_meeting_list", taken), required);
}

#[test]
fn what_is_no_list_is_refused_by_a_code_and_changes_nothing() {
    let vault = TestVault::new();
    let refused = |text: &str| {
        let preview = vault.failure("preview_meeting_list", json!({"text": text}));
        let taken = vault
            .failure("import_meeting_list", json!({"text": text, "name": "Bronx", "fellowship": "aa", "list": null}));
        assert_eq!(preview, taken);
        match taken {
            Failure::Invalid { rule, .. } => rule,
            other => panic!("{other:?}"),
        }
    };
    assert_eq!(refused("[]"), Rule::Required);
    assert_eq!(refused("just words"), Rule::Unknown);
    assert_eq!(refused("{\"a\": 1}"), Rule::Unknown);
    assert_eq!(refused(&list(&three())[..100]), Rule::Malformed);
    assert_eq!(refused(&"[".repeat(100_000)), Rule::Malformed);
    assert_eq!(refused(&" ".repeat(65 * 1024 * 1024)), Rule::TooLarge);
    let named = json!({"text": list(&three()), "name": " ", "fellowship": "aa", "list": null});
    let required = Failure::Invalid { field: "name".into(), rule: Rule::Required };
    assert_eq!(vault.failure("import_meeting_list", named), required);
    let unknown = json!({"text": list(&three()), "name": "Bronx", "fellowship": "aa",
        "list": "019b8e3e-3480-7000-8000-000000000017"});
    assert_eq!(vault.failure("import_meeting_list", unknown), Failure::NotFound);
    assert_eq!(vault.call::<Value>("meeting_lists", json!({}))["lists"], json!([]));
}

#[test]
fn what_could_not_be_read_is_said_row_by_row_and_the_rest_is_taken() {
    let vault = TestVault::new();
    let mut rows = three();
    rows.push(json!({"slug": "d", "name": "No such day", "day": 9, "time": "12:00"}));
    rows.push(json!({"slug": "e", "name": "<script>alert(1)</script>R&amp;D <b>group</b>", "day": 1, "time": "25:61"}));
    rows.push(meeting("a", 2, "19:30"));
    let preview: Value = vault.call("preview_meeting_list", json!({"text": list(&rows)}));
    assert_eq!((&preview["rows"], &preview["meetings"]), (&json!(6), &json!(3)));
    let unread: Vec<_> =
        preview["unread"].as_array().unwrap().iter().map(|row| (row["row"].clone(), row["what"].clone())).collect();
    assert_eq!(
        unread,
        [(json!(4), json!("not_a_day")), (json!(5), json!("not_a_time")), (json!(6), json!("same_key"))]
    );
    assert_eq!(preview["unread"][1]["name"], "R&D group");
}
