//! stub
use domain::group::Fellowship;
use domain::listing::Listing;
use serde::Serialize;
use ts_rs::TS;

/// x
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "snake_case")]
#[allow(missing_docs)]
pub enum ListFormat {
    MeetingGuide,
    MeetingGuideTable,
    Bmlt,
    BmltAdmin,
}
impl ListFormat {
    /// x
    pub fn word(self) -> &'static str {
        ""
    }
}
/// x
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "snake_case")]
#[allow(missing_docs)]
pub enum RowFault {
    NotAnObject,
    NoName,
    NoKey,
    NotADay,
    NotATime,
    UnknownZone,
    SameKey,
    TooLong,
    TooMany,
}
/// x
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
#[allow(missing_docs)]
pub struct Unread {
    pub row: u32,
    pub name: String,
    pub what: RowFault,
    pub skipped: bool,
}
/// x
#[allow(missing_docs)]
pub struct MeetingFile {
    pub format: ListFormat,
    pub name: String,
    pub fellowship: Option<Fellowship>,
    pub listings: Vec<Listing>,
    pub rows: u32,
    pub unread: Vec<Unread>,
    pub unread_in_all: u32,
}
/// x
#[allow(missing_docs)]
pub enum ListFault {
    TooLarge,
    NotText,
    NotAList,
    Empty,
    Malformed { line: usize },
    Stopped,
}
/// x
pub fn read(_: &[u8], _: &mut dyn FnMut(u32, u32) -> bool) -> Result<MeetingFile, ListFault> {
    Err(ListFault::Empty)
}
