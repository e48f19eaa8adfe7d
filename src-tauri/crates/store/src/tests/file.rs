//! The file: made, opened, refused, closed.

use domain::care::Session;
use rusqlite::Connection;
use rusqlite::types::Value;

use super::sample::{put, record, session};
use super::{Folder, KEY, day, fault, open_as_it_is};
use crate::session::put_session;
use crate::whole::whole;
use crate::{Durability, Store, StoreError};

const MARK: &str = "MARKER-evergreen-lighthouse";

fn written(folder: &Folder) -> Store {
    let mut store = folder.create();
    let mut record = record();
    record.sessions[0].note = MARK.repeat(50);
    store.write(|w| put(w, &record)).unwrap();
    store
}

fn contains(bytes: &[u8], text: &str) -> bool {
    bytes.windows(text.len()).any(|window| window == text.as_bytes())
}

/// Opens the file as another program with the key would.
fn raw(folder: &Folder) -> Connection {
    let connection = Connection::open(folder.path()).unwrap();
    let hex: String = KEY.iter().map(|byte| format!("{byte:02x}")).collect();
    connection.execute_batch(&format!("PRAGMA cipher_log_level = NONE; PRAGMA key = \"x'{hex}'\"")).unwrap();
    connection
}

/// The bytes of every file in the folder.
fn bytes_of(folder: &Folder) -> Vec<(String, Vec<u8>)> {
    let parent = folder.path().parent().unwrap().to_owned();
    folder.files().into_iter().map(|name| (name.clone(), std::fs::read(parent.join(name)).unwrap())).collect()
}

#[test]
fn what_was_written_is_there_after_closing_and_opening() {
    let folder = Folder::new();
    written(&folder).close().unwrap();
    let mut store = folder.open().unwrap();
    let found = store.read(whole).unwrap();
    assert_eq!(found.sessions[0].note, MARK.repeat(50));
    store.check().unwrap();
    assert_eq!(store.counts().unwrap().sessions, 9);
}

#[test]
fn no_file_shows_a_word_of_the_record_or_that_it_is_a_database() {
    let folder = Folder::new();
    let store = written(&folder);
    let assert_sealed = || {
        for (name, bytes) in bytes_of(&folder) {
            for word in [MARK, "SQLite format 3", "CREATE TABLE", "attended_minutes", "Tuesday night"] {
                assert!(!contains(&bytes, word), "{name} holds {word}");
            }
        }
    };
    assert_sealed();
    store.close().unwrap();
    assert_sealed();
}

#[test]
fn only_the_database_and_its_map_are_there_while_open_with_its_log_and_after_closing_without() {
    let folder = Folder::new();
    let store = written(&folder);
    assert_eq!(folder.files(), ["record.db", "record.db-map", "record.db-wal"]);
    store.close().unwrap();
    assert_eq!(folder.files(), ["record.db", "record.db-map"]);
    let store = folder.open().unwrap();
    drop(store);
    assert_eq!(folder.files(), ["record.db", "record.db-map"]);
}

#[cfg(unix)]
#[test]
fn only_the_clients_own_account_may_read_the_file() {
    use std::os::unix::fs::PermissionsExt;
    let folder = Folder::new();
    let _store = written(&folder);
    for name in folder.files() {
        let file = std::fs::metadata(folder.path().with_file_name(name)).unwrap();
        assert_eq!(file.permissions().mode() & 0o777, 0o600);
    }
}

#[test]
fn a_write_that_only_reached_the_log_is_there_after_a_crash() {
    let (crashed, after) = (Folder::new(), Folder::new());
    let _store = written(&crashed);
    for (name, bytes) in bytes_of(&crashed) {
        std::fs::write(after.path().with_file_name(name), bytes).unwrap();
    }
    let mut store = after.open().unwrap();
    assert_eq!(store.counts().unwrap().sessions, 9);
    store.check().unwrap();
}

#[test]
fn a_database_is_never_made_over_another_one() {
    let folder = Folder::new();
    written(&folder).close().unwrap();
    let before = bytes_of(&folder);
    assert_eq!(fault(Store::create(&folder.path(), &KEY, Durability::Full)), StoreError::Other("exists"));
    assert_eq!(bytes_of(&folder), before);
}

