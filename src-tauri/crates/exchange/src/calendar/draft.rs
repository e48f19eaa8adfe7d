//! One event as the file says it, its dates resolved.

use calcard::common::PartialDateTime;
use calcard::icalendar::{
    ICalendar, ICalendarComponent, ICalendarComponentType, ICalendarDuration, ICalendarEntry, ICalendarMethod,
    ICalendarParameterName, ICalendarPeriod, ICalendarProperty, ICalendarRecurrenceRule, ICalendarStatus,
    ICalendarValue,
};
use calcard::{Entry, Parser};
use chrono::{DateTime, NaiveDate, NaiveDateTime, TimeDelta, Utc};
use domain::care::{MOST_MINUTES, SessionKind};
use domain::text;
use domain::time::{Zone, is_kept};

use super::block::Block;
use super::zone::{EventZone, Zones};
use super::{UnreadReason, kind, rule};

/// How long an event lasts that does not say.
pub(super) const USUAL_MINUTES: u32 = 60;

/// Most rules of one event.
const MOST_RULES: usize = 20;

/// Where people meet online: a link to one of these is one to join by, wherever it stands.
const ONLINE: &[&str] =
    &["zoom.us", "meet.google.com", "teams.microsoft.com", "teams.live.com", "webex.com", "doxy.me"];

/// What the calendar says of itself.
pub(super) struct Header {
    pub product: Option<String>,
    /// Whether it was sent to cancel what it holds.
    pub cancelled: bool,
}

/// One event of the file: a whole one, or a changed occurrence of one.
#[derive(Debug)]
pub(super) struct Draft {
    pub line: u32,
    pub uid: String,
    pub sequence: i64,
    pub title: String,
    pub place: String,
    pub link: Option<String>,
    pub guess: SessionKind,
    pub cancelled: bool,
    pub start: NaiveDateTime,
    pub zone: EventZone,
    /// Whether its start is in floating time.
    pub floating: bool,
    /// How long it lasts, where it says so.
    pub minutes: Option<u32>,
    pub rules: Vec<Rule>,
    pub rules_out: Vec<Rule>,
    pub dates: Vec<(DateTime<Utc>, Option<u32>)>,
    pub dates_out: Vec<Point>,
    /// Which occurrence it stands for; `None`: it is a whole event.
    pub replaces: Option<Point>,
    /// Whether it stands for all later ones too.
    pub and_later: bool,
}

/// A rule with the end that it names itself, on the clock of its event.
#[derive(Debug)]
pub(super) struct Rule {
    pub rule: ICalendarRecurrenceRule,
    pub until: Option<NaiveDateTime>,
}

/// Names an occurrence.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Point {
    /// The one at that instant.
    At(DateTime<Utc>),
    /// The one on that day, in the event's zone.
    On(NaiveDate),
}

/// A date of the file.
enum Moment {
    Day(NaiveDate),
    Time { civil: NaiveDateTime, zone: EventZone, floating: bool },
}

/// What the calendar says of itself.
pub(super) fn header(text: &str) -> Header {
    let calendar = parsed(text);
    let head = calendar.as_ref().and_then(|calendar| calendar.components.first());
    let value = |name| head.and_then(|head| head.property(&name)?.values.first());
    let product = value(ICalendarProperty::Prodid).and_then(ICalendarValue::as_text).map(one_line);
    Header {
        product: product.filter(|product| !product.is_empty()),
        cancelled: matches!(value(ICalendarProperty::Method), Some(ICalendarValue::Method(ICalendarMethod::Cancel))),
    }
}

/// The component that a block holds, if it is whole.
pub(super) fn component(block: &Block<'_>) -> Option<ICalendar> {
    if block.closed { parsed(&block.text()) } else { None }
}

fn parsed(text: &str) -> Option<ICalendar> {
    match Parser::new(text).entry() {
        Entry::ICalendar(calendar) => Some(calendar),
        _ => None,
    }
}

