//! Every schema that was ever released leads to the newest one.
//!
//! A dump of a schema is written once, when it lands:
//! `cargo test -p handrail-store write_the_dump -- --ignored`.

use std::fmt::Write as _;
use std::path::{Path, PathBuf};

use domain::plan::{Halt, Person, Plan, Review};
use domain::preference::Preferences;
use rusqlite::Connection;
use rusqlite_migration::M;

use super::sample::{put, record};
use super::sample_reminder;
use super::{Folder, KEY, day, fault, open_as_it_is};
use crate::open::{APPLICATION_ID, connect};
use crate::schema::{MIGRATIONS, migrate, version};
use crate::whole::whole;
use crate::{Durability, Store, StoreError, copy};

fn dumps() -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("../../../tests/fixtures/schema")
}

impl Folder {
    /// Makes a database as a version wrote it that had that many migrations.
    pub(crate) fn make_old(&self, number: usize) {
        std::fs::write(self.path(), b"").unwrap();
        let connection = connect(&self.path(), &KEY).unwrap();
        connection.execute_batch("PRAGMA journal_mode = MEMORY").unwrap();
        connection.execute_batch(&std::fs::read_to_string(dump_name(number)).unwrap()).unwrap();
        assert_eq!(version(&connection).unwrap(), number);
    }
}

/// Not the tables that the search makes for itself.
const OURS: &str = "sql IS NOT NULL AND NOT (type = 'table' AND name GLOB '*_text_*')";

/// What the schema is made of, one line each.
fn schema(store: &mut Store) -> Vec<String> {
    store.read(|r| Ok::<_, StoreError>(schema_of(r.connection()))).unwrap()
}

fn schema_of(connection: &Connection) -> Vec<String> {
    let mut statement = connection
        .prepare(&format!("SELECT sql FROM main.sqlite_schema WHERE {OURS} ORDER BY type DESC, name"))
        .unwrap();
    statement.query_map([], |row| row.get(0)).unwrap().map(Result::unwrap).collect()
}

/// The database as statements that make it again.
fn dump(connection: &Connection) -> String {
    let version = version(connection).unwrap();
    let mut dump = format!("PRAGMA application_id = {APPLICATION_ID};\nPRAGMA user_version = {version};\n");
    // Tables first, parents before children as they were made.
    let mut statement = connection
        .prepare(&format!("SELECT name, sql FROM main.sqlite_schema WHERE {OURS} ORDER BY type = 'index', rowid"))
        .unwrap();
    let parts: Vec<(String, String)> =
        statement.query_map([], |row| Ok((row.get(0)?, row.get(1)?))).unwrap().map(Result::unwrap).collect();
    for (_, sql) in &parts {
        writeln!(dump, "{sql};").unwrap();
    }
    for (table, _) in parts.iter().filter(|(_, sql)| sql.starts_with("CREATE TABLE")) {
        let mut statement = connection.prepare("SELECT name FROM pragma_table_info(?1)").unwrap();
        let columns: Vec<String> =
            statement.query_map([table], |row| row.get(0)).unwrap().map(Result::unwrap).collect();
        let quoted: Vec<_> = columns.iter().map(|column| format!("quote({column})")).collect();
        let sql = format!("SELECT {} FROM {table} ORDER BY 1 LIMIT 3", quoted.join(" || ', ' || "));
        let mut statement = connection.prepare(&sql).unwrap();
        for row in statement.query_map([], |row| row.get::<_, String>(0)).unwrap() {
            writeln!(dump, "INSERT INTO {table} ({}) VALUES ({});", columns.join(", "), row.unwrap()).unwrap();
        }
    }
    dump
}

fn dump_name(version: usize) -> PathBuf {
    dumps().join(format!("{version:04}.sql"))
}

