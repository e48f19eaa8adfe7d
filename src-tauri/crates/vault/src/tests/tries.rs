//! The count of wrong tries.

use super::*;
use crate::{FREE_TRIES, TRIES_FILE};
use proptest::prelude::*;

#[test]
fn tries_are_counted_across_restarts_until_one_is_right() {
    let made = made();
    assert_eq!(made.vault.tries(), 0);
    for count in 1..=7 {
        assert_eq!(made.vault.count_try(), Ok(count));
        assert_eq!(Vault::at(made.folder.path()).tries(), count);
    }
    assert_eq!(names(made.folder.path()), [KEY_FILE, KEY_FILE_COPY, TRIES_FILE]);
    made.vault.forget_tries().unwrap();
    assert_eq!(made.vault.tries(), 0);
    assert_eq!(names(made.folder.path()), [KEY_FILE, KEY_FILE_COPY]);
    assert_eq!(made.vault.forget_tries(), Ok(()));
}

#[test]
fn every_flipped_bit_and_every_cut_count_as_five_wrong_tries() {
    let made = made();
    made.vault.count_try().unwrap();
    let bytes = made.read(TRIES_FILE);
    for place in 0..bytes.len() {
        for bit in 0..8 {
            let mut damaged = bytes.clone();
            damaged[place] ^= 1 << bit;
            made.write(TRIES_FILE, damaged);
            assert_eq!(made.vault.tries(), FREE_TRIES, "byte {place}");
        }
        made.write(TRIES_FILE, &bytes[..place]);
        assert_eq!(made.vault.tries(), FREE_TRIES, "{place} bytes");
    }
    assert_eq!(made.vault.count_try(), Ok(FREE_TRIES + 1));
}

#[test]
fn a_file_of_another_kind_or_version_counts_as_five() {
    let made = made();
    made.write(TRIES_FILE, made.read(KEY_FILE));
    assert_eq!(made.vault.tries(), FREE_TRIES);
    for body in [
        "{\n  \"format\": \"handrail-tries\",\n  \"version\": 2,\n  \"wrong\": 1",
        "{\n  \"format\": \"handrail-tries\",\n  \"version\": 1,\n  \"wrong\": -1",
        "{\n  \"format\": \"handrail-tries\",\n  \"version\": 1",
    ] {
        made.write(TRIES_FILE, checked(body));
        assert_eq!(made.vault.tries(), FREE_TRIES);
    }
    made.write(TRIES_FILE, vec![b' '; 1 << 20]);
    assert_eq!(made.vault.tries(), FREE_TRIES);
    made.remove(TRIES_FILE);
    fs::create_dir(made.folder.path().join(TRIES_FILE)).unwrap();
    assert_eq!(made.vault.tries(), FREE_TRIES);
    assert!(made.vault.count_try().is_err());
    assert!(made.opens());
}

#[test]
fn the_count_never_starts_again_from_the_top() {
    let made = made();
    let most = format!("{{\n  \"format\": \"handrail-tries\",\n  \"version\": 1,\n  \"wrong\": {}", u32::MAX);
    made.write(TRIES_FILE, checked(&most));
    assert_eq!(made.vault.count_try(), Ok(u32::MAX));
}

proptest! {
    #[test]
    fn no_bytes_make_counting_panic_or_count_less_than_five(bytes: Vec<u8>) {
        let made = made();
        made.write(TRIES_FILE, bytes);
        prop_assert_eq!(made.vault.tries(), FREE_TRIES);
    }
}
