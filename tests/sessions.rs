//! What is kept of a session: minutes, topic, homework, what it makes up; finding it again; and what
//! all come to.

use app::{Failure, Rule};
use proptest::prelude::*;
use proptest::test_runner::{Config, TestRunner};
use serde_json::{Value, json};
use support::TestVault;

fn invalid(field: &str, rule: Rule) -> Failure {
    Failure::Invalid { field: field.into(), rule }
}

/// Three evenings of three hours a week, seen on the third Monday: six sessions are over.
fn third_week() -> TestVault {
    let vault = TestVault::new();
    let slots: Value = ["monday", "wednesday", "friday"]
        .iter()
        .map(|day| json!({"weekday": day, "time": "18:00", "minutes": 180, "kind": "group"}))
        .collect();
    let provider = json!({"name": "Cedar House", "phone": "", "address": "", "room": "", "link": ""});
    vault.call::<Value>(
        "start_care",
        json!({"level": "intensive_outpatient", "age_group": "adult", "starts_on": "2026-01-05",
            "zone": "America/New_York", "provider": provider,
            "phases": [{"weeks": 10, "target_minutes": 540, "slots": slots}]}),
    );
    vault.go_to("2026-01-19T09:00");
    vault.unlock();
    vault
}

fn named(vault: &TestVault, of: &str, index: usize) -> Value {
    vault.call::<Value>("week", json!({"of": of}))["sessions"][index]["session"].clone()
}

fn log(vault: &TestVault, session: &Value, state: &str, more: Value) -> Value {
    vault.call::<Value>("log_session", logging(session, state, more))["session"].clone()
}

fn logging(session: &Value, state: &str, more: Value) -> Value {
    let mut request = json!({"session": session, "state": state});
    request.as_object_mut().unwrap().extend(more.as_object().unwrap().clone());
    request
}

fn opened(vault: &TestVault, session: &Value) -> Value {
    vault.call("session", json!({"session": session}))
}

fn today(vault: &TestVault) -> Value {
    vault.call("today", json!({}))
}

#[test]
fn coming_late_and_leaving_early_say_the_minutes() {
    let vault = third_week();
    let session = named(&vault, "2026-01-05", 0);
    let kept = log(&vault, &session, "attended_in_part", json!({"late_minutes": 20, "left_early_minutes": 30}));
    let shown = opened(&vault, &kept);
    assert_eq!((&shown["attended_minutes"], &shown["details"]["late_minutes"]), (&json!(130), &json!(20)));
    assert_eq!(shown["details"]["left_early_minutes"], 30);
    // Said anew, the outcome is said as a whole.
    log(&vault, &kept, "attended", json!({}));
    let shown = opened(&vault, &kept);
    assert_eq!((&shown["attended_minutes"], &shown["details"]["late_minutes"]), (&json!(180), &Value::Null));
}

#[test]
fn late_and_early_that_cannot_be_are_refused_and_change_nothing() {
    let vault = third_week();
    let session = named(&vault, "2026-01-05", 0);
    for (state, more, failure) in [
        ("attended_in_part", json!({"late_minutes": 181}), invalid("late_minutes", Rule::TooLarge)),
        ("attended_in_part", json!({"late_minutes": 0}), invalid("late_minutes", Rule::TooSmall)),
        (
            "attended_in_part",
            json!({"late_minutes": 100, "left_early_minutes": 81}),
            invalid("left_early_minutes", Rule::TooLarge),
        ),
        ("attended_in_part", json!({"late_minutes": 60, "minutes": 121}), invalid("minutes", Rule::DoesNotFit)),
        ("attended", json!({"late_minutes": 5}), invalid("late_minutes", Rule::DoesNotFit)),
        ("missed", json!({"left_early_minutes": 5}), invalid("left_early_minutes", Rule::DoesNotFit)),
        ("attended_in_part", json!({"late_minutes": -1}), invalid("late_minutes", Rule::TooSmall)),
    ] {
        assert_eq!(vault.failure("log_session", logging(&session, state, more)), failure);
    }
    assert_eq!(today(&vault)["unanswered"].as_array().unwrap().len(), 6);
}

