//! Random records sealed into a backup and made a record again elsewhere: they say the same.

use app::{Durability, Failure, OPERATIONS};
use serde_json::{Value, json};

use crate::act::ANOTHER;
use crate::device::Device;
use crate::mutate;
use crate::request::{APART, Requests};
use crate::row::{Skipped, Trial};

/// Requests that make each record another.
const REQUESTS: u32 = 300;

pub fn run(trial: &mut Trial) -> Result<String, Skipped> {
    let mut bytes = 0;
    let first = Device::with_much(&trial.place("learnt"), Durability::Relaxed);
    let requests = Requests::learnt(&trial.place("forms"), &first, &mut trial.random);
    drop(first);
    for n in 0..trial.times {
        let made = trial.attempt(&format!("record {n}"), |trial| one(trial, &requests, n));
        bytes += made.unwrap_or(0);
        let _ = std::fs::remove_dir_all(trial.place("record"));
        let _ = std::fs::remove_dir_all(trial.place("elsewhere"));
    }
    Ok(format!("{} records, backups of {:.1} MB in all", trial.times, bytes as f64 / 1e6))
}

fn one(trial: &mut Trial, requests: &Requests, n: u64) -> usize {
    let device = if n.is_multiple_of(4) {
        Device::with_much(&trial.place("record"), Durability::Relaxed)
    } else {
        Device::with_record(&trial.place("record"), Durability::Relaxed)
    };
    for _ in 0..REQUESTS {
        let operation = OPERATIONS[trial.random.usize(..OPERATIONS.len())].name;
        if APART.contains(&operation) {
            continue;
        }
        let request = match trial.random.bool() {
            true => requests.example(operation, &mut trial.random, &mut || "walnut".to_owned()),
            false => mutate::value(requests.seed(operation).clone(), &mut trial.random),
        };
        let _ = device.ask(operation, request);
    }
    // Wrong secrets among them make wait, and some of them may have locked it.
    device.clock.advance(std::time::Duration::from_secs(600));
    if device.call("status", json!({}))["phase"] != "open" {
        device.unlock();
    }
    let before = device.export();
    device.call("save_backup", json!({"secret": ANOTHER, "is_recovery_key": false}));
    let backup = device.shelf.saved().expect("a backup");
    let size = backup.len();

    let elsewhere = Device::at(&trial.place("elsewhere"), Durability::Relaxed);
    elsewhere.shelf.choose_next(backup.clone());
    elsewhere.call("choose_backup", json!({}));
    // The language is asked for anew.
    let language = serde_json::from_str::<Value>(&before).expect("an export is JSON")["choices"]["language"].take();
    let restore = |device: &Device, secret: &str| {
        device.ask(
            "restore_backup",
            json!({"secret": secret, "passphrase": "quiet morning by the pier",
            "current": null, "language": language}),
        )
    };
    let wrong = restore(&elsewhere, "this is another one");
    trial.check(matches!(wrong, Err(Failure::WrongPassphrase { .. } | Failure::Invalid { .. })), || {
        format!("record {n}: a wrong passphrase says {wrong:?}")
    });
    elsewhere.clock.advance(std::time::Duration::from_secs(600));
    let restored = restore(&elsewhere, ANOTHER);
    trial.check(restored.is_ok(), || format!("record {n}: it is not restored: {restored:?}"));
    let after = elsewhere.export();
    trial.check(after == before, || format!("record {n}: restored, it says something else"));
    let whole = elsewhere.call("check_record", json!({}));
    trial.check(whole["whole"] == true, || format!("record {n}: restored, it is not whole"));
    elsewhere.call("lock", json!({}));
    elsewhere.call("unlock", json!({"passphrase": "quiet morning by the pier"}));
    trial.check(elsewhere.export() == before, || format!("record {n}: opened again, it says something else"));
    size
}
