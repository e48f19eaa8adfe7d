//! The hours ledger: minutes per week against the target of the phase.
//!
//! A session counts in the week of the day on which it begins, in the clinic's
//! zone, in whole minutes. Nothing is rounded. The first and the last week of a
//! phase ask only for their own days.

use std::collections::HashMap;

use chrono::{DateTime, NaiveDate, Utc};
use serde::Serialize;
use ts_rs::TS;

use crate::care::{Closure, Episode, Pattern, Phase, Session, SessionKind, SessionRef, SessionState};
use crate::id::{EpisodeId, SessionId};
use crate::schedule::{Occurrence, mark_overlaps, occurrences, planned};
use crate::time::{Weekday, Zone, minus_days, plus_days, week_start};

/// All that the ledger needs of the record.
#[derive(Debug, Clone, Default)]
pub struct CareRecord {
    /// All episodes, in order of their first day.
    pub episodes: Vec<Episode>,
    /// All phases, in order of their first day.
    pub phases: Vec<Phase>,
    /// All patterns.
    pub patterns: Vec<Pattern>,
    /// All days on which a program is closed.
    pub closures: Vec<Closure>,
    /// The sessions kept by themselves in, or standing for an occurrence in, the span asked for.
    pub sessions: Vec<Session>,
}

/// How a week stands against its target.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum Standing {
    /// It has not begun.
    Ahead,
    /// It is this week.
    Now,
    /// It is over and its target was reached.
    Reached,
    /// It is over, below its target, and some of its sessions wait for an answer.
    Waiting,
    /// It is over and below its target.
    Below,
    /// It is over and its target was reached, which is below the hours of the
    /// level as planned: a step-down of one or two weeks is still the same level
    /// of care (ASAM 2.1), and such a week is not short.
    StepDown,
    /// Nothing is aimed at: between programs, after the last, or while the program is closed all week.
    Free,
}

/// The hours of one week. All amounts are minutes of sessions whose kind counts.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct WeekHours {
    /// The first day of the week.
    pub starts_on: NaiveDate,
    /// The episode the week belongs to: the last that has begun by its end.
    pub episode: EpisodeId,
    /// Which week of that episode it is, from 1.
    pub number: u32,
    /// What is aimed at.
    pub target: u32,
    /// Planned, whatever became of it, but not what the program cancelled.
    pub scheduled: u32,
    /// Attended.
    pub attended: u32,
    /// Planned in sessions the client was excused from.
    pub excused: u32,
    /// Planned in sessions that were missed.
    pub missed: u32,
    /// Attended in sessions that make up another one.
    pub made_up: u32,
    /// Of what was missed this week, what is not made up yet.
    pub owed: u32,
    /// Planned in sessions that are over and wait for an answer.
    pub waiting: u32,
    /// Planned in sessions that are still to come.
    pub ahead: u32,
    /// How many sessions are still to come.
    pub sessions_ahead: u32,
    /// How it stands.
    pub standing: Standing,
    /// The same by kind; kinds that do not count are named too.
    pub kinds: Vec<KindHours>,
}

/// The minutes of one kind of session.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct KindHours {
    /// The kind.
    pub kind: SessionKind,
    /// Whether its minutes count toward the hours of the week.
    pub counts: bool,
    /// Planned, whatever became of it, but not what the program cancelled.
    pub scheduled: u32,
    /// Attended.
    pub attended: u32,
}

/// The hours of a phase, an episode, or all of care, of sessions whose kind counts and that are over.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, TS)]
pub struct Totals {
    /// Minutes planned, but not what the program cancelled.
    pub scheduled: u32,
    /// Minutes attended.
    pub attended: u32,
    /// Minutes planned in sessions the client was excused from.
    pub excused: u32,
    /// Minutes planned in sessions that were missed.
    pub missed: u32,
    /// Minutes attended in sessions that make up another one.
    pub made_up: u32,
    /// Of what was missed, what is not made up yet.
    pub owed: u32,
    /// How many sessions were attended, whole or in part.
    pub sessions_attended: u32,
    /// How many the client was expected at: attended, attended in part, or missed. Not those that
    /// were excused, cancelled, or wait for an answer.
    pub sessions_expected: u32,
}

/// How many minutes of which session were made up.
pub(crate) type MadeUp = HashMap<SessionId, u32>;

/// One step of the week's stair: a session and what the week comes to with it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct Step {
    /// The day.
    pub on: NaiveDate,
    /// The minutes of the week after it: attended, or possible.
    pub total: u32,
    /// Whether it adds to the week.
    pub state: StepState,
}

