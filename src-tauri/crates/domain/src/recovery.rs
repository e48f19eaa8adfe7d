//! Recovery dates: counts of days that nothing takes away, and the chips and anniversaries that go with them.
//!
//! A day counts once it is over: on the recovery date itself the count is 0, on the next day 1. From January 1 on, it
//! is 30 days on January 31, which is also the day of the 30-day chip.

use chrono::{Datelike, Months, NaiveDate};
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use crate::group::Fellowship;
use crate::id::CounterId;
use crate::time::{minus_days, plus_days};

/// Most spans of a counter.
pub const MOST_SPANS: usize = 500;

/// A count of days from a recovery date on. A slip closes one span and opens the next; all days remain counted.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct Counter {
    /// Its id.
    pub id: CounterId,
    /// What is counted, in the client's words. May be empty.
    pub name: String,
    /// Its spans, the earliest first; at least a day lies between two, and only the last may be open.
    pub spans: Vec<Span>,
}

/// Days in a row.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct Span {
    /// The first day: a recovery date.
    pub starts_on: NaiveDate,
    /// The last day; `None` while it goes on.
    pub ends_on: Option<NaiveDate>,
}

/// What a chip stands for.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum Mark {
    /// The beginning.
    Start,
    /// So many days.
    Days(u32),
    /// So many months.
    Months(u32),
    /// So many years.
    Years(u32),
}

/// The colour of a chip.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
#[allow(missing_docs)]
pub enum ChipColor {
    White,
    Silver,
    Gray,
    Black,
    Red,
    Orange,
    Yellow,
    Gold,
    Bronze,
    Green,
    Blue,
    Purple,
    Pink,
    /// Glows in the dark.
    Glow,
}

/// The colour that a group gives a chip.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct Chip {
    /// Whose chip.
    pub fellowship: Fellowship,
    /// What it stands for.
    pub mark: Mark,
    /// Its colour.
    pub color: ChipColor,
}

/// What a counter comes to on a day. Only days that are over count.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, TS)]
pub struct DayCount {
    /// Days since the recovery date: of the span that goes on.
    pub current: u32,
    /// Days of all spans.
    pub counted: u32,
    /// Days since the first recovery date, whether they count or not.
    pub of: u32,
}

/// Why a counter cannot be, or a slip not be told of it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum CounterFault {
    /// More than [`MOST_SPANS`].
    TooMany,
    /// A span ends before it starts.
    EndsOn,
    /// A span goes on although another follows.
    Open,
    /// Two spans are out of order, overlap, or have no day between them.
    Order,
    /// No span holds the day of the slip.
    NotCounted,
}

impl Counter {
    /// The span that goes on.
    #[must_use]
    pub fn current(&self) -> Option<Span> {
        self.spans.last().copied().filter(|span| span.ends_on.is_none())
    }

    /// What it comes to today.
    #[must_use]
    pub fn days(&self, today: NaiveDate) -> DayCount {
        let since = |on: NaiveDate, until: NaiveDate| u32::try_from((until - on).num_days()).unwrap_or(0);
        let over = |span: &Span| since(span.starts_on, span.ends_on.map_or(today, |end| plus_days(end, 1).min(today)));
        DayCount {
            current: self.current().map_or(0, |span| since(span.starts_on, today)),
            counted: self.spans.iter().map(over).fold(0, u32::saturating_add),
            of: self.spans.first().map_or(0, |span| since(span.starts_on, today)),
        }
    }

