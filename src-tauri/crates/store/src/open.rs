//! Making and opening the file.

use std::ffi::OsString;
use std::fs::{File, OpenOptions};
use std::io::Read;
use std::path::{Path, PathBuf};
use std::time::Duration;

use rusqlite::config::DbConfig;
use rusqlite::{Connection, OpenFlags};
use zeroize::Zeroizing;

use crate::schema::{MIGRATIONS, migrate, version};
use crate::{StoreError, copy, log, map, undo};

/// Says that the file is Handrail's: "HAND".
pub(crate) const APPLICATION_ID: i32 = 0x4841_4e44;

/// SQLCipher's page size, in bytes.
pub(crate) const PAGE_BYTES: usize = 4096;
pub(crate) const PAGE: u64 = PAGE_BYTES as u64;

/// How a database begins that is not encrypted.
pub(crate) const PLAIN: &[u8] = b"SQLite format 3\0";

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
    making(path, || {
        let mut connection = begin(path, key)?;
        configure(&connection, durability)?;
        migrate(&mut connection, MIGRATIONS, |_| Ok(()))?;
        // Nobody waits for it: without one, the next opening makes it.
        let _ = map::keep(&connection, path, key);
        undo::install(&connection)?;
        Ok(connection)
    })
}

/// Makes a file where there is none, or an empty one; nothing is left of it where that fails.
pub(crate) fn making<T>(path: &Path, make: impl FnOnce() -> Result<T, StoreError>) -> Result<T, StoreError> {
    if length(path)?.is_some_and(|bytes| bytes > 0) || is_hot(path)? {
        return Err(StoreError::Other("exists"));
    }
    let mut options = OpenOptions::new();
    options.write(true).create(true).truncate(false);
    #[cfg(unix)]
    std::os::unix::fs::OpenOptionsExt::mode(&mut options, 0o600);
    drop(options.open(path)?);
    let made = make();
    if made.is_err() {
        // Best effort: the failure itself is what matters.
        let _ = copy::remove_with_log(path);
    }
    made
}

/// An empty file becomes an empty database of ours, without a schema yet.
pub(crate) fn begin(path: &Path, key: &[u8; 32]) -> Result<Connection, StoreError> {
    begun(connect(path, key)?)
}

/// As [`begin`], with a salt that is not its own.
pub(crate) fn begin_salted(path: &Path, key: &[u8; 32], salt: &Salt) -> Result<Connection, StoreError> {
    begun(connect_salted(path, key, salt)?)
}

fn begun(connection: Connection) -> Result<Connection, StoreError> {
    // In memory, since an exclusive connection would leave the first journal's file behind.
    connection.execute_batch(&format!("PRAGMA journal_mode = MEMORY; PRAGMA application_id = {APPLICATION_ID}"))?;
    Ok(connection)
}

/// Opens a database that is there, after a copy of it to where `before_update` says where it has an earlier schema.
pub(crate) fn open(
    path: &Path,
    key: &[u8; 32],
    durability: Durability,
    before_update: impl FnOnce() -> Result<PathBuf, StoreError>,
) -> Result<Connection, StoreError> {
    let mut connection = unlock(path, key)?;
    if connection.is_readonly("main")? {
        return Err(StoreError::ReadOnly);
    }
    configure(&connection, durability)?;
    let mut copied = None;
    let migrated = migrate(&mut connection, MIGRATIONS, |connection| {
        let to = before_update()?;
        copy::copy(connection, &to)?;
        copied = Some(to);
        map::forget(path)
    });
    if copied.is_none() {
        // Without a copy nothing was touched.
        migrated?;
    }
    // Nobody waits for it: without one, the next opening makes it.
    let _ = map::keep(&connection, path, key);
    if let (Err(_), Some(copied)) = (&migrated, copied) {
        // It is at the schema it had: each try would leave one more.
        let _ = std::fs::remove_file(copied);
    }
    migrated?;
    undo::install(&connection)?;
    Ok(connection)
}

/// Opens a database that is there and holds a schema that this version knows. Nothing of it is touched, and closing it
/// leaves it as it was found.
pub(crate) fn unlock(path: &Path, key: &[u8; 32]) -> Result<Connection, StoreError> {
    if let Some(trouble) = trouble(path) {
        return Err(trouble);
    }
    let bytes = length(path)?.unwrap_or(0);
    let hot = is_hot(path)?;
    // With nothing left to write back, every page is there in full. SQLite would throw away the log of an empty file.
    if bytes == 0 || !hot && bytes % PAGE != 0 || log::has_lost(path)? {
        return Err(StoreError::Damaged);
    }
    let connection = connect(path, key)?;
    // What turns out not to be ours to open is closed as it was found.
    connection.set_db_config(DbConfig::SQLITE_DBCONFIG_NO_CKPT_ON_CLOSE, hot)?;
    recognise(&connection)?;
    Ok(connection)
}

