//! Notices on a phone: its own scheduler shows them, whether the app runs or not.
//!
//! What cannot be worked around: on Android alarms are inexact and may be minutes late, and after a restart of the phone
//! they come again only once the app was opened (docs of `AlarmManager`); on iOS only the nearest [`phone_plan`] hands
//! over come until the app is next opened. The screens say so.

use std::path::{Path, PathBuf};
use std::sync::{Mutex, PoisonError};

#[cfg(target_os = "ios")]
use app::port::ZonePort;
use app::port::{Notice, Notifier, NotifierError, Permission, Pressed, Scheduled};
use chrono::{DateTime, Utc};
use tauri::AppHandle;
use tauri::plugin::PermissionState;
use tauri_plugin_notification::{NotificationBuilder, NotificationExt, Schedule};

use super::phone_plan::{self, Handed};
use crate::platform::files;
#[cfg(target_os = "ios")]
use crate::platform::zone::DeviceZone;

/// What was handed over: opaque ids, numbers and times.
const FILE: &str = "handed-over.json";
/// Two channels, since Android gives a sound to a channel and not to a notice.
#[cfg(target_os = "android")]
const WITH_SOUND: &str = "reminders";
#[cfg(target_os = "android")]
const SILENT: &str = "reminders-silent";

/// The phone's notices.
pub struct SystemNotifier {
    handle: AppHandle,
    file: PathBuf,
    handed: Mutex<Vec<Handed>>,
}

impl SystemNotifier {
    /// As it was left.
    pub fn start(handle: &AppHandle, folder: &Path) -> Self {
        let file = folder.join(FILE);
        let handed = std::fs::read(&file).map(|bytes| phone_plan::read(&bytes)).unwrap_or_default();
        Self { handle: handle.clone(), file, handed: Mutex::new(handed) }
    }

    fn number(&self, notice: &str) -> i32 {
        phone_plan::number(notice, &self.handed.lock().unwrap_or_else(PoisonError::into_inner))
    }

    /// On its channel, which only shows its words where the phone is open.
    fn builder(&self, number: i32, title: &str, body: &str, sound: bool) -> NotificationBuilder<tauri::Wry> {
        let builder = self.handle.notification().builder().id(number).title(title).body(body).auto_cancel();
        #[cfg(target_os = "android")]
        let builder = builder.channel_id(self.channel(title, sound));
        #[cfg(target_os = "ios")]
        let builder = if sound { builder.sound("default") } else { builder };
        builder
    }

    /// Made anew each time: the system keeps the one that is there.
    #[cfg(target_os = "android")]
    fn channel(&self, name: &str, sound: bool) -> &'static str {
        use tauri_plugin_notification::{Channel, Importance, Visibility};
        let (id, importance) = if sound { (WITH_SOUND, Importance::High) } else { (SILENT, Importance::Low) };
        let channel = Channel::builder(id, name).importance(importance).visibility(Visibility::Private).build();
        // Without it the notice is refused, and that is told.
        let _ = self.handle.notification().create_channel(channel);
        id
    }
}

impl Notifier for SystemNotifier {
    fn show(&self, notice: &Notice) -> Result<(), NotifierError> {
        let shown = self.builder(self.number(&notice.id), &notice.title, &notice.body, notice.sound).show();
        shown.map_err(|_| NotifierError)
    }

    fn withdraw(&self, id: &str) {
        // What is not there any more needs no withdrawing.
        let _ = self.handle.notification().remove_active(vec![self.number(id)]);
    }

    /// A phone's notices have no buttons: the plugin tells a press only while the app runs.
    fn listen(&self, _: Pressed) {}

    fn permission(&self) -> Permission {
        granted(self.handle.notification().permission_state())
    }

    fn ask(&self) -> Permission {
        granted(self.handle.notification().request_permission())
    }

    fn schedules(&self) -> bool {
        true
    }

    fn schedule(&self, coming: &[Scheduled]) -> Result<(), NotifierError> {
        let mut handed = self.handed.lock().unwrap_or_else(PoisonError::into_inner);
        let orders = phone_plan::translate(coming, &handed, Utc::now());
        // Kept first, with what is cancelled: cut off in between, the next time cancels all of it.
        let mut both = orders.handed.clone();
        both.extend(handed.iter().filter(|one| orders.cancel.contains(&one.number)).cloned());
        files::write_whole(&self.file, &phone_plan::written(&both)).map_err(|_| NotifierError)?;
        *handed = both;
        let notification = self.handle.notification();
        if !orders.cancel.is_empty() {
            notification.cancel(orders.cancel).map_err(|_| NotifierError)?;
        }
        for request in &orders.schedule {
            let date = told(request.at).ok_or(NotifierError)?;
            self.builder(request.number, &request.title, &request.body, request.sound)
                .schedule(Schedule::At { date, repeating: false, allow_while_idle: true })
                .show()
                .map_err(|_| NotifierError)?;
        }
        *handed = orders.handed;
        Ok(())
    }
}

fn granted(state: tauri_plugin_notification::Result<PermissionState>) -> Permission {
    match state {
        Ok(PermissionState::Granted) => Permission::Granted,
        Ok(PermissionState::Prompt | PermissionState::PromptWithRationale) => Permission::NotAsked,
        _ => Permission::Denied,
    }
}

/// The time as this system reads it.
fn told(at: DateTime<Utc>) -> Option<time::OffsetDateTime> {
    #[cfg(target_os = "ios")]
    let at = phone_plan::as_ios_reads(at, DeviceZone.zone());
    time::OffsetDateTime::from_unix_timestamp(at.timestamp()).ok()
}
