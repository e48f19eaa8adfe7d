//! How long each screen's operation takes on a record of ten years. Prints one
//! line of JSON rows: name, median in milliseconds, unit, aim.
//!
//! The record is built once, through the operations themselves, and kept beside
//! the build; it is built anew when it does not open or is older than this program.

use std::hint::black_box;
use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::time::{Duration, Instant};

use app::port::Ports;
use app::{App, Durability, Options};
use domain::time::Zone;
use serde_json::{Value, json};
use support::{FakeClock, FixedZone, FolderFiles, NEW_YORK, NoKeyStore, PASSPHRASE, RecordingNotifier};

const NOW: &str = "2026-02-03T09:00";

fn app(folder: &Path, options: Options) -> App {
    let zone = Zone::parse(NEW_YORK).unwrap();
    let ports = Ports {
        clock: Arc::new(FakeClock::civil(NOW, zone)),
        zone: Arc::new(FixedZone::new(zone)),
        notifier: Arc::new(RecordingNotifier::default()),
        key_store: Arc::new(NoKeyStore),
        files: Arc::new(FolderFiles::new(folder.join("saved"))),
    };
    App::with_options(ports, folder.to_path_buf(), options)
}

const CHEAP: Options = Options { costly_passphrase: false, durability: Durability::Relaxed };

fn call(app: &App, operation: &str, request: Value) -> Value {
    app.call(operation, request).unwrap_or_else(|failure| panic!("{operation}: {failure:?}"))["value"].take()
}

fn record() -> (App, PathBuf) {
    let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join("ten-years");
    let app_of = || app(&folder, CHEAP);
    let ready = app_of();
    let unlock = json!({"passphrase": PASSPHRASE});
    if folder.join("complete").exists() && ready.call("unlock", unlock).is_ok() {
        return (ready, folder);
    }
    drop(ready);
    let _ = std::fs::remove_dir_all(&folder);
    eprintln!("Building a record of ten years; this takes a minute or two.");
    let ready = app_of();
    call(&ready, "create_vault", json!({"passphrase": PASSPHRASE, "language": "en"}));
    ready.fill_with_ten_years().unwrap();
    std::fs::write(folder.join("complete"), "").unwrap();
    (ready, folder)
}

/// The median of many runs, in milliseconds.
fn median(times: usize, mut work: impl FnMut()) -> f64 {
    work();
    let mut runs: Vec<Duration> = (0..times)
        .map(|_| {
            let start = Instant::now();
            work();
            start.elapsed()
        })
        .collect();
    runs.sort();
    runs[runs.len() / 2].as_secs_f64() * 1000.0
}

fn main() {
    let (app, folder) = record();
    let mut rows = Vec::new();
    let mut row = |name: &str, value: f64, aim: f64| {
        rows.push(json!({"name": name, "value": (value * 1000.0).round() / 1000.0, "unit": "ms", "aim": aim}));
    };
    let groups = call(&app, "groups", json!({"before": null}));
    let hours = call(&app, "hours", json!({}));
    let versions = call(&app, "plan_versions", json!({}));
    let newest = versions["versions"][0]["id"].clone();
    eprintln!(
        "{} weeks, {} attendances, {} versions of the plan",
        hours["weeks"].as_array().unwrap().len(),
        groups["total"],
        versions["versions"].as_array().unwrap().len()
    );
    for (operation, request, aim) in [
        ("today", json!({}), 2.0),
        ("hard_moment", json!({}), 5.0),
        ("week", json!({"of": null}), 5.0),
        ("hours", json!({}), 5.0),
        ("care", json!({}), 5.0),
        ("groups", json!({"before": null}), 5.0),
        ("groups", json!({"before": "2021-06-01"}), 5.0),
        ("plan", json!({}), 5.0),
        ("plan_versions", json!({}), 5.0),
        ("plan_version", json!({"id": newest}), 5.0),
        ("check_ins", json!({"from": "2026-01-01", "to": "2026-01-31"}), 5.0),
        ("reminders", json!({}), 5.0),
        ("to_make_up", json!({}), 5.0),
        ("search_sessions", json!({"text": "ur"}), 5.0),
        ("settings", json!({}), 5.0),
        ("templates", json!({}), 5.0),
        ("status", json!({}), 5.0),
        ("crisis_lines", json!({}), 5.0),
    ] {
        let name =
            if request["before"].is_string() { "groups, five years back".to_owned() } else { operation.to_owned() };
        row(&name, median(101, || drop(black_box(call(&app, operation, request.clone())))), aim);
    }
    // What is kept in memory is dropped by every write: the first look after one.
    let session = call(&app, "week", json!({"of": "2026-01-26"}))["sessions"][0]["session"].clone();
    let mut after = Vec::new();
    let mut writes = Vec::new();
    for turn in 0..41 {
        let state = if turn % 2 == 0 { "missed" } else { "attended" };
        let start = Instant::now();
        call(&app, "log_session", json!({"session": session, "state": state}));
        writes.push(start.elapsed());
        let start = Instant::now();
        call(&app, "today", json!({}));
        after.push(start.elapsed());
    }
    let middle = |runs: &mut Vec<Duration>| {
        runs.sort();
        runs[runs.len() / 2].as_secs_f64() * 1000.0
    };
    row("log_session, with the week's hours anew", middle(&mut writes), 20.0);
    row("today, after a logged session", middle(&mut after), 5.0);
    row("pattern expansion, ten years", expansion(), 2.0);
    let unlock = json!({"passphrase": PASSPHRASE});
    let unlocked = median(11, || {
        call(&app, "lock", json!({}));
        call(&app, "unlock", unlock.clone());
    });
    row("lock and unlock, without Argon2", unlocked, 100.0);
    drop(app);
    row("unlock, with Argon2", with_argon(&folder), 1000.0);
    println!("{}", json!({"rows": rows}));
}

/// Ten weekly patterns over ten years, by the domain alone.
fn expansion() -> f64 {
    use domain::care::{Pattern, SessionKind};
    use domain::id::{EpisodeId, PatternId};
    use domain::time::{TimeOfDay, Weekday, plus_days};
    let from = "2016-01-04".parse().unwrap();
    let patterns: Vec<Pattern> = (0..10u16)
        .map(|i| Pattern {
            id: PatternId::new(u64::from(i), &[0; 10]),
            episode: EpisodeId::new(0, &[0; 10]),
            kind: SessionKind::Group,
            weekday: Weekday::ALL[usize::from(i) % 7],
            time: TimeOfDay::from_minutes(540 + i),
            minutes: 90,
            every_weeks: 1,
            starts_on: from,
            ends_on: None,
        })
        .collect();
    median(101, || drop(black_box(domain::schedule::occurrences(&patterns, &[], from, plus_days(from, 3652)))))
}

/// Unlocking a record whose passphrase costs what a client's does.
fn with_argon(beside: &Path) -> f64 {
    let folder = beside.with_file_name("argon");
    let _ = std::fs::remove_dir_all(&folder);
    let app = app(&folder, Options { costly_passphrase: true, durability: Durability::Full });
    call(&app, "create_vault", json!({"passphrase": PASSPHRASE, "language": "en"}));
    median(5, || {
        call(&app, "lock", json!({}));
        call(&app, "unlock", json!({"passphrase": PASSPHRASE}));
    })
}
