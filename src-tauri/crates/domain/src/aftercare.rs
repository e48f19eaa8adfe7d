//! The aftercare plan: what is kept up after treatment, by area, each with a next step and a day; and what is to be
//! seen to before a program ends.

use chrono::{Datelike, Months, NaiveDate};
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use crate::hours::CareRecord;
use crate::id::AftercareId;
use crate::path::Place;
use crate::time::{LAST_DATE, plus_days};

/// Most units between two times: more than any of them is worth planning.
pub const MOST_BETWEEN: u32 = 366;
/// The last so many days of a program: the time to see to what comes after it.
pub const LEAVING_DAYS: u64 = 14;
/// Today shows what is due within so many days.
pub const SOON_DAYS: u64 = 7;

/// What part of life it is about.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum Area {
    /// Support groups.
    Groups,
    /// Outpatient therapy.
    Therapy,
    /// The alumni or aftercare program.
    Alumni,
    /// Medication.
    Medication,
    /// The doctor.
    Doctor,
    /// Home.
    Home,
    /// Work or school.
    Work,
    /// Family.
    Family,
    /// Health.
    Health,
    /// Money.
    Money,
    /// Joy.
    Joy,
    /// Anything else.
    Other,
}

/// A length of time by the calendar.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
#[allow(missing_docs)]
pub enum TimeUnit {
    Day,
    Week,
    Month,
    Year,
}

/// How often it comes again.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct Repeat {
    /// Every so many, 1 to [`MOST_BETWEEN`].
    pub every: u32,
    /// Of what.
    pub unit: TimeUnit,
}

/// An entry of the aftercare plan.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct Aftercare {
    /// Its id.
    pub id: AftercareId,
    /// What part of life it is about.
    pub area: Area,
    /// What is kept up, or aimed at.
    pub text: String,
    /// The next step. May be empty.
    pub next_step: String,
    /// By when; one that repeats has a day.
    pub due_on: Option<NaiveDate>,
    /// How often it comes again; `None`: it is done once.
    pub repeat: Option<Repeat>,
    /// The day of the month that it keeps to where months or years repeat, 1 to 31: the last day in shorter ones.
    /// `None` where nothing repeats, or days or weeks do.
    pub month_day: Option<u32>,
    /// When it was done; `None`: it is open. One that repeats stays open.
    pub done_on: Option<NaiveDate>,
    /// Whether it is to be seen to before a program ends.
    pub before_leaving: bool,
    /// What else there is to say. May be empty.
    pub note: String,
}

/// A day on which an entry that repeats was done.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct AftercareDone {
    /// The entry.
    pub id: AftercareId,
    /// The day.
    pub on: NaiveDate,
}

impl Repeat {
    /// The first of its days after `due_on` that is past `today`. Months that are too short for `month_day` have their
    /// last day instead; the months after them have the day itself again. At the end of the calendar, the last day.
    #[must_use]
    pub fn after(self, due_on: NaiveDate, month_day: u32, today: NaiveDate) -> NaiveDate {
        let past = due_on.max(today);
        let every = self.every.max(1);
        let months = match self.unit {
            TimeUnit::Day | TimeUnit::Week => {
                let step = u64::from(every) * if self.unit == TimeUnit::Week { 7 } else { 1 };
                let gone = u64::try_from((past - due_on).num_days()).unwrap_or(0);
                return plus_days(due_on, (gone / step + 1) * step).min(LAST_DATE);
            }
            TimeUnit::Month => every,
            TimeUnit::Year => every.saturating_mul(12),
        };
        let first = due_on.with_day(1).unwrap_or(due_on);
        // Of the month of `past`, or of the one after it: whole steps before them cannot be past it.
        let gone = u32::try_from((past.year() - due_on.year()) * 12).unwrap_or(0) + past.month() - 1;
        let whole = gone.saturating_sub(due_on.month() - 1) / months;
        let day = |step: u32| {
            let month = first.checked_add_months(Months::new(step.saturating_mul(months)))?;
            let last = month.checked_add_months(Months::new(1))?.pred_opt()?;
            month.with_day(month_day.clamp(1, last.day()))
        };
        [whole, whole + 1]
            .into_iter()
            .filter_map(day)
            .find(|day| *day > past)
            .map_or(LAST_DATE, |day| day.min(LAST_DATE))
    }
}

impl Aftercare {
    /// The day of the month to keep to: that of `due_on`, where months or years repeat.
    #[must_use]
    pub fn month_day_of(due_on: Option<NaiveDate>, repeat: Option<Repeat>) -> Option<u32> {
        let months = repeat.is_some_and(|repeat| matches!(repeat.unit, TimeUnit::Month | TimeUnit::Year));
        due_on.filter(|_| months).map(|day| day.day())
    }

