//! Which sessions there are between two dates: what the weekly patterns say,
//! with every session that is kept by itself in its place.

use std::collections::HashSet;

use chrono::{DateTime, Datelike, NaiveDate, Utc};
use serde::Serialize;
use ts_rs::TS;

use crate::care::{Origin, Pattern, Session, SessionKind, SessionRef, SessionState, end_of};
use crate::id::{EpisodeId, SessionId};
use crate::time::{TimeOfDay, Zone, plus_days};

/// One session as it stands in the calendar, without its note.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct Occurrence {
    /// Names it.
    pub session: SessionRef,
    /// The episode it belongs to.
    pub episode: EpisodeId,
    /// What happens.
    pub kind: SessionKind,
    /// The day on which it begins, in the clinic's zone.
    pub on: NaiveDate,
    /// When it begins, in the clinic's zone.
    pub time: TimeOfDay,
    /// How long it is planned, in minutes.
    pub minutes: u32,
    /// What became of it.
    pub state: SessionState,
    /// Minutes attended.
    pub attended_minutes: Option<u32>,
    /// The day on which its pattern had it, where it was moved to another.
    pub moved_from: Option<NaiveDate>,
    /// The session that it makes up.
    pub makes_up: Option<SessionId>,
    /// Whether it is cancelled because the program is closed.
    pub closed: bool,
    /// Whether another session is held during some of its time.
    pub overlaps: bool,
}

impl Occurrence {
    /// The instant at which it begins, in the clinic's zone.
    #[must_use]
    pub fn starts(&self, zone: Zone) -> DateTime<Utc> {
        zone.instant(self.on.and_time(self.time.time()))
    }

    /// The instant at which it is over: its minutes of real time after its
    /// start, whatever the clocks do meanwhile.
    #[must_use]
    pub fn ends(&self, zone: Zone) -> DateTime<Utc> {
        self.starts(zone) + chrono::TimeDelta::minutes(i64::from(self.minutes))
    }

    /// Whether it is over at that instant.
    #[must_use]
    pub fn is_over(&self, zone: Zone, now: DateTime<Utc>) -> bool {
        // Most sessions are days away from now: no zone is needed to say so.
        let end = end_of(self.on, self.time, self.minutes).and_utc();
        if end + TWO_DAYS < now {
            return true;
        }
        if end - TWO_DAYS > now {
            return false;
        }
        self.ends(zone) <= now
    }
}

const TWO_DAYS: chrono::TimeDelta = chrono::TimeDelta::days(2);

impl From<&Session> for Occurrence {
    fn from(session: &Session) -> Self {
        Self {
            session: SessionRef::Kept(session.id),
            episode: session.episode,
            kind: session.kind,
            on: session.on,
            time: session.time,
            minutes: session.minutes,
            state: session.state,
            attended_minutes: session.attended_minutes,
            moved_from: session.origin.map(|origin| origin.on).filter(|on| *on != session.on),
            makes_up: session.makes_up,
            closed: false,
            overlaps: false,
        }
    }
}

impl Pattern {
    /// The occurrence on that day, if the pattern has one there.
    #[must_use]
    pub fn occurrence(&self, on: NaiveDate) -> Option<Occurrence> {
        let within = on >= self.starts_on && self.ends_on.is_none_or(|end| on <= end);
        (within && self.day_from(on) == on).then(|| self.occurrence_unchecked(on))
    }

    fn occurrence_unchecked(&self, on: NaiveDate) -> Occurrence {
        Occurrence {
            session: SessionRef::Occurrence(Origin { pattern: self.id, on }),
            episode: self.episode,
            kind: self.kind,
            on,
            time: self.time,
            minutes: self.minutes,
            state: SessionState::Planned,
            attended_minutes: None,
            moved_from: None,
            makes_up: None,
            closed: false,
            overlaps: false,
        }
    }
}

/// Every session that begins on `from` or later and on `to` or earlier, in
/// order of day and time.
///
/// `kept` are the sessions kept by themselves that begin in that span **or
/// stand for an occurrence in it**: each takes its occurrence's place.
#[must_use]
pub fn occurrences(patterns: &[Pattern], kept: &[Session], from: NaiveDate, to: NaiveDate) -> Vec<Occurrence> {
    expand(patterns, kept, from, to, |_| true)
}

