//! The relapse prevention plan and the hard moment.

use app::{Failure, Rule};
use serde_json::{Value, json};
use support::TestVault;

fn plan() -> Value {
    json!({
        "reasons": ["Mia", "Mornings"],
        "triggers": [{"text": "Payday", "kind": "external", "strength": 3, "response": "Route 9"}],
        "situations": [{"text": "Wedding", "on": "2026-02-28", "plan": "Leave early"}],
        "warning_signs": [{"stage": "early", "text": "No breakfast"}],
        "skills": [{"text": "Cook", "pace": "slow", "minutes": 40}, {"text": "Walk", "pace": "quick", "minutes": null}],
        "halt": {"hungry": "Eat an apple", "angry": "", "lonely": "", "tired": ""},
        "people": [{"name": "Jo", "role": "sponsor", "phone": "555-0117", "knows_plan": true, "message": "Can we talk?",
                "more_phones": [{"label": "work", "number": "555-0118"}]},
            {"name": "Elena", "role": "family", "phone": "", "more_phones": [], "knows_plan": false, "message": ""}],
        "safe_places": ["Library"], "remove_from_home": ["Bottles"], "routine": ["In bed by 11"],
        "medicines": [{"name": "Naltrexone", "how": "With breakfast"}],
        "slip_steps": ["Stop", "Call Jo"], "slip_message": "I slipped.",
        "review": {"with": "Dana R.", "on": "2026-01-22", "next_on": "2026-02-19", "signatures": []},
    })
}

#[test]
fn every_save_is_a_version_and_an_earlier_one_comes_back_as_a_new_one() {
    let vault = TestVault::new();
    let first: Value = vault.call("save_plan", json!({"plan": plan(), "based_on": null}));
    assert_eq!(first["plan"], plan());
    let mut changed = plan();
    changed["reasons"] = json!(["Only Mia"]);
    let second: Value = vault.call("save_plan", json!({"plan": changed, "based_on": first["version"]["id"]}));
    assert_eq!(second["versions"], 2);
    let read: Value = vault.call("plan_version", json!({"id": first["version"]["id"]}));
    assert_eq!(read["plan"], plan());
    let restored: Value = vault.call("restore_plan", json!({"id": first["version"]["id"]}));
    assert_eq!((&restored["plan"], &restored["versions"]), (&plan(), &json!(3)));
    assert_eq!(vault.call::<Value>("plan_versions", json!({}))["versions"].as_array().unwrap().len(), 3);
}

#[test]
fn saving_the_same_again_makes_no_version_and_undo_takes_the_last_one_back() {
    let vault = TestVault::new();
    let first: Value = vault.call("save_plan", json!({"plan": plan(), "based_on": null}));
    let same = vault.done("save_plan", json!({"plan": plan(), "based_on": first["version"]["id"]}));
    assert_eq!((&same["value"]["versions"], &same["undo"]), (&json!(1), &Value::Null));
    let mut changed = plan();
    changed["routine"] = json!([]);
    let done = vault.done("save_plan", json!({"plan": changed, "based_on": first["version"]["id"]}));
    vault.call::<Value>("undo", json!({"step": done["undo"]}));
    assert_eq!(vault.call::<Value>("plan", json!({}))["plan"], plan());
}

#[test]
fn a_save_based_on_an_older_version_is_a_conflict_and_changes_nothing() {
    let vault = TestVault::new();
    vault.call::<Value>("save_plan", json!({"plan": plan(), "based_on": null}));
    let mut other = plan();
    other["reasons"] = json!(["typed in another window"]);
    assert_eq!(vault.failure("save_plan", json!({"plan": other, "based_on": null})), Failure::Conflict);
    assert_eq!(vault.call::<Value>("plan", json!({}))["plan"], plan());
}

#[test]
fn a_plan_as_the_first_form_wrote_it_is_kept_with_what_came_later_empty() {
    let vault = TestVault::new();
    let mut first = plan();
    for later in ["halt", "slip_message"] {
        first.as_object_mut().unwrap().remove(later);
    }
    first["review"].as_object_mut().unwrap().remove("signatures");
    let saved: Value = vault.call("save_plan", json!({"plan": first, "based_on": null}));
    assert_eq!((&saved["plan"]["slip_message"], &saved["plan"]["halt"]["hungry"]), (&json!(""), &json!("")));
    assert_eq!(saved["plan"]["review"]["signatures"], json!([]));
}

