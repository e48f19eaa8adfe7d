//! A disk that is full or fails at each write: what was there stays, it is said by its code, and the next write works.

use std::io::Write;
use std::path::Path;
use std::process::Command;

use app::{Durability, Failure};
use serde_json::json;

use crate::act::{self, ACTS, AFTERWARDS, Act, attendance};
use crate::device::Device;
use crate::folder;
use crate::row::{Skipped, Trial};
use crate::step::{self, Known};
use crate::trace::{self, Instead};

/// What is not tried on a failing disk: it says itself which files it had to leave.
const NOT_TRIED: &str = "destroy_everything";

pub fn run(trial: &mut Trial) -> Result<String, Skipped> {
    let mut said = Vec::new();
    if let Err(why) = trace::possible() {
        said.push(format!("SKIPPED each write point: {}", why.0));
    } else {
        let mut tries = 0;
        for act in tried() {
            tries += trial.attempt(act.name, |trial| one(trial, act)).unwrap_or(0);
            trial.tell(&format!("{tries} write points up to {}", act.name));
        }
        said.push(format!("{tries} write points"));
    }
    let small = trial.place("small");
    match mounted(&small) {
        Ok(disk) => {
            let written = trial.attempt("a small disk", |trial| fill(trial, &small)).unwrap_or(0);
            drop(disk);
            said.push(format!("full after {written} writes"));
            let stays = ACTS.iter().map(|act| trial.attempt(act.name, |trial| stays_full(trial, act)).unwrap_or(0));
            said.push(format!("{} acts on a disk that stays full", stays.sum::<u32>()));
        }
        Err(why) if said.iter().any(|part| part.starts_with("SKIPPED")) => return Err(why),
        Err(why) => {
            let stays = tried().map(|act| trial.attempt(act.name, |trial| refused_on(trial, act)).unwrap_or(0));
            let stays: u32 = stays.sum();
            said.push(format!("{stays} acts that find no room from some write on; SKIPPED the small disk: {}", why.0));
        }
    }
    // What one half of it could not be tried is not reached by the other.
    if said.iter().any(|part| part.starts_with("SKIPPED")) {
        Err(Skipped(said.join("; ")))
    } else {
        Ok(said.join("; "))
    }
}

fn tried() -> impl Iterator<Item = &'static Act> {
    ACTS.iter().filter(|act| act.name != NOT_TRIED)
}

/// Each step of an act refused, once for lack of room and once for a fault of the disk.
fn one(trial: &mut Trial, act: &Act) -> u32 {
    let known = Known::of(trial, act);
    let mut tries = 0;
    for step in trace::spread(&known.steps, trial.times, &mut trial.random) {
        for (error, code) in [("ENOSPC", Failure::DiskFull), ("EIO", Failure::ReadOnly)] {
            known.lay_out();
            let output = trace::run_with("act", &known.given(act), &step, Instead::Error(error), &trial.place("trace"));
            tries += 1;
            let said = String::from_utf8_lossy(&output.stdout).into_owned();
            let about = format!("{}, {} {} says {error}", act.name, step.call, step.nth);
            let first = said.lines().next().unwrap_or_default();
            // SQLite says of a sync, a cut or an opening that it failed, not of what.
            let unsaid = step.opens_database || step.call.contains("sync") || step.call == "ftruncate";
            let said_by_code = first == format!("Err({code:?})") || unsaid && first == "Err(ReadOnly)";
            let good = first == "Ok(())" || said_by_code;
            trial.check(good, || format!("{about}: {said} {}", String::from_utf8_lossy(&output.stderr)));
            let after = said.lines().nth(1).unwrap_or("Ok(())");
            trial.check(after == "Ok(())", || format!("{about}: the next write: {after}"));
            let may = if first == "Ok(())" { &known.new } else { &known.may };
            trial.attempt(&about, |trial| {
                look_afterwards(trial, act, &known, said.lines().count() > 1, &about);
                step::look(trial, act, &known, may, &about);
            });
        }
    }
    tries
}

/// Whatever came of it, what was written after it is there.
fn look_afterwards(trial: &mut Trial, act: &Act, known: &Known, wrote: bool, about: &str) {
    let device = Device::at(&known.place, Durability::Full);
    if act.secrets.iter().any(|secret| device.ask("unlock", json!({"passphrase": secret})).is_ok()) {
        // What is damaged still must stay as it is.
        if act.begins_damaged && device.call("check_record", json!({}))["whole"] == false {
            return;
        }
        let there = device.export().contains(&format!("\"{AFTERWARDS}\""));
        trial.check(there == wrote, || {
            format!("{about}: the write after it is {}", if wrote { "lost" } else { "there" })
        });
        device.call("lock", json!({}));
    }
}

