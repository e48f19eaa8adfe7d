//! Requirements against a slow, obvious reckoning.

use super::*;
use crate::time::minus_days;
use proptest::prelude::*;

/// Every day one by one, every single unit by itself.
mod model {
    use super::*;

    /// Whether a period ends on that day.
    fn is_last_day(requirement: &Requirement, on: NaiveDate, first: Weekday) -> bool {
        let tomorrow = on.succ_opt().unwrap();
        match (requirement.period, requirement.due_day) {
            (Period::Week, None) => Weekday::of(tomorrow) == first,
            (Period::Week, Some(due)) => on.weekday().number_from_monday() == due,
            (Period::Month, None) => tomorrow.day() == 1,
            (Period::Month, Some(due)) => on.day() == due || (tomorrow.day() == 1 && on.day() < due),
        }
    }

    /// All days of each whole period of about two years.
    pub fn periods(requirement: &Requirement, first: Weekday) -> Vec<Vec<NaiveDate>> {
        let mut all = Vec::new();
        let mut days: Vec<NaiveDate> = Vec::new();
        let mut on = minus_days(requirement.starts_on, 70);
        for _ in 0..800 {
            days.push(on);
            if is_last_day(requirement, on, first) {
                all.push(std::mem::take(&mut days));
            }
            on = on.succ_opt().unwrap();
        }
        all.remove(0);
        all.retain(|days| days[0] >= requirement.starts_on);
        all
    }

    fn asked(requirement: &Requirement, days: &[NaiveDate], pauses: &[Pause]) -> u32 {
        if requirement.ends_on.is_some_and(|end| days.contains(&end.succ_opt().unwrap()) || days[0] > end) {
            return 0;
        }
        let holds = |pause: &Pause, on: NaiveDate| {
            (pause.requirement.is_none() || pause.requirement == Some(requirement.id))
                && pause.starts_on <= on
                && on <= pause.ends_on
        };
        let free = days.iter().filter(|on| !pauses.iter().any(|pause| holds(pause, **on))).count();
        let enough = |units: &u32| *units as usize * days.len() >= requirement.amount as usize * free;
        (0..=requirement.amount).find(enough).unwrap()
    }

    /// Each single unit of those days, in order, as its day.
    fn units(done: &[Done], days: &[NaiveDate], today: NaiveDate) -> Vec<NaiveDate> {
        let mut units = Vec::new();
        for on in days.iter().filter(|on| **on <= today) {
            for one in done.iter().filter(|one| one.on == *on) {
                units.extend((0..one.amount).map(|_| *on));
            }
        }
        units
    }

    pub fn reckon(
        requirement: &Requirement,
        done: &[Done],
        pauses: &[Pause],
        today: NaiveDate,
        first: Weekday,
    ) -> (Vec<PeriodStanding>, Option<Owed>) {
        let counts = |on: NaiveDate| requirement.make_ups_after.is_none_or(|after| on > after);
        let mut debts: Vec<NaiveDate> = Vec::new();
        let mut said = requirement.make_ups_after.zip(requirement.owed_then).filter(|_| requirement.carries_over);
        let mut standings = Vec::new();
        let mut owed: Option<Owed> = None;
        for days in periods(requirement, first) {
            let (start, end) = (days[0], *days.last().unwrap());
            let over = requirement.ends_on.is_some_and(|last| last < end);
            let asked = asked(requirement, &days, pauses);
            if start > today {
                // Still to come: it matters only to what is to be settled.
                if let Some(left) = owed.as_mut().and_then(|owed| owed.left_to_settle.as_mut()) {
                    *left += if requirement.settle_by.unwrap() >= end { asked } else { 0 };
                }
                continue;
            }
            let now_said = said.filter(|(after, _)| end > *after).map(|(_, owed)| owed);
            if let Some(owed) = now_said {
                debts = vec![end; owed as usize];
                said = None;
            }
            if over && debts.is_empty() {
                owed = None;
                continue;
            }
            let carried = debts.clone();
            let units = units(done, &days, today);
            let mut missing = asked;
            for on in &units {
                if missing > 0 {
                    missing -= 1;
                } else if counts(*on) {
                    debts.pop();
                }
            }
            let made_up = (carried.len() - debts.len()) as u32;
            let left = debts.len() as u32 + missing;
            if requirement.carries_over {
                debts.extend((0..missing).map(|_| end));
            }
            standings.push(PeriodStanding {
                starts_on: start,
                ends_on: end,
                asked,
                paused: asked < requirement.amount && !over,
                said: now_said,
                done: units.len() as u32,
                made_up,
                owed: debts.len() as u32,
            });
            owed = days.contains(&today).then(|| Owed {
                starts_on: start,
                due_on: end,
                asked,
                paused: asked < requirement.amount && !over,
                done: units.len() as u32,
                carried: carried.len() as u32,
                made_up,
                left,
                left_of_own: missing,
                left_to_settle: match requirement.settle_by {
                    Some(by) if by < today => None,
                    Some(by) if by >= end => Some(left),
                    Some(_) => {
                        let late = units.iter().filter(|on| counts(**on)).count();
                        Some(carried.iter().skip(late).count() as u32)
                    }
                    None => None,
                },
            });
        }
        (standings, owed)
    }
}

