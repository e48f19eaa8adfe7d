//! Drafts: what stands in a form and is not saved yet. They survive lock and crash.

use crate::api::Ok as Acknowledged;
use crate::api::settings::{Draft, DraftKey, SaveDraft};
use crate::change::Done;
use crate::check;
use crate::failure::{Failure, Rule};
use crate::open::Open;

const LONGEST: usize = 300_000;

fn key(key: &str) -> Result<(), Failure> {
    check::line_required("key", key)?;
    if key.len() > 100 { Err(Failure::invalid("key", Rule::TooLong)) } else { Ok(()) }
}

pub(crate) fn draft(open: &mut Open, request: DraftKey) -> Result<Done<Draft>, Failure> {
    key(&request.key)?;
    let text = open.store.read::<_, Failure>(|r| Ok(store::draft::draft(r, &request.key)?))?;
    Ok(Done::read(Draft { text }))
}

pub(crate) fn save_draft(open: &mut Open, request: SaveDraft) -> Result<Done<Acknowledged>, Failure> {
    key(&request.key)?;
    if request.text.len() > LONGEST {
        return Err(Failure::invalid("text", Rule::TooLong));
    }
    let now = open.now().timestamp_millis();
    open.store.write::<_, Failure>(|w| Ok(store::draft::put_draft(w, &request.key, &request.text, now)?))?;
    Ok(Done::read(Acknowledged))
}

pub(crate) fn discard_draft(open: &mut Open, request: DraftKey) -> Result<Done<Acknowledged>, Failure> {
    key(&request.key)?;
    open.store.write::<_, Failure>(|w| Ok(store::draft::delete_draft(w, &request.key)?))?;
    Ok(Done::read(Acknowledged))
}
