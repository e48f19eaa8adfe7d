//! What a transaction hands out. Every statement of this crate passes here.

use std::ops::Deref;

use rusqlite::{CachedStatement, Connection, ToSql};

use crate::StoreError;
use crate::column::Columns;

/// The time at which a row became a tombstone: what [`crate::Store::tell_time`]
/// was told last. It orders deletions when two records are merged and says what
/// is old enough to purge; nothing shows it.
macro_rules! now {
    () => {
        "(SELECT at FROM temp.clock)"
    };
}
pub(crate) use now;

/// Reads within one transaction.
pub struct Reader<'c> {
    connection: &'c Connection,
}

impl<'c> Reader<'c> {
    pub(crate) fn new(connection: &'c Connection) -> Self {
        Self { connection }
    }

    #[cfg(test)]
    pub(crate) fn connection(&self) -> &'c Connection {
        self.connection
    }

    fn prepare(&self, sql: &str) -> Result<CachedStatement<'c>, StoreError> {
        #[cfg(test)]
        crate::tests::plan::assert_indexed(self.connection, sql);
        Ok(self.connection.prepare_cached(sql)?)
    }

    /// All rows there are, of any table: for the export and for the sums of the account, the only ones to
    /// read so much.
    pub(crate) fn every<T>(
        &self,
        sql: &str,
        row: impl Fn(&mut Columns) -> Result<T, StoreError>,
    ) -> Result<Vec<T>, StoreError> {
        rows(self.connection.prepare_cached(sql)?, &[], row)
    }

    /// All rows that answer.
    pub(crate) fn all<T>(
        &self,
        sql: &str,
        values: &[&dyn ToSql],
        row: impl Fn(&mut Columns) -> Result<T, StoreError>,
    ) -> Result<Vec<T>, StoreError> {
        rows(self.prepare(sql)?, values, row)
    }

    /// The first row, if there is one.
    pub(crate) fn first<T>(
        &self,
        sql: &str,
        values: &[&dyn ToSql],
        row: impl FnOnce(&mut Columns) -> Result<T, StoreError>,
    ) -> Result<Option<T>, StoreError> {
        let mut statement = self.prepare(sql)?;
        let mut rows = statement.query(values)?;
        rows.next()?.map(|found| row(&mut Columns::of(found))).transpose()
    }
}

fn rows<T>(
    mut statement: CachedStatement<'_>,
    values: &[&dyn ToSql],
    row: impl Fn(&mut Columns) -> Result<T, StoreError>,
) -> Result<Vec<T>, StoreError> {
    let mut found = statement.query(values)?;
    let mut all = Vec::new();
    while let Some(next) = found.next()? {
        all.push(row(&mut Columns::of(next))?);
    }
    Ok(all)
}

/// Reads and writes within one transaction.
pub struct Writer<'c> {
    reader: Reader<'c>,
}

impl<'c> Writer<'c> {
    pub(crate) fn new(connection: &'c Connection) -> Self {
        Self { reader: Reader::new(connection) }
    }

    /// Runs a statement; answers how many rows it changed.
    pub(crate) fn run(&self, sql: &str, values: &[&dyn ToSql]) -> Result<usize, StoreError> {
        Ok(self.reader.prepare(sql)?.execute(values)?)
    }

    /// Runs a statement that must change a row.
    pub(crate) fn change(&self, sql: &str, values: &[&dyn ToSql]) -> Result<(), StoreError> {
        if self.run(sql, values)? == 0 { Err(StoreError::NotFound) } else { Ok(()) }
    }
}

impl<'c> Deref for Writer<'c> {
    type Target = Reader<'c>;

    fn deref(&self) -> &Reader<'c> {
        &self.reader
    }
}
