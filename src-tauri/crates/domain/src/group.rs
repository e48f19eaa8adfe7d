//! Support groups: fellowships, usual meetings, attendances, and what is asked
//! per week.

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use crate::id::{AttendanceId, MeetingId, RequirementId};
use crate::time::{TimeOfDay, Weekday, minus_days, plus_days, week_start};

/// A fellowship or other kind of support group. None is preferred.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
#[allow(missing_docs)]
pub enum Fellowship {
    Aa,
    Na,
    Ca,
    Cma,
    Ha,
    SmartRecovery,
    LifeRing,
    WomenForSobriety,
    RecoveryDharma,
    RefugeRecovery,
    Sos,
    CelebrateRecovery,
    DualRecoveryAnonymous,
    ModerationManagement,
    AlAnon,
    NarAnon,
    AlumniGroup,
    Other,
}

/// How one is at a meeting.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
#[allow(missing_docs)]
pub enum MeetingMode {
    InPerson,
    Online,
    Phone,
}

/// What the client did at a meeting.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
#[allow(missing_docs)]
pub enum Took {
    Listened,
    Shared,
    Chaired,
    Service,
    SponsorTime,
}

impl Took {
    /// All of them, in the order in which they are offered.
    pub const ALL: [Self; 5] = [Self::Listened, Self::Shared, Self::Chaired, Self::Service, Self::SponsorTime];
}

/// A meeting the client usually goes to.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct Meeting {
    /// Its id.
    pub id: MeetingId,
    /// The fellowship.
    pub fellowship: Fellowship,
    /// The group's name.
    pub name: String,
    /// On which weekday.
    pub weekday: Weekday,
    /// At what time, where the client is.
    pub time: TimeOfDay,
    /// How long, 1 to 1440 minutes.
    pub minutes: u32,
    /// How the client usually takes part.
    pub mode: MeetingMode,
    /// Where, or empty.
    pub place: String,
}

impl Meeting {
    /// The last day on or before `today` on which it was held.
    #[must_use]
    pub fn last_held(&self, today: NaiveDate) -> NaiveDate {
        minus_days(today, u64::from(Weekday::of(today).after(self.weekday)))
    }
}

/// One visit to a support group.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct Attendance {
    /// Its id.
    pub id: AttendanceId,
    /// The usual meeting it was, if it was one.
    pub meeting: Option<MeetingId>,
    /// The fellowship.
    pub fellowship: Fellowship,
    /// The group's name; may be empty.
    pub name: String,
    /// On which day, where the client was.
    pub on: NaiveDate,
    /// At what time, where the client was.
    pub time: TimeOfDay,
    /// How long, 1 to 1440 minutes.
    pub minutes: u32,
    /// In person, online or by phone.
    pub mode: MeetingMode,
    /// What the client did there.
    pub took: Vec<Took>,
    /// What it was about; may be empty.
    pub topic: String,
    /// The client's private note.
    pub note: String,
}

/// So many support-group meetings a week, asked of the client from a day on.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct Requirement {
    /// Its id.
    pub id: RequirementId,
    /// How many a week, 1 to 50.
    pub per_week: u32,
    /// The first day. It asks from the first whole week on.
    pub starts_on: NaiveDate,
    /// Whether what was short in one week is asked in addition in the next.
    pub carries_over: bool,
}

/// How a week stands against a requirement.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, TS)]
pub struct Owed {
    /// Asked each week.
    pub per_week: u32,
    /// Attended this week.
    pub done: u32,
    /// Left over from earlier weeks at the start of this one.
    pub carried: u32,
    /// Still to attend this week to settle all: what is asked and what was carried, less what is done.
    pub left: u32,
    /// The last day of this week.
    pub due_on: NaiveDate,
}

impl Requirement {
    /// How the week of `today` stands.
    ///
    /// Each week asks `per_week`; with carry-over a shortfall is asked in
    /// addition in the next week, and more than asked settles what was
    /// carried but is not saved up. `attended` are the days of all attendances
    /// from [`Requirement::first_week`] on, in any order. `None` before the
    /// first whole week.
    #[must_use]
    pub fn owed(&self, attended: &[NaiveDate], today: NaiveDate, first: Weekday) -> Option<Owed> {
        let this_week = week_start(today, first);
        let mut week = self.first_week(first);
        if week > this_week {
            return None;
        }
        let weeks = usize::try_from((this_week - week).num_days() / 7).ok()?;
        let mut done = vec![0u32; weeks + 1];
        for on in attended {
            let index = usize::try_from((*on - week).num_days().div_euclid(7)).ok();
            if let Some(count) = index.and_then(|index| done.get_mut(index)) {
                *count += 1;
            }
        }
        let mut carried = 0;
        while week < this_week {
            let count = done.get(usize::try_from((week - self.first_week(first)).num_days() / 7).ok()?).copied()?;
            let short = (carried + self.per_week).saturating_sub(count);
            carried = if self.carries_over { short } else { 0 };
            week = plus_days(week, 7);
        }
        let done = done.last().copied()?;
        Some(Owed {
            per_week: self.per_week,
            done,
            carried,
            left: (carried + self.per_week).saturating_sub(done),
            due_on: plus_days(this_week, 6),
        })
    }

