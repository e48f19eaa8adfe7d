use super::*;
use crate::time::minus_days;
use proptest::prelude::*;

fn day(text: &str) -> NaiveDate {
    text.parse().unwrap()
}

fn id() -> RequirementId {
    RequirementId::new(0, &[0; 10])
}

/// Two meetings a week, in the client's week, carried over, from Monday, January 5, 2026 on.
fn two_a_week() -> Requirement {
    Requirement {
        id: id(),
        asked_by: AskedBy::Court,
        counts: Counted::SupportGroups,
        amount: 2,
        period: Period::Week,
        due_day: None,
        starts_on: day("2026-01-05"),
        ends_on: None,
        carries_over: true,
        make_ups_after: None,
        settle_by: None,
    }
}

fn a_month(amount: u32, due_day: Option<u32>, starts_on: &str) -> Requirement {
    Requirement { amount, period: Period::Month, due_day, starts_on: day(starts_on), ..two_a_week() }
}

fn pause(starts_on: &str, ends_on: &str) -> Pause {
    Pause {
        id: PauseId::new(0, &[0; 10]),
        requirement: None,
        starts_on: day(starts_on),
        ends_on: day(ends_on),
        reason: PauseReason::Illness,
        note: String::new(),
    }
}

fn meetings(days: &[&str]) -> Vec<Done> {
    days.iter().map(|on| Done { on: day(on), amount: 1 }).collect()
}

fn owed(requirement: &Requirement, done: &[Done], pauses: &[Pause], today: &str) -> Option<Owed> {
    requirement.owed(done, pauses, day(today), Weekday::Monday)
}

/// Asked, done, carried, made up, left.
fn figures(owed: Option<Owed>) -> (u32, u32, u32, u32, u32) {
    let owed = owed.unwrap();
    (owed.asked, owed.done, owed.carried, owed.made_up, owed.left)
}

/// The first and the last day of the period that holds that day.
fn span(requirement: &Requirement, on: &str) -> (String, String) {
    let (start, end) = requirement.period_of(day(on), Weekday::Monday);
    (start.to_string(), end.to_string())
}

#[test]
fn the_court_asks_two_a_week_by_the_court_date_and_make_ups_must_postdate_the_last_one() {
    // The next court date is Tuesday, January 27.
    let mut court = two_a_week();
    court.settle_by = Some(day("2026-01-27"));
    let mut done = meetings(&["2026-01-06", "2026-01-08"]);
    let now = owed(&court, &done, &[], "2026-01-11");
    assert_eq!(figures(now), (2, 2, 0, 0, 0), "the first week is done");
    assert_eq!(now.unwrap().left_to_settle, Some(4), "two more weeks are over by the court date");

    // The second week lacks one: it is owed in addition.
    done.extend(meetings(&["2026-01-13"]));
    let now = owed(&court, &done, &[], "2026-01-19");
    assert_eq!(figures(now), (2, 0, 1, 0, 3));
    assert_eq!(now.unwrap().left_to_settle, Some(3));

    // The third is done. On the morning in court one is missing, and this week's own are not due yet.
    done.extend(meetings(&["2026-01-20", "2026-01-22"]));
    let now = owed(&court, &done, &[], "2026-01-27");
    assert_eq!(figures(now), (2, 0, 1, 0, 3));
    assert_eq!(now.unwrap().left_to_settle, Some(1));

    // The court says: the one is to be made up from now on, by Tuesday, February 17. What is beyond the week's two on
    // the court date itself is not after it.
    court.make_ups_after = Some(day("2026-01-27"));
    court.settle_by = Some(day("2026-02-17"));
    done.extend(meetings(&["2026-01-26", "2026-01-27", "2026-01-27"]));
    assert_eq!(figures(owed(&court, &done, &[], "2026-01-27")), (2, 3, 1, 0, 1));
    // The week to February 8 is done, of that to February 15 one is missed.
    done.extend(meetings(&["2026-02-03", "2026-02-05", "2026-02-10"]));
    let now = owed(&court, &done, &[], "2026-02-11");
    assert_eq!(figures(now), (2, 1, 1, 0, 2));
    assert_eq!(now.unwrap().left_to_settle, Some(2), "the week of the court date is not over by then");

    // In court again, two are missing. The next date is March 17.
    assert_eq!(owed(&court, &done, &[], "2026-02-17").unwrap().left_to_settle, Some(2));
    court.make_ups_after = Some(day("2026-02-17"));
    court.settle_by = Some(day("2026-03-17"));
    done.extend(meetings(&["2026-02-16", "2026-02-16", "2026-02-17"]));
    assert_eq!(figures(owed(&court, &done, &[], "2026-02-17")), (2, 3, 2, 0, 2), "not after the court date");
    done.extend(meetings(&["2026-02-18"]));
    let now = owed(&court, &done, &[], "2026-02-18");
    assert_eq!(figures(now), (2, 4, 2, 1, 1));
    assert_eq!(now.unwrap().left_to_settle, Some(7), "this one, and three more weeks are over by then");
    done.extend(meetings(&["2026-02-24", "2026-02-26", "2026-02-28"]));
    assert_eq!(figures(owed(&court, &done, &[], "2026-03-01")), (2, 3, 1, 1, 0), "all is made up");
}

