//! Reminders of every kind: put off, answered, in one's own words, in quiet hours.

use std::time::Duration;

use app::{Failure, Rule};
use serde_json::{Value, json};
use support::TestVault;

/// A record that stays open, with nothing but what the test sets to remind of.
pub fn quiet_record(local: &str) -> TestVault {
    let vault = TestVault::at(local, "America/New_York");
    let chosen = json!({"language": "en", "week_starts_on": "monday", "lock_after_minutes": null});
    vault.call::<Value>("save_settings", chosen);
    rule(&vault, json!({"source": "backup", "on": false}));
    vault
}

/// Chooses how a source reminds; what is not said is as at the start of an own reminder.
pub fn rule(vault: &TestVault, chosen: Value) {
    let mut rule = json!({"on": true, "leads": [], "words": "", "sound": true, "ask": false});
    for (key, value) in chosen.as_object().unwrap() {
        rule[key] = value.clone();
    }
    vault.call::<Value>("save_reminder_rule", rule);
}

/// A reminder of the client's own, today's or later.
pub fn own(vault: &TestVault, text: &str, on: &str, time: &str, repeat: Value) -> Value {
    let own = json!({"id": null, "text": text, "shows_text": false, "on": on, "time": time, "repeat": repeat,
        "ends_on": null});
    vault.call("save_own_reminder", own)
}

pub fn monday_group(vault: &TestVault) {
    let slot = json!({"weekday": "monday", "time": "18:00", "minutes": 180, "kind": "group"});
    let provider = json!({"name": "Cedar House", "phone": "", "address": "", "room": "", "link": ""});
    let care = json!({"level": "intensive_outpatient", "age_group": "adult", "starts_on": "2026-01-05",
        "zone": "America/New_York", "provider": provider,
        "phases": [{"weeks": 10, "target_minutes": 180, "slots": [slot]}]});
    vault.call::<Value>("start_care", care);
}

pub fn shown(vault: &TestVault) -> Vec<String> {
    vault.notifier.shown().into_iter().map(|notice| notice.body).collect()
}

pub fn page(vault: &TestVault) -> Value {
    vault.call("reminders", json!({}))
}

#[test]
fn after_a_session_the_answer_yes_logs_it_at_once_and_no_logs_it_as_missed() {
    for (label, state) in [("Yes", "attended"), ("No", "missed")] {
        let vault = quiet_record("2026-01-05T17:30");
        rule(&vault, json!({"source": "session", "leads": [{"kind": "before", "minutes": 15}], "ask": true}));
        monday_group(&vault);
        vault.go_to("2026-01-05T21:00");
        assert_eq!(shown(&vault), ["You had something until 9:00\u{a0}pm. Were you there?"], "one for one session");
        vault.notifier.press(label);
        let week: Value = vault.call("week", json!({"of": "2026-01-05"}));
        assert_eq!(week["sessions"][0]["state"], state);
        assert!(page(&vault)["lately"].as_array().unwrap().is_empty());
    }
}

#[test]
fn after_a_usual_meeting_yes_logs_it_and_no_only_ends_the_question() {
    let vault = quiet_record("2026-01-06T18:00");
    let meeting = json!({"fellowship": "aa", "name": "Tuesday Night", "weekday": "tuesday", "time": "19:30",
        "minutes": 60, "mode": "in_person", "place": "Library", "remind_minutes": 30});
    vault.call::<Value>("save_meeting", meeting);
    vault.go_to("2026-01-06T20:30");
    vault.notifier.press("No");
    assert_eq!(page(&vault)["lately"], json!([]));
    assert_eq!(vault.call::<Value>("groups", json!({"before": null}))["weeks"], json!([]));
    vault.go_to("2026-01-13T20:30");
    vault.notifier.press("Yes");
    let groups: Value = vault.call("groups", json!({"before": null}));
    let logged = &groups["weeks"][0]["attendances"][0];
    assert_eq!(
        (&logged["on"], &logged["time"], &logged["name"]),
        (&json!("2026-01-13"), &json!("19:30"), &json!("Tuesday Night"))
    );
}

#[test]
fn what_is_answered_in_the_app_goes_from_the_screen() {
    let vault = quiet_record("2026-01-05T17:00");
    rule(&vault, json!({"source": "session", "leads": [{"kind": "before", "minutes": 15}]}));
    monday_group(&vault);
    vault.go_to("2026-01-05T17:45");
    let notice = vault.notifier.shown()[0].clone();
    assert_eq!(vault.notifier.withdrawn(), [""; 0]);
    let session = vault.call::<Value>("week", json!({"of": null}))["sessions"][0]["session"].clone();
    vault.call::<Value>("log_session", json!({"session": session, "state": "cancelled"}));
    assert_eq!(vault.notifier.withdrawn(), [notice.id]);
}

