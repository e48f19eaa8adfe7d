//! Everything the client keeps, at once: what the export writes. Drafts, shown
//! reminders and lists of meetings are no part of the record.

use domain::account::{Entry, Fee};
use domain::aftercare::{Aftercare, AftercareDone};
use domain::assessment::Assessment;
use domain::care::{Closure, Episode, Pattern, Phase, Session};
use domain::check_in::CheckIn;
use domain::coverage::{Authorization, Payer};
use domain::drug_test::{Call, CallLine};
use domain::goal::Goal;
use domain::group::{Attendance, Meeting};
use domain::id::{AttendanceId, CheckInId};
use domain::mooring::{MooringLine, MooringWeek};
use domain::plan::Plan;
use domain::preference::Preferences;
use domain::recovery::{Chip, Counter};
use domain::reminder::{OwnReminder, Rule};
use domain::requirement::{Pause, Requirement};
use domain::ride::Ride;
use domain::signature::Signature;
use domain::slip::Slip;
use domain::step_work::{Commitment, Sponsor, StepWork};

use crate::plan::PlanVersionMeta;
use crate::{
    Reader, StoreError, aftercare, assessment, care, check_in, coverage, drug_test, group, mooring, plan, preference,
    recovery, reminder, requirement, ride, session, slip, step_work,
};

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
    /// By their first day.
    pub call_lines: Vec<CallLine>,
    /// By id.
    pub calls: Vec<Call>,
    /// By id.
    pub meetings: Vec<Meeting>,
    /// By id.
    pub attendances: Vec<Attendance>,
    /// By the id of the attendance.
    pub signatures: Vec<(AttendanceId, Signature)>,
    /// By id.
    pub requirements: Vec<Requirement>,
    /// By id.
    pub pauses: Vec<Pause>,
    /// By id.
    pub goals: Vec<Goal>,
    /// By id.
    pub sponsors: Vec<Sponsor>,
    /// By id.
    pub steps: Vec<StepWork>,
    /// By id.
    pub commitments: Vec<Commitment>,
    /// By id.
    pub counters: Vec<Counter>,
    /// By fellowship and mark.
    pub chips: Vec<Chip>,
    /// Oldest first.
    pub plan_versions: Vec<(PlanVersionMeta, Plan)>,
    /// Also those that were taken off the list, by id.
    pub mooring_lines: Vec<MooringLine>,
    /// By their first day.
    pub mooring_weeks: Vec<MooringWeek>,
    /// By id.
    pub aftercare: Vec<Aftercare>,
    /// By entry and day.
    pub aftercare_done: Vec<AftercareDone>,
    /// By day.
    pub check_ins: Vec<(CheckInId, CheckIn)>,
    /// By id.
    pub assessments: Vec<Assessment>,
    /// By id.
    pub slips: Vec<Slip>,
    /// By id.
    pub rides: Vec<Ride>,
    /// What was chosen of each source, by source.
    pub reminder_rules: Vec<Rule>,
    /// By id.
    pub own_reminders: Vec<OwnReminder>,
    /// By id.
    pub payers: Vec<Payer>,
    /// By their first day.
    pub authorizations: Vec<Authorization>,
    /// By id.
    pub fees: Vec<Fee>,
    /// Entries of the account, by day.
    pub account_entries: Vec<Entry>,
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
        call_lines: drug_test::call_lines(r)?,
        calls: drug_test::all(r)?,
        meetings: group::meetings(r)?,
        attendances: group::attendances(r)?,
        signatures: group::signatures(r)?,
        requirements: requirement::requirements(r)?,
        pauses: requirement::pauses(r)?,
        goals: requirement::goals(r)?,
        sponsors: step_work::sponsors(r)?,
        steps: step_work::steps(r)?,
        commitments: step_work::commitments(r)?,
        counters: recovery::counters(r)?,
        chips: recovery::chips(r)?,
        plan_versions: plan::all(r)?,
        mooring_lines: mooring::lines(r)?,
        mooring_weeks: mooring::all_weeks(r)?,
        aftercare: aftercare::entries(r)?,
        aftercare_done: aftercare::all_done(r)?,
        check_ins: check_in::all(r)?,
        assessments: assessment::all(r)?,
        slips: slip::all(r)?,
        rides: ride::all(r)?,
        reminder_rules: reminder::rules(r)?,
        own_reminders: reminder::own(r)?,
        payers: coverage::payers(r)?,
        authorizations: coverage::authorizations(r)?,
        fees: coverage::fees(r)?,
        account_entries: coverage::entries(r)?,
        preferences: preference::preferences(r)?,
    })
}
