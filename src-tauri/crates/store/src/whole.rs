//! Everything the client keeps, at once: what the export writes. Drafts and
//! shown reminders are no part of the record.

use domain::care::{Closure, Episode, Pattern, Phase, Session};
use domain::check_in::CheckIn;
use domain::group::{Attendance, Meeting, Requirement};
use domain::id::CheckInId;
use domain::plan::Plan;
use domain::preference::Preferences;

use crate::plan::PlanVersionMeta;
use crate::{Reader, StoreError, care, check_in, group, plan, preference, session};

/// The whole record.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Whole {
    /// By their first day.
    pub episodes: Vec<Episode>,
    /// By their first day.
    pub phases: Vec<Phase>,
    /// By their first day.
    pub patterns: Vec<Pattern>,
    /// By their first day.
    pub closures: Vec<Closure>,
    /// With their notes, by id.
    pub sessions: Vec<Session>,
    /// By id.
    pub meetings: Vec<Meeting>,
    /// By id.
    pub attendances: Vec<Attendance>,
    /// By id.
    pub requirements: Vec<Requirement>,
    /// Oldest first.
    pub plan_versions: Vec<(PlanVersionMeta, Plan)>,
    /// By day.
    pub check_ins: Vec<(CheckInId, CheckIn)>,
    /// The defaults while nothing was chosen.
    pub preferences: Preferences,
}

/// Reads the whole record.
///
/// # Errors
/// [`StoreError`] of the database.
pub fn whole(r: &Reader<'_>) -> Result<Whole, StoreError> {
    Ok(Whole {
        episodes: care::episodes(r)?,
        phases: care::phases(r)?,
        patterns: care::patterns(r)?,
        closures: care::closures(r)?,
        sessions: session::all(r)?,
        meetings: group::meetings(r)?,
        attendances: group::attendances(r)?,
        requirements: group::requirements(r)?,
        plan_versions: plan::all(r)?,
        check_ins: check_in::all(r)?,
        preferences: preference::preferences(r)?,
    })
}
