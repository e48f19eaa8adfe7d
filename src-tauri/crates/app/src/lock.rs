//! Making, opening and locking the record.

use std::path::{Path, PathBuf};
use std::time::Duration;

use domain::preference::Language;
use store::{Durability, Store};
use vault::{DataKey, KdfCost, Vault, VaultError, VaultState};
use zeroize::Zeroizing;

use crate::api::vault::{
    ConfirmRecoveryKey, CreateVault, OpenDemo, Recover, RecoveryKeyShown, Status, Unlock, VaultPhase,
};
use crate::api::{Nothing, Ok as Acknowledged};
use crate::change::{Change, Done};
use crate::failure::{Failure, Rule};
use crate::open::Open;
use crate::port::FileError;
use crate::{App, State, demo, held, reminder};

/// The database's name in the record's folder.
pub(crate) const DATABASE: &str = "handrail.db";
/// The folder of the demo client's record, inside the record's folder.
pub(crate) const DEMO_FOLDER: &str = "demo";

const FREE_TRIES: u32 = 5;
const LONGEST_WAIT: u64 = 300;

/// Wrong tries since the last right one.
#[derive(Default)]
pub(crate) struct Tries {
    wrong: u32,
    free_at: Duration,
}

impl Tries {
    /// Refuses a try that comes too soon.
    fn allow(&self, now: Duration) -> Result<(), Failure> {
        let wait = self.free_at.saturating_sub(now);
        if wait.is_zero() {
            return Ok(());
        }
        Err(Failure::WrongPassphrase { wait_seconds: u32::try_from(wait.as_secs() + 1).unwrap_or(u32::MAX) })
    }

    /// Counts a wrong try. From the fifth on, each doubles the wait.
    fn wrong(&mut self, now: Duration) -> Failure {
        self.wrong += 1;
        let wait = match self.wrong.checked_sub(FREE_TRIES) {
            None => 0,
            Some(more) => (15u64 << more.min(10)).min(LONGEST_WAIT),
        };
        self.free_at = now + Duration::from_secs(wait);
        Failure::WrongPassphrase { wait_seconds: u32::try_from(wait).unwrap_or(0) }
    }
}

pub(crate) fn failure(error: VaultError, field: &str) -> Failure {
    match error {
        VaultError::Absent => Failure::NoVault,
        VaultError::AlreadyThere => Failure::Conflict,
        VaultError::Damaged | VaultError::WrongDataKey => Failure::Damaged,
        VaultError::Newer => Failure::NewerDatabase,
        VaultError::PassphraseTooShort => Failure::invalid(field, Rule::TooShort),
        VaultError::PassphraseTooLong => Failure::invalid(field, Rule::TooLong),
        VaultError::RecoveryKeyMistyped => Failure::invalid("recovery_key", Rule::Mistyped),
        VaultError::DiskFull => Failure::DiskFull,
        VaultError::ReadOnly => Failure::ReadOnly,
        _ => Failure::Internal { id: "vault" },
    }
}

/// Why a file outside the record could not be written.
pub(crate) fn file_failure(error: FileError) -> Failure {
    match error {
        FileError::DiskFull => Failure::DiskFull,
        FileError::ReadOnly => Failure::ReadOnly,
        FileError::Failed => Failure::Internal { id: "file" },
    }
}

/// Where the record stands.
pub(crate) fn status(app: &App, _: Nothing) -> Result<Done<Status>, Failure> {
    let mut state = held(&app.state);
    app.expire(&mut state);
    Ok(Done::read(status_of(app, &state)?))
}

fn status_of(app: &App, state: &State) -> Result<Status, Failure> {
    if let Some(open) = &state.open {
        let language = Some(open.preferences.language);
        return Ok(Status { phase: VaultPhase::Open, language, demo: open.demo });
    }
    let (phase, language) = match Vault::at(&app.folder).state().map_err(|e| failure(e, ""))? {
        // A database without its key file is a record that cannot be opened, not a new start.
        VaultState::Absent if app.folder.join(DATABASE).exists() => (VaultPhase::Damaged, None),
        VaultState::Absent => (VaultPhase::New, None),
        VaultState::Present { language } => (VaultPhase::Locked, Some(Language::from_tag(&language))),
        VaultState::Damaged => (VaultPhase::Damaged, None),
        VaultState::Newer => (VaultPhase::Newer, None),
    };
    Ok(Status { phase, language, demo: false })
}

/// Makes a record and opens it.
pub(crate) fn create_vault(app: &App, request: CreateVault) -> Result<Done<RecoveryKeyShown>, Failure> {
    let passphrase = Zeroizing::new(request.passphrase);
    let mut state = held(&app.state);
    if app.folder.join(DATABASE).exists() {
        return Err(Failure::Conflict);
    }
    let cost = app.cost()?;
    close(app, &mut state);
    let (mut open, recovery_key) = make(app, &app.folder, &passphrase, request.language, cost, false)?;
    open.remember_recovery_end(&recovery_key);
    enter(app, &mut state, open);
    Ok(Done::changed(RecoveryKeyShown { recovery_key }, &with_content(Change::Vault)))
}