    /// The counter after a slip, with `on` as the last day of use: its span ends on the day before, and another
    /// begins on the day after and goes on as it did. What would be empty falls away. Every other day stays counted.
    ///
    /// # Errors
    /// [`CounterFault::NotCounted`] where no span holds that day, [`CounterFault::TooMany`].
    pub fn slip(&self, on: NaiveDate) -> Result<Self, CounterFault> {
        let holds = |span: &Span| span.starts_on <= on && span.ends_on.is_none_or(|end| on <= end);
        if !self.spans.iter().any(holds) {
            return Err(CounterFault::NotCounted);
        }
        let (before, after) = (minus_days(on, 1), plus_days(on, 1));
        let mut spans = Vec::with_capacity(self.spans.len() + 1);
        for span in &self.spans {
            if !holds(span) {
                spans.push(*span);
                continue;
            }
            if span.starts_on < on {
                spans.push(Span { ends_on: Some(before), ..*span });
            }
            if span.ends_on.is_none_or(|end| after <= end) {
                spans.push(Span { starts_on: after, ..*span });
            }
        }
        if spans.len() > MOST_SPANS {
            return Err(CounterFault::TooMany);
        }
        Ok(Self { spans, ..self.clone() })
    }

    /// Whether its spans are as they have to be.
    ///
    /// # Errors
    /// [`CounterFault`], any but `NotCounted`.
    pub fn check(&self) -> Result<(), CounterFault> {
        if self.spans.len() > MOST_SPANS {
            return Err(CounterFault::TooMany);
        }
        if self.spans.iter().any(|span| span.ends_on.is_some_and(|end| end < span.starts_on)) {
            return Err(CounterFault::EndsOn);
        }
        for (one, next) in self.spans.iter().zip(self.spans.iter().skip(1)) {
            let end = one.ends_on.ok_or(CounterFault::Open)?;
            if next.starts_on <= plus_days(end, 1) {
                return Err(CounterFault::Order);
            }
        }
        Ok(())
    }
}

impl Mark {
    /// The day on which it is reached. Months and years go by the calendar: from January 31, a month is reached on the
    /// last day of February; from February 29, a year on February 28, or on February 29 where there is one.
    #[must_use]
    pub fn day(self, starts_on: NaiveDate) -> NaiveDate {
        let months = |n: u32| starts_on.checked_add_months(Months::new(n)).unwrap_or(NaiveDate::MAX);
        match self {
            Self::Start => starts_on,
            Self::Days(n) => starts_on.checked_add_days(chrono::Days::new(u64::from(n))).unwrap_or(NaiveDate::MAX),
            Self::Months(n) => months(n),
            Self::Years(n) => months(n.saturating_mul(12)),
        }
    }
}

/// The chips that are commonly given until the second year, the earliest first; then follows one every year.
#[must_use]
pub const fn marks(fellowship: Fellowship) -> &'static [Mark] {
    use Mark::{Days, Months, Start, Years};
    match fellowship {
        // Chips for every month of the first year are common in AA.
        Fellowship::Aa => &[
            Start,
            Days(30),
            Days(60),
            Days(90),
            Months(4),
            Months(5),
            Months(6),
            Months(7),
            Months(8),
            Months(9),
            Months(10),
            Months(11),
            Years(1),
            Months(18),
        ],
        _ => &[Start, Days(30), Days(60), Days(90), Months(6), Months(9), Years(1), Months(18)],
    }
}

/// All marks that a span from that day on has reached by today, with their days, the earliest first.
#[must_use]
pub fn reached(starts_on: NaiveDate, today: NaiveDate, fellowship: Fellowship) -> Vec<(Mark, NaiveDate)> {
    let later = (2..=years(starts_on, today)).map(Mark::Years);
    let all = marks(fellowship).iter().copied().chain(later);
    all.map(|mark| (mark, mark.day(starts_on))).filter(|(_, day)| *day <= today).collect()
}

/// The next mark after today of a span from that day on, with its day.
#[must_use]
pub fn next(starts_on: NaiveDate, today: NaiveDate, fellowship: Fellowship) -> (Mark, NaiveDate) {
    let early = marks(fellowship).iter().map(|mark| (*mark, mark.day(starts_on))).find(|(_, day)| *day > today);
    early.unwrap_or_else(|| {
        let (years, on) = next_anniversary(starts_on, today);
        (Mark::Years(years), on)
    })
}

