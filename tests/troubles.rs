//! A record that does not open: what it suffers from is told, nothing of it is touched, and there is a way on.

use std::fs;
use std::path::PathBuf;

use app::Failure;
use serde_json::{Value, json};
use support::{PASSPHRASE, TestVault};

fn status(vault: &TestVault) -> (String, Value) {
    let status: Value = vault.call("status", json!({}));
    (status["phase"].as_str().unwrap().to_owned(), status["trouble"].clone())
}

fn database(vault: &TestVault) -> PathBuf {
    vault.folder().join("handrail.db")
}

/// A locked record with a check-in a day for so many days of January.
fn filled(days: u32) -> TestVault {
    let vault = TestVault::at("2026-01-31T09:00", "America/New_York");
    (1..=days).for_each(|day| check_in(&vault, day));
    vault.lock();
    vault
}

fn check_in(vault: &TestVault, day: u32) {
    let check_in = json!({"on": format!("2026-01-{day:02}"), "mood": 3, "craving": 2, "hungry": false,
        "angry": false, "lonely": false, "tired": false, "sleep_minutes": null, "used": null,
        "note": format!("day {day} {}", "and so on ".repeat(90))});
    vault.call::<Value>("save_check_in", check_in);
}

fn count(vault: &TestVault) -> usize {
    let all: Value = vault.call("check_ins", json!({"from": "2026-01-01", "to": "2026-12-31"}));
    all["check_ins"].as_array().unwrap().len()
}

#[test]
fn each_trouble_has_its_own_name_and_leaves_every_byte() {
    let vault = filled(3);
    let whole = fs::read(database(&vault)).unwrap();
    let mut flipped = whole.clone();
    flipped[100] ^= 1;
    let known_at_once: [(&str, Option<Vec<u8>>); 3] = [
        ("database_missing", None),
        ("database_empty", Some(Vec::new())),
        ("database_foreign", Some(b"SQLite format 3\0 of someone else".to_vec())),
    ];
    for (trouble, bytes) in known_at_once {
        match &bytes {
            Some(bytes) => fs::write(database(&vault), bytes).unwrap(),
            None => fs::remove_file(database(&vault)).unwrap(),
        }
        assert_eq!(status(&vault), ("damaged".to_owned(), json!(trouble)));
        assert_eq!(vault.failure("unlock", json!({"passphrase": PASSPHRASE})), Failure::Damaged);
        assert_eq!(fs::read(database(&vault)).ok(), bytes);
    }
    fs::write(database(&vault), &flipped).unwrap();
    assert_eq!(status(&vault), ("locked".to_owned(), Value::Null), "only the key can tell");
    assert_eq!(vault.failure("unlock", json!({"passphrase": PASSPHRASE})), Failure::Damaged);
    assert_eq!(status(&vault), ("damaged".to_owned(), json!("database_damaged")));
    assert_eq!(fs::read(database(&vault)).unwrap(), flipped);
    fs::write(database(&vault), &whole).unwrap();
    vault.unlock();
    vault.lock();
    for name in ["handrail.key", "handrail.key.copy"] {
        fs::write(vault.folder().join(name), "{}").unwrap();
    }
    assert_eq!(status(&vault), ("damaged".to_owned(), json!("key_damaged")));
    for name in ["handrail.key", "handrail.key.copy"] {
        fs::remove_file(vault.folder().join(name)).unwrap();
    }
    assert_eq!(status(&vault), ("damaged".to_owned(), json!("key_missing")));
    assert_eq!(fs::read(database(&vault)).unwrap(), whole);
}

#[test]
fn starting_anew_keeps_what_was_there_and_it_can_be_put_back() {
    let vault = filled(3);
    assert_eq!(vault.call::<Value>("status", json!({}))["kept"], 0);
    vault.call::<Value>("start_anew", json!({}));
    let status_now: Value = vault.call("status", json!({}));
    assert_eq!((&status_now["phase"], &status_now["kept"]), (&json!("new"), &json!(1)), "that one lies aside is told");
    vault.call::<Value>("create_vault", json!({"passphrase": "another passphrase", "language": "en"}));
    assert_eq!(count(&vault), 0);
    assert_eq!(vault.failure("start_anew", json!({})), Failure::Conflict, "what is open is not put aside");
    let kept = vault.call::<Value>("copies", json!({}))["kept"].clone();
    vault.call::<Value>("put_back", json!({"id": kept[0]["id"], "current": "another passphrase"}));
    vault.unlock();
    assert_eq!(count(&vault), 3);
}

#[test]
fn a_record_without_its_database_is_put_aside_and_back_with_its_copies() {
    let vault = filled(3);
    fs::remove_file(database(&vault)).unwrap();
    vault.call::<Value>("start_anew", json!({}));
    vault.call::<Value>("create_vault", json!({"passphrase": "another passphrase", "language": "en"}));
    let kept = vault.call::<Value>("copies", json!({}))["kept"].clone();
    assert_eq!(kept[0]["whole"], true);
    vault.call::<Value>("put_back", json!({"id": kept[0]["id"], "current": "another passphrase"}));
    assert_eq!(status(&vault), ("damaged".to_owned(), json!("database_missing")));
    let copies: Value = vault.call("copies", json!({}));
    vault.call::<Value>("restore_copy", json!({"id": copies["copies"][0]["id"], "passphrase": PASSPHRASE}));
    assert_eq!(count(&vault), 3);
}

