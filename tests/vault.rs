//! Making, opening, locking and recovering the record.

use std::fs;
use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::time::Duration;

use app::port::{Clock, Ports};
use app::{App, Failure, Rule};
use chrono::{DateTime, Utc};
use serde_json::{Value, json};
use support::{CHEAP, FakeClock, MONDAY, NEW_YORK, PASSPHRASE, TestVault};

fn phase(vault: &TestVault) -> String {
    vault.call::<Value>("status", json!({}))["phase"].as_str().unwrap().to_owned()
}

fn files(vault: &TestVault) -> Vec<String> {
    let mut names: Vec<String> =
        fs::read_dir(vault.folder()).unwrap().map(|entry| entry.unwrap().file_name().into_string().unwrap()).collect();
    names.sort();
    names
}

fn wrote_a_reason(vault: &TestVault) {
    let plan = json!({"reasons": ["MARKER-mia"], "triggers": [], "situations": [], "warning_signs": [], "skills": [],
        "people": [], "safe_places": [], "remove_from_home": [], "routine": [], "medicines": [], "slip_steps": [], "review": null});
    vault.call::<Value>("save_plan", json!({"plan": plan, "based_on": null}));
}

fn reason(vault: &TestVault) -> Value {
    vault.call::<Value>("plan", json!({}))["plan"]["reasons"][0].clone()
}

#[test]
fn a_record_is_made_locked_restarted_and_unlocked_with_all_that_was_in_it() {
    let mut vault = TestVault::empty(MONDAY, NEW_YORK);
    assert_eq!(phase(&vault), "new");
    assert!(!vault.folder().exists(), "nothing is written before a record is made");
    vault.call::<Value>("create_vault", json!({"passphrase": PASSPHRASE, "language": "es"}));
    wrote_a_reason(&vault);
    vault.restart();
    assert_eq!(phase(&vault), "locked");
    assert_eq!(vault.call::<Value>("status", json!({}))["language"], "es");
    vault.unlock();
    assert_eq!(reason(&vault), "MARKER-mia");
}

#[test]
fn nothing_but_key_files_the_database_its_map_and_copies_and_times_of_reminders_lies_in_the_folder() {
    let vault = TestVault::new();
    wrote_a_reason(&vault);
    vault.lock();
    let all = [
        "copies",
        "handrail.db",
        "handrail.db-map",
        "handrail.key",
        "handrail.key.copy",
        "handrail.lock",
        "handrail.reminders",
    ];
    assert_eq!(files(&vault), all);
    for name in files(&vault).into_iter().filter(|name| name != "copies") {
        let bytes = fs::read(vault.folder().join(&name)).unwrap();
        assert!(!bytes.windows(6).any(|w| w == b"MARKER"), "{name} holds typed text");
        assert!(!bytes.windows(6).any(|w| w == b"SQLite"), "{name} is not encrypted");
    }
}

#[test]
fn a_wrong_passphrase_and_a_damaged_key_file_are_told_apart() {
    let vault = TestVault::new();
    vault.lock();
    let wrong = vault.failure("unlock", json!({"passphrase": "not this one at all"}));
    assert_eq!(wrong, Failure::WrongPassphrase { wait_seconds: 0 });
    for name in ["handrail.key", "handrail.key.copy"] {
        let path = vault.folder().join(name);
        let mut bytes = fs::read(&path).unwrap();
        let middle = bytes.len() / 2;
        bytes[middle] ^= 1;
        fs::write(&path, bytes).unwrap();
    }
    assert_eq!(vault.failure("unlock", json!({"passphrase": PASSPHRASE})), Failure::Damaged);
    assert_eq!(phase(&vault), "damaged");
}

#[test]
fn one_damaged_copy_of_the_key_file_is_made_whole_by_unlocking() {
    let vault = TestVault::new();
    vault.lock();
    let path = vault.folder().join("handrail.key");
    let whole = fs::read(&path).unwrap();
    fs::write(&path, b"").unwrap();
    vault.unlock();
    assert_eq!(fs::read(&path).unwrap(), whole);
}

