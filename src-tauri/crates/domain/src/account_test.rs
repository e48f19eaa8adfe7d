use super::*;
use crate::coverage::tests::{any_care, day, iop, logged, noon};
use crate::time::TimeOfDay;
use chrono::Days;
use proptest::prelude::*;
use std::collections::BTreeSet;

const USD: Currency = Currency::USD;

fn currency(code: &str) -> Currency {
    code.parse().unwrap()
}

fn entry(kind: EntryKind, cents: Cents, currency: Currency, session: Option<SessionId>) -> Entry {
    Entry {
        id: EntryId::new(0, &[0; 10]),
        on: day("2026-01-05"),
        kind,
        cents,
        currency,
        session,
        payer: None,
        note: String::new(),
    }
}

fn fee(number: u64, kind: Option<SessionKind>, basis: FeeBasis, cents: Cents) -> Fee {
    let episode = EpisodeId::new(0, &[0; 10]);
    Fee { id: FeeId::new(number, &[0; 10]), episode, kind, basis, cents, currency: USD }
}

fn forecast(record: &CareRecord, fees: &[Fee], today: &str) -> Option<Forecast> {
    record.forecast(record.episodes[0].id, fees, Weekday::Monday, noon(today))
}

fn counts(record: &CareRecord, fees: &[Fee], today: &str) -> Vec<u32> {
    forecast(record, fees, today).unwrap().lines.iter().map(|line| line.count).collect()
}

#[test]
fn a_currency_is_three_capital_letters_and_knows_its_digits() {
    assert_eq!(currency("USD").digits(), 2);
    assert_eq!(currency("JPY").digits(), 0);
    assert_eq!(currency("KWD").digits(), 3);
    for wrong in ["", "usd", "US", "USDX", "U D", "€", "ÑÑ", "US1"] {
        assert!(wrong.parse::<Currency>().is_err(), "{wrong}");
    }
}

#[test]
fn an_amount_is_written_exactly_with_the_digits_of_its_currency() {
    assert_eq!(USD.decimal(12_000), "120.00");
    assert_eq!(USD.decimal(5), "0.05");
    assert_eq!(USD.decimal(0), "0.00");
    assert_eq!(USD.decimal(-123_456), "-1234.56");
    assert_eq!(USD.decimal(i64::MIN), "-92233720368547758.08");
    assert_eq!(currency("JPY").decimal(1500), "1500");
    assert_eq!(currency("KWD").decimal(1), "0.001");
}

#[test]
fn what_is_owed_is_charges_and_copays_without_payments_and_credits_in_each_currency() {
    let entries = [
        entry(EntryKind::Charge, 30_000, USD, None),
        entry(EntryKind::Copay, 2_550, USD, None),
        entry(EntryKind::Payment, 20_001, USD, None),
        entry(EntryKind::Credit, 549, USD, None),
        entry(EntryKind::Payment, 700, currency("EUR"), None),
    ];
    let balances = balances(&entries).unwrap();
    let shown: Vec<_> = balances.iter().map(|b| (b.currency.to_string(), b.owed)).collect();
    assert_eq!(shown, [("EUR".to_owned(), -700), ("USD".to_owned(), 12_000)]);
}

#[test]
fn a_sum_that_cannot_be_told_exactly_is_not_told() {
    let most = entry(EntryKind::Payment, MOST_CENTS, USD, None);
    let many = |n: usize| balances(std::iter::repeat_n(&most, n));
    assert_eq!(many(9007).unwrap()[0].owed, -9007 * MOST_CENTS);
    assert_eq!(many(9008), None);
    // What was added up and taken off again is too much, too: taking the other away must not be.
    let both = [entry(EntryKind::Charge, MOST_SUM, USD, None), entry(EntryKind::Payment, 1, USD, None)];
    assert_eq!(balances(&both), None);
    assert_eq!(balances(&[entry(EntryKind::Charge, i64::MAX, USD, None), both[0].clone()]), None);
}

#[test]
fn the_rest_of_a_program_costs_its_sessions_still_to_come() {
    let mut record = iop();
    let fees = [fee(1, None, FeeBasis::Session, 2_500)];
    // Monday noon of week 9: this evening, Wednesday and Friday, and three in week 10.
    logged(&mut record, "2026-03-04", SessionKind::Group, SessionState::Cancelled);
    let shown = forecast(&record, &fees, "2026-03-02").unwrap();
    assert_eq!((shown.lines[0].count, shown.until, shown.open), (5, day("2026-03-15"), false));
    assert_eq!(shown.totals, [Amount { currency: USD, cents: 12_500 }]);
    assert_eq!(forecast(&record, &fees, "2026-03-16"), None);
    assert_eq!(forecast(&record, &[], "2026-03-02"), None);
}

