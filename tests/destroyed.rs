//! Destroying everything: the keys first, then the files, to the end.

use std::fs;
use std::sync::{Arc, Mutex};

use app::{Failure, Rule};
use serde_json::{Value, json};
use support::{PASSPHRASE, TestVault};

fn sure(passphrase: Option<&str>) -> Value {
    json!({"passphrase": passphrase, "sure": true})
}

fn phase(vault: &TestVault) -> Value {
    vault.call::<Value>("status", json!({}))["phase"].clone()
}

#[test]
fn everything_on_the_device_is_gone_record_copies_kept_ones_and_the_key_store_s_part() {
    let vault = TestVault::new();
    vault.call::<Value>("set_pin", json!({"passphrase": PASSPHRASE, "pin": "271828"}));
    vault.lock();
    vault.call::<Value>("start_anew", json!({}));
    vault.call::<Value>("create_vault", json!({"passphrase": PASSPHRASE, "language": "en"}));
    vault.call::<Value>("set_pin", json!({"passphrase": PASSPHRASE, "pin": "314159"}));
    assert_eq!(vault.key_store.count(), 2);
    let done: Value = vault.call("destroy_everything", sure(Some(PASSPHRASE)));
    assert_eq!((&done["left"], &done["pin_left"]), (&json!([]), &json!(false)));
    assert!(!vault.folder().exists());
    assert_eq!(vault.key_store.count(), 0);
    assert_eq!(phase(&vault), "new");
    vault.call::<Value>("create_vault", json!({"passphrase": "a new beginning", "language": "en"}));
}

#[test]
fn it_is_asked_twice_and_wants_the_passphrase_where_there_is_one() {
    let vault = TestVault::new();
    let refused = |request: Value| vault.failure("destroy_everything", request);
    assert_eq!(
        refused(json!({"passphrase": PASSPHRASE, "sure": false})),
        Failure::Invalid { field: "sure".into(), rule: Rule::Required }
    );
    assert_eq!(refused(sure(None)), Failure::Invalid { field: "passphrase".into(), rule: Rule::Required });
    assert!(matches!(refused(sure(Some("not this one"))), Failure::WrongPassphrase { .. }));
    assert_eq!(phase(&vault), "open", "what is refused changes nothing");
    vault.lock();
    for name in ["handrail.key", "handrail.key.copy"] {
        fs::write(vault.folder().join(name), "{}").unwrap();
    }
    vault.call::<Value>("destroy_everything", sure(None));
    assert_eq!(phase(&vault), "new");
}

#[test]
fn one_that_was_cut_off_is_finished_by_the_next_start() {
    let mut vault = TestVault::new();
    vault.call::<Value>("set_pin", json!({"passphrase": PASSPHRASE, "pin": "271828"}));
    vault.lock();
    fs::write(vault.folder().join("handrail.destroying"), "\n").unwrap();
    vault.crash();
    assert_eq!(phase(&vault), "new");
    assert!(!vault.folder().exists());
    assert_eq!((vault.key_store.count(), vault.traces.removed()), (0, 1), "what lies elsewhere goes too");
}

#[test]
fn one_that_was_cut_off_once_its_keys_were_gone_still_knows_what_the_key_store_holds() {
    let mut vault = TestVault::new();
    vault.call::<Value>("set_pin", json!({"passphrase": PASSPHRASE, "pin": "271828"}));
    // The mark as it lies there while the key store is asked.
    let (folder, mark) = (vault.folder(), Arc::new(Mutex::new(Vec::new())));
    let seen = Arc::clone(&mark);
    vault.traces.meanwhile(move || *seen.lock().unwrap() = fs::read(folder.join("handrail.destroying")).unwrap());
    vault.key_store.refuse(true);
    let done: Value = vault.call("destroy_everything", sure(Some(PASSPHRASE)));
    assert_eq!((&done["left"], &done["pin_left"]), (&json!([]), &json!(true)), "what the key store kept is told");
    vault.key_store.refuse(false);
    assert!(!vault.folder().exists());
    assert_eq!((vault.key_store.count(), vault.traces.removed()), (1, 1));
    fs::create_dir(vault.folder()).unwrap();
    fs::write(vault.folder().join("handrail.destroying"), &*mark.lock().unwrap()).unwrap();
    vault.crash();
    assert_eq!(phase(&vault), "new");
    assert!(!vault.folder().exists());
    assert_eq!((vault.key_store.count(), vault.traces.removed()), (0, 2));
}

#[test]
fn what_is_not_handrail_s_stays() {
    let vault = TestVault::new();
    let theirs = vault.folder().join("letter.txt");
    fs::write(&theirs, "theirs").unwrap();
    vault.call::<Value>("destroy_everything", sure(Some(PASSPHRASE)));
    assert_eq!(fs::read_to_string(theirs).unwrap(), "theirs");
}
