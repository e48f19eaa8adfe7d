//! The vault as a caller sees it. What has much to show has a file of its own.

mod damage;
mod destruction;
mod interruption;
mod pin;
mod sealed;
mod tries;

use crate::file::checked;
use crate::{DataKey, KEY_FILE, KEY_FILE_COPY, KdfCost, RecoveryKey, Vault, VaultError, VaultState};
use std::fs;
use std::path::Path;
use tempfile::TempDir;

const PASSPHRASE: &str = "correct horse battery";
const OTHER: &str = "a different passphrase";

/// A vault just made, in a folder that goes away with it.
struct Made {
    folder: TempDir,
    vault: Vault,
    key: DataKey,
    recovery: RecoveryKey,
}

fn made() -> Made {
    let folder = TempDir::new().unwrap();
    let vault = Vault::at(folder.path());
    let (key, recovery) = vault.create(PASSPHRASE, "en", KdfCost::floor()).unwrap();
    Made { folder, vault, key, recovery }
}

impl Made {
    fn read(&self, name: &str) -> Vec<u8> {
        fs::read(self.folder.path().join(name)).unwrap()
    }

    fn write(&self, name: &str, bytes: impl AsRef<[u8]>) {
        fs::write(self.folder.path().join(name), bytes).unwrap();
    }

    fn write_both(&self, bytes: impl AsRef<[u8]>) {
        self.write(KEY_FILE, &bytes);
        self.write(KEY_FILE_COPY, &bytes);
    }

    fn remove(&self, name: &str) {
        fs::remove_file(self.folder.path().join(name)).unwrap();
    }

    /// The file with one text replaced and its check made to fit again: what damage cannot do.
    fn forged(&self, from: &str, to: &str) -> String {
        let text = String::from_utf8(self.read(KEY_FILE)).unwrap();
        assert!(text.contains(from));
        let (body, _) = text.rsplit_once(",\n  \"check\"").unwrap();
        checked(&body.replacen(from, to, 1))
    }

    fn opens(&self) -> bool {
        opens(&self.vault.open_with_passphrase(PASSPHRASE), &self.key)
    }
}

fn opens(outcome: &Result<DataKey, VaultError>, key: &DataKey) -> bool {
    outcome.as_ref().is_ok_and(|opened| opened.expose() == key.expose())
}

fn hex(bytes: &[u8]) -> String {
    data_encoding::HEXLOWER.encode(bytes)
}

fn names(folder: &Path) -> Vec<String> {
    let mut names: Vec<_> =
        fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().file_name().into_string().unwrap()).collect();
    names.sort();
    names
}

#[test]
fn passphrase_and_recovery_key_open_what_was_made() {
    let made = made();
    assert!(made.opens());
    let recovered = made.vault.open_with_recovery(&made.recovery.shown());
    assert!(opens(&recovered, &made.key));
    assert_ne!(made.key.expose(), &[0; 32]);
}

#[test]
fn an_empty_folder_has_no_vault_and_looking_makes_nothing() {
    let folder = TempDir::new().unwrap();
    let inner = folder.path().join("not yet");
    let vault = Vault::at(&inner);
    assert_eq!(vault.state(), Ok(VaultState::Absent));
    assert_eq!(vault.open_with_passphrase(PASSPHRASE).err(), Some(VaultError::Absent));
    assert_eq!(vault.repair(), Err(VaultError::Absent));
    assert_eq!(vault.set_language("es"), Err(VaultError::Absent));
    assert!(!inner.exists());
}

#[test]
fn two_identical_files_and_nothing_else_are_left() {
    let made = made();
    assert_eq!(names(made.folder.path()), [KEY_FILE, KEY_FILE_COPY]);
    assert_eq!(made.read(KEY_FILE), made.read(KEY_FILE_COPY));
    made.vault.set_language("es").unwrap();
    made.vault.renew_recovery(&made.key).unwrap();
    assert_eq!(names(made.folder.path()), [KEY_FILE, KEY_FILE_COPY]);
    assert_eq!(made.read(KEY_FILE), made.read(KEY_FILE_COPY));
}

