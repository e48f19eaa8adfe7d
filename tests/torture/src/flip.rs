//! Every byte of the key file and of a sealed backup changed: it is always seen, and the key file's second copy
//! stands in.

use std::fs;
use std::path::Path;

use support::PASSPHRASE;
use vault::{KEY_FILE, KEY_FILE_COPY, KdfCost, SealCost, Vault, VaultError, VaultState};

use crate::row::{Skipped, Trial};

pub fn run(trial: &mut Trial) -> Result<String, Skipped> {
    let place = trial.place("keys");
    let vault = Vault::at(&place);
    let (key, _) = vault.create(PASSPHRASE, "en", KdfCost::floor()).expect("a vault can be made");
    let whole = fs::read(place.join(KEY_FILE)).expect("a key file");
    let mut flips = 0;
    for at in 0..whole.len() {
        // In the short form one bit of each byte, in the long form each.
        let first = trial.random.u8(..8);
        for bit in (0..8).map(|n| (first + n) % 8).take(usize::try_from(trial.times).unwrap_or(8)) {
            flips += 1;
            let mut changed = whole.clone();
            changed[at] ^= 1 << bit;
            trial.attempt(&format!("byte {at}, bit {bit}"), |trial| {
                let about = format!("byte {at}, bit {bit}");
                one_is_whole(trial, &place, &changed, &whole, key.expose(), &about);
                none_is_whole(trial, &place, &changed, &about);
            });
        }
    }
    let sealed = sealed(trial);
    Ok(format!("{flips} flips in {} bytes of a key file, {sealed} in a backup", whole.len()))
}

/// Every byte of a small sealed file: nothing of it opens any more.
fn sealed(trial: &mut Trial) -> u64 {
    let whole = vault::seal(PASSPHRASE, b"walnut", SealCost::floor()).expect("it can be sealed");
    let mut flips = 0;
    for at in 0..whole.len() {
        let first = trial.random.u8(..8);
        for bit in (0..8).map(|n| (first + n) % 8).take(usize::try_from(trial.times).unwrap_or(8)) {
            flips += 1;
            let mut changed = whole.clone();
            changed[at] ^= 1 << bit;
            let about = format!("backup, byte {at}, bit {bit}");
            let opened = trial.attempt(&about, |_| vault::open_sealed(PASSPHRASE, &changed));
            let refused = matches!(opened, Some(Err(VaultError::Damaged | VaultError::WrongPassphrase)));
            trial.check(refused, || format!("{about}: {:?}", opened.map(|opened| opened.map(|_| ()))));
        }
    }
    let cut = (0..whole.len()).filter(|length| vault::open_sealed(PASSPHRASE, &whole[..*length]).is_ok()).count();
    trial.check(cut == 0, || format!("a backup opens though it is cut, at {cut} places"));
    flips
}

/// One copy is changed, the first or the second: it opens by the other, and the pair is made whole.
fn one_is_whole(trial: &mut Trial, place: &Path, changed: &[u8], whole: &[u8], key: &[u8; 32], about: &str) {
    for (broken, other) in [(KEY_FILE, KEY_FILE_COPY), (KEY_FILE_COPY, KEY_FILE)] {
        fs::write(place.join(broken), changed).expect("a key file");
        fs::write(place.join(other), whole).expect("a key file");
        let vault = Vault::at(place);
        let opened = vault.open_with_passphrase(PASSPHRASE);
        trial.check(opened.as_ref().is_ok_and(|opened| opened.expose() == key), || {
            format!("{about}: {broken} changed, and the other did not open")
        });
        let repaired = vault.repair();
        trial.check(repaired == Ok(true), || format!("{about}: {broken} was not seen to be changed: {repaired:?}"));
        let both = [KEY_FILE, KEY_FILE_COPY].map(|name| fs::read(place.join(name)).ok());
        trial.check(both.iter().all(|bytes| bytes.as_deref() == Some(whole)), || format!("{about}: not made whole"));
    }
}

/// Both copies are changed: it is damage, and nothing is touched.
fn none_is_whole(trial: &mut Trial, place: &Path, changed: &[u8], about: &str) {
    for name in [KEY_FILE, KEY_FILE_COPY] {
        fs::write(place.join(name), changed).expect("a key file");
    }
    let vault = Vault::at(place);
    let state = vault.state();
    trial.check(state == Ok(VaultState::Damaged), || format!("{about}: in both, and it is {state:?}"));
    let opened = vault.open_with_passphrase(PASSPHRASE).map(|_| ());
    trial.check(opened == Err(VaultError::Damaged), || format!("{about}: in both, and opening says {opened:?}"));
    let kept = [KEY_FILE, KEY_FILE_COPY].iter().all(|name| fs::read(place.join(name)).is_ok_and(|now| now == changed));
    trial.check(kept, || format!("{about}: in both, and the files were changed"));
}
