use crate::VaultError;
use crate::cost::KdfCost;
use crate::disk::{Disk, KEY_FILE, KEY_FILE_COPY, RealDisk, contents, destroy, publish, sweep};
use crate::file::{Hex, KeyFile, Language, Slots};
use crate::key::DataKey;
use crate::passphrase::Passphrase;
use crate::pin::{Pin, PinSecret};
use crate::recovery::RecoveryKey;
use crate::slot::{PassphraseSlot, PinSlot, RecoverySlot, key_check};
use std::path::PathBuf;

/// What a folder holds, told without any secret.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum VaultState {
    /// No key file: a vault can be made here.
    Absent,
    /// A key file that can be opened.
    Present {
        /// The language tag to greet the client in, such as "en".
        language: String,
        /// Whether a PIN opens it, together with the secret in the system's key store.
        pin: bool,
    },
    /// Neither copy of the key file is whole.
    Damaged,
    /// A copy of the key file was written by a newer version.
    Newer,
}

/// The key file in one folder. Holds no secret and keeps nothing open.
pub struct Vault {
    pub(crate) folder: PathBuf,
    pub(crate) disk: Box<dyn Disk>,
}

/// A PIN that is not set yet.
pub struct PreparedPin {
    name: String,
    slot: PinSlot,
}

impl PreparedPin {
    /// The name under which the key store is to keep its secret. It says nothing, and each PIN has one of its own.
    #[must_use]
    pub fn name(&self) -> &str {
        &self.name
    }
}

/// A whole key file, and the bytes it was read from.
struct Whole {
    file: KeyFile,
    bytes: Vec<u8>,
}

impl Vault {
    /// The vault in this folder, whether or not there is one yet. Touches nothing.
    #[must_use]
    pub fn at(folder: impl Into<PathBuf>) -> Self {
        Self::on(folder, Box::new(RealDisk))
    }

    pub(crate) fn on(folder: impl Into<PathBuf>, disk: Box<dyn Disk>) -> Self {
        Self { folder: folder.into(), disk }
    }

    /// What the folder holds. Changes nothing.
    ///
    /// # Errors
    /// [`VaultError::Io`] when the system refuses to read, and no whole copy can be read either.
    pub fn state(&self) -> Result<VaultState, VaultError> {
        match self.load() {
            Ok(Whole { file, .. }) => {
                Ok(VaultState::Present { language: file.language.into(), pin: file.slots.pin.is_some() })
            }
            Err(VaultError::Absent) => Ok(VaultState::Absent),
            Err(VaultError::Damaged) => Ok(VaultState::Damaged),
            Err(VaultError::Newer) => Ok(VaultState::Newer),
            Err(other) => Err(other),
        }
    }

    /// The public id of the vault, in hexadecimal: what its secret is called in the system's key
    /// store. It tells nothing of the keys.
    ///
    /// # Errors
    /// As reading: [`VaultError::Absent`], [`VaultError::Damaged`], [`VaultError::Newer`],
    /// [`VaultError::Io`].
    pub fn id(&self) -> Result<String, VaultError> {
        Ok(self.load()?.file.vault.text())
    }

