//! Making, opening and locking the record.

use std::ops::{Deref, DerefMut};
use std::path::{Path, PathBuf};
use std::sync::MutexGuard;
use std::time::{Duration, Instant, SystemTime};

use chrono::NaiveDate;
use domain::preference::Language;
use store::{Durability, Store, StoreError};
use vault::{DataKey, KdfCost, RecoveryKey, SealCost, Vault, VaultError, VaultState};
use zeroize::Zeroizing;

use crate::api::backup::RecordChecked;
use crate::api::vault::{
    ConfirmRecoveryKey, CreateVault, OpenDemo, Recover, RecoveryKeyShown, Status, Unlock, VaultPhase, VaultTrouble,
};
use crate::api::{Nothing, Ok as Acknowledged};
use crate::change::{Change, Done};
use crate::failure::{Failure, Rule};
use crate::folder::{self, DATABASE, DEMO, Extent, Incoming, LOG};
use crate::open::Open;
use crate::port::FileError;
use crate::tries::{tried, tried_open, wait_seconds};
use crate::{App, State, demo, destroy, held, kept, local_copy, reminder};

pub(crate) fn failure(error: VaultError, field: &str) -> Failure {
    match error {
        VaultError::Absent => Failure::NoVault,
        VaultError::AlreadyThere => Failure::Conflict,
        VaultError::Damaged | VaultError::WrongDataKey => Failure::Damaged,
        VaultError::Newer => Failure::NewerDatabase,
        VaultError::PassphraseTooShort => Failure::invalid(field, Rule::TooShort),
        VaultError::PassphraseTooLong => Failure::invalid(field, Rule::TooLong),
        VaultError::RecoveryKeyMistyped => Failure::invalid("recovery_key", Rule::Mistyped),
        VaultError::WrongPassphrase | VaultError::WrongRecoveryKey | VaultError::WrongPin => {
            Failure::WrongPassphrase { wait_seconds: 0 }
        }
        VaultError::NoPin => Failure::NotFound,
        VaultError::PinTooShort => Failure::invalid(field, Rule::TooShort),
        VaultError::PinTooLong => Failure::invalid(field, Rule::TooLong),
        VaultError::PinNotDigits => Failure::invalid(field, Rule::Malformed),
        VaultError::PinTooSimple => Failure::invalid(field, Rule::TooSimple),
        VaultError::DiskFull => Failure::DiskFull,
        // A disk that fails is told as one that cannot be written, as the database's are.
        VaultError::ReadOnly | VaultError::Io(_) => Failure::ReadOnly,
        _ => Failure::Internal { id: "vault" },
    }
}

/// Why a file outside the record could not be written.
pub(crate) fn file_failure(error: FileError) -> Failure {
    match error {
        FileError::DiskFull => Failure::DiskFull,
        FileError::ReadOnly => Failure::ReadOnly,
        FileError::TooLarge => Failure::invalid("file", Rule::TooLarge),
        FileError::NoShareSheet => Failure::invalid("share", Rule::DoesNotFit),
        FileError::Failed => Failure::Internal { id: "file" },
    }
}

/// Where the record stands.
pub(crate) fn status(app: &App, _: Nothing) -> Result<Done<Status>, Failure> {
    let mut state = app.settled()?;
    app.expire(&mut state);
    Ok(Done::read(status_of(app, &mut state)?))
}

pub(crate) fn status_of(app: &App, state: &mut State) -> Result<Status, Failure> {
    let Some(open) = &state.open else { return locked_status(app, state) };
    Ok(Status { language: Some(open.preferences.language), demo: open.demo, ..status_in(app, VaultPhase::Open)? })
}

/// All that there is to say in a phase of which no more is known.
fn status_in(app: &App, phase: VaultPhase) -> Result<Status, Failure> {
    let kept = u32::try_from(folder::kept(&app.folder)?.len()).unwrap_or(u32::MAX);
    Ok(Status { phase, trouble: None, language: None, demo: false, pin: false, wait_seconds: 0, kept })
}

