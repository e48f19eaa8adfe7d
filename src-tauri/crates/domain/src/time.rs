//! Civil times, zones and weeks.
//!
//! What a client means by "Monday, 6 pm at the clinic" is a civil time and a
//! zone, and that is what is kept. An instant is worked out only where
//! something has to happen or has happened.
//!
//! Two civil times a year are odd. The rule, everywhere in Handrail:
//! * a time that the clocks **skip** (spring) means the first minute after the gap;
//! * a time that comes **twice** (autumn) means the first of the two.

use chrono::{
    DateTime, Datelike, Days, MappedLocalTime, NaiveDate, NaiveDateTime, NaiveTime, TimeDelta, TimeZone, Utc,
};
use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// An IANA time zone, such as `America/New_York`.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct Zone(chrono_tz::Tz);

impl Zone {
    /// Coordinated universal time: what a device without a known zone gets.
    pub const UTC: Self = Self(chrono_tz::Tz::UTC);

    /// The zone of that IANA name; `None` where there is none.
    #[must_use]
    pub fn parse(name: &str) -> Option<Self> {
        name.parse().ok().map(Self)
    }

    /// The IANA name.
    #[must_use]
    pub fn name(self) -> &'static str {
        self.0.name()
    }

    /// The instant of a civil time in this zone (see the module for odd times).
    #[must_use]
    pub fn instant(self, local: NaiveDateTime) -> DateTime<Utc> {
        let mut probe = local;
        // The longest gap on record is a whole day (Samoa, 2011).
        for _ in 0..=(25 * 60) {
            match self.0.from_local_datetime(&probe) {
                MappedLocalTime::Single(at) | MappedLocalTime::Ambiguous(at, _) => return at.to_utc(),
                MappedLocalTime::None => {
                    let whole = probe.date().and_time(TimeOfDay::of(probe.time()).time());
                    probe = whole.checked_add_signed(TimeDelta::minutes(1)).unwrap_or(whole);
                }
            }
        }
        Utc.from_utc_datetime(&local)
    }

    /// The civil time of an instant in this zone.
    #[must_use]
    pub fn civil(self, at: DateTime<Utc>) -> NaiveDateTime {
        at.with_timezone(&self.0).naive_local()
    }
}

impl Serialize for Zone {
    fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_str(self.name())
    }
}

impl<'de> Deserialize<'de> for Zone {
    fn deserialize<D: serde::Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let name = std::borrow::Cow::<str>::deserialize(deserializer)?;
        Self::parse(&name).ok_or_else(|| serde::de::Error::custom("unknown_zone"))
    }
}

/// A time of day to the minute, `HH:MM`, 00:00 to 23:59.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, TS)]
#[ts(type = "string")]
pub struct TimeOfDay(u16);

impl TimeOfDay {
    /// That hour and minute; `None` outside 00:00 to 23:59.
    #[must_use]
    pub const fn new(hour: u16, minute: u16) -> Option<Self> {
        if hour < 24 && minute < 60 { Some(Self(hour * 60 + minute)) } else { None }
    }

    /// The time so many minutes after midnight; what is past a day is cut to 23:59.
    #[must_use]
    pub const fn from_minutes(minutes: u16) -> Self {
        Self(if minutes < 1440 { minutes } else { 1439 })
    }

    /// Minutes after midnight, 0 to 1439.
    #[must_use]
    pub const fn minutes(self) -> u16 {
        self.0
    }

    /// The time of day of a clock time, seconds dropped.
    #[must_use]
    pub fn of(time: NaiveTime) -> Self {
        use chrono::Timelike;
        Self::new(time.hour() as u16, time.minute() as u16).unwrap_or(Self(0))
    }

    /// As chrono has it.
    #[must_use]
    pub fn time(self) -> NaiveTime {
        NaiveTime::from_hms_opt(u32::from(self.0 / 60), u32::from(self.0 % 60), 0).unwrap_or(NaiveTime::MIN)
    }

    /// Reads exactly `HH:MM`.
    #[must_use]
    pub fn parse(text: &str) -> Option<Self> {
        let (hour, minute) = text.split_once(':')?;
        let digits = |part: &str| part.len() == 2 && part.bytes().all(|b| b.is_ascii_digit());
        if !digits(hour) || !digits(minute) {
            return None;
        }
        Self::new(hour.parse().ok()?, minute.parse().ok()?)
    }
}

impl std::fmt::Display for TimeOfDay {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "{:02}:{:02}", self.0 / 60, self.0 % 60)
    }
}

impl Serialize for TimeOfDay {
    fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_str(self)
    }
}

impl<'de> Deserialize<'de> for TimeOfDay {
    fn deserialize<D: serde::Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let text = std::borrow::Cow::<str>::deserialize(deserializer)?;
        Self::parse(&text).ok_or_else(|| serde::de::Error::custom("not_a_time"))
    }
}

/// A day of the week.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
#[allow(missing_docs)]
pub enum Weekday {
    Monday,
    Tuesday,
    Wednesday,
    Thursday,
    Friday,
    Saturday,
    Sunday,
}

impl Weekday {
    /// All seven, Monday first.
    pub const ALL: [Self; 7] =
        [Self::Monday, Self::Tuesday, Self::Wednesday, Self::Thursday, Self::Friday, Self::Saturday, Self::Sunday];

    /// The weekday of a date.
    #[must_use]
    pub fn of(date: NaiveDate) -> Self {
        match date.weekday() {
            chrono::Weekday::Mon => Self::Monday,
            chrono::Weekday::Tue => Self::Tuesday,
            chrono::Weekday::Wed => Self::Wednesday,
            chrono::Weekday::Thu => Self::Thursday,
            chrono::Weekday::Fri => Self::Friday,
            chrono::Weekday::Sat => Self::Saturday,
            chrono::Weekday::Sun => Self::Sunday,
        }
    }

