//! Things to be reminded of, for tests.

use chrono::{DateTime, NaiveDate, Utc};

use super::thing::{Begins, Subject, Thing};
use super::{Lead, OwnReminder, Rule, Source};
use crate::aftercare::Repeat;
use crate::care::{Origin, SessionKind, SessionRef, SessionState};
use crate::drug_test::CallLine;
use crate::group::{Fellowship, Meeting, MeetingMode};
use crate::id::{CallLineId, EpisodeId, MeetingId, OwnReminderId, PatternId};
use crate::schedule::Occurrence;
use crate::time::{TimeOfDay, Weekday, Zone};

pub(super) fn utc(text: &str) -> DateTime<Utc> {
    text.parse().unwrap()
}

pub(super) fn day(text: &str) -> NaiveDate {
    text.parse().unwrap()
}

pub(super) fn time(text: &str) -> TimeOfDay {
    TimeOfDay::parse(text).unwrap()
}

pub(super) fn zone(name: &str) -> Zone {
    Zone::parse(name).unwrap()
}

pub(super) fn before(minutes: u32) -> Lead {
    Lead::Before { minutes }
}

pub(super) fn at(days: u32, of_day: &str) -> Lead {
    Lead::At { days, time: time(of_day) }
}

/// A rule that is on, without words, that does not ask.
pub(super) fn rule(source: Source, leads: &[Lead]) -> Rule {
    Rule { on: true, leads: leads.to_vec(), ask: false, ..Rule::of(source) }
}

pub(super) fn thing(source: Source, name: &str, begins: Begins) -> Thing {
    let (words, text) = (String::new(), String::new());
    Thing { source, name: name.to_owned(), begins, lead: None, ends: None, words, text, subject: Subject::None }
}

pub(super) fn episode() -> EpisodeId {
    EpisodeId::new(0, &[0; 10])
}

/// A planned session of three hours.
pub(super) fn session(on: &str, begins: &str) -> Occurrence {
    let on = day(on);
    Occurrence {
        session: SessionRef::Occurrence(Origin { pattern: PatternId::new(0, &[1; 10]), on }),
        episode: episode(),
        kind: SessionKind::Group,
        on,
        time: time(begins),
        minutes: 180,
        state: SessionState::Planned,
        attended_minutes: None,
        moved_from: None,
        makes_up: None,
        closed: false,
        overlaps: false,
    }
}

/// One on Sundays at seven in the evening, for an hour, with a reminder an hour before.
pub(super) fn meeting(zone: Option<&str>) -> Meeting {
    Meeting {
        id: MeetingId::new(0, &[3; 10]),
        fellowship: Fellowship::Aa,
        name: "Harbor".to_owned(),
        weekday: Weekday::Sunday,
        time: time("19:00"),
        zone: zone.and_then(Zone::parse),
        minutes: 60,
        mode: MeetingMode::InPerson,
        place: String::new(),
        link: String::new(),
        phone: String::new(),
        kinds: Vec::new(),
        home: false,
        remind_minutes: Some(60),
        closed: false,
        listed: None,
    }
}

/// One to call every day from February 2026 on.
pub(super) fn line(opens: &str, closes: &str) -> CallLine {
    CallLine {
        id: CallLineId::new(0, &[4; 10]),
        episode: episode(),
        name: "Teal".to_owned(),
        phone: String::new(),
        opens: time(opens),
        closes: time(closes),
        weekdays: Weekday::ALL.to_vec(),
        starts_on: day("2026-02-01"),
        ends_on: None,
    }
}

pub(super) fn own_reminder(number: u64, on: &str, of_day: &str, repeat: Option<Repeat>) -> OwnReminder {
    OwnReminder {
        id: OwnReminderId::new(number, &[5; 10]),
        text: "Water the plants".to_owned(),
        shows_text: false,
        on: day(on),
        time: time(of_day),
        repeat,
        ends_on: None,
    }
}
