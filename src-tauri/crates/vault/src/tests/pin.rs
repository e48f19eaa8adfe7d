//! The PIN, and key files from before there was one.

use super::*;
use crate::PinSecret;

pub(super) const PIN: &str = "482913";
pub(super) const OTHER_PIN: &str = "70316485";

/// A vault with a PIN set.
pub(super) struct Pinned {
    pub(super) made: Made,
    pub(super) secret: PinSecret,
    /// One that is in the key store for a PIN to come.
    pub(super) next: PinSecret,
}

pub(super) fn pinned() -> Pinned {
    let (made, secret, next) = (made(), PinSecret::random().unwrap(), PinSecret::random().unwrap());
    made.vault.set_pin(&made.key, PIN, &secret, KdfCost::floor()).unwrap();
    Pinned { made, secret, next }
}

impl Pinned {
    fn opening(&self, pin: &str, secret: &PinSecret) -> Result<DataKey, VaultError> {
        self.made.vault.open_with_pin(pin, secret.expose())
    }

    pub(super) fn opens(&self) -> bool {
        opens(&self.opening(PIN, &self.secret), &self.made.key)
    }

    pub(super) fn next_opens(&self) -> bool {
        opens(&self.opening(OTHER_PIN, &self.next), &self.made.key)
    }
}

/// A file that the first version wrote, before there was a PIN.
const VERSION_1: &[u8] = include_bytes!("version-1.key");
const VERSION_1_RECOVERY: &str = "XY5B-2GZD-7EVV-P8A0-D5JR-FQMH-PXWB-PWE8-3877";
const VERSION_1_KEY: &str = "2913e728497744214f0554db45de2f87aee4162a50237b1ef3b25d8252cac9f7";

fn from_version_1() -> (TempDir, Vault) {
    let folder = TempDir::new().unwrap();
    for name in [KEY_FILE, KEY_FILE_COPY] {
        fs::write(folder.path().join(name), VERSION_1).unwrap();
    }
    let vault = Vault::at(folder.path());
    (folder, vault)
}

fn is_version_1s(outcome: Result<DataKey, VaultError>) -> bool {
    hex(outcome.unwrap().expose()) == VERSION_1_KEY
}

#[test]
fn the_pin_opens_with_its_secret_and_neither_does_alone() {
    let pinned = pinned();
    assert!(pinned.opens());
    assert!(pinned.made.opens());
    assert_eq!(pinned.opening(PIN, &pinned.next).err(), Some(VaultError::WrongPin));
    for wrong in [OTHER_PIN, "", "482914", "４８２９１３", &"4".repeat(5000)] {
        assert_eq!(pinned.opening(wrong, &pinned.secret).err(), Some(VaultError::WrongPin));
    }
}

#[test]
fn a_vault_says_whether_it_has_a_pin() {
    let pinned = pinned();
    let state = |pin| Ok(VaultState::Present { language: "en".into(), pin });
    assert_eq!(pinned.made.vault.state(), state(true));
    pinned.made.vault.remove_pin(&pinned.made.key).unwrap();
    assert_eq!(pinned.made.vault.state(), state(false));
    assert_eq!(pinned.opening(PIN, &pinned.secret).err(), Some(VaultError::NoPin));
    assert!(pinned.made.opens());
    let before = pinned.made.read(KEY_FILE);
    pinned.made.vault.remove_pin(&pinned.made.key).unwrap();
    assert_eq!(pinned.made.read(KEY_FILE), before);
}

#[test]
fn a_new_pin_replaces_the_old_with_its_secret() {
    let pinned = pinned();
    pinned.made.vault.set_pin(&pinned.made.key, OTHER_PIN, &pinned.next, KdfCost::floor()).unwrap();
    assert!(pinned.next_opens());
    assert!(!pinned.opens());
    assert_eq!(pinned.opening(OTHER_PIN, &pinned.secret).err(), Some(VaultError::WrongPin));
}

#[test]
fn the_pin_outlives_a_new_passphrase_and_a_new_recovery_key() {
    let pinned = pinned();
    pinned.made.vault.set_passphrase(&pinned.made.key, OTHER, KdfCost::floor()).unwrap();
    pinned.made.vault.renew_recovery(&pinned.made.key).unwrap();
    pinned.made.vault.set_language("es").unwrap();
    assert!(pinned.opens());
}

