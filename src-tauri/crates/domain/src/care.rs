//! Levels of care, episodes of care with their phases, weekly patterns, and
//! sessions.

use std::str::FromStr;

use chrono::{NaiveDate, NaiveDateTime};
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use crate::id::{ClosureId, EpisodeId, PatternId, PhaseId, SessionId};
use crate::time::{TimeOfDay, Weekday, Zone, minus_days, plus_days, plus_minutes};

/// A level of care (ASAM Criteria, 3rd edition: 2.5, 2.1, 1; aftercare has none).
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum Level {
    /// PHP, ASAM 2.5.
    PartialHospitalization,
    /// IOP, ASAM 2.1.
    IntensiveOutpatient,
    /// ASAM 1.
    Outpatient,
    /// Afterwards, for as long as it helps.
    Aftercare,
}

/// Which thresholds of hours hold.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
#[allow(missing_docs)]
pub enum AgeGroup {
    Adult,
    Adolescent,
}

/// Minutes a week that a level of care means: from `least`, and under `below`.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, TS)]
pub struct WeeklyRange {
    /// At least so many minutes.
    pub least: u32,
    /// Fewer than so many minutes; `None`: no upper bound.
    pub below: Option<u32>,
}

impl Level {
    /// The minutes a week of this level; `None` where the level names none.
    ///
    /// Source: ASAM Criteria, 3rd edition. Programs publish "9–20 hours" for
    /// IOP; 20 itself belongs to partial hospitalization.
    #[must_use]
    pub const fn weekly_range(self, age: AgeGroup) -> Option<WeeklyRange> {
        let iop_least = match age {
            AgeGroup::Adult => 9 * 60,
            AgeGroup::Adolescent => 6 * 60,
        };
        match self {
            Self::PartialHospitalization => Some(WeeklyRange { least: 20 * 60, below: None }),
            Self::IntensiveOutpatient => Some(WeeklyRange { least: iop_least, below: Some(20 * 60) }),
            Self::Outpatient => Some(WeeklyRange { least: 0, below: Some(iop_least) }),
            Self::Aftercare => None,
        }
    }
}

/// What happens in a session.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
#[allow(missing_docs)]
pub enum SessionKind {
    Individual,
    Group,
    Family,
    Education,
    DrugTest,
    CaseManagement,
    MedicationVisit,
    PsychiatricVisit,
    Other,
}

impl SessionKind {
    /// Every kind.
    pub const ALL: [Self; 9] = [
        Self::Individual,
        Self::Group,
        Self::Family,
        Self::Education,
        Self::DrugTest,
        Self::CaseManagement,
        Self::MedicationVisit,
        Self::PsychiatricVisit,
        Self::Other,
    ];

    /// The kinds whose minutes count toward the hours of the week, unless the
    /// program says otherwise: all but a drug test.
    #[must_use]
    pub fn counted_by_default() -> Vec<Self> {
        Self::ALL.into_iter().filter(|kind| *kind != Self::DrugTest).collect()
    }
}

/// Who provides the care. Every part may be empty.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct Provider {
    /// The clinic's or program's name.
    pub name: String,
    /// Its number, as it is dialled.
    pub phone: String,
    /// Where it is.
    pub address: String,
    /// Room, floor or group.
    pub room: String,
    /// The https link to join online.
    pub link: String,
}

/// One stretch of care at one level.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct Episode {
    /// Its id.
    pub id: EpisodeId,
    /// The level of care.
    pub level: Level,
    /// Which thresholds hold.
    pub age_group: AgeGroup,
    /// The edition that the level's hours come from, such as `ASAM 3`.
    pub edition: String,
    /// Who provides it.
    pub provider: Provider,
    /// The clinic's zone.
    #[ts(type = "string")]
    pub zone: Zone,
    /// The first day.
    pub starts_on: NaiveDate,
    /// The last day; `None` while open.
    pub ends_on: Option<NaiveDate>,
    /// The kinds whose minutes count toward the hours of the week, as the program says.
    pub counted: Vec<SessionKind>,
}

