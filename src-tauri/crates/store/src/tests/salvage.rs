//! What is saved of a damaged database: exactly the rows that lie on whole pages, as they were.

use std::collections::{BTreeMap, BTreeSet};
use std::path::PathBuf;
use std::sync::OnceLock;

use domain::care::Session;
use domain::group::Attendance;
use domain::time::Zone;
use rusqlite::Connection;

use super::sample::{self, put, record};
use super::{Folder, KEY, open_as_it_is};
use crate::schema::tables;
use crate::{Salvaged, SalvagedPart, Store, StoreError, care, group, session};

const PAGE: usize = 4096;

/// A record of a thousand rows, some longer than a page.
fn thousand(folder: &Folder) -> Store {
    let mut store = folder.create();
    store
        .write(|w| {
            put(w, &record())?;
            for number in 1000..1600u64 {
                let note =
                    "A word or two. ".repeat(usize::try_from(number % 40).unwrap() * usize::from(number % 9 == 0));
                let episode = record().episodes[usize::from(number % 2 == 0)].id;
                let session = Session { note, ..sample::session(number, episode, "2026-02-01") };
                session::put_session(w, &session)?;
                // What came and went leaves gaps in the numbers.
                if number % 7 == 0 {
                    session::delete_session(w, session.id)?;
                }
            }
            for number in 1000..1400 {
                let note = "Long. ".repeat(if number % 50 == 0 { 2000 } else { 1 });
                group::put_attendance(w, &Attendance { note, ..sample::attendance(number, "2026-02-02") })?;
            }
            care::put_episode(w, &sample::episode(99))
        })
        .unwrap();
    store
}

fn raw(folder: &Folder) -> Connection {
    crate::open::connect(&folder.path(), &KEY).unwrap()
}

/// Salvages beside the damaged one.
fn salvage(folder: &Folder) -> Result<Salvaged, StoreError> {
    Store::salvage(&folder.path(), &KEY, &into(folder), Zone::UTC)
}

fn into(folder: &Folder) -> PathBuf {
    folder.path().with_file_name("into.db")
}

fn map(folder: &Folder) -> PathBuf {
    crate::map::path(&folder.path())
}

type Rows = BTreeMap<String, BTreeMap<i64, String>>;

/// Every row of every table by its number.
fn rows(connection: &Connection) -> Rows {
    let mut all = Rows::new();
    for (table, columns) in tables(connection).unwrap() {
        let values: Vec<_> = columns.iter().map(|column| format!("quote({})", column.name)).collect();
        let sql = format!("SELECT rowid, {} FROM main.{table} ORDER BY rowid", values.join(" || ', ' || "));
        let mut statement = connection.prepare(&sql).unwrap();
        let rows = statement.query_map([], |row| Ok((row.get(0)?, row.get(1)?))).unwrap().map(Result::unwrap).collect();
        all.insert(table, rows);
    }
    all
}

/// What a page holds.
#[derive(Debug, Clone, PartialEq, Eq)]
enum Holds {
    /// Rows of a table, or the rest of one.
    Rows(String, BTreeSet<i64>),
    /// The way to the rows of a table.
    Way(String),
    /// The schema.
    Schema,
    /// An index, what the search keeps, or nothing.
    Other,
}

