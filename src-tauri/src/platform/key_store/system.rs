//! The system's key store: the Secret Service on Linux, the Keychain on macOS and iOS, the Credential Manager on Windows.

use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::mpsc::sync_channel;
use std::time::Duration;

use app::port::{KeyStore, KeyStoreError};
use keyring_core::{CredentialStore, Entry, Error};
use zeroize::Zeroizing;

/// The app, as the store names it.
const SERVICE: &str = "app.handrail";
/// What a person reads who looks into the store. It says nothing but the name.
#[cfg(target_os = "linux")]
const LABEL: &str = "Handrail";
/// How long the store may take. It may ask the client to unlock it.
const PATIENCE: Duration = Duration::from_secs(60);

/// The store of whoever is logged in.
#[derive(Default)]
pub struct SystemKeyStore {
    /// An earlier question is not answered yet.
    asked: Arc<AtomicBool>,
}

impl KeyStore for SystemKeyStore {
    /// Asks nothing of the client.
    fn available(&self) -> bool {
        available()
    }

    fn keep(&self, vault: &str, secret: &[u8; 32]) -> Result<(), KeyStoreError> {
        let secret = Zeroizing::new(*secret);
        self.ask(vault, move |entry| entry.set_secret(secret.as_slice()))
    }

    fn secret(&self, vault: &str) -> Result<Option<Zeroizing<[u8; 32]>>, KeyStoreError> {
        let held = self.ask(vault, |entry| match entry.get_secret() {
            Ok(secret) => Ok(Some(Zeroizing::new(secret))),
            Err(Error::NoEntry) => Ok(None),
            Err(error) => Err(error),
        })?;
        // Whatever else lies under that name opens nothing.
        held.map(|held| held.as_slice().try_into().map(Zeroizing::new).map_err(|_| KeyStoreError)).transpose()
    }

    fn forget(&self, vault: &str) -> Result<(), KeyStoreError> {
        self.ask(vault, |entry| match entry.delete_credential() {
            Err(Error::NoEntry) => Ok(()),
            other => other,
        })
    }
}

impl SystemKeyStore {
    /// Asks from a thread of its own: a store that hangs, or whose question nobody answers, is given up. One that was
    /// given up is not asked again until it has answered, so that nothing late undoes what came after.
    fn ask<T: Send + 'static>(
        &self,
        vault: &str,
        question: impl FnOnce(&Entry) -> keyring_core::Result<T> + Send + 'static,
    ) -> Result<T, KeyStoreError> {
        if self.asked.swap(true, Ordering::AcqRel) {
            return Err(KeyStoreError);
        }
        let (vault, asked) = (vault.to_owned(), Arc::clone(&self.asked));
        let (answer, answered) = sync_channel(1);
        std::thread::spawn(move || {
            // Anew each time: a store that was started anew knows no earlier session.
            let said = store().and_then(|store| entry(&*store, &vault)).and_then(|entry| question(&entry));
            asked.store(false, Ordering::Release);
            // Nobody listens any more where it took too long.
            let _ = answer.send(said);
        });
        answered.recv_timeout(PATIENCE).map_err(|_| KeyStoreError)?.map_err(|_| KeyStoreError)
    }
}

#[cfg(target_os = "linux")]
fn available() -> bool {
    crate::platform::bus::can_answer("org.freedesktop.secrets")
}

/// The system itself is the store.
#[cfg(not(target_os = "linux"))]
fn available() -> bool {
    true
}

#[cfg(target_os = "linux")]
fn store() -> keyring_core::Result<Arc<CredentialStore>> {
    Ok(zbus_secret_service_keyring_store::Store::new()?)
}

#[cfg(target_os = "macos")]
fn store() -> keyring_core::Result<Arc<CredentialStore>> {
    Ok(apple_native_keyring_store::keychain::Store::new()?)
}

#[cfg(target_os = "ios")]
fn store() -> keyring_core::Result<Arc<CredentialStore>> {
    Ok(apple_native_keyring_store::protected::Store::new()?)
}

#[cfg(windows)]
fn store() -> keyring_core::Result<Arc<CredentialStore>> {
    Ok(windows_native_keyring_store::Store::new()?)
}

/// The place of one record's secret. It stays on this device.
fn entry(store: &CredentialStore, vault: &str) -> keyring_core::Result<Entry> {
    #[cfg(target_os = "linux")]
    let how = [("label", LABEL)];
    #[cfg(target_os = "macos")]
    let how = [];
    #[cfg(target_os = "ios")]
    let how = [("access-policy", "when-unlocked-this-device-only")];
    #[cfg(windows)]
    let how = [("persistence", "Local")];
    store.build(SERVICE, vault, Some(&how.into_iter().collect()))
}

#[cfg(all(test, target_os = "linux"))]
mod tests {
    use super::*;

    #[test]
    fn a_store_that_was_given_up_is_not_asked_before_it_has_answered() {
        let store = SystemKeyStore::default();
        store.asked.store(true, Ordering::Release);
        assert_eq!(store.keep("vault", &[7; 32]), Err(KeyStoreError));
        assert_eq!(store.secret("vault"), Err(KeyStoreError));
        assert_eq!(store.forget("vault"), Err(KeyStoreError));
    }
}
