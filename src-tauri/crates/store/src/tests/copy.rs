//! Copies of the open database.

use super::sample::{self, put, record};
use super::{Folder, KEY, day, open_as_it_is};
use crate::whole::whole;
use crate::{Store, StoreError, care, session};

fn filled(folder: &Folder) -> Store {
    let mut store = folder.create();
    store.write(|w| put(w, &record())).unwrap();
    store
}

#[test]
fn a_copy_holds_what_was_written_up_to_then_and_the_database_goes_on() {
    let folder = Folder::new();
    let mut store = filled(&folder);
    let path = folder.path().with_file_name("copy.db");
    // What a crash left of one that was not finished.
    std::fs::write(folder.path().with_file_name("copy.db.part"), b"half").unwrap();
    std::fs::write(folder.path().with_file_name("copy.db.part-journal"), b"half").unwrap();
    store.copy_to(&path).unwrap();
    assert_eq!(folder.files(), ["copy.db", "record.db", "record.db-map", "record.db-wal"]);
    let later = sample::session(900, record().episodes[0].id, "2026-03-01");
    store.write(|w| session::put_session(w, &later)).unwrap();
    let mut copy = open_as_it_is(&path, &KEY).unwrap();
    assert_eq!(copy.read(whole).unwrap(), record());
    copy.check().unwrap();
    copy.close().unwrap();
    store.copy_to(&path).unwrap();
    let mut copy = open_as_it_is(&path, &KEY).unwrap();
    assert_eq!(copy.read(whole).unwrap(), store.read(whole).unwrap());
}

#[cfg(unix)]
#[test]
fn a_copy_is_sealed_and_only_for_the_clients_own_account() {
    use std::os::unix::fs::PermissionsExt;
    let folder = Folder::new();
    let path = folder.path().with_file_name("copy.db");
    filled(&folder).copy_to(&path).unwrap();
    assert_eq!(std::fs::metadata(&path).unwrap().permissions().mode() & 0o777, 0o600);
    let bytes = std::fs::read(&path).unwrap();
    for word in ["SQLite format 3", "CREATE TABLE", "Tuesday night"] {
        assert!(!bytes.windows(word.len()).any(|window| window == word.as_bytes()), "{word}");
    }
    assert!(matches!(open_as_it_is(&path, &[1; 32]), Err(StoreError::Damaged)));
}

#[test]
fn a_copy_can_be_undone_past_and_leaves_the_steps_alone() {
    let folder = Folder::new();
    let mut store = filled(&folder);
    let episode = sample::episode(77);
    let ((), step) = store.write(|w| care::put_episode(w, &episode)).unwrap();
    store.copy_to(&folder.path().with_file_name("copy.db")).unwrap();
    store.undo(step.unwrap()).unwrap();
    assert_eq!(store.read(whole).unwrap(), record());
}

#[test]
fn a_copy_that_cannot_be_made_leaves_nothing_and_the_old_one() {
    let folder = Folder::new();
    let mut store = filled(&folder);
    let nowhere = folder.path().with_file_name("nowhere").join("copy.db");
    assert_eq!(store.copy_to(&nowhere), Err(StoreError::ReadOnly));
    let path = folder.path().with_file_name("copy.db");
    store.copy_to(&path).unwrap();
    let old = std::fs::read(&path).unwrap();
    std::fs::create_dir(folder.path().with_file_name("copy.db.part")).unwrap();
    assert!(store.copy_to(&path).is_err());
    assert_eq!(std::fs::read(&path).unwrap(), old);
    assert_eq!(store.read(whole).unwrap(), record());
}

#[test]
fn what_was_closed_is_copied_byte_for_byte_and_nothing_while_writes_wait_in_its_log() {
    let folder = Folder::new();
    let copy = folder.path().with_file_name("copy.db");
    let store = filled(&folder);
    assert_eq!(Store::duplicate(&folder.path(), &copy), Err(StoreError::Other("log")));
    store.close().unwrap();
    std::fs::write(&copy, b"an earlier one").unwrap();
    Store::duplicate(&folder.path(), &copy).unwrap();
    assert_eq!(std::fs::read(&copy).unwrap(), std::fs::read(folder.path()).unwrap());
    assert_eq!(folder.files(), ["copy.db", "record.db", "record.db-map"]);
    let nowhere = folder.path().join("nowhere").join("copy.db");
    assert_eq!(Store::duplicate(&folder.path(), &nowhere), Err(StoreError::ReadOnly));
}

#[test]
fn a_damaged_database_is_neither_copied_nor_made_an_image_of() {
    let folder = Folder::new();
    filled(&folder).close().unwrap();
    let bytes = std::fs::read(folder.path()).unwrap();
    let copy = folder.path().with_file_name("copy.db");
    let mut opened = 0;
    for at in (4096..bytes.len()).step_by(13 * 4096) {
        for wiped in [false, true] {
            let mut changed = bytes.clone();
            if wiped {
                changed[at..at + 4096].fill(0);
            } else {
                changed[at + 50] ^= 1;
            }
            std::fs::write(folder.path(), &changed).unwrap();
            // Where the damage lies in the schema.
            let Ok(mut store) = folder.open() else { continue };
            opened += 1;
            assert_eq!(store.copy_to(&copy), Err(StoreError::Damaged), "{at}");
            assert_eq!(store.image(chrono::DateTime::UNIX_EPOCH).map(drop), Err(StoreError::Damaged), "{at}");
            drop(store);
            assert_eq!(folder.files(), ["record.db", "record.db-map"]);
            assert_eq!(std::fs::read(folder.path()).unwrap(), changed);
        }
    }
    assert!(opened > 5);
}

#[test]
fn a_copy_that_was_damaged_since_says_so_when_it_is_looked_into() {
    let folder = Folder::new();
    let mut store = filled(&folder);
    let path = folder.path().with_file_name("copy.db");
    store.copy_to(&path).unwrap();
    let today = day("2026-02-01");
    assert_eq!(Store::look(&path, &KEY, today), Ok(store.contents(today).unwrap()));
    let mut bytes = std::fs::read(&path).unwrap();
    let last = bytes.len() - 4096;
    bytes[last + 50] ^= 1;
    std::fs::write(&path, &bytes).unwrap();
    assert_eq!(Store::look(&path, &KEY, today), Err(StoreError::Damaged));
    assert_eq!(std::fs::read(&path).unwrap(), bytes);
}
