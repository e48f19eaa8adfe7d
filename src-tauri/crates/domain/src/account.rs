//! The account: what the client was charged and paid, and what the rest of a program will likely
//! cost.
//!
//! Amounts are whole numbers of the currency's smallest unit. Sums are never rounded and never
//! cut off: one that is too large to be told exactly is not told.

use std::collections::{BTreeMap, HashMap, HashSet};
use std::str::FromStr;

use chrono::{DateTime, NaiveDate, Utc};
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use crate::care::{Session, SessionKind, SessionRef, SessionState};
use crate::coverage::is_attended;
use crate::hours::CareRecord;
use crate::id::{EntryId, EpisodeId, FeeId, PayerId, SessionId};
use crate::schedule::Occurrence;
use crate::time::{Weekday, minus_days, plus_days, week_start};

/// An amount in the smallest unit of its currency, such as cents.
pub type Cents = i64;

/// Most that one entry or fee can be.
pub const MOST_CENTS: Cents = 1_000_000_000_000;

/// Most that all amounts of one currency can come to: up to here, every program that reads JSON
/// reads a whole number exactly (2⁵³ − 1).
pub const MOST_SUM: Cents = 9_007_199_254_740_991;

/// A currency, by its three capital letters (ISO 4217).
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, TS)]
#[ts(type = "string")]
pub struct Currency([u8; 3]);

impl Currency {
    /// The dollar of the United States: what is offered first.
    pub const USD: Self = Self(*b"USD");

    /// Those whose smallest unit is not a hundredth, and how many digits it has (ISO 4217).
    pub const OTHER_DIGITS: [(Self, u8); 26] = {
        const fn c(code: &[u8; 3]) -> Currency {
            Currency(*code)
        }
        [
            (c(b"BIF"), 0),
            (c(b"CLP"), 0),
            (c(b"DJF"), 0),
            (c(b"GNF"), 0),
            (c(b"ISK"), 0),
            (c(b"JPY"), 0),
            (c(b"KMF"), 0),
            (c(b"KRW"), 0),
            (c(b"PYG"), 0),
            (c(b"RWF"), 0),
            (c(b"UGX"), 0),
            (c(b"UYI"), 0),
            (c(b"VND"), 0),
            (c(b"VUV"), 0),
            (c(b"XAF"), 0),
            (c(b"XOF"), 0),
            (c(b"XPF"), 0),
            (c(b"BHD"), 3),
            (c(b"IQD"), 3),
            (c(b"JOD"), 3),
            (c(b"KWD"), 3),
            (c(b"LYD"), 3),
            (c(b"OMR"), 3),
            (c(b"TND"), 3),
            (c(b"CLF"), 4),
            (c(b"UYW"), 4),
        ]
    };

    /// Its three letters.
    #[must_use]
    pub fn code(&self) -> &str {
        std::str::from_utf8(&self.0).unwrap_or_default()
    }

    /// How many digits stand after the decimal point.
    #[must_use]
    pub fn digits(self) -> u8 {
        Self::OTHER_DIGITS.iter().find(|(currency, _)| *currency == self).map_or(2, |(_, digits)| *digits)
    }

    /// An amount as a decimal number with a point, exactly: `120.00`.
    #[must_use]
    pub fn decimal(self, cents: Cents) -> String {
        let digits = usize::from(self.digits());
        let sign = if cents < 0 { "-" } else { "" };
        let all = format!("{:0>width$}", cents.unsigned_abs(), width = digits + 1);
        match all.split_at_checked(all.len() - digits) {
            Some((whole, part)) if !part.is_empty() => format!("{sign}{whole}.{part}"),
            _ => format!("{sign}{all}"),
        }
    }
}

impl FromStr for Currency {
    type Err = ();

    fn from_str(text: &str) -> Result<Self, ()> {
        match *text.as_bytes() {
            [a, b, c] if [a, b, c].iter().all(u8::is_ascii_uppercase) => Ok(Self([a, b, c])),
            _ => Err(()),
        }
    }
}

impl std::fmt::Display for Currency {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(self.code())
    }
}

impl std::fmt::Debug for Currency {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(self.code())
    }
}

impl Serialize for Currency {
    fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_str(self.code())
    }
}

impl<'de> Deserialize<'de> for Currency {
    fn deserialize<D: serde::Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let text = std::borrow::Cow::<str>::deserialize(deserializer)?;
        text.parse().map_err(|()| serde::de::Error::custom("unknown"))
    }
}

/// What an entry of the account is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum EntryKind {
    /// What the program asks for.
    Charge,
    /// The client's share beside a payer's.
    Copay,
    /// What the client, or someone for them, paid.
    Payment,
    /// What the program let go or gave back.
    Credit,
}

impl EntryKind {
    /// Whether it adds to what is owed.
    #[must_use]
    pub const fn adds(self) -> bool {
        matches!(self, Self::Charge | Self::Copay)
    }
}

