//! Sealed backups: saved, looked into, restored; and the records that they take the place of.

use std::time::Duration;

use app::port::FileError;
use app::{Failure, Rule};
use serde_json::{Value, json};
use support::{MONDAY, NEW_YORK, PASSPHRASE, TestVault};

/// The passphrase of every test's backup.
const SECRET: &str = "a backup on a stick";
const NEW: &str = "the restored passphrase";

fn export(vault: &TestVault) -> String {
    let saved: Value = vault.call("export_record", json!({}));
    std::fs::read_to_string(saved["saved"].as_str().unwrap()).unwrap()
}

fn check_in(vault: &TestVault, on: &str, note: &str) {
    let check_in = json!({"on": on, "mood": 3, "craving": 2, "hungry": false, "angry": false, "lonely": false,
        "tired": false, "sleep_minutes": null, "used": null, "note": note});
    vault.call::<Value>("save_check_in", check_in);
}

fn save(vault: &TestVault) -> String {
    let saved: Value = vault.call("save_backup", json!({"secret": SECRET, "is_recovery_key": false}));
    saved["saved"].as_str().unwrap().to_owned()
}

fn choose(vault: &TestVault, file: &str) {
    vault.files.choose_next(file);
    vault.call::<Value>("choose_backup", json!({}));
}

fn restore(secret: &str, current: Option<&str>) -> Value {
    json!({"secret": secret, "passphrase": NEW, "current": current, "language": "en"})
}

fn phase(vault: &TestVault) -> Value {
    vault.call::<Value>("status", json!({}))["phase"].clone()
}

#[test]
fn a_backup_is_restored_on_another_device_with_everything_and_new_keys() {
    let vault = TestVault::new();
    check_in(&vault, "2026-01-05", "MARKER one");
    vault.call::<Value>("save_draft", json!({"key": "form", "text": "half a MARKER"}));
    let file = save(&vault);
    assert!(file.ends_with("handrail-backup-2026-01-05.age"), "{file}");
    let bytes = std::fs::read(&file).unwrap();
    assert!(bytes.starts_with(b"age-encryption.org/v1\n"), "standard tools open it");
    assert!(!bytes.windows(6).any(|w| w == b"MARKER"));

    let other = TestVault::empty("2026-01-07T09:00", NEW_YORK);
    choose(&other, &file);
    let preview: Value = other.call("preview_backup", json!({"secret": SECRET}));
    assert_eq!(preview["parts"], json!([{"kind": "check_ins", "count": 1}]));
    assert_eq!((&preview["latest"], &preview["made_at"]), (&json!("2026-01-05"), &json!("2026-01-05T14:00:00Z")));
    assert_eq!(phase(&other), "new", "a preview changes nothing");
    let made: Value = other.call("restore_backup", restore(SECRET, None));
    assert_eq!(phase(&other), "open");
    assert_eq!(export(&other), export(&vault));
    assert_eq!(other.call::<Value>("draft", json!({"key": "form"}))["text"], "half a MARKER");
    other.lock();
    assert!(matches!(other.failure("unlock", json!({"passphrase": PASSPHRASE})), Failure::WrongPassphrase { .. }));
    other.call::<Value>("recover", json!({"recovery_key": made["recovery_key"], "new_passphrase": "yet another one"}));
}

#[test]
fn restoring_over_a_record_asks_for_its_passphrase_and_keeps_it_beside() {
    let vault = TestVault::new();
    check_in(&vault, "2026-01-05", "first");
    let file = save(&vault);
    check_in(&vault, "2026-01-04", "second");
    let newer = export(&vault);
    choose(&vault, &file);
    let refused = |current| vault.failure("restore_backup", restore(SECRET, current));
    assert_eq!(refused(None), Failure::Invalid { field: "current".into(), rule: Rule::Required });
    assert_eq!(refused(Some("not this one")), Failure::Invalid { field: "current".into(), rule: Rule::Wrong });
    assert_eq!(export(&vault), newer, "what is refused changes nothing");
    vault.call::<Value>("restore_backup", restore(SECRET, Some(PASSPHRASE)));
    assert_ne!(export(&vault), newer);
    let kept = vault.call::<Value>("copies", json!({}))["kept"].clone();
    assert_eq!((&kept[0]["kept_on"], &kept[0]["whole"]), (&json!("2026-01-05"), &json!(true)));

    // And back again.
    vault.call::<Value>("put_back", json!({"id": kept[0]["id"], "current": NEW}));
    assert_eq!(phase(&vault), "locked");
    vault.unlock();
    assert_eq!(export(&vault), newer);
    let kept = vault.call::<Value>("copies", json!({}))["kept"].clone();
    assert_eq!(kept.as_array().unwrap().len(), 1, "the restored one is kept now");
    vault.call::<Value>("open_demo", json!({"language": "en"}));
    assert_eq!(vault.failure("delete_kept", json!({"id": kept[0]["id"]})), Failure::Conflict, "not from made-up data");
    vault.lock();
    vault.unlock();
    vault.call::<Value>("delete_kept", json!({"id": kept[0]["id"]}));
    assert_eq!(vault.call::<Value>("copies", json!({}))["kept"], json!([]));
}

