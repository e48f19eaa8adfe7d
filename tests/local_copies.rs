//! Copies that Handrail keeps by itself.

use std::time::Duration;

use app::Failure;
use serde_json::{Value, json};
use support::{PASSPHRASE, TestVault};

fn check_in(vault: &TestVault, on: &str) {
    let check_in = json!({"on": on, "mood": 3, "craving": 2, "hungry": false, "angry": false, "lonely": false,
        "tired": false, "sleep_minutes": null, "used": null, "note": "MARKER"});
    vault.call::<Value>("save_check_in", check_in);
}

fn days(vault: &TestVault) -> Vec<String> {
    let all: Value = vault.call("copies", json!({}));
    all["copies"].as_array().unwrap().iter().map(|copy| copy["made_on"].as_str().unwrap().to_owned()).collect()
}

fn count(vault: &TestVault) -> usize {
    let all: Value = vault.call("check_ins", json!({"from": "2026-01-01", "to": "2026-12-31"}));
    all["check_ins"].as_array().unwrap().len()
}

fn newest_kept(vault: &TestVault) -> String {
    vault.call::<Value>("copies", json!({}))["kept"][0]["id"].as_str().unwrap().to_owned()
}

/// Puts the newest that was put aside back; answers which.
fn put_back(vault: &TestVault, current: &str) -> String {
    let id = newest_kept(vault);
    vault.call::<Value>("put_back", json!({"id": id, "current": current}));
    id
}

#[test]
fn a_copy_is_kept_at_the_lock_once_a_day_and_only_of_something_new() {
    let vault = TestVault::new();
    vault.lock();
    assert_eq!(days(&vault), ["2026-01-05"]);
    vault.unlock();
    check_in(&vault, "2026-01-05");
    vault.lock();
    assert_eq!(days(&vault), ["2026-01-05"], "once a day");
    vault.go_to("2026-01-06T09:00");
    vault.unlock();
    vault.lock();
    assert_eq!(days(&vault), ["2026-01-06", "2026-01-05"], "of what came after the last one");
    vault.go_to("2026-01-07T09:00");
    vault.unlock();
    vault.lock();
    assert_eq!(days(&vault), ["2026-01-06", "2026-01-05"], "nothing was written");
    vault.unlock();
    check_in(&vault, "2026-01-07");
    vault.lock();
    assert_eq!(days(&vault), ["2026-01-07", "2026-01-06", "2026-01-05"]);
    for entry in std::fs::read_dir(vault.folder().join("copies")).unwrap() {
        let bytes = std::fs::read(entry.unwrap().path()).unwrap();
        assert!(!bytes.windows(6).any(|w| w == b"MARKER" || w == b"SQLite"));
    }
}

#[test]
fn a_change_that_was_not_copied_before_the_app_ended_is_copied_by_a_later_session_that_only_reads() {
    let mut vault = TestVault::new();
    vault.lock();
    vault.go_to("2026-01-06T09:00");
    vault.unlock();
    check_in(&vault, "2026-01-06");
    vault.crash();
    vault.unlock();
    vault.lock();
    assert_eq!(days(&vault), ["2026-01-06", "2026-01-05"]);
    vault.go_to("2026-01-07T09:00");
    vault.unlock();
    vault.lock();
    assert_eq!(days(&vault), ["2026-01-06", "2026-01-05"], "it is in the newest one");
}

#[test]
fn a_copy_is_looked_into_and_restored_and_what_it_replaces_is_kept() {
    let vault = TestVault::new();
    check_in(&vault, "2026-01-05");
    vault.lock();
    vault.go_to("2026-01-06T09:00");
    vault.unlock();
    check_in(&vault, "2026-01-06");
    check_in(&vault, "2026-01-04");
    let all: Value = vault.call("copies", json!({}));
    let chosen = |passphrase: &str| json!({"id": all["copies"][0]["id"], "passphrase": passphrase});
    assert!(matches!(vault.failure("preview_copy", chosen("not this")), Failure::WrongPassphrase { .. }));
    let preview: Value = vault.call("preview_copy", chosen(PASSPHRASE));
    assert_eq!(preview["parts"], json!([{"kind": "check_ins", "count": 1}]));
    assert_eq!(preview["latest"], "2026-01-05");
    assert_eq!(count(&vault), 3);
    vault.call::<Value>("restore_copy", chosen(PASSPHRASE));
    assert_eq!(count(&vault), 1);
    assert_eq!(put_back(&vault, PASSPHRASE), "1-2026-01-06");
    vault.unlock();
    assert_eq!(count(&vault), 3);
    assert!(days(&vault).contains(&"2026-01-05".to_owned()), "its copies stay: {:?}", days(&vault));
    vault.call::<Value>("delete_kept", json!({"id": newest_kept(&vault)}));
    assert!(days(&vault).contains(&"2026-01-05".to_owned()), "also once the other is deleted: {:?}", days(&vault));
    assert_eq!(
        vault.failure("restore_copy", json!({"id": "../handrail", "passphrase": PASSPHRASE})),
        Failure::NotFound
    );
}

/// A locked record, and the name of its database that made room for a copy.
fn with_database_aside() -> (TestVault, String) {
    let vault = TestVault::new();
    check_in(&vault, "2026-01-05");
    vault.lock();
    let all: Value = vault.call("copies", json!({}));
    vault.call::<Value>("restore_copy", json!({"id": all["copies"][0]["id"], "passphrase": PASSPHRASE}));
    vault.lock();
    let alone = newest_kept(&vault);
    (vault, alone)
}

