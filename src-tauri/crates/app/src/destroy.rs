//! Destroying everything on this device: the keys first, then the files.

use std::path::{Path, PathBuf};

use vault::{Vault, VaultError, VaultState};
use zeroize::Zeroizing;

use crate::api::vault::{DestroyEverything, Destroyed};
use crate::change::{Change, Done};
use crate::failure::{Failure, Rule};
use crate::folder::{self, COPIES, DATABASE, DEMO, DESTROYING, JOURNAL, KEPT, LOCK, LOG, RESTORING};
use crate::tries::tried;
use crate::{App, lock, lock_card, reminder};

/// Destroys the record, every copy and every kept record on this device. From the moment at which the keys are gone,
/// nothing of them opens any more, whatever happens to the rest.
pub(crate) fn destroy_everything(app: &App, request: DestroyEverything) -> Result<Done<Destroyed>, Failure> {
    let passphrase = request.passphrase.map(Zeroizing::new);
    if !request.sure {
        return Err(Failure::invalid("sure", Rule::Required));
    }
    let mut state = app.settled()?;
    let vault = Vault::at(&app.folder);
    if matches!(vault.state(), Ok(VaultState::Present { .. })) {
        let passphrase = passphrase.ok_or_else(|| Failure::invalid("passphrase", Rule::Required))?;
        tried(app, &mut state, &vault, || vault.open_with_passphrase(&passphrase))?;
    }
    lock::close(app, &mut state);
    // From here on there is no way back, also if this run ends now: the next one goes on. A disk without room for the
    // mark is no reason to keep what is to go.
    match vault::put_small_file(&app.folder, DESTROYING, b"") {
        Ok(()) | Err(VaultError::DiskFull) => {}
        Err(error) => return Err(lock::failure(error, "")),
    }
    let pins = pins(&app.folder);
    let mut left = finish(&app.folder);
    state.suspect = false;
    state.database_trouble = None;
    state.chosen = None;
    state.tries.forget();
    state.hold = None;
    app.forget_table(&mut state);
    drop(state);
    // The system may take its time, or ask back.
    for pin in pins {
        let _ = app.ports.key_store.forget(&pin);
    }
    left.extend(app.ports.traces.remove());
    // Where one of those lay in it, it could not go before.
    let _ = std::fs::remove_dir(&app.folder);
    Ok(Done::changed(Destroyed { left }, &lock::with_content(Change::Vault)))
}

/// Every place in the folder where a key file may lie.
fn places(folder: &Path) -> Vec<PathBuf> {
    let kept = folder::kept(folder).unwrap_or_default().into_iter().map(|(_, at)| at);
    [folder.to_path_buf(), folder.join(RESTORING), folder.join(DEMO)].into_iter().chain(kept).collect()
}

/// What the key store holds of them.
fn pins(folder: &Path) -> Vec<String> {
    places(folder).iter().filter_map(|at| Vault::at(at).pin_name().ok().flatten()).collect()
}

/// Destroys every key and after them the files; answers what could not be removed. It is over once every key is gone:
/// until then the next run goes on with it.
pub(crate) fn finish(folder: &Path) -> Vec<String> {
    let undestroyed: Vec<_> = places(folder).into_iter().filter(|at| Vault::at(at).destroy().is_err()).collect();
    let mut left: Vec<String> = undestroyed.iter().map(|at| at.join(vault::KEY_FILE).display().to_string()).collect();
    let mut gone = |name: &str, removed: bool| {
        if !removed {
            left.push(folder.join(name).display().to_string());
        }
    };
    for name in [LOG, DATABASE, reminder::TABLE_FILE, lock_card::FILE, vault::TRIES_FILE, JOURNAL] {
        gone(name, vault::remove_small_file(folder, name).is_ok());
    }
    for name in [COPIES, KEPT, RESTORING, DEMO] {
        gone(name, folder::remove_all(&folder.join(name)).is_ok());
    }
    if undestroyed.is_empty() {
        let _ = vault::remove_small_file(folder, DESTROYING);
    }
    let _ = std::fs::remove_file(folder.join(LOCK));
    // Something else may lie in it.
    let _ = std::fs::remove_dir(folder);
    left
}
