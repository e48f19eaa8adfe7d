use crate::cost::KdfCost;
use crate::file::Hex;
use crate::key::{DataKey, Secret, fill_random};
use crate::passphrase::Passphrase;
use crate::pin::Pin;
use crate::recovery::RecoveryKey;
use crate::{VaultError, file};
use chacha20poly1305::aead::array::Array;
use chacha20poly1305::{AeadInOut, Key, KeyInit, Tag, XChaCha20Poly1305, XNonce};
use hkdf::Hkdf;
use serde::{Deserialize, Serialize};
use sha2::Sha256;

/// The version of the slots, bound into each. It is not the file's: a slot opens unchanged in a
/// file of a later version.
const VERSION: u32 = 1;

/// The identity of a vault: 128 random bits.
pub(crate) type VaultId = Hex<16>;

/// The data key, wrapped under the passphrase.
#[derive(Clone, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct PassphraseSlot {
    cost: KdfCost,
    salt: Hex<16>,
    nonce: Hex<24>,
    wrapped: Hex<48>,
}

impl PassphraseSlot {
    /// Wraps the key, with a new salt.
    pub(crate) fn wrap(
        vault: &VaultId,
        passphrase: &Passphrase,
        cost: KdfCost,
        key: &DataKey,
    ) -> Result<Self, VaultError> {
        let salt = Hex::random()?;
        let wrapping = cost.derive(passphrase.bytes(), &salt.0)?;
        let (nonce, wrapped) = seal(&wrapping, &Self::bound(vault, cost, &salt), key)?;
        Ok(Self { cost, salt, nonce, wrapped })
    }

    pub(crate) fn open(&self, vault: &VaultId, passphrase: &Passphrase) -> Result<DataKey, VaultError> {
        let wrapping = self.cost.derive(passphrase.bytes(), &self.salt.0)?;
        let bound = Self::bound(vault, self.cost, &self.salt);
        unseal(&wrapping, &bound, &self.nonce, &self.wrapped).ok_or(VaultError::WrongPassphrase)
    }

    fn bound(vault: &VaultId, cost: KdfCost, salt: &Hex<16>) -> Vec<u8> {
        bound(vault, "passphrase", &cost.parts(), &salt.0)
    }
}

/// The data key, wrapped under the recovery key.
#[derive(Clone, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct RecoverySlot {
    salt: Hex<32>,
    nonce: Hex<24>,
    wrapped: Hex<48>,
}

impl RecoverySlot {
    /// Wraps the key, with a new salt.
    pub(crate) fn wrap(vault: &VaultId, recovery: &RecoveryKey, key: &DataKey) -> Result<Self, VaultError> {
        let salt = Hex::random()?;
        let wrapping = Self::derive(recovery, &salt)?;
        let (nonce, wrapped) = seal(&wrapping, &Self::bound(vault, &salt), key)?;
        Ok(Self { salt, nonce, wrapped })
    }

    pub(crate) fn open(&self, vault: &VaultId, recovery: &RecoveryKey) -> Result<DataKey, VaultError> {
        let wrapping = Self::derive(recovery, &self.salt)?;
        let bound = Self::bound(vault, &self.salt);
        unseal(&wrapping, &bound, &self.nonce, &self.wrapped).ok_or(VaultError::WrongRecoveryKey)
    }

    fn derive(recovery: &RecoveryKey, salt: &Hex<32>) -> Result<Secret<32>, VaultError> {
        expand(&salt.0, recovery.0.bytes(), "handrail-key recovery")
    }

    fn bound(vault: &VaultId, salt: &Hex<32>) -> Vec<u8> {
        bound(vault, "recovery", &[], &salt.0)
    }
}

/// The data key, wrapped under the PIN and a secret in the system's key store. Both are needed: a
/// PIN alone is guessed in minutes, and the key store alone opens to everyone who is logged in.
#[derive(Clone, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct PinSlot {
    cost: KdfCost,
    salt: Hex<16>,
    nonce: Hex<24>,
    wrapped: Hex<48>,
}

