//! What is tried at each of its steps: from which files it begins, what it does, and in which states it may end.

use std::path::Path;

use app::{Durability, Failure};
use domain::time::Zone;
use serde_json::{Value, json};
use store::Store;
use support::PASSPHRASE;
use vault::Vault;

use crate::device::Device;
use crate::folder;
use crate::sample;

/// The passphrase that comes after [`PASSPHRASE`].
pub const ANOTHER: &str = "a lamp in every window";

/// A small record as the Handrail of schema 4 and key file 1 wrote it.
const EARLIER: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/../fixtures/record/0004");

/// Something that is done to a record.
pub struct Act {
    /// Its name.
    pub name: &'static str,
    /// Makes the files from which it begins; what it needs beside them goes to the second place.
    pub make: fn(&Path, &Path),
    /// Makes everything ready; it is locked at first.
    pub ready: fn(&Device, &Path),
    /// Does it.
    pub act: fn(&Device) -> Result<Value, Failure>,
    /// The passphrases that may open what is there afterwards.
    pub secrets: &'static [&'static str],
    /// Whether afterwards there may be no record at all.
    pub ends_without: bool,
    /// Whether what was made ready was acknowledged, so that the old state is none to end in.
    pub only_new: bool,
    /// Whether what it begins from cannot be opened.
    pub begins_damaged: bool,
}

const PLAIN: Act = Act {
    name: "",
    make: |place, _| drop(small(place)),
    ready: |device, _| device.unlock(),
    act: |_| Ok(Value::Null),
    secrets: &[PASSPHRASE],
    ends_without: false,
    only_new: false,
    begins_damaged: false,
};

/// Everything that is tried.
pub const ACTS: &[Act] = &[
    Act { name: "write", act: |device| device.ask("record_attendance", changed(device)), ..PLAIN },
    Act {
        name: "lock",
        act: |device| device.ask("lock", json!({})),
        ready: |device, _| {
            device.unlock();
            device.call("record_attendance", changed(device));
        },
        only_new: true,
        ..PLAIN
    },
    Act {
        name: "unlock",
        ready: |_, _| (),
        act: |device| device.ask("unlock", json!({"passphrase": PASSPHRASE})),
        ..PLAIN
    },
    Act {
        name: "migrate",
        make: |place, _| folder::lay_out(&folder::contents(Path::new(EARLIER)), place),
        ready: |_, _| (),
        act: |device| device.ask("unlock", json!({"passphrase": PASSPHRASE})),
        ..PLAIN
    },
    Act {
        name: "change_passphrase",
        act: |device| device.ask("change_passphrase", json!({"current": PASSPHRASE, "new_passphrase": ANOTHER})),
        secrets: &[PASSPHRASE, ANOTHER],
        ..PLAIN
    },
    Act {
        name: "renew_recovery_key",
        act: |device| device.ask("renew_recovery_key", json!({"passphrase": PASSPHRASE})),
        ..PLAIN
    },
    Act { name: "set_pin", act: set_pin, ..PLAIN },
    Act {
        name: "remove_pin",
        ready: |device, _| {
            device.unlock();
            set_pin(device).expect("a PIN");
        },
        act: |device| device.ask("remove_pin", json!({})),
        ..PLAIN
    },
    Act {
        name: "save_backup",
        act: |device| device.ask("save_backup", json!({"secret": ANOTHER, "is_recovery_key": false})),
        ..PLAIN
    },
    Act {
        name: "restore_backup",
        make: |place, beside| {
            let device = small(place);
            device.call("save_backup", json!({"secret": ANOTHER, "is_recovery_key": false}));
            std::fs::write(beside, device.shelf.saved().expect("a backup")).expect("a file");
            device.call("record_attendance", attendance("after the backup", 10));
            device.call("lock", json!({}));
        },
        ready: |device, beside| {
            device.shelf.choose_next(std::fs::read(beside).expect("a backup"));
            device.call("choose_backup", json!({}));
        },
        act: |device| {
            device.ask(
                "restore_backup",
                json!({"secret": ANOTHER, "passphrase": ANOTHER, "current": PASSPHRASE,
                "language": "en"}),
            )
        },
        secrets: &[PASSPHRASE, ANOTHER],
        ..PLAIN
    },
    Act {
        name: "restore_copy",
        make: |place, _| with_copy(place),
        ready: |_, _| (),
        act: |device| {
            let copies = device.ask("copies", json!({}))?;
            device.ask("restore_copy", json!({"id": copies["copies"][0]["id"], "passphrase": PASSPHRASE}))
        },
        ..PLAIN
    },
    Act {
        name: "start_anew",
        ready: |_, _| (),
        act: |device| device.ask("start_anew", json!({})),
        ends_without: true,
        ..PLAIN
    },
    Act {
        name: "put_back",
        make: |place, _| {
            small(place).call("lock", json!({}));
            let device = Device::at(place, Durability::Full);
            device.call("start_anew", json!({}));
            device.call("create_vault", json!({"passphrase": ANOTHER, "language": "en"}));
            device.call("lock", json!({}));
        },
        ready: |_, _| (),
        act: |device| {
            let copies = device.ask("copies", json!({}))?;
            device.ask("put_back", json!({"id": copies["kept"][0]["id"], "current": ANOTHER}))
        },
        secrets: &[PASSPHRASE, ANOTHER],
        ..PLAIN
    },
    Act {
        name: "salvage",
        make: |place, _| {
            small(place).call("lock", json!({}));
            damage(place);
        },
        ready: |_, _| (),
        act: |device| device.ask("salvage", json!({"passphrase": PASSPHRASE})),
        begins_damaged: true,
        ..PLAIN
    },
    Act {
        name: "destroy_everything",
        act: |device| device.ask("destroy_everything", json!({"passphrase": PASSPHRASE, "sure": true})),
        ends_without: true,
        ..PLAIN
    },
];

