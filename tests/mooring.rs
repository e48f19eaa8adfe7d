//! Mooring lines.

use app::{Failure, Rule};
use serde_json::{Value, json};
use support::TestVault;

fn invalid(field: &str, rule: Rule) -> Failure {
    Failure::Invalid { field: field.into(), rule }
}

fn list(vault: &TestVault, texts: &[&str]) {
    let lines: Vec<_> = texts.iter().map(|text| json!({"text": text})).collect();
    vault.call::<Value>("save_mooring_lines", json!({"lines": lines}));
}

fn shown(vault: &TestVault) -> Value {
    vault.call("mooring", json!({}))
}

fn ids(vault: &TestVault) -> Vec<Value> {
    shown(vault)["lines"].as_array().unwrap().iter().map(|line| line["id"].clone()).collect()
}

#[test]
fn two_lines_let_go_of_in_the_latest_week_are_drift_until_a_week_goes_better() {
    let vault = TestVault::at("2026-01-11T20:00", "America/New_York");
    assert_eq!(shown(&vault)["weeks"].as_array().unwrap().len(), 12);
    list(&vault, &["In bed by 11", "Call Jo", "Two meetings", "Gym"]);
    let line = ids(&vault);
    let week = &shown(&vault)["weeks"][0];
    assert_eq!(
        (&week["starts_on"], &week["gone_through"], &week["held"]),
        (&json!("2026-01-05"), &json!(false), &json!(0))
    );
    assert_eq!(week["ticks"].as_array().unwrap().len(), 4);
    vault.call::<Value>("save_mooring_week", json!({"on": "2026-01-11", "held": [line[0], line[1], line[2]]}));
    assert_eq!(shown(&vault)["drift"], Value::Null, "one is none");
    vault.call::<Value>("save_mooring_week", json!({"on": "2026-01-08", "held": [line[1], line[2]]}));
    let drift = json!({"starts_on": "2026-01-05", "lines": [line[0], line[3]]});
    assert_eq!(shown(&vault)["drift"], drift, "the same week once more");
    vault.go_to("2026-01-25T20:00");
    vault.unlock();
    assert_eq!(shown(&vault)["drift"], drift, "a week that is not gone through says nothing");
    vault.call::<Value>("save_mooring_week", json!({"on": "2026-01-25", "held": line}));
    let now = shown(&vault);
    assert_eq!(now["drift"], Value::Null);
    let held: Vec<_> = now["weeks"].as_array().unwrap().iter().take(4).map(|week| week["held"].clone()).collect();
    assert_eq!(held, [4, 0, 2, 0]);
}

#[test]
fn the_list_changes_and_what_was_ticked_stays() {
    let vault = TestVault::at("2026-01-11T20:00", "America/New_York");
    list(&vault, &["In bed by 11", "Call Jo", "Gym"]);
    let line = ids(&vault);
    vault.call::<Value>("save_mooring_week", json!({"on": "2026-01-11", "held": [line[2]]}));
    vault.go_to("2026-01-14T20:00");
    vault.unlock();
    let changed = json!({"lines": [{"id": line[2], "text": "Gym twice"}, {"text": "Breakfast"}, {"id": line[0], "text": "In bed by 10"}]});
    let undo = vault.done("save_mooring_lines", changed)["undo"].clone();
    let now = shown(&vault);
    let texts: Vec<_> = now["lines"].as_array().unwrap().iter().map(|line| line["text"].clone()).collect();
    assert_eq!(texts, ["Gym twice", "Breakfast", "In bed by 10"], "in the order given");
    assert_eq!(now["earlier"][0]["text"], "Call Jo");
    assert_eq!(now["earlier"][0]["ends_on"], "2026-01-14");
    let ticks = |week: &Value| week["ticks"].as_array().unwrap().iter().map(|t| t["line"].clone()).collect::<Vec<_>>();
    assert_eq!(ticks(&now["weeks"][1]), [line[2].clone(), line[0].clone(), line[1].clone()], "as it was gone through");
    assert!(!ticks(&now["weeks"][0]).contains(&line[1]), "off the list");
    // A week that is over keeps its lines, also when it is gone through once more.
    vault.call::<Value>("save_mooring_week", json!({"on": "2026-01-06", "held": [line[0], line[1]]}));
    assert_eq!((ticks(&shown(&vault)["weeks"][1]).len(), &shown(&vault)["weeks"][1]["held"]), (3, &json!(2)));
    let breakfast = ids(&vault)[1].clone();
    let late = json!({"on": "2026-01-06", "held": [breakfast]});
    assert_eq!(vault.failure("save_mooring_week", late), invalid("held.0", Rule::Unknown), "not of that week");
    assert_eq!(vault.failure("undo", json!({"step": undo})), Failure::NotFound, "something came after");
}