    /// The first day of the first whole week it asks for.
    #[must_use]
    pub fn first_week(&self, first: Weekday) -> NaiveDate {
        let start = week_start(self.starts_on, first);
        if start == self.starts_on { start } else { plus_days(start, 7) }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn day(text: &str) -> NaiveDate {
        text.parse().unwrap()
    }

    fn two_a_week(carries_over: bool) -> Requirement {
        Requirement { id: RequirementId::new(0, &[0; 10]), per_week: 2, starts_on: day("2026-01-05"), carries_over }
    }

    #[test]
    fn a_missed_meeting_is_owed_in_addition_the_next_week() {
        let attended = [day("2026-01-06"), day("2026-01-13"), day("2026-01-15")];
        let owed = two_a_week(true).owed(&attended, day("2026-01-20"), Weekday::Monday).unwrap();
        assert_eq!(owed, Owed { per_week: 2, done: 0, carried: 1, left: 3, due_on: day("2026-01-25") });
        let owed = two_a_week(false).owed(&attended, day("2026-01-20"), Weekday::Monday).unwrap();
        assert_eq!((owed.carried, owed.left), (0, 2));
    }

    #[test]
    fn more_than_asked_settles_what_is_owed_but_is_not_saved_up() {
        // One short, then one more than asked, then three more than asked.
        let attended: Vec<NaiveDate> = [
            "2026-01-06",
            "2026-01-12",
            "2026-01-13",
            "2026-01-14",
            "2026-01-19",
            "2026-01-20",
            "2026-01-21",
            "2026-01-22",
            "2026-01-23",
        ]
        .map(day)
        .to_vec();
        let owed = two_a_week(true).owed(&attended, day("2026-01-27"), Weekday::Monday).unwrap();
        assert_eq!((owed.carried, owed.left), (0, 2));
    }

    #[test]
    fn a_requirement_asks_from_its_first_whole_week() {
        let mut requirement = two_a_week(true);
        requirement.starts_on = day("2026-01-07");
        assert_eq!(requirement.owed(&[], day("2026-01-08"), Weekday::Monday), None);
        assert_eq!(requirement.owed(&[], day("2026-01-12"), Weekday::Monday).unwrap().left, 2);
    }

    #[test]
    fn a_usual_meeting_was_last_held_today_or_in_the_six_days_before() {
        let meeting = Meeting {
            id: MeetingId::new(0, &[0; 10]),
            fellowship: Fellowship::Aa,
            name: String::new(),
            weekday: Weekday::Tuesday,
            time: TimeOfDay::from_minutes(0),
            minutes: 60,
            mode: MeetingMode::InPerson,
            place: String::new(),
        };
        assert_eq!(meeting.last_held(day("2026-02-03")), day("2026-02-03"));
        assert_eq!(meeting.last_held(day("2026-02-02")), day("2026-01-27"));
    }

    /// The slow, obvious model: week by week, a debt that grows and is paid.
    fn slowly(
        requirement: &Requirement,
        attended: &[NaiveDate],
        today: NaiveDate,
        first: Weekday,
    ) -> Option<(u32, u32)> {
        let mut debt = 0u32;
        let mut day = requirement.starts_on;
        while Weekday::of(day) != first {
            day = plus_days(day, 1);
        }
        loop {
            let week: Vec<NaiveDate> = (0..7).map(|n| plus_days(day, n)).collect();
            if week[0] > today {
                return None;
            }
            let done = attended.iter().filter(|on| week.contains(on)).count() as u32;
            let asked = requirement.per_week + debt;
            if week.contains(&today) {
                return Some((debt, asked.saturating_sub(done)));
            }
            debt = if requirement.carries_over { asked.saturating_sub(done) } else { 0 };
            day = plus_days(day, 7);
        }
    }

    proptest::proptest! {
        #[test]
        fn what_is_owed_agrees_with_a_slow_and_obvious_model(
            starts in 0u64..30, per_week in 1u32..6, carries_over: bool,
            visits in proptest::collection::vec(0u64..140, 0..60), now in 0u64..140, first in 0usize..7
        ) {
            let begin = day("2026-01-05");
            let requirement = Requirement {
                id: RequirementId::new(0, &[0; 10]),
                per_week,
                starts_on: plus_days(begin, starts),
                carries_over,
            };
            let attended: Vec<NaiveDate> = visits.into_iter().map(|n| plus_days(begin, n)).collect();
            let (today, first) = (plus_days(begin, now), Weekday::ALL[first]);
            let fast = requirement.owed(&attended, today, first).map(|owed| (owed.carried, owed.left));
            proptest::prop_assert_eq!(fast, slowly(&requirement, &attended, today, first));
        }
    }
}