/// A small record, open.
fn small(place: &Path) -> Device {
    let beside = place.with_extension("sample");
    let text = sample::record(&beside);
    std::fs::remove_dir_all(beside).expect("the sample's folder");
    let device = Device::with_record(place, Durability::Full);
    device.call("import_record", json!({"text": text}));
    device
}

/// A record with a copy of how it was a day before.
fn with_copy(place: &Path) {
    let device = small(place);
    device.call("lock", json!({}));
    let copies = device.call("copies", json!({}));
    assert!(copies["copies"].as_array().is_some_and(|copies| !copies.is_empty()), "locking keeps a copy: {copies}");
    device.unlock();
    device.call("record_attendance", attendance("after the copy", 10));
    device.call("lock", json!({}));
}

/// An attendance with a note of so many bytes.
pub fn attendance(name: &str, note: usize) -> Value {
    json!({"fellowship": "na", "name": name, "on": "2026-01-04", "time": "19:00", "minutes": 60, "mode": "online",
        "took": [], "topic": "", "note": "n".repeat(note)})
}

/// What is written after an act, to see whether a write works.
pub const AFTERWARDS: &str = "afterwards";

/// An export as it would be without that.
pub fn without_what_came_after(export: &str) -> String {
    let mut all: Value = serde_json::from_str(export).expect("an export is JSON");
    if let Some(attendances) = all["attendances"].as_array_mut() {
        attendances.retain(|attendance| attendance["name"] != AFTERWARDS);
    }
    all.to_string()
}

fn set_pin(device: &Device) -> Result<Value, Failure> {
    device.ask("set_pin", json!({"passphrase": PASSPHRASE, "pin": "271828"}))
}

/// A change of the attendance that is there, with a long note.
fn changed(device: &Device) -> Value {
    let groups = device.call("groups", json!({"before": null}));
    let mut changed = attendance("changed", 9_000);
    changed["id"] = groups["weeks"][0]["attendances"][0]["id"].clone();
    changed
}

/// Breaks the seal of a page, the first from the middle on without which the rest can be saved: not every page is such.
fn damage(place: &Path) {
    let database = place.join("handrail.db");
    let whole = std::fs::read(&database).expect("a database");
    let key = Vault::at(place).open_with_passphrase(PASSPHRASE).expect("the record's key");
    let (tried, into) = (place.with_extension("tried"), place.with_extension("saved"));
    for page in whole.len() / 4096 / 2..whole.len() / 4096 {
        let mut broken = whole.clone();
        broken[page * 4096 + 100] ^= 1;
        std::fs::write(&tried, &broken).expect("a database");
        let saved = Store::salvage(&tried, key.expose(), &into, Zone::UTC);
        let _ = std::fs::remove_file(&into);
        if saved.is_ok() {
            return std::fs::write(&database, &broken).expect("a database");
        }
    }
    panic!("no page can be lost");
}

/// The other process: does it, and says what came of it, in one line each; then whether a write after it works.
pub fn perform(name: &str, place: &Path, beside: &Path) {
    let act = ACTS.iter().find(|act| act.name == name).expect("an act");
    let device = Device::at(place, Durability::Full);
    (act.ready)(&device, beside);
    let _ = std::fs::metadata(crate::trace::BEGINS);
    let done = (act.act)(&device).map(|_| ());
    let _ = std::fs::metadata(crate::trace::ENDS);
    println!("{done:?}");
    // Room is there again: whatever is open takes a write.
    if device.ask("status", json!({})).is_ok_and(|status| status["phase"] == "open") {
        println!("{:?}", device.ask("record_attendance", attendance(AFTERWARDS, 10)).map(|_| ()));
    }
}
