//! The hard moment, with the record and without.

use domain::crisis::{CrisisLine, OwnLine};
use domain::id::RideId;
use domain::plan::{Halt, Person, Skill};
use domain::ride::Ride;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// Answer of `hard_moment`.
#[derive(Debug, Serialize, TS)]
pub struct HardMoment {
    /// The client's reasons.
    pub reasons: Vec<String>,
    /// What works for them, quick ones first.
    pub skills: Vec<Skill>,
    /// What they do when hungry, angry, lonely or tired.
    pub halt: Halt,
    /// Whom to call, in order.
    pub people: Vec<Person>,
    /// If I slip: steps.
    pub slip_steps: Vec<String>,
    /// What they say then; may be empty.
    pub slip_message: String,
}

/// Answer of `crisis_lines`.
#[derive(Debug, Serialize, TS)]
pub struct CrisisLines {
    /// The lines that the client set, in their order.
    pub own: Vec<OwnLine>,
    /// The lines of the United States, the most fitting first; empty where the client left them out for their own.
    pub lines: Vec<CrisisLine>,
}

/// Request of `save_crisis_lines`.
#[derive(Debug, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct SaveCrisisLines {
    /// The client's own lines, in order; 10 at most, each with a number to call or to text.
    pub own: Vec<OwnLine>,
    /// Whether those of the United States are shown. Without own lines they always are.
    pub united_states: bool,
}

/// What is shown on the lock screen without the passphrase, where the client chose so. Request of `save_lock_card`.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct LockCard {
    /// Reasons; 10 at most.
    pub reasons: Vec<String>,
    /// What works; 10 at most.
    pub skills: Vec<String>,
    /// Whom to call; 10 at most.
    pub people: Vec<CardPerson>,
    /// If I slip: steps; 10 at most.
    pub slip_steps: Vec<String>,
}

/// Someone on the card.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct CardPerson {
    /// The name, or what stands for it.
    pub name: String,
    /// The number.
    pub phone: String,
    /// What to text; may be empty.
    pub message: String,
}

/// Answer of `lock_card`.
#[derive(Debug, Serialize, TS)]
pub struct LockCardShown {
    /// The card; `None`: nothing is shown.
    pub card: Option<LockCard>,
}

/// Request of `keep_ride`.
#[derive(Debug, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct KeepRide {
    /// Minutes it took, 0 to 1440.
    pub minutes: u32,
    /// Craving afterwards, 0 to 10.
    pub craving: u8,
}

/// Request of `delete_ride`; answer of `keep_ride`.
#[derive(Debug, Serialize, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct RideKey {
    /// The ride.
    pub id: RideId,
}

/// Answer of `rides`.
#[derive(Debug, Serialize, TS)]
pub struct Rides {
    /// The newest first; 200 at most.
    pub rides: Vec<Ride>,
}
