use crate::VaultError;
use crate::key::Secret;
use data_encoding::BASE32HEX_NOPAD;
use sha2::{Digest, Sha256};
use std::fmt;
use zeroize::{Zeroize, ZeroizeOnDrop, Zeroizing};

/// The digits of Crockford's base32: no I, L, O or U, which are misread.
const CROCKFORD: &[u8; 32] = b"0123456789ABCDEFGHJKMNPQRSTVWXYZ";
/// The digits of the base32 that the library speaks, in the same order.
const BASE32HEX: &[u8; 32] = b"0123456789ABCDEFGHIJKLMNOPQRSTUV";
/// Digits that carry the key: 160 bits at 5 each.
const KEY_DIGITS: usize = 32;
/// Digits of the checksum after them.
const CHECK_DIGITS: usize = 4;
/// All digits.
const DIGITS: usize = KEY_DIGITS + CHECK_DIGITS;
/// Digits between two hyphens.
const GROUP: usize = 4;

/// The key that opens the vault when the passphrase is forgotten: 160 random bits, to be written
/// on paper.
///
/// Shown as nine groups of four in Crockford's base32: eight groups of key and one of checksum
/// (the first 20 bits of the SHA-256 of the key), so that a slip of the pen is told apart from
/// the key of another vault.
pub struct RecoveryKey(pub(crate) Secret<20>);

impl RecoveryKey {
    /// A new key from the system's random generator.
    pub(crate) fn random() -> Result<Self, VaultError> {
        Secret::random().map(Self)
    }

    /// Reads a key as a person types it: any case, with or without hyphens and spaces, O for 0,
    /// I or L for 1.
    ///
    /// # Errors
    /// [`VaultError::RecoveryKeyMistyped`] when it is not such a key or its checksum does not fit.
    pub fn parse(typed: &str) -> Result<Self, VaultError> {
        let mut digits = Zeroizing::new([0; DIGITS]);
        let mut places = digits.iter_mut();
        for character in typed.chars().filter(|c| !separates(*c)) {
            let place = places.next().ok_or(VaultError::RecoveryKeyMistyped)?;
            *place = digit(character).ok_or(VaultError::RecoveryKeyMistyped)?;
        }
        if places.next().is_some() {
            return Err(VaultError::RecoveryKeyMistyped);
        }
        let mut key = Self(Secret::empty());
        let (key_digits, check_digits) = digits.split_at(KEY_DIGITS);
        let mut foreign = Zeroizing::new([0; KEY_DIGITS]);
        foreign.copy_from_slice(key_digits);
        translate(foreign.as_mut_slice(), CROCKFORD, BASE32HEX);
        BASE32HEX_NOPAD
            .decode_mut(foreign.as_slice(), key.0.bytes_mut())
            .map_err(|_| VaultError::RecoveryKeyMistyped)?;
        if key.checksum() != check_digits {
            return Err(VaultError::RecoveryKeyMistyped);
        }
        Ok(key)
    }

    /// A part of a key as a person types it, in the digits it is shown in; `None` when it holds
    /// anything else.
    #[must_use]
    pub fn digits(typed: &str) -> Option<Zeroizing<String>> {
        let digits: Option<String> =
            typed.chars().filter(|c| !separates(*c)).map(|c| digit(c).map(char::from)).collect();
        digits.map(Zeroizing::new)
    }

    /// The key as it is shown to the client, once: nine groups of four, joined by hyphens. The
    /// text is wiped on drop.
    #[must_use]
    pub fn shown(&self) -> Zeroizing<String> {
        let mut digits = Zeroizing::new([0; KEY_DIGITS]);
        BASE32HEX_NOPAD.encode_mut(self.0.bytes(), digits.as_mut_slice());
        translate(digits.as_mut_slice(), BASE32HEX, CROCKFORD);
        let checksum = self.checksum();
        let mut text = Zeroizing::new(String::with_capacity(DIGITS + DIGITS / GROUP));
        for (place, digit) in digits.iter().chain(&checksum).enumerate() {
            if place > 0 && place % GROUP == 0 {
                text.push('-');
            }
            text.push(char::from(*digit));
        }
        text
    }

    /// The digits of the checksum.
    fn checksum(&self) -> [u8; CHECK_DIGITS] {
        let mut hash = Sha256::digest(self.0.bytes());
        let mut digits = Zeroizing::new([0; 52]);
        BASE32HEX_NOPAD.encode_mut(hash.as_slice(), digits.as_mut_slice());
        hash.as_mut_slice().zeroize();
        translate(digits.as_mut_slice(), BASE32HEX, CROCKFORD);
        let mut checksum = [0; CHECK_DIGITS];
        for (to, from) in checksum.iter_mut().zip(digits.iter()) {
            *to = *from;
        }
        checksum
    }
}

