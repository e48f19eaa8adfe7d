//! The plan on paper and as text.

use std::path::PathBuf;
use std::process::Command;

use app::port::FileError;
use app::{Failure, Rule};
use serde_json::{Value, json};
use support::TestVault;

fn plan() -> Value {
    json!({
        "reasons": ["Mia", "Mornings <b>&amp;</b> $HOME {{x}}"],
        "triggers": [{"text": "Payday", "kind": "external", "strength": 3, "response": "Route 9"},
            {"text": "Bad sleep", "kind": "internal", "strength": 1, "response": ""}],
        "situations": [{"text": "Wedding", "on": "2026-02-28", "plan": "Leave early"}],
        "warning_signs": [{"stage": "late", "text": "Old numbers"}, {"stage": "early", "text": "No breakfast"}],
        "skills": [{"text": "Cook", "pace": "slow", "minutes": 40}, {"text": "Walk", "pace": "quick", "minutes": null}],
        "halt": {"hungry": "Eat an apple", "angry": "", "lonely": "Call Jo", "tired": ""},
        "people": [
            {"name": "Jo", "role": "sponsor", "phone": "555-0117", "knows_plan": true, "message": "Can we talk?",
                "more_phones": [{"label": "work", "number": "555-0118"}]},
            {"name": "Elena", "role": "other", "phone": "", "more_phones": [], "knows_plan": false, "message": ""}],
        "safe_places": ["Library"], "remove_from_home": ["Bottles"], "routine": ["In bed by 11"],
        "medicines": [{"name": "Naltrexone", "how": "With breakfast"}],
        "slip_steps": ["Stop", "Call Jo"], "slip_message": "I slipped. Please stay with me.",
        "review": {"with": "Dana R.", "on": "2026-01-02", "next_on": "2026-02-19",
            "signatures": [{"signer": "Dana", "strokes": [[[0, 0], [900, 300]]], "signed_at": "2026-01-02T15:00:00Z"}]},
    })
}

fn choice() -> Value {
    json!({"sections": [], "form": "whole", "name": "J. D.", "language": "en", "sheet": "letter"})
}

fn with(field: &str, value: Value) -> Value {
    let mut choice = choice();
    choice[field] = value;
    choice
}

fn vault() -> TestVault {
    let vault = TestVault::new();
    vault.call::<Value>("save_plan", json!({"plan": plan(), "based_on": null}));
    vault
}

fn pages(vault: &TestVault, choice: Value) -> Value {
    vault.call("preview_plan", json!({"choice": choice, "all_pages": true}))
}

fn items(preview: &Value) -> Vec<&Value> {
    preview["pages"].as_array().unwrap().iter().flat_map(|page| page["items"].as_array().unwrap()).collect()
}

/// Every word of a preview.
fn said(preview: &Value) -> String {
    items(preview).into_iter().filter_map(|item| item["text"].as_str()).collect::<Vec<_>>().join(" ")
}

fn text(vault: &TestVault, sections: Value, language: &str) -> String {
    let answer: Value = vault.call("plan_text", json!({"sections": sections, "language": language}));
    answer["text"].as_str().unwrap().to_owned()
}

fn saved(vault: &TestVault, choice: Value, format: &str) -> PathBuf {
    let done: Value = vault.call("export_plan", json!({"choice": choice, "format": format}));
    done["saved"].as_str().unwrap().into()
}

fn text_of(pdf: &PathBuf) -> String {
    let text = Command::new("pdftotext").arg("-layout").arg(pdf).arg("-").output().expect("the package poppler-utils");
    String::from_utf8(text.stdout).unwrap()
}

#[test]
fn a_plan_that_is_handed_to_another_app_is_the_one_that_would_be_saved() {
    let vault = vault();
    let kept = std::fs::read(saved(&vault, choice(), "text")).unwrap();
    let done: Value = vault.call("export_plan", json!({"choice": choice(), "format": "text", "share": true}));
    let shared = vault.files.folder().join("shared").join(done["saved"].as_str().unwrap());
    assert_eq!(std::fs::read(shared).unwrap(), kept);
}

