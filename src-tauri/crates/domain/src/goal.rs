//! Goals of so many meetings in so many days, such as "90 in 90".

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use crate::group::Fellowship;
use crate::id::GoalId;
use crate::time::plus_days;

/// So many meetings in so many days.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct Goal {
    /// Its id.
    pub id: GoalId,
    /// How many meetings, 1 to 1000.
    pub meetings: u32,
    /// In how many days, 1 to 1000, the first included.
    pub days: u32,
    /// The first day.
    pub starts_on: NaiveDate,
    /// Only meetings of this fellowship count; `None`: of any.
    pub fellowship: Option<Fellowship>,
}

/// How a goal stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, TS)]
pub struct GoalStanding {
    /// Meetings so far.
    pub done: u32,
    /// Days gone, today included; 0 before it begins, at most its days.
    pub days_gone: u32,
    /// Days left after today; 0 once it is over.
    pub days_left: u32,
    /// The last day.
    pub ends_on: NaiveDate,
    /// Meetings still to go to; 0 once it is reached.
    pub left: u32,
    /// The day on which it was reached; `None` while it is not.
    pub reached_on: Option<NaiveDate>,
}

/// Which field of a goal is out of its range.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum GoalFault {
    /// `meetings`: not 1 to 1000.
    Meetings,
    /// `days`: not 1 to 1000.
    Days,
}

impl Goal {
    /// Whether its fields are within their ranges.
    ///
    /// # Errors
    /// [`GoalFault`], the first in the order of the fields.
    pub fn check(&self) -> Result<(), GoalFault> {
        let range = 1..=1000;
        if !range.contains(&self.meetings) {
            return Err(GoalFault::Meetings);
        }
        if !range.contains(&self.days) {
            return Err(GoalFault::Days);
        }
        Ok(())
    }

    /// The last day.
    #[must_use]
    pub fn ends_on(&self) -> NaiveDate {
        plus_days(self.starts_on, u64::from(self.days.max(1)) - 1)
    }

