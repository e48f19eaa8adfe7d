//! A disk that is full or fails at each write: what was there stays, it is said by its code, and the next write works.

use std::path::Path;
use std::process::Command;

use app::{Durability, Failure};
use serde_json::json;

use crate::act::{ACTS, Act, attendance};
use crate::device::Device;
use crate::folder;
use crate::row::{Skipped, Trial};
use crate::trace::{self, Instead};

/// What is tried on a failing disk: those that go on in the same record.
const TRIED: &[&str] = &[
    "write",
    "lock",
    "change_passphrase",
    "renew_recovery_key",
    "save_backup",
    "restore_backup",
    "restore_copy",
    "put_back",
    "salvage",
];

pub fn run(trial: &mut Trial) -> Result<String, Skipped> {
    let small = small_disk(trial);
    let by_trace = trace::possible();
    let mut tries = 0;
    if by_trace.is_ok() {
        for act in ACTS.iter().filter(|act| TRIED.contains(&act.name)) {
            tries += trial.attempt(act.name, |trial| one(trial, act)).unwrap_or(0);
        }
    }
    match (small, by_trace) {
        (Err(why), Err(_)) => Err(why),
        (Ok(written), Err(why)) => Ok(format!("full after {written} writes; SKIPPED each write point: {}", why.0)),
        (Ok(written), Ok(())) => Ok(format!("{tries} write points; a small disk full after {written} writes")),
        (Err(why), Ok(())) => Ok(format!("{tries} write points; SKIPPED the small disk: {}", why.0)),
    }
}

/// Each step of an act refused, once for lack of room and once for a fault of the disk.
fn one(trial: &mut Trial, act: &Act) -> u32 {
    let (place, beside) = (trial.place("record"), trial.place("beside"));
    let _ = std::fs::remove_dir_all(&place);
    (act.make)(&place, &beside);
    let files = folder::contents(&place);
    let given = [act.name.as_ref(), place.as_os_str(), beside.as_os_str()];
    let (steps, _) = trace::steps("act", &given, &trial.place("trace"));
    let mut tries = 0;
    for step in trace::spread(&steps, trial.times, &mut trial.random) {
        for (error, code) in [("ENOSPC", Failure::DiskFull), ("EIO", Failure::ReadOnly)] {
            folder::lay_out(&files, &place);
            let output = trace::run_with("act", &given, &step, Instead::Error(error));
            tries += 1;
            let said = String::from_utf8_lossy(&output.stdout).into_owned();
            let about = format!("{}, {} {} says {error}", act.name, step.call, step.nth);
            let first = said.lines().next().unwrap_or_default();
            // SQLite says of a sync or a cut that it failed, not of what.
            let of_sync = (step.call.contains("sync") || step.call == "ftruncate") && first == "Err(ReadOnly)";
            let good = first == "Ok(())" || first == format!("Err({code:?})") || of_sync;
            trial.check(good, || format!("{about}: {said} {}", String::from_utf8_lossy(&output.stderr)));
            let after = said.lines().nth(1).unwrap_or("Ok(())");
            trial.check(after == "Ok(())", || format!("{about}: the next write: {after}"));
            trial.attempt(&about, |trial| look(trial, act, &place, said.lines().count() > 1, &about));
        }
    }
    tries
}

/// Whatever came of it, the record opens, is whole, and holds what was written after it.
fn look(trial: &mut Trial, act: &Act, place: &Path, wrote: bool, about: &str) {
    let device = Device::at(place, Durability::Full);
    let opens = act.secrets.iter().any(|secret| device.ask("unlock", json!({"passphrase": secret})).is_ok());
    let may_stay_shut = act.begins_damaged;
    trial.check(opens || may_stay_shut, || format!("{about}: nothing opens it; {}", device.call("status", json!({}))));
    if opens {
        let whole = device.call("check_record", json!({}))["whole"] == true;
        if act.begins_damaged && !whole {
            return;
        }
        trial.check(whole, || format!("{about}: not whole"));
        let there = device.export().contains("\"afterwards\"");
        trial.check(there == wrote, || {
            format!("{about}: the write after it is {}", if wrote { "lost" } else { "there" })
        });
    }
}

/// A disk of six megabytes, written until it is full.
fn small_disk(trial: &mut Trial) -> Result<u32, Skipped> {
    let place = trial.place("small");
    std::fs::create_dir_all(&place).expect("a folder");
    let mounted = Command::new("mount").args(["-t", "tmpfs", "-o", "size=6m", "tmpfs"]).arg(&place).output();
    if !mounted.is_ok_and(|output| output.status.success()) {
        return Err(Skipped("no disk may be mounted here".to_owned()));
    }
    let written = trial.attempt("a small disk", |trial| fill(trial, &place));
    let _ = Command::new("umount").arg("--lazy").arg(&place).output();
    Ok(written.unwrap_or(0))
}

fn fill(trial: &mut Trial, disk: &Path) -> u32 {
    let spare = disk.join("spare");
    std::fs::write(&spare, vec![7; 3_000_000]).expect("there is room yet");
    let device = Device::with_record(&disk.join("record"), Durability::Full);
    let mut written = 0;
    let failure = loop {
        match device.ask("record_attendance", attendance(&format!("meeting {written}"), 9_000)) {
            Ok(_) => written += 1,
            Err(failure) => break failure,
        }
    };
    trial.check(failure == Failure::DiskFull, || format!("a full disk says {failure:?}"));
    let kept = device.export();
    trial.check(kept.matches("\"meeting ").count() == written as usize, || "what was written is not there".to_owned());
    let locked = device.ask("lock", json!({}));
    trial.check(locked.is_ok(), || format!("a full disk cannot be locked: {locked:?}"));
    device.unlock();
    trial.check(device.export() == kept, || "after locking on a full disk it says something else".to_owned());
    std::fs::remove_file(&spare).expect("the spare file");
    let after = device.ask("record_attendance", attendance("room again", 9_000));
    trial.check(after.is_ok(), || format!("with room again: {after:?}"));
    trial.check(device.call("check_record", json!({}))["whole"] == true, || "not whole".to_owned());
    device.call("lock", json!({}));
    written
}