#[test]
fn moving_the_last_court_date_on_takes_back_what_was_made_up_before_it() {
    let mut court = Requirement { make_ups_after: Some(day("2026-01-11")), ..two_a_week() };
    let done = meetings(&["2026-01-06", "2026-01-12", "2026-01-13", "2026-01-14"]);
    assert_eq!(owed(&court, &done, &[], "2026-01-18").unwrap().left, 0);
    court.make_ups_after = Some(day("2026-01-18"));
    assert_eq!(owed(&court, &done, &[], "2026-01-18").unwrap().left, 1);
}

#[test]
fn make_ups_before_the_last_court_date_make_up_for_nothing() {
    let mut court = two_a_week();
    // The first week lacks one, the second has one more.
    let done = meetings(&["2026-01-06", "2026-01-12", "2026-01-13", "2026-01-14"]);
    assert_eq!(owed(&court, &done, &[], "2026-01-20").unwrap().carried, 0);
    for (after, carried) in [("2026-01-13", 0), ("2026-01-14", 1), ("2026-01-19", 1)] {
        court.make_ups_after = Some(day(after));
        assert_eq!(owed(&court, &done, &[], "2026-01-20").unwrap().carried, carried, "{after}");
    }
}

#[test]
fn a_month_ends_on_its_last_day_or_on_its_due_day_which_a_short_month_brings_forward() {
    for (due_day, on, start, end) in [
        (None, "2026-02-10", "2026-02-01", "2026-02-28"),
        (None, "2028-02-29", "2028-02-01", "2028-02-29"),
        (Some(31), "2026-02-28", "2026-02-01", "2026-02-28"),
        (Some(31), "2026-04-30", "2026-04-01", "2026-04-30"),
        (Some(31), "2026-05-31", "2026-05-01", "2026-05-31"),
        (Some(30), "2026-03-01", "2026-03-01", "2026-03-30"),
        (Some(30), "2026-03-31", "2026-03-31", "2026-04-30"),
        (Some(29), "2028-02-29", "2028-01-30", "2028-02-29"),
        (Some(29), "2026-02-28", "2026-01-30", "2026-02-28"),
        (Some(15), "2026-01-15", "2025-12-16", "2026-01-15"),
        (Some(15), "2025-12-31", "2025-12-16", "2026-01-15"),
        (Some(1), "2026-02-02", "2026-02-02", "2026-03-01"),
    ] {
        let month = a_month(4, due_day, "2025-01-01");
        assert_eq!(span(&month, on), (start.into(), end.into()), "{due_day:?} {on}");
    }
}

#[test]
fn a_week_due_on_wednesday_runs_from_thursday_and_the_first_whole_one_is_the_first_asked() {
    let week = Requirement { due_day: Some(3), ..two_a_week() };
    assert_eq!(span(&week, "2026-01-07"), ("2026-01-01".into(), "2026-01-07".into()));
    assert_eq!(span(&week, "2026-01-08"), ("2026-01-08".into(), "2026-01-14".into()));
    // It starts on Monday, in a week that is not whole.
    assert_eq!(week.first_day(Weekday::Monday), day("2026-01-08"));
    assert_eq!(owed(&week, &[], &[], "2026-01-07"), None);
    assert_eq!(owed(&week, &[], &[], "2026-01-08").unwrap().due_on, day("2026-01-14"));
    // Where each day is due, the client's own week has no say.
    assert_eq!(week.first_day(Weekday::Sunday), day("2026-01-08"));
}

