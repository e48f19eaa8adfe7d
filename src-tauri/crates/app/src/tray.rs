//! The words of the icon in a desktop's panel.

use domain::preference::Language;

use crate::api::Nothing;
use crate::words::{Catalogue, Words};
use crate::{App, lock};

/// What the icon's menu says.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct TrayWords {
    /// Opens the window.
    pub open: String,
    /// Locks the record.
    pub lock: String,
    /// Ends the app.
    pub quit: String,
}

impl App {
    /// The words of the icon's menu, in the client's language; in `otherwise` where they have not chosen one yet.
    #[must_use]
    pub fn tray_words(&self, otherwise: Language) -> TrayWords {
        let chosen = lock::status(self, Nothing {}).ok().and_then(|status| status.value.language);
        let words = Words::of(&[Catalogue::Notice], chosen.unwrap_or(otherwise));
        TrayWords {
            open: words.say("notice-tray-open", &[]),
            lock: words.say("notice-tray-lock", &[]),
            quit: words.say("notice-tray-quit", &[]),
        }
    }
}
