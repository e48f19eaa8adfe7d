//! The whole database as a plain one in memory, and back. Backups hold it, sealed; it is never written to a disk.

use std::path::Path;

use chrono::{DateTime, NaiveDate, Utc};
use rusqlite::config::DbConfig;
use rusqlite::{Connection, MAIN_DB};
use zeroize::Zeroizing;

use crate::content::{Contents, contents};
use crate::copy::check;
use crate::open::{APPLICATION_ID, Durability, PLAIN, making, recognise};
use crate::rebuild::Rebuild;
use crate::schema::{objects, objects_of, version};
use crate::whole::whole;
use crate::{Reader, StoreError, listing, reminder};

/// The largest image that is looked at, in bytes: far more than ten years of daily use take, and what SQLite holds in
/// memory at most.
pub const LARGEST_IMAGE: usize = 1 << 30;

/// Everything in the database, which is checked first: a page that was wiped reads as zeros.
pub(crate) fn image(connection: &Connection, now: DateTime<Utc>) -> Result<Zeroizing<Vec<u8>>, StoreError> {
    check(connection)?;
    connection.execute_batch("ATTACH ':memory:' AS image KEY ''")?;
    let image = export(connection, now);
    let detached = connection.execute_batch("DETACH image");
    let image = image?;
    detached?;
    Ok(image)
}

fn export(connection: &Connection, now: DateTime<Utc>) -> Result<Zeroizing<Vec<u8>>, StoreError> {
    // Makes the triggers last, so that none adds to what is copied.
    connection.query_row("SELECT sqlcipher_export('image')", [], |_| Ok(()))?;
    let version = version(connection)?;
    connection.execute_batch(&format!(
        "PRAGMA image.application_id = {APPLICATION_ID}; PRAGMA image.user_version = {version}"
    ))?;
    // A schema from before there were reminders has no place to say when it was made.
    if connection.table_exists(Some("image"), "keeper")? {
        connection.execute("UPDATE image.keeper SET copied_at = ?1", [now.timestamp_millis()])?;
    }
    // SQLite's own copy is wiped as it is freed: `cipher_memory_security`.
    Ok(Zeroizing::new(connection.serialize("image")?.to_vec()))
}

/// What an image holds; days after `today` are ahead.
///
/// # Errors
/// [`StoreError::Damaged`] where it is not whole or not Handrail's; [`StoreError::NewerDatabase`].
pub fn inspect(image: &[u8], today: NaiveDate) -> Result<Contents, StoreError> {
    let (connection, _) = read(image)?;
    let contents = contents(&connection, today).map_err(of_image)?;
    let made_at = connection.query_row("SELECT max(copied_at) FROM keeper", [], |row| row.get::<_, Option<i64>>(0));
    // Before there was a keeper, it was not said.
    let made_at = made_at.ok().flatten().and_then(DateTime::from_timestamp_millis);
    Ok(Contents { made_at, ..contents })
}

/// Makes a database from an image.
pub(crate) fn create(
    path: &Path,
    key: &[u8; 32],
    image: &[u8],
    durability: Durability,
) -> Result<Connection, StoreError> {
    let (image, version) = read(image)?;
    making(path, || {
        let rebuild = Rebuild::begin(path, key, version)?;
        for (table, columns) in &rebuild.tables {
            let names: Vec<&str> = columns.iter().map(|column| column.name.as_str()).collect();
            let sql = format!("SELECT {} FROM {table} ORDER BY rowid", names.join(", "));
            let mut statement = image.prepare(&sql).map_err(|error| of_image(error.into()))?;
            let mut rows = statement.query([])?;
            while let Some(row) = rows.next().map_err(|error| of_image(error.into()))? {
                rebuild.put(table, row, 0)?;
            }
        }
        if !rebuild.drop_orphans()?.is_empty() {
            return Err(StoreError::Damaged);
        }
        let mut connection = rebuild.finish(durability)?;
        let transaction = connection.transaction()?;
        read_all(&Reader::new(&transaction))?;
        transaction.commit()?;
        Ok(connection)
    })
}

/// Every value is one that can be read again: what a column takes is not yet a date or a plan.
fn read_all(r: &Reader<'_>) -> Result<(), StoreError> {
    whole(r)?;
    reminder::keeper(r)?;
    reminder::snoozed(r)?;
    reminder::fired_since(r, DateTime::<Utc>::MIN_UTC)?;
    for list in listing::lists(r)? {
        listing::entries(r, list.id)?;
    }
    Ok(())
}

/// Opens an image and holds it against what Handrail writes, before a row of it is used; answers its version.
fn read(image: &[u8]) -> Result<(Connection, usize), StoreError> {
    if image.len() > LARGEST_IMAGE || !image.starts_with(PLAIN) {
        return Err(StoreError::Damaged);
    }
    let mut connection = Connection::open_in_memory()?;
    for (setting, on) in [
        (DbConfig::SQLITE_DBCONFIG_DEFENSIVE, true),
        (DbConfig::SQLITE_DBCONFIG_TRUSTED_SCHEMA, false),
        (DbConfig::SQLITE_DBCONFIG_ENABLE_TRIGGER, false),
        (DbConfig::SQLITE_DBCONFIG_ENABLE_VIEW, false),
    ] {
        connection.set_db_config(setting, on)?;
    }
    connection.execute_batch("PRAGMA cipher_memory_security = ON; PRAGMA cell_size_check = ON")?;
    connection.deserialize_read_exact(MAIN_DB, image, image.len(), true)?;
    let version = examine(&connection).map_err(of_image)?;
    Ok((connection, version))
}

fn examine(connection: &Connection) -> Result<usize, StoreError> {
    let known = recognise(connection)?;
    // First of all: the checks of a schema are statements, which the next step runs.
    if objects(connection)? != objects_of(known)? {
        return Err(StoreError::Damaged);
    }
    let finding: String = connection.query_row("PRAGMA quick_check(1)", [], |row| row.get(0))?;
    if finding == "ok" { Ok(known) } else { Err(StoreError::Damaged) }
}

/// What goes wrong while reading an image lies in the image: there is no disk behind it.
fn of_image(error: StoreError) -> StoreError {
    match error {
        StoreError::NewerDatabase => error,
        _ => StoreError::Damaged,
    }
}
