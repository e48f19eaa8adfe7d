//! A word that stands nowhere else is typed into every text field; then every byte that was written is searched.

use std::collections::BTreeMap;
use std::fs::{self, File};
use std::path::{Path, PathBuf};
use std::process::Stdio;
use std::time::Duration;

use app::{Durability, OPERATIONS};
use serde_json::{Value, json};

use crate::child;
use crate::device::Device;
use crate::folder;
use crate::needle;
use crate::request::Requests;
use crate::row::{Skipped, Trial};

/// What the client chose to show without the passphrase. The file says so itself; nowhere else may there be another.
const SHOWN_ON_PURPOSE: &str = "record/handrail.card";
/// Without a secret these take the record away; they have no text that is kept.
const TAKE_AWAY: &[&str] = &["start_anew", "delete_kept", "put_back", "open_demo"];
/// How long notices are listened to after it was locked.
const DAYS: u32 = 30;

pub fn run(trial: &mut Trial) -> Result<String, Skipped> {
    let (mut fields, mut kept, mut bytes, mut files) = (0, 0, 0, 0);
    for round in 0..trial.times {
        let word = needle::word(&mut trial.random);
        let home = trial.place(&format!("home-{round}"));
        fs::create_dir_all(home.join("temporary")).expect("a folder");
        // Cut off with the record open; then opened again and locked.
        for (part, seed) in [("type", trial.random.u64(..)), ("lock", 0)] {
            let said = File::create(home.join(format!("{part}-said"))).expect("a file");
            let errors = File::create(home.join(format!("{part}-errors"))).expect("a file");
            let status = child::command("marker", &[part.as_ref(), word.as_ref(), seed.to_string().as_ref()])
                .current_dir(&home)
                .env("TMPDIR", home.join("temporary"))
                .stdout(Stdio::from(said))
                .stderr(Stdio::from(errors))
                .status()
                .expect("this program can be started");
            let complaint = fs::read_to_string(home.join(format!("{part}-errors"))).unwrap_or_default();
            trial.check(status.success(), || format!("{part} ended with {status}: {complaint}"));
            let all = folder::contents(&home);
            search(trial, &all, &word, part);
            files += all.len();
            bytes += all.values().map(Vec::len).sum::<usize>();
        }
        let typed = fs::read_to_string(home.join("type-said")).unwrap_or_default();
        let said = |word| typed.lines().find_map(|line| line.strip_prefix(word)?.parse::<u64>().ok()).unwrap_or(0);
        fields += said("fields ");
        kept += said("kept ");
        let _ = fs::remove_dir_all(&home);
    }
    trial.check(fields > 100 * trial.times, || format!("only {fields} fields were typed into"));
    // Else what was typed was refused, and could not have leaked.
    trial.check(kept > 50 * trial.times, || format!("only {kept} of them are in the record"));
    Ok(format!("{fields} fields typed into, {kept} kept, {files} files of {:.1} MB searched", bytes as f64 / 1e6))
}

fn search(trial: &mut Trial, all: &BTreeMap<PathBuf, Vec<u8>>, word: &str, part: &str) {
    for needle in needle::of_text(word) {
        for (path, bytes) in all.iter().filter(|(path, _)| path.as_path() != Path::new(SHOWN_ON_PURPOSE)) {
            let hits = needle.count(bytes);
            trial.check(hits == 0, || format!("after {part}: {hits} hits, {}, in {}", needle.form, path.display()));
            let name = path.to_string_lossy();
            trial.check(needle.count(name.as_bytes()) == 0, || format!("after {part}: in the name {name}"));
        }
    }
}

/// The other process: types, or opens and locks. It ends without closing anything.
pub fn perform(part: &str, word: &str, seed: u64) {
    let record = Path::new("record");
    if part == "lock" {
        let device = Device::at(record, Durability::Full);
        device.unlock();
        device.call("lock", json!({}));
        listen(&device);
        return;
    }
    let mut random = fastrand::Rng::with_seed(seed);
    let device = Device::with_much(record, Durability::Relaxed);
    let forms = tempfile::tempdir().expect("a folder");
    let requests = Requests::learnt(forms.path(), &device, &mut random);
    let mut fields = 0;
    for operation in OPERATIONS.iter().filter(|operation| !TAKE_AWAY.contains(&operation.name)) {
        let mut number = 0;
        let mut texts = || {
            number += 1;
            format!("{word} {number}")
        };
        let mut request = requests.example(operation.name, &mut random, &mut texts);
        keep_neutral(operation.name, &mut request);
        // What is refused was typed no less.
        fields += request.to_string().matches(word).count();
        let mut others = random.fork();
        let mut again = || {
            let mut request = requests.example(operation.name, &mut others, &mut texts);
            keep_neutral(operation.name, &mut request);
            request
        };
        let _ = requests.agreed(&device, operation.name, request, &mut random, &mut again);
        // Some of them closed it, and some of what was typed was a wrong secret.
        device.clock.advance(Duration::from_secs(301));
        if device.call("status", json!({}))["phase"] != "open" {
            device.unlock();
        }
    }
    println!("fields {fields}");
    println!("kept {}", device.export().matches(word).count());
    listen(&device);
}

/// Words that the client wants to be shown outside are shown outside.
fn keep_neutral(operation: &str, request: &mut Value) {
    match operation {
        "save_own_reminder" => request["shows_text"] = json!(false),
        "save_reminder_rule" => request["words"] = json!(""),
        _ => {}
    }
}

/// Says what every notice of the coming days says.
fn listen(device: &Device) {
    for _ in 0..DAYS {
        device.clock.advance(Duration::from_secs(24 * 3600));
        device.app.wake();
        device.app.tick();
    }
    for notice in device.notifier.shown() {
        println!("{} {} {}", notice.id, notice.title, notice.body);
    }
}
