//! Copies of the database that Handrail keeps by itself, beside the record and under its own key.

use std::path::{Path, PathBuf};

use chrono::NaiveDate;
use domain::copy::{Stamp, due, to_delete};
use store::{Store, StoreError};
use vault::{DataKey, Vault};
use zeroize::Zeroizing;

use crate::api::Nothing;
use crate::api::backup::{BackupPreview, Copies, CopyChosen, LocalCopy};
use crate::api::vault::Status;
use crate::change::{Change, Done};
use crate::failure::Failure;
use crate::folder::{self, COPIES, DATABASE, Extent, Incoming, Numbered};
use crate::tries::tried;
use crate::{App, backup, kept, lock};

/// How the name of a copy ends that was made before an update.
const BEFORE_UPDATE: &str = "-update";

/// One copy in its folder.
struct Found {
    stamp: Stamp,
    path: PathBuf,
}

fn parse(name: &str) -> Option<Stamp> {
    let name = name.strip_suffix(".db")?;
    let (name, before_update) = match name.strip_suffix(BEFORE_UPDATE) {
        Some(name) => (name, true),
        None => (name, false),
    };
    let Numbered { number, day } = Numbered::parse(name)?;
    Some(Stamp { number, day, before_update })
}

fn id(stamp: &Stamp) -> String {
    let name = Numbered { number: stamp.number, day: stamp.day }.name();
    if stamp.before_update { name + BEFORE_UPDATE } else { name }
}

/// Every copy, newest first.
fn found(folder: &Path) -> Result<Vec<Found>, StoreError> {
    let mut all: Vec<Found> = folder::entries(&folder.join(COPIES))?
        .into_iter()
        .filter_map(|path| Some(Found { stamp: parse(path.file_name()?.to_str()?)?, path }))
        .collect();
    all.sort_by_key(|copy| std::cmp::Reverse(copy.stamp.number));
    Ok(all)
}

/// Whether there is any copy.
pub(crate) fn is_any(folder: &Path) -> bool {
    found(folder).is_ok_and(|found| !found.is_empty())
}

/// The copies on this device, the records that are kept, and when a backup was last saved elsewhere.
pub(crate) fn copies(app: &App, _: Nothing) -> Result<Done<Copies>, Failure> {
    let state = app.settled()?;
    let own = state.open.as_ref().filter(|open| !open.demo);
    let copies = found(&app.folder)?.into_iter().map(|copy| LocalCopy {
        id: id(&copy.stamp),
        made_on: copy.stamp.day,
        before_update: copy.stamp.before_update,
        bytes: std::fs::metadata(&copy.path).map_or(0, |file| file.len()),
    });
    Ok(Done::read(Copies {
        last_backup_at: own.and_then(|open| open.keeper.copied_at),
        copies: copies.collect(),
        kept: kept::list(app)?,
    }))
}

fn chosen(app: &App, id_chosen: &str) -> Result<PathBuf, Failure> {
    let all = found(&app.folder)?;
    all.into_iter().find(|copy| id(&copy.stamp) == id_chosen).map(|copy| copy.path).ok_or(Failure::NotFound)
}

/// What a copy holds.
pub(crate) fn preview_copy(app: &App, request: CopyChosen) -> Result<Done<BackupPreview>, Failure> {
    let passphrase = Zeroizing::new(request.passphrase);
    let mut state = app.settled()?;
    let path = chosen(app, &request.id)?;
    let vault = Vault::at(&app.folder);
    let key = tried(app, &mut state, &vault, || vault.open_with_either(&passphrase))?;
    Ok(Done::read(backup::preview(Store::look(&path, key.expose(), app.today())?)))
}

/// Makes a copy the record. What was the database is kept.
pub(crate) fn restore_copy(app: &App, request: CopyChosen) -> Result<Done<Status>, Failure> {
    let passphrase = Zeroizing::new(request.passphrase);
    let mut state = app.settled()?;
    let path = chosen(app, &request.id)?;
    let vault = Vault::at(&app.folder);
    let key = tried(app, &mut state, &vault, || vault.open_with_either(&passphrase))?;
    if let Err(failure) = prepare(app, &path, &key) {
        let _ = folder::clear(&app.folder);
        return Err(failure);
    }
    kept::exchange(app, &mut state, Extent::Database, Incoming::Prepared)?;
    // It has taken its place: where it cannot be opened at once, it is locked.
    match lock::open_with(app, &mut state, vault, key) {
        Err(_) => Ok(Done::changed(lock::status_of(app, &mut state)?, &lock::with_content(Change::Vault))),
        opened => opened,
    }
}

/// A copy of the copy, at the newest schema and whole on every page, before it takes a place.
fn prepare(app: &App, copy: &Path, key: &DataKey) -> Result<(), Failure> {
    let prepared = folder::prepare(&app.folder)?;
    folder::copy_file(copy, &prepared.join(DATABASE)).map_err(folder::failed)?;
    // An earlier schema needs no copy once more: it is one.
    let spare = || Ok(prepared.join("spare"));
    let mut store = Store::open(&prepared.join(DATABASE), key.expose(), app.options.durability, spare)?;
    store.check()?;
    Ok(store.close()?)
}

/// The path of the next copy, in a folder that is there.
///
/// # Errors
/// As reading and writing.
pub(crate) fn next(folder: &Path, day: NaiveDate, before_update: bool) -> Result<PathBuf, StoreError> {
    let number = found(folder)?.first().map_or(0, |newest| newest.stamp.number) + 1;
    let copies = folder.join(COPIES);
    vault::make_folder(&copies)?;
    Ok(copies.join(format!("{}.db", id(&Stamp { number, day, before_update }))))
}

/// Whether a copy of the record that was closed is to be kept: one is due, and the newest one is not the same. Who wrote
/// what it has not, and when, does not matter: also one that was cut off before it could be copied is copied then.
pub(crate) fn is_due(folder: &Path, day: NaiveDate) -> bool {
    // Where it cannot be told, it could not be written either.
    let Ok(found) = found(folder) else { return false };
    let stamps: Vec<Stamp> = found.iter().map(|copy| copy.stamp).collect();
    let same = |copy: &Found| Store::is_same(&folder.join(DATABASE), &copy.path).unwrap_or(false);
    due(&stamps, day) && !found.first().is_some_and(same)
}

/// Keeps a copy of the record that was checked and closed; those that are not needed any more go.
///
/// # Errors
/// As reading and writing. Nobody waits for it: it is tried at the next lock.
pub(crate) fn keep(folder: &Path, day: NaiveDate) -> Result<(), Failure> {
    Store::duplicate(&folder.join(DATABASE), &next(folder, day, false)?)?;
    prune(folder)
}

fn prune(folder: &Path) -> Result<(), Failure> {
    let all = found(folder)?;
    let stamps: Vec<Stamp> = all.iter().map(|copy| copy.stamp).collect();
    let gone = to_delete(&stamps);
    let gone = all.into_iter().filter(|copy| gone.contains(&copy.stamp.number)).map(|copy| copy.path);
    // Beside them, what was being copied when an earlier run was cut off.
    let is_part = |path: &PathBuf| path.file_name().is_some_and(|name| name.to_string_lossy().contains(".part"));
    let parts = folder::entries(&folder.join(COPIES)).map_err(folder::failed)?.into_iter().filter(is_part);
    for path in gone.chain(parts) {
        std::fs::remove_file(&path).map_err(folder::failed)?;
    }
    Ok(())
}
