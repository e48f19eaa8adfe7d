//! Support groups: the log, usual meetings, what is asked per week.

use std::collections::BTreeSet;

use chrono::NaiveDate;
use domain::care::MOST_MINUTES;
use domain::group::{Attendance, Meeting, Owed, Requirement};
use domain::id::{AttendanceId, MeetingId, RequirementId};
use domain::time::{minus_days, plus_days, week_start};

use crate::api::groups::{
    AttendanceKey, AttendanceRecorded, GroupWeek, Groups, GroupsBefore, MeetingKey, RecordAttendance, SaveMeeting,
    SaveRequirement, UsualMeeting,
};
use crate::api::{Nothing, Ok as Acknowledged};
use crate::change::{Change, Done};
use crate::check;
use crate::failure::{Failure, Rule};
use crate::open::Open;

/// How many weeks of the log are shown at once.
const WEEKS_AT_ONCE: u64 = 8;

/// How this week stands.
pub(crate) struct Standing {
    pub(crate) this_week: u32,
    pub(crate) owed: Option<Owed>,
    pub(crate) requirement: Option<Requirement>,
    pub(crate) usual: Vec<UsualMeeting>,
}

pub(crate) fn standing(open: &mut Open) -> Result<Standing, Failure> {
    let (today, time, first) = (open.today(), open.time_of_day(), open.preferences.week_starts_on);
    let this_week = week_start(today, first);
    let (recent, requirement, meetings, days) = open.store.read::<_, Failure>(|r| {
        let requirement = store::group::requirement(r)?;
        let since = requirement.as_ref().map_or(this_week, |q| q.first_week(first).min(this_week));
        Ok((
            store::group::attendances_between(r, minus_days(today, 7), today)?,
            requirement,
            store::group::meetings(r)?,
            store::group::attendance_days_from(r, since)?,
        ))
    })?;
    let mut usual: Vec<UsualMeeting> = meetings
        .into_iter()
        .map(|meeting| {
            let mut last_held = meeting.last_held(today);
            if last_held == today && meeting.time > time {
                last_held = minus_days(today, 7);
            }
            let logged = recent.iter().any(|a| a.meeting == Some(meeting.id) && a.on == last_held);
            UsualMeeting { meeting, last_held, logged }
        })
        .collect();
    // The one held last, and not logged yet, is the likeliest to be logged now.
    usual.sort_by_key(|u| (u.logged, std::cmp::Reverse((u.last_held, u.meeting.time))));
    let in_week = days.iter().filter(|on| **on >= this_week && **on <= plus_days(this_week, 6)).count();
    Ok(Standing {
        this_week: u32::try_from(in_week).unwrap_or(u32::MAX),
        owed: requirement.as_ref().and_then(|q| q.owed(&days, today, first)),
        requirement,
        usual,
    })
}

pub(crate) fn groups(open: &mut Open, request: GroupsBefore) -> Result<Done<Groups>, Failure> {
    let (today, first) = (open.today(), open.preferences.week_starts_on);
    let standing = standing(open)?;
    let end = request.before.map_or(plus_days(today, 1), |before| minus_days(before, 1));
    check::date("before", end)?;
    let (log, older, total) = open.store.read::<_, Failure>(|r| {
        let mut from = minus_days(week_start(end, first), 7 * (WEEKS_AT_ONCE - 1));
        let mut log = store::group::attendances_between(r, from, end)?;
        if log.is_empty() {
            // A long pause: go on at the newest attendance before it.
            if let Some(newest) = store::group::newest_attendance_day_before(r, from)? {
                from = minus_days(week_start(newest, first), 7 * (WEEKS_AT_ONCE - 1));
                log = store::group::attendances_between(r, from, newest)?;
            }
        }
        let older = store::group::newest_attendance_day_before(r, from)?.map(|_| from);
        Ok((log, older, store::group::attendance_count(r)?))
    })?;
    let mut weeks: Vec<GroupWeek> = Vec::new();
    for attendance in log {
        let starts_on = week_start(attendance.on, first);
        match weeks.last_mut().filter(|week| week.starts_on == starts_on) {
            Some(week) => week.attendances.push(attendance),
            None => weeks.push(GroupWeek { starts_on, attendances: vec![attendance] }),
        }
    }
    Ok(Done::read(Groups {
        today,
        this_week: standing.this_week,
        total,
        owed: standing.owed,
        requirement: standing.requirement,
        usual: standing.usual,
        weeks,
        older_before: older,
    }))
}

