//! Sessions that are kept by themselves: logged, changed, or added once.

use chrono::NaiveDate;
use domain::care::{Details, Homework, Imported, Origin, Session, TestReport};
use domain::id::{PatternId, SessionId};

use crate::access::now;
use crate::column::{Columns, values};
use crate::{Reader, StoreError, Writer};

/// The columns of an index that holds them all: what [`light`] takes.
macro_rules! light {
    () => {
        "id, episode_id, pattern_id, origin_on, kind, on_date, time, minutes, state, attended_minutes, makes_up"
    };
}

/// The columns that [`whole`] takes.
macro_rules! columns {
    () => {
        concat!(
            light!(),
            ", note, led_by, topic, homework, homework_due, homework_done, late_minutes, left_early_minutes,
            test_result, medicines, import_uid, import_recurrence,
            import_mark"
        )
    };
}

pub(crate) const LIGHT: &str = concat!(
    "SELECT ",
    light!(),
    " FROM session WHERE deleted_at IS NULL AND on_date BETWEEN ?1 AND ?2 ORDER BY on_date, time, id"
);

fn light(row: &mut Columns) -> Result<Session, StoreError> {
    Ok(Session {
        id: row.take()?,
        episode: row.take()?,
        origin: {
            let (pattern, on): (Option<_>, Option<_>) = (row.take()?, row.take()?);
            pattern.zip(on).map(|(pattern, on)| Origin { pattern, on })
        },
        kind: row.take()?,
        on: row.take()?,
        time: row.take()?,
        minutes: row.take()?,
        state: row.take()?,
        attended_minutes: row.take()?,
        makes_up: row.take()?,
        note: String::new(),
        details: Details::default(),
    })
}

fn whole(row: &mut Columns) -> Result<Session, StoreError> {
    let mut session = light(row)?;
    session.note = row.take()?;
    session.details = Details {
        led_by: row.take()?,
        topic: row.take()?,
        homework: {
            let (text, due_on, done) = (row.take()?, row.take()?, row.take()?);
            Some(Homework { text, due_on, done }).filter(|homework| !homework.text.is_empty())
        },
        late_minutes: row.take()?,
        left_early_minutes: row.take()?,
        test: {
            let (result, medicines): (Option<_>, _) = (row.take()?, row.take()?);
            result.map(|result| TestReport { result, medicines })
        },
        imported: {
            let (uid, recurrence, mark): (Option<_>, Option<_>, Option<_>) = (row.take()?, row.take()?, row.take()?);
            uid.zip(recurrence).zip(mark).map(|((uid, recurrence), mark)| Imported { uid, recurrence, mark })
        },
    };
    Ok(session)
}

/// The sessions that begin from `from` to `to`, both included, by day and time;
/// after them those that begin outside but stand for an occurrence of a pattern
/// inside.
///
/// # Errors
/// [`StoreError`] of the database.
pub fn sessions_between(r: &Reader<'_>, from: NaiveDate, to: NaiveDate) -> Result<Vec<Session>, StoreError> {
    let mut sessions = r.all(
        concat!(
            "SELECT ",
            columns!(),
            " FROM session WHERE deleted_at IS NULL AND on_date BETWEEN ?1 AND ?2 ORDER BY on_date, time, id"
        ),
        values![from, to],
        whole,
    )?;
    sessions.extend(moved_out(r, from, to)?);
    Ok(sessions)
}

/// As [`sessions_between`], but notes and details are left empty: much faster over years.
///
/// # Errors
/// [`StoreError`] of the database.
pub fn sessions_light_between(r: &Reader<'_>, from: NaiveDate, to: NaiveDate) -> Result<Vec<Session>, StoreError> {
    let mut sessions = r.all(LIGHT, values![from, to], light)?;
    for mut session in moved_out(r, from, to)? {
        session.note.clear();
        session.details = Details::default();
        sessions.push(session);
    }
    Ok(sessions)
}

