//! Reminders: planned, shown once, neutral.

use std::time::Duration;

use app::Durability;
use app::port::Clock;
use serde_json::{Value, json};

use crate::reminders_answered::{monday_group, shown};
use support::TestVault;

fn set(vault: &TestVault, remind: bool, lead: u32) {
    stay_open(vault, "en");
    rule(vault, "session", remind, json!([{"kind": "before", "minutes": lead}]));
}

fn stay_open(vault: &TestVault, language: &str) {
    vault.call::<Value>(
        "save_settings",
        json!({"language": language, "week_starts_on": "monday", "lock_after_minutes": null}),
    );
}

/// Chooses how a source reminds, without asking afterwards.
fn rule(vault: &TestVault, source: &str, on: bool, leads: Value) {
    vault.call::<Value>(
        "save_reminder_rule",
        json!({"source": source, "on": on, "leads": leads, "words": "", "sound": true, "ask": false}),
    );
}

#[test]
fn an_hour_before_a_session_one_neutral_reminder_appears() {
    let vault = TestVault::new();
    set(&vault, true, 60);
    monday_group(&vault);
    vault.go_to("2026-01-05T16:59");
    assert_eq!(shown(&vault), [""; 0]);
    vault.go_to("2026-01-05T17:00");
    assert_eq!(shown(&vault), ["You have something at 6:00\u{a0}pm."]);
    vault.go_to("2026-01-05T17:01");
    assert_eq!(shown(&vault).len(), 1, "shown once");
    let notice = &vault.notifier.shown()[0];
    for telling in ["group", "therapy", "Cedar", "session", "treatment", "IOP"] {
        let words = format!("{} {}", notice.title, notice.body).to_lowercase();
        assert!(!words.contains(&telling.to_lowercase()), "{words}");
    }
}

#[test]
fn a_shown_reminder_is_not_shown_again_after_a_restart() {
    let mut vault = TestVault::new();
    set(&vault, true, 60);
    monday_group(&vault);
    vault.go_to("2026-01-05T17:00");
    vault.restart();
    vault.unlock();
    vault.go_to("2026-01-05T17:05");
    assert_eq!(shown(&vault).len(), 1);
}

#[test]
fn a_reminder_comes_while_the_record_is_locked_and_once_only() {
    let vault = TestVault::new();
    set(&vault, true, 60);
    monday_group(&vault);
    vault.lock();
    vault.go_to("2026-01-05T17:00");
    assert_eq!(shown(&vault).len(), 1);
    vault.unlock();
    vault.go_to("2026-01-05T17:02");
    assert_eq!(shown(&vault).len(), 1);
}

#[test]
fn the_lead_time_can_be_changed_and_reminders_switched_off() {
    let vault = TestVault::new();
    monday_group(&vault);
    set(&vault, true, 15);
    let coming = || vault.call::<Value>("reminders", json!({}))["coming"].clone();
    assert_eq!((&coming()[0]["on"], &coming()[0]["time"]), (&json!("2026-01-05"), &json!("17:45")));
    assert_eq!(coming()[0]["body"], "You have something at 6:00\u{a0}pm.");
    set(&vault, false, 15);
    assert_eq!(coming(), json!([]));
    vault.go_to("2026-01-05T17:45");
    assert_eq!(shown(&vault), [""; 0]);
}

#[test]
fn an_answered_or_cancelled_session_is_not_reminded_of() {
    let vault = TestVault::new();
    set(&vault, true, 60);
    monday_group(&vault);
    let session = vault.call::<Value>("week", json!({"of": null}))["sessions"][0]["session"].clone();
    vault.call::<Value>("log_session", json!({"session": session, "state": "cancelled"}));
    vault.go_to("2026-01-05T17:00");
    assert_eq!(shown(&vault), [""; 0]);
}

#[test]
fn a_client_who_travels_is_reminded_at_the_clinics_hour_in_their_own_time() {
    let vault = TestVault::new();
    set(&vault, true, 60);
    monday_group(&vault);
    vault.zone.set(domain::time::Zone::parse("America/Los_Angeles").unwrap());
    vault.go_to("2026-01-05T14:00");
    assert_eq!(shown(&vault), ["You have something at 3:00\u{a0}pm."]);
}

#[test]
fn a_refusing_system_is_said_and_does_not_keep_the_keeper_busy() {
    let vault = TestVault::new();
    set(&vault, true, 60);
    monday_group(&vault);
    vault.notifier.refuse(true);
    vault.go_to("2026-01-05T17:00");
    assert_eq!(vault.call::<Value>("reminders", json!({}))["delivery"], "refused");
    // It is tried again after a minute, then after two.
    assert_eq!(vault.app.tick(), Some(Duration::from_secs(60)));
    vault.pass(Duration::from_secs(60));
    assert_eq!(vault.app.tick(), Some(Duration::from_secs(120)));
    vault.notifier.refuse(false);
    vault.pass(Duration::from_secs(120));
    assert_eq!(shown(&vault), ["You have something at 6:00\u{a0}pm."]);
    assert_eq!(vault.call::<Value>("reminders", json!({}))["delivery"], "works");
}

#[test]
fn the_keeper_sleeps_until_the_next_reminder_and_no_longer() {
    let vault = TestVault::new();
    set(&vault, true, 60);
    monday_group(&vault);
    assert_eq!(vault.app.tick(), Some(Duration::from_secs(8 * 3600)));
    // Without reminders, until the session begins: then a screen says something else.
    set(&vault, false, 60);
    assert_eq!(vault.app.tick(), Some(Duration::from_secs(9 * 3600)));
    rule(&vault, "backup", false, json!([]));
    vault.lock();
    assert_eq!(vault.app.tick(), None);
}

