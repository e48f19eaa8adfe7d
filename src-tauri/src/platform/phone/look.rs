//! How the phone is set to show and to feel.

#[cfg(any(target_os = "ios", test))]
use std::path::Path;

use serde_json::{Value, json};

use super::Phone;

/// For the page: whether the client wants `bold` text. Where the phone does not say: as it comes from the factory.
pub fn look(phone: &dyn Phone) -> Value {
    let answer = phone.ask("look", json!({})).unwrap_or_default();
    json!({ "bold": answer.get("bold").and_then(Value::as_bool).unwrap_or_default() })
}

/// A light tick, where the phone has one and the client did not switch it off.
pub fn tick(phone: &dyn Phone) {
    // Nothing depends on it.
    let _ = phone.ask("haptic", json!({}));
}

/// Keeps the record's folder out of the copies that the system makes elsewhere. On Android the manifest does that.
#[cfg(any(target_os = "ios", test))]
pub fn keep_from_backup(phone: &dyn Phone, folder: &Path) {
    // Where it is refused, the copy holds what lies on the device: encrypted.
    let _ = phone.ask("keepFromBackup", json!({ "folder": folder }));
}

#[cfg(test)]
mod tests {
    use super::super::stand_in::StandIn;
    use super::*;

    #[test]
    fn the_page_follows_bold_text_and_a_silent_phone_has_none() {
        let phone = StandIn::default();
        assert_eq!(look(&phone), json!({ "bold": false }));
        phone.answer("look", json!({ "bold": true }));
        assert_eq!(look(&phone)["bold"], true);
        phone.refuse("look");
        assert_eq!(look(&phone)["bold"], false);
    }

    #[test]
    fn a_tick_and_the_folder_reach_the_phone_and_a_refusal_is_borne() {
        let phone = StandIn::default();
        tick(&phone);
        keep_from_backup(&phone, Path::new("/record"));
        assert_eq!(
            phone.asked(),
            [("haptic".to_owned(), json!({})), ("keepFromBackup".to_owned(), json!({ "folder": "/record" }))]
        );
        phone.refuse("haptic");
        tick(&phone);
    }
}
