//! A disk that refuses, fills up, or stops in the middle.

use super::pin::{OTHER_PIN, PIN, Pinned, pinned};
use super::*;
use crate::disk::{Disk, RealDisk};
use crate::{PinSecret, TRIES_FILE};
use std::io;
use std::sync::Arc;
use std::sync::atomic::{AtomicUsize, Ordering};

/// How the disk goes on after the step that failed.
#[derive(Clone, Copy, PartialEq)]
pub(super) enum After {
    /// That step alone fails; removing is a step too.
    Recovers,
    /// Nothing more can be written; removing still works, as on a full disk.
    StaysFull,
    /// Nothing happens any more, not even tidying up, as in a power cut; removing is a step too.
    Stops,
}

/// The real disk, but for the step at which it fails. A write that fails has half its bytes done.
pub(super) struct FailingDisk {
    fails_at: usize,
    after: After,
    kind: io::ErrorKind,
    steps: Arc<AtomicUsize>,
}

impl FailingDisk {
    fn step(&self) -> io::Result<()> {
        let step = self.steps.fetch_add(1, Ordering::SeqCst);
        let fails = match self.after {
            After::Recovers => step == self.fails_at,
            After::StaysFull | After::Stops => step >= self.fails_at,
        };
        if fails { Err(self.kind.into()) } else { Ok(()) }
    }
}

impl Disk for FailingDisk {
    fn make_folder(&self, folder: &Path) -> io::Result<()> {
        self.step()?;
        RealDisk.make_folder(folder)
    }

    fn read(&self, path: &Path) -> io::Result<Vec<u8>> {
        RealDisk.read(path)
    }

    fn write_new(&self, path: &Path, bytes: &[u8]) -> io::Result<()> {
        if let Err(error) = self.step() {
            RealDisk.write_new(path, &bytes[..bytes.len() / 2])?;
            return Err(error);
        }
        RealDisk.write_new(path, bytes)
    }

    fn rename(&self, from: &Path, to: &Path) -> io::Result<()> {
        self.step()?;
        RealDisk.rename(from, to)
    }

    fn remove(&self, path: &Path) -> io::Result<()> {
        if self.after != After::StaysFull {
            self.step()?;
        }
        RealDisk.remove(path)
    }

    fn overwrite(&self, path: &Path) -> io::Result<()> {
        if let Err(error) = self.step() {
            let mut bytes = RealDisk.read(path)?;
            let half = bytes.len() / 2;
            bytes[..half].fill(0);
            fs::write(path, bytes)?;
            return Err(error);
        }
        RealDisk.overwrite(path)
    }

    fn sync_folder(&self, folder: &Path) -> io::Result<()> {
        self.step()?;
        RealDisk.sync_folder(folder)
    }
}

/// Calls with a disk that fails at the first step, at the second, and so on, until it gets
/// through unharmed. Answers how many steps there were.
pub(super) fn at_every_step(after: After, kind: io::ErrorKind, mut attempt: impl FnMut(FailingDisk)) -> usize {
    for fails_at in 0.. {
        let steps = Arc::new(AtomicUsize::new(0));
        attempt(FailingDisk { fails_at, after, kind, steps: Arc::clone(&steps) });
        if steps.load(Ordering::SeqCst) <= fails_at {
            return fails_at;
        }
    }
    unreachable!()
}

pub(super) const REFUSALS: [(io::ErrorKind, VaultError); 5] = [
    (io::ErrorKind::StorageFull, VaultError::DiskFull),
    (io::ErrorKind::QuotaExceeded, VaultError::DiskFull),
    (io::ErrorKind::ReadOnlyFilesystem, VaultError::ReadOnly),
    (io::ErrorKind::PermissionDenied, VaultError::ReadOnly),
    (io::ErrorKind::TimedOut, VaultError::Io(io::ErrorKind::TimedOut)),
];

#[test]
fn a_refused_new_passphrase_leaves_the_old_one_and_one_that_is_taken_opens() {
    for (kind, expected) in REFUSALS {
        for after in [After::Recovers, After::StaysFull] {
            let steps = at_every_step(after, kind, |disk| {
                let made = made();
                let before = made.read(KEY_FILE);
                let vault = Vault::on(made.folder.path(), Box::new(disk));
                match vault.set_passphrase(&made.key, OTHER, KdfCost::floor()) {
                    Err(error) => {
                        assert_eq!(error, expected);
                        assert_eq!(made.read(KEY_FILE), before);
                        assert_eq!(made.read(KEY_FILE_COPY), before);
                        assert!(made.opens());
                    }
                    Ok(()) => {
                        assert!(opens(&made.vault.open_with_passphrase(OTHER), &made.key));
                        assert!(!made.opens());
                    }
                }
                assert_eq!(names(made.folder.path()), [KEY_FILE, KEY_FILE_COPY]);
                made.vault.repair().unwrap();
                assert_eq!(made.read(KEY_FILE), made.read(KEY_FILE_COPY));
            });
            // Two written, two renamed, the folder synced after each; swept before and after.
            assert_eq!(steps, if after == After::StaysFull { 6 } else { 10 });
        }
    }
}