#[test]
fn a_lost_database_is_restored_from_the_copy_on_the_device() {
    let vault = filled(3);
    fs::remove_file(database(&vault)).unwrap();
    let copies: Value = vault.call("copies", json!({}));
    vault.call::<Value>("restore_copy", json!({"id": copies["copies"][0]["id"], "passphrase": PASSPHRASE}));
    assert_eq!(count(&vault), 3);
}

#[test]
fn who_has_the_recovery_key_alone_gets_at_the_copies_and_at_what_still_reads() {
    let vault = TestVault::empty("2026-01-31T09:00", "America/New_York");
    let made: Value = vault.call("create_vault", json!({"passphrase": PASSPHRASE, "language": "en"}));
    let key = made["recovery_key"].as_str().unwrap().to_lowercase().replace('-', " ");
    vault.lock();
    let whole = fs::read(database(&vault)).unwrap();
    let mut broken = whole.clone();
    broken[..4096].fill(0);
    fs::write(database(&vault), &broken).unwrap();
    let recover = json!({"recovery_key": key, "new_passphrase": "a new passphrase"});
    assert_eq!(vault.failure("recover", recover.clone()), Failure::Damaged);
    let other: Value = TestVault::empty("2026-01-31T09:00", "America/New_York")
        .call("create_vault", json!({"passphrase": PASSPHRASE, "language": "en"}));
    let wrong = json!({"passphrase": other["recovery_key"]});
    assert_eq!(vault.failure("salvage", wrong), Failure::WrongPassphrase { wait_seconds: 0 });
    vault.call::<Value>("salvage", json!({"passphrase": key}));
    assert_eq!(status(&vault).0, "open");
    vault.lock();
    fs::remove_file(database(&vault)).unwrap();
    let copies: Value = vault.call("copies", json!({}));
    let chosen = json!({"id": copies["copies"][0]["id"], "passphrase": key});
    vault.call::<Value>("preview_copy", chosen.clone());
    vault.call::<Value>("restore_copy", chosen);
    assert_eq!(status(&vault).0, "open");
    vault.lock();
    vault.call::<Value>("recover", recover);
    assert_eq!(status(&vault).0, "open");
}

#[test]
fn what_reads_of_a_damaged_record_is_saved_and_the_damaged_file_kept() {
    let vault = filled(30);
    let whole = fs::read(database(&vault)).unwrap();
    // Beyond the first page, so that the rest can be found: some page of the check-ins is hit.
    let pages = whole.len() / 4096;
    let mut hit = None;
    for page in (2..pages).rev() {
        let mut broken = whole.clone();
        broken[page * 4096 + 2000] ^= 0xff;
        fs::write(database(&vault), &broken).unwrap();
        let opened = vault.app.call("unlock", json!({"passphrase": PASSPHRASE})).is_ok();
        let damaged = opened && vault.call::<Value>("check_record", json!({}))["whole"] == false;
        let reads = opened && vault.app.call("check_ins", json!({"from": "2026-01-01", "to": "2026-12-31"})).is_ok();
        if opened {
            vault.lock();
        }
        if damaged && !reads {
            hit = Some(broken);
            break;
        }
    }
    let broken = hit.expect("a page of check-ins");
    fs::write(database(&vault), &broken).unwrap();
    let saved: Value = vault.call("salvage", json!({"passphrase": PASSPHRASE}));
    let part = saved["parts"].as_array().unwrap().iter().find(|part| part["kind"] == "check_ins").unwrap();
    assert_eq!(part["lost"], true);
    assert_eq!(count(&vault), part["saved"].as_u64().unwrap() as usize);
    assert!((1..30).contains(&count(&vault)), "{saved}");
    assert_eq!(vault.call::<Value>("check_record", json!({}))["whole"], true);
    vault.lock();
    vault.unlock();
    let kept = vault.call::<Value>("copies", json!({}))["kept"].clone();
    let aside = vault.folder().join("kept").join(kept[0]["id"].as_str().unwrap()).join("handrail.db");
    assert_eq!(fs::read(aside).unwrap(), broken);
}

#[test]
fn a_record_whose_log_is_damaged_is_refused_as_it_is_and_saved_without_what_came_last() {
    let vault = filled(2);
    vault.unlock();
    (3..=6).for_each(|day| check_in(&vault, day));
    let log = vault.folder().join("handrail.db-wal");
    let (folded, mut waiting) = (fs::read(database(&vault)).unwrap(), fs::read(&log).unwrap());
    vault.lock();
    let middle = waiting.len() / 2;
    waiting[middle] ^= 1;
    fs::write(database(&vault), &folded).unwrap();
    fs::write(&log, &waiting).unwrap();
    assert_eq!(vault.failure("unlock", json!({"passphrase": PASSPHRASE})), Failure::Damaged);
    assert_eq!(status(&vault), ("damaged".to_owned(), json!("database_damaged")));
    assert_eq!((fs::read(database(&vault)).unwrap(), fs::read(&log).unwrap()), (folded, waiting.clone()));
    let saved: Value = vault.call("salvage", json!({"passphrase": PASSPHRASE}));
    assert_eq!(saved["latest_lost"], true);
    assert!((2..6).contains(&count(&vault)), "{saved}");
    let kept = vault.call::<Value>("copies", json!({}))["kept"].clone();
    let aside = vault.folder().join("kept").join(kept[0]["id"].as_str().unwrap()).join("handrail.db-wal");
    assert_eq!(fs::read(aside).unwrap(), waiting);
}