/// What is wrong with a file, as far as can be told without its key.
pub(crate) fn trouble(path: &Path) -> Option<StoreError> {
    let found = || match length(path)? {
        None => Ok(Some(StoreError::Missing)),
        Some(0) if !is_hot(path)? => Ok(Some(StoreError::Empty)),
        Some(_) => Ok::<_, StoreError>(is_plain(path)?.then_some(StoreError::Foreign)),
    };
    found().unwrap_or_else(Some)
}

/// Whether it is a database that anyone can read: ours begin with random bytes.
fn is_plain(path: &Path) -> Result<bool, StoreError> {
    let mut start = Vec::new();
    File::open(path)?.take(PLAIN.len() as u64).read_to_end(&mut start)?;
    Ok(start == PLAIN)
}

/// What a database begins with: random, no secret, and needed to read any page of it.
#[derive(Default)]
pub(crate) struct Salt(pub(crate) [u8; 16]);

impl Salt {
    pub(crate) fn hex(&self) -> String {
        let mut hex = String::new();
        put_hex(&mut hex, &self.0);
        hex
    }
}

/// Opens the file under its key, without touching it.
pub(crate) fn connect(path: &Path, key: &[u8; 32]) -> Result<Connection, StoreError> {
    connect_under(path, &key_pragma(key, &[]))
}

/// As [`connect`], whatever salt the file begins with.
pub(crate) fn connect_salted(path: &Path, key: &[u8; 32], salt: &Salt) -> Result<Connection, StoreError> {
    connect_under(path, &key_pragma(key, &salt.0))
}

fn connect_under(path: &Path, key_pragma: &str) -> Result<Connection, StoreError> {
    let flags = OpenFlags::SQLITE_OPEN_READ_WRITE | OpenFlags::SQLITE_OPEN_NO_MUTEX;
    let connection = Connection::open_with_flags(path, flags)?;
    connection.busy_timeout(Duration::from_millis(200))?;
    connection.set_prepared_statement_cache_capacity(128);
    connection.execute_batch("PRAGMA cipher_log_level = NONE; PRAGMA cipher_memory_security = ON")?;
    connection.execute_batch(key_pragma)?;
    // Exclusive from the first access: no second process, and no shared-memory file.
    connection.execute_batch("PRAGMA locking_mode = EXCLUSIVE; PRAGMA temp_store = MEMORY")?;
    Ok(connection)
}

/// The key goes in raw: it is random already, so no derivation is needed.
fn key_pragma(key: &[u8; 32], salt: &[u8]) -> Zeroizing<String> {
    // With room for all of it, so that nothing is left behind by growing.
    let mut pragma = Zeroizing::new(String::with_capacity(128));
    pragma.push_str("PRAGMA key = \"x'");
    put_hex(&mut pragma, key);
    put_hex(&mut pragma, salt);
    pragma.push_str("'\"");
    pragma
}

fn put_hex(text: &mut String, bytes: &[u8]) {
    const HEX: [char; 16] = ['0', '1', '2', '3', '4', '5', '6', '7', '8', '9', 'a', 'b', 'c', 'd', 'e', 'f'];
    for byte in bytes {
        for half in [byte >> 4, byte & 15] {
            text.push(HEX.get(usize::from(half)).copied().unwrap_or('0'));
        }
    }
}

/// Whether the key fits and the database is Handrail's, of this version or an earlier one; its version.
pub(crate) fn recognise(connection: &Connection) -> Result<usize, StoreError> {
    connection.query_row("SELECT count(*) FROM sqlite_schema", [], |_| Ok(()))?;
    let application: i32 = connection.query_row("PRAGMA application_id", [], |row| row.get(0))?;
    match version(connection)? {
        _ if application != APPLICATION_ID => Err(StoreError::Foreign),
        0 => Err(StoreError::Foreign),
        newer if newer > MIGRATIONS.len() => Err(StoreError::NewerDatabase),
        known => Ok(known),
    }
}

pub(crate) fn configure(connection: &Connection, durability: Durability) -> Result<(), StoreError> {
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

/// A new file, for this user alone.
pub(crate) fn new_file(path: &Path) -> std::io::Result<File> {
    let mut options = OpenOptions::new();
    options.write(true).create_new(true);
    #[cfg(unix)]
    std::os::unix::fs::OpenOptionsExt::mode(&mut options, 0o600);
    options.open(path)
}

/// The bytes of a file; `None` where there is none.
pub(crate) fn length(path: &Path) -> Result<Option<u64>, StoreError> {
    match std::fs::metadata(path) {
        Ok(file) if file.is_file() => Ok(Some(file.len())),
        Ok(_) => Err(StoreError::Damaged),
        Err(error) if error.kind() == std::io::ErrorKind::NotFound => Ok(None),
        Err(error) => Err(error.into()),
    }
}

/// Whether finished writes wait beside the file, as after a crash.
pub(crate) fn is_hot(path: &Path) -> Result<bool, StoreError> {
    Ok(length(&beside(path, "-wal"))?.is_some_and(|bytes| bytes > 0))
}

pub(crate) fn beside(path: &Path, suffix: &str) -> PathBuf {
    let mut name = OsString::from(path);
    name.push(suffix);
    name.into()
}