/// As [`occurrences`], but only those of which nothing is said yet: the few among
/// the many of ten years.
#[must_use]
pub fn planned(patterns: &[Pattern], kept: &[Session], from: NaiveDate, to: NaiveDate) -> Vec<Occurrence> {
    expand(patterns, kept, from, to, |session| session.state == SessionState::Planned)
}

fn expand(
    patterns: &[Pattern],
    kept: &[Session],
    from: NaiveDate,
    to: NaiveDate,
    wanted: impl Fn(&Session) -> bool,
) -> Vec<Occurrence> {
    let within = |on: NaiveDate| on >= from && on <= to;
    let standing: HashSet<Origin> = kept.iter().filter_map(|s| s.origin).filter(|o| within(o.on)).collect();
    let mut all: Vec<Occurrence> = kept.iter().filter(|s| within(s.on) && wanted(s)).map(Occurrence::from).collect();
    for pattern in patterns {
        let last = pattern.ends_on.map_or(to, |end| end.min(to));
        let mut on = pattern.day_from(from);
        while on <= last {
            if !standing.contains(&Origin { pattern: pattern.id, on }) {
                all.push(pattern.occurrence_unchecked(on));
            }
            let next = plus_days(on, u64::from(pattern.stride()));
            if next == on {
                break;
            }
            on = next;
        }
    }
    all.sort_by_key(|o| (o.on, o.time));
    all
}

/// Marks the sessions that are held at the same time as another, in real time. `sessions` are in
/// order; what the program cancelled is not held.
pub fn mark_overlaps(sessions: &mut [Occurrence], zone: impl Fn(EpisodeId) -> Zone) {
    let minute = |o: &Occurrence| i64::from(o.on.num_days_from_ce()) * 1440 + i64::from(o.time.minutes());
    let held = |o: &&Occurrence| o.state != SessionState::Cancelled;
    let mut found = HashSet::new();
    for (i, one) in sessions.iter().enumerate().filter(|(_, one)| held(one)) {
        let end = minute(one) + i64::from(one.minutes);
        for (j, other) in sessions.iter().enumerate().skip(i + 1) {
            // By the wall clock first: only what is that near can touch, whatever the clocks or two zones do.
            let apart = minute(other) - end;
            if apart > FURTHEST_ZONES {
                break;
            }
            let near = other.episode != one.episode || apart <= FURTHEST_CLOCKS;
            if !near || !held(&other) {
                continue;
            }
            let (here, there) = (zone(one.episode), zone(other.episode));
            if one.starts(here) < other.ends(there) && other.starts(there) < one.ends(here) {
                found.extend([i, j]);
            }
        }
    }
    for index in found {
        if let Some(session) = sessions.get_mut(index) {
            session.overlaps = true;
        }
    }
}

/// Minutes that two places' clocks are apart at most: 26 hours.
const FURTHEST_ZONES: i64 = 26 * 60;
/// Minutes that one place's clocks are changed by at most, but for a day skipped.
const FURTHEST_CLOCKS: i64 = 3 * 60;

/// What becomes of kept sessions when the weekly patterns change: see [`settle`].
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Settled {
    /// Sessions that are kept otherwise than before.
    pub changed: Vec<Session>,
    /// Sessions that said nothing and have no place any more.
    pub gone: Vec<SessionId>,
}

impl Settled {
    /// An answered session without a place stays as it is. One that is still planned is one added
    /// once if the client wrote something into it, and goes if it says nothing.
    pub(crate) fn without_a_place(&mut self, session: &Session) {
        match session.state {
            SessionState::Planned if session.says_nothing() => self.gone.push(session.id),
            SessionState::Planned => self.changed.push(Session { origin: None, ..session.clone() }),
            _ => {}
        }
    }
}

