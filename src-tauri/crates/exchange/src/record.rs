//! The whole record as one JSON file.
//!
//! ```json
//! { "format": "handrail-record", "version": 4, "choices": { … }, "episodes": [ … ], … }
//! ```
//!
//! * UTF-8, one object. Every key is there; unknown keys are refused.
//! * Dates are `YYYY-MM-DD`, times `HH:MM`, instants RFC 3339 in UTC, lengths
//!   whole minutes, ids UUIDs, zones IANA names, enumerations snake case words.
//! * It holds everything but drafts, what was deleted, lists of meetings (they
//!   come from files that are public), and what belongs to one device: keys,
//!   whether the recovery key was written down, whether reminders come while it is locked.
//! * What goes out comes back identical: lists are in the order of their ids,
//!   check-ins and weeks in the order of their days.
//! * `version` grows when a reader of the version before would lose something.
//!   A newer version is refused whole; an older one is read.
//! * It is **not** encrypted.

use chrono::{DateTime, Utc};
use domain::account::{Entry, Fee};
use domain::aftercare::{Aftercare, AftercareDone};
use domain::assessment::Assessment;
use domain::care::{Closure, Episode, Pattern, Phase, Session};
use domain::check_in::CheckIn;
use domain::coverage::{Authorization, Payer};
use domain::drug_test::{Call, CallLine};
use domain::goal::Goal;
use domain::group::{Attendance, Meeting};
use domain::id::{AttendanceId, CheckInId, PlanVersionId};
use domain::mooring::{MooringLine, MooringWeek};
use domain::plan::Plan;
use domain::preference::{Language, Preferences};
use domain::recovery::{Chip, Counter};
use domain::reminder::{OwnReminder, QuietHours, Rule};
use domain::requirement::{Pause, Requirement};
use domain::ride::Ride;
use domain::signature::Signature;
use domain::slip::Slip;
use domain::step_work::{Commitment, Sponsor, StepWork};
use domain::time::Weekday;
use serde::{Deserialize, Serialize};

mod older;

/// What `format` says.
pub const FORMAT: &str = "handrail-record";
/// The version written here, and the newest that is read.
pub const VERSION: u32 = 4;
/// The largest file that is read, in bytes: a hundred times a full ten years.
pub const LARGEST: usize = 256 * 1024 * 1024;

/// Everything a client keeps.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Record {
    /// Always [`FORMAT`].
    pub format: String,
    /// At most [`VERSION`].
    pub version: u32,
    /// The client's choices.
    pub choices: Choices,
    /// Episodes of care.
    pub episodes: Vec<Episode>,
    /// Their phases.
    pub phases: Vec<Phase>,
    /// Their weekly patterns.
    pub patterns: Vec<Pattern>,
    /// Days on which a program is closed.
    pub closures: Vec<Closure>,
    /// Sessions kept by themselves.
    pub sessions: Vec<Session>,
    /// Lines to call for random drug tests.
    pub call_lines: Vec<CallLine>,
    /// The log of calls.
    pub calls: Vec<Call>,
    /// Usual meetings.
    pub meetings: Vec<Meeting>,
    /// Attendances.
    pub attendances: Vec<Attendance>,
    /// Signatures of attendances. (Version 2, as all to `chips`.)
    pub signatures: Vec<KeptSignature>,
    /// What is asked.
    pub requirements: Vec<Requirement>,
    /// Time in which nothing or less is asked.
    pub pauses: Vec<Pause>,
    /// So many meetings in so many days.
    pub goals: Vec<Goal>,
    /// Sponsors.
    pub sponsors: Vec<Sponsor>,
    /// Work on the steps.
    pub steps: Vec<StepWork>,
    /// Service commitments.
    pub commitments: Vec<Commitment>,
    /// Recovery dates.
    pub counters: Vec<Counter>,
    /// Colours of chips.
    pub chips: Vec<Chip>,
    /// Every version of the plan.
    pub plan_versions: Vec<KeptPlan>,
    /// Mooring lines, also those that were taken off the list. (Version 3, as all to `aftercare_done`.)
    pub mooring_lines: Vec<MooringLine>,
    /// The weeks in which they were gone through.
    pub mooring_weeks: Vec<MooringWeek>,
    /// The aftercare plan.
    pub aftercare: Vec<Aftercare>,
    /// The days on which what repeats in it was done.
    pub aftercare_done: Vec<AftercareDone>,
    /// Check-ins.
    pub check_ins: Vec<KeptCheckIn>,
    /// Questionnaires that were filled in. (Version 3, as all to `rides`.)
    pub assessments: Vec<Assessment>,
    /// Slips.
    pub slips: Vec<Slip>,
    /// Hard moments that were ridden out.
    pub rides: Vec<Ride>,
    /// How each source reminds, where something was chosen. (Version 4, as `own_reminders` and `choices.quiet`.)
    pub reminder_rules: Vec<Rule>,
    /// Reminders of the client's own.
    pub own_reminders: Vec<OwnReminder>,
    /// Who pays.
    pub payers: Vec<Payer>,
    /// What they agreed to cover.
    pub authorizations: Vec<Authorization>,
    /// What the client pays.
    pub fees: Vec<Fee>,
    /// The entries of the account. Amounts are whole numbers of the currency's smallest unit.
    pub account_entries: Vec<Entry>,
}

