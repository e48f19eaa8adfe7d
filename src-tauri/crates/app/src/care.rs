//! Episodes of care: starting one, changing its days and times, who provides it.

use chrono::NaiveDate;
use domain::care::{Episode, MOST_WEEKS_BETWEEN, Pattern, Phase, Provider, SessionKind, until_the_next};
use domain::hours::CareRecord;
use domain::id::{EpisodeId, PatternId, PhaseId};
use domain::schedule::{Settled, settle};
use domain::template::{self, Slot};
use domain::time::{LAST_DATE, Zone, minus_days, plus_days};

use crate::api::treatment::{CareStarted, ChangeSchedule, EpisodeKey, SaveProvider, StartCare, Templates};
use crate::api::{Nothing, Ok as Acknowledged};
use crate::change::{Change, Done};
use crate::check;
use crate::failure::{Failure, Rule};
use crate::open::Open;
use crate::reminder;

/// The edition that the templates' hours come from.
const EDITION: &str = "ASAM 3";
const MOST_PHASES: usize = 20;
const MOST_SLOTS: usize = 50;
pub(crate) const WEEK_MINUTES: u32 = 7 * 1440;

pub(crate) fn templates(open: &mut Open, _: Nothing) -> Result<Done<Templates>, Failure> {
    Ok(Done::read(Templates {
        templates: template::all(),
        zones: chrono_tz::TZ_VARIANTS.iter().map(|zone| zone.name()).collect(),
        device_zone: open.zone().name().to_owned(),
        today: open.today(),
    }))
}

/// Starts an episode. The one before it runs until the day before, and it itself until the day
/// before the one after it.
pub(crate) fn start_care(open: &mut Open, request: StartCare) -> Result<Done<CareStarted>, Failure> {
    let zone = Zone::parse(&request.zone).ok_or_else(|| Failure::invalid("zone", Rule::UnknownZone))?;
    check::date("starts_on", request.starts_on)?;
    provider("provider", &request.provider)?;
    if request.phases.is_empty() {
        return Err(Failure::invalid("phases", Rule::Required));
    }
    check::entries("phases", &request.phases, MOST_PHASES)?;
    for (i, phase) in request.phases.iter().enumerate() {
        match phase.weeks {
            Some(weeks) => check::range(&format!("phases.{i}.weeks"), weeks, 1, 520)?,
            None if i + 1 < request.phases.len() => {
                return Err(Failure::invalid(format!("phases.{i}.weeks"), Rule::Required));
            }
            None => {}
        }
        check::range(&format!("phases.{i}.target_minutes"), phase.target_minutes, 0, WEEK_MINUTES)?;
        check_slots(&format!("phases.{i}.slots"), &phase.slots)?;
    }
    let id = open.new_id(EpisodeId::new)?;
    let episode = Episode {
        id,
        level: request.level,
        age_group: request.age_group,
        edition: EDITION.to_owned(),
        provider: request.provider,
        zone,
        starts_on: request.starts_on,
        ends_on: None,
        counted: SessionKind::counted_by_default(),
    };
    let mut phases = Vec::new();
    let mut patterns = Vec::new();
    let mut starts_on = request.starts_on;
    for draft in &request.phases {
        let ends_on = draft.weeks.map(|weeks| minus_days(plus_days(starts_on, u64::from(weeks) * 7), 1));
        if let Some(end) = ends_on {
            check::date("phases", end)?;
        }
        phases.push(Phase {
            id: open.new_id(PhaseId::new)?,
            episode: id,
            starts_on,
            ends_on,
            target_minutes: draft.target_minutes,
        });
        for slot in &draft.slots {
            patterns.push(pattern(open, id, slot, starts_on, ends_on)?);
        }
        starts_on = ends_on.map_or(starts_on, |end| plus_days(end, 1));
    }
    if open.care()?.episodes.iter().any(|e| e.starts_on == episode.starts_on) {
        return Err(Failure::invalid("starts_on", Rule::Taken));
    }
    let mut after = planned(open)?;
    after.episodes.push(episode.clone());
    after.patterns.extend(patterns.iter().cloned());
    let settled = settled(open, after, episode.starts_on)?;
    let known = reminder::known(open)?;
    let done = open.write(Change::Treatment, |w| {
        store::care::put_episode(w, &episode)?;
        for phase in &phases {
            store::care::put_phase(w, phase)?;
        }
        for pattern in &patterns {
            store::care::put_pattern(w, pattern)?;
        }
        put_settled(w, &settled)?;
        Ok(CareStarted { episode: id })
    })?;
    // Nobody is asked about what was over before it was written down; the program is saved either way.
    let _ = reminder::pass_over(open, &known, true);
    Ok(done)
}