/// What each page holds, the first one left out.
fn pages(connection: &Connection, rows: &Rows) -> BTreeMap<usize, Holds> {
    let mut statement =
        connection.prepare("SELECT name, path, pageno, pagetype, ncell FROM dbstat ORDER BY name, path").unwrap();
    let number = |number: i64| usize::try_from(number).unwrap();
    let parts: Vec<(String, String, usize, String, usize)> = statement
        .query_map([], |row| Ok((row.get(0)?, row.get(1)?, number(row.get(2)?), row.get(3)?, number(row.get(4)?))))
        .unwrap()
        .map(Result::unwrap)
        .collect();
    let mut pages = BTreeMap::new();
    for (table, numbers) in rows {
        let mut left = numbers.keys().copied();
        let mut leaves = BTreeMap::new();
        for (_, path, page, kind, cells) in parts.iter().filter(|part| part.0 == *table) {
            if kind == "leaf" {
                let on_it: Vec<i64> = left.by_ref().take(*cells).collect();
                pages.insert(*page, Holds::Rows(table.clone(), on_it.iter().copied().collect()));
                leaves.insert(path.clone(), on_it);
            } else if kind == "internal" {
                pages.insert(*page, Holds::Way(table.clone()));
            }
        }
        assert_eq!(left.next(), None);
        for (_, path, page, _, _) in parts.iter().filter(|part| part.0 == *table && part.3 == "overflow") {
            // `/000/01c+000002`: of the row 0x1c on the leaf `/000/`.
            let (leaf, cell) = path.split_once('+').unwrap().0.rsplit_once('/').unwrap();
            let cell = usize::from_str_radix(cell, 16).unwrap();
            pages.insert(*page, Holds::Rows(table.clone(), BTreeSet::from([leaves[&format!("{leaf}/")][cell]])));
        }
    }
    for (name, _, page, _, _) in &parts {
        let held = if name == "sqlite_schema" { Holds::Schema } else { Holds::Other };
        pages.entry(*page).or_insert(held);
    }
    pages
}

/// The made-up record, closed; its bytes, rows and pages.
struct Original {
    bytes: Vec<u8>,
    map: Vec<u8>,
    rows: Rows,
    pages: BTreeMap<usize, Holds>,
    references: Vec<Reference>,
}

fn original() -> &'static Original {
    static MADE: OnceLock<Original> = OnceLock::new();
    MADE.get_or_init(make_original)
}

fn make_original() -> Original {
    let folder = Folder::new();
    thousand(&folder).close().unwrap();
    let connection = raw(&folder);
    let rows = rows(&connection);
    let pages = pages(&connection, &rows);
    let references = references(&connection);
    drop(connection);
    let map = std::fs::read(map(&folder)).unwrap();
    Original { bytes: std::fs::read(folder.path()).unwrap(), map, rows, pages, references }
}

enum Blow {
    /// A bit flipped.
    Flip,
    /// All zeros.
    Wipe,
}

impl Original {
    /// What must be left where these pages are damaged; `None` where only less than all is known.
    fn expected(&self, damaged: &[usize]) -> Option<Rows> {
        let mut rows = self.rows.clone();
        for page in damaged {
            match self.pages.get(page) {
                Some(Holds::Rows(table, numbers)) => rows.get_mut(table)?.retain(|number, _| !numbers.contains(number)),
                Some(Holds::Way(_)) => return None,
                Some(Holds::Schema | Holds::Other) | None => {}
            }
        }
        Some(without_orphans(&self.references, rows))
    }

    fn damaged(&self, pages: &[usize], blow: &Blow) -> Vec<u8> {
        let mut bytes = self.bytes.clone();
        for page in pages {
            let start = (page - 1) * PAGE;
            match blow {
                Blow::Flip => bytes[start + 100] ^= 4,
                Blow::Wipe => bytes[start..start + PAGE].fill(0),
            }
        }
        bytes
    }