#[test]
#[ignore = "writes the dump of a schema that lands"]
fn write_the_dump() {
    let folder = Folder::new();
    let mut store = folder.create();
    store
        .write(|w| {
            put(w, &record())?;
            crate::draft::put_draft(w, "plan", "My reasons", 1_770_000_000_000)?;
            let (at, id) = (super::sample::version(0).saved_at, "session/a/2026-01-05".to_owned());
            crate::reminder::put_snoozed(w, &domain::reminder::Snoozed { id: id.clone(), at })?;
            let keeper = crate::reminder::Keeper { secret: [7; 32], since: at, copied_at: None };
            crate::reminder::put_keeper(w, &keeper)?;
            crate::reminder::put_fired(w, &crate::reminder::Fired { id, at, missed: false })
        })
        .unwrap();
    let path = dump_name(MIGRATIONS.len());
    assert!(!path.exists(), "a dump is never changed");
    let text = store.read(|r| Ok::<_, StoreError>(dump(r.connection()))).unwrap();
    std::fs::create_dir_all(dumps()).unwrap();
    std::fs::write(path, text).unwrap();
}

#[test]
fn every_released_schema_upgrades_to_the_newest_and_keeps_its_rows() {
    let fresh = Folder::new();
    let newest = schema(&mut fresh.create());
    for number in 1..=MIGRATIONS.len() {
        let text = std::fs::read_to_string(dump_name(number)).unwrap();
        let folder = Folder::new();
        folder.make_old(number);
        let copy = folder.path().with_file_name("before");
        let mut store = Store::open(&folder.path(), &KEY, Durability::Full, || Ok(copy.clone())).unwrap();
        assert_eq!(schema(&mut store), newest, "from {number}");
        assert_eq!(copy.exists(), number < MIGRATIONS.len());
        store.check().unwrap();
        let rows = |table: &str| text.matches(&format!("INSERT INTO {table} ")).count();
        let whole = store.read(whole).unwrap();
        assert_eq!(whole.episodes.len(), rows("episode"));
        assert_eq!(whole.sessions, record().sessions[..rows("session")]);
        assert_eq!(whole.attendances, record().attendances[..rows("attendance")]);
        assert_eq!(whole.check_ins.len(), rows("check_in"));
        let plans: Vec<_> =
            record().plan_versions.into_iter().map(|(meta, plan)| (meta, plan_of(number, plan))).collect();
        assert_eq!(whole.plan_versions, plans[..rows("plan_version")]);
        assert_eq!(whole.preferences, preferences_of(number));
        // Of sessions alone, and among the choices, up to the third.
        let rules = if number < 4 { vec![sample_reminder::session()] } else { record().reminder_rules };
        assert_eq!(whole.reminder_rules, rules);
    }
}

/// The choices as a schema of that number held them.
fn preferences_of(number: usize) -> Preferences {
    let mut preferences = record().preferences;
    if number < 4 {
        let Preferences { quiet, remind_while_locked, .. } = Preferences::default();
        preferences = Preferences { quiet, remind_while_locked, ..preferences };
    }
    if number < 5 {
        let Preferences { lock_when_hidden, lock_with_screen, .. } = Preferences::default();
        preferences = Preferences { lock_when_hidden, lock_with_screen, ..preferences };
    }
    preferences
}

/// The plan as a schema of that number held it.
fn plan_of(number: usize, plan: Plan) -> Plan {
    if number >= 3 {
        return plan;
    }
    let people = plan.people.into_iter();
    Plan {
        skills: Vec::new(),
        halt: Halt::default(),
        people: people.map(|one| Person { more_phones: Vec::new(), message: String::new(), ..one }).collect(),
        slip_message: String::new(),
        review: plan.review.map(|review| Review { signatures: Vec::new(), ..review }),
        ..plan
    }
}

#[test]
fn no_migration_has_gone_and_none_lacks_its_dump() {
    let found = std::fs::read_dir(dumps()).unwrap().count();
    assert_eq!(found, MIGRATIONS.len());
}

#[test]
fn a_schema_that_landed_is_what_its_dump_says() {
    // A landed migration that is edited makes another schema than the one that was dumped.
    let folder = Folder::new();
    let text = std::fs::read_to_string(dump_name(MIGRATIONS.len())).unwrap();
    for sql in schema(&mut folder.create()) {
        assert!(text.contains(&sql), "{sql}");
    }
}

