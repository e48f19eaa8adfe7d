//! Mooring lines: the list, and going through a week.

use std::collections::HashSet;

use chrono::NaiveDate;
use domain::id::MooringLineId;
use domain::mooring::{Drift, MOST_LINES, MooringLine, MooringWeek, Tick, drift};
use domain::time::{minus_days, plus_days, week_start};

use crate::api::mooring::{Mooring, MooringWeekView, SaveMooringLines, SaveMooringWeek};
use crate::api::{Nothing, Ok as Acknowledged};
use crate::change::{Change, Done};
use crate::check;
use crate::failure::{Failure, Rule};
use crate::open::Open;

/// How many weeks are shown.
const WEEKS: u64 = 12;

/// Most lines of a week: lists of two devices may have come together.
const MOST_TICKS: usize = 100;

/// In the order of the list, then those that were taken off it.
fn in_order(lines: &mut [MooringLine]) {
    lines.sort_by_key(|line| (line.ends_on.is_some(), line.place, line.id));
}

pub(crate) fn mooring(open: &mut Open, _: Nothing) -> Result<Done<Mooring>, Failure> {
    let this_week = week_start(open.today(), open.preferences.week_starts_on);
    let first = minus_days(this_week, (WEEKS - 1) * 7);
    let (mut lines, weeks) =
        open.store.read::<_, Failure>(|r| Ok((store::mooring::lines(r)?, store::mooring::weeks_from(r, first)?)))?;
    in_order(&mut lines);
    let views = (0..WEEKS).map(|back| view(minus_days(this_week, back * 7), &lines, &weeks)).collect();
    // As a week of today's, also where weeks began on another day then.
    let first_day = open.preferences.week_starts_on;
    let drift = drift(&weeks).map(|one| Drift { starts_on: week_start(one.starts_on, first_day), ..one });
    let shown: HashSet<_> = weeks.iter().flat_map(|week| &week.ticks).map(|tick| tick.line).collect();
    let (mut earlier, lines): (Vec<_>, Vec<_>) = lines.into_iter().partition(|line| line.ends_on.is_some());
    earlier.retain(|line| shown.contains(&line.id));
    Ok(Done::read(Mooring { lines, earlier, weeks: views, drift }))
}

/// A week of the client's. One that was gone through while weeks began on another day is the one in which it began.
fn view(starts_on: NaiveDate, lines: &[MooringLine], weeks: &[MooringWeek]) -> MooringWeekView {
    let days = starts_on..=plus_days(starts_on, 6);
    let gone_through = weeks.iter().rev().find(|week| days.contains(&week.starts_on));
    let ticks = match gone_through {
        Some(week) => {
            let place = |tick: &Tick| lines.iter().position(|line| line.id == tick.line);
            let mut ticks = week.ticks.clone();
            ticks.sort_by_key(|tick| place(tick).unwrap_or(usize::MAX));
            ticks
        }
        None => ticks(starts_on, lines, &HashSet::new()),
    };
    MooringWeekView {
        starts_on,
        gone_through: gone_through.is_some(),
        held: ticks.iter().filter(|tick| tick.held).count(),
        ticks,
    }
}

/// The lines of a week, and which of them held.
fn ticks(starts_on: NaiveDate, lines: &[MooringLine], held: &HashSet<MooringLineId>) -> Vec<Tick> {
    let of_week = lines.iter().filter(|line| line.is_of_week(starts_on));
    of_week.map(|line| Tick { line: line.id, held: held.contains(&line.id) }).collect()
}

