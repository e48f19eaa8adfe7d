//! Making and opening the file.

use std::ffi::OsString;
use std::fs::OpenOptions;
use std::path::{Path, PathBuf};
use std::time::Duration;

use rusqlite::config::DbConfig;
use rusqlite::{Connection, OpenFlags};
use zeroize::Zeroizing;

use crate::schema::{MIGRATIONS, migrate, version};
use crate::{StoreError, undo};

/// Says that the file is Handrail's: "HAND".
pub(crate) const APPLICATION_ID: i32 = 0x4841_4e44;

/// SQLCipher's page size, in bytes.
const PAGE: u64 = 4096;

/// How sure a finished write is to survive a loss of power.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Durability {
    /// It survives.
    Full,
    /// It may not, and the file may be damaged. Only for made-up data: much faster.
    Relaxed,
}

/// Makes a new database.
pub(crate) fn create(path: &Path, key: &[u8; 32], durability: Durability) -> Result<Connection, StoreError> {
    if length(path)?.is_some_and(|bytes| bytes > 0) || is_hot(path)? {
        return Err(StoreError::Other("exists"));
    }
    let mut options = OpenOptions::new();
    options.write(true).create(true).truncate(false);
    #[cfg(unix)]
    std::os::unix::fs::OpenOptionsExt::mode(&mut options, 0o600);
    drop(options.open(path)?);
    let made = create_in(path, key, durability);
    if made.is_err() {
        // Best effort: the failure itself is what matters.
        for file in [path.to_owned(), beside(path, "-wal"), beside(path, "-journal")] {
            let _ = std::fs::remove_file(file);
        }
    }
    made
}

fn create_in(path: &Path, key: &[u8; 32], durability: Durability) -> Result<Connection, StoreError> {
    let mut connection = connect(path, key)?;
    // In memory, since an exclusive connection would leave the first journal's file behind.
    connection.execute_batch(&format!("PRAGMA journal_mode = MEMORY; PRAGMA application_id = {APPLICATION_ID}"))?;
    configure(&connection, durability)?;
    migrate(&mut connection, path, MIGRATIONS)?;
    undo::install(&connection)?;
    Ok(connection)
}

/// Opens a database that is there.
pub(crate) fn open(path: &Path, key: &[u8; 32], durability: Durability) -> Result<Connection, StoreError> {
    let Some(bytes) = length(path)?.filter(|bytes| *bytes > 0) else {
        return Err(StoreError::Damaged);
    };
    let hot = is_hot(path)?;
    // With nothing left to write back, every page is there in full.
    if !hot && bytes % PAGE != 0 {
        return Err(StoreError::Damaged);
    }
    let mut connection = connect(path, key)?;
    // What turns out not to be ours to open is closed as it was found.
    connection.set_db_config(DbConfig::SQLITE_DBCONFIG_NO_CKPT_ON_CLOSE, hot)?;
    recognise(&connection)?;
    connection.set_db_config(DbConfig::SQLITE_DBCONFIG_NO_CKPT_ON_CLOSE, false)?;
    configure(&connection, durability)?;
    migrate(&mut connection, path, MIGRATIONS)?;
    undo::install(&connection)?;
    Ok(connection)
}

/// Opens the file under its key, without touching it.
pub(crate) fn connect(path: &Path, key: &[u8; 32]) -> Result<Connection, StoreError> {
    let flags = OpenFlags::SQLITE_OPEN_READ_WRITE | OpenFlags::SQLITE_OPEN_NO_MUTEX;
    let connection = Connection::open_with_flags(path, flags)?;
    connection.busy_timeout(Duration::from_millis(200))?;
    connection.set_prepared_statement_cache_capacity(128);
    connection.execute_batch("PRAGMA cipher_log_level = NONE; PRAGMA cipher_memory_security = ON")?;
    connection.execute_batch(&key_pragma(key))?;
    // Exclusive from the first access: no second process, and no shared-memory file.
    connection.execute_batch("PRAGMA locking_mode = EXCLUSIVE; PRAGMA temp_store = MEMORY")?;
    Ok(connection)
}

/// The key goes in raw: it is random already, so no derivation is needed.
fn key_pragma(key: &[u8; 32]) -> Zeroizing<String> {
    const HEX: [char; 16] = ['0', '1', '2', '3', '4', '5', '6', '7', '8', '9', 'a', 'b', 'c', 'd', 'e', 'f'];
    // With room for all of it, so that nothing is left behind by growing.
    let mut pragma = Zeroizing::new(String::with_capacity(96));
    pragma.push_str("PRAGMA key = \"x'");
    for byte in key {
        for half in [byte >> 4, byte & 15] {
            pragma.push(HEX.get(usize::from(half)).copied().unwrap_or('0'));
        }
    }
    pragma.push_str("'\"");
    pragma
}

/// Whether the key fits and the database is Handrail's, of this version or an earlier one.
fn recognise(connection: &Connection) -> Result<(), StoreError> {
    if connection.is_readonly("main")? {
        return Err(StoreError::ReadOnly);
    }
    connection.query_row("SELECT count(*) FROM sqlite_schema", [], |_| Ok(()))?;
    let application: i32 = connection.query_row("PRAGMA application_id", [], |row| row.get(0))?;
    match version(connection)? {
        _ if application != APPLICATION_ID => Err(StoreError::Damaged),
        0 => Err(StoreError::Damaged),
        newer if newer > MIGRATIONS.len() => Err(StoreError::NewerDatabase),
        _ => Ok(()),
    }
}

fn configure(connection: &Connection, durability: Durability) -> Result<(), StoreError> {
    connection.set_db_config(DbConfig::SQLITE_DBCONFIG_DEFENSIVE, true)?;
    let journal: String = connection.query_row("PRAGMA journal_mode = WAL", [], |row| row.get(0))?;
    if journal != "wal" {
        return Err(StoreError::Other("journal"));
    }
    connection.execute_batch(match durability {
        Durability::Full => "PRAGMA synchronous = FULL",
        Durability::Relaxed => "PRAGMA synchronous = OFF",
    })?;
    connection.execute_batch(
        "PRAGMA foreign_keys = ON;
        PRAGMA secure_delete = ON;
        PRAGMA trusted_schema = OFF;
        PRAGMA cache_size = -16384",
    )?;
    Ok(())
}

/// The bytes of a file; `None` where there is none.
fn length(path: &Path) -> Result<Option<u64>, StoreError> {
    match std::fs::metadata(path) {
        Ok(file) if file.is_file() => Ok(Some(file.len())),
        Ok(_) => Err(StoreError::Damaged),
        Err(error) if error.kind() == std::io::ErrorKind::NotFound => Ok(None),
        Err(error) => Err(error.into()),
    }
}

/// Whether finished writes wait beside the file, as after a crash.
fn is_hot(path: &Path) -> Result<bool, StoreError> {
    Ok(length(&beside(path, "-wal"))?.is_some_and(|bytes| bytes > 0))
}

fn beside(path: &Path, suffix: &str) -> PathBuf {
    let mut name = OsString::from(path);
    name.push(suffix);
    name.into()
}