/// Where the record in place stands, whatever is open.
fn locked_status(app: &App, state: &mut State) -> Result<Status, Failure> {
    let vault = Vault::at(&app.folder);
    let database = app.folder.join(DATABASE);
    let mut status = status_in(app, VaultPhase::New)?;
    let trouble = match vault.state().map_err(|e| failure(e, ""))? {
        // A database without its key file is a record that cannot be opened, not a new start.
        VaultState::Absent if has_database(app) => Some(VaultTrouble::KeyMissing),
        VaultState::Absent => None,
        VaultState::Damaged => Some(VaultTrouble::KeyDamaged),
        VaultState::Newer => {
            status.phase = VaultPhase::Newer;
            None
        }
        VaultState::Present { language, pin } => {
            status.phase = VaultPhase::Locked;
            status.language = Some(Language::from_tag(&language));
            status.pin = pin;
            status.wait_seconds = wait_seconds(app, state, &vault);
            Store::trouble(&database).and_then(trouble).or_else(|| state.database_trouble.as_ref()?.holds(app))
        }
    };
    if trouble.is_some() {
        status.phase = VaultPhase::Damaged;
        status.trouble = trouble;
    }
    Ok(status)
}

/// What was found wrong with a database under its key, and the file that it was found in.
pub(crate) struct Noticed {
    trouble: VaultTrouble,
    file: Option<(u64, SystemTime)>,
}

impl Noticed {
    fn now(app: &App, trouble: VaultTrouble) -> Self {
        Self { trouble, file: file_seen(app) }
    }

    /// The trouble, unless another file took the place since, as one that the client put back.
    fn holds(&self, app: &App) -> Option<VaultTrouble> {
        (self.file == file_seen(app)).then_some(self.trouble)
    }
}

fn file_seen(app: &App) -> Option<(u64, SystemTime)> {
    let file = std::fs::metadata(app.folder.join(DATABASE)).ok()?;
    Some((file.len(), file.modified().ok()?))
}

/// Whether there is a database, or what was to be written into one.
fn has_database(app: &App) -> bool {
    [DATABASE, LOG].into_iter().any(|name| app.folder.join(name).exists())
}

/// What a database that does not open suffers from.
fn trouble(error: StoreError) -> Option<VaultTrouble> {
    match error {
        StoreError::Missing => Some(VaultTrouble::DatabaseMissing),
        StoreError::Empty => Some(VaultTrouble::DatabaseEmpty),
        StoreError::Foreign => Some(VaultTrouble::DatabaseForeign),
        StoreError::Damaged => Some(VaultTrouble::DatabaseDamaged),
        _ => None,
    }
}

/// Whether there is a record in place that a passphrase opens, as far as is known; the demo client's is none.
pub(crate) fn can_be_opened(app: &App, state: &mut State) -> Result<bool, Failure> {
    if state.open.as_ref().is_some_and(|open| !open.demo) {
        return Ok(true);
    }
    Ok(locked_status(app, state)?.phase == VaultPhase::Locked)
}

/// Makes a record and opens it.
pub(crate) fn create_vault(app: &App, request: CreateVault) -> Result<Done<RecoveryKeyShown>, Failure> {
    let passphrase = Zeroizing::new(request.passphrase);
    let mut state = app.settled()?;
    let vault = Vault::at(&app.folder);
    if has_database(app) || vault.state().map_err(|e| failure(e, ""))? != VaultState::Absent {
        return Err(Failure::Conflict);
    }
    let cost = app.cost()?;
    close(app, &mut state);
    vault::make_folder(&app.folder).map_err(folder::failed)?;
    if state.hold.is_none() {
        state.hold = folder::hold(&app.folder)?;
    }
    let prepared = folder::prepare(&app.folder)?;
    let made = make(app, &prepared, &passphrase, request.language, cost, false).and_then(|(open, recovery_key)| {
        let Open { store, key, .. } = open;
        store.close()?;
        Ok((key, recovery_key))
    });
    match made {
        Ok((key, recovery_key)) => take_place(app, &mut state, key, &recovery_key),
        Err(failure) => {
            let _ = folder::clear(&app.folder);
            Err(failure)
        }
    }
}

/// Lets the record that was prepared take the place, and opens it under its new key.
pub(crate) fn take_place(
    app: &App,
    state: &mut State,
    key: DataKey,
    recovery_key: &RecoveryKey,
) -> Result<Done<RecoveryKeyShown>, Failure> {
    kept::exchange(app, state, Extent::Record, Incoming::Prepared)?;
    // It has taken its place: where it cannot be opened at once, it is locked, and its new key is told all the same.
    let _ = open_with(app, state, Vault::at(&app.folder), key);
    let recovery_key = recovery_key.shown().to_string();
    if let Some(open) = state.open.as_mut() {
        open.remember_recovery_end(&recovery_key);
    }
    Ok(Done::changed(RecoveryKeyShown { recovery_key }, &with_content(Change::Vault)))
}