/// Those that a pattern puts into the span and that were moved out of it.
fn moved_out(r: &Reader<'_>, from: NaiveDate, to: NaiveDate) -> Result<Vec<Session>, StoreError> {
    r.all(
        concat!(
            "SELECT ",
            columns!(),
            " FROM session WHERE deleted_at IS NULL AND origin_on <> on_date
                AND origin_on BETWEEN ?1 AND ?2 AND on_date NOT BETWEEN ?1 AND ?2
            ORDER BY origin_on, on_date, id"
        ),
        values![from, to],
        whole,
    )
}

/// The session of that id.
///
/// # Errors
/// [`StoreError`] of the database.
pub fn session(r: &Reader<'_>, id: SessionId) -> Result<Option<Session>, StoreError> {
    r.first(concat!("SELECT ", columns!(), " FROM session WHERE id = ?1 AND deleted_at IS NULL"), values![id], whole)
}

/// The session that stands for that occurrence of a pattern.
///
/// # Errors
/// [`StoreError`] of the database.
pub fn session_of_origin(r: &Reader<'_>, origin: Origin) -> Result<Option<Session>, StoreError> {
    r.first(
        concat!("SELECT ", columns!(), " FROM session WHERE pattern_id = ?1 AND origin_on = ?2 AND deleted_at IS NULL"),
        values![origin.pattern, origin.on],
        whole,
    )
}

/// The sessions with homework that is not done: by the day on which it is due, then those without one.
///
/// # Errors
/// [`StoreError`] of the database.
pub fn open_homework(r: &Reader<'_>) -> Result<Vec<Session>, StoreError> {
    let mut sessions = r.all(
        concat!(
            "SELECT ",
            columns!(),
            " FROM session INDEXED BY session_homework WHERE homework <> '' AND homework_done = 0
                AND deleted_at IS NULL AND homework_due > '' ORDER BY homework_due, id"
        ),
        &[],
        whole,
    )?;
    sessions.extend(r.all(
        concat!(
            "SELECT ",
            columns!(),
            " FROM session INDEXED BY session_homework WHERE homework <> '' AND homework_done = 0
                AND deleted_at IS NULL AND homework_due IS NULL ORDER BY id"
        ),
        &[],
        whole,
    )?);
    Ok(sessions)
}

/// The sessions that stand for an occurrence of that pattern, by its days.
///
/// # Errors
/// [`StoreError`] of the database.
pub fn sessions_of_pattern(r: &Reader<'_>, pattern: PatternId) -> Result<Vec<Session>, StoreError> {
    r.all(
        concat!("SELECT ", columns!(), " FROM session WHERE pattern_id = ?1 AND deleted_at IS NULL ORDER BY origin_on"),
        values![pattern],
        whole,
    )
}

/// The sessions that come from a calendar file, by entry.
///
/// # Errors
/// [`StoreError`] of the database.
pub fn imported_sessions(r: &Reader<'_>) -> Result<Vec<Session>, StoreError> {
    r.all(
        concat!(
            "SELECT ",
            columns!(),
            " FROM session INDEXED BY session_by_import WHERE import_uid > '' AND deleted_at IS NULL
                ORDER BY import_uid, import_recurrence"
        ),
        &[],
        whole,
    )
}

/// Every session, for the export, by id.
pub(crate) fn all(r: &Reader<'_>) -> Result<Vec<Session>, StoreError> {
    r.every(concat!("SELECT ", columns!(), " FROM session WHERE deleted_at IS NULL ORDER BY id"), whole)
}

