//! Going on without a window: what the client chose on this device, and the icon that shows it.

use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};
#[cfg(target_os = "linux")]
use std::sync::{Mutex, PoisonError};

use app::api::reminders::Background;
use app::port::{BackgroundPort, FileError};
use auto_launch::{AutoLaunch, AutoLaunchBuilder};
use serde_json::{Value, json};
use tauri::AppHandle;
#[cfg(target_os = "linux")]
use tauri::Manager;

use super::files;
use super::process::HIDDEN;
#[cfg(target_os = "linux")]
use super::tray::Tray;

/// Beside the record, and readable while that is locked: it says only what shows anyway.
const FILE: &str = "background.json";

/// What the client chose on this device.
pub struct DeviceBackground {
    #[cfg(target_os = "linux")]
    handle: AppHandle,
    file: PathBuf,
    /// `None`: this program has no place of its own that could be started at login.
    at_login: Option<AutoLaunch>,
    keeps_running: AtomicBool,
    #[cfg(target_os = "linux")]
    tray: Mutex<Option<Tray>>,
}

impl DeviceBackground {
    /// As it was left. The icon comes with [`DeviceBackground::refresh`].
    pub fn new(handle: &AppHandle, folder: &Path) -> Self {
        let file = folder.join(FILE);
        let keeps_running = AtomicBool::new(kept(&file));
        Self {
            #[cfg(target_os = "linux")]
            handle: handle.clone(),
            file,
            at_login: at_login(handle),
            keeps_running,
            #[cfg(target_os = "linux")]
            tray: Mutex::default(),
        }
    }

    /// Whether the app goes on when its window is closed.
    pub fn keeps_running(&self) -> bool {
        self.keeps_running.load(Ordering::Relaxed)
    }

    /// Shows the icon in the client's language where the app keeps running, and none where not. Only once the core is
    /// there.
    #[cfg(target_os = "linux")]
    pub fn refresh(&self) {
        if !self.keeps_running() {
            *self.tray.lock().unwrap_or_else(PoisonError::into_inner) = None;
            return;
        }
        let language = domain::preference::Language::from_tag(super::process::language());
        // Asked before the icon is held: the core may be busy, and want the icon gone meanwhile.
        let words = self.handle.state::<Arc<app::App>>().tray_words(language);
        let mut tray = self.tray.lock().unwrap_or_else(PoisonError::into_inner);
        match tray.as_ref() {
            Some(tray) => tray.say(words),
            None => *tray = Tray::show(&self.handle, words),
        }
    }

    /// No icon on this system yet: starting the app again is the way back.
    #[cfg(not(target_os = "linux"))]
    pub fn refresh(&self) {}

    /// As on a device that never had it: ends with its window, and is not started at login. Answers what could not be
    /// removed.
    pub fn forget(&self) -> Vec<PathBuf> {
        self.keeps_running.store(false, Ordering::Relaxed);
        self.refresh();
        let mut left = Vec::new();
        if self.starts_at_login() && self.start_at_login(false).is_err() {
            left.extend(self.at_login.as_ref().map(|entry| PathBuf::from(entry.get_app_name())));
        }
        if files::remove(&self.file).is_err() {
            left.push(self.file.clone());
        }
        left
    }

    #[cfg(target_os = "linux")]
    fn has_tray(&self) -> bool {
        let tray = self.tray.lock().unwrap_or_else(PoisonError::into_inner);
        tray.as_ref().map_or_else(Tray::has_place, Tray::is_seen)
    }

    #[cfg(not(target_os = "linux"))]
    fn has_tray(&self) -> bool {
        false
    }

    fn starts_at_login(&self) -> bool {
        self.at_login.as_ref().is_some_and(|entry| entry.is_enabled().unwrap_or(false))
    }

    fn start_at_login(&self, on: bool) -> Result<(), FileError> {
        let entry = self.at_login.as_ref().ok_or(FileError::Failed)?;
        let done = if on { entry.enable() } else { entry.disable() };
        done.map_err(|error| match error {
            auto_launch::Error::Io(error) => files::reason(error.kind()),
            _ => FileError::Failed,
        })
    }
}

impl BackgroundPort for DeviceBackground {
    fn state(&self) -> Background {
        Background {
            supported: true,
            keeps_running: self.keeps_running(),
            starts_at_login: self.starts_at_login(),
            has_tray: self.has_tray(),
        }
    }

    fn set(&self, keeps_running: bool, starts_at_login: bool) -> Result<(), FileError> {
        let before = self.starts_at_login();
        if before != starts_at_login {
            self.start_at_login(starts_at_login)?;
        }
        if let Err(error) = keep(&self.file, keeps_running) {
            if before != starts_at_login {
                // As it was: all of it was chosen, or nothing.
                let _ = self.start_at_login(before);
            }
            return Err(error);
        }
        self.keeps_running.store(keeps_running, Ordering::Relaxed);
        self.refresh();
        Ok(())
    }
}

/// A missing or damaged file leaves the app to end with its window.
fn kept(file: &Path) -> bool {
    let said: Option<Value> = std::fs::read(file).ok().and_then(|bytes| serde_json::from_slice(&bytes).ok());
    said.and_then(|said| said.get("keeps_running")?.as_bool()).unwrap_or(false)
}

fn keep(file: &Path, keeps_running: bool) -> Result<(), FileError> {
    let bytes = json!({ "keeps_running": keeps_running }).to_string();
    files::write_whole(file, bytes.as_bytes()).map_err(|error| files::reason(error.kind()))
}

/// The system's entry that starts this program, without a window, when the client logs in.
fn at_login(handle: &AppHandle) -> Option<AutoLaunch> {
    let program = tauri::process::current_binary(&handle.env()).ok()?;
    let program = program.to_str()?;
    // The entry is a line of words there, and not quoted by the library.
    let program = if cfg!(target_os = "linux") { quoted(program) } else { program.to_owned() };
    let name = &handle.package_info().name;
    AutoLaunchBuilder::new().set_app_name(name).set_app_path(&program).set_args(&[HIDDEN]).build().ok()
}

/// A word of the `Exec` line of a desktop entry (Desktop Entry Specification 1.5, "The Exec key").
fn quoted(word: &str) -> String {
    let mut quoted = String::from('"');
    for letter in word.chars() {
        match letter {
            // Once for the quotes, once more for the value of the key.
            '"' | '`' | '$' => quoted.push_str("\\\\"),
            '\\' => quoted.push_str("\\\\\\"),
            '%' => quoted.push('%'),
            _ => {}
        }
        quoted.push(letter);
    }
    quoted.push('"');
    quoted
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_choice_is_kept_and_a_damaged_file_is_no_choice() {
        let folder = tempfile::tempdir().unwrap();
        let file = folder.path().join(FILE);
        assert!(!kept(&file));
        for choice in [true, false] {
            keep(&file, choice).unwrap();
            assert_eq!(kept(&file), choice);
        }
        for damaged in ["", "[]", "{\"keeps_running\":1}", "{\"keeps_running\":true"] {
            std::fs::write(&file, damaged).unwrap();
            assert!(!kept(&file), "{damaged}");
        }
    }

    #[test]
    fn a_folder_with_any_name_is_one_word_of_the_entry() {
        assert_eq!(quoted("/usr/bin/handrail"), "\"/usr/bin/handrail\"");
        assert_eq!(quoted("/opt/my apps/50%/handrail"), "\"/opt/my apps/50%%/handrail\"");
        assert_eq!(quoted(r#"/a"b/$c/d\e"#), r#""/a\\"b/\\$c/d\\\\e""#);
    }
}