#[test]
fn a_database_is_made_over_an_empty_file() {
    let folder = Folder::new();
    std::fs::write(folder.path(), b"").unwrap();
    folder.create().close().unwrap();
    folder.open().unwrap();
}

#[test]
fn a_database_that_cannot_be_made_leaves_nothing_behind() {
    let folder = Folder::new();
    let nowhere = folder.path().join("nowhere").join("record.db");
    assert_eq!(fault(Store::create(&nowhere, &KEY, Durability::Full)), StoreError::ReadOnly);
    assert!(folder.files().is_empty());
}

#[test]
fn what_stands_in_the_databases_place_is_told_apart_and_stays_as_it_is() {
    let folder = Folder::new();
    assert_eq!(fault(folder.open()), StoreError::Missing);
    assert_eq!(Store::trouble(&folder.path()), Some(StoreError::Missing));
    assert!(folder.files().is_empty(), "nothing is made where something is missing");
    let plain = Connection::open_in_memory().unwrap();
    plain.execute_batch("CREATE TABLE a (b)").unwrap();
    let plain = plain.serialize("main").unwrap().to_vec();
    for (bytes, expected, without_key) in [
        (Vec::new(), StoreError::Empty, Some(StoreError::Empty)),
        (plain, StoreError::Foreign, Some(StoreError::Foreign)),
        (b"SQLite format 3\0".to_vec(), StoreError::Foreign, Some(StoreError::Foreign)),
        (b"SQLite format 3".to_vec(), StoreError::Damaged, None),
        (b"hello".to_vec(), StoreError::Damaged, None),
        (vec![7; 4096], StoreError::Damaged, None),
        (vec![0; 12_288], StoreError::Damaged, None),
    ] {
        std::fs::write(folder.path(), &bytes).unwrap();
        assert_eq!(fault(folder.open()), expected);
        assert_eq!(Store::trouble(&folder.path()), without_key);
        assert_eq!(Store::look(&folder.path(), &KEY, day("2026-01-01")), Err(expected));
        assert_eq!(bytes_of(&folder), [("record.db".to_owned(), bytes)]);
    }
    std::fs::remove_file(folder.path()).unwrap();
    std::fs::create_dir(folder.path()).unwrap();
    assert_eq!(fault(folder.open()), StoreError::Damaged);
}

#[test]
fn a_log_without_its_database_or_with_an_empty_one_is_kept() {
    let (crashed, after) = (Folder::new(), Folder::new());
    let _store = written(&crashed);
    let log = std::fs::read(crashed.path().with_file_name("record.db-wal")).unwrap();
    std::fs::write(after.path().with_file_name("record.db-wal"), &log).unwrap();
    assert_eq!(fault(after.open()), StoreError::Missing);
    assert_eq!(Store::trouble(&after.path()), Some(StoreError::Missing));
    assert_eq!(bytes_of(&after), [("record.db-wal".to_owned(), log.clone())]);

    std::fs::write(after.path(), b"").unwrap();
    assert_eq!(fault(after.open()), StoreError::Damaged);
    assert_eq!(Store::trouble(&after.path()), None, "the log may hold all of it");
    assert_eq!(bytes_of(&after), [("record.db".to_owned(), Vec::new()), ("record.db-wal".to_owned(), log)]);
}

#[test]
fn a_database_of_another_program_is_foreign_even_under_the_right_key() {
    for statements in [
        "CREATE TABLE other (a TEXT); PRAGMA user_version = 1",
        "CREATE TABLE other (a TEXT); PRAGMA application_id = 1212239428",
        "CREATE TABLE other (a TEXT); PRAGMA journal_mode = WAL",
    ] {
        let folder = Folder::new();
        raw(&folder).execute_batch(statements).unwrap();
        let before = bytes_of(&folder);
        assert_eq!(fault(folder.open()), StoreError::Foreign);
        assert_eq!(bytes_of(&folder), before);
        assert_eq!(Store::trouble(&folder.path()), None);
    }
}

#[test]
fn a_wrong_key_is_damage_and_changes_nothing() {
    let folder = Folder::new();
    written(&folder).close().unwrap();
    let before = bytes_of(&folder);
    assert_eq!(fault(open_as_it_is(&folder.path(), &[1; 32])), StoreError::Damaged);
    assert_eq!(bytes_of(&folder), before);
}