/// One entry of the account.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct Entry {
    /// Its id.
    pub id: EntryId,
    /// Its day.
    pub on: NaiveDate,
    /// What it is.
    pub kind: EntryKind,
    /// How much, 1 to [`MOST_CENTS`]; what it does to the balance follows from its kind.
    pub cents: Cents,
    /// In which currency.
    pub currency: Currency,
    /// The session it is for. It may since have been deleted.
    pub session: Option<SessionId>,
    /// Who pays, or paid.
    pub payer: Option<PayerId>,
    /// The client's note.
    pub note: String,
}

/// How often a fee is asked for.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum FeeBasis {
    /// For every session.
    Session,
    /// For every day with a session.
    Day,
    /// For every week with a session.
    Week,
    /// Once.
    Flat,
}

/// What the client pays in an episode.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct Fee {
    /// Its id.
    pub id: FeeId,
    /// The episode.
    pub episode: EpisodeId,
    /// For which kind of session; `None`: for every kind whose minutes count and that has no fee of its own.
    pub kind: Option<SessionKind>,
    /// How often.
    pub basis: FeeBasis,
    /// How much, 1 to [`MOST_CENTS`].
    pub cents: Cents,
    /// In which currency.
    pub currency: Currency,
}

/// An amount with its currency.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, TS)]
pub struct Amount {
    /// The currency.
    pub currency: Currency,
    /// How much.
    pub cents: Cents,
}

/// How the account stands in one currency.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, TS)]
pub struct Balance {
    /// The currency.
    pub currency: Currency,
    /// All charges.
    pub charges: Cents,
    /// All copays.
    pub copays: Cents,
    /// All payments.
    pub payments: Cents,
    /// All credits.
    pub credits: Cents,
    /// Charges and copays without payments and credits: below zero where more was paid than asked for.
    pub owed: Cents,
}

/// How the account stands, per currency in the order of their letters. `None` where the amounts of
/// one come to more than [`MOST_SUM`].
#[must_use]
pub fn balances<'e>(entries: impl IntoIterator<Item = &'e Entry>) -> Option<Vec<Balance>> {
    let mut sums: BTreeMap<Currency, [Cents; 4]> = BTreeMap::new();
    for entry in entries {
        let [charges, copays, payments, credits] = sums.entry(entry.currency).or_default();
        let sum = match entry.kind {
            EntryKind::Charge => charges,
            EntryKind::Copay => copays,
            EntryKind::Payment => payments,
            EntryKind::Credit => credits,
        };
        *sum = sum.checked_add(entry.cents)?;
    }
    let within = |sums: &[Cents; 4]| sums.iter().try_fold(0, |all: Cents, sum| all.checked_add(*sum));
    let balance = |(currency, sums): (Currency, [Cents; 4])| {
        within(&sums).filter(|all| *all <= MOST_SUM)?;
        let [charges, copays, payments, credits] = sums;
        let owed = charges.checked_add(copays)?.checked_sub(payments)?.checked_sub(credits)?;
        Some(Balance { currency, charges, copays, payments, credits, owed })
    };
    sums.into_iter().map(balance).collect()
}

/// Amounts added up per currency. `None` where one comes to more than [`MOST_SUM`].
#[must_use]
pub fn add_up(amounts: impl IntoIterator<Item = Amount>) -> Option<Vec<Amount>> {
    let mut sums: BTreeMap<Currency, Cents> = BTreeMap::new();
    for Amount { currency, cents } in amounts {
        let sum = sums.entry(currency).or_default();
        *sum = sum.checked_add(cents).filter(|sum| *sum <= MOST_SUM)?;
    }
    Some(sums.into_iter().map(|(currency, cents)| Amount { currency, cents }).collect())
}

/// What the rest of an episode will likely cost.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct Forecast {
    /// The episode.
    pub episode: EpisodeId,
    /// The last day that is looked at.
    pub until: NaiveDate,
    /// Whether its end is open, and only the next [`OPEN_WEEKS`] weeks are looked at.
    pub open: bool,
    /// What is paid again and again.
    pub lines: Vec<Likely>,
    /// The same added up.
    pub totals: Vec<Amount>,
}

/// One fee in a forecast.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct Likely {
    /// The fee.
    pub fee: FeeId,
    /// How many sessions, days or weeks are still to come.
    pub count: u32,
    /// What they come to.
    pub amount: Amount,
}

/// A charge that an attended session brings and that is not in the account yet.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Uncharged {
    /// The session: of a day or a week, the first that was attended.
    pub session: SessionId,
    /// Its day.
    pub on: NaiveDate,
    /// How much.
    pub amount: Amount,
}

/// How far an episode without an end is looked ahead.
pub const OPEN_WEEKS: u64 = 4;

/// The sessions that one fee is asked for once.
struct Due<'a> {
    fee: &'a Fee,
    sessions: Vec<&'a Occurrence>,
}

/// The id of a session that is kept by itself: every attended one is.
fn kept(session: &Occurrence) -> Option<SessionId> {
    match session.session {
        SessionRef::Kept(id) => Some(id),
        SessionRef::Occurrence(_) => None,
    }
}

