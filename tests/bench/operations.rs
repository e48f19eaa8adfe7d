//! How long each screen's operation takes on a record of ten years. Prints one
//! line of JSON rows: name, median in milliseconds, unit, aim.
//!
//! The record is built once, through the operations themselves, and kept beside
//! the build; it is built anew when it does not open or is older than this program.

use std::hint::black_box;
use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::time::{Duration, Instant, SystemTime};

use app::port::{Clock, Ports};
use app::{App, Durability, Options};
use chrono::{DateTime, DurationRound, TimeDelta, Utc};
use domain::time::Zone;
use serde_json::{Value, json};
use support::{
    FakeClock, FixedBackground, FixedZone, FolderFiles, MemoryKeyStore, NEW_YORK, NoTraces, PASSPHRASE,
    RecordingNotifier,
};

const NOW: &str = "2026-02-03T09:00";

fn app(folder: &Path, options: Options) -> App {
    App::with_options(ports(folder), folder.to_path_buf(), options)
}

fn ports(folder: &Path) -> Ports {
    let zone = Zone::parse(NEW_YORK).unwrap();
    Ports {
        background: Arc::new(FixedBackground::default()),
        clock: Arc::new(FakeClock::civil(NOW, zone)),
        zone: Arc::new(FixedZone::new(zone)),
        notifier: Arc::new(RecordingNotifier::default()),
        key_store: Arc::new(MemoryKeyStore::default()),
        traces: Arc::new(NoTraces),
        files: Arc::new(FolderFiles::new(folder.join("saved"))),
    }
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
    let oldest = versions["versions"].as_array().unwrap().last().unwrap()["id"].clone();
    eprintln!(
        "{} weeks, {} attendances, {} versions of the plan",
        hours["weeks"].as_array().unwrap().len(),
        groups["counts"]["total"],
        versions["versions"].as_array().unwrap().len()
    );
    for (operation, request, aim) in [
        ("today", json!({}), 2.0),
        ("hard_moment", json!({}), 1.0),
        ("week", json!({"of": null}), 1.0),
        ("calendar", json!({"from": "2025-12-29", "to": "2026-02-08"}), 3.0),
        ("search_sessions", json!({"text": "halt"}), 5.0),
        ("search_sessions", json!({"text": "xylophone"}), 5.0),
        ("drug_tests", json!({}), 5.0),
        ("coverage", json!({}), 5.0),
        ("hours", json!({}), 5.0),
        ("care", json!({}), 5.0),
        ("groups", json!({"before": null}), 5.0),
        ("groups", json!({"before": "2021-06-01"}), 5.0),
        ("plan", json!({}), 2.0),
        ("plan_versions", json!({}), 2.0),
        ("plan_version", json!({"id": newest}), 5.0),
        ("compare_plans", json!({"older": oldest, "newer": newest}), 2.0),
        ("plan_text", json!({"sections": [], "language": "en"}), 5.0),
        ("check_ins", json!({"from": "2026-01-01", "to": "2026-01-31"}), 5.0),
        ("check_in_trends", json!({"from": "2016-02-04", "to": "2026-02-03", "by": "month"}), 5.0),
        ("check_in_trends", json!({"from": "2025-02-04", "to": "2026-02-03", "by": "week"}), 5.0),
        ("assessments", json!({"instrument": "phq9"}), 5.0),
        ("mooring", json!({}), 5.0),
        ("aftercare", json!({}), 5.0),
        ("milestones", json!({}), 5.0),
        ("slips", json!({}), 5.0),
        ("reminders", json!({}), 5.0),
        ("to_make_up", json!({}), 5.0),
        ("search_sessions", json!({"text": "ur"}), 5.0),
        ("settings", json!({}), 5.0),
        ("templates", json!({}), 5.0),
        ("status", json!({}), 5.0),
        ("crisis_lines", json!({}), 5.0),
    ] {
        let name = match (operation, request["text"].as_str()) {
            ("groups", _) if request["before"].is_string() => "groups, five years back".to_owned(),
            ("calendar", _) => "calendar, a month".to_owned(),
            ("check_in_trends", _) if request["by"] == "month" => "check_in_trends, ten years by month".to_owned(),
            ("check_in_trends", _) => "check_in_trends, a year by week".to_owned(),
            ("search_sessions", Some(text)) => format!("search_sessions, {text}"),
            _ => operation.to_owned(),
        };
        row(&name, median(101, || drop(black_box(call(&app, operation, request.clone())))), aim);
    }
    // What is kept in memory is dropped by every write: the first look after one.
    let session = call(&app, "week", json!({"of": "2026-01-26"}))["sessions"][0]["session"].clone();
    let mut after = Vec::new();
    let mut writes = Vec::new();
    let mut plans = Vec::new();
    for turn in 0..41 {
        let state = if turn % 2 == 0 { "missed" } else { "attended" };
        let start = Instant::now();
        call(&app, "log_session", json!({"session": session, "state": state}));
        writes.push(start.elapsed());
        let start = Instant::now();
        app.wake();
        plans.push(start.elapsed());
        let start = Instant::now();
        call(&app, "today", json!({}));
        after.push(start.elapsed());
    }
    let middle = |runs: &mut Vec<Duration>| {
        runs.sort();
        runs[runs.len() / 2].as_secs_f64() * 1000.0
    };
    row("log_session, with the week's hours anew", middle(&mut writes), 20.0);
    row("reminders of 60 days, planned anew", median(101, || app.wake()), 5.0);
    row("the same, after a logged session", middle(&mut plans), 5.0);
    row("today, after a logged session", middle(&mut after), 5.0);
    let [ours, theirs] = expansion();
    row("pattern expansion, ten years of ten patterns", ours, 2.0);
    let beside = json!({"name": "the same by the rrule crate", "value": (theirs * 1000.0).round() / 1000.0,
        "unit": "ms", "aim": null});
    let unlock = json!({"passphrase": PASSPHRASE});
    let unlocked = median(11, || {
        call(&app, "lock", json!({}));
        call(&app, "unlock", unlock.clone());
    });
    row("lock and unlock, without Argon2", unlocked, 100.0);
    row(
        "requirements, owed over ten years",
        median(101, || drop(black_box(call(&app, "requirements", json!({}))))),
        5.0,
    );
    let record = |format: &str| {
        json!({"format": format, "choice": {"of": "groups", "from": "2025-02-04", "to": "2026-02-03", "name": "J. D.",
            "case_number": "", "fellowships": ["aa"], "notes": false, "signatures": true, "requirement": null,
            "language": "en", "sheet": "letter"}})
    };
    let mut size = 0;
    let paper = median(11, || {
        let saved = call(&app, "export_attendance_record", record("pdf"));
        size = std::fs::metadata(saved["saved"].as_str().unwrap()).unwrap().len();
    });
    let choice = record("pdf")["choice"].take();
    let shown = call(&app, "preview_attendance_record", json!({"choice": choice, "all_pages": false}));
    let of = format!("attendance record of a year, {} meetings", shown["rows"]);
    row(&format!("{of}, as PDF"), paper, 300.0);
    let both = median(101, || {
        black_box((call(&app, "plan", json!({})), call(&app, "plan_versions", json!({}))));
    });
    row("plan, with the list of its versions", both, 2.0);
    for (form, name) in [("whole", "plan, as PDF"), ("card", "plan as a card, as PDF")] {
        let choice = json!({"sections": [], "form": form, "name": "J. D.", "language": "en", "sheet": "letter"});
        let request = json!({"format": "pdf", "choice": choice});
        row(name, median(11, || drop(black_box(call(&app, "export_plan", request.clone())))), 300.0);
    }
    drop(app);
    for (name, value, aim) in lists(&folder) {
        row(&name, value, aim);
    }
    row("change_session, all of a pattern with 500 logged", pattern_edit(&folder), 20.0);
    row("lateness of a reminder", lateness(&folder), 1000.0);
    row("unlock, with Argon2", with_argon(&folder), 1000.0);
    rows.push(json!({"name": format!("{of}, size"), "value": kilobytes(size), "unit": "kB", "aim": 200}));
    rows.push(beside);
    println!("{}", json!({"rows": rows}));
}

