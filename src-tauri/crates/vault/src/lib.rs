//! The vault: what stands between a locked device and the client's record.
//!
//! The record is encrypted with one random 256-bit [`DataKey`] that never changes. The key file
//! keeps that key wrapped in slots: under the client's passphrase, under a recovery key that the
//! client keeps on paper and, where the client chose so, under a PIN together with a secret in the
//! system's key store. Changing a secret re-wraps the data key and leaves the record alone. This
//! crate knows nothing of SQL beyond "a database key".
//!
//! Beside that it counts wrong tries ([`Vault::count_try`]), seals what leaves the device
//! ([`seal`], [`open_sealed`]), and reckons and suggests passphrases ([`strength`], [`suggest`]).
//!
//! # The files
//!
//! [`KEY_FILE`] and a byte-for-byte second copy, [`KEY_FILE_COPY`], in a folder of the caller's
//! choice. Two, because a lost key file is a lost record. Every write prepares both beside their
//! places, forces them to the disk, then renames the first and after it the second; so at each
//! moment at least one of them is whole, and where both are whole but differ, the first is the
//! newer. Reading takes the first whole one. The next write, or [`Vault::repair`], makes the pair
//! identical again. [`TRIES_FILE`] is written likewise, without a copy. On Unix the files have mode 0600 and a folder made here has 0700.
//!
//! [`Vault::destroy`] writes over both copies where they stand, whatever else fails, before it
//! removes anything: from then on nothing opens the record.
//!
//! # The format, version 2
//!
//! UTF-8 JSON, pretty-printed. Byte strings are lowercase hexadecimal.
//!
//! ```json
//! {
//!   "format": "handrail-key",
//!   "version": 2,
//!   "vault": "<16 bytes>",
//!   "language": "en",
//!   "slots": {
//!     "passphrase": {
//!       "cost": { "memory_kib": 65536, "iterations": 4, "lanes": 1 },
//!       "salt": "<16 bytes>",
//!       "nonce": "<24 bytes>",
//!       "wrapped": "<48 bytes>"
//!     },
//!     "recovery": {
//!       "salt": "<32 bytes>",
//!       "nonce": "<24 bytes>",
//!       "wrapped": "<48 bytes>"
//!     },
//!     "pin": {
//!       "cost": { "memory_kib": 65536, "iterations": 4, "lanes": 1 },
//!       "salt": "<16 bytes>",
//!       "nonce": "<24 bytes>",
//!       "wrapped": "<48 bytes>"
//!     }
//!   },
//!   "key_check": "<32 bytes>",
//!   "check": "<32 bytes>"
//! }
//! ```
//!
//! | field | what and why |
//! |---|---|
//! | `format` | names the file to a program or a person who finds it |
//! | `version` | a file of a higher version is [`VaultError::Newer`] and is never written to |
//! | `vault` | 128 random bits. Bound into every slot, so that no slot can be moved from one vault to another |
//! | `language` | a language tag, readable by anyone, so that the lock screen speaks the client's language. The one field that no secret protects, since it can be changed while locked |
//! | `slots.passphrase` | the data key under Argon2id (version 0x13) of the passphrase. `cost` is memory in KiB, passes and lanes: measured on the device when the passphrase is set, so it stands here |
//! | `slots.recovery` | the data key under HKDF-SHA256 of the recovery key. That key has 160 random bits, so a slow derivation would add nothing |
//! | `slots.pin` | absent where no PIN is set. The data key under HKDF-SHA256 of two things: Argon2id of the PIN, as above, and 256 random bits in the system's key store. Who has copied the disk lacks those bits; who is logged in lacks the PIN, and must try each at the full cost |
//! | `salt` | random, new with every wrapping |
//! | `nonce` | random, new with every wrapping; 192 bits are enough to draw at random |
//! | `wrapped` | 32 bytes of data key and 16 of tag, by XChaCha20-Poly1305. Its associated data are format name, the slots' version (1, whatever the file's), vault id, kind of slot, cost and salt: nothing about a slot can be changed, least of all its cost lowered, without its failing to open |
//! | `key_check` | HKDF-SHA256 of the data key, salted with the vault id. It tells whether a data key is this vault's, before a slot is re-wrapped and after one is opened; it says nothing about the key |
//! | `check` | SHA-256 of every byte before the comma that precedes it. Always the last field, written exactly so: `,⏎  "check": "…"⏎}⏎` |
//!
//! `check` is what tells damage from a wrong passphrase: a file that passes it is what was
//! written, so a slot that then does not open was given the wrong secret. It is no protection
//! against someone who rewrites the file; the slots' tags are. **Every later version must keep
//! `format`, `version` and the last three lines as they are**, so that older programs can tell a
//! newer file from a damaged one.
//!
//! Version 1 had no `slots.pin` and was otherwise the same. A file of version 1 is read, opened and
//! repaired as it is; the next change writes it as version 2.
//!
//! Parameters are refused as damage when they are absurd (over 1 GiB, 64 passes or 16 lanes): a
//! planted file shall not be able to freeze the device.
//!
//! # The secrets
//!
//! A passphrase is normalised to Unicode NFKC before use, so that "é" typed as one character or as
//! two opens the same vault. The recovery key is described at [`RecoveryKey`]; the PIN's secret at
//! [`PinSecret`].
//!
//! | to open with | it takes |
//! |---|---|
//! | the passphrase | the key file |
//! | the recovery key | the key file |
//! | the PIN, 6 to 12 digits | the key file, and the key store of this user on this device |
//!
//! Keys, passphrases and the working memory of Argon2id are wiped when they are done with. What
//! libraries keep on the stack for the length of a call is beyond our reach.
//!
//! One process, and within it one call at a time, writes a vault: the caller sees to that.

mod cost;
mod disk;
mod error;
mod file;
mod key;
mod passphrase;
mod pin;
mod recovery;
mod sealed;
mod slot;
mod strength;
#[cfg(test)]
mod tests;
mod tries;
mod vault;
mod word;

pub use cost::KdfCost;
pub use disk::{KEY_FILE, KEY_FILE_COPY, make_folder, put_small_file, remove_small_file, small_file};
pub use error::VaultError;
pub use key::DataKey;
pub use pin::PinSecret;
pub use recovery::RecoveryKey;
pub use sealed::{SealCost, open_sealed, seal};
pub use strength::{Holds, Strength, Weakness, strength};
pub use tries::{FREE_TRIES, TRIES_FILE};
pub use vault::{PreparedPin, Vault, VaultState};
pub use word::{Words, suggest};
