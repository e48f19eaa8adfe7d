//! Sessions that are kept by themselves: logged, changed, or added once.

use chrono::NaiveDate;
use domain::care::{Origin, Session};
use domain::id::SessionId;

use crate::access::now;
use crate::column::{Columns, values};
use crate::{Reader, StoreError, Writer};

/// The columns of an index that holds them all: what [`light`] takes.
macro_rules! light {
    () => {
        "id, episode_id, pattern_id, origin_on, kind, on_date, time, minutes, state, attended_minutes"
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
        note: String::new(),
    })
}

fn with_note(row: &mut Columns) -> Result<Session, StoreError> {
    let mut session = light(row)?;
    session.note = row.take()?;
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
            light!(),
            ", note FROM session WHERE deleted_at IS NULL AND on_date BETWEEN ?1 AND ?2 ORDER BY on_date, time, id"
        ),
        values![from, to],
        with_note,
    )?;
    sessions.extend(moved_out(r, from, to)?);
    Ok(sessions)
}

/// As [`sessions_between`], but every note is left empty: much faster over years.
///
/// # Errors
/// [`StoreError`] of the database.
pub fn sessions_light_between(r: &Reader<'_>, from: NaiveDate, to: NaiveDate) -> Result<Vec<Session>, StoreError> {
    let mut sessions = r.all(LIGHT, values![from, to], light)?;
    for mut session in moved_out(r, from, to)? {
        session.note.clear();
        sessions.push(session);
    }
    Ok(sessions)
}

/// Those that a pattern puts into the span and that were moved out of it.
fn moved_out(r: &Reader<'_>, from: NaiveDate, to: NaiveDate) -> Result<Vec<Session>, StoreError> {
    r.all(
        concat!(
            "SELECT ",
            light!(),
            ", note FROM session WHERE deleted_at IS NULL AND origin_on <> on_date
                AND origin_on BETWEEN ?1 AND ?2 AND on_date NOT BETWEEN ?1 AND ?2
            ORDER BY origin_on, on_date, id"
        ),
        values![from, to],
        with_note,
    )
}

/// The session of that id.
///
/// # Errors
/// [`StoreError`] of the database.
pub fn session(r: &Reader<'_>, id: SessionId) -> Result<Option<Session>, StoreError> {
    r.first(
        concat!("SELECT ", light!(), ", note FROM session WHERE id = ?1 AND deleted_at IS NULL"),
        values![id],
        with_note,
    )
}

/// The session that stands for that occurrence of a pattern.
///
/// # Errors
/// [`StoreError`] of the database.
pub fn session_of_origin(r: &Reader<'_>, origin: Origin) -> Result<Option<Session>, StoreError> {
    r.first(
        concat!(
            "SELECT ",
            light!(),
            ", note FROM session WHERE pattern_id = ?1 AND origin_on = ?2 AND deleted_at IS NULL"
        ),
        values![origin.pattern, origin.on],
        with_note,
    )
}

/// Every session, for the export, by id.
pub(crate) fn all(r: &Reader<'_>) -> Result<Vec<Session>, StoreError> {
    r.every(concat!("SELECT ", light!(), ", note FROM session WHERE deleted_at IS NULL ORDER BY id"), with_note)
}

/// Keeps a session. One that stands for an occurrence of a pattern takes the
/// place of any other that stood for it.
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
    w.run(
        "INSERT INTO session (id, episode_id, pattern_id, origin_on, kind, on_date, time, minutes, state,
            attended_minutes, note)
        VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11)
        ON CONFLICT (id) DO UPDATE SET episode_id = excluded.episode_id, pattern_id = excluded.pattern_id,
            origin_on = excluded.origin_on, kind = excluded.kind, on_date = excluded.on_date, time = excluded.time,
            minutes = excluded.minutes, state = excluded.state, attended_minutes = excluded.attended_minutes,
            note = excluded.note,
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
            session.note
        ],
    )?;
    Ok(())
}

/// Deletes a session. Where it stood for an occurrence of a pattern, the
/// occurrence is there again.
///
/// # Errors
/// [`StoreError::NotFound`], or another of the database.
pub fn delete_session(w: &Writer<'_>, id: SessionId) -> Result<(), StoreError> {
    w.change(concat!("UPDATE session SET deleted_at = ", now!(), " WHERE id = ?1 AND deleted_at IS NULL"), values![id])
}
