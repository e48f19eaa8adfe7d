//! Lists of meetings: taken in from files, and looked through.

use chrono::NaiveDate;
use domain::find::{Reach, When};
use domain::group::Fellowship;
use domain::id::{MeetingId, MeetingListId};
use domain::listing::{MeetingKind, Venue};
use domain::time::{TimeOfDay, Weekday};
use exchange::meeting_list::{ListFormat, Unread};
use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// Request of `preview_meeting_list`.
#[derive(Debug, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct PreviewMeetingList {
    /// The file's text.
    pub text: String,
    /// The list that it is a newer edition of; `None`: the one that it seems to be, or a new one.
    #[serde(default)]
    #[ts(optional = nullable)]
    pub list: Option<MeetingListId>,
    /// Whether it is a new list, whatever it seems to be.
    #[serde(default)]
    #[ts(optional, as = "Option<bool>")]
    pub as_new: bool,
}

/// Answer of `preview_meeting_list`: what the file holds, and what taking it in does.
#[derive(Debug, Serialize, TS)]
pub struct MeetingListPreview {
    /// The kind of file.
    pub format: ListFormat,
    /// What the list calls itself; may be empty.
    pub name: String,
    /// Whose meetings they are, as the file looks.
    pub fellowship: Option<Fellowship>,
    /// The list that it is a newer edition of.
    pub list: Option<MeetingListId>,
    /// Rows of the file.
    pub rows: u32,
    /// Meetings in it.
    pub meetings: u32,
    /// Meetings that are not here yet.
    pub new: u32,
    /// Meetings that are here otherwise.
    pub changed: u32,
    /// Meetings that are here just so.
    pub same: u32,
    /// Meetings here that the file has no more.
    pub gone: u32,
    /// Of those, the usual ones of the client, by name: they stay, and are marked.
    pub gone_usual: Vec<String>,
    /// What could not be read, row by row; 200 at most.
    pub unread: Vec<Unread>,
    /// How much could not be read in all.
    pub unread_in_all: u32,
    /// The first few meetings, as they would be shown.
    pub sample: Vec<ListingView>,
}

/// Request of `import_meeting_list`.
#[derive(Debug, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct ImportMeetingList {
    /// The file's text.
    pub text: String,
    /// What the list is called.
    pub name: String,
    /// Whose meetings they are.
    pub fellowship: Fellowship,
    /// The list that it is a newer edition of; `None`: a new one.
    #[serde(default)]
    #[ts(optional = nullable)]
    pub list: Option<MeetingListId>,
}

/// Answer of `import_meeting_list`.
#[derive(Debug, Serialize, TS)]
pub struct MeetingListImported {
    /// Meetings that are in the list now.
    pub meetings: u32,
    /// Whether it was stopped: nothing was changed then.
    pub stopped: bool,
}

/// Answer of `progress`: how far long work is.
#[derive(Debug, Serialize, TS)]
pub struct Progress {
    /// So much is done.
    pub done: u32,
    /// Of so much; 0: nothing is going on.
    pub of: u32,
}

/// Answer of `meeting_lists`.
#[derive(Debug, Serialize, TS)]
pub struct MeetingLists {
    /// The lists, by name.
    pub lists: Vec<MeetingListView>,
    /// The kinds that any meeting is of, in the order in which they are offered.
    pub kinds: Vec<MeetingKind>,
    /// The fellowships of the lists.
    pub fellowships: Vec<Fellowship>,
}

/// A list that was taken in.
#[derive(Debug, Serialize, TS)]
pub struct MeetingListView {
    /// Its id.
    pub id: MeetingListId,
    /// What it is called.
    pub name: String,
    /// Whose meetings.
    pub fellowship: Fellowship,
    /// How many.
    pub meetings: u32,
    /// The day on which it was taken in last.
    pub imported_on: NaiveDate,
}

/// Request of `delete_meeting_list`.
#[derive(Debug, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct MeetingListKey {
    /// The list.
    pub id: MeetingListId,
}

/// Request of `find_meetings`.
#[derive(Debug, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct FindMeetings {
    /// When.
    pub when: When,
    /// Begins at this time or later.
    #[serde(default)]
    #[ts(optional = nullable)]
    pub from: Option<TimeOfDay>,
    /// Begins before this time.
    #[serde(default)]
    #[ts(optional = nullable)]
    pub before: Option<TimeOfDay>,
    /// Of one of these; empty: of any.
    #[serde(default)]
    #[ts(optional, as = "Option<Vec<Fellowship>>")]
    pub fellowships: Vec<Fellowship>,
    /// Of all of these kinds.
    #[serde(default)]
    #[ts(optional, as = "Option<Vec<MeetingKind>>")]
    pub kinds: Vec<MeetingKind>,
    /// In person or online; `None`: either.
    #[serde(default)]
    #[ts(optional = nullable)]
    pub reach: Option<Reach>,
    /// Words of the place, address or region; may be empty.
    #[serde(default)]
    #[ts(optional, as = "Option<String>")]
    pub place: String,
    /// Words of anything it says; may be empty.
    #[serde(default)]
    #[ts(optional, as = "Option<String>")]
    pub text: String,
    /// How many to leave out from the beginning: those that are shown already.
    #[serde(default)]
    #[ts(optional, as = "Option<u32>")]
    pub skip: u32,
}

/// Answer of `find_meetings`.
#[derive(Debug, Serialize, TS)]
pub struct FoundMeetings {
    /// How many there are in all.
    pub total: u32,
    /// 40 at most: the next to begin first, those by appointment and those not held for now last.
    pub meetings: Vec<ListingView>,
}

/// One meeting of a list, with its times on the device's clock.
#[derive(Debug, Serialize, TS)]
pub struct ListingView {
    /// The list.
    pub list: MeetingListId,
    /// Names it in its list.
    pub key: String,
    /// The fellowship.
    pub fellowship: Fellowship,
    /// The group's or meeting's name.
    pub name: String,
    /// The weekday here; `None`: by appointment.
    pub weekday: Option<Weekday>,
    /// The time here.
    pub time: Option<TimeOfDay>,
    /// The weekday where it is held.
    pub own_weekday: Option<Weekday>,
    /// The time where it is held.
    pub own_time: Option<TimeOfDay>,
    /// Its zone, where the list says it.
    pub own_zone: Option<String>,
    /// Its zone, where that is another than the device's.
    pub zone: Option<String>,
    /// How long, in minutes.
    pub minutes: u32,
    /// Whether it is going on now.
    pub running: bool,
    /// Minutes until it begins next; `None`: by appointment or not held for now.
    pub begins_in: Option<u32>,
    /// At a place, online, or both.
    pub venue: Venue,
    /// The place's name; may be empty.
    pub place: String,
    /// The address; may be empty.
    pub address: String,
    /// Town or region; may be empty.
    pub region: String,
    /// The https link; may be empty.
    pub link: String,
    /// The number; may be empty.
    pub phone: String,
    /// Which kinds.
    pub kinds: Vec<MeetingKind>,
    /// What else its codes say.
    pub other_kinds: String,
    /// What else the list says.
    pub notes: String,
    /// Not held for now.
    pub closed: bool,
    /// The usual meeting that was taken from it.
    pub usual: Option<MeetingId>,
}