/// Whether a session adds to the week.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum StepState {
    /// Attended, whole or in part.
    Done,
    /// Over, and nothing said of it.
    Waiting,
    /// Still to come.
    Ahead,
    /// Excused, missed or cancelled: it adds nothing.
    Without,
}

impl CareRecord {
    /// The clinic's zone of an episode.
    #[must_use]
    pub fn zone(&self, episode: EpisodeId) -> Zone {
        self.episodes.iter().find(|e| e.id == episode).map_or(Zone::UTC, |e| e.zone)
    }

    /// Every session that begins in that span, in order.
    #[must_use]
    pub fn occurrences(&self, from: NaiveDate, to: NaiveDate) -> Vec<Occurrence> {
        // The days beside them too: a session over midnight is held at the same time as one after it.
        let mut all = self.ledger_sessions(minus_days(from, 1), plus_days(to, 1));
        mark_overlaps(&mut all, |episode| self.zone(episode));
        all.retain(|session| session.on >= from && session.on <= to);
        all
    }

    /// As [`Self::occurrences`], but without a word about overlaps: all that counting ten years needs.
    pub(crate) fn ledger_sessions(&self, from: NaiveDate, to: NaiveDate) -> Vec<Occurrence> {
        let mut all = occurrences(&self.patterns, &self.sessions, from, to);
        if !self.closures.is_empty() {
            for session in all.iter_mut().filter(|s| s.state == SessionState::Planned) {
                if self.is_closed(session) {
                    session.state = SessionState::Cancelled;
                    session.closed = true;
                }
            }
        }
        all
    }

    /// Whether the program is closed on the day of that session.
    ///
    /// A drug test that no pattern brings is held all the same: it was asked for on that very day,
    /// often by a line that others than the program keep open.
    #[must_use]
    pub fn is_closed(&self, session: &Occurrence) -> bool {
        self.closures.iter().any(|closure| closure.covers(session.episode, session.on)) && !self.is_test_once(session)
    }

    fn is_test_once(&self, session: &Occurrence) -> bool {
        let named = |s: &Session| s.origin.is_none() && session.session == SessionRef::Kept(s.id);
        session.kind == SessionKind::DrugTest && self.sessions.iter().any(named)
    }

    /// Whether the minutes of a kind count in that episode.
    #[must_use]
    pub fn counts(&self, episode: EpisodeId, kind: SessionKind) -> bool {
        self.episodes.iter().find(|e| e.id == episode).is_some_and(|e| e.counted.contains(&kind))
    }

    fn session_counts(&self, session: &Occurrence) -> bool {
        self.counts(session.episode, session.kind)
    }

    /// Every session that begins in that span and of which nothing is said yet, in order.
    #[must_use]
    pub fn planned(&self, from: NaiveDate, to: NaiveDate) -> Vec<Occurrence> {
        let mut all = planned(&self.patterns, &self.sessions, from, to);
        if !self.closures.is_empty() {
            all.retain(|session| !self.is_closed(session));
        }
        all
    }

    /// Minutes that make-up sessions were attended, by what they make up.
    pub(crate) fn made_up(&self) -> MadeUp {
        let mut made_up = MadeUp::new();
        for session in &self.sessions {
            if let (Some(missed), Some(minutes)) = (session.makes_up, session.attended_minutes) {
                *made_up.entry(missed).or_default() += minutes;
            }
        }
        made_up
    }

    /// The week's hours for every week from the one that holds `from` to the
    /// one that holds `to`, that an episode has begun by; weeks begin on `first`.
    #[must_use]
    pub fn weeks(&self, from: NaiveDate, to: NaiveDate, first: Weekday, now: DateTime<Utc>) -> Vec<WeekHours> {
        let Some(begin) = self.episodes.iter().map(|e| e.starts_on).min() else {
            return Vec::new();
        };
        let mut start = week_start(from.max(begin), first);
        let last = plus_days(week_start(to, first), 6);
        let sessions = self.ledger_sessions(start, last);
        let made_up = self.made_up();
        let mut rest = sessions.as_slice();
        let mut weeks = Vec::new();
        while start <= last {
            let end = plus_days(start, 6);
            let (here, later) = rest.split_at(rest.partition_point(|o| o.on <= end));
            rest = later;
            weeks.extend(self.week(start, first, here, &made_up, now));
            start = plus_days(start, 7);
        }
        weeks
    }

