use crate::VaultError;
use crate::key::Secret;
use argon2::{Algorithm, Argon2, Block, Params, Version};
use serde::{Deserialize, Serialize};
use std::time::{Duration, Instant};
use zeroize::Zeroizing;

/// How much work it takes to turn a passphrase into a key: the parameters of Argon2id.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(try_from = "WrittenCost")]
pub struct KdfCost {
    memory_kib: u32,
    iterations: u32,
    lanes: u32,
}

/// 64 MiB: the lower memory recommendation of RFC 9106, which phones can spare too.
const MEMORY_KIB: u32 = 64 * 1024;
/// What unlocking should take: long for someone who guesses, short for the client.
const AIM: Duration = Duration::from_millis(500);
/// Fewest passes at [`MEMORY_KIB`], however slow the device.
const FEWEST: u32 = 2;
/// Most passes, however fast: the record may move to a slower device.
const MOST: u32 = 10;

impl KdfCost {
    /// Measures this device and picks 64 MiB and so many passes (2 to 10) that unlocking takes
    /// about half a second. Takes some 100 ms itself; to be called when a passphrase is set.
    ///
    /// # Errors
    /// [`VaultError::OutOfMemory`] when 64 MiB are not free.
    pub fn calibrated() -> Result<Self, VaultError> {
        let trial = Self { memory_kib: MEMORY_KIB, iterations: FEWEST, lanes: 1 };
        let start = Instant::now();
        trial.derive(b"measured, never used", &[0; 16])?;
        Ok(Self { iterations: passes(start.elapsed() / FEWEST), ..trial })
    }

    /// The least that Argon2id allows: 8 KiB, one pass. **Protects nothing.** For the vault of the
    /// made-up demo client and for tests.
    #[must_use]
    pub const fn floor() -> Self {
        Self { memory_kib: Params::MIN_M_COST, iterations: 1, lanes: 1 }
    }

    /// Memory in KiB.
    #[must_use]
    pub const fn memory_kib(self) -> u32 {
        self.memory_kib
    }

    /// Passes over that memory.
    #[must_use]
    pub const fn iterations(self) -> u32 {
        self.iterations
    }

    /// Memory, passes and lanes, in the order in which a slot is bound to them.
    pub(crate) const fn parts(self) -> [u32; 3] {
        [self.memory_kib, self.iterations, self.lanes]
    }

    /// The key that Argon2id derives at this cost.
    pub(crate) fn derive(self, secret: &[u8], salt: &[u8; 16]) -> Result<Secret<32>, VaultError> {
        let params =
            Params::new(self.memory_kib, self.iterations, self.lanes, Some(32)).map_err(|_| VaultError::Damaged)?;
        // Our own memory, since the library does not wipe the one it would take itself.
        let mut memory = Zeroizing::new(Vec::new());
        memory.try_reserve_exact(params.block_count()).map_err(|_| VaultError::OutOfMemory)?;
        memory.resize(params.block_count(), Block::new());
        let mut key = Secret::empty();
        Argon2::new(Algorithm::Argon2id, Version::V0x13, params)
            .hash_password_into_with_memory(secret, salt, key.bytes_mut(), memory.as_mut_slice())
            // Only a secret of over 4 GiB is refused here.
            .map_err(|_| VaultError::OutOfMemory)?;
        Ok(key)
    }
}

/// The passes that come nearest to [`AIM`] when one takes this long.
fn passes(one: Duration) -> u32 {
    let wanted = AIM.as_micros() / one.as_micros().max(1);
    u32::try_from(wanted).unwrap_or(MOST).clamp(FEWEST, MOST)
}

/// A cost as a key file states it, not yet believed.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct WrittenCost {
    memory_kib: u32,
    iterations: u32,
    lanes: u32,
}

impl TryFrom<WrittenCost> for KdfCost {
    type Error = &'static str;

    fn try_from(written: WrittenCost) -> Result<Self, Self::Error> {
        let WrittenCost { memory_kib, iterations, lanes } = written;
        let sane = (1..=16).contains(&lanes)
            && (8 * lanes..=1024 * 1024).contains(&memory_kib)
            && (1..=64).contains(&iterations);
        if !sane {
            return Err("absurd cost");
        }
        Ok(Self { memory_kib, iterations, lanes })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn passes_aim_at_half_a_second_within_bounds() {
        assert_eq!(passes(Duration::from_millis(100)), 5);
        assert_eq!(passes(Duration::from_millis(240)), 2);
        assert_eq!(passes(Duration::from_secs(9)), FEWEST);
        assert_eq!(passes(Duration::from_millis(1)), MOST);
        assert_eq!(passes(Duration::ZERO), MOST);
    }

    #[test]
    fn a_calibrated_cost_is_never_weak_and_is_accepted_back() {
        let cost = KdfCost::calibrated().unwrap();
        assert!(cost.memory_kib() >= 64 * 1024);
        assert!((2..=10).contains(&cost.iterations()));
        let written = serde_json::to_string(&cost).unwrap();
        assert_eq!(serde_json::from_str::<KdfCost>(&written).unwrap(), cost);
    }

    #[test]
    fn absurd_costs_are_refused() {
        let read = |memory: u64, iterations: u64, lanes: u64| {
            serde_json::from_str::<KdfCost>(&format!(
                r#"{{"memory_kib":{memory},"iterations":{iterations},"lanes":{lanes}}}"#
            ))
            .is_ok()
        };
        assert!(read(8, 1, 1));
        assert!(read(1024 * 1024, 64, 16));
        assert!(!read(7, 1, 1));
        assert!(!read(15, 1, 2));
        assert!(!read(1024 * 1024 + 1, 1, 1));
        assert!(!read(u64::MAX, 1, 1));
        assert!(!read(64, 0, 1));
        assert!(!read(64, 65, 1));
        assert!(!read(64, 1, 0));
        assert!(!read(1024, 1, 17));
    }

    /// The expected key comes from another implementation, that of OpenSSL.
    #[test]
    fn derivation_is_the_standard_argon2id() {
        let cost = KdfCost { memory_kib: 256, iterations: 2, lanes: 1 };
        let key = cost.derive(b"password", b"somesaltsomesalt").unwrap();
        let expected = "cab746b4621993fdc91ec50787980b414a90a692f0bc68dfe19f9c25b3cba9ec";
        assert_eq!(data_encoding::HEXLOWER.encode(key.bytes()), expected);
    }
}
