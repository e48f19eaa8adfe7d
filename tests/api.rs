//! What holds for every operation.

use app::{Failure, OPERATIONS, Rule};
use serde_json::{Value, json};
use support::TestVault;

#[test]
fn while_locked_only_the_few_that_say_so_answer() {
    let vault = TestVault::new();
    vault.lock();
    let open: Vec<&str> = OPERATIONS.iter().filter(|o| o.while_locked).map(|o| o.name).collect();
    let expected = [
        "status",
        "create_vault",
        "unlock",
        "recover",
        "lock",
        "unlock_with_pin",
        "passphrase_strength",
        "suggest_passphrase",
        "choose_backup",
        "preview_backup",
        "restore_backup",
        "copies",
        "preview_copy",
        "restore_copy",
        "salvage",
        "start_anew",
        "put_back",
        "destroy_everything",
        "open_demo",
        "progress",
        "stop_work",
        "crisis_lines",
        "lock_card",
    ];
    assert_eq!(open, expected);
    for operation in OPERATIONS.iter().filter(|o| !o.while_locked) {
        for request in [json!({}), json!(null), json!({"text": "x"})] {
            assert_eq!(vault.failure(operation.name, request), Failure::Locked, "{}", operation.name);
        }
    }
}

#[test]
fn every_operation_refuses_what_it_does_not_know() {
    let vault = TestVault::new();
    for operation in OPERATIONS {
        let failure = vault.failure(operation.name, json!({"no_such_field": 1}));
        assert!(
            matches!(failure, Failure::Invalid { rule: Rule::Unknown | Rule::Required, .. }),
            "{} answered {failure:?}",
            operation.name
        );
        for malformed in [json!([1, 2]), json!("text"), json!(7), Value::Null] {
            let failure = vault.failure(operation.name, malformed);
            assert!(matches!(failure, Failure::Invalid { .. }), "{} answered {failure:?}", operation.name);
        }
    }
    assert_eq!(
        vault.failure("no_such_operation", json!({})),
        Failure::Invalid { field: "operation".into(), rule: Rule::Unknown }
    );
}

#[test]
fn an_unknown_or_old_undo_step_is_not_found_and_changes_nothing() {
    let vault = TestVault::new();
    assert_eq!(vault.failure("undo", json!({"step": 1})), Failure::NotFound);
    let meeting = |name: &str| {
        json!({"fellowship": "na", "name": name, "weekday": "monday", "time": "12:00", "minutes": 60,
        "mode": "online", "place": ""})
    };
    let first = vault.done("save_meeting", meeting("one"))["undo"].clone();
    vault.call::<Value>("save_meeting", meeting("two"));
    assert_eq!(vault.failure("undo", json!({"step": first})), Failure::NotFound);
    assert_eq!(vault.call::<Value>("groups", json!({"before": null}))["usual"].as_array().unwrap().len(), 2);
}

#[test]
fn settings_are_kept_and_bounded_and_the_week_follows_them() {
    let vault = TestVault::at("2026-02-03T09:00", "America/New_York");
    let settings =
        |week: &str, lock: Value| json!({"language": "es", "week_starts_on": week, "lock_after_minutes": lock});
    assert_eq!(
        vault.failure("save_settings", settings("monday", json!(0))),
        Failure::Invalid { field: "lock_after_minutes".into(), rule: Rule::TooSmall }
    );
    let done = vault.done("save_settings", settings("sunday", Value::Null));
    assert_eq!(vault.call::<Value>("week", json!({"of": null}))["starts_on"], "2026-02-01");
    vault.call::<Value>("undo", json!({"step": done["undo"]}));
    assert_eq!(vault.call::<Value>("week", json!({"of": null}))["starts_on"], "2026-02-02");
    assert_eq!(vault.call::<Value>("settings", json!({}))["preferences"]["language"], "en");
}

#[test]
fn no_failure_carries_what_was_typed() {
    let vault = TestVault::new();
    for operation in OPERATIONS {
        for request in [
            json!({"MARKER": "MARKER"}),
            json!({"text": "MARKER", "session": "MARKER", "id": "MARKER", "on": "MARKER", "key": "MARKER\n", "of": "MARKER"}),
            json!("MARKER"),
        ] {
            if let Err(failure) = vault.app.call(operation.name, request) {
                let said = serde_json::to_string(&failure).unwrap();
                // A field is named by its path; what stood in it is not said.
                assert!(!said.replace("\"field\":\"MARKER\"", "").contains("MARKER"), "{}: {said}", operation.name);
            }
        }
    }
}
