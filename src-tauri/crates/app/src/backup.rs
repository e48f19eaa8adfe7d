//! Sealed backups: out to a file of the age format, and in again as a record of its own.

use std::sync::Arc;
use std::time::Duration;

use chrono::NaiveDate;
use store::reminder::Keeper;
use store::{Contents, Store};
use vault::Vault;
use zeroize::Zeroizing;

use crate::api::Nothing;
use crate::api::backup::{
    BackupChosen, BackupPart, BackupPreview, LONGEST_HELD, PreviewBackup, RestoreBackup, SaveBackup,
};
use crate::api::record::Exported;
use crate::api::vault::RecoveryKeyShown;
use crate::change::{Change, Done};
use crate::failure::{Failure, Rule};
use crate::folder::{self, DATABASE};
use crate::open::Open;
use crate::tries::tried_open;
use crate::{App, held, kept, lock};

/// The most that a backup may have, in bytes: what it holds, and the seal.
const LARGEST: u64 = store::LARGEST_IMAGE as u64 + 16 * 1024 * 1024;

/// A backup that the client chose, until it is restored.
pub(crate) struct Chosen {
    bytes: Arc<Zeroizing<Vec<u8>>>,
    /// When it is let go, on the monotonic clock.
    until: Duration,
}

/// Seals the whole record into a file where the client says.
pub(crate) fn save_backup(app: &App, request: SaveBackup) -> Result<Done<Exported>, Failure> {
    let secret = Zeroizing::new(request.secret);
    if request.is_recovery_key {
        ours(app, &secret)?;
    }
    let (sealed, today) = sealed(app, &secret)?;
    drop(secret);
    // What is sealed may wait while the record is locked.
    let mut sealed = Some(Zeroizing::new(sealed));
    let name = format!("handrail-backup-{today}.age");
    let saved = app.asking(|| app.ports.files.save(&name, &mut || sealed.take())).map_err(lock::file_failure)?;
    Ok(noted(app, Done::read(Exported { saved })))
}

/// Notes in the record that a backup of it was saved, if it was.
fn noted(app: &App, done: Done<Exported>) -> Done<Exported> {
    if done.value.saved.is_none() {
        return done;
    }
    // What was saved is saved, also where that cannot be noted.
    let _ = app.with_open(saved_now);
    Done { changes: vec![Change::Reminders], ..done }
}

fn saved_now(open: &mut Open) -> Result<(), Failure> {
    let keeper = Keeper { copied_at: Some(open.now()), ..open.keeper };
    open.store.write::<_, Failure>(|w| Ok(store::reminder::put_keeper(w, &keeper)?))?;
    open.keeper = keeper;
    Ok(())
}

/// The whole record, sealed, opened again and compared; the day it is named by. Nothing of it stays in the clear.
fn sealed(app: &App, secret: &str) -> Result<(Vec<u8>, NaiveDate), Failure> {
    let (image, today) = app.with_record(|open| Ok((open.store.image(open.now())?, open.today())))?;
    let sealed = vault::seal(secret, &image, app.seal_cost()?).map_err(|error| lock::failure(error, "secret"))?;
    let again = vault::open_sealed(secret, &sealed).map_err(|_| Failure::Internal { id: "backup" })?;
    if again == image { Ok((sealed, today)) } else { Err(Failure::Internal { id: "backup" }) }
}

/// Only the recovery key that the client surely has may seal a backup: a slip of the pen would be found too late.
fn ours(app: &App, secret: &str) -> Result<(), Failure> {
    let mut state = held(&app.state);
    app.expire(&mut state);
    match tried_open(app, &mut state, |vault| vault.open_with_recovery(secret)) {
        Ok(_) => Ok(()),
        Err(Failure::WrongPassphrase { wait_seconds: 0 }) => Err(Failure::invalid("secret", Rule::Wrong)),
        Err(Failure::Invalid { rule, .. }) => Err(Failure::invalid("secret", rule)),
        Err(other) => Err(other),
    }
}

/// Lets the client choose a backup, and holds it.
pub(crate) fn choose_backup(app: &App, _: Nothing) -> Result<Done<BackupChosen>, Failure> {
    let file = app.asking(|| app.ports.files.choose(LARGEST)).map_err(lock::file_failure)?;
    let mut state = app.settled()?;
    let until = app.ports.clock.monotonic() + Duration::from_secs(u64::from(LONGEST_HELD) * 60);
    let (name, chosen) =
        file.map(|file| (file.name, Chosen { bytes: Arc::new(Zeroizing::new(file.bytes)), until })).unzip();
    state.chosen = chosen;
    Ok(Done::read(BackupChosen { name }))
}

/// The plain database in the chosen backup. Opening it takes its time, in which the record can be locked.
fn opened(app: &App, secret: &str) -> Result<Zeroizing<Vec<u8>>, Failure> {
    let now = app.ports.clock.monotonic();
    let sealed = {
        let state = app.settled()?;
        let chosen = state.chosen.as_ref().filter(|chosen| chosen.until > now).ok_or(Failure::NotFound)?;
        Arc::clone(&chosen.bytes)
    };
    vault::open_sealed(secret, &sealed).map_err(|error| lock::failure(error, "secret"))
}

/// What the chosen backup holds. Changes nothing.
pub(crate) fn preview_backup(app: &App, request: PreviewBackup) -> Result<Done<BackupPreview>, Failure> {
    let secret = Zeroizing::new(request.secret);
    let image = opened(app, &secret)?;
    Ok(Done::read(preview(store::inspect(&image, app.today())?)))
}

/// What a database holds, in the words of the page.
pub(crate) fn preview(contents: Contents) -> BackupPreview {
    let parts = contents.parts.into_iter().map(|(kind, count)| BackupPart { kind, count });
    BackupPreview { made_at: contents.made_at, latest: contents.latest, parts: parts.collect() }
}

/// Makes the chosen backup the record, under new keys. What is here is kept beside it.
pub(crate) fn restore_backup(app: &App, request: RestoreBackup) -> Result<Done<RecoveryKeyShown>, Failure> {
    let secret = Zeroizing::new(request.secret);
    let passphrase = Zeroizing::new(request.passphrase);
    let image = opened(app, &secret)?;
    let mut state = app.settled()?;
    kept::may_replace(app, &mut state, request.current)?;
    let prepared = folder::prepare(&app.folder)?;
    let restored = (|| {
        let vault = Vault::at(&prepared);
        let (key, recovery_key) = vault
            .create(&passphrase, request.language.tag(), app.cost()?)
            .map_err(|error| lock::failure(error, "passphrase"))?;
        let mut store =
            Store::create_from_image(&prepared.join(DATABASE), key.expose(), &image, app.options.durability)?;
        store.write::<_, Failure>(|w| {
            let mut preferences = store::preference::preferences(w)?;
            preferences.language = request.language;
            preferences.recovery_key_kept = false;
            Ok(store::preference::put_preferences(w, &preferences)?)
        })?;
        store.check()?;
        store.close()?;
        Ok((key, recovery_key))
    })();
    let (key, recovery_key) = match restored {
        Ok(made) => made,
        Err(failure) => {
            let _ = folder::clear(&app.folder);
            return Err(failure);
        }
    };
    let shown = lock::take_place(app, &mut state, key, &recovery_key)?;
    state.chosen = None;
    Ok(shown)
}
