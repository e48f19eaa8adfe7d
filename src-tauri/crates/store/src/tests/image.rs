//! The database as a plain one in memory, and back.

use chrono::{DateTime, Utc};
use rusqlite::{Connection, MAIN_DB};

use super::sample::{put, record};
use super::{Folder, KEY, day, fault};
use crate::schema::MIGRATIONS;
use crate::whole::whole;
use crate::{Contents, Durability, Store, StoreError, draft, inspect, reminder, search};

fn filled(folder: &Folder) -> Store {
    let mut store = folder.create();
    store
        .write(|w| {
            put(w, &record())?;
            draft::put_draft(w, "plan", "My reasons", 1_770_000_000_000)?;
            let at = super::sample::version(0).saved_at;
            reminder::put_snoozed(w, &domain::reminder::Snoozed { id: "a".to_owned(), at })?;
            reminder::put_fired(w, &reminder::Fired { id: "b".to_owned(), at, missed: true })?;
            reminder::put_keeper(w, &reminder::Keeper { secret: [7; 32], since: at, copied_at: Some(made()) })
        })
        .unwrap();
    store
}

fn back(folder: &Folder, image: &[u8]) -> Result<Store, StoreError> {
    Store::create_from_image(&folder.path(), &[9; 32], image, Durability::Full)
}

/// The image as another program would open it.
fn opened(image: &[u8]) -> Connection {
    let mut connection = Connection::open_in_memory().unwrap();
    connection.deserialize_read_exact(MAIN_DB, image, image.len(), false).unwrap();
    connection
}

/// The image after a program changed it.
fn changed(image: &[u8], statements: &str) -> Vec<u8> {
    let connection = opened(image);
    connection.execute_batch(statements).unwrap();
    connection.serialize(MAIN_DB).unwrap().to_vec()
}

/// All rows of all tables, in order, as text.
fn rows(connection: &Connection) -> Vec<String> {
    let mut all = Vec::new();
    for (table, columns) in crate::schema::tables(connection).unwrap() {
        let values: Vec<_> = columns.iter().map(|column| format!("quote({})", column.name)).collect();
        let sql = format!("SELECT '{table}' || {} FROM main.{table} ORDER BY 1", values.join(" || ', ' || "));
        let mut statement = connection.prepare(&sql).unwrap();
        all.extend(statement.query_map([], |row| row.get::<_, String>(0)).unwrap().map(Result::unwrap));
    }
    all
}

/// When the sample's record was copied last, so that saying it anew changes no row.
fn made() -> DateTime<Utc> {
    DateTime::from_timestamp_millis(1_770_000_000_123).unwrap()
}

fn rows_of(store: &mut Store) -> Vec<String> {
    store.read(|r| Ok::<_, StoreError>(rows(r.connection()))).unwrap()
}

#[test]
fn an_image_is_a_plain_database_with_every_row_and_comes_back_the_same() {
    let (folder, other) = (Folder::new(), Folder::new());
    let mut store = filled(&folder);
    store.write(|w| crate::session::delete_session(w, record().sessions[1].id)).unwrap();
    let image = store.image(made()).unwrap();
    let plain = opened(&image);
    assert_eq!(rows(&plain), rows_of(&mut store));
    let pragma = |name: &str| plain.query_row(&format!("PRAGMA {name}"), [], |row| row.get::<_, i64>(0)).unwrap();
    assert_eq!(pragma("application_id"), 1_212_239_428);
    assert_eq!(pragma("user_version"), i64::try_from(MIGRATIONS.len()).unwrap());
    let integrity: String = plain.query_row("PRAGMA integrity_check", [], |row| row.get(0)).unwrap();
    assert_eq!(integrity, "ok");

    let mut again = back(&other, &image).unwrap();
    assert_eq!(rows_of(&mut again), rows_of(&mut store));
    again.check().unwrap();
    let found = |store: &mut Store| store.read(|r| search::search(r, "nandu", None, 20)).unwrap();
    assert!(!found(&mut store).is_empty());
    assert_eq!(found(&mut again), found(&mut store));
    let contents = store.contents(day("2026-02-01")).unwrap();
    let made_at = Some(made());
    assert_eq!(inspect(&image, day("2026-02-01")), Ok(Contents { made_at, ..contents.clone() }));
    assert_eq!(again.contents(day("2026-02-01")), Ok(contents));
    again.close().unwrap();
    assert_eq!(other.files(), ["record.db"]);
    assert_eq!(Store::look(&other.path(), &KEY, day("2026-02-01")), Err(StoreError::Damaged), "under its own key");
}