#[test]
fn with_no_due_day_a_change_of_the_clients_week_changes_the_weeks_that_are_asked() {
    let week = two_a_week();
    assert_eq!(week.first_day(Weekday::Monday), day("2026-01-05"));
    assert_eq!(week.first_day(Weekday::Sunday), day("2026-01-11"));
    // Saturday, Sunday, Monday: two and one from Monday, one and two from Sunday.
    let done = meetings(&["2026-01-17", "2026-01-18", "2026-01-19"]);
    let of_weeks = |first| {
        let all = week.periods(&done, &[], day("2026-01-19"), first);
        all.iter().map(|one| (one.starts_on.to_string(), one.done)).collect::<Vec<_>>()
    };
    assert_eq!(
        of_weeks(Weekday::Monday),
        [("2026-01-05".into(), 0), ("2026-01-12".into(), 2), ("2026-01-19".into(), 1)]
    );
    assert_eq!(of_weeks(Weekday::Sunday), [("2026-01-11".into(), 1), ("2026-01-18".into(), 2)]);
}

#[test]
fn nothing_is_asked_of_a_week_of_illness_and_what_was_owed_stays() {
    let ill = [pause("2026-01-11", "2026-01-18")];
    let done = meetings(&["2026-01-06"]);
    let now = owed(&two_a_week(), &done, &ill, "2026-01-14");
    assert_eq!(figures(now), (0, 0, 1, 0, 1));
    assert!(now.unwrap().paused);
    assert_eq!(figures(owed(&two_a_week(), &done, &ill, "2026-01-19")), (2, 0, 1, 0, 3));
    // A meeting in that week makes up.
    let done = meetings(&["2026-01-06", "2026-01-15"]);
    assert_eq!(figures(owed(&two_a_week(), &done, &ill, "2026-01-16")), (0, 1, 1, 1, 0));
}

#[test]
fn a_pause_in_part_takes_its_proportion_rounded_up_for_the_client_to_do() {
    let asked = |pauses: &[Pause]| {
        let now = owed(&Requirement { amount: 7, ..two_a_week() }, &[], pauses, "2026-01-05").unwrap();
        (now.asked, now.paused)
    };
    assert_eq!(asked(&[]), (7, false));
    assert_eq!(asked(&[pause("2026-01-01", "2026-01-06")]), (5, true));
    assert_eq!(asked(&[pause("2026-01-11", "2026-01-20")]), (6, true));
    // Days that two pauses hold count once.
    assert_eq!(asked(&[pause("2026-01-08", "2026-01-10"), pause("2026-01-07", "2026-01-09")]), (3, true));
    // Of another requirement, and back to front.
    let other = Pause { requirement: Some(RequirementId::new(1, &[0; 10])), ..pause("2026-01-05", "2026-01-11") };
    assert_eq!(asked(&[other, pause("2026-01-11", "2026-01-05")]), (7, false));
    let own = Pause { requirement: Some(id()), ..pause("2026-01-05", "2026-01-11") };
    assert_eq!(asked(&[own]), (0, true));
    // Two a week less one day is still two: nothing was taken out.
    let now = owed(&two_a_week(), &[], &[pause("2026-01-05", "2026-01-05")], "2026-01-05").unwrap();
    assert_eq!((now.asked, now.paused), (2, false));
}

#[test]
fn without_carry_over_each_week_stands_for_itself() {
    let own = Requirement { carries_over: false, ..two_a_week() };
    let done = meetings(&["2026-01-06", "2026-01-13", "2026-01-14", "2026-01-15"]);
    assert_eq!(figures(owed(&own, &done, &[], "2026-01-11")), (2, 1, 0, 0, 1));
    assert_eq!(figures(owed(&own, &done, &[], "2026-01-18")), (2, 3, 0, 0, 0));
    assert!(own.periods(&done, &[], day("2026-02-01"), Weekday::Monday).iter().all(|one| one.owed == 0));
}

