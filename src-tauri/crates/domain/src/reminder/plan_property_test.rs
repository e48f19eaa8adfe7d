//! Plans against a slow, obvious reckoning, and against themselves.

use std::collections::{BTreeMap, BTreeSet, HashMap};

use super::*;
use crate::aftercare::{Repeat, TimeUnit};
use crate::reminder::clock_model::{Clock, ODD_DAYS, STEP, ZONES};
use crate::reminder::sample::*;
use crate::reminder::{MOST_LEAD_MINUTES, thing};
use crate::time::{TimeOfDay, Weekday};
use chrono::NaiveDate;
use proptest::prelude::*;

/// The look at the device's clock at which that lead reminds of it, as someone would say who waits for it.
fn reminds(clock: &Clock, begins: Begins, lead: Lead) -> Option<usize> {
    let comes = |civil| (1..clock.looks()).find(|look| clock.comes(civil, *look)).unwrap();
    let (day, end) = match begins {
        Begins::At(at) => (clock.shows(clock.look(at)).date(), clock.look(at)),
        Begins::Local(civil) => (civil.date(), comes(civil)),
        Begins::Between(opens, closes) => (clock.shows(clock.look(opens)).date(), clock.look(closes)),
        Begins::On(day) => (day, comes(plus_days(day, 1).and_time(NaiveTime::MIN))),
    };
    let earlier = |minutes: u32| end - usize::try_from(i64::from(minutes) / STEP).unwrap();
    match (lead, begins) {
        (Lead::At { days, time }, _) => {
            Some(comes(minus_days(day, u64::from(days)).and_time(time.time()))).filter(|look| *look < end)
        }
        (Lead::Before { .. }, Begins::On(_)) => None,
        (Lead::Before { minutes }, Begins::Between(opens, _)) => {
            Some(earlier(minutes).max(clock.look(opens))).filter(|look| *look < end)
        }
        (Lead::Before { minutes }, _) => Some(earlier(minutes)),
    }
}

fn any_lead() -> impl Strategy<Value = Lead> {
    let step = u32::try_from(STEP).unwrap();
    let time = (0u16..288).prop_map(|look| TimeOfDay::from_minutes(look * 5));
    prop_oneof![
        (0u32..2 * 288).prop_map(move |looks| before(looks * step)),
        Just(before(0)),
        (0u32..4, time).prop_map(|(days, time)| Lead::At { days, time }),
    ]
}

/// Kinds of beginnings so many looks after an instant.
fn any_begins(count: std::ops::Range<usize>) -> impl Strategy<Value = Vec<(usize, i64, i64)>> {
    proptest::collection::vec((0usize..4, 0i64..6 * 288, 1i64..300), count)
}

fn begins(kind: usize, from: DateTime<Utc>, looks: i64, lasts: i64, device: Zone) -> Begins {
    let at = from + TimeDelta::minutes(looks * STEP);
    // A time that the clocks skip is one, too: as UTC has it.
    match kind {
        0 => Begins::At(at),
        1 => Begins::Local(if looks % 2 == 0 { at.naive_utc() } else { device.civil(at) }),
        2 => Begins::Between(at, at + TimeDelta::minutes(lasts * STEP)),
        _ => Begins::On(at.date_naive()),
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(60))]

    #[test]
    fn a_plan_is_what_someone_says_who_looks_at_the_clock_all_the_time(
        begun in any_begins(1..6), leads in proptest::collection::vec(any_lead(), 1..5),
        odd in 0..ODD_DAYS.len(), zone in 0..ZONES.len()
    ) {
        let device = Zone::parse(ZONES[zone]).unwrap();
        let odd: NaiveDate = ODD_DAYS[odd].parse().unwrap();
        let from = odd.and_time(NaiveTime::MIN).and_utc() - TimeDelta::days(3);
        let clock = Clock::new(from - TimeDelta::days(8), 20, device);
        let things: Vec<_> = begun.iter().zip(0..).map(|((kind, looks, lasts), number)| {
            thing(Source::Own, &number.to_string(), begins(*kind, from, *looks, *lasts, device))
        }).collect();
        let mut expected = BTreeSet::new();
        for thing in &things {
            let looks = leads.iter().filter_map(|lead| reminds(&clock, thing.begins, *lead));
            expected.extend(looks.map(|look| (clock.at(look), format!("own/{}", thing.name))));
        }
        let span = clock.at(1)..=clock.at(clock.looks() - 1);
        let firings = within(&things, &[rule(Source::Own, &leads)], &[], span, device);
        let planned: Vec<_> = firings.iter().map(|one| (one.due.when.instant(device), one.due.thread.clone())).collect();
        prop_assert_eq!(planned, expected.into_iter().collect::<Vec<_>>(), "each moment once, and in order");
        for firing in firings {
            prop_assert!(firing.due.when.instant(device) < firing.due.until.instant(device));
        }
    }

    #[test]
    fn the_days_that_a_rule_names_are_all_that_its_reminders_need(
        device in 0..FAR_ZONES.len(), clinic in 0..FAR_ZONES.len(), hours in 0i64..24 * 400,
        leads in proptest::collection::vec(prop_oneof![
            (0u32..28 * 24 * 60).prop_map(before), (0u32..60).prop_map(|days| at(days, "23:30")), Just(at(60, "00:00"))
        ], 1..3)
    ) {
        let (device, clinic) = (zone(FAR_ZONES[device]), zone(FAR_ZONES[clinic]));
        let now = utc("2026-01-01T00:00:00Z") + TimeDelta::hours(hours);
        for source in [Source::Session, Source::Meeting, Source::CallLine, Source::Own, Source::Medication] {
            let rule = Rule { ask: source.can_ask(), ..rule(source, &leads) };
            let (from, to) = rule.days(now, device);
            let planned = |days: u64| {
                let things = of(source, minus_days(from, days), plus_days(to, days), clinic, device);
                plan(&things, std::slice::from_ref(&rule), &[], now, device)
            };
            prop_assert_eq!(planned(0), planned(10), "{:?}", source);
        }
    }
}

