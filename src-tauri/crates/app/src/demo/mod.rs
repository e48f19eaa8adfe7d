//! The demo client: a believable person in week 5 of 10 of an intensive
//! outpatient program, after three weeks of partial hospitalization. Built
//! through the operations themselves, as if lived: the clock is set to each
//! moment in turn. The same day gives the same client.

mod coverage;
mod person;
#[cfg(feature = "workshop")]
mod ten_years;
mod wellbeing;

use std::sync::{Arc, Mutex};
use std::time::Duration;

use chrono::{DateTime, NaiveDate, Utc};
use domain::care::{AgeGroup, Homework, Level, Provider, SessionKind, SessionState};
use domain::check_in::CheckIn;
use domain::group::{Fellowship, MeetingMode, Took};
use domain::id::MeetingId;
use domain::requirement::{AskedBy, Counted, Period};
use domain::template::{PhaseDraft, Slot};
use domain::time::{TimeOfDay, Weekday, minus_days, plus_days, week_start};

use crate::api::groups::{RecordAttendance, SaveMeeting};
use crate::api::requirements::SaveRequirement;
use crate::api::treatment::{AddSession, LogSession, StartCare};
use crate::failure::Failure;
use crate::held;
use crate::open::{Ids, Open};
use crate::port::Clock;
use crate::words::{Catalogue, say};
use crate::{care, check_in, group, requirement, session};

/// A clock that stands where the builder puts it.
struct SetClock(Mutex<DateTime<Utc>>);

impl Clock for SetClock {
    fn now(&self) -> DateTime<Utc> {
        *held(&self.0)
    }

    fn monotonic(&self) -> Duration {
        Duration::ZERO
    }
}

/// Builds a life into an open record.
struct Builder<'a> {
    open: &'a mut Open,
    clock: Arc<SetClock>,
    now: DateTime<Utc>,
    today: NaiveDate,
}

/// Fills an empty record with the demo client, as of now.
pub(crate) fn build(open: &mut Open) -> Result<(), Failure> {
    lived(open, |builder| {
        // The fifth week of the program is this week.
        let this_week = week_start(builder.today, Weekday::Monday);
        let program = minus_days(this_week, 4 * 7);
        builder.treatment(program)?;
        builder.groups(program)?;
        builder.check_ins(minus_days(program, 3 * 7))?;
        builder.plan(program)?;
        builder.wellbeing(program)?;
        builder.coverage(program)
    })
}

