//! Wrong tries, and how long they make wait. The count outlives a restart; the wait then begins anew, on a clock that
//! nobody can set.

use std::time::Duration;

use vault::{DataKey, Vault, VaultError};

use crate::failure::Failure;
use crate::{App, State, lock};

const FREE_TRIES: u32 = 5;
const FIRST_WAIT: u64 = 15;
const LONGEST_WAIT: u64 = 300;

/// Wrong tries since the last right one.
#[derive(Default)]
pub(crate) struct Tries {
    wrong: u32,
    free_at: Duration,
    /// Whether the count on disk is known.
    known: bool,
}

/// Seconds to wait after so many wrong tries. From the fifth on, each doubles them.
fn wait_after(wrong: u32) -> u64 {
    match wrong.checked_sub(FREE_TRIES) {
        None => 0,
        Some(more) => (FIRST_WAIT << more.min(10)).min(LONGEST_WAIT),
    }
}

impl Tries {
    /// Takes in what an earlier run counted: its wait begins anew.
    fn learn(&mut self, vault: &Vault, now: Duration) {
        if !self.known {
            self.known = true;
            self.wrong = self.wrong.max(vault.tries());
            self.free_at = now + Duration::from_secs(wait_after(self.wrong));
        }
    }

    /// Seconds until another may be tried.
    fn left(&self, now: Duration) -> u32 {
        let wait = self.free_at.saturating_sub(now);
        // The second that has begun counts whole.
        u32::try_from(wait.as_millis().div_ceil(1000)).unwrap_or(u32::MAX)
    }

    /// Another record took the place: its own count is to be read.
    pub(crate) fn forget(&mut self) {
        *self = Self::default();
    }
}

/// Seconds until another secret of the record in place may be tried.
pub(crate) fn wait_seconds(app: &App, state: &mut State, vault: &Vault) -> u32 {
    let now = app.ports.clock.monotonic();
    state.tries.learn(vault, now);
    state.tries.left(now)
}

/// As [`tried`], a secret of what is open. The demo client's opens nothing of anyone's, and is not counted.
pub(crate) fn tried_open(
    app: &App,
    state: &mut State,
    try_on: impl FnOnce(&Vault) -> Result<DataKey, VaultError>,
) -> Result<DataKey, Failure> {
    let open = state.open.as_ref().ok_or(Failure::Locked)?;
    let vault = Vault::at(&open.folder);
    if open.demo {
        return try_on(&vault).map_err(|error| lock::failure(error, "passphrase"));
    }
    tried(app, state, &vault, || try_on(&vault))
}

/// Tries a secret of that vault, unless it is too soon. The try is counted on disk before it is made, so that ending the
/// app gains nothing. A folder that cannot be written leaves the count in memory.
pub(crate) fn tried(
    app: &App,
    state: &mut State,
    vault: &Vault,
    open: impl FnOnce() -> Result<DataKey, VaultError>,
) -> Result<DataKey, Failure> {
    let left = wait_seconds(app, state, vault);
    if left > 0 {
        return Err(Failure::WrongPassphrase { wait_seconds: left });
    }
    let _ = vault.count_try();
    match open() {
        Ok(key) => {
            state.tries = Tries { known: true, ..Tries::default() };
            let _ = vault.forget_tries();
            Ok(key)
        }
        Err(VaultError::WrongPassphrase | VaultError::WrongRecoveryKey | VaultError::WrongPin) => {
            state.tries.wrong += 1;
            let wait = wait_after(state.tries.wrong);
            state.tries.free_at = app.ports.clock.monotonic() + Duration::from_secs(wait);
            Err(Failure::WrongPassphrase { wait_seconds: u32::try_from(wait).unwrap_or(u32::MAX) })
        }
        Err(other) => {
            // Nothing was tried after all.
            let _ = vault.set_tries(state.tries.wrong);
            Err(lock::failure(other, "passphrase"))
        }
    }
}
