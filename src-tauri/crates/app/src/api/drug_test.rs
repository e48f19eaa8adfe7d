//! Drug tests, and the line to call for random ones.

use chrono::NaiveDate;
use domain::care::{SessionRef, TestReport, TestResult};
use domain::drug_test::{Call, CallLine, CallState};
use domain::id::{CallId, CallLineId};
use domain::time::{TimeOfDay, Weekday};
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use super::treatment::SessionView;

/// Request of `drug_tests`.
#[derive(Debug, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct DrugTestsBefore {
    /// Only what was before that day; `None`: the newest, and what is planned.
    #[serde(default)]
    #[ts(optional = nullable)]
    pub before: Option<NaiveDate>,
}

/// Answer of `drug_tests`.
#[derive(Debug, Serialize, TS)]
pub struct DrugTests {
    /// The device's day.
    pub today: NaiveDate,
    /// Every line, with how it stands today.
    pub lines: Vec<CallLineView>,
    /// The log of calls, the newest first.
    pub calls: Vec<Call>,
    /// Drug tests, the newest first; with the newest of the log also those of the next four weeks.
    pub tests: Vec<TestView>,
    /// What to ask with for what was before; `None`: there is nothing before.
    pub older_before: Option<NaiveDate>,
}

/// A line, and how it stands today.
#[derive(Debug, Serialize, TS)]
pub struct CallLineView {
    /// The line.
    pub line: CallLine,
    /// The day that a call made now belongs to.
    pub on: NaiveDate,
    /// How it stands; `None`: it is not to be called on that day.
    pub state: Option<CallState>,
    /// The call of that day.
    pub call: Option<Call>,
    /// The test that this call brought, while it is there: it is due when it ends.
    pub test: Option<SessionView>,
    /// The next day on which it is to be called.
    pub next_on: Option<NaiveDate>,
}

/// A drug test.
#[derive(Debug, Serialize, TS)]
pub struct TestView {
    /// The session.
    pub session: SessionView,
    /// What it came to, as far as the client said.
    pub report: Option<TestReport>,
    /// Whether a result can be kept of it: it has begun, or a call brought it.
    pub can_report: bool,
}

/// Request of `save_call_line`. A new one belongs to the episode of its first day.
#[derive(Debug, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct SaveCallLine {
    /// The line; `None`: a new one.
    #[serde(default)]
    #[ts(optional = nullable)]
    pub id: Option<CallLineId>,
    /// The client's colour or number. May be empty.
    pub name: String,
    /// Its number. May be empty.
    pub phone: String,
    /// When it opens, in the clinic's zone.
    pub opens: TimeOfDay,
    /// When it closes; not later than `opens`: on the next day.
    pub closes: TimeOfDay,
    /// On which weekdays it is to be called, one at least.
    pub weekdays: Vec<Weekday>,
    /// The first day.
    pub starts_on: NaiveDate,
    /// The last day; `None`: open.
    #[serde(default)]
    #[ts(optional = nullable)]
    pub ends_on: Option<NaiveDate>,
}

/// Names a line: answer of `save_call_line`, request of `delete_call_line`.
#[derive(Debug, Serialize, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct CallLineKey {
    /// The line.
    pub id: CallLineId,
}

/// Request of `log_call`. Said again of the same day, it takes the place of what was said.
#[derive(Debug, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct LogCall {
    /// The line.
    pub line: CallLineId,
    /// The day; `None`: the one that a call made now belongs to.
    #[serde(default)]
    #[ts(optional = nullable)]
    pub on: Option<NaiveDate>,
    /// Whether the client's colour or number was up.
    pub up: bool,
    /// By when the test is due, where it was: the first such time after the line opened.
    #[serde(default)]
    #[ts(optional = nullable)]
    pub due_by: Option<TimeOfDay>,
}

/// Answer of `log_call`.
#[derive(Debug, Serialize, TS)]
pub struct CallLogged {
    /// The call.
    pub call: CallId,
    /// The test that is due.
    pub test: Option<SessionRef>,
}

/// Request of `delete_call`.
#[derive(Debug, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct CallKey {
    /// The call.
    pub id: CallId,
}

/// Request of `save_test`: what a drug test came to. One that nothing was said of yet counts as attended.
#[derive(Debug, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct SaveTest {
    /// The drug test.
    pub session: SessionRef,
    /// The result; `None` takes back what was kept.
    pub result: Option<TestResult>,
    /// Prescribed medicines that may show. Only with a result; may be empty.
    pub medicines: String,
}

/// Answer of `save_test`.
#[derive(Debug, Serialize, TS)]
pub struct TestSaved {
    /// Names the session from now on.
    pub session: SessionRef,
}
