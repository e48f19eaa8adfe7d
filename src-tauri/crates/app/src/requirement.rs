//! What is asked and how it stands; pauses and goals.

use std::cmp::Reverse;

use chrono::NaiveDate;
use domain::care::SessionKind;
use domain::goal::Goal;
use domain::group::Fellowship;
use domain::id::{GoalId, PauseId, RequirementId};
use domain::requirement::{Counted, Done as Counting, Pause, Requirement, RequirementFault};
use domain::time::{TimeOfDay, minus_days, plus_days};

use crate::api::groups::UsualMeeting;
use crate::api::requirements::{
    GoalKey, GoalView, PauseKey, RequirementHistory, RequirementKey, RequirementView, Requirements, SaveGoal,
    SavePause, SaveRequirement, WouldCount,
};
use crate::api::{Nothing, Ok as Acknowledged};
use crate::change::{Change, Done};
use crate::check;
use crate::failure::{Failure, Rule};
use crate::group;
use crate::open::Open;

/// Most that is planned and named.
const MOST_NAMED: usize = 5;
/// Most that was owed on a day.
const MOST_OWED: u32 = 100_000;
/// Most periods of a history.
const MOST_PERIODS: usize = 520;
/// How long a goal that is over is shown among those that go on, in days.
const OVER_DAYS: u64 = 30;

/// What is asked and holds today, or begins later.
pub(crate) fn current(open: &mut Open, usual: &[UsualMeeting]) -> Result<Vec<RequirementView>, Failure> {
    let today = open.today();
    let mut views = all(open, usual)?;
    views.retain(|view| view.owed.is_some() || (view.first_day > today && !is_over(&view.requirement, today)));
    Ok(views)
}

fn is_over(requirement: &Requirement, today: NaiveDate) -> bool {
    requirement.ends_on.is_some_and(|end| end < today)
}

fn all(open: &mut Open, usual: &[UsualMeeting]) -> Result<Vec<RequirementView>, Failure> {
    let (requirements, pauses) = open
        .store
        .read::<_, Failure>(|r| Ok((store::requirement::requirements(r)?, store::requirement::pauses(r)?)))?;
    let mut views = Vec::with_capacity(requirements.len());
    for requirement in requirements {
        views.push(view(open, requirement, &pauses, usual)?);
    }
    Ok(views)
}

fn view(
    open: &mut Open,
    requirement: Requirement,
    pauses: &[Pause],
    usual: &[UsualMeeting],
) -> Result<RequirementView, Failure> {
    let (today, first) = (open.today(), open.preferences.week_starts_on);
    let first_day = requirement.first_day(first);
    let done = counting(open, requirement.counts, first_day)?;
    let owed = requirement.owed(&done, pauses, today, first);
    let mut would_count = match owed.filter(|owed| owed.left > 0) {
        Some(owed) => planned(open, requirement.counts, owed.due_on.max(today), usual)?,
        None => Vec::new(),
    };
    let amount: u32 = would_count.iter().map(|one| one.amount).sum();
    let enough_planned = owed.is_none_or(|owed| amount >= owed.left);
    would_count.truncate(MOST_NAMED);
    Ok(RequirementView { requirement, first_day, owed, would_count, enough_planned })
}

/// Everything that may count, from a day on.
pub(crate) fn counting(open: &mut Open, counts: Counted, from: NaiveDate) -> Result<Vec<Counting>, Failure> {
    let groups = |open: &mut Open, only: Option<Fellowship>| -> Result<Vec<Counting>, Failure> {
        let attended = open.attended()?.iter();
        let fits = attended.filter(|(on, of)| *on >= from && only.is_none_or(|only| only == *of));
        Ok(fits.map(|(on, _)| Counting { on: *on, amount: 1 }).collect())
    };
    match counts {
        Counted::SupportGroups => groups(open, None),
        Counted::Fellowship(fellowship) => groups(open, Some(fellowship)),
        Counted::IndividualSessions | Counted::TreatmentMinutes => {
            let care = open.care()?;
            let attended = care.sessions.iter().filter(|session| session.on >= from);
            Ok(attended
                .filter_map(|session| {
                    let minutes = session.attended_minutes.filter(|minutes| *minutes > 0)?;
                    let amount = amount(counts, session.kind, care.counts(session.episode, session.kind), minutes)?;
                    Some(Counting { on: session.on, amount })
                })
                .collect())
        }
    }
}

/// How much a session of that kind and length counts; `None`: not at all.
fn amount(counts: Counted, kind: SessionKind, counted: bool, minutes: u32) -> Option<u32> {
    match counts {
        Counted::IndividualSessions => (kind == SessionKind::Individual).then_some(1),
        Counted::TreatmentMinutes => counted.then_some(minutes),
        Counted::SupportGroups | Counted::Fellowship(_) => None,
    }
}

