use std::io;

/// Why the vault could not do what was asked. Carries nothing that a client typed and no paths.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[non_exhaustive]
pub enum VaultError {
    /// There is no key file in the folder.
    #[error("no key file")]
    Absent,
    /// There is a key file already, whole or not: it is never written over by a new vault.
    #[error("a key file is already there")]
    AlreadyThere,
    /// Neither copy of the key file is whole, or a sealed file is not whole or not one of its kind.
    #[error("file damaged")]
    Damaged,
    /// The key file was written by a newer version and has been left alone.
    #[error("key file of a newer version")]
    Newer,
    /// The file is whole and the passphrase does not open it.
    #[error("wrong passphrase")]
    WrongPassphrase,
    /// The recovery key is well formed and does not open this vault.
    #[error("wrong recovery key")]
    WrongRecoveryKey,
    /// The recovery key was mistyped: too short, too long, a strange character, or a checksum
    /// that does not fit.
    #[error("recovery key mistyped")]
    RecoveryKeyMistyped,
    /// The data key is not this vault's.
    #[error("data key of another vault")]
    WrongDataKey,
    /// A new passphrase has fewer than 8 characters.
    #[error("passphrase too short")]
    PassphraseTooShort,
    /// A new passphrase has more than 1024 characters.
    #[error("passphrase too long")]
    PassphraseTooLong,
    /// The PIN does not open this vault, or the secret from the system's key store is not its own.
    #[error("wrong PIN")]
    WrongPin,
    /// No PIN is set.
    #[error("no PIN")]
    NoPin,
    /// A new PIN has fewer than 6 digits.
    #[error("PIN too short")]
    PinTooShort,
    /// A new PIN has more than 12 digits.
    #[error("PIN too long")]
    PinTooLong,
    /// A new PIN has something else in it than the digits 0 to 9.
    #[error("PIN not of digits")]
    PinNotDigits,
    /// A new PIN is one digit again and again, or a straight run such as 123456.
    #[error("PIN too simple")]
    PinTooSimple,
    /// The language is not a short tag such as "en" or "es".
    #[error("not a language tag")]
    InvalidLanguage,
    /// The disk or the quota is full. Nothing was changed.
    #[error("disk full")]
    DiskFull,
    /// The folder cannot be written to. Nothing was changed.
    #[error("folder not writable")]
    ReadOnly,
    /// Too little memory is free to derive a key at the cost that the key file asks for.
    #[error("out of memory")]
    OutOfMemory,
    /// The system gave no random bytes.
    #[error("no randomness")]
    NoRandomness,
    /// The system refused to read or write for another reason. Nothing was changed.
    #[error("input or output failed: {0}")]
    Io(io::ErrorKind),
}

impl VaultError {
    /// Sorts a failed write. A read has no use for the difference: see [`VaultError::reading`].
    pub(crate) fn writing(error: &io::Error) -> Self {
        use io::ErrorKind::{PermissionDenied, QuotaExceeded, ReadOnlyFilesystem, StorageFull};
        match error.kind() {
            StorageFull | QuotaExceeded => Self::DiskFull,
            ReadOnlyFilesystem | PermissionDenied => Self::ReadOnly,
            kind => Self::Io(kind),
        }
    }

    /// A failed read: the kind as it is, since "read-only" would mislead there.
    pub(crate) fn reading(error: &io::Error) -> Self {
        Self::Io(error.kind())
    }
}
