//! Who pays, and what they agreed to cover: counted from the sessions.

use std::collections::BTreeSet;

use chrono::{DateTime, NaiveDate, Utc};
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use crate::care::SessionState;
use crate::hours::CareRecord;
use crate::id::{AuthorizationId, EpisodeId, PayerId};
use crate::schedule::Occurrence;
use crate::time::{minus_days, plus_days};

/// How someone pays.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum PayerKind {
    /// The client.
    SelfPay,
    /// A private insurance.
    Private,
    /// Medicaid.
    Medicaid,
    /// Medicare.
    Medicare,
    /// The client, by what they earn.
    SlidingScale,
}

/// Who pays.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct Payer {
    /// Its id.
    pub id: PayerId,
    /// How it pays.
    pub kind: PayerKind,
    /// Its name. May be empty.
    pub name: String,
    /// The client's member number. May be empty.
    pub member: String,
    /// Its number, as it is dialled. May be empty.
    pub phone: String,
}

/// What an authorization counts.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum CoverageUnit {
    /// Days with a session.
    Days,
    /// Sessions.
    Sessions,
}

/// Most days or sessions of one authorization.
pub const MOST_UNITS: u32 = 10_000;

/// What a payer agreed to cover.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct Authorization {
    /// Its id.
    pub id: AuthorizationId,
    /// Who covers.
    pub payer: PayerId,
    /// The episode that is covered.
    pub episode: EpisodeId,
    /// What is counted.
    pub unit: CoverageUnit,
    /// How many of them, 1 to [`MOST_UNITS`].
    pub amount: u32,
    /// The first day.
    pub starts_on: NaiveDate,
    /// The last day.
    pub ends_on: NaiveDate,
    /// The payer's number for it. May be empty.
    pub reference: String,
}

/// Whether it is time to ask for an authorization anew.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum Renewal {
    /// Not yet.
    Later,
    /// From [`RENEWED_FROM`] to [`RENEWED_BY`] days before the last covered day.
    Now,
    /// After that, up to the last covered day.
    Soon,
    /// The last covered day is over.
    Over,
    /// Another one goes on after it before any other session, or no session is planned that it does not reach.
    NotNeeded,
}

/// Most days before the last covered day on which it is renewed.
pub const RENEWED_FROM: u64 = 5;
/// Fewest days before the last covered day on which it is renewed.
pub const RENEWED_BY: u64 = 3;

/// How an authorization stands.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct Covered {
    /// Days or sessions that were attended, whole or in part.
    pub used: u32,
    /// What is left of the amount.
    pub left: u32,
    /// Of its days, those still to come that have a session (or the sessions themselves).
    pub planned: u32,
    /// Those that are over and wait for an answer.
    pub waiting: u32,
    /// The last day that is covered: its last day, or sooner the day on which what was attended, what
    /// waits and what is planned uses it up.
    pub last_day: NaiveDate,
    /// Days from today to that day; 0 after it.
    pub days_left: u32,
    /// The first day on which it is renewed.
    pub renew_from: NaiveDate,
    /// The day by which it is renewed.
    pub renew_by: NaiveDate,
    /// Whether it is time.
    pub renewal: Renewal,
}

/// Whether a session was attended, whole or in part.
#[must_use]
pub const fn is_attended(state: SessionState) -> bool {
    matches!(state, SessionState::Attended | SessionState::AttendedInPart)
}

impl CareRecord {
    /// How an authorization stands. It is used by the sessions of its episode on its days whose minutes
    /// count: one each, or one for each day with any.
    ///
    /// `others` are all authorizations. Today is the clinic's.
    #[must_use]
    pub fn covered(&self, one: &Authorization, others: &[Authorization], now: DateTime<Utc>) -> Covered {
        let zone = self.zone(one.episode);
        let today = zone.civil(now).date();
        let mut sessions = self.occurrences(one.starts_on, one.ends_on);
        sessions.retain(|s| s.episode == one.episode && self.counts(s.episode, s.kind));
        let is_planned = |s: &Occurrence| s.state == SessionState::Planned;
        let attended = days(&sessions, one.unit, |s| is_attended(s.state));
        let mut all = days(&sessions, one.unit, |s| is_attended(s.state) || is_planned(s));
        let ahead = days(&sessions, one.unit, |s| is_planned(s) && !s.is_over(zone, now));
        let mut waiting = days(&sessions, one.unit, |s| is_planned(s) && s.is_over(zone, now));
        let mut planned = ahead;
        if one.unit == CoverageUnit::Days {
            // A day is counted once, as the most that is known of it.
            planned.retain(|day| !attended.contains(day));
            waiting.retain(|day| !attended.contains(day) && !planned.contains(day));
        }
        let used = count(&attended);
        let amount = usize::try_from(one.amount).unwrap_or(usize::MAX);
        all.truncate(amount);
        let last_day = all.last().filter(|_| all.len() == amount).map_or(one.ends_on, |day| *day);
        let goes_on = others.iter().any(|o| {
            (o.payer, o.episode, o.unit) == (one.payer, one.episode, one.unit)
                && o.starts_on > one.starts_on
                && o.ends_on > last_day
                && self.nothing_is_planned_between(one.episode, last_day, o.starts_on)
        });
        let renewal = if today > last_day {
            Renewal::Over
        } else if goes_on || !self.goes_on_after(one.episode, last_day) {
            Renewal::NotNeeded
        } else if today > minus_days(last_day, RENEWED_BY) {
            Renewal::Soon
        } else if today >= minus_days(last_day, RENEWED_FROM) {
            Renewal::Now
        } else {
            Renewal::Later
        };
        Covered {
            used,
            left: one.amount.saturating_sub(used),
            planned: count(&planned),
            waiting: count(&waiting),
            last_day,
            days_left: u32::try_from((last_day - today).num_days()).unwrap_or(0),
            renew_from: minus_days(last_day, RENEWED_FROM),
            renew_by: minus_days(last_day, RENEWED_BY),
            renewal,
        }
    }

    /// Whether no session that counts is planned after the one day and before the other.
    fn nothing_is_planned_between(&self, episode: EpisodeId, last_day: NaiveDate, next: NaiveDate) -> bool {
        let between = self.occurrences(plus_days(last_day, 1), minus_days(next, 1));
        let uncovered = |s: &Occurrence| s.episode == episode && s.state == SessionState::Planned;
        !between.iter().any(|s| uncovered(s) && self.counts(s.episode, s.kind))
    }

    /// Whether an episode goes on after that day, as far as it is planned.
    fn goes_on_after(&self, episode: EpisodeId, day: NaiveDate) -> bool {
        let episode = self.episodes.iter().find(|e| e.id == episode);
        episode.is_some_and(|episode| self.planned_end(episode).is_none_or(|end| end > day))
    }
}

/// The days of those sessions, in order: each day once, or once for each session.
fn days(sessions: &[Occurrence], unit: CoverageUnit, which: impl Fn(&Occurrence) -> bool) -> Vec<NaiveDate> {
    let days = sessions.iter().filter(|s| which(s)).map(|s| s.on);
    match unit {
        CoverageUnit::Sessions => days.collect(),
        CoverageUnit::Days => days.collect::<BTreeSet<_>>().into_iter().collect(),
    }
}

fn count(days: &[NaiveDate]) -> u32 {
    u32::try_from(days.len()).unwrap_or(u32::MAX)
}

#[cfg(test)]
#[path = "coverage_test.rs"]
pub(crate) mod tests;
