use crate::VaultError;
use std::fmt;
use zeroize::{Zeroize, ZeroizeOnDrop};

/// `N` secret bytes: on the heap, so that moving them leaves no copy behind, and wiped on drop.
pub(crate) struct Secret<const N: usize>(Box<[u8; N]>);

impl<const N: usize> Secret<N> {
    /// All zeros, to be filled in place.
    pub(crate) fn empty() -> Self {
        Self(Box::new([0; N]))
    }

    /// Bytes from the system's random generator.
    pub(crate) fn random() -> Result<Self, VaultError> {
        let mut secret = Self::empty();
        fill_random(secret.bytes_mut())?;
        Ok(secret)
    }

    pub(crate) fn bytes(&self) -> &[u8; N] {
        &self.0
    }

    pub(crate) fn bytes_mut(&mut self) -> &mut [u8; N] {
        &mut self.0
    }
}

impl<const N: usize> Drop for Secret<N> {
    fn drop(&mut self) {
        self.0.zeroize();
    }
}

impl<const N: usize> ZeroizeOnDrop for Secret<N> {}

/// Fills the buffer from the system's random generator.
pub(crate) fn fill_random(buffer: &mut [u8]) -> Result<(), VaultError> {
    getrandom::fill(buffer).map_err(|_| VaultError::NoRandomness)
}

/// The random 256-bit key that encrypts the client's record. Wiped on drop; it cannot be cloned,
/// printed or compared, so that there is one of it and its place is plain.
pub struct DataKey(pub(crate) Secret<32>);

impl DataKey {
    /// A new key from the system's random generator.
    ///
    /// # Errors
    /// [`VaultError::NoRandomness`] when the system gives none.
    pub fn random() -> Result<Self, VaultError> {
        Secret::random().map(Self)
    }

    /// The key itself, to hand to the database and to nothing else.
    #[must_use]
    pub fn expose(&self) -> &[u8; 32] {
        self.0.bytes()
    }
}

impl ZeroizeOnDrop for DataKey {}

impl fmt::Debug for DataKey {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("DataKey(..)")
    }
}