#[test]
fn two_reminders_of_one_session_take_each_others_place() {
    let vault = quiet_record("2026-01-05T09:00");
    let leads = json!([{"kind": "before", "minutes": 60}, {"kind": "before", "minutes": 10}]);
    rule(&vault, json!({"source": "session", "leads": leads}));
    monday_group(&vault);
    vault.go_to("2026-01-05T17:00");
    vault.go_to("2026-01-05T17:50");
    let shown = vault.notifier.shown();
    assert_eq!(shown.len(), 2);
    assert_eq!(shown[0].id, shown[1].id, "one place on the screen");
}

#[test]
fn a_reminder_put_off_comes_again_then_and_once() {
    let vault = quiet_record("2026-01-05T09:00");
    own(&vault, "Call Jo", "2026-01-05", "10:00", Value::Null);
    vault.go_to("2026-01-05T10:00");
    vault.notifier.press("In 10 minutes");
    assert_eq!(page(&vault)["lately"], json!([]), "it is to come");
    assert_eq!(
        (&page(&vault)["coming"][0]["time"], &page(&vault)["coming"][0]["snoozed"]),
        (&json!("10:10"), &json!(true))
    );
    vault.go_to("2026-01-05T10:09");
    assert_eq!(shown(&vault).len(), 1);
    vault.go_to("2026-01-05T10:10");
    vault.go_to("2026-01-05T10:11");
    assert_eq!(shown(&vault).len(), 2);
    vault.notifier.press("In an hour");
    vault.go_to("2026-01-05T11:11");
    assert_eq!(shown(&vault).len(), 3);
    vault.notifier.press("This evening");
    vault.go_to("2026-01-05T18:59");
    assert_eq!(shown(&vault).len(), 3);
    vault.go_to("2026-01-05T19:00");
    assert_eq!(shown(&vault).len(), 4);
    vault.notifier.press("Tomorrow");
    vault.go_to("2026-01-06T09:00");
    assert_eq!(shown(&vault).len(), 5);
}

#[test]
fn own_words_show_while_the_record_is_open_and_neutral_ones_while_it_is_locked() {
    let vault = quiet_record("2026-01-05T09:00");
    let text = json!({"id": null, "text": "Call Jo", "shows_text": true, "on": "2026-01-05", "time": "10:00",
        "repeat": {"every": 1, "unit": "day"}, "ends_on": null});
    vault.call::<Value>("save_own_reminder", text);
    let coming = page(&vault)["coming"][0].clone();
    assert_eq!(
        (&coming["body"], &coming["locked_body"]),
        (&json!("Call Jo"), &json!("You have something at 10:00\u{a0}am."))
    );
    vault.go_to("2026-01-05T10:00");
    vault.lock();
    vault.go_to("2026-01-06T10:00");
    // The first lost its words with the lock.
    let neutral = "You have something at 10:00\u{a0}am.";
    assert_eq!(shown(&vault), ["Call Jo", neutral, neutral]);
}

#[test]
fn a_reminder_that_falls_into_quiet_hours_comes_at_their_end_or_before_them() {
    let vault = quiet_record("2026-01-05T09:00");
    let night = json!({"from": "22:00", "until": "07:00"});
    vault.call::<Value>("save_quiet_hours", json!({"quiet": vec![night; 7]}));
    let text = |time: &str| own(&vault, "x", "2026-01-05", time, Value::Null);
    // At its end it would be too late: one's own is of use for half an hour.
    text("23:00");
    assert_eq!(page(&vault)["coming"][0]["time"], "21:59");
    // The check-in of the evening would come at midnight's end: no day is left.
    rule(&vault, json!({"source": "medication", "leads": [{"kind": "at", "days": 0, "time": "05:00"}]}));
    let times: Vec<_> = page(&vault)["coming"].as_array().unwrap().iter().map(|one| one["time"].clone()).collect();
    assert_eq!(times[1], "07:00");
    vault.go_to("2026-01-05T21:59");
    vault.go_to("2026-01-05T23:30");
    vault.go_to("2026-01-06T06:59");
    assert_eq!(shown(&vault).len(), 1);
    vault.go_to("2026-01-06T07:00");
    assert_eq!(shown(&vault).len(), 2);
}

