use crate::VaultError;
use unicode_normalization::UnicodeNormalization;
use zeroize::Zeroizing;

/// Fewest characters of a new passphrase.
const SHORTEST: usize = 8;
/// Most characters of a new passphrase.
const LONGEST: usize = 1024;

/// A passphrase in the one form from which keys are derived: Unicode NFKC.
pub(crate) struct Passphrase(Zeroizing<String>);

impl Passphrase {
    /// A passphrase as it was typed to unlock. It has no limits here: one that could never have
    /// been set is simply wrong.
    pub(crate) fn typed(text: &str) -> Self {
        // Sized beforehand: a string that grows leaves its old, unwiped buffers behind.
        let size = text.nfkc().map(char::len_utf8).sum();
        let mut normal = Zeroizing::new(String::with_capacity(size));
        normal.extend(text.nfkc());
        Self(normal)
    }

    /// A passphrase that is to be set.
    pub(crate) fn chosen(text: &str) -> Result<Self, VaultError> {
        let passphrase = Self::typed(text);
        match passphrase.0.chars().count() {
            ..SHORTEST => Err(VaultError::PassphraseTooShort),
            SHORTEST..=LONGEST => Ok(passphrase),
            _ => Err(VaultError::PassphraseTooLong),
        }
    }

    pub(crate) fn text(&self) -> &str {
        &self.0
    }

    pub(crate) fn bytes(&self) -> &[u8] {
        self.0.as_bytes()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn eight_to_1024_characters_are_taken_counted_after_normalising() {
        let outcome = |text: &str| Passphrase::chosen(text).map(|_| ());
        assert_eq!(outcome(""), Err(VaultError::PassphraseTooShort));
        assert_eq!(outcome("seven77"), Err(VaultError::PassphraseTooShort));
        assert_eq!(outcome("eight888"), Ok(()));
        assert_eq!(outcome(&"x".repeat(1024)), Ok(()));
        assert_eq!(outcome(&"x".repeat(1025)), Err(VaultError::PassphraseTooLong));
        // Four letters, each with a combining accent: eight characters typed, four meant.
        assert_eq!(outcome(&"e\u{301}".repeat(4)), Err(VaultError::PassphraseTooShort));
        assert_eq!(outcome(&"é".repeat(1024)), Ok(()));
    }

    #[test]
    fn different_ways_to_type_the_same_text_become_one() {
        let bytes = |text: &str| Passphrase::typed(text).bytes().to_vec();
        assert_eq!(bytes("caf\u{e9}"), bytes("cafe\u{301}"));
        assert_eq!(bytes("ｈａｎｄ １"), bytes("hand 1"));
        assert_eq!(bytes("ﬁrm"), bytes("firm"));
        assert_ne!(bytes("Hand"), bytes("hand"));
        assert_ne!(bytes("hand "), bytes("hand"));
    }
}
