//! Every reader of a file, with files that are almost good.

use std::fs;
use std::time::Duration;

use app::Durability;
use chrono::NaiveDate;
use domain::time::Zone;
use exchange::{calendar, meeting_list, record};
use serde_json::{Value, json};
use store::Store;
use support::PASSPHRASE;
use vault::SealCost;

use crate::device::Device;
use crate::measure::{self, Cost};
use crate::mutate;
use crate::row::{Skipped, Trial, caught};
use crate::sample;

/// What is to be reached.
pub const AIM: &str = "0 panics, none over 5 s, memory bounded";
/// The longest that one input may take.
pub const LONGEST: Duration = Duration::from_secs(5);
/// Bytes that one input may make the core hold: so many times its own size, and so many more.
const TIMES_INPUT: usize = 64;
const BESIDE: usize = 64 * 1024 * 1024;

const WORDS: &[&[u8]] = &[
    b"\0",
    b"\xff\xfe",
    b"\xef\xbb\xbf",
    b"\xed\xa0\x80",
    b"\"",
    b"\\u0000",
    b"\\ud800",
    b"{",
    b"[",
    b"]",
    b"}",
    b":",
    b",",
    b"\r\n ",
    b"\r\n",
    b"-",
    b"e308",
    b"99999999999999999999",
    b"null",
    b"BEGIN:VEVENT\r\n",
    b"END:VEVENT\r\n",
    b"RRULE:FREQ=SECONDLY;COUNT=99999999\r\n",
    b"INTERVAL=0",
    b"COUNT=-1",
    b"BYSETPOS=-366",
    b"UNTIL=99991231",
    b"FREQ=YEARLY;BYMONTHDAY=31",
    b"DTSTART:00010101T000000Z\r\n",
    b"P99999999999D",
    b"TZID=",
    b"24:00",
    b"<b>",
    b"&#x110000;",
];

/// The whole record as a file.
pub fn record(trial: &mut Trial) -> Result<String, Skipped> {
    let seeds = vec![sample::record(&trial.place("small")).into_bytes()];
    structured(trial, &seeds, |bytes| std::str::from_utf8(bytes).is_ok_and(|text| record::read(text).is_ok()))
}

/// Calendars.
pub fn calendar(trial: &mut Trial) -> Result<String, Skipped> {
    let seeds = sample::calendars();
    let day = |text: &str| text.parse::<NaiveDate>().expect("a day");
    let zone = Zone::parse(support::NEW_YORK).expect("a zone");
    let span = calendar::Span { from: day("2025-12-01"), to: day("2026-12-01"), zone };
    plain(trial, &seeds, |bytes| calendar::read(bytes, span).is_ok())
}

/// Meeting Guide lists.
pub fn guide(trial: &mut Trial) -> Result<String, Skipped> {
    structured(trial, &[sample::GUIDE.into()], |bytes| meeting_list::read(bytes, &mut || true).is_ok())
}

/// The same as tables.
pub fn table(trial: &mut Trial) -> Result<String, Skipped> {
    plain(trial, &sample::tables(), |bytes| meeting_list::read(bytes, &mut || true).is_ok())
}

/// BMLT searches.
pub fn bmlt(trial: &mut Trial) -> Result<String, Skipped> {
    structured(trial, &sample::searches(), |bytes| meeting_list::read(bytes, &mut || true).is_ok())
}

/// Sealed backups, and the database inside them.
pub fn backup(trial: &mut Trial) -> Result<String, Skipped> {
    let device = Device::with_record(&trial.place("record"), Durability::Relaxed);
    device.call("save_backup", json!({"secret": PASSPHRASE, "is_recovery_key": false}));
    let sealed = device.shelf.saved().expect("a backup");
    let image = vault::open_sealed(PASSPHRASE, &sealed).expect("it opens").to_vec();
    let small = vault::seal(PASSPHRASE, b"walnut", SealCost::floor()).expect("it can be sealed");
    let place = trial.place("from-image.db");
    let today = "2026-01-05".parse().expect("a day");
    let mut taken = 0_u64;
    // The image is far larger, and mostly what is changed in it changes nothing.
    plain(trial, &[small.clone(), small.clone(), small, image], |bytes| {
        let opens = vault::open_sealed(PASSPHRASE, bytes).is_ok();
        let is_whole = store::inspect(bytes, today).is_ok();
        taken += u64::from(is_whole);
        if is_whole && taken.is_multiple_of(16) {
            let _ = Store::create_from_image(&place, &[7; 32], bytes, Durability::Relaxed);
            for end in ["", "-wal"] {
                let _ = fs::remove_file(format!("{}{end}", place.display()));
            }
        }
        opens || is_whole
    })
}

/// Files of bytes.
fn plain(trial: &mut Trial, seeds: &[Vec<u8>], read: impl FnMut(&[u8]) -> bool) -> Result<String, Skipped> {
    fuzz(trial, seeds, |seed, random| mutate::bytes(seed, WORDS, random), read)
}

/// Files of JSON: half of them changed in their meaning, half in their bytes.
fn structured(trial: &mut Trial, seeds: &[Vec<u8>], read: impl FnMut(&[u8]) -> bool) -> Result<String, Skipped> {
    let make = |seed: &[u8], random: &mut fastrand::Rng| match serde_json::from_slice::<Value>(seed) {
        Ok(value) if random.bool() => mutate::value(value, random).to_string().into_bytes(),
        _ => mutate::bytes(seed, WORDS, random),
    };
    fuzz(trial, seeds, make, read)
}

fn fuzz(
    trial: &mut Trial,
    seeds: &[Vec<u8>],
    make: impl Fn(&[u8], &mut fastrand::Rng) -> Vec<u8>,
    mut read: impl FnMut(&[u8]) -> bool,
) -> Result<String, Skipped> {
    // What is good is read, or little would be tried.
    assert!(seeds.iter().all(|seed| read(seed)), "a good file is not read");
    let (mut slowest, mut most, mut good) = (Duration::ZERO, 0, 0);
    for n in 0..trial.times {
        let seed = &seeds[trial.random.usize(..seeds.len())];
        let input = make(seed, &mut trial.random);
        let (done, Cost { took, held }) = measure::cost(|| caught(|| read(&input)));
        match done {
            Ok(was_read) => good += u64::from(was_read),
            Err(said) => trial.fault(format!("input {n}: {said}; {}", shown(&input))),
        }
        trial.check(took < LONGEST, || format!("input {n} took {took:?}; {}", shown(&input)));
        trial.check(held < input.len() * TIMES_INPUT + BESIDE, || format!("input {n} held {held}; {}", shown(&input)));
        (slowest, most) = (slowest.max(took), most.max(held));
    }
    Ok(measured(trial.times, good, slowest, most))
}

/// What there is to say of so many inputs.
pub fn measured(inputs: u64, good: u64, slowest: Duration, most: usize) -> String {
    format!(
        "{inputs} inputs, {good} taken, slowest {} ms, most memory {:.1} MB",
        slowest.as_millis(),
        most as f64 / 1e6
    )
}

fn shown(input: &[u8]) -> String {
    let text: String = String::from_utf8_lossy(input).chars().take(3000).collect();
    format!("{text:?}")
}
