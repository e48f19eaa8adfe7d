//! Check-ins over weeks and months, beside treatment and meetings. It only counts: nothing is predicted, nothing is
//! called a cause of anything, and nothing is good or bad.

use chrono::{Datelike, NaiveDate};
use serde::Serialize;
use ts_rs::TS;

use crate::check_in::CheckIn;
use crate::requirement::Period;
use crate::time::{Weekday, minus_days, plus_days, week_start};

/// A week or month of check-ins, and what was attended in it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct TrendPoint {
    /// Its first day.
    pub starts_on: NaiveDate,
    /// Days with a check-in; only of these say the next ones anything.
    pub days: u32,
    /// The mean of mood, in hundredths, 100 to 500; `None` without a check-in.
    pub mood: Option<u32>,
    /// The mean of craving, in hundredths, 0 to 1000; `None` without a check-in.
    pub craving: Option<u32>,
    /// The mean of the nights' minutes of sleep; `None` where no night was told.
    pub sleep_minutes: Option<u32>,
    /// Days hungry.
    pub hungry: u32,
    /// Days angry.
    pub angry: u32,
    /// Days lonely.
    pub lonely: u32,
    /// Days tired.
    pub tired: u32,
    /// Days on which they said that they had used.
    pub used: u32,
    /// Days on which they said that they had not.
    pub not_used: u32,
    /// Minutes of treatment attended that count toward the week's hours.
    pub treatment_minutes: u32,
    /// Meetings of support groups attended.
    pub meetings: u32,
}

/// The first day of the week or calendar month that holds `day`; weeks begin on `first`.
#[must_use]
pub fn period_start(day: NaiveDate, by: Period, first: Weekday) -> NaiveDate {
    match by {
        Period::Week => week_start(day, first),
        Period::Month => minus_days(day, u64::from(day.day0())),
    }
}

/// The first day of the next week or month.
fn next_start(starts_on: NaiveDate, by: Period) -> NaiveDate {
    match by {
        Period::Week => plus_days(starts_on, 7),
        Period::Month => starts_on.checked_add_months(chrono::Months::new(1)).unwrap_or(NaiveDate::MAX),
    }
}

/// The first and the last day of all weeks or months that hold a day from `from` to `to`.
#[must_use]
pub fn whole_periods(from: NaiveDate, to: NaiveDate, by: Period, first: Weekday) -> (NaiveDate, NaiveDate) {
    (period_start(from, by, first), minus_days(next_start(period_start(to, by, first), by), 1))
}

/// Sums of one week or month.
#[derive(Default, Clone)]
struct Sums {
    days: u32,
    mood: u32,
    craving: u32,
    sleep: u32,
    nights: u32,
    hungry: u32,
    angry: u32,
    lonely: u32,
    tired: u32,
    used: u32,
    not_used: u32,
    treatment_minutes: u32,
    meetings: u32,
}

impl Sums {
    fn add(&mut self, check_in: &CheckIn) {
        self.days += 1;
        self.mood += u32::from(check_in.mood);
        self.craving += u32::from(check_in.craving);
        if let Some(minutes) = check_in.sleep_minutes {
            self.sleep += minutes;
            self.nights += 1;
        }
        self.hungry += u32::from(check_in.hungry);
        self.angry += u32::from(check_in.angry);
        self.lonely += u32::from(check_in.lonely);
        self.tired += u32::from(check_in.tired);
        self.used += u32::from(check_in.used == Some(true));
        self.not_used += u32::from(check_in.used == Some(false));
    }

    fn point(&self, starts_on: NaiveDate) -> TrendPoint {
        // Halves are rounded up.
        let mean = |sum: u32, of: u32| (of > 0).then(|| (sum + of / 2) / of.max(1));
        TrendPoint {
            starts_on,
            days: self.days,
            mood: mean(self.mood * 100, self.days),
            craving: mean(self.craving * 100, self.days),
            sleep_minutes: mean(self.sleep, self.nights),
            hungry: self.hungry,
            angry: self.angry,
            lonely: self.lonely,
            tired: self.tired,
            used: self.used,
            not_used: self.not_used,
            treatment_minutes: self.treatment_minutes,
            meetings: self.meetings,
        }
    }
}

