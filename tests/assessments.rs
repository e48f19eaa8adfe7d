//! Questionnaires, and check-ins over weeks and months.

use app::{Failure, Rule};
use serde_json::{Value, json};
use support::TestVault;

fn invalid(field: &str, rule: Rule) -> Failure {
    Failure::Invalid { field: field.into(), rule }
}

fn phq(on: &str, answers: [u8; 9]) -> Value {
    json!({"instrument": "phq9", "on": on, "answers": answers})
}

fn check_in(on: &str, mood: u8, used: Value) -> Value {
    json!({"on": on, "mood": mood, "craving": 4, "hungry": false, "angry": false, "lonely": true, "tired": true,
        "sleep_minutes": 400, "used": used, "note": ""})
}

#[test]
fn a_questionnaire_is_scored_as_published_and_only_its_answer_on_self_harm_asks_for_crisis_lines() {
    let vault = TestVault::new();
    let saved: Value = vault.call("save_assessment", phq("2026-01-05", [1, 2, 0, 3, 0, 1, 1, 0, 0]));
    assert_eq!((&saved["score"], &saved["crisis"]), (&json!({"total": 8}), &json!(false)));
    let saved: Value = vault.call("save_assessment", phq("2026-01-04", [0, 0, 0, 0, 0, 0, 0, 0, 1]));
    assert_eq!((&saved["score"], &saved["crisis"]), (&json!({"total": 1}), &json!(true)));
    let mut bam = [0; 23];
    (bam[0], bam[3], bam[19]) = (2, 1, 4);
    let saved: Value =
        vault.call("save_assessment", json!({"instrument": "bam", "on": "2026-01-05", "answers": bam.to_vec()}));
    assert_eq!(saved["score"], json!({"subscales": {"used": 1, "risk": 2, "protective": 4}}));
    let shown: Value = vault.call("assessments", json!({"instrument": "phq9"}));
    let days: Vec<_> = shown["assessments"].as_array().unwrap().iter().map(|one| &one["assessment"]["on"]).collect();
    assert_eq!(days, ["2026-01-05", "2026-01-04"], "the newest first, and of the one questionnaire");
    assert_eq!(shown["before"], Value::Null);
    assert!(!shown.to_string().contains("severe") && !shown.to_string().contains("mild"), "no verdict");
}

#[test]
fn an_unfinished_or_impossible_questionnaire_is_refused_at_its_answer() {
    let vault = TestVault::new();
    let with = |instrument: &str, answers: Value| {
        vault.failure("save_assessment", json!({"instrument": instrument, "on": "2026-01-05", "answers": answers}))
    };
    assert_eq!(with("gad7", json!([0, 1, null, 0, 0, 0, 0])), invalid("answers.2", Rule::Required));
    assert_eq!(with("gad7", json!([0, 1, 2])), invalid("answers.3", Rule::Required));
    assert_eq!(with("gad7", json!(vec![0; 8])), invalid("answers", Rule::TooLong));
    assert_eq!(with("gad7", json!(vec![Value::Null; 100])), invalid("answers", Rule::TooLong));
    assert_eq!(with("gad7", json!([4, 0, 0, 0, 0, 0, 0])), invalid("answers.0", Rule::TooLarge));
    assert_eq!(with("gad7", json!([0, -1, 0, 0, 0, 0, 0])), invalid("answers.1", Rule::TooSmall));
    assert_eq!(with("gad7", json!([0, 256, 0, 0, 0, 0, 0])), invalid("answers.1", Rule::TooLarge));
    let mut bam = vec![0; 23];
    bam[4] = 1;
    assert_eq!(with("bam", json!(bam)), invalid("answers.4", Rule::DoesNotFit), "no drinking, but five drinks");
    assert_eq!(with("audit", json!([0])), invalid("instrument", Rule::Unknown));
    assert_eq!(vault.failure("save_assessment", phq("2026-01-07", [0; 9])), invalid("on", Rule::InTheFuture));
    assert_eq!(vault.failure("save_assessment", phq("1899-12-31", [0; 9])), invalid("on", Rule::NotADate));
}

#[test]
fn there_is_one_of_each_a_day_which_is_changed_deleted_and_brought_back() {
    let vault = TestVault::new();
    let first: Value = vault.call("save_assessment", phq("2026-01-05", [1; 9]));
    assert_eq!(vault.failure("save_assessment", phq("2026-01-05", [0; 9])), invalid("on", Rule::Taken));
    let mut changed = phq("2026-01-04", [2; 9]);
    changed["id"] = first["id"].clone();
    assert_eq!(vault.call::<Value>("save_assessment", changed.clone())["score"], json!({"total": 18}));
    let shown = || vault.call::<Value>("assessments", json!({"instrument": "phq9"}))["assessments"].clone();
    assert_eq!((shown().as_array().unwrap().len(), &shown()[0]["assessment"]["on"]), (1, &json!("2026-01-04")));
    let key = json!({"id": first["id"]});
    let undo = vault.done("delete_assessment", key.clone())["undo"].clone();
    assert_eq!(shown(), json!([]));
    assert_eq!(vault.failure("delete_assessment", key), Failure::NotFound);
    assert_eq!(vault.failure("save_assessment", changed), Failure::NotFound);
    vault.call::<Value>("undo", json!({"step": undo}));
    assert_eq!(shown()[0]["score"], json!({"total": 18}));
}