#[test]
fn a_day_or_week_is_paid_once_and_not_again_where_it_was_begun() {
    let mut record = iop();
    let daily = [fee(1, None, FeeBasis::Day, 9_000)];
    let weekly = [fee(1, None, FeeBasis::Week, 9_000)];
    logged(&mut record, "2026-03-04", SessionKind::Individual, SessionState::Planned);
    assert_eq!(counts(&record, &daily, "2026-03-02"), [6]);
    assert_eq!(counts(&record, &weekly, "2026-03-02"), [2]);
    logged(&mut record, "2026-03-02", SessionKind::Individual, SessionState::Attended);
    assert_eq!(counts(&record, &daily, "2026-03-02"), [5]);
    assert_eq!(counts(&record, &weekly, "2026-03-02"), [1]);
}

#[test]
fn a_fee_for_a_kind_goes_before_the_one_for_all_that_count() {
    let mut record = iop();
    let fees = [
        fee(1, None, FeeBasis::Session, 2_500),
        fee(2, Some(SessionKind::Individual), FeeBasis::Session, 10_000),
        fee(3, Some(SessionKind::DrugTest), FeeBasis::Session, 3_000),
        fee(4, None, FeeBasis::Flat, 50_000),
    ];
    logged(&mut record, "2026-03-04", SessionKind::Individual, SessionState::Planned);
    logged(&mut record, "2026-03-05", SessionKind::DrugTest, SessionState::Planned);
    assert_eq!(counts(&record, &fees, "2026-03-02"), [6, 1, 1], "a flat fee is not multiplied");
    // Without a fee of its own, a kind that does not count costs nothing.
    assert_eq!(counts(&record, &fees[..1], "2026-03-02"), [7]);
}

#[test]
fn an_open_end_is_looked_at_for_four_weeks() {
    let mut record = iop();
    record.phases[0].ends_on = None;
    record.patterns.iter_mut().for_each(|p| p.ends_on = None);
    let shown = forecast(&record, &[fee(1, None, FeeBasis::Session, 2_500)], "2026-03-03").unwrap();
    assert_eq!((shown.lines[0].count, shown.until, shown.open), (12, day("2026-03-30"), true));
}

#[test]
fn a_program_ahead_is_looked_at_from_its_first_day() {
    let shown = forecast(&iop(), &[fee(1, None, FeeBasis::Session, 2_500)], "2025-12-01").unwrap();
    assert_eq!(shown.lines[0].count, 30);
}

#[test]
fn a_cost_that_cannot_be_told_exactly_is_not_told() {
    let mut record = iop();
    record.phases[0].ends_on = Some(day("2199-12-31"));
    record.patterns.iter_mut().for_each(|p| p.ends_on = None);
    assert_eq!(forecast(&record, &[fee(1, None, FeeBasis::Session, MOST_CENTS)], "2026-03-02"), None);
}

#[test]
fn each_attended_session_is_charged_once() {
    let mut record = iop();
    let fees = [fee(1, None, FeeBasis::Session, 2_500)];
    let first = logged(&mut record, "2026-01-05", SessionKind::Group, SessionState::Attended);
    let second = logged(&mut record, "2026-01-07", SessionKind::Group, SessionState::AttendedInPart);
    logged(&mut record, "2026-01-09", SessionKind::Group, SessionState::Missed);
    let open = |entries: &[Entry]| {
        let due = record.uncharged(record.episodes[0].id, &fees, entries, Weekday::Monday);
        due.iter().map(|due| due.session).collect::<Vec<_>>()
    };
    assert_eq!(open(&[]), [first, second]);
    assert_eq!(open(&[entry(EntryKind::Copay, 900, USD, Some(first))]), [second]);
    // What was paid for it is no charge.
    assert_eq!(open(&[entry(EntryKind::Payment, 900, USD, Some(first))]), [first, second]);
}