#[test]
fn a_wrong_key_after_a_crash_changes_neither_the_file_nor_its_log() {
    let (crashed, after) = (Folder::new(), Folder::new());
    let _store = written(&crashed);
    for (name, bytes) in bytes_of(&crashed) {
        std::fs::write(after.path().with_file_name(name), bytes).unwrap();
    }
    let before = bytes_of(&after);
    assert_eq!(fault(open_as_it_is(&after.path(), &[1; 32])), StoreError::Damaged);
    assert_eq!(bytes_of(&after), before);
    assert_eq!(after.open().unwrap().counts().unwrap().sessions, 9);
}

#[test]
fn a_file_cut_short_anywhere_is_refused() {
    let folder = Folder::new();
    written(&folder).close().unwrap();
    let whole = std::fs::read(folder.path()).unwrap();
    for length in [1, 100, 4095, 4096, 4097, whole.len() / 2, whole.len() - 4096, whole.len() - 1] {
        std::fs::write(folder.path(), &whole[..length]).unwrap();
        assert_eq!(fault(folder.open()), StoreError::Damaged, "{length} of {} bytes", whole.len());
    }
}

#[test]
fn a_page_changed_anywhere_is_found_by_the_check() {
    let folder = Folder::new();
    written(&folder).close().unwrap();
    let whole = std::fs::read(folder.path()).unwrap();
    for at in (50..whole.len()).step_by(4096) {
        let mut changed = whole.clone();
        changed[at] ^= 1;
        std::fs::write(folder.path(), &changed).unwrap();
        let found = folder.open().and_then(|mut store| store.check());
        assert_eq!(found, Err(StoreError::Damaged), "byte {at}");
    }
}

#[test]
fn a_read_that_meets_a_changed_page_answers_damage() {
    let folder = Folder::new();
    written(&folder).close().unwrap();
    let whole_file = std::fs::read(folder.path()).unwrap();
    let mut met = 0;
    for at in (50..whole_file.len()).step_by(4096) {
        let mut changed = whole_file.clone();
        changed[at] ^= 1;
        std::fs::write(folder.path(), &changed).unwrap();
        let read = folder.open().and_then(|mut store| {
            let read = store.read(whole);
            if read.is_err() {
                assert_eq!(
                    store.write(|w| put(w, &record())),
                    Err(StoreError::Damaged),
                    "nor is anything written then"
                );
            }
            read
        });
        met += usize::from(read.is_err());
        assert!(matches!(read, Ok(_) | Err(StoreError::Damaged)), "byte {at}: {read:?}");
    }
    assert!(met > 5);
}

#[test]
fn a_newer_database_is_refused_and_stays_as_it_is() {
    let folder = Folder::new();
    written(&folder).close().unwrap();
    raw(&folder).execute_batch("PRAGMA user_version = 999").unwrap();
    let before = bytes_of(&folder);
    assert_eq!(before.len(), 2);
    assert_eq!(fault(folder.open()), StoreError::NewerDatabase);
    assert_eq!(bytes_of(&folder), before);
}

#[test]
fn a_newer_database_after_a_crash_is_refused_and_keeps_its_log() {
    let (crashed, after) = (Folder::new(), Folder::new());
    written(&crashed).close().unwrap();
    let newer = raw(&crashed);
    newer.execute_batch("PRAGMA user_version = 999").unwrap();
    for (name, bytes) in bytes_of(&crashed).into_iter().filter(|(name, _)| !name.ends_with("-shm")) {
        std::fs::write(after.path().with_file_name(name), bytes).unwrap();
    }
    let before = bytes_of(&after);
    assert_eq!(before.len(), 3);
    assert_eq!(fault(after.open()), StoreError::NewerDatabase);
    assert_eq!(bytes_of(&after), before);
}

#[test]
fn a_second_opener_is_told_that_it_is_in_use() {
    let folder = Folder::new();
    let store = written(&folder);
    assert_eq!(fault(folder.open()), StoreError::InUse);
    store.close().unwrap();
    let store = folder.open().unwrap();
    assert_eq!(fault(folder.open()), StoreError::InUse, "also before the first reads the record");
    store.close().unwrap();
    folder.open().unwrap();
}

