//! Records that something else took the place of.

use vault::{Vault, VaultState};
use zeroize::Zeroizing;

use crate::api::backup::{KeptKey, KeptRecord, PutBack};
use crate::api::vault::Status;
use crate::api::{Nothing, Ok as Acknowledged};
use crate::change::{Change, Done};
use crate::failure::{Failure, Rule};
use crate::folder::{self, COPIES, DATABASE, Extent, Incoming, Numbered};
use crate::tries::tried;
use crate::{App, State, destroy, local_copy, lock};

/// Every record that is kept, newest first.
pub(crate) fn list(app: &App) -> Result<Vec<KeptRecord>, Failure> {
    let all = folder::kept(&app.folder)?.into_iter().map(|(kept, at)| {
        let key = matches!(Vault::at(&at).state(), Ok(VaultState::Present { .. }));
        let database = std::fs::metadata(at.join(DATABASE)).is_ok_and(|file| file.len() > 0);
        // In its place it can be gone back to one of its copies.
        let opens = key && (database || local_copy::is_any(&at));
        KeptRecord { id: kept.name(), kept_on: kept.day, bytes: folder::size(&at), whole: opens }
    });
    Ok(all.collect())
}

fn chosen(app: &App, id: &str) -> Result<Numbered, Failure> {
    let chosen = Numbered::parse(id).ok_or(Failure::NotFound)?;
    let all = folder::kept(&app.folder)?;
    all.iter().any(|(kept, _)| *kept == chosen).then_some(chosen).ok_or(Failure::NotFound)
}

/// Asks for the passphrase of the record in place where it can be opened: nobody else may put another in its place.
/// To put it aside alone, as [`start_anew`] does, asks for nothing.
pub(crate) fn may_replace(app: &App, state: &mut State, current: Option<String>) -> Result<(), Failure> {
    let current = current.map(Zeroizing::new);
    if !lock::can_be_opened(app, state)? {
        return Ok(());
    }
    let current = current.ok_or_else(|| Failure::invalid("current", Rule::Required))?;
    let vault = Vault::at(&app.folder);
    match tried(app, state, &vault, || vault.open_with_passphrase(&current)) {
        Err(Failure::WrongPassphrase { wait_seconds: 0 }) => Err(Failure::invalid("current", Rule::Wrong)),
        tried => tried.map(|_| ()),
    }
}

/// Puts what is here aside, whole, so that a new record can be made. It deletes nothing and shows nothing, so it asks
/// for no secret: who has lost both needs it most.
pub(crate) fn start_anew(app: &App, _: Nothing) -> Result<Done<Status>, Failure> {
    let mut state = app.settled()?;
    if state.open.is_some() {
        return Err(Failure::Conflict);
    }
    exchange(app, &mut state, Extent::Record, Incoming::Nothing)?;
    Ok(Done::changed(lock::status_of(app, &mut state)?, &lock::with_content(Change::Vault)))
}

/// Brings a kept record back into its place. What is here now is kept.
pub(crate) fn put_back(app: &App, request: PutBack) -> Result<Done<Status>, Failure> {
    let mut state = app.settled()?;
    let kept = chosen(app, &request.id)?;
    if !list(app)?.iter().any(|one| one.id == request.id && one.whole) {
        return Err(Failure::Conflict);
    }
    may_replace(app, &mut state, request.current)?;
    let extent = extent(app, kept);
    count_on(app, kept)?;
    exchange(app, &mut state, extent, Incoming::Kept(kept))?;
    Ok(Done::changed(lock::status_of(app, &mut state)?, &lock::with_content(Change::Vault)))
}

/// A database of the record in place that was put aside alone comes back alone: the record's copies stay where they are.
fn extent(app: &App, kept: Numbered) -> Extent {
    let at = kept.at(&app.folder);
    let ours = Vault::at(&app.folder).id().is_ok_and(|id| Vault::at(&at).id().is_ok_and(|kept| kept == id));
    if ours && !at.join(COPIES).exists() { Extent::Database } else { Extent::Record }
}

/// Wrong tries of a record count on with whichever of its databases is put back.
fn count_on(app: &App, kept: Numbered) -> Result<(), Failure> {
    let failure = |error| lock::failure(error, "");
    let vault = Vault::at(kept.at(&app.folder));
    let id = vault.id().map_err(failure)?;
    let places = folder::kept(&app.folder)?.into_iter().map(|(_, at)| at).chain([app.folder.clone()]);
    let same = places.map(|at| Vault::at(&at)).filter(|other| other.id().is_ok_and(|other| other == id));
    vault.set_tries(same.map(|same| same.tries()).max().unwrap_or(0)).map_err(failure)
}

/// Brings the key files of kept databases of the record in place to where its own is: a passphrase that was changed, or
/// a recovery key that was renewed, opens nothing any more. What does not succeed is tried again with each unlock.
///
/// # Errors
/// As reading and writing.
pub(crate) fn follow(app: &App) -> Result<(), Failure> {
    let failure = |error| lock::failure(error, "");
    let id = Vault::at(&app.folder).id().map_err(failure)?;
    let Some(bytes) = vault::small_file(&app.folder, vault::KEY_FILE).map_err(failure)? else { return Ok(()) };
    for (_, at) in folder::kept(&app.folder)? {
        if Vault::at(&at).id().is_ok_and(|kept| kept == id) {
            for name in [vault::KEY_FILE, vault::KEY_FILE_COPY] {
                if vault::small_file(&at, name).ok().flatten().as_ref() != Some(&bytes) {
                    vault::put_small_file(&at, name, &bytes).map_err(failure)?;
                }
            }
        }
    }
    Ok(())
}

/// Deletes a kept record, its keys first. Nobody can bring it back.
pub(crate) fn delete_kept(app: &App, request: KeptKey) -> Result<Done<Acknowledged>, Failure> {
    let state = app.settled()?;
    // Whoever looks around in made-up data has shown no secret.
    if state.open.as_ref().is_none_or(|open| open.demo) {
        return Err(Failure::Conflict);
    }
    let kept = chosen(app, &request.id)?;
    let at = kept.at(&app.folder);
    let vault = Vault::at(&at);
    let pin = vault.pin_name().ok().flatten();
    let destroyed = vault.destroy();
    folder::remove_all(&at).map_err(folder::failed)?;
    destroyed.map_err(|error| lock::failure(error, ""))?;
    // Another database of the same record may need it.
    let in_use = destroy::pins(&app.folder);
    // The system may take its time.
    drop(state);
    if let Some(pin) = pin.filter(|pin| !in_use.contains(pin)) {
        let _ = app.ports.key_store.forget(&pin);
    }
    Ok(Done::changed(Acknowledged, &[Change::Vault]))
}

/// Closes what is open and moves records, by what this device says of the day.
pub(crate) fn exchange(app: &App, state: &mut State, extent: Extent, incoming: Incoming) -> Result<(), Failure> {
    lock::close(app, state);
    let moved = folder::exchange(&app.folder, extent, incoming, app.today());
    if moved.is_err() {
        // What was cut off is finished before anything is opened again.
        state.hold = None;
    }
    state.suspect = false;
    state.database_trouble = None;
    state.tries.forget();
    app.forget_table(state);
    moved
}