proptest! {
    // Each is some hundred plans: few, and hardly made smaller where one fails.
    #![proptest_config(ProptestConfig { cases: 4, max_shrink_iters: 10, ..ProptestConfig::default() })]

    #[test]
    fn a_year_that_is_planned_again_and_again_has_each_reminder_once_and_at_its_time(
        waits in proptest::collection::vec(1i64..70 * 60, 250..300), device in 0..FAR_ZONES.len(), clinic in 0..FAR_ZONES.len()
    ) {
        let (device, clinic) = (zone(FAR_ZONES[device]), zone(FAR_ZONES[clinic]));
        let rules = rules_of_a_year();
        let begun = utc("2028-01-01T00:00:00Z");
        let mut now = begun;
        let mut fired = BTreeMap::new();
        let mut told: HashMap<String, Firing> = HashMap::new();
        for wait in waits {
            let before = now;
            now += TimeDelta::minutes(wait);
            for firing in plan(&all(&rules, now, clinic, device), &rules, &[], now, device) {
                let at = firing.due.when.instant(device);
                if before < at && at <= now {
                    prop_assert_eq!(fired.insert(firing.due.id.clone(), at), None, "twice");
                }
                let first = told.entry(firing.due.id.clone()).or_insert_with(|| firing.clone());
                prop_assert_eq!(&*first, &firing, "another under the same id");
            }
        }
        let (from, to) = (minus_days(begun.date_naive(), 10), plus_days(now.date_naive(), 70));
        let things: Vec<_> = rules.iter().flat_map(|rule| of(rule.source, from, to, clinic, device)).collect();
        let at_once = within(&things, &rules, &[], begun + TimeDelta::seconds(1)..=now, device);
        let at_once: BTreeMap<_, _> =
            at_once.into_iter().map(|firing| (firing.due.id, firing.due.when.instant(device))).collect();
        prop_assert!(at_once.len() > 500);
        prop_assert_eq!(fired, at_once);
    }
}

/// Places whose calendars are as far apart as can be.
const FAR_ZONES: [&str; 4] = ["America/New_York", "Pacific/Pago_Pago", "Pacific/Kiritimati", "Australia/Lord_Howe"];

/// Several leads of every kind.
fn rules_of_a_year() -> Vec<Rule> {
    let asks = |rule| Rule { ask: true, ..rule };
    vec![
        asks(rule(Source::Session, &[before(60), before(28 * 24 * 60), at(1, "20:00")])),
        asks(rule(Source::Meeting, &[before(0), at(0, "09:00")])),
        rule(Source::CallLine, &[before(24 * 60), before(60), at(1, "21:00")]),
        rule(Source::Medication, &[at(0, "02:30"), at(0, "21:00")]),
        rule(Source::Mooring, &[at(0, "18:00"), at(60, "18:00")]),
        rule(Source::Own, &[before(0), before(45)]),
    ]
}

/// All that there is to be reminded of, as a plan made now needs it.
fn all(rules: &[Rule], now: DateTime<Utc>, clinic: Zone, device: Zone) -> Vec<Thing> {
    let of = |rule: &Rule| {
        let (from, to) = rule.days(now, device);
        of(rule.source, from, to, clinic, device)
    };
    rules.iter().flat_map(of).collect()
}

fn of(source: Source, from: NaiveDate, to: NaiveDate, clinic: Zone, device: Zone) -> Vec<Thing> {
    let days = || from.iter_days().take_while(|day| *day <= to);
    match source {
        Source::Session => {
            let held = days()
                .filter(|day| [Weekday::Monday, Weekday::Wednesday, Weekday::Friday].contains(&Weekday::of(*day)));
            // As long as one can be, so that it is over a day later.
            let session =
                |day: NaiveDate| crate::schedule::Occurrence { minutes: 1440, ..session(&day.to_string(), "18:00") };
            thing::sessions(&held.map(|day| (session(day), clinic)).collect::<Vec<_>>())
        }
        Source::Meeting => {
            let here = meeting(None);
            let there = crate::group::Meeting {
                id: crate::id::MeetingId::new(1, &[9; 10]),
                remind_minutes: Some(MOST_LEAD_MINUTES),
                ..meeting(Some(clinic.name()))
            };
            thing::meetings(&[here, there], &HashSet::<_>::new(), from, to, device)
        }
        Source::CallLine => {
            let line = crate::drug_test::CallLine { starts_on: day("2020-01-01"), ..line("20:00", "02:00") };
            thing::call_lines(&[(line, clinic)], &HashSet::<_>::new(), from, to)
        }
        Source::Medication => thing::medication(from, to),
        Source::Mooring => thing::mooring(&[], Weekday::Sunday, from, to),
        Source::Own => {
            let repeat = |every, unit| Some(Repeat { every, unit });
            let own = [
                own_reminder(1, "2024-02-29", "02:15", repeat(1, TimeUnit::Year)),
                own_reminder(2, "2024-01-31", "00:00", repeat(1, TimeUnit::Month)),
                own_reminder(3, "2024-01-01", "23:59", repeat(3, TimeUnit::Day)),
            ];
            thing::own(&own, from, to)
        }
        _ => Vec::new(),
    }
}