    /// Salvages and holds what was saved against what there was.
    fn assert_saved(&self, bytes: &[u8], damaged: &[usize]) {
        let folder = Folder::new();
        std::fs::write(folder.path(), bytes).unwrap();
        std::fs::write(map(&folder), &self.map).unwrap();
        let Salvaged { parts, stand_ins, .. } = salvage(&folder).unwrap();
        assert_eq!(std::fs::read(folder.path()).unwrap(), bytes);
        assert_eq!(std::fs::read(map(&folder)).unwrap(), self.map);
        assert_eq!(folder.files(), ["into.db", "record.db", "record.db-map"]);
        let mut store = open_as_it_is(&into(&folder), &KEY).unwrap();
        store.check().unwrap();
        let saved = store.read(|r| Ok::<_, StoreError>(rows(r.connection()))).unwrap();
        let lost = |kind: &str| parts.iter().any(|part| part.kind == kind && part.lost);
        for (table, rows) in &saved {
            let values = |rows: &BTreeMap<i64, String>| {
                let mut values: Vec<String> = rows.values().cloned().collect();
                values.sort();
                values
            };
            if table == "episode" && stand_ins > 0 {
                // Nothing stands in for one that nothing refers to.
                assert!(rows.len() <= self.rows[table].len());
                assert!(lost("episodes"));
                continue;
            }
            let (saved, there_were) = (values(rows), values(&self.rows[table]));
            assert!(saved.iter().all(|row| there_were.binary_search(row).is_ok()), "{table}: a row was made up");
            if let Some(expected) = self.expected(damaged) {
                assert_eq!(saved.len(), values(&expected[table]).len(), "{table} of {damaged:?}");
                assert_eq!(saved, values(&expected[table]), "{table} of {damaged:?}");
            }
            if saved.len() < there_were.len() {
                assert!(lost(crate::content::kind(table)), "{table}");
            }
        }
    }

    fn of(&self, wanted: impl Fn(&Holds) -> bool) -> Vec<usize> {
        self.pages.iter().filter(|(page, held)| **page > 1 && wanted(held)).map(|(page, _)| *page).collect()
    }

    fn leaves(&self, table: &str) -> Vec<usize> {
        self.of(|held| matches!(held, Holds::Rows(of, numbers) if of == table && numbers.len() > 1))
    }
}

/// A table, the place of one of its columns, and the table that it refers to.
type Reference = (String, usize, String);

fn references(connection: &Connection) -> Vec<Reference> {
    let mut all = Vec::new();
    for (table, columns) in tables(connection).unwrap() {
        let sql = format!("SELECT \"from\", \"table\" FROM pragma_foreign_key_list('{table}')");
        let mut statement = connection.prepare(&sql).unwrap();
        let found = statement.query_map([], |row| Ok((row.get::<_, String>(0)?, row.get::<_, String>(1)?))).unwrap();
        for (column, parent) in found.map(Result::unwrap) {
            all.push((table.clone(), columns.iter().position(|one| one.name == column).unwrap(), parent));
        }
    }
    all
}

/// Takes out what refers to a row that is not there, as the new database has to.
fn without_orphans(references: &[Reference], rows: Rows) -> Rows {
    let mut rows = rows;
    loop {
        let mut gone = Vec::new();
        // Another level of care stands in for one that is lost.
        for (table, at, parent) in references.iter().filter(|(_, _, parent)| parent != "episode") {
            // Ids come first in a row, or second after its number; their text holds no comma.
            let ids: BTreeSet<&str> = rows[parent].values().filter_map(|row| row.split(", ").next()).collect();
            for (number, row) in &rows[table] {
                if !ids.contains(row.split(", ").nth(*at).unwrap()) {
                    gone.push((table.clone(), *number));
                }
            }
        }
        if gone.is_empty() {
            return rows;
        }
        for (table, number) in gone {
            rows.get_mut(&table).unwrap().remove(&number);
        }
    }
}

#[test]
fn a_whole_database_is_saved_whole() {
    let original = original();
    original.assert_saved(&original.bytes, &[]);
    let folder = Folder::new();
    std::fs::write(folder.path(), &original.bytes).unwrap();
    let Salvaged { parts, stand_ins, .. } = salvage(&folder).unwrap();
    assert_eq!(stand_ins, 0);
    assert!(parts.contains(&SalvagedPart { kind: "attendances", saved: 418, lost: false }), "{parts:?}");
    assert!(parts.iter().all(|part| !part.lost && part.saved > 0), "{parts:?}");
}

#[test]
fn one_damaged_page_costs_the_rows_on_it_and_no_others() {
    let original = original();
    let every = original.of(|_| true);
    for (page, blow) in every.iter().step_by(31).zip([Blow::Flip, Blow::Wipe].iter().cycle()) {
        original.assert_saved(&original.damaged(&[*page], blow), &[*page]);
    }
}