#[test]
fn topic_leader_and_homework_are_kept_until_they_are_named_anew() {
    let vault = third_week();
    let session = named(&vault, "2026-01-05", 0);
    let homework = json!({"text": "Write down three triggers", "due_on": "2026-01-21", "done": false});
    let said = json!({"topic": "Triggers", "led_by": "Dana", "homework": homework, "note": "Good evening."});
    let kept = log(&vault, &session, "attended", said);
    log(&vault, &kept, "excused", json!({}));
    let shown = opened(&vault, &kept);
    assert_eq!(shown["details"]["homework"], homework);
    assert_eq!(
        (&shown["topic"], &shown["led_by"], &shown["note"]),
        (&json!("Triggers"), &json!("Dana"), &json!("Good evening."))
    );
    let row = &vault.call::<Value>("week", json!({"of": "2026-01-05"}))["sessions"][0];
    assert_eq!((&row["topic"], &row["led_by"]), (&json!("Triggers"), &json!("Dana")));
    log(&vault, &kept, "attended", json!({"homework": null, "topic": ""}));
    let shown = opened(&vault, &kept);
    assert_eq!((&shown["details"]["homework"], &shown["topic"]), (&Value::Null, &json!("")));
    for (more, failure) in [
        (json!({"homework": {"text": " ", "due_on": null, "done": false}}), invalid("homework.text", Rule::Required)),
        (json!({"topic": "x".repeat(301)}), invalid("topic", Rule::TooLong)),
        (json!({"led_by": "a\nb"}), invalid("led_by", Rule::ControlCharacters)),
        (
            json!({"homework": {"text": "x", "due_on": "2026-02-30", "done": false}}),
            invalid("homework.due_on", Rule::NotADate),
        ),
    ] {
        assert_eq!(vault.failure("log_session", logging(&kept, "attended", more)), failure);
    }
}

#[test]
fn a_session_ahead_can_have_its_topic_and_homework_already() {
    let vault = third_week();
    let session = named(&vault, "2026-01-19", 2);
    let homework = json!({"text": "Read the page", "due_on": null, "done": false});
    let kept = log(&vault, &session, "planned", json!({"topic": "Sleep", "homework": homework}));
    let shown = opened(&vault, &kept);
    assert_eq!((&shown["state"], &shown["topic"]), (&json!("planned"), &json!("Sleep")));
    assert_eq!(today(&vault)["homework"][0]["text"], "Read the page");
}

#[test]
fn homework_stands_on_today_until_it_is_done_and_undo_brings_it_back() {
    let vault = third_week();
    for (index, due) in [json!("2026-01-25"), Value::Null, json!("2026-01-18")].into_iter().enumerate() {
        let homework = json!({"text": format!("Task {index}"), "due_on": due, "done": false});
        log(&vault, &named(&vault, "2026-01-05", index), "attended", json!({"homework": homework}));
    }
    let list = |vault: &TestVault| -> Vec<(String, bool)> {
        let today = today(vault);
        let homework = today["homework"].as_array().unwrap();
        homework.iter().map(|h| (h["text"].as_str().unwrap().to_owned(), h["overdue"].as_bool().unwrap())).collect()
    };
    let all = [("Task 2".to_owned(), true), ("Task 0".to_owned(), false), ("Task 1".to_owned(), false)];
    assert_eq!(list(&vault), all);
    let session = today(&vault)["homework"][0]["session"].clone();
    let done = vault.done("finish_homework", json!({"session": session, "done": true}));
    assert_eq!(list(&vault), all[1..]);
    assert_eq!(opened(&vault, &session)["details"]["homework"]["done"], true);
    vault.call::<Value>("undo", json!({"step": done["undo"]}));
    assert_eq!(list(&vault), all);
    let without = named(&vault, "2026-01-12", 0);
    assert_eq!(vault.failure("finish_homework", json!({"session": without, "done": true})), Failure::NotFound);
}