/// A part of an episode with one target.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct Phase {
    /// Its id.
    pub id: PhaseId,
    /// The episode it belongs to.
    pub episode: EpisodeId,
    /// The first day.
    pub starts_on: NaiveDate,
    /// The last day; `None` while open.
    pub ends_on: Option<NaiveDate>,
    /// Minutes a week that are aimed at, 0 to 10,080.
    pub target_minutes: u32,
}

/// Most weeks from one session of a pattern to the next: a year.
pub const MOST_WEEKS_BETWEEN: u32 = 52;

/// A session that comes again every week, or every so many weeks.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct Pattern {
    /// Its id.
    pub id: PatternId,
    /// The episode it belongs to.
    pub episode: EpisodeId,
    /// What happens.
    pub kind: SessionKind,
    /// On which weekday, in the clinic's zone.
    pub weekday: Weekday,
    /// At what time, in the clinic's zone.
    pub time: TimeOfDay,
    /// How long, 1 to 1440 minutes.
    pub minutes: u32,
    /// Weeks from one to the next, 1 to [`MOST_WEEKS_BETWEEN`], counted from the first
    /// of its weekdays on or after `starts_on`.
    pub every_weeks: u32,
    /// The first day on which it can happen.
    pub starts_on: NaiveDate,
    /// The last day on which it can happen; `None`: open.
    pub ends_on: Option<NaiveDate>,
}

impl Pattern {
    /// The first day on which it happens.
    #[must_use]
    pub fn first_day(&self) -> NaiveDate {
        plus_days(self.starts_on, u64::from(self.weekday.after(Weekday::of(self.starts_on))))
    }

    /// This pattern, on the weeks of one of those that it takes the place of: where the same is
    /// held already on the day before, or begins before this one would come a second time, it
    /// begins with the next day of that.
    #[must_use]
    pub fn going_on(self, before: &[Self]) -> Self {
        let slot = |p: &Self| (p.episode, p.kind, p.weekday, p.time, p.minutes, p.every_weeks);
        let second = plus_days(self.first_day(), u64::from(self.stride()));
        let begins = |p: &Self| p.starts_on < self.starts_on || (p.ends_on == self.ends_on && p.first_day() < second);
        let held = |p: &&Self| slot(p) == slot(&self) && begins(p) && p.ends_on.is_none_or(|end| end >= self.starts_on);
        let starts_on = before.iter().find(held).map_or(self.starts_on, |p| p.day_from(self.starts_on));
        Self { starts_on, ..self }
    }

    /// The days from one to the next.
    #[must_use]
    pub const fn stride(&self) -> u32 {
        7 * if self.every_weeks == 0 { 1 } else { self.every_weeks }
    }

    /// The first of its days on that day or later.
    #[must_use]
    pub fn day_from(&self, from: NaiveDate) -> NaiveDate {
        let first = self.first_day();
        let gone = u64::try_from((from - first).num_days()).unwrap_or(0);
        plus_days(first, gone.next_multiple_of(u64::from(self.stride())))
    }
}

/// Days on which the program is closed: what is planned on them is cancelled, and what was
/// answered stays as it is. Lifting it brings all back.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct Closure {
    /// Its id.
    pub id: ClosureId,
    /// The episode whose provider is closed.
    pub episode: EpisodeId,
    /// The first day.
    pub starts_on: NaiveDate,
    /// The last day.
    pub ends_on: NaiveDate,
    /// Why, such as a holiday. May be empty.
    pub reason: String,
}

impl Closure {
    /// Whether a session of that episode on that day falls into it.
    #[must_use]
    pub fn covers(&self, episode: EpisodeId, on: NaiveDate) -> bool {
        self.episode == episode && self.starts_on <= on && on <= self.ends_on
    }
}

