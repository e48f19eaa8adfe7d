//! Documents that a phone's own dialogs answer: an address instead of a path, which only the system can open.

use std::fs::File;
use std::io::{self, Write};

use crate::platform::files::compare;

/// What a document is opened for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum For {
    /// To be read.
    Reading,
    /// To be written from its beginning; what was in it goes.
    Writing,
}

/// Writes a new document, reads it again and compares. There is nothing beside it to be put in its place from: the
/// system's dialog made it.
///
/// # Errors
/// As opening, reading and writing, and where what is read differs.
pub fn put(open: impl Fn(For) -> io::Result<File>, bytes: &[u8]) -> io::Result<()> {
    let mut file = open(For::Writing)?;
    file.write_all(bytes)?;
    match file.sync_all() {
        // The system hands it on through a pipe, which has no disk of its own.
        Err(error) if error.kind() == io::ErrorKind::InvalidInput => {}
        synced => synced?,
    }
    drop(file);
    compare(&mut open(For::Reading)?, bytes)
}

/// The name of a document by its address, which says it as its last part, if at all.
pub fn name(address: &str) -> &str {
    let last = address.rsplit(['/', ':']).next().unwrap_or_default();
    last.rsplit("%2F").next().unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_document_is_written_whole_in_place_of_what_was_in_it() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("document");
        std::fs::write(&path, b"something longer").unwrap();
        let open = |wish| match wish {
            For::Reading => File::open(&path),
            For::Writing => File::options().write(true).create(true).truncate(true).open(&path),
        };
        put(open, b"new").unwrap();
        assert_eq!(std::fs::read(&path).unwrap(), b"new");
    }

    #[test]
    fn a_document_that_was_kept_otherwise_is_an_error() {
        let folder = tempfile::tempdir().unwrap();
        let (written, kept) = (folder.path().join("written"), folder.path().join("kept"));
        std::fs::write(&kept, b"nex").unwrap();
        let open = |wish| match wish {
            For::Reading => File::open(&kept),
            For::Writing => File::create(&written),
        };
        assert_eq!(put(open, b"new").unwrap_err().kind(), io::ErrorKind::InvalidData);
        assert_eq!(
            put(|_| Err(io::ErrorKind::PermissionDenied.into()), b"new").unwrap_err().kind(),
            io::ErrorKind::PermissionDenied
        );
    }

    #[test]
    fn a_document_is_called_by_the_last_part_of_its_address() {
        for (address, expected) in [
            ("content://com.android.externalstorage.documents/document/primary%3ADocuments%2Frecord.age", "record.age"),
            ("content://downloads/record.age", "record.age"),
            ("file:///private/var/record.age", "record.age"),
            ("content://media/document:42", "42"),
            ("", ""),
        ] {
            assert_eq!(name(address), expected, "{address}");
        }
    }
}