#[test]
fn making_an_image_writes_nothing_of_it_and_the_store_goes_on() {
    let folder = Folder::new();
    let mut store = filled(&folder);
    let files = || {
        let read = |name: String| std::fs::read(folder.path().with_file_name(name)).unwrap();
        folder.files().into_iter().map(|name| (name.clone(), read(name))).collect::<Vec<_>>()
    };
    store.check().unwrap();
    let before = files();
    let image = store.image(made()).unwrap();
    assert_eq!(files(), before);
    assert_eq!(*store.image(made()).unwrap(), *image, "and it is the same each time");
    let ((), step) = store.write(|w| crate::care::put_episode(w, &super::sample::episode(77))).unwrap();
    store.undo(step.unwrap()).unwrap();
    assert_eq!(store.read(whole).unwrap(), record());
}

#[test]
fn the_search_of_a_restored_record_follows_its_changes() {
    let (folder, other) = (Folder::new(), Folder::new());
    let image = filled(&folder).image(made()).unwrap();
    let mut store = back(&other, &image).unwrap();
    let mut session = record().sessions[1].clone();
    session.details.topic = "Lighthouse".to_owned();
    session.note = String::new();
    store.write(|w| crate::session::put_session(w, &session)).unwrap();
    let hits = |store: &mut Store, words: &str| store.read(|r| search::search(r, words, None, 20)).unwrap().len();
    assert_eq!(hits(&mut store, "lighthouse"), 1);
    assert_eq!(hits(&mut store, "halt"), 0);
    store.check().unwrap();
}

#[test]
fn an_image_of_every_earlier_schema_comes_back_as_an_update_would_have_made_it() {
    for number in 1..=MIGRATIONS.len() {
        let (folder, updated, other) = (Folder::new(), Folder::new(), Folder::new());
        folder.make_old(number);
        let image = crate::image::image(&crate::open::unlock(&folder.path(), &KEY).unwrap(), made()).unwrap();
        assert_eq!(inspect(&image, day("2026-02-01")).unwrap().version, number);
        updated.make_old(number);
        let copy = updated.path().with_file_name("before");
        let mut updated = Store::open(&updated.path(), &KEY, Durability::Full, || Ok(copy)).unwrap();
        // The image says when it was made, where its schema has a place for that.
        if let Some(keeper) = updated.read(reminder::keeper).unwrap() {
            let keeper = reminder::Keeper { copied_at: Some(made()), ..keeper };
            updated.write(|w| reminder::put_keeper(w, &keeper)).unwrap();
        }
        let mut restored = back(&other, &image).unwrap();
        assert_eq!(rows_of(&mut restored), rows_of(&mut updated), "from {number}");
        restored.check().unwrap();
    }
}