#[test]
fn a_whole_record_that_is_put_back_over_a_database_of_its_own_brings_its_copies() {
    let (vault, alone) = with_database_aside();
    vault.call::<Value>("start_anew", json!({}));
    vault.go_to("2026-01-06T09:00");
    vault.call::<Value>("put_back", json!({"id": alone, "current": null}));
    assert_eq!(days(&vault), Vec::<String>::new());
    vault.unlock();
    vault.lock();
    assert_eq!(days(&vault), ["2026-01-06"]);
    put_back(&vault, PASSPHRASE);
    assert_eq!(days(&vault), ["2026-01-05"]);
    vault.unlock();
    put_back(&vault, PASSPHRASE);
    assert_eq!(days(&vault), ["2026-01-06"], "and nothing of the other's was lost");
}

#[test]
fn of_three_weeks_seven_days_and_older_weeks_are_left_and_a_wrong_clock_takes_none_at_once() {
    let vault = TestVault::new();
    let mut day = chrono::NaiveDate::from_ymd_opt(2026, 1, 5).unwrap();
    for _ in 0..21 {
        vault.go_to(&format!("{day}T09:00"));
        vault.unlock();
        check_in(&vault, &day.to_string());
        vault.lock();
        day = day.succ_opt().unwrap();
    }
    let kept = days(&vault);
    assert!((8..=11).contains(&kept.len()), "{kept:?}");
    assert_eq!(kept[..7].len(), 7);
    let newest = day.pred_opt().unwrap();
    assert!((0..7).all(|back| kept.contains(&(newest - chrono::TimeDelta::days(back)).to_string())), "{kept:?}");
    // A day far ahead, and back.
    vault.go_to("2040-01-01T09:00");
    vault.unlock();
    check_in(&vault, "2040-01-01");
    vault.lock();
    vault.go_to(&format!("{newest}T10:00"));
    vault.unlock();
    vault.lock();
    let after = days(&vault);
    let gone = kept.iter().filter(|day| !after.contains(day)).count();
    assert!(gone <= 2, "{kept:?} became {after:?}");
}

#[test]
fn wrong_tries_of_a_record_count_on_with_whichever_of_its_databases_is_put_back() {
    let (vault, alone) = with_database_aside();
    for _ in 0..6 {
        vault.clock.advance(Duration::from_secs(301));
        assert!(matches!(vault.failure("unlock", json!({"passphrase": "not this"})), Failure::WrongPassphrase { .. }));
    }
    vault.clock.advance(Duration::from_secs(301));
    vault.call::<Value>("start_anew", json!({}));
    vault.call::<Value>("put_back", json!({"id": alone, "current": null}));
    let wait = Failure::WrongPassphrase { wait_seconds: 30 };
    assert_eq!(vault.failure("unlock", json!({"passphrase": PASSPHRASE})), wait);
    vault.clock.advance(Duration::from_secs(30));
    vault.unlock();
}

#[test]
fn a_changed_passphrase_holds_for_the_database_that_was_put_aside_too() {
    let vault = TestVault::new();
    check_in(&vault, "2026-01-05");
    vault.lock();
    let all: Value = vault.call("copies", json!({}));
    vault.call::<Value>("restore_copy", json!({"id": all["copies"][0]["id"], "passphrase": PASSPHRASE}));
    vault.call::<Value>("change_passphrase", json!({"current": PASSPHRASE, "new_passphrase": "a new passphrase"}));
    let kept = vault.call::<Value>("copies", json!({}))["kept"].clone();
    let aside = vault.folder().join("kept").join(kept[0]["id"].as_str().unwrap());
    let opens = |passphrase: &str| vault::Vault::at(&aside).open_with_passphrase(passphrase).is_ok();
    assert!(!opens(PASSPHRASE), "the old passphrase opens nothing any more");
    assert!(opens("a new passphrase"));
}

#[test]
fn a_kept_database_that_could_not_follow_the_passphrase_follows_at_the_next_unlock() {
    let vault = TestVault::new();
    vault.lock();
    let all: Value = vault.call("copies", json!({}));
    vault.call::<Value>("restore_copy", json!({"id": all["copies"][0]["id"], "passphrase": PASSPHRASE}));
    let kept = vault.call::<Value>("copies", json!({}))["kept"].clone();
    let aside = vault.folder().join("kept").join(kept[0]["id"].as_str().unwrap());
    let opens = |passphrase: &str| vault::Vault::at(&aside).open_with_passphrase(passphrase).is_ok();
    // Where the prepared file goes there is something in the way.
    let in_the_way = aside.join("handrail.key.new");
    std::fs::create_dir(&in_the_way).unwrap();
    vault.call::<Value>("change_passphrase", json!({"current": PASSPHRASE, "new_passphrase": "a new passphrase"}));
    assert!(opens(PASSPHRASE), "it could not follow");
    std::fs::remove_dir(&in_the_way).unwrap();
    vault.lock();
    vault.call::<Value>("unlock", json!({"passphrase": "a new passphrase"}));
    assert!(!opens(PASSPHRASE) && opens("a new passphrase"));
}
