//! Meetings as published lists have them. Reference, not record: a listing says where a meeting is to be
//! found, and nothing of the client.

use serde::{Deserialize, Serialize};
use ts_rs::TS;

use crate::group::Fellowship;
use crate::time::{TimeOfDay, Weekday, Zone};

/// What kind of meeting it is, and what there is: what the codes of the published formats say, one word for each
/// that people look for.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
#[allow(missing_docs)]
pub enum MeetingKind {
    /// Anyone may come.
    Open,
    /// For those who want to recover themselves.
    Closed,
    Newcomer,
    Women,
    Men,
    Lgbtq,
    YoungPeople,
    Seniors,
    PeopleOfColor,
    NativeAmerican,
    Professionals,
    Secular,
    Spanish,
    English,
    /// Another language; its name stands among the other kinds.
    OtherLanguage,
    SignLanguage,
    Speaker,
    Discussion,
    Literature,
    StepStudy,
    TraditionStudy,
    Meditation,
    /// For alcohol or drug use together with a mental illness.
    DualDiagnosis,
    /// Candlelight.
    Candlelight,
    /// A meal or a birthday goes with it.
    Social,
    Wheelchair,
    ChildFriendly,
    Outdoor,
    FragranceFree,
    Smoking,
    /// A paper or code that says one was there is given.
    ProofOfAttendance,
}

impl MeetingKind {
    /// Every kind, in the order in which they are offered.
    pub const ALL: [Self; 31] = [
        Self::Open,
        Self::Closed,
        Self::Newcomer,
        Self::Women,
        Self::Men,
        Self::Lgbtq,
        Self::YoungPeople,
        Self::Seniors,
        Self::PeopleOfColor,
        Self::NativeAmerican,
        Self::Professionals,
        Self::Secular,
        Self::Spanish,
        Self::English,
        Self::OtherLanguage,
        Self::SignLanguage,
        Self::Speaker,
        Self::Discussion,
        Self::Literature,
        Self::StepStudy,
        Self::TraditionStudy,
        Self::Meditation,
        Self::DualDiagnosis,
        Self::Candlelight,
        Self::Social,
        Self::Wheelchair,
        Self::ChildFriendly,
        Self::Outdoor,
        Self::FragranceFree,
        Self::Smoking,
        Self::ProofOfAttendance,
    ];

    /// Its place in a set of bits.
    #[must_use]
    pub const fn bit(self) -> u32 {
        1 << self as u32
    }

    /// A set of kinds as bits.
    #[must_use]
    pub fn bits(kinds: &[Self]) -> u32 {
        kinds.iter().fold(0, |bits, kind| bits | kind.bit())
    }

    /// The kinds of a set of bits, in the order in which they are offered.
    #[must_use]
    pub fn of_bits(bits: u32) -> Vec<Self> {
        Self::ALL.into_iter().filter(|kind| bits & kind.bit() != 0).collect()
    }
}

/// Where a listed meeting is held.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum Venue {
    /// At a place.
    InPerson,
    /// By link or phone.
    Online,
    /// Both at once.
    Hybrid,
}

/// One meeting of a list.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Listing {
    /// The same for the same meeting, in every edition of its list.
    pub key: String,
    /// The group's or meeting's name.
    pub name: String,
    /// On which weekday and at what time, where it is held; `None`: by appointment.
    pub held: Option<(Weekday, TimeOfDay)>,
    /// How long, 1 to 1440 minutes.
    pub minutes: u32,
    /// Its zone, where the list says one.
    pub zone: Option<Zone>,
    /// At a place, online, or both.
    pub venue: Venue,
    /// The place's name. May be empty.
    pub place: String,
    /// The address. May be empty.
    pub address: String,
    /// Town, part of town, region: what people look by. May be empty.
    pub region: String,
    /// The https link to join online. May be empty.
    pub link: String,
    /// The number to join by phone. May be empty.
    pub phone: String,
    /// Which kinds, sorted, each once.
    pub kinds: Vec<MeetingKind>,
    /// What else its codes say, in words, or the code itself where no words are known; joined by a comma.
    pub other_kinds: String,
    /// What else the list says. May be empty, and of several lines.
    pub notes: String,
    /// Not held for now.
    pub closed: bool,
}

/// What an entry of a list is looked for by.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Sought {
    /// Names the entry.
    pub number: u32,
    /// The fellowship of its list.
    pub fellowship: Fellowship,
    /// As [`Listing::held`].
    pub held: Option<(Weekday, TimeOfDay)>,
    /// As [`Listing::minutes`].
    pub minutes: u32,
    /// As [`Listing::zone`].
    pub zone: Option<Zone>,
    /// As [`Listing::venue`].
    pub venue: Venue,
    /// As [`Listing::kinds`], as bits.
    pub kinds: u32,
    /// As [`Listing::closed`].
    pub closed: bool,
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn kinds_come_back_from_their_bits() {
        assert_eq!(MeetingKind::of_bits(MeetingKind::bits(&MeetingKind::ALL)), MeetingKind::ALL);
        assert_eq!(MeetingKind::bits(&MeetingKind::ALL).count_ones(), 31);
        assert_eq!(MeetingKind::of_bits(0), []);
    }
}
