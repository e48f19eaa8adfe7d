//! Saving what can be read of a damaged record.

use store::Store;
use vault::Vault;
use zeroize::Zeroizing;

use crate::api::backup::{Salvage, Salvaged, SalvagedPart};
use crate::change::{Change, Done};
use crate::failure::Failure;
use crate::folder::{self, DATABASE, Extent, Incoming};
use crate::tries::tried;
use crate::{App, kept, lock};

/// Makes what reads the record. The damaged file is kept as it is.
pub(crate) fn salvage(app: &App, request: Salvage) -> Result<Done<Salvaged>, Failure> {
    let passphrase = Zeroizing::new(request.passphrase);
    let mut state = app.settled()?;
    if state.open.is_some() {
        return Err(Failure::Conflict);
    }
    let vault = Vault::at(&app.folder);
    let key = tried(app, &mut state, &vault, || vault.open_with_passphrase(&passphrase))?;
    let prepared = folder::prepare(&app.folder)?;
    let saved = Store::salvage(&app.folder.join(DATABASE), key.expose(), &prepared.join(DATABASE));
    let saved = match saved {
        Ok(saved) => saved,
        Err(error) => {
            let _ = folder::clear(&app.folder);
            return Err(error.into());
        }
    };
    kept::exchange(app, &mut state, Extent::Database, Incoming::Prepared)?;
    // It has taken its place: where it cannot be opened at once, it is locked, and what was saved is told all the same.
    let _ = lock::open_with(app, &mut state, vault, key);
    let parts = saved.into_iter().map(|part| SalvagedPart { kind: part.kind, saved: part.saved, lost: part.lost });
    Ok(Done::changed(Salvaged { parts: parts.collect() }, &lock::with_content(Change::Vault)))
}