#[test]
fn damaged_pages_at_both_ends_in_the_middle_and_beside_each_other_cost_only_what_is_on_them() {
    let original = original();
    let sessions = original.leaves("session");
    let attendances = original.leaves("attendance");
    assert!(sessions.len() > 20 && attendances.len() > 5, "{} {}", sessions.len(), attendances.len());
    let (first, last) = (sessions[0], sessions[sessions.len() - 1]);
    for damaged in [
        vec![first],
        vec![last],
        vec![first, last, attendances[0]],
        vec![sessions[4], sessions[5], sessions[7]],
        vec![sessions[3], sessions[9], sessions[15], attendances[1], attendances[3]],
        sessions.iter().copied().step_by(3).take(5).collect(),
    ] {
        original.assert_saved(&original.damaged(&damaged, &Blow::Flip), &damaged);
    }
}

#[test]
fn a_damaged_rest_of_a_long_row_costs_that_row() {
    let original = original();
    let rests =
        original.of(|held| matches!(held, Holds::Rows(table, rows) if table == "attendance" && rows.len() == 1));
    assert!(rests.len() > 8);
    for blow in [Blow::Flip, Blow::Wipe] {
        let damaged = [rests[1], rests[rests.len() - 2]];
        original.assert_saved(&original.damaged(&damaged, &blow), &damaged);
    }
}

#[test]
fn a_damaged_index_costs_nothing() {
    let original = original();
    let others = original.of(|held| *held == Holds::Other);
    assert!(others.len() > 20);
    original.assert_saved(&original.damaged(&others, &Blow::Flip), &others);
}

#[test]
fn without_the_way_to_a_tables_rows_the_other_tables_are_saved() {
    let original = original();
    let ways = original.of(|held| matches!(held, Holds::Way(_)));
    assert!(!ways.is_empty());
    for page in ways {
        original.assert_saved(&original.damaged(&[page], &Blow::Flip), &[page]);
    }
}

#[test]
fn without_the_first_page_or_the_schema_the_map_says_where_the_rows_are() {
    let original = original();
    let schema = original.of(|held| *held == Holds::Schema);
    assert!(schema.len() > 3);
    for blow in [Blow::Flip, Blow::Wipe] {
        for page in [1, schema[0], schema[schema.len() - 1]] {
            original.assert_saved(&original.damaged(&[page], &blow), &[page]);
        }
        let all: Vec<usize> = [1].into_iter().chain(schema.iter().copied()).collect();
        original.assert_saved(&original.damaged(&all, &blow), &all);
        let sessions = original.leaves("session");
        let damaged = [1, sessions[2], sessions[5]];
        original.assert_saved(&original.damaged(&damaged, &blow), &damaged);
    }
}

#[test]
fn without_the_first_page_or_the_schema_and_without_a_map_nothing_can_be_told() {
    let original = original();
    let schema = original.of(|held| *held == Holds::Schema);
    let other = Folder::new();
    other.create().close().unwrap();
    let of_another = std::fs::read(map(&other)).unwrap();
    let mut broken = original.map.clone();
    broken[PAGE / 2] ^= 4;
    for page in [1, schema[0]] {
        for beside in [None, Some(&of_another), Some(&broken)] {
            let folder = Folder::new();
            std::fs::write(folder.path(), original.damaged(&[page], &Blow::Wipe)).unwrap();
            if let Some(beside) = beside {
                std::fs::write(map(&folder), beside).unwrap();
            }
            let before = folder.files();
            assert_eq!(salvage(&folder), Err(StoreError::Damaged));
            assert_eq!(folder.files(), before);
        }
    }
}

