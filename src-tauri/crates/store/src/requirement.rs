//! What is asked, pauses, and goals.

use domain::goal::Goal;
use domain::id::{GoalId, PauseId, RequirementId};
use domain::requirement::{Counted, Pause, Requirement};

use crate::access::now;
use crate::column::{Columns, values};
use crate::{Reader, StoreError, Writer};

macro_rules! requirement {
    () => {
        "SELECT id, asked_by, counts, fellowship, amount, period, due_day, starts_on, ends_on, carries_over,
            make_ups_after, owed_then, settle_by
        FROM requirement WHERE deleted_at IS NULL"
    };
}

fn take_requirement(row: &mut Columns) -> Result<Requirement, StoreError> {
    Ok(Requirement {
        id: row.take()?,
        asked_by: row.take()?,
        counts: take_counted(row)?,
        amount: row.take()?,
        period: row.take()?,
        due_day: row.take()?,
        starts_on: row.take()?,
        ends_on: row.take()?,
        carries_over: row.take()?,
        make_ups_after: row.take()?,
        owed_then: row.take()?,
        settle_by: row.take()?,
    })
}

fn take_counted(row: &mut Columns) -> Result<Counted, StoreError> {
    let (word, fellowship): (String, _) = (row.take()?, row.take()?);
    match (word.as_str(), fellowship) {
        ("support_groups", None) => Ok(Counted::SupportGroups),
        ("fellowship", Some(fellowship)) => Ok(Counted::Fellowship(fellowship)),
        ("individual_sessions", None) => Ok(Counted::IndividualSessions),
        ("treatment_minutes", None) => Ok(Counted::TreatmentMinutes),
        _ => Err(StoreError::Damaged),
    }
}

/// Everything that is or was asked, in the order in which it was added.
///
/// # Errors
/// [`StoreError`] of the database.
pub fn requirements(r: &Reader<'_>) -> Result<Vec<Requirement>, StoreError> {
    r.all(concat!(requirement!(), " ORDER BY id"), &[], take_requirement)
}

/// What is asked under that id.
///
/// # Errors
/// [`StoreError`] of the database.
pub fn requirement(r: &Reader<'_>, id: RequirementId) -> Result<Option<Requirement>, StoreError> {
    r.first(concat!(requirement!(), " AND id = ?1"), values![id], take_requirement)
}

/// Keeps something that is asked.
///
/// # Errors
/// [`StoreError`] of the database.
pub fn put_requirement(w: &Writer<'_>, requirement: &Requirement) -> Result<(), StoreError> {
    let (counts, fellowship) = match requirement.counts {
        Counted::SupportGroups => ("support_groups", None),
        Counted::Fellowship(fellowship) => ("fellowship", Some(fellowship)),
        Counted::IndividualSessions => ("individual_sessions", None),
        Counted::TreatmentMinutes => ("treatment_minutes", None),
    };
    w.run(
        "INSERT INTO requirement (id, asked_by, counts, fellowship, amount, period, due_day, starts_on, ends_on,
            carries_over, make_ups_after, owed_then, settle_by)
        VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, ?13)
        ON CONFLICT (id) DO UPDATE SET asked_by = excluded.asked_by, counts = excluded.counts,
            fellowship = excluded.fellowship, amount = excluded.amount, period = excluded.period,
            due_day = excluded.due_day, starts_on = excluded.starts_on, ends_on = excluded.ends_on,
            carries_over = excluded.carries_over, make_ups_after = excluded.make_ups_after,
            owed_then = excluded.owed_then, settle_by = excluded.settle_by,
            deleted_at = NULL",
        values![
            requirement.id,
            requirement.asked_by,
            counts.to_owned(),
            fellowship,
            requirement.amount,
            requirement.period,
            requirement.due_day,
            requirement.starts_on,
            requirement.ends_on,
            requirement.carries_over,
            requirement.make_ups_after,
            requirement.owed_then,
            requirement.settle_by
        ],
    )?;
    Ok(())
}

