//! The attendance record on paper.

use chrono::NaiveDate;
use domain::group::Fellowship;
use domain::id::RequirementId;
use domain::preference::Language;
use exchange::paper::{Page, Sheet};
use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// What a record is of.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum RecordOf {
    /// Support-group meetings.
    Groups,
    /// Treatment sessions and hours.
    Treatment,
}

/// What a record shows: the client chooses all of it.
#[derive(Debug, Clone, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct RecordChoice {
    /// What it is of.
    pub of: RecordOf,
    /// The first day.
    pub from: NaiveDate,
    /// The last day.
    pub to: NaiveDate,
    /// The client's name or initials; empty: none is shown.
    pub name: String,
    /// A case number; empty: none is shown.
    pub case_number: String,
    /// Only meetings of these; empty: of all.
    pub fellowships: Vec<Fellowship>,
    /// Whether the private notes are shown.
    pub notes: bool,
    /// Whether there are cells for the representative's first name and signature.
    pub signatures: bool,
    /// What is asked, to show beside the totals.
    pub requirement: Option<RequirementId>,
    /// The language of its words.
    pub language: Language,
    /// The paper.
    pub sheet: Sheet,
}

/// Request of `preview_attendance_record`.
#[derive(Debug, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct PreviewRecord {
    /// What it shows.
    pub choice: RecordChoice,
    /// Whether every page is wanted, for printing; otherwise the first three.
    pub all_pages: bool,
}

/// Answer of `preview_attendance_record`.
#[derive(Debug, Serialize, TS)]
pub struct RecordPreview {
    /// The pages, as they will be on paper.
    pub pages: Vec<Page>,
    /// How many pages there are.
    pub page_count: u32,
    /// How many rows it has.
    pub rows: u32,
    /// How many characters the font does not have; a mark stands for each.
    pub unshown: u32,
}

/// The kind of file.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
#[allow(missing_docs)]
pub enum RecordFormat {
    Pdf,
    Csv,
}

/// Request of `export_attendance_record`.
#[derive(Debug, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct ExportRecord {
    /// What it shows.
    pub choice: RecordChoice,
    /// The kind of file.
    pub format: RecordFormat,
    /// Whether it is handed to another app by the system's share sheet instead of saved: on a phone.
    #[serde(default)]
    #[ts(as = "Option<bool>", optional)]
    pub share: bool,
}