#[test]
fn the_map_is_the_databases_own_and_made_anew_where_it_is_not() {
    let folder = Folder::new();
    let mut store = folder.create();
    let copy = folder.path().with_file_name("copy.db");
    // Tables that grew as they were made lie elsewhere than in a copy, which has the same salt.
    store.copy_to(&copy).unwrap();
    store.close().unwrap();
    let first = std::fs::read(map(&folder)).unwrap();
    assert_eq!(first[..16], std::fs::read(folder.path()).unwrap()[..16]);
    folder.open().unwrap().close().unwrap();
    assert_eq!(std::fs::read(map(&folder)).unwrap(), first, "what holds is not written again");
    for damage in [None, Some(Vec::new()), Some(vec![7; 8192])] {
        std::fs::remove_file(map(&folder)).unwrap();
        if let Some(bytes) = damage {
            std::fs::write(map(&folder), bytes).unwrap();
        }
        folder.open().unwrap().close().unwrap();
        assert!(crate::map::holds(&folder.path(), &KEY));
    }
    std::fs::rename(&copy, folder.path()).unwrap();
    assert!(!crate::map::holds(&folder.path(), &KEY));
    folder.open().unwrap().close().unwrap();
    assert!(crate::map::holds(&folder.path(), &KEY));
    assert_eq!(folder.files(), ["record.db", "record.db-map"]);
}

#[test]
fn sessions_of_a_level_of_care_that_is_lost_are_kept_under_one_that_stands_in() {
    let original = original();
    let episodes = original.of(|held| matches!(held, Holds::Rows(table, _) if table == "episode"));
    assert!(!episodes.is_empty());
    let folder = Folder::new();
    std::fs::write(folder.path(), original.damaged(&episodes, &Blow::Flip)).unwrap();
    let Salvaged { parts, stand_ins, .. } = salvage(&folder).unwrap();
    assert!(stand_ins > 1, "{stand_ins}");
    let of = |kind: &str| parts.iter().find(|part| part.kind == kind).unwrap();
    assert!(of("episodes").lost && of("episodes").saved == stand_ins, "{parts:?}");
    assert!(!of("sessions").lost && !of("phases").lost && !of("fees").lost, "{parts:?}");
    let whole = open_as_it_is(&into(&folder), &KEY).unwrap().read(crate::whole::whole).unwrap();
    for session in &whole.sessions {
        let episode = whole.episodes.iter().find(|episode| episode.id == session.episode).unwrap();
        assert!(episode.starts_on <= session.on && episode.ends_on.is_none_or(|end| session.on <= end));
        assert_eq!((episode.zone, episode.provider.name.as_str()), (Zone::UTC, ""));
    }
}

#[test]
fn a_file_cut_short_costs_what_was_cut_off() {
    let original = original();
    let all = original.bytes.len() / PAGE;
    for (pages, more) in [(all - 3, 17), (all * 2 / 3, 0)] {
        let bytes = &original.bytes[..pages * PAGE + more];
        let cut: Vec<usize> = (pages + 1..=all).collect();
        original.assert_saved(bytes, &cut);
    }
}

#[test]
fn writes_in_the_log_count_as_far_as_it_is_whole() {
    let crashed = Folder::new();
    thousand(&crashed).close().unwrap();
    let mut store = crashed.open().unwrap();
    let file = std::fs::read(crashed.path()).unwrap();
    let episode = record().episodes[0].id;
    let log_path = crashed.path().with_file_name("record.db-wal");
    let mut lengths = Vec::new();
    for number in 5000..5010 {
        store.write(|w| session::put_session(w, &sample::session(number, episode, "2026-04-01"))).unwrap();
        lengths.push(std::fs::read(&log_path).unwrap().len());
    }
    let log = std::fs::read(&log_path).unwrap();
    for (length, saved) in [(log.len(), 10), (lengths[4], 5), (lengths[4] + 3000, 5), (lengths[0] - 1, 0), (20, 0)] {
        let folder = Folder::new();
        std::fs::write(folder.path(), &file).unwrap();
        std::fs::write(folder.path().with_file_name("record.db-wal"), &log[..length]).unwrap();
        salvage(&folder).unwrap();
        assert_eq!(std::fs::read(folder.path()).unwrap(), file);
        assert_eq!(std::fs::read(folder.path().with_file_name("record.db-wal")).unwrap(), log[..length]);
        assert_eq!(folder.files(), ["into.db", "record.db", "record.db-wal"]);
        let of_then = |session: &&Session| session.on == super::day("2026-04-01");
        let whole = open_as_it_is(&into(&folder), &KEY).unwrap().read(crate::whole::whole).unwrap();
        assert_eq!(whole.sessions.iter().filter(of_then).count(), saved, "{length} of {}", log.len());
    }
}

