//! Recovery dates, chips, sponsors, steps and service.

use app::{Failure, Rule};
use serde_json::{Value, json};
use support::TestVault;

#[test]
fn a_recovery_date_counts_days_and_names_the_next_chip_in_the_groups_colour() {
    let vault = TestVault::at("2026-02-03T09:00", "America/New_York");
    let spans = json!([{"starts_on": "2026-01-01", "ends_on": null}]);
    let key: Value = vault.call("save_counter", json!({"name": "", "spans": spans}));
    let of = |fellowship: &str| vault.call::<Value>("recovery", json!({"fellowship": fellowship}));
    let counter = of("na")["counters"][0].clone();
    assert_eq!(counter["days"]["current"], 33);
    assert_eq!(counter["reached"][0]["mark"], json!({"days": 30}));
    assert_eq!(
        (&counter["reached"][0]["on"], &counter["reached"][0]["color"]),
        (&json!("2026-01-31"), &json!("orange"))
    );
    assert_eq!((&counter["next"]["mark"], &counter["next"]["on"]), (&json!({"days": 60}), &json!("2026-03-02")));
    vault.call::<Value>("save_chip", json!({"fellowship": "na", "mark": {"days": 30}, "color": "pink"}));
    assert_eq!(of("na")["counters"][0]["reached"][0]["color"], "pink");
    assert_ne!(of("aa")["counters"][0]["reached"][0]["color"], "pink", "another group's is another");
    vault.call::<Value>("save_chip", json!({"fellowship": "na", "mark": {"days": 30}, "color": null}));
    assert_eq!(of("na")["counters"][0]["reached"][0]["color"], "orange");
    let undo = vault.done("delete_counter", key)["undo"].clone();
    assert_eq!(of("na")["counters"], json!([]));
    vault.call::<Value>("undo", json!({"step": undo}));
    assert_eq!(of("na")["counters"][0]["days"]["current"], 33);
}

#[test]
fn all_days_stay_counted_across_spans_and_what_does_not_fit_is_refused() {
    let vault = TestVault::at("2026-02-03T09:00", "America/New_York");
    let save = |spans: Value| vault.app.call("save_counter", json!({"name": "", "spans": spans}));
    let span = |from: &str, to: Value| json!({"starts_on": from, "ends_on": to});
    let invalid = |rule| Failure::Invalid { field: "spans".into(), rule };
    assert_eq!(save(json!([])).unwrap_err(), invalid(Rule::Required));
    assert_eq!(save(json!([span("2026-02-04", Value::Null)])).unwrap_err(), invalid(Rule::InTheFuture));
    assert_eq!(save(json!([span("2026-01-04", json!("2026-01-01"))])).unwrap_err(), invalid(Rule::EndBeforeStart));
    let overlapping = json!([span("2026-01-01", json!("2026-01-10")), span("2026-01-05", Value::Null)]);
    assert_eq!(save(overlapping).unwrap_err(), invalid(Rule::DoesNotFit));
    save(json!([span("2025-12-01", json!("2025-12-31")), span("2026-01-02", Value::Null)])).unwrap();
    let days = vault.call::<Value>("recovery", json!({}))["counters"][0]["days"].clone();
    let (counted, of) = (days["counted"].as_u64().unwrap(), days["of"].as_u64().unwrap());
    assert_eq!(of - counted, 1, "one day of the whole time is not counted: {days}");
}

#[test]
fn the_chips_are_those_of_the_home_group_and_else_of_the_most_attended() {
    let vault = TestVault::at("2026-02-03T21:00", "America/New_York");
    let shown = || vault.call::<Value>("recovery", json!({}))["fellowship"].clone();
    assert_eq!(shown(), "aa");
    let visit = json!({"fellowship": "ca", "name": "", "on": "2026-02-03", "time": "19:30", "minutes": 60,
        "mode": "in_person", "took": [], "topic": "", "note": ""});
    vault.call::<Value>("record_attendance", visit);
    assert_eq!(shown(), "ca");
    let home = json!({"fellowship": "na", "name": "", "weekday": "tuesday", "time": "19:30", "minutes": 60,
        "mode": "in_person", "place": "", "home": true});
    vault.call::<Value>("save_meeting", home);
    assert_eq!(shown(), "na");
}

#[test]
fn sponsors_steps_and_service_are_kept_changed_and_brought_back() {
    let vault = TestVault::at("2026-02-03T09:00", "America/New_York");
    let sponsor = json!({"fellowship": "aa", "name": "Jo", "phone": "555-0100", "starts_on": "2026-01-05", "note": ""});
    let step = json!({"fellowship": "aa", "step": 1, "starts_on": "2026-01-05", "note": ""});
    let service = json!({"fellowship": "aa", "text": "Coffee", "group": "Tuesday", "starts_on": "2026-01-05"});
    let shown = || vault.call::<Value>("step_work", json!({}));
    for (save, delete, list, request) in [
        ("save_sponsor", "delete_sponsor", "sponsors", sponsor.clone()),
        ("save_step", "delete_step", "steps", step.clone()),
        ("save_commitment", "delete_commitment", "commitments", service.clone()),
    ] {
        let key: Value = vault.call(save, request.clone());
        let mut changed = request.clone();
        (changed["id"], changed["ends_on"]) = (key["id"].clone(), json!("2026-02-01"));
        vault.call::<Value>(save, changed.clone());
        assert_eq!(shown()[list].as_array().unwrap().len(), 1);
        assert_eq!(shown()[list][0]["ends_on"], "2026-02-01");
        let kept = shown();
        let undo = vault.done(delete, key.clone())["undo"].clone();
        assert_eq!(shown()[list], json!([]));
        assert_eq!(vault.failure(delete, key.clone()), Failure::NotFound);
        vault.call::<Value>("undo", json!({"step": undo}));
        assert_eq!(shown(), kept);
        changed["ends_on"] = json!("2026-01-04");
        let invalid = Failure::Invalid { field: "ends_on".into(), rule: Rule::EndBeforeStart };
        assert_eq!(vault.failure(save, changed.clone()), invalid);
        changed["ends_on"] = Value::Null;
        changed["id"] = json!("019b8e3e-3480-7000-8000-000000000017");
        assert_eq!(vault.failure(save, changed), Failure::NotFound);
    }
    let mut wrong = sponsor;
    wrong["phone"] = json!("ask around");
    let malformed = Failure::Invalid { field: "phone".into(), rule: Rule::Malformed };
    assert_eq!(vault.failure("save_sponsor", wrong), malformed);
    let mut wrong = step;
    wrong["step"] = json!(100);
    assert_eq!(vault.failure("save_step", wrong), Failure::Invalid { field: "step".into(), rule: Rule::TooLarge });
}