#[test]
fn a_note_on_a_coming_session_or_the_same_days_anew_bring_no_reminder_twice() {
    let vault = TestVault::new();
    set(&vault, true, 60);
    monday_group(&vault);
    vault.go_to("2026-01-05T17:00");
    let session = vault.call::<Value>("week", json!({"of": null}))["sessions"][0]["session"].clone();
    vault.call::<Value>("log_session", json!({"session": session, "state": "planned", "note": "Bring the list."}));
    vault.go_to("2026-01-05T17:05");
    let episode = vault.call::<Value>("care", json!({}))["episodes"][0]["episode"]["id"].clone();
    let slot = json!({"weekday": "monday", "time": "18:00", "minutes": 180, "kind": "group"});
    let same = json!({"episode": episode, "from": "2026-01-05", "target_minutes": 180, "slots": [slot]});
    vault.call::<Value>("change_schedule", same);
    vault.go_to("2026-01-05T17:10");
    assert_eq!(shown(&vault).len(), 1);
}

#[test]
fn a_session_that_has_begun_is_not_reminded_of_any_more() {
    let vault = TestVault::new();
    set(&vault, true, 10);
    monday_group(&vault);
    // The device slept over the reminder and the beginning: only that is told.
    vault.go_to("2026-01-05T18:05");
    assert_eq!(shown(&vault), ["1 reminder came while this device was off."]);
}

#[test]
fn looking_around_keeps_the_clients_own_reminders_and_shows_none_of_the_made_up_ones() {
    let vault = TestVault::new();
    set(&vault, true, 60);
    monday_group(&vault);
    vault.lock();
    vault.call::<Value>("open_demo", json!({"language": "en"}));
    assert_ne!(vault.call::<Value>("reminders", json!({}))["coming"], json!([]), "the made-up list can be looked at");
    vault.go_to("2026-01-05T17:00");
    assert_eq!(shown(&vault), ["You have something at 6:00\u{a0}pm."], "the client's own");
    vault.lock();
    vault.unlock();
    vault.go_to("2026-01-05T17:10");
    assert_eq!(shown(&vault).len(), 1);
    // Two days on the made-up client has sessions of its own, and the client has none.
    vault.call::<Value>("open_demo", json!({"language": "en"}));
    vault.go_to("2026-01-07T17:30");
    assert_eq!(shown(&vault).len(), 1);
}

#[test]
fn reminders_go_on_past_the_horizon_though_nothing_is_written() {
    let vault = TestVault::new();
    set(&vault, true, 60);
    monday_group(&vault);
    // Only the keeper runs, as often as it asks to; ten Mondays pass.
    let end = vault.clock.now() + chrono::TimeDelta::days(90);
    while vault.clock.now() < end {
        let wait = vault.app.tick().expect("the record is open");
        vault.clock.advance(wait.max(Duration::from_secs(1)));
    }
    let of_sessions = shown(&vault).into_iter().filter(|body| body.contains("6:00")).count();
    assert_eq!(of_sessions, 10);
}

#[test]
fn the_page_is_told_when_a_session_begins_and_ends_and_when_a_day_begins() {
    let vault = TestVault::new();
    set(&vault, false, 60);
    monday_group(&vault);
    let told = std::sync::Arc::new(std::sync::Mutex::new(Vec::new()));
    let listener = std::sync::Arc::clone(&told);
    let clock = std::sync::Arc::clone(&vault.clock);
    vault.app.subscribe(Box::new(move |changes| {
        if changes.contains(&app::Change::Time) {
            listener.lock().unwrap().push(clock.now().to_rfc3339());
        }
    }));
    for _ in 0..3 {
        let wait = vault.app.tick().expect("the record is open");
        vault.pass(wait);
    }
    // New York: 18:00, 21:00, midnight.
    assert_eq!(
        *told.lock().unwrap(),
        ["2026-01-05T23:00:00+00:00", "2026-01-06T02:00:00+00:00", "2026-01-06T05:00:00+00:00"]
    );
}

#[test]
fn reminders_are_neutral_in_spanish_too() {
    let vault = TestVault::new();
    monday_group(&vault);
    stay_open(&vault, "es");
    vault.go_to("2026-01-05T17:00");
    assert_eq!(shown(&vault), ["A las 6:00\u{a0}p.m. tienes algo."]);
}

#[test]
fn writes_of_a_clients_own_record_are_durable_by_default() {
    assert!(matches!(app::Options::default(), app::Options { costly_passphrase: true, durability: Durability::Full }));
}

#[test]
fn a_usual_meeting_reminds_in_neutral_words_once_each_week_and_no_more_when_it_is_taken_away() {
    let vault = TestVault::at("2026-01-06T18:00", "America/New_York");
    let meeting = json!({"fellowship": "aa", "name": "Tuesday Night", "weekday": "tuesday", "time": "19:30", "minutes": 60,
        "mode": "in_person", "place": "Library", "remind_minutes": 30});
    let key: Value = vault.call("save_meeting", meeting);
    let coming: Value = vault.call("reminders", json!({}));
    let of_seven_days: Vec<_> =
        coming["coming"].as_array().unwrap().iter().map(|one| (&one["time"], &one["asks"])).collect();
    assert_eq!(of_seven_days, [(&json!("19:00"), &json!(false)), (&json!("20:30"), &json!(true))]);
    vault.go_to("2026-01-06T19:00");
    vault.app.tick();
    let shown = vault.notifier.shown();
    assert_eq!(shown.len(), 1);
    assert!(!format!("{shown:?}").contains("Tuesday Night"));
    vault.app.tick();
    assert_eq!(vault.notifier.shown().len(), 1);
    vault.unlock();
    vault.call::<Value>("delete_meeting", key);
    assert_eq!(vault.call::<Value>("reminders", json!({}))["coming"], json!([]));
}
