//! The wire types: one request and one answer per operation. What is kept is
//! the domain's; here is only what a screen asks and gets.

pub mod aftercare;
pub mod assessment;
pub mod attendance_record;
pub mod backup;
pub mod calendar;
pub mod calendar_file;
pub mod check_in;
pub mod coverage;
pub mod drug_test;
pub mod groups;
pub mod hard_moment;
pub mod meeting_list;
pub mod mooring;
pub mod path;
pub mod plan;
pub mod plan_paper;
pub mod record;
pub mod recovery;
pub mod reminders;
pub mod requirements;
pub mod schedule;
pub mod search;
pub mod settings;
pub mod slip;
pub mod step_work;
pub mod today;
pub mod treatment;
pub mod vault;

use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// A request that says nothing.
#[derive(Debug, Clone, Copy, Default, Deserialize, TS)]
#[serde(deny_unknown_fields)]
#[ts(type = "Record<string, never>")]
pub struct Nothing {}

/// An answer that says only that it is done.
#[derive(Debug, Clone, Copy, Default, Serialize, TS)]
#[ts(type = "null")]
pub struct Ok;
