//! What a `TZID` means: a zone of the world by its IANA or Windows name, or one
//! that the file defines itself.

use std::collections::HashMap;
use std::rc::Rc;
use std::str::FromStr;

use calcard::common::PartialDateTime;
use calcard::common::timezone::Tz;
use calcard::icalendar::{
    ICalendar, ICalendarComponent, ICalendarComponentType, ICalendarEntry, ICalendarFrequency, ICalendarProperty,
    ICalendarValue,
};
use chrono::{DateTime, Datelike, NaiveDateTime, NaiveTime, TimeDelta, Utc};
use domain::time::{Zone, plus_days};

use super::block::Block;
use super::{Span, draft, rule};

/// Most zones that one file may define, and most changes of the clocks of each.
const MOST_ZONES: usize = 100;
const MOST_CHANGES: usize = 2_000;
/// Most descriptions of the clocks in one zone, and most zones that may turn out to hold none.
const MOST_PARTS: usize = 100;
const MOST_LOST: u32 = 5;
/// Programs date the clocks of old years to 1601. No calendar of a clinic reaches back so far.
const FIRST_YEAR: i32 = 1950;

/// The zone of an event.
#[derive(Debug, Clone)]
pub(super) enum EventZone {
    /// One of the world.
    Named(Zone),
    /// One of the file's own.
    Own(Rc<OwnZone>),
}

impl EventZone {
    /// The instant of a civil time; skipped and doubled times as in [`domain::time`].
    pub fn instant(&self, civil: NaiveDateTime) -> DateTime<Utc> {
        match self {
            Self::Named(zone) => zone.instant(civil),
            Self::Own(zone) => zone.instant(civil),
        }
    }

    /// The civil time of an instant.
    pub fn civil(&self, at: DateTime<Utc>) -> NaiveDateTime {
        match self {
            Self::Named(zone) => zone.civil(at),
            Self::Own(zone) => at.naive_utc() + zone.offset(at),
        }
    }
}

/// The zones of a file.
pub(super) struct Zones {
    /// The clinic's.
    pub clinic: Zone,
    defined: HashMap<String, ICalendar>,
    found: HashMap<String, Option<EventZone>>,
    last: NaiveDateTime,
    /// How many of the file's own zones could not be followed.
    lost: u32,
}

impl Zones {
    pub fn new(blocks: &[Block<'_>], span: Span) -> Self {
        let mut defined = HashMap::new();
        for block in blocks.iter().take(MOST_ZONES) {
            let Some(zone) = draft::component(block) else { continue };
            let name = zone.components.first().and_then(|zone| zone.property(&ICalendarProperty::Tzid));
            if let Some(name) = name.and_then(|name| name.values.first()?.as_text()).map(str::to_owned) {
                defined.insert(name, zone);
            }
        }
        let last = plus_days(span.to, 800).and_time(NaiveTime::MIN);
        Self { clinic: span.zone, defined, found: HashMap::new(), last, lost: 0 }
    }

    /// The zone of that name; `None` where it means nothing.
    pub fn find(&mut self, name: &str) -> Option<EventZone> {
        if let Some(found) = self.found.get(name) {
            return found.clone();
        }
        let found = self.resolve(name);
        self.found.insert(name.to_owned(), found.clone());
        found
    }

    /// A name of the world says more than what the file makes of it. But a name that is only
    /// good for a distance from UTC says less.
    fn resolve(&mut self, name: &str) -> Option<EventZone> {
        // Some programs put a path of their own before the name.
        let path = name.strip_prefix('/').unwrap_or_default();
        let by_path = || path.match_indices('/').find_map(|(at, _)| Zone::parse(path.get(at + 1..)?));
        let by_name = Tz::from_str(name).ok().and_then(named).or_else(by_path);
        if by_name.is_some_and(|zone| zone.name() == name || !zone.name().starts_with("Etc/")) {
            return by_name.map(EventZone::Named);
        }
        let defined = self.defined.get(name);
        let by_place = defined.and_then(|zone| zone.components.first()?.timezone());
        let by_place = by_place.and_then(|(_, zone)| named(zone)).filter(|zone| !zone.name().starts_with("Etc/"));
        if by_place.is_some() {
            return by_place.map(EventZone::Named);
        }
        // Looking for changes that never come takes long: not more than a few times.
        let own = defined.filter(|_| self.lost < MOST_LOST).and_then(|zone| OwnZone::of(zone, self.last));
        if defined.is_some() && own.is_none() {
            self.lost += 1;
        }
        own.map(|zone| EventZone::Own(Rc::new(zone))).or(by_name.map(EventZone::Named))
    }
}

fn named(zone: Tz) -> Option<Zone> {
    match zone {
        Tz::Tz(zone) => Zone::parse(zone.name()),
        _ => None,
    }
}

/// A zone that a file defines: every change of its clocks.
#[derive(Debug)]
pub(super) struct OwnZone {
    changes: Vec<Change>,
}

/// One change of the clocks.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
struct Change {
    at: DateTime<Utc>,
    from: TimeDelta,
    to: TimeDelta,
}

impl OwnZone {
    /// The zone of a `VTIMEZONE`, its changes up to `last`; `None` if it tells of none.
    fn of(zone: &ICalendar, last: NaiveDateTime) -> Option<Self> {
        let mut changes = Vec::new();
        for part in zone.components.iter().take(MOST_PARTS) {
            if matches!(part.component_type, ICalendarComponentType::Standard | ICalendarComponentType::Daylight) {
                changes.extend(part_changes(part, last)?);
            }
        }
        changes.sort_unstable();
        (!changes.is_empty()).then_some(Self { changes })
    }

