use super::*;

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
        owed_then: None,
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
fn what_the_court_said_is_owed_begins_the_reckoning_anew() {
    let mut court = Requirement { make_ups_after: Some(day("2026-01-18")), owed_then: Some(0), ..two_a_week() };
    let done = meetings(&["2026-01-06", "2026-01-12", "2026-01-13", "2026-01-14"]);
    assert_eq!(figures(owed(&court, &done, &[], "2026-01-19")), (2, 0, 0, 0, 2), "what was made up stays made up");
    court.owed_then = Some(3);
    assert_eq!(figures(owed(&court, &done, &[], "2026-01-19")), (2, 0, 3, 0, 5));
    // One who begins to keep it with a rest from before.
    court.make_ups_after = Some(day("2026-01-02"));
    assert_eq!(owed(&court, &[], &[], "2026-01-05").unwrap().carried, 3);
}

#[test]
fn what_the_court_said_is_owed_after_the_end_is_owed_all_the_same() {
    let court = Requirement {
        ends_on: Some(day("2026-01-18")),
        make_ups_after: Some(day("2026-03-04")),
        owed_then: Some(3),
        ..two_a_week()
    };
    let done = meetings(&["2026-01-06", "2026-01-07", "2026-01-13", "2026-01-14", "2026-03-10"]);
    assert_eq!(owed(&court, &done, &[], "2026-02-10"), None, "all was done by the end");
    assert_eq!(owed(&court, &done, &[], "2026-03-05").unwrap().left, 3);
    assert_eq!(owed(&court, &done, &[], "2026-03-10").unwrap().left, 2);
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

#[path = "requirement_property_test.rs"]
mod property;
