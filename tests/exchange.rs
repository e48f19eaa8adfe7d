//! The whole record, out and in.

use std::sync::Arc;

use app::port::FileError;
use app::{Failure, Rule};
use serde_json::{Value, json};
use support::TestVault;

fn export(vault: &TestVault) -> String {
    let saved: Value = vault.call("export_record", json!({}));
    std::fs::read_to_string(saved["saved"].as_str().unwrap()).unwrap()
}

fn demo_record() -> String {
    let vault = TestVault::empty("2026-02-03T09:00", "America/New_York");
    vault.call::<Value>("open_demo", json!({"language": "en"}));
    export(&vault)
}

fn counts(preview: &Value, what: &str) -> u64 {
    preview["parts"].as_array().unwrap().iter().map(|part| part[what].as_u64().unwrap()).sum()
}

#[test]
fn a_whole_record_goes_out_and_comes_in_identical_in_another_vault() {
    let text = demo_record();
    let vault = TestVault::at("2026-02-03T09:00", "America/New_York");
    let preview: Value = vault.call("preview_import", json!({"text": text}));
    assert_eq!(vault.call::<Value>("care", json!({}))["episodes"], json!([]), "a preview changes nothing");
    let done = vault.done("import_record", json!({"text": text}));
    assert_eq!(done["value"], preview);
    assert_eq!(export(&vault), text);
    // And once more: nothing is new, nothing changes.
    let again = vault.done("import_record", json!({"text": text}));
    assert_eq!((counts(&again["value"], "new"), counts(&again["value"], "changed")), (0, 0));
    assert_eq!(again["undo"], Value::Null);
    vault.call::<Value>("undo", json!({"step": done["undo"]}));
    assert_eq!(vault.call::<Value>("care", json!({}))["episodes"], json!([]));
}

#[test]
fn what_was_deleted_here_comes_back_from_the_file() {
    let text = demo_record();
    let vault = TestVault::at("2026-02-03T09:00", "America/New_York");
    vault.call::<Value>("import_record", json!({"text": text}));
    let path: Value = vault.call("care", json!({}));
    vault.call::<Value>("delete_care", json!({"episode": path["episodes"][1]["episode"]["id"]}));
    let groups: Value = vault.call("groups", json!({"before": null}));
    vault.call::<Value>("delete_attendance", json!({"id": groups["weeks"][0]["attendances"][0]["id"]}));
    vault.call::<Value>("import_record", json!({"text": text}));
    assert_eq!(export(&vault), text);
}

#[test]
fn a_signed_attendance_that_was_deleted_leaves_nothing_in_the_file() {
    let vault = TestVault::at("2026-01-07T12:00", "America/New_York");
    let visit = json!({"fellowship": "aa", "name": "Tuesday Night", "on": "2026-01-06", "time": "19:30", "minutes": 60,
        "mode": "in_person", "took": [], "topic": "", "note": "",
        "signature": {"signer": "Jo", "strokes": [[[0, 0], [900, 300]]]}});
    let id = vault.call::<Value>("record_attendance", visit)["id"].clone();
    vault.call::<Value>("delete_attendance", json!({"id": id}));
    let text = export(&vault);
    let record: Value = serde_json::from_str(&text).unwrap();
    assert_eq!((&record["attendances"], &record["signatures"]), (&json!([]), &json!([])));
    let other = TestVault::at("2026-01-07T12:00", "America/New_York");
    other.call::<Value>("import_record", json!({"text": text}));
}

fn part<'a>(preview: &'a Value, kind: &str) -> &'a Value {
    preview["parts"].as_array().unwrap().iter().find(|part| part["kind"] == kind).unwrap()
}

/// A record with one check-in, one logged session and what is asked of meetings.
fn lived_on_another_device(vault: &TestVault, mood: u32, state: &str, amount: u32) {
    vault.go_to("2026-01-06T09:00");
    vault.unlock();
    let check_in = json!({"on": "2026-01-06", "mood": mood, "craving": 4, "hungry": false, "angry": false,
        "lonely": false, "tired": false, "sleep_minutes": 400, "used": null, "note": "Long day."});
    vault.call::<Value>("save_check_in", check_in);
    let week: Value = vault.call("week", json!({"of": "2026-01-05"}));
    vault.call::<Value>("log_session", json!({"session": week["sessions"][0]["session"], "state": state}));
    let asked = json!({"asked_by": "program", "counts": "support_groups", "amount": amount, "period": "week",
        "starts_on": "2026-01-05", "carries_over": false});
    vault.call::<Value>("save_requirement", asked);
}

