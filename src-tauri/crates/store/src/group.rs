//! Usual meetings, attendances, and what is asked per week.

use chrono::NaiveDate;
use domain::group::{Attendance, Meeting, Requirement};
use domain::id::{AttendanceId, MeetingId, RequirementId};

use crate::access::now;
use crate::column::{Columns, values};
use crate::{Reader, StoreError, Writer};

macro_rules! meeting {
    () => {
        "SELECT id, fellowship, name, weekday, time, minutes, mode, place FROM meeting WHERE deleted_at IS NULL"
    };
}

fn take_meeting(row: &mut Columns) -> Result<Meeting, StoreError> {
    Ok(Meeting {
        id: row.take()?,
        fellowship: row.take()?,
        name: row.take()?,
        weekday: row.take()?,
        time: row.take()?,
        minutes: row.take()?,
        mode: row.take()?,
        place: row.take()?,
    })
}

/// All usual meetings, in the order in which they were added.
///
/// # Errors
/// [`StoreError`] of the database.
pub fn meetings(r: &Reader<'_>) -> Result<Vec<Meeting>, StoreError> {
    r.all(concat!(meeting!(), " ORDER BY id"), &[], take_meeting)
}

/// The usual meeting of that id.
///
/// # Errors
/// [`StoreError`] of the database.
pub fn meeting(r: &Reader<'_>, id: MeetingId) -> Result<Option<Meeting>, StoreError> {
    r.first(concat!(meeting!(), " AND id = ?1"), values![id], take_meeting)
}

/// Keeps a usual meeting.
///
/// # Errors
/// [`StoreError`] of the database.
pub fn put_meeting(w: &Writer<'_>, meeting: &Meeting) -> Result<(), StoreError> {
    w.run(
        "INSERT INTO meeting (id, fellowship, name, weekday, time, minutes, mode, place)
        VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8)
        ON CONFLICT (id) DO UPDATE SET fellowship = excluded.fellowship, name = excluded.name,
            weekday = excluded.weekday, time = excluded.time, minutes = excluded.minutes, mode = excluded.mode,
            place = excluded.place,
            deleted_at = NULL",
        values![
            meeting.id,
            meeting.fellowship,
            meeting.name,
            meeting.weekday,
            meeting.time,
            meeting.minutes,
            meeting.mode,
            meeting.place
        ],
    )?;
    Ok(())
}

/// Deletes a usual meeting. Its attendances stay and keep naming it.
///
/// # Errors
/// [`StoreError::NotFound`], or another of the database.
pub fn delete_meeting(w: &Writer<'_>, id: MeetingId) -> Result<(), StoreError> {
    w.change(concat!("UPDATE meeting SET deleted_at = ", now!(), " WHERE id = ?1 AND deleted_at IS NULL"), values![id])
}

macro_rules! attendance {
    () => {
        "SELECT id, meeting_id, fellowship, name, on_date, time, minutes, mode, took, topic, note
        FROM attendance WHERE deleted_at IS NULL"
    };
}

fn take_attendance(row: &mut Columns) -> Result<Attendance, StoreError> {
    Ok(Attendance {
        id: row.take()?,
        meeting: row.take()?,
        fellowship: row.take()?,
        name: row.take()?,
        on: row.take()?,
        time: row.take()?,
        minutes: row.take()?,
        mode: row.take()?,
        took: row.take()?,
        topic: row.take()?,
        note: row.take()?,
    })
}

/// The attendances from `from` to `to`, both included, newest first.
///
/// # Errors
/// [`StoreError`] of the database.
pub fn attendances_between(r: &Reader<'_>, from: NaiveDate, to: NaiveDate) -> Result<Vec<Attendance>, StoreError> {
    r.all(
        concat!(attendance!(), " AND on_date BETWEEN ?1 AND ?2 ORDER BY on_date DESC, time DESC, id DESC"),
        values![from, to],
        take_attendance,
    )
}

/// The days of all attendances on `from` and later, oldest first, as often as
/// there was one.
///
/// # Errors
/// [`StoreError`] of the database.
pub fn attendance_days_from(r: &Reader<'_>, from: NaiveDate) -> Result<Vec<NaiveDate>, StoreError> {
    r.all(
        "SELECT on_date FROM attendance WHERE deleted_at IS NULL AND on_date >= ?1 ORDER BY on_date",
        values![from],
        |row| row.take(),
    )
}