#[test]
fn quiet_hours_of_every_day_and_night_keep_all_back_and_say_so() {
    let vault = quiet_record("2026-01-05T09:00");
    own(&vault, "x", "2026-01-05", "10:00", json!({"every": 1, "unit": "day"}));
    let always = json!({"from": "08:00", "until": "08:00"});
    vault.call::<Value>("save_quiet_hours", json!({"quiet": vec![always; 7]}));
    assert_eq!((&page(&vault)["coming"], page(&vault)["kept_back"].as_array().unwrap().len()), (&json!([]), 7));
    for day in 5..9 {
        vault.go_to(&format!("2026-01-0{day}T12:00"));
    }
    assert_eq!(shown(&vault), [""; 0], "not even that something was missed");
    vault.call::<Value>("save_quiet_hours", json!({"quiet": vec![Value::Null; 7]}));
    vault.go_to("2026-01-09T10:00");
    assert_eq!(shown(&vault).len(), 1);
}

#[test]
fn two_hundred_own_reminders_are_kept_and_no_more() {
    let vault = quiet_record("2026-01-05T09:00");
    for minute in 0..200 {
        let time = format!("{:02}:{:02}", 10 + minute / 60, minute % 60);
        let again = if minute < 5 { json!({"every": 1, "unit": "day"}) } else { Value::Null };
        own(&vault, "x", "2026-01-05", &time, again);
    }
    let more = json!({"id": null, "text": "x", "shows_text": false, "on": "2026-01-05", "time": "10:00",
        "repeat": null, "ends_on": null});
    assert!(matches!(vault.failure("save_own_reminder", more), Failure::Invalid { .. }));
    vault.lock();
    vault.go_to("2026-01-05T10:00");
    vault.go_to("2026-01-05T10:01");
    assert_eq!(shown(&vault).len(), 2, "also from the table beside the record");
}

#[test]
fn a_rule_that_does_not_fit_is_refused_and_changes_nothing() {
    let vault = quiet_record("2026-01-05T09:00");
    let before: Value = vault.call("reminder_rules", json!({}));
    let refuse = |chosen: Value| {
        let mut rule = json!({"source": "homework", "on": true, "leads": [{"kind": "at", "days": 1, "time": "18:00"}],
            "words": "", "sound": true, "ask": false});
        for (key, value) in chosen.as_object().unwrap() {
            rule[key] = value.clone();
        }
        vault.failure("save_reminder_rule", rule)
    };
    let invalid = |field: &str, rule| Failure::Invalid { field: field.into(), rule };
    assert_eq!(refuse(json!({"leads": [{"kind": "before", "minutes": 10}]})), invalid("leads.0", Rule::DoesNotFit));
    assert_eq!(
        refuse(json!({"leads": [{"kind": "at", "days": 61, "time": "18:00"}]})),
        invalid("leads.0.days", Rule::TooLarge)
    );
    assert_eq!(refuse(json!({"leads": []})), invalid("leads", Rule::Required));
    assert_eq!(refuse(json!({"ask": true})), invalid("ask", Rule::DoesNotFit));
    assert_eq!(refuse(json!({"words": "two\nlines"})), invalid("words", Rule::ControlCharacters));
    let session = json!({"source": "session", "leads": [{"kind": "before", "minutes": 40321}]});
    assert_eq!(refuse(session), invalid("leads.0.minutes", Rule::TooLarge));
    assert_eq!(vault.call::<Value>("reminder_rules", json!({})), before);
}

#[test]
fn what_is_gone_reminds_of_nothing_and_can_be_neither_put_off_nor_answered() {
    let vault = quiet_record("2026-01-05T09:00");
    let key = own(&vault, "x", "2026-01-05", "10:00", Value::Null);
    vault.go_to("2026-01-05T10:00");
    let id = page(&vault)["lately"][0]["id"].clone();
    vault.call::<Value>("delete_own_reminder", key);
    assert_eq!(vault.notifier.withdrawn().len(), 1);
    assert_eq!(vault.failure("snooze_reminder", json!({"id": id, "wait": "hour"})), Failure::NotFound);
    assert_eq!(vault.failure("answer_reminder", json!({"id": id, "there": true})), Failure::NotFound);
}