impl ZeroizeOnDrop for RecoveryKey {}

impl PartialEq for RecoveryKey {
    /// Whether the client has copied the key down rightly.
    fn eq(&self, other: &Self) -> bool {
        self.0.bytes() == other.0.bytes()
    }
}

impl Eq for RecoveryKey {}

impl fmt::Debug for RecoveryKey {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("RecoveryKey(..)")
    }
}

/// Whether a character only parts the groups: spaces of all kinds, and the dashes into which
/// phones like to turn a hyphen.
fn separates(character: char) -> bool {
    character.is_whitespace() || matches!(character, '-' | '\u{2010}'..='\u{2015}' | '\u{2212}' | '\u{ad}')
}

/// The Crockford digit that a typed character means.
fn digit(character: char) -> Option<u8> {
    let upper = u8::try_from(character).ok()?.to_ascii_uppercase();
    let meant = match upper {
        b'O' => b'0',
        b'I' | b'L' => b'1',
        other => other,
    };
    CROCKFORD.contains(&meant).then_some(meant)
}

/// Replaces each digit of one alphabet by that of the same value in the other.
fn translate(digits: &mut [u8], from: &[u8; 32], to: &[u8; 32]) {
    for digit in digits {
        if let Some((_, same)) = from.iter().zip(to).find(|(known, _)| *known == digit) {
            *digit = *same;
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn key(bytes: [u8; 20]) -> RecoveryKey {
        let mut secret = Secret::empty();
        *secret.bytes_mut() = bytes;
        RecoveryKey(secret)
    }

    fn counting() -> RecoveryKey {
        key(std::array::from_fn(|place| u8::try_from(place * 13).unwrap()))
    }

    #[test]
    fn nine_groups_of_four_are_shown() {
        let shown = key([0; 20]).shown();
        assert!(shown.starts_with("0000-0000-0000-0000-0000-0000-0000-0000-"));
        assert_eq!(shown.len(), 44);
        let shown = key([0xff; 20]).shown();
        assert!(shown.starts_with("ZZZZ-ZZZZ-ZZZZ-ZZZZ-ZZZZ-ZZZZ-ZZZZ-ZZZZ-"));
        assert_eq!(counting().shown().split('-').count(), 9);
    }

    #[test]
    fn a_sloppily_typed_key_is_understood() {
        let shown = counting().shown();
        let sloppy = [
            shown.to_lowercase(),
            shown.replace('-', ""),
            shown.replace('-', " "),
            shown.replace('-', " – "),
            shown.replace('0', "O").replace('1', "l"),
            shown.replace('0', "o").replace('1', "I"),
            format!("\n  {}\u{a0}\t", shown.replace('1', "i")),
        ];
        for typed in sloppy {
            assert_eq!(RecoveryKey::parse(&typed), Ok(counting()));
        }
    }

    #[test]
    fn every_single_wrong_digit_and_every_swap_of_neighbours_is_named() {
        let plain = counting().shown().replace('-', "");
        for place in 0..plain.len() {
            for other in CROCKFORD {
                let mut typed = plain.clone().into_bytes();
                if typed[place] == *other {
                    continue;
                }
                typed[place] = *other;
                let typed = String::from_utf8(typed).unwrap();
                assert_eq!(RecoveryKey::parse(&typed), Err(VaultError::RecoveryKeyMistyped));
            }
            let mut typed = plain.clone().into_bytes();
            if place > 0 && typed[place - 1] != typed[place] {
                typed.swap(place - 1, place);
                let typed = String::from_utf8(typed).unwrap();
                assert_eq!(RecoveryKey::parse(&typed), Err(VaultError::RecoveryKeyMistyped));
            }
        }
    }

    #[test]
    fn strange_characters_and_wrong_lengths_are_mistyped() {
        let shown = counting().shown();
        for typed in [
            String::new(),
            "-".into(),
            shown[..shown.len() - 1].to_owned(),
            format!("{}0", *shown),
            shown.replacen(&shown[..1], "U", 1),
            shown.replacen(&shown[..1], "é", 1),
            shown.replacen(&shown[..1], "\0", 1),
        ] {
            assert_eq!(RecoveryKey::parse(&typed), Err(VaultError::RecoveryKeyMistyped));
        }
    }

    #[test]
    fn debug_shows_nothing() {
        assert_eq!(format!("{:?}", counting()), "RecoveryKey(..)");
    }

    proptest! {
        #[test]
        fn every_key_reads_back_as_shown(bytes: [u8; 20]) {
            prop_assert_eq!(RecoveryKey::parse(&key(bytes).shown()), Ok(key(bytes)));
        }

        #[test]
        fn no_text_makes_parsing_panic(text: String) {
            let _ = RecoveryKey::parse(&text);
        }
    }
}