impl PinSlot {
    /// The name of its secret in the key store: the vault's id and the beginning of the salt, which is new with each PIN.
    pub(crate) fn name(&self, vault: &VaultId) -> String {
        let salt: String = self.salt.text().chars().take(16).collect();
        format!("{}-{salt}", vault.text())
    }

    /// Wraps the key, with a new salt.
    pub(crate) fn wrap(
        vault: &VaultId,
        pin: &Pin,
        secret: &[u8; 32],
        cost: KdfCost,
        key: &DataKey,
    ) -> Result<Self, VaultError> {
        let salt = Hex::random()?;
        let wrapping = Self::derive(pin, secret, cost, &salt)?;
        let (nonce, wrapped) = seal(&wrapping, &Self::bound(vault, cost, &salt), key)?;
        Ok(Self { cost, salt, nonce, wrapped })
    }

    pub(crate) fn open(&self, vault: &VaultId, pin: &Pin, secret: &[u8; 32]) -> Result<DataKey, VaultError> {
        let wrapping = Self::derive(pin, secret, self.cost, &self.salt)?;
        let bound = Self::bound(vault, self.cost, &self.salt);
        unseal(&wrapping, &bound, &self.nonce, &self.wrapped).ok_or(VaultError::WrongPin)
    }

    fn derive(pin: &Pin, secret: &[u8; 32], cost: KdfCost, salt: &Hex<16>) -> Result<Secret<32>, VaultError> {
        let slow = cost.derive(pin.bytes(), &salt.0)?;
        let mut both = Secret::<64>::empty();
        let (first, second) = both.bytes_mut().split_at_mut(32);
        first.copy_from_slice(slow.bytes());
        second.copy_from_slice(secret);
        expand(&salt.0, both.bytes(), "handrail-key pin")
    }

    fn bound(vault: &VaultId, cost: KdfCost, salt: &Hex<16>) -> Vec<u8> {
        bound(vault, "pin", &cost.parts(), &salt.0)
    }
}

/// The value that tells whether a data key is this vault's, without telling the key.
pub(crate) fn key_check(vault: &VaultId, key: &DataKey) -> Result<Hex<32>, VaultError> {
    expand(&vault.0, key.expose(), "handrail-key check").map(|check| Hex(*check.bytes()))
}

/// HKDF-SHA256.
fn expand(salt: &[u8], secret: &[u8], purpose: &str) -> Result<Secret<32>, VaultError> {
    let mut key = Secret::empty();
    Hkdf::<Sha256>::new(Some(salt), secret)
        .expand(purpose.as_bytes(), key.bytes_mut())
        // Only for more than 8160 bytes.
        .map_err(|_| VaultError::OutOfMemory)?;
    Ok(key)
}

/// The associated data of a slot. The kind settles how many parameters and how long a salt
/// follow, so two different slots never give the same bytes.
fn bound(vault: &VaultId, kind: &str, parameters: &[u32], salt: &[u8]) -> Vec<u8> {
    let mut bytes = Vec::new();
    bytes.extend(file::FORMAT.as_bytes());
    bytes.extend(VERSION.to_le_bytes());
    bytes.extend(vault.0);
    bytes.extend(kind.as_bytes());
    for parameter in parameters {
        bytes.extend(parameter.to_le_bytes());
    }
    bytes.extend(salt);
    bytes
}

/// Encrypts the data key, under a nonce drawn at random.
fn seal(wrapping: &Secret<32>, bound: &[u8], key: &DataKey) -> Result<(Hex<24>, Hex<48>), VaultError> {
    let mut nonce = [0; 24];
    fill_random(&mut nonce)?;
    let mut buffer = Secret::<48>::empty();
    let (text, tag) = buffer.bytes_mut().split_at_mut(32);
    text.copy_from_slice(key.expose());
    let made = cipher(wrapping)
        .encrypt_inout_detached(&XNonce::from(nonce), bound, (&mut *text).into())
        // Only for more than 256 GiB.
        .map_err(|_| VaultError::OutOfMemory)?;
    tag.copy_from_slice(&made);
    Ok((Hex(nonce), Hex(*buffer.bytes())))
}

