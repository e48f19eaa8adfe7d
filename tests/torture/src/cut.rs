//! The database and its log cut and changed at random places: a state that once was, or a refusal that changes nothing.
//! One bit that changes takes no write with it but the last: nobody can tell that from one that a crash tore off.

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};

use app::{Durability, Failure};
use fastrand::Rng;
use serde_json::{Value, json};

use crate::device::Device;
use crate::folder;
use crate::row::{Skipped, Trial};

const DATABASE: &str = "handrail.db";
const LOG: &str = "handrail.db-wal";
/// Writes folded into the database, and writes still in its log.
const FOLDED: usize = 30;
const WAITING: usize = 30;

/// A record as a crash leaves it, and every state in which it ever was, in order.
struct Crashed {
    files: BTreeMap<PathBuf, Vec<u8>>,
    states: Vec<String>,
}

#[derive(Default)]
struct Count {
    opened: u32,
    refused: u32,
    refused_later: u32,
}

pub fn run(trial: &mut Trial) -> Result<String, Skipped> {
    let seed = trial.random.u64(..);
    let crashed = crashed(&trial.place("whole"), &mut Rng::with_seed(seed));
    let closed = closed(&trial.place("closed"), &crashed);
    let mut count = Count::default();
    for n in 0..trial.times {
        let mut random = Rng::with_seed(trial.random.u64(..));
        let from = if random.u8(..4) == 0 { &closed } else { &crashed };
        let mut files = from.files.clone();
        let (did, one_bit) = damage(&mut files, &mut random);
        let states = if one_bit { from.states.last_chunk::<2>().expect("two at least") } else { &*from.states };
        let place = trial.place("damaged");
        folder::lay_out(&files, &place);
        trial.attempt(&format!("file {n}, {did}"), |trial| {
            let about = format!("file {n}, {did}");
            look(trial, &place, &files, states, &mut count, &about);
        });
    }
    let Count { opened, refused, refused_later } = count;
    Ok(format!("{} files: {opened} opened, {refused} refused, {refused_later} refused when read", trial.times))
}

/// Writes a record, half of it folded in, and takes its files while it is open.
fn crashed(place: &Path, random: &mut Rng) -> Crashed {
    let device = Device::with_record(place, Durability::Full);
    let mut states = vec![device.export()];
    let mut write = |device: &Device, n: usize| {
        // Much, so that there are pages of every kind.
        let note = random.alphanumeric().to_string().repeat(random.usize(1..6000));
        let attendance = json!({"fellowship": "na", "name": format!("meeting {n}"), "on": "2026-01-04",
            "time": "19:00", "minutes": 60, "mode": "online", "took": [], "topic": "", "note": note});
        device.call("record_attendance", attendance);
        states.push(device.export());
    };
    for n in 0..FOLDED {
        write(&device, n);
    }
    device.call("lock", json!({}));
    device.unlock();
    for n in 0..WAITING {
        write(&device, FOLDED + n);
    }
    let files = folder::contents(place);
    assert!(files.get(Path::new(LOG)).is_some_and(|log| !log.is_empty()), "writes wait in the log");
    Crashed { files, states }
}

/// The same record closed, with nothing beside the database.
fn closed(place: &Path, crashed: &Crashed) -> Crashed {
    folder::lay_out(&crashed.files, place);
    let device = Device::at(place, Durability::Full);
    device.unlock();
    device.call("lock", json!({}));
    Crashed { files: folder::contents(place), states: crashed.states.clone() }
}

/// Damages the database, its log, or both; what it did, and whether that was one bit alone.
fn damage(files: &mut BTreeMap<PathBuf, Vec<u8>>, random: &mut Rng) -> (String, bool) {
    let has_log = files.contains_key(Path::new(LOG));
    let names: &[&str] = match random.u8(..5) {
        0 | 1 if has_log => &[LOG],
        2 if has_log => &[DATABASE, LOG],
        _ => &[DATABASE],
    };
    let mut did = Vec::new();
    let mut one_bit = names.len() == 1;
    for name in names {
        let bytes = files.get_mut(Path::new(name)).expect("it is there");
        let at = random.usize(..bytes.len());
        let way = random.u8(..5);
        one_bit &= way > 2;
        did.push(match way {
            0 => {
                bytes.truncate(at);
                format!("{name} cut at {at}")
            }
            1 => {
                // At the end of a page, where a length alone tells nothing.
                bytes.truncate(at / 4096 * 4096);
                format!("{name} cut at page {}", at / 4096)
            }
            2 => {
                let length = random.usize(1..20_000);
                bytes.iter_mut().skip(at).take(length).for_each(|byte| *byte = 0);
                format!("{name} emptied from {at} for {length}")
            }
            _ => {
                let bit = random.u8(..8);
                bytes[at] ^= 1 << bit;
                format!("{name} bit {bit} of {at} flipped")
            }
        });
    }
    (did.join(", "), one_bit)
}

fn look(
    trial: &mut Trial,
    place: &Path,
    files: &BTreeMap<PathBuf, Vec<u8>>,
    states: &[String],
    count: &mut Count,
    about: &str,
) {
    let device = Device::at(place, Durability::Full);
    let opened = device.ask("unlock", json!({"passphrase": support::PASSPHRASE}));
    if let Err(failure) = opened {
        count.refused += 1;
        trial.check(failure == Failure::Damaged, || format!("{about}: refused with {failure:?}"));
        drop(device);
        let now = folder::contents(place);
        for (name, bytes) in files {
            trial.check(now.get(name) == Some(bytes), || format!("{about}: refused, and {} changed", name.display()));
        }
        return;
    }
    match device.try_export() {
        Ok(state) => {
            count.opened += 1;
            trial.check(states.contains(&state), || format!("{about}: a state that never was, or writes are lost"));
        }
        Err(failure) => {
            count.refused_later += 1;
            trial.check(failure == Failure::Damaged, || format!("{about}: reading failed with {failure:?}"));
            let checked = device.ask("check_record", json!({}));
            let found = matches!(&checked, Ok(answer) if answer["whole"] == Value::Bool(false));
            trial.check(found, || format!("{about}: the check says {checked:?}"));
        }
    }
}
