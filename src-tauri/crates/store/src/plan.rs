//! Versions of the relapse prevention plan. A version is never changed and
//! never deleted.

use chrono::{DateTime, Utc};
use domain::id::PlanVersionId;
use domain::plan::Plan;

use crate::column::{Columns, values};
use crate::{Reader, StoreError, Writer};

/// The form of a plan's content that this Handrail writes. Form 1 lacks what has a default in [`Plan`], and is read as
/// it stands.
const CONTENT_VERSION: u32 = 2;

/// What there is to say of a version without its content.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct PlanVersionMeta {
    /// Its id.
    pub id: PlanVersionId,
    /// When it was saved, to the millisecond.
    pub saved_at: DateTime<Utc>,
}

fn take_meta(row: &mut Columns) -> Result<PlanVersionMeta, StoreError> {
    Ok(PlanVersionMeta { id: row.take()?, saved_at: row.take()? })
}

fn take_version(row: &mut Columns) -> Result<(PlanVersionMeta, Plan), StoreError> {
    let meta = take_meta(row)?;
    if row.take::<u32>()? > CONTENT_VERSION {
        return Err(StoreError::NewerDatabase);
    }
    let plan = serde_json::from_str(&row.take::<String>()?).map_err(|_| StoreError::Damaged)?;
    Ok((meta, plan))
}

/// The plan as it was saved last.
///
/// # Errors
/// [`StoreError`] of the database.
pub fn latest_plan(r: &Reader<'_>) -> Result<Option<(PlanVersionMeta, Plan)>, StoreError> {
    r.first(
        "SELECT id, saved_at, content_version, content FROM plan_version ORDER BY saved_at DESC, id DESC LIMIT 1",
        &[],
        take_version,
    )
}

/// The version of that id.
///
/// # Errors
/// [`StoreError`] of the database.
pub fn plan_version(r: &Reader<'_>, id: PlanVersionId) -> Result<Option<(PlanVersionMeta, Plan)>, StoreError> {
    r.first("SELECT id, saved_at, content_version, content FROM plan_version WHERE id = ?1", values![id], take_version)
}

/// All versions without their content, newest first.
///
/// # Errors
/// [`StoreError`] of the database.
pub fn plan_versions(r: &Reader<'_>) -> Result<Vec<PlanVersionMeta>, StoreError> {
    r.all("SELECT id, saved_at FROM plan_version ORDER BY saved_at DESC, id DESC", &[], take_meta)
}

/// How many versions there are.
///
/// # Errors
/// [`StoreError`] of the database.
pub fn plan_version_count(r: &Reader<'_>) -> Result<u32, StoreError> {
    Ok(r.first("SELECT count(*) FROM plan_version", &[], |row| row.take())?.unwrap_or(0))
}

/// Every version, for the export, oldest first.
pub(crate) fn all(r: &Reader<'_>) -> Result<Vec<(PlanVersionMeta, Plan)>, StoreError> {
    r.every("SELECT id, saved_at, content_version, content FROM plan_version ORDER BY saved_at, id", take_version)
}

/// Adds a version. Where one of that id is there already, nothing changes.
///
/// # Errors
/// [`StoreError`] of the database.
pub fn add_plan_version(w: &Writer<'_>, meta: &PlanVersionMeta, plan: &Plan) -> Result<(), StoreError> {
    let content = serde_json::to_string(plan).map_err(|_| StoreError::Other("plan"))?;
    w.run(
        "INSERT INTO plan_version (id, saved_at, content_version, content) VALUES (?1, ?2, ?3, ?4)
        ON CONFLICT (id) DO NOTHING",
        values![meta.id, meta.saved_at, CONTENT_VERSION, content],
    )?;
    Ok(())
}
