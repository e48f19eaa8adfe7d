//! The path: episodes with their phases, where the client is on it, what comes
//! next, and how its phases are planned anew.

use chrono::NaiveDate;
use serde::Serialize;
use ts_rs::TS;

use crate::care::{Level, Pattern, Phase};
use crate::hours::CareRecord;
use crate::id::{EpisodeId, PatternId, PhaseId};
use crate::template::Slot;
use crate::time::{Weekday, minus_days, plus_days};

/// Where a stretch of the path lies, seen from today.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum Place {
    /// It is over.
    Behind,
    /// Today is in it.
    Here,
    /// It has not begun.
    Ahead,
}

impl Place {
    /// Where the stretch between those days lies.
    #[must_use]
    pub fn of(starts_on: NaiveDate, ends_on: Option<NaiveDate>, today: NaiveDate) -> Self {
        if today < starts_on {
            Self::Ahead
        } else if ends_on.is_some_and(|end| end < today) {
            Self::Behind
        } else {
            Self::Here
        }
    }
}

/// How much of the stretch between those days is over, in whole hundredths; `None` while its end is open.
#[must_use]
pub fn percent_over(starts_on: NaiveDate, ends_on: Option<NaiveDate>, today: NaiveDate) -> Option<u32> {
    let days = (ends_on? - starts_on).num_days() + 1;
    let over = (today - starts_on).num_days().clamp(0, days.max(0));
    u32::try_from((over * 100).checked_div(days)?).ok()
}

/// What comes after today on the path.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, TS)]
pub struct NextStep {
    /// Its first day.
    pub on: NaiveDate,
    /// Days until then, at least one.
    pub days: u32,
    /// Whole weeks until then.
    pub weeks: u32,
    /// The episode it is, or is a phase of.
    pub episode: EpisodeId,
    /// The level of that episode.
    pub level: Level,
    /// The phase that begins.
    pub phase: Option<PhaseId>,
    /// Minutes a week that are aimed at then.
    pub target_minutes: Option<u32>,
    /// Whether the episode itself begins, and not only a phase of the one that goes on.
    pub begins: bool,
}

impl CareRecord {
    /// The next phase or episode that begins after that day; `None` where nothing more is planned.
    #[must_use]
    pub fn next_step(&self, today: NaiveDate) -> Option<NextStep> {
        let episode = self.episodes.iter().map(|e| (e.starts_on, e.id));
        let phases = self.phases.iter().map(|p| (p.starts_on, p.episode));
        let (on, id) = phases.chain(episode).filter(|(on, _)| *on > today).min_by_key(|(on, _)| *on)?;
        let episode = self.episodes.iter().find(|e| e.id == id)?;
        let phase = self.phases.iter().find(|p| p.episode == id && p.starts_on == on);
        let days = u32::try_from((on - today).num_days()).unwrap_or(0);
        Some(NextStep {
            on,
            days,
            weeks: days / 7,
            episode: id,
            level: episode.level,
            phase: phase.map(|p| p.id),
            target_minutes: phase.map(|p| p.target_minutes),
            begins: episode.starts_on == on,
        })
    }

    /// The sessions of a week of an episode within those days, in the order of the client's week:
    /// of today's week where it is in them, else of their first or last.
    #[must_use]
    pub fn slots(
        &self,
        episode: EpisodeId,
        (starts_on, ends_on): (NaiveDate, Option<NaiveDate>),
        today: NaiveDate,
        first: Weekday,
    ) -> Vec<Slot> {
        let seen = ends_on.map_or(today, |end| today.min(end)).max(starts_on);
        let last = ends_on.map_or(plus_days(seen, 6), |end| end.min(plus_days(seen, 6)));
        let holds =
            |p: &&Pattern| p.episode == episode && p.starts_on <= last && p.ends_on.is_none_or(|end| end >= seen);
        let slot = |p: &Pattern| Slot {
            weekday: p.weekday,
            time: p.time,
            minutes: p.minutes,
            kind: p.kind,
            every_weeks: p.every_weeks,
        };
        let mut slots: Vec<Slot> = self.patterns.iter().filter(holds).map(slot).collect();
        slots.sort_by_key(|s| (s.weekday.after(first), s.time));
        slots.dedup();
        slots
    }
}

/// The last day up to which the phases of an episode are planned; `None` where its last is open, or it has none.
#[must_use]
pub fn end_of_phases(phases: &[Phase], episode: EpisodeId) -> Option<NaiveDate> {
    phases.iter().filter(|p| p.episode == episode).max_by_key(|p| p.starts_on)?.ends_on
}

