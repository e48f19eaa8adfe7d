//! Which reminders are due when. A pure plan: the same record, rule and time
//! always give the same firings with the same ids.

use chrono::{DateTime, TimeDelta, Utc};
use serde::Serialize;
use ts_rs::TS;

use crate::care::SessionState;
use crate::group::Meeting;
use crate::schedule::Occurrence;
use crate::time::{Weekday, Zone, minus_days, plus_days};

/// How far ahead reminders are planned.
pub const HORIZON: TimeDelta = TimeDelta::days(14);

/// How long after the beginning a reminder of the beginning itself is still shown.
pub const LATE: TimeDelta = TimeDelta::minutes(30);

/// One reminder at one moment. It says nothing of what it reminds of.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Serialize, TS)]
pub struct Firing {
    /// When it is due.
    #[ts(type = "string")]
    pub at: DateTime<Utc>,
    /// When the thing reminded of begins.
    #[ts(type = "string")]
    pub starts: DateTime<Utc>,
    /// The same for the same session, however often it is planned.
    pub id: String,
}

/// When sessions are reminded of.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct SessionRule {
    /// Whether at all.
    pub on: bool,
    /// Minutes before the session begins.
    pub lead_minutes: u32,
}

/// The reminders of these sessions that are worth showing now or fall due within
/// the [`HORIZON`], in order. A session that is answered or has begun is not
/// reminded of.
#[must_use]
pub fn plan(sessions: &[(Occurrence, Zone)], rule: SessionRule, now: DateTime<Utc>) -> Vec<Firing> {
    if !rule.on {
        return Vec::new();
    }
    let lead = TimeDelta::minutes(i64::from(rule.lead_minutes));
    let mut firings: Vec<Firing> = sessions
        .iter()
        .filter(|(session, _)| session.state == SessionState::Planned)
        .filter_map(|(session, zone)| {
            let starts = session.starts(*zone);
            let at = starts - lead;
            let firing = Firing { at, starts, id: id(session, starts, rule.lead_minutes) };
            (firing.is_worth_showing(now) && at <= now + HORIZON).then_some(firing)
        })
        .collect();
    firings.sort();
    firings.dedup();
    firings
}

/// The reminders of these usual meetings that are worth showing now or fall due within the [`HORIZON`], in order:
/// of each that the client wants to be reminded of, and that is held. One without a zone of its own is held at its time
/// wherever the device is.
#[must_use]
pub fn plan_meetings(meetings: &[Meeting], now: DateTime<Utc>, device: Zone) -> Vec<Firing> {
    let mut firings = Vec::new();
    for meeting in meetings.iter().filter(|meeting| !meeting.closed) {
        let Some(lead_minutes) = meeting.remind_minutes else { continue };
        let zone = meeting.zone.unwrap_or(device);
        let lead = TimeDelta::minutes(i64::from(lead_minutes));
        let first = minus_days(zone.civil(now).date(), 1);
        let last = plus_days(zone.civil(now + HORIZON + lead).date(), 1);
        let mut on = plus_days(first, u64::from(meeting.weekday.after(Weekday::of(first))));
        while on <= last {
            let starts = zone.instant(on.and_time(meeting.time.time()));
            let id = format!("meeting/{}/{}/{lead_minutes}", meeting.id, starts.timestamp());
            let firing = Firing { at: starts - lead, starts, id };
            if firing.is_worth_showing(now) && firing.at <= now + HORIZON {
                firings.push(firing);
            }
            on = plus_days(on, 7);
        }
    }
    firings.sort();
    firings
}

/// What stays the same for the same reminder: whose session it is, when it begins, and how long
/// before. Not which row or pattern it comes from: a note or a change of schedule makes no new one.
fn id(session: &Occurrence, starts: DateTime<Utc>, lead_minutes: u32) -> String {
    format!("session/{}/{}/{lead_minutes}", session.episode, starts.timestamp())
}