const ANOTHER: &str = "CREATE TABLE another (a TEXT) STRICT; INSERT INTO another VALUES ('x');";

/// Opens the database as a version does that has one migration more.
fn migrated(folder: &Folder, last: &'static str, copy: &Path) -> Result<(), StoreError> {
    let mut connection = connect(&folder.path(), &KEY)?;
    let migrations: Vec<M<'_>> = MIGRATIONS.iter().cloned().chain([M::up(last)]).collect();
    migrate(&mut connection, &migrations, |connection| copy::copy(connection, copy))
}

fn filled() -> Folder {
    let folder = Folder::new();
    let mut store = folder.create();
    store.write(|w| put(w, &record())).unwrap();
    store.close().unwrap();
    folder
}

#[test]
fn before_a_migration_a_whole_encrypted_copy_is_made_and_stays() {
    let folder = filled();
    let copy = folder.path().with_file_name("before");
    // What a crash may have left, of the copy and of an earlier one.
    std::fs::write(folder.path().with_file_name("before.part"), b"half").unwrap();
    std::fs::write(&copy, b"old").unwrap();
    migrated(&folder, ANOTHER, &copy).unwrap();
    assert_eq!(folder.files(), ["before", "record.db", "record.db-map"]);
    assert_eq!(folder.open().map(drop), Err(StoreError::NewerDatabase));

    let bytes = std::fs::read(&copy).unwrap();
    assert!(!bytes.windows(15).any(|window| window == b"SQLite format 3"));
    let mut store = open_as_it_is(&copy, &KEY).unwrap();
    assert_eq!(store.read(whole).unwrap(), record());
    store.check().unwrap();
}

#[test]
fn a_failed_migration_changes_nothing_and_the_copy_was_made_before() {
    let folder = filled();
    let copy = folder.path().with_file_name("before");
    let fails = "CREATE TABLE another (a TEXT) STRICT; INSERT INTO nowhere VALUES (1);";
    for _ in 0..2 {
        assert!(migrated(&folder, fails, &copy).is_err());
        assert_eq!(folder.files(), ["before", "record.db", "record.db-map"]);
        assert_eq!(folder.open().unwrap().read(whole).unwrap(), record());
    }
    assert_eq!(open_as_it_is(&copy, &KEY).unwrap().read(whole).unwrap(), record());
}

#[test]
fn a_database_that_refuses_the_update_keeps_its_map_and_no_try_leaves_a_copy() {
    let folder = Folder::new();
    folder.make_old(4);
    let in_the_way = "ALTER TABLE preference ADD COLUMN lock_with_screen INTEGER";
    connect(&folder.path(), &KEY).unwrap().execute_batch(in_the_way).unwrap();
    for number in 1..=3 {
        let copy = folder.path().with_file_name(format!("before-{number}"));
        assert!(Store::open(&folder.path(), &KEY, Durability::Full, || Ok(copy)).is_err());
        assert_eq!(folder.files(), ["record.db", "record.db-map"]);
        assert!(crate::map::holds(&folder.path(), &KEY));
        assert_eq!(Store::look(&folder.path(), &KEY, day("2026-02-01")).unwrap().version, 4);
    }
}

#[test]
fn without_a_copy_nothing_is_migrated() {
    let folder = filled();
    let before = std::fs::read(folder.path()).unwrap();
    let nowhere = folder.path().join("nowhere").join("before");
    assert_eq!(migrated(&folder, ANOTHER, &nowhere), Err(StoreError::ReadOnly));
    assert_eq!(std::fs::read(folder.path()).unwrap(), before);

    let folder = Folder::new();
    folder.make_old(1);
    let refused = Store::open(&folder.path(), &KEY, Durability::Full, || Err(StoreError::DiskFull));
    assert_eq!(fault(refused), StoreError::DiskFull);
    assert_eq!(folder.files(), ["record.db"]);
    assert_eq!(Store::look(&folder.path(), &KEY, day("2026-02-01")).unwrap().version, 1);
}
