//! The path: where the client is on it, and how its levels and phases are planned.

use chrono::NaiveDate;
use domain::care::{Episode, Pattern, Phase};
use domain::hours::CareRecord;
use domain::id::{PatternId, PhaseId};
use domain::path::{Place, end_of_new, end_of_phases, lengthen, make_room, percent_over, take_out};
use domain::time::{Weekday, minus_days, plus_days};

use crate::api::path::{CarePath, EndCare, EpisodeView, PhaseKey, PhaseView, PlanPhase, SaveCare};
use crate::api::{Nothing, Ok as Acknowledged};
use crate::care::{WEEK_MINUTES, check_slots, find, pattern, planned, put_settled, settled};
use crate::change::{Change, Done};
use crate::check;
use crate::failure::{Failure, Rule};
use crate::open::Open;

pub(crate) fn care(open: &mut Open, _: Nothing) -> Result<Done<CarePath>, Failure> {
    let (today, first) = (open.today(), open.preferences.week_starts_on);
    let care = open.care()?;
    let episodes = care.episodes.iter().map(|episode| view(care, episode, today, first)).collect();
    Ok(Done::read(CarePath { today, episodes, next: care.next_step(today) }))
}

fn view(care: &CareRecord, episode: &Episode, today: NaiveDate, first: Weekday) -> EpisodeView {
    let planned_end = care.planned_end(episode);
    let planned_weeks = care.planned_weeks(episode);
    let place = Place::of(episode.starts_on, planned_end, today);
    let week = match place {
        Place::Ahead => Some(0),
        Place::Here => Some(care.week_number(episode, today, first)),
        Place::Behind => None,
    };
    let phases = care.phases.iter().filter(|p| p.episode == episode.id).map(|phase| PhaseView {
        slots: care.slots(phase.episode, (phase.starts_on, phase.ends_on), today, first),
        weeks: phase
            .ends_on
            .and_then(|end| u32::try_from((end - phase.starts_on).num_days() + 1).ok().map(|days| days.div_ceil(7))),
        place: Place::of(phase.starts_on, phase.ends_on, today),
        percent_over: percent_over(phase.starts_on, phase.ends_on, today),
        phase: phase.clone(),
    });
    let next_day = episode.ends_on.map(|end| plus_days(end, 1));
    EpisodeView {
        ended: next_day.is_some_and(|day| care.episodes.iter().all(|e| e.starts_on != day)),
        phases: phases.collect(),
        slots: care.slots(episode.id, (episode.starts_on, planned_end), today, first),
        range: episode.level.weekly_range(episode.age_group),
        percent_over: percent_over(episode.starts_on, planned_end, today),
        weeks_left: planned_weeks.zip(week).map(|(planned, week)| planned.saturating_sub(week)),
        episode: episode.clone(),
        place,
        planned_end,
        planned_weeks,
        week,
    }
}

/// Which kinds count, the age group and the edition. The hours follow at once.
pub(crate) fn save_care(open: &mut Open, request: SaveCare) -> Result<Done<Acknowledged>, Failure> {
    let mut episode = find(open, request.episode)?;
    for (i, kind) in request.counted.iter().enumerate() {
        if request.counted.iter().take(i).any(|one| one == kind) {
            return Err(Failure::invalid("counted", Rule::DoesNotFit));
        }
    }
    if let Some(edition) = request.edition {
        check::line_required("edition", &edition)?;
        episode.edition = edition;
    }
    episode.age_group = request.age_group;
    episode.counted = request.counted;
    open.write(Change::Treatment, |w| {
        store::care::put_episode(w, &episode)?;
        Ok(Acknowledged)
    })
}

/// Ends an episode on another day than planned, or lets it go on as it was planned.
pub(crate) fn end_care(open: &mut Open, request: EndCare) -> Result<Done<Acknowledged>, Failure> {
    let mut episode = find(open, request.episode)?;
    let before = planned(open)?;
    let mut after = before.clone();
    let ended = episode.ends_on.or_else(|| end_of_phases(&before.phases, episode.id));
    episode.ends_on = None;
    if let Some(on) = request.on {
        check::date("on", on)?;
        if on < episode.starts_on {
            return Err(Failure::invalid("on", Rule::EndBeforeStart));
        }
        if before.episodes.iter().any(|e| e.starts_on > episode.starts_on && e.starts_on <= on) {
            return Err(Failure::invalid("on", Rule::DoesNotFit));
        }
        match end_of_phases(&before.phases, episode.id) {
            Some(planned) if planned < on => lengthen(&mut after.phases, &mut after.patterns, episode.id, on),
            Some(planned) if planned == on => {}
            _ => episode.ends_on = Some(on),
        }
    }
    // What is kept is looked at from the first day on which anything may change.
    let from = [ended, request.on].into_iter().flatten().min().unwrap_or(episode.starts_on);
    after.episodes.iter_mut().filter(|e| e.id == episode.id).for_each(|e| *e = episode.clone());
    keep(open, &before, after, from)
}

