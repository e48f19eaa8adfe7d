use crate::VaultError;
use crate::key::fill_random;
use crate::slot::{PassphraseSlot, PinSlot, RecoverySlot, VaultId};
use data_encoding::HEXLOWER;
use serde::de::Error as _;
use serde::{Deserialize, Deserializer, Serialize, Serializer};
use sha2::{Digest, Sha256};

/// The name of the format, first in every key file.
pub(crate) const FORMAT: &str = "handrail-key";
/// The version that is written, and the highest that is read.
const VERSION: u32 = 2;
/// The first version that has a slot for a PIN.
const PIN_SINCE: u32 = 2;

/// What stands before and after the check, at the end of every key file of whatever version.
const CHECK_OPENS: &str = ",\n  \"check\": \"";
const CHECK_CLOSES: &str = "\"\n}\n";
/// Bytes of that end.
const END: usize = CHECK_OPENS.len() + 64 + CHECK_CLOSES.len();

/// A whole key file. The format is described at the head of the crate.
#[derive(Clone, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct KeyFile {
    format: String,
    version: u32,
    pub(crate) vault: VaultId,
    pub(crate) language: Language,
    pub(crate) slots: Slots,
    pub(crate) key_check: Hex<32>,
}

/// The ways to the data key.
#[derive(Clone, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct Slots {
    pub(crate) passphrase: PassphraseSlot,
    pub(crate) recovery: RecoverySlot,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub(crate) pin: Option<PinSlot>,
}

/// What every version has.
#[derive(Deserialize)]
struct Header {
    format: String,
    version: u64,
}

impl KeyFile {
    pub(crate) fn new(vault: VaultId, language: Language, slots: Slots, key_check: Hex<32>) -> Self {
        Self { format: FORMAT.to_owned(), version: VERSION, vault, language, slots, key_check }
    }

    /// The bytes of the file.
    pub(crate) fn encode(&self) -> Result<String, VaultError> {
        let json = serde_json::to_string_pretty(self).map_err(|error| VaultError::writing(&error.into()))?;
        Ok(checked(json.trim_end_matches('}').trim_end()))
    }

    /// Reads the bytes of a file: [`VaultError::Damaged`], or [`VaultError::Newer`]. An older one
    /// is of the version of today from here on, and is written so.
    pub(crate) fn decode(bytes: &[u8]) -> Result<Self, VaultError> {
        let body = whole(bytes).ok_or(VaultError::Damaged)?;
        let json = [body, b"}"].concat();
        let header: Header = serde_json::from_slice(&json).map_err(|_| VaultError::Damaged)?;
        if header.format != FORMAT || header.version == 0 {
            return Err(VaultError::Damaged);
        }
        if header.version > u64::from(VERSION) {
            return Err(VaultError::Newer);
        }
        let mut file: Self = serde_json::from_slice(&json).map_err(|_| VaultError::Damaged)?;
        if file.version < PIN_SINCE && file.slots.pin.is_some() {
            return Err(VaultError::Damaged);
        }
        file.version = VERSION;
        Ok(file)
    }
}

/// The body of a file with its check after it.
pub(crate) fn checked(body: &str) -> String {
    let check = HEXLOWER.encode(&Sha256::digest(body.as_bytes()));
    format!("{body}{CHECK_OPENS}{check}{CHECK_CLOSES}")
}

/// What the check covers, if it fits.
pub(crate) fn whole(bytes: &[u8]) -> Option<&[u8]> {
    let (body, _) = bytes.split_at_checked(bytes.len().checked_sub(END)?)?;
    let body_text = std::str::from_utf8(body).ok()?;
    (checked(body_text).as_bytes() == bytes).then_some(body)
}

/// The tag of a language, such as "en" or "es-MX": 2 to 16 ASCII letters, digits or hyphens.
/// Which ones are known is for others to say, so that a new one does not look like damage.
#[derive(Clone, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub(crate) struct Language(String);

impl TryFrom<String> for Language {
    type Error = VaultError;

    fn try_from(tag: String) -> Result<Self, VaultError> {
        let fits = (2..=16).contains(&tag.len()) && tag.bytes().all(|b| b.is_ascii_alphanumeric() || b == b'-');
        fits.then_some(Self(tag)).ok_or(VaultError::InvalidLanguage)
    }
}

impl From<Language> for String {
    fn from(language: Language) -> Self {
        language.0
    }
}

/// `N` public bytes, written as lowercase hexadecimal.
#[derive(Clone, PartialEq, Eq)]
pub(crate) struct Hex<const N: usize>(pub(crate) [u8; N]);

impl<const N: usize> Hex<N> {
    pub(crate) fn random() -> Result<Self, VaultError> {
        let mut bytes = [0; N];
        fill_random(&mut bytes)?;
        Ok(Self(bytes))
    }

    /// The bytes as they are written.
    pub(crate) fn text(&self) -> String {
        HEXLOWER.encode(&self.0)
    }
}

impl<const N: usize> Serialize for Hex<N> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_str(&self.text())
    }
}

impl<'de, const N: usize> Deserialize<'de> for Hex<N> {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let text = String::deserialize(deserializer)?;
        let bytes = HEXLOWER.decode(text.as_bytes()).map_err(D::Error::custom)?;
        let bytes = bytes.try_into().map_err(|_| D::Error::custom("length"))?;
        Ok(Self(bytes))
    }
}
