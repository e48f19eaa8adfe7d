//! Coverage and cost: payers, authorizations, fees, the account.

use app::port::FileError;
use app::{Failure, Rule};
use serde_json::{Value, json};
use support::TestVault;

const STRANGER: &str = "019b8e3e-3480-7000-8000-000000000017";

/// Ten weeks of Monday, Wednesday and Friday evenings from 5 January 2026.
fn three_evenings(vault: &TestVault) -> Value {
    let slots: Value = ["monday", "wednesday", "friday"]
        .iter()
        .map(|day| json!({"weekday": day, "time": "18:00", "minutes": 180, "kind": "group"}))
        .collect();
    let provider = json!({"name": "Cedar House", "phone": "", "address": "", "room": "", "link": ""});
    let care = json!({"level": "intensive_outpatient", "age_group": "adult", "starts_on": "2026-01-05",
        "zone": "America/New_York", "provider": provider,
        "phases": [{"weeks": 10, "target_minutes": 540, "slots": slots}]});
    vault.call::<Value>("start_care", care)["episode"].clone()
}

fn at(local: &str) -> (TestVault, Value) {
    let vault = TestVault::new();
    let episode = three_evenings(&vault);
    vault.go_to(local);
    vault.unlock();
    (vault, episode)
}

fn coverage(vault: &TestVault) -> Value {
    vault.call("coverage", json!({}))
}

fn insurer(vault: &TestVault) -> Value {
    let payer = json!({"kind": "private", "name": "Acme, Inc.", "member": "A-1", "phone": "555-0100"});
    vault.call::<Value>("save_payer", payer)["id"].clone()
}

fn authorization(payer: &Value, episode: &Value) -> Value {
    json!({"payer": payer, "episode": episode, "unit": "sessions", "amount": 7, "starts_on": "2026-01-05",
        "ends_on": "2026-02-28", "reference": "R-77"})
}

fn fee(episode: &Value, cents: i64) -> Value {
    json!({"episode": episode, "kind": null, "basis": "session", "cents": cents, "currency": "USD"})
}

fn entry(on: &str, kind: &str, cents: i64) -> Value {
    json!({"on": on, "kind": kind, "cents": cents, "currency": "USD", "note": ""})
}

fn log(vault: &TestVault, of: &str, index: usize, state: &str) {
    let week: Value = vault.call("week", json!({"of": of}));
    let session = &week["sessions"][index]["session"];
    vault.call::<Value>("log_session", json!({"session": session, "state": state}));
}

fn invalid(field: &str, rule: Rule) -> Failure {
    Failure::Invalid { field: field.into(), rule }
}

#[test]
fn an_authorization_counts_down_with_the_sessions_attended() {
    let (vault, episode) = at("2026-01-09T09:00");
    let payer = insurer(&vault);
    vault.call::<Value>("save_authorization", authorization(&payer, &episode));
    log(&vault, "2026-01-05", 0, "attended");
    log(&vault, "2026-01-05", 1, "missed");
    let shown = coverage(&vault);
    let covered = &shown["authorizations"][0]["covered"];
    assert_eq!((&covered["used"], &covered["left"]), (&json!(1), &json!(6)));
    // Six more: the 9th, 12th, 14th, 16th, 19th, and the last on the 21st.
    assert_eq!((&covered["last_day"], &covered["days_left"]), (&json!("2026-01-21"), &json!(12)));
    assert_eq!((&covered["renew_from"], &covered["renew_by"]), (&json!("2026-01-16"), &json!("2026-01-18")));
    assert_eq!(covered["renewal"], "later");
}

#[test]
fn today_says_when_it_is_to_be_renewed_and_no_other_day() {
    let (vault, episode) = at("2026-01-05T09:00");
    let payer = insurer(&vault);
    vault.call::<Value>("save_authorization", authorization(&payer, &episode));
    let renewal = |local: &str| {
        vault.go_to(local);
        vault.unlock();
        vault.call::<Value>("today", json!({}))["renewal"].clone()
    };
    // Seven sessions from the 5th reach to the 19th.
    assert_eq!(renewal("2026-01-13T09:00"), Value::Null);
    let due = renewal("2026-01-14T09:00");
    assert_eq!((&due["payer"], &due["covered"]["renewal"]), (&json!("Acme, Inc."), &json!("now")));
    assert_eq!(renewal("2026-01-18T09:00")["covered"]["renewal"], "soon");
    assert_eq!(renewal("2026-01-20T09:00"), Value::Null);
}