#[test]
fn a_plan_of_200_kilobytes_is_kept_compared_and_brought_back() {
    let vault = TestVault::new();
    let mut long = plan();
    long["reasons"] = json!((0..200).map(|i| format!("{i} {}", "one more morning ".repeat(60))).collect::<Vec<_>>());
    let first: Value = vault.call("save_plan", json!({"plan": long, "based_on": null}));
    assert_eq!(first["plan"], long);
    let mut changed = long.clone();
    changed["reasons"].as_array_mut().unwrap().reverse();
    changed["reasons"][0] = json!("Only Mia");
    let second: Value = vault.call("save_plan", json!({"plan": changed, "based_on": first["version"]["id"]}));
    let (older, newer) = (&first["version"]["id"], &second["version"]["id"]);
    let compared: Value = vault.call("compare_plans", json!({"older": older, "newer": newer}));
    let became = |what: &str| compared["changes"].as_array().unwrap().iter().filter(|c| c["became"] == what).count();
    assert_eq!((became("added"), became("removed")), (1, 1));
    let restored: Value = vault.call("restore_plan", json!({"id": older}));
    assert_eq!((&restored["plan"], &restored["versions"]), (&long, &json!(3)));
}

#[test]
fn what_a_plan_may_not_hold_is_refused_with_its_place() {
    let vault = TestVault::new();
    let with = |change: fn(&mut Value)| {
        let mut plan = plan();
        change(&mut plan);
        vault.failure("save_plan", json!({"plan": plan, "based_on": null}))
    };
    let invalid = |field: &str, rule| Failure::Invalid { field: field.into(), rule };
    assert_eq!(with(|p| p["reasons"][1] = json!("  ")), invalid("reasons.1", Rule::Required));
    assert_eq!(with(|p| p["triggers"][0]["strength"] = json!(4)), invalid("triggers.0.strength", Rule::TooLarge));
    assert_eq!(with(|p| p["people"][1]["name"] = json!("")), invalid("people.1.name", Rule::Required));
    assert_eq!(with(|p| p["people"][0]["phone"] = json!("5\n5")), invalid("people.0.phone", Rule::ControlCharacters));
    assert_eq!(
        with(|p| p["people"][0]["phone"] = json!("javascript:alert(1)")),
        invalid("people.0.phone", Rule::Malformed)
    );
    assert_eq!(with(|p| p["review"]["next_on"] = json!("2026-01-01")), invalid("review.next_on", Rule::EndBeforeStart));
    assert_eq!(
        with(|p| p["skills"] = json!(vec![json!({"text": "x", "pace": "quick"}); 201])),
        invalid("skills", Rule::TooLong)
    );
    assert_eq!(vault.call::<Value>("plan", json!({}))["versions"], 0);
}

#[test]
fn the_hard_moment_has_quick_skills_first_and_people_in_their_order() {
    let vault = TestVault::new();
    let empty: Value = vault.call("hard_moment", json!({}));
    let halt = json!({"hungry": "", "angry": "", "lonely": "", "tired": ""});
    let nothing =
        json!({"reasons": [], "skills": [], "halt": halt, "people": [], "slip_steps": [], "slip_message": ""});
    assert_eq!(empty, nothing);
    vault.call::<Value>("save_plan", json!({"plan": plan(), "based_on": null}));
    let moment: Value = vault.call("hard_moment", json!({}));
    assert_eq!(moment["skills"][0]["text"], "Walk");
    assert_eq!(moment["people"][0]["name"], "Jo");
}

#[test]
fn crisis_lines_are_there_while_locked_and_before_any_record() {
    let vault = TestVault::empty(support::MONDAY, support::NEW_YORK);
    let numbers = || -> Vec<String> {
        let lines: Value = vault.call("crisis_lines", json!({}));
        lines["lines"].as_array().unwrap().iter().map(|l| l["call"].as_str().unwrap().to_owned()).collect()
    };
    assert_eq!(numbers(), ["988", "988", "911", "1-800-662-4357"]);
    vault.call::<Value>("create_vault", json!({"passphrase": support::PASSPHRASE, "language": "en"}));
    vault.lock();
    assert_eq!(numbers().len(), 4);
}
