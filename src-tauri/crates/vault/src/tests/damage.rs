//! A key file that is not as it was written.

use super::pin::pinned;
use super::*;
use crate::file::KeyFile;
use proptest::prelude::*;

fn flipped(bytes: &[u8], place: usize, mask: u8) -> Vec<u8> {
    let mut bytes = bytes.to_vec();
    bytes[place] ^= mask;
    bytes
}

fn passphrase_outcome(made: &Made) -> Option<VaultError> {
    made.vault.open_with_passphrase(PASSPHRASE).err()
}

fn recovery_outcome(made: &Made) -> Option<VaultError> {
    made.vault.open_with_recovery(&made.recovery.shown()).err()
}

#[test]
fn every_flipped_bit_is_seen() {
    let bytes = pinned().made.read(KEY_FILE);
    assert!(KeyFile::decode(&bytes).is_ok());
    for place in 0..bytes.len() {
        for bit in 0..8 {
            let outcome = KeyFile::decode(&flipped(&bytes, place, 1 << bit));
            assert_eq!(outcome.err(), Some(VaultError::Damaged), "byte {place}");
        }
    }
}

#[test]
fn every_flipped_byte_in_one_copy_is_read_around_and_in_both_is_damage() {
    let pinned = pinned();
    let made = &pinned.made;
    let bytes = made.read(KEY_FILE);
    for place in 0..bytes.len() {
        let damaged = flipped(&bytes, place, 0x01);
        made.write(KEY_FILE, &damaged);
        made.write(KEY_FILE_COPY, &bytes);
        assert!(made.opens() && pinned.opens(), "first, byte {place}");

        made.write(KEY_FILE_COPY, &damaged);
        assert_eq!(made.vault.state(), Ok(VaultState::Damaged));
        assert_eq!(passphrase_outcome(made), Some(VaultError::Damaged));
        assert_eq!(recovery_outcome(made), Some(VaultError::Damaged));

        made.write(KEY_FILE, &bytes);
        assert!(made.opens(), "copy, byte {place}");
    }
}

#[test]
fn damage_is_told_from_a_wrong_passphrase() {
    let made = made();
    let damaged = flipped(&made.read(KEY_FILE), 100, 0x20);
    assert_eq!(made.vault.open_with_passphrase(OTHER).err(), Some(VaultError::WrongPassphrase));
    made.write_both(damaged);
    assert_eq!(made.vault.open_with_passphrase(OTHER).err(), Some(VaultError::Damaged));
}

#[test]
fn every_truncation_and_anything_after_the_end_is_damage() {
    let made = made();
    let bytes = made.read(KEY_FILE);
    for length in 0..bytes.len() {
        made.write(KEY_FILE, &bytes[..length]);
        assert!(made.opens(), "{length} bytes");
        let outcome = KeyFile::decode(&bytes[..length]);
        assert_eq!(outcome.err(), Some(VaultError::Damaged), "{length} bytes");
    }
    for tail in ["\n", " ", "\0", "{}"] {
        made.write_both([&bytes, tail.as_bytes()].concat());
        assert_eq!(made.vault.state(), Ok(VaultState::Damaged));
    }
    made.write_both(vec![b' '; 1 << 20]);
    assert_eq!(made.vault.state(), Ok(VaultState::Damaged));
}

#[test]
fn a_lost_or_damaged_copy_is_repaired_by_the_next_write() {
    for name in [KEY_FILE, KEY_FILE_COPY] {
        let made = made();
        made.remove(name);
        assert!(made.opens());
        made.vault.set_language("es").unwrap();
        assert_eq!(made.read(KEY_FILE), made.read(KEY_FILE_COPY));

        made.write(name, "torn");
        made.vault.set_passphrase(&made.key, OTHER, KdfCost::floor()).unwrap();
        assert_eq!(made.read(KEY_FILE), made.read(KEY_FILE_COPY));
        assert!(opens(&made.vault.open_with_passphrase(OTHER), &made.key));
    }
}