/// Bytes in thousands, to one digit.
fn kilobytes(bytes: u64) -> f64 {
    (bytes as f64 / 100.0).round() / 10.0
}

/// Twenty thousand meetings: taken in, and looked through.
fn lists(beside: &Path) -> Vec<(String, f64, f64)> {
    let folder = beside.with_file_name("lists");
    let _ = std::fs::remove_dir_all(&folder);
    let app = app(&folder, Options { costly_passphrase: false, durability: Durability::Full });
    call(&app, "create_vault", json!({"passphrase": PASSPHRASE, "language": "en"}));
    let places = ["Bronx", "Queens", "Brooklyn", "San José", "Albany"];
    let meetings: Vec<Value> = (0..20_000)
        .map(|i| {
            let (openness, kind) = (["O", "C"][i % 2], ["W", "M", "S", "ST", "LGBTQ"][i % 5]);
            json!({"slug": format!("meeting-{i}"), "name": format!("Group {} of {}", i % 977, places[i % 5]),
                "day": i % 7, "time": format!("{:02}:{:02}", 6 + i % 17, i % 4 * 15), "region": places[i % 5],
                "timezone": if i % 9 == 0 { "America/Los_Angeles" } else { "America/New_York" },
                "types": [openness, kind, "X"],
                "location": format!("Hall {}", i % 311), "formatted_address": format!("{} Elm Street", i % 500),
                "notes": "Ring the bell beside the blue door &amp; come up to the second floor."})
        })
        .collect();
    let text = Value::Array(meetings).to_string();
    let take_in = |list: Value| {
        let request = json!({"text": text, "name": "Bench", "fellowship": "aa", "list": list});
        let start = Instant::now();
        call(&app, "import_meeting_list", request);
        start.elapsed().as_secs_f64() * 1000.0
    };
    let first = take_in(Value::Null);
    let list = call(&app, "meeting_lists", json!({}))["lists"][0]["id"].clone();
    let mut rows = vec![
        ("import of 20,000 meetings".to_owned(), first, 1000.0),
        ("the same list again".to_owned(), take_in(list), 1000.0),
    ];
    for (name, wanted) in [
        ("now", json!({"when": "now"})),
        ("a weekday", json!({"when": {"on": "friday"}})),
        ("all, kinds and online", json!({"when": "any", "kinds": ["open", "women"], "reach": "in_person"})),
        ("a word of every meeting", json!({"when": "any", "text": "blue door"})),
        ("a place and a time", json!({"when": "any", "place": "san jose", "from": "18:00"})),
        ("the last page", json!({"when": "any", "skip": 19_980})),
    ] {
        let value = median(31, || drop(black_box(call(&app, "find_meetings", wanted.clone()))));
        rows.push((format!("find_meetings, {name}"), value, 10.0));
    }
    rows
}