    fn week(
        &self,
        start: NaiveDate,
        first: Weekday,
        sessions: &[Occurrence],
        made_up: &MadeUp,
        now: DateTime<Utc>,
    ) -> Option<WeekHours> {
        let end = plus_days(start, 6);
        let episode = self.episodes.iter().filter(|e| e.starts_on <= end).max_by_key(|e| e.starts_on)?;
        let mut week = WeekHours {
            starts_on: start,
            episode: episode.id,
            number: self.week_number(episode, start, first),
            target: self.target(start, end),
            scheduled: 0,
            attended: 0,
            excused: 0,
            missed: 0,
            made_up: 0,
            owed: 0,
            waiting: 0,
            ahead: 0,
            sessions_ahead: 0,
            standing: Standing::Now,
            kinds: Vec::new(),
        };
        for session in sessions {
            let counts = self.session_counts(session);
            week.add_kind(session, counts);
            if !counts {
                continue;
            }
            if session.state != SessionState::Cancelled {
                week.scheduled += session.minutes;
            }
            match session.state {
                SessionState::Attended | SessionState::AttendedInPart => {
                    let minutes = session.attended_minutes.unwrap_or(0);
                    week.attended += minutes;
                    week.made_up += if session.makes_up.is_some() { minutes } else { 0 };
                }
                SessionState::Excused => week.excused += session.minutes,
                SessionState::Missed => {
                    week.missed += session.minutes;
                    week.owed += owed(session, made_up);
                }
                SessionState::Cancelled => {}
                SessionState::Planned if session.is_over(self.zone(session.episode), now) => {
                    week.waiting += session.minutes;
                }
                SessionState::Planned => {
                    week.ahead += session.minutes;
                    week.sessions_ahead += 1;
                }
            }
        }
        let today = episode.zone.civil(now).date();
        week.standing = if start > today {
            Standing::Ahead
        } else if today <= end {
            Standing::Now
        } else if week.target == 0 || (week.scheduled == 0 && sessions.iter().any(|s| s.closed)) {
            Standing::Free
        } else if week.attended >= week.target {
            let two_before = (minus_days(start, 14), minus_days(end, 14));
            let begins =
                self.is_below_level(episode, start, end) && !self.is_below_level(episode, two_before.0, two_before.1);
            if begins { Standing::StepDown } else { Standing::Reached }
        } else if week.attended + week.waiting >= week.target {
            Standing::Waiting
        } else {
            Standing::Below
        };
        Some(week)
    }

    /// Whether the phases of that week plan for less than the level's hours.
    fn is_below_level(&self, episode: &Episode, start: NaiveDate, end: NaiveDate) -> bool {
        let least = episode.level.weekly_range(episode.age_group).map_or(0, |range| range.least);
        self.phases
            .iter()
            .filter(|p| p.episode == episode.id && covered_days(p, start, end) > 0)
            .any(|p| p.target_minutes < least)
    }

    /// Minutes that the week from `start` to `end` aims at: of each phase that
    /// covers it whole, its target; of one that covers a part, the share of its
    /// own weekly sessions that fall on the covered days (of the days, where it
    /// has no weekly sessions).
    fn target(&self, start: NaiveDate, end: NaiveDate) -> u32 {
        self.phases.iter().map(|phase| self.phase_target(phase, start, end)).sum()
    }

    fn phase_target(&self, phase: &Phase, start: NaiveDate, end: NaiveDate) -> u32 {
        let days = covered_days(phase, start, end);
        if days == 0 || days == 7 {
            return if days == 7 { phase.target_minutes } else { 0 };
        }
        // A whole week of this phase that overlaps the covered days.
        let whole = match phase.ends_on {
            Some(last) if last < end && phase.starts_on > minus_days(last, 6) => None,
            Some(last) if last < end => Some((minus_days(last, 6), last)),
            _ => Some((phase.starts_on, plus_days(phase.starts_on, 6))),
        };
        let from = start.max(phase.starts_on);
        let to = phase.ends_on.map_or(end, |last| last.min(end));
        let share = |part: u64, of: u64| {
            u32::try_from(u64::from(phase.target_minutes) * part / of).unwrap_or(phase.target_minutes)
        };
        match whole.map(|(a, b)| self.pattern_minutes(phase, a, b)) {
            Some(of) if of > 0 => share(self.pattern_minutes(phase, from, to).min(of), of),
            _ => share(u64::from(days), 7),
        }
    }

    fn pattern_minutes(&self, phase: &Phase, from: NaiveDate, to: NaiveDate) -> u64 {
        let mut sum = 0;
        let mut on = from;
        while on <= to {
            sum += self
                .patterns
                .iter()
                .filter(|p| p.episode == phase.episode && self.counts(p.episode, p.kind) && p.occurrence(on).is_some())
                .map(|p| u64::from(p.minutes))
                .sum::<u64>();
            on = plus_days(on, 1);
        }
        sum
    }

