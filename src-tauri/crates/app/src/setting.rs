//! The client's choices, and taking back the last change.

use domain::preference::Preferences;

use crate::api::settings::{SaveLocking, SaveSettings, Settings, Undo};
use crate::api::{Nothing, Ok as Acknowledged};
use crate::change::{Change, Done};
use crate::check;
use crate::failure::Failure;
use crate::open::Open;

pub(crate) fn settings(open: &mut Open, _: Nothing) -> Result<Done<Settings>, Failure> {
    Ok(Done::read(Settings {
        preferences: open.preferences.clone(),
        device_zone: open.zone().name().to_owned(),
        folder: open.folder.display().to_string(),
    }))
}

pub(crate) fn save_settings(open: &mut Open, request: SaveSettings) -> Result<Done<Acknowledged>, Failure> {
    if let Some(minutes) = request.lock_after_minutes {
        check::range("lock_after_minutes", minutes, 1, 120)?;
    }
    let preferences = Preferences {
        language: request.language,
        week_starts_on: request.week_starts_on,
        lock_after_minutes: request.lock_after_minutes,
        lock_when_hidden: open.preferences.lock_when_hidden,
        lock_with_screen: open.preferences.lock_with_screen,
        quiet: open.preferences.quiet,
        remind_while_locked: open.preferences.remind_while_locked,
        recovery_key_kept: open.preferences.recovery_key_kept,
    };
    let changed_weeks = preferences.week_starts_on != open.preferences.week_starts_on;
    let changed_language = preferences.language != open.preferences.language;
    let done = open.write(Change::Settings, |w| Ok(store::preference::put_preferences(w, &preferences)?))?;
    open.preferences = preferences;
    if changed_language {
        // Only the greeting before unlocking depends on it: the choice itself is saved.
        let _ = open.vault.set_language(open.preferences.language.tag());
    }
    let mut done = Done { value: Acknowledged, changes: done.changes, undo: done.undo };
    if changed_weeks {
        done.changes.extend([Change::Treatment, Change::Groups]);
    }
    Ok(done)
}

/// Keeps when the record locks by itself, besides after idle minutes.
pub(crate) fn save_locking(open: &mut Open, request: SaveLocking) -> Result<Done<Acknowledged>, Failure> {
    let preferences = Preferences {
        lock_when_hidden: request.lock_when_hidden,
        lock_with_screen: request.lock_with_screen,
        ..open.preferences.clone()
    };
    let done = open.write(Change::Settings, |w| Ok(store::preference::put_preferences(w, &preferences)?))?;
    open.preferences = preferences;
    Ok(Done { value: Acknowledged, changes: done.changes, undo: done.undo })
}

/// Takes the latest change back.
pub(crate) fn undo(open: &mut Open, request: Undo) -> Result<Done<Acknowledged>, Failure> {
    let mut changes: Vec<Change> = open.store.undo(request.step)?.iter().map(|table| Change::of_table(table)).collect();
    changes.dedup();
    for change in &changes {
        open.forget(*change);
    }
    if changes.contains(&Change::Settings) {
        open.reload_preferences()?;
        let _ = open.vault.set_language(open.preferences.language.tag());
        changes.extend([Change::Treatment, Change::Groups]);
    }
    Ok(Done::changed(Acknowledged, &changes))
}
