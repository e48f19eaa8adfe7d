//! Sealed files, whole and damaged, and those of another program.

use crate::{RecoveryKey, SealCost, VaultError, open_sealed, seal};
use data_encoding::BASE64;
use proptest::prelude::*;

const SECRET: &str = "correct horse battery";
const PLAIN: &[u8] = b"everything that was written";

/// What `age --passphrase` 1.1.1, the reference program, made of `made by age` and a line end,
/// with [`SECRET`]; in base64.
const MADE_BY_AGE: &str = "YWdlLWVuY3J5cHRpb24ub3JnL3YxCi0+IHNjcnlwdCBrbDlPaUlBVjU4Rm0wNE9uK1p5MEhRIDE4CmJYW\
    HRTaTJ2a1BsdzVuYkZtd1N3VzNlN2hqVXd3UHc5M1VrdEVYM3UvUlkKLS0tIDQrZ2JQeVdRNGo0UUVPOTIwT0ZWb2gzODl1Ulo2T0EvM\
    Ho1Vkg5UUtISzAKoG8h53Yd8+PTHhGdtK14QeFwZPGLkMGJYi67r8S3Jq1rUjwAshVTHSbj1Mo=";

fn sealed(plain: &[u8]) -> Vec<u8> {
    seal(SECRET, plain, SealCost::floor()).unwrap()
}

fn outcome(sealed: &[u8]) -> Option<VaultError> {
    open_sealed(SECRET, sealed).err()
}

/// The file with one text of its header replaced.
fn forged(sealed: &[u8], from: &str, to: &str) -> Vec<u8> {
    let place = sealed.windows(from.len()).position(|window| window == from.as_bytes()).unwrap();
    [&sealed[..place], to.as_bytes(), &sealed[place + from.len()..]].concat()
}

#[test]
fn what_is_sealed_opens_and_nothing_of_it_can_be_read() {
    // A chunk of the format has 64 KiB: its borders are where a last chunk is told apart.
    for length in [0, 1, 65_535, 65_536, 65_537, 131_072, 1_000_003] {
        let plain: Vec<u8> = PLAIN.iter().copied().cycle().take(length).collect();
        let sealed = sealed(&plain);
        assert!(*open_sealed(SECRET, &sealed).unwrap() == plain, "{length} bytes");
        assert!(!sealed.windows(8).any(|window| window == b"everythi"));
    }
}

#[test]
fn sealing_twice_never_gives_the_same_bytes() {
    assert_ne!(sealed(PLAIN), sealed(PLAIN));
}

#[test]
fn a_sealed_file_names_its_format_and_asks_for_the_work_that_was_chosen() {
    let cost = SealCost::calibrated().unwrap();
    assert!((15..=18).contains(&cost.log_n()));
    let sealed = seal(SECRET, PLAIN, cost).unwrap();
    let text = String::from_utf8_lossy(&sealed);
    assert!(text.starts_with("age-encryption.org/v1\n-> scrypt "));
    assert!(text.lines().nth(1).unwrap().ends_with(&format!(" {}", cost.log_n())));
    assert_eq!(open_sealed(SECRET, &sealed).unwrap().as_slice(), PLAIN);
}

#[test]
fn a_file_made_by_the_reference_program_opens() {
    let sealed = BASE64.decode(MADE_BY_AGE.as_bytes()).unwrap();
    assert_eq!(open_sealed(SECRET, &sealed).unwrap().as_slice(), b"made by age\n");
}

#[test]
fn another_secret_is_named_as_such() {
    let sealed = sealed(PLAIN);
    for wrong in ["", "Correct horse battery", "correct horse battery ", &"x".repeat(5000)] {
        assert_eq!(open_sealed(wrong, &sealed).err(), Some(VaultError::WrongPassphrase));
    }
}

#[test]
fn a_secret_that_cannot_be_chosen_seals_nothing() {
    let outcome = |secret: &str| seal(secret, PLAIN, SealCost::floor()).err();
    assert_eq!(outcome("short"), Some(VaultError::PassphraseTooShort));
    assert_eq!(outcome(&"x".repeat(1025)), Some(VaultError::PassphraseTooLong));
}

#[test]
fn a_passphrase_typed_on_another_keyboard_opens() {
    let sealed = seal("mañana será otro día", PLAIN, SealCost::floor()).unwrap();
    let decomposed = "man\u{303}ana sera\u{301} otro di\u{301}a";
    assert_eq!(open_sealed(decomposed, &sealed).unwrap().as_slice(), PLAIN);
}

#[test]
fn a_recovery_key_opens_however_it_is_typed_and_another_does_not() {
    let key = RecoveryKey::random().unwrap();
    let shown = key.shown();
    let sloppy = shown.to_lowercase().replace('-', " ").replace('0', "o");
    for (sealing, opening) in [(shown.as_str(), sloppy.as_str()), (&sloppy, &shown), (&sloppy, &sloppy)] {
        let sealed = seal(sealing, PLAIN, SealCost::floor()).unwrap();
        assert_eq!(open_sealed(opening, &sealed).unwrap().as_slice(), PLAIN);
        let foreign = RecoveryKey::random().unwrap().shown();
        assert_eq!(open_sealed(&foreign, &sealed).err(), Some(VaultError::WrongPassphrase));
    }
}

