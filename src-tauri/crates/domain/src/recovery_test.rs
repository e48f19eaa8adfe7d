use super::*;
use proptest::prelude::*;
use std::collections::BTreeSet;

fn day(text: &str) -> NaiveDate {
    text.parse().unwrap()
}

fn span(starts_on: &str, ends_on: Option<&str>) -> Span {
    Span { starts_on: day(starts_on), ends_on: ends_on.map(day) }
}

fn counter(spans: &[Span]) -> Counter {
    Counter { id: CounterId::new(0, &[0; 10]), name: String::new(), spans: spans.to_vec() }
}

/// Current, counted, of.
fn days(counter: &Counter, today: &str) -> (u32, u32, u32) {
    let count = counter.days(day(today));
    (count.current, count.counted, count.of)
}

#[test]
fn a_day_counts_once_it_is_over() {
    let one = counter(&[span("2026-01-01", None)]);
    assert_eq!(days(&one, "2025-12-31"), (0, 0, 0));
    assert_eq!(days(&one, "2026-01-01"), (0, 0, 0));
    assert_eq!(days(&one, "2026-01-02"), (1, 1, 1));
    assert_eq!(days(&one, "2026-01-31"), (30, 30, 30));
    assert_eq!(Mark::Days(30).day(day("2026-01-01")), day("2026-01-31"));
    assert_eq!(days(&counter(&[]), "2026-01-31"), (0, 0, 0));
}

#[test]
fn after_a_slip_the_count_begins_anew_and_all_other_days_remain_counted() {
    let one = counter(&[span("2025-01-01", None)]);
    // Three days of use, told one by one.
    let told = |counter: Counter, on| counter.slip(day(on)).unwrap();
    let after = ["2025-03-01", "2025-03-02", "2025-03-03"].into_iter().fold(one, told);
    assert_eq!(after.spans, [span("2025-01-01", Some("2025-02-28")), span("2025-03-04", None)]);
    // On the last day itself, and later.
    assert_eq!(days(&after, "2025-03-03"), (0, 59, 61));
    assert_eq!(days(&after, "2025-03-04"), (0, 59, 62));
    assert_eq!(days(&after, "2025-11-17"), (258, 317, 320));
    assert_eq!(after.current(), Some(span("2025-03-04", None)));
    assert_eq!(after.check(), Ok(()));
}

#[test]
fn a_slip_on_a_first_day_leaves_no_empty_span() {
    let one = counter(&[span("2026-01-01", None)]).slip(day("2026-01-01")).unwrap();
    assert_eq!(one.spans, [span("2026-01-02", None)]);
    let one = counter(&[span("2026-01-01", Some("2026-01-01"))]).slip(day("2026-01-01")).unwrap();
    assert_eq!((one.current(), one.spans), (None, vec![]));
}

#[test]
fn a_slip_of_an_earlier_time_splits_its_span_and_leaves_what_goes_on() {
    let one = counter(&[span("2025-01-01", Some("2025-01-31")), span("2025-02-10", None)]);
    assert_eq!(
        one.slip(day("2025-01-15")).unwrap().spans,
        [span("2025-01-01", Some("2025-01-14")), span("2025-01-16", Some("2025-01-31")), span("2025-02-10", None)]
    );
    assert_eq!(
        one.slip(day("2025-01-31")).unwrap().spans,
        [span("2025-01-01", Some("2025-01-30")), span("2025-02-10", None)]
    );
}

#[test]
fn a_slip_on_a_day_that_is_not_counted_changes_nothing() {
    let one = counter(&[span("2025-01-01", Some("2025-01-31")), span("2025-02-10", None)]);
    for on in ["2024-12-31", "2025-02-01", "2025-02-09"] {
        assert_eq!(one.slip(day(on)), Err(CounterFault::NotCounted), "{on}");
    }
    let ended = counter(&[span("2025-01-01", Some("2025-01-31"))]);
    assert_eq!(ended.slip(day("2025-02-01")), Err(CounterFault::NotCounted));
}