#[cfg(unix)]
#[test]
fn files_and_a_new_folder_are_for_this_user_alone() {
    use std::os::unix::fs::PermissionsExt;
    let outer = TempDir::new().unwrap();
    let folder = outer.path().join("one/two");
    let mode = |path: &Path| fs::metadata(path).unwrap().permissions().mode() & 0o777;
    Vault::at(&folder).create(PASSPHRASE, "en", KdfCost::floor()).unwrap();
    assert_eq!(mode(&folder), 0o700);
    assert_eq!(mode(&folder.join(KEY_FILE)), 0o600);
    assert_eq!(mode(&folder.join(KEY_FILE_COPY)), 0o600);
}

#[test]
fn the_file_says_nothing_secret() {
    let made = made();
    let text = String::from_utf8(made.read(KEY_FILE)).unwrap();
    assert!(text.starts_with("{\n  \"format\": \"handrail-key\",\n  \"version\": 2,\n"));
    assert!(!text.contains(&hex(made.key.expose())));
    assert!(!text.contains(&hex(made.recovery.0.bytes())));
    assert!(!text.contains(PASSPHRASE));
    assert_eq!(format!("{:?}", made.key), "DataKey(..)");
}

#[test]
fn a_vault_is_never_made_over_another_whole_or_damaged() {
    let made = made();
    let again = |made: &Made| {
        let outcome = made.vault.create(OTHER, "en", KdfCost::floor());
        outcome.err()
    };
    assert_eq!(again(&made), Some(VaultError::AlreadyThere));
    made.remove(KEY_FILE);
    assert_eq!(again(&made), Some(VaultError::AlreadyThere));
    made.write(KEY_FILE_COPY, "");
    assert_eq!(again(&made), Some(VaultError::AlreadyThere));
    assert_eq!(names(made.folder.path()), [KEY_FILE_COPY]);
}

#[test]
fn what_cannot_be_set_makes_nothing() {
    let folder = TempDir::new().unwrap();
    let vault = Vault::at(folder.path().join("vault"));
    let create = |passphrase: &str, language: &str| {
        let outcome = vault.create(passphrase, language, KdfCost::floor());
        outcome.err()
    };
    assert_eq!(create("short", "en"), Some(VaultError::PassphraseTooShort));
    let long = "x".repeat(1025);
    assert_eq!(create(&long, "en"), Some(VaultError::PassphraseTooLong));
    for language in ["", "e", "e n", "español", "a-very-long-language"] {
        assert_eq!(create(PASSPHRASE, language), Some(VaultError::InvalidLanguage));
    }
    assert!(names(folder.path()).is_empty());
}

#[test]
fn a_wrong_passphrase_is_named_as_such() {
    let made = made();
    for wrong in ["", "Correct horse battery", &"x".repeat(5000)] {
        assert_eq!(made.vault.open_with_passphrase(wrong).err(), Some(VaultError::WrongPassphrase));
    }
}

#[test]
fn a_passphrase_typed_on_another_keyboard_opens() {
    let folder = TempDir::new().unwrap();
    let vault = Vault::at(folder.path());
    let (key, _) = vault.create("mañana será otro día", "es", KdfCost::floor()).unwrap();
    let decomposed = "man\u{303}ana sera\u{301} otro di\u{301}a";
    assert!(opens(&vault.open_with_passphrase(decomposed), &key));
}

#[test]
fn a_sloppy_recovery_key_opens_a_mistyped_or_foreign_one_is_named() {
    let made = made();
    let shown = made.recovery.shown();
    let sloppy = shown.to_lowercase().replace('-', " ").replace('0', "o");
    assert!(opens(&made.vault.open_with_recovery(&sloppy), &made.key));

    let first = shown.chars().next().unwrap();
    let slip = if first == '7' { "8" } else { "7" };
    let mistyped = shown.replacen(first, slip, 1);
    assert_eq!(made.vault.open_with_recovery(&mistyped).err(), Some(VaultError::RecoveryKeyMistyped));
    let foreign = RecoveryKey::random().unwrap();
    assert_eq!(made.vault.open_with_recovery(&foreign.shown()).err(), Some(VaultError::WrongRecoveryKey));
}