#[test]
fn what_is_beyond_a_week_makes_up_and_is_never_saved_up() {
    // Five in the first week, one in the second, three in the third.
    let done = meetings(&[
        "2026-01-05",
        "2026-01-05",
        "2026-01-06",
        "2026-01-07",
        "2026-01-08",
        "2026-01-13",
        "2026-01-19",
        "2026-01-20",
        "2026-01-21",
    ]);
    let all = two_a_week().periods(&done, &[], day("2026-01-25"), Weekday::Monday);
    let seen: Vec<_> = all.iter().map(|one| (one.asked, one.done, one.made_up, one.owed)).collect();
    assert_eq!(seen, [(2, 5, 0, 0), (2, 1, 0, 1), (2, 3, 1, 0)]);
}

#[test]
fn the_minutes_of_one_day_may_fill_the_own_week_in_part_and_make_up_with_the_rest() {
    let hours = Requirement {
        counts: Counted::TreatmentMinutes,
        amount: 540,
        make_ups_after: Some(day("2026-01-13")),
        ..two_a_week()
    };
    let minutes = |all: &[(&str, u32)]| -> Vec<Done> {
        all.iter().map(|(on, amount)| Done { on: day(on), amount: *amount }).collect()
    };
    let week = [("2026-01-05", 400), ("2026-01-12", 480), ("2026-01-14", 180)];
    assert_eq!(figures(owed(&hours, &minutes(&week), &[], "2026-01-14")), (540, 660, 140, 120, 20));
    // What was beyond the own amount before the day does not count, what comes after it does.
    let week = [("2026-01-05", 400), ("2026-01-12", 600), ("2026-01-14", 50)];
    assert_eq!(figures(owed(&hours, &minutes(&week), &[], "2026-01-14")), (540, 650, 140, 50, 90));
}

#[test]
fn a_week_that_is_not_over_when_it_ends_is_not_asked() {
    let short = Requirement { ends_on: Some(day("2026-01-14")), ..two_a_week() };
    let done = meetings(&["2026-01-06", "2026-01-07"]);
    assert_eq!(figures(owed(&short, &done, &[], "2026-01-11")), (2, 2, 0, 0, 0));
    assert_eq!(owed(&short, &done, &[], "2026-01-12"), None);
    assert_eq!(short.periods(&done, &[], day("2026-03-01"), Weekday::Monday).len(), 1);
}

#[test]
fn what_is_left_when_it_has_ended_stays_until_it_is_made_up() {
    let ended = Requirement { ends_on: Some(day("2026-01-11")), settle_by: Some(day("2026-02-10")), ..two_a_week() };
    let mut done = vec![];
    let now = owed(&ended, &done, &[], "2026-01-28");
    assert_eq!(figures(now), (0, 0, 2, 0, 2));
    assert_eq!((now.unwrap().paused, now.unwrap().left_to_settle), (false, Some(2)));
    done.extend(meetings(&["2026-01-28", "2026-02-03"]));
    assert_eq!(figures(owed(&ended, &done, &[], "2026-02-02")), (0, 0, 1, 0, 1));
    assert_eq!(figures(owed(&ended, &done, &[], "2026-02-08")), (0, 1, 1, 1, 0), "settled in this week");
    assert_eq!(owed(&ended, &done, &[], "2026-02-09"), None);
    let all = ended.periods(&done, &[], day("2026-03-31"), Weekday::Monday);
    assert_eq!(all.iter().map(|one| one.owed).collect::<Vec<_>>(), [2, 2, 2, 1, 0]);
    // Nothing carried, nothing stays.
    let own = Requirement { carries_over: false, ..ended };
    assert_eq!(owed(&own, &[], &[], "2026-01-28"), None);
}

#[test]
fn all_that_is_due_by_a_day_is_what_is_left_and_the_periods_over_by_then_less_pauses() {
    let mut week = Requirement { settle_by: Some(day("2026-02-01")), ..two_a_week() };
    let by = |week: &Requirement, pauses: &[Pause], today| owed(week, &[], pauses, today).unwrap().left_to_settle;
    assert_eq!(by(&week, &[], "2026-01-05"), Some(8));
    assert_eq!(by(&week, &[pause("2026-01-12", "2026-01-18")], "2026-01-05"), Some(6));
    assert_eq!(by(&week, &[], "2026-02-01"), Some(8));
    assert_eq!(by(&week, &[], "2026-02-02"), None, "it is past");
    week.ends_on = Some(day("2026-01-20"));
    assert_eq!(by(&week, &[], "2026-01-05"), Some(4));
}