#[test]
fn from_the_fifth_wrong_try_on_each_doubles_the_wait_and_the_right_one_ends_it() {
    let vault = TestVault::new();
    vault.lock();
    let tried = |passphrase: &str| vault.failure("unlock", json!({"passphrase": passphrase}));
    let waits: Vec<Failure> = (0..5).map(|_| tried("wrong wrong wrong")).collect();
    assert!(waits[..4].iter().all(|f| *f == Failure::WrongPassphrase { wait_seconds: 0 }));
    assert_eq!(waits[4], Failure::WrongPassphrase { wait_seconds: 15 });
    // Too soon: not even the right one is tried.
    assert!(matches!(tried(PASSPHRASE), Failure::WrongPassphrase { wait_seconds: 1..=16 }));
    vault.clock.advance(Duration::from_secs(15));
    assert_eq!(tried("wrong wrong wrong"), Failure::WrongPassphrase { wait_seconds: 30 });
    vault.clock.advance(Duration::from_secs(30));
    vault.unlock();
    vault.lock();
    assert_eq!(tried("wrong wrong wrong"), Failure::WrongPassphrase { wait_seconds: 0 });
}

#[test]
fn the_recovery_key_opens_the_record_and_sets_a_new_passphrase() {
    let vault = TestVault::empty(MONDAY, NEW_YORK);
    let made = vault.call::<Value>("create_vault", json!({"passphrase": PASSPHRASE, "language": "en"}));
    let key = made["recovery_key"].as_str().unwrap().to_owned();
    wrote_a_reason(&vault);
    vault.lock();
    let recover = |key: &str, new: &str| json!({"recovery_key": key, "new_passphrase": new});
    let other = if key.ends_with('X') { 'Y' } else { 'X' };
    let mistyped = format!("{}{other}", &key[..key.len() - 1]);
    assert_eq!(
        vault.failure("recover", recover(&mistyped, "a new passphrase")),
        Failure::Invalid { field: "recovery_key".into(), rule: Rule::Mistyped }
    );
    assert_eq!(
        vault.failure("recover", recover(&key, "short")),
        Failure::Invalid { field: "new_passphrase".into(), rule: Rule::TooShort }
    );
    vault.call::<Value>("recover", recover(&key.to_lowercase().replace('-', " "), "a new passphrase"));
    assert_eq!(reason(&vault), "MARKER-mia");
    vault.lock();
    assert!(matches!(vault.failure("unlock", json!({"passphrase": PASSPHRASE})), Failure::WrongPassphrase { .. }));
    vault.call::<Value>("unlock", json!({"passphrase": "a new passphrase"}));
}

#[test]
fn the_recovery_key_counts_as_kept_once_its_last_group_is_typed() {
    let vault = TestVault::empty(MONDAY, NEW_YORK);
    let made = vault.call::<Value>("create_vault", json!({"passphrase": PASSPHRASE, "language": "en"}));
    let key = made["recovery_key"].as_str().unwrap().to_owned();
    let kept = || vault.call::<Value>("today", json!({}))["recovery_key_kept"].clone();
    assert_eq!(kept(), false);
    let wrong = vault.failure("confirm_recovery_key", json!({"last_group": "0000"}));
    assert_eq!(wrong, Failure::Invalid { field: "last_group".into(), rule: Rule::Mistyped });
    // As a person types it: small letters, O for 0, l for 1.
    let last = key.rsplit('-').next().unwrap().to_lowercase().replace('0', "o").replace('1', "l");
    vault.call::<Value>("confirm_recovery_key", json!({"last_group": format!(" {last} ")}));
    assert_eq!(kept(), true);
}

#[test]
fn a_renewed_recovery_key_takes_the_place_of_the_old_one() {
    let vault = TestVault::empty(MONDAY, NEW_YORK);
    let old = vault.call::<Value>("create_vault", json!({"passphrase": PASSPHRASE, "language": "en"}));
    let wrong = vault.failure("renew_recovery_key", json!({"passphrase": "somebody else's"}));
    assert!(matches!(wrong, Failure::WrongPassphrase { .. }));
    let new = vault.call::<Value>("renew_recovery_key", json!({"passphrase": PASSPHRASE}));
    vault.lock();
    let recover = |key: &Value| json!({"recovery_key": key["recovery_key"], "new_passphrase": "a new passphrase"});
    assert!(matches!(vault.failure("recover", recover(&old)), Failure::WrongPassphrase { .. }));
    vault.call::<Value>("recover", recover(&new));
}

#[test]
fn where_the_recovery_key_cannot_be_renewed_the_one_that_was_kept_is_kept() {
    let vault = TestVault::empty(MONDAY, NEW_YORK);
    let made = vault.call::<Value>("create_vault", json!({"passphrase": PASSPHRASE, "language": "en"}));
    let last = made["recovery_key"].as_str().unwrap().rsplit('-').next().unwrap();
    vault.call::<Value>("confirm_recovery_key", json!({"last_group": last}));
    // Where the prepared key file goes there is something in the way.
    fs::create_dir(vault.folder().join("handrail.key.new")).unwrap();
    vault.failure("renew_recovery_key", json!({"passphrase": PASSPHRASE}));
    let kept = || vault.call::<Value>("today", json!({}))["recovery_key_kept"].clone();
    assert_eq!(kept(), true);
    vault.lock();
    vault.unlock();
    assert_eq!(kept(), true);
}

