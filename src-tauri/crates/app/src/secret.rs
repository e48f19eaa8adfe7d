//! What opens the record: passphrase, recovery key, PIN.

use vault::{PinSecret, Vault, VaultState};
use zeroize::Zeroizing;

use crate::api::vault::{
    ChangePassphrase, Holds, KeySlots, PassphraseStrength, PassphraseSuggested, PassphraseTyped, SetPin, Status,
    SuggestPassphrase, UnlockWithPin, Weakness,
};
use crate::api::{Nothing, Ok as Acknowledged};
use crate::change::{Change, Done};
use crate::failure::{Failure, Rule};
use crate::tries::{tried, tried_open};
use crate::{App, held, kept, lock};
use domain::preference::Language;

const LONGEST: usize = 1024;

/// How long a passphrase would hold.
pub(crate) fn passphrase_strength(_: &App, request: PassphraseTyped) -> Result<Done<PassphraseStrength>, Failure> {
    let passphrase = Zeroizing::new(request.passphrase);
    if passphrase.chars().count() > LONGEST {
        return Err(Failure::invalid("passphrase", Rule::TooLong));
    }
    let strength = vault::strength(&passphrase);
    let holds = match strength.holds() {
        vault::Holds::Minutes => Holds::Minutes,
        vault::Holds::Days => Holds::Days,
        vault::Holds::Years => Holds::Years,
        vault::Holds::Lifetimes => Holds::Lifetimes,
        vault::Holds::Ages => Holds::Ages,
    };
    let weakness = strength.weakness.map(|weakness| match weakness {
        vault::Weakness::Keyboard => Weakness::Keyboard,
        vault::Weakness::Repeats => Weakness::Repeats,
        vault::Weakness::Sequence => Weakness::Sequence,
        vault::Weakness::Date => Weakness::Date,
        vault::Weakness::Common => Weakness::Common,
        vault::Weakness::Word => Weakness::Word,
    });
    Ok(Done::read(PassphraseStrength { holds, weakness }))
}

/// Random words to choose as a passphrase.
pub(crate) fn suggest_passphrase(_: &App, request: SuggestPassphrase) -> Result<Done<PassphraseSuggested>, Failure> {
    let words = match request.language {
        Language::En => vault::Words::English,
        Language::Es => vault::Words::Spanish,
    };
    let passphrase = vault::suggest(words).map_err(|error| lock::failure(error, ""))?;
    Ok(Done::read(PassphraseSuggested { passphrase: passphrase.to_string() }))
}

/// What opens the record.
pub(crate) fn key_slots(app: &App, _: Nothing) -> Result<Done<KeySlots>, Failure> {
    let (vault, demo) = app.with_open(|open| Ok((Vault::at(&open.folder), open.demo)))?;
    let state = vault.state().map_err(|error| lock::failure(error, ""))?;
    let pin = matches!(state, VaultState::Present { pin: true, .. });
    // Asked without holding the record: the system may take its time.
    let key_store = !demo && app.ports.key_store.available();
    Ok(Done::read(KeySlots { pin, key_store }))
}

/// Sets a new passphrase; the recovery key and the PIN stay what they are.
pub(crate) fn change_passphrase(app: &App, request: ChangePassphrase) -> Result<Done<Acknowledged>, Failure> {
    let current = Zeroizing::new(request.current);
    let new = Zeroizing::new(request.new_passphrase);
    let mut state = held(&app.state);
    let key = tried_open(app, &mut state, |vault| vault.open_with_passphrase(&current))
        .map_err(|failure| wrong_current(failure, "current"))?;
    let open = state.open.as_ref().ok_or(Failure::Locked)?;
    open.vault.set_passphrase(&key, &new, app.cost()?).map_err(|error| lock::failure(error, "new_passphrase"))?;
    let _ = kept::follow(app);
    Ok(Done::changed(Acknowledged, &[Change::Settings]))
}

