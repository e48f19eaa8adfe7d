//! Calls while it is locked, and requests that are no requests: refused by code, and nothing is changed.

use app::{Durability, Failure, OPERATIONS};
use serde_json::{Value, json};

use crate::device::Device;
use crate::folder;
use crate::mutate;
use crate::request::Requests;
use crate::row::{Skipped, Trial};

/// Characters of an oversized text: more than any field takes but those that hold whole files.
const OVERSIZED: usize = 10_000_000;
/// Operations for which a text is no more than a text: a draft is the form's own, one who is in needs no secret,
/// and every passphrase has a strength.
const TAKE_ANY_TEXT: &[&str] = &["save_draft", "unlock", "unlock_with_pin", "passphrase_strength"];

pub fn run(trial: &mut Trial) -> Result<String, Skipped> {
    let device = Device::with_much(&trial.place("record"), Durability::Relaxed);
    let forms = trial.place("forms");
    let requests = Requests::learnt(&forms, &device, &mut trial.random);
    let mut random = trial.random.clone();
    let malformed = malformed(trial, &device, &requests, &mut random);
    let locked = locked(trial, &device, &requests, &mut random);
    let (learnt, all) = (requests.taken().len(), OPERATIONS.len());
    Ok(format!("{locked} calls while locked, {malformed} malformed requests; {learnt} of {all} operations answered"))
}

/// On an open record: nothing that is malformed is taken, and the record stays as it is.
fn malformed(trial: &mut Trial, device: &Device, requests: &Requests, random: &mut fastrand::Rng) -> u64 {
    let before = device.export();
    let oversized = "a".repeat(OVERSIZED);
    let deep = (0..100).fold(json!({}), |inner, _| json!({"a": [inner]}));
    let mut refused = 0;
    for operation in OPERATIONS {
        let seed = requests.seed(operation.name);
        let mut bad = vec![json!(null), json!([]), json!([1, 2]), json!("text"), json!(7), json!(true), deep.clone()];
        bad.push(with_field(seed, "no_such_field", json!(1)));
        bad.extend((0..trial.times).filter_map(|_| wrong_type(seed, random)));
        let forms = bad.len();
        bad.extend(texts(seed).into_iter().map(|at| put(seed, &at, json!("a\0b"))));
        bad.extend(texts(seed).into_iter().take(1).map(|at| put(seed, &at, json!(oversized))));
        for (n, request) in bad.into_iter().enumerate() {
            let about = format!("{}, malformed request {n}", operation.name);
            match trial.attempt(&about, |_| device.ask(operation.name, request)) {
                Some(Err(Failure::Internal { id })) => trial.fault(format!("{about}: internal {id}")),
                Some(Ok(_)) => {
                    let may = n >= forms && TAKE_ANY_TEXT.contains(&operation.name);
                    trial.check(may, || format!("{about}: it was taken"));
                }
                refusal => refused += u64::from(refusal.is_some()),
            }
        }
    }
    let after = device.try_export();
    trial.check(after.as_deref() == Ok(before.as_str()), || "malformed requests changed the record".to_owned());
    refused
}

/// While it is locked: whatever is asked, it is `Locked` where it must be, and every file stays as it is.
fn locked(trial: &mut Trial, device: &Device, requests: &Requests, random: &mut fastrand::Rng) -> u64 {
    device.call("lock", json!({}));
    let before = folder::contents(&device.folder);
    let mut calls = 0;
    for operation in OPERATIONS.iter().filter(|operation| !operation.while_locked) {
        let seed = requests.seed(operation.name);
        let mut asked = vec![json!({}), json!(null), json!("x"), seed.clone()];
        asked.extend((0..trial.times).map(|_| mutate::value(seed.clone(), random)));
        for request in asked {
            calls += 1;
            let answer = device.ask(operation.name, request);
            trial.check(answer == Err(Failure::Locked), || format!("{} while locked: {answer:?}", operation.name));
        }
    }
    let after = folder::contents(&device.folder);
    trial.check(before == after, || "calls while locked changed a file".to_owned());
    calls
}

/// The places of all texts of a request.
fn texts(request: &Value) -> Vec<String> {
    let mut found = Vec::new();
    walk(request, String::new(), &mut found);
    found
}

fn walk(value: &Value, at: String, found: &mut Vec<String>) {
    match value {
        Value::String(_) => found.push(at),
        Value::Array(all) => all.iter().enumerate().for_each(|(i, inside)| walk(inside, format!("{at}/{i}"), found)),
        Value::Object(all) => all.iter().for_each(|(name, inside)| walk(inside, format!("{at}/{name}"), found)),
        _ => {}
    }
}

fn put(request: &Value, at: &str, value: Value) -> Value {
    let mut request = request.clone();
    if let Some(place) = request.pointer_mut(at) {
        *place = value;
    }
    request
}

fn with_field(request: &Value, name: &str, value: Value) -> Value {
    let mut request = request.clone();
    if let Some(fields) = request.as_object_mut() {
        fields.insert(name.to_owned(), value);
    }
    request
}

/// One field of another type; `None`: it has no fields.
fn wrong_type(request: &Value, random: &mut fastrand::Rng) -> Option<Value> {
    let name = random.choice(request.as_object()?.keys())?.clone();
    // A tree is none of what a field can be.
    Some(with_field(request, &name, json!({"wrong": [{"type": 1.5}]})))
}
