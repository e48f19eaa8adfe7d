//! Reminders while the record is locked: a small table of times beside it, which says nothing else.

use std::time::Duration;

use domain::time::Zone;
use serde_json::{Value, json};

use crate::reminders_answered::{monday_group, own, quiet_record, rule, shown};
use support::TestVault;

fn table(vault: &TestVault) -> Option<String> {
    std::fs::read_to_string(vault.folder().join("handrail.reminders")).ok()
}

fn daily(vault: &TestVault) {
    own(vault, "Call Jo about Cedar House", "2026-01-05", "10:00", json!({"every": 1, "unit": "day"}));
}

#[test]
fn reminders_come_after_a_restart_before_the_record_was_unlocked_and_are_not_told_again_after_it() {
    let mut vault = quiet_record("2026-01-05T09:00");
    daily(&vault);
    vault.restart();
    vault.go_to("2026-01-05T10:00");
    assert_eq!(shown(&vault), ["You have something at 10:00\u{a0}am."]);
    vault.restart();
    vault.go_to("2026-01-05T10:01");
    assert_eq!(shown(&vault).len(), 1);
    vault.unlock();
    vault.go_to("2026-01-05T10:02");
    assert_eq!(shown(&vault).len(), 1);
    assert_eq!(vault.call::<Value>("reminders", json!({}))["lately"].as_array().unwrap().len(), 1);
}

#[test]
fn the_table_beside_the_record_holds_times_and_opaque_ids_and_not_a_word_of_what_they_are() {
    let vault = quiet_record("2026-01-05T09:00");
    daily(&vault);
    monday_group(&vault);
    rule(
        &vault,
        json!({"source": "check_in", "leads": [{"kind": "at", "days": 0, "time": "20:00"}], "words": "Be kind"}),
    );
    vault.lock();
    let file = table(&vault).expect("there is one");
    let file: Value = serde_json::from_str(&file).unwrap();
    let rows = file["table"]["rows"].as_array().unwrap();
    assert!(rows.len() > 100);
    for row in rows {
        let mut keys: Vec<_> = row.as_object().unwrap().keys().map(String::as_str).collect();
        keys.sort_unstable();
        assert_eq!(keys, ["about", "id", "sound", "thread", "until", "when"]);
        for id in [&row["id"], &row["thread"]] {
            let id = id.as_str().unwrap();
            assert!(id.len() == 16 && id.chars().all(|c| c.is_ascii_hexdigit()), "{id}");
        }
    }
    let said = file.to_string().to_lowercase();
    for telling in ["jo", "cedar", "be kind", "session", "check", "group", "meeting", "\"own", "treat", "plan"] {
        assert!(!said.contains(telling), "{telling}");
    }
    let again = quiet_record("2026-01-05T09:00");
    daily(&again);
    again.lock();
    let other: Value = serde_json::from_str(&table(&again).unwrap()).unwrap();
    assert_ne!(other["table"]["rows"][0]["id"], file["table"]["rows"][0]["id"], "each record has a secret of its own");
}

#[test]
fn switched_off_there_is_no_table_and_nothing_comes_while_locked() {
    let mut vault = quiet_record("2026-01-05T09:00");
    daily(&vault);
    assert!(table(&vault).is_some());
    let done = vault.done("remind_while_locked", json!({"on": false}));
    assert_eq!(table(&vault), None);
    vault.lock();
    vault.go_to("2026-01-05T10:00");
    vault.restart();
    vault.go_to("2026-01-06T11:00");
    assert_eq!(shown(&vault), [""; 0]);
    vault.unlock();
    vault.go_to("2026-01-07T10:00");
    assert_eq!(shown(&vault).len(), 1);
    assert_ne!(done["undo"], Value::Null);
}

#[test]
fn answers_and_snoozes_of_a_locked_record_are_taken_in_at_the_next_unlock() {
    let mut vault = quiet_record("2026-01-05T17:00");
    rule(&vault, json!({"source": "session", "leads": [{"kind": "before", "minutes": 10}], "ask": true}));
    monday_group(&vault);
    vault.lock();
    vault.go_to("2026-01-05T17:50");
    vault.notifier.press("In 10 minutes");
    vault.go_to("2026-01-05T18:00");
    assert_eq!(shown(&vault).len(), 2, "put off without the passphrase");
    vault.go_to("2026-01-05T21:00");
    assert_eq!(shown(&vault)[2], "You had something until 9:00\u{a0}pm. Were you there?");
    vault.notifier.press("Yes");
    vault.restart();
    vault.unlock();
    let week: Value = vault.call("week", json!({"of": "2026-01-05"}));
    assert_eq!(week["sessions"][0]["state"], "attended");
    vault.go_to("2026-01-05T21:05");
    assert_eq!(shown(&vault).len(), 3, "nothing twice");
}

#[test]
fn on_a_journey_a_locked_record_reminds_of_sessions_at_the_clinics_hour_and_of_ones_own_at_the_clocks() {
    let vault = quiet_record("2026-01-05T09:00");
    rule(&vault, json!({"source": "session", "leads": [{"kind": "before", "minutes": 0}]}));
    monday_group(&vault);
    daily(&vault);
    vault.lock();
    vault.zone.set(Zone::parse("America/Los_Angeles").unwrap());
    vault.go_to("2026-01-05T09:59");
    assert_eq!(shown(&vault), [""; 0]);
    vault.go_to("2026-01-05T10:00");
    assert_eq!(shown(&vault), ["You have something at 10:00\u{a0}am."]);
    vault.go_to("2026-01-05T15:00");
    assert_eq!(shown(&vault)[1], "You have something at 3:00\u{a0}pm.");
}