#[test]
fn a_missed_session_stays_owed_until_it_is_made_up() {
    let vault = third_week();
    let missed = log(&vault, &named(&vault, "2026-01-05", 0), "missed", json!({}));
    assert_eq!(today(&vault)["to_make_up"], json!({"sessions": 1, "minutes": 180}));
    let makes_up: Value = vault.call(
        "add_session",
        json!({"kind": "group", "on": "2026-01-10", "time": "10:00", "minutes": 120, "note": "", "makes_up": missed}),
    );
    // Planned, it has made up nothing yet.
    assert_eq!(vault.call::<Value>("to_make_up", json!({}))["minutes"], 180);
    log(&vault, &makes_up["session"], "attended", json!({}));
    let owed: Value = vault.call("to_make_up", json!({}));
    assert_eq!((&owed["minutes"], &owed["sessions"][0]["session"]), (&json!(60), &missed));
    let shown = opened(&vault, &missed);
    assert_eq!((&shown["left_to_make_up"], &shown["made_up_by"][0]["session"]), (&json!(60), &makes_up["session"]));
    // The rest, by a session of the pattern.
    let other = named(&vault, "2026-01-12", 0);
    assert_eq!(opened(&vault, &other)["may_make_up"][0]["left"], 60);
    log(&vault, &other, "attended", json!({"makes_up": missed}));
    assert_eq!(vault.call::<Value>("to_make_up", json!({})), json!({"sessions": [], "minutes": 0}));
    assert_eq!(opened(&vault, &missed)["made_up_by"].as_array().unwrap().len(), 2);
    let ledger = vault.call::<Value>("hours", json!({}))["ledger"].clone();
    assert_eq!((&ledger["all"]["made_up"], &ledger["all"]["owed"]), (&json!(300), &json!(0)));
    // A link that stands may stand, and can be taken away.
    let other = named(&vault, "2026-01-12", 0);
    log(&vault, &other, "attended", json!({"makes_up": missed}));
    log(&vault, &other, "attended", json!({"makes_up": null}));
    assert_eq!(today(&vault)["to_make_up"]["minutes"], 60);
}

#[test]
fn what_was_attended_is_later_or_is_made_up_already_cannot_be_made_up() {
    let vault = third_week();
    let at = |of: &str, index| named(&vault, of, index);
    let attended = log(&vault, &at("2026-01-05", 0), "attended", json!({}));
    let excused = log(&vault, &at("2026-01-05", 1), "excused", json!({}));
    let missed = log(&vault, &at("2026-01-12", 2), "missed", json!({}));
    let other = at("2026-01-12", 0);
    let refused = invalid("makes_up", Rule::DoesNotFit);
    let logging = |makes_up: &Value| logging(&other, "attended", json!({"makes_up": makes_up}));
    let nobody = json!("018f0000-0000-7000-8000-000000000000");
    for makes_up in [&attended, &missed, &nobody] {
        assert_eq!(vault.failure("log_session", logging(makes_up)), refused);
    }
    vault.call::<Value>("log_session", logging(&excused));
    let adding = json!({"kind": "group", "on": "2026-01-17", "time": "10:00", "minutes": 60, "note": "",
        "makes_up": excused});
    assert_eq!(vault.failure("add_session", adding), refused, "made up in full");
}

#[test]
fn a_make_up_session_is_not_moved_before_what_it_makes_up() {
    let vault = third_week();
    let missed = log(&vault, &named(&vault, "2026-01-05", 1), "missed", json!({}));
    let added = json!({"kind": "group", "on": "2026-01-22", "time": "09:00", "minutes": 180, "note": "",
        "makes_up": missed});
    let make_up = vault.call::<Value>("add_session", added)["session"].clone();
    let moved = |on: &str| json!({"session": make_up, "scope": "this", "on": on});
    for on in ["2026-01-06", "2026-01-07"] {
        assert_eq!(vault.failure("change_session", moved(on)), invalid("on", Rule::DoesNotFit));
    }
    assert_eq!(opened(&vault, &make_up)["on"], "2026-01-22");
    vault.call::<Value>("change_session", moved("2026-01-08"));
}

#[test]
fn minutes_of_a_session_that_was_not_attended_are_not_taken_in() {
    let vault = third_week();
    let missed = log(&vault, &named(&vault, "2026-01-05", 1), "missed", json!({}));
    log(&vault, &named(&vault, "2026-01-12", 0), "missed", json!({"makes_up": missed}));
    let saved: Value = vault.call("export_record", json!({}));
    let text = std::fs::read_to_string(saved["saved"].as_str().unwrap()).unwrap();
    let mut record: Value = serde_json::from_str(&text).unwrap();
    let sessions = record["sessions"].as_array_mut().unwrap();
    let i = sessions.iter().position(|s| s["makes_up"] == missed).unwrap();
    sessions[i]["attended_minutes"] = json!(180);
    assert_eq!(
        vault.failure("import_record", json!({"text": record.to_string()})),
        invalid(&format!("sessions.{i}.attended_minutes"), Rule::DoesNotFit)
    );
    record["sessions"][i]["attended_minutes"] = Value::Null;
    vault.call::<Value>("import_record", json!({"text": record.to_string()}));
}

