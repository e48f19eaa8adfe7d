//! The attendance record on paper, and as a table.

use std::process::Command;

use app::port::FileError;
use app::{Failure, Rule};
use serde_json::{Value, json};
use support::TestVault;

fn choice() -> Value {
    json!({"of": "groups", "from": "2026-01-05", "to": "2026-01-18", "name": "J. D.", "case_number": "17-4",
        "fellowships": [], "notes": false, "signatures": true, "requirement": null, "language": "en", "sheet": "letter"})
}

fn with(field: &str, value: Value) -> Value {
    let mut choice = choice();
    choice[field] = value;
    choice
}

fn vault() -> TestVault {
    let vault = TestVault::at("2026-01-20T21:00", "America/New_York");
    for (on, fellowship, mode, signed) in [
        ("2026-01-06", "aa", "in_person", true),
        ("2026-01-13", "na", "online", false),
        ("2026-01-20", "aa", "in_person", false),
    ] {
        let signature = signed.then(|| json!({"signer": "Jo", "strokes": [[[0, 0], [900, 300]]]}));
        let visit = json!({"fellowship": fellowship, "name": "=Tuesday Night", "on": on, "time": "19:30", "minutes": 60,
            "mode": mode, "place": "Saint Mark's", "took": ["shared"], "topic": "", "note": "Only for me",
            "signature": signature});
        vault.call::<Value>("record_attendance", visit);
    }
    vault
}

fn pages(vault: &TestVault, choice: Value) -> Value {
    vault.call("preview_attendance_record", json!({"choice": choice, "all_pages": true}))
}

/// Every word of a preview.
fn said(preview: &Value) -> String {
    let pages = preview["pages"].as_array().unwrap().iter();
    let items = pages.flat_map(|page| page["items"].as_array().unwrap());
    items.filter_map(|item| item["text"].as_str()).collect::<Vec<_>>().join(" ")
}

fn saved(vault: &TestVault, choice: Value, format: &str) -> std::path::PathBuf {
    let done: Value = vault.call("export_attendance_record", json!({"choice": choice, "format": format}));
    done["saved"].as_str().unwrap().into()
}

#[test]
fn the_record_shows_what_is_chosen_and_says_that_it_is_self_reported() {
    let vault = vault();
    let preview = pages(&vault, choice());
    assert_eq!((&preview["rows"], &preview["page_count"], &preview["unshown"]), (&json!(2), &json!(1), &json!(0)));
    let words = said(&preview);
    for part in [
        "Attendance record",
        "J. D.",
        "17-4",
        "Self-reported",
        "Tue Jan 6, 2026",
        "7:30\u{a0}pm",
        "Saint Mark's",
        "Online",
        "NA",
        "2 meetings",
        "Signature",
    ] {
        assert!(words.contains(part), "{part}: {words}");
    }
    assert!(!words.contains("Only for me"), "notes never unless chosen");
    assert!(said(&pages(&vault, with("notes", json!(true)))).contains("Only for me"));
    let nameless = said(&pages(&vault, with("name", json!(""))));
    assert!(!nameless.contains("J. D.") && !nameless.contains("Name "));
    assert_eq!(pages(&vault, with("fellowships", json!(["na"])))["rows"], 1);
    let unsigned = said(&pages(&vault, with("signatures", json!(false))));
    assert!(!unsigned.contains("Signature") && !unsigned.contains("Jo"));
    let strokes = |preview: &Value| {
        preview["pages"][0]["items"].as_array().unwrap().iter().filter(|i| i["kind"] == "path").count()
    };
    assert_eq!(strokes(&preview), 1, "the one that was drawn");
}

