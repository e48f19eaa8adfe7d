//! The calendar: what is on which day.

use std::iter::successors;

use chrono::{DateTime, Utc};
use domain::care::Closure;
use domain::hours::CareRecord;
use domain::schedule::Occurrence;
use domain::time::{TimeOfDay, plus_days, week_start};

use crate::api::calendar::{Calendar, CalendarDay, CalendarSession, CalendarSpan};
use crate::change::Done;
use crate::check;
use crate::failure::{Failure, Rule};
use crate::open::Open;

/// Most days from the first to the last.
const MOST_DAYS: i64 = 400;

pub(crate) fn calendar(open: &mut Open, request: CalendarSpan) -> Result<Done<Calendar>, Failure> {
    check::date("from", request.from)?;
    check::date("to", request.to)?;
    match (request.to - request.from).num_days() {
        ..0 => return Err(Failure::invalid("to", Rule::EndBeforeStart)),
        MOST_DAYS.. => return Err(Failure::invalid("to", Rule::TooLarge)),
        _ => {}
    }
    let (now, today, first) = (open.now(), open.today(), open.preferences.week_starts_on);
    let from = week_start(request.from, first);
    let to = plus_days(week_start(request.to, first), 6);
    let care = open.care()?;
    let closures: Vec<Closure> =
        care.closures.iter().filter(|c| c.starts_on <= to && c.ends_on >= from).cloned().collect();
    let mut sessions = care.occurrences(from, to).into_iter().peekable();
    let days = successors(Some(from), |on| Some(plus_days(*on, 1)).filter(|next| *next > *on && *next <= to));
    let days = days
        .map(|on| CalendarDay {
            on,
            closed: closures.iter().any(|c| c.starts_on <= on && on <= c.ends_on),
            sessions: std::iter::from_fn(|| sessions.next_if(|s| s.on == on)).map(|s| view(care, s, now)).collect(),
        })
        .collect();
    let open_end = care.episodes.iter().max_by_key(|e| e.starts_on).is_some_and(|e| care.planned_end(e).is_none());
    let ends = care.episodes.iter().filter_map(|e| care.planned_end(e));
    let care_ends_on = ends.chain(care.sessions.iter().map(|s| s.on)).max().filter(|_| !open_end);
    let care_starts_on = care.episodes.iter().map(|e| e.starts_on).min();
    Ok(Done::read(Calendar { today, days, closures, care_starts_on, care_ends_on }))
}

fn view(care: &CareRecord, occurrence: Occurrence, now: DateTime<Utc>) -> CalendarSession {
    let zone = care.zone(occurrence.episode);
    CalendarSession {
        ends: TimeOfDay::of(zone.civil(occurrence.ends(zone)).time()),
        begun: occurrence.starts(zone) <= now,
        over: occurrence.is_over(zone, now),
        closed_for: care
            .closures
            .iter()
            .find(|c| occurrence.closed && c.covers(occurrence.episode, occurrence.on))
            .map(|c| c.reason.clone()),
        occurrence,
    }
}