#[test]
fn the_balance_is_what_was_asked_for_without_what_was_paid_in_each_currency() {
    let (vault, _) = at("2026-01-09T09:00");
    for (kind, cents) in [("charge", 30_000), ("copay", 2_550), ("payment", 20_001), ("credit", 549)] {
        vault.call::<Value>("save_entry", entry("2026-01-06", kind, cents));
    }
    let mut yen = entry("2026-01-06", "payment", 1500);
    yen["currency"] = json!("JPY");
    vault.call::<Value>("save_entry", yen);
    let balances = coverage(&vault)["balances"].clone();
    assert_eq!((&balances[0]["currency"], &balances[0]["owed"]), (&json!("JPY"), &json!(-1500)));
    assert_eq!((&balances[1]["currency"], &balances[1]["owed"]), (&json!("USD"), &json!(12_000)));
}

#[test]
fn an_entry_is_changed_deleted_and_brought_back() {
    let (vault, _) = at("2026-01-09T09:00");
    let owed = || coverage(&vault)["balances"][0]["owed"].clone();
    let id = vault.call::<Value>("save_entry", entry("2026-01-06", "charge", 30_000))["id"].clone();
    let mut changed = entry("2026-01-07", "charge", 25_000);
    changed["id"] = id.clone();
    vault.call::<Value>("save_entry", changed);
    assert_eq!(owed(), 25_000);
    let undo = vault.done("delete_entry", json!({"id": id}))["undo"].clone();
    assert_eq!(coverage(&vault)["balances"], json!([]));
    vault.call::<Value>("undo", json!({"step": undo}));
    assert_eq!(owed(), 25_000);
}

#[test]
fn sessions_attended_are_charged_with_one_tap_once_and_taken_back_with_one() {
    let (vault, episode) = at("2026-01-12T09:00");
    vault.call::<Value>("save_fee", fee(&episode, 2_500));
    log(&vault, "2026-01-05", 0, "attended");
    log(&vault, "2026-01-05", 1, "missed");
    log(&vault, "2026-01-05", 2, "attended");
    let offered = coverage(&vault)["episodes"][0].clone();
    assert_eq!(offered["uncharged"], 2);
    assert_eq!(offered["uncharged_amounts"], json!([{"currency": "USD", "cents": 5_000}]));
    let done = vault.done("charge_attended", json!({"episode": episode}));
    assert_eq!(done["value"]["added"], 2);
    let shown = coverage(&vault);
    assert_eq!((&shown["balances"][0]["owed"], &shown["episodes"][0]["uncharged"]), (&json!(5_000), &json!(0)));
    assert_eq!((&shown["entries"][0]["on"], &shown["entries"][0]["kind"]), (&json!("2026-01-09"), &json!("charge")));
    let again = vault.done("charge_attended", json!({"episode": episode}));
    assert_eq!((&again["value"]["added"], &again["undo"]), (&json!(0), &Value::Null));
    vault.call::<Value>("undo", json!({"step": done["undo"]}));
    assert_eq!(coverage(&vault)["balances"], json!([]));
}

#[test]
fn what_an_authorization_covers_is_charged_as_a_copay_of_its_payer() {
    let (vault, episode) = at("2026-01-12T09:00");
    let payer = insurer(&vault);
    vault.call::<Value>("save_authorization", authorization(&payer, &episode));
    vault.call::<Value>("save_fee", fee(&episode, 2_500));
    log(&vault, "2026-01-05", 0, "attended");
    vault.call::<Value>("charge_attended", json!({"episode": episode}));
    let entry = coverage(&vault)["entries"][0].clone();
    assert_eq!((&entry["kind"], &entry["payer"]), (&json!("copay"), &payer));
}

#[test]
fn the_rest_of_the_program_is_foreseen_from_its_sessions() {
    let (vault, episode) = at("2026-03-02T09:00");
    assert_eq!(coverage(&vault)["forecasts"], json!([]), "without a fee there is nothing to foresee");
    vault.call::<Value>("save_fee", fee(&episode, 2_500));
    let mut flat = fee(&episode, 50_000);
    flat["basis"] = json!("flat");
    vault.call::<Value>("save_fee", flat);
    let foreseen = coverage(&vault)["forecasts"][0].clone();
    assert_eq!(foreseen["totals"], json!([{"currency": "USD", "cents": 15_000}]));
    assert_eq!((&foreseen["until"], &foreseen["open"]), (&json!("2026-03-15"), &json!(false)));
    log(&vault, "2026-03-02", 0, "cancelled");
    assert_eq!(coverage(&vault)["forecasts"][0]["lines"][0]["count"], 5);
}

