//! One open database.

use std::path::Path;

use chrono::{DateTime, Utc};
use rusqlite::{Connection, TransactionBehavior};

use crate::open::{self, Durability};
use crate::undo::{self, Steps};
use crate::{Reader, StoreError, Writer};

/// An open database: one connection, one owner.
pub struct Store {
    connection: Connection,
    steps: Steps,
}

/// How much is kept, tombstones left out.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[allow(missing_docs)]
pub struct Counts {
    pub episodes: u32,
    pub phases: u32,
    pub patterns: u32,
    pub sessions: u32,
    pub meetings: u32,
    pub attendances: u32,
    pub requirements: u32,
    pub plan_versions: u32,
    pub check_ins: u32,
}

impl Store {
    /// Makes a new database in a folder that is there.
    ///
    /// # Errors
    /// [`StoreError::Other`] where a database is there already; otherwise why
    /// it could not be made, and then nothing is left behind.
    pub fn create(path: &Path, key: &[u8; 32], durability: Durability) -> Result<Self, StoreError> {
        Ok(Self { connection: open::create(path, key, durability)?, steps: Steps::default() })
    }

    /// Opens a database and brings it to the newest schema.
    ///
    /// # Errors
    /// [`StoreError::Damaged`] where it is missing, empty, cut short, not
    /// Handrail's or under another key; [`StoreError::NewerDatabase`] and
    /// [`StoreError::InUse`], and then it is left as it is; any other.
    pub fn open(path: &Path, key: &[u8; 32], durability: Durability) -> Result<Self, StoreError> {
        Ok(Self { connection: open::open(path, key, durability)?, steps: Steps::default() })
    }

    /// Reads, all in one transaction.
    ///
    /// # Errors
    /// What `f` answers, or [`StoreError`] of the database.
    pub fn read<T, E: From<StoreError>>(&mut self, f: impl FnOnce(&Reader<'_>) -> Result<T, E>) -> Result<T, E> {
        let transaction = self.connection.transaction().map_err(StoreError::from)?;
        let answer = f(&Reader::new(&transaction))?;
        transaction.commit().map_err(StoreError::from)?;
        Ok(answer)
    }

    /// Writes, all in one transaction that is kept whole or not at all. Answers
    /// with what `f` answers the number of the step for [`Store::undo`]; `None`
    /// when nothing changed that can be undone.
    ///
    /// # Errors
    /// What `f` answers, or [`StoreError`] of the database; nothing is changed.
    pub fn write<T, E: From<StoreError>>(
        &mut self,
        f: impl FnOnce(&Writer<'_>) -> Result<T, E>,
    ) -> Result<(T, Option<u32>), E> {
        let transaction =
            self.connection.transaction_with_behavior(TransactionBehavior::Immediate).map_err(StoreError::from)?;
        let answer = f(&Writer::new(&transaction))?;
        let written = self.steps.written(&transaction)?;
        transaction.commit().map_err(StoreError::from)?;
        Ok((answer, written.map(|last| self.steps.push(last))))
    }

    /// Says what time it is, for the tombstones of the writes to come: the store
    /// has no clock of its own.
    ///
    /// # Errors
    /// [`StoreError`] of the database.
    pub fn tell_time(&mut self, now: DateTime<Utc>) -> Result<(), StoreError> {
        self.connection.prepare_cached("UPDATE temp.clock SET at = ?1")?.execute([now.timestamp_millis()])?;
        Ok(())
    }

    /// Reverses the latest step, whole or not at all; the one before it is the
    /// latest then. Answers the names of the tables that were changed.
    ///
    /// # Errors
    /// [`StoreError::NotFound`] for any but the latest step; any other of the
    /// database.
    pub fn undo(&mut self, step: u32) -> Result<Vec<String>, StoreError> {
        let after = self.steps.latest(step).ok_or(StoreError::NotFound)?;
        let transaction = self.connection.transaction_with_behavior(TransactionBehavior::Immediate)?;
        let tables = undo::reverse(&transaction, after)?;
        transaction.commit()?;
        self.steps.pop();
        Ok(tables)
    }

    /// Makes every step so far final: what comes with a new record is no change to take back.
    pub fn forget_steps(&mut self) {
        self.steps.forget();
    }

    /// How much is kept.
    ///
    /// # Errors
    /// [`StoreError`] of the database.
    pub fn counts(&mut self) -> Result<Counts, StoreError> {
        let sql = "SELECT
            (SELECT count(*) FROM episode WHERE deleted_at IS NULL),
            (SELECT count(*) FROM phase WHERE deleted_at IS NULL),
            (SELECT count(*) FROM pattern WHERE deleted_at IS NULL),
            (SELECT count(*) FROM session WHERE deleted_at IS NULL),
            (SELECT count(*) FROM meeting WHERE deleted_at IS NULL),
            (SELECT count(*) FROM attendance WHERE deleted_at IS NULL),
            (SELECT count(*) FROM requirement WHERE deleted_at IS NULL),
            (SELECT count(*) FROM plan_version),
            (SELECT count(*) FROM check_in WHERE deleted_at IS NULL)";
        let counts = self.read(|r| {
            r.every(sql, |row| {
                Ok(Counts {
                    episodes: row.take()?,
                    phases: row.take()?,
                    patterns: row.take()?,
                    sessions: row.take()?,
                    meetings: row.take()?,
                    attendances: row.take()?,
                    requirements: row.take()?,
                    plan_versions: row.take()?,
                    check_ins: row.take()?,
                })
            })
        })?;
        counts.into_iter().next().ok_or(StoreError::Damaged)
    }

    /// Reads every page and holds it against its seal and against the others.
    ///
    /// # Errors
    /// [`StoreError::Damaged`], or another of the database.
    pub fn check(&mut self) -> Result<(), StoreError> {
        // The seals are checked in the file itself, so all must be there.
        self.checkpoint()?;
        // In this order: what reads a page whose seal is broken may answer anything.
        for (pragma, whole) in [("PRAGMA cipher_integrity_check", &[] as &[&str]), ("PRAGMA quick_check", &["ok"])] {
            let mut statement = self.connection.prepare(pragma)?;
            let findings = statement.query_map([], |row| row.get(0))?.collect::<Result<Vec<String>, _>>()?;
            if findings != whole {
                return Err(StoreError::Damaged);
            }
        }
        Ok(())
    }

    /// Writes everything into the one file and closes it.
    ///
    /// # Errors
    /// [`StoreError`] of the database: nothing is lost, but the write-ahead
    /// log may stay beside the file until it is next opened.
    pub fn close(self) -> Result<(), StoreError> {
        let checkpoint = self.checkpoint();
        self.connection.close().map_err(|(_, error)| StoreError::from(error))?;
        checkpoint
    }

    fn checkpoint(&self) -> Result<(), StoreError> {
        let busy: bool = self.connection.query_row("PRAGMA wal_checkpoint(TRUNCATE)", [], |row| row.get(0))?;
        if busy { Err(StoreError::InUse) } else { Ok(()) }
    }
}