/// New days, times and target from a day on, to the end of the phase of that
/// day. What was logged stays as it is.
pub(crate) fn change_schedule(open: &mut Open, request: ChangeSchedule) -> Result<Done<Acknowledged>, Failure> {
    check::date("from", request.from)?;
    check::range("target_minutes", request.target_minutes, 0, WEEK_MINUTES)?;
    check_slots("slots", &request.slots)?;
    let holds = |p: &Phase| {
        p.episode == request.episode && p.starts_on <= request.from && p.ends_on.is_none_or(|end| end >= request.from)
    };
    let shown = open.care()?;
    if !shown.episodes.iter().any(|e| e.id == request.episode) {
        return Err(Failure::NotFound);
    }
    // Asked of what is shown, so that nothing goes on past the next level, and written of what is planned.
    let does_not_fit = || Failure::invalid("from", Rule::DoesNotFit);
    let phase = shown.phases.iter().rfind(|p| holds(p)).map(|p| p.id).ok_or_else(does_not_fit)?;
    let before = planned(open)?;
    let phase = before.phases.iter().find(|p| p.id == phase).cloned().ok_or_else(does_not_fit)?;
    let last_day = minus_days(request.from, 1);
    let mut changed = Phase { target_minutes: request.target_minutes, ..phase.clone() };
    if phase.starts_on < request.from {
        changed.id = open.new_id(PhaseId::new)?;
        changed.starts_on = request.from;
    }
    let mut patterns = Vec::new();
    for slot in &request.slots {
        let new = pattern(open, request.episode, slot, request.from, phase.ends_on)?;
        patterns.push(new.going_on(&before.patterns));
    }
    let within = |p: &Pattern| p.episode == request.episode && phase.ends_on.is_none_or(|end| p.starts_on <= end);
    let mut after = before.clone();
    after.patterns =
        before.patterns.iter().filter_map(|p| if within(p) { cut(p, last_day) } else { Some(p.clone()) }).collect();
    after.patterns.extend(patterns.iter().cloned());
    let settled = settled(open, after, request.from)?;
    let done = open.write(Change::Treatment, |w| {
        cut_phase(w, &phase, last_day)?;
        store::care::put_phase(w, &changed)?;
        for old in before.patterns.iter().filter(|p| within(p)) {
            cut_pattern(w, old, last_day)?;
        }
        for pattern in &patterns {
            store::care::put_pattern(w, pattern)?;
        }
        put_settled(w, &settled)?;
        Ok(Acknowledged)
    })?;
    Ok(done)
}

pub(crate) fn save_provider(open: &mut Open, request: SaveProvider) -> Result<Done<Acknowledged>, Failure> {
    provider("provider", &request.provider)?;
    let mut episode = find(open, request.episode)?;
    episode.provider = request.provider;
    open.write(Change::Treatment, |w| {
        store::care::put_episode(w, &episode)?;
        Ok(Acknowledged)
    })
}

/// Deletes an episode with its phases, patterns and sessions; the one before it
/// runs on as it was planned. Undo brings all back.
pub(crate) fn delete_care(open: &mut Open, request: EpisodeKey) -> Result<Done<Acknowledged>, Failure> {
    let episode = find(open, request.episode)?;
    let mut after = planned(open)?;
    after.episodes.retain(|e| e.id != episode.id);
    after.patterns.retain(|p| p.episode != episode.id);
    let mut settled = settled(open, after, episode.starts_on)?;
    settled.changed.retain(|s| s.episode != episode.id);
    open.write(Change::Treatment, |w| {
        put_settled(w, &settled)?;
        store::care::delete_episode(w, request.episode)?;
        Ok(Acknowledged)
    })
}