    /// How it stands. `attended` are the days of all meetings that may count, with their fellowship, in any order.
    /// Several on one day count each.
    #[must_use]
    pub fn standing(&self, attended: &[(NaiveDate, Fellowship)], today: NaiveDate) -> GoalStanding {
        let (first, last) = (self.starts_on, self.ends_on());
        let gone = first..=today.min(last);
        let counts = |(on, of): &&(NaiveDate, Fellowship)| {
            gone.contains(on) && self.fellowship.is_none_or(|fellowship| fellowship == *of)
        };
        let mut days: Vec<NaiveDate> = attended.iter().filter(counts).map(|(on, _)| *on).collect();
        days.sort_unstable();
        let done = u32::try_from(days.len()).unwrap_or(u32::MAX);
        let meetings = self.meetings.max(1);
        let days_gone = u32::try_from((today.min(last) - first).num_days() + 1).unwrap_or(0);
        GoalStanding {
            done,
            days_gone,
            days_left: self.days.max(1).saturating_sub(days_gone),
            ends_on: last,
            left: meetings.saturating_sub(done),
            reached_on: days.get(meetings as usize - 1).copied(),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn day(text: &str) -> NaiveDate {
        text.parse().unwrap()
    }

    fn ninety_in_ninety() -> Goal {
        Goal { id: GoalId::new(0, &[0; 10]), meetings: 90, days: 90, starts_on: day("2026-01-01"), fellowship: None }
    }

    /// So many meetings on each of so many days.
    fn daily(goal: &Goal, days: u64, each: usize) -> Vec<(NaiveDate, Fellowship)> {
        (0..days).flat_map(|n| vec![(plus_days(goal.starts_on, n), Fellowship::Aa); each]).collect()
    }

    /// Done, days gone, days left, left, reached on.
    fn figures(goal: &Goal, attended: &[(NaiveDate, Fellowship)], today: &str) -> (u32, u32, u32, u32, Option<String>) {
        let one = goal.standing(attended, day(today));
        (one.done, one.days_gone, one.days_left, one.left, one.reached_on.map(|on| on.to_string()))
    }

    #[test]
    fn ninety_in_ninety_counts_its_days_and_meetings() {
        let goal = ninety_in_ninety();
        assert_eq!(goal.ends_on(), day("2026-03-31"));
        assert_eq!(figures(&goal, &[], "2025-12-31"), (0, 0, 90, 90, None));
        assert_eq!(figures(&goal, &[], "2025-11-01"), (0, 0, 90, 90, None));
        assert_eq!(figures(&goal, &daily(&goal, 1, 1), "2026-01-01"), (1, 1, 89, 89, None));
        assert_eq!(figures(&goal, &daily(&goal, 30, 1), "2026-01-31"), (30, 31, 59, 60, None));
        let all = daily(&goal, 90, 1);
        assert_eq!(figures(&goal, &all, "2026-03-31"), (90, 90, 0, 0, Some("2026-03-31".into())));
    }

    #[test]
    fn two_meetings_a_day_count_each_and_reach_it_early() {
        let goal = ninety_in_ninety();
        let all = daily(&goal, 45, 2);
        assert_eq!(figures(&goal, &all, "2026-02-14"), (90, 45, 45, 0, Some("2026-02-14".into())));
        let more = daily(&goal, 60, 2);
        assert_eq!(figures(&goal, &more, "2026-03-01"), (120, 60, 30, 0, Some("2026-02-14".into())));
    }

    #[test]
    fn a_goal_that_is_over_stands_as_it_ended() {
        let goal = ninety_in_ninety();
        // The meetings of the days after it do not count.
        let all = daily(&goal, 120, 1);
        let all = all.get(10..).unwrap();
        assert_eq!(figures(&goal, all, "2026-06-01"), (80, 90, 0, 10, None));
    }

    #[test]
    fn a_leap_day_is_one_of_the_days() {
        let goal = Goal { days: 30, starts_on: day("2028-02-15"), ..ninety_in_ninety() };
        assert_eq!(goal.ends_on(), day("2028-03-15"));
        assert_eq!(goal.standing(&[], day("2028-02-29")).days_gone, 15);
        assert_eq!(goal.standing(&[], day("2028-03-01")).days_gone, 16);
    }

    #[test]
    fn only_meetings_of_its_fellowship_count_where_it_names_one() {
        let goal = Goal { meetings: 2, fellowship: Some(Fellowship::Na), ..ninety_in_ninety() };
        let all = [(day("2026-01-03"), Fellowship::Na), (day("2026-01-02"), Fellowship::Aa)];
        assert_eq!(goal.standing(&all, day("2026-01-05")).done, 1);
    }

    #[test]
    fn a_number_out_of_range_is_named_and_reckoned_as_one() {
        let goal = ninety_in_ninety();
        let none = Goal { meetings: 0, days: 0, ..goal.clone() };
        assert_eq!(goal.check(), Ok(()));
        assert_eq!(Goal { meetings: 1001, ..goal.clone() }.check(), Err(GoalFault::Meetings));
        assert_eq!(none.check(), Err(GoalFault::Meetings));
        assert_eq!(Goal { days: 0, ..goal.clone() }.check(), Err(GoalFault::Days));
        assert_eq!(figures(&none, &daily(&goal, 1, 1), "2026-01-05"), (1, 1, 0, 0, Some("2026-01-01".into())));
    }

    proptest! {
        #[test]
        fn a_goal_stands_as_going_through_its_days_one_by_one_says(
            meetings in 1u32..20, days in 1u32..40, only in any::<bool>(), today in 0u64..60,
            drawn in prop::collection::vec((0u64..60, any::<bool>()), 0..60)
        ) {
            let fellowship = only.then_some(Fellowship::Na);
            let goal = Goal { meetings, days, fellowship, ..ninety_in_ninety() };
            let begin = day("2025-12-25");
            let today = plus_days(begin, today);
            let of = |na: bool| if na { Fellowship::Na } else { Fellowship::SmartRecovery };
            let attended: Vec<_> = drawn.iter().map(|(n, na)| (plus_days(begin, *n), of(*na))).collect();
            let standing = goal.standing(&attended, today);

            let (mut done, mut gone, mut left, mut reached) = (0, 0, 0, None);
            let mut on = goal.starts_on;
            for _ in 0..days {
                if on > today {
                    left += 1;
                } else {
                    gone += 1;
                    for (_, of) in attended.iter().filter(|(when, _)| *when == on) {
                        if !only || *of == Fellowship::Na {
                            done += 1;
                            if done == meetings {
                                reached = Some(on);
                            }
                        }
                    }
                }
                prop_assert!(on <= goal.ends_on());
                on = on.succ_opt().unwrap();
            }
            prop_assert_eq!((standing.done, standing.days_gone, standing.days_left), (done, gone, left));
            prop_assert_eq!((standing.reached_on, standing.left), (reached, meetings.max(done) - done));
            prop_assert_eq!(plus_days(standing.ends_on, 1), on);
        }
    }
}
