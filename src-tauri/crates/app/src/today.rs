//! Today: the week's hours, what is next, what waits for an answer.

use chrono::{DateTime, Datelike, NaiveTime, TimeDelta, Utc};
use domain::group::Meeting;
use domain::time::{FIRST_DATE, minus_days, plus_days, week_start};

use crate::api::Nothing;
use crate::api::today::{GroupsToday, MissedHours, NextSession, ThisWeek, Today};
use crate::change::Done;
use crate::failure::Failure;
use crate::open::Open;
use crate::session::view;
use crate::{aftercare, coverage, drug_test, group, homework, requirement};

const LOOK_AHEAD_DAYS: u64 = 60;

/// The next moment at which a screen says something else though nothing is written: a session
/// begins or ends, a usual meeting begins, the day ends. `None` where the record cannot be read.
pub(crate) fn next_moment(open: &mut Open) -> Option<DateTime<Utc>> {
    let (now, today, device) = (open.now(), open.today(), open.zone());
    let meetings = open.store.read::<_, Failure>(|r| Ok(store::group::meetings(r)?)).ok()?;
    let begins = |meeting: &Meeting| meeting.next_begins(now, device);
    let meetings: Vec<_> = meetings.iter().map(begins).collect();
    let lines = drug_test::moments(open).ok()?;
    let care = open.care().ok()?;
    let sessions = care.occurrences(minus_days(today, 2), plus_days(today, 2)).into_iter();
    let edges = sessions.flat_map(|session| {
        let starts = session.starts(care.zone(session.episode));
        [starts, starts + TimeDelta::minutes(i64::from(session.minutes))]
    });
    let midnight = device.instant(plus_days(today, 1).and_time(NaiveTime::MIN));
    edges.chain(meetings).chain(lines).chain([midnight]).filter(|moment| *moment > now).min()
}

pub(crate) fn today(open: &mut Open, _: Nothing) -> Result<Done<Today>, Failure> {
    let (now, today, first) = (open.now(), open.today(), open.preferences.week_starts_on);
    let usual = group::usual(open)?;
    let this_week = group::in_this_week(open)?;
    let requirements = requirement::current(open, &usual)?;
    let mut call_lines = drug_test::lines(open)?;
    call_lines.retain(|line| line.state.is_some());
    let homework = homework::open_homework(open, today)?;
    let (check_in, plan) =
        open.store.read::<_, Failure>(|r| Ok((store::check_in::check_in(r, today)?, store::plan::latest_plan(r)?)))?;
    let renewal = coverage::renewal(open)?;
    let aftercare = aftercare::due(open)?;
    let care = open.care()?;
    let starts_on = week_start(today, first);
    let of_this_week = care.occurrences(starts_on, plus_days(starts_on, 6));
    let week = care.weeks(today, today, first, now).pop().and_then(|hours| {
        let episode = care.episodes.iter().find(|e| e.id == hours.episode)?;
        Some(ThisWeek {
            steps: care.steps(&of_this_week, now),
            planned_weeks: care.planned_weeks(episode),
            level: episode.level,
            hours,
        })
    });
    let mut unanswered = Vec::new();
    let mut next = None;
    for session in care.planned(FIRST_DATE, plus_days(today, LOOK_AHEAD_DAYS)) {
        if session.is_over(care.zone(session.episode), now) {
            unanswered.push(view(care, session, String::new(), now));
        } else if next.is_none() {
            next = Some(session);
        }
    }
    // The session just over comes first.
    unanswered.reverse();
    let next = next.map(|session| NextSession {
        in_days: u32::try_from((session.on - today).num_days()).unwrap_or(0),
        provider: care
            .episodes
            .iter()
            .find(|e| e.id == session.episode)
            .map(|e| e.provider.clone())
            .unwrap_or_default(),
        session: view(care, session, String::new(), now),
    });
    let owed = care.to_make_up();
    let to_make_up = MissedHours { sessions: owed.len(), minutes: owed.iter().map(|(_, minutes)| minutes).sum() };
    let has_care = !care.episodes.is_empty();
    let reasons = plan.map(|(_, plan)| plan.reasons).unwrap_or_default();
    let day = usize::try_from(today.num_days_from_ce()).unwrap_or(0);
    let reason = reasons.get(day.checked_rem(reasons.len()).unwrap_or(0)).cloned();
    let groups = GroupsToday {
        this_week,
        requirements: requirements.into_iter().filter(|one| one.owed.is_some()).collect(),
        usual: usual.into_iter().filter(|u| u.last_held == today && !u.logged && !u.meeting.closed).collect(),
    };
    Ok(Done::read(Today {
        today,
        week,
        next,
        unanswered,
        homework,
        to_make_up,
        call_lines,
        groups,
        check_in: check_in.map(|(_, check_in)| check_in),
        renewal,
        aftercare,
        reason,
        has_care,
        recovery_key_kept: open.preferences.recovery_key_kept || open.demo,
    }))
}