/// From some write of an act on there is no room any more, and none comes. A disk that is full refuses every write that
/// needs more room; here each one at its place.
fn refused_on(trial: &mut Trial, act: &Act) -> u32 {
    let known = Known::of(trial, act);
    let writes: Vec<_> = known.steps.iter().filter(|step| step.call == "pwrite64").cloned().collect();
    let mut tries = 0;
    for step in trace::spread(&writes, trial.times, &mut trial.random) {
        known.lay_out();
        let output =
            trace::run_with("act", &known.given(act), &step, Instead::ErrorFromThenOn("ENOSPC"), &trial.place("trace"));
        tries += 1;
        let said = String::from_utf8_lossy(&output.stdout).into_owned();
        let about = format!("{}, no room from {} {} on", act.name, step.call, step.nth);
        let first = said.lines().next().unwrap_or_default();
        trial.check(["Ok(())", "Err(DiskFull)"].contains(&first), || format!("{about}: {said}"));
        let may = if first == "Ok(())" { &known.new } else { &known.may };
        trial.attempt(&about, |trial| step::look(trial, act, &known, may, &about));
    }
    tries
}

/// What does its work on a full disk all the same: it needs no room, or makes some.
const NEED_NO_ROOM: &[&str] = &["lock", "unlock", "save_backup", "destroy_everything"];

/// Bytes that are left free on a disk that is full soon.
const FREE: &[u64] = &[0, 4096, 40_000, 400_000];

/// An act on a disk that is full and stays so: it is refused, what was there is there, and with room again it works.
fn stays_full(trial: &mut Trial, act: &Act) -> u32 {
    let known = Known::of(trial, act);
    for free in FREE {
        let about = format!("{} with {free} bytes left", act.name);
        let _ = std::fs::remove_dir_all(&known.place);
        let Ok(disk) = mounted(&known.place) else { return 0 };
        folder::put(&known.files, &known.place);
        trial.attempt(&about, |trial| refused(trial, act, &known, *free, &about));
        drop(disk);
    }
    u32::try_from(FREE.len()).unwrap_or(u32::MAX)
}

fn refused(trial: &mut Trial, act: &Act, known: &Known, free: u64, about: &str) {
    let spare = known.place.join("spare");
    let done = {
        let device = Device::at(&known.place, Durability::Full);
        (act.ready)(&device, &known.beside);
        take_up(&spare, free);
        (act.act)(&device).map(|_| ())
    };
    let refused = done == Err(Failure::DiskFull);
    trial.check(refused || done == Ok(()), || format!("{about}: {done:?}"));
    trial.check(refused || free > 0 || NEED_NO_ROOM.contains(&act.name), || format!("{about}: it is not refused"));
    let may = if refused { &known.may } else { &known.new };
    if act.name != "destroy_everything" {
        for secret in act.secrets.iter().filter(|_| !act.begins_damaged) {
            let device = Device::at(&known.place, Durability::Full);
            if device.ask("unlock", json!({"passphrase": secret})).is_ok() {
                let face = (*secret, act::without_what_came_after(&device.export()));
                trial.check(may.contains(&face), || format!("{about}: neither old nor new while it is full"));
            }
        }
    }
    let _ = std::fs::remove_file(&spare);
    step::look(trial, act, known, may, about);
    // With room again, whatever is there takes a write.
    let device = Device::at(&known.place, Durability::Full);
    if act.secrets.iter().any(|secret| device.ask("unlock", json!({"passphrase": secret})).is_ok()) {
        let after = device.ask("record_attendance", attendance(AFTERWARDS, 10)).map(|_| ());
        trial.check(after == Ok(()), || format!("{about}: with room again: {after:?}"));
        device.call("lock", json!({}));
    }
}

/// Takes up all room but so many bytes.
fn take_up(spare: &Path, free: u64) {
    let mut file = std::fs::File::create(spare).expect("a file");
    while file.write_all(&[7; 4096]).is_ok() {}
    let full = file.metadata().expect("a file").len();
    file.set_len(full.saturating_sub(free)).expect("a shorter file");
}

/// A disk of six megabytes, gone when this is dropped.
struct Disk<'p>(&'p Path);

impl Drop for Disk<'_> {
    fn drop(&mut self) {
        let _ = Command::new("umount").arg("--lazy").arg(self.0).output();
    }
}

fn mounted(place: &Path) -> Result<Disk<'_>, Skipped> {
    std::fs::create_dir_all(place).expect("a folder");
    let mounted = Command::new("mount").args(["-t", "tmpfs", "-o", "size=6m", "tmpfs"]).arg(place).output();
    if mounted.is_ok_and(|output| output.status.success()) {
        Ok(Disk(place))
    } else {
        Err(Skipped("no disk may be mounted here".to_owned()))
    }
}

/// Written until it is full.
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
