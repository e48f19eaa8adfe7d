//! Coverage and cost: payers, authorizations, fees, the account.

use chrono::NaiveDate;
use domain::account::{Amount, Balance, Cents, Currency, Entry, EntryKind, Fee, FeeBasis, Forecast};
use domain::care::{Level, SessionKind};
use domain::coverage::{Authorization, CoverageUnit, Covered, Payer, PayerKind};
use domain::id::{AuthorizationId, EntryId, EpisodeId, FeeId, PayerId, SessionId};
use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// Request of `coverage`.
#[derive(Debug, Default, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct CoverageBefore {
    /// Entries older than this one; `None`: the newest.
    #[serde(default)]
    #[ts(optional = nullable)]
    pub before: Option<EntryPlace>,
}

/// Where an entry stands in the account.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct EntryPlace {
    /// Its day.
    pub on: NaiveDate,
    /// Its id.
    pub id: EntryId,
}

/// Answer of `coverage`.
#[derive(Debug, Serialize, TS)]
pub struct Coverage {
    /// The device's day.
    pub today: NaiveDate,
    /// The currency to offer first.
    pub currency: Currency,
    /// Currencies whose smallest unit is not a hundredth.
    pub other_digits: Vec<CurrencyDigits>,
    /// The episodes that can be covered, in order.
    pub episodes: Vec<CoveredEpisode>,
    /// Who pays.
    pub payers: Vec<PayerView>,
    /// What is covered, the newest first.
    pub authorizations: Vec<AuthorizationView>,
    /// What the client pays.
    pub fees: Vec<Fee>,
    /// How the account stands, per currency.
    pub balances: Vec<Balance>,
    /// What the rest of each episode with fees will likely cost.
    pub forecasts: Vec<Forecast>,
    /// Entries of the account, the newest first.
    pub entries: Vec<Entry>,
    /// Ask for older ones with this, where there are any.
    pub older_before: Option<EntryPlace>,
}

/// How many digits a currency has after the decimal point.
#[derive(Debug, Serialize, TS)]
pub struct CurrencyDigits {
    /// The currency.
    pub currency: Currency,
    /// Its digits.
    pub digits: u8,
}

/// An episode that can be covered.
#[derive(Debug, Serialize, TS)]
pub struct CoveredEpisode {
    /// The episode.
    pub episode: EpisodeId,
    /// Its level.
    pub level: Level,
    /// Its first day.
    pub starts_on: NaiveDate,
    /// Whether it runs today.
    pub current: bool,
    /// Charges that its attended sessions bring and that are not in the account.
    pub uncharged: u32,
    /// What they come to, per currency.
    pub uncharged_amounts: Vec<Amount>,
}

/// A payer as a screen shows it.
#[derive(Debug, Serialize, TS)]
pub struct PayerView {
    /// The payer.
    #[serde(flatten)]
    pub payer: Payer,
    /// Whether an authorization or an entry names it: it cannot be deleted then.
    pub in_use: bool,
}

/// An authorization and how it stands.
#[derive(Debug, Serialize, TS)]
pub struct AuthorizationView {
    /// The authorization.
    #[serde(flatten)]
    pub authorization: Authorization,
    /// How it stands.
    pub covered: Covered,
}

/// Request of `save_payer`.
#[derive(Debug, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct SavePayer {
    /// Which one to change; `None` adds one.
    #[serde(default)]
    #[ts(optional = nullable)]
    pub id: Option<PayerId>,
    /// How it pays.
    pub kind: PayerKind,
    /// Its name. May be empty.
    pub name: String,
    /// The client's member number. May be empty.
    pub member: String,
    /// Its number, as it is dialled. May be empty.
    pub phone: String,
}

/// Names a payer.
#[derive(Debug, Serialize, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct PayerKey {
    /// The payer.
    pub id: PayerId,
}

/// Request of `save_authorization`.
#[derive(Debug, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct SaveAuthorization {
    /// Which one to change; `None` adds one.
    #[serde(default)]
    #[ts(optional = nullable)]
    pub id: Option<AuthorizationId>,
    /// Who covers.
    pub payer: PayerId,
    /// The episode that is covered.
    pub episode: EpisodeId,
    /// What is counted.
    pub unit: CoverageUnit,
    /// How many of them, 1 to 10,000.
    pub amount: u32,
    /// The first day.
    pub starts_on: NaiveDate,
    /// The last day, at most eleven years later.
    pub ends_on: NaiveDate,
    /// The payer's number for it. May be empty.
    pub reference: String,
}

/// Names an authorization.
#[derive(Debug, Serialize, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct AuthorizationKey {
    /// The authorization.
    pub id: AuthorizationId,
}

/// Request of `save_fee`. For one kind of session (or for all that count) there is one fee, beside any flat ones.
#[derive(Debug, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct SaveFee {
    /// Which one to change; `None` adds one.
    #[serde(default)]
    #[ts(optional = nullable)]
    pub id: Option<FeeId>,
    /// The episode.
    pub episode: EpisodeId,
    /// For which kind of session; `None`: for every kind that counts.
    pub kind: Option<SessionKind>,
    /// How often.
    pub basis: FeeBasis,
    /// How much, in the currency's smallest unit, 1 to 10¹².
    pub cents: Cents,
    /// In which currency.
    pub currency: Currency,
}

/// Names a fee.
#[derive(Debug, Serialize, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct FeeKey {
    /// The fee.
    pub id: FeeId,
}

/// Request of `save_entry`.
#[derive(Debug, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct SaveEntry {
    /// Which one to change; `None` adds one.
    #[serde(default)]
    #[ts(optional = nullable)]
    pub id: Option<EntryId>,
    /// Its day, not in the future.
    pub on: NaiveDate,
    /// What it is.
    pub kind: EntryKind,
    /// How much, in the currency's smallest unit, 1 to 10¹².
    pub cents: Cents,
    /// In which currency.
    pub currency: Currency,
    /// The session it is for.
    #[serde(default)]
    #[ts(optional = nullable)]
    pub session: Option<SessionId>,
    /// Who pays, or paid.
    #[serde(default)]
    #[ts(optional = nullable)]
    pub payer: Option<PayerId>,
    /// The client's note. May be empty.
    pub note: String,
}

/// Names an entry of the account.
#[derive(Debug, Serialize, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct EntryKey {
    /// The entry.
    pub id: EntryId,
}

/// Answer of `charge_attended`.
#[derive(Debug, Serialize, TS)]
pub struct AttendedCharged {
    /// How many entries were added.
    pub added: u32,
}

/// An authorization that is to be renewed, as Today shows it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct RenewalDue {
    /// Who covers: its name, which may be empty.
    pub payer: String,
    /// How it pays.
    pub kind: PayerKind,
    /// How it stands.
    pub covered: Covered,
}