fn monday_evenings(vault: &TestVault) {
    let slots = json!([{"weekday": "monday", "time": "18:00", "minutes": 180, "kind": "group"}]);
    let provider = json!({"name": "Cedar House", "phone": "", "address": "", "room": "", "link": ""});
    vault.call::<Value>(
        "start_care",
        json!({"level": "intensive_outpatient", "age_group": "adult", "starts_on": "2026-01-05",
            "zone": "America/New_York", "provider": provider,
            "phases": [{"weeks": 10, "target_minutes": 180, "slots": slots}]}),
    );
}

#[test]
fn what_a_file_takes_the_place_of_is_said_before() {
    let theirs = TestVault::new();
    monday_evenings(&theirs);
    let care = export(&theirs);
    lived_on_another_device(&theirs, 4, "attended", 3);
    let text = export(&theirs);
    let ours = TestVault::new();
    ours.call::<Value>("import_record", json!({"text": care}));
    lived_on_another_device(&ours, 2, "missed", 2);
    let preview: Value = ours.call("preview_import", json!({"text": text}));
    for kind in ["check_ins", "sessions"] {
        assert_eq!(part(&preview, kind), &json!({"kind": kind, "new": 0, "same": 0, "changed": 1}));
    }
    // What was asked on either device is asked by somebody: both stay.
    assert_eq!(part(&preview, "requirements"), &json!({"kind": "requirements", "new": 1, "same": 0, "changed": 0}));
    let here: Value = serde_json::from_str(&export(&ours)).unwrap();
    ours.call::<Value>("delete_requirement", json!({"id": here["requirements"][0]["id"]}));
    let done = ours.done("import_record", json!({"text": text}));
    assert_eq!(done["value"], preview);
    assert_eq!(export(&ours), text);
    let again: Value = ours.call("preview_import", json!({"text": text}));
    assert_eq!(again["changes_anything"], false);
}

#[test]
fn a_record_of_version_2_is_taken_in_with_its_plan_as_it_was_written() {
    let mut record: Value = serde_json::from_str(&demo_record()).unwrap();
    // As the version before wrote it: without the lists and the fields of the plan that came later.
    record["version"] = json!(2);
    for list in [
        "mooring_lines",
        "mooring_weeks",
        "aftercare",
        "aftercare_done",
        "assessments",
        "slips",
        "rides",
        "reminder_rules",
        "own_reminders",
    ] {
        record.as_object_mut().unwrap().remove(list).unwrap();
    }
    record["choices"].as_object_mut().unwrap().remove("quiet").unwrap();
    record["choices"]["remind_sessions"] = json!(false);
    record["choices"]["session_lead_minutes"] = json!(15);
    fn without(entries: &mut Value, fields: &[&str]) {
        for entry in entries.as_array_mut().unwrap() {
            fields.iter().for_each(|field| drop(entry.as_object_mut().unwrap().remove(*field).unwrap()));
        }
    }
    for kept in record["plan_versions"].as_array_mut().unwrap() {
        let plan = &mut kept["plan"];
        without(&mut plan["skills"], &["minutes"]);
        without(&mut plan["people"], &["message", "more_phones"]);
        let plan = plan.as_object_mut().unwrap();
        ["halt", "slip_message"].iter().for_each(|field| drop(plan.remove(*field).unwrap()));
        if let Some(review) = plan["review"].as_object_mut() {
            review.remove("signatures").unwrap();
        }
    }
    let vault = TestVault::at("2026-02-03T09:00", "America/New_York");
    vault.call::<Value>("import_record", json!({"text": record.to_string()}));
    let after: Value = serde_json::from_str(&export(&vault)).unwrap();
    assert_eq!((&after["version"], &after["slips"]), (&json!(4), &json!([])));
    let rule = json!({"source": "session", "on": false, "leads": [{"kind": "before", "minutes": 15}], "words": "",
        "sound": true, "ask": true});
    assert_eq!(after["reminder_rules"], json!([rule]));
    for list in ["sessions", "attendances", "check_ins", "requirements", "counters"] {
        assert_eq!(after[list], record[list], "{list}");
    }
    let shown: Value = vault.call("plan", json!({}));
    assert_eq!(shown["versions"].as_u64().unwrap(), record["plan_versions"].as_array().unwrap().len() as u64);
    assert_eq!((&shown["plan"]["slip_message"], &shown["plan"]["skills"][0]["minutes"]), (&json!(""), &Value::Null));
    assert_eq!(shown["plan"]["people"][0]["more_phones"], json!([]));
}