#[test]
fn spans_out_of_order_are_told_apart() {
    let first = span("2025-01-01", Some("2025-01-31"));
    for (spans, checked) in [
        (vec![], Ok(())),
        (vec![first, span("2025-02-02", None)], Ok(())),
        (vec![first, span("2025-02-01", None)], Err(CounterFault::Order)),
        (vec![first, span("2025-01-10", None)], Err(CounterFault::Order)),
        (vec![span("2025-02-02", Some("2025-02-03")), first], Err(CounterFault::Order)),
        (vec![span("2025-01-01", None), span("2025-02-02", None)], Err(CounterFault::Open)),
        (vec![span("2025-01-02", Some("2025-01-01"))], Err(CounterFault::EndsOn)),
    ] {
        assert_eq!(counter(&spans).check(), checked, "{spans:?}");
    }
    let every_other = |n: u64| {
        let on = plus_days(day("2000-01-01"), n * 2);
        Span { starts_on: on, ends_on: Some(on) }
    };
    let mut most = counter(&(0..MOST_SPANS as u64 - 1).map(every_other).collect::<Vec<_>>());
    most.spans.push(span("2020-01-01", None));
    assert_eq!(most.check(), Ok(()));
    assert_eq!(most.slip(day("2020-01-01")).map(|counter| counter.spans.len()), Ok(MOST_SPANS));
    assert_eq!(most.slip(day("2020-01-02")), Err(CounterFault::TooMany));
    most.spans.insert(0, span("1999-01-01", Some("1999-01-01")));
    assert_eq!(most.check(), Err(CounterFault::TooMany));
}

#[test]
fn months_and_years_go_by_the_calendar() {
    for (mark, from, on) in [
        (Mark::Start, "2026-01-31", "2026-01-31"),
        (Mark::Months(1), "2026-01-31", "2026-02-28"),
        (Mark::Months(1), "2028-01-31", "2028-02-29"),
        (Mark::Months(6), "2025-08-30", "2026-02-28"),
        (Mark::Months(18), "2026-01-15", "2027-07-15"),
        (Mark::Years(1), "2024-02-29", "2025-02-28"),
        (Mark::Years(4), "2024-02-29", "2028-02-29"),
        (Mark::Years(1), "2024-02-28", "2025-02-28"),
    ] {
        assert_eq!(mark.day(day(from)), day(on), "{mark:?} {from}");
    }
    assert_eq!(Mark::Years(u32::MAX).day(day("2026-01-01")), NaiveDate::MAX);
}

#[test]
fn an_anniversary_comes_every_year_also_of_a_leap_day() {
    let leap = day("2024-02-29");
    for (today, years, next) in [
        ("2024-02-29", None, (1, "2025-02-28")),
        ("2025-02-27", None, (1, "2025-02-28")),
        ("2025-02-28", Some(1), (2, "2026-02-28")),
        ("2025-03-01", None, (2, "2026-02-28")),
        ("2028-02-28", None, (4, "2028-02-29")),
        ("2028-02-29", Some(4), (5, "2029-02-28")),
        ("2023-02-28", None, (1, "2025-02-28")),
    ] {
        assert_eq!(anniversary(leap, day(today)), years, "{today}");
        assert_eq!(next_anniversary(leap, day(today)), (next.0, day(next.1)), "{today}");
    }
}

#[test]
fn the_marks_come_one_after_the_other_and_then_every_year() {
    let from = day("2024-01-10");
    let seen = |today: &str, fellowship| {
        let all = reached(from, day(today), fellowship);
        (all.iter().map(|(mark, _)| *mark).collect::<Vec<_>>(), next(from, day(today), fellowship))
    };
    use Fellowship::{Aa, Na};
    use Mark::{Days, Months, Start, Years};
    assert_eq!(seen("2024-01-09", Na), (vec![], (Start, from)));
    assert_eq!(seen("2024-01-10", Na), (vec![Start], (Days(30), day("2024-02-09"))));
    assert_eq!(seen("2024-04-09", Na).1, (Months(6), day("2024-07-10")));
    assert_eq!(seen("2024-04-09", Aa).1, (Months(4), day("2024-05-10")));
    assert_eq!(seen("2025-01-10", Aa).0.len(), 13);
    let first_year = [Start, Days(30), Days(60), Days(90), Months(6), Months(9), Years(1)];
    assert_eq!(seen("2025-07-09", Na), (first_year.to_vec(), (Months(18), day("2025-07-10"))));
    assert_eq!(seen("2025-07-10", Na).1, (Years(2), day("2026-01-10")));
    let later = [&first_year[..], &[Months(18), Years(2), Years(3)]].concat();
    assert_eq!(seen("2027-06-01", Na), (later, (Years(4), day("2028-01-10"))));
}