#[test]
fn the_account_goes_back_in_pages() {
    let (vault, _) = at("2026-01-12T09:00");
    for number in 1..=50 {
        vault.call::<Value>("save_entry", entry("2026-01-06", "charge", number));
    }
    let mut seen = Vec::new();
    let mut before = Value::Null;
    for size in [20, 20, 10] {
        let page: Value = vault.call("coverage", json!({"before": before}));
        let entries = page["entries"].as_array().unwrap().clone();
        assert_eq!(entries.len(), size);
        seen.extend(entries.iter().map(|entry| entry["cents"].as_i64().unwrap()));
        before = page["older_before"].clone();
    }
    assert_eq!(before, Value::Null);
    seen.sort_unstable();
    assert_eq!(seen, (1..=50).collect::<Vec<i64>>());
}

#[test]
fn what_an_entry_may_not_be_is_refused_and_changes_nothing() {
    let (vault, _) = at("2026-01-09T09:00");
    let with = |field: &str, value: Value| {
        let mut request = entry("2026-01-06", "charge", 100);
        request[field] = value;
        vault.failure("save_entry", request)
    };
    assert_eq!(with("cents", json!(-1)), invalid("cents", Rule::TooSmall));
    assert_eq!(with("cents", json!(0)), invalid("cents", Rule::TooSmall));
    assert_eq!(with("cents", json!(1_000_000_000_001_i64)), invalid("cents", Rule::TooLarge));
    assert_eq!(with("cents", json!(12.5)), invalid("cents", Rule::Malformed));
    for wrong in ["usd", "DOLLAR", "", "€"] {
        assert_eq!(with("currency", json!(wrong)), invalid("currency", Rule::Unknown));
    }
    assert_eq!(with("kind", json!("refund")), invalid("kind", Rule::Unknown));
    assert_eq!(with("on", json!("2026-01-11")), invalid("on", Rule::InTheFuture));
    assert_eq!(with("on", json!("1875-01-01")), invalid("on", Rule::NotADate));
    assert_eq!(with("note", json!("x".repeat(10_001))), invalid("note", Rule::TooLong));
    assert_eq!(with("session", json!(STRANGER)), invalid("session", Rule::Unknown));
    assert_eq!(with("payer", json!(STRANGER)), invalid("payer", Rule::Unknown));
    assert_eq!(with("id", json!(STRANGER)), Failure::NotFound);
    assert_eq!(vault.failure("delete_entry", json!({"id": STRANGER})), Failure::NotFound);
    assert_eq!(coverage(&vault)["entries"], json!([]));
}

#[test]
fn what_an_authorization_may_not_be_is_refused_and_changes_nothing() {
    let (vault, episode) = at("2026-01-09T09:00");
    let payer = insurer(&vault);
    let with = |field: &str, value: Value| {
        let mut request = authorization(&payer, &episode);
        request[field] = value;
        vault.failure("save_authorization", request)
    };
    assert_eq!(with("ends_on", json!("2026-01-04")), invalid("ends_on", Rule::EndBeforeStart));
    assert_eq!(with("ends_on", json!("2199-12-31")), invalid("ends_on", Rule::TooLarge));
    assert_eq!(with("ends_on", json!("2026-02-30")), invalid("ends_on", Rule::NotADate));
    assert_eq!(with("amount", json!(0)), invalid("amount", Rule::TooSmall));
    assert_eq!(with("amount", json!(-3)), invalid("amount", Rule::TooSmall));
    assert_eq!(with("amount", json!(10_001)), invalid("amount", Rule::TooLarge));
    assert_eq!(with("unit", json!("hours")), invalid("unit", Rule::Unknown));
    assert_eq!(with("payer", json!(STRANGER)), invalid("payer", Rule::Unknown));
    assert_eq!(with("episode", json!(STRANGER)), invalid("episode", Rule::Unknown));
    assert_eq!(with("id", json!(STRANGER)), Failure::NotFound);
    assert_eq!(coverage(&vault)["authorizations"], json!([]));
}

