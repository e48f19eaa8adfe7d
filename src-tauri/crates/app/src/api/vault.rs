//! Opening, locking and making the record.

use domain::preference::Language;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// Where the record stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum VaultPhase {
    /// There is none yet.
    New,
    /// There is one, and it is locked.
    Locked,
    /// It is open.
    Open,
    /// It cannot be opened: [`Status::trouble`] says why.
    Damaged,
    /// It was written by a newer Handrail.
    Newer,
}

/// Why a record cannot be opened. Nothing of it was changed.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum VaultTrouble {
    /// There is a database and no key file to it.
    KeyMissing,
    /// Neither copy of the key file is whole.
    KeyDamaged,
    /// There is a key file and no database.
    DatabaseMissing,
    /// The database is an empty file.
    DatabaseEmpty,
    /// What stands in the database's place is not Handrail's.
    DatabaseForeign,
    /// The database cannot be read under its key: it was damaged, or is another record's.
    DatabaseDamaged,
}

/// Answer of `status`.
#[derive(Debug, Clone, Serialize, TS)]
pub struct Status {
    /// Where the record stands.
    pub phase: VaultPhase,
    /// Why it cannot be opened; only with [`VaultPhase::Damaged`].
    pub trouble: Option<VaultTrouble>,
    /// The language to speak; `None`: the client has not chosen one yet.
    pub language: Option<Language>,
    /// Whether the open record is the demo client's.
    pub demo: bool,
    /// Whether a PIN opens it on this device.
    pub pin: bool,
    /// Seconds until another secret may be tried.
    pub wait_seconds: u32,
    /// Records that lie aside, since something else took their place.
    pub kept: u32,
}

/// Request of `create_vault`.
#[derive(Debug, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct CreateVault {
    /// 8 to 1024 characters.
    pub passphrase: String,
    /// The language chosen.
    pub language: Language,
}

/// Answer of `create_vault` and `renew_recovery_key`.
#[derive(Debug, Serialize, TS)]
pub struct RecoveryKeyShown {
    /// The recovery key, in groups of four. It is shown this once.
    pub recovery_key: String,
}

/// Request of `confirm_recovery_key`.
#[derive(Debug, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct ConfirmRecoveryKey {
    /// The last group of the recovery key, as the client copied it.
    pub last_group: String,
}

/// Request of `unlock`.
#[derive(Debug, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct Unlock {
    /// The passphrase.
    pub passphrase: String,
}

/// Request of `recover`.
#[derive(Debug, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct Recover {
    /// The recovery key; case, spaces and hyphens do not matter.
    pub recovery_key: String,
    /// The new passphrase, 8 to 1024 characters.
    pub new_passphrase: String,
}

/// Request of `open_demo`.
#[derive(Debug, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct OpenDemo {
    /// The language of the made-up client.
    pub language: Language,
}

/// Request of `change_passphrase`.
#[derive(Debug, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct ChangePassphrase {
    /// The passphrase so far.
    pub current: String,
    /// The new one, 8 to 1024 characters.
    pub new_passphrase: String,
}

/// Request of `unlock_with_pin`.
#[derive(Debug, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct UnlockWithPin {
    /// The PIN.
    pub pin: String,
}

/// Request of `set_pin`.
#[derive(Debug, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct SetPin {
    /// The record's passphrase.
    pub passphrase: String,
    /// 6 to 12 digits.
    pub pin: String,
}

/// Answer of `key_slots`: what opens the record.
#[derive(Debug, Serialize, TS)]
pub struct KeySlots {
    /// Whether a PIN does, together with the system's key store.
    pub pin: bool,
    /// Whether this system has a key store that can be used.
    pub key_store: bool,
}

/// Request of `passphrase_strength`.
#[derive(Debug, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct PassphraseTyped {
    /// What was typed so far, at most 1024 characters.
    pub passphrase: String,
}

/// Answer of `passphrase_strength`: how long it would hold someone who copied the record and tries on a fast computer.
#[derive(Debug, Serialize, TS)]
pub struct PassphraseStrength {
    /// How long.
    pub holds: Holds,
    /// What makes it weak, if anything does.
    pub weakness: Option<Weakness>,
}

/// How long a passphrase holds, reckoned with the cost of each try.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum Holds {
    /// Less than an hour.
    Minutes,
    /// Less than a month.
    Days,
    /// Less than ten years.
    Years,
    /// Less than a thousand years.
    Lifetimes,
    /// Longer.
    Ages,
}

/// What makes a passphrase weak.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum Weakness {
    /// Keys beside each other.
    Keyboard,
    /// The same letters, or the same part, again and again.
    Repeats,
    /// abc or 123.
    Sequence,
    /// A year or a date.
    Date,
    /// A passphrase that many people use.
    Common,
    /// A single word, or a name.
    Word,
}

/// Request of `suggest_passphrase`.
#[derive(Debug, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct SuggestPassphrase {
    /// The language of its words.
    pub language: Language,
}

/// Answer of `suggest_passphrase`.
#[derive(Debug, Serialize, TS)]
pub struct PassphraseSuggested {
    /// Random words, between spaces.
    pub passphrase: String,
}

/// Request of `destroy_everything`.
#[derive(Debug, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct DestroyEverything {
    /// The record's passphrase; needed where there is a key file that can be opened.
    pub passphrase: Option<String>,
    /// Must be so: the client was asked twice.
    pub sure: bool,
}

/// Answer of `destroy_everything`.
#[derive(Debug, Serialize, TS)]
pub struct Destroyed {
    /// Files on this device that could not be removed. The keys to them are gone.
    pub left: Vec<String>,
    /// Whether the system's key store did not let go of a PIN's secret. It opens nothing any more.
    pub pin_left: bool,
}
