//! What is asked of the client: so many of something per week or month, by whom, until when; and how that stands.

use chrono::{Datelike, Months, NaiveDate};
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use crate::group::Fellowship;
use crate::id::{PauseId, RequirementId};
use crate::time::{FIRST_DATE, LAST_DATE, Weekday, plus_days, week_start};

/// Who asks.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
#[allow(missing_docs)]
pub enum AskedBy {
    Me,
    Program,
    Court,
    Employer,
}

/// What counts.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum Counted {
    /// Meetings of any support group.
    SupportGroups,
    /// Meetings of one fellowship.
    Fellowship(Fellowship),
    /// Individual sessions attended.
    IndividualSessions,
    /// Minutes of treatment attended that count toward the hours of the week.
    TreatmentMinutes,
}

/// How often it is asked.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
#[allow(missing_docs)]
pub enum Period {
    Week,
    Month,
}

/// Something asked of the client, again each period.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct Requirement {
    /// Its id.
    pub id: RequirementId,
    /// Who asks.
    pub asked_by: AskedBy,
    /// What counts.
    pub counts: Counted,
    /// How many each period: 1 to 100 meetings or sessions, or 1 to 10,080 minutes.
    pub amount: u32,
    /// Each week or each month.
    pub period: Period,
    /// The day by which each period's are due, which is its last: for weeks 1 (Monday) to 7 (Sunday), for months 1 to
    /// 31, the last day in shorter ones. `None`: the last day of the client's week, or of the calendar month.
    pub due_day: Option<u32>,
    /// The first day. It asks from the first whole period on.
    pub starts_on: NaiveDate,
    /// The last day; `None`: until it is taken away. A period that is not over by then is not asked.
    pub ends_on: Option<NaiveDate>,
    /// Whether what was short in one period is owed in addition in the next.
    pub carries_over: bool,
    /// Only what was attended after this day makes up for what was missed: the last court date. `None`: whatever was
    /// attended beyond what its own period asks. All is reckoned anew from it: moving it on takes back what was made
    /// up before it.
    pub make_ups_after: Option<NaiveDate>,
    /// What was still owed on that day, as the court said it: the reckoning of what is carried begins with it, and what
    /// was missed or made up before is over. `None`: as it was reckoned. Only with [`Requirement::make_ups_after`].
    pub owed_then: Option<u32>,
    /// The day by which all has to be settled: the next court date, or when a report is due.
    pub settle_by: Option<NaiveDate>,
}

/// Why nothing is asked for a time.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
#[allow(missing_docs)]
pub enum PauseReason {
    Illness,
    Travel,
    Family,
    Other,
}

/// Days that are taken out of what is asked: of a period that lies in pauses whole, nothing is asked; of one that lies
/// in them in part, the amount in proportion to the days that are left, rounded up.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct Pause {
    /// Its id.
    pub id: PauseId,
    /// What is paused; `None`: everything that is asked.
    pub requirement: Option<RequirementId>,
    /// The first day.
    pub starts_on: NaiveDate,
    /// The last day.
    pub ends_on: NaiveDate,
    /// Why.
    pub reason: PauseReason,
    /// What else there is to say. May be empty.
    pub note: String,
}

/// Something that may count: on a day, so much of it (1 for a meeting or session, minutes for hours of treatment).
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Done {
    /// The day.
    pub on: NaiveDate,
    /// How much.
    pub amount: u32,
}

/// How the period that holds today stands against a requirement.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, TS)]
pub struct Owed {
    /// The first day of this period.
    pub starts_on: NaiveDate,
    /// The last day of this period: what is left is due by then.
    pub due_on: NaiveDate,
    /// Asked in this period, pauses taken out.
    pub asked: u32,
    /// Whether a pause took something out of this period.
    pub paused: bool,
    /// Done in this period until today.
    pub done: u32,
    /// Owed from earlier periods at the start of this one.
    pub carried: u32,
    /// Of that, made up in this period.
    pub made_up: u32,
    /// Still to do in this period to settle all: what its own amount lacks, and what is carried and not made up.
    pub left: u32,
    /// Of that, what its own amount lacks.
    pub left_of_own: u32,
    /// Still to do until the day by which all has to be settled: `left`, and what the periods ask that end after this
    /// one and by that day. A period that is not over by then asks nothing for it: where that is this one, what is
    /// carried less all that was done in it. `None` where there is no such day, or it is past.
    pub left_to_settle: Option<u32>,
}

