//! The edges of the operating system that the app needs. The shell implements
//! them per platform; tests fake them; nothing else is ever faked.

use std::sync::Arc;
use std::time::Duration;

use chrono::{DateTime, Utc};
use domain::time::Zone;

/// The time.
pub trait Clock: Send + Sync {
    /// The wall clock.
    fn now(&self) -> DateTime<Utc>;
    /// Time since some fixed start, that no one can set back. It goes on while
    /// the device is suspended, where the system can tell.
    fn monotonic(&self) -> Duration;
}

/// The zone the device is in.
pub trait ZonePort: Send + Sync {
    /// The zone, UTC where the system does not say.
    fn zone(&self) -> Zone;
}

/// What appears on the screen outside the app. Neutral by default: it says
/// nothing of treatment.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Notice {
    /// The same for the same reminder.
    pub id: String,
    /// Its title.
    pub title: String,
    /// Its words.
    pub body: String,
}

/// The system did not show a notice.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("the system did not show the notice")]
pub struct NotifierError;

/// Shows notices.
pub trait Notifier: Send + Sync {
    /// Shows one, in place of an earlier one of the same id.
    ///
    /// # Errors
    /// [`NotifierError`] where the system refuses.
    fn show(&self, notice: &Notice) -> Result<(), NotifierError>;
    /// Takes one away, if it is still there.
    fn withdraw(&self, id: &str);
}

/// The system's store for keys.
pub trait KeyStore: Send + Sync {
    /// Whether this system has one that Handrail can use.
    fn available(&self) -> bool;
}

/// A file could not be written.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum FileError {
    /// The disk is full.
    #[error("disk full")]
    DiskFull,
    /// The place cannot be written.
    #[error("read only")]
    ReadOnly,
    /// Anything else.
    #[error("failed")]
    Failed,
}

/// Puts files where the client says.
pub trait Files: Send + Sync {
    /// Asks the client where, and writes. The place as the system names it, or
    /// `None` when the client chose not to.
    ///
    /// # Errors
    /// [`FileError`].
    fn save(&self, suggested_name: &str, bytes: &[u8]) -> Result<Option<String>, FileError>;
}

/// All ports.
#[derive(Clone)]
pub struct Ports {
    /// The time.
    pub clock: Arc<dyn Clock>,
    /// The device's zone.
    pub zone: Arc<dyn ZonePort>,
    /// Notices.
    pub notifier: Arc<dyn Notifier>,
    /// The system's store for keys.
    pub key_store: Arc<dyn KeyStore>,
    /// Files.
    pub files: Arc<dyn Files>,
}
