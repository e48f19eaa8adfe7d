//! What there is to be reminded of.
//!
//! Each source has a function that makes its things. Names hold what tells one time from another (the start, or the
//! day), so that what is moved is reminded of anew, and what only changes its words is not.

use std::collections::HashSet;

use chrono::{DateTime, NaiveDate, NaiveDateTime, TimeDelta, Utc};

use super::{OwnReminder, Source};
use crate::aftercare::Aftercare;
use crate::care::{SessionKind, SessionRef, SessionState};
use crate::drug_test::CallLine;
use crate::group::Meeting;
use crate::id::{AuthorizationId, CallLineId, CounterId, MeetingId, RequirementId, SessionId};
use crate::schedule::Occurrence;
use crate::time::{Weekday, Zone, plus_days, week_start};

/// When it is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Begins {
    /// It begins then.
    At(DateTime<Utc>),
    /// It begins then on the device's clock.
    Local(NaiveDateTime),
    /// It can be done between the two.
    Between(DateTime<Utc>, DateTime<Utc>),
    /// It is due on that day.
    On(NaiveDate),
}

/// What a reminder is about, where more can be done with it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Subject {
    /// A session.
    Session(SessionRef, SessionKind),
    /// A usual meeting on the day on which it was held, on the device's calendar.
    Meeting(MeetingId, NaiveDate),
    /// Nothing more.
    None,
}

/// Something to be reminded of.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Thing {
    /// What reminds.
    pub source: Source,
    /// The same for the same thing, and within its source for no other.
    pub name: String,
    /// When it is.
    pub begins: Begins,
    /// A lead of its own, in minutes, beside those of the rule.
    pub lead: Option<u32>,
    /// When it is over, where the client may be asked whether they were there.
    pub ends: Option<DateTime<Utc>>,
    /// Words of its own, in place of those of the rule; may be empty.
    pub words: String,
    /// What it is about, for the client's own eyes; may be empty.
    pub text: String,
    /// What it is about, where more can be done with it.
    pub subject: Subject,
}

impl Thing {
    /// One with nothing but its name and when it is.
    fn new(source: Source, name: String, begins: Begins) -> Self {
        Self {
            source,
            name,
            begins,
            lead: None,
            ends: None,
            words: String::new(),
            text: String::new(),
            subject: Subject::None,
        }
    }

    /// One with an id that is due on a day.
    fn due(source: Source, id: impl std::fmt::Display, day: NaiveDate, text: &str) -> Self {
        Self { text: text.to_owned(), ..Self::new(source, format!("{id}/{day}"), Begins::On(day)) }
    }

    /// One of each day.
    fn daily(source: Source, day: NaiveDate) -> Self {
        Self::new(source, day.to_string(), Begins::On(day))
    }
}

/// The sessions that are still planned, each with the clinic's zone. Its name says whose it is and when it begins, not
/// which row or pattern it comes from: a note or a change of schedule makes no new one.
#[must_use]
pub fn sessions(sessions: &[(Occurrence, Zone)]) -> Vec<Thing> {
    let planned = sessions.iter().filter(|(session, _)| session.state == SessionState::Planned);
    planned
        .map(|(session, zone)| {
            let starts = session.starts(*zone);
            Thing {
                ends: Some(starts + TimeDelta::minutes(i64::from(session.minutes))),
                subject: Subject::Session(session.session, session.kind),
                ..Thing::new(Source::Session, format!("{}/{}", session.episode, starts.timestamp()), Begins::At(starts))
            }
        })
        .collect()
}

/// Each time at which a usual meeting is held from that day to that, on its own calendar; of those that the client
/// wants to be reminded of. One without a zone is held at its time wherever the device is. One that was attended is
/// left out: on the day on which it was held, on its own calendar or the device's.
#[must_use]
pub fn meetings<S: std::hash::BuildHasher>(
    meetings: &[Meeting],
    attended: &HashSet<(MeetingId, NaiveDate), S>,
    from: NaiveDate,
    to: NaiveDate,
    device: Zone,
) -> Vec<Thing> {
    let mut things = Vec::new();
    for meeting in meetings.iter().filter(|meeting| !meeting.closed && meeting.remind_minutes.is_some()) {
        let zone = meeting.zone.unwrap_or(device);
        let first = plus_days(from, u64::from(meeting.weekday.after(Weekday::of(from))));
        for day in first.iter_days().step_by(7).take_while(|day| *day <= to) {
            let starts = zone.instant(day.and_time(meeting.time.time()));
            let on = device.civil(starts).date();
            if [day, on].into_iter().any(|day| attended.contains(&(meeting.id, day))) {
                continue;
            }
            // One without a zone of its own is the same wherever the device goes.
            let (name, begins) = match meeting.zone {
                Some(_) => (format!("{}/{}", meeting.id, starts.timestamp()), Begins::At(starts)),
                None => {
                    (format!("{}/{day}/{}", meeting.id, meeting.time), Begins::Local(day.and_time(meeting.time.time())))
                }
            };
            things.push(Thing {
                lead: meeting.remind_minutes,
                ends: Some(starts + TimeDelta::minutes(i64::from(meeting.minutes))),
                text: meeting.name.clone(),
                subject: Subject::Meeting(meeting.id, on),
                ..Thing::new(Source::Meeting, name, begins)
            });
        }
    }
    things
}

