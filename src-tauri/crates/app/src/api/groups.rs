//! Support groups.

use chrono::NaiveDate;
use domain::group::{Attendance, Fellowship, Meeting, MeetingMode, Owed, Requirement, Took};
use domain::id::{AttendanceId, MeetingId};
use domain::time::{TimeOfDay, Weekday};
use serde::{Deserialize, Serialize};
use ts_rs::TS;

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
    /// Attended this week.
    pub this_week: u32,
    /// Attended in all.
    pub total: u32,
    /// How this week stands against what is asked.
    pub owed: Option<Owed>,
    /// What is asked.
    pub requirement: Option<Requirement>,
    /// Usual meetings, the next to come first.
    pub usual: Vec<UsualMeeting>,
    /// The log by week, the newest first.
    pub weeks: Vec<GroupWeek>,
    /// Ask again with this day for what is older; `None`: there is nothing older.
    pub older_before: Option<NaiveDate>,
}

/// A usual meeting, and what logging it now would mean.
#[derive(Debug, Serialize, TS)]
pub struct UsualMeeting {
    /// The meeting.
    pub meeting: Meeting,
    /// The day it was last held, today included once it has begun.
    pub last_held: NaiveDate,
    /// Whether that one is logged.
    pub logged: bool,
}

/// One week of the log.
#[derive(Debug, Serialize, TS)]
pub struct GroupWeek {
    /// The first day of the week.
    pub starts_on: NaiveDate,
    /// Its attendances, the newest first.
    pub attendances: Vec<Attendance>,
}

/// Request of `record_attendance`: a new one, or a change of one.
#[derive(Debug, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct RecordAttendance {
    /// The one to change; `None`: a new one.
    #[serde(default)]
    #[ts(optional = nullable)]
    pub id: Option<AttendanceId>,
    /// The usual meeting it was.
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
    /// What the client did there.
    pub took: Vec<Took>,
    /// What it was about; may be empty.
    pub topic: String,
    /// A private note; may be empty.
    pub note: String,
}

/// Answer of `record_attendance`.
#[derive(Debug, Serialize, TS)]
pub struct AttendanceRecorded {
    /// Its id.
    pub id: AttendanceId,
    /// Attended in its week.
    pub in_week: u32,
}

/// Request of `delete_attendance`.
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
    /// How long, 1 to 1440 minutes.
    pub minutes: u32,
    /// How the client usually takes part.
    pub mode: MeetingMode,
    /// Where; may be empty.
    pub place: String,
}

/// Request of `delete_meeting`; answer of `save_meeting`.
#[derive(Debug, Serialize, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct MeetingKey {
    /// The meeting.
    pub id: MeetingId,
}

/// Request of `save_requirement`: so many a week. It takes the place of the one before.
#[derive(Debug, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct SaveRequirement {
    /// 1 to 50.
    pub per_week: u32,
    /// From which day; it asks from the first whole week on.
    pub starts_on: NaiveDate,
    /// Whether a shortfall is asked in addition in the next week.
    pub carries_over: bool,
}