/// What is planned from now until that day and would count, the next first.
fn planned(
    open: &mut Open,
    counts: Counted,
    until: NaiveDate,
    usual: &[UsualMeeting],
) -> Result<Vec<WouldCount>, Failure> {
    let (now, today) = (open.now(), open.today());
    let mut planned = Vec::new();
    if matches!(counts, Counted::IndividualSessions | Counted::TreatmentMinutes) {
        let device = open.zone();
        let care = open.care()?;
        for session in care.planned(minus_days(today, 1), plus_days(until, 1)) {
            let starts = session.starts(care.zone(session.episode));
            let counted = care.counts(session.episode, session.kind);
            let amount = amount(counts, session.kind, counted, session.minutes).filter(|_| starts > now);
            if let Some(amount) = amount.filter(|_| session.on <= until) {
                let local = device.civil(starts);
                planned.push(WouldCount {
                    meeting: None,
                    session: Some(session.session),
                    name: String::new(),
                    fellowship: None,
                    kind: Some(session.kind),
                    on: local.date(),
                    time: TimeOfDay::of(local.time()),
                    amount,
                });
            }
        }
    } else {
        for one in usual.iter().filter(|one| !one.meeting.closed) {
            let fits = match counts {
                Counted::Fellowship(only) => only == one.meeting.fellowship,
                _ => true,
            };
            let mut on = one.next_on;
            while fits && on <= until {
                planned.push(WouldCount {
                    meeting: Some(one.meeting.id),
                    session: None,
                    name: one.meeting.name.clone(),
                    fellowship: Some(one.meeting.fellowship),
                    kind: None,
                    on,
                    time: one.next_time,
                    amount: 1,
                });
                on = plus_days(on, 7);
            }
        }
    }
    planned.sort_by_key(|one| (one.on, one.time));
    Ok(planned)
}

/// Everything that is or was asked, pauses and goals.
pub(crate) fn requirements(open: &mut Open, _: Nothing) -> Result<Done<Requirements>, Failure> {
    let today = open.today();
    let usual = group::usual(open)?;
    let mut requirements = all(open, &usual)?;
    requirements.sort_by_key(|view| (view.owed.is_none() && is_over(&view.requirement, today), view.requirement.id));
    let mut pauses = open.store.read::<_, Failure>(|r| Ok(store::requirement::pauses(r)?))?;
    pauses.sort_by_key(|pause| Reverse((pause.starts_on, pause.id)));
    Ok(Done::read(Requirements { today, requirements, pauses, goals: goals(open)? }))
}

/// How the periods of one stood, the newest first.
pub(crate) fn requirement_history(
    open: &mut Open,
    request: RequirementKey,
) -> Result<Done<RequirementHistory>, Failure> {
    let (today, first) = (open.today(), open.preferences.week_starts_on);
    let (requirement, pauses) = open.store.read::<_, Failure>(|r| {
        Ok((store::requirement::requirement(r, request.id)?, store::requirement::pauses(r)?))
    })?;
    let requirement = requirement.ok_or(Failure::NotFound)?;
    let done = counting(open, requirement.counts, requirement.first_day(first))?;
    let mut periods = requirement.periods(&done, &pauses, today, first);
    periods.reverse();
    periods.truncate(MOST_PERIODS);
    Ok(Done::read(RequirementHistory { periods }))
}

pub(crate) fn save_requirement(open: &mut Open, request: SaveRequirement) -> Result<Done<RequirementKey>, Failure> {
    let new = open.new_id(RequirementId::new)?;
    let requirement = Requirement {
        id: request.id.unwrap_or(new),
        asked_by: request.asked_by,
        counts: request.counts,
        amount: request.amount,
        period: request.period,
        due_day: request.due_day,
        starts_on: request.starts_on,
        ends_on: request.ends_on,
        carries_over: request.carries_over,
        make_ups_after: request.make_ups_after,
        owed_then: request.owed_then,
        settle_by: request.settle_by,
    };
    check_requirement(&requirement)?;
    open.write(Change::Groups, |w| {
        if let Some(id) = request.id {
            store::requirement::requirement(w, id)?.ok_or(Failure::NotFound)?;
        }
        store::requirement::put_requirement(w, &requirement)?;
        Ok(RequirementKey { id: requirement.id })
    })
}

/// Checks a requirement's fields; the importer uses it too.
pub(crate) fn check_requirement(requirement: &Requirement) -> Result<(), Failure> {
    check::date("starts_on", requirement.starts_on)?;
    for (field, day) in [
        ("ends_on", requirement.ends_on),
        ("make_ups_after", requirement.make_ups_after),
        ("settle_by", requirement.settle_by),
    ] {
        day.map_or(Ok(()), |day| check::date(field, day))?;
    }
    check::range("owed_then", requirement.owed_then.unwrap_or(0), 0, MOST_OWED)?;
    if requirement.owed_then.is_some() && requirement.make_ups_after.is_none() {
        return Err(Failure::invalid("make_ups_after", Rule::Required));
    }
    requirement.check().map_err(|fault| {
        let (field, rule) = match fault {
            RequirementFault::Amount if requirement.amount == 0 => ("amount", Rule::TooSmall),
            RequirementFault::Amount => ("amount", Rule::TooLarge),
            RequirementFault::DueDay => ("due_day", Rule::DoesNotFit),
            RequirementFault::EndsOn => ("ends_on", Rule::EndBeforeStart),
            RequirementFault::SettleBy => ("settle_by", Rule::EndBeforeStart),
        };
        Failure::invalid(field, rule)
    })
}