pub(crate) fn find(open: &mut Open, id: EpisodeId) -> Result<Episode, Failure> {
    planned(open)?.episodes.into_iter().find(|e| e.id == id).ok_or(Failure::NotFound)
}

pub(crate) fn pattern(
    open: &mut Open,
    episode: EpisodeId,
    slot: &Slot,
    starts_on: NaiveDate,
    ends_on: Option<NaiveDate>,
) -> Result<Pattern, Failure> {
    Ok(Pattern {
        id: open.new_id(PatternId::new)?,
        episode,
        kind: slot.kind,
        weekday: slot.weekday,
        time: slot.time,
        minutes: slot.minutes,
        every_weeks: slot.every_weeks,
        starts_on,
        ends_on,
    })
}

/// Ends a phase by that day at the latest; one that would begin later goes.
fn cut_phase(w: &store::Writer<'_>, phase: &Phase, last_day: NaiveDate) -> Result<(), Failure> {
    if phase.starts_on > last_day {
        store::care::delete_phase(w, phase.id)?;
    } else if phase.ends_on.is_none_or(|end| end > last_day) {
        store::care::put_phase(w, &Phase { ends_on: Some(last_day), ..phase.clone() })?;
    }
    Ok(())
}

/// A pattern that ends by that day at the latest; one that would begin later goes.
fn cut(pattern: &Pattern, last_day: NaiveDate) -> Option<Pattern> {
    let ends_on = Some(pattern.ends_on.map_or(last_day, |end| end.min(last_day)));
    (pattern.starts_on <= last_day).then(|| Pattern { ends_on, ..pattern.clone() })
}

fn cut_pattern(w: &store::Writer<'_>, pattern: &Pattern, last_day: NaiveDate) -> Result<(), Failure> {
    match cut(pattern, last_day) {
        None => store::care::delete_pattern(w, pattern.id)?,
        Some(shorter) if shorter != *pattern => store::care::put_pattern(w, &shorter)?,
        Some(_) => {}
    }
    Ok(())
}

/// Care as it is planned: no level ends because the next one begins.
pub(crate) fn planned(open: &mut Open) -> Result<CareRecord, Failure> {
    open.store.read::<_, Failure>(|r| {
        Ok(CareRecord {
            episodes: store::care::episodes(r)?,
            phases: store::care::phases(r)?,
            patterns: store::care::patterns(r)?,
            closures: store::care::closures(r)?,
            sessions: Vec::new(),
        })
    })
}

/// What becomes of the kept sessions from that day on when care is planned so.
pub(crate) fn settled(open: &mut Open, mut after: CareRecord, from: NaiveDate) -> Result<Settled, Failure> {
    let kept = open.store.read::<_, Failure>(|r| Ok(store::session::sessions_between(r, from, LAST_DATE)?))?;
    until_the_next(&mut after.episodes, &mut after.phases, &mut after.patterns);
    Ok(settle(&kept, &open.care()?.patterns, &after.patterns, from))
}

pub(crate) fn put_settled(w: &store::Writer<'_>, settled: &Settled) -> Result<(), Failure> {
    for id in &settled.gone {
        store::session::delete_session(w, *id)?;
    }
    for session in &settled.changed {
        store::session::put_session(w, session)?;
    }
    Ok(())
}

pub(crate) fn provider(field: &str, provider: &Provider) -> Result<(), Failure> {
    check::line(&format!("{field}.name"), &provider.name)?;
    check::phone(&format!("{field}.phone"), &provider.phone)?;
    check::line(&format!("{field}.address"), &provider.address)?;
    check::line(&format!("{field}.room"), &provider.room)?;
    check::link(&format!("{field}.link"), &provider.link)
}

pub(crate) fn check_slots(field: &str, slots: &[Slot]) -> Result<(), Failure> {
    check::entries(field, slots, MOST_SLOTS)?;
    slots.iter().enumerate().try_for_each(|(i, slot)| {
        check::range(&format!("{field}.{i}.minutes"), slot.minutes, 1, 1440)?;
        check::range(&format!("{field}.{i}.every_weeks"), slot.every_weeks, 1, MOST_WEEKS_BETWEEN)
    })
}
