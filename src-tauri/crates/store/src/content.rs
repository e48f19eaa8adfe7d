//! What a database holds, told without reading a word of it.

use std::collections::BTreeMap;

use chrono::{DateTime, NaiveDate, Utc};
use rusqlite::Connection;

use crate::StoreError;
use crate::column::{Columns, values};
use crate::schema::{Column, tables, version};

/// What a database holds.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Contents {
    /// The number of its schema.
    pub version: usize,
    /// The latest day, not ahead of today, of a session that is not only planned, an attendance or a check-in.
    pub latest: Option<NaiveDate>,
    /// When it was made; only of an image.
    pub made_at: Option<DateTime<Utc>>,
    /// Entries by kind; a kind of which there is none is left out.
    pub parts: Vec<(&'static str, u32)>,
}

/// What is neither here nor there in a record: drafts, reminders that were shown, choices, lists of meetings.
pub(crate) const OTHER: &str = "other";

/// The kinds of entries as the wire names them, with their tables.
pub(crate) const KINDS: [(&str, &str); 33] = [
    ("episodes", "episode"),
    ("phases", "phase"),
    ("patterns", "pattern"),
    ("closures", "closure"),
    ("sessions", "session"),
    ("call_lines", "call_line"),
    ("calls", "call"),
    ("meetings", "meeting"),
    ("attendances", "attendance"),
    ("signatures", "signature"),
    ("requirements", "requirement"),
    ("pauses", "pause"),
    ("goals", "goal"),
    ("sponsors", "sponsor"),
    ("steps", "step_work"),
    ("commitments", "commitment"),
    ("counters", "counter"),
    ("chips", "chip"),
    ("plan_versions", "plan_version"),
    ("check_ins", "check_in"),
    ("mooring_lines", "mooring_line"),
    ("mooring_weeks", "mooring_week"),
    ("aftercare", "aftercare"),
    ("aftercare_done", "aftercare_done"),
    ("assessments", "assessment"),
    ("slips", "slip"),
    ("rides", "ride"),
    ("reminder_rules", "reminder_rule"),
    ("own_reminders", "own_reminder"),
    ("payers", "payer"),
    ("authorizations", "authorization"),
    ("fees", "fee"),
    ("account_entries", "account_entry"),
];

/// What the database holds, whatever its schema.
pub(crate) fn contents(connection: &Connection, today: NaiveDate) -> Result<Contents, StoreError> {
    let tables = tables(connection)?;
    let mut parts = Vec::new();
    for (kind, table) in KINDS {
        if let Some(columns) = tables.get(table) {
            parts.push((kind, count(connection, table, columns)?));
        }
    }
    parts.retain(|(_, count)| *count > 0);
    Ok(Contents { version: version(connection)?, latest: latest(connection, today)?, made_at: None, parts })
}

/// How many rows of the tables that are of no kind.
pub(crate) fn others(connection: &Connection, tables: &BTreeMap<String, Vec<Column>>) -> Result<u32, StoreError> {
    let others = tables.iter().filter(|(table, _)| kind(table) == OTHER);
    others.map(|(table, columns)| count(connection, table, columns)).sum()
}

/// The kind of the entries of a table.
pub(crate) fn kind(table: &str) -> &'static str {
    KINDS.iter().find(|(_, of)| *of == table).map_or(OTHER, |(kind, _)| kind)
}

/// How many rows a table has, tombstones left out.
fn count(connection: &Connection, table: &str, columns: &[Column]) -> Result<u32, StoreError> {
    let kept = if columns.iter().any(|column| column.name == "deleted_at") { " WHERE deleted_at IS NULL" } else { "" };
    Ok(connection.query_row(&format!("SELECT count(*) FROM {table}{kept}"), [], |row| row.get(0))?)
}

fn latest(connection: &Connection, today: NaiveDate) -> Result<Option<NaiveDate>, StoreError> {
    let mut statement = connection.prepare(
        "SELECT max(on_date) FROM (
            SELECT on_date FROM session WHERE deleted_at IS NULL AND state <> 'planned'
            UNION ALL SELECT on_date FROM attendance WHERE deleted_at IS NULL
            UNION ALL SELECT on_date FROM check_in WHERE deleted_at IS NULL
        ) WHERE on_date <= ?1",
    )?;
    let mut rows = statement.query(values![today])?;
    let row = rows.next()?.ok_or(StoreError::Damaged)?;
    Columns::of(row).take()
}
