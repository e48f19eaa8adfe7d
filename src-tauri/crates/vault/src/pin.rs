use crate::VaultError;
use crate::key::Secret;
use std::fmt;
use zeroize::{ZeroizeOnDrop, Zeroizing};

/// Fewest digits of a new PIN.
const SHORTEST: usize = 6;
/// Most digits of a new PIN.
const LONGEST: usize = 12;

/// The random 256 bits that open the vault together with the PIN. They belong in the system's key
/// store and nowhere else: the key file and a copied disk say nothing of them. Wiped on drop.
pub struct PinSecret(Secret<32>);

impl PinSecret {
    /// A new secret from the system's random generator. It goes into the key store first and then,
    /// with [`crate::Vault::set_pin`], into the slot: whatever stops in between, no slot is left
    /// whose secret was never kept.
    ///
    /// # Errors
    /// [`VaultError::NoRandomness`] when the system gives none.
    pub fn random() -> Result<Self, VaultError> {
        Secret::random().map(Self)
    }

    /// The secret itself, to hand to the key store and to the vault.
    #[must_use]
    pub fn expose(&self) -> &[u8; 32] {
        self.0.bytes()
    }
}

impl ZeroizeOnDrop for PinSecret {}

impl fmt::Debug for PinSecret {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("PinSecret(..)")
    }
}

/// A PIN, wiped on drop.
pub(crate) struct Pin(Zeroizing<String>);

impl Pin {
    /// A PIN as it was typed to unlock. One that could never have been set is simply wrong.
    pub(crate) fn typed(text: &str) -> Self {
        Self(Zeroizing::new(text.to_owned()))
    }

    /// A PIN that is to be set: 6 to 12 of the digits 0 to 9, neither all the same nor a straight
    /// run up or down, which are what people try first.
    pub(crate) fn chosen(text: &str) -> Result<Self, VaultError> {
        let digits = text.as_bytes();
        if !digits.iter().all(u8::is_ascii_digit) {
            return Err(VaultError::PinNotDigits);
        }
        match digits.len() {
            ..SHORTEST => return Err(VaultError::PinTooShort),
            SHORTEST..=LONGEST => (),
            _ => return Err(VaultError::PinTooLong),
        }
        // Up, the same, and down, which is nine up: 0 follows 9, as on the keys.
        for step in [1, 0, 9] {
            if digits.iter().zip(digits.iter().skip(1)).all(|(one, next)| (one - b'0' + step) % 10 == next - b'0') {
                return Err(VaultError::PinTooSimple);
            }
        }
        Ok(Self::typed(text))
    }

    pub(crate) fn bytes(&self) -> &[u8] {
        self.0.as_bytes()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn outcome(text: &str) -> Result<(), VaultError> {
        Pin::chosen(text).map(|_| ())
    }

    #[test]
    fn six_to_twelve_digits_are_taken() {
        assert_eq!(outcome("482913"), Ok(()));
        assert_eq!(outcome("048291360482"), Ok(()));
        assert_eq!(outcome(""), Err(VaultError::PinTooShort));
        assert_eq!(outcome("48291"), Err(VaultError::PinTooShort));
        assert_eq!(outcome("0482913604829"), Err(VaultError::PinTooLong));
    }

    #[test]
    fn anything_but_the_ten_digits_is_refused() {
        for text in ["48291a", "48 291", "-482913", "٤٨٢٩١٣", "４８２９１３", "48291\0"] {
            assert_eq!(outcome(text), Err(VaultError::PinNotDigits));
        }
    }

    #[test]
    fn one_digit_alone_and_straight_runs_are_too_simple() {
        for text in ["000000", "777777777777", "123456", "987654", "567890", "432109", "0123456789"] {
            assert_eq!(outcome(text), Err(VaultError::PinTooSimple));
        }
        for text in ["000001", "123457", "135790", "112233"] {
            assert_eq!(outcome(text), Ok(()));
        }
    }

    #[test]
    fn debug_shows_nothing() {
        assert_eq!(format!("{:?}", PinSecret::random().unwrap()), "PinSecret(..)");
    }
}
