//! The app, on the edges that a test can set.

use std::path::PathBuf;
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::{Arc, PoisonError, RwLock};
use std::time::Duration;

use app::port::{Notice, Notifier, NotifierError, Ports, Pressed, ZonePort};
use app::{App, Change, Failure, OPERATIONS, Options, Rule};
use chrono::DateTime;
use domain::time::Zone;
use serde::Deserialize;
use serde_json::{Value, json};
use support::{FixedBackground, FixedZone, FolderFiles, MemoryKeyStore, NoTraces, RecordingNotifier, read_civil};

use crate::changes::Changes;
use crate::choice::Serve;
use crate::clock::HostClock;

/// One device with Handrail on it.
pub struct Core {
    folder: PathBuf,
    options: Options,
    clock: Arc<HostClock>,
    zone: Arc<FixedZone>,
    notifier: Arc<RecordingNotifier>,
    changes: Arc<Changes>,
    outside: Outside,
    running: RwLock<Running>,
}

/// What of the system outlives a restart of the app.
struct Outside {
    files: Arc<FolderFiles>,
    key_store: Arc<MemoryKeyStore>,
}

/// A file among those saved, to be chosen in the next dialog.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Choose {
    file: PathBuf,
}

/// The app as it runs until the next restart.
struct Running {
    app: Arc<App>,
    screen: Arc<Screen>,
}

/// Where to set clock and zone; what is not named stays.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct SetClock {
    now: Option<String>,
    zone: Option<Zone>,
}

impl Core {
    /// Starts the app on that folder.
    pub fn open(serve: &Serve) -> Result<Self, Failure> {
        let zone = serve.zone.or_else(device_zone).unwrap_or(Zone::UTC);
        let clock = Arc::new(HostClock::new());
        if let Some(now) = serve.now {
            clock.set(zone.instant(now));
        }
        let zone = Arc::new(FixedZone::new(zone));
        let notifier = Arc::new(RecordingNotifier::default());
        let changes = Arc::new(Changes::default());
        let outside =
            Outside { files: Arc::new(FolderFiles::new(serve.folder.join("saved"))), key_store: Arc::default() };
        let running = RwLock::new(start(&serve.folder, serve.options, &clock, &zone, &notifier, &changes, &outside));
        let (folder, options) = (serve.folder.clone(), serve.options);
        let core = Self { folder, options, clock, zone, notifier, changes, outside, running };
        if serve.demo {
            core.call("open_demo", json!({"language": "en"}))?;
        }
        Ok(core)
    }

    /// Performs an operation of the app.
    pub fn call(&self, operation: &str, request: Value) -> Result<Value, Failure> {
        if !OPERATIONS.iter().any(|known| known.name == operation) {
            return Err(Failure::NotFound);
        }
        // Held while it runs: a restart waits for it.
        self.running.read().unwrap_or_else(PoisonError::into_inner).app.call(operation, request)
    }

    /// Every operation, and whether it works while the record is locked.
    pub fn operations() -> Value {
        let all = OPERATIONS.iter();
        all.map(|operation| json!({"name": operation.name, "while_locked": operation.while_locked})).collect()
    }

    /// Sets clock and zone, and lets what is due by then happen before it answers.
    pub fn set_clock(&self, request: Value) -> Result<Value, Failure> {
        let SetClock { now, zone } =
            serde_json::from_value(request).map_err(|_| Failure::invalid("clock", Rule::Malformed))?;
        let zone = zone.unwrap_or_else(|| self.zone.zone());
        let instant = now.map(|text| {
            let civil = read_civil(&text).map(|local| zone.instant(local));
            civil.or_else(|| DateTime::parse_from_rfc3339(&text).ok().map(|at| at.to_utc()))
        });
        let instant = instant.map(|at| at.ok_or_else(|| Failure::invalid("now", Rule::NotADate))).transpose()?;
        self.zone.set(zone);
        if let Some(instant) = instant {
            self.clock.set(instant);
        }
        let app = Arc::clone(&self.running.read().unwrap_or_else(PoisonError::into_inner).app);
        app.wake();
        app.tick();
        let local = zone.civil(app::port::Clock::now(&*self.clock));
        Ok(json!({"now": local.format("%Y-%m-%dT%H:%M").to_string(), "zone": zone}))
    }

    /// Chooses that file in the next dialog, in the client's place.
    pub fn choose(&self, request: Value) -> Result<Value, Failure> {
        let Choose { file } = serde_json::from_value(request).map_err(|_| Failure::invalid("file", Rule::Malformed))?;
        let name = file.file_name().ok_or_else(|| Failure::invalid("file", Rule::Malformed))?;
        self.outside.files.choose_next(self.folder.join("saved").join(name));
        Ok(Value::Null)
    }

    /// What was shown outside the window, what was taken away again, and what is to come (nothing while locked).
    pub fn notifications(&self) -> Value {
        let shown: Vec<Value> = self
            .notifier
            .shown()
            .into_iter()
            .map(|Notice { id, title, body, sound, buttons }| {
                let buttons: Vec<String> = buttons.into_iter().map(|button| button.label).collect();
                json!({"id": id, "title": title, "body": body, "sound": sound, "buttons": buttons})
            })
            .collect();
        let coming = self.call("reminders", json!({})).ok();
        let scheduled = coming.and_then(|answer| answer.pointer("/value/coming").cloned()).unwrap_or_else(|| json!([]));
        json!({"shown": shown, "withdrawn": self.notifier.withdrawn(), "scheduled": scheduled})
    }

    /// What changed since the page last asked.
    pub fn changes(&self, most: Duration) -> Vec<Change> {
        self.changes.wait(most)
    }

