//! What of the open record is to be reminded of.

use std::collections::HashSet;

use chrono::{NaiveDate, TimeDelta};
use domain::coverage::Renewal;
use domain::recovery;
use domain::reminder::thing::{self, Thing};
use domain::reminder::{Firing, Rule, Source, plan};
use domain::requirement::Requirement;
use domain::time::{Zone, minus_days, plus_days, week_start};

use crate::failure::Failure;
use crate::open::Open;
use crate::{recovery as counters, reminder_rule, requirement};

/// Every reminder of the record that was due lately or is to come, in order.
pub(super) fn planned(open: &mut Open) -> Result<Vec<Firing>, Failure> {
    let (now, device) = (open.now(), open.zone());
    let (rules, snoozed) =
        open.store.read::<_, Failure>(|r| Ok((reminder_rule::all(r)?, store::reminder::snoozed(r)?)))?;
    let mut things = Vec::new();
    for rule in rules.iter().filter(|rule| rule.on) {
        things.extend(of(open, rule)?);
    }
    Ok(plan(&things, &rules, &snoozed, now, device))
}

/// What one source has to remind of.
fn of(open: &mut Open, rule: &Rule) -> Result<Vec<Thing>, Failure> {
    let (now, today, device, first) = (open.now(), open.today(), open.zone(), open.preferences.week_starts_on);
    let (from, to) = rule.days(now, device);
    Ok(match rule.source {
        Source::Session => {
            let care = open.care()?;
            let sessions = care.occurrences(minus_days(from, 1), plus_days(to, 1));
            thing::sessions(&with_zone(sessions, |session| care.zone(session.episode)))
        }
        Source::Meeting => {
            let (meetings, attended) = open.store.read::<_, Failure>(|r| {
                Ok((store::group::meetings(r)?, store::group::attendances_between(r, from, today)?))
            })?;
            let attended: HashSet<_> = attended.into_iter().filter_map(|one| Some((one.meeting?, one.on))).collect();
            thing::meetings(&meetings, &attended, from, to, device)
        }
        Source::Requirement => requirements(open, to)?,
        Source::CallLine => {
            let (lines, calls) = open.store.read::<_, Failure>(|r| {
                Ok((store::drug_test::call_lines(r)?, store::drug_test::calls_between(r, from, plus_days(today, 1))?))
            })?;
            let called: HashSet<_> = calls.into_iter().map(|call| (call.line, call.on)).collect();
            let care = open.care()?;
            thing::call_lines(&with_zone(lines, |line| care.zone(line.episode)), &called, from, to)
        }
        Source::Homework => {
            let open_homework = open.store.read::<_, Failure>(|r| Ok(store::session::open_homework(r)?))?;
            let due = open_homework.into_iter().filter_map(|session| {
                let homework = session.details.homework?;
                Some((session.id, homework.due_on?, homework.text))
            });
            thing::homework(&due.collect::<Vec<_>>())
        }
        Source::CheckIn => {
            let done =
                open.store.read::<_, Failure>(|r| Ok(store::check_in::check_ins_light_between(r, from, today)?))?;
            thing::check_ins(&done.into_iter().map(|one| one.on).collect::<HashSet<_>>(), from, to)
        }
        Source::Medication => thing::medication(from, to),
        Source::Mooring => {
            let starts = week_start(from, first);
            let (lines, weeks) = open.store.read::<_, Failure>(|r| {
                Ok((store::mooring::lines(r)?, store::mooring::weeks_from(r, minus_days(starts, 6))?))
            })?;
            if lines.iter().all(|line| line.ends_on.is_some()) {
                return Ok(Vec::new());
            }
            let gone_through: Vec<_> = weeks.into_iter().map(|week| week.starts_on).collect();
            thing::mooring(&gone_through, first, from, to)
        }
        Source::PlanReview => {
            let plan = open.store.read::<_, Failure>(|r| Ok(store::plan::latest_plan(r)?))?;
            let review = plan.and_then(|(_, plan)| plan.review);
            let next = review.as_ref().and_then(|review| review.next_on);
            thing::plan_review(next, &review.map_or_else(String::new, |review| review.with)).into_iter().collect()
        }
        Source::Authorization => {
            let all = open.store.read::<_, Failure>(|r| Ok(store::coverage::authorizations(r)?))?;
            let care = open.care()?;
            let holding = all.iter().filter(|one| plus_days(one.ends_on, 1) >= today);
            let needed = holding.filter_map(|one| {
                let covered = care.covered(one, &all, now);
                (covered.renewal != Renewal::NotNeeded).then_some((one.id, covered.last_day))
            });
            thing::authorizations(&needed.collect::<Vec<_>>())
        }
        Source::Aftercare => thing::aftercare(&open.store.read::<_, Failure>(|r| Ok(store::aftercare::entries(r)?))?),
        Source::Anniversary => {
            let all = open.store.read::<_, Failure>(|r| Ok(store::recovery::counters(r)?))?;
            let fellowship = counters::likeliest(open)?;
            let mut marks = Vec::new();
            for (counter, span) in all.iter().filter_map(|counter| Some((counter.id, counter.current()?))) {
                let mut day = from;
                loop {
                    let (_, next) = recovery::next(span.starts_on, day, fellowship);
                    if next > to || next <= day {
                        break;
                    }
                    marks.push((counter, next));
                    day = next;
                }
            }
            thing::anniversaries(&marks)
        }
        Source::Backup => {
            let last = open.keeper.copied_at.unwrap_or(open.keeper.since);
            thing::backup(device.civil(last).date(), from, to)
        }
        Source::Own => thing::own(&open.store.read::<_, Failure>(|r| Ok(store::reminder::own(r)?))?, from, to),
    })
}

