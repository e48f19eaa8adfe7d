//! Sealed files: what leaves the device, as a backup does.
//!
//! A sealed file is an age file (age-encryption.org/v1) with one recipient, scrypt, so that
//! `age --decrypt` and every other program that speaks the format opens it with the same
//! passphrase, without Handrail.
//!
//! A passphrase is brought to Unicode NFKC first, as for the key file. Another program takes what
//! is typed as it is: for ASCII there is no difference; else type the composed characters ("é" as
//! one), as keyboards do. A recovery key, however it is typed, counts in exactly the form in which
//! it is shown, capitals and hyphens included, and is to be typed so into another program.
//!
//! What is opened is wiped on drop. Of what is sealed, the library keeps its last 64 KiB in memory
//! that it gives back without wiping it.

use crate::VaultError;
use crate::passphrase::Passphrase;
use crate::recovery::RecoveryKey;
use age::secrecy::SecretString;
use age::{DecryptError, Decryptor, Encryptor, scrypt};
use std::io::{Read, Write};
use std::time::{Duration, Instant};
use zeroize::Zeroizing;

/// How much work it takes to turn the secret of a sealed file into a key: scrypt with `N` = 2 to
/// this power, `r` = 8, `p` = 1, as the format has it. It takes `N` KiB of memory.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct SealCost(u8);

/// What opening a sealed file should take: long for someone who guesses.
const AIM: Duration = Duration::from_secs(1);
/// The least work, however slow the device: 32 MiB.
const LEAST: u8 = 15;
/// The most, however fast: 256 MiB, since the file may be opened on a phone. The reference program
/// always takes so much.
const MOST: u8 = 18;
/// The most that a file may ask for: 1 GiB, as for a key file. A planted one shall not be able to
/// freeze the device.
const MOST_OPENED: u8 = 20;
/// The work that is measured.
const TRIAL: u8 = 14;
/// How often.
const TRIALS: u32 = 3;

/// Bytes within which the header of a sealed file ends; it has some 150.
const LONGEST_HEADER: usize = 1024;
/// What begins the last line of a header.
const HEADER_END: &[u8] = b"\n--- ";

impl SealCost {
    /// Measures this device and picks the most work that takes no more than a second, from 32 MiB
    /// to 256 MiB. Takes some 150 ms itself.
    ///
    /// # Errors
    /// [`VaultError::OutOfMemory`] when 16 MiB are not free.
    pub fn calibrated() -> Result<Self, VaultError> {
        let mut quickest = Duration::MAX;
        // What else the device is doing shall not make a lasting file weaker.
        for _ in 0..TRIALS {
            let start = Instant::now();
            seal_with(SecretString::from("measured, never used"), &[], Self(TRIAL))?;
            quickest = quickest.min(start.elapsed());
        }
        Ok(Self(power(quickest)))
    }

    /// The least that there is. **Protects nothing.** For the made-up demo client and for tests.
    #[must_use]
    pub const fn floor() -> Self {
        Self(1)
    }

    /// The binary logarithm of `N`.
    #[must_use]
    pub const fn log_n(self) -> u8 {
        self.0
    }
}

/// The most work within [`AIM`] and the bounds, when [`TRIAL`] takes this long.
fn power(trial: Duration) -> u8 {
    (LEAST..=MOST).rev().find(|power| trial.saturating_mul(1 << (power - TRIAL)) <= AIM).unwrap_or(LEAST)
}

/// Seals these bytes. The secret is a passphrase, or a recovery key in any form that
/// [`RecoveryKey::parse`] understands.
///
/// # Errors
/// [`VaultError::PassphraseTooShort`], [`VaultError::PassphraseTooLong`];
/// [`VaultError::OutOfMemory`], [`VaultError::NoRandomness`].
pub fn seal(secret: &str, plain: &[u8], cost: SealCost) -> Result<Vec<u8>, VaultError> {
    // The library panics where there is no randomness.
    crate::key::fill_random(&mut [0])?;
    let secret = match shown(secret) {
        Some(recovery_key) => recovery_key,
        None => SecretString::from(Passphrase::chosen(secret)?.text()),
    };
    seal_with(secret, plain, cost)
}

