//! A real encrypted record in a temporary folder, and everything around it that a test sets.

use std::path::Path;
use std::sync::Arc;
use std::time::Duration;

use app::port::Ports;
use app::{App, Durability, Failure, Options};
use domain::time::Zone;
use serde::de::DeserializeOwned;
use serde_json::{Value, json};
use tempfile::TempDir;

use crate::{CountedTraces, FakeClock, FixedBackground, FixedZone, FolderFiles, MemoryKeyStore, RecordingNotifier};

/// The passphrase of every test's record.
pub const PASSPHRASE: &str = "three steps and a rail";
/// When tests begin, where nothing else is said: a Monday morning.
pub const MONDAY: &str = "2026-01-05T09:00";
/// Where tests happen, where nothing else is said.
pub const NEW_YORK: &str = "America/New_York";

/// The app over a real encrypted record. Only the edges of the operating system are fakes; the keeper is not
/// started: a test that wants what it does calls `app.tick()`.
pub struct TestVault {
    /// The app.
    pub app: Arc<App>,
    /// Its clock.
    pub clock: Arc<FakeClock>,
    /// Its device's zone.
    pub zone: Arc<FixedZone>,
    /// Its notices.
    pub notifier: Arc<RecordingNotifier>,
    /// Its files.
    pub files: Arc<FolderFiles>,
    /// Its key store.
    pub key_store: Arc<MemoryKeyStore>,
    /// What it left elsewhere.
    pub traces: Arc<CountedTraces>,
    home: TempDir,
}

impl TestVault {
    /// An open record at [`MONDAY`] in [`NEW_YORK`].
    pub fn new() -> Self {
        Self::at(MONDAY, NEW_YORK)
    }

    /// An open record at a civil time in a zone.
    pub fn at(local: &str, zone: &str) -> Self {
        let vault = Self::empty(local, zone);
        vault.call::<Value>("create_vault", json!({"passphrase": PASSPHRASE, "language": "en"}));
        vault
    }

    /// A device on which no record was made yet.
    pub fn empty(local: &str, zone: &str) -> Self {
        let home = tempfile::tempdir().expect("a temporary folder");
        let zone = Zone::parse(zone).expect("a zone");
        let clock = Arc::new(FakeClock::civil(local, zone));
        let zone = Arc::new(FixedZone::new(zone));
        let notifier = Arc::new(RecordingNotifier::default());
        let files = Arc::new(FolderFiles::new(home.path().join("saved")));
        let key_store = Arc::new(MemoryKeyStore::default());
        let traces = Arc::new(CountedTraces::default());
        let ports = ports(&clock, &zone, &notifier, &files, &key_store, &traces);
        let app = Arc::new(App::with_options(ports, home.path().join("record"), CHEAP));
        app::hear_presses(&app);
        Self { app, clock, zone, notifier, files, key_store, traces, home }
    }

    /// The folder of the record.
    pub fn folder(&self) -> std::path::PathBuf {
        self.home.path().join("record")
    }

    /// A folder of the test's own, beside the record.
    pub fn home(&self) -> &Path {
        self.home.path()
    }

    /// The answer of an operation.
    ///
    /// # Panics
    /// When it fails, or answers something else.
    #[track_caller]
    pub fn call<Answer: DeserializeOwned>(&self, operation: &str, request: Value) -> Answer {
        let done = self.done(operation, request);
        let value = done.get("value").cloned().unwrap_or_default();
        serde_json::from_value(value.clone()).unwrap_or_else(|error| panic!("{operation} answered {value}: {error}"))
    }

    /// The whole envelope of an operation: answer, changes and undo step.
    ///
    /// # Panics
    /// When it fails.
    #[track_caller]
    pub fn done(&self, operation: &str, request: Value) -> Value {
        self.app.call(operation, request).unwrap_or_else(|failure| panic!("{operation} failed: {failure:?}"))
    }

    /// Why an operation fails.
    ///
    /// # Panics
    /// When it does not.
    #[track_caller]
    pub fn failure(&self, operation: &str, request: Value) -> Failure {
        match self.app.call(operation, request) {
            Err(failure) => failure,
            Ok(done) => panic!("{operation} did not fail but answered {done}"),
        }
    }

    /// Locks the record.
    pub fn lock(&self) {
        self.call::<Value>("lock", json!({}));
    }

    /// Unlocks the record.
    pub fn unlock(&self) {
        self.call::<Value>("unlock", json!({"passphrase": PASSPHRASE}));
    }

    /// Lets time pass, and what is due happen.
    pub fn pass(&self, by: Duration) {
        self.clock.advance(by);
        self.app.tick();
    }

    /// Sets the clock to a civil time in the device's zone, and lets what is due happen.
    pub fn go_to(&self, local: &str) {
        use app::port::ZonePort;
        self.clock.set_civil(local, self.zone.zone());
        self.app.wake();
        self.app.tick();
    }

    /// Everything around it.
    pub fn ports(&self) -> Ports {
        ports(&self.clock, &self.zone, &self.notifier, &self.files, &self.key_store, &self.traces)
    }

    /// Another app on the same folder.
    pub fn second_instance(&self) -> App {
        App::with_options(self.ports(), self.folder(), CHEAP)
    }

    /// Ends the app without closing anything, as a crash does, and starts it anew on the same folder.
    pub fn crash(&mut self) {
        self.app = Arc::new(App::with_options(self.ports(), self.folder(), CHEAP));
        app::hear_presses(&self.app);
    }

    /// Closes the app and starts it anew on the same folder, as locked as after a start.
    pub fn restart(&mut self) {
        self.lock();
        self.app = Arc::new(App::with_options(self.ports(), self.folder(), CHEAP));
        app::hear_presses(&self.app);
    }
}

impl Default for TestVault {
    fn default() -> Self {
        Self::new()
    }
}

/// A passphrase that costs nothing to try, and writes that wait for no disk: fit for made-up records alone.
pub const CHEAP: Options = Options { costly_passphrase: false, durability: Durability::Relaxed };

fn ports(
    clock: &Arc<FakeClock>,
    zone: &Arc<FixedZone>,
    notifier: &Arc<RecordingNotifier>,
    files: &Arc<FolderFiles>,
    key_store: &Arc<MemoryKeyStore>,
    traces: &Arc<CountedTraces>,
) -> Ports {
    Ports {
        background: Arc::new(FixedBackground::default()),
        clock: Arc::clone(clock) as _,
        zone: Arc::clone(zone) as _,
        notifier: Arc::clone(notifier) as _,
        key_store: Arc::clone(key_store) as _,
        files: Arc::clone(files) as _,
        traces: Arc::clone(traces) as _,
    }
}
