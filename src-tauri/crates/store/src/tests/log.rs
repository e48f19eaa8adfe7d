//! A log that is damaged: every acknowledged write is there, or it is refused; what was torn off at its end goes.

use std::path::PathBuf;

use domain::time::Zone;

use super::sample::{put, record, session};
use super::{Folder, KEY, fault};
use crate::session::put_session;
use crate::{Store, StoreError, log};

const HEADER: usize = 32;
const ABOUT: usize = 24;
const FRAME: usize = ABOUT + 4096;

/// A record as a crash leaves it, with several writes in its log.
struct Crashed {
    database: Vec<u8>,
    log: Vec<u8>,
    /// After each write of the log, how far the log reaches then.
    ends: Vec<usize>,
    /// The sessions in the database alone.
    folded: u32,
}

fn log_of(folder: &Folder) -> PathBuf {
    folder.path().with_file_name("record.db-wal")
}

fn crashed(writes: u64) -> Crashed {
    let folder = Folder::new();
    let mut store = folder.create();
    store.write(|w| put(w, &record())).unwrap();
    store.close().unwrap();
    let mut store = folder.open().unwrap();
    let folded = store.counts().unwrap().sessions;
    let ends = (0..writes)
        .map(|number| {
            store.write(|w| put_session(w, &session(900 + number, record().episodes[0].id, "2026-03-01"))).unwrap();
            usize::try_from(std::fs::metadata(log_of(&folder)).unwrap().len()).unwrap()
        })
        .collect();
    let read = |path| std::fs::read(path).unwrap();
    Crashed { database: read(folder.path()), log: read(log_of(&folder)), ends, folded }
}

impl Crashed {
    fn lay_out(&self, log: &[u8]) -> Folder {
        let folder = Folder::new();
        std::fs::write(folder.path(), &self.database).unwrap();
        std::fs::write(log_of(&folder), log).unwrap();
        folder
    }

    /// How many writes are there, if it opens.
    fn writes(&self, folder: &Folder) -> Result<u32, StoreError> {
        let mut store = folder.open()?;
        store.check()?;
        Ok(store.counts()?.sessions - self.folded)
    }
}

/// What says how the log reads, and some of each page, every bit of it in turn of eight.
fn bits(log: &[u8]) -> impl Iterator<Item = (usize, u8)> {
    let of_page = |byte: usize| byte.checked_sub(HEADER).filter(|place| place % FRAME >= ABOUT);
    let looked_at = (0..log.len()).filter(move |byte| of_page(*byte).is_none_or(|place| place % 509 == 0));
    looked_at.enumerate().map(|(turn, byte)| (byte, u8::try_from(turn % 8).unwrap()))
}

#[test]
fn one_bit_that_changes_before_the_last_write_of_a_log_is_found_whichever_it_is() {
    let crashed = crashed(3);
    let folder = crashed.lay_out(&crashed.log);
    assert_eq!(log::has_lost(&folder.path()), Ok(false));
    for (byte, bit) in bits(&crashed.log[..crashed.ends[1]]) {
        let mut flipped = crashed.log.clone();
        flipped[byte] ^= 1 << bit;
        std::fs::write(log_of(&folder), &flipped).unwrap();
        assert_eq!(log::has_lost(&folder.path()), Ok(true), "bit {bit} of {byte}");
    }
}

#[test]
fn a_record_with_a_damaged_log_is_refused_as_it_is_or_opens_with_every_write_but_the_last() {
    let crashed = crashed(4);
    assert_eq!(crashed.writes(&crashed.lay_out(&crashed.log)), Ok(4));
    for byte in (0..crashed.log.len()).step_by(997) {
        let mut flipped = crashed.log.clone();
        flipped[byte] ^= 1;
        let folder = crashed.lay_out(&flipped);
        if byte < crashed.ends[2] {
            assert_eq!(fault(folder.open()), StoreError::Damaged, "byte {byte}");
            assert_eq!(std::fs::read(log_of(&folder)).unwrap(), flipped);
            assert_eq!(std::fs::read(folder.path()).unwrap(), crashed.database);
        } else {
            assert_eq!(crashed.writes(&folder), Ok(3), "byte {byte}");
        }
    }
}

#[test]
fn what_a_loss_of_power_tore_off_the_last_write_goes_and_no_more() {
    let crashed = crashed(3);
    let (from, end) = (crashed.ends[1], crashed.ends[2]);
    assert!(end - from > 2 * FRAME, "a write of several pages");
    // Cut off, or with any of its pages not on the disk.
    let cut = (from..end).step_by(1009).map(|length| crashed.log[..length].to_vec());
    let holes = (from..end).step_by(FRAME).map(|at| {
        let mut log = crashed.log.clone();
        log[at..at + FRAME].fill(0);
        log
    });
    for log in cut.chain(holes) {
        assert_eq!(crashed.writes(&crashed.lay_out(&log)), Ok(2));
    }
}

#[test]
fn what_an_earlier_round_left_in_the_log_is_no_loss() {
    let folder = Folder::new();
    let mut store = folder.create();
    store.write(|w| put(w, &record())).unwrap();
    // Everything goes into the file, and the log begins anew over what is in it.
    let checkpoint = "PRAGMA wal_checkpoint(FULL)";
    store
        .read::<(), StoreError>(|r| r.connection().query_row(checkpoint, [], |_| Ok(())).map_err(StoreError::from))
        .unwrap();
    store.write(|w| put_session(w, &session(900, record().episodes[0].id, "2026-03-01"))).unwrap();
    let crashed = Crashed {
        database: std::fs::read(folder.path()).unwrap(),
        log: std::fs::read(log_of(&folder)).unwrap(),
        ends: Vec::new(),
        folded: 9,
    };
    assert_eq!(crashed.writes(&crashed.lay_out(&crashed.log)), Ok(1));
}

#[test]
fn of_a_record_with_a_damaged_log_what_reads_is_saved_and_it_says_that_the_last_changes_are_not() {
    let crashed = crashed(4);
    let mut flipped = crashed.log.clone();
    flipped[crashed.ends[1] + FRAME / 2] ^= 1;
    let folder = crashed.lay_out(&flipped);
    let into = folder.path().with_file_name("into.db");
    let saved = Store::salvage(&folder.path(), &KEY, &into, Zone::UTC).unwrap();
    let sessions = saved.parts.iter().find(|part| part.kind == "sessions").unwrap();
    assert!(saved.latest_lost);
    assert_eq!(sessions.saved, crashed.folded + 2);
    assert_eq!(std::fs::read(log_of(&folder)).unwrap(), flipped);
    std::fs::remove_file(&into).unwrap();
    let whole = crashed.lay_out(&crashed.log);
    assert!(!Store::salvage(&whole.path(), &KEY, &into, Zone::UTC).unwrap().latest_lost);
}