pub(crate) fn delete_requirement(open: &mut Open, request: RequirementKey) -> Result<Done<Acknowledged>, Failure> {
    open.write(Change::Groups, |w| {
        store::requirement::delete_requirement(w, request.id)?;
        Ok(Acknowledged)
    })
}

pub(crate) fn save_pause(open: &mut Open, request: SavePause) -> Result<Done<PauseKey>, Failure> {
    let new = open.new_id(PauseId::new)?;
    let pause = Pause {
        id: request.id.unwrap_or(new),
        requirement: request.requirement,
        starts_on: request.starts_on,
        ends_on: request.ends_on,
        reason: request.reason,
        note: request.note,
    };
    check_pause(&pause)?;
    open.write(Change::Groups, |w| {
        let before = store::requirement::pauses(w)?.into_iter().find(|one| Some(one.id) == request.id);
        if request.id.is_some() && before.is_none() {
            return Err(Failure::NotFound);
        }
        // One of something that is not asked any more stays as it is.
        let kept = before.and_then(|before| before.requirement);
        if let Some(id) = pause.requirement.filter(|id| kept != Some(*id)) {
            store::requirement::requirement(w, id)?.ok_or_else(|| Failure::invalid("requirement", Rule::Unknown))?;
        }
        store::requirement::put_pause(w, &pause)?;
        Ok(PauseKey { id: pause.id })
    })
}

/// Checks a pause's fields; the importer uses it too.
pub(crate) fn check_pause(pause: &Pause) -> Result<(), Failure> {
    check::date("starts_on", pause.starts_on)?;
    check::date("ends_on", pause.ends_on)?;
    check::note("note", &pause.note)?;
    pause.check().map_err(|_| Failure::invalid("ends_on", Rule::EndBeforeStart))
}

pub(crate) fn delete_pause(open: &mut Open, request: PauseKey) -> Result<Done<Acknowledged>, Failure> {
    open.write(Change::Groups, |w| {
        store::requirement::delete_pause(w, request.id)?;
        Ok(Acknowledged)
    })
}

/// Goals that go on, begin later, or ended not long ago.
pub(crate) fn current_goals(open: &mut Open) -> Result<Vec<GoalView>, Failure> {
    let since = minus_days(open.today(), OVER_DAYS);
    let mut goals = goals(open)?;
    goals.retain(|view| view.standing.ends_on >= since);
    Ok(goals)
}

fn goals(open: &mut Open) -> Result<Vec<GoalView>, Failure> {
    let today = open.today();
    let goals = open.store.read::<_, Failure>(|r| Ok(store::requirement::goals(r)?))?;
    if goals.is_empty() {
        return Ok(Vec::new());
    }
    let attended = open.attended()?;
    let mut views: Vec<GoalView> =
        goals.into_iter().map(|goal| GoalView { standing: goal.standing(attended, today), goal }).collect();
    views.sort_by_key(|view| (view.standing.ends_on < today, Reverse((view.goal.starts_on, view.goal.id))));
    Ok(views)
}

pub(crate) fn save_goal(open: &mut Open, request: SaveGoal) -> Result<Done<GoalKey>, Failure> {
    let new = open.new_id(GoalId::new)?;
    let goal = Goal {
        id: request.id.unwrap_or(new),
        meetings: request.meetings,
        days: request.days,
        starts_on: request.starts_on,
        fellowship: request.fellowship,
    };
    check_goal(&goal)?;
    open.write(Change::Groups, |w| {
        if let Some(id) = request.id {
            store::requirement::goals(w)?.iter().find(|one| one.id == id).ok_or(Failure::NotFound)?;
        }
        store::requirement::put_goal(w, &goal)?;
        Ok(GoalKey { id: goal.id })
    })
}

/// Checks a goal's fields; the importer uses it too.
pub(crate) fn check_goal(goal: &Goal) -> Result<(), Failure> {
    check::range("meetings", goal.meetings, 1, 1000)?;
    check::range("days", goal.days, 1, 1000)?;
    check::date("starts_on", goal.starts_on)
}

pub(crate) fn delete_goal(open: &mut Open, request: GoalKey) -> Result<Done<Acknowledged>, Failure> {
    open.write(Change::Groups, |w| {
        store::requirement::delete_goal(w, request.id)?;
        Ok(Acknowledged)
    })
}