    fn offset(&self, at: DateTime<Utc>) -> TimeDelta {
        let after = self.changes.partition_point(|change| change.at <= at);
        match self.changes.get(after.wrapping_sub(1)) {
            Some(change) => change.to,
            None => self.changes.first().map_or_else(TimeDelta::zero, |change| change.from),
        }
    }

    fn instant(&self, civil: NaiveDateTime) -> DateTime<Utc> {
        let after = self.changes.partition_point(|change| change.at.naive_utc() + change.from <= civil);
        match self.changes.get(after.wrapping_sub(1)) {
            // A time that the clocks skip means the first after the gap.
            Some(change) => (civil - change.to).and_utc().max(change.at),
            None => (civil - self.changes.first().map_or_else(TimeDelta::zero, |change| change.from)).and_utc(),
        }
    }
}

fn part_changes(part: &ICalendarComponent, last: NaiveDateTime) -> Option<Vec<Change>> {
    let from = distance(part.property(&ICalendarProperty::Tzoffsetfrom)?)?;
    let to = distance(part.property(&ICalendarProperty::Tzoffsetto)?)?;
    let start = date(part.property(&ICalendarProperty::Dtstart)?.values.first()?)?;
    let start = if start.year() < FIRST_YEAR { start.with_year(FIRST_YEAR).unwrap_or(start) } else { start };
    let mut onsets = vec![start];
    for entry in part.properties(&ICalendarProperty::Rdate) {
        onsets.extend(entry.values.iter().filter_map(date));
    }
    for entry in part.properties(&ICalendarProperty::Rrule) {
        if let Some(ICalendarValue::RecurrenceRule(rule)) = entry.values.first() {
            let until = rule.until.as_ref().and_then(PartialDateTime::to_date_time);
            let until =
                until.map(|until| until.date_time + if until.offset.is_some() { from } else { TimeDelta::zero() });
            if until.is_some_and(|until| until < start) {
                return Some(Vec::new());
            }
            if rule.freq != ICalendarFrequency::Yearly || rule::check(rule, &rule.to_string()).is_err() {
                return None;
            }
            let found = rule::starts(rule, start, until, last, MOST_CHANGES).ok()?;
            if found.is_empty() {
                return None;
            }
            onsets.extend(found);
        }
    }
    onsets.truncate(MOST_CHANGES);
    Some(onsets.into_iter().map(|onset| Change { at: (onset - from).and_utc(), from, to }).collect())
}

fn date(value: &ICalendarValue) -> Option<NaiveDateTime> {
    match value {
        ICalendarValue::PartialDateTime(date) => Some(date.to_date_time()?.date_time),
        _ => None,
    }
}

fn distance(entry: &ICalendarEntry) -> Option<TimeDelta> {
    match entry.values.first()? {
        ICalendarValue::PartialDateTime(offset) => {
            let hours = offset.tz_hour.filter(|hours| *hours < 24)?;
            let minutes = offset.tz_minute.unwrap_or(0).min(59);
            let minutes = i64::from(hours) * 60 + i64::from(minutes);
            Some(TimeDelta::minutes(if offset.tz_minus { -minutes } else { minutes }))
        }
        _ => None,
    }
}