#[test]
fn each_source_reminds_until_what_it_reminds_of_is_done() {
    let vault = quiet_record("2026-01-05T09:00");
    let at = |hour: &str| json!([{"kind": "at", "days": 0, "time": hour}]);
    let coming = |source: &str| {
        let page = page(&vault);
        page["coming"].as_array().unwrap().iter().filter(|one| one["source"] == source).count()
    };
    rule(&vault, json!({"source": "check_in", "leads": at("20:00")}));
    assert_eq!(coming("check_in"), 7);
    let check_in = json!({"on": "2026-01-05", "mood": 3, "craving": 2, "hungry": false, "angry": false,
        "lonely": false, "tired": false, "sleep_minutes": null, "used": null, "note": ""});
    vault.call::<Value>("save_check_in", check_in);
    assert_eq!(coming("check_in"), 6);
    let lines: Vec<_> = ["a", "b", "c", "d"].iter().map(|text| json!({"id": null, "text": text})).collect();
    vault.call::<Value>("save_mooring_lines", json!({"lines": lines}));
    assert_eq!(coming("mooring"), 1);
    vault.call::<Value>("save_mooring_week", json!({"on": "2026-01-05", "held": []}));
    assert_eq!(coming("mooring"), 0);
    let entry = json!({"id": null, "area": "doctor", "text": "Refill", "next_step": "", "due_on": "2026-01-08",
        "repeat": null, "before_leaving": false, "note": ""});
    let key: Value = vault.call("save_aftercare", entry);
    assert_eq!(coming("aftercare"), 1);
    vault.call::<Value>("finish_aftercare", json!({"id": key["id"], "on": "2026-01-05"}));
    assert_eq!(coming("aftercare"), 0);
}

#[test]
fn a_copy_of_the_record_is_reminded_of_a_month_after_the_last_and_weekly_until_there_is_one() {
    let vault = quiet_record("2026-01-05T09:00");
    rule(&vault, json!({"source": "backup", "leads": [{"kind": "at", "days": 0, "time": "11:00"}]}));
    for (day, count) in
        [("2026-02-04T10:59", 0), ("2026-02-04T11:00", 1), ("2026-02-10T12:00", 1), ("2026-02-11T11:00", 2)]
    {
        vault.go_to(day);
        assert_eq!(shown(&vault).len(), count, "{day}");
    }
    vault.call::<Value>("save_backup", json!({"secret": "a secret of its own", "is_recovery_key": false}));
    vault.go_to("2026-02-18T12:00");
    assert_eq!(shown(&vault).len(), 2);
    vault.go_to("2026-03-13T11:00");
    assert_eq!(shown(&vault).len(), 3);
}

#[test]
fn the_button_shows_one_now_and_says_whether_it_got_through() {
    let vault = quiet_record("2026-01-05T09:00");
    assert_eq!(vault.call::<Value>("show_reminder_now", json!({}))["delivery"], "works");
    assert_eq!(shown(&vault), ["This is how a reminder looks."]);
    vault.notifier.refuse(true);
    assert_eq!(vault.call::<Value>("show_reminder_now", json!({}))["delivery"], "refused");
}

#[test]
fn what_came_due_while_the_device_slept_is_told_once_and_together() {
    let vault = quiet_record("2026-01-05T09:00");
    for (text, time) in [("a", "10:00"), ("b", "11:00"), ("c", "12:00")] {
        own(&vault, text, "2026-01-05", time, Value::Null);
    }
    own(&vault, "d", "2026-01-07", "10:00", Value::Null);
    // Suspended for two days: no tick between.
    vault.go_to("2026-01-07T09:30");
    assert_eq!(shown(&vault), ["3 reminders came while this device was off."]);
    let missed: Vec<_> = page(&vault)["missed"].as_array().unwrap().iter().map(|one| one["about"].clone()).collect();
    assert_eq!(missed, ["c", "b", "a"]);
    vault.pass(Duration::from_secs(60));
    assert_eq!(shown(&vault).len(), 1, "told once");
    vault.call::<Value>("see_missed", json!({}));
    assert_eq!(page(&vault)["missed"], json!([]));
    vault.go_to("2026-01-07T10:00");
    assert_eq!(shown(&vault).len(), 2);
}