impl Firing {
    /// Whether it still helps at that moment: what it reminds of has not begun, or is to be told
    /// as it begins and has only just begun.
    #[must_use]
    pub fn is_worth_showing(&self, now: DateTime<Utc>) -> bool {
        self.starts > now || (self.at == self.starts && self.at > now - LATE)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::care::{Origin, SessionKind, SessionRef};
    use crate::group::{Fellowship, MeetingMode};
    use crate::id::{EpisodeId, MeetingId, PatternId};
    use crate::time::TimeOfDay;

    fn session(on: &str, time: &str) -> (Occurrence, Zone) {
        let on = on.parse().unwrap();
        let occurrence = Occurrence {
            session: SessionRef::Occurrence(Origin { pattern: PatternId::new(0, &[1; 10]), on }),
            episode: EpisodeId::new(0, &[0; 10]),
            kind: SessionKind::Group,
            on,
            time: TimeOfDay::parse(time).unwrap(),
            minutes: 180,
            state: SessionState::Planned,
            attended_minutes: None,
            moved_from: None,
            makes_up: None,
            closed: false,
            overlaps: false,
        };
        (occurrence, Zone::parse("America/New_York").unwrap())
    }

    fn utc(text: &str) -> DateTime<Utc> {
        text.parse().unwrap()
    }

    const HOUR_BEFORE: SessionRule = SessionRule { on: true, lead_minutes: 60 };

    #[test]
    fn a_session_is_reminded_of_an_hour_before_on_the_clinics_clock() {
        let firings = plan(&[session("2026-02-04", "18:00")], HOUR_BEFORE, utc("2026-02-04T12:00:00Z"));
        assert_eq!(firings.iter().map(|f| f.at).collect::<Vec<_>>(), [utc("2026-02-04T22:00:00Z")]);
    }

    #[test]
    fn a_reminder_across_a_spring_gap_comes_an_hour_of_real_time_before() {
        // 03:15 EDT on the day on which 02:00 EST became 03:00 EDT.
        let firings = plan(&[session("2026-03-08", "03:15")], HOUR_BEFORE, utc("2026-03-08T00:00:00Z"));
        assert_eq!(firings[0].at, utc("2026-03-08T06:15:00Z"));
    }

    #[test]
    fn an_answered_session_and_a_switched_off_rule_remind_of_nothing() {
        let now = utc("2026-02-04T12:00:00Z");
        let mut answered = session("2026-02-04", "18:00");
        answered.0.state = SessionState::Cancelled;
        assert!(plan(&[answered], HOUR_BEFORE, now).is_empty());
        let off = SessionRule { on: false, ..HOUR_BEFORE };
        assert!(plan(&[session("2026-02-04", "18:00")], off, now).is_empty());
    }

    fn meeting(zone: Option<&str>) -> Meeting {
        Meeting {
            id: MeetingId::new(0, &[3; 10]),
            fellowship: Fellowship::Aa,
            name: String::new(),
            weekday: Weekday::Sunday,
            time: TimeOfDay::parse("19:00").unwrap(),
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

    #[test]
    fn a_usual_meeting_is_reminded_of_each_week_at_its_time_also_across_a_change_of_clocks() {
        let device = Zone::parse("America/New_York").unwrap();
        let firings = plan_meetings(&[meeting(None)], utc("2026-03-01T12:00:00Z"), device);
        let at: Vec<_> = firings.iter().map(|firing| firing.at).collect();
        // 7 pm is 00:00 UTC before the clocks change and 23:00 after.
        assert_eq!(at, [utc("2026-03-01T23:00:00Z"), utc("2026-03-08T22:00:00Z")]);
        let berlin = plan_meetings(&[meeting(Some("Europe/Berlin"))], utc("2026-03-01T12:00:00Z"), device);
        assert_eq!(berlin[0].at, utc("2026-03-01T17:00:00Z"));
    }

    #[test]
    fn a_meeting_that_is_not_held_or_not_to_be_reminded_of_is_left_out() {
        let closed = Meeting { closed: true, ..meeting(None) };
        let quiet = Meeting { remind_minutes: None, ..meeting(None) };
        assert!(plan_meetings(&[closed, quiet], utc("2026-03-01T12:00:00Z"), Zone::UTC).is_empty());
    }

    #[test]
    fn a_late_reminder_still_comes_until_the_session_begins() {
        let sessions = [session("2026-02-04", "18:00")];
        assert_eq!(plan(&sessions, HOUR_BEFORE, utc("2026-02-04T22:59:00Z")).len(), 1);
        assert!(plan(&sessions, HOUR_BEFORE, utc("2026-02-04T23:00:00Z")).is_empty());
        let at_once = SessionRule { on: true, lead_minutes: 0 };
        assert_eq!(plan(&sessions, at_once, utc("2026-02-04T23:29:00Z")).len(), 1);
        assert!(plan(&sessions, at_once, utc("2026-02-04T23:30:00Z")).is_empty());
    }
}
