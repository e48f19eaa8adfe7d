//! Recovery dates, chips and anniversaries.

use std::cmp::Reverse;
use std::collections::HashMap;

use chrono::NaiveDate;
use domain::group::Fellowship;
use domain::id::CounterId;
use domain::recovery::{Chip, Counter, CounterFault, Mark, anniversary, color, marks, next, reached};

use crate::api::Ok as Acknowledged;
use crate::api::recovery::{
    ChipReached, ChipShown, CounterKey, CounterView, Recovery, RecoveryOf, SaveChip, SaveCounter,
};
use crate::change::{Change, Done};
use crate::check;
use crate::failure::{Failure, Rule};
use crate::open::Open;

/// Most units of a mark: no one needs a chip of more than a hundred years.
const MOST_UNITS: u32 = 1_200;

pub(crate) fn recovery(open: &mut Open, request: RecoveryOf) -> Result<Done<Recovery>, Failure> {
    let today = open.today();
    let fellowship = match request.fellowship {
        Some(fellowship) => fellowship,
        None => likeliest(open)?,
    };
    let (counters, chips) =
        open.store.read::<_, Failure>(|r| Ok((store::recovery::counters(r)?, store::recovery::chips(r)?)))?;
    let chip = |(mark, on)| ChipReached { mark, on, color: color(fellowship, mark, &chips) };
    let counters = counters
        .into_iter()
        .map(|counter| {
            let starts_on = counter.current().map(|span| span.starts_on);
            let mut reached: Vec<_> =
                starts_on.map_or_else(Vec::new, |day| reached(day, today, fellowship)).into_iter().map(chip).collect();
            reached.sort_by_key(|chip| Reverse(chip.on));
            CounterView {
                days: counter.days(today),
                next: starts_on.map(|day| chip(next(day, today, fellowship))),
                anniversary: starts_on.and_then(|day| anniversary(day, today)),
                reached,
                counter,
            }
        })
        .collect();
    let is_chosen = |mark| chips.iter().any(|chip| chip.fellowship == fellowship && chip.mark == mark);
    let colors = marks(fellowship)
        .iter()
        .map(|&mark| ChipShown { mark, color: color(fellowship, mark, &chips), chosen: is_chosen(mark) })
        .collect();
    Ok(Done::read(Recovery { today, fellowship, counters, colors }))
}

/// The fellowship of the home group, or the most attended, or the one with the most widely known chips.
pub(crate) fn likeliest(open: &mut Open) -> Result<Fellowship, Failure> {
    let meetings = open.store.read::<_, Failure>(|r| Ok(store::group::meetings(r)?))?;
    if let Some(home) = meetings.iter().find(|meeting| meeting.home) {
        return Ok(home.fellowship);
    }
    let mut attended: HashMap<Fellowship, u32> = HashMap::new();
    for (_, fellowship) in open.attended()? {
        *attended.entry(*fellowship).or_default() += 1;
    }
    let most = attended.into_iter().max_by_key(|(fellowship, count)| (*count, Reverse(*fellowship as u8)));
    Ok(most.map_or(Fellowship::Aa, |(fellowship, _)| fellowship))
}

pub(crate) fn save_counter(open: &mut Open, request: SaveCounter) -> Result<Done<CounterKey>, Failure> {
    let new = open.new_id(CounterId::new)?;
    let counter = Counter { id: request.id.unwrap_or(new), name: request.name, spans: request.spans };
    check_counter(&counter)?;
    let today = open.today();
    open.write(Change::Groups, |w| {
        let kept = match request.id {
            Some(id) => {
                store::recovery::counters(w)?.into_iter().find(|one| one.id == id).ok_or(Failure::NotFound)?.spans
            }
            None => Vec::new(),
        };
        // After a slip today, a span that is kept begins tomorrow.
        let is_kept = |day| kept.iter().any(|span| span.starts_on == day);
        let ahead = |day: NaiveDate| day > today && !is_kept(day);
        if counter.spans.iter().any(|span| ahead(span.starts_on) || span.ends_on.is_some_and(|end| end > today)) {
            return Err(Failure::invalid("spans", Rule::InTheFuture));
        }
        store::recovery::put_counter(w, &counter)?;
        Ok(CounterKey { id: counter.id })
    })
}

/// Checks a counter's fields; the importer uses it too.
pub(crate) fn check_counter(counter: &Counter) -> Result<(), Failure> {
    check::line("name", &counter.name)?;
    for (i, span) in counter.spans.iter().enumerate() {
        check::date(&format!("spans.{i}.starts_on"), span.starts_on)?;
        span.ends_on.map_or(Ok(()), |end| check::date(&format!("spans.{i}.ends_on"), end))?;
    }
    if counter.spans.is_empty() {
        return Err(Failure::invalid("spans", Rule::Required));
    }
    counter.check().map_err(|fault| {
        let rule = match fault {
            CounterFault::TooMany => Rule::TooLong,
            CounterFault::EndsOn => Rule::EndBeforeStart,
            CounterFault::Open | CounterFault::Order | CounterFault::NotCounted => Rule::DoesNotFit,
        };
        Failure::invalid("spans", rule)
    })
}

pub(crate) fn delete_counter(open: &mut Open, request: CounterKey) -> Result<Done<Acknowledged>, Failure> {
    open.write(Change::Groups, |w| {
        store::recovery::delete_counter(w, request.id)?;
        Ok(Acknowledged)
    })
}

/// The colour that a group gives a chip.
pub(crate) fn save_chip(open: &mut Open, request: SaveChip) -> Result<Done<Acknowledged>, Failure> {
    check_mark(request.mark)?;
    open.write(Change::Groups, |w| {
        let (fellowship, mark) = (request.fellowship, request.mark);
        match request.color {
            Some(color) => store::recovery::put_chip(w, Chip { fellowship, mark, color })?,
            None => store::recovery::delete_chip(w, fellowship, mark)?,
        }
        Ok(Acknowledged)
    })
}

/// Checks what a chip stands for; the importer uses it too.
pub(crate) fn check_mark(mark: Mark) -> Result<(), Failure> {
    match mark {
        Mark::Start => Ok(()),
        Mark::Days(count) | Mark::Months(count) | Mark::Years(count) => check::range("mark", count, 1, MOST_UNITS),
    }
}