/// Keeps a session. One that stands for an occurrence of a pattern, or for an
/// entry of a calendar file, takes the place of any other that stood for it.
///
/// # Errors
/// [`StoreError::NotFound`] without its episode, or another of the database.
pub fn put_session(w: &Writer<'_>, session: &Session) -> Result<(), StoreError> {
    if let Some(origin) = session.origin {
        w.run(
            concat!(
                "UPDATE session SET deleted_at = ",
                now!(),
                " WHERE pattern_id = ?1 AND origin_on = ?2 AND deleted_at IS NULL AND id <> ?3"
            ),
            values![origin.pattern, origin.on, session.id],
        )?;
    }
    if let Some(imported) = &session.details.imported {
        w.run(
            concat!(
                "UPDATE session SET deleted_at = ",
                now!(),
                " WHERE import_uid = ?1 AND import_recurrence = ?2 AND deleted_at IS NULL AND id <> ?3"
            ),
            values![imported.uid.clone(), imported.recurrence.clone(), session.id],
        )?;
    }
    let details = &session.details;
    let homework = details.homework.as_ref();
    let test = details.test.as_ref();
    let imported = details.imported.as_ref();
    w.run(
        "INSERT INTO session (id, episode_id, pattern_id, origin_on, kind, on_date, time, minutes, state,
            attended_minutes, makes_up, note, led_by, topic, homework, homework_due, homework_done, late_minutes,
            left_early_minutes, test_result, medicines, import_uid, import_recurrence,
            import_mark)
        VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, ?13, ?14, ?15, ?16, ?17, ?18, ?19, ?20, ?21, ?22,
            ?23, ?24)
        ON CONFLICT (id) DO UPDATE SET episode_id = excluded.episode_id, pattern_id = excluded.pattern_id,
            origin_on = excluded.origin_on, kind = excluded.kind, on_date = excluded.on_date, time = excluded.time,
            minutes = excluded.minutes, state = excluded.state, attended_minutes = excluded.attended_minutes,
            makes_up = excluded.makes_up, note = excluded.note, led_by = excluded.led_by, topic = excluded.topic,
            homework = excluded.homework, homework_due = excluded.homework_due,
            homework_done = excluded.homework_done, late_minutes = excluded.late_minutes,
            left_early_minutes = excluded.left_early_minutes, test_result = excluded.test_result,
            medicines = excluded.medicines, import_uid = excluded.import_uid,
            import_recurrence = excluded.import_recurrence, import_mark = excluded.import_mark,
            deleted_at = NULL",
        values![
            session.id,
            session.episode,
            session.origin.map(|origin| origin.pattern),
            session.origin.map(|origin| origin.on),
            session.kind,
            session.on,
            session.time,
            session.minutes,
            session.state,
            session.attended_minutes,
            session.makes_up,
            session.note,
            details.led_by,
            details.topic,
            homework.map_or("", |homework| homework.text.as_str()).to_owned(),
            homework.and_then(|homework| homework.due_on),
            homework.is_some_and(|homework| homework.done),
            details.late_minutes,
            details.left_early_minutes,
            test.map(|test| test.result),
            test.map_or("", |test| test.medicines.as_str()).to_owned(),
            imported.map(|imported| imported.uid.clone()),
            imported.map(|imported| imported.recurrence.clone()),
            imported.map(|imported| imported.mark.clone())
        ],
    )?;
    Ok(())
}

/// Lets a session stand for another occurrence, for which no session stands yet, and leaves all else.
///
/// # Errors
/// [`StoreError::NotFound`], or another of the database.
pub fn put_origin(w: &Writer<'_>, id: SessionId, origin: Origin) -> Result<(), StoreError> {
    w.change(
        "UPDATE session SET pattern_id = ?2, origin_on = ?3 WHERE id = ?1 AND deleted_at IS NULL",
        values![id, origin.pattern, origin.on],
    )
}

/// Deletes a session. Where it stood for an occurrence of a pattern, the
/// occurrence is there again.
///
/// # Errors
/// [`StoreError::NotFound`], or another of the database.
pub fn delete_session(w: &Writer<'_>, id: SessionId) -> Result<(), StoreError> {
    w.change(concat!("UPDATE session SET deleted_at = ", now!(), " WHERE id = ?1 AND deleted_at IS NULL"), values![id])
}