#[test]
fn a_newer_broken_or_inconsistent_file_is_refused_whole() {
    let text = demo_record();
    let vault = TestVault::at("2026-02-03T09:00", "America/New_York");
    let before = export(&vault);
    let refused = |text: String| match vault.failure("import_record", json!({"text": text})) {
        Failure::Invalid { field, rule } => (field, rule),
        other => panic!("{other:?}"),
    };
    assert_eq!(refused(text.replace("\"version\": 4", "\"version\": 5")), ("text".into(), Rule::Newer));
    assert_eq!(refused(text[..text.len() / 2].to_owned()).1, Rule::Malformed);
    assert_eq!(refused("{}".into()).1, Rule::Malformed);
    assert_eq!(
        refused(text.replacen("\"minutes\": 360", "\"minutes\": 1560", 1)),
        ("patterns.0.minutes".into(), Rule::TooLarge)
    );
    let mut orphaned: Value = serde_json::from_str(&text).unwrap();
    orphaned["episodes"] = json!([]);
    assert_eq!(refused(orphaned.to_string()), ("phases".into(), Rule::Unknown));
    let mut twice: Value = serde_json::from_str(&text).unwrap();
    let first = twice["attendances"][0].clone();
    twice["attendances"].as_array_mut().unwrap().push(first);
    assert_eq!(refused(twice.to_string()), ("attendances".into(), Rule::DoesNotFit));
    assert_eq!(export(&vault), before);
}

#[test]
fn an_export_that_waits_for_the_client_is_gone_once_the_record_is_locked() {
    let vault = TestVault::new();
    for (operation, request, waits) in [
        ("export_record", json!({}), false),
        ("export_account", json!({}), false),
        // It is sealed.
        ("save_backup", json!({"secret": "a backup on a stick", "is_recovery_key": false}), true),
    ] {
        let app = Arc::clone(&vault.app);
        vault.files.meanwhile(move || drop(app.call("lock", json!({})).unwrap()));
        let done = vault.app.call(operation, request);
        assert_eq!(done.as_ref().err(), (!waits).then_some(&Failure::Locked), "{operation}");
        assert_eq!(vault.files.folder().exists(), waits, "{operation}");
        vault.unlock();
    }
}

#[test]
fn a_file_that_cannot_be_written_is_said_with_its_cause() {
    let vault = TestVault::new();
    vault.files.cancel_next();
    assert_eq!(vault.call::<Value>("export_record", json!({}))["saved"], Value::Null);
    vault.files.fail_next(FileError::DiskFull);
    assert_eq!(vault.failure("export_record", json!({})), Failure::DiskFull);
    vault.files.fail_next(FileError::ReadOnly);
    assert_eq!(vault.failure("export_record", json!({})), Failure::ReadOnly);
}

#[test]
fn a_chosen_file_is_read_as_its_kind_is_written() {
    let vault = TestVault::new();
    let chosen = |kind: &str, bytes: &[u8]| {
        let path = vault.files.folder().join("chosen.txt");
        std::fs::create_dir_all(vault.files.folder()).unwrap();
        std::fs::write(&path, bytes).unwrap();
        vault.files.choose_next(path);
        vault.app.call("choose_file", json!({"kind": kind})).map(|mut done| done["value"]["file"].take())
    };
    let refused = |field: &str, rule: Rule| Err(Failure::Invalid { field: field.into(), rule });
    for kind in ["record", "calendar", "meeting_list"] {
        assert_eq!(chosen(kind, "né".as_bytes()), Ok(json!({"name": "chosen.txt", "text": "né"})));
    }
    // Lists come in what spreadsheets write; what writes the others writes nothing but UTF-8.
    assert_eq!(chosen("meeting_list", b"n\xe9").unwrap()["text"], "né");
    assert_eq!(chosen("meeting_list", b"\xff\xfen\0\xe9\0").unwrap()["text"], "né");
    assert_eq!(chosen("meeting_list", b"n\0"), refused("text", Rule::Unknown));
    for kind in ["record", "calendar"] {
        assert_eq!(chosen(kind, b"n\xe9"), refused("text", Rule::Malformed));
    }
    let large = vec![b'a'; 5 * 1024 * 1024 + 1];
    assert_eq!(chosen("calendar", &large), refused("file", Rule::TooLarge));
    assert!(chosen("meeting_list", &large).is_ok());
    assert_eq!(vault.call::<Value>("choose_file", json!({"kind": "record"})), json!({"file": null}), "none was chosen");
}