#[test]
fn either_opens_also_a_passphrase_that_reads_as_a_recovery_key() {
    let made = made();
    assert!(opens(&made.vault.open_with_either(PASSPHRASE), &made.key));
    assert!(opens(&made.vault.open_with_either(&made.recovery.shown().to_lowercase()), &made.key));
    let foreign = RecoveryKey::random().unwrap().shown();
    for wrong in [OTHER, &*foreign, ""] {
        assert_eq!(made.vault.open_with_either(wrong).err(), Some(VaultError::WrongPassphrase), "{wrong}");
    }
    made.vault.set_passphrase(&made.key, &foreign, KdfCost::floor()).unwrap();
    assert!(opens(&made.vault.open_with_either(&foreign), &made.key));
}

#[test]
fn a_new_passphrase_replaces_the_old_and_keeps_the_recovery_key() {
    let made = made();
    made.vault.set_passphrase(&made.key, OTHER, KdfCost::floor()).unwrap();
    assert!(opens(&made.vault.open_with_passphrase(OTHER), &made.key));
    assert_eq!(made.vault.open_with_passphrase(PASSPHRASE).err(), Some(VaultError::WrongPassphrase));
    let recovered = made.vault.open_with_recovery(&made.recovery.shown());
    assert!(opens(&recovered, &made.key));
}

#[test]
fn a_new_recovery_key_replaces_the_old_and_keeps_the_passphrase() {
    let made = made();
    let new = made.vault.renew_recovery(&made.key).unwrap();
    assert!(opens(&made.vault.open_with_recovery(&new.shown()), &made.key));
    assert_eq!(made.vault.open_with_recovery(&made.recovery.shown()).err(), Some(VaultError::WrongRecoveryKey));
    assert!(made.opens());
}

#[test]
fn a_forgotten_passphrase_is_replaced_by_way_of_the_recovery_key() {
    let made = made();
    let key = made.vault.open_with_recovery(&made.recovery.shown()).unwrap();
    made.vault.set_passphrase(&key, OTHER, KdfCost::floor()).unwrap();
    assert!(opens(&made.vault.open_with_passphrase(OTHER), &made.key));
}

#[test]
fn the_key_of_another_vault_changes_nothing() {
    let made = made();
    let before = made.read(KEY_FILE);
    let foreign = DataKey::random().unwrap();
    assert_eq!(made.vault.set_passphrase(&foreign, OTHER, KdfCost::floor()), Err(VaultError::WrongDataKey));
    assert_eq!(made.vault.renew_recovery(&foreign), Err(VaultError::WrongDataKey));
    assert_eq!(made.read(KEY_FILE), before);
}

#[test]
fn a_passphrase_too_short_leaves_the_old_one() {
    let made = made();
    assert_eq!(made.vault.set_passphrase(&made.key, "short", KdfCost::floor()), Err(VaultError::PassphraseTooShort));
    assert!(made.opens());
}

#[test]
fn the_language_is_readable_while_locked_and_changes_without_a_secret() {
    let made = made();
    let language = |tag: &str| Ok(VaultState::Present { language: tag.into(), pin: false });
    assert_eq!(made.vault.state(), language("en"));
    made.vault.set_language("es").unwrap();
    assert_eq!(made.vault.state(), language("es"));
    assert_eq!(made.vault.set_language("?"), Err(VaultError::InvalidLanguage));
    made.vault.set_language("pt-BR").unwrap();
    assert_eq!(made.vault.state(), language("pt-BR"));
    assert!(made.opens());
}

#[test]
fn a_calibrated_vault_opens() {
    let folder = TempDir::new().unwrap();
    let vault = Vault::at(folder.path());
    let cost = KdfCost::calibrated().unwrap();
    let (key, _) = vault.create(PASSPHRASE, "en", cost).unwrap();
    assert!(opens(&vault.open_with_passphrase(PASSPHRASE), &key));
}

#[test]
fn a_vault_can_be_shared_between_threads() {
    fn shared<T: Send + Sync>() {}
    shared::<Vault>();
    shared::<DataKey>();
}