/// Names the field where a request holds two secrets.
fn wrong_current(failure: Failure, field: &str) -> Failure {
    match failure {
        Failure::WrongPassphrase { wait_seconds: 0 } => Failure::invalid(field, Rule::Wrong),
        other => other,
    }
}

/// Sets a PIN, that opens the record together with a secret in the system's key store.
///
/// The secret has a name of its own with each PIN, and is kept before the slot that needs it is written: at every moment
/// the PIN of the slot in place finds its secret.
pub(crate) fn set_pin(app: &App, request: SetPin) -> Result<Done<Acknowledged>, Failure> {
    let passphrase = Zeroizing::new(request.passphrase);
    let pin = Zeroizing::new(request.pin);
    let (vault, prepared, secret) = {
        let mut state = held(&app.state);
        let open = state.open.as_ref().ok_or(Failure::Locked)?;
        if open.demo {
            return Err(Failure::Conflict);
        }
        let vault = Vault::at(&open.folder);
        let key = tried(app, &mut state, &vault, || vault.open_with_passphrase(&passphrase))?;
        let secret = PinSecret::random().map_err(|error| lock::failure(error, ""))?;
        let prepared =
            vault.prepare_pin(&key, &pin, &secret, app.cost()?).map_err(|error| lock::failure(error, "pin"))?;
        (vault, prepared, secret)
    };
    // Asked without holding the record: the system may ask the client first.
    app.ports.key_store.keep(prepared.name(), secret.expose()).map_err(|_| Failure::NotFound)?;
    let name = prepared.name().to_owned();
    let set = {
        let state = held(&app.state);
        // It may have been locked meanwhile, or put aside.
        let still = state.open.as_ref().filter(|open| !open.demo).ok_or(Failure::Locked);
        still.and_then(|open| vault.save_pin(&open.key, prepared).map_err(|error| lock::failure(error, "pin")))
    };
    match set {
        Ok(before) => {
            forget(app, before);
            let _ = kept::follow(app);
            Ok(Done::changed(Acknowledged, &[Change::Settings]))
        }
        Err(failure) => {
            forget(app, Some(name));
            Err(failure)
        }
    }
}

/// Removes the PIN: the slot first, then the secret in the key store, which opens nothing without it.
pub(crate) fn remove_pin(app: &App, _: Nothing) -> Result<Done<Acknowledged>, Failure> {
    let before = app.with_open(|open| {
        let before = open.vault.pin_name().map_err(|error| lock::failure(error, ""))?;
        open.vault.remove_pin(&open.key).map_err(|error| lock::failure(error, ""))?;
        Ok(before)
    })?;
    let _ = kept::follow(app);
    forget(app, before);
    Ok(Done::changed(Acknowledged, &[Change::Settings]))
}

fn forget(app: &App, name: Option<String>) {
    if let Some(name) = name {
        let _ = app.ports.key_store.forget(&name);
    }
}

/// Opens the record with the PIN. [`Failure::NotFound`]: the key store does not give the secret.
pub(crate) fn unlock_with_pin(app: &App, request: UnlockWithPin) -> Result<Done<Status>, Failure> {
    let pin = Zeroizing::new(request.pin);
    let name = {
        let mut state = app.settled()?;
        app.expire(&mut state);
        if state.open.is_some() {
            return Ok(Done::read(lock::status_of(app, &mut state)?));
        }
        Vault::at(&app.folder).pin_name().map_err(|error| lock::failure(error, ""))?.ok_or(Failure::NotFound)?
    };
    // Asked without holding the state: the system may ask the client first.
    let secret = app.ports.key_store.secret(&name).ok().flatten().ok_or(Failure::NotFound)?;
    let mut state = app.settled()?;
    // Another way in may have been quicker.
    if state.open.is_some() {
        return Ok(Done::read(lock::status_of(app, &mut state)?));
    }
    let vault = Vault::at(&app.folder);
    let key = tried(app, &mut state, &vault, || vault.open_with_pin(&pin, &secret))?;
    lock::open_with(app, &mut state, vault, key)
}
