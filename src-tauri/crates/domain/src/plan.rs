//! The relapse prevention plan: eleven sections in the client's own words.
//!
//! The sections follow what published plans share (SAMHSA, Treatment
//! Improvement Protocol 47 and Counselor's Treatment Manual, public domain);
//! every word in them is the client's.

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use crate::signature::Signature;

/// One whole plan, as of one version. What came after the first form of it has a default: an older plan is read as it
/// was written.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct Plan {
    /// 1. My reasons.
    pub reasons: Vec<String>,
    /// 2. Triggers, and what I do about each.
    pub triggers: Vec<Trigger>,
    /// 3. High-risk situations coming up.
    pub situations: Vec<Situation>,
    /// 4. Warning signs.
    pub warning_signs: Vec<WarningSign>,
    /// 5. What works for me.
    pub skills: Vec<Skill>,
    /// 5. What I do when I am hungry, angry, lonely or tired.
    #[serde(default)]
    pub halt: Halt,
    /// 6. People, in the order in which to call them.
    pub people: Vec<Person>,
    /// 7. Places that are safe.
    pub safe_places: Vec<String>,
    /// 7. What to remove from home.
    pub remove_from_home: Vec<String>,
    /// 8. My week: the routine that holds me.
    pub routine: Vec<String>,
    /// 9. Medicines that help.
    pub medicines: Vec<Medicine>,
    /// 10. If I slip: steps, in order.
    pub slip_steps: Vec<String>,
    /// 10. What I say when I call or text someone. May be empty.
    #[serde(default)]
    pub slip_message: String,
    /// 11. Reviewed with my therapist.
    pub review: Option<Review>,
}

/// Where a trigger comes from.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum TriggerKind {
    /// People, places, times, things.
    External,
    /// Feelings, pain, thoughts.
    Internal,
}

/// Something that sets off a craving.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct Trigger {
    /// What it is.
    pub text: String,
    /// Where it comes from.
    pub kind: TriggerKind,
    /// How strong: 1, 2 or 3.
    pub strength: u8,
    /// What I do about it.
    pub response: String,
}

/// A high-risk situation that is coming up.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct Situation {
    /// What it is.
    pub text: String,
    /// When, if known.
    pub on: Option<NaiveDate>,
    /// My plan for it.
    pub plan: String,
}

/// How far along a warning sign stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum Stage {
    /// Mood, sleep, routine.
    Early,
    /// Isolating, skipping, romancing.
    Middle,
    /// Planning, contact with suppliers.
    Late,
}

/// A sign that things are drifting.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct WarningSign {
    /// How far along it stands.
    pub stage: Stage,
    /// What it is.
    pub text: String,
}

/// How long a skill takes.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum Pace {
    /// Minutes.
    Quick,
    /// Longer.
    Slow,
}

/// Something that works for me.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct Skill {
    /// What I do.
    pub text: String,
    /// How long it takes.
    pub pace: Pace,
    /// Minutes it takes, if that is said, 1 to 1440.
    #[serde(default)]
    pub minutes: Option<u32>,
}

/// What I do when one of the four is the reason. Each may be empty.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(deny_unknown_fields)]
#[allow(missing_docs)]
pub struct Halt {
    pub hungry: String,
    pub angry: String,
    pub lonely: String,
    pub tired: String,
}

/// Someone to call.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct Person {
    /// Their name.
    pub name: String,
    /// Who they are to me.
    pub role: Role,
    /// Their number, as it is dialled; may be empty.
    pub phone: String,
    /// Their other numbers.
    #[serde(default)]
    pub more_phones: Vec<Phone>,
    /// Whether they know about this plan.
    pub knows_plan: bool,
    /// What to text them, ready to be sent. May be empty.
    #[serde(default)]
    pub message: String,
}

/// Another number of a person.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct Phone {
    /// Which one, such as "work". May be empty.
    pub label: String,
    /// The number, as it is dialled.
    pub number: String,
}

/// Who a person is to the client.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
#[allow(missing_docs)]
pub enum Role {
    Sponsor,
    Therapist,
    ProgramLine,
    Family,
    Friend,
    Doctor,
    Other,
}

/// A medicine that helps.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct Medicine {
    /// Its name.
    pub name: String,
    /// When and how I take it.
    pub how: String,
}

/// The last review with the therapist.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct Review {
    /// With whom.
    pub with: String,
    /// When.
    pub on: NaiveDate,
    /// When next, if set.
    pub next_on: Option<NaiveDate>,
    /// Drawn signatures, of the client and of whom it was reviewed with.
    #[serde(default)]
    pub signatures: Vec<Signature>,
}