    /// The stair of one week: its counting sessions in order, with what the
    /// week comes to after each.
    #[must_use]
    pub fn steps(&self, sessions: &[Occurrence], now: DateTime<Utc>) -> Vec<Step> {
        let mut total = 0;
        sessions
            .iter()
            .filter(|s| self.session_counts(s))
            .map(|session| {
                let (minutes, state) = match session.state {
                    SessionState::Attended | SessionState::AttendedInPart => {
                        (session.attended_minutes.unwrap_or(0), StepState::Done)
                    }
                    SessionState::Planned if session.is_over(self.zone(session.episode), now) => {
                        (session.minutes, StepState::Waiting)
                    }
                    SessionState::Planned => (session.minutes, StepState::Ahead),
                    _ => (0, StepState::Without),
                };
                total += minutes;
                Step { on: session.on, total, state }
            })
            .collect()
    }

    /// The totals of those of these sessions that count and are over; of one episode, or of all.
    #[must_use]
    pub fn totals(&self, sessions: &[Occurrence], episode: Option<EpisodeId>, now: DateTime<Utc>) -> Totals {
        let made_up = self.made_up();
        let mut totals = Totals::default();
        let wanted = |s: &&Occurrence| {
            episode.is_none_or(|id| id == s.episode)
                && s.state != SessionState::Cancelled
                && self.session_counts(s)
                && (s.state != SessionState::Planned || s.is_over(self.zone(s.episode), now))
        };
        for session in sessions.iter().filter(wanted) {
            totals.scheduled += session.minutes;
            match session.state {
                SessionState::Attended | SessionState::AttendedInPart => {
                    let minutes = session.attended_minutes.unwrap_or(0);
                    totals.attended += minutes;
                    totals.made_up += if session.makes_up.is_some() { minutes } else { 0 };
                    totals.sessions_attended += 1;
                    totals.sessions_expected += 1;
                }
                SessionState::Missed => {
                    totals.missed += session.minutes;
                    totals.owed += owed(session, &made_up);
                    totals.sessions_expected += 1;
                }
                SessionState::Excused => totals.excused += session.minutes,
                SessionState::Planned | SessionState::Cancelled => {}
            }
        }
        totals
    }

    /// The last day of an episode, as far as it is planned; `None` while its end is open.
    #[must_use]
    pub fn planned_end(&self, episode: &Episode) -> Option<NaiveDate> {
        let phases = || self.phases.iter().filter(|p| p.episode == episode.id);
        match episode.ends_on {
            Some(end) => Some(end),
            None if phases().any(|p| p.ends_on.is_none()) => None,
            None => phases().filter_map(|p| p.ends_on).max(),
        }
    }

    /// How many weeks an episode is planned for, a part of one as one; `None` while its end is open.
    #[must_use]
    pub fn planned_weeks(&self, episode: &Episode) -> Option<u32> {
        let days = (self.planned_end(episode)? - episode.starts_on).num_days() + 1;
        u32::try_from(days).ok().map(|days| days.div_ceil(7))
    }

    /// Which week of an episode it is in the client's week of that day, from 1: by the last of its
    /// days that belongs to the episode, so that ten weeks begun on a Tuesday are ten.
    #[must_use]
    pub fn week_number(&self, episode: &Episode, on: NaiveDate, first: Weekday) -> u32 {
        let week_end = plus_days(week_start(on, first), 6);
        let day = self.planned_end(episode).map_or(week_end, |end| end.min(week_end));
        u32::try_from((day - episode.starts_on).num_days() / 7 + 1).unwrap_or(1).max(1)
    }
}

/// What is still owed of a missed session.
fn owed(session: &Occurrence, made_up: &MadeUp) -> u32 {
    let SessionRef::Kept(id) = session.session else { return session.minutes };
    session.minutes.saturating_sub(made_up.get(&id).copied().unwrap_or(0))
}

impl WeekHours {
    fn add_kind(&mut self, session: &Occurrence, counts: bool) {
        if session.state == SessionState::Cancelled {
            return;
        }
        let attended = session.attended_minutes.unwrap_or(0);
        match self.kinds.iter_mut().find(|k| k.kind == session.kind && k.counts == counts) {
            Some(kind) => {
                kind.scheduled += session.minutes;
                kind.attended += attended;
            }
            None => {
                self.kinds.push(KindHours { kind: session.kind, counts, scheduled: session.minutes, attended });
            }
        }
    }
}

/// On how many days of that span a phase holds.
fn covered_days(phase: &Phase, start: NaiveDate, end: NaiveDate) -> u32 {
    let from = start.max(phase.starts_on);
    let to = phase.ends_on.map_or(end, |last| last.min(end));
    u32::try_from((to - from).num_days() + 1).unwrap_or(0)
}

#[cfg(test)]
#[path = "hours_test.rs"]
mod tests;
