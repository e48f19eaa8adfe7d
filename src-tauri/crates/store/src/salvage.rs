//! What can still be read of a damaged database, saved into a new one.
//!
//! Every page bears a seal, so what is read is what was once written. A page that does not hold makes SQLCipher refuse
//! all that comes after on the same connection: each time it is opened anew, and reading goes on from another row.

use std::collections::BTreeSet;
use std::fs::File;
use std::io::{BufReader, Read, Write};
use std::path::{Path, PathBuf};

use domain::time::Zone;
use rusqlite::{Connection, Row};

use crate::content::{KINDS, OTHER, contents, kind, others};
use crate::copy::remove_with_log;
use crate::open::{Durability, PAGE, beside, connect, is_hot, length, making, new_file, recognise, trouble};
use crate::rebuild::Rebuild;
use crate::schema::{Column, tables};
use crate::{StoreError, log, map, stand_in};

/// What was saved.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Salvaged {
    /// By kind; kinds of which nothing was there are left out.
    pub parts: Vec<SalvagedPart>,
    /// Levels of care that could not be read. In the place of each there is one that says nothing but its days, so that
    /// its sessions are kept.
    pub stand_ins: u32,
    /// Whether the last changes were in a log that does not hold to its end, and could not be read.
    pub latest_lost: bool,
}

/// What was saved of one kind.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SalvagedPart {
    /// Which kind, as in [`crate::Contents::parts`]; `other` for all that is of none.
    pub kind: &'static str,
    /// Entries that are in the new database.
    pub saved: u32,
    /// Whether some could not be read, or referred to one that could not. How many cannot be known.
    pub lost: bool,
}

/// Most times that the damaged database is opened anew, about a minute's worth.
const MOST_OPENINGS: u32 = 4_000;
/// After so many rows in a row that do not read, more than one page can hold, the steps grow.
const MOST_ON_A_PAGE: u32 = 256;
/// So many numbers beside what was read are tried where no index tells which there are.
const REACH: i64 = 1024;

/// Saves what reads into a new database.
pub(crate) fn salvage(path: &Path, key: &[u8; 32], into: &Path, zone: Zone) -> Result<Salvaged, StoreError> {
    if let Some(trouble) = trouble(path) {
        return Err(trouble);
    }
    // Without a first page there is no salt, and a log beside it cannot be read either.
    if length(path)? == Some(0) {
        return Err(StoreError::Damaged);
    }
    making(into, || {
        let scratch = Scratch::of(path, into)?;
        let mut source = Source::of(&scratch.path, key);
        let by_itself = source.begin();
        let version = match by_itself {
            Err(StoreError::Damaged) => {
                map::graft(&scratch.path, &map::path(path), key).map_err(unreadable)?;
                source.begin()?
            }
            begun => begun?,
        };
        source.look_for_lost_tables()?;
        let rebuild = Rebuild::begin(into, key, version)?;
        let mut lost = BTreeSet::new();
        for (table, columns) in &rebuild.tables {
            if !Table::new(&mut source, &rebuild, table, columns).save()? {
                lost.insert(kind(table));
            }
        }
        // By the map of another database nothing reads.
        if by_itself.is_err() && rebuild.is_empty()? {
            return Err(StoreError::Damaged);
        }
        let stand_ins = stand_in::put(&rebuild.connection, zone)?;
        lost.extend(rebuild.drop_orphans()?.iter().map(|table| kind(table)));
        let connection = rebuild.finish(Durability::Full)?;
        let saved = contents(&connection, domain::time::LAST_DATE)?.parts;
        let mut parts: Vec<SalvagedPart> = KINDS
            .iter()
            .map(|(kind, _)| *kind)
            .map(|kind| (kind, saved.iter().find(|(of, _)| *of == kind).map_or(0, |(_, count)| *count)))
            .chain([(OTHER, others(&connection, &tables(&connection)?)?)])
            .map(|(kind, saved)| SalvagedPart { kind, saved, lost: lost.contains(kind) })
            .collect();
        parts.retain(|part| part.saved > 0 || part.lost);
        connection.close().map_err(|(_, error)| error)?;
        Ok(Salvaged { parts, stand_ins, latest_lost: log::has_lost(path)? })
    })
}

/// A copy of the damaged file and its log, gone when it is dropped.
struct Scratch {
    path: PathBuf,
}

impl Scratch {
    fn of(path: &Path, into: &Path) -> Result<Self, StoreError> {
        let scratch = Self { path: beside(into, ".reading") };
        remove_with_log(&scratch.path)?;
        copy_pages(path, &scratch.path)?;
        if is_hot(path)? {
            copy_pages(&beside(path, "-wal"), &beside(&scratch.path, "-wal"))?;
        }
        Ok(scratch)
    }
}

