//! A key store in memory, in place of the system's.

use std::collections::HashMap;
use std::sync::{Mutex, MutexGuard, PoisonError};

use app::port::{KeyStore, KeyStoreError};
use zeroize::Zeroizing;

/// Keeps secrets for as long as it lives.
#[derive(Debug, Default)]
pub struct MemoryKeyStore {
    inner: Mutex<Inner>,
}

#[derive(Debug, Default)]
struct Inner {
    secrets: HashMap<String, [u8; 32]>,
    absent: bool,
    refuses: bool,
}

impl MemoryKeyStore {
    /// From now on this system has none.
    pub fn take_away(&self) {
        self.inner().absent = true;
    }

    /// From now on it refuses everything, as one that is locked, or does so no more.
    pub fn refuse(&self, refuses: bool) {
        self.inner().refuses = refuses;
    }

    /// How many secrets it holds.
    pub fn count(&self) -> usize {
        self.inner().secrets.len()
    }

    fn inner(&self) -> MutexGuard<'_, Inner> {
        self.inner.lock().unwrap_or_else(PoisonError::into_inner)
    }

    fn asked(&self) -> Result<MutexGuard<'_, Inner>, KeyStoreError> {
        let inner = self.inner();
        if inner.absent || inner.refuses { Err(KeyStoreError) } else { Ok(inner) }
    }
}

impl KeyStore for MemoryKeyStore {
    fn available(&self) -> bool {
        !self.inner().absent
    }

    fn keep(&self, vault: &str, secret: &[u8; 32]) -> Result<(), KeyStoreError> {
        self.asked()?.secrets.insert(vault.to_owned(), *secret);
        Ok(())
    }

    fn secret(&self, vault: &str) -> Result<Option<Zeroizing<[u8; 32]>>, KeyStoreError> {
        Ok(self.asked()?.secrets.get(vault).copied().map(Zeroizing::new))
    }

    fn forget(&self, vault: &str) -> Result<(), KeyStoreError> {
        self.asked()?.secrets.remove(vault);
        Ok(())
    }
}
