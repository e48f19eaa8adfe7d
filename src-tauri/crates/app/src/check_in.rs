//! The daily check-in.

use chrono::NaiveDate;
use domain::check_in::CheckIn;
use domain::id::CheckInId;

use crate::api::Ok as Acknowledged;
use crate::api::check_in::{CheckInDay, CheckIns, CheckInsBetween};
use crate::change::{Change, Done};
use crate::check;
use crate::failure::{Failure, Rule};
use crate::open::Open;

/// Most days that are asked for at once: ten years and some.
const LONGEST_SPAN: i64 = 366 * 11;

pub(crate) fn check_ins(open: &mut Open, request: CheckInsBetween) -> Result<Done<CheckIns>, Failure> {
    check_span(request.from, request.to)?;
    let check_ins =
        open.store.read::<_, Failure>(|r| Ok(store::check_in::check_ins_between(r, request.from, request.to)?))?;
    Ok(Done::read(CheckIns { check_ins: check_ins.into_iter().map(|(_, check_in)| check_in).collect() }))
}

/// Checks days between which check-ins are asked for.
pub(crate) fn check_span(from: NaiveDate, to: NaiveDate) -> Result<(), Failure> {
    check::date("from", from)?;
    check::date("to", to)?;
    if to < from {
        return Err(Failure::invalid("to", Rule::EndBeforeStart));
    }
    if (to - from).num_days() > LONGEST_SPAN {
        return Err(Failure::invalid("to", Rule::TooLarge));
    }
    Ok(())
}

/// Saves the check-in of a day, in place of the one there was.
pub(crate) fn save_check_in(open: &mut Open, request: CheckIn) -> Result<Done<Acknowledged>, Failure> {
    check(&request)?;
    if request.on > open.latest_day() {
        return Err(Failure::invalid("on", Rule::InTheFuture));
    }
    let new = open.new_id(CheckInId::new)?;
    let done = open.write(Change::CheckIns, |w| {
        let id = store::check_in::check_in(w, request.on)?.map_or(new, |(id, _)| id);
        Ok(store::check_in::put_check_in(w, id, &request)?)
    })?;
    Ok(Done { value: Acknowledged, changes: done.changes, undo: done.undo })
}

/// Checks a check-in's fields; the importer uses it too.
pub(crate) fn check(check_in: &CheckIn) -> Result<(), Failure> {
    check::date("on", check_in.on)?;
    check::range("mood", u32::from(check_in.mood), 1, 5)?;
    check::range("craving", u32::from(check_in.craving), 0, 10)?;
    if let Some(minutes) = check_in.sleep_minutes {
        check::range("sleep_minutes", minutes, 0, 1440)?;
    }
    check::note("note", &check_in.note)
}

pub(crate) fn delete_check_in(open: &mut Open, request: CheckInDay) -> Result<Done<Acknowledged>, Failure> {
    let done = open.write(Change::CheckIns, |w| {
        let (id, _) = store::check_in::check_in(w, request.on)?.ok_or(Failure::NotFound)?;
        Ok(store::check_in::delete_check_in(w, id)?)
    })?;
    Ok(Done { value: Acknowledged, changes: done.changes, undo: done.undo })
}