#[test]
fn a_week_that_is_not_over_by_the_day_asks_nothing_for_it_and_what_is_done_in_it_makes_up() {
    let week = Requirement { settle_by: Some(day("2026-01-14")), ..two_a_week() };
    let mut done = meetings(&["2026-01-06"]);
    assert_eq!(owed(&week, &done, &[], "2026-01-12").unwrap().left_to_settle, Some(1));
    done.extend(meetings(&["2026-01-12"]));
    let now = owed(&week, &done, &[], "2026-01-13").unwrap();
    assert_eq!((now.left, now.left_to_settle), (2, Some(0)));
}

#[test]
fn what_is_written_for_a_later_day_does_not_count_yet() {
    let done = meetings(&["2026-01-05", "2026-01-08"]);
    assert_eq!(owed(&two_a_week(), &done, &[], "2026-01-07").unwrap().left, 1);
    assert_eq!(owed(&two_a_week(), &done, &[], "2026-01-08").unwrap().left, 0);
}

#[test]
fn nonsense_and_the_ends_of_the_calendar_are_reckoned_and_do_not_panic() {
    for period in [Period::Week, Period::Month] {
        for due_day in [None, Some(0), Some(99)] {
            for amount in [0, 1, u32::MAX] {
                let odd = Requirement { amount, period, due_day, starts_on: NaiveDate::MIN, ..two_a_week() };
                let done = [Done { on: day("1950-01-01"), amount: u32::MAX }; 3];
                for today in [NaiveDate::MIN, FIRST_DATE, LAST_DATE, NaiveDate::MAX] {
                    for first in Weekday::ALL {
                        let all = odd.periods(&done, &[pause("1800-01-01", "2300-01-01")], today, first);
                        assert!(all.iter().all(|one| one.asked == 0));
                        let _ = odd.owed(&done, &[], today, first);
                    }
                }
            }
        }
    }
    let late = Requirement { starts_on: NaiveDate::MAX, settle_by: Some(NaiveDate::MAX), ..two_a_week() };
    assert_eq!(late.owed(&[], &[], NaiveDate::MAX, Weekday::Monday), None);
}

#[test]
fn a_field_out_of_its_range_is_named() {
    let good = two_a_week();
    let minutes = Requirement { counts: Counted::TreatmentMinutes, ..good.clone() };
    let month = a_month(4, Some(31), "2026-01-01");
    let early = Some(day("2026-01-04"));
    for (requirement, checked) in [
        (good.clone(), Ok(())),
        (month.clone(), Ok(())),
        (Requirement { ends_on: Some(good.starts_on), settle_by: Some(good.starts_on), ..good.clone() }, Ok(())),
        (Requirement { amount: 0, ..good.clone() }, Err(RequirementFault::Amount)),
        (Requirement { amount: 101, ..good.clone() }, Err(RequirementFault::Amount)),
        (Requirement { amount: 10_080, ..minutes.clone() }, Ok(())),
        (Requirement { amount: 10_081, ..minutes }, Err(RequirementFault::Amount)),
        (Requirement { due_day: Some(0), ..good.clone() }, Err(RequirementFault::DueDay)),
        (Requirement { due_day: Some(8), ..good.clone() }, Err(RequirementFault::DueDay)),
        (Requirement { due_day: Some(32), ..month }, Err(RequirementFault::DueDay)),
        (Requirement { ends_on: early, ..good.clone() }, Err(RequirementFault::EndsOn)),
        (Requirement { settle_by: early, ..good }, Err(RequirementFault::SettleBy)),
    ] {
        assert_eq!(requirement.check(), checked, "{requirement:?}");
    }
    assert_eq!(pause("2026-01-05", "2026-01-05").check(), Ok(()));
    assert_eq!(pause("2026-01-05", "2026-01-04").check(), Err(PauseFault::EndsOn));
}

/// A slow, obvious reckoning: every day one by one, every single unit by itself.
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
            if over && debts.is_empty() {
                break;
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
    (prop_oneof![week, month], 1u32..12, 0u64..1500, any::<bool>(), later(0..300), later(0..300), later(0..400))
        .prop_map(|((period, due_day), amount, starts, carries_over, after, ends, by)| {
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