#[test]
fn repair_restores_the_pair_and_has_nothing_to_do_twice() {
    let made = made();
    let bytes = made.read(KEY_FILE);
    assert_eq!(made.vault.repair(), Ok(false));
    for name in [KEY_FILE, KEY_FILE_COPY] {
        made.remove(name);
        assert_eq!(made.vault.repair(), Ok(true));
        made.write(name, "torn");
        assert_eq!(made.vault.repair(), Ok(true));
        assert_eq!(made.vault.repair(), Ok(false));
        assert_eq!(made.read(KEY_FILE), bytes);
        assert_eq!(made.read(KEY_FILE_COPY), bytes);
    }
}

#[test]
fn of_two_whole_files_the_first_counts_and_repair_makes_the_copy_follow() {
    let made = made();
    let old = made.read(KEY_FILE);
    made.vault.set_passphrase(&made.key, OTHER, KdfCost::floor()).unwrap();
    made.write(KEY_FILE_COPY, old);
    assert_eq!(passphrase_outcome(&made), Some(VaultError::WrongPassphrase));
    assert_eq!(made.vault.repair(), Ok(true));
    assert_eq!(made.read(KEY_FILE), made.read(KEY_FILE_COPY));
    assert!(opens(&made.vault.open_with_passphrase(OTHER), &made.key));
}

#[test]
fn nothing_is_written_over_a_pair_that_is_damaged() {
    let made = made();
    made.write_both("torn");
    assert_eq!(made.vault.repair(), Err(VaultError::Damaged));
    assert_eq!(made.vault.set_language("es"), Err(VaultError::Damaged));
    assert_eq!(made.vault.renew_recovery(&made.key), Err(VaultError::Damaged));
    assert_eq!(made.read(KEY_FILE), b"torn");
    assert_eq!(made.read(KEY_FILE_COPY), b"torn");
}

#[test]
fn a_newer_file_in_either_place_is_refused_and_left_alone() {
    for (first, copy) in [(true, true), (true, false), (false, true)] {
        let made = made();
        let newer = made.forged("\"version\": 2", "\"version\": 3,\n  \"unheard\": [1]");
        if first {
            made.write(KEY_FILE, &newer);
        }
        if copy {
            made.write(KEY_FILE_COPY, &newer);
        }
        let before = (made.read(KEY_FILE), made.read(KEY_FILE_COPY));
        let floor = KdfCost::floor();
        assert_eq!(made.vault.state(), Ok(VaultState::Newer));
        assert_eq!(passphrase_outcome(&made), Some(VaultError::Newer));
        assert_eq!(recovery_outcome(&made), Some(VaultError::Newer));
        assert_eq!(made.vault.repair(), Err(VaultError::Newer));
        assert_eq!(made.vault.set_language("es"), Err(VaultError::Newer));
        assert_eq!(made.vault.set_passphrase(&made.key, OTHER, floor), Err(VaultError::Newer));
        assert_eq!(made.vault.create(OTHER, "en", floor).err(), Some(VaultError::AlreadyThere));
        assert_eq!((made.read(KEY_FILE), made.read(KEY_FILE_COPY)), before);
        assert_eq!(names(made.folder.path()), [KEY_FILE, KEY_FILE_COPY]);
    }
}

#[test]
fn absurd_costs_strange_formats_and_missing_fields_are_damage_even_with_a_right_check() {
    let made = made();
    for (from, to) in [
        ("\"memory_kib\": 8", "\"memory_kib\": 1048577"),
        ("\"memory_kib\": 8", "\"memory_kib\": 4294967296"),
        ("\"memory_kib\": 8", "\"memory_kib\": 0"),
        ("\"iterations\": 1", "\"iterations\": 65"),
        ("\"lanes\": 1", "\"lanes\": 16777215"),
        ("\"lanes\": 1", "\"lanes\": -1"),
        ("\"version\": 2", "\"version\": 0"),
        ("\"version\": 2", "\"version\": \"2\""),
        ("handrail-key", "handrail-kex"),
        ("\"language\": \"en\"", "\"language\": \"\""),
        ("\"language\": \"en\",", ""),
        ("\"language\": \"en\"", "\"language\": \"en\", \"more\": 1"),
        ("\"salt\": \"", "\"salt\": \"00"),
        ("\"salt\": \"", "\"salt\": \"zz"),
        ("\"recovery\"", "\"recovered\""),
    ] {
        let forged = made.forged(from, to);
        let outcome = KeyFile::decode(forged.as_bytes());
        assert_eq!(outcome.err(), Some(VaultError::Damaged), "{to}");
    }
    let whole = made.read(KEY_FILE);
    made.write(KEY_FILE, made.forged("\"lanes\": 1", "\"lanes\": 17"));
    made.write(KEY_FILE_COPY, whole);
    assert!(made.opens());
}