#[test]
fn a_pin_that_cannot_be_set_changes_nothing() {
    let pinned = pinned();
    let before = pinned.made.read(KEY_FILE);
    let set = |key, pin| pinned.made.vault.set_pin(key, pin, &pinned.next, KdfCost::floor());
    assert_eq!(set(&pinned.made.key, "48291"), Err(VaultError::PinTooShort));
    assert_eq!(set(&pinned.made.key, "123456"), Err(VaultError::PinTooSimple));
    let foreign = DataKey::random().unwrap();
    assert_eq!(set(&foreign, OTHER_PIN), Err(VaultError::WrongDataKey));
    assert_eq!(pinned.made.vault.remove_pin(&foreign), Err(VaultError::WrongDataKey));
    assert_eq!(pinned.made.read(KEY_FILE), before);
}

#[test]
fn the_file_says_nothing_of_the_pin_or_its_secret() {
    let pinned = pinned();
    let text = String::from_utf8(pinned.made.read(KEY_FILE)).unwrap();
    assert!(text.contains("\"pin\": {"));
    assert!(!text.contains(PIN));
    assert!(!text.contains(&hex(pinned.secret.expose())));
}

#[test]
fn the_id_is_the_files_own_and_stays() {
    let pinned = pinned();
    let id = pinned.made.vault.id().unwrap();
    let text = String::from_utf8(pinned.made.read(KEY_FILE)).unwrap();
    assert!(text.contains(&format!("\"vault\": \"{id}\"")));
    pinned.made.vault.set_passphrase(&pinned.made.key, OTHER, KdfCost::floor()).unwrap();
    assert_eq!(pinned.made.vault.id(), Ok(id.clone()));
    assert_ne!(made().vault.id(), Ok(id));
    assert_eq!(Vault::at(pinned.made.folder.path().join("none")).id(), Err(VaultError::Absent));
}

#[test]
fn a_file_of_version_1_opens_and_is_left_as_it_is() {
    let (folder, vault) = from_version_1();
    assert_eq!(vault.state(), Ok(VaultState::Present { language: "es".into(), pin: false }));
    assert!(is_version_1s(vault.open_with_passphrase(PASSPHRASE)));
    assert!(is_version_1s(vault.open_with_recovery(VERSION_1_RECOVERY)));
    assert_eq!(vault.open_with_pin(PIN, &[0; 32]).err(), Some(VaultError::NoPin));
    assert_eq!(vault.repair(), Ok(false));
    assert_eq!(fs::read(folder.path().join(KEY_FILE)).unwrap(), VERSION_1);
}

#[test]
fn the_next_write_makes_it_version_2_and_its_slots_still_open() {
    let (folder, vault) = from_version_1();
    let key = vault.open_with_passphrase(PASSPHRASE).unwrap();
    let secret = PinSecret::random().unwrap();
    vault.set_pin(&key, PIN, &secret, KdfCost::floor()).unwrap();
    let text = fs::read_to_string(folder.path().join(KEY_FILE)).unwrap();
    assert!(text.contains("\"version\": 2"));
    assert!(is_version_1s(vault.open_with_passphrase(PASSPHRASE)));
    assert!(is_version_1s(vault.open_with_recovery(VERSION_1_RECOVERY)));
    assert!(is_version_1s(vault.open_with_pin(PIN, secret.expose())));
}

#[test]
fn a_pin_in_a_file_of_version_1_is_damage() {
    let pinned = pinned();
    pinned.made.write_both(pinned.made.forged("\"version\": 2", "\"version\": 1"));
    assert_eq!(pinned.made.vault.state(), Ok(VaultState::Damaged));
}

#[test]
fn a_pin_slot_moved_to_another_vault_opens_nothing() {
    let (here, elsewhere) = (pinned(), pinned());
    let slot = |pinned: &Pinned| {
        let text = String::from_utf8(pinned.made.read(KEY_FILE)).unwrap();
        let (_, rest) = text.split_once("\"pin\": ").unwrap();
        rest.split_once("\n    }").unwrap().0.to_owned()
    };
    here.made.write_both(here.made.forged(&slot(&here), &slot(&elsewhere)));
    assert!(here.made.opens());
    assert_eq!(here.opening(PIN, &elsewhere.secret).err(), Some(VaultError::WrongPin));
}
