//! The PIN: with the system's key store, never without; and what wrong tries cost.

use std::time::Duration;

use app::{Failure, Rule};
use serde_json::{Value, json};
use support::{MONDAY, NEW_YORK, PASSPHRASE, TestVault};

const PIN: &str = "271828";

fn set(vault: &TestVault, pin: &str) {
    vault.call::<Value>("set_pin", json!({"passphrase": PASSPHRASE, "pin": pin}));
}

fn status(vault: &TestVault) -> Value {
    vault.call("status", json!({}))
}

#[test]
fn a_pin_opens_the_record_with_the_key_store_and_never_without() {
    let mut vault = TestVault::new();
    assert_eq!(vault.call::<Value>("key_slots", json!({})), json!({"pin": false, "key_store": true}));
    set(&vault, PIN);
    assert_eq!(vault.key_store.count(), 1);
    vault.restart();
    assert_eq!(status(&vault)["pin"], true);
    vault.call::<Value>("unlock_with_pin", json!({"pin": PIN}));
    vault.lock();
    vault.key_store.refuse(true);
    assert_eq!(vault.failure("unlock_with_pin", json!({"pin": PIN})), Failure::NotFound);
    vault.unlock();
    vault.key_store.refuse(false);
    vault.lock();
    vault.call::<Value>("unlock_with_pin", json!({"pin": PIN}));
    vault.call::<Value>("remove_pin", json!({}));
    assert_eq!(vault.key_store.count(), 0);
    vault.lock();
    assert_eq!(status(&vault)["pin"], false);
    vault.unlock();
}

#[test]
fn a_pin_is_set_with_the_passphrase_alone_and_where_the_key_store_takes_its_part() {
    let vault = TestVault::new();
    let with = |passphrase: &str, pin: &str| json!({"passphrase": passphrase, "pin": pin});
    for (pin, rule) in [
        ("12345", Rule::TooShort),
        ("1234567890123", Rule::TooLong),
        ("27182a", Rule::Malformed),
        ("111111", Rule::TooSimple),
        ("123456", Rule::TooSimple),
        ("987654", Rule::TooSimple),
    ] {
        assert_eq!(vault.failure("set_pin", with(PASSPHRASE, pin)), Failure::Invalid { field: "pin".into(), rule });
    }
    assert!(matches!(vault.failure("set_pin", with("not this one", PIN)), Failure::WrongPassphrase { .. }));
    vault.key_store.refuse(true);
    assert_eq!(vault.failure("set_pin", with(PASSPHRASE, PIN)), Failure::NotFound);
    vault.key_store.refuse(false);
    assert_eq!(vault.call::<Value>("key_slots", json!({}))["pin"], false);
    // Another one takes its place.
    set(&vault, PIN);
    set(&vault, "314159");
    vault.lock();
    assert!(matches!(vault.failure("unlock_with_pin", json!({"pin": PIN})), Failure::WrongPassphrase { .. }));
    vault.call::<Value>("unlock_with_pin", json!({"pin": "314159"}));
}

#[test]
fn the_secret_of_a_pin_goes_with_the_last_database_that_it_opens() {
    let vault = TestVault::new();
    set(&vault, PIN);
    vault.lock();
    let all: Value = vault.call("copies", json!({}));
    vault.call::<Value>("restore_copy", json!({"id": all["copies"][0]["id"], "passphrase": PASSPHRASE}));
    vault.lock();
    vault.call::<Value>("start_anew", json!({}));
    vault.call::<Value>("create_vault", json!({"passphrase": "another passphrase", "language": "en"}));
    let kept = vault.call::<Value>("copies", json!({}))["kept"].clone();
    vault.call::<Value>("delete_kept", json!({"id": kept[1]["id"]}));
    assert_eq!(vault.key_store.count(), 1);
    vault.call::<Value>("put_back", json!({"id": kept[0]["id"], "current": "another passphrase"}));
    vault.call::<Value>("unlock_with_pin", json!({"pin": PIN}));
    vault.lock();
    vault.call::<Value>("start_anew", json!({}));
    vault.call::<Value>("create_vault", json!({"passphrase": "another passphrase", "language": "en"}));
    let kept = vault.call::<Value>("copies", json!({}))["kept"].clone();
    vault.call::<Value>("delete_kept", json!({"id": kept[0]["id"]}));
    assert_eq!(vault.key_store.count(), 0);
}