    /// Makes a vault with a new data key, and the folder if need be. The recovery key is given
    /// this once; it is not kept.
    ///
    /// # Errors
    /// [`VaultError::AlreadyThere`] when there is any key file, whole or not;
    /// [`VaultError::PassphraseTooShort`], [`VaultError::PassphraseTooLong`],
    /// [`VaultError::InvalidLanguage`]; [`VaultError::OutOfMemory`],
    /// [`VaultError::NoRandomness`]; and those of writing: [`VaultError::DiskFull`],
    /// [`VaultError::ReadOnly`], [`VaultError::Io`]. In each case nothing was made but, at most,
    /// the empty folder.
    pub fn create(
        &self,
        passphrase: &str,
        language: &str,
        cost: KdfCost,
    ) -> Result<(DataKey, RecoveryKey), VaultError> {
        let passphrase = Passphrase::chosen(passphrase)?;
        let language = Language::try_from(language.to_owned())?;
        match self.load() {
            Err(VaultError::Absent) => (),
            Ok(_) | Err(VaultError::Damaged | VaultError::Newer) => {
                return Err(VaultError::AlreadyThere);
            }
            Err(other) => return Err(other),
        }
        let key = DataKey::random()?;
        let recovery_key = RecoveryKey::random()?;
        let vault = Hex::random()?;
        let slots = Slots {
            passphrase: PassphraseSlot::wrap(&vault, &passphrase, cost, &key)?,
            recovery: RecoverySlot::wrap(&vault, &recovery_key, &key)?,
            pin: None,
        };
        let check = key_check(&vault, &key)?;
        self.disk.make_folder(&self.folder).map_err(|error| VaultError::writing(&error))?;
        self.save(&KeyFile::new(vault, language, slots, check))?;
        Ok((key, recovery_key))
    }

    /// The data key, by the passphrase.
    ///
    /// # Errors
    /// [`VaultError::WrongPassphrase`]; [`VaultError::Absent`], [`VaultError::Damaged`],
    /// [`VaultError::Newer`]; [`VaultError::OutOfMemory`], [`VaultError::Io`].
    pub fn open_with_passphrase(&self, passphrase: &str) -> Result<DataKey, VaultError> {
        let file = self.load()?.file;
        let passphrase = Passphrase::typed(passphrase);
        let key = file.slots.passphrase.open(&file.vault, &passphrase)?;
        proven(&file, key)
    }

    /// The data key, by the recovery key as a person types it.
    ///
    /// # Errors
    /// [`VaultError::RecoveryKeyMistyped`] when it is not a recovery key,
    /// [`VaultError::WrongRecoveryKey`] when it is another's; [`VaultError::Absent`],
    /// [`VaultError::Damaged`], [`VaultError::Newer`], [`VaultError::Io`].
    pub fn open_with_recovery(&self, typed: &str) -> Result<DataKey, VaultError> {
        let file = self.load()?.file;
        let recovery_key = RecoveryKey::parse(typed)?;
        let key = file.slots.recovery.open(&file.vault, &recovery_key)?;
        proven(&file, key)
    }

    /// The data key, by the passphrase or the recovery key, whichever was typed.
    ///
    /// # Errors
    /// As [`Vault::open_with_passphrase`].
    pub fn open_with_either(&self, typed: &str) -> Result<DataKey, VaultError> {
        match self.open_with_recovery(typed) {
            // What reads as a key may have been chosen as the passphrase.
            Err(VaultError::RecoveryKeyMistyped | VaultError::WrongRecoveryKey) => self.open_with_passphrase(typed),
            opened => opened,
        }
    }

    /// The data key, by the PIN and the secret that the system's key store holds.
    ///
    /// # Errors
    /// [`VaultError::NoPin`] when none is set; [`VaultError::WrongPin`], also when the secret is
    /// another one's; else as [`Vault::open_with_passphrase`].
    pub fn open_with_pin(&self, pin: &str, secret: &[u8; 32]) -> Result<DataKey, VaultError> {
        let file = self.load()?.file;
        let slot = file.slots.pin.as_ref().ok_or(VaultError::NoPin)?;
        let key = slot.open(&file.vault, &Pin::typed(pin), secret)?;
        proven(&file, key)
    }

    /// Sets a new passphrase. The old one stops working, the recovery key does not.
    ///
    /// # Errors
    /// [`VaultError::WrongDataKey`] when the key is not this vault's;
    /// [`VaultError::PassphraseTooShort`], [`VaultError::PassphraseTooLong`]; else as
    /// [`Vault::create`] and [`Vault::open_with_passphrase`]. In each case the old passphrase
    /// still works.
    pub fn set_passphrase(&self, key: &DataKey, new: &str, cost: KdfCost) -> Result<(), VaultError> {
        let passphrase = Passphrase::chosen(new)?;
        let mut file = self.load_for(key)?;
        file.slots.passphrase = PassphraseSlot::wrap(&file.vault, &passphrase, cost, key)?;
        self.save(&file)
    }