    /// Closes the app and starts it anew on the same folder.
    pub fn restart(&self) -> Result<(), Failure> {
        let mut running = self.running.write().unwrap_or_else(PoisonError::into_inner);
        running.app.call("lock", json!({}))?;
        running.screen.close();
        *running =
            start(&self.folder, self.options, &self.clock, &self.zone, &self.notifier, &self.changes, &self.outside);
        self.changes.tell(&[Change::Vault]);
        Ok(())
    }
}

fn start(
    folder: &std::path::Path,
    options: Options,
    clock: &Arc<HostClock>,
    zone: &Arc<FixedZone>,
    notifier: &Arc<RecordingNotifier>,
    changes: &Arc<Changes>,
    outside: &Outside,
) -> Running {
    let screen = Arc::new(Screen { notifier: Arc::clone(notifier), closed: AtomicBool::new(false) });
    let ports = Ports {
        background: Arc::new(FixedBackground::default()),
        clock: Arc::clone(clock) as _,
        zone: Arc::clone(zone) as _,
        notifier: Arc::clone(&screen) as _,
        key_store: Arc::clone(&outside.key_store) as _,
        files: Arc::clone(&outside.files) as _,
        traces: Arc::new(NoTraces),
    };
    let app = Arc::new(App::with_options(ports, folder.to_path_buf(), options));
    let changes = Arc::clone(changes);
    app.subscribe(Box::new(move |changed| changes.tell(changed)));
    app::run_keeper(Arc::clone(&app));
    Running { app, screen }
}

/// What an app shows notices on, until it is closed: the keeper of one that was restarted stays silent.
struct Screen {
    notifier: Arc<RecordingNotifier>,
    closed: AtomicBool,
}

impl Screen {
    fn close(&self) {
        self.closed.store(true, Ordering::SeqCst);
    }
}

impl Notifier for Screen {
    fn show(&self, notice: &Notice) -> Result<(), NotifierError> {
        if self.closed.load(Ordering::SeqCst) { Err(NotifierError) } else { self.notifier.show(notice) }
    }

    fn listen(&self, pressed: Pressed) {
        self.notifier.listen(pressed);
    }

    fn withdraw(&self, id: &str) {
        if !self.closed.load(Ordering::SeqCst) {
            self.notifier.withdraw(id);
        }
    }
}

fn device_zone() -> Option<Zone> {
    Zone::parse(&iana_time_zone::get_timezone().ok()?)
}

#[cfg(test)]
mod tests {
    use super::*;
    use support::{CHEAP, PASSPHRASE, TestVault};

    fn serve(vault: &TestVault, at: &str, demo: bool) -> Serve {
        Serve {
            folder: vault.folder(),
            port: 0,
            token: String::new(),
            now: read_civil(at),
            zone: Zone::parse("America/New_York"),
            demo,
            options: CHEAP,
        }
    }

    fn demo(at: &str) -> (Core, TestVault) {
        let vault = TestVault::empty(at, "America/New_York");
        (Core::open(&serve(&vault, at, true)).unwrap(), vault)
    }

    /// A record of the client's own, with a group tomorrow evening: the made-up client is reminded of nothing.
    fn own(at: &str) -> (Core, TestVault) {
        let vault = TestVault::empty(at, "America/New_York");
        let core = Core::open(&serve(&vault, at, false)).unwrap();
        core.call("create_vault", json!({"passphrase": PASSPHRASE, "language": "en"})).unwrap();
        let slot = json!({"weekday": "wednesday", "time": "18:00", "minutes": 180, "kind": "group"});
        let provider = json!({"name": "", "phone": "", "address": "", "room": "", "link": ""});
        let phase = json!({"weeks": 10, "target_minutes": 180, "slots": [slot]});
        let care = json!({"level": "intensive_outpatient", "age_group": "adult", "starts_on": "2026-02-02",
            "zone": "America/New_York", "provider": provider, "phases": [phase]});
        core.call("start_care", care).unwrap();
        (core, vault)
    }

    #[test]
    fn what_is_due_has_happened_when_the_clock_is_set() {
        let (core, _home) = own("2026-02-03T09:00");
        let next = core.notifications()["scheduled"][0].clone();
        core.set_clock(json!({"now": next["at"]})).unwrap();
        let seen = core.notifications();
        assert_eq!(seen["shown"].as_array().unwrap().len(), 1, "{seen}");
        assert_ne!(seen["scheduled"][0]["at"], next["at"]);
    }

    #[test]
    fn setting_the_clock_names_what_cannot_be_read_and_changes_nothing() {
        let (core, _home) = demo("2026-02-03T09:00");
        for bad in [json!({"now": "soon"}), json!({"zone": "Mars/Olympus"}), json!({"then": "2026-02-03T10:00"})] {
            assert!(core.set_clock(bad.clone()).is_err(), "{bad}");
        }
        let now = core.set_clock(json!({})).unwrap();
        assert_eq!(now, json!({"now": "2026-02-03T09:00", "zone": "America/New_York"}));
        let travelled = core.set_clock(json!({"zone": "America/Los_Angeles"})).unwrap();
        assert_eq!(travelled, json!({"now": "2026-02-03T06:00", "zone": "America/Los_Angeles"}));
    }

    #[test]
    fn after_a_restart_the_record_is_locked_and_shows_nothing_twice() {
        let (core, vault) = demo("2026-02-03T09:00");
        let scheduled = core.notifications()["scheduled"][0]["at"].clone();
        core.restart().unwrap();
        assert_eq!(core.call("status", json!({})).unwrap()["value"]["phase"], "new");
        core.set_clock(json!({"now": scheduled})).unwrap();
        assert_eq!(core.notifications()["shown"], json!([]));
        assert!(!vault.folder().join("demo").exists());
    }
}