#[test]
fn what_a_fee_may_not_be_is_refused_and_one_kind_has_one_fee() {
    let (vault, episode) = at("2026-01-09T09:00");
    let with = |field: &str, value: Value| {
        let mut request = fee(&episode, 2_500);
        request[field] = value;
        vault.failure("save_fee", request)
    };
    assert_eq!(with("cents", json!(-2_500)), invalid("cents", Rule::TooSmall));
    assert_eq!(with("cents", json!(0)), invalid("cents", Rule::TooSmall));
    assert_eq!(with("currency", json!("US$")), invalid("currency", Rule::Unknown));
    assert_eq!(with("basis", json!("month")), invalid("basis", Rule::Unknown));
    assert_eq!(with("episode", json!(STRANGER)), invalid("episode", Rule::Unknown));
    assert_eq!(with("id", json!(STRANGER)), Failure::NotFound);
    let id = vault.call::<Value>("save_fee", fee(&episode, 2_500))["id"].clone();
    assert_eq!(with("basis", json!("week")), Failure::Conflict);
    let mut own = fee(&episode, 9_000);
    own["kind"] = json!("individual");
    vault.call::<Value>("save_fee", own);
    let mut changed = fee(&episode, 3_000);
    changed["id"] = id.clone();
    vault.call::<Value>("save_fee", changed);
    // Both were added at the same moment: which comes first is left to chance.
    let fees = coverage(&vault)["fees"].clone();
    assert!(fees.as_array().unwrap().iter().any(|fee| fee["id"] == id && fee["cents"] == 3_000));
    vault.call::<Value>("delete_fee", json!({"id": id}));
    assert_eq!(coverage(&vault)["fees"].as_array().unwrap().len(), 1);
    assert_eq!(vault.failure("delete_fee", json!({"id": id})), Failure::NotFound);
}

#[test]
fn a_payer_that_is_named_stays_and_one_that_is_not_can_go() {
    let (vault, episode) = at("2026-01-09T09:00");
    let payer = insurer(&vault);
    let id = vault.call::<Value>("save_authorization", authorization(&payer, &episode))["id"].clone();
    assert_eq!(coverage(&vault)["payers"][0]["in_use"], true);
    assert_eq!(vault.failure("delete_payer", json!({"id": payer})), invalid("id", Rule::DoesNotFit));
    vault.call::<Value>("delete_authorization", json!({"id": id}));
    vault.call::<Value>("delete_payer", json!({"id": payer}));
    assert_eq!(coverage(&vault)["payers"], json!([]));
    assert_eq!(vault.failure("delete_payer", json!({"id": payer})), Failure::NotFound);
    let mut stranger = json!({"kind": "medicaid", "name": "", "member": "", "phone": "", "id": STRANGER});
    assert_eq!(vault.failure("save_payer", stranger.clone()), Failure::NotFound);
    stranger["phone"] = json!("call me");
    assert_eq!(vault.failure("save_payer", stranger), invalid("phone", Rule::Malformed));
}

#[test]
fn a_balance_that_could_not_be_told_exactly_is_never_made() {
    let (vault, episode) = at("2026-01-09T09:00");
    let most = 1_000_000_000_000_i64;
    let exported: Value = {
        let saved: Value = vault.call("export_record", json!({}));
        serde_json::from_str(&std::fs::read_to_string(saved["saved"].as_str().unwrap()).unwrap()).unwrap()
    };
    let mut many = exported.clone();
    many["account_entries"] = (0..9_008)
        .map(|number| {
            json!({"id": format!("019b8e3e-3480-7000-8000-{number:012}"), "on": "2026-01-06", "kind": "charge",
                "cents": most, "currency": "USD", "session": null, "payer": null, "note": ""})
        })
        .collect();
    let refused = vault.failure("import_record", json!({"text": many.to_string()}));
    assert_eq!(refused, invalid("account_entries", Rule::TooLarge));
    many["account_entries"].as_array_mut().unwrap().pop();
    vault.call::<Value>("import_record", json!({"text": many.to_string()}));
    assert_eq!(coverage(&vault)["balances"][0]["owed"], 9_007 * most);
    assert_eq!(vault.failure("save_entry", entry("2026-01-06", "payment", most)), invalid("cents", Rule::TooLarge));
    vault.call::<Value>("save_fee", fee(&episode, most));
    log(&vault, "2026-01-05", 0, "attended");
    let refused = vault.failure("charge_attended", json!({"episode": episode}));
    assert_eq!(refused, invalid("episode", Rule::TooLarge));
}