pub(crate) fn record_attendance(
    open: &mut Open,
    request: RecordAttendance,
) -> Result<Done<AttendanceRecorded>, Failure> {
    let took: BTreeSet<_> = request.took.iter().copied().collect();
    let new = open.new_id(AttendanceId::new)?;
    let attendance = Attendance {
        id: request.id.unwrap_or(new),
        meeting: request.meeting,
        fellowship: request.fellowship,
        name: request.name,
        on: request.on,
        time: request.time,
        minutes: request.minutes,
        mode: request.mode,
        took: took.into_iter().collect(),
        topic: request.topic,
        note: request.note,
    };
    check_attendance(&attendance)?;
    let today = open.today();
    if attendance.on > today || (attendance.on == today && attendance.time > open.time_of_day()) {
        return Err(Failure::invalid("on", Rule::InTheFuture));
    }
    let done = open.write(Change::Groups, |w| {
        let before = match request.id {
            Some(id) => Some(store::group::attendance(w, id)?.ok_or(Failure::NotFound)?),
            None => None,
        };
        // A visit keeps the meeting it was, also when that is no usual one any more.
        let kept = before.and_then(|before| before.meeting);
        if let Some(meeting) = attendance.meeting.filter(|meeting| kept != Some(*meeting)) {
            store::group::meeting(w, meeting)?.ok_or_else(|| Failure::invalid("meeting", Rule::Unknown))?;
        }
        Ok(store::group::put_attendance(w, &attendance)?)
    })?;
    let from = week_start(attendance.on, open.preferences.week_starts_on);
    let in_week = count_between(open, from, plus_days(from, 6))?;
    Ok(Done { value: AttendanceRecorded { id: attendance.id, in_week }, changes: done.changes, undo: done.undo })
}

fn count_between(open: &mut Open, from: NaiveDate, to: NaiveDate) -> Result<u32, Failure> {
    let found = open.store.read::<_, Failure>(|r| Ok(store::group::attendances_between(r, from, to)?))?;
    Ok(u32::try_from(found.len()).unwrap_or(u32::MAX))
}

/// Checks an attendance's fields; the importer uses it too.
pub(crate) fn check_attendance(attendance: &Attendance) -> Result<(), Failure> {
    check::line("name", &attendance.name)?;
    check::date("on", attendance.on)?;
    check::range("minutes", attendance.minutes, 1, MOST_MINUTES)?;
    check::line("topic", &attendance.topic)?;
    check::note("note", &attendance.note)
}

pub(crate) fn delete_attendance(open: &mut Open, request: AttendanceKey) -> Result<Done<Acknowledged>, Failure> {
    open.write(Change::Groups, |w| {
        store::group::attendance(w, request.id)?.ok_or(Failure::NotFound)?;
        store::group::delete_attendance(w, request.id)?;
        Ok(Acknowledged)
    })
}

pub(crate) fn save_meeting(open: &mut Open, request: SaveMeeting) -> Result<Done<MeetingKey>, Failure> {
    let new = open.new_id(MeetingId::new)?;
    let meeting = Meeting {
        id: request.id.unwrap_or(new),
        fellowship: request.fellowship,
        name: request.name,
        weekday: request.weekday,
        time: request.time,
        minutes: request.minutes,
        mode: request.mode,
        place: request.place,
    };
    check_meeting(&meeting)?;
    open.write(Change::Groups, |w| {
        if request.id.is_some() {
            store::group::meeting(w, meeting.id)?.ok_or(Failure::NotFound)?;
        }
        store::group::put_meeting(w, &meeting)?;
        Ok(MeetingKey { id: meeting.id })
    })
}

/// Checks a meeting's fields; the importer uses it too.
pub(crate) fn check_meeting(meeting: &Meeting) -> Result<(), Failure> {
    check::line("name", &meeting.name)?;
    check::line("place", &meeting.place)?;
    check::range("minutes", meeting.minutes, 1, MOST_MINUTES)
}

/// Takes a meeting from the usual ones. What was logged of it stays.
pub(crate) fn delete_meeting(open: &mut Open, request: MeetingKey) -> Result<Done<Acknowledged>, Failure> {
    open.write(Change::Groups, |w| {
        store::group::meeting(w, request.id)?.ok_or(Failure::NotFound)?;
        store::group::delete_meeting(w, request.id)?;
        Ok(Acknowledged)
    })
}

pub(crate) fn save_requirement(open: &mut Open, request: SaveRequirement) -> Result<Done<Acknowledged>, Failure> {
    let new = open.new_id(RequirementId::new)?;
    let requirement = Requirement {
        id: new,
        per_week: request.per_week,
        starts_on: request.starts_on,
        carries_over: request.carries_over,
    };
    check_requirement(&requirement)?;
    open.write(Change::Groups, |w| {
        let id = store::group::requirement(w)?.map_or(new, |before| before.id);
        store::group::put_requirement(w, &Requirement { id, ..requirement })?;
        Ok(Acknowledged)
    })
}

/// Checks a requirement's fields; the importer uses it too.
pub(crate) fn check_requirement(requirement: &Requirement) -> Result<(), Failure> {
    check::range("per_week", requirement.per_week, 1, 50)?;
    check::date("starts_on", requirement.starts_on)
}

pub(crate) fn remove_requirement(open: &mut Open, _: Nothing) -> Result<Done<Acknowledged>, Failure> {
    open.write(Change::Groups, |w| {
        let requirement = store::group::requirement(w)?.ok_or(Failure::NotFound)?;
        store::group::delete_requirement(w, requirement.id)?;
        Ok(Acknowledged)
    })
}