/// What became of a session.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum SessionState {
    /// Nothing is said of it yet.
    Planned,
    /// I was there.
    Attended,
    /// I was there for part of it.
    AttendedInPart,
    /// I was excused.
    Excused,
    /// I was not there.
    Missed,
    /// The program cancelled it.
    Cancelled,
}

/// A session that is kept by itself: one that was logged, changed, or added once.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct Session {
    /// Its id.
    pub id: SessionId,
    /// The episode it belongs to.
    pub episode: EpisodeId,
    /// The pattern and the day it comes from; `None` for one added once.
    pub origin: Option<Origin>,
    /// What happens.
    pub kind: SessionKind,
    /// The day on which it begins, in the clinic's zone.
    pub on: NaiveDate,
    /// When it begins, in the clinic's zone.
    pub time: TimeOfDay,
    /// How long it is planned, 1 to 1440 minutes.
    pub minutes: u32,
    /// What became of it.
    pub state: SessionState,
    /// Minutes attended, 0 to 1440; only when attended or attended in part.
    pub attended_minutes: Option<u32>,
    /// The missed or excused session that this one makes up.
    pub makes_up: Option<SessionId>,
    /// The client's private note.
    pub note: String,
    /// What else is kept of it.
    pub details: Details,
}

impl Session {
    /// Whether the client wrote nothing into it and nothing hangs on it.
    #[must_use]
    pub fn says_nothing(&self) -> bool {
        self.note.is_empty() && self.makes_up.is_none() && self.details == Details::default()
    }
}

/// What is kept of a session beside when it was and what became of it.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct Details {
    /// Who led it. May be empty.
    pub led_by: String,
    /// What it was about. May be empty.
    pub topic: String,
    /// What is to be done until another time.
    pub homework: Option<Homework>,
    /// Minutes that the client came late, 1 to 1440.
    pub late_minutes: Option<u32>,
    /// Minutes that the client left early, 1 to 1440.
    pub left_early_minutes: Option<u32>,
    /// What a drug test came to.
    pub test: Option<TestReport>,
    /// Where in a calendar file it comes from.
    pub imported: Option<Imported>,
}

/// Something to do after a session.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct Homework {
    /// What to do.
    pub text: String,
    /// Until which day, if one was named.
    pub due_on: Option<NaiveDate>,
    /// Whether it is done.
    pub done: bool,
}

/// What a drug test came to, as far as the client was told.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct TestReport {
    /// The result.
    pub result: TestResult,
    /// Prescribed medicines that may show. May be empty.
    pub medicines: String,
}

/// The result of a drug test.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum TestResult {
    /// Nothing was found.
    Negative,
    /// What was found is prescribed.
    Expected,
    /// Something was found.
    Positive,
    /// The sample was too thin to say.
    Dilute,
    /// The sample could not be read.
    Invalid,
    /// The client was not told.
    NotTold,
}

/// Which entry of a calendar file a session comes from.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct Imported {
    /// The entry's UID.
    pub uid: String,
    /// Which of its recurrences; empty for an entry that does not repeat.
    pub recurrence: String,
    /// A mark of the session as it was taken in: one that fits its mark no more was changed by the client.
    pub mark: String,
}

/// Which occurrence of which pattern a kept session stands for.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct Origin {
    /// The pattern.
    pub pattern: PatternId,
    /// The day on which the pattern puts it.
    pub on: NaiveDate,
}

/// Names one session, whether it is kept by itself or only follows from a pattern.
///
/// As text: a session's id, or `pattern id/date`.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, TS)]
#[ts(type = "string")]
pub enum SessionRef {
    /// One that is kept.
    Kept(SessionId),
    /// One that follows from a pattern.
    Occurrence(Origin),
}

impl std::fmt::Display for SessionRef {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        match self {
            Self::Kept(id) => id.fmt(f),
            Self::Occurrence(origin) => write!(f, "{}/{}", origin.pattern, origin.on),
        }
    }
}

impl FromStr for SessionRef {
    type Err = ();