/// Each with the clinic's zone.
fn with_zone<T>(all: Vec<T>, zone: impl Fn(&T) -> Zone) -> Vec<(T, Zone)> {
    all.into_iter()
        .map(|one| {
            let zone = zone(&one);
            (one, zone)
        })
        .collect()
}

/// The days on which something that is asked is due and still owed: of today's period what is left, of the periods
/// after it all of it.
fn requirements(open: &mut Open, to: NaiveDate) -> Result<Vec<Thing>, Failure> {
    let (today, first) = (open.today(), open.preferences.week_starts_on);
    let (all, pauses) = open
        .store
        .read::<_, Failure>(|r| Ok((store::requirement::requirements(r)?, store::requirement::pauses(r)?)))?;
    let mut due = Vec::new();
    for asked in &all {
        let done = requirement::counting(open, asked.counts, asked.first_day(first))?;
        let (_, ends_on) = asked.period_of(today, first);
        if asked.owed(&done, &pauses, today, first).is_some_and(|owed| owed.left > 0) {
            due.push((asked.id, ends_on, String::new()));
        }
        let mut day = plus_days(ends_on, 1);
        while day <= to {
            let (starts_on, ends_on) = asked.period_of(day, first);
            if asks_in(asked, starts_on, ends_on) && !paused(&pauses, asked, starts_on, ends_on) {
                due.push((asked.id, ends_on, String::new()));
            }
            day = plus_days(ends_on, 1);
        }
    }
    Ok(thing::requirements(&due))
}

fn asks_in(asked: &Requirement, starts_on: NaiveDate, ends_on: NaiveDate) -> bool {
    starts_on >= asked.starts_on && asked.ends_on.is_none_or(|last| ends_on <= last)
}

fn paused(pauses: &[domain::requirement::Pause], asked: &Requirement, from: NaiveDate, to: NaiveDate) -> bool {
    pauses.iter().any(|pause| pause.is_of(asked.id) && pause.starts_on <= from && pause.ends_on >= to)
}

/// Since when what was shown is looked up: longer ago than anything that is still known.
pub(super) const SHOWN_SINCE: TimeDelta = TimeDelta::days(60);