/// Makes a record in a folder where there is none. What is left of one that could not be made is the caller's to clear.
fn make(
    app: &App,
    folder: &Path,
    passphrase: &str,
    language: Language,
    cost: KdfCost,
    demo: bool,
) -> Result<(Open, RecoveryKey), Failure> {
    let vault = Vault::at(folder);
    let (key, recovery_key) = vault.create(passphrase, language.tag(), cost).map_err(|e| failure(e, "passphrase"))?;
    let durability = if demo { Durability::Relaxed } else { app.options.durability };
    let store = Store::create(&folder.join(DATABASE), key.expose(), durability)?;
    let mut open = Open::new(store, key, vault, folder.to_path_buf(), app.ports.clone(), demo)?;
    open.preferences.language = language;
    let preferences = open.preferences.clone();
    open.write(Change::Settings, |w| Ok(store::preference::put_preferences(w, &preferences)?))?;
    open.store.forget_steps();
    Ok((open, recovery_key))
}

/// Opens the record with the passphrase.
pub(crate) fn unlock(app: &App, request: Unlock) -> Result<Done<Status>, Failure> {
    let passphrase = Zeroizing::new(request.passphrase);
    let mut state = app.settled()?;
    app.expire(&mut state);
    if state.open.is_some() {
        return Ok(Done::read(status_of(app, &mut state)?));
    }
    let vault = Vault::at(&app.folder);
    let key = tried(app, &mut state, &vault, || vault.open_with_passphrase(&passphrase))?;
    open_with(app, &mut state, vault, key)
}

/// Opens the record with the recovery key and sets a new passphrase.
pub(crate) fn recover(app: &App, request: Recover) -> Result<Done<Status>, Failure> {
    let recovery_key = Zeroizing::new(request.recovery_key);
    let passphrase = Zeroizing::new(request.new_passphrase);
    let mut state = app.settled()?;
    let vault = Vault::at(&app.folder);
    let key = tried(app, &mut state, &vault, || vault.open_with_recovery(&recovery_key))?;
    let set =
        |key: &DataKey| vault.set_passphrase(key, &passphrase, app.cost()?).map_err(|e| failure(e, "new_passphrase"));
    if state.open.as_ref().is_some_and(|open| !open.demo) {
        set(&key)?;
        let _ = kept::follow(app);
        return Ok(Done::read(status_of(app, &mut state)?));
    }
    // The old passphrase goes only once it is sure that the record opens.
    let store = open_database(app, &mut state, &key)?;
    set(&key)?;
    opened(app, &mut state, vault, key, store)
}

pub(crate) fn open_with(app: &App, state: &mut State, vault: Vault, key: DataKey) -> Result<Done<Status>, Failure> {
    let store = open_database(app, state, &key)?;
    opened(app, state, vault, key, store)
}

/// Opens the database; what it suffers from is remembered for the page that tells of it.
fn open_database(app: &App, state: &mut State, key: &DataKey) -> Result<Store, Failure> {
    let copy = || local_copy::next(&app.folder, app.today(), true);
    let opened =
        Store::open(&app.folder.join(DATABASE), key.expose(), app.options.durability, copy).and_then(|mut store| {
            if state.suspect {
                store.check()?;
            }
            Ok(store)
        });
    if matches!(opened, Ok(_) | Err(StoreError::Damaged)) {
        state.suspect = false;
    }
    // What can be told without the key is looked for each time.
    let database = app.folder.join(DATABASE);
    let found = opened.as_ref().err().copied().filter(|_| Store::trouble(&database).is_none());
    state.database_trouble = found.and_then(trouble).map(|trouble| Noticed::now(app, trouble));
    Ok(opened?)
}

fn opened(app: &App, state: &mut State, vault: Vault, key: DataKey, store: Store) -> Result<Done<Status>, Failure> {
    close(app, state);
    // What a demo left when it was cut off.
    let _ = std::fs::remove_dir_all(demo_folder(app));
    // A lost second copy of the key file is made again, and what is kept follows where that was cut off. That it cannot
    // be is no reason not to open.
    if vault.repair().is_ok() {
        let _ = kept::follow(app);
    }
    let open = Open::new(store, key, vault, app.folder.clone(), app.ports.clone(), false)?;
    enter(app, state, open)?;
    Ok(Done::changed(status_of(app, state)?, &with_content(Change::Vault)))
}