#[test]
fn a_record_of_which_the_first_page_is_lost_is_saved_whole() {
    let vault = filled(30);
    let mut broken = fs::read(database(&vault)).unwrap();
    broken[..4096].fill(0);
    fs::write(database(&vault), &broken).unwrap();
    assert_eq!(vault.failure("unlock", json!({"passphrase": PASSPHRASE})), Failure::Damaged);
    let saved: Value = vault.call("salvage", json!({"passphrase": PASSPHRASE}));
    assert!(saved["parts"].as_array().unwrap().iter().all(|part| part["lost"] == false), "{saved}");
    assert_eq!((count(&vault), &saved["stand_ins"]), (30, &json!(0)));
    vault.lock();
    // Without its map, nothing could be told.
    fs::write(database(&vault), &broken).unwrap();
    fs::remove_file(vault.folder().join("handrail.db-map")).unwrap();
    assert_eq!(vault.failure("salvage", json!({"passphrase": PASSPHRASE})), Failure::Damaged);
    assert_eq!(fs::read(database(&vault)).unwrap(), broken);
}

#[test]
fn damage_found_while_copying_is_told_at_the_next_unlock() {
    let vault = filled(30);
    vault.go_to("2026-02-01T09:00");
    vault.unlock();
    let check_in = json!({"on": "2026-02-01", "mood": 3, "craving": 2, "hungry": false, "angry": false,
        "lonely": false, "tired": false, "sleep_minutes": null, "used": null, "note": ""});
    vault.call::<Value>("save_check_in", check_in);
    let mut bytes = fs::read(database(&vault)).unwrap();
    let pages = bytes.len() / 4096;
    for page in pages / 2..pages {
        bytes[page * 4096 + 2000] ^= 0xff;
    }
    fs::write(database(&vault), &bytes).unwrap();
    vault.lock();
    assert_eq!(status(&vault), ("damaged".to_owned(), json!("database_damaged")));
    assert_eq!(vault.failure("unlock", json!({"passphrase": PASSPHRASE})), Failure::Damaged);
}

#[test]
fn a_second_handrail_is_told_that_the_record_is_in_use_and_changes_nothing() {
    let vault = TestVault::new();
    let second = vault.second_instance();
    for (operation, request) in [
        ("status", json!({})),
        ("unlock", json!({"passphrase": PASSPHRASE})),
        ("start_anew", json!({})),
        ("destroy_everything", json!({"passphrase": PASSPHRASE, "sure": true})),
    ] {
        assert_eq!(second.call(operation, request).unwrap_err(), Failure::InUse, "{operation}");
    }
    vault.lock();
    second.call("unlock", json!({"passphrase": PASSPHRASE})).unwrap();
    assert_eq!(vault.failure("unlock", json!({"passphrase": PASSPHRASE})), Failure::InUse);
}

#[test]
fn a_move_that_cannot_be_told_is_left_alone_with_all_that_belongs_to_it() {
    let mut vault = filled(1);
    let journal = vault.folder().join("handrail.moving");
    let prepared = vault.folder().join("restoring");
    fs::create_dir(&prepared).unwrap();
    fs::write(prepared.join("handrail.db"), "half moved").unwrap();
    for (text, failure) in [("{", Failure::Damaged), (r#"{"version":99}"#, Failure::NewerDatabase)] {
        fs::write(&journal, text).unwrap();
        vault.crash();
        assert_eq!(vault.failure("unlock", json!({"passphrase": PASSPHRASE})), failure);
        assert_eq!(fs::read_to_string(prepared.join("handrail.db")).unwrap(), "half moved");
    }
    fs::remove_file(&journal).unwrap();
    vault.unlock();
    assert!(!prepared.exists(), "what was only prepared is cleared away");
}

#[test]
fn what_is_not_whole_is_not_put_back_in_place_of_what_is() {
    let vault = filled(1);
    let aside = vault.folder().join("kept").join("1-2026-01-01");
    fs::create_dir_all(&aside).unwrap();
    fs::write(aside.join("handrail.db"), "no key to it").unwrap();
    let put_back = |id: &str| vault.failure("put_back", json!({"id": id, "current": PASSPHRASE}));
    assert_eq!(put_back("1-2026-01-01"), Failure::Conflict);
    for odd in ["../record", "1-2026-01-01/..", "01-2026-01-01", "2-2026-01-01", ""] {
        assert_eq!(put_back(odd), Failure::NotFound, "{odd}");
    }
}