    /// When it is due next, after it was done; `None`: it does not repeat.
    #[must_use]
    pub fn due_again(&self, today: NaiveDate) -> Option<NaiveDate> {
        let due_on = self.due_on.unwrap_or(today);
        Some(self.repeat?.after(due_on, self.month_day.unwrap_or_else(|| due_on.day()), today))
    }

    /// Whether it is open and its day is past.
    #[must_use]
    pub fn is_overdue(&self, today: NaiveDate) -> bool {
        self.done_on.is_none() && self.due_on.is_some_and(|due| due < today)
    }

    /// In the order in which they are due: that with the earliest day first, then that without one.
    #[must_use]
    pub fn by_due(&self) -> (bool, Option<NaiveDate>, AftercareId) {
        (self.due_on.is_none(), self.due_on, self.id)
    }
}

impl CareRecord {
    /// The last day of a program that goes on today and is planned to end within [`LEAVING_DAYS`], today included.
    #[must_use]
    pub fn leaving_on(&self, today: NaiveDate) -> Option<NaiveDate> {
        let ends = self.episodes.iter().filter_map(|episode| {
            let end = self.planned_end(episode)?;
            (Place::of(episode.starts_on, Some(end), today) == Place::Here).then_some(end)
        });
        ends.min().filter(|end| *end < plus_days(today, LEAVING_DAYS))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::time::FIRST_DATE;
    use proptest::prelude::*;

    fn day(text: &str) -> NaiveDate {
        text.parse().unwrap()
    }

    fn again(every: u32, unit: TimeUnit, due_on: &str, today: &str) -> String {
        let due_on = day(due_on);
        Repeat { every, unit }.after(due_on, due_on.day(), day(today)).to_string()
    }

    #[test]
    fn what_repeats_is_due_again_by_the_calendar_and_past_today() {
        use TimeUnit::{Day, Month, Week, Year};
        for (every, unit, due_on, today, expected) in [
            (1, Day, "2026-02-03", "2026-02-03", "2026-02-04"),
            (3, Day, "2026-02-03", "2026-02-10", "2026-02-12"),
            (1, Week, "2026-02-03", "2026-02-03", "2026-02-10"),
            (2, Week, "2026-02-03", "2026-02-17", "2026-03-03"),
            // Done early: the one that was due is done.
            (1, Week, "2026-02-06", "2026-02-03", "2026-02-13"),
            (1, Month, "2026-01-31", "2026-01-31", "2026-02-28"),
            (1, Month, "2026-01-15", "2026-03-15", "2026-04-15"),
            (1, Month, "2026-01-15", "2026-03-14", "2026-03-15"),
            (3, Month, "2025-11-30", "2025-11-30", "2026-02-28"),
            (1, Year, "2024-02-29", "2024-03-01", "2025-02-28"),
            (1, Year, "2024-02-29", "2027-03-01", "2028-02-29"),
            (366, Year, "2026-02-03", "2026-02-03", "2199-12-31"),
        ] {
            assert_eq!(again(every, unit, due_on, today), expected, "every {every} {unit:?} from {due_on} at {today}");
        }
    }

    #[test]
    fn a_short_month_does_not_move_the_months_after_it() {
        let monthly = Repeat { every: 1, unit: TimeUnit::Month };
        let mut due_on = day("2026-01-31");
        let mut days = Vec::new();
        for _ in 0..4 {
            due_on = monthly.after(due_on, 31, due_on);
            days.push(due_on.to_string());
        }
        assert_eq!(days, ["2026-02-28", "2026-03-31", "2026-04-30", "2026-05-31"]);
    }

    proptest! {
        #[test]
        fn the_next_day_is_the_first_of_the_repeat_that_is_past_both(
            due in 0u64..60_000, late in -400i64..4_000, every in 1u32..30, unit in 0usize..4
        ) {
            let unit = [TimeUnit::Day, TimeUnit::Week, TimeUnit::Month, TimeUnit::Year][unit];
            let due_on = plus_days(FIRST_DATE, due);
            let today = due_on + chrono::TimeDelta::days(late);
            // One step after another, each from the first day.
            let step = |n: u32| match unit {
                TimeUnit::Day => plus_days(due_on, u64::from(n * every)),
                TimeUnit::Week => plus_days(due_on, u64::from(n * every) * 7),
                TimeUnit::Month => due_on.checked_add_months(Months::new(n * every)).unwrap(),
                TimeUnit::Year => due_on.checked_add_months(Months::new(n * every * 12)).unwrap(),
            };
            let slow = (1..).map(step).find(|day| *day > due_on.max(today)).unwrap();
            prop_assert_eq!(Repeat { every, unit }.after(due_on, due_on.day(), today), slow.min(LAST_DATE));
        }
    }
}
