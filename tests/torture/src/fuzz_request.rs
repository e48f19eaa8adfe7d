//! Every operation, with requests that are almost good.

use std::collections::BTreeSet;
use std::time::Duration;

use app::{Durability, Failure, OPERATIONS};
use serde_json::json;
use support::PASSPHRASE;

use crate::device::Device;
use crate::folder;
use crate::fuzz;
use crate::measure::{self, Cost};
use crate::mutate;
use crate::request::Requests;
use crate::row::{Skipped, Trial, caught};

/// Operations that take their time, or replace the record, so that it has to be laid out again.
const SELDOM: &[&str] = &[
    "open_demo",
    "create_vault",
    "restore_backup",
    "restore_copy",
    "salvage",
    "start_anew",
    "put_back",
    "delete_kept",
    "destroy_everything",
    "recover",
];
/// They are tried once in so many times.
const SELDOM_MEANS: u8 = 4;
/// After so many requests the record is as it was at first, so that it does not grow without end.
const REQUESTS_OF_A_RECORD: u64 = 2_000;
/// Bytes that one request may make the core hold: what the largest answer and a paper take.
const MOST_HELD: usize = 256 * 1024 * 1024;

pub fn run(trial: &mut Trial) -> Result<String, Skipped> {
    let first = Device::with_much(&trial.place("record"), Durability::Relaxed);
    let forms = trial.place("forms");
    let requests = Requests::learnt(&forms, &first, &mut trial.random);
    first.call("save_backup", json!({"secret": PASSPHRASE, "is_recovery_key": false}));
    let sealed = first.shelf.saved().expect("a backup");
    first.call("lock", json!({}));
    let files = folder::contents(&first.folder);
    drop(first);
    let (mut slowest, mut most, mut taken, mut done) = ((Duration::ZERO, ""), 0, 0_u64, 0);
    let mut never: BTreeSet<&str> = OPERATIONS.iter().map(|operation| operation.name).collect();
    while done < trial.times {
        let place = trial.place("fuzzed");
        folder::lay_out(&files, &place);
        let device = Device::at(&place, Durability::Relaxed);
        device.unlock();
        let end = trial.times.min(done + REQUESTS_OF_A_RECORD);
        while done < end {
            let operation = OPERATIONS[trial.random.usize(..OPERATIONS.len())].name;
            // They take their time, or replace the record.
            if SELDOM.contains(&operation) && trial.random.u8(..SELDOM_MEANS) > 0 {
                continue;
            }
            let n = done;
            done += 1;
            let request = match trial.random.u8(..8) {
                0 => requests.seed(operation).clone(),
                1 => requests.example(operation, &mut trial.random, &mut || "walnut".to_owned()),
                2 => mutate::anything(&mut trial.random, 0),
                _ => mutate::value(requests.seed(operation).clone(), &mut trial.random),
            };
            let shown = request.to_string();
            make_ready(&device, operation, &sealed, &requests);
            let (answer, Cost { took, held }) = measure::cost(|| caught(|| device.ask(operation, request)));
            let about = || format!("request {n}, {operation} {}", shown.chars().take(2000).collect::<String>());
            match answer {
                Err(said) => trial.fault(format!("{}: {said}", about())),
                Ok(Err(Failure::Internal { id })) => trial.fault(format!("{}: internal {id}", about())),
                Ok(Err(Failure::Damaged)) => trial.fault(format!("{}: damaged", about())),
                Ok(Ok(_)) => {
                    taken += 1;
                    never.remove(operation);
                }
                Ok(Err(_)) => {}
            }
            trial.check(took < fuzz::LONGEST, || format!("{}: took {took:?}", about()));
            trial.check(held < MOST_HELD, || format!("{}: held {held}", about()));
            slowest = slowest.max((took, operation));
            most = most.max(held);
            if !reopen(&device) {
                break;
            }
        }
        if device.call("status", json!({}))["phase"] == "open" {
            trial.attempt(&format!("after request {done}"), |trial| look(trial, &device, done));
        }
    }
    let never: Vec<&str> = never.into_iter().collect();
    println!("fuzz-request: of these operations no request was taken: {}", never.join(", "));
    let measured = fuzz::measured(trial.times, taken, slowest.0, most);
    Ok(format!(
        "{measured}, slowest {}, {} of {} operations took some",
        slowest.1,
        OPERATIONS.len() - never.len(),
        OPERATIONS.len()
    ))
}

/// Brings about what an operation needs beside its request.
fn make_ready(device: &Device, operation: &str, sealed: &[u8], requests: &Requests) {
    match operation {
        "preview_backup" | "restore_backup" => {
            device.shelf.choose_next(sealed.to_vec());
            device.call("choose_backup", json!({}));
        }
        "choose_backup" => device.shelf.choose_next(sealed.to_vec()),
        "salvage" | "start_anew" | "unlock" | "recover" => {
            device.call("lock", json!({}));
        }
        "unlock_with_pin" => {
            // An earlier request may have changed the passphrase: then it is refused, and the record laid out again.
            let _ = device.ask("set_pin", requests.seed("set_pin").clone());
            device.call("lock", json!({}));
        }
        "create_vault" => {
            device.call("lock", json!({}));
            device.call("start_anew", json!({}));
        }
        "put_back" | "delete_kept" => {
            device.call("lock", json!({}));
            device.call("start_anew", json!({}));
            device.call("create_vault", json!({"passphrase": PASSPHRASE, "language": "en"}));
        }
        _ => {}
    }
}

/// Opens the record again where a request closed it, or opened another; `false`: a request put it aside.
fn reopen(device: &Device) -> bool {
    let status = device.call("status", json!({}));
    if status["demo"] == true {
        device.call("lock", json!({}));
    } else if status["phase"] == "open" {
        return true;
    }
    // Wrong secrets among the requests make the next one wait.
    device.clock.advance(Duration::from_secs(600));
    device.ask("unlock", json!({"passphrase": PASSPHRASE})).is_ok()
}

/// Whatever was taken, it can be read, exported, and would come in again as the same.
fn look(trial: &mut Trial, device: &Device, done: u64) {
    let all = device.export();
    let again = device.call("preview_import", json!({"text": all}));
    trial.check(again["changes_anything"] == false, || format!("after request {done}: what goes out comes in changed"));
    let whole = device.call("check_record", json!({}));
    trial.check(whole["whole"] == true, || format!("after request {done}: the record is not whole"));
}