/// What opens a vault.
#[derive(Clone, Copy, Debug, PartialEq)]
struct Doors {
    passphrase: bool,
    other: bool,
    recovery: bool,
    pin: bool,
    other_pin: bool,
}

const AS_MADE: Doors = Doors { passphrase: true, other: false, recovery: true, pin: true, other_pin: false };

impl Doors {
    fn of(pinned: &Pinned) -> Self {
        let Made { vault, key, recovery, .. } = &pinned.made;
        Self {
            passphrase: opens(&vault.open_with_passphrase(PASSPHRASE), key),
            other: opens(&vault.open_with_passphrase(OTHER), key),
            recovery: opens(&vault.open_with_recovery(&recovery.shown()), key),
            pin: pinned.opens(),
            other_pin: pinned.next_opens(),
        }
    }
}

/// A change of the slots, and what opens the vault once it is made.
type Change = (fn(&Vault, &Pinned) -> Result<(), VaultError>, Doors);

const CHANGES: [Change; 5] = [
    (
        |vault, pinned| vault.set_passphrase(&pinned.made.key, OTHER, KdfCost::floor()),
        Doors { passphrase: false, other: true, ..AS_MADE },
    ),
    (|vault, pinned| vault.renew_recovery(&pinned.made.key).map(drop), Doors { recovery: false, ..AS_MADE }),
    (
        |vault, pinned| vault.set_pin(&pinned.made.key, OTHER_PIN, &pinned.next, KdfCost::floor()),
        Doors { pin: false, other_pin: true, ..AS_MADE },
    ),
    (|vault, pinned| vault.remove_pin(&pinned.made.key), Doors { pin: false, ..AS_MADE }),
    (|vault, _| vault.set_language("es"), AS_MADE),
];

#[test]
fn every_change_of_the_slots_is_made_whole_or_not_at_all_whatever_step_fails() {
    for (change, changed) in CHANGES {
        for after in [After::Recovers, After::StaysFull, After::Stops] {
            at_every_step(after, io::ErrorKind::StorageFull, |disk| {
                let pinned = pinned();
                let folder = pinned.made.folder.path();
                let outcome = change(&Vault::on(folder, Box::new(disk)), &pinned);
                let expected = if outcome.is_ok() { changed } else { AS_MADE };
                assert_eq!(Doors::of(&pinned), expected);

                pinned.made.vault.repair().unwrap();
                assert_eq!(Doors::of(&pinned), expected);
                assert_eq!(names(folder), [KEY_FILE, KEY_FILE_COPY]);
                assert_eq!(pinned.made.read(KEY_FILE), pinned.made.read(KEY_FILE_COPY));
            });
        }
    }
}

#[test]
fn a_first_pin_is_set_whole_or_not_at_all_whatever_step_fails() {
    for after in [After::Recovers, After::StaysFull, After::Stops] {
        at_every_step(after, io::ErrorKind::StorageFull, |disk| {
            let made = made();
            let secret = PinSecret::random().unwrap();
            let vault = Vault::on(made.folder.path(), Box::new(disk));
            let outcome = vault.set_pin(&made.key, PIN, &secret, KdfCost::floor());
            match made.vault.open_with_pin(PIN, secret.expose()) {
                Ok(key) => assert!(outcome.is_ok() && key.expose() == made.key.expose()),
                Err(error) => assert!(outcome.is_err() && error == VaultError::NoPin),
            }
            assert!(made.opens());
        });
    }
}

#[test]
fn a_try_is_counted_or_the_count_is_what_it_was_whatever_step_fails() {
    for after in [After::Recovers, After::StaysFull, After::Stops] {
        at_every_step(after, io::ErrorKind::StorageFull, |disk| {
            let made = made();
            made.vault.count_try().unwrap();
            let vault = Vault::on(made.folder.path(), Box::new(disk));
            let counted = match vault.count_try() {
                Ok(count) => count,
                Err(error) => {
                    assert_eq!(error, VaultError::DiskFull);
                    1
                }
            };
            assert_eq!(made.vault.tries(), counted);
            assert_eq!(made.vault.count_try(), Ok(counted + 1));
            assert_eq!(names(made.folder.path()), [KEY_FILE, KEY_FILE_COPY, TRIES_FILE]);
        });
    }
}

