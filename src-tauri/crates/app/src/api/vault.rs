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
    /// Its key file cannot be read.
    Damaged,
    /// It was written by a newer Handrail.
    Newer,
}

/// Answer of `status`.
#[derive(Debug, Clone, Serialize, TS)]
pub struct Status {
    /// Where the record stands.
    pub phase: VaultPhase,
    /// The language to speak; `None`: the client has not chosen one yet.
    pub language: Option<Language>,
    /// Whether the open record is the demo client's.
    pub demo: bool,
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
