//! Recurrence rules, checked and expanded.
//!
//! The engine is the library's. It follows a rule from its first occurrence and
//! gives up only after very many empty steps, and its reader takes numbers that
//! are too large for small ones. So a rule is checked before, and its work is
//! bounded by what it can cost at most.

use calcard::common::PartialDateTime;
use calcard::common::timezone::Tz;
use calcard::icalendar::{
    ICalendar, ICalendarComponent, ICalendarComponentType, ICalendarDay, ICalendarEntry, ICalendarFrequency,
    ICalendarMonth, ICalendarProperty, ICalendarRecurrenceRule, ICalendarValue, ICalendarWeekday,
};
use chrono::{Datelike, Days, NaiveDateTime, Timelike};

use super::UnreadReason;

/// Most occurrences that are followed from the first one on.
pub(super) const MOST_STARTS: usize = 200_000;
/// Most occurrences on one day: every ten minutes.
const MOST_A_DAY: usize = 144;
/// What the engine spends at most on looking for an occurrence that never comes.
pub(super) const FRUITLESS: u64 = 300_000;

/// Whether the rule can be followed.
///
/// `said` is the rule as the file has it: what was understood, written out again, must say the
/// same, so that nothing was passed over or cut short on the way.
pub(super) fn check(rule: &ICalendarRecurrenceRule, said: &str) -> Result<(), UnreadReason> {
    if parts(&rule.to_string()) != parts(said) || rule.rscale.is_some() || rule.bymonth.iter().any(|m| m.is_leap()) {
        return Err(UnreadReason::BadRule);
    }
    let times = [&rule.byhour, &rule.byminute, &rule.bysecond].map(|list| list.len().max(1));
    let often = matches!(rule.freq, ICalendarFrequency::Minutely | ICalendarFrequency::Secondly);
    if often || times.into_iter().fold(1, usize::saturating_mul) > MOST_A_DAY {
        return Err(UnreadReason::TooOften);
    }
    Ok(())
}

/// The parts of a rule in one order and one way of writing.
fn parts(rule: &str) -> Vec<String> {
    let rule: String = rule.chars().filter(|c| !c.is_whitespace()).collect::<String>().to_ascii_uppercase();
    let mut parts: Vec<String> = rule.split(';').filter(|part| !part.is_empty()).map(part).collect();
    parts.sort_unstable();
    parts
}

fn part(part: &str) -> String {
    let (name, values) = part.split_once('=').unwrap_or((part, ""));
    let values = values.split(',').map(|value| match value.strip_prefix('-') {
        Some(value) => format!("-{}", value.trim_start_matches('0')),
        None => value.trim_start_matches(['+', '0']).to_owned(),
    });
    format!("{name}={}", values.collect::<Vec<_>>().join(","))
}

/// What following the rule that far costs at most, in steps of the engine.
pub(super) fn cost(rule: &ICalendarRecurrenceRule, start: NaiveDateTime, last: NaiveDateTime) -> u64 {
    let days = u64::try_from((last - start).num_days()).unwrap_or(0);
    let times = [&rule.byhour, &rule.byminute, &rule.bysecond].map(|list| list.len().max(1) as u64);
    let times: u64 = times.into_iter().fold(1, u64::saturating_mul);
    let steps = match rule.freq {
        ICalendarFrequency::Secondly | ICalendarFrequency::Minutely => days.saturating_mul(1440),
        ICalendarFrequency::Hourly => days.saturating_mul(24),
        ICalendarFrequency::Daily => days,
        _ => days / 4,
    };
    steps.saturating_mul(times).saturating_add(1)
}