/// Changing the time of a pattern with 500 sessions logged, and back.
fn pattern_edit(beside: &Path) -> f64 {
    let folder = beside.with_file_name("pattern");
    let _ = std::fs::remove_dir_all(&folder);
    let app = app(&folder, CHEAP);
    call(&app, "create_vault", json!({"passphrase": PASSPHRASE, "language": "en"}));
    let slot = json!({"weekday": "monday", "time": "09:00", "minutes": 90, "kind": "group"});
    let provider = json!({"name": "", "phone": "", "address": "", "room": "", "link": ""});
    let phase = json!({"weeks": 520, "target_minutes": 90, "slots": [slot]});
    let care = json!({"level": "outpatient", "age_group": "adult", "starts_on": "2016-06-06", "zone": NEW_YORK,
        "provider": provider, "phases": [phase]});
    call(&app, "start_care", care);
    let from: chrono::NaiveDate = "2016-06-06".parse().unwrap();
    for week in from.iter_weeks().take(500) {
        let session = call(&app, "week", json!({"of": week}))["sessions"][0]["session"].clone();
        call(&app, "log_session", json!({"session": session, "state": "attended"}));
    }
    let mut late = false;
    median(41, || {
        late = !late;
        let ahead = call(&app, "week", json!({"of": "2026-02-09"}))["sessions"][0]["session"].clone();
        let time = if late { "10:00" } else { "09:00" };
        call(&app, "change_session", json!({"session": ahead, "scope": "all", "time": time}));
    })
}

