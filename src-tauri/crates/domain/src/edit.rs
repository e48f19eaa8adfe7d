//! Changing or cancelling a session of a weekly pattern: it alone, it and all
//! that follow, or all of them. What was answered stays as it was lived.

use std::collections::HashSet;

use chrono::{NaiveDate, TimeDelta};
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use crate::care::{Origin, Pattern, Session, SessionKind, SessionState};
use crate::id::PatternId;
use crate::schedule::{Settled, following};
use crate::time::{TimeOfDay, Weekday, minus_days, plus_days};

/// How far a change reaches.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum Scope {
    /// This session alone.
    This,
    /// This one and all after it.
    Following,
    /// All of its pattern.
    All,
}

/// What a session of a pattern is to be, and with it those that the change reaches.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct NewSlot {
    /// The day of the session that was chosen; its weekday is that of the others.
    pub on: NaiveDate,
    /// When it begins.
    pub time: TimeOfDay,
    /// How long it is, in minutes.
    pub minutes: u32,
    /// What happens.
    pub kind: SessionKind,
    /// Weeks from one to the next.
    pub every_weeks: u32,
}

impl NewSlot {
    /// As the pattern has it on that day.
    #[must_use]
    pub fn of(pattern: &Pattern, on: NaiveDate) -> Self {
        let Pattern { time, minutes, kind, every_weeks, .. } = *pattern;
        Self { on, time, minutes, kind, every_weeks }
    }
}

/// What becomes of a pattern and of the sessions kept by themselves.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Edit {
    /// The pattern, where nothing is left of it.
    pub gone: Option<PatternId>,
    /// Patterns as they are from now on: the old one, shorter, and the new one.
    pub patterns: Vec<Pattern>,
    /// The kept sessions.
    pub settled: Settled,
}

/// Gives the pattern's sessions from `day`, or all of them, another day, time, length, kind or rhythm.
///
/// `day` is a day of the pattern, whose session comes to be on `to.on`, which is no later than the
/// pattern's last day. `kept` are the sessions that stand for one of the pattern, `id` is for the
/// new pattern. "All" leaves alone the first sessions as far as every one of them is answered: there
/// the old pattern is true.
///
/// A kept session goes as far as its occurrence goes. An answered one stays where it was lived and
/// stands for the new occurrence, so that none is there twice; one still planned follows in all that
/// the client had not changed. Where the new rhythm leaves it no place, one that says something
/// stays, as one added once.
#[must_use]
pub fn change(pattern: &Pattern, kept: &[Session], scope: Scope, day: NaiveDate, to: &NewSlot, id: PatternId) -> Edit {
    let first = pattern.first_day();
    let same_days = to.on == day && to.every_weeks == pattern.every_weeks;
    let from = match scope {
        Scope::All if same_days => first,
        Scope::All => first_unanswered(pattern, kept, day),
        Scope::This | Scope::Following => day,
    };
    let in_place = same_days && from == first;
    let shift = to.on - day;
    let mut new = Pattern {
        // What was logged needs no other name where no session gets another day.
        id: if in_place { pattern.id } else { id },
        kind: to.kind,
        weekday: Weekday::of(to.on),
        time: to.time,
        minutes: to.minutes,
        every_weeks: to.every_weeks,
        ..pattern.clone()
    };
    if !in_place {
        new.starts_on = start(pattern, &new, shifted(from, shift), to.on);
    }
    let mut edit = cut(pattern, from);
    if in_place {
        edit.gone = None;
    }
    for (session, origin) in standing_for(pattern, kept).filter(|(_, origin)| origin.on >= from) {
        let place = Origin { pattern: new.id, on: shifted(origin.on, shift) };
        let answered = session.state != SessionState::Planned;
        match new.occurrence(place.on) {
            Some(_) if answered && place == origin => {}
            Some(_) if answered => {
                edit.settled.changed.push(Session { origin: Some(place), ..session.clone() });
            }
            Some(_) if origin.on == day && session.says_nothing() => edit.settled.gone.push(session.id),
            Some(now) => {
                let (on, time, minutes, kind) = (to.on, to.time, to.minutes, to.kind);
                edit.settled.changed.push(if origin.on == day {
                    Session { origin: Some(place), on, time, minutes, kind, ..session.clone() }
                } else {
                    following(session, pattern.occurrence(origin.on).as_ref(), &now, place)
                });
            }
            None => edit.settled.without_a_place(session),
        }
    }
    edit.patterns.push(new);
    edit
}

/// Ends the pattern before `day`, or takes it away whole. What was answered stays; a session that
/// says something but was still planned stays too, as cancelled by the program.
#[must_use]
pub fn cancel(pattern: &Pattern, kept: &[Session], scope: Scope, day: NaiveDate) -> Edit {
    let from = if scope == Scope::All { pattern.first_day() } else { day };
    let mut edit = cut(pattern, from);
    for (session, origin) in standing_for(pattern, kept) {
        if origin.on < from || session.state != SessionState::Planned {
            continue;
        }
        if session.says_nothing() {
            edit.settled.gone.push(session.id);
        } else {
            edit.settled.changed.push(Session { state: SessionState::Cancelled, ..session.clone() });
        }
    }
    edit
}

fn standing_for<'a>(pattern: &Pattern, kept: &'a [Session]) -> impl Iterator<Item = (&'a Session, Origin)> {
    let id = pattern.id;
    kept.iter().filter_map(move |session| Some((session, session.origin.filter(|origin| origin.pattern == id)?)))
}

/// The pattern until the day before.
fn cut(pattern: &Pattern, from: NaiveDate) -> Edit {
    if from <= pattern.first_day() {
        return Edit { gone: Some(pattern.id), ..Edit::default() };
    }
    let last_day = minus_days(from, 1);
    let ends_on = Some(pattern.ends_on.map_or(last_day, |end| end.min(last_day)));
    Edit { patterns: vec![Pattern { ends_on, ..pattern.clone() }], ..Edit::default() }
}

/// The first of the pattern's days, up to `day`, of which nothing is said yet.
fn first_unanswered(pattern: &Pattern, kept: &[Session], day: NaiveDate) -> NaiveDate {
    let answered: HashSet<NaiveDate> =
        standing_for(pattern, kept).filter(|(s, _)| s.state != SessionState::Planned).map(|(_, o)| o.on).collect();
    let mut on = pattern.first_day();
    while on < day && answered.contains(&on) {
        on = plus_days(on, u64::from(pattern.stride()));
    }
    on
}

/// The first day of the new pattern: so many of its own steps before `on` as there is room for after
/// `earliest`, and not before the old one began, unless it was chosen so.
fn start(old: &Pattern, new: &Pattern, earliest: NaiveDate, on: NaiveDate) -> NaiveDate {
    let earliest = earliest.max(old.starts_on.min(on));
    let room = u64::try_from((on - earliest).num_days()).unwrap_or(0);
    let stride = u64::from(new.stride());
    minus_days(on, room - room % stride)
}

fn shifted(on: NaiveDate, by: TimeDelta) -> NaiveDate {
    on.checked_add_signed(by).unwrap_or(on)
}

#[cfg(test)]
#[path = "edit_test.rs"]
mod tests;