#[test]
fn a_clock_set_back_brings_nothing_twice_and_one_set_forth_loses_nothing_that_is_of_use() {
    let vault = quiet_record("2026-01-05T09:00");
    own(&vault, "a", "2026-01-05", "10:00", Value::Null);
    vault.go_to("2026-01-05T10:00");
    vault.clock.set(vault_now(&vault) - chrono::TimeDelta::hours(1));
    vault.app.wake();
    for minutes in 0..90 {
        vault.pass(Duration::from_secs(60));
        assert_eq!(shown(&vault).len(), 1, "minute {minutes}");
    }
    own(&vault, "b", "2026-01-05", "12:00", Value::Null);
    vault.go_to("2026-01-05T12:20");
    assert_eq!(shown(&vault).len(), 2, "twenty minutes late");
}

fn vault_now(vault: &TestVault) -> chrono::DateTime<chrono::Utc> {
    use app::port::Clock;
    vault.clock.now()
}

#[test]
fn a_question_put_off_is_of_the_meeting_that_it_was_and_no_ends_it() {
    let vault = quiet_record("2026-01-06T18:00");
    let meeting = json!({"fellowship": "aa", "name": "Tuesday Night", "weekday": "tuesday", "time": "19:30",
        "minutes": 60, "mode": "in_person", "place": "Library", "remind_minutes": 30});
    vault.call::<Value>("save_meeting", meeting);
    vault.go_to("2026-01-06T20:30");
    vault.notifier.press("In an hour");
    vault.go_to("2026-01-06T21:30");
    vault.notifier.press("Yes");
    let groups: Value = vault.call("groups", json!({"before": null}));
    assert_eq!(groups["weeks"][0]["attendances"][0]["time"], "19:30");

    vault.go_to("2026-01-13T20:30");
    let asked = page(&vault)["lately"][0]["id"].clone();
    vault.notifier.press("In an hour");
    vault.call::<Value>("answer_reminder", json!({"id": asked, "there": false}));
    let before = shown(&vault).len();
    vault.go_to("2026-01-13T21:30");
    assert_eq!(shown(&vault).len(), before);
}

#[test]
fn a_record_left_open_for_too_long_says_none_of_its_words() {
    let vault = TestVault::at("2026-01-05T09:00", "America/New_York");
    let text = json!({"id": null, "text": "Call Jo", "shows_text": true, "on": "2026-01-05", "time": "10:00",
        "repeat": null, "ends_on": null});
    vault.call::<Value>("save_own_reminder", text);
    // The laptop slept with the record open; it locks after five minutes.
    vault.go_to("2026-01-05T10:01");
    assert_eq!(shown(&vault), ["You have something at 10:00\u{a0}am."]);
}

#[test]
fn on_lock_the_clients_words_go_from_the_screen() {
    let vault = quiet_record("2026-01-05T09:00");
    let text = json!({"id": null, "text": "Call Jo", "shows_text": true, "on": "2026-01-05", "time": "10:00",
        "repeat": null, "ends_on": null});
    vault.call::<Value>("save_own_reminder", text);
    vault.go_to("2026-01-05T10:00");
    vault.lock();
    let shown = vault.notifier.shown();
    assert_eq!((shown[0].body.as_str(), shown[1].body.as_str()), ("Call Jo", "You have something at 10:00\u{a0}am."));
    assert_eq!((&shown[0].id, shown[1].sound), (&shown[1].id, false), "in its place, and silently");
    vault.unlock();
    vault.lock();
    assert_eq!(vault.notifier.shown().len(), 2, "once");
}

#[test]
fn a_clock_that_was_a_year_ahead_for_a_moment_loses_nothing() {
    let vault = quiet_record("2026-01-05T09:00");
    own(&vault, "a", "2026-01-06", "10:00", Value::Null);
    vault.lock();
    let now = vault_now(&vault);
    vault.go_to("2027-01-05T09:00");
    vault.clock.set(now);
    vault.app.wake();
    vault.app.tick();
    let before = shown(&vault).len();
    vault.unlock();
    vault.go_to("2026-01-06T10:00");
    assert_eq!(shown(&vault)[before..], ["You have something at 10:00\u{a0}am."]);
}

#[test]
fn what_is_changed_later_neither_brings_back_what_is_past_nor_takes_what_waits() {
    let vault = quiet_record("2026-01-05T10:30");
    let medication = |sound: bool| {
        rule(
            &vault,
            json!({"source": "medication", "sound": sound, "leads": [{"kind": "at", "days": 0, "time": "10:00"}]}),
        );
    };
    medication(true);
    vault.app.tick();
    assert_eq!(shown(&vault), [""; 0], "ten o'clock is over");
    vault.notifier.refuse(true);
    vault.go_to("2026-01-06T10:00");
    medication(false);
    vault.notifier.refuse(false);
    vault.pass(Duration::from_secs(120));
    assert_eq!(shown(&vault).len(), 1, "what the system refused still waits");
}