/// One point for every week or month that holds a day from `from` to `to`, the earliest first, whole, also where
/// nothing is known of it. What lies outside is left out; the order of what is given does not matter. `treatment` are
/// the days and minutes of sessions attended, `meetings` the days of meetings attended.
#[must_use]
pub fn trend(
    (from, to): (NaiveDate, NaiveDate),
    by: Period,
    first: Weekday,
    check_ins: &[CheckIn],
    treatment: impl IntoIterator<Item = (NaiveDate, u32)>,
    meetings: impl IntoIterator<Item = NaiveDate>,
) -> Vec<TrendPoint> {
    let begin = period_start(from, by, first);
    let starts: Vec<_> = std::iter::successors(Some(begin), |start| Some(next_start(*start, by)))
        .take_while(|start| *start <= to)
        .collect();
    let mut sums = vec![Sums::default(); starts.len()];
    // By arithmetic and not by search: ten years are thousands of days.
    let index = |day: NaiveDate| match by {
        Period::Week => (day - begin).num_days().div_euclid(7),
        Period::Month => {
            i64::from((day.year() - begin.year()) * 12) + i64::from(day.month()) - i64::from(begin.month())
        }
    };
    let place = |day: NaiveDate| usize::try_from(index(day)).ok();
    for check_in in check_ins {
        if let Some(sums) = place(check_in.on).and_then(|i| sums.get_mut(i)) {
            sums.add(check_in);
        }
    }
    for (on, minutes) in treatment {
        if let Some(sums) = place(on).and_then(|i| sums.get_mut(i)) {
            sums.treatment_minutes += minutes;
        }
    }
    for on in meetings {
        if let Some(sums) = place(on).and_then(|i| sums.get_mut(i)) {
            sums.meetings += 1;
        }
    }
    starts.into_iter().zip(&sums).map(|(starts_on, sums)| sums.point(starts_on)).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn day(text: &str) -> NaiveDate {
        text.parse().unwrap()
    }

    fn check_in(on: NaiveDate, mood: u8, craving: u8) -> CheckIn {
        CheckIn {
            on,
            mood,
            craving,
            hungry: mood == 1,
            angry: false,
            lonely: craving > 5,
            tired: true,
            sleep_minutes: (mood > 2).then_some(400 + u32::from(mood)),
            used: match craving {
                0..=3 => Some(false),
                4..=8 => None,
                _ => Some(true),
            },
            note: String::new(),
        }
    }

    #[test]
    fn means_are_of_the_days_that_were_told_and_empty_weeks_are_there() {
        let days = [
            check_in(day("2026-01-05"), 1, 10),
            check_in(day("2026-01-07"), 3, 2),
            check_in(day("2026-01-11"), 4, 2),
            check_in(day("2026-01-19"), 5, 0),
        ];
        let treatment = [(day("2026-01-06"), 180), (day("2026-01-08"), 60), (day("2026-01-12"), 90)];
        let meetings = ["2026-01-05", "2026-01-05", "2026-01-18", "2026-01-26"].map(day);
        let span = (day("2026-01-07"), day("2026-01-20"));
        let points = trend(span, Period::Week, Weekday::Monday, &days, treatment, meetings);
        let starts: Vec<_> = points.iter().map(|point| point.starts_on.to_string()).collect();
        assert_eq!(starts, ["2026-01-05", "2026-01-12", "2026-01-19"], "whole weeks");
        let first = &points[0];
        assert_eq!((first.days, first.mood, first.craving), (3, Some(267), Some(467)));
        assert_eq!(first.sleep_minutes, Some(404), "of the two nights that were told, a half upwards");
        assert_eq!((first.hungry, first.angry, first.lonely, first.tired), (1, 0, 1, 3));
        assert_eq!((first.used, first.not_used), (1, 2));
        assert_eq!((first.treatment_minutes, first.meetings), (240, 2));
        let empty = &points[1];
        assert_eq!((empty.days, empty.mood, empty.craving, empty.sleep_minutes), (0, None, None, None));
        assert_eq!((empty.treatment_minutes, empty.meetings), (90, 1), "attended all the same");
        assert_eq!((points[2].days, points[2].meetings), (1, 0), "what lies outside is left out");
    }

    #[test]
    fn months_are_those_of_the_calendar() {
        let days = [check_in(day("2024-02-29"), 2, 4), check_in(day("2024-03-01"), 4, 4)];
        let span = (day("2023-12-31"), day("2024-03-01"));
        let points = trend(span, Period::Month, Weekday::Sunday, &days, [], []);
        let found: Vec<_> = points.iter().map(|point| (point.starts_on.to_string(), point.days)).collect();
        let expected = [("2023-12-01", 0), ("2024-01-01", 0), ("2024-02-01", 1), ("2024-03-01", 1)];
        assert_eq!(found, expected.map(|(start, days)| (start.to_owned(), days)));
        assert_eq!(
            whole_periods(span.0, span.1, Period::Month, Weekday::Sunday),
            (day("2023-12-01"), day("2024-03-31"))
        );
    }

    proptest! {
        #[test]
        fn every_day_is_in_one_point_and_the_means_are_those_of_a_slow_count(
            moods in proptest::collection::btree_map(0u64..900, (1u8..=5, 0u8..=10), 0..200),
            from in 0u64..900, length in 0u64..900, by_week in any::<bool>(), first in 0usize..7
        ) {
            let begin = day("2023-11-20");
            let days: Vec<_> =
                moods.iter().map(|(at, (mood, craving))| check_in(plus_days(begin, *at), *mood, *craving)).collect();
            let (from, to) = (plus_days(begin, from), plus_days(begin, from + length));
            let by = if by_week { Period::Week } else { Period::Month };
            let first = Weekday::ALL[first];
            let meetings = days.iter().map(|day| day.on);
            let points = trend((from, to), by, first, &days, [], meetings);
            let (begin, end) = whole_periods(from, to, by, first);
            let within = days.iter().filter(|day| (begin..=end).contains(&day.on)).count();
            prop_assert_eq!(points.iter().map(|point| point.days as usize).sum::<usize>(), within);
            for point in &points {
                let of_point: Vec<_> =
                    days.iter().filter(|day| period_start(day.on, by, first) == point.starts_on).collect();
                prop_assert_eq!((point.days, point.meetings), (of_point.len() as u32, of_point.len() as u32));
                let mood = of_point.iter().map(|day| f64::from(day.mood)).sum::<f64>() / of_point.len() as f64;
                prop_assert!(point.mood.is_none_or(|mean| (f64::from(mean) / 100.0 - mood).abs() <= 0.005_001));
                prop_assert_eq!(point.mood.is_none(), of_point.is_empty());
                prop_assert_eq!(point.used, of_point.iter().filter(|day| day.used == Some(true)).count() as u32);
            }
        }
    }
}