#[test]
fn the_recovery_key_seals_and_opens_a_backup_however_it_is_typed() {
    let vault = TestVault::empty(MONDAY, NEW_YORK);
    let made: Value = vault.call("create_vault", json!({"passphrase": PASSPHRASE, "language": "en"}));
    let key = made["recovery_key"].as_str().unwrap();
    let with = |secret: &str| json!({"secret": secret, "is_recovery_key": true});
    let other = TestVault::empty(MONDAY, NEW_YORK);
    let others: Value = other.call("create_vault", json!({"passphrase": PASSPHRASE, "language": "en"}));
    assert_eq!(
        vault.failure("save_backup", with(others["recovery_key"].as_str().unwrap())),
        Failure::Invalid { field: "secret".into(), rule: Rule::Wrong }
    );
    assert_eq!(
        vault.failure("save_backup", with("ABCD-EFGH")),
        Failure::Invalid { field: "secret".into(), rule: Rule::Mistyped }
    );
    let typed = key.to_lowercase().replace('-', " ");
    let saved: Value = vault.call("save_backup", with(&typed));
    let file = saved["saved"].as_str().unwrap();
    assert!(vault::open_sealed(key, &std::fs::read(file).unwrap()).is_ok(), "as it is shown, for any tool");
    choose(&other, file);
    other.call::<Value>("preview_backup", json!({"secret": typed}));
}

#[test]
fn what_is_no_backup_or_another_secret_is_told_apart_and_changes_nothing() {
    let vault = TestVault::new();
    check_in(&vault, "2026-01-05", "kept");
    let before = export(&vault);
    let preview = |secret: &str| vault.failure("preview_backup", json!({"secret": secret}));
    assert_eq!(preview(SECRET), Failure::NotFound, "none was chosen");
    let file = save(&vault);
    choose(&vault, &file);
    assert_eq!(preview("not this one"), Failure::WrongPassphrase { wait_seconds: 0 });
    let whole = std::fs::read(&file).unwrap();
    for broken in [Vec::new(), b"hello".to_vec(), whole[..whole.len() - 1].to_vec(), whole[..200].to_vec()] {
        std::fs::write(&file, broken).unwrap();
        choose(&vault, &file);
        assert_eq!(preview(SECRET), Failure::Damaged);
        assert_eq!(vault.failure("restore_backup", restore(SECRET, Some(PASSPHRASE))), Failure::Damaged);
    }
    assert_eq!(export(&vault), before);
    assert_eq!(vault.call::<Value>("copies", json!({}))["kept"], json!([]));
}

#[test]
fn a_sealed_file_that_holds_something_else_is_refused() {
    let vault = TestVault::new();
    let sealed = vault::seal(SECRET, b"SQLite format 3\0 and nothing more", vault::SealCost::floor()).unwrap();
    let file = vault.home().join("planted.age");
    std::fs::write(&file, sealed).unwrap();
    choose(&vault, file.to_str().unwrap());
    assert_eq!(vault.failure("preview_backup", json!({"secret": SECRET})), Failure::Damaged);
    assert_eq!(vault.failure("restore_backup", restore(SECRET, Some(PASSPHRASE))), Failure::Damaged);
    assert!(!vault.folder().join("restoring").exists());
}

#[test]
fn a_backup_that_was_not_saved_is_not_counted_as_one() {
    let vault = TestVault::new();
    let last = || vault.call::<Value>("copies", json!({}))["last_backup_at"].clone();
    let request = json!({"secret": SECRET, "is_recovery_key": false});
    vault.files.cancel_next();
    assert_eq!(vault.call::<Value>("save_backup", request.clone())["saved"], Value::Null);
    vault.files.fail_next(FileError::DiskFull);
    assert_eq!(vault.failure("save_backup", request.clone()), Failure::DiskFull);
    assert_eq!(last(), Value::Null);
    assert_eq!(
        vault.failure("save_backup", json!({"secret": "short", "is_recovery_key": false})),
        Failure::Invalid { field: "secret".into(), rule: Rule::TooShort }
    );
    vault.call::<Value>("export_record", json!({}));
    assert_eq!(last(), Value::Null, "a file that is not sealed is none");
    vault.call::<Value>("save_backup", request);
    assert_eq!(last(), "2026-01-05T14:00:00Z");
    vault.lock();
    assert_eq!(last(), Value::Null, "a locked record says nothing");
}

#[test]
fn a_chosen_backup_is_let_go_after_a_while() {
    let vault = TestVault::new();
    let file = save(&vault);
    choose(&vault, &file);
    vault.clock.advance(Duration::from_secs(15 * 60));
    assert_eq!(vault.failure("preview_backup", json!({"secret": SECRET})), Failure::NotFound);
    assert_eq!(vault.call::<Value>("choose_backup", json!({}))["name"], Value::Null, "none was chosen");
}