#[test]
fn what_is_put_off_into_quiet_hours_comes_at_their_end_and_not_before_its_time() {
    let vault = quiet_record("2026-01-05T21:00");
    let night = json!({"from": "22:00", "until": "07:00"});
    vault.call::<Value>("save_quiet_hours", json!({"quiet": vec![night; 7]}));
    own(&vault, "x", "2026-01-05", "21:30", Value::Null);
    vault.go_to("2026-01-05T21:30");
    vault.notifier.press("In an hour");
    for time in ["2026-01-05T21:59", "2026-01-05T23:30", "2026-01-06T06:59"] {
        vault.go_to(time);
        assert_eq!(shown(&vault).len(), 1, "{time}");
    }
    vault.go_to("2026-01-06T07:00");
    assert_eq!(shown(&vault).len(), 2);
}

#[test]
fn what_the_system_refused_until_it_was_of_no_use_is_told_when_it_takes_notices_again() {
    let vault = quiet_record("2026-01-05T09:00");
    for minute in 0..6 {
        own(&vault, "x", "2026-01-05", &format!("10:0{minute}"), Value::Null);
    }
    vault.notifier.refuse(true);
    vault.go_to("2026-01-05T10:05");
    // One refusal for all that is due at once.
    assert_eq!(vault.app.tick(), Some(Duration::from_secs(60)));
    vault.go_to("2026-01-05T12:00");
    vault.notifier.refuse(false);
    vault.pass(Duration::from_secs(8 * 60));
    assert_eq!(shown(&vault), ["6 reminders came while this device was off."]);
}

#[test]
fn what_was_to_come_before_quiet_hours_is_missed_where_the_device_was_off_then() {
    let vault = quiet_record("2026-01-05T09:00");
    let night = json!({"from": "22:00", "until": "07:00"});
    vault.call::<Value>("save_quiet_hours", json!({"quiet": vec![night; 7]}));
    rule(&vault, json!({"source": "check_in", "leads": [{"kind": "at", "days": 0, "time": "23:30"}]}));
    vault.go_to("2026-01-08T21:30");
    assert_eq!(shown(&vault), ["3 reminders came while this device was off."]);
    vault.go_to("2026-01-08T21:59");
    assert_eq!(shown(&vault).len(), 2);
}

#[test]
fn a_program_that_began_before_the_record_asks_of_no_session_that_is_over() {
    let vault = quiet_record("2026-01-05T22:00");
    rule(&vault, json!({"source": "session", "leads": [{"kind": "before", "minutes": 15}], "ask": true}));
    monday_group(&vault);
    vault.pass(Duration::from_secs(60));
    assert_eq!(shown(&vault), [""; 0]);
}

#[test]
fn what_was_put_off_until_after_it_began_says_so() {
    let vault = quiet_record("2026-01-05T09:00");
    own(&vault, "x", "2026-01-05", "18:00", Value::Null);
    rule(&vault, json!({"source": "own", "leads": [{"kind": "before", "minutes": 60}]}));
    vault.go_to("2026-01-05T17:00");
    vault.notifier.press("This evening");
    vault.go_to("2026-01-05T19:00");
    vault.notifier.press("Tomorrow");
    vault.go_to("2026-01-06T09:00");
    let [_, evening, tomorrow] = &shown(&vault)[..] else { panic!("three") };
    assert_eq!(evening, "You had something at 6:00\u{a0}pm.");
    assert_eq!(tomorrow, "You had something at 6:00\u{a0}pm on Monday.");
}

#[test]
fn what_the_notice_counts_as_missed_is_what_the_page_lists() {
    let vault = quiet_record("2026-01-05T09:00");
    rule(&vault, json!({"source": "session", "leads": [{"kind": "before", "minutes": 60}], "ask": true}));
    monday_group(&vault);
    own(&vault, "x", "2026-01-07", "10:00", Value::Null);
    // The question of Monday's session is over too; that of the Monday after still stands.
    vault.go_to("2026-01-13T09:00");
    let told: Vec<_> = shown(&vault).into_iter().filter(|body| body.contains("came while")).collect();
    assert_eq!(told, ["2 reminders came while this device was off."]);
    assert_eq!(page(&vault)["missed"].as_array().unwrap().len(), 2);
}