/// Ten weekly patterns over ten years, by the domain alone; and the same instances by the rrule crate.
fn expansion() -> [f64; 2] {
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
    let to = plus_days(from, 3652);
    let ours = domain::schedule::occurrences(&patterns, &[], from, to).len();
    let zone = rrule::Tz::Tz(chrono_tz::America::New_York);
    let local = |on: chrono::NaiveDate, pattern: &Pattern| on.and_time(pattern.time.time());
    let rules: Vec<rrule::RRuleSet> = patterns
        .iter()
        .map(|pattern| {
            let start = local(pattern.first_day(), pattern).and_local_timezone(zone).unwrap();
            let until = local(to, pattern).and_local_timezone(zone).unwrap();
            let rule = rrule::RRule::new(rrule::Frequency::Weekly).until(until.with_timezone(&rrule::Tz::UTC));
            rule.build(start).unwrap()
        })
        .collect();
    let expand = || rules.iter().map(|rule| rule.clone().all(10_000).dates.len()).sum::<usize>();
    assert_eq!(ours, expand(), "the same instances");
    [
        median(101, || drop(black_box(domain::schedule::occurrences(&patterns, &[], from, to)))),
        median(11, || _ = black_box(expand())),
    ]
}

/// This machine's clock.
struct OwnClock(Instant);

impl Clock for OwnClock {
    fn now(&self) -> DateTime<Utc> {
        SystemTime::now().into()
    }

    fn monotonic(&self) -> Duration {
        self.0.elapsed()
    }
}

/// How long after the whole minute at which it is due a reminder of a locked record is handed over, in milliseconds.
fn lateness(beside: &Path) -> f64 {
    let folder = beside.with_file_name("late");
    let _ = std::fs::remove_dir_all(&folder);
    let (clock, notifier) = (Arc::new(OwnClock(Instant::now())), Arc::new(RecordingNotifier::default()));
    let ports = Ports { clock: Arc::clone(&clock) as _, notifier: Arc::clone(&notifier) as _, ..ports(&folder) };
    let app = Arc::new(App::with_options(ports, folder, CHEAP));
    call(&app, "create_vault", json!({"passphrase": PASSPHRASE, "language": "en"}));
    app::run_keeper(Arc::clone(&app));
    // The next whole minute that leaves time to lock.
    let due = (clock.now() + TimeDelta::seconds(62)).duration_trunc(TimeDelta::minutes(1)).unwrap();
    let local = Zone::parse(NEW_YORK).unwrap().civil(due);
    let own = json!({"id": null, "text": "x", "shows_text": false, "on": local.date(), "repeat": null, "ends_on": null,
        "time": local.format("%H:%M").to_string()});
    call(&app, "save_own_reminder", own);
    call(&app, "lock", json!({}));
    while notifier.shown().is_empty() {
        std::thread::sleep(Duration::from_millis(1));
    }
    (clock.now() - due).as_seconds_f64() * 1000.0
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