/// The event that a block holds.
pub(super) fn draft(block: &Block<'_>, zones: &mut Zones) -> Result<Draft, UnreadReason> {
    let calendar = component(block).ok_or(UnreadReason::Broken)?;
    let event = calendar.components.first().ok_or(UnreadReason::Broken)?;
    if event.component_type != ICalendarComponentType::VEvent {
        return Err(UnreadReason::Broken);
    }
    let text = |name| event.property(&name).and_then(|entry| entry.values.first()?.as_text()).unwrap_or_default();
    let uid = one_line(text(ICalendarProperty::Uid));
    if uid.is_empty() || uid.chars().count() >= text::LINE {
        return Err(UnreadReason::NoUid);
    }
    let moment = |name, zones: &mut Zones| match event.property(&name) {
        Some(entry) => moment(entry, entry.values.first(), zones).map(Some),
        None => Ok(None),
    };
    let replaces = moment(ICalendarProperty::RecurrenceId, zones)?;
    let start = moment(ICalendarProperty::Dtstart, zones)?;
    let end = moment(ICalendarProperty::Dtend, zones)?;
    let replaces = replaces.map(|moment| (moment.point(), moment));
    let (replaces, fallback) = replaces.map_or((None, None), |(point, moment)| (Some(point), Some(moment)));
    let (start, zone, floating) = match start.or(fallback).ok_or(UnreadReason::NoStart)? {
        Moment::Day(_) => return Err(UnreadReason::AllDay),
        Moment::Time { civil, zone, floating } => (civil, zone, floating),
    };
    let minutes = match end {
        Some(Moment::Day(_)) => return Err(UnreadReason::BadDate),
        Some(Moment::Time { civil, zone: end, .. }) => lasting(end.instant(civil) - zone.instant(start))?,
        None => match event.property(&ICalendarProperty::Duration).and_then(|entry| entry.values.first()) {
            Some(ICalendarValue::Duration(duration)) => length(duration)?,
            Some(_) => return Err(UnreadReason::BadDate),
            None => None,
        },
    };
    let (dates, dates_out) = dates(event, zones)?;
    let place = one_line(text(ICalendarProperty::Location));
    let (title, description) = (one_line(text(ICalendarProperty::Summary)), text(ICalendarProperty::Description));
    let status = event.property(&ICalendarProperty::Status).and_then(|entry| entry.values.first());
    let sequence = event.property(&ICalendarProperty::Sequence).and_then(|entry| entry.values.first()?.as_integer());
    Ok(Draft {
        line: block.line,
        uid,
        sequence: sequence.unwrap_or(0),
        guess: kind::of(&format!("{title} {}", categories(event)), description),
        link: link(event, description),
        title,
        place,
        cancelled: matches!(status, Some(ICalendarValue::Status(ICalendarStatus::Cancelled))),
        rules: rules(event, block, &ICalendarProperty::Rrule, &zone)?,
        rules_out: rules(event, block, &ICalendarProperty::Exrule, &zone)?,
        dates,
        dates_out,
        start,
        zone,
        floating,
        minutes,
        replaces,
        and_later: event
            .property(&ICalendarProperty::RecurrenceId)
            .is_some_and(|entry| entry.has_parameter(&ICalendarParameterName::Range)),
    })
}

impl Moment {
    fn point(&self) -> Point {
        match self {
            Self::Day(day) => Point::On(*day),
            Self::Time { civil, zone, .. } => Point::At(zone.instant(*civil)),
        }
    }
}

fn moment(entry: &ICalendarEntry, value: Option<&ICalendarValue>, zones: &mut Zones) -> Result<Moment, UnreadReason> {
    match value {
        Some(ICalendarValue::PartialDateTime(date)) => resolved(date, entry.tz_id(), zones),
        _ => Err(UnreadReason::BadDate),
    }
}