#[test]
fn the_file_says_what_the_preview_shows_in_either_language() {
    let vault = vault();
    let pdf = saved(&vault, with("language", json!("es")), "pdf");
    assert_eq!(pdf.extension().unwrap(), "pdf");
    assert!(!pdf.file_name().unwrap().to_string_lossy().contains("attend"), "a name that says nothing");
    let text = Command::new("pdftotext").arg("-layout").arg(&pdf).arg("-").output().expect("the package poppler-utils");
    let text = String::from_utf8(text.stdout).unwrap().replace('\u{a0}', " ");
    for part in ["Registro de asistencia", "mar 6 ene", "7:30 p.m.", "2 reuniones", "Página 1 de 1"] {
        assert!(text.contains(part), "{part}: {text}");
    }
}

#[test]
fn the_table_has_the_same_rows_and_no_formula() {
    let vault = vault();
    let table = std::fs::read_to_string(saved(&vault, choice(), "csv")).unwrap();
    let lines: Vec<&str> = table.lines().collect();
    assert_eq!(lines[0], "Date,Time,Group,Place or online,Kind,First name or initials");
    assert_eq!(lines[1], "2026-01-06,19:30,'=Tuesday Night,Saint Mark's,AA,Jo");
    assert_eq!(lines[2], "2026-01-13,19:30,'=Tuesday Night,Online,NA,");
    assert_eq!(lines.len(), 3);
}

#[test]
fn a_record_that_is_handed_to_another_app_is_the_one_that_would_be_saved_and_lies_nowhere_else() {
    let vault = vault();
    let kept = std::fs::read(saved(&vault, choice(), "csv")).unwrap();
    std::fs::remove_file(saved(&vault, choice(), "csv")).unwrap();
    let share = || json!({"choice": choice(), "format": "csv", "share": true});
    let done: Value = vault.call("export_attendance_record", share());
    let name = done["saved"].as_str().unwrap().to_owned();
    assert_eq!(std::fs::read(vault.files.folder().join("shared").join(&name)).unwrap(), kept);
    assert!(!vault.files.folder().join(&name).exists());
    vault.files.cancel_next();
    assert_eq!(vault.call::<Value>("export_attendance_record", share())["saved"], Value::Null);
    vault.files.fail_next(FileError::Failed);
    assert!(matches!(vault.failure("export_attendance_record", share()), Failure::Internal { .. }));
}

#[test]
fn an_empty_span_says_so() {
    let vault = vault();
    let mut empty = with("from", json!("2025-01-01"));
    empty["to"] = json!("2025-02-01");
    let preview = pages(&vault, empty.clone());
    assert_eq!(preview["rows"], 0);
    assert!(said(&preview).contains("No meetings are recorded in these dates."));
    assert!(saved(&vault, empty.clone(), "pdf").exists());
    let table = std::fs::read_to_string(saved(&vault, empty, "csv")).unwrap();
    assert_eq!(table.lines().nth(1), Some("No meetings are recorded in these dates.,,,,,"));
}

#[test]
fn what_is_asked_stands_beside_the_totals() {
    let vault = vault();
    let asked = json!({"asked_by": "court", "counts": "support_groups", "amount": 2, "period": "week",
        "starts_on": "2026-01-05", "carries_over": true});
    let id = vault.call::<Value>("save_requirement", asked)["id"].clone();
    let words = said(&pages(&vault, with("requirement", id)));
    for part in ["Support-group meetings, 2 a week, by a court", "2 done of 4 asked", "Still to make up at the end: 2"]
    {
        assert!(words.contains(part), "{part}: {words}");
    }
}

#[test]
fn what_is_asked_is_told_only_of_what_is_over_and_of_nothing_that_is_left_out() {
    let vault = vault();
    let asked = json!({"asked_by": "court", "counts": "support_groups", "amount": 2, "period": "week",
        "starts_on": "2026-01-05", "carries_over": true});
    let id = vault.call::<Value>("save_requirement", asked)["id"].clone();
    let mut choice = with("requirement", id);
    // The week of today is not over: what it lacks is no debt yet.
    choice["to"] = json!("2026-01-25");
    assert!(said(&pages(&vault, choice.clone())).contains("2 done of 4 asked"));
    choice["from"] = json!("2026-01-19");
    let none = said(&pages(&vault, choice.clone()));
    assert!(none.contains("no whole week or month") && !none.contains("done of"), "{none}");
    choice["from"] = json!("2026-01-05");
    choice["fellowships"] = json!(["na"]);
    let left_out = said(&pages(&vault, choice.clone()));
    assert!(left_out.contains("are left out of this record") && !left_out.contains("done of"), "{left_out}");
    choice["of"] = json!("treatment");
    let unfit = Failure::Invalid { field: "choice.requirement".into(), rule: Rule::DoesNotFit };
    assert_eq!(vault.failure("preview_attendance_record", json!({"choice": choice, "all_pages": false})), unfit);
}

