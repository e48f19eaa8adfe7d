//! What happens to an open record when the client leaves it.

use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::{Arc, Mutex};
use std::time::Duration;

use app::{Change, Failure, Leave};
use serde_json::{Value, json};
use support::TestVault;

fn phase(vault: &TestVault) -> Value {
    vault.call::<Value>("status", json!({}))["phase"].clone()
}

fn locking(vault: &TestVault, when_hidden: bool, with_screen: bool) {
    let chosen = json!({"lock_when_hidden": when_hidden, "lock_with_screen": with_screen});
    vault.call::<Value>("save_locking", chosen);
}

#[test]
fn suspend_always_locks_and_the_others_as_the_client_chose() {
    let vault = TestVault::new();
    for (why, locks_by_default) in [(Leave::Suspend, true), (Leave::ScreenLock, true), (Leave::Hidden, false)] {
        vault.app.leave(why);
        assert_eq!(phase(&vault), if locks_by_default { "locked" } else { "open" }, "{why:?}");
        if locks_by_default {
            vault.unlock();
        }
    }
    locking(&vault, true, false);
    vault.app.leave(Leave::ScreenLock);
    assert_eq!(phase(&vault), "open");
    vault.app.leave(Leave::Hidden);
    assert_eq!(phase(&vault), "locked");
    vault.unlock();
    let chosen = vault.call::<Value>("settings", json!({}))["preferences"].clone();
    assert_eq!((&chosen["lock_when_hidden"], &chosen["lock_with_screen"]), (&json!(true), &json!(false)));
}

#[test]
fn what_is_being_typed_is_put_away_before_the_record_is_locked() {
    let vault = TestVault::new();
    let told = Arc::new(AtomicBool::new(false));
    let page = Arc::downgrade(&vault.app);
    let (heard, threads) = (Arc::clone(&told), Arc::new(Mutex::new(Vec::new())));
    let kept = Arc::clone(&threads);
    vault.app.subscribe(Box::new(move |changes| {
        if changes.contains(&Change::Leaving) {
            heard.store(true, Ordering::SeqCst);
            let page = page.upgrade().unwrap();
            // As the page does, in its own time.
            kept.lock().unwrap().push(std::thread::spawn(move || {
                page.call("save_draft", json!({"key": "form", "text": "half a sentence"})).unwrap();
                page.call("lock", json!({})).unwrap();
            }));
        }
    }));
    vault.app.leave(Leave::Suspend);
    assert!(told.load(Ordering::SeqCst));
    assert_eq!(phase(&vault), "locked");
    threads.lock().unwrap().drain(..).for_each(|thread| thread.join().unwrap());
    vault.unlock();
    assert_eq!(vault.call::<Value>("draft", json!({"key": "form"}))["text"], "half a sentence");
}

#[test]
fn leaving_a_locked_record_says_nothing() {
    let vault = TestVault::new();
    vault.lock();
    let told = Arc::new(AtomicBool::new(false));
    let heard = Arc::clone(&told);
    vault.app.subscribe(Box::new(move |_| heard.store(true, Ordering::SeqCst)));
    vault.app.leave(Leave::Suspend);
    assert!(!told.load(Ordering::SeqCst));
}

#[test]
fn a_dialog_of_the_system_that_hides_the_app_does_not_lock_it_and_the_file_is_saved() {
    let vault = TestVault::new();
    locking(&vault, true, false);
    let app = Arc::clone(&vault.app);
    vault.files.meanwhile(move || app.leave(Leave::Hidden));
    let done: Value = vault.call("export_record", json!({}));
    assert!(done["saved"].is_string());
    assert_eq!(phase(&vault), "open");
    vault.app.leave(Leave::Hidden);
    assert_eq!(phase(&vault), "locked", "once the dialog is closed, hiding locks again");
}

#[test]
fn a_file_is_chosen_and_taken_in_though_the_dialog_hides_the_app() {
    let vault = TestVault::new();
    let exported: Value = vault.call("export_record", json!({}));
    locking(&vault, true, false);
    let app = Arc::clone(&vault.app);
    vault.files.meanwhile(move || app.leave(Leave::Hidden));
    vault.files.choose_next(exported["saved"].as_str().unwrap());
    let chosen: Value = vault.call("choose_file", json!({"kind": "record"}));
    assert_eq!(phase(&vault), "open");
    vault.call::<Value>("preview_import", json!({"text": chosen["file"]["text"]}));
}

#[test]
fn nothing_of_a_file_is_told_where_the_record_was_locked_before_it_was_chosen() {
    let vault = TestVault::new();
    let exported: Value = vault.call("export_record", json!({}));
    let app = Arc::clone(&vault.app);
    vault.files.meanwhile(move || app.leave(Leave::Suspend));
    vault.files.choose_next(exported["saved"].as_str().unwrap());
    assert_eq!(vault.failure("choose_file", json!({"kind": "record"})), Failure::Locked);
}

#[test]
fn who_leaves_by_way_of_a_dialog_is_locked_out_once_it_is_closed_and_they_do_not_come_back() {
    let vault = TestVault::new();
    let hide_meanwhile = || {
        let app = Arc::clone(&vault.app);
        vault.files.meanwhile(move || app.leave(Leave::Hidden));
    };
    let wait = || {
        vault.clock.advance(Duration::from_secs(2));
        vault.app.tick();
        phase(&vault)
    };
    let export = || drop(vault.call::<Value>("export_record", json!({})));
    locking(&vault, true, false);
    // The dialog alone hid the app, which is in front again.
    hide_meanwhile();
    export();
    vault.app.returned();
    assert_eq!(wait(), "open");
    // It came to the front while the dialog was still being answered.
    let app = Arc::clone(&vault.app);
    vault.files.meanwhile(move || {
        app.leave(Leave::Hidden);
        app.returned();
    });
    export();
    assert_eq!(wait(), "open");
    // It does not come back.
    hide_meanwhile();
    export();
    assert_eq!(vault.app.tick().map(|left| left <= Duration::from_secs(2)), Some(true), "the keeper knows when");
    assert_eq!(phase(&vault), "open", "it may take a moment to come back");
    assert_eq!(wait(), "locked");
    vault.unlock();
    // One dialog follows another, and hides nothing more.
    hide_meanwhile();
    export();
    export();
    assert_eq!(wait(), "locked");
    vault.unlock();
    locking(&vault, false, false);
    hide_meanwhile();
    export();
    assert_eq!(wait(), "open", "only where that is chosen");
}
