//! The system's key store.

use app::port::KeyStore;

/// None yet: the passphrase and the recovery key are the only ways in.
pub struct NoKeyStore;

impl KeyStore for NoKeyStore {
    fn available(&self) -> bool {
        false
    }
}