#[test]
fn every_flipped_byte_is_refused() {
    let sealed = sealed(PLAIN);
    for place in 0..sealed.len() {
        for mask in [0x01, 0x20, 0x80] {
            let mut damaged = sealed.clone();
            damaged[place] ^= mask;
            let outcome = outcome(&damaged);
            let refused = matches!(outcome, Some(VaultError::Damaged | VaultError::WrongPassphrase));
            assert!(refused, "byte {place}: {outcome:?}");
        }
    }
}

#[test]
fn every_truncation_and_anything_after_the_end_is_damage() {
    let sealed = sealed(PLAIN);
    for length in 0..sealed.len() {
        assert_eq!(outcome(&sealed[..length]), Some(VaultError::Damaged), "{length} bytes");
    }
    for tail in ["\n", "\0", "more"] {
        assert_eq!(outcome(&[&sealed, tail.as_bytes()].concat()), Some(VaultError::Damaged));
    }
}

#[test]
fn chunks_left_out_swapped_or_doubled_are_damage() {
    let plain = vec![7; 3 * 65_536];
    let sealed = sealed(&plain);
    let chunks = sealed.len() - 3 * (65_536 + 16);
    let (head, body) = sealed.split_at(chunks);
    let parts: Vec<_> = body.chunks(65_536 + 16).collect();
    let [one, two, three] = parts[..] else { panic!("three chunks") };
    let cuts: [&[&[u8]]; 5] = [&[one, two], &[one, three], &[two, one, three], &[one, two, two, three], &[]];
    for cut in cuts {
        assert_eq!(outcome(&[&[head], cut].concat().concat()), Some(VaultError::Damaged));
    }
    assert_eq!(*open_sealed(SECRET, &[head, one, two, three].concat()).unwrap(), plain);
}

#[test]
fn a_file_that_asks_for_more_than_a_gibibyte_of_work_is_refused_at_once() {
    let sealed = sealed(PLAIN);
    let work = " 1\n";
    assert_eq!(outcome(&forged(&sealed, work, " 2\n")), Some(VaultError::WrongPassphrase));
    for absurd in [" 0\n", " 21\n", " 63\n", " 64\n", " 255\n", " 256\n", " 99999999999999999999\n", " -1\n", " 01\n"] {
        assert_eq!(outcome(&forged(&sealed, work, absurd)), Some(VaultError::Damaged), "{absurd}");
    }
}

#[test]
fn other_versions_and_other_recipients_are_refused() {
    let sealed = sealed(PLAIN);
    assert_eq!(outcome(&forged(&sealed, "org/v1", "org/v2")), Some(VaultError::Damaged));
    assert_eq!(outcome(&forged(&sealed, "-> scrypt", "-> X25519")), Some(VaultError::Damaged));
}

#[test]
fn a_header_without_an_end_is_not_read_to_its_end() {
    let endless = ["age-encryption.org/v1\n".to_owned(), "-> a\n\n".repeat(4 << 20)].concat();
    assert_eq!(outcome(endless.as_bytes()), Some(VaultError::Damaged));
    let late = format!("age-encryption.org/v1\n{}--- {}\n", "-> a\n\n".repeat(1 << 20), "A".repeat(43));
    assert_eq!(outcome(late.as_bytes()), Some(VaultError::Damaged));
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(64))]

    #[test]
    fn any_passphrase_seals_and_opens_and_another_does_not(
        secret in ".{8,40}",
        other in ".{0,40}",
        plain: Vec<u8>,
    ) {
        match seal(&secret, &plain, SealCost::floor()) {
            Ok(sealed) => {
                let opened = open_sealed(&secret, &sealed).unwrap();
                prop_assert_eq!(opened.as_slice(), plain.as_slice());
                let same = crate::passphrase::Passphrase::typed(&secret).text()
                    == crate::passphrase::Passphrase::typed(&other).text();
                prop_assert_eq!(open_sealed(&other, &sealed).is_ok(), same);
            }
            // Composed, it has fewer characters than were typed.
            Err(error) => prop_assert_eq!(error, VaultError::PassphraseTooShort),
        }
    }

    #[test]
    fn no_bytes_make_opening_panic(bytes: Vec<u8>) {
        prop_assert_eq!(outcome(&bytes), Some(VaultError::Damaged));
    }

    #[test]
    fn no_replacement_in_a_real_file_makes_opening_panic_or_gives_other_content(
        from in 0..250_usize,
        length in 0..40_usize,
        to in "[0-9a-zA-Z>+/\n -]{0,20}",
    ) {
        let sealed = sealed(PLAIN);
        let from = from.min(sealed.len());
        let until = (from + length).min(sealed.len());
        let changed = [&sealed[..from], to.as_bytes(), &sealed[until..]].concat();
        // What would take long is not tried here: only a small number may stand for the work.
        let costly = String::from_utf8_lossy(&changed).lines().nth(1).is_some_and(|line| !line.ends_with(" 1"));
        if !costly || changed == sealed {
            match open_sealed(SECRET, &changed) {
                Ok(opened) => prop_assert!(changed == sealed && opened.as_slice() == PLAIN),
                Err(error) => {
                    prop_assert!(matches!(error, VaultError::Damaged | VaultError::WrongPassphrase));
                }
            }
        }
    }
}
