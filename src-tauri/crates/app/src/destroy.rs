//! Destroying everything on this device: the keys first, then the files.

use std::path::{Path, PathBuf};

use vault::{Vault, VaultError, VaultState};
use zeroize::Zeroizing;

use crate::api::vault::{DestroyEverything, Destroyed};
use crate::change::{Change, Done};
use crate::failure::{Failure, Rule};
use crate::folder::{self, COPIES, DATABASE, DEMO, DESTROYING, JOURNAL, KEPT, LOCK, LOG, MAP, RESTORING};
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
    // What it names may stand on the screen.
    app.load(&mut state);
    lock::close(app, &mut state);
    // From here on there is no way back, also if this run ends now: the next one goes on. A disk without room for the
    // mark is no reason to keep what is to go.
    let pins = pins(&app.folder);
    match vault::put_small_file(&app.folder, DESTROYING, pins.join("\n").as_bytes()) {
        Ok(()) | Err(VaultError::DiskFull) => {}
        Err(error) => return Err(lock::failure(error, "")),
    }
    let mut left = Left::default();
    left.inside(&app.folder);
    state.suspect = false;
    state.database_trouble = None;
    state.chosen = None;
    state.tries.forget();
    state.hold = None;
    app.forget_table(&mut state);
    drop(state);
    // The system may take its time, or ask back.
    left.outside(app, &pins);
    left.end(&app.folder);
    Ok(Done::changed(Destroyed { left: left.paths, pin_left: left.pin }, &lock::with_content(Change::Vault)))
}

/// Whether everything was about to be destroyed when an earlier run was cut off.
pub(crate) fn is_under_way(folder: &Path) -> bool {
    folder.join(DESTROYING).exists()
}

/// Goes on where an earlier run was cut off.
pub(crate) fn finish(app: &App) {
    // Of a key file that is gone the mark still says what the key store holds.
    let marked = vault::small_file(&app.folder, DESTROYING).ok().flatten().unwrap_or_default();
    let marked = String::from_utf8(marked).unwrap_or_default();
    let pins: Vec<String> = marked.lines().map(str::to_owned).chain(pins(&app.folder)).collect();
    let mut left = Left::default();
    left.inside(&app.folder);
    left.outside(app, &pins);
    left.end(&app.folder);
}

/// Every place in the folder where a key file may lie.
fn places(folder: &Path) -> Vec<PathBuf> {
    let kept = folder::kept(folder).unwrap_or_default().into_iter().map(|(_, at)| at);
    [folder.to_path_buf(), folder.join(RESTORING), folder.join(DEMO)].into_iter().chain(kept).collect()
}

/// What the key store holds of them.
pub(crate) fn pins(folder: &Path) -> Vec<String> {
    places(folder).iter().filter_map(|at| Vault::at(at).pin_name().ok().flatten()).collect()
}

/// What could not be removed.
#[derive(Default)]
struct Left {
    paths: Vec<String>,
    keys: bool,
    pin: bool,
}

impl Left {
    /// Destroys every key and after them the files.
    fn inside(&mut self, folder: &Path) {
        for at in places(folder) {
            if Vault::at(&at).destroy().is_err() {
                self.keys = true;
                self.paths.push(at.join(vault::KEY_FILE).display().to_string());
            }
        }
        let mut gone = |name: &str, removed: bool| {
            if !removed {
                self.paths.push(folder.join(name).display().to_string());
            }
        };
        for name in [LOG, DATABASE, MAP, reminder::TABLE_FILE, lock_card::FILE, vault::TRIES_FILE, JOURNAL] {
            gone(name, vault::remove_small_file(folder, name).is_ok());
        }
        for name in [COPIES, KEPT, RESTORING, DEMO] {
            gone(name, folder::remove_all(&folder.join(name)).is_ok());
        }
    }

    /// Removes what lies elsewhere. Where the key store refuses, what it holds opens nothing any more: that is told, and
    /// does not keep a new record from being made.
    fn outside(&mut self, app: &App, pins: &[String]) {
        for pin in pins {
            self.pin |= app.ports.key_store.forget(pin).is_err();
        }
        self.paths.extend(app.ports.traces.remove());
    }

    /// It is over once every key is gone: until then the next run goes on with it.
    fn end(&self, folder: &Path) {
        if !self.keys {
            let _ = vault::remove_small_file(folder, DESTROYING);
        }
        let _ = std::fs::remove_file(folder.join(LOCK));
        // Something else may lie in it.
        let _ = std::fs::remove_dir(folder);
    }
}