    fn from_str(text: &str) -> Result<Self, ()> {
        match text.split_once('/') {
            None => Ok(Self::Kept(SessionId(text.parse().map_err(drop)?))),
            Some((pattern, on)) => Ok(Self::Occurrence(Origin {
                pattern: PatternId(pattern.parse().map_err(drop)?),
                on: on.parse().map_err(drop)?,
            })),
        }
    }
}

impl Serialize for SessionRef {
    fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_str(self)
    }
}

impl<'de> Deserialize<'de> for SessionRef {
    fn deserialize<D: serde::Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let text = std::borrow::Cow::<str>::deserialize(deserializer)?;
        text.parse().map_err(|()| serde::de::Error::custom("unknown"))
    }
}

/// Most minutes of one session or attendance: a day.
pub const MOST_MINUTES: u32 = 1440;

/// When a session that begins then and lasts so long is over, on the wall clock.
#[must_use]
pub fn end_of(on: NaiveDate, time: TimeOfDay, minutes: u32) -> NaiveDateTime {
    plus_minutes(on.and_time(time.time()), minutes)
}

/// Lets every episode run, with its phases and patterns, until its own last day where it was
/// ended early, and until the day before the next one begins at the latest. What would begin
/// later is left out.
///
/// What is kept says how care was planned; a level that is deleted again thus
/// gives back the one before it whole, and one that is opened again goes on as it was planned.
pub fn until_the_next(episodes: &mut [Episode], phases: &mut Vec<Phase>, patterns: &mut Vec<Pattern>) {
    let spans: Vec<_> = episodes.iter().map(|e| (e.id, e.starts_on, e.ends_on)).collect();
    let last_day = |id: EpisodeId| {
        let (_, begins, ends) = spans.iter().find(|(episode, ..)| *episode == id)?;
        let next = spans.iter().map(|(_, next, _)| *next).filter(|next| next > begins).min();
        next.map(|next| minus_days(next, 1)).into_iter().chain(*ends).min()
    };
    let sooner = |end: Option<NaiveDate>, last: NaiveDate| Some(end.map_or(last, |end| end.min(last)));
    for episode in episodes {
        if let Some(last) = last_day(episode.id) {
            episode.ends_on = sooner(episode.ends_on, last);
        }
    }
    phases.retain_mut(|phase| {
        let Some(last) = last_day(phase.episode) else { return true };
        phase.ends_on = sooner(phase.ends_on, last);
        phase.starts_on <= last
    });
    patterns.retain_mut(|pattern| {
        let Some(last) = last_day(pattern.episode) else { return true };
        pattern.ends_on = sooner(pattern.ends_on, last);
        pattern.starts_on <= last
    });
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn twenty_hours_belong_to_partial_hospitalization_and_not_to_iop() {
        let iop = Level::IntensiveOutpatient.weekly_range(AgeGroup::Adult).unwrap();
        let php = Level::PartialHospitalization.weekly_range(AgeGroup::Adult).unwrap();
        assert_eq!((iop.least, iop.below), (540, Some(1200)));
        assert_eq!((php.least, php.below), (1200, None));
        let young = Level::IntensiveOutpatient.weekly_range(AgeGroup::Adolescent).unwrap();
        assert_eq!(young.least, 360);
        assert_eq!(Level::Outpatient.weekly_range(AgeGroup::Adolescent).unwrap().below, Some(360));
    }

    #[test]
    fn a_session_is_named_the_same_in_text_and_back() {
        let id = SessionId::new(1, &[7; 10]);
        let origin = Origin { pattern: PatternId::new(2, &[9; 10]), on: NaiveDate::from_ymd_opt(2026, 2, 2).unwrap() };
        for named in [SessionRef::Kept(id), SessionRef::Occurrence(origin)] {
            assert_eq!(named.to_string().parse(), Ok(named));
        }
        assert!("no".parse::<SessionRef>().is_err());
        assert!(format!("{}/2026-02-30", origin.pattern).parse::<SessionRef>().is_err());
    }
}
