use std::path::Path;

use calcard::{Entry, Parser};
use chrono::{NaiveDate, TimeDelta};

use super::*;

/// Cases of the oracle that are not followed as it has them, and why. Each must still differ.
const DIFFERENT: &[(&str, &str)] = &[
    // Events of whole days have no time to repeat within the day; they are reported, not read.
    ("FREQ=DAILY;BYMINUTE=1,2,3,4;INTERVAL=2;COUNT=3", "20241018"),
    // Every so many years, by a week of the year, from a date whose week is of another year than
    // the date: the engine counts calendar years, the oracle years of weeks.
    ("FREQ=YEARLY;BYWEEKNO=53;BYDAY=TU,SA;INTERVAL=6;UNTIL=20170101T000000Z", "20100102T000000"),
    ("FREQ=YEARLY;BYWEEKNO=53;BYDAY=TU,SA;INTERVAL=5;UNTIL=20170101T000000Z", "20100102T000000"),
    ("FREQ=YEARLY;BYWEEKNO=1;BYDAY=MO,TU;INTERVAL=3;UNTIL=20320101", "20241231"),
];

fn civil(text: &str) -> NaiveDateTime {
    let text = text.trim().trim_end_matches('Z');
    let date = || NaiveDate::parse_from_str(text, "%Y%m%d").ok()?.and_hms_opt(0, 0, 0);
    NaiveDateTime::parse_from_str(text, "%Y%m%dT%H%M%S").ok().or_else(date).unwrap_or_else(|| panic!("{text}"))
}

fn parsed(said: &str) -> Option<ICalendarRecurrenceRule> {
    let text = format!("BEGIN:VEVENT\nRRULE:{said}\nEND:VEVENT\n");
    let Entry::ICalendar(calendar) = Parser::new(&text).entry() else { return None };
    match calendar.components.first()?.entries.first()?.values.first()? {
        ICalendarValue::RecurrenceRule(rule) => Some((**rule).clone()),
        _ => None,
    }
}

fn expanded(said: &str, start: &str, last: NaiveDateTime) -> Vec<NaiveDateTime> {
    let rule = parsed(said).unwrap_or_else(|| panic!("{said}"));
    let until = rule.until.as_ref().map(|until| {
        let at = until.to_date_time().unwrap().date_time;
        if until.has_time() { at } else { at + TimeDelta::seconds(86_399) }
    });
    starts(&rule, civil(start), until, last, MOST_STARTS).unwrap()
}

#[test]
#[allow(clippy::print_stdout)]
fn rules_are_followed_as_the_oracle_has_them() {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../../../shared/samples/icalendar/recurrence-cases.txt");
    let Ok(text) = std::fs::read_to_string(&path) else {
        println!("skipped: no samples");
        return;
    };
    let (mut same, mut different) = (0, Vec::new());
    for case in text.split("\n\n") {
        let field = |name: &str| case.lines().find_map(|line| line.strip_prefix(name));
        let (Some(rule), Some(start), Some(expected)) = (field("RRULE:"), field("DTSTART:"), field("INSTANCES:"))
        else {
            continue;
        };
        // The one case that the oracle itself does not know.
        if expected.contains("UNIMPLEMENTED") {
            continue;
        }
        let expected: Vec<_> = expected.split(',').map(civil).collect();
        // Every rule of the oracle ends by itself before this.
        if expanded(rule, start, civil("21000101")) == expected {
            same += 1;
        } else {
            different.push((rule, start));
        }
    }
    assert_eq!(different, DIFFERENT);
    assert_eq!(same, 141);
}

#[test]
fn a_rule_that_was_not_understood_whole_is_refused() {
    for said in [
        "FREQ=DAILY;COUNT=2",
        "freq=weekly;byday=mo,WE ; interval=01",
        "FREQ=MONTHLY;BYDAY=+1MO,-1FR;",
        "FREQ=YEARLY;UNTIL=20261224T000000Z;WKST=SU",
        "FREQ=HOURLY;INTERVAL=3",
    ] {
        assert_eq!(check(&parsed(said).unwrap(), said), Ok(()), "{said}");
    }
    for said in [
        // What the reader passes over, or cuts to a number that fits.
        "FREQ=YEARLY;BYEASTER=0",
        "FREQ=DAILY;COUNT=0",
        "FREQ=DAILY;INTERVAL=0",
        "FREQ=DAILY;INTERVAL=65537",
        "FREQ=DAILY;BYHOUR=265",
        "FREQ=DAILY;COUNT=-3",
        "FREQ=DAILY;COUNT=4294967297",
        "FREQ=DAILY;FREQ=WEEKLY",
        "FREQ=YEARLY;BYMONTH=5L",
        "RSCALE=CHINESE;FREQ=YEARLY",
    ] {
        assert!(parsed(said).is_none_or(|rule| check(&rule, said) == Err(UnreadReason::BadRule)), "{said}");
    }
    for said in ["", "FREQ", "FREQ=", "FREQ=FORTNIGHTLY", "COUNT=3", "INTERVAL=2;BYDAY=MO", "FREQ=DAILY;BYDAY=XX"] {
        assert!(parsed(said).is_none(), "{said}");
    }
    let minutes = (0..60).map(|minute| minute.to_string()).collect::<Vec<_>>().join(",");
    for said in ["FREQ=SECONDLY", "FREQ=MINUTELY;INTERVAL=90", &format!("FREQ=DAILY;BYHOUR=1,2,3;BYMINUTE={minutes}")] {
        assert_eq!(check(&parsed(said).unwrap(), said), Err(UnreadReason::TooOften), "{said}");
    }
}

#[test]
fn a_rule_ends_at_the_day_it_is_followed_to() {
    let last = civil("20260110T120000");
    assert_eq!(expanded("FREQ=DAILY", "20260101T180000", last).len(), 9);
    assert_eq!(expanded("FREQ=DAILY;COUNT=3", "20260101T180000", last).len(), 3);
    assert_eq!(expanded("FREQ=DAILY;UNTIL=20260104T180000Z", "20260101T180000", last).len(), 4);
    assert_eq!(expanded("FREQ=DAILY;UNTIL=20251231", "20260101T180000", last), []);
    assert_eq!(expanded("FREQ=DAILY", "20260111T180000", last), []);
}

#[test]
fn a_rule_that_can_never_come_true_ends_with_nothing() {
    for said in [
        "FREQ=DAILY;BYMONTH=2;BYMONTHDAY=30",
        "FREQ=SECONDLY;BYMONTH=2;BYMONTHDAY=30",
        "FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=30",
        "FREQ=MONTHLY;BYMONTH=4;BYMONTHDAY=31",
        "FREQ=DAILY;BYHOUR=9;BYSETPOS=2",
    ] {
        assert_eq!(expanded(said, "20260101T090000", civil("20270101T000000")), [], "{said}");
    }
}