fn make(
    app: &App,
    folder: &Path,
    passphrase: &str,
    language: Language,
    cost: KdfCost,
    demo: bool,
) -> Result<(Open, String), Failure> {
    let vault = Vault::at(folder);
    let database = folder.join(DATABASE);
    let was_there = database.exists();
    let (key, recovery_key) = vault.create(passphrase, language.tag(), cost).map_err(|e| failure(e, "passphrase"))?;
    let made = (|| {
        let durability = if demo { Durability::Relaxed } else { app.options.durability };
        let store = Store::create(&database, key.expose(), durability)?;
        let mut open = Open::new(store, key, Vault::at(folder), folder.to_path_buf(), app.ports.clone(), demo)?;
        open.preferences.language = language;
        let preferences = open.preferences.clone();
        open.write(Change::Settings, |w| Ok(store::preference::put_preferences(w, &preferences)?))?;
        open.store.forget_steps();
        Ok(open)
    })();
    match made {
        Ok(open) => Ok((open, recovery_key.shown().to_string())),
        Err(failure) => {
            // Nothing was kept in it yet: a half-made record would only stand in the way. A
            // database that was there before stays, whatever it is.
            let database = [DATABASE, "handrail.db-wal"].into_iter().filter(|_| !was_there);
            for name in [vault::KEY_FILE, vault::KEY_FILE_COPY].into_iter().chain(database) {
                let _ = std::fs::remove_file(folder.join(name));
            }
            Err(failure)
        }
    }
}

/// Opens the record with the passphrase.
pub(crate) fn unlock(app: &App, request: Unlock) -> Result<Done<Status>, Failure> {
    let passphrase = Zeroizing::new(request.passphrase);
    let mut state = held(&app.state);
    app.expire(&mut state);
    if state.open.is_some() {
        return Ok(Done::read(status_of(app, &state)?));
    }
    let vault = Vault::at(&app.folder);
    let key = tried(app, &mut state, || vault.open_with_passphrase(&passphrase))?;
    open_with(app, &mut state, vault, key)
}

/// Opens the record with the recovery key and sets a new passphrase.
pub(crate) fn recover(app: &App, request: Recover) -> Result<Done<Status>, Failure> {
    let recovery_key = Zeroizing::new(request.recovery_key);
    let passphrase = Zeroizing::new(request.new_passphrase);
    let mut state = held(&app.state);
    let vault = Vault::at(&app.folder);
    let key = tried(app, &mut state, || vault.open_with_recovery(&recovery_key))?;
    let set =
        |key: &DataKey| vault.set_passphrase(key, &passphrase, app.cost()?).map_err(|e| failure(e, "new_passphrase"));
    if state.open.as_ref().is_some_and(|open| !open.demo) {
        set(&key)?;
        return Ok(Done::read(status_of(app, &state)?));
    }
    // The old passphrase goes only once it is sure that the record opens.
    let store = Store::open(&app.folder.join(DATABASE), key.expose(), app.options.durability)?;
    set(&key)?;
    opened(app, &mut state, vault, key, store)
}

fn tried(app: &App, state: &mut State, open: impl FnOnce() -> Result<DataKey, VaultError>) -> Result<DataKey, Failure> {
    let now = app.ports.clock.monotonic();
    state.tries.allow(now)?;
    match open() {
        Ok(key) => {
            state.tries = Tries::default();
            Ok(key)
        }
        Err(VaultError::WrongPassphrase | VaultError::WrongRecoveryKey) => Err(state.tries.wrong(now)),
        Err(other) => Err(failure(other, "passphrase")),
    }
}

fn open_with(app: &App, state: &mut State, vault: Vault, key: DataKey) -> Result<Done<Status>, Failure> {
    let store = Store::open(&app.folder.join(DATABASE), key.expose(), app.options.durability)?;
    opened(app, state, vault, key, store)
}

fn opened(app: &App, state: &mut State, vault: Vault, key: DataKey, store: Store) -> Result<Done<Status>, Failure> {
    close(app, state);
    // What a demo left when it was cut off.
    let _ = std::fs::remove_dir_all(demo_folder(app));
    // A lost second copy of the key file is made again. That it cannot be is no reason not to open.
    let _ = vault.repair();
    let open = Open::new(store, key, vault, app.folder.clone(), app.ports.clone(), false)?;
    enter(app, state, open);
    Ok(Done::changed(status_of(app, state)?, &with_content(Change::Vault)))
}

