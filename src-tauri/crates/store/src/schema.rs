//! The schema and the way to it. A migration that has landed is never changed.

use std::collections::BTreeMap;
use std::sync::OnceLock;

use rusqlite::Connection;
use rusqlite_migration::{M, Migrations};

use crate::StoreError;

pub(crate) const MIGRATIONS: &[M<'_>] = &[
    M::up(include_str!("migrations/0001_first.sql")),
    M::up(include_str!("migrations/0002_groups.sql")),
    M::up(include_str!("migrations/0003_wellbeing.sql")),
    M::up(include_str!("migrations/0004_reminders.sql")),
    M::up(include_str!("migrations/0005_locking.sql")),
];

/// The `user_version` of the database.
pub(crate) fn version(connection: &Connection) -> Result<usize, StoreError> {
    let version: i64 = connection.query_row("PRAGMA user_version", [], |row| row.get(0))?;
    usize::try_from(version).map_err(|_| StoreError::Damaged)
}

/// Brings the database to the newest schema, whole or not at all. Where it holds something of an earlier one,
/// `before_update` is asked first; what it answers stops the migration.
pub(crate) fn migrate(
    connection: &mut Connection,
    migrations: &[M<'_>],
    before_update: impl FnOnce(&Connection) -> Result<(), StoreError>,
) -> Result<(), StoreError> {
    let from = version(connection)?;
    if from == migrations.len() {
        return Ok(());
    }
    if from > 0 {
        before_update(connection)?;
    }
    connection.execute_batch("PRAGMA foreign_keys = OFF")?;
    Migrations::from_slice(migrations).to_latest(connection)?;
    connection.execute_batch("PRAGMA foreign_keys = ON")?;
    Ok(())
}

/// Makes the schema of an earlier version in a new database.
pub(crate) fn make(connection: &mut Connection, version: usize) -> Result<(), StoreError> {
    Migrations::from_slice(MIGRATIONS).to_version(connection, version)?;
    Ok(())
}

/// A column of a table.
pub(crate) struct Column {
    pub(crate) name: String,
    pub(crate) is_key: bool,
}

/// The tables and their columns, in order, without those that the search keeps for itself. Both bear plain words that
/// need no quoting.
pub(crate) fn tables(connection: &Connection) -> Result<BTreeMap<String, Vec<Column>>, StoreError> {
    let mut tables: BTreeMap<String, Vec<Column>> = BTreeMap::new();
    let mut statement = connection.prepare(
        "SELECT tables.name, columns.name, columns.pk > 0
        FROM main.sqlite_schema AS tables JOIN pragma_table_info(tables.name) AS columns
        WHERE tables.type = 'table' AND tables.name NOT LIKE 'sqlite%' AND tables.name NOT GLOB '*_text*'
        ORDER BY columns.cid",
    )?;
    let mut rows = statement.query([])?;
    while let Some(row) = rows.next()? {
        tables.entry(row.get(0)?).or_default().push(Column { name: row.get(1)?, is_key: row.get(2)? });
    }
    Ok(tables)
}

/// One object of a schema: its type, its name, its table, its statement.
pub(crate) type Object = (String, String, String, Option<String>);

/// All that the schema is made of, sorted.
pub(crate) fn objects(connection: &Connection) -> Result<Vec<Object>, StoreError> {
    let mut statement = connection.prepare("SELECT type, name, tbl_name, sql FROM main.sqlite_schema ORDER BY 1, 2")?;
    let rows = statement.query_map([], |row| Ok((row.get(0)?, row.get(1)?, row.get(2)?, row.get(3)?)))?;
    Ok(rows.collect::<Result<_, _>>()?)
}

/// All that the schema of a version is made of, sorted.
pub(crate) fn objects_of(version: usize) -> Result<&'static [Object], StoreError> {
    // Each is worked out once: under the rules for secrets in memory, a schema costs twenty thousand calls of the system.
    static KNOWN: [OnceLock<Vec<Object>>; MIGRATIONS.len() + 1] = [const { OnceLock::new() }; MIGRATIONS.len() + 1];
    let known = KNOWN.get(version).ok_or(StoreError::NewerDatabase)?;
    if let Some(objects) = known.get() {
        return Ok(objects);
    }
    let mut fresh = Connection::open_in_memory()?;
    make(&mut fresh, version)?;
    let objects = objects(&fresh)?;
    Ok(known.get_or_init(|| objects))
}
