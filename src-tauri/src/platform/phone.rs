//! A phone's side of the ports: one seam, [`Phone`], which the plugin `phone` stands behind on Android and iOS. All that
//! lies above it is compiled and tested on a desktop as well.

pub mod document;
#[cfg(any(target_os = "ios", test))]
pub mod leaving;
pub mod look;
pub mod notifier;
#[cfg(any(target_os = "android", test))]
pub mod secret;
pub mod share;
#[cfg(test)]
mod stand_in;

use std::sync::Arc;
#[cfg(mobile)]
use std::sync::atomic::{AtomicBool, Ordering};

use app::api::reminders::Background;
use app::port::{BackgroundPort, FileError};
use serde_json::Value;

/// The phone refused, or has no such thing.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Refused;

/// What Android or iOS does when asked.
pub trait Phone: Send + Sync {
    /// Performs one command; the answer depends on it. Never on the UI thread: Android performs it there.
    ///
    /// # Errors
    /// [`Refused`].
    fn ask(&self, command: &str, payload: Value) -> Result<Value, Refused>;
    /// From now on says what that command listens to. Said on the UI thread, on which nothing may be asked.
    ///
    /// # Errors
    /// [`Refused`].
    fn listen(&self, command: &'static str, heard: Box<dyn Fn(Value) + Send + Sync>) -> Result<(), Refused>;
}

/// The phone that this runs on.
#[cfg(mobile)]
pub fn this(handle: &tauri::AppHandle) -> Arc<dyn Phone> {
    Arc::new(This(::phone::System::of(handle)))
}

#[cfg(mobile)]
struct This(Option<::phone::System>);

/// The app ends: nobody is there to ask any more, and Android's side would not survive the question.
#[cfg(mobile)]
pub fn end() {
    ENDED.store(true, Ordering::Release);
}

#[cfg(mobile)]
static ENDED: AtomicBool = AtomicBool::new(false);

#[cfg(mobile)]
impl Phone for This {
    fn ask(&self, command: &str, payload: Value) -> Result<Value, Refused> {
        let there = self.0.as_ref().filter(|_| !ENDED.load(Ordering::Acquire));
        there.and_then(|system| system.ask(command, payload)).ok_or(Refused)
    }

    /// Said from a thread of its own: Android answers on the one that the app starts on.
    fn listen(&self, command: &'static str, heard: Box<dyn Fn(Value) + Send + Sync>) -> Result<(), Refused> {
        let system = self.0.clone().ok_or(Refused)?;
        std::thread::spawn(move || system.listen(command, heard));
        Ok(())
    }
}

/// A phone that all of its ports share.
pub type Shared = Arc<dyn Phone>;

/// A phone's own scheduler keeps reminders; there is nothing to choose.
pub struct NoBackground;

impl BackgroundPort for NoBackground {
    fn state(&self) -> Background {
        Background::default()
    }

    fn set(&self, _: bool, _: bool) -> Result<(), FileError> {
        Err(FileError::Failed)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_phone_offers_no_going_on_without_a_window() {
        assert!(!NoBackground.state().supported);
        assert_eq!(NoBackground.set(true, true), Err(FileError::Failed));
    }
}
