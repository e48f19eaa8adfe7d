//! Episodes of care, their phases and weekly patterns.

use domain::care::{Closure, Episode, Pattern, Phase, Provider};
use domain::id::{ClosureId, EpisodeId, PatternId, PhaseId};

use crate::access::now;
use crate::column::values;
use crate::{Reader, StoreError, Writer};

/// All episodes, by their first day.
///
/// # Errors
/// [`StoreError`] of the database.
pub fn episodes(r: &Reader<'_>) -> Result<Vec<Episode>, StoreError> {
    r.all(
        "SELECT id, level, age_group, edition, provider_name, provider_phone, provider_address, provider_room,
            provider_link, zone, starts_on, ends_on, counted
        FROM episode WHERE deleted_at IS NULL ORDER BY starts_on, id",
        &[],
        |row| {
            Ok(Episode {
                id: row.take()?,
                level: row.take()?,
                age_group: row.take()?,
                edition: row.take()?,
                provider: Provider {
                    name: row.take()?,
                    phone: row.take()?,
                    address: row.take()?,
                    room: row.take()?,
                    link: row.take()?,
                },
                zone: row.take()?,
                starts_on: row.take()?,
                ends_on: row.take()?,
                counted: row.take()?,
            })
        },
    )
}

/// Keeps an episode.
///
/// # Errors
/// [`StoreError`] of the database.
pub fn put_episode(w: &Writer<'_>, episode: &Episode) -> Result<(), StoreError> {
    let provider = &episode.provider;
    w.run(
        "INSERT INTO episode (id, level, age_group, edition, provider_name, provider_phone, provider_address,
            provider_room, provider_link, zone, starts_on, ends_on, counted)
        VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, ?13)
        ON CONFLICT (id) DO UPDATE SET level = excluded.level, age_group = excluded.age_group,
            edition = excluded.edition, provider_name = excluded.provider_name,
            provider_phone = excluded.provider_phone, provider_address = excluded.provider_address,
            provider_room = excluded.provider_room, provider_link = excluded.provider_link, zone = excluded.zone,
            starts_on = excluded.starts_on, ends_on = excluded.ends_on, counted = excluded.counted,
            deleted_at = NULL",
        values![
            episode.id,
            episode.level,
            episode.age_group,
            episode.edition,
            provider.name,
            provider.phone,
            provider.address,
            provider.room,
            provider.link,
            episode.zone,
            episode.starts_on,
            episode.ends_on,
            episode.counted
        ],
    )?;
    Ok(())
}

/// Deletes an episode with its phases, patterns, closures, sessions, lines to call, authorizations
/// and fees.
///
/// # Errors
/// [`StoreError::NotFound`], or another of the database.
pub fn delete_episode(w: &Writer<'_>, id: EpisodeId) -> Result<(), StoreError> {
    w.change(
        concat!("UPDATE episode SET deleted_at = ", now!(), " WHERE id = ?1 AND deleted_at IS NULL"),
        values![id],
    )?;
    for sql in [
        concat!("UPDATE phase SET deleted_at = ", now!(), " WHERE episode_id = ?1 AND deleted_at IS NULL"),
        concat!("UPDATE pattern SET deleted_at = ", now!(), " WHERE episode_id = ?1 AND deleted_at IS NULL"),
        concat!("UPDATE closure SET deleted_at = ", now!(), " WHERE episode_id = ?1 AND deleted_at IS NULL"),
        concat!("UPDATE session SET deleted_at = ", now!(), " WHERE episode_id = ?1 AND deleted_at IS NULL"),
        // Before their lines, by which they are found.
        concat!(
            "UPDATE call SET deleted_at = ",
            now!(),
            " WHERE deleted_at IS NULL
                AND line_id IN (SELECT id FROM call_line WHERE episode_id = ?1 AND deleted_at IS NULL)"
        ),
        concat!("UPDATE call_line SET deleted_at = ", now!(), " WHERE episode_id = ?1 AND deleted_at IS NULL"),
        concat!("UPDATE authorization SET deleted_at = ", now!(), " WHERE episode_id = ?1 AND deleted_at IS NULL"),
        concat!("UPDATE fee SET deleted_at = ", now!(), " WHERE episode_id = ?1 AND deleted_at IS NULL"),
    ] {
        w.run(sql, values![id])?;
    }
    Ok(())
}

/// All phases of all episodes, by their first day.
///
/// # Errors
/// [`StoreError`] of the database.
pub fn phases(r: &Reader<'_>) -> Result<Vec<Phase>, StoreError> {
    r.all(
        "SELECT id, episode_id, starts_on, ends_on, target_minutes
        FROM phase WHERE deleted_at IS NULL ORDER BY starts_on, id",
        &[],
        |row| {
            Ok(Phase {
                id: row.take()?,
                episode: row.take()?,
                starts_on: row.take()?,
                ends_on: row.take()?,
                target_minutes: row.take()?,
            })
        },
    )
}

