//! Support groups: the log and usual meetings.

use chrono::{NaiveDate, NaiveDateTime};
use domain::group::{Attendance, Fellowship, Listed, Meeting, MeetingMode, Took};
use domain::id::{AttendanceId, MeetingId};
use domain::listing::MeetingKind;
use domain::signature::Signature;
use domain::time::{TimeOfDay, Weekday};
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use super::requirements::{GoalView, RequirementView};

/// Request of `groups`.
#[derive(Debug, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct GroupsBefore {
    /// The log of weeks before this day; `None`: the newest.
    pub before: Option<NaiveDate>,
}

/// Answer of `groups`.
#[derive(Debug, Serialize, TS)]
pub struct Groups {
    /// Today.
    pub today: NaiveDate,
    /// Attended in all, and of each fellowship, the most attended first.
    pub counts: GroupCounts,
    /// What is asked and holds today, or begins later.
    pub requirements: Vec<RequirementView>,
    /// Goals that go on, begin later, or ended within the last 30 days.
    pub goals: Vec<GoalView>,
    /// Usual meetings: the one that was held last and is not logged yet first, the logged ones last.
    pub usual: Vec<UsualMeeting>,
    /// Whether any list of meetings was taken in.
    pub has_lists: bool,
    /// The log by week, the newest first.
    pub weeks: Vec<GroupWeek>,
    /// Ask again with this day for what is older; `None`: there is nothing older.
    pub older_before: Option<NaiveDate>,
}

/// How many meetings were attended.
#[derive(Debug, Default, Serialize, TS)]
pub struct GroupCounts {
    /// In the client's week of today.
    pub week: u32,
    /// In the calendar month of today.
    pub month: u32,
    /// In all.
    pub total: u32,
    /// The same for each fellowship, the most attended first.
    pub fellowships: Vec<FellowshipCount>,
}

/// How many meetings of one fellowship were attended.
#[derive(Debug, Serialize, TS)]
pub struct FellowshipCount {
    /// The fellowship.
    pub fellowship: Fellowship,
    /// In the client's week of today.
    pub week: u32,
    /// In the calendar month of today.
    pub month: u32,
    /// In all.
    pub total: u32,
}

/// A usual meeting, and what logging it now would mean.
#[derive(Debug, Serialize, TS)]
pub struct UsualMeeting {
    /// The meeting.
    pub meeting: Meeting,
    /// The day it was last held, today included once it has begun, on the device's clock.
    pub last_held: NaiveDate,
    /// The time at which it began then, on the device's clock.
    pub last_time: TimeOfDay,
    /// The day on which it is held next, on the device's clock.
    pub next_on: NaiveDate,
    /// The time at which it begins then, on the device's clock.
    pub next_time: TimeOfDay,
    /// Whether the one held last is logged.
    pub logged: bool,
    /// What the list that it was taken from says otherwise now.
    pub list_says: Option<ListSays>,
}

/// What a list says of a usual meeting that was taken from it.
#[derive(Debug, Serialize, TS)]
#[serde(tag = "what", rename_all = "snake_case")]
pub enum ListSays {
    /// It is not in the list any more.
    Gone,
    /// It is not held for now.
    Closed,
    /// It is held again.
    Reopened,
    /// It is held at another time or place.
    Changed {
        /// On which weekday.
        weekday: Weekday,
        /// At what time.
        time: TimeOfDay,
        /// How long, in minutes.
        minutes: u32,
        /// Where; may be empty.
        place: String,
        /// The link; may be empty.
        link: String,
        /// The number; may be empty.
        phone: String,
    },
}

/// One week of the log.
#[derive(Debug, Serialize, TS)]
pub struct GroupWeek {
    /// The first day of the week.
    pub starts_on: NaiveDate,
    /// Its attendances, the newest first.
    pub attendances: Vec<Logged>,
}

/// One attendance of the log.
#[derive(Debug, Serialize, TS)]
pub struct Logged {
    /// The attendance.
    #[serde(flatten)]
    #[ts(flatten)]
    pub attendance: Attendance,
    /// Whether it is signed.
    pub signed: bool,
}