/// The day of the newest attendance before that day.
///
/// # Errors
/// [`StoreError`] of the database.
pub fn newest_attendance_day_before(r: &Reader<'_>, day: NaiveDate) -> Result<Option<NaiveDate>, StoreError> {
    r.first(
        "SELECT on_date FROM attendance WHERE deleted_at IS NULL AND on_date < ?1 ORDER BY on_date DESC LIMIT 1",
        values![day],
        |row| row.take(),
    )
}

/// How many attendances there are.
///
/// # Errors
/// [`StoreError`] of the database.
pub fn attendance_count(r: &Reader<'_>) -> Result<u32, StoreError> {
    let sql = "SELECT count(*) FROM attendance WHERE deleted_at IS NULL";
    Ok(r.first(sql, &[], |row| row.take())?.unwrap_or(0))
}

/// The attendance of that id.
///
/// # Errors
/// [`StoreError`] of the database.
pub fn attendance(r: &Reader<'_>, id: AttendanceId) -> Result<Option<Attendance>, StoreError> {
    r.first(concat!(attendance!(), " AND id = ?1"), values![id], take_attendance)
}

/// Every attendance, for the export, by id.
pub(crate) fn attendances(r: &Reader<'_>) -> Result<Vec<Attendance>, StoreError> {
    r.every(concat!(attendance!(), " ORDER BY id"), take_attendance)
}

/// Keeps an attendance.
///
/// # Errors
/// [`StoreError`] of the database.
pub fn put_attendance(w: &Writer<'_>, attendance: &Attendance) -> Result<(), StoreError> {
    w.run(
        "INSERT INTO attendance (id, meeting_id, fellowship, name, on_date, time, minutes, mode, took, topic, note)
        VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11)
        ON CONFLICT (id) DO UPDATE SET meeting_id = excluded.meeting_id, fellowship = excluded.fellowship,
            name = excluded.name, on_date = excluded.on_date, time = excluded.time, minutes = excluded.minutes,
            mode = excluded.mode, took = excluded.took, topic = excluded.topic, note = excluded.note,
            deleted_at = NULL",
        values![
            attendance.id,
            attendance.meeting,
            attendance.fellowship,
            attendance.name,
            attendance.on,
            attendance.time,
            attendance.minutes,
            attendance.mode,
            attendance.took,
            attendance.topic,
            attendance.note
        ],
    )?;
    Ok(())
}

/// Deletes an attendance.
///
/// # Errors
/// [`StoreError::NotFound`], or another of the database.
pub fn delete_attendance(w: &Writer<'_>, id: AttendanceId) -> Result<(), StoreError> {
    w.change(
        concat!("UPDATE attendance SET deleted_at = ", now!(), " WHERE id = ?1 AND deleted_at IS NULL"),
        values![id],
    )
}

macro_rules! requirement {
    () => {
        "SELECT id, per_week, starts_on, carries_over FROM requirement WHERE deleted_at IS NULL"
    };
}

fn take_requirement(row: &mut Columns) -> Result<Requirement, StoreError> {
    Ok(Requirement { id: row.take()?, per_week: row.take()?, starts_on: row.take()?, carries_over: row.take()? })
}

/// What is asked: the requirement that was added last.
///
/// # Errors
/// [`StoreError`] of the database.
pub fn requirement(r: &Reader<'_>) -> Result<Option<Requirement>, StoreError> {
    r.first(concat!(requirement!(), " ORDER BY id DESC LIMIT 1"), &[], take_requirement)
}

/// Every requirement, for the export, in the order in which they were added.
pub(crate) fn requirements(r: &Reader<'_>) -> Result<Vec<Requirement>, StoreError> {
    r.every(concat!(requirement!(), " ORDER BY id"), take_requirement)
}

/// Keeps a requirement.
///
/// # Errors
/// [`StoreError`] of the database.
pub fn put_requirement(w: &Writer<'_>, requirement: &Requirement) -> Result<(), StoreError> {
    w.run(
        "INSERT INTO requirement (id, per_week, starts_on, carries_over) VALUES (?1, ?2, ?3, ?4)
        ON CONFLICT (id) DO UPDATE SET per_week = excluded.per_week, starts_on = excluded.starts_on,
            carries_over = excluded.carries_over,
            deleted_at = NULL",
        values![requirement.id, requirement.per_week, requirement.starts_on, requirement.carries_over],
    )?;
    Ok(())
}

/// Deletes a requirement.
///
/// # Errors
/// [`StoreError::NotFound`], or another of the database.
pub fn delete_requirement(w: &Writer<'_>, id: RequirementId) -> Result<(), StoreError> {
    w.change(
        concat!("UPDATE requirement SET deleted_at = ", now!(), " WHERE id = ?1 AND deleted_at IS NULL"),
        values![id],
    )
}