/// Takes an open record into the state.
fn enter(app: &App, state: &mut State, mut open: Open) -> Result<(), Failure> {
    if !open.demo {
        app.load(state);
        // A disk that is full is no reason not to open: what was shown stays remembered in the table.
        if let Err(Failure::Damaged) = reminder::take_in(&mut open, &mut state.reminding.table) {
            // Dropped and not closed: what waits in its log stays there, as it was found.
            drop(open);
            state.database_trouble = Some(Noticed::now(app, VaultTrouble::DatabaseDamaged));
            return Err(Failure::Damaged);
        }
    }
    state.last_touch = app.ports.clock.monotonic();
    state.open = Some(open);
    Ok(())
}

/// Locks the record.
pub(crate) fn lock(app: &App, _: Nothing) -> Result<Done<Status>, Failure> {
    // Work may hold the record for long.
    app.work.stop();
    let mut state = app.settled()?;
    let was_open = state.open.is_some();
    close(app, &mut state);
    let status = status_of(app, &mut state)?;
    Ok(if was_open { Done::changed(status, &with_content(Change::Vault)) } else { Done::read(status) })
}

/// Closes what is open: the key and the connection are gone then, whatever the disk says. Where the
/// log cannot be folded into the database it stays beside it, and nothing is lost. The demo client's
/// record is made up, and is removed.
pub(crate) fn close(app: &App, state: &mut State) {
    app.forget_words(state);
    let Some(open) = state.open.take() else { return };
    state.chosen = None;
    app.waiting.wipe();
    let (demo, day) = (open.demo, open.today());
    let key = open.close();
    let is_due = !demo && local_copy::is_due(&app.folder, day);
    // What is kept is looked at while it can be read, and copied once the key is gone.
    let looked = is_due.then(|| Store::look(&app.folder.join(DATABASE), key.expose(), day));
    drop(key);
    match looked {
        Some(Err(StoreError::Damaged)) => {
            state.database_trouble = Some(Noticed::now(app, VaultTrouble::DatabaseDamaged));
        }
        Some(Ok(_)) => {
            let _ = local_copy::keep(&app.folder, day);
        }
        _ => {}
    }
    state.next_moment = None;
    if demo {
        let _ = std::fs::remove_dir_all(demo_folder(app));
    }
}

/// Opens the demo client, in a record of its own.
pub(crate) fn open_demo(app: &App, request: OpenDemo) -> Result<Done<Status>, Failure> {
    let mut state = app.settled()?;
    close(app, &mut state);
    let folder = demo_folder(app);
    let _ = std::fs::remove_dir_all(&folder);
    let mut random = [0; 32];
    getrandom::fill(&mut random).map_err(|_| Failure::Internal { id: "random" })?;
    let passphrase: String = random.iter().map(|b| char::from(b'a' + b % 26)).collect();
    let (mut open, _) =
        make(app, &folder, &passphrase, request.language, KdfCost::floor(), true).inspect_err(|_| {
            let _ = std::fs::remove_dir_all(&folder);
        })?;
    demo::build(&mut open)?;
    open.store.forget_steps();
    enter(app, &mut state, open)?;
    Ok(Done::changed(status_of(app, &mut state)?, &with_content(Change::Vault)))
}

fn demo_folder(app: &App) -> PathBuf {
    app.folder.join(DEMO)
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
    note_recovery_key_kept(open, true)?;
    open.recovery_end = None;
    Ok(Done::changed(Acknowledged, &[Change::Settings]))
}

fn note_recovery_key_kept(open: &mut Open, kept: bool) -> Result<(), Failure> {
    let mut preferences = open.preferences.clone();
    preferences.recovery_key_kept = kept;
    open.write(Change::Settings, |w| Ok(store::preference::put_preferences(w, &preferences)?))?;
    open.preferences = preferences;
    open.store.forget_steps();
    Ok(())
}

/// Makes a new recovery key; the old one opens nothing any more. It asks for the passphrase once more.
pub(crate) fn renew_recovery_key(app: &App, request: Unlock) -> Result<Done<RecoveryKeyShown>, Failure> {
    let passphrase = Zeroizing::new(request.passphrase);
    let mut state = held(&app.state);
    tried_open(app, &mut state, |vault| vault.open_with_passphrase(&passphrase))?;
    let open = state.open.as_mut().ok_or(Failure::Locked)?;
    let was_kept = open.preferences.recovery_key_kept;
    note_recovery_key_kept(open, false)?;
    // The last step that can fail: once the old key opens nothing, the new one is shown.
    let recovery_key = match open.vault.renew_recovery(&open.key) {
        Ok(recovery_key) => recovery_key,
        Err(error) => {
            // The old one still opens the record.
            let _ = note_recovery_key_kept(open, was_kept);
            return Err(failure(error, "passphrase"));
        }
    };
    let _ = kept::follow(app);
    let recovery_key = recovery_key.shown().to_string();
    open.remember_recovery_end(&recovery_key);
    Ok(Done::changed(RecoveryKeyShown { recovery_key }, &[Change::Settings]))
}

