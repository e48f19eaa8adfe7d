//! Backups, the copies kept on this device, and what is done when the record does not open.

use chrono::{DateTime, NaiveDate, Utc};
use domain::preference::Language;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// Request of `save_backup`.
#[derive(Debug, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct SaveBackup {
    /// What opens the backup: a passphrase of its own, 8 to 1024 characters, or the record's recovery key.
    pub secret: String,
    /// Whether `secret` is the recovery key; it must be this record's.
    pub is_recovery_key: bool,
}

/// Answer of `choose_backup`. The file's bytes stay with the core until another is chosen, it is restored, or
/// [`LONGEST_HELD`] minutes have passed.
#[derive(Debug, Serialize, TS)]
pub struct BackupChosen {
    /// The file's name; `None`: the client chose none.
    pub name: Option<String>,
}

/// Minutes that a chosen backup is held.
pub const LONGEST_HELD: u32 = 15;

/// Request of `preview_backup`.
#[derive(Debug, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct PreviewBackup {
    /// What opens it: its passphrase, or the recovery key of the record it was made from.
    pub secret: String,
}

/// Answer of `preview_backup` and `preview_copy`: what it holds.
#[derive(Debug, Serialize, TS)]
pub struct BackupPreview {
    /// When it was made, as far as it says.
    pub made_at: Option<DateTime<Utc>>,
    /// The day of the latest session, attendance or check-in in it that is not planned ahead.
    pub latest: Option<NaiveDate>,
    /// Entries by kind; a kind of which there is none is left out.
    pub parts: Vec<BackupPart>,
}

/// Entries of one kind.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct BackupPart {
    /// Which kind: `episodes`, `sessions`, `attendances` and so on, as in the preview of an import.
    pub kind: &'static str,
    /// How many.
    pub count: u32,
}

/// Request of `restore_backup`. The chosen backup becomes the record, under a new key of its own; what was here is kept
/// beside it.
#[derive(Debug, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct RestoreBackup {
    /// What opens the backup.
    pub secret: String,
    /// The passphrase of the restored record, 8 to 1024 characters.
    pub passphrase: String,
    /// The passphrase of the record that is here; needed where there is one that can be opened.
    pub current: Option<String>,
    /// The language in which the lock screen greets.
    pub language: Language,
}

/// Answer of `copies`.
#[derive(Debug, Serialize, TS)]
pub struct Copies {
    /// When a backup was last saved elsewhere; `None`: never, or it is locked.
    pub last_backup_at: Option<DateTime<Utc>>,
    /// Copies that Handrail keeps by itself, newest first. They open with the record's own passphrase or recovery
    /// key.
    pub copies: Vec<LocalCopy>,
    /// Records that something else took the place of, newest first.
    pub kept: Vec<KeptRecord>,
}

/// One copy on this device.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct LocalCopy {
    /// Its name for the other operations.
    pub id: String,
    /// The day it was made on, by the device's clock.
    pub made_on: NaiveDate,
    /// Made before an update changed how the record is kept.
    pub before_update: bool,
    /// Its size in bytes.
    #[ts(type = "number")]
    pub bytes: u64,
}

/// A record that was put aside, with its key file.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct KeptRecord {
    /// Its name for the other operations.
    pub id: String,
    /// The day it was put aside, by the device's clock.
    pub kept_on: NaiveDate,
    /// Its size in bytes.
    #[ts(type = "number")]
    pub bytes: u64,
    /// Whether it has a key file, and a database or a copy of one, so that it can be put back.
    pub whole: bool,
}

/// Request of `preview_copy` and `restore_copy`.
#[derive(Debug, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct CopyChosen {
    /// Which.
    pub id: String,
    /// The record's passphrase, or its recovery key.
    pub passphrase: String,
}

/// Request of `put_back`. What is here now is kept in its place.
#[derive(Debug, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct PutBack {
    /// Which.
    pub id: String,
    /// The passphrase of the record that is here; needed where there is one that can be opened.
    pub current: Option<String>,
}

/// Request of `delete_kept`.
#[derive(Debug, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct KeptKey {
    /// Which.
    pub id: String,
}

/// Request of `salvage`.
#[derive(Debug, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct Salvage {
    /// The record's passphrase, or its recovery key.
    pub passphrase: String,
}

/// Answer of `salvage`. What reads is the record now; the damaged file is kept beside it.
#[derive(Debug, Serialize, TS)]
pub struct Salvaged {
    /// What was saved of each kind; a kind of which nothing was there is left out.
    pub parts: Vec<SalvagedPart>,
    /// Levels of care that could not be read. In the place of each there is one that says nothing but its days, so that
    /// its sessions are kept.
    pub stand_ins: u32,
    /// Whether the last changes were in a log that does not hold to its end, and could not be read.
    pub latest_lost: bool,
}

/// What was saved of one kind.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct SalvagedPart {
    /// Which kind, as in [`BackupPart::kind`]; `other` for everything that has no name there.
    pub kind: &'static str,
    /// Entries that could be read.
    pub saved: u32,
    /// Whether some could not be read. How many cannot be known.
    pub lost: bool,
}

/// Answer of `check_record`.
#[derive(Debug, Serialize, TS)]
pub struct RecordChecked {
    /// Whether every page of the record is whole.
    pub whole: bool,
}