/// Decrypts a data key; nothing when the tag does not fit.
fn unseal(wrapping: &Secret<32>, bound: &[u8], nonce: &Hex<24>, wrapped: &Hex<48>) -> Option<DataKey> {
    let (text, tag) = wrapped.0.split_first_chunk::<32>()?;
    let tag: &[u8; 16] = tag.try_into().ok()?;
    let mut key = Secret::empty();
    *key.bytes_mut() = *text;
    cipher(wrapping)
        .decrypt_inout_detached(&XNonce::from(nonce.0), bound, key.bytes_mut().as_mut_slice().into(), &Tag::from(*tag))
        .ok()?;
    Some(DataKey(key))
}

fn cipher(wrapping: &Secret<32>) -> XChaCha20Poly1305 {
    let key: &Key = Array::cast_from_core(wrapping.bytes());
    XChaCha20Poly1305::new(key)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn passphrase() -> Passphrase {
        Passphrase::typed("correct horse")
    }

    #[test]
    fn a_slot_opens_only_in_its_own_vault() {
        let (here, elsewhere) = (VaultId::random().unwrap(), VaultId::random().unwrap());
        let key = DataKey::random().unwrap();
        let slot = PassphraseSlot::wrap(&here, &passphrase(), KdfCost::floor(), &key).unwrap();
        assert_eq!(slot.open(&here, &passphrase()).unwrap().expose(), key.expose());
        assert!(slot.open(&elsewhere, &passphrase()).is_err());

        let recovery = RecoveryKey::random().unwrap();
        let slot = RecoverySlot::wrap(&here, &recovery, &key).unwrap();
        assert_eq!(slot.open(&here, &recovery).unwrap().expose(), key.expose());
        assert!(slot.open(&elsewhere, &recovery).is_err());
    }

    #[test]
    fn every_part_of_the_binding_counts() {
        let wrapping = Secret::random().unwrap();
        let key = DataKey::random().unwrap();
        let vault = Hex([7; 16]);
        let mine = bound(&vault, "passphrase", &[8, 1, 1], &[9; 16]);
        let (nonce, wrapped) = seal(&wrapping, &mine, &key).unwrap();
        assert!(unseal(&wrapping, &mine, &nonce, &wrapped).is_some());
        for other in [
            bound(&Hex([8; 16]), "passphrase", &[8, 1, 1], &[9; 16]),
            bound(&vault, "recovery", &[8, 1, 1], &[9; 16]),
            bound(&vault, "passphrase", &[9, 1, 1], &[9; 16]),
            bound(&vault, "passphrase", &[8, 2, 1], &[9; 16]),
            bound(&vault, "passphrase", &[8, 1, 2], &[9; 16]),
            bound(&vault, "passphrase", &[8, 1, 1], &[8; 16]),
        ] {
            assert!(unseal(&wrapping, &other, &nonce, &wrapped).is_none());
        }
        assert!(unseal(&wrapping, &mine, &Hex([0; 24]), &wrapped).is_none());
        let mut version = mine.clone();
        version[file::FORMAT.len()] += 1;
        assert!(unseal(&wrapping, &version, &nonce, &wrapped).is_none());
    }

    #[test]
    fn wrapping_twice_never_gives_the_same_bytes() {
        let vault = VaultId::random().unwrap();
        let key = DataKey::random().unwrap();
        let wrap = || PassphraseSlot::wrap(&vault, &passphrase(), KdfCost::floor(), &key).unwrap();
        let (one, two) = (wrap(), wrap());
        assert_ne!(one.salt.0, two.salt.0);
        assert_ne!(one.nonce.0, two.nonce.0);
        assert_ne!(one.wrapped.0, two.wrapped.0);
    }
}