fn resolved(date: &PartialDateTime, zone: Option<&str>, zones: &mut Zones) -> Result<Moment, UnreadReason> {
    let read = date.to_date_time().ok_or(UnreadReason::BadDate)?;
    if !is_kept(read.date_time.date()) {
        return Err(UnreadReason::BadDate);
    }
    if !date.has_time() {
        return Ok(Moment::Day(read.date_time.date()));
    }
    Ok(match (read.offset, zone) {
        (Some(offset), _) => {
            let civil = read.date_time - TimeDelta::seconds(i64::from(offset.local_minus_utc()));
            Moment::Time { civil, zone: EventZone::Named(Zone::UTC), floating: false }
        }
        (None, Some(name)) => {
            let zone = zones.find(name).ok_or(UnreadReason::UnknownZone)?;
            Moment::Time { civil: read.date_time, zone, floating: false }
        }
        (None, None) => Moment::Time { civil: read.date_time, zone: EventZone::Named(zones.clinic), floating: true },
    })
}

/// The dates that are added, with their own length, and those that are left out.
type Dates = (Vec<(DateTime<Utc>, Option<u32>)>, Vec<Point>);

fn dates(event: &ICalendarComponent, zones: &mut Zones) -> Result<Dates, UnreadReason> {
    let (mut added, mut out) = (Vec::new(), Vec::new());
    for entry in &event.entries {
        let is_added = entry.name == ICalendarProperty::Rdate;
        if !is_added && entry.name != ICalendarProperty::Exdate {
            continue;
        }
        for value in entry.values.iter().filter(|value| value.as_text() != Some("")) {
            if let ICalendarValue::Period(period) = value {
                let (start, minutes) = period_of(period, entry, zones)?;
                added.push((start, minutes));
            } else {
                let point = moment(entry, Some(value), zones)?.point();
                match point {
                    Point::At(at) if is_added => added.push((at, None)),
                    // A whole day in a list of times: nothing to go by.
                    Point::On(_) if is_added => return Err(UnreadReason::BadDate),
                    _ => out.push(point),
                }
            }
        }
    }
    Ok((added, out))
}

fn period_of(
    period: &ICalendarPeriod,
    entry: &ICalendarEntry,
    zones: &mut Zones,
) -> Result<(DateTime<Utc>, Option<u32>), UnreadReason> {
    let mut at = |date| match resolved(date, entry.tz_id(), zones)?.point() {
        Point::At(at) => Ok(at),
        Point::On(_) => Err(UnreadReason::BadDate),
    };
    match period {
        ICalendarPeriod::Range { start, end } => {
            let start = at(start)?;
            Ok((start, lasting(at(end)? - start)?))
        }
        ICalendarPeriod::Duration { start, duration } => Ok((at(start)?, length(duration)?)),
    }
}

fn length(duration: &ICalendarDuration) -> Result<Option<u32>, UnreadReason> {
    lasting(duration.to_time_delta().ok_or(UnreadReason::BadDate)?)
}

/// A length in minutes; nothing for no length at all, which is how some programs say "usual".
fn lasting(length: TimeDelta) -> Result<Option<u32>, UnreadReason> {
    let minutes = length.num_seconds().checked_add(59).ok_or(UnreadReason::BadDate)?.div_euclid(60);
    match u32::try_from(minutes) {
        Err(_) if minutes < 0 => Err(UnreadReason::BadDate),
        Ok(0) => Ok(None),
        Ok(minutes) if minutes <= MOST_MINUTES => Ok(Some(minutes)),
        _ => Err(UnreadReason::TooLong),
    }
}

