//! Sessions to a calendar file.
//!
//! Starts are written in UTC, which every program reads the same way, and each
//! session is an event of its own. Nothing here says what the file is about: all
//! words are the caller's.

use calcard::common::PartialDateTime;
use calcard::icalendar::{
    ICalendar, ICalendarAction, ICalendarComponent, ICalendarComponentType, ICalendarDuration, ICalendarEntry,
    ICalendarProperty, ICalendarValue,
};
use chrono::{DateTime, NaiveDate, TimeDelta, Utc};
use domain::time::{TimeOfDay, Zone};

/// A program's name that says nothing of the person who uses it.
const PRODUCT: &str = "-//Handrail//EN";

/// One session as an entry of a calendar.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct CalendarEntry {
    /// Names it: the same at every export.
    pub uid: String,
    /// The day on which it begins.
    pub on: NaiveDate,
    /// When it begins.
    pub time: TimeOfDay,
    /// The zone of both.
    pub zone: Zone,
    /// How long it lasts.
    pub minutes: u32,
    /// What it is called.
    pub title: String,
    /// Where it is; may be empty.
    pub place: String,
    /// How long before it to remind; `None`: not at all.
    pub remind_minutes: Option<u32>,
}

/// The words of a calendar file that are not of a single session.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct CalendarWords {
    /// What a reminder says.
    pub reminder: String,
}

/// A calendar of these sessions, as it stands at `stamp`.
#[must_use]
pub fn write(sessions: &[CalendarEntry], words: &CalendarWords, stamp: DateTime<Utc>) -> String {
    let mut calendar = ICalendarComponent::new(ICalendarComponentType::VCalendar);
    calendar.entries.push(text(ICalendarProperty::Version, "2.0"));
    calendar.entries.push(text(ICalendarProperty::Prodid, PRODUCT));
    let mut components = vec![calendar];
    for session in sessions {
        let event = components.len();
        components.push(event_of(session, stamp));
        join(&mut components, 0, event);
        if let Some(minutes) = session.remind_minutes {
            components.push(alarm(minutes, &words.reminder));
            join(&mut components, event, event + 1);
        }
    }
    ICalendar { components }.to_string()
}

/// Puts one component inside another.
fn join(components: &mut [ICalendarComponent], outer: usize, inner: usize) {
    if let (Some(outer), Ok(inner)) = (components.get_mut(outer), u32::try_from(inner)) {
        outer.component_ids.push(inner);
    }
}

fn event_of(session: &CalendarEntry, stamp: DateTime<Utc>) -> ICalendarComponent {
    let start = session.zone.instant(session.on.and_time(session.time.time()));
    let end = start + TimeDelta::minutes(i64::from(session.minutes));
    let mut event = ICalendarComponent::new(ICalendarComponentType::VEvent);
    event.entries.push(text(ICalendarProperty::Uid, &session.uid));
    event.entries.push(instant(ICalendarProperty::Dtstamp, stamp));
    event.entries.push(instant(ICalendarProperty::Dtstart, start));
    event.entries.push(instant(ICalendarProperty::Dtend, end));
    event.entries.push(text(ICalendarProperty::Summary, &session.title));
    if !session.place.is_empty() {
        event.entries.push(text(ICalendarProperty::Location, &session.place));
    }
    event
}

fn alarm(minutes: u32, words: &str) -> ICalendarComponent {
    let before = ICalendarDuration { minutes, neg: minutes > 0, ..ICalendarDuration::default() };
    let mut alarm = ICalendarComponent::new(ICalendarComponentType::VAlarm);
    alarm.entries.push(entry(ICalendarProperty::Action, ICalendarValue::Action(ICalendarAction::Display)));
    alarm.entries.push(entry(ICalendarProperty::Trigger, ICalendarValue::Duration(before)));
    alarm.entries.push(text(ICalendarProperty::Description, words));
    alarm
}

fn instant(name: ICalendarProperty, at: DateTime<Utc>) -> ICalendarEntry {
    let date = PartialDateTime::from_utc_timestamp(at.timestamp());
    entry(name, ICalendarValue::PartialDateTime(Box::new(date)))
}

/// A text without the control characters that the format has no way to write.
fn text(name: ICalendarProperty, text: &str) -> ICalendarEntry {
    let text = text.replace("\r\n", "\n").replace('\t', " ");
    let text = text.chars().filter(|c| *c == '\n' || !c.is_control()).collect();
    entry(name, ICalendarValue::Text(text))
}

fn entry(name: ICalendarProperty, value: ICalendarValue) -> ICalendarEntry {
    ICalendarEntry { name, params: Vec::new(), values: vec![value] }
}

#[cfg(test)]
#[path = "write_test.rs"]
mod tests;