/// Keeps a phase.
///
/// # Errors
/// [`StoreError::NotFound`] without its episode, or another of the database.
pub fn put_phase(w: &Writer<'_>, phase: &Phase) -> Result<(), StoreError> {
    w.run(
        "INSERT INTO phase (id, episode_id, starts_on, ends_on, target_minutes) VALUES (?1, ?2, ?3, ?4, ?5)
        ON CONFLICT (id) DO UPDATE SET episode_id = excluded.episode_id, starts_on = excluded.starts_on,
            ends_on = excluded.ends_on, target_minutes = excluded.target_minutes,
            deleted_at = NULL",
        values![phase.id, phase.episode, phase.starts_on, phase.ends_on, phase.target_minutes],
    )?;
    Ok(())
}

/// Deletes a phase.
///
/// # Errors
/// [`StoreError::NotFound`], or another of the database.
pub fn delete_phase(w: &Writer<'_>, id: PhaseId) -> Result<(), StoreError> {
    w.change(concat!("UPDATE phase SET deleted_at = ", now!(), " WHERE id = ?1 AND deleted_at IS NULL"), values![id])
}

/// All weekly patterns of all episodes, by their first day.
///
/// # Errors
/// [`StoreError`] of the database.
pub fn patterns(r: &Reader<'_>) -> Result<Vec<Pattern>, StoreError> {
    r.all(
        "SELECT id, episode_id, kind, weekday, time, minutes, every_weeks, starts_on, ends_on
        FROM pattern WHERE deleted_at IS NULL ORDER BY starts_on, id",
        &[],
        |row| {
            Ok(Pattern {
                id: row.take()?,
                episode: row.take()?,
                kind: row.take()?,
                weekday: row.take()?,
                time: row.take()?,
                minutes: row.take()?,
                every_weeks: row.take()?,
                starts_on: row.take()?,
                ends_on: row.take()?,
            })
        },
    )
}

/// Keeps a weekly pattern.
///
/// # Errors
/// [`StoreError::NotFound`] without its episode, or another of the database.
pub fn put_pattern(w: &Writer<'_>, pattern: &Pattern) -> Result<(), StoreError> {
    w.run(
        "INSERT INTO pattern (id, episode_id, kind, weekday, time, minutes, every_weeks, starts_on, ends_on)
        VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9)
        ON CONFLICT (id) DO UPDATE SET episode_id = excluded.episode_id, kind = excluded.kind,
            weekday = excluded.weekday, time = excluded.time, minutes = excluded.minutes,
            every_weeks = excluded.every_weeks,
            starts_on = excluded.starts_on, ends_on = excluded.ends_on,
            deleted_at = NULL",
        values![
            pattern.id,
            pattern.episode,
            pattern.kind,
            pattern.weekday,
            pattern.time,
            pattern.minutes,
            pattern.every_weeks,
            pattern.starts_on,
            pattern.ends_on
        ],
    )?;
    Ok(())
}

/// Deletes a weekly pattern. The sessions kept by themselves stay.
///
/// # Errors
/// [`StoreError::NotFound`], or another of the database.
pub fn delete_pattern(w: &Writer<'_>, id: PatternId) -> Result<(), StoreError> {
    w.change(concat!("UPDATE pattern SET deleted_at = ", now!(), " WHERE id = ?1 AND deleted_at IS NULL"), values![id])
}

/// All days on which a program is closed, by their first day.
///
/// # Errors
/// [`StoreError`] of the database.
pub fn closures(r: &Reader<'_>) -> Result<Vec<Closure>, StoreError> {
    r.all(
        "SELECT id, episode_id, starts_on, ends_on, reason
        FROM closure WHERE deleted_at IS NULL ORDER BY starts_on, id",
        &[],
        |row| {
            Ok(Closure {
                id: row.take()?,
                episode: row.take()?,
                starts_on: row.take()?,
                ends_on: row.take()?,
                reason: row.take()?,
            })
        },
    )
}

/// Keeps days on which a program is closed.
///
/// # Errors
/// [`StoreError::NotFound`] without its episode, or another of the database.
pub fn put_closure(w: &Writer<'_>, closure: &Closure) -> Result<(), StoreError> {
    w.run(
        "INSERT INTO closure (id, episode_id, starts_on, ends_on, reason) VALUES (?1, ?2, ?3, ?4, ?5)
        ON CONFLICT (id) DO UPDATE SET episode_id = excluded.episode_id, starts_on = excluded.starts_on,
            ends_on = excluded.ends_on, reason = excluded.reason,
            deleted_at = NULL",
        values![closure.id, closure.episode, closure.starts_on, closure.ends_on, closure.reason],
    )?;
    Ok(())
}

/// Lifts a closure: what it cancelled is planned again.
///
/// # Errors
/// [`StoreError::NotFound`], or another of the database.
pub fn delete_closure(w: &Writer<'_>, id: ClosureId) -> Result<(), StoreError> {
    w.change(concat!("UPDATE closure SET deleted_at = ", now!(), " WHERE id = ?1 AND deleted_at IS NULL"), values![id])
}