/// Why the client is away from the record.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Leave {
    /// The device goes to sleep.
    Suspend,
    /// The device's screen was locked.
    ScreenLock,
    /// The window is hidden, or another app is in front on a phone.
    Hidden,
}

/// How long the page may take to put away what is being typed.
const PUT_AWAY: Duration = Duration::from_millis(600);

/// The state, while the folder is this process's.
pub(crate) struct Settled<'a>(MutexGuard<'a, State>);

impl Deref for Settled<'_> {
    type Target = State;

    fn deref(&self) -> &State {
        &self.0
    }
}

impl DerefMut for Settled<'_> {
    fn deref_mut(&mut self) -> &mut State {
        &mut self.0
    }
}

impl Drop for Settled<'_> {
    fn drop(&mut self) {
        if self.0.open.is_none() {
            self.0.hold = None;
        }
    }
}

impl App {
    /// Locks where that is chosen: the page is told first, so that it puts away what is being typed and locks; one that
    /// does not is not waited for. Blocks until then, so never on the UI thread.
    pub fn leave(&self, why: Leave) {
        // A device does not wait long with its sleep.
        if why == Leave::Suspend {
            self.work.stop();
        }
        let locks = held(&self.state).open.as_ref().filter(|open| !open.demo).is_some_and(|open| match why {
            Leave::Suspend => true,
            Leave::ScreenLock => open.preferences.lock_with_screen,
            Leave::Hidden => open.preferences.lock_when_hidden && !self.hidden_by_dialog(),
        });
        if !locks {
            return;
        }
        self.tell(&[Change::Leaving]);
        let end = Instant::now() + PUT_AWAY;
        while held(&self.state).open.is_some() && Instant::now() < end {
            std::thread::sleep(Duration::from_millis(10));
        }
        let _ = self.call("lock", serde_json::json!({}));
    }
}

pub(crate) fn with_content(first: Change) -> Vec<Change> {
    std::iter::once(first).chain(Change::CONTENT).collect()
}

impl App {
    /// The state, with the folder held for this process, once what an earlier run left unfinished is finished. The
    /// folder is held on while the record is open.
    ///
    /// # Errors
    /// [`Failure::InUse`] while another process holds it; else as finishing.
    pub(crate) fn settled(&self) -> Result<Settled<'_>, Failure> {
        let mut state = Settled(held(&self.state));
        if state.hold.is_none() && folder::is_used(&self.folder) {
            state.hold = folder::hold(&self.folder)?;
            if destroy::is_under_way(&self.folder) {
                destroy::finish(self);
                // What was held is gone with the rest.
                state.hold = None;
            }
            folder::settle(&self.folder)?;
        }
        Ok(state)
    }

    /// The device's day.
    pub(crate) fn today(&self) -> NaiveDate {
        self.ports.zone.zone().civil(self.ports.clock.now()).date()
    }

    /// What a passphrase or PIN shall cost to try.
    pub(crate) fn cost(&self) -> Result<KdfCost, Failure> {
        if self.options.costly_passphrase {
            KdfCost::calibrated().map_err(|e| failure(e, "passphrase"))
        } else {
            Ok(KdfCost::floor())
        }
    }

    /// What the passphrase of a backup shall cost to try.
    pub(crate) fn seal_cost(&self) -> Result<SealCost, Failure> {
        if self.options.costly_passphrase {
            SealCost::calibrated().map_err(|e| failure(e, "secret"))
        } else {
            Ok(SealCost::floor())
        }
    }
}

/// Holds every page of the record against its seal.
pub(crate) fn check_record(app: &App, _: Nothing) -> Result<Done<RecordChecked>, Failure> {
    match app.with_record(|open| Ok(open.store.check()?)) {
        Ok(()) => Ok(Done::read(RecordChecked { whole: true })),
        Err(Failure::Damaged) => Ok(Done::read(RecordChecked { whole: false })),
        Err(other) => Err(other),
    }
}