    /// Makes a new recovery key, given this once. The old one stops working, the passphrase does
    /// not.
    ///
    /// # Errors
    /// [`VaultError::WrongDataKey`] when the key is not this vault's; else as
    /// [`Vault::set_passphrase`]. In each case the old recovery key still works.
    pub fn renew_recovery(&self, key: &DataKey) -> Result<RecoveryKey, VaultError> {
        let mut file = self.load_for(key)?;
        let recovery_key = RecoveryKey::random()?;
        file.slots.recovery = RecoverySlot::wrap(&file.vault, &recovery_key, key)?;
        self.save(&file)?;
        Ok(recovery_key)
    }

    /// Wraps the data key under a PIN and a secret that the system's key store is to keep under
    /// [`PreparedPin::name`]. Nothing is written: keep the secret first, then [`Vault::save_pin`].
    ///
    /// # Errors
    /// [`VaultError::PinTooShort`], [`VaultError::PinTooLong`], [`VaultError::PinNotDigits`],
    /// [`VaultError::PinTooSimple`]; [`VaultError::WrongDataKey`] when the key is not this vault's;
    /// else as [`Vault::set_passphrase`].
    pub fn prepare_pin(
        &self,
        key: &DataKey,
        pin: &str,
        secret: &PinSecret,
        cost: KdfCost,
    ) -> Result<PreparedPin, VaultError> {
        let pin = Pin::chosen(pin)?;
        let file = self.load_for(key)?;
        let slot = PinSlot::wrap(&file.vault, &pin, secret.expose(), cost, key)?;
        Ok(PreparedPin { name: slot.name(&file.vault), slot })
    }

    /// Sets a PIN that was prepared, in place of one that there is. Answers the name of that one's
    /// secret, which opens nothing any more.
    ///
    /// # Errors
    /// [`VaultError::WrongDataKey`]; as reading and writing. In each case the PIN is what it was.
    pub fn save_pin(&self, key: &DataKey, prepared: PreparedPin) -> Result<Option<String>, VaultError> {
        let mut file = self.load_for(key)?;
        let before = file.slots.pin.replace(prepared.slot).map(|slot| slot.name(&file.vault));
        self.save(&file)?;
        Ok(before)
    }

    /// The name under which the key store keeps the secret of the PIN; `None` where there is no PIN.
    ///
    /// # Errors
    /// As [`Vault::open_with_passphrase`] of the file.
    pub fn pin_name(&self) -> Result<Option<String>, VaultError> {
        let file = self.load()?.file;
        Ok(file.slots.pin.as_ref().map(|slot| slot.name(&file.vault)))
    }

    /// Both steps of setting a PIN.
    #[cfg(test)]
    pub(crate) fn set_pin(
        &self,
        key: &DataKey,
        pin: &str,
        secret: &PinSecret,
        cost: KdfCost,
    ) -> Result<(), VaultError> {
        let prepared = self.prepare_pin(key, pin, secret, cost)?;
        self.save_pin(key, prepared).map(|_| ())
    }

    /// Takes the PIN away, if there is one. The secret in the key store opens nothing after that.
    ///
    /// # Errors
    /// As [`Vault::renew_recovery`]; the PIN still works then.
    pub fn remove_pin(&self, key: &DataKey) -> Result<(), VaultError> {
        let mut file = self.load_for(key)?;
        match file.slots.pin.take() {
            Some(_) => self.save(&file),
            None => Ok(()),
        }
    }