/// How one period stood.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, TS)]
pub struct PeriodStanding {
    /// The first day.
    pub starts_on: NaiveDate,
    /// The last day.
    pub ends_on: NaiveDate,
    /// Asked, pauses taken out.
    pub asked: u32,
    /// Whether a pause took something out of it.
    pub paused: bool,
    /// What was owed at its start because it was said so: see [`Requirement::owed_then`].
    pub said: Option<u32>,
    /// Done.
    pub done: u32,
    /// Of that, what made up for earlier periods.
    pub made_up: u32,
    /// Owed at its end, with what earlier ones left; always 0 where nothing is carried over.
    pub owed: u32,
}

/// Which field of a requirement is out of its range.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum RequirementFault {
    /// `amount`: not 1 to 100 meetings or sessions, or 1 to 10,080 minutes.
    Amount,
    /// `due_day`: not 1 to 7 for weeks, or 1 to 31 for months.
    DueDay,
    /// `ends_on`: before it starts.
    EndsOn,
    /// `settle_by`: before it starts.
    SettleBy,
}

/// Which field of a pause is out of its range.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum PauseFault {
    /// `ends_on`: before it starts.
    EndsOn,
}

impl Pause {
    /// Whether its fields are within their ranges.
    ///
    /// # Errors
    /// [`PauseFault`].
    pub fn check(&self) -> Result<(), PauseFault> {
        if self.ends_on < self.starts_on { Err(PauseFault::EndsOn) } else { Ok(()) }
    }

    /// Whether it holds for that requirement.
    #[must_use]
    pub fn is_of(&self, requirement: RequirementId) -> bool {
        self.requirement.is_none_or(|id| id == requirement)
    }
}

impl Requirement {
    /// Whether its fields are within their ranges.
    ///
    /// # Errors
    /// [`RequirementFault`], the first in the order of the fields.
    pub fn check(&self) -> Result<(), RequirementFault> {
        let most = if self.counts == Counted::TreatmentMinutes { 10_080 } else { 100 };
        let last_due = if self.period == Period::Week { 7 } else { 31 };
        if !(1..=most).contains(&self.amount) {
            return Err(RequirementFault::Amount);
        }
        if self.due_day.is_some_and(|day| !(1..=last_due).contains(&day)) {
            return Err(RequirementFault::DueDay);
        }
        if self.ends_on.is_some_and(|end| end < self.starts_on) {
            return Err(RequirementFault::EndsOn);
        }
        if self.settle_by.is_some_and(|by| by < self.starts_on) {
            return Err(RequirementFault::SettleBy);
        }
        Ok(())
    }

    /// The first and the last day of the period that holds `day`, whether or not anything is asked in it. `first` is
    /// the first day of the client's week.
    ///
    /// A month's period runs from the day after the due day of the month before to its own due day, each the last day
    /// of the month where the month is shorter.
    #[must_use]
    pub fn period_of(&self, day: NaiveDate, first: Weekday) -> (NaiveDate, NaiveDate) {
        match self.period {
            Period::Week => {
                let due = self.due_day.map(|due| due.clamp(1, 7));
                let begins = due.and_then(|due| Weekday::ALL.get(due as usize % 7)).copied().unwrap_or(first);
                let start = week_start(day, begins);
                (start, plus_days(start, 6))
            }
            Period::Month => {
                let due = self.due_day.map_or(31, |due| due.clamp(1, 31));
                let due_in = |month: NaiveDate| (1..=due).rev().find_map(|n| month.with_day(n)).unwrap_or(month);
                let month = Months::new(1);
                if day <= due_in(day) {
                    (plus_days(due_in(day.checked_sub_months(month).unwrap_or(day)), 1), due_in(day))
                } else {
                    (plus_days(due_in(day), 1), due_in(day.checked_add_months(month).unwrap_or(day)))
                }
            }
        }
    }

