//! Weeks and their hours.

use std::collections::HashMap;

use domain::care::SessionRef;
use domain::time::{FIRST_DATE, plus_days, week_start};

use crate::api::Nothing;
use crate::api::treatment::{Hours, SessionView, WeekOf, WeekPlan};
use crate::change::Done;
use crate::check;
use crate::failure::Failure;
use crate::open::Open;
use crate::session::view;

/// One week with its sessions.
pub(crate) fn week(open: &mut Open, request: WeekOf) -> Result<Done<WeekPlan>, Failure> {
    let (now, today, first) = (open.now(), open.today(), open.preferences.week_starts_on);
    let of = request.of.unwrap_or(today);
    check::date("of", of)?;
    let starts_on = week_start(of, first);
    let ends_on = plus_days(starts_on, 6);
    let kept = open.store.read::<_, Failure>(|r| Ok(store::session::sessions_between(r, starts_on, ends_on)?))?;
    let mut written: HashMap<_, _> = kept.into_iter().map(|s| (s.id, (s.note, s.details))).collect();
    let care = open.care()?;
    let sessions = care.occurrences(starts_on, ends_on);
    let steps = care.steps(&sessions, now);
    let hours = care.weeks(starts_on, starts_on, first, now).into_iter().find(|w| w.starts_on == starts_on);
    let sessions = sessions
        .into_iter()
        .map(|session| {
            let (note, details) = match session.session {
                SessionRef::Kept(id) => written.remove(&id).unwrap_or_default(),
                SessionRef::Occurrence(_) => Default::default(),
            };
            SessionView { topic: details.topic, led_by: details.led_by, ..view(care, session, note, now) }
        })
        .collect();
    Ok(Done::read(WeekPlan { starts_on, today, hours, steps, sessions }))
}

/// The hours of every week from the first of care to the one after this.
pub(crate) fn hours(open: &mut Open, _: Nothing) -> Result<Done<Hours>, Failure> {
    let (now, today, first) = (open.now(), open.today(), open.preferences.week_starts_on);
    let care = open.care()?;
    let weeks = care.weeks(FIRST_DATE, plus_days(today, 7), first, now);
    let ledger = care.ledger(plus_days(today, 7), now);
    Ok(Done::read(Hours { weeks, episodes: care.episodes.clone(), ledger }))
}
