//! Goals of so many meetings in so many days, such as "90 in 90".

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use crate::group::Fellowship;
use crate::id::GoalId;
use crate::time::{minus_days, plus_days};

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
    /// The day on which it was reached.
    pub reached_on: Option<NaiveDate>,
}

impl Goal {
    /// The last day.
    #[must_use]
    pub fn ends_on(&self) -> NaiveDate {
        plus_days(self.starts_on, u64::from(self.days.max(1)) - 1)
    }

    /// How it stands. `attended` are the days of all meetings that may count, with their fellowship, in order of days.
    #[must_use]
    pub fn standing(&self, attended: &[(NaiveDate, Fellowship)], today: NaiveDate) -> GoalStanding {
        let (first, last) = (self.starts_on, self.ends_on());
        let mut done = 0;
        let mut reached_on = None;
        for (on, fellowship) in attended {
            if (first..=last).contains(on) && *on <= today && self.fellowship.is_none_or(|only| only == *fellowship) {
                done += 1;
                if done == self.meetings {
                    reached_on = Some(*on);
                }
            }
        }
        let days_gone = u32::try_from((today.min(last) - minus_days(first, 1)).num_days()).unwrap_or(0);
        GoalStanding {
            done,
            days_gone,
            days_left: self.days.saturating_sub(days_gone),
            ends_on: last,
            left: self.meetings.saturating_sub(done),
            reached_on,
        }
    }
}