fn any_requirement() -> impl Strategy<Value = Requirement> {
    let week = (prop::option::of(1u32..=7)).prop_map(|due| (Period::Week, due));
    let month = (prop::option::of(1u32..=31)).prop_map(|due| (Period::Month, due));
    let later = |days: std::ops::Range<u64>| prop::option::of(days);
    (
        prop_oneof![week, month],
        1u32..12,
        0u64..1500,
        any::<bool>(),
        later(0..300),
        later(0..300),
        later(0..400),
        prop::option::of(0u32..6),
    )
        .prop_map(|((period, due_day), amount, starts, carries_over, after, ends, by, owed_then)| {
            let starts_on = plus_days(day("2024-01-01"), starts);
            let later = |days: Option<u64>| days.map(|days| plus_days(starts_on, days));
            Requirement {
                amount,
                period,
                due_day,
                starts_on,
                ends_on: later(ends),
                carries_over,
                make_ups_after: later(after),
                owed_then,
                settle_by: later(by),
                ..two_a_week()
            }
        })
}

/// Days after the start, and how many.
fn any_done() -> impl Strategy<Value = Vec<(u64, u32)>> {
    let some = prop::collection::vec((0u64..300, 0u32..5), 0..40);
    // Many, also on one day.
    let many = prop::collection::vec((0u64..120, 1u32..3), 30..150);
    prop_oneof![some, many]
}

/// Days after the start, for how many days more, and of what: all, this one, or another.
fn any_pauses() -> impl Strategy<Value = Vec<(u64, u64, Option<u64>)>> {
    prop::collection::vec((0u64..300, 0u64..40, prop::option::of(0u64..2)), 0..6)
}

fn case(requirement: &Requirement, done: &[(u64, u32)], pauses: &[(u64, u64, Option<u64>)]) -> (Vec<Done>, Vec<Pause>) {
    let on = |days: u64| minus_days(plus_days(requirement.starts_on, days), 10);
    let pause = |(starts, more, of): &(u64, u64, Option<u64>)| Pause {
        requirement: of.map(|of| RequirementId::new(of, &[0; 10])),
        starts_on: on(*starts),
        ends_on: on(starts + more),
        ..pause("2026-01-01", "2026-01-01")
    };
    (
        done.iter().map(|(days, amount)| Done { on: on(*days), amount: *amount }).collect(),
        pauses.iter().map(pause).collect(),
    )
}