    /// Days from Monday, 0 to 6.
    #[must_use]
    pub const fn from_monday(self) -> u8 {
        self as u8
    }

    /// How many days this weekday comes after `first`, 0 to 6.
    #[must_use]
    pub const fn after(self, first: Self) -> u8 {
        (self as u8 + 7 - first as u8) % 7
    }
}

/// The first day Handrail keeps anything for.
pub const FIRST_DATE: NaiveDate = match NaiveDate::from_ymd_opt(1900, 1, 1) {
    Some(date) => date,
    None => NaiveDate::MIN,
};

/// The last day Handrail keeps anything for.
pub const LAST_DATE: NaiveDate = match NaiveDate::from_ymd_opt(2199, 12, 31) {
    Some(date) => date,
    None => NaiveDate::MAX,
};

/// Whether a date is one that Handrail keeps: 1900 to 2199.
#[must_use]
pub fn is_kept(date: NaiveDate) -> bool {
    (FIRST_DATE..=LAST_DATE).contains(&date)
}

/// The first day of the week that holds `date`, for weeks that start on `first`.
#[must_use]
pub fn week_start(date: NaiveDate, first: Weekday) -> NaiveDate {
    minus_days(date, u64::from(Weekday::of(date).after(first)))
}

/// That many days later (the date itself at the end of the calendar).
#[must_use]
pub fn plus_days(date: NaiveDate, days: u64) -> NaiveDate {
    date.checked_add_days(Days::new(days)).unwrap_or(date)
}

/// That many days earlier (the date itself at the start of the calendar).
#[must_use]
pub fn minus_days(date: NaiveDate, days: u64) -> NaiveDate {
    date.checked_sub_days(Days::new(days)).unwrap_or(date)
}

/// The civil time that many minutes later, on the wall clock.
#[must_use]
pub fn plus_minutes(at: NaiveDateTime, minutes: u32) -> NaiveDateTime {
    at.checked_add_signed(TimeDelta::minutes(i64::from(minutes))).unwrap_or(at)
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn at(text: &str) -> NaiveDateTime {
        NaiveDateTime::parse_from_str(text, "%Y-%m-%d %H:%M").unwrap()
    }

    #[test]
    fn odd_civil_times_follow_the_stated_rule() {
        for (zone, civil, instant) in [
            // A plain time.
            ("America/New_York", "2026-01-05 18:00", "2026-01-05 23:00"),
            ("America/New_York", "2026-07-06 18:00", "2026-07-06 22:00"),
            // 02:30 is skipped: the first minute after the gap is 03:00 EDT.
            ("America/New_York", "2026-03-08 02:30", "2026-03-08 07:00"),
            ("America/New_York", "2026-03-08 02:00", "2026-03-08 07:00"),
            ("America/New_York", "2026-03-08 01:59", "2026-03-08 06:59"),
            // 01:30 comes twice: the first, still EDT.
            ("America/New_York", "2026-11-01 01:30", "2026-11-01 05:30"),
            ("America/New_York", "2026-11-01 02:00", "2026-11-01 07:00"),
            // A half-hour gap.
            ("Australia/Lord_Howe", "2026-10-04 02:15", "2026-10-03 15:30"),
            // A gap at midnight.
            ("America/Santiago", "2026-09-06 00:00", "2026-09-06 04:00"),
            // A whole day skipped.
            ("Pacific/Apia", "2011-12-30 12:00", "2011-12-30 10:00"),
        ] {
            let zone = Zone::parse(zone).unwrap();
            assert_eq!(zone.instant(at(civil)).naive_utc(), at(instant), "{zone:?} {civil}");
        }
    }

    #[test]
    fn a_week_starts_on_the_day_the_client_chose() {
        let tuesday = NaiveDate::from_ymd_opt(2026, 2, 3).unwrap();
        let starts = |first| week_start(tuesday, first).to_string();
        assert_eq!(starts(Weekday::Monday), "2026-02-02");
        assert_eq!(starts(Weekday::Sunday), "2026-02-01");
        assert_eq!(starts(Weekday::Tuesday), "2026-02-03");
        assert_eq!(starts(Weekday::Wednesday), "2026-01-28");
    }

    #[test]
    fn a_time_of_day_is_read_only_as_two_digits_each() {
        assert_eq!(TimeOfDay::parse("06:05").unwrap().minutes(), 365);
        for bad in ["6:05", "24:00", "12:60", "12:5", "+1:00", "12:00:00", "", "ab:cd"] {
            assert_eq!(TimeOfDay::parse(bad), None, "{bad}");
        }
    }

    proptest! {
        #[test]
        fn a_civil_time_that_exists_comes_back_from_its_instant(
            minutes in 0u32..20_000_000, zone in proptest::sample::select(vec!["America/New_York", "Europe/Berlin", "Asia/Kolkata", "Pacific/Apia"])
        ) {
            let zone = Zone::parse(zone).unwrap();
            let civil = plus_minutes(at("2000-01-01 00:00"), minutes);
            let back = zone.civil(zone.instant(civil));
            // Equal, or moved forward out of a gap.
            prop_assert!(back >= civil);
            prop_assert_eq!(zone.instant(back), zone.instant(civil));
        }

        #[test]
        fn a_week_start_is_at_most_six_days_back_and_on_its_day(days in 0u64..100_000, first in 0usize..7) {
            let date = plus_days(FIRST_DATE, days);
            let first = Weekday::ALL[first];
            let start = week_start(date, first);
            prop_assert_eq!(Weekday::of(start), first);
            prop_assert!((date - start).num_days() < 7);
        }
    }
}
