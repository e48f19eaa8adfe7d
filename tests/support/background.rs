//! Running without a window, as a system that allows everything would have it.

use std::sync::{Mutex, PoisonError};

use app::api::reminders::Background;
use app::port::{BackgroundPort, FileError};

/// Remembers what was chosen.
#[derive(Debug)]
pub struct FixedBackground(Mutex<Background>);

impl Default for FixedBackground {
    fn default() -> Self {
        Self(Mutex::new(Background { supported: true, has_tray: true, ..Background::default() }))
    }
}

impl BackgroundPort for FixedBackground {
    fn state(&self) -> Background {
        *self.0.lock().unwrap_or_else(PoisonError::into_inner)
    }

    fn set(&self, keeps_running: bool, starts_at_login: bool) -> Result<(), FileError> {
        let mut state = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        *state = Background { keeps_running, starts_at_login, ..*state };
        Ok(())
    }
}