#[test]
fn treatment_has_a_record_of_its_own() {
    let vault = TestVault::at("2026-01-20T21:00", "America/New_York");
    let slots = json!([{"weekday": "monday", "time": "18:00", "minutes": 180, "kind": "group"}]);
    let provider = json!({"name": "", "phone": "", "address": "", "room": "", "link": ""});
    let care = json!({"level": "intensive_outpatient", "age_group": "adult", "starts_on": "2026-01-05",
        "zone": "America/New_York", "provider": provider,
        "phases": [{"weeks": 10, "target_minutes": 180, "slots": slots}]});
    vault.call::<Value>("start_care", care);
    for (of, state) in [("2026-01-05", "attended"), ("2026-01-12", "missed")] {
        let week: Value = vault.call("week", json!({"of": of}));
        vault.call::<Value>("log_session", json!({"session": week["sessions"][0]["session"], "state": state}));
    }
    let mut choice = with("of", json!("treatment"));
    choice["signatures"] = json!(false);
    let preview = pages(&vault, choice);
    assert_eq!(preview["rows"], 2);
    let words = said(&preview);
    for part in ["Record of treatment sessions", "Group therapy", "3 h", "Missed", "1 session attended", "3 h attended"]
    {
        assert!(words.contains(part), "{part}: {words}");
    }
}

#[test]
fn a_span_that_is_none_and_what_is_not_asked_are_refused() {
    let vault = vault();
    let refused =
        |choice: Value| vault.failure("preview_attendance_record", json!({"choice": choice, "all_pages": false}));
    let invalid = |field: &str, rule| Failure::Invalid { field: field.into(), rule };
    assert_eq!(refused(with("to", json!("2026-01-04"))), invalid("choice.to", Rule::EndBeforeStart));
    assert_eq!(refused(with("from", json!("1990-01-04"))), invalid("choice.to", Rule::TooLarge));
    assert_eq!(refused(with("name", json!("a\nb"))), invalid("choice.name", Rule::ControlCharacters));
    let unknown = json!("019b8e3e-3480-7000-8000-000000000017");
    assert_eq!(refused(with("requirement", unknown)), invalid("choice.requirement", Rule::Unknown));
}

#[test]
fn a_long_record_shows_its_first_pages_until_all_are_wanted() {
    let vault = TestVault::empty("2026-02-03T09:00", "America/New_York");
    vault.call::<Value>("create_vault", json!({"passphrase": "three steps and a rail", "language": "en"}));
    for i in 0..90 {
        let on = format!("2025-{:02}-{:02}", i / 28 + 8, i % 28 + 1);
        let visit = json!({"fellowship": "aa", "name": "", "on": on, "time": "19:30", "minutes": 60,
            "mode": "in_person", "took": [], "topic": "", "note": ""});
        vault.call::<Value>("record_attendance", visit);
    }
    let mut choice = with("from", json!("2025-01-01"));
    choice["to"] = json!("2025-12-31");
    let first: Value = vault.call("preview_attendance_record", json!({"choice": choice, "all_pages": false}));
    assert_eq!(first["pages"].as_array().unwrap().len(), 3);
    let all = pages(&vault, choice);
    assert_eq!(all["pages"].as_array().unwrap().len() as u64, first["page_count"].as_u64().unwrap());
    assert_eq!(said(&all).matches("7:30").count(), 90);
}