#[test]
fn another_process_is_told_that_it_is_in_use() {
    const HELD: &str = "HANDRAIL_TEST_HELD";
    if let Some(path) = std::env::var_os(HELD) {
        // This is the other process.
        assert_eq!(fault(open_as_it_is(path.as_ref(), &KEY)), StoreError::InUse);
        return;
    }
    let folder = Folder::new();
    let mut store = written(&folder);
    let other = std::process::Command::new(std::env::current_exe().unwrap())
        .args(["--exact", "tests::file::another_process_is_told_that_it_is_in_use"])
        .env(HELD, folder.path())
        .output()
        .unwrap();
    assert!(other.status.success(), "{}", String::from_utf8_lossy(&other.stdout));
    assert!(String::from_utf8_lossy(&other.stdout).contains("1 passed"));
    assert_eq!(store.counts().unwrap().sessions, 9);
}

#[test]
fn the_connection_is_set_as_the_storage_rules_say() {
    let folder = Folder::new();
    folder.create().close().unwrap();
    let mut store = folder.open().unwrap();
    store
        .read(|r| {
            for (name, value) in [
                ("journal_mode", "wal"),
                ("locking_mode", "exclusive"),
                ("synchronous", "2"),
                ("foreign_keys", "1"),
                ("secure_delete", "1"),
                ("trusted_schema", "0"),
                ("temp_store", "2"),
                ("cache_size", "-16384"),
                ("page_size", "4096"),
                ("cipher_memory_security", "1"),
                ("cipher_log_level", "NONE"),
                ("application_id", "1212239428"),
            ] {
                // SQLCipher answers numbers as text, SQLite as numbers.
                let found: Value = r.connection().query_row(&format!("PRAGMA {name}"), [], |row| row.get(0))?;
                let found = match found {
                    Value::Integer(number) => number.to_string(),
                    Value::Text(text) => text,
                    other => panic!("{other:?}"),
                };
                assert_eq!(found, value, "{name}");
            }
            Ok::<_, StoreError>(())
        })
        .unwrap();
}

#[test]
fn every_table_is_strict() {
    let folder = Folder::new();
    let mut store = folder.create();
    store
        .read(|r| {
            let sql = "SELECT count(*) FROM pragma_table_list
                WHERE schema = 'main' AND type = 'table' AND name NOT LIKE 'sqlite%' AND strict = 0";
            let lax: i64 = r.connection().query_row(sql, [], |row| row.get(0)).unwrap();
            assert_eq!(lax, 0);
            Ok::<_, StoreError>(())
        })
        .unwrap();
}

#[test]
fn a_full_disk_in_the_middle_of_a_write_leaves_what_was_and_later_writes_go_on() {
    let folder = Folder::new();
    let mut store = written(&folder);
    let before = store.read(whole).unwrap();
    let limit = |store: &mut Store, pages: &str| {
        store
            .read(|r| {
                let sql = format!("PRAGMA max_page_count = {pages}");
                Ok::<_, StoreError>(r.connection().query_row(&sql, [], |row| row.get::<_, i64>(0)).unwrap())
            })
            .unwrap()
    };
    // No page more than there are: SQLite says then that the disk is full.
    limit(&mut store, "1");
    let long = |number| Session { note: MARK.repeat(1000), ..session(number, record().episodes[0].id, "2026-03-01") };
    for _ in 0..3 {
        let refused = store.write(|w| {
            put_session(w, &session(900, record().episodes[0].id, "2026-03-01"))?;
            put_session(w, &long(901))
        });
        assert_eq!(refused, Err(StoreError::DiskFull));
        assert_eq!(store.read(whole).unwrap(), before);
    }
    limit(&mut store, "1073741823");
    let ((), step) = store.write(|w| put_session(w, &long(901))).unwrap();
    assert_eq!(store.counts().unwrap().sessions, 10);
    store.undo(step.unwrap()).unwrap();
    store.check().unwrap();
    store.close().unwrap();
    assert_eq!(folder.open().unwrap().read(whole).unwrap(), before);
}
