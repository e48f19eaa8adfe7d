//! Support groups: fellowships, usual meetings, attendances.

use chrono::{DateTime, NaiveDate, NaiveDateTime, Utc};
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use crate::id::{AttendanceId, MeetingId, MeetingListId};
use crate::listing::MeetingKind;
use crate::time::{TimeOfDay, Weekday, Zone, minus_days, plus_days};

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

/// What a fellowship goes by, as it says of itself. Said so that a client can choose; none is preferred.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum Outlook {
    /// Twelve steps and a power greater than oneself, as each understands it.
    TwelveStep,
    /// Without faith or a higher power.
    Secular,
    /// Buddhist practice.
    Buddhist,
    /// Christian faith.
    FaithBased,
    /// Drinking less; not abstinence.
    Moderation,
    /// For family and friends.
    Family,
    /// It depends on the group.
    Unsaid,
}

impl Fellowship {
    /// What it goes by.
    #[must_use]
    pub const fn outlook(self) -> Outlook {
        match self {
            Self::Aa | Self::Na | Self::Ca | Self::Cma | Self::Ha | Self::DualRecoveryAnonymous => Outlook::TwelveStep,
            Self::SmartRecovery | Self::LifeRing | Self::WomenForSobriety | Self::Sos => Outlook::Secular,
            Self::RecoveryDharma | Self::RefugeRecovery => Outlook::Buddhist,
            Self::CelebrateRecovery => Outlook::FaithBased,
            Self::ModerationManagement => Outlook::Moderation,
            Self::AlAnon | Self::NarAnon => Outlook::Family,
            Self::AlumniGroup | Self::Other => Outlook::Unsaid,
        }
    }
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
    /// Minutes before it begins at which the client wants to be reminded, 0 to 40,320 (four weeks); `None`: not at all.
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
    /// When it last began, not after `now`, on the clock of the device: in its own zone it may have been another
    /// weekday. See [`crate::time`] for times that the clocks skip or bring twice.
    #[must_use]
    pub fn last_begun(&self, now: DateTime<Utc>, device: Zone) -> NaiveDateTime {
        let zone = self.zone.unwrap_or(device);
        // Where clocks go back over midnight, the next day has begun before.
        let day = plus_days(zone.civil(now).date(), 1);
        let on = minus_days(day, u64::from(Weekday::of(day).after(self.weekday)));
        let begins = self.begins(on, zone);
        device.civil(if begins <= now { begins } else { self.begins(minus_days(on, 7), zone) })
    }

    /// When it next begins, after `now`.
    #[must_use]
    pub fn next_begins(&self, now: DateTime<Utc>, device: Zone) -> DateTime<Utc> {
        let zone = self.zone.unwrap_or(device);
        let today = zone.civil(now).date();
        let on = plus_days(today, u64::from(self.weekday.after(Weekday::of(today))));
        let begins = self.begins(on, zone);
        if begins > now { begins } else { self.begins(plus_days(on, 7), zone) }
    }

    fn begins(&self, on: NaiveDate, zone: Zone) -> DateTime<Utc> {
        zone.instant(on.and_time(self.time.time()))
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
#[path = "group_test.rs"]
mod tests;
