//! The file of the lock screen.

use std::path::Path;

use app::{Failure, Rule};
use serde_json::{Value, json};
use support::{PASSPHRASE, TestVault};

use crate::reminders_answered::{own, quiet_record};

const NAME: &str = "handrail.card";
/// The table of reminders.
const TABLE: &str = "handrail.reminders";

fn card() -> Value {
    json!({"reasons": ["Mia"], "skills": ["Walk"], "people": [{"name": "Jo", "phone": "555-0117", "message": ""}],
        "slip_steps": []})
}

fn lines() -> Value {
    json!({"own": [{"name": "Samaritans", "call": "116 123", "text": "", "about": "Day and night"}],
        "united_states": false})
}

#[test]
fn what_is_chosen_is_shown_while_locked_and_nothing_else() {
    let vault = TestVault::new();
    vault.call::<Value>("save_lock_card", card());
    vault.call::<Value>("save_crisis_lines", lines());
    vault.call::<Value>("lock", json!({}));
    assert_eq!(vault.call::<Value>("lock_card", json!({}))["card"], card());
    let known: Value = vault.call("crisis_lines", json!({}));
    assert_eq!((&known["own"][0]["call"], &known["lines"]), (&json!("116 123"), &json!([])));
    assert_eq!(vault.failure("hard_moment", json!({})), Failure::Locked);
    assert_eq!(vault.failure("save_lock_card", card()), Failure::Locked);
}

#[test]
fn what_is_taken_away_leaves_no_file_not_even_a_half_one() {
    let vault = TestVault::new();
    vault.call::<Value>("save_lock_card", card());
    // What a crash may have left.
    std::fs::write(vault.folder().join("handrail.card.new"), b"half").unwrap();
    vault.call::<Value>("remove_lock_card", json!({}));
    let left: Vec<_> = std::fs::read_dir(vault.folder())
        .unwrap()
        .map(|file| file.unwrap().file_name().into_string().unwrap())
        .filter(|name| name.contains("card"))
        .collect();
    assert_eq!(left, Vec::<String>::new());
}

/// The names of what lies in a folder; nothing where there is none.
fn names(folder: &Path) -> Vec<String> {
    let entries = std::fs::read_dir(folder).into_iter().flatten();
    entries.map(|entry| entry.unwrap().file_name().into_string().unwrap()).collect()
}

#[test]
fn a_record_that_is_put_aside_takes_nothing_along_that_can_be_read_and_the_lock_screen_goes_on_showing() {
    let vault = quiet_record("2026-01-05T09:00");
    vault.call::<Value>("save_lock_card", card());
    own(&vault, "Call Jo", "2026-01-05", "10:00", json!({"every": 1, "unit": "day"}));
    let backup: Value = vault.call("save_backup", json!({"secret": "on a stick", "is_recovery_key": false}));
    vault.files.choose_next(backup["saved"].as_str().unwrap());
    vault.call::<Value>("choose_backup", json!({}));
    let restore = json!({"secret": "on a stick", "passphrase": "another passphrase", "current": PASSPHRASE,
        "language": "en"});
    vault.call::<Value>("restore_backup", restore);
    vault.lock();
    assert!(vault.folder().join(TABLE).exists());
    vault.call::<Value>("start_anew", json!({}));
    let all: Value = vault.call("copies", json!({}));
    let kept = all["kept"].as_array().unwrap();
    assert_eq!(kept.len(), 2);
    for one in kept {
        let aside = names(&vault.folder().join("kept").join(one["id"].as_str().unwrap()));
        assert!(aside.contains(&"handrail.db".to_owned()), "{aside:?}");
        assert!(!aside.iter().any(|name| name == NAME || name == TABLE), "{aside:?}");
    }
    assert!(!vault.folder().join(TABLE).exists());
    vault.go_to("2026-01-05T10:00");
    assert!(vault.notifier.shown().is_empty(), "of what is put aside nothing comes");
    assert_eq!(vault.call::<Value>("lock_card", json!({}))["card"], card());
    // And once it was taken away, it comes back with no record.
    vault.call::<Value>("create_vault", json!({"passphrase": "a third passphrase", "language": "en"}));
    vault.call::<Value>("remove_lock_card", json!({}));
    vault.call::<Value>("put_back", json!({"id": kept[1]["id"], "current": "a third passphrase"}));
    assert_eq!(vault.call::<Value>("lock_card", json!({}))["card"], Value::Null);
}

#[test]
fn a_file_that_cannot_be_read_shows_crisis_lines_and_is_not_written_over() {
    let vault = TestVault::new();
    let file = vault.folder().join(NAME);
    for (bytes, failure) in [
        ("{\"about\":", Failure::Damaged),
        (r#"{"about":"","version":2,"card":null,"lines":[],"united_states":true,"more":1}"#, Failure::NewerDatabase),
        (&"x".repeat(70_000), Failure::Damaged),
    ] {
        std::fs::write(&file, bytes).unwrap();
        assert_eq!(vault.call::<Value>("lock_card", json!({}))["card"], Value::Null);
        assert!(!vault.call::<Value>("crisis_lines", json!({}))["lines"].as_array().unwrap().is_empty());
        assert_eq!(vault.failure("save_lock_card", card()), failure);
        assert_eq!(vault.failure("save_crisis_lines", lines()), failure);
        assert_eq!(std::fs::read_to_string(&file).unwrap(), bytes);
    }
}

#[test]
fn what_someone_else_wrote_into_the_file_takes_no_crisis_line_away() {
    let vault = TestVault::new();
    let odd = json!({"about": "", "version": 1, "united_states": false,
        "lines": [{"name": "", "call": "", "text": "", "about": ""}],
        "card": {"reasons": [], "skills": [], "slip_steps": [],
            "people": [{"name": "Jo", "phone": "javascript:alert(1)", "message": ""}]}});
    std::fs::write(vault.folder().join(NAME), odd.to_string()).unwrap();
    let known: Value = vault.call("crisis_lines", json!({}));
    assert_eq!((&known["own"], known["lines"][0]["call"].as_str()), (&json!([]), Some("988")));
    assert_eq!(vault.call::<Value>("lock_card", json!({}))["card"]["people"], json!([]));
}

#[test]
fn a_number_that_is_none_and_more_than_ten_are_refused() {
    let vault = TestVault::new();
    let mut odd = card();
    odd["people"][0]["phone"] = json!("555-0100 / 0101");
    let malformed = Failure::Invalid { field: "people.0.phone".into(), rule: Rule::Malformed };
    assert_eq!(vault.failure("save_lock_card", odd), malformed);
    let mut many = card();
    many["reasons"] = json!(vec!["Mia"; 11]);
    assert_eq!(
        vault.failure("save_lock_card", many),
        Failure::Invalid { field: "reasons".into(), rule: Rule::TooLong }
    );
    assert!(!vault.folder().join(NAME).exists());
}
