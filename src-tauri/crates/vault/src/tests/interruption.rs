//! A disk that refuses, fills up, or stops in the middle.

use super::*;
use crate::disk::{Disk, RealDisk};
use std::io;
use std::sync::Arc;
use std::sync::atomic::{AtomicUsize, Ordering};

/// How the disk goes on after the step that failed.
#[derive(Clone, Copy, PartialEq)]
enum After {
    /// That step alone fails.
    Recovers,
    /// Nothing more can be written; removing still works, as on a full disk.
    StaysFull,
    /// Nothing happens any more, not even tidying up, as in a power cut.
    Stops,
}

/// The real disk, but for the step at which it fails. A write that fails has half its bytes done.
struct FailingDisk {
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
        let stopped = self.steps.load(Ordering::SeqCst) > self.fails_at;
        if self.after == After::Stops && stopped {
            return Err(self.kind.into());
        }
        RealDisk.remove(path)
    }

    fn sync_folder(&self, folder: &Path) -> io::Result<()> {
        self.step()?;
        RealDisk.sync_folder(folder)
    }
}

/// Calls with a disk that fails at the first step, at the second, and so on, until it gets
/// through unharmed. Answers how many steps there were.
fn at_every_step(after: After, kind: io::ErrorKind, mut attempt: impl FnMut(FailingDisk)) -> usize {
    for fails_at in 0.. {
        let steps = Arc::new(AtomicUsize::new(0));
        attempt(FailingDisk { fails_at, after, kind, steps: Arc::clone(&steps) });
        if steps.load(Ordering::SeqCst) <= fails_at {
            return fails_at;
        }
    }
    unreachable!()
}

const REFUSALS: [(io::ErrorKind, VaultError); 5] = [
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
            // Two written, two renamed, the folder synced after each.
            assert_eq!(steps, 6);
        }
    }
}

#[test]
fn a_new_recovery_key_that_is_not_given_leaves_the_old_one() {
    at_every_step(After::StaysFull, io::ErrorKind::StorageFull, |disk| {
        let made = made();
        let vault = Vault::on(made.folder.path(), Box::new(disk));
        let counts = match vault.renew_recovery(&made.key) {
            Ok(new) => new.shown(),
            Err(_) => made.recovery.shown(),
        };
        assert!(opens(&made.vault.open_with_recovery(&counts), &made.key));
        assert!(made.opens());
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