#[test]
fn tries_are_forgotten_or_kept_whatever_step_fails() {
    for after in [After::Recovers, After::Stops] {
        at_every_step(after, io::ErrorKind::PermissionDenied, |disk| {
            let made = made();
            made.vault.count_try().unwrap();
            let vault = Vault::on(made.folder.path(), Box::new(disk));
            let left = u32::from(vault.forget_tries().is_err());
            assert_eq!(made.vault.tries(), left);
        });
    }
}

#[test]
fn a_folder_that_cannot_be_written_does_not_keep_the_client_out() {
    for (kind, expected) in REFUSALS {
        let made = made();
        let disk = FailingDisk { fails_at: 0, after: After::Stops, kind, steps: Arc::default() };
        let vault = Vault::on(made.folder.path(), Box::new(disk));
        assert_eq!(vault.count_try(), Err(expected));
        assert_eq!(vault.tries(), 0);
        assert!(opens(&vault.open_with_passphrase(PASSPHRASE), &made.key));
    }
}

#[test]
fn a_new_recovery_key_opens_once_it_is_given() {
    at_every_step(After::StaysFull, io::ErrorKind::StorageFull, |disk| {
        let made = made();
        let vault = Vault::on(made.folder.path(), Box::new(disk));
        if let Ok(new) = vault.renew_recovery(&made.key) {
            assert!(opens(&made.vault.open_with_recovery(&new.shown()), &made.key));
        }
    });
}

#[test]
fn a_vault_that_could_not_be_made_leaves_no_file_and_can_be_made_later() {
    for (kind, expected) in REFUSALS {
        at_every_step(After::StaysFull, kind, |disk| {
            let folder = TempDir::new().unwrap();
            let create = |vault: &Vault| vault.create(PASSPHRASE, "en", KdfCost::floor());
            let outcome = create(&Vault::on(folder.path(), Box::new(disk)));
            let later = Vault::at(folder.path());
            match outcome {
                Err(error) => {
                    assert_eq!(error, expected);
                    assert!(names(folder.path()).is_empty());
                    assert!(create(&later).is_ok());
                }
                Ok((key, _)) => assert!(opens(&later.open_with_passphrase(PASSPHRASE), &key)),
            }
        });
    }
}

#[test]
fn a_power_cut_at_any_step_leaves_the_old_or_the_new_passphrase_and_is_tidied_up() {
    at_every_step(After::Stops, io::ErrorKind::Other, |disk| {
        let made = made();
        let vault = Vault::on(made.folder.path(), Box::new(disk));
        let taken = vault.set_passphrase(&made.key, OTHER, KdfCost::floor()).is_ok();
        let now = if taken { OTHER } else { PASSPHRASE };
        assert!(opens(&made.vault.open_with_passphrase(now), &made.key));
        let recovered = made.vault.open_with_recovery(&made.recovery.shown());
        assert!(opens(&recovered, &made.key));

        made.vault.repair().unwrap();
        assert_eq!(names(made.folder.path()), [KEY_FILE, KEY_FILE_COPY]);
        assert_eq!(made.read(KEY_FILE), made.read(KEY_FILE_COPY));
    });
}

#[test]
fn what_a_power_cut_left_behind_does_not_hinder_the_next_write() {
    let made = made();
    made.write("handrail.key.new", "half");
    made.write("handrail.key.copy.new", "half");
    assert!(made.opens());
    made.vault.set_language("es").unwrap();
    assert_eq!(names(made.folder.path()), [KEY_FILE, KEY_FILE_COPY]);
}

#[test]
fn a_repair_that_is_refused_says_so_and_the_whole_file_still_opens() {
    for (kind, expected) in REFUSALS {
        at_every_step(After::StaysFull, kind, |disk| {
            let made = made();
            made.write(KEY_FILE, "torn");
            let vault = Vault::on(made.folder.path(), Box::new(disk));
            if let Err(error) = vault.repair() {
                assert_eq!(error, expected);
            }
            assert!(made.opens());
            assert_eq!(names(made.folder.path()), [KEY_FILE, KEY_FILE_COPY]);
        });
    }
}

#[cfg(target_os = "linux")]
#[test]
fn the_systems_own_refusals_are_sorted() {
    let sorted = |number| VaultError::writing(&io::Error::from_raw_os_error(number));
    let (eperm, eacces, enospc, erofs, edquot) = (1, 13, 28, 30, 122);
    assert_eq!(sorted(enospc), VaultError::DiskFull);
    assert_eq!(sorted(edquot), VaultError::DiskFull);
    assert_eq!(sorted(erofs), VaultError::ReadOnly);
    assert_eq!(sorted(eacces), VaultError::ReadOnly);
    assert_eq!(sorted(eperm), VaultError::ReadOnly);
}