/// The choices that are the client's and not the device's.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
#[allow(missing_docs)]
pub struct Choices {
    pub language: Language,
    pub week_starts_on: Weekday,
    pub lock_after_minutes: Option<u32>,
    pub quiet: QuietHours,
}

impl From<&Preferences> for Choices {
    fn from(preferences: &Preferences) -> Self {
        Self {
            language: preferences.language,
            week_starts_on: preferences.week_starts_on,
            lock_after_minutes: preferences.lock_after_minutes,
            quiet: preferences.quiet,
        }
    }
}

/// One version of the plan.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct KeptPlan {
    /// Its id.
    pub id: PlanVersionId,
    /// When it was saved.
    pub saved_at: DateTime<Utc>,
    /// What it says.
    pub plan: Plan,
}

/// The signature of an attendance.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct KeptSignature {
    /// The attendance.
    pub attendance: AttendanceId,
    /// What was drawn.
    pub signature: Signature,
}

/// One check-in.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct KeptCheckIn {
    /// Its id.
    pub id: CheckInId,
    /// What it says.
    pub check_in: CheckIn,
}

/// Why a file is not taken.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum RecordFault {
    /// It is larger than [`LARGEST`].
    #[error("too large")]
    TooLarge,
    /// It is no Handrail record, or is broken at that line.
    #[error("malformed at line {line}")]
    Malformed {
        /// The line, from 1.
        line: usize,
    },
    /// It was written by a newer Handrail.
    #[error("newer")]
    Newer,
}

/// The record as the text of a file.
///
/// # Errors
/// None for values of the domain; serde wants the case.
pub fn write(record: &Record) -> Result<String, serde_json::Error> {
    let mut text = serde_json::to_string_pretty(record)?;
    text.push('\n');
    Ok(text)
}

#[derive(Deserialize)]
struct Head {
    format: String,
    version: u32,
}

/// Reads a file's text, whole or not at all.
///
/// # Errors
/// [`RecordFault`].
pub fn read(text: &str) -> Result<Record, RecordFault> {
    if text.len() > LARGEST {
        return Err(RecordFault::TooLarge);
    }
    let text = text.strip_prefix('\u{feff}').unwrap_or(text);
    let malformed = |error: serde_json::Error| RecordFault::Malformed { line: error.line().max(1) };
    let head: Head = serde_json::from_str(text).map_err(malformed)?;
    if head.format != FORMAT {
        return Err(RecordFault::Malformed { line: 1 });
    }
    if head.version > VERSION {
        return Err(RecordFault::Newer);
    }
    if head.version < VERSION {
        return older::read(text, head.version).map_err(malformed);
    }
    serde_json::from_str(text).map_err(malformed)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn empty() -> Record {
        Record {
            format: FORMAT.into(),
            version: VERSION,
            choices: Choices::from(&Preferences::default()),
            episodes: vec![],
            phases: vec![],
            patterns: vec![],
            closures: vec![],
            sessions: vec![],
            call_lines: vec![],
            calls: vec![],
            meetings: vec![],
            attendances: vec![],
            signatures: vec![],
            requirements: vec![],
            pauses: vec![],
            goals: vec![],
            sponsors: vec![],
            steps: vec![],
            commitments: vec![],
            counters: vec![],
            chips: vec![],
            plan_versions: vec![],
            mooring_lines: vec![],
            mooring_weeks: vec![],
            aftercare: vec![],
            aftercare_done: vec![],
            check_ins: vec![],
            assessments: vec![],
            slips: vec![],
            rides: vec![],
            reminder_rules: vec![],
            own_reminders: vec![],
            payers: vec![],
            authorizations: vec![],
            fees: vec![],
            account_entries: vec![],
        }
    }

    #[test]
    fn what_goes_out_comes_back_identical() {
        let text = write(&empty()).unwrap();
        assert_eq!(read(&text), Ok(empty()));
        assert_eq!(write(&read(&format!("\u{feff}{text}")).unwrap()).unwrap(), text);
    }

    #[test]
    fn a_newer_file_is_refused_even_where_its_form_is_unknown() {
        let newer = format!(r#"{{"format":"{FORMAT}","version":{},"something":"new"}}"#, VERSION + 1);
        assert_eq!(read(&newer), Err(RecordFault::Newer));
    }

    #[test]
    fn a_broken_or_foreign_file_is_refused_with_its_line() {
        let text = write(&empty()).unwrap();
        assert_eq!(read(&text.replace("\"phases\": []", "\"phases\": [")), Err(RecordFault::Malformed { line: 19 }));
        assert_eq!(read("[]"), Err(RecordFault::Malformed { line: 1 }));
        assert_eq!(read(""), Err(RecordFault::Malformed { line: 1 }));
        assert_eq!(read(&text.replace(FORMAT, "other")), Err(RecordFault::Malformed { line: 1 }));
        assert!(read(&text.replace("\"meetings\"", "\"meeting\"")).is_err());
        let deep = "[".repeat(100_000);
        assert!(read(&deep).is_err());
    }
}
