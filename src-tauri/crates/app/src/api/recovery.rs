//! Recovery dates, chips and anniversaries.

use chrono::NaiveDate;
use domain::group::Fellowship;
use domain::id::CounterId;
use domain::recovery::{ChipColor, Counter, DayCount, Mark, Span};
use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// Request of `recovery`.
#[derive(Debug, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct RecoveryOf {
    /// Whose chips; `None`: of the home group's fellowship, or the most attended.
    #[serde(default)]
    #[ts(optional = nullable)]
    pub fellowship: Option<Fellowship>,
}

/// Answer of `recovery`.
#[derive(Debug, Serialize, TS)]
pub struct Recovery {
    /// Today.
    pub today: NaiveDate,
    /// Whose chips are shown.
    pub fellowship: Fellowship,
    /// The counters, in the order in which they were added.
    pub counters: Vec<CounterView>,
    /// The colours of that fellowship's chips.
    pub colors: Vec<ChipShown>,
}

/// A counter, and what it comes to.
#[derive(Debug, Serialize, TS)]
pub struct CounterView {
    /// The counter.
    pub counter: Counter,
    /// Its days.
    pub days: DayCount,
    /// The chips of the span that goes on that are reached, the newest first.
    pub reached: Vec<ChipReached>,
    /// The next one.
    pub next: Option<ChipReached>,
    /// Whether today is an anniversary: of so many years.
    pub anniversary: Option<u32>,
}

/// A chip and its day.
#[derive(Debug, Serialize, TS)]
pub struct ChipReached {
    /// What it stands for.
    pub mark: Mark,
    /// The day.
    pub on: NaiveDate,
    /// Its colour.
    pub color: ChipColor,
}

/// A chip of a fellowship and its colour.
#[derive(Debug, Serialize, TS)]
pub struct ChipShown {
    /// What it stands for.
    pub mark: Mark,
    /// Its colour.
    pub color: ChipColor,
    /// Whether the client chose it.
    pub chosen: bool,
}

/// Request of `save_counter`: a new one, or a change of one.
#[derive(Debug, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct SaveCounter {
    /// The one to change; `None`: a new one.
    #[serde(default)]
    #[ts(optional = nullable)]
    pub id: Option<CounterId>,
    /// What is counted; may be empty.
    pub name: String,
    /// Its spans, the earliest first; none in the future.
    pub spans: Vec<Span>,
}

/// Request of `delete_counter`; answer of `save_counter`.
#[derive(Debug, Serialize, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct CounterKey {
    /// The counter.
    pub id: CounterId,
}

/// Request of `save_chip`: the colour that a group gives a chip.
#[derive(Debug, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct SaveChip {
    /// Whose chip.
    pub fellowship: Fellowship,
    /// What it stands for.
    pub mark: Mark,
    /// Its colour; `None`: the usual one.
    pub color: Option<ChipColor>,
}
