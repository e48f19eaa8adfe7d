//! Killed at random moments around the reminders of a night: none is lost, and only one that was just shown comes twice.

use std::collections::HashMap;
use std::fs::OpenOptions;
use std::io::Write;
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};
use std::sync::Arc;
use std::time::{Duration, Instant, SystemTime, UNIX_EPOCH};

use app::port::{Clock, Notice, Notifier, NotifierError, Ports, Pressed};
use app::{App, Durability, Options};
use chrono::{DateTime, TimeDelta, Utc};
use domain::time::Zone;
use serde_json::{Value, json};
use support::{FixedBackground, FixedZone, FolderFiles, MemoryKeyStore, NoTraces, PASSPHRASE};

/// Where the other process finds its record, and when the night began on this clock, in milliseconds.
const FOLDER: &str = "HANDRAIL_TEST_REMINDS";
const BEGAN: &str = "HANDRAIL_TEST_BEGAN";
/// So many times faster goes the clock: a minute takes a fifth of a second.
const FASTER: i32 = 300;
const KILLS: usize = 200;
/// One each minute; fewer than a locked record knows, so that it matters not how often it is opened meanwhile.
const REMINDERS: usize = 170;

/// A clock that runs faster, and goes on while the process is not there.
struct FastClock {
    began: SystemTime,
}

impl FastClock {
    fn start() -> DateTime<Utc> {
        "2026-01-05T10:00:00Z".parse().unwrap()
    }
}

impl Clock for FastClock {
    fn now(&self) -> DateTime<Utc> {
        Self::start() + TimeDelta::from_std(self.began.elapsed().unwrap_or_default()).unwrap() * FASTER
    }

    fn monotonic(&self) -> Duration {
        self.began.elapsed().unwrap_or_default()
    }
}

/// Writes down each notice in one breath: what is written then is there, whatever happens to the process.
struct Paper {
    file: PathBuf,
}

impl Notifier for Paper {
    fn show(&self, notice: &Notice) -> Result<(), NotifierError> {
        let at = SystemTime::now().duration_since(UNIX_EPOCH).unwrap().as_millis();
        let line = format!("{} {at}\n", notice.id);
        let mut file = OpenOptions::new().append(true).create(true).open(&self.file).map_err(|_| NotifierError)?;
        file.write_all(line.as_bytes()).map_err(|_| NotifierError)
    }

    fn withdraw(&self, _: &str) {}

    fn listen(&self, _: Pressed) {}
}

fn app(home: &Path, began: SystemTime) -> Arc<App> {
    let ports = Ports {
        clock: Arc::new(FastClock { began }),
        zone: Arc::new(FixedZone::new(Zone::UTC)),
        notifier: Arc::new(Paper { file: home.join("shown") }),
        key_store: Arc::new(MemoryKeyStore::default()),
        traces: Arc::new(NoTraces),
        files: Arc::new(FolderFiles::new(home.join("saved"))),
        background: Arc::new(FixedBackground::default()),
    };
    let options = Options { costly_passphrase: false, durability: Durability::Full };
    Arc::new(App::with_options(ports, home.join("record"), options))
}

/// The other process: reminds until it is killed, locked or open.
fn remind(home: &Path) -> ! {
    let began = std::env::var(BEGAN).unwrap().parse().unwrap();
    let app = app(home, UNIX_EPOCH + Duration::from_millis(began));
    app::run_keeper(Arc::clone(&app));
    if home.join("opens").exists() {
        app.call("unlock", json!({"passphrase": PASSPHRASE})).unwrap();
    }
    std::thread::park();
    unreachable!("nobody wakes it")
}

fn start(home: &Path, began: Duration) -> Child {
    Command::new(std::env::current_exe().unwrap())
        .args(["--exact", "reminders_killed::killed_at_two_hundred_moments_no_reminder_is_lost"])
        .env(FOLDER, home)
        .env(BEGAN, began.as_millis().to_string())
        .stdout(Stdio::null())
        .stderr(Stdio::null())
        .spawn()
        .unwrap()
}

#[test]
fn killed_at_two_hundred_moments_no_reminder_is_lost() {
    if let Some(home) = std::env::var_os(FOLDER) {
        remind(Path::new(&home));
    }
    let home = tempfile::tempdir().unwrap();
    let home = home.path();
    // The record is made before the night begins.
    let before = app(home, SystemTime::now());
    let call = |operation: &str, request: Value| before.call(operation, request).unwrap();
    call("create_vault", json!({"passphrase": PASSPHRASE, "language": "en"}));
    call("save_settings", json!({"language": "en", "week_starts_on": "monday", "lock_after_minutes": null}));
    for minute in 0..REMINDERS {
        let time = format!("{:02}:{:02}", 12 + minute / 60, minute % 60);
        let own = json!({"id": null, "text": "x", "shows_text": false, "on": "2026-01-05", "time": time, "repeat": null,
            "ends_on": null});
        call("save_own_reminder", own);
    }
    call("lock", json!({}));
    drop(before);
    let _ = std::fs::remove_file(home.join("shown"));

    // It is noon in a moment.
    let now = SystemTime::now().duration_since(UNIX_EPOCH).unwrap();
    let noon = Duration::from_secs(2 * 3600) / FASTER.unsigned_abs();
    let began = now + Duration::from_millis(500) - noon;
    let night = Duration::from_secs(60) / FASTER.unsigned_abs() * u32::try_from(REMINDERS).unwrap();
    let until = Instant::now() + Duration::from_millis(500) + night;
    let mut random = 0x2545_F491_4F6C_DD1D_u64;
    let mut kills = 0;
    while kills < KILLS || Instant::now() < until {
        random ^= random << 13;
        random ^= random >> 7;
        random ^= random << 17;
        if random.is_multiple_of(3) {
            std::fs::write(home.join("opens"), "").unwrap();
        } else {
            let _ = std::fs::remove_file(home.join("opens"));
        }
        let mut child = start(home, began);
        std::thread::sleep(Duration::from_millis(random % 250));
        child.kill().unwrap();
        child.wait().unwrap();
        kills += 1;
    }
    // One that lives on says what is left.
    let mut last = start(home, began);
    std::thread::sleep(Duration::from_secs(1));
    last.kill().unwrap();
    last.wait().unwrap();

    let paper = std::fs::read_to_string(home.join("shown")).unwrap();
    let mut shown: HashMap<&str, Vec<u64>> = HashMap::new();
    for line in paper.lines() {
        let (id, at) = line.split_once(' ').unwrap();
        shown.entry(id).or_default().push(at.parse().unwrap());
    }
    // What tells of those that were missed, and that nothing more is planned, is no reminder.
    for notice in ["missed", "ended"] {
        shown.remove(notice);
    }
    assert_eq!(shown.len(), REMINDERS, "none is lost");
    let again: Vec<_> = shown.values().filter(|times| times.len() > 1).collect();
    for times in &again {
        let (first, last) = (times.iter().min().unwrap(), times.iter().max().unwrap());
        // It starts and unlocks anew in much less.
        assert!(last - first < 10_000, "soon after it was started again: {times:?}");
    }
    println!("{kills} kills, {} of {REMINDERS} reminders shown more than once", again.len());
    assert!(again.len() < REMINDERS / 4, "only where it was killed in between: {}", again.len());
}