#[test]
fn a_damaged_table_is_no_obstacle_and_is_made_anew_by_the_next_unlock() {
    let mut vault = quiet_record("2026-01-05T09:00");
    daily(&vault);
    for damage in ["", "{", "[]", "{\"version\": 99}", "\u{0}\u{0}\u{0}"] {
        vault.lock();
        std::fs::write(vault.folder().join("handrail.reminders"), damage).unwrap();
        vault.restart();
        assert_eq!(vault.app.tick(), None);
        vault.unlock();
        assert!(table(&vault).is_some_and(|text| text.contains("rows")), "{damage}");
    }
}

#[test]
fn what_was_missed_while_the_device_was_off_is_told_at_the_start_before_the_unlock() {
    let mut vault = quiet_record("2026-01-05T09:00");
    daily(&vault);
    vault.restart();
    vault.clock.advance(Duration::from_secs(3 * 24 * 3600));
    vault.app.tick();
    assert_eq!(shown(&vault), ["3 reminders came while this device was off."]);
    vault.restart();
    vault.app.tick();
    vault.unlock();
    vault.app.tick();
    assert_eq!(shown(&vault).len(), 1);
    assert_eq!(vault.call::<Value>("reminders", json!({}))["missed"].as_array().unwrap().len(), 3);
}

#[test]
fn a_locked_record_that_cannot_write_its_table_still_reminds_once() {
    let vault = quiet_record("2026-01-05T09:00");
    daily(&vault);
    vault.lock();
    let folder = vault.folder();
    // A folder in the table's place: it can be neither read nor replaced.
    std::fs::remove_file(folder.join("handrail.reminders")).unwrap();
    std::fs::create_dir_all(folder.join("handrail.reminders/x")).unwrap();
    vault.go_to("2026-01-05T10:00");
    vault.go_to("2026-01-05T10:01");
    assert_eq!(shown(&vault).len(), 1);
}

#[test]
fn a_question_put_off_and_answered_while_locked_logs_the_session() {
    let mut vault = quiet_record("2026-01-05T17:00");
    rule(&vault, json!({"source": "session", "leads": [{"kind": "before", "minutes": 10}], "ask": true}));
    monday_group(&vault);
    vault.lock();
    vault.go_to("2026-01-05T21:00");
    vault.notifier.press("In an hour");
    vault.go_to("2026-01-05T22:00");
    vault.notifier.press("In an hour");
    vault.go_to("2026-01-05T23:00");
    vault.notifier.press("Yes");
    vault.restart();
    vault.unlock();
    assert_eq!(vault.call::<Value>("week", json!({"of": "2026-01-05"}))["sessions"][0]["state"], "attended");
}

#[test]
fn a_table_that_is_cut_keeps_what_is_nearest_and_says_when_it_ends() {
    let mut vault = quiet_record("2026-01-05T09:00");
    for hour in 10..20 {
        own(&vault, "x", "2026-01-05", &format!("{hour}:00"), json!({"every": 1, "unit": "day"}));
    }
    vault.lock();
    vault.go_to("2026-01-05T10:00");
    vault.notifier.press("In 10 minutes");
    vault.restart();
    vault.go_to("2026-01-05T10:10");
    assert_eq!(shown(&vault).len(), 2, "what was put off is among it");
    // Locked for weeks, and started anew each day.
    let mut days = 0;
    while shown(&vault).last().is_none_or(|body| !body.starts_with("Open Handrail")) {
        vault.restart();
        let end = vault_now(&vault) + chrono::TimeDelta::days(1);
        while vault_now(&vault) < end {
            let wait = vault.app.tick().unwrap_or(Duration::from_secs(24 * 3600));
            vault.clock.advance(wait.clamp(Duration::from_millis(1), Duration::from_secs(24 * 3600)));
        }
        days += 1;
        assert!(days < 70);
    }
    assert!(days > 15, "{days}");
    assert!(std::fs::metadata(vault.folder().join("handrail.reminders")).unwrap().len() < 64 * 1024);
    vault.unlock();
    vault.app.tick();
    let reminders: Value = vault.call("reminders", json!({}));
    assert!(reminders["coming"].as_array().unwrap().len() >= 60);
}

#[test]
fn a_meeting_without_a_zone_is_at_its_time_wherever_the_device_is_and_asks_once() {
    let mut vault = quiet_record("2026-01-06T18:00");
    let meeting = json!({"fellowship": "aa", "name": "Tuesday Night", "weekday": "tuesday", "time": "19:30",
        "minutes": 60, "mode": "online", "place": "", "remind_minutes": 30});
    vault.call::<Value>("save_meeting", meeting);
    vault.go_to("2026-01-06T20:30");
    vault.notifier.press("No");
    vault.zone.set(Zone::parse("America/Los_Angeles").unwrap());
    vault.app.wake();
    vault.pass(Duration::from_secs(4 * 3600));
    let before = shown(&vault).len();
    assert_eq!(before, 1);
    vault.lock();
    vault.restart();
    vault.go_to("2026-01-13T19:00");
    assert_eq!(shown(&vault)[before..], ["You have something at 7:30\u{a0}pm."]);
}

fn vault_now(vault: &TestVault) -> chrono::DateTime<chrono::Utc> {
    use app::port::Clock;
    vault.clock.now()
}

#[test]
fn the_table_is_written_anew_only_where_it_says_something_else() {
    use std::os::unix::fs::MetadataExt;
    let vault = quiet_record("2026-01-05T09:00");
    daily(&vault);
    let file = || std::fs::metadata(vault.folder().join("handrail.reminders")).unwrap().ino();
    let before = file();
    vault.pass(Duration::from_secs(60));
    vault.call::<Value>("save_mooring_lines", json!({"lines": []}));
    vault.app.wake();
    assert_eq!(file(), before);
    daily(&vault);
    assert_ne!(file(), before);
}