#[test]
fn a_day_is_charged_with_any_of_its_sessions() {
    let mut record = iop();
    let fees = [fee(1, None, FeeBasis::Day, 9_000)];
    let evening = logged(&mut record, "2026-01-05", SessionKind::Group, SessionState::Attended);
    let morning = logged(&mut record, "2026-01-05", SessionKind::Individual, SessionState::Attended);
    let open = |entries: &[Entry]| record.uncharged(record.episodes[0].id, &fees, entries, Weekday::Monday);
    assert_eq!(open(&[]).iter().map(|due| due.session).collect::<Vec<_>>(), [morning]);
    assert_eq!(open(&[entry(EntryKind::Charge, 1, USD, Some(evening))]), []);
}

#[test]
fn a_week_that_is_charged_is_not_charged_again_when_the_session_named_was_missed_after_all() {
    let mut record = iop();
    let fees = [fee(1, None, FeeBasis::Week, 9_000)];
    let monday = logged(&mut record, "2026-01-05", SessionKind::Group, SessionState::Missed);
    let wednesday = logged(&mut record, "2026-01-07", SessionKind::Group, SessionState::Attended);
    let open = |entries: &[Entry]| record.uncharged(record.episodes[0].id, &fees, entries, Weekday::Monday);
    assert_eq!(open(&[entry(EntryKind::Charge, 9_000, USD, Some(monday))]), []);
    assert_eq!(open(&[]).iter().map(|due| due.session).collect::<Vec<_>>(), [wednesday]);
}

/// How often each fee is asked for in the rest of the program: by looking at every day for itself.
fn slowly(record: &CareRecord, fees: &[Fee], now: DateTime<Utc>, until: NaiveDate) -> Vec<u32> {
    let zone = record.episodes[0].zone;
    let today = zone.civil(now).date();
    let from = today.max(record.episodes[0].starts_on) - Days::new(8);
    let mut counts = Vec::new();
    for fee in fees.iter().filter(|fee| fee.basis != FeeBasis::Flat) {
        let (mut asked, mut begun, mut single) = (BTreeSet::new(), BTreeSet::new(), 0);
        for on in from.iter_days().take_while(|on| *on <= until) {
            for session in record.occurrences(on, on) {
                let own = fees.iter().any(|f| f.kind == Some(session.kind) && f.basis != FeeBasis::Flat);
                let counts = record.episodes[0].counted.contains(&session.kind);
                if fee.kind != Some(session.kind) && (fee.kind.is_some() || own || !counts) {
                    continue;
                }
                let mut key = on;
                while fee.basis == FeeBasis::Week && Weekday::of(key) != Weekday::Monday {
                    key = key - Days::new(1);
                }
                match session.state {
                    SessionState::Planned if session.ends(zone) > now => {
                        asked.insert(key);
                        single += 1;
                    }
                    SessionState::Attended | SessionState::AttendedInPart => {
                        begun.insert(key);
                    }
                    _ => {}
                }
            }
        }
        counts.push(if fee.basis == FeeBasis::Session { single } else { (&asked - &begun).len() as u32 });
    }
    counts
}