impl CareRecord {
    /// The fee that a session falls under, but no flat one: the one of its kind, else the one for
    /// every kind that counts; of several, the one that was added first.
    #[must_use]
    pub fn fee<'f>(&self, fees: &'f [Fee], session: &Occurrence) -> Option<&'f Fee> {
        let counts = self.counts(session.episode, session.kind);
        fees.iter()
            .filter(|fee| fee.episode == session.episode && fee.basis != FeeBasis::Flat)
            .filter(|fee| fee.kind == Some(session.kind) || (fee.kind.is_none() && counts))
            .min_by_key(|fee| (fee.kind.is_none(), fee.id))
    }

    /// The sessions by what is asked for once: each by itself, or all of a day or a week together.
    fn dues<'a>(&self, fees: &'a [Fee], sessions: &'a [Occurrence], first: Weekday) -> Vec<Due<'a>> {
        let mut dues: Vec<Due<'a>> = Vec::new();
        let mut places: HashMap<(FeeId, NaiveDate), usize> = HashMap::new();
        for session in sessions {
            let Some(fee) = self.fee(fees, session) else { continue };
            let together = match fee.basis {
                FeeBasis::Session | FeeBasis::Flat => None,
                FeeBasis::Day => Some(session.on),
                FeeBasis::Week => Some(week_start(session.on, first)),
            };
            let place = together.map(|day| *places.entry((fee.id, day)).or_insert(dues.len()));
            match place.and_then(|place| dues.get_mut(place)) {
                Some(due) => due.sessions.push(session),
                None => dues.push(Due { fee, sessions: vec![session] }),
            }
        }
        dues
    }

    /// What the rest of an episode will likely cost, from its sessions that are still to come: for
    /// each session, or each day or week of which none was attended yet, its fee; up to the planned
    /// end of the episode, and without one for [`OPEN_WEEKS`] weeks. A flat fee is no part of it.
    ///
    /// `None` where it is over, has no fee, or comes to more than can be told.
    #[must_use]
    pub fn forecast(&self, episode: EpisodeId, fees: &[Fee], first: Weekday, now: DateTime<Utc>) -> Option<Forecast> {
        let episode = self.episodes.iter().find(|e| e.id == episode)?;
        let asked: Vec<&Fee> =
            fees.iter().filter(|fee| fee.episode == episode.id && fee.basis != FeeBasis::Flat).collect();
        let today = episode.zone.civil(now).date();
        let from = today.max(episode.starts_on);
        let end = self.planned_end(episode);
        if asked.is_empty() || end.is_some_and(|end| end < today) {
            return None;
        }
        let until = end.unwrap_or_else(|| plus_days(from, 7 * OPEN_WEEKS - 1));
        // A session that began yesterday may still go on, and a week that is paid for began earlier.
        let mut sessions = self.occurrences(minus_days(week_start(from, first), 1), until);
        sessions.retain(|s| s.episode == episode.id);
        let ahead = |s: &Occurrence| s.state == SessionState::Planned && !s.is_over(episode.zone, now);
        let mut counts: HashMap<FeeId, u32> = HashMap::new();
        for due in self.dues(fees, &sessions, first) {
            let begun = due.sessions.iter().any(|s| is_attended(s.state));
            if !begun && due.sessions.iter().any(|s| ahead(s)) {
                *counts.entry(due.fee.id).or_default() += 1;
            }
        }
        let mut lines = Vec::new();
        for fee in asked {
            let count = counts.get(&fee.id).copied().unwrap_or(0);
            let cents = fee.cents.checked_mul(Cents::from(count)).filter(|sum| *sum <= MOST_SUM)?;
            lines.push(Likely { fee: fee.id, count, amount: Amount { currency: fee.currency, cents } });
        }
        let totals = add_up(lines.iter().map(|line| line.amount))?;
        Some(Forecast { episode: episode.id, until, open: end.is_none(), lines, totals })
    }

    /// What attended sessions of an episode bring and what no charge or copay stands for yet, in order:
    /// one stands for a session, and with it for its day or week where that is paid for at once.
    #[must_use]
    pub fn uncharged(&self, episode: EpisodeId, fees: &[Fee], entries: &[Entry], first: Weekday) -> Vec<Uncharged> {
        let charged: HashSet<SessionId> =
            entries.iter().filter(|entry| entry.kind.adds()).filter_map(|entry| entry.session).collect();
        // Those that were not attended too: a charge stands for its week also when its own session was not.
        let of_it = |s: &&Session| s.episode == episode;
        let mut sessions: Vec<Occurrence> = self.sessions.iter().filter(of_it).map(Occurrence::from).collect();
        sessions.sort_by_key(|s| (s.on, s.time));
        let is_charged = |s: &&Occurrence| kept(s).is_some_and(|id| charged.contains(&id));
        self.dues(fees, &sessions, first)
            .into_iter()
            .filter(|due| !due.sessions.iter().any(is_charged))
            .filter_map(|due| {
                let session = due.sessions.iter().find(|s| is_attended(s.state))?;
                let amount = Amount { currency: due.fee.currency, cents: due.fee.cents };
                Some(Uncharged { session: kept(session)?, on: session.on, amount })
            })
            .collect()
    }
}

#[cfg(test)]
#[path = "account_test.rs"]
mod tests;
