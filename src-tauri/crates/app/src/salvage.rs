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
    let key = tried(app, &mut state, &vault, || vault.open_with_either(&passphrase))?;
    let prepared = folder::prepare(&app.folder)?;
    let (database, into) = (app.folder.join(DATABASE), prepared.join(DATABASE));
    let saved = match Store::salvage(&database, key.expose(), &into, app.ports.zone.zone()) {
        Ok(saved) => saved,
        Err(error) => {
            let _ = folder::clear(&app.folder);
            return Err(error.into());
        }
    };
    kept::exchange(app, &mut state, Extent::Database, Incoming::Prepared)?;
    // It has taken its place: where it cannot be opened at once, it is locked, and what was saved is told all the same.
    let _ = lock::open_with(app, &mut state, vault, key);
    let parts = saved.parts.into_iter();
    let parts = parts.map(|part| SalvagedPart { kind: part.kind, saved: part.saved, lost: part.lost }).collect();
    let salvaged = Salvaged { parts, stand_ins: saved.stand_ins, latest_lost: saved.latest_lost };
    Ok(Done::changed(salvaged, &lock::with_content(Change::Vault)))
}