/// Finds kept sessions their place when the patterns they stood for are
/// replaced from a day on, so that no session stands twice.
///
/// `kept` are the sessions, with their notes, that stand for an occurrence on
/// `from` or later; `before` and `after` are all patterns. A session whose
/// occurrence is there no more
/// * takes the place of an occurrence of the same day that nothing stands for
///   yet: of the same slot if there is one, else of the nearest in time. An
///   answered one stays as it was lived. One that is still planned follows the
///   new occurrence in all that the client had not changed;
/// * where its day has no such occurrence, stays as it is if it is answered,
///   is one added once if the client wrote something into it, and goes if it says nothing.
#[must_use]
pub fn settle(kept: &[Session], before: &[Pattern], after: &[Pattern], from: NaiveDate) -> Settled {
    let standing: HashSet<Origin> = kept.iter().filter_map(|s| s.origin).collect();
    let displaced: Vec<Displaced<'_>> = kept
        .iter()
        .filter_map(|session| Some((session, session.origin.filter(|origin| origin.on >= from)?)))
        .filter(|(_, origin)| brought_by(after, *origin).is_none())
        .map(|(session, origin)| Displaced { session, on: origin.on, was: brought_by(before, origin) })
        .collect();
    let mut pairs: Vec<(Fit, usize, Occurrence, Origin)> = Vec::new();
    for (index, one) in displaced.iter().enumerate() {
        for pattern in after {
            let origin = Origin { pattern: pattern.id, on: one.on };
            if let Some(occurrence) = pattern.occurrence(one.on).filter(|_| !standing.contains(&origin)) {
                pairs.push((one.fit(&occurrence), index, occurrence, origin));
            }
        }
    }
    pairs.sort_by_key(|(fit, index, _, origin)| (*fit, *index, *origin));
    let mut placed = HashSet::new();
    let mut taken = HashSet::new();
    let mut settled = Settled::default();
    for (_, index, occurrence, origin) in pairs {
        if placed.contains(&index) || taken.contains(&origin) {
            continue;
        }
        placed.insert(index);
        taken.insert(origin);
        settled
            .changed
            .extend(displaced.get(index).map(|one| following(one.session, one.was.as_ref(), &occurrence, origin)));
    }
    for (_, one) in displaced.iter().enumerate().filter(|(index, _)| !placed.contains(index)) {
        settled.without_a_place(one.session);
    }
    settled
}

fn brought_by(patterns: &[Pattern], origin: Origin) -> Option<Occurrence> {
    patterns.iter().find(|p| p.id == origin.pattern)?.occurrence(origin.on)
}

/// How well an occurrence fits; less is better.
type Fit = (bool, bool, u16, bool, u32);

/// A kept session whose occurrence is there no more.
struct Displaced<'a> {
    session: &'a Session,
    /// The day of the occurrence it stood for.
    on: NaiveDate,
    /// That occurrence, where its pattern is still known.
    was: Option<Occurrence>,
}

impl Displaced<'_> {
    fn fit(&self, occurrence: &Occurrence) -> Fit {
        let slot = |o: &Occurrence| (o.kind, o.time, o.minutes);
        let (kind, time, minutes) =
            self.was.as_ref().map_or((self.session.kind, self.session.time, self.session.minutes), slot);
        (
            self.was.as_ref().map(slot) != Some(slot(occurrence)),
            self.session.state == SessionState::Planned,
            time.minutes().abs_diff(occurrence.time.minutes()),
            kind != occurrence.kind,
            minutes.abs_diff(occurrence.minutes),
        )
    }
}

/// The session in the place of another occurrence than the one that it stood for: an answered one as
/// it was lived, one that is still planned as the occurrence, but for what the client had changed.
pub(crate) fn following(session: &Session, was: Option<&Occurrence>, now: &Occurrence, origin: Origin) -> Session {
    let mut session = Session { origin: Some(origin), ..session.clone() };
    if session.state == SessionState::Planned {
        session.episode = now.episode;
        if was.is_none_or(|was| was.kind == session.kind) {
            session.kind = now.kind;
        }
        if was.is_some_and(|was| was.on == session.on) {
            session.on = now.on;
        }
        if was.is_none_or(|was| was.time == session.time) {
            session.time = now.time;
        }
        if was.is_none_or(|was| was.minutes == session.minutes) {
            session.minutes = now.minutes;
        }
    }
    session
}

#[cfg(test)]
#[path = "schedule_test.rs"]
mod tests;
