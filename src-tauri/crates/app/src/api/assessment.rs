//! Questionnaires and trends.

use chrono::NaiveDate;
use domain::assessment::{Assessment, Instrument, Score};
use domain::id::AssessmentId;
use domain::requirement::Period;
use domain::trend::TrendPoint;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// Request of `assessments`: the newest of a questionnaire, or those before a day.
#[derive(Debug, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct AssessmentsBefore {
    /// Which questionnaire.
    pub instrument: Instrument,
    /// Only before that day.
    #[serde(default)]
    #[ts(optional = nullable)]
    pub before: Option<NaiveDate>,
}

/// Answer of `assessments`.
#[derive(Debug, Serialize, TS)]
pub struct Assessments {
    /// The newest first, 200 at most.
    pub assessments: Vec<AssessmentView>,
    /// Before which day to ask for more; `None`: there are no more.
    pub before: Option<NaiveDate>,
}

/// A questionnaire that was filled in, and what it comes to.
#[derive(Debug, Serialize, TS)]
pub struct AssessmentView {
    /// The answers.
    pub assessment: Assessment,
    /// What they come to.
    pub score: Score,
}

/// Request of `save_assessment`: a new one, or a change of one.
#[derive(Debug, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct SaveAssessment {
    /// The one to change; `None`: a new one.
    #[serde(default)]
    #[ts(optional = nullable)]
    pub id: Option<AssessmentId>,
    /// Which questionnaire.
    pub instrument: Instrument,
    /// The day; not in the future.
    pub on: NaiveDate,
    /// One for each question, in the order of the form. What the form skips is 0.
    pub answers: Vec<Option<u8>>,
}

/// Answer of `save_assessment`.
#[derive(Debug, Serialize, TS)]
pub struct AssessmentSaved {
    /// Its id.
    pub id: AssessmentId,
    /// What it comes to.
    pub score: Score,
    /// Whether the crisis lines are to be shown at once.
    pub crisis: bool,
}

/// Request of `delete_assessment`.
#[derive(Debug, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct AssessmentKey {
    /// The one.
    pub id: AssessmentId,
}

/// Request of `check_in_trends`.
#[derive(Debug, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct TrendsBetween {
    /// A day of the first week or month.
    pub from: NaiveDate,
    /// A day of the last.
    pub to: NaiveDate,
    /// By week or by month.
    pub by: Period,
}

/// Answer of `check_in_trends`.
#[derive(Debug, Serialize, TS)]
pub struct CheckInTrends {
    /// Every week or month, the earliest first.
    pub points: Vec<TrendPoint>,
    /// Each questionnaire that was filled in within them.
    pub assessments: Vec<AssessmentTrend>,
}

/// What a questionnaire came to over time.
#[derive(Debug, Serialize, TS)]
pub struct AssessmentTrend {
    /// Which questionnaire.
    pub instrument: Instrument,
    /// The earliest first.
    pub scores: Vec<ScoreOn>,
}

/// What a questionnaire came to on a day.
#[derive(Debug, Serialize, TS)]
pub struct ScoreOn {
    /// The day.
    pub on: NaiveDate,
    /// What it came to.
    pub score: Score,
}