/// How many years from that day on today is the anniversary of; `None` on any other day.
#[must_use]
pub fn anniversary(starts_on: NaiveDate, today: NaiveDate) -> Option<u32> {
    let years = years(starts_on, today);
    (years > 0 && Mark::Years(years).day(starts_on) == today).then_some(years)
}

/// The next anniversary after today: how many years from that day on, and when.
#[must_use]
pub fn next_anniversary(starts_on: NaiveDate, today: NaiveDate) -> (u32, NaiveDate) {
    let next = years(starts_on, today) + 1;
    (next, Mark::Years(next).day(starts_on))
}

/// Whole years from that day to today.
fn years(starts_on: NaiveDate, today: NaiveDate) -> u32 {
    let begun = u32::try_from(today.year() - starts_on.year()).unwrap_or(0);
    if Mark::Years(begun).day(starts_on) > today { begun.saturating_sub(1) } else { begun }
}

/// The colour of a chip, as the client chose it for that fellowship, else as it is by default.
#[must_use]
pub fn color(fellowship: Fellowship, mark: Mark, chosen: &[Chip]) -> ChipColor {
    let own = chosen.iter().find(|chip| chip.fellowship == fellowship && chip.mark == mark);
    own.map_or_else(|| default_color(fellowship, mark), |chip| chip.color)
}

/// The colour that a chip commonly has. It varies by group; the client can change it.
///
/// * NA: its key tags, as a member lists them in a study of its meetings (ipl.org, "Narcotics Anonymous Study"):
///   white, orange, green, red, blue, yellow, glow in the dark, gray, black.
/// * AA has no chips of its own; groups mostly give what the makers sell (soberspeak.com, "AA Red Chips and Medallions";
///   thetokenshop.com, "AA Chip Colors and the Sobriety Milestones"): silver, red, gold, green, purple, pink, blue,
///   copper, red, purple, gold, green, and bronze from a year on. Copper is shown as bronze.
/// * Any other: white to begin with, silver in the first year, gold from then on.
#[must_use]
pub const fn default_color(fellowship: Fellowship, mark: Mark) -> ChipColor {
    use Mark::{Days, Months, Start, Years};
    match (fellowship, mark) {
        (Fellowship::Na, Start) => ChipColor::White,
        (Fellowship::Na, Days(30)) => ChipColor::Orange,
        (Fellowship::Na, Days(60)) => ChipColor::Green,
        (Fellowship::Na, Days(90)) => ChipColor::Red,
        (Fellowship::Na, Months(6)) => ChipColor::Blue,
        (Fellowship::Na, Months(9)) => ChipColor::Yellow,
        (Fellowship::Na, Years(1)) => ChipColor::Glow,
        (Fellowship::Na, Months(18)) => ChipColor::Gray,
        (Fellowship::Na, Years(_)) => ChipColor::Black,
        (Fellowship::Aa, Start) => ChipColor::Silver,
        (Fellowship::Aa, Days(30) | Months(8)) => ChipColor::Red,
        (Fellowship::Aa, Days(60) | Months(10)) => ChipColor::Gold,
        (Fellowship::Aa, Days(90) | Months(11)) => ChipColor::Green,
        (Fellowship::Aa, Months(4 | 9)) => ChipColor::Purple,
        (Fellowship::Aa, Months(5)) => ChipColor::Pink,
        (Fellowship::Aa, Months(6)) => ChipColor::Blue,
        (Fellowship::Aa, Months(7 | 18) | Years(_)) => ChipColor::Bronze,
        (_, Start) => ChipColor::White,
        (_, Days(_) | Months(0..12)) => ChipColor::Silver,
        (_, Months(_) | Years(_)) => ChipColor::Gold,
    }
}

#[cfg(test)]
#[path = "recovery_test.rs"]
mod tests;
