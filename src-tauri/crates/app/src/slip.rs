//! Slips: what the client wants to keep of one, and the counters that begin anew.

use domain::check_in::CheckIn;
use domain::id::SlipId;
use domain::recovery::CounterFault;
use domain::slip::Slip;

use crate::api::Ok as Acknowledged;
use crate::api::slip::{RecordSlip, SlipKey, Slips, SlipsBefore};
use crate::change::{Change, Done};
use crate::check;
use crate::failure::{Failure, Rule};
use crate::open::Open;

/// How many are shown at once.
const AT_ONCE: usize = 200;

/// Most counts that begin anew at once.
const MOST_COUNTERS: usize = 100;

/// Keeps a slip, lets counters begin anew, and marks the day's check-in: all of it or nothing, and one step to undo.
pub(crate) fn record_slip(open: &mut Open, request: RecordSlip) -> Result<Done<SlipKey>, Failure> {
    let slip = Slip {
        id: open.new_id(SlipId::new)?,
        on: request.on,
        time: request.time,
        what: request.what,
        led_to_it: request.led_to_it,
        note: request.note,
    };
    check(&slip)?;
    check::entries("counters", &request.counters, MOST_COUNTERS)?;
    if slip.on > open.today() {
        return Err(Failure::invalid("on", Rule::InTheFuture));
    }
    let mut done = open.write(Change::CheckIns, |w| {
        let there = store::recovery::counters(w)?;
        for (i, id) in request.counters.iter().enumerate() {
            let at = |rule| Failure::invalid(format!("counters.{i}"), rule);
            let counter = there.iter().find(|counter| counter.id == *id).ok_or_else(|| at(Rule::Unknown))?;
            match counter.slip(slip.on) {
                Ok(after) => store::recovery::put_counter(w, &after)?,
                // It does not count that day: there is nothing to take out of it.
                Err(CounterFault::NotCounted) => {}
                Err(CounterFault::TooMany) => return Err(at(Rule::TooLong)),
                Err(_) => return Err(at(Rule::DoesNotFit)),
            }
        }
        if let Some((id, check_in)) = store::check_in::check_in(w, slip.on)?.filter(|_| request.in_check_in) {
            store::check_in::put_check_in(w, id, &CheckIn { used: Some(true), ..check_in })?;
        }
        store::slip::put_slip(w, &slip)?;
        Ok(SlipKey { id: slip.id })
    })?;
    if !request.counters.is_empty() {
        done.changes.push(Change::Groups);
    }
    Ok(done)
}

/// Checks a slip's fields; the importer uses it too.
pub(crate) fn check(slip: &Slip) -> Result<(), Failure> {
    check::date("on", slip.on)?;
    check::line("what", &slip.what)?;
    check::note("led_to_it", &slip.led_to_it)?;
    check::note("note", &slip.note)
}

pub(crate) fn slips(open: &mut Open, request: SlipsBefore) -> Result<Done<Slips>, Failure> {
    // One more than are shown, to know whether there are more.
    let most = u32::try_from(AT_ONCE + 1).unwrap_or(u32::MAX);
    let mut slips = open.store.read::<_, Failure>(|r| {
        let before = match request.before {
            Some(id) => Some(store::slip::slip(r, id)?.ok_or(Failure::NotFound)?),
            None => None,
        };
        Ok(store::slip::slips_before(r, before.as_ref(), most)?)
    })?;
    let more = slips.len() > AT_ONCE;
    slips.truncate(AT_ONCE);
    Ok(Done::read(Slips { slips, more }))
}

/// Changes what is kept of a slip. Counters stay as they are: those are changed by `save_counter`.
pub(crate) fn save_slip(open: &mut Open, slip: Slip) -> Result<Done<Acknowledged>, Failure> {
    check(&slip)?;
    if slip.on > open.today() {
        return Err(Failure::invalid("on", Rule::InTheFuture));
    }
    open.write(Change::CheckIns, |w| {
        store::slip::slip(w, slip.id)?.ok_or(Failure::NotFound)?;
        store::slip::put_slip(w, &slip)?;
        Ok(Acknowledged)
    })
}

/// Deletes what is kept of a slip. Counters stay as they are.
pub(crate) fn delete_slip(open: &mut Open, request: SlipKey) -> Result<Done<Acknowledged>, Failure> {
    open.write(Change::CheckIns, |w| {
        store::slip::delete_slip(w, request.id)?;
        Ok(Acknowledged)
    })
}
