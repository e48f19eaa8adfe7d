use proptest::prelude::*;

use super::*;
use crate::time::plus_days;

fn day(text: &str) -> NaiveDate {
    text.parse().unwrap()
}

/// Copies of those days, numbered as they stand.
fn made_on(days: &[NaiveDate]) -> Vec<Stamp> {
    days.iter().zip(1..).map(|(day, number)| Stamp { number, day: *day, before_update: false }).collect()
}

/// Makes copies one after the other and lets go each time what is left over.
struct Device {
    copies: Vec<Stamp>,
    number: u64,
}

impl Device {
    fn new() -> Self {
        Self { copies: Vec::new(), number: 0 }
    }

    /// Makes one more; answers how many went.
    fn make(&mut self, day: NaiveDate, before_update: bool) -> usize {
        self.number += 1;
        self.copies.push(Stamp { number: self.number, day, before_update });
        let gone = to_delete(&self.copies);
        self.copies.retain(|copy| !gone.contains(&copy.number));
        gone.len()
    }

    fn days(&self) -> Vec<String> {
        self.copies.iter().rev().map(|copy| copy.day.to_string()).collect()
    }
}

#[test]
fn seven_days_then_four_weeks_then_six_months_are_kept_of_a_copy_every_day() {
    let mut device = Device::new();
    for days in 0..500 {
        device.make(plus_days(day("2025-01-01"), days), false);
    }
    assert_eq!(
        device.days(),
        [
            "2026-05-15",
            "2026-05-14",
            "2026-05-13",
            "2026-05-12",
            "2026-05-11",
            "2026-05-10",
            "2026-05-09",
            // The last ones of the weeks before: a Friday that was the last before those days, then Sundays.
            "2026-05-08",
            "2026-05-03",
            "2026-04-26",
            "2026-04-19",
            // The last ones of the months before.
            "2026-04-12",
            "2026-03-29",
            "2026-02-22",
            "2026-01-25",
            "2025-12-28",
            "2025-11-30",
        ]
    );
}

#[test]
fn whoever_opens_the_app_once_a_month_keeps_copies_of_seventeen_months() {
    let mut device = Device::new();
    for months in 0..40u32 {
        let (year, month) = (2025 + i32::try_from(months / 12).unwrap(), months % 12 + 1);
        device.make(NaiveDate::from_ymd_opt(year, month, 15).unwrap(), false);
    }
    assert_eq!(device.copies.len(), DAYS + WEEKS + MONTHS);
    assert_eq!(device.days().last().unwrap(), "2026-12-15");
}

#[test]
fn of_two_copies_of_one_day_the_later_one_stays() {
    let copies = made_on(&[day("2026-05-01"), day("2026-05-02"), day("2026-05-02")]);
    assert_eq!(to_delete(&copies), [2]);
}

#[test]
fn a_clock_that_jumps_ahead_and_back_costs_one_copy_for_each_that_is_made() {
    let mut device = Device::new();
    for days in 0..400 {
        device.make(plus_days(day("2025-01-01"), days), false);
    }
    let before = device.copies.clone();
    assert_eq!(device.make(day("2099-12-31"), false), 1);
    assert_eq!(device.make(day("2026-02-05"), false), 1);
    assert_eq!(device.make(day("1970-01-01"), false), 1);
    let stayed = before.iter().filter(|copy| device.copies.contains(copy)).count();
    assert_eq!(stayed, before.len() - 3);
}

#[test]
fn a_clock_that_starts_anew_each_morning_takes_up_one_place() {
    let mut device = Device::new();
    for days in 0..6 {
        device.make(plus_days(day("2026-05-01"), days), false);
        device.make(day("1970-01-01"), false);
    }
    assert_eq!(device.copies.iter().filter(|copy| copy.day == day("1970-01-01")).count(), 1);
    assert_eq!(device.copies.len(), 7, "and every other day is still there");
}

#[test]
fn copies_from_before_updates_are_kept_apart_and_only_the_newest_three() {
    let mut device = Device::new();
    for days in 0..5 {
        device.make(plus_days(day("2026-05-01"), days), true);
    }
    assert_eq!(device.days(), ["2026-05-05", "2026-05-04", "2026-05-03"]);
    for days in 0..7 {
        assert_eq!(device.make(plus_days(day("2026-05-01"), days), false), 0);
    }
    assert_eq!(device.copies.len(), 10);
}