#[test]
fn the_account_is_saved_as_a_table_that_no_spreadsheet_reckons_with() {
    let (vault, _) = at("2026-01-09T09:00");
    log(&vault, "2026-01-05", 0, "attended");
    let week: Value = vault.call("week", json!({"of": "2026-01-05"}));
    let payer = insurer(&vault);
    let mut first = entry("2026-01-06", "copay", 123_456);
    first["session"] = week["sessions"][0]["session"].clone();
    first["payer"] = payer;
    first["note"] = json!("=HYPERLINK(\"x\")");
    vault.call::<Value>("save_entry", first);
    let mut second = entry("2026-01-07", "payment", 1500);
    second["currency"] = json!("JPY");
    vault.call::<Value>("save_entry", second);
    let saved: Value = vault.call("export_account", json!({}));
    let table = std::fs::read_to_string(saved["saved"].as_str().unwrap()).unwrap();
    assert_eq!(
        table,
        "date,kind,amount,currency,payer,session,note\r\n\
        2026-01-06,copay,1234.56,USD,\"Acme, Inc.\",2026-01-05 18:00,\"'=HYPERLINK(\"\"x\"\")\"\r\n\
        2026-01-07,payment,1500,JPY,,,\r\n"
    );
    vault.files.cancel_next();
    assert_eq!(vault.call::<Value>("export_account", json!({}))["saved"], Value::Null);
    vault.files.fail_next(FileError::DiskFull);
    assert_eq!(vault.failure("export_account", json!({})), Failure::DiskFull);
}

#[test]
fn what_is_covered_and_paid_goes_out_and_comes_in_and_is_checked() {
    let (vault, episode) = at("2026-01-09T09:00");
    let payer = insurer(&vault);
    vault.call::<Value>("save_authorization", authorization(&payer, &episode));
    vault.call::<Value>("save_fee", fee(&episode, 2_500));
    let mut paid = entry("2026-01-06", "payment", 2_500);
    paid["payer"] = payer;
    vault.call::<Value>("save_entry", paid);
    let export = |vault: &TestVault| {
        let saved: Value = vault.call("export_record", json!({}));
        std::fs::read_to_string(saved["saved"].as_str().unwrap()).unwrap()
    };
    let text = export(&vault);
    let other = TestVault::new();
    other.call::<Value>("import_record", json!({"text": text}));
    assert_eq!(export(&other), text);
    let empty = TestVault::new();
    let refused = |part: &str, field: &str, value: Value| {
        let mut record: Value = serde_json::from_str(&text).unwrap();
        record[part][0][field] = value;
        empty.failure("import_record", json!({"text": record.to_string()}))
    };
    assert_eq!(refused("account_entries", "cents", json!(-1)), invalid("account_entries.0.cents", Rule::TooSmall));
    assert_eq!(refused("fees", "cents", json!(0)), invalid("fees.0.cents", Rule::TooSmall));
    assert_eq!(refused("authorizations", "amount", json!(0)), invalid("authorizations.0.amount", Rule::TooSmall));
    assert_eq!(refused("payers", "phone", json!("x")), invalid("payers.0.phone", Rule::Malformed));
    assert_eq!(refused("payers", "id", json!(STRANGER)), invalid("authorizations", Rule::Unknown));
    assert_eq!(refused("authorizations", "payer", json!(STRANGER)), invalid("authorizations", Rule::Unknown));
    assert_eq!(refused("account_entries", "payer", json!(STRANGER)), invalid("account_entries", Rule::Unknown));
    assert_eq!(refused("fees", "episode", json!(STRANGER)), invalid("fees", Rule::Unknown));
}

#[test]
fn deleting_an_episode_takes_its_coverage_with_it_and_undo_brings_all_back() {
    let (vault, episode) = at("2026-01-09T09:00");
    let payer = insurer(&vault);
    vault.call::<Value>("save_authorization", authorization(&payer, &episode));
    vault.call::<Value>("save_fee", fee(&episode, 2_500));
    let before = coverage(&vault);
    let done = vault.done("delete_care", json!({"episode": episode}));
    let after = coverage(&vault);
    assert_eq!((&after["authorizations"], &after["fees"]), (&json!([]), &json!([])));
    vault.call::<Value>("undo", json!({"step": done["undo"]}));
    assert_eq!(coverage(&vault), before);
}