#[test]
fn what_is_guessed_at_in_the_made_up_record_counts_nowhere() {
    let mut vault = TestVault::new();
    vault.lock();
    let wrong = || json!({"passphrase": "wrong wrong wrong"});
    (0..4).for_each(|_| drop(vault.failure("unlock", wrong())));
    vault.restart();
    vault.call::<Value>("open_demo", json!({"language": "en"}));
    for _ in 0..6 {
        let change = json!({"current": "wrong wrong wrong", "new_passphrase": "a new passphrase"});
        let refused = Failure::Invalid { field: "current".into(), rule: Rule::Wrong };
        assert_eq!(vault.failure("change_passphrase", change), refused);
        assert_eq!(vault.failure("renew_recovery_key", wrong()), Failure::WrongPassphrase { wait_seconds: 0 });
    }
    vault.lock();
    assert_eq!(vault.call::<Value>("status", json!({}))["wait_seconds"], 0);
    assert_eq!(vault.failure("unlock", wrong()), Failure::WrongPassphrase { wait_seconds: 15 }, "the fifth");
}

/// A clock that copies a folder once, when it is first asked: what a kill at that moment would leave.
struct Snapshot {
    clock: FakeClock,
    from: PathBuf,
    to: PathBuf,
}

impl Clock for Snapshot {
    fn now(&self) -> DateTime<Utc> {
        if self.from.exists() && !self.to.exists() {
            copy_folder(&self.from, &self.to);
        }
        self.clock.now()
    }

    fn monotonic(&self) -> Duration {
        self.clock.monotonic()
    }
}

fn copy_folder(from: &Path, to: &Path) {
    fs::create_dir(to).unwrap();
    for entry in fs::read_dir(from).unwrap().map(Result::unwrap) {
        let to = to.join(entry.file_name());
        if entry.path().is_dir() {
            copy_folder(&entry.path(), &to);
        } else {
            fs::copy(entry.path(), to).unwrap();
        }
    }
}

#[test]
fn a_kill_while_the_first_record_is_made_leaves_a_device_on_which_none_is() {
    let vault = TestVault::empty(MONDAY, NEW_YORK);
    let (from, to) = (vault.folder(), vault.home().join("killed"));
    let clock = Snapshot { clock: FakeClock::at(vault.clock.now()), from: from.clone(), to: to.clone() };
    let making = App::with_options(Ports { clock: Arc::new(clock), ..vault.ports() }, from, CHEAP);
    let create = || json!({"passphrase": PASSPHRASE, "language": "en"});
    making.call("create_vault", create()).unwrap();
    let again = App::with_options(vault.ports(), to.clone(), CHEAP);
    assert!(to.join("restoring").join("handrail.key").exists(), "it was cut off half-way");
    assert_eq!(again.call("status", json!({})).unwrap()["value"]["phase"], "new");
    again.call("create_vault", create()).unwrap();
    assert!(!to.join("restoring").exists() && !to.join("kept").exists());
}

#[test]
fn the_record_locks_by_itself_after_idle_minutes_and_not_before() {
    let vault = TestVault::new();
    vault.pass(Duration::from_secs(4 * 60 + 59));
    assert_eq!(phase(&vault), "open");
    vault.call::<Value>("stay_awake", json!({}));
    vault.pass(Duration::from_secs(4 * 60 + 59));
    assert_eq!(phase(&vault), "open");
    vault.pass(Duration::from_secs(1));
    assert_eq!(phase(&vault), "locked");
}

#[test]
fn a_record_whose_idle_minutes_are_over_answers_nothing_however_late_the_keeper_is() {
    let vault = TestVault::new();
    vault.clock.advance(Duration::from_secs(5 * 60));
    assert_eq!(vault.failure("today", json!({})), Failure::Locked);
    assert_eq!(phase(&vault), "locked");
}

#[test]
fn looking_is_no_sign_of_the_client_but_writing_is() {
    let vault = TestVault::new();
    vault.pass(Duration::from_secs(200));
    vault.call::<Value>("today", json!({}));
    vault.pass(Duration::from_secs(100));
    assert_eq!(phase(&vault), "locked");
    vault.unlock();
    vault.pass(Duration::from_secs(200));
    wrote_a_reason(&vault);
    vault.pass(Duration::from_secs(100));
    assert_eq!(phase(&vault), "open");
}

