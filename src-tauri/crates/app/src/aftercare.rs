//! The aftercare plan, and how long ago treatment began.

use std::cmp::Reverse;
use std::collections::HashMap;

use domain::aftercare::{Aftercare, AftercareDone, MOST_BETWEEN, SOON_DAYS};
use domain::id::AftercareId;
use domain::time::plus_days;

use crate::api::aftercare::{
    AftercareDue, AftercareFinished, AftercareKey, AftercarePlan, AftercareView, FinishAftercare, SaveAftercare,
    TreatmentMilestones,
};
use crate::api::{Nothing, Ok as Acknowledged};
use crate::change::{Change, Done};
use crate::check;
use crate::failure::{Failure, Rule};
use crate::open::Open;

/// The open entry that is due soonest.
fn next(entries: &[Aftercare]) -> Option<&Aftercare> {
    entries.iter().filter(|entry| entry.done_on.is_none() && entry.due_on.is_some()).min_by_key(|entry| entry.by_due())
}

pub(crate) fn aftercare(open: &mut Open, _: Nothing) -> Result<Done<AftercarePlan>, Failure> {
    let today = open.today();
    let leaving_on = open.care()?.leaving_on(today);
    let (entries, times) =
        open.store.read::<_, Failure>(|r| Ok((store::aftercare::entries(r)?, store::aftercare::times_done(r)?)))?;
    let next = next(&entries).map(|entry| entry.id);
    let times: HashMap<_, _> = times.into_iter().map(|(id, times, last)| (id, (times, last))).collect();
    let view = |entry: Aftercare| {
        let done = times.get(&entry.id);
        AftercareView {
            overdue: entry.is_overdue(today),
            times_done: done.map_or(0, |(times, _)| *times),
            last_done_on: done.map(|(_, last)| *last),
            entry,
        }
    };
    let (before_leaving, others): (Vec<_>, Vec<_>) =
        entries.into_iter().map(view).partition(|v| v.entry.before_leaving);
    let (mut done, mut open): (Vec<_>, Vec<_>) = others.into_iter().partition(|view| view.entry.done_on.is_some());
    done.sort_by_key(|view| Reverse((view.entry.done_on, view.entry.id)));
    open.sort_by_key(|view| view.entry.by_due());
    Ok(Done::read(AftercarePlan { open, done, before_leaving, next, leaving_on }))
}

/// What Today shows: the entry that is due soonest, if that is soon or past.
pub(crate) fn due(open: &mut Open) -> Result<Option<AftercareDue>, Failure> {
    let today = open.today();
    let entries = open.store.read::<_, Failure>(|r| Ok(store::aftercare::entries(r)?))?;
    let due = |entry: &Aftercare| {
        let due_on = entry.due_on.filter(|due| *due <= plus_days(today, SOON_DAYS))?;
        Some(AftercareDue {
            id: entry.id,
            area: entry.area,
            text: entry.text.clone(),
            next_step: entry.next_step.clone(),
            due_on,
            overdue: entry.is_overdue(today),
        })
    };
    Ok(next(&entries).and_then(due))
}

pub(crate) fn save_aftercare(open: &mut Open, request: SaveAftercare) -> Result<Done<AftercareKey>, Failure> {
    let new = open.new_id(AftercareId::new)?;
    let mut entry = Aftercare {
        id: request.id.unwrap_or(new),
        area: request.area,
        text: request.text,
        next_step: request.next_step,
        due_on: request.due_on,
        repeat: request.repeat,
        month_day: Aftercare::month_day_of(request.due_on, request.repeat),
        done_on: None,
        before_leaving: request.before_leaving,
        note: request.note,
    };
    check(&entry)?;
    open.write(Change::Plan, |w| {
        if let Some(id) = request.id {
            let there = store::aftercare::entry(w, id)?.ok_or(Failure::NotFound)?;
            if (there.due_on, there.repeat) == (entry.due_on, entry.repeat) {
                // The last day of a short month is not the day to keep to.
                entry.month_day = there.month_day;
            }
            // One that repeats from now on is open.
            entry.done_on = there.done_on.filter(|_| entry.repeat.is_none());
        }
        store::aftercare::put_entry(w, &entry)?;
        Ok(AftercareKey { id: entry.id })
    })
}

/// Checks an entry's fields; the importer uses it too.
pub(crate) fn check(entry: &Aftercare) -> Result<(), Failure> {
    check::line_required("text", &entry.text)?;
    check::line("next_step", &entry.next_step)?;
    check::note("note", &entry.note)?;
    entry.due_on.map_or(Ok(()), |day| check::date("due_on", day))?;
    entry.done_on.map_or(Ok(()), |day| check::date("done_on", day))?;
    if let Some(day) = entry.month_day {
        check::range("month_day", day, 1, 31)?;
    }
    if let Some(repeat) = entry.repeat {
        check::range("repeat.every", repeat.every, 1, MOST_BETWEEN)?;
        if entry.due_on.is_none() {
            return Err(Failure::invalid("due_on", Rule::Required));
        }
        if entry.done_on.is_some() {
            return Err(Failure::invalid("done_on", Rule::DoesNotFit));
        }
    }
    Ok(())
}

pub(crate) fn delete_aftercare(open: &mut Open, request: AftercareKey) -> Result<Done<Acknowledged>, Failure> {
    open.write(Change::Plan, |w| {
        store::aftercare::delete_entry(w, request.id)?;
        Ok(Acknowledged)
    })
}

/// It was done: one that repeats is due again, the others are done. Said twice of a day, it is said once.
pub(crate) fn finish_aftercare(open: &mut Open, request: FinishAftercare) -> Result<Done<AftercareFinished>, Failure> {
    check::date("on", request.on)?;
    let today = open.today();
    if request.on > today {
        return Err(Failure::invalid("on", Rule::InTheFuture));
    }
    let done = AftercareDone { id: request.id, on: request.on };
    open.write(Change::Plan, |w| {
        let mut entry = store::aftercare::entry(w, request.id)?.ok_or(Failure::NotFound)?;
        match entry.due_again(today) {
            Some(_) if entry.due_on > Some(today) && store::aftercare::is_done(w, done)? => {}
            Some(again) => {
                store::aftercare::put_done(w, done)?;
                entry.due_on = Some(again);
            }
            None => entry.done_on = Some(request.on),
        }
        store::aftercare::put_entry(w, &entry)?;
        Ok(AftercareFinished { due_on: entry.due_on.filter(|_| entry.repeat.is_some()) })
    })
}

/// It is not done after all. One that repeats is open anyway.
pub(crate) fn reopen_aftercare(open: &mut Open, request: AftercareKey) -> Result<Done<Acknowledged>, Failure> {
    open.write(Change::Plan, |w| {
        let entry = store::aftercare::entry(w, request.id)?.ok_or(Failure::NotFound)?;
        store::aftercare::put_entry(w, &Aftercare { done_on: None, ..entry })?;
        Ok(Acknowledged)
    })
}

/// How long ago treatment began.
pub(crate) fn milestones(open: &mut Open, _: Nothing) -> Result<Done<TreatmentMilestones>, Failure> {
    let today = open.today();
    Ok(Done::read(TreatmentMilestones { treatment: open.care()?.milestones(today) }))
}