#[test]
fn a_planted_image_is_refused_and_leaves_nothing() {
    let folder = Folder::new();
    let image = filled(&folder).image(made()).unwrap();
    for (statements, expected) in [
        ("PRAGMA user_version = 999", StoreError::NewerDatabase),
        ("PRAGMA user_version = 0", StoreError::Damaged),
        ("PRAGMA user_version = -1", StoreError::Damaged),
        ("PRAGMA user_version = 4", StoreError::Damaged),
        ("PRAGMA application_id = 7", StoreError::Damaged),
        ("CREATE TABLE more (a)", StoreError::Damaged),
        ("CREATE VIEW more AS SELECT * FROM draft", StoreError::Damaged),
        ("CREATE INDEX more ON draft (text)", StoreError::Damaged),
        ("CREATE TRIGGER more AFTER INSERT ON draft BEGIN DELETE FROM draft; END", StoreError::Damaged),
        ("CREATE VIRTUAL TABLE more USING fts5 (a)", StoreError::Damaged),
        ("DROP TABLE ride", StoreError::Damaged),
        ("DROP TRIGGER session_text_update", StoreError::Damaged),
        ("ALTER TABLE ride ADD COLUMN more TEXT", StoreError::Damaged),
        ("PRAGMA writable_schema = ON; UPDATE sqlite_schema SET rootpage = 3 WHERE name = 'ride'", StoreError::Damaged),
        ("PRAGMA writable_schema = ON; UPDATE sqlite_schema SET sql = 'x' WHERE name = 'ride'", StoreError::Damaged),
        ("PRAGMA ignore_check_constraints = ON; UPDATE ride SET minutes = -1", StoreError::Damaged),
        ("PRAGMA foreign_keys = OFF; DELETE FROM episode", StoreError::Damaged),
        // What each column takes, and yet no date, no plan, no text.
        ("UPDATE session SET on_date = '2026-19-39'", StoreError::Damaged),
        ("UPDATE plan_version SET content = '{}'", StoreError::Damaged),
        ("UPDATE draft SET text = CAST(x'ff' AS TEXT)", StoreError::Damaged),
        ("UPDATE snoozed SET at = 9223372036854775807", StoreError::Damaged),
    ] {
        let other = Folder::new();
        let planted = changed(&image, statements);
        assert_eq!(fault(back(&other, &planted)), expected, "{statements}");
        assert!(other.files().is_empty(), "{statements}");
    }
}

#[test]
fn what_is_no_image_is_refused() {
    let folder = Folder::new();
    let image = filled(&folder).image(made()).unwrap();
    let mut in_wal = image.to_vec();
    in_wal[18..20].copy_from_slice(&[2, 2]);
    for bytes in [&[] as &[u8], b"SQLite format 3\0", &[7; 8192], &image[..512], &image[..image.len() - 4096], &in_wal]
    {
        let other = Folder::new();
        assert_eq!(fault(back(&other, bytes)), StoreError::Damaged);
        assert_eq!(inspect(bytes, day("2026-02-01")), Err(StoreError::Damaged));
        assert!(other.files().is_empty());
    }
}

#[test]
fn a_database_that_is_there_is_never_replaced_by_an_image() {
    let folder = Folder::new();
    let mut store = filled(&folder);
    let image = store.image(made()).unwrap();
    store.close().unwrap();
    let before = std::fs::read(folder.path()).unwrap();
    assert_eq!(fault(back(&folder, &image)), StoreError::Other("exists"));
    assert_eq!(std::fs::read(folder.path()).unwrap(), before);
}

#[test]
fn an_image_with_bytes_changed_anywhere_is_refused_or_read_and_never_worse() {
    let folder = Folder::new();
    let image = filled(&folder).image(made()).unwrap().to_vec();
    // A fixed course through the file, so that a failure can be had again.
    let mut state = 0x9e37_79b9_7f4a_7c15_u64;
    let mut next = |below: usize| {
        state ^= state << 13;
        state ^= state >> 7;
        state ^= state << 17;
        usize::try_from(state % u64::try_from(below).unwrap()).unwrap()
    };
    for round in 0..200 {
        let mut fuzzed = image.clone();
        for _ in 0..=next(8) {
            // Half of them where the structure is.
            let at = if round % 2 == 0 { next(4096) } else { next(fuzzed.len()) };
            fuzzed[at] = next(256).try_into().unwrap();
        }
        let found = inspect(&fuzzed, day("2026-02-01"));
        assert!(matches!(found, Ok(_) | Err(StoreError::Damaged | StoreError::NewerDatabase)), "{round}: {found:?}");
        if found.is_ok() {
            let other = Folder::new();
            match back(&other, &fuzzed) {
                Ok(mut store) => store.check().unwrap(),
                Err(error) => {
                    assert_eq!(error, StoreError::Damaged, "{round}");
                    assert!(other.files().is_empty());
                }
            }
        }
    }
}
