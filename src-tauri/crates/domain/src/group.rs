//! Support groups: fellowships, usual meetings, attendances.

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use crate::id::{AttendanceId, MeetingId, MeetingListId};
use crate::listing::MeetingKind;
use crate::time::{TimeOfDay, Weekday, Zone, minus_days};

/// A fellowship or other kind of support group. None is preferred.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
#[allow(missing_docs)]
pub enum Fellowship {
    Aa,
    Na,
    Ca,
    Cma,
    Ha,
    SmartRecovery,
    LifeRing,
    WomenForSobriety,
    RecoveryDharma,
    RefugeRecovery,
    Sos,
    CelebrateRecovery,
    DualRecoveryAnonymous,
    ModerationManagement,
    AlAnon,
    NarAnon,
    AlumniGroup,
    Other,
}

/// How one is at a meeting.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
#[allow(missing_docs)]
pub enum MeetingMode {
    InPerson,
    Online,
    Phone,
}

/// What the client did at a meeting.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
#[allow(missing_docs)]
pub enum Took {
    Listened,
    Shared,
    Chaired,
    Service,
    SponsorTime,
}

impl Took {
    /// All of them, in the order in which they are offered.
    pub const ALL: [Self; 5] = [Self::Listened, Self::Shared, Self::Chaired, Self::Service, Self::SponsorTime];
}

/// A meeting the client usually goes to.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct Meeting {
    /// Its id.
    pub id: MeetingId,
    /// The fellowship.
    pub fellowship: Fellowship,
    /// The group's name.
    pub name: String,
    /// On which weekday.
    pub weekday: Weekday,
    /// At what time.
    pub time: TimeOfDay,
    /// The zone of day and time; `None`: wherever the client is.
    #[ts(type = "string | null")]
    pub zone: Option<Zone>,
    /// How long, 1 to 1440 minutes.
    pub minutes: u32,
    /// How the client usually takes part.
    pub mode: MeetingMode,
    /// Where, or empty.
    pub place: String,
    /// The https link to join online. May be empty.
    pub link: String,
    /// The number to join by phone. May be empty.
    pub phone: String,
    /// What kind of meeting it is.
    pub kinds: Vec<MeetingKind>,
    /// Whether it is the client's home group.
    pub home: bool,
    /// Minutes before it begins at which the client wants to be reminded, 0 to 2880; `None`: not at all.
    pub remind_minutes: Option<u32>,
    /// Not held for now.
    pub closed: bool,
    /// The entry of a list that it was taken from.
    pub listed: Option<Listed>,
}

/// Which entry of which list.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct Listed {
    /// The list.
    pub list: MeetingListId,
    /// The key of the entry.
    pub key: String,
}

impl Meeting {
    /// x
    pub fn last_begun(&self, now: chrono::DateTime<chrono::Utc>, device: Zone) -> chrono::NaiveDateTime {
        device.civil(now)
    }
    /// x
    pub fn next_begins(&self, now: chrono::DateTime<chrono::Utc>, _: Zone) -> chrono::DateTime<chrono::Utc> {
        now
    }

    /// The last day on or before `today` on which it was held.
    #[must_use]
    pub fn last_held(&self, today: NaiveDate) -> NaiveDate {
        minus_days(today, u64::from(Weekday::of(today).after(self.weekday)))
    }
}

/// One visit to a support group.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct Attendance {
    /// Its id.
    pub id: AttendanceId,
    /// The usual meeting it was, if it was one.
    pub meeting: Option<MeetingId>,
    /// The fellowship.
    pub fellowship: Fellowship,
    /// The group's name; may be empty.
    pub name: String,
    /// On which day, where the client was.
    pub on: NaiveDate,
    /// At what time, where the client was.
    pub time: TimeOfDay,
    /// How long, 1 to 1440 minutes.
    pub minutes: u32,
    /// In person, online or by phone.
    pub mode: MeetingMode,
    /// Where; may be empty.
    pub place: String,
    /// What the client did there.
    pub took: Vec<Took>,
    /// What it was about; may be empty.
    pub topic: String,
    /// The client's private note.
    pub note: String,
}

#[cfg(test)]
mod tests {
    use super::*;

    fn day(text: &str) -> NaiveDate {
        text.parse().unwrap()
    }

    #[test]
    fn a_usual_meeting_was_last_held_today_or_in_the_six_days_before() {
        let meeting = Meeting {
            id: MeetingId::new(0, &[0; 10]),
            fellowship: Fellowship::Aa,
            name: String::new(),
            weekday: Weekday::Tuesday,
            time: TimeOfDay::from_minutes(0),
            zone: None,
            minutes: 60,
            mode: MeetingMode::InPerson,
            place: String::new(),
            link: String::new(),
            phone: String::new(),
            kinds: Vec::new(),
            home: false,
            remind_minutes: None,
            closed: false,
            listed: None,
        };
        assert_eq!(meeting.last_held(day("2026-02-03")), day("2026-02-03"));
        assert_eq!(meeting.last_held(day("2026-02-02")), day("2026-01-27"));
    }
}