    /// The first day of the first whole period: what was done from this day on may count.
    #[must_use]
    pub fn first_day(&self, first: Weekday) -> NaiveDate {
        let starts_on = self.starts_on.max(FIRST_DATE);
        let (start, end) = self.period_of(starts_on, first);
        if start == starts_on { start } else { plus_days(end, 1) }
    }

    /// How today's period stands; `None` before the first whole period, and after the last once nothing is left of
    /// what it carries over: until then, each period asks 0 and carries the rest.
    ///
    /// Each period asks its amount. What is done in a period fills its own amount first, in the order of days;
    /// what is beyond makes up for what is carried, where it was done after [`Requirement::make_ups_after`], and is
    /// never saved up. With carry-over, a shortfall is owed in addition in the next period; without, it is gone.
    /// `done` may come in any order, and holds everything that may count from [`Requirement::first_day`] on; what is
    /// after today does not count yet.
    #[must_use]
    pub fn owed(&self, done: &[Done], pauses: &[Pause], today: NaiveDate, first: Weekday) -> Option<Owed> {
        let all = self.reckoned(done, pauses, today, first);
        let now = all.last().filter(|last| last.slot.ends_on >= today)?;
        Some(Owed {
            starts_on: now.slot.starts_on,
            due_on: now.slot.ends_on,
            asked: now.slot.asked,
            paused: now.slot.paused,
            done: now.done,
            carried: now.carried,
            made_up: now.made_up(),
            left: now.left(),
            left_of_own: now.slot.asked.saturating_sub(now.done),
            left_to_settle: self.left_to_settle(now, pauses, today, first),
        })
    }

    /// How each period stood, the earliest first: every whole one from the first to the one that holds today, and
    /// after the last those at whose start something was carried. See [`Requirement::owed`] for the rules; where
    /// that answers something, it is of the last of these.
    #[must_use]
    pub fn periods(&self, done: &[Done], pauses: &[Pause], today: NaiveDate, first: Weekday) -> Vec<PeriodStanding> {
        let all = self.reckoned(done, pauses, today, first);
        all.into_iter()
            .map(|one| PeriodStanding {
                starts_on: one.slot.starts_on,
                ends_on: one.slot.ends_on,
                asked: one.slot.asked,
                paused: one.slot.paused,
                said: one.said,
                done: one.done,
                made_up: one.made_up(),
                owed: if self.carries_over { one.left() } else { 0 },
            })
            .collect()
    }

    fn reckoned(&self, done: &[Done], pauses: &[Pause], today: NaiveDate, first: Weekday) -> Vec<Reckoned> {
        let within = self.first_day(first)..=today;
        let mut done: Vec<Done> = done.iter().copied().filter(|one| within.contains(&one.on)).collect();
        done.sort_unstable_by_key(|one| one.on);
        let mut rest = done.as_slice();
        let mut carried = 0;
        let mut said = self.make_ups_after.zip(self.owed_then).filter(|_| self.carries_over);
        let mut all = Vec::new();
        for slot in self.slots(pauses, first).take_while(|slot| slot.starts_on <= today) {
            let now_said = said.take_if(|(on, _)| slot.ends_on > *on).map(|(_, owed)| owed);
            carried = now_said.unwrap_or(carried);
            let (here, later) = rest.split_at(rest.partition_point(|one| one.on <= slot.ends_on));
            rest = later;
            if slot.past_end && carried == 0 {
                // Until someone says that something is owed all the same.
                if said.is_none() {
                    break;
                }
                continue;
            }
            let sum = |from: usize| here.iter().skip(from).fold(0, |sum: u32, one| sum.saturating_add(one.amount));
            let late = self.make_ups_after.map_or(0, |after| here.partition_point(|one| one.on <= after));
            let one = Reckoned { slot, done: sum(0), done_late: sum(late), carried, said: now_said };
            carried = if self.carries_over { one.left() } else { 0 };
            all.push(one);
        }
        all
    }