/// Takes an open record into the state.
fn enter(app: &App, state: &mut State, mut open: Open) {
    if !open.demo {
        app.load(state);
        // A disk that is full is no reason not to open: what was shown stays remembered in the table.
        let _ = reminder::take_in(&mut open, &mut state.reminding.table);
    }
    state.last_touch = app.ports.clock.monotonic();
    state.open = Some(open);
}

/// Locks the record.
pub(crate) fn lock(app: &App, _: Nothing) -> Result<Done<Status>, Failure> {
    let mut state = held(&app.state);
    let was_open = state.open.is_some();
    close(app, &mut state);
    let status = status_of(app, &state)?;
    Ok(if was_open { Done::changed(status, &with_content(Change::Vault)) } else { Done::read(status) })
}

/// Closes what is open: the key and the connection are gone then, whatever the disk says. Where the
/// log cannot be folded into the database it stays beside it, and nothing is lost. The demo client's
/// record is made up, and is removed.
pub(crate) fn close(app: &App, state: &mut State) {
    app.forget_words(state);
    let Some(open) = state.open.take() else { return };
    let demo = open.demo;
    let _ = open.store.close();
    state.next_moment = None;
    if demo {
        let _ = std::fs::remove_dir_all(demo_folder(app));
    }
}

/// Opens the demo client, in a record of its own.
pub(crate) fn open_demo(app: &App, request: OpenDemo) -> Result<Done<Status>, Failure> {
    let mut state = held(&app.state);
    close(app, &mut state);
    let folder = demo_folder(app);
    let _ = std::fs::remove_dir_all(&folder);
    let mut random = [0; 32];
    getrandom::fill(&mut random).map_err(|_| Failure::Internal { id: "random" })?;
    let passphrase: String = random.iter().map(|b| char::from(b'a' + b % 26)).collect();
    let (mut open, _) = make(app, &folder, &passphrase, request.language, KdfCost::floor(), true)?;
    demo::build(&mut open)?;
    open.store.forget_steps();
    enter(app, &mut state, open);
    Ok(Done::changed(status_of(app, &state)?, &with_content(Change::Vault)))
}

fn demo_folder(app: &App) -> PathBuf {
    app.folder.join(DEMO_FOLDER)
}

/// Says that the client is there.
pub(crate) fn stay_awake(app: &App, _: Nothing) -> Result<Done<Acknowledged>, Failure> {
    app.touch();
    Ok(Done::read(Acknowledged))
}

/// Keeps that the client has written the recovery key down: they type its last group.
pub(crate) fn confirm_recovery_key(
    open: &mut Open,
    request: ConfirmRecoveryKey,
) -> Result<Done<Acknowledged>, Failure> {
    if !open.recovery_ends_with(&request.last_group) {
        return Err(Failure::invalid("last_group", Rule::Mistyped));
    }
    let mut preferences = open.preferences.clone();
    preferences.recovery_key_kept = true;
    let done = open.write(Change::Settings, |w| Ok(store::preference::put_preferences(w, &preferences)?))?;
    open.preferences = preferences;
    open.recovery_end = None;
    open.store.forget_steps();
    Ok(Done { value: Acknowledged, changes: done.changes, undo: None })
}

/// Makes a new recovery key; the old one opens nothing any more. It asks for the passphrase once more.
pub(crate) fn renew_recovery_key(app: &App, request: Unlock) -> Result<Done<RecoveryKeyShown>, Failure> {
    let passphrase = Zeroizing::new(request.passphrase);
    let mut state = held(&app.state);
    let folder = state.open.as_ref().ok_or(Failure::Locked)?.folder.clone();
    tried(app, &mut state, || Vault::at(&folder).open_with_passphrase(&passphrase))?;
    let open = state.open.as_mut().ok_or(Failure::Locked)?;
    let mut preferences = open.preferences.clone();
    preferences.recovery_key_kept = false;
    open.write(Change::Settings, |w| Ok(store::preference::put_preferences(w, &preferences)?))?;
    open.preferences = preferences;
    open.store.forget_steps();
    // The last step that can fail: once the old key opens nothing, the new one is shown.
    let recovery_key = open.vault.renew_recovery(&open.key).map_err(|e| failure(e, "passphrase"))?;
    let recovery_key = recovery_key.shown().to_string();
    open.remember_recovery_end(&recovery_key);
    Ok(Done::changed(RecoveryKeyShown { recovery_key }, &[Change::Settings]))
}

fn with_content(first: Change) -> Vec<Change> {
    std::iter::once(first).chain(Change::CONTENT).collect()
}

impl App {
    fn cost(&self) -> Result<KdfCost, Failure> {
        if self.options.costly_passphrase {
            KdfCost::calibrated().map_err(|e| failure(e, "passphrase"))
        } else {
            Ok(KdfCost::floor())
        }
    }
}
