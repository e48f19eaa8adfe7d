//! Files that the client hands on by the phone's own share sheet.

use std::path::Path;

use app::port::FileError;
use data_encoding::BASE64;
use serde_json::{Value, json};

use super::Phone;

/// Offers it to the apps of the phone; whether the client chose one.
///
/// # Errors
/// [`FileError::Failed`] where the phone refuses.
pub fn share(phone: &dyn Phone, name: &str, bytes: &[u8]) -> Result<bool, FileError> {
    let file = json!({ "name": name, "type": kind(name), "bytes": BASE64.encode(bytes) });
    let answer = phone.ask("share", file).map_err(|_| FileError::Failed)?;
    answer.get("shared").and_then(Value::as_bool).ok_or(FileError::Failed)
}

/// The kind of a file by its name (IANA's media types).
fn kind(name: &str) -> &'static str {
    match Path::new(name).extension().and_then(|ending| ending.to_str()) {
        Some("pdf") => "application/pdf",
        Some("csv") => "text/csv",
        Some("txt") => "text/plain",
        Some("ics") => "text/calendar",
        Some("json") => "application/json",
        _ => "application/octet-stream",
    }
}

#[cfg(test)]
mod tests {
    use super::super::stand_in::StandIn;
    use super::*;

    #[test]
    fn what_is_handed_on_is_the_file_with_its_name_and_kind() {
        let phone = StandIn::default();
        for (name, kind) in [
            ("record-2026-03-02.pdf", "application/pdf"),
            ("record.csv", "text/csv"),
            ("record.txt", "text/plain"),
            ("calendar.ics", "text/calendar"),
            ("handrail.json", "application/json"),
            ("handrail.age", "application/octet-stream"),
        ] {
            assert_eq!(share(&phone, name, b"%PDF"), Ok(true));
            let (command, file) = phone.asked().pop().unwrap();
            assert_eq!((command.as_str(), file), ("share", json!({ "name": name, "type": kind, "bytes": "JVBERg==" })));
        }
    }

    #[test]
    fn a_sheet_that_was_closed_and_a_phone_that_refuses_are_told_apart() {
        let phone = StandIn::default();
        phone.answer("share", json!({ "shared": false }));
        assert_eq!(share(&phone, "record.csv", b""), Ok(false));
        phone.answer("share", json!({}));
        assert_eq!(share(&phone, "record.csv", b""), Err(FileError::Failed));
        phone.refuse("share");
        assert_eq!(share(&phone, "record.csv", b""), Err(FileError::Failed));
    }
}