/// Every occurrence from `start` to `last` that the rule gives, on the wall clock, the earliest
/// first; at most `most`.
///
/// `until` is the end that the rule itself names, on the same clock.
pub(super) fn starts(
    rule: &ICalendarRecurrenceRule,
    start: NaiveDateTime,
    until: Option<NaiveDateTime>,
    last: NaiveDateTime,
    most: usize,
) -> Result<Vec<NaiveDateTime>, UnreadReason> {
    let last = until.map_or(last, |until| until.min(last));
    if last < start {
        return Ok(Vec::new());
    }
    let mut rule = settled(rule, start);
    rule.until = Some(partial(last));
    // Positions within a week are counted from its first day, also in the week in which the
    // event begins.
    let whole_week = rule.freq == ICalendarFrequency::Weekly && !rule.bysetpos.is_empty();
    let count = if whole_week { rule.count.take() } else { None };
    let first = if whole_week { week_start(&rule, start) } else { start };
    let mut event = ICalendarComponent::new(ICalendarComponentType::VEvent);
    event.entries.push(entry(ICalendarProperty::Dtstart, ICalendarValue::PartialDateTime(Box::new(partial(first)))));
    event.entries.push(entry(ICalendarProperty::Rrule, ICalendarValue::RecurrenceRule(Box::new(rule))));
    let found = ICalendar { components: vec![event] }.expand_dates(Tz::Floating, most);
    if !found.errors.is_empty() {
        return Err(UnreadReason::BadRule);
    }
    let found = found.events.into_iter().map(|event| event.start.naive_local()).filter(|at| *at >= start);
    Ok(found.take(count.map_or(most, |count| (count as usize).min(most))).collect())
}

/// The rule with what it leaves to its first occurrence said outright (RFC 5545, 3.3.10: what
/// is missing is taken from `DTSTART`), and without what has no meaning in it.
fn settled(rule: &ICalendarRecurrenceRule, start: NaiveDateTime) -> ICalendarRecurrenceRule {
    let mut rule = rule.clone();
    let yearly = rule.freq == ICalendarFrequency::Yearly;
    let no_day_in_year = rule.byyearday.is_empty() && rule.bymonthday.is_empty();
    if yearly && !rule.byweekno.is_empty() && rule.byday.is_empty() && no_day_in_year {
        rule.byday = vec![ICalendarDay { ordwk: None, weekday: weekday(start.weekday()) }];
    }
    if yearly && !rule.bymonthday.is_empty() && rule.bymonth.is_empty() && rule.byweekno.is_empty() {
        rule.bymonth = vec![ICalendarMonth::new(start.month() as u8, false)];
    }
    if !matches!(rule.freq, ICalendarFrequency::Yearly | ICalendarFrequency::Monthly) || !rule.byweekno.is_empty() {
        for day in &mut rule.byday {
            day.ordwk = None;
        }
    }
    if rule.freq == ICalendarFrequency::Weekly && !rule.bysetpos.is_empty() && rule.byday.is_empty() {
        rule.byday = vec![ICalendarDay { ordwk: None, weekday: weekday(start.weekday()) }];
    }
    rule
}

fn week_start(rule: &ICalendarRecurrenceRule, start: NaiveDateTime) -> NaiveDateTime {
    let first = rule.wkst.unwrap_or(ICalendarWeekday::Monday);
    (0..7)
        .filter_map(|back| start.checked_sub_days(Days::new(back)))
        .find(|day| weekday(day.weekday()) == first)
        .unwrap_or(start)
}

fn weekday(day: chrono::Weekday) -> ICalendarWeekday {
    match day {
        chrono::Weekday::Mon => ICalendarWeekday::Monday,
        chrono::Weekday::Tue => ICalendarWeekday::Tuesday,
        chrono::Weekday::Wed => ICalendarWeekday::Wednesday,
        chrono::Weekday::Thu => ICalendarWeekday::Thursday,
        chrono::Weekday::Fri => ICalendarWeekday::Friday,
        chrono::Weekday::Sat => ICalendarWeekday::Saturday,
        chrono::Weekday::Sun => ICalendarWeekday::Sunday,
    }
}

fn entry(name: ICalendarProperty, value: ICalendarValue) -> ICalendarEntry {
    ICalendarEntry { name, params: Vec::new(), values: vec![value] }
}

fn partial(at: NaiveDateTime) -> PartialDateTime {
    PartialDateTime {
        year: u16::try_from(at.year()).ok(),
        month: Some(at.month() as u8),
        day: Some(at.day() as u8),
        hour: Some(at.hour() as u8),
        minute: Some(at.minute() as u8),
        second: Some(at.second() as u8),
        ..PartialDateTime::default()
    }
}

#[cfg(test)]
#[path = "rule_test.rs"]
mod tests;