/// The last day of a phase that begins on `from` and is given no number of weeks: until the next
/// part of its episode, else as long as the one whose place it takes, else open.
#[must_use]
pub fn end_of_new(phases: &[Phase], episode: EpisodeId, from: NaiveDate) -> Option<NaiveDate> {
    let own = || phases.iter().filter(|p| p.episode == episode);
    let next = own().map(|p| p.starts_on).filter(|starts_on| *starts_on > from).min();
    let held = || own().find(|p| holds(p, from)).and_then(|p| p.ends_on);
    next.map(|next| minus_days(next, 1)).or_else(held)
}

fn holds(phase: &Phase, on: NaiveDate) -> bool {
    phase.starts_on <= on && phase.ends_on.is_none_or(|end| end >= on)
}

/// Makes room for a phase: the one that holds on its first day ends the day before, with its
/// weekly sessions; a later one begins after it, and goes where the new one lasts as long.
///
/// # Errors
/// Those of `new_id`, which is asked where a weekly session goes on after the new phase too.
pub fn make_room<E>(
    phases: &mut Vec<Phase>,
    patterns: &mut Vec<Pattern>,
    new: &Phase,
    mut new_id: impl FnMut() -> Result<PatternId, E>,
) -> Result<(), E> {
    let (from, episode) = (new.starts_on, new.episode);
    let last_day = minus_days(from, 1);
    let after = new.ends_on.map(|end| plus_days(end, 1));
    phases.retain_mut(|phase| {
        if phase.episode != episode || phase.ends_on.is_some_and(|end| end < from) {
            return true;
        }
        if phase.starts_on <= from {
            phase.ends_on = Some(last_day);
            return phase.starts_on < from;
        }
        let Some(after) = after else { return false };
        phase.starts_on = phase.starts_on.max(after);
        phase.ends_on.is_none_or(|end| end >= phase.starts_on)
    });
    let resumes = phases.iter().filter(|p| p.episode == episode && p.starts_on > from).map(|p| p.starts_on).min();
    let mut kept = Vec::new();
    for pattern in patterns.drain(..) {
        if pattern.episode != episode || pattern.ends_on.is_some_and(|end| end < from) {
            kept.push(pattern);
            continue;
        }
        let begins_before = pattern.starts_on < from;
        if let Some(resumes) = resumes.filter(|on| pattern.ends_on.is_none_or(|end| end >= *on)) {
            let mut rest = pattern.clone();
            if begins_before {
                rest.id = new_id()?;
            }
            if rest.starts_on < resumes {
                rest.starts_on = pattern.day_from(resumes);
            }
            if rest.ends_on.is_none_or(|end| end >= rest.starts_on) {
                kept.push(rest);
            }
        }
        if begins_before {
            kept.push(Pattern { ends_on: Some(last_day), ..pattern });
        }
    }
    *patterns = kept;
    Ok(())
}

/// Takes a phase out: the one before it goes on in its place, with its weekly sessions. Says
/// whether there is one before it.
#[must_use]
pub fn take_out(phases: &mut Vec<Phase>, patterns: &mut Vec<Pattern>, out: &Phase) -> bool {
    let before = |p: &&mut Phase| p.episode == out.episode && p.starts_on < out.starts_on;
    let Some(before) = phases.iter_mut().filter(before).max_by_key(|p| p.starts_on) else { return false };
    let ended = before.ends_on;
    before.ends_on = out.ends_on;
    phases.retain(|p| p.id != out.id);
    patterns.retain_mut(|pattern| {
        if pattern.episode != out.episode {
            return true;
        }
        if pattern.starts_on < out.starts_on {
            if pattern.ends_on == ended {
                pattern.ends_on = out.ends_on;
            }
            return true;
        }
        let Some(after) = out.ends_on.map(|end| plus_days(end, 1)) else { return false };
        if pattern.starts_on < after {
            pattern.starts_on = pattern.day_from(after);
        }
        pattern.ends_on.is_none_or(|end| end >= pattern.starts_on)
    });
    true
}

/// Lets the last phase of an episode, and what happens weekly to its end, last until that later day.
pub fn lengthen(phases: &mut [Phase], patterns: &mut [Pattern], episode: EpisodeId, until: NaiveDate) {
    let Some(last) = phases.iter_mut().filter(|p| p.episode == episode).max_by_key(|p| p.starts_on) else { return };
    let Some(ended) = last.ends_on.replace(until) else {
        last.ends_on = None;
        return;
    };
    for pattern in patterns.iter_mut().filter(|p| p.episode == episode && p.ends_on == Some(ended)) {
        pattern.ends_on = Some(until);
    }
}

#[cfg(test)]
#[path = "path_test.rs"]
mod tests;
