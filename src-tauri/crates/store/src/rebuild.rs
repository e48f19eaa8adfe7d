//! A new database at the schema of an earlier one, filled row by row from one that is not trusted, or not whole.

use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;

use rusqlite::types::{ToSqlOutput, ValueRef};
use rusqlite::{Connection, Row, params_from_iter};

use crate::open::{Durability, begin, configure};
use crate::schema::{Column, MIGRATIONS, make, migrate, tables};
use crate::{StoreError, undo};

/// A database that is being filled. Until it is finished, all of it is one transaction.
pub(crate) struct Rebuild {
    pub(crate) connection: Connection,
    pub(crate) tables: BTreeMap<String, Vec<Column>>,
}

impl Rebuild {
    /// Makes the tables of that version in an empty file.
    pub(crate) fn begin(path: &Path, key: &[u8; 32], version: usize) -> Result<Self, StoreError> {
        let mut connection = begin(path, key)?;
        make(&mut connection, version)?;
        let tables = tables(&connection)?;
        // What refers to what is seen to once all is there.
        connection.execute_batch("PRAGMA foreign_keys = OFF; BEGIN IMMEDIATE")?;
        Ok(Self { connection, tables })
    }

    /// Puts a row whose columns stand in the table's order after `skipped` others. Its triggers keep the search.
    ///
    /// # Errors
    /// [`StoreError::Damaged`] where it is none that Handrail can have written there, and then it is left out.
    pub(crate) fn put(&self, table: &str, row: &Row<'_>, skipped: usize) -> Result<(), StoreError> {
        let columns = self.tables.get(table).ok_or(StoreError::Damaged)?;
        let values = (skipped..skipped + columns.len()).map(|at| row.get_ref(at)).collect::<Result<Vec<_>, _>>()?;
        if values.iter().any(|value| matches!(value, ValueRef::Text(text) if std::str::from_utf8(text).is_err())) {
            return Err(StoreError::Damaged);
        }
        let names: Vec<&str> = columns.iter().map(|column| column.name.as_str()).collect();
        let places = vec!["?"; names.len()].join(", ");
        let sql = format!("INSERT INTO {table} ({}) VALUES ({places})", names.join(", "));
        let values = values.into_iter().map(ToSqlOutput::Borrowed);
        match self.connection.prepare_cached(&sql)?.execute(params_from_iter(values)).map_err(StoreError::from) {
            // A rule of the table's.
            Err(StoreError::Other("constraint")) => Err(StoreError::Damaged),
            other => other.map(drop),
        }
    }

    /// Whether no row was put.
    pub(crate) fn is_empty(&self) -> Result<bool, StoreError> {
        for table in self.tables.keys() {
            if self.connection.query_row(&format!("SELECT EXISTS (SELECT 1 FROM {table})"), [], |row| row.get(0))? {
                return Ok(false);
            }
        }
        Ok(true)
    }

    /// Takes out the rows that refer to one that is not there; answers their tables.
    pub(crate) fn drop_orphans(&self) -> Result<BTreeSet<String>, StoreError> {
        let mut tables = BTreeSet::new();
        loop {
            let mut statement = self.connection.prepare("SELECT \"table\", rowid FROM pragma_foreign_key_check")?;
            let orphans = statement.query_map([], |row| Ok((row.get(0)?, row.get(1)?)))?;
            let orphans = orphans.collect::<Result<BTreeSet<(String, i64)>, _>>()?;
            if orphans.is_empty() {
                return Ok(tables);
            }
            // Each time there are fewer rows.
            for (table, number) in orphans {
                self.connection.execute(&format!("DELETE FROM {table} WHERE rowid = ?1"), [number])?;
                tables.insert(table);
            }
        }
    }

    /// Makes all of it final and brings it to the newest schema.
    pub(crate) fn finish(self, durability: Durability) -> Result<Connection, StoreError> {
        let mut connection = self.connection;
        if self.tables.contains_key("listing") {
            connection.execute("INSERT INTO listing_text (listing_text) VALUES ('rebuild')", [])?;
        }
        connection.execute_batch("COMMIT")?;
        configure(&connection, durability)?;
        migrate(&mut connection, MIGRATIONS, |_| Ok(()))?;
        undo::install(&connection)?;
        Ok(connection)
    }
}
