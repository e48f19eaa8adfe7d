//! One notice on the screen: shown, heard, closed.

#[cfg(target_os = "linux")]
pub use freedesktop::Shown;
#[cfg(not(target_os = "linux"))]
pub use plain::Shown;

use app::port::{Notice, Press};
use notify_rust::Notification;

/// Hears the press of a button once, or of the notice itself (`None`).
pub type Heard = Box<dyn FnOnce(Option<Press>) + Send>;

/// Neutral on a lock screen: the app's name, its mark, and the words that the core chose.
fn notification(notice: &Notice) -> Notification {
    let mut notification = Notification::new();
    notification.appname("Handrail").icon("handrail").summary(&notice.title).body(&notice.body);
    notification
}

#[cfg(target_os = "linux")]
mod freedesktop {
    use std::sync::Arc;

    use app::port::{Notice, NotifierError, Press};
    use notify_rust::{CloseReason, Hint, NotificationHandle, NotificationResponse, Urgency};
    use tauri::async_runtime::{self, JoinHandle};

    use super::{Heard, notification};
    use crate::platform::bus;
    use crate::platform::notifier::key;

    const DAEMON: &str = "org.freedesktop.Notifications";
    /// A short sound of the desktop's own theme.
    const SOUND: &str = "message-new-instant";
    /// The key of a press on the notice itself.
    const ITSELF: &str = "default";

    /// A notice that the daemon showed. Its connection is kept: daemons tell presses to it, and some take the notice
    /// away with it.
    pub struct Shown {
        handle: Arc<NotificationHandle>,
        /// Which daemon showed it. One that started since counts its notices anew: the same number is another app's.
        daemon: Option<String>,
        /// Sleeps until the daemon says what became of it.
        ear: JoinHandle<()>,
    }

    impl Shown {
        /// Shows it, in the place of `earlier` where that is still the same daemon's.
        ///
        /// # Errors
        /// Where the daemon is missing or refuses.
        pub fn show(notice: &Notice, earlier: Option<Self>, heard: Heard) -> Result<Self, NotifierError> {
            let mut notification = notification(notice);
            notification
                .urgency(Urgency::Normal)
                // It stays in the daemon's history once its time on the screen is over.
                .hint(Hint::Transient(false))
                .hint(Hint::DesktopEntry("Handrail".to_owned()))
                .action(ITSELF, &notice.title);
            for button in &notice.buttons {
                notification.action(key(button.press), &button.label);
            }
            if notice.sound {
                notification.sound_name(SOUND);
            } else {
                notification.hint(Hint::SuppressSound(true));
            }
            if let Some(earlier) = earlier.as_ref().filter(|earlier| earlier.is_of_this_daemon()) {
                notification.id(earlier.handle.id());
            }
            // The earlier one hears nothing more, and lets its connection go once the new one is in its place.
            let handle = Arc::new(notification.show().map_err(|_| NotifierError)?);
            drop(earlier);
            let daemon = daemon();
            let presses: Vec<Press> = notice.buttons.iter().map(|button| button.press).collect();
            let ear = async_runtime::spawn(hear(Arc::clone(&handle), daemon.clone(), presses, heard));
            Ok(Self { handle, daemon, ear })
        }

        /// Takes it away.
        pub fn close(self) {
            if self.is_of_this_daemon() {
                async_runtime::block_on(self.handle.close_async());
            }
        }

        /// Whether it may still be on the screen or in the daemon's history.
        pub fn is_there(&self) -> bool {
            !self.ear.inner().is_finished()
        }

        fn is_of_this_daemon(&self) -> bool {
            self.daemon.is_some() && self.daemon == daemon()
        }
    }

    impl Drop for Shown {
        fn drop(&mut self) {
            self.ear.abort();
        }
    }

    /// Waits for what becomes of a notice. One whose time on the screen is over can still be pressed in the history.
    async fn hear(handle: Arc<NotificationHandle>, shown_by: Option<String>, presses: Vec<Press>, heard: Heard) {
        let key_pressed = loop {
            let mut became = None;
            handle.wait_for_action_async(|response| became = Some(response.clone())).await;
            match became {
                Some(NotificationResponse::Closed(CloseReason::Expired)) => {}
                Some(NotificationResponse::Default) => break ITSELF.to_owned(),
                Some(NotificationResponse::Action(key)) => break key,
                // Gone, or the bus is.
                _ => return,
            }
        };
        let press = presses.into_iter().find(|press| key(*press) == key_pressed);
        if press.is_none() && key_pressed != ITSELF {
            return;
        }
        // Asking the bus may take a while, and so may what the core does about it.
        async_runtime::spawn_blocking(move || {
            if shown_by != daemon() {
                return;
            }
            // Not every daemon takes it away by itself.
            async_runtime::block_on(handle.close_async());
            heard(press);
        });
    }

    /// The daemon that runs now.
    fn daemon() -> Option<String> {
        bus::owner(DAEMON)
    }
}

/// Other desktops: shown and taken back, without buttons.
#[cfg(not(target_os = "linux"))]
mod plain {
    use app::port::{Notice, NotifierError};

    use super::{Heard, notification};

    /// A notice that was handed to the system.
    pub struct Shown(notify_rust::NotificationHandle);

    impl Shown {
        /// Shows it once the earlier one is gone.
        ///
        /// # Errors
        /// Where the system refuses.
        pub fn show(notice: &Notice, earlier: Option<Self>, _: Heard) -> Result<Self, NotifierError> {
            if let Some(earlier) = earlier {
                earlier.close();
            }
            notification(notice).show().map(Self).map_err(|_| NotifierError)
        }

        /// Takes it away.
        pub fn close(self) {
            self.0.close();
        }

        /// The system does not say.
        pub fn is_there(&self) -> bool {
            true
        }
    }
}
