//! Android's key store. iOS is reached through its Keychain, as a Mac is.

use app::port::{KeyStore, KeyStoreError};
use data_encoding::BASE64;
use serde_json::{Value, json};
use zeroize::Zeroizing;

use super::Shared;

/// Keeps each secret sealed by a key that never leaves the phone's hardware.
pub struct PhoneKeyStore(Shared);

impl PhoneKeyStore {
    /// That of the phone.
    pub fn new(phone: Shared) -> Self {
        Self(phone)
    }

    fn ask(&self, command: &str, payload: Value) -> Result<Value, KeyStoreError> {
        self.0.ask(command, payload).map_err(|_| KeyStoreError)
    }
}

impl KeyStore for PhoneKeyStore {
    fn available(&self) -> bool {
        true
    }

    fn keep(&self, name: &str, secret: &[u8; 32]) -> Result<(), KeyStoreError> {
        self.ask("keepSecret", json!({ "name": name, "secret": BASE64.encode(secret) })).map(|_| ())
    }

    fn secret(&self, name: &str) -> Result<Option<Zeroizing<[u8; 32]>>, KeyStoreError> {
        match self.ask("secret", json!({ "name": name }))?.get("secret") {
            Some(Value::String(text)) => {
                let bytes = Zeroizing::new(BASE64.decode(text.as_bytes()).map_err(|_| KeyStoreError)?);
                // Whatever else lies under that name opens nothing.
                Ok(Some(Zeroizing::new(bytes.as_slice().try_into().map_err(|_| KeyStoreError)?)))
            }
            Some(Value::Null) => Ok(None),
            _ => Err(KeyStoreError),
        }
    }

    fn forget(&self, name: &str) -> Result<(), KeyStoreError> {
        self.ask("forgetSecret", json!({ "name": name })).map(|_| ())
    }
}

#[cfg(test)]
mod tests {
    use std::sync::Arc;

    use super::super::stand_in::StandIn;
    use super::*;

    #[test]
    fn a_secret_comes_back_as_it_was_kept_until_it_is_forgotten() {
        let store = PhoneKeyStore::new(Arc::new(StandIn::default()));
        assert!(store.available());
        assert_eq!(store.secret("a").unwrap(), None);
        store.keep("a", &[7; 32]).unwrap();
        store.keep("b", &[8; 32]).unwrap();
        assert_eq!(store.secret("a").unwrap().as_deref(), Some(&[7; 32]));
        store.forget("a").unwrap();
        assert_eq!(store.secret("a").unwrap(), None);
        assert_eq!(store.secret("b").unwrap().as_deref(), Some(&[8; 32]));
        store.forget("never kept").unwrap();
    }

    #[test]
    fn a_phone_that_refuses_or_answers_nonsense_is_an_error_and_not_an_empty_store() {
        let phone = Arc::new(StandIn::default());
        let store = PhoneKeyStore::new(phone.clone());
        for nonsense in [json!({}), json!({ "secret": 7 }), json!({ "secret": "%" }), json!({ "secret": "AAAA" })] {
            phone.answer("secret", nonsense);
            assert_eq!(store.secret("a"), Err(KeyStoreError));
        }
        for command in ["keepSecret", "secret", "forgetSecret"] {
            phone.refuse(command);
        }
        assert_eq!(store.keep("a", &[7; 32]), Err(KeyStoreError));
        assert_eq!(store.secret("a"), Err(KeyStoreError));
        assert_eq!(store.forget("a"), Err(KeyStoreError));
    }
}
