//! Tests over real encrypted databases.

mod content;
mod copy;
mod drug_test;
mod file;
mod image;
mod listing;
mod log;
pub(crate) mod plan;
mod row;
mod salvage;
mod sample;
mod sample_group;
mod sample_reminder;
mod sample_wellbeing;
mod schema;
mod search;
mod step;
mod wellbeing;

use std::path::{Path, PathBuf};

use chrono::NaiveDate;
use tempfile::TempDir;

use crate::{Durability, Store, StoreError};

pub(crate) const KEY: [u8; 32] = [0x5a; 32];

/// A folder for one database, gone with the test.
pub(crate) struct Folder {
    folder: TempDir,
}

impl Folder {
    pub(crate) fn new() -> Self {
        Self { folder: TempDir::new().unwrap() }
    }

    pub(crate) fn path(&self) -> PathBuf {
        self.folder.path().join("record.db")
    }

    pub(crate) fn create(&self) -> Store {
        Store::create(&self.path(), &KEY, Durability::Full).unwrap()
    }

    pub(crate) fn open(&self) -> Result<Store, StoreError> {
        open_as_it_is(&self.path(), &KEY)
    }

    /// The names of the files in it, sorted.
    pub(crate) fn files(&self) -> Vec<String> {
        let entries = std::fs::read_dir(self.folder.path()).unwrap();
        let mut names: Vec<_> = entries.map(|entry| entry.unwrap().file_name().into_string().unwrap()).collect();
        names.sort();
        names
    }
}

/// Opens a database that is of the newest schema.
pub(crate) fn open_as_it_is(path: &Path, key: &[u8; 32]) -> Result<Store, StoreError> {
    Store::open(path, key, Durability::Full, || panic!("nothing to update"))
}

pub(crate) fn day(text: &str) -> NaiveDate {
    text.parse().unwrap()
}

/// Why it did not open. (A store itself has nothing to show.)
pub(crate) fn fault(opened: Result<Store, StoreError>) -> StoreError {
    opened.map(drop).unwrap_err()
}

#[test]
fn a_store_can_move_to_another_thread() {
    fn send<T: Send>() {}
    send::<Store>();
}