impl Drop for Scratch {
    fn drop(&mut self) {
        // Best effort: it holds nothing that is not in the damaged one.
        let _ = remove_with_log(&self.path);
    }
}

/// Copies a file so that no page of it is all zeros: SQLCipher takes such a page for one that was never written, and
/// would read zeros for what stood there.
fn copy_pages(from: &Path, to: &Path) -> Result<(), StoreError> {
    let mut file = new_file(to)?;
    let mut source = BufReader::new(File::open(from)?);
    loop {
        let mut page = Vec::new();
        if source.by_ref().take(PAGE).read_to_end(&mut page)? == 0 {
            return Ok(());
        }
        if page.iter().all(|byte| *byte == 0) {
            page.fill(u8::MAX);
        }
        file.write_all(&page)?;
    }
}

/// The damaged database, opened anew after each page that did not hold.
struct Source<'s> {
    path: &'s Path,
    key: &'s [u8; 32],
    connection: Option<Connection>,
    openings: u32,
    /// Tables whose first page does not hold. The way to each of their rows begins on it.
    lost: BTreeSet<String>,
}

/// How reading went.
#[derive(PartialEq, Eq)]
enum Run {
    /// There is no more, or no more was wanted.
    Ended,
    /// A page did not hold.
    Broke,
}

impl<'s> Source<'s> {
    fn of(path: &'s Path, key: &'s [u8; 32]) -> Self {
        Self { path, key, connection: None, openings: 0, lost: BTreeSet::new() }
    }

    /// Takes what is whole of the log into the file, once for all; answers the version of the schema.
    fn begin(&mut self) -> Result<usize, StoreError> {
        let connection = self.open()?;
        // The pages go from the log to the file as they are, also onto those that do not hold.
        connection.query_row("PRAGMA wal_checkpoint(TRUNCATE)", [], |_| Ok(())).map_err(unreadable)?;
        let version = recognise(&connection).map_err(unreadable)?;
        self.connection = Some(connection);
        Ok(version)
    }

    /// Finds the tables of which no row can be read, so that none is looked for.
    fn look_for_lost_tables(&mut self) -> Result<(), StoreError> {
        let mut pages = BTreeSet::new();
        self.read("PRAGMA cipher_integrity_check", None, |row| {
            // `HMAC verification failed for page 7`
            let said: String = row.get(0)?;
            pages.extend(said.rsplit(' ').next().and_then(|page| page.parse::<i64>().ok()));
            Ok(true)
        })?;
        let mut lost = BTreeSet::new();
        self.read("SELECT name, rootpage FROM sqlite_schema WHERE type = 'table'", None, |row| {
            if pages.contains(&row.get(1)?) {
                lost.insert(row.get(0)?);
            }
            Ok(true)
        })?;
        self.lost = lost;
        Ok(())
    }

    fn open(&mut self) -> Result<Connection, StoreError> {
        self.openings += 1;
        let connection = connect(self.path, self.key)?;
        // So that a file is read that is shorter than it says.
        connection.execute_batch("PRAGMA writable_schema = ON")?;
        Ok(connection)
    }

    /// Hands on what a statement answers until a row is not wanted, the end, or a page that does not hold.
    fn read(
        &mut self,
        sql: &str,
        from: Option<i64>,
        mut take: impl FnMut(&Row<'_>) -> Result<bool, StoreError>,
    ) -> Result<Run, StoreError> {
        let connection = match self.connection.take() {
            Some(connection) => connection,
            None if self.openings >= MOST_OPENINGS => return Ok(Run::Broke),
            None => self.open()?,
        };
        {
            let Ok(mut statement) = connection.prepare_cached(sql) else { return Ok(Run::Broke) };
            let Ok(mut rows) = statement.query(rusqlite::params_from_iter(from)) else { return Ok(Run::Broke) };
            loop {
                match rows.next() {
                    Ok(Some(row)) if take(row)? => {}
                    Ok(_) => break,
                    Err(_) => return Ok(Run::Broke),
                }
            }
        }
        self.connection = Some(connection);
        Ok(Run::Ended)
    }
}

/// A page that cannot be read is damage, whatever it looks like to SQLite.
fn unreadable(error: impl Into<StoreError>) -> StoreError {
    match error.into() {
        told @ (StoreError::Foreign | StoreError::NewerDatabase | StoreError::DiskFull) => told,
        _ => StoreError::Damaged,
    }
}

/// One table on its way into the new database.
struct Table<'t, 's> {
    source: &'t mut Source<'s>,
    rebuild: &'t Rebuild,
    name: &'t str,
    forwards: String,
    backwards: String,
    /// The numbers of the rows that were read.
    read: BTreeSet<i64>,
    /// Whether a row was read that cannot stand in the table.
    refused: bool,
}

impl<'t, 's> Table<'t, 's> {
    fn new(source: &'t mut Source<'s>, rebuild: &'t Rebuild, name: &'t str, columns: &[Column]) -> Self {
        let columns: Vec<&str> = columns.iter().map(|column| column.name.as_str()).collect();
        // By the table alone: a damaged index costs no row.
        let rows = format!("SELECT rowid, {} FROM {name} NOT INDEXED WHERE rowid", columns.join(", "));
        Self {
            source,
            rebuild,
            name,
            forwards: format!("{rows} >= ?1 ORDER BY rowid"),
            backwards: format!("{rows} <= ?1 ORDER BY rowid DESC"),
            read: BTreeSet::new(),
            refused: false,
        }
    }

