//! The relapse prevention plan and its versions.

use chrono::{DateTime, Utc};
use domain::comparison::EntryChange;
use domain::id::PlanVersionId;
use domain::plan::Plan;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// Answer of `plan`.
#[derive(Debug, Serialize, TS)]
pub struct PlanShown {
    /// The plan as it stands; empty sections where nothing is written.
    pub plan: Plan,
    /// Its version; `None` while nothing is saved.
    pub version: Option<PlanVersion>,
    /// How many versions there are.
    pub versions: u32,
}

/// One saved version.
#[derive(Debug, Clone, Copy, Serialize, TS)]
pub struct PlanVersion {
    /// Its id.
    pub id: PlanVersionId,
    /// When it was saved.
    #[ts(type = "string")]
    pub saved_at: DateTime<Utc>,
    /// The day on which it was saved, on the device's calendar.
    pub saved_on: chrono::NaiveDate,
    /// The time at which it was saved, on the device's clock.
    pub saved_time: domain::time::TimeOfDay,
}

/// Request of `save_plan`.
#[derive(Debug, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct SavePlan {
    /// The whole plan.
    pub plan: Plan,
    /// The version it was changed from; another in between is a `Conflict`.
    pub based_on: Option<PlanVersionId>,
}

/// Answer of `plan_versions`.
#[derive(Debug, Serialize, TS)]
pub struct PlanVersions {
    /// Every version, the newest first.
    pub versions: Vec<PlanVersion>,
}

/// Request of `plan_version` and `restore_plan`.
#[derive(Debug, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct PlanVersionKey {
    /// The version.
    pub id: PlanVersionId,
}

/// Request of `compare_plans`.
#[derive(Debug, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct PlansCompared {
    /// The earlier version.
    pub older: PlanVersionId,
    /// The later version.
    pub newer: PlanVersionId,
}

/// Answer of `compare_plans`.
#[derive(Debug, Serialize, TS)]
pub struct PlanComparison {
    /// The earlier version.
    pub older: PlanVersion,
    /// The later version.
    pub newer: PlanVersion,
    /// What differs, section by section.
    pub changes: Vec<EntryChange>,
}