#[test]
fn where_the_system_has_no_share_sheet_a_plan_is_not_handed_on_and_that_is_said() {
    let vault = vault();
    vault.files.fail_next(FileError::NoShareSheet);
    let shared = json!({"choice": choice(), "format": "text", "share": true});
    assert_eq!(vault.failure("export_plan", shared), Failure::invalid("share", Rule::DoesNotFit));
}

#[test]
fn the_whole_plan_stands_on_paper_in_its_order_with_its_signature() {
    let vault = vault();
    let preview = pages(&vault, choice());
    assert_eq!(preview["unshown"], 0);
    let words = said(&preview);
    let mut from = 0;
    for part in [
        "My plan",
        "J. D.",
        "Mon Jan 5, 2026",
        "My reasons",
        "Mia",
        "Mornings <b>&amp;</b> $HOME {{x}}",
        "Around me",
        "Payday",
        "Very strong. What I do: Route 9",
        "Inside me",
        "Mild",
        "Wedding (Sat Feb 28, 2026)",
        "My plan for it: Leave early",
        "Early",
        "No breakfast",
        "Late",
        "Old numbers",
        "Cook (40 min)",
        "hungry, angry, lonely or tired",
        "Eat an apple",
        "1. ",
        "Jo (Sponsor)",
        "555-0117",
        "work: 555-0118",
        "Knows about this plan",
        "Can we talk?",
        "2. ",
        "Elena",
        "Library",
        "Bottles",
        "In bed by 11",
        "With breakfast",
        "If I slip",
        "1. ",
        "Stop",
        "2. ",
        "What I say",
        "I slipped. Please stay with me.",
        "From Handrail",
        "naloxone",
        "With Dana R. on Fri Jan 2, 2026",
        "Next time on Thu Feb 19, 2026",
        "Dana",
    ] {
        let found = words[from..].find(part).unwrap_or_else(|| panic!("{part} after {}", &words[from..]));
        from += found + part.len();
    }
    assert_eq!(items(&preview).iter().filter(|item| item["kind"] == "path").count(), 1, "what was drawn");
    assert!(!said(&pages(&vault, with("name", json!("")))).contains("J. D."));
}

#[test]
fn only_what_is_chosen_is_shown_and_what_is_empty_is_left_out() {
    let vault = vault();
    let words = said(&pages(&vault, with("sections", json!(["people", "reasons"]))));
    assert!(words.find("Mia").unwrap() < words.find("555-0117").unwrap(), "in the plan's order");
    assert!(!words.contains("Payday") && !words.contains("If I slip") && !words.contains("From Handrail"));
    let mut short = plan();
    short["triggers"] = json!([]);
    let version: Value = vault.call("plan", json!({}));
    vault.call::<Value>("save_plan", json!({"plan": short, "based_on": version["version"]["id"]}));
    assert!(!said(&pages(&vault, choice())).contains("Triggers"));
}

#[test]
fn a_plan_in_which_nothing_is_written_is_one_page_that_says_so() {
    let vault = TestVault::new();
    for form in ["whole", "card"] {
        let preview = pages(&vault, with("form", json!(form)));
        assert_eq!(preview["page_count"], 1);
        assert!(said(&preview).contains("Nothing is written here yet."), "{form}");
        assert!(saved(&vault, with("form", json!(form)), "pdf").exists());
    }
    assert!(text(&vault, json!([]), "en").contains("Nothing is written here yet."));
    assert!(text(&vault, json!(["halt"]), "es").contains("no hay nada escrito"));
}

