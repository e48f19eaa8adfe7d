//! Killed at random moments while it writes: whatever was acknowledged is there.

use std::collections::BTreeMap;
use std::fs::{self, OpenOptions};
use std::io::Write;
use std::path::Path;
use std::time::{Duration, Instant};

use app::Durability;
use serde_json::{Value, json};

use crate::child;
use crate::device::Device;
use crate::row::{Skipped, Trial};

/// After so many kills a new record is begun, so that the last ones take no longer than the first.
const KILLS_OF_A_RECORD: u64 = 25;
/// Milliseconds in which the other process is killed: of those in which it starts and opens, or of writing.
const OPENING: u64 = 500;
const WRITING: u64 = 250;
/// Said when the record is open.
const OPEN: &str = "open";

/// Whether an entry must be there, as far as was acknowledged.
#[derive(Debug, Clone, Copy, PartialEq)]
enum Entry {
    There,
    Gone,
    /// It was asked for or taken away, and killed before the answer.
    Either,
}

pub fn run(trial: &mut Trial) -> Result<String, Skipped> {
    let (mut acknowledged, mut kills) = (0, 0);
    while kills < trial.times {
        let folder = trial.place(&format!("record-{kills}"));
        let log = trial.place(&format!("log-{kills}"));
        drop(Device::with_record(&folder, Durability::Full));
        let mut entries = BTreeMap::new();
        let mut read = 0;
        for _ in 0..KILLS_OF_A_RECORD.min(trial.times - kills) {
            kills += 1;
            let life = kills.to_string();
            let mut other = child::start("kill", &[folder.as_os_str(), log.as_os_str(), life.as_ref()]);
            if trial.random.u8(..4) == 0 {
                std::thread::sleep(Duration::from_millis(trial.random.u64(..OPENING)));
            } else {
                wait_for(&log, read);
                std::thread::sleep(Duration::from_millis(trial.random.u64(..WRITING)));
            }
            other.kill().expect("it can be killed");
            other.wait().expect("it ends");
            let said = fs::read_to_string(&log).unwrap_or_default();
            acknowledged += hear(&mut entries, said.get(read..).unwrap_or_default());
            read = said.len();
            trial.attempt(&format!("kill {kills}"), |trial| look(trial, &folder, &mut entries, kills));
        }
        let _ = fs::remove_dir_all(&folder);
    }
    Ok(format!("{kills} kills, {acknowledged} acknowledged writes"))
}

/// Waits until the other process has opened the record, and said so.
fn wait_for(log: &Path, read: usize) {
    let end = Instant::now() + Duration::from_secs(20);
    while fs::metadata(log).map_or(0, |log| log.len()) <= read as u64 && Instant::now() < end {
        std::thread::sleep(Duration::from_millis(1));
    }
}

/// Takes in what the other process said; how many writes were acknowledged.
fn hear(entries: &mut BTreeMap<String, Entry>, said: &str) -> u64 {
    let mut acknowledged = 0;
    for line in said.lines() {
        let Some((word, name)) = line.split_once(' ') else { continue };
        let entry = match word {
            "there" => Entry::There,
            "gone" => Entry::Gone,
            OPEN => continue,
            _ => Entry::Either,
        };
        acknowledged += u64::from(entry != Entry::Either);
        entries.insert(name.to_owned(), entry);
    }
    acknowledged
}

/// Opens the record and holds it against what was acknowledged. What was in doubt is settled then.
fn look(trial: &mut Trial, folder: &Path, entries: &mut BTreeMap<String, Entry>, kill: u64) {
    let device = Device::at(folder, Durability::Full);
    device.unlock();
    let record: Value = serde_json::from_str(&device.export()).expect("an export is JSON");
    let all = record["attendances"].as_array().expect("attendances");
    let there: Vec<&str> = all.iter().filter_map(|attendance| attendance["name"].as_str()).collect();
    for (name, entry) in entries.iter_mut() {
        let is_there = there.contains(&name.as_str());
        match entry {
            Entry::There => trial.check(is_there, || format!("kill {kill}: {name} is lost")),
            Entry::Gone => trial.check(!is_there, || format!("kill {kill}: {name} came back")),
            Entry::Either => *entry = if is_there { Entry::There } else { Entry::Gone },
        }
    }
    for name in there {
        trial.check(entries.contains_key(name), || format!("kill {kill}: {name} was never written"));
    }
    trial.check(device.call("check_record", json!({}))["whole"] == true, || format!("kill {kill}: not whole"));
    device.call("lock", json!({}));
}

/// The other process: writes until it is killed.
pub fn write(folder: &Path, log: &Path, life: u64) {
    let device = Device::at(folder, Durability::Full);
    device.unlock();
    let mut log = OpenOptions::new().append(true).create(true).open(log).expect("a log");
    // One write of the system's each, so that what is said is said whole.
    let mut say = |word: &str, name: &str| log.write_all(format!("{word} {name}\n").as_bytes()).expect("the log");
    say(OPEN, &life.to_string());
    let mut random = fastrand::Rng::with_seed(life);
    let mut own: Vec<(String, Value)> = Vec::new();
    for n in 0.. {
        match random.u32(..12) {
            // The log of the database is folded in.
            0 => {
                device.call("lock", json!({}));
                device.unlock();
            }
            1 | 2 if !own.is_empty() => {
                let (name, id) = own.swap_remove(random.usize(..own.len()));
                say("try", &name);
                device.call("delete_attendance", json!({"id": id}));
                say("gone", &name);
            }
            _ => {
                let name = format!("{life}-{n}");
                say("try", &name);
                let attendance = json!({"fellowship": "na", "name": name, "on": "2026-01-04", "time": "19:00",
                    "minutes": 60, "mode": "in_person", "place": "", "took": [], "topic": "",
                    "note": "x".repeat(random.usize(..3000))});
                let id = device.call("record_attendance", attendance)["id"].take();
                say("there", &name);
                own.push((name, id));
            }
        }
    }
}