proptest! {
    #[test]
    fn no_cent_is_lost_or_made_in_any_order_of_entries(
        parts in prop::collection::vec((0usize..4, 1i64..=MOST_CENTS, 0usize..3), 0..200), turn in any::<prop::sample::Index>()
    ) {
        let kinds = [EntryKind::Charge, EntryKind::Copay, EntryKind::Payment, EntryKind::Credit];
        let codes = ["USD", "JPY", "EUR"];
        let mut entries: Vec<_> = parts.iter().map(|(kind, cents, code)| entry(kinds[*kind], *cents, currency(codes[*code]), None)).collect();
        let told = balances(&entries).unwrap();
        for code in codes {
            let mut owed = 0i128;
            for (kind, cents, of) in &parts {
                if codes[*of] == code {
                    owed += if *kind < 2 { i128::from(*cents) } else { -i128::from(*cents) };
                }
            }
            let balance = told.iter().find(|b| b.currency.code() == code);
            prop_assert_eq!(balance.map_or(0, |b| i128::from(b.owed)), owed);
        }
        let len = entries.len();
        if len > 0 {
            entries.rotate_left(turn.index(len));
        }
        prop_assert_eq!(balances(&entries).unwrap(), told);
    }

    #[test]
    fn a_decimal_says_the_cents_and_nothing_else(cents in any::<i64>(), code in prop::sample::select(vec!["USD", "JPY", "KWD", "CLF"])) {
        let text = currency(code).decimal(cents);
        let digits: String = text.chars().filter(|c| *c != '.').collect();
        prop_assert_eq!(digits.parse::<i64>().unwrap(), cents);
        prop_assert_eq!(text.split_once('.').map_or(0, |(_, part)| part.len()), usize::from(currency(code).digits()));
    }

    #[test]
    fn a_forecast_agrees_with_a_look_at_every_day(
        record in any_care(), bases in prop::array::uniform3(0usize..4), kinds in 1usize..4, now in 0i64..(80 * 1440)
    ) {
        let now = day("2026-01-04").and_time(chrono::NaiveTime::MIN).and_utc() + chrono::TimeDelta::minutes(now);
        let all = [None, Some(SessionKind::Individual), Some(SessionKind::DrugTest)];
        let basis = |i: usize| [FeeBasis::Session, FeeBasis::Day, FeeBasis::Week, FeeBasis::Flat][i];
        let fees: Vec<_> = (0..kinds).map(|i| fee(i as u64, all[i], basis(bases[i]), 100 + i as i64)).collect();
        let today = record.episodes[0].zone.civil(now).date();
        let end = record.phases[0].ends_on;
        match record.forecast(record.episodes[0].id, &fees, Weekday::Monday, now) {
            None => prop_assert!(end.is_some_and(|end| end < today) || fees.iter().all(|f| f.basis == FeeBasis::Flat)),
            Some(told) => {
                prop_assert_eq!(told.open, end.is_none());
                let counts: Vec<_> = told.lines.iter().map(|line| line.count).collect();
                prop_assert_eq!(&counts, &slowly(&record, &fees, now, told.until));
                let sum: i64 = told.lines.iter().map(|line| i64::from(line.count) * fees.iter().find(|f| f.id == line.fee).unwrap().cents).sum();
                prop_assert_eq!(told.totals.iter().map(|t| t.cents).sum::<i64>(), sum);
            }
        }
    }

    #[test]
    fn charging_what_is_not_charged_leaves_nothing_and_every_fee_is_asked_once(
        record in any_care(), basis in 0usize..3, paid in prop::collection::vec(any::<prop::sample::Index>(), 0..5)
    ) {
        let fees = [fee(1, None, [FeeBasis::Session, FeeBasis::Day, FeeBasis::Week][basis], 2_500)];
        let episode = record.episodes[0].id;
        let mut entries: Vec<_> = paid.iter().filter(|_| !record.sessions.is_empty())
            .map(|i| entry(EntryKind::Charge, 1, USD, Some(i.get(&record.sessions).id))).collect();
        let due = record.uncharged(episode, &fees, &entries, Weekday::Monday);
        entries.extend(due.iter().map(|due| entry(EntryKind::Charge, due.amount.cents, USD, Some(due.session))));
        prop_assert_eq!(record.uncharged(episode, &fees, &entries, Weekday::Monday), vec![]);
        // Every attended session that counts is charged by one of those that are asked for with it.
        for session in record.sessions.iter().filter(|s| is_attended(s.state) && record.counts(episode, s.kind)) {
            let together = |other: &Session| match fees[0].basis {
                FeeBasis::Day => other.on == session.on,
                FeeBasis::Week => week_start(other.on, Weekday::Monday) == week_start(session.on, Weekday::Monday),
                _ => other.id == session.id,
            };
            let charges = due.iter().filter(|due| record.sessions.iter().any(|s| s.id == due.session && together(s))).count();
            prop_assert!(charges <= 1);
            let charged = entries.iter().any(|e| record.sessions.iter().any(|s| Some(s.id) == e.session && together(s)));
            prop_assert!(charged);
        }
    }
}

#[test]
fn the_first_of_two_fees_for_the_same_is_the_one_that_was_added_first() {
    let mut record = iop();
    logged(&mut record, "2026-01-05", SessionKind::Group, SessionState::Attended);
    record.sessions[0].time = TimeOfDay::from_minutes(0);
    let fees = [fee(2, None, FeeBasis::Session, 2), fee(1, None, FeeBasis::Session, 1)];
    let due = record.uncharged(record.episodes[0].id, &fees, &[], Weekday::Monday);
    assert_eq!(due.iter().map(|due| due.amount.cents).collect::<Vec<_>>(), [1]);
}
