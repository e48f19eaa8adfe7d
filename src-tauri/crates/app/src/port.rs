//! The edges of the operating system that the app needs. The shell implements
//! them per platform; tests fake them; nothing else is ever faked.

use std::sync::Arc;
use std::time::Duration;

use chrono::{DateTime, NaiveDateTime, Utc};
use domain::time::Zone;
use zeroize::Zeroizing;

use crate::api::reminders::{Background, Snooze};

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
    /// The same for every notice about the same thing: a later one takes the place of an earlier one.
    pub id: String,
    /// Its title.
    pub title: String,
    /// Its words.
    pub body: String,
    /// Whether with a sound.
    pub sound: bool,
    /// What can be done at once, where the system offers buttons. The first matter most: some systems show three.
    pub buttons: Vec<Button>,
}

/// A button of a notice.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Button {
    /// What it does.
    pub press: Press,
    /// Its words.
    pub label: String,
}

/// What the client did with a notice.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Press {
    /// Said whether they were there.
    Answer {
        /// Whether.
        there: bool,
    },
    /// Put it off.
    Snooze(Snooze),
}

/// One reminder that a phone's own scheduler is to show.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Scheduled {
    /// When.
    pub at: DateTime<Utc>,
    /// The same on the clock of the device, where it follows that clock on a journey; `None`: it stays at its instant.
    pub local: Option<NaiveDateTime>,
    /// From when on it is of no use: where the phone was off, it is not shown any more.
    pub until: DateTime<Utc>,
    /// What; the words are those for a locked record.
    pub notice: Notice,
}

/// The system did not show a notice.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("the system did not show the notice")]
pub struct NotifierError;

/// Whether notices may be shown.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Permission {
    /// They may.
    Granted,
    /// Nobody was asked yet.
    NotAsked,
    /// They may not.
    Denied,
}

/// Hears which button of which notice was pressed.
pub type Pressed = Box<dyn Fn(&str, Press) + Send + Sync>;

/// Shows notices.
pub trait Notifier: Send + Sync {
    /// Shows one, in place of an earlier one of the same id.
    ///
    /// # Errors
    /// [`NotifierError`] where the system refuses.
    fn show(&self, notice: &Notice) -> Result<(), NotifierError>;
    /// Takes one away, if it is still there.
    fn withdraw(&self, id: &str);
    /// From now on says which buttons are pressed. Set once, at the start.
    fn listen(&self, pressed: Pressed);
    /// Whether notices may be shown, as far as is known.
    fn permission(&self) -> Permission {
        Permission::Granted
    }
    /// Asks the client, where the system wants that and nobody was asked yet. Waits for the answer.
    fn ask(&self) -> Permission {
        Permission::Granted
    }
    /// Whether the system shows reminders by itself, at the times that it is handed: a phone. Elsewhere the keeper does.
    fn schedules(&self) -> bool {
        false
    }
    /// Hands over everything that is to come, in order, in place of what was handed over before.
    ///
    /// # Errors
    /// [`NotifierError`] where the system refuses.
    fn schedule(&self, _coming: &[Scheduled]) -> Result<(), NotifierError> {
        Ok(())
    }
}

/// Whether the app goes on without a window.
pub trait BackgroundPort: Send + Sync {
    /// How it stands.
    fn state(&self) -> Background;
    /// Changes it; only called where it is supported.
    ///
    /// # Errors
    /// [`FileError`] where the system's own settings could not be written; nothing was changed then.
    fn set(&self, keeps_running: bool, starts_at_login: bool) -> Result<(), FileError>;
}

/// The system's key store refused, or is locked.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("the system's key store refused")]
pub struct KeyStoreError;

/// The system's store for keys. It holds a secret for each PIN, which opens nothing without the PIN.
pub trait KeyStore: Send + Sync {
    /// Whether this system has one that Handrail can use.
    fn available(&self) -> bool;
    /// Keeps the secret of a PIN under that name, which says nothing.
    ///
    /// # Errors
    /// [`KeyStoreError`]; nothing was changed then.
    fn keep(&self, name: &str, secret: &[u8; 32]) -> Result<(), KeyStoreError>;
    /// The secret of that name; `None`: it holds none.
    ///
    /// # Errors
    /// [`KeyStoreError`].
    fn secret(&self, name: &str) -> Result<Option<Zeroizing<[u8; 32]>>, KeyStoreError>;
    /// Forgets the secret of that name, if it holds one.
    ///
    /// # Errors
    /// [`KeyStoreError`].
    fn forget(&self, name: &str) -> Result<(), KeyStoreError>;
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
    /// It holds more than may be read.
    #[error("too large")]
    TooLarge,
    /// The system has no sheet to hand files on with.
    #[error("no share sheet")]
    NoShareSheet,
    /// Anything else.
    #[error("failed")]
    Failed,
}

/// Hands over what is to be saved, once; `None`: it may not be saved any more.
pub type HandOver<'a> = &'a mut dyn FnMut() -> Option<Zeroizing<Vec<u8>>>;

/// Puts files where the client says.
pub trait Files: Send + Sync {
    /// Asks the client where; then has the bytes handed over, writes, reads it again and compares. The place as the
    /// system names it, or `None` when the client chose not to, or nothing is handed over any more.
    ///
    /// # Errors
    /// [`FileError`].
    fn save(&self, suggested_name: &str, hand_over: HandOver<'_>) -> Result<Option<String>, FileError>;
    /// Offers the file to the system's other apps; whether the client chose one.
    ///
    /// # Errors
    /// [`FileError::NoShareSheet`] but on a phone; else as saving.
    fn share(&self, _name: &str, _bytes: &[u8]) -> Result<bool, FileError> {
        Err(FileError::NoShareSheet)
    }
    /// Asks the client which file, and reads it; `None` when they chose none.
    ///
    /// # Errors
    /// [`FileError::TooLarge`] for one of over `most` bytes; else as reading.
    fn choose(&self, most: u64) -> Result<Option<ChosenFile>, FileError>;
}

/// A file that the client chose.
pub struct ChosenFile {
    /// Its name, without its folder.
    pub name: String,
    /// What is in it.
    pub bytes: Vec<u8>,
}

/// What the app leaves on this device outside the record's folder: the window's place, its choices for this device, the
/// web view's folders.
pub trait Traces: Send + Sync {
    /// Removes all of it; answers what could not be removed.
    fn remove(&self) -> Vec<String>;
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
    /// Running without a window.
    pub background: Arc<dyn BackgroundPort>,
    /// What lies outside the record's folder.
    pub traces: Arc<dyn Traces>,
}
