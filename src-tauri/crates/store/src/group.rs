//! Usual meetings and attendances, with their signatures.

use chrono::NaiveDate;
use domain::group::{Attendance, Fellowship, Listed, Meeting};
use domain::id::{AttendanceId, MeetingId};
use domain::signature::Signature;

use crate::access::now;
use crate::column::{Columns, values};
use crate::{Reader, StoreError, Writer};

macro_rules! meeting {
    () => {
        "SELECT id, fellowship, name, weekday, time, zone, minutes, mode, place, link, phone, kinds, home, remind_minutes,
            closed, list_id, list_key
        FROM meeting WHERE deleted_at IS NULL"
    };
}

fn take_meeting(row: &mut Columns) -> Result<Meeting, StoreError> {
    Ok(Meeting {
        id: row.take()?,
        fellowship: row.take()?,
        name: row.take()?,
        weekday: row.take()?,
        time: row.take()?,
        zone: row.take()?,
        minutes: row.take()?,
        mode: row.take()?,
        place: row.take()?,
        link: row.take()?,
        phone: row.take()?,
        kinds: row.take()?,
        home: row.take()?,
        remind_minutes: row.take()?,
        closed: row.take()?,
        listed: match (row.take()?, row.take()?) {
            (Some(list), Some(key)) => Some(Listed { list, key }),
            _ => None,
        },
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
    let listed = meeting.listed.as_ref();
    w.run(
        "INSERT INTO meeting (id, fellowship, name, weekday, time, zone, minutes, mode, place, link, phone, kinds, home,
            remind_minutes, closed, list_id, list_key)
        VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, ?13, ?14, ?15, ?16, ?17)
        ON CONFLICT (id) DO UPDATE SET fellowship = excluded.fellowship, name = excluded.name,
            weekday = excluded.weekday, time = excluded.time, zone = excluded.zone, minutes = excluded.minutes,
            mode = excluded.mode, place = excluded.place, link = excluded.link, phone = excluded.phone,
            kinds = excluded.kinds, home = excluded.home, remind_minutes = excluded.remind_minutes,
            closed = excluded.closed, list_id = excluded.list_id, list_key = excluded.list_key,
            deleted_at = NULL",
        values![
            meeting.id,
            meeting.fellowship,
            meeting.name,
            meeting.weekday,
            meeting.time,
            meeting.zone,
            meeting.minutes,
            meeting.mode,
            meeting.place,
            meeting.link,
            meeting.phone,
            meeting.kinds,
            meeting.home,
            meeting.remind_minutes,
            meeting.closed,
            listed.map(|listed| listed.list),
            listed.map(|listed| listed.key.clone())
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
        "SELECT id, meeting_id, fellowship, name, on_date, time, minutes, mode, place, took, topic, note
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
        place: row.take()?,
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

/// The days and fellowships of all attendances on `from` and later, oldest first.
///
/// # Errors
/// [`StoreError`] of the database.
pub fn attendance_days_from(r: &Reader<'_>, from: NaiveDate) -> Result<Vec<(NaiveDate, Fellowship)>, StoreError> {
    r.all(
        "SELECT on_date, fellowship FROM attendance WHERE deleted_at IS NULL AND on_date >= ?1 ORDER BY on_date, time",
        values![from],
        |row| Ok((row.take()?, row.take()?)),
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
        "INSERT INTO attendance (id, meeting_id, fellowship, name, on_date, time, minutes, mode, place, took,
            topic, note)
        VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12)
        ON CONFLICT (id) DO UPDATE SET meeting_id = excluded.meeting_id, fellowship = excluded.fellowship,
            name = excluded.name, on_date = excluded.on_date, time = excluded.time, minutes = excluded.minutes,
            mode = excluded.mode, place = excluded.place, took = excluded.took, topic = excluded.topic, note = excluded.note,
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
            attendance.place,
            attendance.took,
            attendance.topic,
            attendance.note
        ],
    )?;
    Ok(())
}

