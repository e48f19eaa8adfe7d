//! The memory of the core's process after it was locked: no copy of the key, none of what was typed.
//!
//! What is looked into is another process of this program: the core over a real record, with the shipped app's memory
//! that is wiped as it is given back, and no window. The window's process is looked into by the tests of the window.

use std::fs::{self, File};
use std::io::{BufRead, BufReader, Read, Seek, SeekFrom, Write};
use std::path::Path;
use std::process::{Child, Stdio};

use app::Durability;
use serde_json::{Value, json};
use support::PASSPHRASE;
use vault::Vault;

use crate::child;
use crate::device::Device;
use crate::needle::{self, Needle};
use crate::row::{Skipped, Trial};

/// So much is read at once. What lies across two such parts is found by their overlap.
const PART: u64 = 4 * 1024 * 1024;
const OVERLAP: u64 = 4096;

/// What is looked for, and how often it may be there.
struct Sought {
    what: &'static str,
    needles: Vec<Needle>,
}

pub fn run(trial: &mut Trial) -> Result<String, Skipped> {
    let (mut open, mut searched) = ([0; 2], 0);
    for round in 0..trial.times {
        let place = trial.place(&format!("record-{round}"));
        drop(Device::with_record(&place, Durability::Full));
        let key = Vault::at(&place).open_with_passphrase(PASSPHRASE).expect("the record's key");
        let word = needle::word(&mut trial.random);
        let sought = [
            Sought { what: "the key", needles: needle::of_bytes(key.expose()) },
            Sought { what: "what was typed", needles: needle::of_text(&word) },
        ];
        let mut other = child::command("memory", &[place.as_os_str()])
            .stdin(Stdio::piped())
            .stdout(Stdio::piped())
            .spawn()
            .expect("this program can be started");
        let done = trial.attempt(&format!("round {round}"), |trial| talk(trial, &mut other, &word, &sought, round));
        let _ = other.kill();
        let _ = other.wait();
        if let Some((while_open, bytes)) = done.transpose()? {
            open.iter_mut().zip(while_open).for_each(|(sum, copies)| *sum += copies);
            searched += bytes;
        }
    }
    // Else it was looked for in the wrong place.
    let [keys, words] = open;
    trial.check(keys > 0, || "not even the open record's key was found".to_owned());
    trial.check(words > 0, || "not even what was typed was found while it is open".to_owned());
    Ok(format!(
        "{} rounds, {keys} copies of the key and {words} of the text while open, {:.0} MB searched after locking",
        trial.times,
        searched as f64 / 1e6
    ))
}

/// Has the other process open and type, then lock; the copies of each while open, and the bytes searched after.
fn talk(
    trial: &mut Trial,
    other: &mut Child,
    word: &str,
    sought: &[Sought],
    round: u64,
) -> Result<(Vec<usize>, u64), Skipped> {
    let mut ear = BufReader::new(other.stdout.take().expect("its words"));
    let mut mouth = other.stdin.take().expect("its ear");
    let mut wait = |for_what: &str| {
        let mut line = String::new();
        ear.read_line(&mut line).expect("a line");
        assert_eq!(line.trim(), for_what);
    };
    writeln!(mouth, "{word}").expect("it hears");
    wait("open");
    let (counts, _) = look(other.id(), sought)?;
    writeln!(mouth, "lock").expect("it hears");
    wait("locked");
    let (after, bytes) = look(other.id(), sought)?;
    for (sought, forms) in sought.iter().zip(after) {
        for (form, copies) in forms {
            trial.check(copies == 0, || format!("round {round}: {copies} copies of {}, {form}", sought.what));
        }
    }
    Ok((counts.iter().map(|forms| forms.iter().map(|(_, copies)| copies).sum()).collect(), bytes))
}

type Copies = Vec<Vec<(&'static str, usize)>>;

/// How often each form of each is in all memory of a process that it can write, and how much that is.
fn look(process: u32, sought: &[Sought]) -> Result<(Copies, u64), Skipped> {
    let maps = fs::read_to_string(format!("/proc/{process}/maps"));
    let memory = File::open(format!("/proc/{process}/mem"));
    let (Ok(maps), Ok(mut memory)) = (maps, memory) else {
        return Err(Skipped("another process may not be looked into here".to_owned()));
    };
    let mut copies: Copies =
        sought.iter().map(|sought| sought.needles.iter().map(|needle| (needle.form, 0)).collect()).collect();
    let mut searched = 0;
    for line in maps.lines() {
        let mut words = line.split_whitespace();
        let (Some(range), Some(rights)) = (words.next(), words.next()) else { continue };
        let ends = range.split_once('-').map(|(from, to)| (u64::from_str_radix(from, 16), u64::from_str_radix(to, 16)));
        let (Some((Ok(from), Ok(to))), true) = (ends, rights.starts_with("rw")) else { continue };
        let mut at = from;
        while at < to {
            let end = to.min(at + PART);
            let mut bytes = vec![0; usize::try_from(end - at).unwrap_or(0)];
            if memory.seek(SeekFrom::Start(at)).and_then(|_| memory.read_exact(&mut bytes)).is_ok() {
                searched += end - at;
                for (sought, counts) in sought.iter().zip(&mut copies) {
                    for (needle, (_, count)) in sought.needles.iter().zip(counts) {
                        *count += needle.count(&bytes);
                    }
                }
            }
            at = if end == to { to } else { end - OVERLAP };
        }
    }
    Ok((copies, searched))
}

/// The other process: opens, has that word typed into it in many ways, reads it back, and locks when it is told.
pub fn perform(place: &Path) {
    let mut lines = std::io::stdin().lines();
    let device = Device::at(place, Durability::Full);
    device.unlock();
    {
        let word = lines.next().expect("a word").expect("a line");
        type_in(&device, &word);
    }
    println!("open");
    let _ = lines.next();
    device.call("lock", json!({}));
    println!("locked");
    let _ = lines.next();
}

fn type_in(device: &Device, word: &str) {
    let note = format!("{word} note");
    for n in 0..20 {
        let attendance = json!({"fellowship": "na", "name": format!("{word} {n}"), "on": "2026-01-04", "time": "19:00",
            "minutes": 60, "mode": "online", "took": [], "topic": word, "note": note});
        device.call("record_attendance", attendance);
    }
    device.call("save_draft", json!({"key": "plan", "text": note}));
    let check_in = json!({"on": "2026-01-04", "mood": 3, "craving": 2, "hungry": false, "angry": false, "lonely": true,
        "tired": false, "sleep_minutes": 420, "used": null, "note": note});
    device.call("save_check_in", check_in);
    let own = json!({"id": null, "text": word, "shows_text": false, "on": "2026-01-06", "time": "12:00",
        "repeat": null, "ends_on": null});
    device.call("save_own_reminder", own);
    for (operation, request) in [
        ("groups", json!({"before": null})),
        ("check_ins", json!({"from": "2026-01-01", "to": "2026-01-05"})),
        ("draft", json!({"key": "plan"})),
        ("reminders", json!({})),
        ("search_sessions", json!({"text": word})),
        ("today", json!({})),
    ] {
        let _: Value = device.call(operation, request);
    }
}