    /// A period that is not over by then asks nothing for it: if that is today's, all that was done in it makes up.
    fn left_to_settle(&self, now: &Reckoned, pauses: &[Pause], today: NaiveDate, first: Weekday) -> Option<u32> {
        let by = self.settle_by.filter(|by| *by >= today)?;
        if now.slot.ends_on > by {
            return Some(Reckoned { slot: Slot { asked: 0, ..now.slot }, ..*now }.left());
        }
        let coming = self.slots(pauses, first).skip_while(|slot| slot.starts_on <= now.slot.starts_on);
        Some(coming.take_while(|slot| slot.ends_on <= by).fold(now.left(), |sum, slot| sum.saturating_add(slot.asked)))
    }

    /// All periods from the first whole one to the end of the calendar; those past its end ask nothing.
    fn slots(&self, pauses: &[Pause], first: Weekday) -> impl Iterator<Item = Slot> {
        let pauses = self.paused(pauses);
        let mut next = self.first_day(first);
        std::iter::from_fn(move || {
            let (starts_on, ends_on) = self.period_of(next, first);
            next = plus_days(ends_on, 1);
            let past_end = self.ends_on.is_some_and(|end| ends_on > end);
            let asked = if past_end { 0 } else { in_proportion(self.amount, starts_on, ends_on, &pauses) };
            let paused = !past_end && asked < self.amount;
            (starts_on <= LAST_DATE).then_some(Slot { starts_on, ends_on, asked, paused, past_end })
        })
    }

    /// The days that are paused, as spans in order that do not overlap.
    fn paused(&self, pauses: &[Pause]) -> Vec<(NaiveDate, NaiveDate)> {
        let mut spans: Vec<_> = pauses
            .iter()
            .filter(|pause| pause.is_of(self.id) && pause.check().is_ok())
            .map(|pause| (pause.starts_on, pause.ends_on))
            .collect();
        spans.sort_unstable();
        spans.dedup_by(|next, before| {
            let overlaps = next.0 <= before.1;
            if overlaps {
                before.1 = before.1.max(next.1);
            }
            overlaps
        });
        spans
    }
}

/// One period, and what is asked in it.
#[derive(Clone, Copy)]
struct Slot {
    starts_on: NaiveDate,
    ends_on: NaiveDate,
    asked: u32,
    /// Whether a pause made that less.
    paused: bool,
    /// Whether it asks nothing because the requirement ends before it does.
    past_end: bool,
}

/// One period, and what was done in it.
struct Reckoned {
    slot: Slot,
    done: u32,
    /// Of that, on the days on which make-ups count.
    done_late: u32,
    carried: u32,
    /// Where that was said.
    said: Option<u32>,
}

impl Reckoned {
    /// The own amount is filled in order of days, so what is beyond it are the last ones; of these, those late enough.
    fn made_up(&self) -> u32 {
        self.done.saturating_sub(self.slot.asked).min(self.done_late).min(self.carried)
    }

    fn left(&self) -> u32 {
        self.slot.asked.saturating_sub(self.done).saturating_add(self.carried - self.made_up())
    }
}

/// The amount in proportion to the days from `start` to `end` that are not paused, rounded up.
fn in_proportion(amount: u32, start: NaiveDate, end: NaiveDate, pauses: &[(NaiveDate, NaiveDate)]) -> u32 {
    let days = |from: NaiveDate, to: NaiveDate| u64::try_from((to - from).num_days() + 1).unwrap_or(0);
    let here = pauses.iter().skip(pauses.partition_point(|(_, last)| *last < start));
    let here = here.take_while(|(from, _)| *from <= end);
    let paused: u64 = here.map(|(from, to)| days(start.max(*from), end.min(*to))).sum();
    let all = days(start, end).max(1);
    let asked = (u64::from(amount) * all.saturating_sub(paused)).div_ceil(all);
    u32::try_from(asked).unwrap_or(amount)
}

#[cfg(test)]
#[path = "requirement_test.rs"]
mod tests;