/// Each day from that to that on which a line is to be called, and was not yet; with the clinic's zone. The days are
/// those on which the line opens, on the clinic's calendar.
#[must_use]
pub fn call_lines<S: std::hash::BuildHasher>(
    lines: &[(CallLine, Zone)],
    called: &HashSet<(CallLineId, NaiveDate), S>,
    from: NaiveDate,
    to: NaiveDate,
) -> Vec<Thing> {
    let mut things = Vec::new();
    for (line, zone) in lines {
        let days = days(from, to).filter(|day| line.is_called_on(*day) && !called.contains(&(line.id, *day)));
        things.extend(days.map(|day| {
            let (opens, closes) = (line.opens_at(day, *zone), line.closes_at(day, *zone));
            let name = format!("{}/{day}/{}", line.id, closes.timestamp());
            Thing { text: line.name.clone(), ..Thing::new(Source::CallLine, name, Begins::Between(opens, closes)) }
        }));
    }
    things
}

/// What is asked and still owed: which, by which day, and what it is.
#[must_use]
pub fn requirements(owed: &[(RequirementId, NaiveDate, String)]) -> Vec<Thing> {
    owed.iter().map(|(id, day, text)| Thing::due(Source::Requirement, id, *day, text)).collect()
}

/// Homework that is not done: of which session, by which day, and what it is.
#[must_use]
pub fn homework(open: &[(SessionId, NaiveDate, String)]) -> Vec<Thing> {
    open.iter().map(|(id, day, text)| Thing::due(Source::Homework, id, *day, text)).collect()
}

/// The open entries of the aftercare plan that have a day.
#[must_use]
pub fn aftercare(entries: &[Aftercare]) -> Vec<Thing> {
    let open = entries.iter().filter(|entry| entry.done_on.is_none());
    open.filter_map(|entry| {
        let text = if entry.next_step.is_empty() { &entry.text } else { &entry.next_step };
        Some(Thing::due(Source::Aftercare, entry.id, entry.due_on?, text))
    })
    .collect()
}

/// Authorizations after which no other goes on, with their last covered days.
#[must_use]
pub fn authorizations(ending: &[(AuthorizationId, NaiveDate)]) -> Vec<Thing> {
    ending.iter().map(|(id, last_day)| Thing::due(Source::Authorization, id, *last_day, "")).collect()
}

/// The plan's next review, and with whom; may be empty.
#[must_use]
pub fn plan_review(day: Option<NaiveDate>, with: &str) -> Option<Thing> {
    day.map(|day| Thing { text: with.to_owned(), ..Thing::daily(Source::PlanReview, day) })
}

/// Days on which counters reach a mark.
#[must_use]
pub fn anniversaries(coming: &[(CounterId, NaiveDate)]) -> Vec<Thing> {
    coming.iter().map(|(id, day)| Thing::due(Source::Anniversary, id, *day, "")).collect()
}

/// After so many days without a copy of the record, saving one is reminded of.
const COPY_EVERY: u64 = 30;
/// While none is saved, it is reminded of again after so many days.
const COPY_AGAIN: usize = 7;

/// The days, from that to that, on which it is too long ago that a copy was saved, or that the record was begun.
#[must_use]
pub fn backup(last: NaiveDate, from: NaiveDate, to: NaiveDate) -> Vec<Thing> {
    let days = plus_days(last, COPY_EVERY).iter_days().step_by(COPY_AGAIN);
    days.skip_while(|day| *day < from)
        .take_while(|day| *day <= to)
        .map(|day| Thing::daily(Source::Backup, day))
        .collect()
}

/// Each day from that to that without a check-in.
#[must_use]
pub fn check_ins<S: std::hash::BuildHasher>(
    done: &HashSet<NaiveDate, S>,
    from: NaiveDate,
    to: NaiveDate,
) -> Vec<Thing> {
    days(from, to).filter(|day| !done.contains(day)).map(|day| Thing::daily(Source::CheckIn, day)).collect()
}

/// Each day from that to that.
#[must_use]
pub fn medication(from: NaiveDate, to: NaiveDate) -> Vec<Thing> {
    days(from, to).map(|day| Thing::daily(Source::Medication, day)).collect()
}

/// The last day, from that to that, of each week of the client's whose mooring lines were not gone through; weeks that
/// were are given by their first day.
#[must_use]
pub fn mooring(gone_through: &[NaiveDate], first: Weekday, from: NaiveDate, to: NaiveDate) -> Vec<Thing> {
    let last = plus_days(week_start(from, first), 6);
    let weeks = last.iter_days().step_by(7).take_while(|last| *last <= to);
    let open = weeks.filter(|last| !gone_through.iter().any(|gone| plus_days(*gone, 6) == *last));
    open.map(|last| Thing::daily(Source::Mooring, last)).collect()
}

/// Each day from that to that of each reminder of the client's own.
#[must_use]
pub fn own(reminders: &[OwnReminder], from: NaiveDate, to: NaiveDate) -> Vec<Thing> {
    let mut things = Vec::new();
    for own in reminders {
        let next = |day: &NaiveDate| own.next_from(plus_days(*day, 1)).filter(|next| next > day);
        let days = std::iter::successors(own.next_from(from), next).take_while(|day| *day <= to);
        things.extend(days.map(|day| Thing {
            words: if own.shows_text { own.text.clone() } else { String::new() },
            text: own.text.clone(),
            ..Thing::new(
                Source::Own,
                format!("{}/{day}/{}", own.id, own.time),
                Begins::Local(day.and_time(own.time.time())),
            )
        }));
    }
    things
}

fn days(from: NaiveDate, to: NaiveDate) -> impl Iterator<Item = NaiveDate> {
    from.iter_days().take_while(move |day| *day <= to)
}

#[cfg(test)]
#[path = "thing_test.rs"]
mod tests;
