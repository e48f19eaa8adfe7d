//! The whole record, out and in.

use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// Answer of each operation that takes a file out.
#[derive(Debug, Serialize, TS)]
pub struct Exported {
    /// Where it was saved, as the system names it, or how it is called where it was shared; `None`: the client chose not to.
    pub saved: Option<String>,
}

/// A kind of file that is taken in.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum FileKind {
    /// A record that Handrail saved.
    Record,
    /// A calendar.
    Calendar,
    /// A list of meetings.
    MeetingList,
}

/// Request of `choose_file`.
#[derive(Debug, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct ChooseFile {
    /// What it shall be.
    pub kind: FileKind,
}

/// Answer of `choose_file`.
#[derive(Debug, Serialize, TS)]
pub struct FileChosen {
    /// The file; `None`: the client chose none.
    pub file: Option<TextFile>,
}

/// A file that the client chose.
#[derive(Debug, Serialize, TS)]
pub struct TextFile {
    /// Its name, without its folder.
    pub name: String,
    /// The file's text.
    pub text: String,
}

/// Request of `preview_import` and `import_record`.
#[derive(Debug, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct ImportFile {
    /// The file's text.
    pub text: String,
}

/// Answer of `preview_import` and `import_record`: what the file holds, and
/// what taking it in does.
#[derive(Debug, Default, Serialize, TS)]
pub struct ImportPreview {
    /// Per kind of entry.
    pub parts: Vec<ImportPart>,
    /// Whether taking it in changes anything.
    pub changes_anything: bool,
}

/// One kind of entry in a file.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct ImportPart {
    /// Which kind: `episodes`, `sessions`, `attendances` and so on.
    pub kind: &'static str,
    /// Entries that are not here yet, and are added.
    pub new: u32,
    /// Entries that are here just so.
    pub same: u32,
    /// Entries that are here differently, and are replaced.
    pub changed: u32,
}
