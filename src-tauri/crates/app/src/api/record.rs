//! The whole record, out and in.

use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// Answer of each operation that takes a file out.
#[derive(Debug, Serialize, TS)]
pub struct Exported {
    /// Where it was saved, as the system names it, or how it is called where it was shared; `None`: the client chose not to.
    pub saved: Option<String>,
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