#[test]
fn a_changed_passphrase_opens_and_the_old_one_does_not_while_pin_and_recovery_key_stay() {
    let vault = TestVault::empty(MONDAY, NEW_YORK);
    let made: Value = vault.call("create_vault", json!({"passphrase": PASSPHRASE, "language": "en"}));
    set(&vault, PIN);
    let change = |current: &str, new: &str| json!({"current": current, "new_passphrase": new});
    assert_eq!(
        vault.failure("change_passphrase", change("not this one", "a new passphrase")),
        Failure::Invalid { field: "current".into(), rule: Rule::Wrong }
    );
    assert_eq!(
        vault.failure("change_passphrase", change(PASSPHRASE, "short")),
        Failure::Invalid { field: "new_passphrase".into(), rule: Rule::TooShort }
    );
    vault.call::<Value>("change_passphrase", change(PASSPHRASE, "a new passphrase"));
    vault.lock();
    assert!(matches!(vault.failure("unlock", json!({"passphrase": PASSPHRASE})), Failure::WrongPassphrase { .. }));
    vault.call::<Value>("unlock_with_pin", json!({"pin": PIN}));
    vault.lock();
    vault.call::<Value>("unlock", json!({"passphrase": "a new passphrase"}));
    vault.lock();
    let recover = json!({"recovery_key": made["recovery_key"], "new_passphrase": "the third one"});
    vault.call::<Value>("recover", recover);
}

#[test]
fn wrong_tries_of_every_secret_wait_together_also_after_a_restart_and_whatever_the_clock_says() {
    let mut vault = TestVault::new();
    set(&vault, PIN);
    vault.lock();
    for _ in 0..2 {
        vault.failure("unlock", json!({"passphrase": "wrong wrong wrong"}));
        vault.failure("unlock_with_pin", json!({"pin": "314159"}));
    }
    let fifth = vault.failure("unlock_with_pin", json!({"pin": "314159"}));
    assert_eq!(fifth, Failure::WrongPassphrase { wait_seconds: 15 });
    vault.clock.advance(Duration::from_secs(14));
    assert_eq!(status(&vault)["wait_seconds"], 1);
    // The app is ended and started again, and the wall clock set a day ahead: the wait begins anew.
    vault.crash();
    vault.clock.set_civil("2026-01-06T09:00", app::port::ZonePort::zone(&*vault.zone));
    assert_eq!(status(&vault)["wait_seconds"], 15);
    let refused = vault.failure("unlock", json!({"passphrase": PASSPHRASE}));
    assert_eq!(refused, Failure::WrongPassphrase { wait_seconds: 15 }, "not even the right one is tried");
    vault.clock.advance(Duration::from_secs(15));
    assert_eq!(
        vault.failure("unlock", json!({"passphrase": "wrong wrong wrong"})),
        Failure::WrongPassphrase { wait_seconds: 30 }
    );
    vault.clock.advance(Duration::from_secs(30));
    vault.unlock();
    vault.restart();
    assert_eq!(status(&vault)["wait_seconds"], 0);
}

#[test]
fn ending_the_app_in_the_middle_of_a_try_does_not_undo_its_count() {
    let mut vault = TestVault::new();
    vault.lock();
    for _ in 0..5 {
        vault.failure("unlock", json!({"passphrase": "wrong wrong wrong"}));
        vault.crash();
    }
    assert_eq!(status(&vault)["wait_seconds"], 15);
}

#[test]
fn the_strength_of_a_passphrase_is_told_and_random_words_are_strong() {
    let vault = TestVault::empty(MONDAY, NEW_YORK);
    let strength = |passphrase: &str| vault.call::<Value>("passphrase_strength", json!({"passphrase": passphrase}));
    assert_eq!(strength("password")["holds"], "minutes");
    assert_ne!(strength("password")["weakness"], Value::Null);
    for language in ["en", "es"] {
        let suggest = || vault.call::<Value>("suggest_passphrase", json!({"language": language}));
        let words = suggest()["passphrase"].as_str().unwrap().to_owned();
        assert!(words.split(' ').count() >= 6, "{words}");
        assert_eq!(strength(&words)["holds"], "ages", "{words}");
        assert_ne!(suggest()["passphrase"], words.as_str());
    }
}