/// Plans a part of an episode with days, hours and a target of its own: a step-down ahead.
pub(crate) fn plan_phase(open: &mut Open, request: PlanPhase) -> Result<Done<Acknowledged>, Failure> {
    let (episode, starts_on) = (request.episode, request.starts_on);
    check::date("starts_on", starts_on)?;
    request.weeks.map_or(Ok(()), |weeks| check::range("weeks", weeks, 1, 520))?;
    check::range("target_minutes", request.target_minutes, 0, WEEK_MINUTES)?;
    check_slots("slots", &request.slots)?;
    let care = open.care()?;
    let shown = care.episodes.iter().find(|e| e.id == episode).ok_or(Failure::NotFound)?;
    // Before it begins, or after it was ended: nothing of the phase would be seen.
    if starts_on < shown.starts_on || shown.ends_on.is_some_and(|end| end < starts_on) {
        return Err(Failure::invalid("starts_on", Rule::DoesNotFit));
    }
    let before = planned(open)?;
    let mut after = before.clone();
    let ends_on = match request.weeks {
        Some(weeks) => Some(minus_days(plus_days(starts_on, u64::from(weeks) * 7), 1)),
        None => end_of_new(&before.phases, episode, starts_on),
    };
    ends_on.map_or(Ok(()), |end| check::date("weeks", end))?;
    let held = before.phases.iter().find(|p| p.episode == episode && p.starts_on == starts_on).map(|p| p.id);
    let id = held.map_or_else(|| open.new_id(PhaseId::new), Ok)?;
    let phase = Phase { id, episode, starts_on, ends_on, target_minutes: request.target_minutes };
    make_room(&mut after.phases, &mut after.patterns, &phase, || open.new_id(PatternId::new))?;
    after.phases.push(phase);
    for slot in &request.slots {
        let new = pattern(open, episode, slot, starts_on, ends_on)?;
        after.patterns.push(new.going_on(&before.patterns));
    }
    keep(open, &before, after, starts_on)
}

/// Takes a part of an episode out. The one before it goes on in its place.
pub(crate) fn remove_phase(open: &mut Open, request: PhaseKey) -> Result<Done<Acknowledged>, Failure> {
    let before = planned(open)?;
    let phase = before.phases.iter().find(|p| p.id == request.phase).ok_or(Failure::NotFound)?;
    let mut after = before.clone();
    if !take_out(&mut after.phases, &mut after.patterns, phase) {
        return Err(Failure::invalid("phase", Rule::DoesNotFit));
    }
    keep(open, &before, after, phase.starts_on)
}

/// Keeps care as it is planned from now on: what differs is written, and the sessions kept by
/// themselves from that day on find their place.
fn keep(
    open: &mut Open,
    before: &CareRecord,
    after: CareRecord,
    from: NaiveDate,
) -> Result<Done<Acknowledged>, Failure> {
    let settled = settled(open, after.clone(), from)?;
    open.write(Change::Treatment, |w| {
        for episode in after.episodes.iter().filter(|e| !before.episodes.contains(e)) {
            store::care::put_episode(w, episode)?;
        }
        for phase in before.phases.iter().filter(|p| after.phases.iter().all(|one: &Phase| one.id != p.id)) {
            store::care::delete_phase(w, phase.id)?;
        }
        for phase in after.phases.iter().filter(|p| !before.phases.contains(p)) {
            store::care::put_phase(w, phase)?;
        }
        for pattern in before.patterns.iter().filter(|p| after.patterns.iter().all(|one: &Pattern| one.id != p.id)) {
            store::care::delete_pattern(w, pattern.id)?;
        }
        for pattern in after.patterns.iter().filter(|p| !before.patterns.contains(p)) {
            store::care::put_pattern(w, pattern)?;
        }
        put_settled(w, &settled)?;
        Ok(Acknowledged)
    })
}