#[test]
fn the_ledger_says_what_each_phase_each_episode_and_all_came_to() {
    let vault = third_week();
    for (index, state) in ["attended", "missed", "excused"].into_iter().enumerate() {
        log(&vault, &named(&vault, "2026-01-05", index), state, json!({}));
    }
    let hours: Value = vault.call("hours", json!({}));
    let all = &hours["ledger"]["all"];
    assert_eq!(
        (&all["sessions_attended"], &all["sessions_expected"], &all["percent"]),
        (&json!(1), &json!(2), &json!(50))
    );
    // Six are over, of which three wait for an answer.
    assert_eq!((&all["scheduled"], &all["attended"], &all["owed"]), (&json!(1080), &json!(180), &json!(180)));
    let episode = &hours["ledger"]["episodes"][0];
    assert_eq!(episode["episode"], hours["episodes"][0]["id"]);
    assert_eq!((&episode["percent"], &episode["phases"][0]["percent"]), (&json!(50), &json!(50)));
    assert_eq!(episode["phases"][0]["starts_on"], "2026-01-05");
}

#[test]
fn a_search_finds_sessions_by_their_words_and_goes_on_where_it_ended() {
    let vault = third_week();
    for index in 0..3 {
        log(
            &vault,
            &named(&vault, "2026-01-05", index),
            "attended",
            json!({"topic": "Emoción y apoyo", "note": "apoyo"}),
        );
    }
    let first: Value = vault.call("search_sessions", json!({"text": "emocion APOY", "limit": 2}));
    assert_eq!((first["hits"].as_array().unwrap().len(), &first["more"]), (2, &json!(true)));
    assert_eq!(first["hits"][0]["on"], "2026-01-09");
    assert_eq!(
        first["hits"][0]["found"],
        json!([
            {"part": "topic", "text": [{"text": "Emoción", "hit": true}, {"text": " y ", "hit": false},
                {"text": "apoyo", "hit": true}]},
            {"part": "note", "text": [{"text": "apoyo", "hit": true}]}
        ])
    );
    let before = first["hits"][1]["session"].clone();
    let rest: Value = vault.call("search_sessions", json!({"text": "emocion APOY", "before": before}));
    assert_eq!((rest["hits"].as_array().unwrap().len(), &rest["more"]), (1, &json!(false)));
    let many = (0..21).map(|n| format!("w{n}")).collect::<Vec<_>>().join(" ");
    for (request, failure) in [
        (json!({"text": "a\u{0}"}), invalid("text", Rule::ControlCharacters)),
        (json!({"text": "x".repeat(301)}), invalid("text", Rule::TooLong)),
        (json!({"text": many}), invalid("text", Rule::TooLong)),
        (json!({"text": "a", "limit": 51}), invalid("limit", Rule::TooLarge)),
        (json!({"text": "a", "before": "018f0000-0000-7000-8000-000000000000"}), Failure::NotFound),
    ] {
        assert_eq!(vault.failure("search_sessions", request), failure);
    }
    for text in ["", " ", "\"", "*", "NEAR(", "a\" OR \"b", "🙂", "-", "note:x", "'); --"] {
        assert_eq!(vault.call::<Value>("search_sessions", json!({"text": text}))["hits"], json!([]), "{text}");
    }
}

/// The words of a text as they are looked for: without accents, in small letters.
fn words(text: &str) -> Vec<String> {
    let plain = |c: char| match c {
        'é' | 'É' => 'e',
        'ñ' | 'Ñ' => 'n',
        'Ó' | 'ó' => 'o',
        c => c.to_ascii_lowercase(),
    };
    let folded: String = text.chars().map(plain).collect();
    folded.split(|c: char| !c.is_alphanumeric()).filter(|w| !w.is_empty()).map(str::to_owned).collect()
}