#[test]
fn a_chip_has_the_colour_that_the_client_chose_else_the_common_one() {
    use Fellowship::{Aa, LifeRing, Na};
    let chosen = [Chip { fellowship: Aa, mark: Mark::Start, color: ChipColor::White }];
    for (fellowship, mark, expected) in [
        (Aa, Mark::Start, ChipColor::White),
        (Aa, Mark::Days(30), ChipColor::Red),
        (Aa, Mark::Years(12), ChipColor::Bronze),
        (Na, Mark::Start, ChipColor::White),
        (Na, Mark::Days(30), ChipColor::Orange),
        (Na, Mark::Years(1), ChipColor::Glow),
        (Na, Mark::Years(2), ChipColor::Black),
        (LifeRing, Mark::Months(6), ChipColor::Silver),
        (LifeRing, Mark::Months(18), ChipColor::Gold),
    ] {
        assert_eq!(color(fellowship, mark, &chosen), expected, "{fellowship:?} {mark:?}");
    }
}

/// Every day of a counter before that one, as a set.
fn counted(counter: &Counter, today: NaiveDate) -> BTreeSet<NaiveDate> {
    let mut all = BTreeSet::new();
    for span in &counter.spans {
        let mut on = span.starts_on;
        while on < today && span.ends_on.is_none_or(|end| on <= end) {
            all.insert(on);
            on = on.succ_opt().unwrap();
        }
    }
    all
}

proptest! {
    #[test]
    fn slips_in_any_order_take_their_own_days_and_no_other(
        slips in prop::collection::vec(0u64..120, 0..40), today in 0u64..150
    ) {
        let begin = day("2027-12-01");
        let today = plus_days(begin, today);
        let mut one = Counter { spans: vec![Span { starts_on: begin, ends_on: None }], ..counter(&[]) };
        let mut all: BTreeSet<NaiveDate> = counted(&one, plus_days(begin, 200));
        for slip in slips {
            let on = plus_days(begin, slip);
            match one.slip(on) {
                Ok(after) => {
                    prop_assert!(all.remove(&on));
                    one = after;
                }
                Err(fault) => {
                    prop_assert_eq!(fault, CounterFault::NotCounted);
                    prop_assert!(!all.contains(&on));
                }
            }
            prop_assert_eq!(one.check(), Ok(()));
            prop_assert_eq!(&counted(&one, plus_days(begin, 200)), &all);
        }
        // Days counted and days not counted are all days since the first.
        let count = one.days(today);
        let over = all.iter().filter(|on| **on < today).count() as u32;
        let first = one.spans[0].starts_on;
        let mut not = 0;
        let mut on = first;
        while on < today {
            not += u32::from(!all.contains(&on));
            on = on.succ_opt().unwrap();
        }
        prop_assert_eq!((count.counted, count.counted + not), (over, count.of));
        let mut current = 0;
        while all.contains(&minus_days(today, current + 1)) {
            current += 1;
        }
        // Only if the span of yesterday is the one that goes on.
        if one.current().is_some_and(|span| span.starts_on <= today) {
            prop_assert_eq!(u64::from(count.current), current);
        } else {
            prop_assert_eq!(count.current, 0);
        }
    }

    #[test]
    fn what_is_reached_and_what_is_next_follow_in_order_of_days(
        starts in 0u64..3000, today in 0u64..20_000, aa in any::<bool>()
    ) {
        let fellowship = if aa { Fellowship::Aa } else { Fellowship::Na };
        let starts_on = plus_days(day("2023-01-01"), starts);
        let today = plus_days(starts_on, today);
        let mut all = reached(starts_on, today, fellowship);
        prop_assert!(all.iter().all(|(_, on)| *on <= today));
        let coming = next(starts_on, today, fellowship);
        prop_assert!(coming.1 > today);
        all.push(coming);
        prop_assert!(all.windows(2).all(|pair| pair[0].1 < pair[1].1));
        // None is left out: up to it, the next one of a day before reaches it too.
        let then = reached(starts_on, coming.1, fellowship);
        prop_assert_eq!(then, all);
    }
}