    /// Saves all rows that read; answers whether that is every one.
    fn save(mut self) -> Result<bool, StoreError> {
        if self.source.lost.contains(self.name) {
            return Ok(false);
        }
        if self.run(i64::MIN, true)? == Run::Ended {
            return Ok(!self.refused);
        }
        let before = self.read.last().copied();
        self.run(i64::MAX, false)?;
        let after = self.read.range(before.map_or(i64::MIN, |last| last + 1)..).next().copied();
        let mut failures = 0;
        let mut skip_to = i64::MIN;
        for number in self.between(before, after)? {
            if number < skip_to || self.read.contains(&number) {
                continue;
            }
            let known = self.read.len();
            self.run(number, true)?;
            if self.read.len() > known {
                if failures > MOST_ON_A_PAGE {
                    self.run(number - 1, false)?;
                }
                failures = 0;
                continue;
            }
            failures += 1;
            if let Some(over) = failures.checked_sub(MOST_ON_A_PAGE) {
                skip_to = number.saturating_add(1 << over.min(32));
            }
        }
        Ok(false)
    }

    /// Reads on from a row until one that was read already, the end, or a page that does not hold.
    fn run(&mut self, from: i64, forwards: bool) -> Result<Run, StoreError> {
        let (read, refused) = (&mut self.read, &mut self.refused);
        let (rebuild, name) = (self.rebuild, self.name);
        let sql = if forwards { &self.forwards } else { &self.backwards };
        self.source.read(sql, Some(from), |row| {
            let number = row.get(0)?;
            if !read.insert(number) {
                return Ok(false);
            }
            match rebuild.put(name, row, 1) {
                Err(StoreError::Damaged) => *refused = true,
                other => other?,
            }
            Ok(true)
        })
    }

    /// The numbers of the rows that may be between two that were read, in order: those that an index still has, and
    /// those next to what was read.
    fn between(&mut self, before: Option<i64>, after: Option<i64>) -> Result<BTreeSet<i64>, StoreError> {
        let first = before.map_or(1, |last| last.saturating_add(1));
        let last = after.map_or(i64::MAX, |first| first.saturating_sub(1));
        let mut numbers = BTreeSet::new();
        if first <= last {
            numbers.extend(first..=last.min(first.saturating_add(REACH)));
            // Backwards from the end there is nothing to begin at.
            if after.is_some() {
                numbers.extend(first.max(last.saturating_sub(REACH))..=last);
            }
        }
        let mut columns = Vec::new();
        let indexes = format!(
            "SELECT list.name, info.name FROM pragma_index_list('{}') AS list, pragma_index_info(list.name) AS info
            WHERE list.partial = 0 ORDER BY list.seq, info.seqno",
            self.name
        );
        self.source.read(&indexes, None, |row| {
            columns.push((row.get::<_, String>(0)?, row.get::<_, String>(1)?));
            Ok(true)
        })?;
        for index in columns.iter().map(|(index, _)| index).collect::<BTreeSet<_>>() {
            for direction in ["", " DESC"] {
                let order: Vec<String> = columns
                    .iter()
                    .filter(|(of, _)| of == index)
                    .map(|(_, column)| format!("{column}{direction}"))
                    .collect();
                let sql = format!("SELECT rowid FROM {} INDEXED BY {index} ORDER BY {}", self.name, order.join(", "));
                self.source.read(&sql, None, |row| {
                    let number = row.get(0)?;
                    if (first..=last).contains(&number) {
                        numbers.insert(number);
                    }
                    Ok(true)
                })?;
            }
        }
        Ok(numbers)
    }
}