fn seal_with(secret: SecretString, plain: &[u8], cost: SealCost) -> Result<Vec<u8>, VaultError> {
    spare(cost.0)?;
    let mut recipient = scrypt::Recipient::new(secret);
    recipient.set_work_factor(cost.0);
    let sealer = Encryptor::with_recipients(std::iter::once(&recipient as &dyn age::Recipient));
    let mut sealed = Vec::new();
    // 16 bytes of tag to every 64 KiB.
    let length = plain.len() + plain.len() / 4096 + LONGEST_HEADER;
    sealed.try_reserve_exact(length).map_err(|_| VaultError::OutOfMemory)?;
    // One recipient of the kind cannot be refused, and memory takes every write.
    let mut writer =
        sealer.map_err(|_| VaultError::OutOfMemory)?.wrap_output(&mut sealed).map_err(|_| VaultError::OutOfMemory)?;
    writer.write_all(plain).and_then(|()| writer.finish()).map_err(|_| VaultError::OutOfMemory)?;
    Ok(sealed)
}

/// Opens a sealed file: all of it, or nothing.
///
/// # Errors
/// [`VaultError::WrongPassphrase`] when the secret does not open it, which a damaged header can
/// look like; [`VaultError::Damaged`] when it is not whole, is no file of this kind, or asks for
/// more than 1 GiB of work; [`VaultError::OutOfMemory`].
pub fn open_sealed(secret: &str, sealed: &[u8]) -> Result<Zeroizing<Vec<u8>>, VaultError> {
    let secret = || shown(secret).unwrap_or_else(|| SecretString::from(Passphrase::typed(secret).text()));
    spare(work(secret(), sealed)?)?;
    let mut identity = scrypt::Identity::new(secret());
    identity.set_max_work_factor(MOST_OPENED);
    let mut reader =
        decryptor(sealed)?.decrypt(std::iter::once(&identity as &dyn age::Identity)).map_err(|error| match error {
            DecryptError::DecryptionFailed => VaultError::WrongPassphrase,
            _ => VaultError::Damaged,
        })?;
    // What is inside is shorter than the file, so this never grows and leaves no copy behind.
    let mut plain = Zeroizing::new(Vec::new());
    plain.try_reserve_exact(sealed.len()).map_err(|_| VaultError::OutOfMemory)?;
    reader.read_to_end(&mut plain).map_err(|_| VaultError::Damaged)?;
    Ok(plain)
}

/// A recovery key in the form in which it is shown, if that is what was typed.
fn shown(typed: &str) -> Option<SecretString> {
    Some(SecretString::from(RecoveryKey::parse(typed).ok()?.shown().as_str()))
}

/// The header of a file, read. A file that has none within reach is not read to its end: the
/// library reads a header again with every line that it finds.
fn decryptor(sealed: &[u8]) -> Result<Decryptor<&[u8]>, VaultError> {
    let head = sealed.get(..LONGEST_HEADER).unwrap_or(sealed);
    if !head.windows(HEADER_END.len()).any(|window| window == HEADER_END) {
        return Err(VaultError::Damaged);
    }
    let decryptor = Decryptor::new_buffered(sealed).map_err(|_| VaultError::Damaged)?;
    if decryptor.is_scrypt() { Ok(decryptor) } else { Err(VaultError::Damaged) }
}

/// The work that a file asks for, if it is not too much. The library tells it when none is allowed.
fn work(secret: SecretString, sealed: &[u8]) -> Result<u8, VaultError> {
    let mut identity = scrypt::Identity::new(secret);
    identity.set_max_work_factor(0);
    match decryptor(sealed)?.decrypt(std::iter::once(&identity as &dyn age::Identity)) {
        Err(DecryptError::ExcessiveWork { required, .. }) if required <= MOST_OPENED => Ok(required),
        _ => Err(VaultError::Damaged),
    }
}

/// Whether there is memory for so much work. The library would stop the whole app where there is
/// none.
fn spare(log_n: u8) -> Result<(), VaultError> {
    let mut memory = Vec::<u8>::new();
    memory.try_reserve_exact(1024 << log_n).map_err(|_| VaultError::OutOfMemory)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_work_stays_within_a_second_and_its_bounds() {
        assert_eq!(power(Duration::ZERO), MOST);
        assert_eq!(power(Duration::from_millis(62)), 18);
        assert_eq!(power(Duration::from_millis(63)), 17);
        assert_eq!(power(Duration::from_millis(126)), 16);
        assert_eq!(power(Duration::from_millis(500)), 15);
        assert_eq!(power(Duration::from_secs(9)), LEAST);
        assert_eq!(power(Duration::MAX), LEAST);
    }
}
