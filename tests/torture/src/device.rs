//! A device with a record: the real app over real files, the edges of the system faked.

use std::path::{Path, PathBuf};
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

use app::port::{ChosenFile, FileError, Files, HandOver, Ports};
use app::{App, Durability, Failure, Options};
use domain::time::Zone;
use serde_json::{Value, json};
use support::{
    FakeClock, FixedBackground, FixedZone, MONDAY, MemoryKeyStore, NEW_YORK, NoTraces, PASSPHRASE, RecordingNotifier,
};

/// Keeps saved files in memory, so that what lies on the disk is the app's own.
#[derive(Default)]
pub struct Shelf {
    saved: Mutex<Option<Vec<u8>>>,
    chosen: Mutex<Option<ChosenFile>>,
}

impl Shelf {
    /// The file that was saved last.
    pub fn saved(&self) -> Option<Vec<u8>> {
        lock(&self.saved).clone()
    }

    /// The client chooses this in the next dialog.
    pub fn choose_next(&self, bytes: Vec<u8>) {
        *lock(&self.chosen) = Some(ChosenFile { name: "chosen".to_owned(), bytes });
    }
}

fn lock<T>(mutex: &Mutex<T>) -> MutexGuard<'_, T> {
    mutex.lock().unwrap_or_else(PoisonError::into_inner)
}

impl Files for Shelf {
    fn save(&self, suggested_name: &str, hand_over: HandOver<'_>) -> Result<Option<String>, FileError> {
        let Some(bytes) = hand_over() else { return Ok(None) };
        *lock(&self.saved) = Some(bytes.to_vec());
        Ok(Some(suggested_name.to_owned()))
    }

    fn choose(&self, most: u64) -> Result<Option<ChosenFile>, FileError> {
        match lock(&self.chosen).take() {
            Some(file) if file.bytes.len() as u64 > most => Err(FileError::TooLarge),
            chosen => Ok(chosen),
        }
    }
}

/// The app on one folder.
pub struct Device {
    /// The app.
    pub app: Arc<App>,
    /// Its clock.
    pub clock: Arc<FakeClock>,
    /// Its notices.
    pub notifier: Arc<RecordingNotifier>,
    /// Its files.
    pub shelf: Arc<Shelf>,
    /// The folder of the record.
    pub folder: PathBuf,
}

impl Device {
    /// As after a start: nothing is opened yet.
    pub fn at(folder: &Path, durability: Durability) -> Self {
        let zone = Zone::parse(NEW_YORK).expect("a zone");
        let clock = Arc::new(FakeClock::civil(MONDAY, zone));
        let (notifier, shelf) = (Arc::new(RecordingNotifier::default()), Arc::new(Shelf::default()));
        let ports = Ports {
            background: Arc::new(FixedBackground::default()),
            clock: Arc::clone(&clock) as _,
            zone: Arc::new(FixedZone::new(zone)),
            notifier: Arc::clone(&notifier) as _,
            key_store: Arc::new(MemoryKeyStore::default()),
            files: Arc::clone(&shelf) as _,
            traces: Arc::new(NoTraces),
        };
        let options = Options { costly_passphrase: false, durability };
        let app = Arc::new(App::with_options(ports, folder.to_path_buf(), options));
        Self { app, clock, notifier, shelf, folder: folder.to_path_buf() }
    }

    /// A new record, open.
    pub fn with_record(folder: &Path, durability: Durability) -> Self {
        let device = Self::at(folder, durability);
        device.call("create_vault", json!({"passphrase": PASSPHRASE, "language": "en"}));
        device
    }

    /// A record in which there is something of every kind, open.
    pub fn with_much(folder: &Path, durability: Durability) -> Self {
        let made_up = Self::at(&folder.with_extension("made-up"), Durability::Relaxed);
        made_up.call("open_demo", json!({"language": "en"}));
        let all = made_up.export();
        made_up.call("lock", json!({}));
        let device = Self::with_record(folder, durability);
        device.call("import_record", json!({"text": all}));
        device
    }

    /// What an operation answers, or why it does not.
    pub fn ask(&self, operation: &str, request: Value) -> Result<Value, Failure> {
        self.app.call(operation, request).map(|mut done| done["value"].take())
    }

    /// What an operation answers; that it fails is a panic.
    #[track_caller]
    pub fn call(&self, operation: &str, request: Value) -> Value {
        self.ask(operation, request).unwrap_or_else(|failure| panic!("{operation} failed: {failure:?}"))
    }

    /// Opens the record.
    #[track_caller]
    pub fn unlock(&self) {
        self.call("unlock", json!({"passphrase": PASSPHRASE}));
    }

    /// The whole record as text, or why it cannot be read.
    pub fn try_export(&self) -> Result<String, Failure> {
        self.ask("export_record", json!({}))?;
        Ok(String::from_utf8(self.shelf.saved().unwrap_or_default()).expect("an export is text"))
    }

    /// The whole record as text.
    #[track_caller]
    pub fn export(&self) -> String {
        self.try_export().unwrap_or_else(|failure| panic!("export_record failed: {failure:?}"))
    }
}