/// The rules of that name, each checked against what its line says.
fn rules(
    event: &ICalendarComponent,
    block: &Block<'_>,
    name: &ICalendarProperty,
    zone: &EventZone,
) -> Result<Vec<Rule>, UnreadReason> {
    let said: Vec<&str> = block.lines.iter().filter_map(|line| rule_of(&line.text, name.as_str())).collect();
    let mut rules = Vec::new();
    if said.len() > MOST_RULES {
        return Err(UnreadReason::BadRule);
    }
    for (index, entry) in event.properties(name).enumerate() {
        let (Some(ICalendarValue::RecurrenceRule(rule)), Some(said)) = (entry.values.first(), said.get(index)) else {
            return Err(UnreadReason::BadRule);
        };
        rule::check(rule, said)?;
        let until = rule.until.as_ref().map(|until| end_of(until, zone).ok_or(UnreadReason::BadRule)).transpose()?;
        rules.push(Rule { rule: (**rule).clone(), until });
    }
    Ok(rules)
}

fn rule_of<'a>(line: &'a str, name: &str) -> Option<&'a str> {
    let start = line.get(..name.len()).filter(|start| start.eq_ignore_ascii_case(name))?;
    let rest = line.get(start.len()..).filter(|rest| rest.starts_with([':', ';']))?;
    Some(rest.split_once(':')?.1)
}

/// The end that a rule names, on the clock of its event: a day is meant to its end.
fn end_of(until: &PartialDateTime, zone: &EventZone) -> Option<NaiveDateTime> {
    let read = until.to_date_time()?;
    if !until.has_time() {
        return read.date_time.date().and_hms_opt(23, 59, 59);
    }
    match read.offset {
        Some(offset) => {
            let at = read.date_time.checked_sub_signed(TimeDelta::seconds(i64::from(offset.local_minus_utc())))?;
            // Far ends are for ever, and no zone is asked about them.
            Some(if is_kept(at.date()) { zone.civil(at.and_utc()) } else { at })
        }
        None => Some(read.date_time),
    }
}

fn categories(event: &ICalendarComponent) -> String {
    let values = event.properties(&ICalendarProperty::Categories).flat_map(|entry| &entry.values);
    values.filter_map(ICalendarValue::as_text).collect::<Vec<_>>().join(" ")
}

/// The https link to join by: one that is named so, one in the place, or one to a place online.
fn link(event: &ICalendarComponent, description: &str) -> Option<String> {
    let named = event.entries.iter().filter(|entry| match &entry.name {
        ICalendarProperty::Conference | ICalendarProperty::Url | ICalendarProperty::Location => true,
        ICalendarProperty::Other(name) => {
            ["X-GOOGLE-CONFERENCE", "X-MICROSOFT-SKYPETEAMSMEETINGURL"].iter().any(|own| name.eq_ignore_ascii_case(own))
        }
        _ => false,
    });
    let mut named = named.filter_map(|entry| entry.values.first()?.as_text()).flat_map(links);
    let online = |link: &&str| {
        let host = link.trim_start_matches("https://").split(['/', '?', '#', ':']).next().unwrap_or_default();
        ONLINE.iter().any(|online| host.strip_suffix(online).is_some_and(|rest| rest.is_empty() || rest.ends_with('.')))
    };
    named.next().or_else(|| links(description).find(online)).map(str::to_owned)
}

fn links(text: &str) -> impl Iterator<Item = &str> {
    let ends = |c: char| c.is_whitespace() || matches!(c, '<' | '>' | '"' | ',');
    text.split(ends).filter_map(|word| {
        let link = word.get(word.find("https://")?..)?.trim_end_matches(['.', ')', ']', ';']);
        (link.len() > "https://".len() && text::check(link, text::LINE).is_ok()).then_some(link)
    })
}

/// Text of the file as one clean, bounded line.
fn one_line(text: &str) -> String {
    let words = text.split(|c: char| c.is_whitespace() || c.is_control()).filter(|word| !word.is_empty());
    let line = words.collect::<Vec<_>>().join(" ");
    let kept = line.chars().filter(|c| text::check(c.encode_utf8(&mut [0; 4]), 1).is_ok());
    let kept: String = kept.take(text::LINE).collect();
    kept.trim().to_owned()
}
