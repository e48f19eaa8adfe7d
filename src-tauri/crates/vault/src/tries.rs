//! Wrong tries, counted where a restart does not forget them.

use crate::disk::{contents, forget, publish};
use crate::file::{checked, whole};
use crate::{Vault, VaultError};
use serde::{Deserialize, Serialize};

/// The name of the file with the number of wrong tries.
pub const TRIES_FILE: &str = "handrail.tries";
/// Tries that cost no wait. A file that cannot be read counts as so many wrong ones, so that
/// damaging it gains nothing.
pub const FREE_TRIES: u32 = 5;

/// The name of the format, first in the file.
const FORMAT: &str = "handrail-tries";
/// The one version there is.
const VERSION: u32 = 1;

/// The file, less its check: that is written and held as the key file's is.
#[derive(Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
struct TriesFile {
    format: String,
    version: u32,
    wrong: u32,
}

impl TriesFile {
    /// The number in a file; nothing when it is not one of ours.
    fn decode(bytes: &[u8]) -> Option<u32> {
        let json = [whole(bytes)?, b"}"].concat();
        let file: Self = serde_json::from_slice(&json).ok()?;
        (file.format == FORMAT && file.version == VERSION).then_some(file.wrong)
    }
}

impl Vault {
    /// Tries of a secret since the last right one, as the folder remembers them. A file that is
    /// damaged, foreign or cannot be read counts as [`FREE_TRIES`].
    #[must_use]
    pub fn tries(&self) -> u32 {
        match contents(&*self.disk, &self.folder, TRIES_FILE) {
            Ok(None) => 0,
            Ok(Some(bytes)) => TriesFile::decode(&bytes).unwrap_or(FREE_TRIES),
            Err(_) => FREE_TRIES,
        }
    }

    /// Counts one more try, on the disk when this returns, and answers how many there are. To be
    /// called **before** the secret is tried: who stops the app in the middle has used a try up.
    ///
    /// # Errors
    /// As writing; the count is what it was then. A folder that cannot be written is no reason to
    /// refuse the client their record: the caller goes on counting in memory.
    pub fn count_try(&self) -> Result<u32, VaultError> {
        let wrong = self.tries().saturating_add(1);
        self.set_tries(wrong)?;
        Ok(wrong)
    }

    /// Sets the count: what was counted was no try after all.
    ///
    /// # Errors
    /// As writing; the count is what it was then.
    pub fn set_tries(&self, wrong: u32) -> Result<(), VaultError> {
        if wrong == 0 {
            return self.forget_tries();
        }
        let file = TriesFile { format: FORMAT.to_owned(), version: VERSION, wrong };
        let json = serde_json::to_string_pretty(&file).map_err(|error| VaultError::writing(&error.into()))?;
        let bytes = checked(json.trim_end_matches('}').trim_end());
        publish(&*self.disk, &self.folder, &[TRIES_FILE], bytes.as_bytes())
    }

    /// Forgets the tries: a secret was right.
    ///
    /// # Errors
    /// As writing; the count is what it was then.
    pub fn forget_tries(&self) -> Result<(), VaultError> {
        forget(&*self.disk, &self.folder, TRIES_FILE)
    }
}