/// Saves the whole list.
pub(crate) fn save_mooring_lines(open: &mut Open, request: SaveMooringLines) -> Result<Done<Acknowledged>, Failure> {
    check::entries("lines", &request.lines, MOST_LINES)?;
    let today = open.today();
    let mut named = HashSet::new();
    let mut list = Vec::new();
    for (i, line) in request.lines.into_iter().enumerate() {
        check::line_required(&format!("lines.{i}.text"), &line.text)?;
        if line.id.is_some_and(|id| !named.insert(id)) {
            return Err(Failure::invalid(format!("lines.{i}.id"), Rule::DoesNotFit));
        }
        let new = open.new_id(MooringLineId::new)?;
        list.push((line.id, new, line.text));
    }
    open.write(Change::Plan, |w| {
        let there = store::mooring::lines(w)?;
        let on_list = || there.iter().filter(|line| line.ends_on.is_none());
        for (i, (id, new, text)) in list.into_iter().enumerate() {
            let starts_on = match id {
                None => today,
                Some(id) => {
                    let unknown = || Failure::invalid(format!("lines.{i}.id"), Rule::Unknown);
                    on_list().find(|line| line.id == id).ok_or_else(unknown)?.starts_on
                }
            };
            let place = u32::try_from(i).unwrap_or(u32::MAX);
            let line = MooringLine { id: id.unwrap_or(new), text, place, starts_on, ends_on: None };
            if !there.contains(&line) {
                store::mooring::put_line(w, &line)?;
            }
        }
        for gone in on_list().filter(|line| !named.contains(&line.id)) {
            // A clock that was set back ends no line before it began.
            let ends_on = Some(today.max(gone.starts_on));
            store::mooring::put_line(w, &MooringLine { ends_on, ..gone.clone() })?;
        }
        Ok(Acknowledged)
    })
}

/// Goes through a week, or through it once more.
pub(crate) fn save_mooring_week(open: &mut Open, request: SaveMooringWeek) -> Result<Done<Acknowledged>, Failure> {
    check::date("on", request.on)?;
    check::entries("held", &request.held, MOST_TICKS)?;
    let first = open.preferences.week_starts_on;
    let (starts_on, this_week) = (week_start(request.on, first), week_start(open.today(), first));
    if starts_on > this_week {
        return Err(Failure::invalid("on", Rule::InTheFuture));
    }
    open.write(Change::Plan, |w| {
        let held: HashSet<_> = request.held.iter().copied().collect();
        // One that was gone through while weeks began on another day is written where it is.
        let days = starts_on..=plus_days(starts_on, 6);
        let there =
            store::mooring::weeks_from(w, starts_on)?.into_iter().rev().find(|week| days.contains(&week.starts_on));
        let kept_on = there.as_ref().map_or(starts_on, |week| week.starts_on);
        // A week that is over keeps the lines with which it was gone through.
        let ticks = match there.filter(|_| starts_on < this_week) {
            Some(week) => week.ticks.iter().map(|tick| Tick { held: held.contains(&tick.line), ..*tick }).collect(),
            None => {
                let mut lines = store::mooring::lines(w)?;
                in_order(&mut lines);
                ticks(starts_on, &lines, &held)
            }
        };
        if ticks.is_empty() {
            return Err(Failure::invalid("on", Rule::DoesNotFit));
        }
        if let Some(i) = request.held.iter().position(|id| ticks.iter().all(|tick| tick.line != *id)) {
            return Err(Failure::invalid(format!("held.{i}"), Rule::Unknown));
        }
        store::mooring::put_week(w, &MooringWeek { starts_on: kept_on, ticks })?;
        Ok(Acknowledged)
    })
}

/// Checks a line's fields; the importer uses it.
pub(crate) fn check_line(line: &MooringLine) -> Result<(), Failure> {
    check::line_required("text", &line.text)?;
    check::date("starts_on", line.starts_on)?;
    line.ends_on.map_or(Ok(()), |day| check::date("ends_on", day))?;
    if line.ends_on.is_some_and(|end| end < line.starts_on) {
        return Err(Failure::invalid("ends_on", Rule::EndBeforeStart));
    }
    Ok(())
}

/// Checks a week; the importer uses it.
pub(crate) fn check_week(week: &MooringWeek) -> Result<(), Failure> {
    check::date("starts_on", week.starts_on)?;
    check::entries("ticks", &week.ticks, MOST_TICKS)?;
    let mut seen = HashSet::new();
    if week.ticks.is_empty() || !week.ticks.iter().all(|tick| seen.insert(tick.line)) {
        return Err(Failure::invalid("ticks", Rule::DoesNotFit));
    }
    Ok(())
}
