//! The plan on paper and as text.

use domain::comparison::Section;
use domain::preference::Language;
use exchange::paper::{Page, Sheet};
use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// How the plan stands on paper.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum PlanForm {
    /// Every word of what is chosen.
    Whole,
    /// One page that folds to the size of a bank card, with the crisis lines; what does not fit is left out and said.
    Card,
}

/// What the plan on paper shows: the client chooses all of it.
#[derive(Debug, Clone, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct PlanChoice {
    /// Only these sections; empty: all. They stand in the plan's order.
    pub sections: Vec<Section>,
    /// How it stands on paper.
    pub form: PlanForm,
    /// The client's name or initials; empty: none is shown.
    pub name: String,
    /// The language of Handrail's words in it.
    pub language: Language,
    /// The paper.
    pub sheet: Sheet,
}

/// Request of `preview_plan`.
#[derive(Debug, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct PreviewPlan {
    /// What it shows.
    pub choice: PlanChoice,
    /// Whether every page is wanted, for printing; otherwise the first three.
    pub all_pages: bool,
}

/// Answer of `preview_plan`.
#[derive(Debug, Serialize, TS)]
pub struct PlanPreview {
    /// The pages, as they will be on paper.
    pub pages: Vec<Page>,
    /// How many pages there are.
    pub page_count: u32,
    /// How many characters the font does not have; each stands as a question mark.
    pub unshown: u32,
}

/// The kind of file.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum PlanFormat {
    /// The pages.
    Pdf,
    /// The words of the whole of what is chosen, whichever the form.
    Text,
}

/// Request of `export_plan`.
#[derive(Debug, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct ExportPlan {
    /// What it shows.
    pub choice: PlanChoice,
    /// The kind of file.
    pub format: PlanFormat,
    /// Whether it is handed to another app by the system's share sheet instead of saved: on a phone.
    #[serde(default)]
    #[ts(as = "Option<bool>", optional)]
    pub share: bool,
}

/// Request of `plan_text`.
#[derive(Debug, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct PlanTextOf {
    /// Only these sections; empty: all.
    pub sections: Vec<Section>,
    /// The language of Handrail's words in it.
    pub language: Language,
}

/// Answer of `plan_text`.
#[derive(Debug, Serialize, TS)]
pub struct PlanText {
    /// The plan as plain text, ready to be shared.
    pub text: String,
}