#[test]
fn more_than_two_hundred_are_shown_page_by_page() {
    let vault = TestVault::new();
    let today: chrono::NaiveDate = "2026-01-05".parse().unwrap();
    for back in 0..205 {
        vault.call::<Value>("save_assessment", phq(&(today - chrono::Days::new(back)).to_string(), [0; 9]));
    }
    let first: Value = vault.call("assessments", json!({"instrument": "phq9"}));
    assert_eq!(first["assessments"].as_array().unwrap().len(), 200);
    let rest: Value = vault.call("assessments", json!({"instrument": "phq9", "before": first["before"]}));
    assert_eq!((rest["assessments"].as_array().unwrap().len(), &rest["before"]), (5, &Value::Null));
}

#[test]
fn trends_stand_beside_what_was_attended_and_say_nothing_of_causes() {
    let vault = TestVault::at("2026-01-12T21:00", "America/New_York");
    // Told afterwards, in any order.
    vault.call::<Value>("save_check_in", check_in("2026-01-12", 5, json!(false)));
    vault.call::<Value>("save_check_in", check_in("2025-12-29", 1, json!(true)));
    vault.call::<Value>("save_check_in", check_in("2026-01-04", 2, Value::Null));
    vault.call::<Value>("save_assessment", phq("2026-01-12", [1; 9]));
    vault.call::<Value>("save_assessment", phq("2025-12-30", [2; 9]));
    vault.call::<Value>("save_assessment", phq("2025-12-28", [3; 9]));
    let visit = json!({"fellowship": "na", "name": "", "on": "2026-01-06", "time": "19:30", "minutes": 60,
        "mode": "in_person", "took": [], "topic": "", "note": ""});
    vault.call::<Value>("record_attendance", visit);
    let slots = json!([{"weekday": "monday", "time": "09:00", "minutes": 180, "kind": "group"}]);
    let provider = json!({"name": "", "phone": "", "address": "", "room": "", "link": ""});
    let care = json!({"level": "outpatient", "age_group": "adult", "starts_on": "2026-01-05",
        "zone": "America/New_York", "provider": provider,
        "phases": [{"weeks": 4, "target_minutes": 180, "slots": slots}]});
    vault.call::<Value>("start_care", care);
    let week: Value = vault.call("week", json!({"of": "2026-01-05"}));
    vault.call::<Value>("log_session", json!({"session": week["sessions"][0]["session"], "state": "attended"}));
    let trends: Value = vault.call("check_in_trends", json!({"from": "2026-01-01", "to": "2026-01-12", "by": "week"}));
    let points = trends["points"].as_array().unwrap();
    let of = |key: &str| points.iter().map(|point| point[key].clone()).collect::<Vec<_>>();
    assert_eq!(of("starts_on"), ["2025-12-29", "2026-01-05", "2026-01-12"]);
    assert_eq!(of("days"), [2, 0, 1]);
    assert_eq!(of("mood"), [json!(150), Value::Null, json!(500)]);
    assert_eq!((of("used"), of("not_used")), (vec![json!(1), json!(0), json!(0)], vec![json!(0), json!(0), json!(1)]));
    assert_eq!(of("treatment_minutes"), [0, 180, 0]);
    assert_eq!(of("meetings"), [0, 1, 0]);
    let expected = json!([{"instrument": "phq9",
        "scores": [{"on": "2025-12-30", "score": {"total": 18}}, {"on": "2026-01-12", "score": {"total": 9}}]}]);
    assert_eq!(trends["assessments"], expected, "of the whole weeks, the earliest first");
    let months: Value = vault.call("check_in_trends", json!({"from": "2025-12-31", "to": "2026-01-01", "by": "month"}));
    let found: Vec<_> = months["points"].as_array().unwrap().iter().map(|p| p["days"].clone()).collect();
    assert_eq!(found, [1, 2]);
    let backwards = json!({"from": "2026-01-12", "to": "2026-01-11", "by": "week"});
    assert_eq!(vault.failure("check_in_trends", backwards), invalid("to", Rule::EndBeforeStart));
    let ages = json!({"from": "1900-01-01", "to": "2026-01-11", "by": "week"});
    assert_eq!(vault.failure("check_in_trends", ages), invalid("to", Rule::TooLarge));
}

#[test]
fn ten_thousand_check_ins_come_in_are_charted_and_go_out_again() {
    let vault = TestVault::new();
    let export = || {
        let saved: Value = vault.call("export_record", json!({}));
        std::fs::read_to_string(saved["saved"].as_str().unwrap()).unwrap()
    };
    let mut record: Value = serde_json::from_str(&export()).unwrap();
    let first: chrono::NaiveDate = "1998-08-20".parse().unwrap();
    let days = first.iter_days().take(10_000).enumerate();
    record["check_ins"] = days
        .map(|(i, on)| {
            let id = format!("019b8e3e-3480-7000-8000-{i:012}");
            json!({"id": id, "check_in": check_in(&on.to_string(), u8::try_from(1 + i % 5).unwrap(), json!(false))})
        })
        .collect();
    let done = vault.done("import_record", json!({"text": record.to_string()}));
    let back: Value = serde_json::from_str(&export()).unwrap();
    assert_eq!(back["check_ins"].as_array().unwrap().len(), 10_000);
    assert_eq!(back["check_ins"], record["check_ins"]);
    let span = json!({"from": "2015-01-01", "to": "2024-12-31", "by": "month"});
    let trends: Value = vault.call("check_in_trends", span);
    let points = trends["points"].as_array().unwrap();
    assert_eq!(points.len(), 120);
    assert_eq!(points.iter().map(|point| point["days"].as_u64().unwrap()).sum::<u64>(), 3653);
    vault.call::<Value>("undo", json!({"step": done["undo"]}));
    assert_eq!(
        vault.call::<Value>("check_ins", json!({"from": "2015-01-01", "to": "2024-12-31"}))["check_ins"],
        json!([])
    );
}