/// Runs `live` with a clock of its own, and puts the real one back.
fn lived(open: &mut Open, live: impl FnOnce(&mut Builder<'_>) -> Result<(), Failure>) -> Result<(), Failure> {
    let (real, now, today) = (open.ports.clock.clone(), open.now(), open.today());
    let clock = Arc::new(SetClock(Mutex::new(now)));
    open.ports.clock = clock.clone();
    open.ids = Ids::Counted(0);
    let lived = live(&mut Builder { open, clock, now, today });
    open.ports.clock = real;
    open.ids = Ids::Random;
    lived
}

fn at(hour: u16, minute: u16) -> TimeOfDay {
    TimeOfDay::from_minutes(hour * 60 + minute)
}

fn slots(days: &[Weekday], time: TimeOfDay, minutes: u32, kind: SessionKind) -> Vec<Slot> {
    days.iter().map(|&weekday| Slot { weekday, time, minutes, kind, every_weeks: 1 }).collect()
}

const WORKDAYS: &[Weekday] =
    &[Weekday::Monday, Weekday::Tuesday, Weekday::Wednesday, Weekday::Thursday, Weekday::Friday];
const THREE_DAYS: &[Weekday] = &[Weekday::Monday, Weekday::Wednesday, Weekday::Friday];

impl Builder<'_> {
    fn say(&self, id: &str) -> String {
        say(Catalogue::Demo, self.open.preferences.language, id, &[])
    }

    /// Sets the clock to that moment, or to now if that is still to come.
    fn go_to(&self, on: NaiveDate, time: TimeOfDay) {
        let moment = self.open.zone().instant(on.and_time(time.time()));
        *held(&self.clock.0) = moment.min(self.now);
    }

    /// Whether that moment has passed.
    fn is_past(&self, on: NaiveDate, time: TimeOfDay) -> bool {
        self.open.zone().instant(on.and_time(time.time())) <= self.now
    }

    fn start_care(&mut self, level: Level, starts_on: NaiveDate, phases: Vec<PhaseDraft>) -> Result<(), Failure> {
        let provider = Provider {
            name: self.say("demo-clinic"),
            phone: "555-0142".to_owned(),
            address: self.say("demo-address"),
            room: self.say("demo-room"),
            link: String::new(),
        };
        let zone = self.open.zone().name().to_owned();
        let request = StartCare { level, age_group: AgeGroup::Adult, starts_on, zone, provider, phases };
        care::start_care(self.open, request).map(drop)
    }

    fn treatment(&mut self, program: NaiveDate) -> Result<(), Failure> {
        let begin = minus_days(program, 3 * 7);
        self.go_to(begin, at(8, 0));
        let php = slots(WORKDAYS, at(9, 0), 360, SessionKind::Group);
        let weeks = |weeks, target_minutes, slots| PhaseDraft { weeks: Some(weeks), target_minutes, slots };
        self.start_care(Level::PartialHospitalization, begin, vec![weeks(3, 1200, php)])?;
        // What is over is answered before the next begins, as it was lived.
        self.answer(begin, minus_days(program, 1))?;
        self.go_to(program, at(8, 0));
        let full = slots(WORKDAYS, at(18, 0), 180, SessionKind::Group);
        let stepped = slots(THREE_DAYS, at(18, 0), 180, SessionKind::Group);
        let phases = vec![weeks(4, 900, full), weeks(6, 540, stepped)];
        self.start_care(Level::IntensiveOutpatient, program, phases)?;
        self.answer(program, self.today)?;
        // The one that still waits for an answer.
        let family = AddSession {
            kind: SessionKind::Family,
            on: plus_days(program, 26),
            time: at(10, 0),
            minutes: 90,
            note: self.say("demo-family-note"),
            makes_up: None,
        };
        self.go_to(plus_days(program, 24), at(12, 0));
        session::add_session(self.open, family).map(drop)
    }

    /// Answers every session of those days that is over.
    fn answer(&mut self, from: NaiveDate, to: NaiveDate) -> Result<(), Failure> {
        let (zone, now) = (self.open.zone(), self.now);
        let sessions = self.open.care()?.occurrences(from, to);
        let over = sessions.iter().filter(|session| session.is_over(zone, now)).count();
        for (i, planned) in sessions.into_iter().enumerate() {
            if !planned.is_over(self.open.zone(), self.now) {
                continue;
            }
            self.go_to(planned.on, TimeOfDay::from_minutes(23 * 60));
            let php = planned.minutes == 360;
            let (state, minutes, note) = match (php, i) {
                (true, 4) => (SessionState::Excused, None, None),
                (true, 9) => (SessionState::Cancelled, None, None),
                (false, 7) => (SessionState::AttendedInPart, Some(120), Some(self.say("demo-part-note"))),
                (false, 12) => (SessionState::Missed, None, None),
                (false, 14) => (SessionState::Attended, None, Some(self.say("demo-good-note"))),
                _ => (SessionState::Attended, None, None),
            };
            // Each Thursday of the program is education.
            let education = !php && Weekday::of(planned.on) == Weekday::Thursday;
            let kind = education.then_some(SessionKind::Education);
            let attended = matches!(state, SessionState::Attended | SessionState::AttendedInPart);
            let said = |open: &Self, about: &str| attended.then(|| open.say(about));
            // The last of the program gave something to do.
            let task = said(self, "demo-session-homework").filter(|_| !php && i + 1 == over);
            let homework =
                task.map(|text| Some(Homework { text, due_on: Some(plus_days(planned.on, 5)), done: false }));
            let request = LogSession {
                minutes,
                kind,
                note,
                topic: said(self, &format!("demo-session-topic-{}", i % 5 + 1)),
                led_by: said(self, if education { "demo-session-led-by-2" } else { "demo-session-led-by-1" }),
                homework,
                ..LogSession::new(planned.session, state)
            };
            session::log_session(self.open, request)?;
        }
        Ok(())
    }

    fn groups(&mut self, program: NaiveDate) -> Result<(), Failure> {
        self.go_to(program, at(8, 0));
        let asked = SaveRequirement {
            id: None,
            asked_by: AskedBy::Program,
            counts: Counted::SupportGroups,
            amount: 2,
            period: Period::Week,
            due_day: None,
            starts_on: program,
            ends_on: None,
            carries_over: true,
            make_ups_after: None,
            owed_then: None,
            settle_by: None,
        };
        requirement::save_requirement(self.open, asked)?;
        let meetings = [
            ("monday", Fellowship::Na, Weekday::Monday, at(12, 15), MeetingMode::InPerson),
            ("tuesday", Fellowship::Aa, Weekday::Tuesday, at(19, 30), MeetingMode::InPerson),
            ("saturday", Fellowship::SmartRecovery, Weekday::Saturday, at(10, 0), MeetingMode::Online),
        ];
        let mut ids = Vec::new();
        for (name, fellowship, weekday, time, mode) in meetings {
            let request = SaveMeeting {
                id: None,
                fellowship,
                name: self.say(&format!("demo-meeting-{name}")),
                weekday,
                time,
                zone: None,
                minutes: 60,
                mode,
                place: self.say(&format!("demo-meeting-{name}-place")),
                link: String::new(),
                phone: String::new(),
                kinds: Vec::new(),
                home: fellowship == Fellowship::Aa,
                remind_minutes: None,
                closed: false,
                listed: None,
            };
            ids.push((group::save_meeting(self.open, request)?.value.id, weekday, time));
        }
        let [monday, tuesday, saturday] = ids.as_slice() else { return Ok(()) };
        for week in 0..5 {
            let monday_of = plus_days(program, week * 7);
            // Two a week; in the third week one was left out, and is owed since.
            let attended: &[_] = match week {
                2 => &[tuesday],
                4 => &[monday],
                _ => &[tuesday, saturday],
            };
            for (meeting, weekday, time) in attended {
                let on = plus_days(monday_of, u64::from(weekday.from_monday()));
                self.attend(*meeting, on, *time, week)?;
            }
        }
        Ok(())
    }

    fn attend(&mut self, meeting: MeetingId, on: NaiveDate, time: TimeOfDay, turn: u64) -> Result<(), Failure> {
        if !self.is_past(on, time) {
            return Ok(());
        }
        self.go_to(on, at(23, 0));
        let meetings = self.open.store.read::<_, Failure>(|r| Ok(store::group::meetings(r)?))?;
        let meeting = meetings.into_iter().find(|m| m.id == meeting).ok_or(Failure::NotFound)?;
        let took = if turn.is_multiple_of(2) { vec![Took::Listened] } else { vec![Took::Listened, Took::Shared] };
        let topic = self.say(&format!("demo-topic-{}", turn % 4 + 1));
        let request = RecordAttendance {
            id: None,
            meeting: Some(meeting.id),
            fellowship: meeting.fellowship,
            name: meeting.name,
            on,
            time,
            minutes: 60,
            mode: meeting.mode,
            place: meeting.place,
            took,
            topic,
            note: String::new(),
            signature: None,
            keep: false,
        };
        group::record_attendance(self.open, request).map(drop)
    }

    fn check_ins(&mut self, from: NaiveDate) -> Result<(), Failure> {
        let mut on = from;
        let mut turn: u32 = 0;
        while on < self.today {
            // Some days are left out, as they are in life.
            if turn % 9 != 5 {
                self.go_to(on, at(21, 0));
                let check_in = self.day(on, turn);
                check_in::save_check_in(self.open, check_in)?;
            }
            on = plus_days(on, 1);
            turn += 1;
        }
        Ok(())
    }

    /// One day: uneven, and a little easier with time.
    fn day(&self, on: NaiveDate, turn: u32) -> CheckIn {
        let sway = (turn * 7 + turn * turn % 11) % 5;
        let ease = (turn / 14).min(4);
        let note = match turn % 10 {
            1 => self.say("demo-check-in-1"),
            4 => self.say("demo-check-in-2"),
            8 => self.say("demo-check-in-3"),
            _ => String::new(),
        };
        CheckIn {
            on,
            mood: u8::try_from((1 + ease / 2 + sway).clamp(1, 5)).unwrap_or(3),
            craving: u8::try_from((7 + sway).saturating_sub(ease * 2).min(10)).unwrap_or(5),
            hungry: turn % 7 == 2,
            angry: turn % 6 == 3,
            lonely: turn % 5 == 1,
            tired: turn.is_multiple_of(4),
            sleep_minutes: Some(330 + sway * 30 + ease * 10),
            used: Some(false),
            note,
        }
    }

    fn plan(&mut self, program: NaiveDate) -> Result<(), Failure> {
        // Begun in the first week, filled in the second, reviewed in the third.
        for (days, version) in [(2, 1), (9, 2), (17, 3)] {
            let on = plus_days(program, days);
            self.go_to(on, at(20, 0));
            let plan = self.written_plan(program, version);
            let based_on = crate::plan::plan(self.open, crate::api::Nothing {})?.value.version.map(|v| v.id);
            crate::plan::save_plan(self.open, crate::api::plan::SavePlan { plan, based_on })?;
        }
        Ok(())
    }
}
