//! The vault destroyed, on a disk that works and on one that does not.

use super::interruption::{After, REFUSALS, at_every_step};
use super::pin::pinned;
use super::*;
use crate::TRIES_FILE;
use crate::file::KeyFile;
use std::io;

/// A vault with everything in its folder that a crash can leave there.
fn littered() -> pin::Pinned {
    let pinned = pinned();
    pinned.made.vault.count_try().unwrap();
    for name in ["handrail.key.new", "handrail.key.copy.new"] {
        pinned.made.write(name, pinned.made.read(KEY_FILE));
    }
    pinned
}

fn opens_by_any_secret(pinned: &pin::Pinned) -> bool {
    let recovery = pinned.made.vault.open_with_recovery(&pinned.made.recovery.shown());
    pinned.made.opens() || pinned.opens() || recovery.is_ok()
}

#[test]
fn a_destroyed_vault_leaves_nothing_and_a_new_one_can_be_made() {
    let pinned = littered();
    pinned.made.vault.destroy().unwrap();
    assert!(names(pinned.made.folder.path()).is_empty());
    assert_eq!(pinned.made.vault.state(), Ok(VaultState::Absent));
    assert_eq!(pinned.made.vault.tries(), 0);
    assert_eq!(pinned.made.vault.destroy(), Ok(()));
    pinned.made.vault.create(OTHER, "en", KdfCost::floor()).unwrap();
    assert!(!opens_by_any_secret(&pinned));
}

#[test]
fn what_was_on_the_disk_is_written_over_before_it_is_removed() {
    let pinned = littered();
    let before = pinned.made.read(KEY_FILE);
    let elsewhere = TempDir::new().unwrap();
    let files = [KEY_FILE, KEY_FILE_COPY, "handrail.key.new", "handrail.key.copy.new"];
    // A second name for the same place on the disk.
    for name in files {
        fs::hard_link(pinned.made.folder.path().join(name), elsewhere.path().join(name)).unwrap();
    }
    pinned.made.vault.destroy().unwrap();
    for name in files {
        let left = fs::read(elsewhere.path().join(name)).unwrap();
        assert_eq!(left.len(), before.len());
        let same = left.iter().zip(&before).filter(|(one, other)| one == other).count();
        // One byte in 256 is the same by chance; of some 1500 there are never a hundred.
        assert!(same < 100, "{same} bytes are as they were");
        assert!(KeyFile::decode(&left).is_err());
    }
}

#[test]
fn damaged_and_newer_key_files_are_destroyed_too() {
    let damaged = littered();
    damaged.made.write_both("torn");
    damaged.made.vault.destroy().unwrap();
    assert!(names(damaged.made.folder.path()).is_empty());

    let newer = littered();
    newer.made.write_both(newer.made.forged("\"version\": 2", "\"version\": 3"));
    newer.made.vault.destroy().unwrap();
    assert!(names(newer.made.folder.path()).is_empty());

    let folder = TempDir::new().unwrap();
    assert_eq!(Vault::at(folder.path().join("none")).destroy(), Ok(()));
}

#[test]
fn other_files_in_the_folder_stay() {
    let pinned = littered();
    pinned.made.write("handrail.db", "not a key");
    pinned.made.vault.destroy().unwrap();
    assert_eq!(names(pinned.made.folder.path()), ["handrail.db"]);
    assert_eq!(pinned.made.read("handrail.db"), b"not a key");
}

#[test]
fn a_step_that_fails_is_reported_and_the_rest_is_done() {
    for (kind, expected) in REFUSALS {
        let steps = at_every_step(After::Recovers, kind, |disk| {
            let pinned = littered();
            let vault = Vault::on(pinned.made.folder.path(), Box::new(disk));
            if let Err(error) = vault.destroy() {
                assert_eq!(error, expected);
            }
            assert!(!opens_by_any_secret(&pinned));
            assert!(names(pinned.made.folder.path()).len() <= 1);
            assert_eq!(pinned.made.vault.destroy(), Ok(()));
            assert!(names(pinned.made.folder.path()).is_empty());
        });
        // Four written over, four removed, the folder synced; then the tries: swept, removed, synced.
        assert_eq!(steps, 12);
    }
}

#[test]
fn on_a_disk_that_takes_no_writing_the_files_are_removed_and_it_is_said() {
    at_every_step(After::StaysFull, io::ErrorKind::StorageFull, |disk| {
        let pinned = littered();
        let vault = Vault::on(pinned.made.folder.path(), Box::new(disk));
        if let Err(error) = vault.destroy() {
            assert_eq!(error, VaultError::DiskFull);
        }
        assert!(!opens_by_any_secret(&pinned));
        assert!(names(pinned.made.folder.path()).is_empty());
    });
}

#[test]
fn a_power_cut_leaves_the_vault_whole_or_gone_and_destroying_goes_on_after_it() {
    let mut cut_at = 0;
    at_every_step(After::Stops, io::ErrorKind::Other, |disk| {
        let pinned = littered();
        let vault = Vault::on(pinned.made.folder.path(), Box::new(disk));
        let _ = vault.destroy();
        if opens_by_any_secret(&pinned) {
            // The second of the two copies is only untouched while the first is written over.
            assert_eq!(cut_at, 0);
            assert!(pinned.made.opens() && pinned.opens());
        } else {
            let state = pinned.made.vault.state();
            assert!(matches!(state, Ok(VaultState::Damaged | VaultState::Absent)));
        }
        cut_at += 1;
        assert_eq!(pinned.made.vault.destroy(), Ok(()));
        assert!(names(pinned.made.folder.path()).is_empty());
    });
}

#[test]
fn an_open_count_of_tries_is_no_reason_to_keep_the_keys() {
    let pinned = littered();
    pinned.made.remove(TRIES_FILE);
    fs::create_dir(pinned.made.folder.path().join(TRIES_FILE)).unwrap();
    assert!(pinned.made.vault.destroy().is_err());
    assert_eq!(names(pinned.made.folder.path()), [TRIES_FILE]);
}