#[test]
fn a_list_or_week_that_cannot_be_is_refused_and_a_list_is_undone_in_one_step() {
    let vault = TestVault::new();
    let save = |lines: Value| vault.failure("save_mooring_lines", json!({"lines": lines}));
    assert_eq!(save(json!([{"text": "a"}, {"text": " "}])), invalid("lines.1.text", Rule::Required));
    assert_eq!(save(json!(vec![json!({"text": "a"}); 13])), invalid("lines", Rule::TooLong));
    let stranger = "019b8e3e-3480-7000-8000-000000000017";
    assert_eq!(save(json!([{"id": stranger, "text": "a"}])), invalid("lines.0.id", Rule::Unknown));
    assert_eq!(
        vault.failure("save_mooring_week", json!({"on": "2026-01-05", "held": []})),
        invalid("on", Rule::DoesNotFit),
        "no lines yet"
    );
    let undo = vault.done("save_mooring_lines", json!({"lines": vec![json!({"text": "a"}); 12]}))["undo"].clone();
    assert_eq!(ids(&vault).len(), 12);
    let twice = json!([{"id": ids(&vault)[0], "text": "a"}, {"id": ids(&vault)[0], "text": "b"}]);
    assert_eq!(save(twice), invalid("lines.1.id", Rule::DoesNotFit));
    let ahead = json!({"on": "2026-01-12", "held": []});
    assert_eq!(vault.failure("save_mooring_week", ahead), invalid("on", Rule::InTheFuture));
    let before = json!({"on": "2026-01-04", "held": []});
    assert_eq!(vault.failure("save_mooring_week", before), invalid("on", Rule::DoesNotFit), "before there was a line");
    vault.call::<Value>("undo", json!({"step": undo}));
    assert!(ids(&vault).is_empty());
}

#[test]
fn a_week_is_changed_where_it_is_also_after_weeks_begin_on_another_day() {
    let vault = TestVault::at("2026-01-18T20:00", "America/New_York");
    list(&vault, &["In bed by 11", "Call Jo", "Two meetings", "Gym"]);
    let line = ids(&vault);
    vault.call::<Value>("save_mooring_week", json!({"on": "2026-01-12", "held": [line[0]]}));
    let chosen = json!({"language": "en", "week_starts_on": "sunday", "lock_after_minutes": 5});
    vault.call::<Value>("save_settings", chosen);
    let week = |shown: &Value| shown["weeks"].as_array().unwrap().iter().find(|w| w["gone_through"] == true).cloned();
    let before = week(&shown(&vault)).unwrap();
    assert_eq!((&before["starts_on"], &before["held"]), (&json!("2026-01-11"), &json!(1)));
    assert_eq!(shown(&vault)["drift"]["starts_on"], before["starts_on"], "the week that is shown");
    let all = json!({"on": before["starts_on"], "held": line});
    vault.call::<Value>("save_mooring_week", all);
    let after = shown(&vault);
    assert_eq!((&week(&after).unwrap()["held"], &after["drift"]), (&json!(4), &Value::Null));
}