/// Deletes something that is asked.
///
/// # Errors
/// [`StoreError::NotFound`], or another of the database.
pub fn delete_requirement(w: &Writer<'_>, id: RequirementId) -> Result<(), StoreError> {
    w.change(
        concat!("UPDATE requirement SET deleted_at = ", now!(), " WHERE id = ?1 AND deleted_at IS NULL"),
        values![id],
    )
}

/// Every pause, in the order in which they were added.
///
/// # Errors
/// [`StoreError`] of the database.
pub fn pauses(r: &Reader<'_>) -> Result<Vec<Pause>, StoreError> {
    r.all(
        "SELECT id, requirement_id, starts_on, ends_on, reason, note FROM pause WHERE deleted_at IS NULL ORDER BY id",
        &[],
        |row| {
            Ok(Pause {
                id: row.take()?,
                requirement: row.take()?,
                starts_on: row.take()?,
                ends_on: row.take()?,
                reason: row.take()?,
                note: row.take()?,
            })
        },
    )
}

/// Keeps a pause.
///
/// # Errors
/// [`StoreError`] of the database.
pub fn put_pause(w: &Writer<'_>, pause: &Pause) -> Result<(), StoreError> {
    w.run(
        "INSERT INTO pause (id, requirement_id, starts_on, ends_on, reason, note) VALUES (?1, ?2, ?3, ?4, ?5, ?6)
        ON CONFLICT (id) DO UPDATE SET requirement_id = excluded.requirement_id, starts_on = excluded.starts_on,
            ends_on = excluded.ends_on, reason = excluded.reason, note = excluded.note,
            deleted_at = NULL",
        values![pause.id, pause.requirement, pause.starts_on, pause.ends_on, pause.reason, pause.note],
    )?;
    Ok(())
}

/// Deletes a pause.
///
/// # Errors
/// [`StoreError::NotFound`], or another of the database.
pub fn delete_pause(w: &Writer<'_>, id: PauseId) -> Result<(), StoreError> {
    w.change(concat!("UPDATE pause SET deleted_at = ", now!(), " WHERE id = ?1 AND deleted_at IS NULL"), values![id])
}

/// Every goal, in the order in which they were added.
///
/// # Errors
/// [`StoreError`] of the database.
pub fn goals(r: &Reader<'_>) -> Result<Vec<Goal>, StoreError> {
    r.all(
        "SELECT id, meetings, days, starts_on, fellowship FROM goal WHERE deleted_at IS NULL ORDER BY id",
        &[],
        |row| {
            Ok(Goal {
                id: row.take()?,
                meetings: row.take()?,
                days: row.take()?,
                starts_on: row.take()?,
                fellowship: row.take()?,
            })
        },
    )
}

/// Keeps a goal.
///
/// # Errors
/// [`StoreError`] of the database.
pub fn put_goal(w: &Writer<'_>, goal: &Goal) -> Result<(), StoreError> {
    w.run(
        "INSERT INTO goal (id, meetings, days, starts_on, fellowship) VALUES (?1, ?2, ?3, ?4, ?5)
        ON CONFLICT (id) DO UPDATE SET meetings = excluded.meetings, days = excluded.days,
            starts_on = excluded.starts_on, fellowship = excluded.fellowship,
            deleted_at = NULL",
        values![goal.id, goal.meetings, goal.days, goal.starts_on, goal.fellowship],
    )?;
    Ok(())
}

/// Deletes a goal.
///
/// # Errors
/// [`StoreError::NotFound`], or another of the database.
pub fn delete_goal(w: &Writer<'_>, id: GoalId) -> Result<(), StoreError> {
    w.change(concat!("UPDATE goal SET deleted_at = ", now!(), " WHERE id = ?1 AND deleted_at IS NULL"), values![id])
}
