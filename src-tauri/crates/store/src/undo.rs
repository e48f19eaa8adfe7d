//! Undo, after SQLite's own "Automatic Undo/Redo Using SQLite": temporary
//! triggers write for each change of a row the statement that reverses it. In
//! memory alone, and gone when the database is closed.

use std::collections::VecDeque;
use std::sync::atomic::{AtomicU32, Ordering};

use rusqlite::Connection;

use crate::StoreError;
use crate::schema::{Column, tables};

/// How many steps are kept.
const KEPT: usize = 20;

/// Tables whose changes are no step.
const UNTRACKED: [&str; 5] = ["draft", "fired", "keeper", "listing", "snoozed"];

/// Numbers are never used twice while the app runs: one that was handed out
/// before a lock means nothing after it.
static NEXT: AtomicU32 = AtomicU32::new(1);

/// Makes the log and, for every tracked table (what is searched in follows from them), the triggers that fill it; and
/// the table that holds the time.
pub(crate) fn install(connection: &Connection) -> Result<(), StoreError> {
    let tables = tables(connection)?;
    let tracked = tables.iter().filter(|(table, _)| !UNTRACKED.contains(&table.as_str()));
    let triggers: String = tracked.map(|(table, columns)| triggers(table, columns)).collect();
    connection.execute_batch(&format!(
        "BEGIN;
        CREATE TEMP TABLE undo_log (
            seq INTEGER NOT NULL PRIMARY KEY, table_name TEXT NOT NULL, reverse TEXT NOT NULL
        ) STRICT;
        CREATE TEMP TABLE clock (at INTEGER NOT NULL) STRICT;
        INSERT INTO temp.clock (at) VALUES (0);
        {triggers}
        COMMIT"
    ))?;
    Ok(())
}

/// The three triggers of a table.
fn triggers(table: &str, columns: &[Column]) -> String {
    let all = || columns.iter();
    let key = || columns.iter().filter(|column| column.is_key);
    let rest = || columns.iter().filter(|column| !column.is_key);

    // Within the text of a statement: `name = ` and the quoted value.
    let this_row = list(key(), " AND ", |name| format!("{name} = ' || quote(new.{name}) || '"));
    let old_rest = list(rest(), ", ", |name| format!("{name} = ' || quote(old.{name}) || '"));
    let old_all = list(all(), ", ", |name| format!("' || quote(old.{name}) || '"));
    let names = list(all(), ", ", str::to_owned);
    let changed = list(rest(), " OR ", |name| format!("old.{name} IS NOT new.{name}"));

    let trigger = |event: &str, when: &str, reverse: &str| {
        format!(
            "CREATE TEMP TRIGGER undo_{table}_{event} AFTER {event} ON main.{table} {when} BEGIN
                INSERT INTO undo_log (table_name, reverse) VALUES ('{table}', '{reverse}');
            END;\n"
        )
    };
    [
        trigger("INSERT", "", &format!("DELETE FROM {table} WHERE {this_row}")),
        trigger("UPDATE", &format!("WHEN {changed}"), &format!("UPDATE {table} SET {old_rest} WHERE {this_row}")),
        trigger("DELETE", "", &format!("INSERT INTO {table} ({names}) VALUES ({old_all})")),
    ]
    .concat()
}

fn list<'c>(columns: impl Iterator<Item = &'c Column>, between: &str, each: impl Fn(&str) -> String) -> String {
    columns.map(|column| each(&column.name)).collect::<Vec<_>>().join(between)
}

struct Step {
    number: u32,
    /// The last entry of the log before it.
    after: i64,
}

/// The steps that can still be reversed, oldest first.
#[derive(Default)]
pub(crate) struct Steps {
    steps: VecDeque<Step>,
    /// The last entry of the log.
    last: i64,
}

impl Steps {
    /// The last entry of the log, if the open transaction added any. Drops
    /// what is too old to keep.
    pub(crate) fn written(&self, connection: &Connection) -> Result<Option<i64>, StoreError> {
        let last: i64 =
            connection.prepare_cached("SELECT coalesce(max(seq), 0) FROM undo_log")?.query_row([], |row| row.get(0))?;
        if last == self.last {
            return Ok(None);
        }
        if let Some(oldest_kept) = self.steps.get(1).filter(|_| self.steps.len() >= KEPT) {
            connection.prepare_cached("DELETE FROM undo_log WHERE seq <= ?1")?.execute([oldest_kept.after])?;
        }
        Ok(Some(last))
    }

    /// Takes up the step that ends with that entry, once it is committed.
    pub(crate) fn push(&mut self, last: i64) -> u32 {
        if self.steps.len() >= KEPT {
            self.steps.pop_front();
        }
        let number = NEXT.fetch_add(1, Ordering::Relaxed);
        self.steps.push_back(Step { number, after: self.last });
        self.last = last;
        number
    }

    /// The entry after which the latest step begins, if that is its number.
    pub(crate) fn latest(&self, number: u32) -> Option<i64> {
        self.steps.back().filter(|step| step.number == number).map(|step| step.after)
    }

    /// Forgets every step. The log keeps its entries; none is reached again.
    pub(crate) fn forget(&mut self) {
        self.steps.clear();
    }

    /// Forgets the latest step, once its reversal is committed.
    pub(crate) fn pop(&mut self) {
        if let Some(step) = self.steps.pop_back() {
            self.last = step.after;
        }
    }
}

/// Reverses all that the log says after that entry, newest first; answers the
/// tables that were changed.
pub(crate) fn reverse(connection: &Connection, after: i64) -> Result<Vec<String>, StoreError> {
    let mut statement =
        connection.prepare_cached("SELECT table_name, reverse FROM undo_log WHERE seq > ?1 ORDER BY seq DESC")?;
    let entries: Vec<(String, String)> =
        statement.query_map([after], |row| Ok((row.get(0)?, row.get(1)?)))?.collect::<Result<_, _>>()?;
    let mut tables = Vec::new();
    for (table, reverse) in entries {
        connection.execute(&reverse, [])?;
        if !tables.contains(&table) {
            tables.push(table);
        }
    }
    // With the step's own entries go those that its reversal has just added.
    connection.prepare_cached("DELETE FROM undo_log WHERE seq > ?1")?.execute([after])?;
    Ok(tables)
}