#[test]
fn a_forged_file_never_gives_another_key() {
    let cheaper = made();
    cheaper.write_both(cheaper.forged("\"iterations\": 1", "\"iterations\": 2"));
    assert_eq!(passphrase_outcome(&cheaper), Some(VaultError::WrongPassphrase));
    assert_eq!(recovery_outcome(&cheaper), None);

    let moved = made();
    let text = String::from_utf8(moved.read(KEY_FILE)).unwrap();
    let (_, rest) = text.split_once("\"vault\": \"").unwrap();
    let id = &rest[..32];
    moved.write_both(moved.forged(id, &"0".repeat(32)));
    assert_eq!(passphrase_outcome(&moved), Some(VaultError::WrongPassphrase));
    assert_eq!(recovery_outcome(&moved), Some(VaultError::WrongRecoveryKey));

    let unproven = made();
    let text = String::from_utf8(unproven.read(KEY_FILE)).unwrap();
    let (_, rest) = text.split_once("\"key_check\": \"").unwrap();
    let value = &rest[..64];
    unproven.write_both(unproven.forged(value, &"0".repeat(64)));
    assert_eq!(passphrase_outcome(&unproven), Some(VaultError::Damaged));
    assert_eq!(recovery_outcome(&unproven), Some(VaultError::Damaged));
}

#[test]
fn a_folder_in_the_place_of_the_key_file_is_read_around() {
    let made = made();
    made.remove(KEY_FILE);
    fs::create_dir(made.folder.path().join(KEY_FILE)).unwrap();
    assert!(made.opens());
    made.remove(KEY_FILE_COPY);
    assert!(matches!(made.vault.state(), Err(VaultError::Io(_))));
}

proptest! {
    #[test]
    fn no_bytes_make_reading_panic(bytes: Vec<u8>) {
        prop_assert_eq!(KeyFile::decode(&bytes).err(), Some(VaultError::Damaged));
    }

    #[test]
    fn no_bytes_in_the_folder_make_the_vault_panic(first: Vec<u8>, copy: Option<Vec<u8>>) {
        let folder = TempDir::new().unwrap();
        fs::write(folder.path().join(KEY_FILE), first).unwrap();
        if let Some(copy) = copy {
            fs::write(folder.path().join(KEY_FILE_COPY), copy).unwrap();
        }
        let vault = Vault::at(folder.path());
        prop_assert_eq!(vault.state(), Ok(VaultState::Damaged));
        prop_assert_eq!(
            vault.open_with_passphrase(PASSPHRASE).err(),
            Some(VaultError::Damaged)
        );
        prop_assert_eq!(vault.repair(), Err(VaultError::Damaged));
    }

    #[test]
    fn no_text_with_a_right_check_makes_reading_panic(body: String) {
        prop_assert!(KeyFile::decode(checked(&body).as_bytes()).is_err());
    }

    #[test]
    fn no_replacement_in_a_real_file_makes_reading_panic(
        from in 0..900_usize,
        length in 0..40_usize,
        to in "[0-9a-f\"{}:,\\[\\] .-]{0,20}",
    ) {
        let text = String::from_utf8(made().read(KEY_FILE)).unwrap();
        let (body, _) = text.rsplit_once(",\n  \"check\"").unwrap();
        let from = from.min(body.len());
        let until = (from + length).min(body.len());
        let body = [&body[..from], &to, &body[until..]].concat();
        let _ = KeyFile::decode(checked(&body).as_bytes());
    }
}