    /// Changes the language in which the lock screen greets.
    ///
    /// # Errors
    /// [`VaultError::InvalidLanguage`]; else as reading and writing.
    pub fn set_language(&self, language: &str) -> Result<(), VaultError> {
        let language = Language::try_from(language.to_owned())?;
        let mut file = self.load()?.file;
        file.language = language;
        self.save(&file)
    }

    /// Makes the two copies whole and identical from the one that counts, and removes what a
    /// crash left behind. Answers whether a copy had to be written. To be called after unlocking:
    /// until then a lost first copy is only read around.
    ///
    /// # Errors
    /// [`VaultError::Absent`], [`VaultError::Damaged`] and [`VaultError::Newer`], and then
    /// nothing was touched; else as reading and writing.
    pub fn repair(&self) -> Result<bool, VaultError> {
        let whole = self.load()?;
        sweep(&*self.disk, &self.folder, &[KEY_FILE, KEY_FILE_COPY]);
        let mut repaired = false;
        for name in [KEY_FILE, KEY_FILE_COPY] {
            let there = contents(&*self.disk, &self.folder, name);
            if there != Ok(Some(whole.bytes.clone())) {
                publish(&*self.disk, &self.folder, &[name], &whole.bytes)?;
                repaired = true;
            }
        }
        Ok(repaired)
    }

    /// Makes the vault impossible to open, by anyone and for ever: every copy of the key file is
    /// written over where it stands, then removed, and the count of tries with it. Nothing is
    /// asked; that is the caller's part. Where there is nothing left it does nothing.
    ///
    /// What no program can promise: a disk that keeps old blocks, as flash memory does, may hold
    /// the bytes that were there until it needs the room. They open nothing without a secret.
    ///
    /// # Errors
    /// The first failure of writing. The rest was done nevertheless; calling again goes on with
    /// what is left.
    pub fn destroy(&self) -> Result<(), VaultError> {
        let slots = destroy(&*self.disk, &self.folder, &[KEY_FILE, KEY_FILE_COPY]);
        slots.and(self.forget_tries())
    }

    /// The file that counts: the first whole one. A newer one in either place is never read
    /// around, since the next write would go over it.
    fn load(&self) -> Result<Whole, VaultError> {
        let (first, second) = (self.read(KEY_FILE), self.read(KEY_FILE_COPY));
        match (first, second) {
            (Err(VaultError::Newer), _) | (_, Err(VaultError::Newer)) => Err(VaultError::Newer),
            (Ok(whole), _) | (Err(_), Ok(whole)) => Ok(whole),
            (Err(VaultError::Absent), Err(other)) | (Err(other), Err(VaultError::Absent)) => Err(other),
            (Err(VaultError::Damaged), Err(other)) | (Err(other), Err(_)) => Err(other),
        }
    }

    fn read(&self, name: &str) -> Result<Whole, VaultError> {
        let bytes = contents(&*self.disk, &self.folder, name)?.ok_or(VaultError::Absent)?;
        let file = KeyFile::decode(&bytes)?;
        Ok(Whole { file, bytes })
    }

    /// The file that counts, if this is its data key.
    fn load_for(&self, key: &DataKey) -> Result<KeyFile, VaultError> {
        let file = self.load()?.file;
        // Both sides come from 256 random bits, so how long a comparison takes tells nothing.
        if key_check(&file.vault, key)? == file.key_check { Ok(file) } else { Err(VaultError::WrongDataKey) }
    }

    fn save(&self, file: &KeyFile) -> Result<(), VaultError> {
        let bytes = file.encode()?;
        publish(&*self.disk, &self.folder, &[KEY_FILE, KEY_FILE_COPY], bytes.as_bytes())
    }
}

/// The key that a slot gave, if the rest of the file agrees: a cipher's tag alone does not commit
/// to one key. A disagreement was put there by someone, so it is damage.
fn proven(file: &KeyFile, key: DataKey) -> Result<DataKey, VaultError> {
    if key_check(&file.vault, &key)? == file.key_check { Ok(key) } else { Err(VaultError::Damaged) }
}
