//! A hard moment that was ridden out, if the client keeps it. Urges rise, peak and pass.

use chrono::{DateTime, Utc};
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use crate::id::RideId;

/// One ride, and how it was afterwards.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct Ride {
    /// Its id.
    pub id: RideId,
    /// When it was kept.
    #[ts(type = "string")]
    pub at: DateTime<Utc>,
    /// Minutes it took, 0 to 1440.
    pub minutes: u32,
    /// Craving afterwards, 0 (none) to 10 (the strongest).
    pub craving: u8,
}
