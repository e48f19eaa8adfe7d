//! Days on which a program is closed.

use domain::care::Closure;
use domain::hours::CareRecord;
use domain::id::ClosureId;

use crate::api::schedule::{ClosureKey, ClosureSaved, ClosureView, Closures, SaveClosure};
use crate::api::{Nothing, Ok as Acknowledged};
use crate::change::{Change, Done};
use crate::check;
use crate::failure::{Failure, Rule};
use crate::open::Open;

/// The longest a program is closed at once, in days.
const MOST_DAYS: i64 = 366;

pub(crate) fn closures(open: &mut Open, _: Nothing) -> Result<Done<Closures>, Failure> {
    let today = open.today();
    let care = open.care()?;
    let view = |closure: &Closure| ClosureView { closure: closure.clone(), cancels: cancels(care, closure) };
    let closures = care.closures.iter().rev().map(view).collect();
    Ok(Done::read(Closures { today, closures }))
}

/// How many sessions are cancelled by it.
fn cancels(care: &CareRecord, closure: &Closure) -> u32 {
    let sessions = care.occurrences(closure.starts_on, closure.ends_on);
    let count = sessions.iter().filter(|s| s.closed && closure.covers(s.episode, s.on)).count();
    u32::try_from(count).unwrap_or(u32::MAX)
}

/// Closes a program over some days: what is planned on them is cancelled.
pub(crate) fn save_closure(open: &mut Open, request: SaveClosure) -> Result<Done<ClosureSaved>, Failure> {
    let care = open.care()?;
    if request.id.is_some_and(|id| care.closures.iter().all(|c| c.id != id))
        || care.episodes.iter().all(|e| e.id != request.episode)
    {
        return Err(Failure::NotFound);
    }
    let id = match request.id {
        Some(id) => id,
        None => open.new_id(ClosureId::new)?,
    };
    let SaveClosure { episode, starts_on, ends_on, reason, .. } = request;
    let closure = Closure { id, episode, starts_on, ends_on, reason };
    check(&closure)?;
    let done = open.write(Change::Treatment, |w| Ok(store::care::put_closure(w, &closure)?))?;
    let value = ClosureSaved { id, cancels: cancels(open.care()?, &closure) };
    Ok(Done { value, changes: done.changes, undo: done.undo })
}

/// Lifts it: all that it cancelled is planned again.
pub(crate) fn delete_closure(open: &mut Open, request: ClosureKey) -> Result<Done<Acknowledged>, Failure> {
    open.write(Change::Treatment, |w| {
        store::care::delete_closure(w, request.id)?;
        Ok(Acknowledged)
    })
}

pub(crate) fn check(closure: &Closure) -> Result<(), Failure> {
    check::date("starts_on", closure.starts_on)?;
    check::date("ends_on", closure.ends_on)?;
    if closure.ends_on < closure.starts_on {
        return Err(Failure::invalid("ends_on", Rule::EndBeforeStart));
    }
    if (closure.ends_on - closure.starts_on).num_days() >= MOST_DAYS {
        return Err(Failure::invalid("ends_on", Rule::TooLong));
    }
    check::line("reason", &closure.reason)
}