/// Left of the period, nothing where nothing stands.
fn left(requirement: &Requirement, done: &[Done], pauses: &[Pause], today: NaiveDate, first: Weekday) -> u32 {
    requirement.owed(done, pauses, today, first).map_or(0, |owed| owed.left)
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(512))]

    #[test]
    fn what_is_owed_and_every_period_agree_with_counting_single_days_and_units(
        requirement in any_requirement(), done in any_done(), pauses in any_pauses(), today in 0u64..320, first in 0usize..7
    ) {
        let (first, today) = (Weekday::ALL[first], minus_days(plus_days(requirement.starts_on, today), 10));
        let (done, pauses) = case(&requirement, &done, &pauses);
        let (periods, owed) = model::reckon(&requirement, &done, &pauses, today, first);
        prop_assert_eq!(requirement.first_day(first), model::periods(&requirement, first)[0][0]);
        prop_assert_eq!(&requirement.periods(&done, &pauses, today, first), &periods);
        prop_assert_eq!(requirement.owed(&done, &pauses, today, first), owed);
        // What stands is the last of the periods.
        if let Some(owed) = owed {
            let last = periods.last().unwrap();
            prop_assert_eq!((owed.starts_on, owed.due_on, owed.asked), (last.starts_on, last.ends_on, last.asked));
            prop_assert_eq!((owed.done, owed.made_up), (last.done, last.made_up));
        }
    }

    #[test]
    fn doing_one_more_never_leaves_more_to_do(
        requirement in any_requirement(), done in any_done(), pauses in any_pauses(), today in 0u64..320,
        first in 0usize..7, more in (0u64..320, 0u32..5)
    ) {
        let (first, today) = (Weekday::ALL[first], minus_days(plus_days(requirement.starts_on, today), 10));
        let (mut done, pauses) = case(&requirement, &done, &pauses);
        let settle = |done: &[Done]| requirement.owed(done, &pauses, today, first).and_then(|o| o.left_to_settle);
        let (before, to_settle) = (left(&requirement, &done, &pauses, today, first), settle(&done));
        done.extend(case(&requirement, &[more], &[]).0);
        prop_assert!(left(&requirement, &done, &pauses, today, first) <= before);
        prop_assert!(settle(&done).unwrap_or(0) <= to_settle.unwrap_or(0));
    }

    #[test]
    fn a_pause_never_makes_more_owed(
        requirement in any_requirement(), done in any_done(), pauses in any_pauses(), today in 0u64..320,
        first in 0usize..7, more in (0u64..320, 0u64..60)
    ) {
        let (first, today) = (Weekday::ALL[first], minus_days(plus_days(requirement.starts_on, today), 10));
        let (done, mut pauses) = case(&requirement, &done, &pauses);
        let before = left(&requirement, &done, &pauses, today, first);
        pauses.extend(case(&requirement, &[], &[(more.0, more.1, None)]).1);
        prop_assert!(left(&requirement, &done, &pauses, today, first) <= before);
    }

    #[test]
    fn the_order_in_which_things_are_told_does_not_matter(
        requirement in any_requirement(), (done, shuffled) in any_done().prop_flat_map(|d| (Just(d.clone()), Just(d).prop_shuffle())),
        pauses in any_pauses(), today in 0u64..320
    ) {
        let today = plus_days(requirement.starts_on, today);
        let (done, mut pauses) = case(&requirement, &done, &pauses);
        let told = requirement.owed(&done, &pauses, today, Weekday::Monday);
        pauses.reverse();
        let shuffled = case(&requirement, &shuffled, &[]).0;
        prop_assert_eq!(requirement.owed(&shuffled, &pauses, today, Weekday::Monday), told);
    }

    #[test]
    fn the_periods_follow_each_other_without_a_gap_and_hold_their_days(
        requirement in any_requirement(), days in 0u64..2000, first in 0usize..7
    ) {
        let first = Weekday::ALL[first];
        let on = plus_days(requirement.starts_on, days);
        let (start, end) = requirement.period_of(on, first);
        prop_assert!(start <= on && on <= end);
        prop_assert_eq!(requirement.period_of(plus_days(end, 1), first).0, plus_days(end, 1));
        prop_assert_eq!(requirement.period_of(minus_days(start, 1), first).1, minus_days(start, 1));
        prop_assert_eq!(requirement.period_of(start, first), requirement.period_of(end, first));
    }
}
