//! One open database.

use std::path::{Path, PathBuf};

use chrono::{DateTime, NaiveDate, Utc};
use domain::time::Zone;
use rusqlite::config::DbConfig;
use rusqlite::{Connection, TransactionBehavior};
use zeroize::Zeroizing;

use crate::content::{self, Contents};
use crate::open::{self, Durability};
use crate::salvage::{self, Salvaged};
use crate::undo::{self, Steps};
use crate::{Reader, StoreError, Writer, copy, image};

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
    fn of(connection: Connection) -> Self {
        Self { connection, steps: Steps::default() }
    }

    /// Makes a new database in a folder that is there.
    ///
    /// # Errors
    /// [`StoreError::Other`] where a database is there already; otherwise why
    /// it could not be made, and then nothing is left behind.
    pub fn create(path: &Path, key: &[u8; 32], durability: Durability) -> Result<Self, StoreError> {
        Ok(Self::of(open::create(path, key, durability)?))
    }

    /// Opens a database and brings it to the newest schema. Where it has an earlier one, a copy of it is made first,
    /// whole and checked, under the name that `before_update` answers; a file of that name is replaced. Where that
    /// cannot be made, it stays at its schema and is not opened; nor where the schema refuses, and the copy goes again.
    ///
    /// # Errors
    /// [`StoreError::Missing`], [`StoreError::Empty`], [`StoreError::Foreign`], [`StoreError::Damaged`] where it is cut
    /// short, changed or under another key, or finished writes in its log do not read, [`StoreError::NewerDatabase`] and [`StoreError::InUse`], and then it is left
    /// as it is; what `before_update` answers; any other.
    pub fn open(
        path: &Path,
        key: &[u8; 32],
        durability: Durability,
        before_update: impl FnOnce() -> Result<PathBuf, StoreError>,
    ) -> Result<Self, StoreError> {
        Ok(Self::of(open::open(path, key, durability, before_update)?))
    }

    /// Makes a database as an earlier version wrote it, from its dump: for trying what an update does to it.
    ///
    /// # Errors
    /// As [`Store::create`].
    #[cfg(feature = "workshop")]
    pub fn create_from_dump(path: &Path, key: &[u8; 32], dump: &str) -> Result<(), StoreError> {
        open::making(path, || Ok(open::begin(path, key)?.execute_batch(dump)?))
    }

    /// What is wrong with the file, as far as can be told without its key: [`StoreError::Missing`],
    /// [`StoreError::Empty`], [`StoreError::Foreign`] where it begins as a database of another program does, or why it
    /// cannot be read. Touches nothing.
    #[must_use]
    pub fn trouble(path: &Path) -> Option<StoreError> {
        open::trouble(path)
    }

    /// Makes a database from a plain one in memory, as [`Store::image`] answered it: of this schema or an earlier one,
    /// from which it is brought to the newest. The image is trusted in nothing: only rows that this version could have
    /// written are taken over.
    ///
    /// # Errors
    /// [`StoreError::Damaged`] where the image is not whole or not Handrail's; [`StoreError::NewerDatabase`];
    /// [`StoreError::Other`] where a database is there already; why it could not be made. Nothing is left behind.
    pub fn create_from_image(
        path: &Path,
        key: &[u8; 32],
        image: &[u8],
        durability: Durability,
    ) -> Result<Self, StoreError> {
        Ok(Self::of(image::create(path, key, image, durability)?))
    }

    /// Everything there is, drafts and tombstones too, as a plain SQLite database that only ever is in memory. It says
    /// of itself that it was made at `now`.
    ///
    /// # Errors
    /// [`StoreError::Damaged`] as [`Store::check`]; any other of the database.
    pub fn image(&mut self, now: DateTime<Utc>) -> Result<Zeroizing<Vec<u8>>, StoreError> {
        image::image(&self.connection, now)
    }

    /// As before an update: a copy of the database as it is now.
    #[cfg(test)]
    pub(crate) fn copy_to(&mut self, path: &Path) -> Result<(), StoreError> {
        copy::copy(&self.connection, path)
    }

    /// Copies a database that was checked and closed to that path, byte for byte: whole, or not at all. It needs no key.
    /// A file that is there is replaced.
    ///
    /// # Errors
    /// [`StoreError::Other`] where writes wait in its log; [`StoreError::Damaged`] where the copy does not read as it
    /// should; [`StoreError::DiskFull`] and others of the disk. No part of it is left.
    pub fn duplicate(from: &Path, to: &Path) -> Result<(), StoreError> {
        copy::duplicate(from, to)
    }

    /// Whether a database that was closed is, byte for byte, what [`Store::duplicate`] made of it there.
    ///
    /// # Errors
    /// As reading.
    pub fn is_same(database: &Path, copy: &Path) -> Result<bool, StoreError> {
        copy::is_same(database, copy)
    }

    /// What the database holds; days after `today` are ahead.
    ///
    /// # Errors
    /// [`StoreError`] of the database.
    pub fn contents(&mut self, today: NaiveDate) -> Result<Contents, StoreError> {
        content::contents(&self.connection, today)
    }

    /// What a database under that key holds, of this schema or an earlier one: a copy that was closed, of which every
    /// page is checked. It is left as it is.
    ///
    /// # Errors
    /// As [`Store::open`].
    pub fn look(path: &Path, key: &[u8; 32], today: NaiveDate) -> Result<Contents, StoreError> {
        let connection = open::unlock(path, key)?;
        copy::examine(&connection, "main")?;
        content::contents(&connection, today)
    }

    /// Reads what reads of a damaged database and puts it into a new one at `into`, with the newest schema. The damaged
    /// one is not touched: what is read is a copy of its bytes beside `into`, which goes again. Writes that wait in its
    /// log count as far as the log is whole. Where its first page or its schema does not read, the map beside it says
    /// what stood there. `zone` is that of a level of care that could not be read.
    ///
    /// # Errors
    /// [`StoreError::Damaged`] where its first page or its schema does not read and there is no map of it, so that
    /// nothing can be told; [`StoreError::Missing`], [`StoreError::Empty`], [`StoreError::Foreign`],
    /// [`StoreError::NewerDatabase`]; [`StoreError::Other`] where something is at `into`; why that could not be written.
    /// Nothing is left behind then.
    pub fn salvage(path: &Path, key: &[u8; 32], into: &Path, zone: Zone) -> Result<Salvaged, StoreError> {
        salvage::salvage(path, key, into, zone)
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
        copy::check(&self.connection)
    }

    /// Writes everything into the one file and closes it.
    ///
    /// # Errors
    /// [`StoreError`] of the database: nothing is lost, but the write-ahead
    /// log may stay beside the file until it is next opened.
    pub fn close(self) -> Result<(), StoreError> {
        let checkpoint = copy::checkpoint(&self.connection);
        // From here on the log, if it is empty now, may go.
        self.connection.set_db_config(DbConfig::SQLITE_DBCONFIG_NO_CKPT_ON_CLOSE, false)?;
        self.connection.close().map_err(|(_, error)| StoreError::from(error))?;
        checkpoint
    }
}