#[test]
fn recovering_while_another_instance_has_the_record_changes_no_passphrase() {
    let first = TestVault::empty(MONDAY, NEW_YORK);
    let made = first.call::<Value>("create_vault", json!({"passphrase": PASSPHRASE, "language": "en"}));
    let second = first.second_instance();
    let recover = json!({"recovery_key": made["recovery_key"], "new_passphrase": "a new passphrase"});
    assert_eq!(second.call("recover", recover).unwrap_err(), Failure::InUse);
    first.lock();
    first.unlock();
}

#[test]
fn guessing_at_the_renewal_of_the_recovery_key_waits_as_unlocking_does() {
    let vault = TestVault::new();
    let guess = || vault.failure("renew_recovery_key", json!({"passphrase": "wrong wrong wrong"}));
    for _ in 0..4 {
        assert_eq!(guess(), Failure::WrongPassphrase { wait_seconds: 0 });
    }
    assert_eq!(guess(), Failure::WrongPassphrase { wait_seconds: 15 });
    assert!(matches!(guess(), Failure::WrongPassphrase { wait_seconds: 1.. }));
}

#[test]
fn a_damaged_missing_or_empty_database_is_refused_and_left_as_it_is() {
    let vault = TestVault::new();
    vault.lock();
    let path = vault.folder().join("handrail.db");
    let whole = fs::read(&path).unwrap();
    let mut flipped = whole.clone();
    flipped[100] ^= 0xff;
    for broken in [Vec::new(), flipped, b"something else entirely".to_vec()] {
        fs::write(&path, &broken).unwrap();
        assert_eq!(vault.failure("unlock", json!({"passphrase": PASSPHRASE})), Failure::Damaged);
        assert_eq!(fs::read(&path).unwrap(), broken);
    }
    fs::remove_file(&path).unwrap();
    assert_eq!(vault.failure("unlock", json!({"passphrase": PASSPHRASE})), Failure::Damaged);
    assert!(!path.exists(), "no new database takes its place");
    fs::write(&path, whole).unwrap();
    vault.unlock();
}

#[test]
fn a_database_without_its_key_file_is_damaged_and_not_a_new_start() {
    let vault = TestVault::new();
    vault.lock();
    for name in ["handrail.key", "handrail.key.copy"] {
        fs::remove_file(vault.folder().join(name)).unwrap();
    }
    assert_eq!(phase(&vault), "damaged");
    let again = vault.failure("create_vault", json!({"passphrase": PASSPHRASE, "language": "en"}));
    assert_eq!(again, Failure::Conflict);
}

#[test]
fn a_second_record_is_not_made_over_the_first() {
    let vault = TestVault::new();
    wrote_a_reason(&vault);
    let again = vault.failure("create_vault", json!({"passphrase": "another one", "language": "en"}));
    assert_eq!(again, Failure::Conflict);
    assert_eq!(reason(&vault), "MARKER-mia", "the open record is still open");
    vault.lock();
    let again = vault.failure("create_vault", json!({"passphrase": "another one", "language": "en"}));
    assert_eq!(again, Failure::Conflict);
    vault.unlock();
    assert_eq!(reason(&vault), "MARKER-mia");
}

#[test]
fn a_second_instance_is_told_that_the_record_is_in_use_and_the_first_goes_on() {
    let first = TestVault::new();
    wrote_a_reason(&first);
    let second = first.second_instance();
    let unlock = second.call("unlock", json!({"passphrase": PASSPHRASE}));
    assert_eq!(unlock.unwrap_err(), Failure::InUse);
    assert_eq!(reason(&first), "MARKER-mia");
    first.lock();
    assert!(second.call("unlock", json!({"passphrase": PASSPHRASE})).is_ok());
}

#[test]
fn a_passphrase_too_short_makes_nothing() {
    let vault = TestVault::empty(MONDAY, NEW_YORK);
    let failure = vault.failure("create_vault", json!({"passphrase": "short", "language": "en"}));
    assert_eq!(failure, Failure::Invalid { field: "passphrase".into(), rule: Rule::TooShort });
    assert_eq!(phase(&vault), "new");
}

#[test]
fn drafts_survive_lock_and_restart_and_are_gone_when_discarded() {
    let mut vault = TestVault::new();
    vault.call::<Value>("save_draft", json!({"key": "plan/reasons", "text": "half a sen"}));
    vault.restart();
    vault.unlock();
    let draft = || vault.call::<Value>("draft", json!({"key": "plan/reasons"}))["text"].clone();
    assert_eq!(draft(), "half a sen");
    vault.call::<Value>("discard_draft", json!({"key": "plan/reasons"}));
    assert_eq!(draft(), Value::Null);
}