#[test]
fn a_copy_is_due_once_a_day_whichever_way_the_clock_went() {
    let mut copies = made_on(&[day("2026-05-01"), day("2026-05-02")]);
    assert!(due(&[], day("2026-05-02")));
    assert!(!due(&copies, day("2026-05-02")));
    assert!(due(&copies, day("2026-05-03")));
    assert!(due(&copies, day("2026-05-01")), "the clock went back");
    copies.push(Stamp { number: 3, day: day("2026-05-01"), before_update: false });
    assert!(!due(&copies, day("2026-05-01")), "but not again at every change");
    copies.push(Stamp { number: 4, day: day("2026-05-03"), before_update: true });
    assert!(due(&copies, day("2026-05-03")), "one from before an update holds nothing that came after");
}

/// The rule once more, slowly: every copy judged by itself, by counting what is newer.
fn stays(copy: &Stamp, all: &[Stamp]) -> bool {
    let newer = |one: &&Stamp| one.number > copy.number && one.before_update == copy.before_update;
    let newer: Vec<&Stamp> = all.iter().filter(newer).collect();
    if copy.before_update {
        return newer.len() < UPDATES;
    }
    type Name = fn(NaiveDate) -> String;
    let spans: [(usize, Name); 3] = [
        (DAYS, |day| day.to_string()),
        (WEEKS, |day| day.format("%G-%V").to_string()),
        (MONTHS, |day| day.format("%Y-%m").to_string()),
    ];
    let mut here = newer;
    here.sort_by_key(|one| std::cmp::Reverse(one.number));
    for (most, span) in spans {
        let distinct = |some: &[&Stamp]| {
            let mut spans: Vec<String> = some.iter().map(|one| span(one.day)).collect();
            spans.sort();
            spans.dedup();
            spans.len()
        };
        if distinct(&here) < most {
            return !here.iter().any(|one| span(one.day) == span(copy.day));
        }
        // The zone ends with the copy that filled it; the next one counts only what comes after.
        let end = (0..=here.len()).find(|end| distinct(&here[..*end]) == most).unwrap();
        here = here.split_off(end);
    }
    false
}

fn any_day() -> impl Strategy<Value = NaiveDate> {
    prop_oneof![
        8 => (0..700u64).prop_map(|days| plus_days(day("2025-01-01"), days)),
        1 => Just(day("1970-01-01")),
        1 => (0..60u64).prop_map(|days| plus_days(day("2099-12-01"), days)),
    ]
}

/// Days as they pass, with jumps.
fn passing_days() -> impl Strategy<Value = Vec<(NaiveDate, bool)>> {
    let step = prop_oneof![10 => (0..9u64).prop_map(Ok), 1 => any_day().prop_map(Err)];
    proptest::collection::vec((step, proptest::bool::weighted(0.05)), 1..200).prop_map(|steps| {
        let mut today = day("2025-01-01");
        steps
            .into_iter()
            .map(|(step, update)| {
                today = step.map_or_else(|jump| jump, |days| plus_days(today, days));
                (today, update)
            })
            .collect()
    })
}

proptest! {
    #[test]
    fn what_goes_is_what_the_slow_rule_lets_go(
        days in proptest::collection::vec((any_day(), proptest::bool::weighted(0.2)), 0..60)
    ) {
        let copies: Vec<Stamp> = days.into_iter().zip(1..)
            .map(|((day, before_update), number)| Stamp { number, day, before_update }).collect();
        let gone = to_delete(&copies);
        for copy in &copies {
            prop_assert_eq!(!gone.contains(&copy.number), stays(copy, &copies), "{:?}", copy);
        }
    }

    #[test]
    fn one_more_copy_never_makes_more_than_one_go_and_never_itself(days in passing_days()) {
        let mut device = Device::new();
        for (day, before_update) in days {
            prop_assert!(device.make(day, before_update) <= 1);
            prop_assert_eq!(device.copies.last().map(|copy| copy.number), Some(device.number));
            prop_assert!(device.copies.len() <= DAYS + WEEKS + MONTHS + UPDATES);
        }
    }
}