#[test]
fn the_file_says_what_the_preview_shows_in_either_language_and_size() {
    let vault = vault();
    let mut spanish = with("language", json!("es"));
    spanish["sheet"] = json!("a4");
    let pdf = saved(&vault, spanish.clone(), "pdf");
    assert_eq!(pdf.file_name().unwrap(), "record-2026-01-05.pdf", "a name that says nothing");
    let text = text_of(&pdf);
    for part in ["Mi plan", "lun 5 ene 2026", "Padrino o madrina", "Muy fuerte", "De parte de Handrail", "Página 1 de"]
    {
        assert!(text.contains(part), "{part}: {text}");
    }
    let page = &pages(&vault, spanish)["pages"][0];
    assert_eq!((page["width"].as_f64().unwrap() as u32, page["height"].as_f64().unwrap() as u32), (595, 841));
}

#[test]
fn the_text_is_readable_anywhere_and_as_the_client_wrote_it() {
    let vault = vault();
    let all = text(&vault, json!([]), "en");
    assert!(
        all.starts_with("My plan\n\nSaved on: Mon Jan 5, 2026\n\nMy reasons\n- Mia\n- Mornings <b>&amp;</b>"),
        "{all}"
    );
    assert!(all.contains("Triggers\n\nAround me\n- Payday\n  Very strong. What I do: Route 9\n\nInside me\n"), "{all}");
    assert!(all.contains("1. Jo (Sponsor)\n   555-0117\n   work: 555-0118\n   Knows about this plan\n"), "{all}");
    assert!(all.contains("- Dana, Signature of Dana, drawn on the screen"), "{all}");
    assert!(all.lines().all(|line| line == line.trim_end()) && !all.ends_with('\n'));
    assert_eq!(
        text(&vault, json!(["reasons"]), "es"),
        "Mi plan\n\nGuardado el: lun 5 ene 2026\n\nMis razones\n- Mia\n- Mornings <b>&amp;</b> $HOME {{x}}"
    );
    let file = saved(&vault, with("name", json!("")), "text");
    assert_eq!(file.file_name().unwrap(), "record-2026-01-05.txt");
    assert_eq!(std::fs::read_to_string(file).unwrap(), all + "\n");
}

#[test]
fn a_plan_of_200_kilobytes_shows_its_first_pages_until_all_are_wanted() {
    let vault = TestVault::new();
    let mut long = plan();
    let line = "Breathe, walk, call, wait; it passes. ".repeat(26);
    long["reasons"] = json!(vec![line.clone(); 200]);
    vault.call::<Value>("save_plan", json!({"plan": long, "based_on": null}));
    let first: Value = vault.call("preview_plan", json!({"choice": choice(), "all_pages": false}));
    assert_eq!(first["pages"].as_array().unwrap().len(), 3);
    let all = pages(&vault, choice());
    assert_eq!(all["pages"].as_array().unwrap().len() as u64, first["page_count"].as_u64().unwrap());
    assert_eq!(said(&all).matches("Breathe, walk").count(), 200 * 26, "nothing is lost");
    assert!(text(&vault, json!([]), "en").len() > 190_000);
    let card = pages(&vault, with("form", json!("card")));
    assert_eq!(card["page_count"], 1);
    assert!(said(&card).contains("… more in the plan"));
}

#[test]
fn what_is_no_choice_is_refused_with_its_place() {
    let vault = vault();
    let refused = |choice: Value| vault.failure("preview_plan", json!({"choice": choice, "all_pages": false}));
    let invalid = |field: &str, rule| Failure::Invalid { field: field.into(), rule };
    assert_eq!(refused(with("name", json!("a\nb"))), invalid("choice.name", Rule::ControlCharacters));
    assert_eq!(refused(with("sections", json!(["poems"]))), invalid("choice.sections.0", Rule::Unknown));
    assert_eq!(refused(with("sections", json!(vec!["halt"; 21]))), invalid("choice.sections", Rule::TooLong));
    vault.lock();
    assert_eq!(refused(choice()), Failure::Locked);
    assert_eq!(vault.failure("plan_text", json!({"sections": [], "language": "en"})), Failure::Locked);
}
