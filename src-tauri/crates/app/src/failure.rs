//! Why an operation did not happen. Codes, never prose: the catalogue words them.

use serde::Serialize;
use store::StoreError;
use ts_rs::TS;

/// Why an operation did not happen. Nothing was changed.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS, thiserror::Error)]
#[serde(tag = "code")]
pub enum Failure {
    /// The record is locked.
    #[error("locked")]
    Locked,
    /// The passphrase, or a well-formed recovery key, does not fit.
    #[error("wrong passphrase")]
    WrongPassphrase {
        /// Seconds to wait before the next try.
        wait_seconds: u32,
    },
    /// The key file or the database cannot be read.
    #[error("damaged")]
    Damaged,
    /// There is no such thing, or not any more.
    #[error("not found")]
    NotFound,
    /// A field of the request is not acceptable.
    #[error("invalid {field}: {rule}")]
    Invalid {
        /// Which field, such as `phases.0.slots.1.minutes`.
        field: String,
        /// Which rule it breaks.
        rule: Rule,
    },
    /// The thing was changed meanwhile, or is there already.
    #[error("conflict")]
    Conflict,
    /// A newer Handrail wrote this.
    #[error("newer database")]
    NewerDatabase,
    /// The disk is full.
    #[error("disk full")]
    DiskFull,
    /// The disk cannot be written.
    #[error("read only")]
    ReadOnly,
    /// Another Handrail has the record open.
    #[error("in use")]
    InUse,
    /// There is no record yet.
    #[error("no vault")]
    NoVault,
    /// A fault of Handrail itself.
    #[error("internal: {id}")]
    Internal {
        /// Where it happened.
        id: &'static str,
    },
}

impl Failure {
    /// Whether the same may be done later: nothing is wrong with what was asked.
    pub(crate) fn may_pass(&self) -> bool {
        matches!(self, Self::DiskFull | Self::ReadOnly | Self::InUse | Self::Internal { .. })
    }
}

/// Which rule a field breaks.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum Rule {
    /// Something must be there.
    Required,
    /// Too few characters.
    TooShort,
    /// Too many characters, or entries.
    TooLong,
    /// A number below its range.
    TooSmall,
    /// A number above its range.
    TooLarge,
    /// Control characters.
    ControlCharacters,
    /// No date that there is, or none that Handrail keeps.
    NotADate,
    /// No time of day.
    NotATime,
    /// No time zone that there is.
    UnknownZone,
    /// A last day before the first.
    EndBeforeStart,
    /// Another one has this place already.
    Taken,
    /// It has not happened yet.
    InTheFuture,
    /// Does not go with the other fields.
    DoesNotFit,
    /// A mistyped recovery key.
    Mistyped,
    /// Not the secret that opens.
    Wrong,
    /// Too easily guessed.
    TooSimple,
    /// None of what it can be.
    Unknown,
    /// Not of the right form.
    Malformed,
    /// Written by a newer Handrail.
    Newer,
}

impl std::fmt::Display for Rule {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        std::fmt::Debug::fmt(self, f)
    }
}

impl Failure {
    /// A field that breaks a rule.
    #[must_use]
    pub fn invalid(field: impl Into<String>, rule: Rule) -> Self {
        Self::Invalid { field: field.into(), rule }
    }
}

impl From<StoreError> for Failure {
    fn from(error: StoreError) -> Self {
        match error {
            StoreError::Missing | StoreError::Empty | StoreError::Foreign | StoreError::Damaged => Self::Damaged,
            StoreError::NewerDatabase => Self::NewerDatabase,
            StoreError::DiskFull => Self::DiskFull,
            StoreError::ReadOnly => Self::ReadOnly,
            StoreError::InUse => Self::InUse,
            StoreError::NotFound => Self::NotFound,
            StoreError::Other(_) => Self::Internal { id: "store" },
        }
    }
}
