//! How the phone is set to show and to feel.

#[cfg(any(target_os = "ios", test))]
use std::path::Path;

use serde_json::{Value, json};

use super::Phone;

/// The smallest and the largest text that the page is made for, as a factor of the usual size.
const SCALE: (f64, f64) = (0.85, 2.5);

/// For the page: whether the client wants `bold` text, and the `scale` of its size, 1 as usual. Where the phone does not
/// say: as it comes from the factory. An iPhone says no scale, for its web view gives the page the system's text style.
pub fn look(phone: &dyn Phone) -> Value {
    let answer = phone.ask("look", json!({})).unwrap_or_default();
    let scale = answer.get("scale").and_then(Value::as_f64).unwrap_or(1.0).clamp(SCALE.0, SCALE.1);
    json!({ "bold": answer.get("bold").and_then(Value::as_bool).unwrap_or_default(), "scale": scale })
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
    fn the_page_follows_bold_and_large_text_and_a_silent_phone_has_neither() {
        let phone = StandIn::default();
        let usual = json!({ "bold": false, "scale": 1.0 });
        assert_eq!(look(&phone), usual);
        phone.answer("look", json!({ "bold": true, "scale": 1.5 }));
        assert_eq!(look(&phone), json!({ "bold": true, "scale": 1.5 }));
        phone.answer("look", json!({ "bold": true }));
        assert_eq!(look(&phone)["scale"], 1.0);
        phone.refuse("look");
        assert_eq!(look(&phone), usual);
    }

    #[test]
    fn no_text_becomes_smaller_or_larger_than_the_page_is_made_for() {
        let phone = StandIn::default();
        for (asked, given) in [(0.0, 0.85), (0.85, 0.85), (2.0, 2.0), (2.5, 2.5), (40.0, 2.5)] {
            phone.answer("look", json!({ "bold": false, "scale": asked }));
            assert_eq!(look(&phone)["scale"], given);
        }
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