/// What one word that was typed finds: its parts beside each other, the last as a beginning.
fn stands(typed: &str, text: &str) -> bool {
    let (typed, text) = (words(typed), words(text));
    let Some((last, first)) = typed.split_last() else { return true };
    text.windows(typed.len()).any(|here| here[..first.len()] == *first && here[first.len()].starts_with(last.as_str()))
}

#[derive(Debug, Clone)]
enum Turn {
    Write(usize, [String; 4]),
    Remove(usize),
    Undo,
    Search(String),
}

fn any_turn() -> impl Strategy<Value = Turn> {
    let word =
        || prop::sample::select(vec!["plan", "planes", "Señal", "senal", "ÓRDEN", "or", "not", "a-plan", "x\"y", "🙂"]);
    let text = || prop::collection::vec(word(), 0..4).prop_map(|words| words.join(" "));
    let slot = 0usize..6;
    prop_oneof![
        4 => (slot.clone(), [text(), text(), text(), text()]).prop_map(|(slot, texts)| Turn::Write(slot, texts)),
        1 => slot.prop_map(Turn::Remove),
        2 => Just(Turn::Undo),
        4 => prop::collection::vec(prop::sample::select(vec!["p", "plan", "SEN", "órd", "or", "not", "a-pl", "x\"", "\"", "AND", "🙂"]), 1..3)
            .prop_map(|words| Turn::Search(words.join(" "))),
    ]
}

#[test]
fn what_is_found_agrees_with_a_slow_look_at_every_session_after_any_writes_and_undos() {
    let config = Config { cases: 12, ..Config::default() };
    TestRunner::new(config)
        .run(&prop::collection::vec(any_turn(), 1..25), |turns| {
            let vault = third_week();
            let mut step = Value::Null;
            for turn in turns {
                match turn {
                    Turn::Write(slot, [topic, note, homework, led_by]) => {
                        let homework =
                            (!homework.is_empty()).then(|| json!({"text": homework, "due_on": null, "done": false}));
                        let session = named(&vault, if slot < 3 { "2026-01-05" } else { "2026-01-12" }, slot % 3);
                        let said = json!({"topic": topic, "note": note, "homework": homework, "led_by": led_by});
                        step = vault.done("log_session", logging(&session, "attended", said))["undo"].clone();
                    }
                    Turn::Remove(slot) => {
                        let added = json!({"kind": "group", "on": "2026-01-10", "time": "10:00", "minutes": 60,
                            "note": format!("plan {slot}")});
                        let session = vault.call::<Value>("add_session", added)["session"].clone();
                        step = vault.done("delete_session", json!({"session": session}))["undo"].clone();
                    }
                    Turn::Undo => {
                        if step.is_u64() {
                            vault.call::<Value>("undo", json!({"step": step}));
                            step = Value::Null;
                        }
                    }
                    Turn::Search(text) => {
                        let mut slow: Vec<(String, String)> = Vec::new();
                        for of in ["2026-01-05", "2026-01-12"] {
                            let week: Value = vault.call("week", json!({"of": of}));
                            for row in week["sessions"].as_array().unwrap() {
                                let shown = opened(&vault, &row["session"]);
                                let part = |text: &Value| text.as_str().unwrap_or_default().to_owned();
                                let homework = &shown["details"]["homework"]["text"];
                                let all = [&shown["topic"], &shown["note"], homework, &shown["led_by"]].map(part);
                                let found = |typed: &str| all.iter().any(|text| stands(typed, text));
                                let typed: Vec<&str> =
                                    text.split_whitespace().filter(|w| !words(w).is_empty()).collect();
                                if !typed.is_empty() && typed.into_iter().all(found) {
                                    slow.push((part(&shown["on"]), part(&shown["session"])));
                                }
                            }
                        }
                        slow.sort_by(|a, b| b.cmp(a));
                        let hits: Value = vault.call("search_sessions", json!({"text": text}));
                        let fast: Vec<(String, String)> = hits["hits"]
                            .as_array()
                            .unwrap()
                            .iter()
                            .map(|h| (h["on"].as_str().unwrap().into(), h["session"].as_str().unwrap().into()))
                            .collect();
                        prop_assert_eq!(fast, slow, "{}", text);
                    }
                }
            }
            Ok(())
        })
        .unwrap();
}