#[test]
fn writes_in_the_log_count_also_where_the_first_page_is_lost() {
    let crashed = Folder::new();
    thousand(&crashed).close().unwrap();
    let mut store = crashed.open().unwrap();
    let episode = record().episodes[0].id;
    for number in 5000..5200 {
        store.write(|w| session::put_session(w, &sample::session(number, episode, "2026-04-01"))).unwrap();
    }
    let mut file = std::fs::read(crashed.path()).unwrap();
    let log = std::fs::read(crashed.path().with_file_name("record.db-wal")).unwrap();
    file[..PAGE].fill(0);
    // A log in which the first page stands, and one in which it does not.
    for bytes in [&log[..], &log[..32 + (PAGE + 24) * 3]] {
        let folder = Folder::new();
        std::fs::write(folder.path(), &file).unwrap();
        std::fs::write(folder.path().with_file_name("record.db-wal"), bytes).unwrap();
        std::fs::copy(map(&crashed), map(&folder)).unwrap();
        salvage(&folder).unwrap();
        let whole = open_as_it_is(&into(&folder), &KEY).unwrap().read(crate::whole::whole).unwrap();
        let saved = whole.sessions.iter().filter(|session| session.on == super::day("2026-04-01")).count();
        assert!(if bytes.len() == log.len() { saved == 200 } else { saved < 200 }, "{saved}");
        assert!(whole.sessions.len() > 500);
    }
}

#[test]
fn an_earlier_schema_is_saved_and_brought_to_the_newest() {
    let folder = Folder::new();
    folder.make_old(2);
    let parts = salvage(&folder).unwrap().parts;
    assert!(parts.contains(&SalvagedPart { kind: "episodes", saved: 3, lost: false }), "{parts:?}");
    open_as_it_is(&into(&folder), &KEY).unwrap().check().unwrap();
}

#[test]
fn what_is_not_damage_is_told_as_it_is_and_nothing_is_replaced() {
    let folder = Folder::new();
    let into = into(&folder);
    let salvaged = || salvage(&folder);
    assert_eq!(salvaged(), Err(StoreError::Missing));
    std::fs::write(folder.path(), b"").unwrap();
    assert_eq!(salvaged(), Err(StoreError::Empty));
    let log = folder.path().with_file_name("record.db-wal");
    std::fs::write(&log, b"log").unwrap();
    assert_eq!(salvaged(), Err(StoreError::Damaged));
    std::fs::remove_file(log).unwrap();
    std::fs::write(folder.path(), b"SQLite format 3\0 and so on").unwrap();
    assert_eq!(salvaged(), Err(StoreError::Foreign));
    folder.make_old(5);
    assert_eq!(Store::salvage(&folder.path(), &[1; 32], &into, Zone::UTC), Err(StoreError::Damaged));
    assert_eq!(folder.files(), ["record.db"]);
    std::fs::write(&into, b"here").unwrap();
    assert_eq!(salvaged(), Err(StoreError::Other("exists")));
    assert_eq!(std::fs::read(&into).unwrap(), b"here");
    std::fs::remove_file(&into).unwrap();
    raw(&folder).execute_batch("PRAGMA user_version = 999").unwrap();
    assert_eq!(salvaged(), Err(StoreError::NewerDatabase));
    assert_eq!(folder.files(), ["record.db"]);
}
