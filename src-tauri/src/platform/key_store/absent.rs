//! A system whose key store is not reached yet: the passphrase and the recovery key are the only ways in.

use app::port::{KeyStore, KeyStoreError};
use zeroize::Zeroizing;

/// Keeps nothing.
#[derive(Default)]
pub struct SystemKeyStore;

impl KeyStore for SystemKeyStore {
    fn available(&self) -> bool {
        false
    }

    fn keep(&self, _: &str, _: &[u8; 32]) -> Result<(), KeyStoreError> {
        Err(KeyStoreError)
    }

    fn secret(&self, _: &str) -> Result<Option<Zeroizing<[u8; 32]>>, KeyStoreError> {
        Err(KeyStoreError)
    }

    fn forget(&self, _: &str) -> Result<(), KeyStoreError> {
        Err(KeyStoreError)
    }
}