/// Request of `record_attendance`: a new one, or a change of one.
#[derive(Debug, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct RecordAttendance {
    /// The one to change; `None`: a new one.
    #[serde(default)]
    #[ts(optional = nullable)]
    pub id: Option<AttendanceId>,
    /// The usual meeting it was. It is logged once for each time that it is held: another is refused.
    #[serde(default)]
    #[ts(optional = nullable)]
    pub meeting: Option<MeetingId>,
    /// The fellowship.
    pub fellowship: Fellowship,
    /// The group's name; may be empty.
    pub name: String,
    /// On which day, not in the future.
    pub on: NaiveDate,
    /// At what time.
    pub time: TimeOfDay,
    /// How long, 1 to 1440 minutes.
    pub minutes: u32,
    /// In person, online or by phone.
    pub mode: MeetingMode,
    /// Where; may be empty.
    #[serde(default)]
    #[ts(optional, as = "Option<String>")]
    pub place: String,
    /// What the client did there.
    pub took: Vec<Took>,
    /// What it was about; may be empty.
    pub topic: String,
    /// A private note; may be empty.
    pub note: String,
    /// What someone of the group drew to sign it; `None`: as it was, and none any more where the group, the day or the
    /// time is another now: nobody signed that.
    #[serde(default)]
    #[ts(optional = nullable)]
    pub signature: Option<DrawnSignature>,
    /// Whether it is kept as a usual meeting too, where `meeting` names none.
    #[serde(default)]
    #[ts(optional, as = "Option<bool>")]
    pub keep: bool,
}

impl RecordAttendance {
    /// Says that the client was at a usual meeting that began then on the device's clock, and nothing else.
    #[must_use]
    pub fn of(meeting: &Meeting, began: NaiveDateTime) -> Self {
        Self {
            id: None,
            meeting: Some(meeting.id),
            fellowship: meeting.fellowship,
            name: meeting.name.clone(),
            on: began.date(),
            time: TimeOfDay::of(began.time()),
            minutes: meeting.minutes,
            mode: meeting.mode,
            place: meeting.place.clone(),
            took: Vec::new(),
            topic: String::new(),
            note: String::new(),
            signature: None,
            keep: false,
        }
    }
}

/// A signature as it was drawn just now.
#[derive(Debug, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct DrawnSignature {
    /// First name or initials of whoever signs; may be empty.
    pub signer: String,
    /// Each stroke as its points, x from 0 to 900, y from 0 (top) to 300; at most 200 strokes and 4,000 points.
    pub strokes: Vec<Vec<(u16, u16)>>,
}

/// Answer of `record_attendance`.
#[derive(Debug, Serialize, TS)]
pub struct AttendanceRecorded {
    /// Its id.
    pub id: AttendanceId,
    /// Attended in its week.
    pub in_week: u32,
}

/// Answer of `signature`.
#[derive(Debug, Serialize, TS)]
pub struct SignatureShown {
    /// The signature; `None`: it is not signed.
    pub signature: Option<Signature>,
}

/// Request of `delete_attendance`, `signature` and `remove_signature`.
#[derive(Debug, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct AttendanceKey {
    /// The attendance.
    pub id: AttendanceId,
}

/// Request of `save_meeting`: a new usual meeting, or a change of one.
#[derive(Debug, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct SaveMeeting {
    /// The one to change; `None`: a new one.
    #[serde(default)]
    #[ts(optional = nullable)]
    pub id: Option<MeetingId>,
    /// The fellowship.
    pub fellowship: Fellowship,
    /// The group's name.
    pub name: String,
    /// On which weekday.
    pub weekday: Weekday,
    /// At what time.
    pub time: TimeOfDay,
    /// The zone of day and time; `None`: wherever the client is.
    #[serde(default)]
    #[ts(optional = nullable)]
    pub zone: Option<String>,
    /// How long, 1 to 1440 minutes.
    pub minutes: u32,
    /// How the client usually takes part.
    pub mode: MeetingMode,
    /// Where; may be empty.
    pub place: String,
    /// The https link to join online; may be empty.
    #[serde(default)]
    #[ts(optional, as = "Option<String>")]
    pub link: String,
    /// The number to join by phone; may be empty.
    #[serde(default)]
    #[ts(optional, as = "Option<String>")]
    pub phone: String,
    /// What kind of meeting it is.
    #[serde(default)]
    #[ts(optional, as = "Option<Vec<MeetingKind>>")]
    pub kinds: Vec<MeetingKind>,
    /// Whether it is the home group. There is one at most: another stops being it.
    #[serde(default)]
    #[ts(optional, as = "Option<bool>")]
    pub home: bool,
    /// Minutes before it begins at which to remind, 0 to 40,320 (four weeks); `None`: not at all.
    #[serde(default)]
    #[ts(optional = nullable)]
    pub remind_minutes: Option<u32>,
    /// Not held for now.
    #[serde(default)]
    #[ts(optional, as = "Option<bool>")]
    pub closed: bool,
    /// The entry of a list that it is taken from.
    #[serde(default)]
    #[ts(optional = nullable)]
    pub listed: Option<Listed>,
}

/// Request of `delete_meeting`; answer of `save_meeting`.
#[derive(Debug, Serialize, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct MeetingKey {
    /// The meeting.
    pub id: MeetingId,
}
