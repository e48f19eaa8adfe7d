//! On a phone, which shows reminders by itself: what it is handed, what it has shown, what is pressed there.

use app::port::ZonePort;
use serde_json::{Value, json};

use crate::reminders_answered::{monday_group, own, page, quiet_record, rule, shown};

#[test]
fn a_phone_is_handed_what_is_to_come_and_hears_of_every_change() {
    let vault = quiet_record("2026-01-05T09:00");
    vault.notifier.be_a_phone();
    let key = own(&vault, "Call Jo", "2026-01-05", "10:00", json!({"every": 1, "unit": "day"}));
    let first = || vault.notifier.handed().first().map(|one| (one.at.to_rfc3339(), one.notice.body.clone()));
    let body = "You have something at 10:00\u{a0}am.".to_owned();
    assert_eq!(first(), Some(("2026-01-05T15:00:00+00:00".to_owned(), body.clone())));
    let local = || vault.notifier.handed().first().and_then(|one| one.local).map(|local| local.to_string());
    assert_eq!(local().as_deref(), Some("2026-01-05 10:00:00"), "the phone follows its clock also by itself");
    // What the phone has shown is not shown here, nor told of as missed.
    vault.go_to("2026-01-07T12:00");
    assert_eq!(shown(&vault), [""; 0]);
    assert_eq!(page(&vault)["missed"], json!([]));
    // On a journey, also while locked, its time is that of the clock there.
    vault.lock();
    vault.zone.set(domain::time::Zone::parse("America/Los_Angeles").unwrap());
    vault.app.wake();
    assert_eq!(first(), Some(("2026-01-08T18:00:00+00:00".to_owned(), body)));
    vault.unlock();
    vault.call::<Value>("remind_while_locked", json!({"on": false}));
    vault.lock();
    assert_eq!(first(), None, "nothing comes while it is locked");
    vault.unlock();
    assert_eq!(first(), None, "the app may end at any time without locking");
    vault.call::<Value>("remind_while_locked", json!({"on": true}));
    assert_ne!(first(), None);
    vault.call::<Value>("delete_own_reminder", key);
    assert_eq!(first(), None);
}

#[test]
fn a_press_that_starts_the_app_answers_what_the_phone_has_shown() {
    for keeper_was_first in [false, true] {
        let mut vault = quiet_record("2026-01-05T17:30");
        vault.notifier.be_a_phone();
        rule(&vault, json!({"source": "session", "leads": [{"kind": "before", "minutes": 15}], "ask": true}));
        monday_group(&vault);
        vault.go_to("2026-01-05T17:35");
        let handed = vault.notifier.handed();
        let asks = handed.iter().find(|one| one.notice.buttons.iter().any(|button| button.label == "Yes")).unwrap();
        assert!(asks.until > asks.at, "it is of use for a while");
        assert_eq!(asks.local, None, "a session stays at its instant");
        vault.restart();
        vault.clock.set_civil("2026-01-05T21:05", vault.zone.zone());
        if keeper_was_first {
            vault.app.tick();
        }
        vault.notifier.press_on(&asks.notice, "Yes");
        vault.unlock();
        let week: Value = vault.call("week", json!({"of": "2026-01-05"}));
        assert_eq!(week["sessions"][0]["state"], "attended", "keeper first: {keeper_was_first}");
    }
}

#[test]
fn a_phone_is_told_what_is_to_come_at_each_start_whatever_it_held_before() {
    let mut vault = quiet_record("2026-01-05T17:30");
    vault.notifier.be_a_phone();
    own(&vault, "Bring the form", "2026-01-06", "09:00", json!(null));
    vault.go_to("2026-01-05T17:31");
    assert_eq!(vault.notifier.handed().len(), 1);
    // The record is destroyed by a start that showed nothing yet.
    vault.restart();
    assert_eq!(vault.notifier.handed().len(), 1, "the phone goes on while nothing of the app runs");
    vault.call::<Value>("destroy_everything", json!({"passphrase": support::PASSPHRASE, "sure": true}));
    assert_eq!(vault.notifier.handed().len(), 0);
}

#[test]
fn what_a_phone_has_shown_by_itself_goes_from_the_screen_with_the_record() {
    let mut vault = quiet_record("2026-01-05T17:30");
    vault.notifier.be_a_phone();
    own(&vault, "Bring the form", "2026-01-05", "18:00", json!(null));
    vault.go_to("2026-01-05T17:31");
    let shown = vault.notifier.handed().remove(0).notice;
    vault.restart();
    vault.clock.set_civil("2026-01-05T18:01", vault.zone.zone());
    assert!(!vault.notifier.withdrawn().contains(&shown.id));
    vault.call::<Value>("destroy_everything", json!({"passphrase": support::PASSPHRASE, "sure": true}));
    assert!(vault.notifier.withdrawn().contains(&shown.id));
}

#[test]
fn a_phone_keeps_no_time_where_none_is_wanted_while_locked_and_the_app_reminds_while_it_is_open() {
    let vault = quiet_record("2026-01-05T17:30");
    vault.notifier.be_a_phone();
    own(&vault, "Bring the form", "2026-01-05", "18:00", json!(null));
    vault.go_to("2026-01-05T17:31");
    assert_eq!(vault.notifier.handed().len(), 1);
    vault.call::<Value>("remind_while_locked", json!({"on": false}));
    assert_eq!(vault.notifier.handed().len(), 0);
    vault.go_to("2026-01-05T18:00");
    assert_eq!(shown(&vault).len(), 1, "shown by the app itself");
}