/// Deletes an attendance, and its signature with it.
///
/// # Errors
/// [`StoreError::NotFound`], or another of the database.
pub fn delete_attendance(w: &Writer<'_>, id: AttendanceId) -> Result<(), StoreError> {
    w.run(
        concat!("UPDATE signature SET deleted_at = ", now!(), " WHERE attendance_id = ?1 AND deleted_at IS NULL"),
        values![id],
    )?;
    w.change(
        concat!("UPDATE attendance SET deleted_at = ", now!(), " WHERE id = ?1 AND deleted_at IS NULL"),
        values![id],
    )
}

fn take_signature(row: &mut Columns) -> Result<Signature, StoreError> {
    let signer = row.take()?;
    let strokes: String = row.take()?;
    let strokes = serde_json::from_str(&strokes).map_err(|_| StoreError::Damaged)?;
    Ok(Signature { signer, strokes, signed_at: row.take()? })
}

/// The signature of an attendance.
///
/// # Errors
/// [`StoreError`] of the database.
pub fn signature(r: &Reader<'_>, attendance: AttendanceId) -> Result<Option<Signature>, StoreError> {
    r.first(
        "SELECT signer, strokes, signed_at FROM signature WHERE deleted_at IS NULL AND attendance_id = ?1",
        values![attendance],
        take_signature,
    )
}

/// Which of the attendances from `from` to `to`, both included, are signed.
///
/// # Errors
/// [`StoreError`] of the database.
pub fn signed_between(r: &Reader<'_>, from: NaiveDate, to: NaiveDate) -> Result<Vec<AttendanceId>, StoreError> {
    r.all(
        "SELECT attendance.id FROM attendance JOIN signature ON signature.attendance_id = attendance.id
        WHERE attendance.deleted_at IS NULL AND signature.deleted_at IS NULL AND on_date BETWEEN ?1 AND ?2",
        values![from, to],
        |row| row.take(),
    )
}

/// The signatures of the attendances from `from` to `to`, both included.
///
/// # Errors
/// [`StoreError`] of the database.
pub fn signatures_between(
    r: &Reader<'_>,
    from: NaiveDate,
    to: NaiveDate,
) -> Result<Vec<(AttendanceId, Signature)>, StoreError> {
    r.all(
        "SELECT attendance.id, signer, strokes, signed_at
        FROM attendance JOIN signature ON signature.attendance_id = attendance.id
        WHERE attendance.deleted_at IS NULL AND signature.deleted_at IS NULL AND on_date BETWEEN ?1 AND ?2",
        values![from, to],
        |row| Ok((row.take()?, take_signature(row)?)),
    )
}

/// Every signature with its attendance, for the export, by the id of the attendance.
///
/// # Errors
/// [`StoreError`] of the database.
pub fn signatures(r: &Reader<'_>) -> Result<Vec<(AttendanceId, Signature)>, StoreError> {
    r.every(
        "SELECT attendance.id, signer, strokes, signed_at
        FROM attendance JOIN signature ON signature.attendance_id = attendance.id
        WHERE attendance.deleted_at IS NULL AND signature.deleted_at IS NULL
        ORDER BY attendance.id",
        |row| Ok((row.take()?, take_signature(row)?)),
    )
}

/// Keeps the signature of an attendance, in place of an earlier one.
///
/// # Errors
/// [`StoreError`] of the database.
pub fn put_signature(w: &Writer<'_>, attendance: AttendanceId, signature: &Signature) -> Result<(), StoreError> {
    let strokes = serde_json::to_string(&signature.strokes).map_err(|_| StoreError::Damaged)?;
    w.run(
        "INSERT INTO signature (attendance_id, signer, strokes, signed_at) VALUES (?1, ?2, ?3, ?4)
        ON CONFLICT (attendance_id) DO UPDATE SET signer = excluded.signer, strokes = excluded.strokes,
            signed_at = excluded.signed_at,
            deleted_at = NULL",
        values![attendance, signature.signer, strokes, signature.signed_at],
    )?;
    Ok(())
}

/// Deletes the signature of an attendance.
///
/// # Errors
/// [`StoreError::NotFound`], or another of the database.
pub fn delete_signature(w: &Writer<'_>, attendance: AttendanceId) -> Result<(), StoreError> {
    w.change(
        concat!("UPDATE signature SET deleted_at = ", now!(), " WHERE attendance_id = ?1 AND deleted_at IS NULL"),
        values![attendance],
    )
}
