//! Requests that the operations take, made from their forms: what a form does not say is learnt from the refusals.

use std::collections::BTreeMap;
use std::path::Path;

use app::{Failure, OPERATIONS, Rule};
use fastrand::Rng;
use serde_json::{Map, Value, json};
use support::PASSPHRASE;

use crate::device::Device;
use crate::sample;
use crate::shape::{Shape, Shapes};

/// How often a refused request is changed and tried again.
const TRIES: usize = 60;
/// So many ids of a kind are enough.
const MOST_KNOWN: usize = 200;
/// Deeper than any form.
const DEEPEST: usize = 12;
/// What a text may have to be, where it is refused.
const TEXTS: &[&str] = &[
    "2026-01-05",
    "+1 555 010 0199",
    "https://example.org/a",
    "09:00",
    "America/New_York",
    "12",
    "5",
    "2026-01-05T09:00:00Z",
    "x",
    "",
];
/// What the first copy, and the first record that is put aside, is called on the day on which every trial begins.
const FIRST_ASIDE: &str = "1-2026-01-05";
/// Operations that take the record away, replace it, or hold everything up: for rows of their own.
pub const APART: &[&str] = &[
    "create_vault",
    "open_demo",
    "destroy_everything",
    "start_anew",
    "restore_backup",
    "restore_copy",
    "put_back",
    "delete_kept",
    "salvage",
    "recover",
    "change_passphrase",
    "renew_recovery_key",
    "lock",
];

/// Makes requests.
pub struct Requests {
    shapes: Shapes,
    /// Ids that are in the record, by the name of their form.
    known: BTreeMap<String, Vec<Value>>,
    /// A small record as a file.
    record: String,
    /// The record's recovery key.
    recovery_key: Value,
    /// For each operation a request that it took, or came nearest to taking.
    seeds: BTreeMap<&'static str, Value>,
    /// Operations that took theirs.
    taken: Vec<&'static str>,
}

/// Where texts of a request come from.
type Texts<'a> = &'a mut dyn FnMut() -> String;

impl Requests {
    /// Learns them on that record.
    pub fn learnt(folder: &Path, device: &Device, random: &mut Rng) -> Self {
        let mut requests = Self {
            shapes: Shapes::written(folder),
            known: BTreeMap::new(),
            record: sample::record(&folder.with_extension("small")),
            recovery_key: Value::Null,
            seeds: BTreeMap::new(),
            taken: Vec::new(),
        };
        // Twice: what the first round answers names what the second asks for. What takes something away comes last.
        let all = OPERATIONS.iter().map(|operation| operation.name).filter(|name| !APART.contains(name));
        let (takes, gives): (Vec<_>, Vec<_>) = all.partition(|name| takes_away(name));
        for round in 0..2 {
            requests.taken.clear();
            for name in gives.iter().chain(&takes) {
                requests.learn(device, name, random);
            }
            if round == 0 {
                requests.recovery_key =
                    device.call("renew_recovery_key", json!({"passphrase": PASSPHRASE}))["recovery_key"].clone();
            }
        }
        // Once more, so that there is something again to be taken away, and known by its id.
        let taken = std::mem::take(&mut requests.taken);
        requests.known.clear();
        for name in gives.iter().chain(&gives) {
            requests.learn(device, name, random);
        }
        requests.taken = taken;
        for name in takes {
            let example = requests.example(name, random, &mut || "walnut".to_owned());
            requests.seeds.insert(name, example);
        }
        for name in APART {
            let example = requests
                .by_hand(name)
                .unwrap_or_else(|| requests.example(name, random, &mut || "walnut walnut".to_owned()));
            requests.seeds.insert(name, example);
        }
        requests
    }

    /// Learns the request of one of them.
    fn learn(&mut self, device: &Device, operation: &'static str, random: &mut Rng) {
        let mut others = random.fork();
        let mut made = || {
            self.by_hand(operation).unwrap_or_else(|| self.example(operation, &mut others, &mut || "walnut".to_owned()))
        };
        let first = made();
        let (request, answer) = self.agreed(device, operation, first, random, &mut made);
        self.seeds.insert(operation, request);
        if let Ok(answer) = answer {
            self.remember(self.shapes.answer(operation).clone(), &answer);
            self.taken.push(operation);
        }
    }

    /// A request that was taken, or is of the right form.
    pub fn seed(&self, operation: &str) -> &Value {
        &self.seeds[operation]
    }

    /// The operations that took theirs.
    pub fn taken(&self) -> &[&'static str] {
        &self.taken
    }

    /// A request of an operation's form, with such texts.
    pub fn example(&self, operation: &str, random: &mut Rng, texts: Texts<'_>) -> Value {
        self.value(self.shapes.request(operation), "", random, texts, 0)
    }

    /// Asks until it is agreed to, changing what is refused, or making it `again`; the last request and what came of it.
    pub fn agreed(
        &self,
        device: &Device,
        operation: &str,
        mut request: Value,
        random: &mut Rng,
        again: &mut dyn FnMut() -> Value,
    ) -> (Value, Result<Value, Failure>) {
        let mut tries = BTreeMap::new();
        let mut last = device.ask(operation, request.clone());
        for _ in 0..TRIES {
            let Err(failure) = &last else { break };
            match failure {
                Failure::Invalid { field, rule } => {
                    let at = tries.entry(field.clone()).or_insert(0);
                    if !amend(&mut request, field, *rule, *at, random) {
                        request = again();
                    }
                    *at += 1;
                }
                // The plan stands at one version of many.
                Failure::Conflict if operation == "save_plan" => {
                    request["based_on"] = device.call("plan", json!({}))["version"]["id"].clone();
                }
                Failure::NotFound | Failure::Conflict => request = again(),
                _ => break,
            }
            last = device.ask(operation, request.clone());
        }
        (request, last)
    }

    fn value(&self, shape: &Shape, name: &str, random: &mut Rng, texts: Texts<'_>, depth: usize) -> Value {
        match shape {
            Shape::Text if is_day(name) => json!(format!("2026-01-{:02}", random.u8(1..5))),
            Shape::Text if name.ends_with("_at") => json!("2026-01-04T12:00:00Z"),
            Shape::Text if name.contains("phone") || name == "number" => json!("+1 555 010 0199"),
            Shape::Text if name.contains("link") => {
                json!(format!("https://example.org/{}", texts().replace(' ', "-")))
            }
            Shape::Text if name.contains("zone") => json!("America/Chicago"),
            Shape::Text => json!(texts()),
            Shape::Number => json!(random.u8(1..4)),
            Shape::Bool => json!(random.bool()),
            Shape::Null => Value::Null,
            Shape::Word(word) => json!(word),
            Shape::List(_) if depth > DEEPEST => json!([]),
            Shape::List(inner) => {
                (0..random.usize(1..3)).map(|_| self.value(inner, name, random, texts, depth + 1)).collect()
            }
            Shape::Tuple(parts) => parts.iter().map(|part| self.value(part, name, random, texts, depth + 1)).collect(),
            Shape::Object(fields) => {
                let mut object = Map::new();
                for field in fields {
                    let optional = field.optional || may_be_null(&field.shape);
                    if optional && (depth > DEEPEST || is_id(&field.shape) && random.bool()) {
                        continue;
                    }
                    object.insert(field.name.clone(), self.value(&field.shape, &field.name, random, texts, depth + 1));
                }
                Value::Object(object)
            }
            Shape::Union(parts) => {
                // What is there says more than that there is nothing.
                let there: Vec<&Shape> = parts.iter().filter(|part| **part != Shape::Null).collect();
                random.choice(there).map_or(Value::Null, |part| self.value(part, name, random, texts, depth + 1))
            }
            Shape::Both(parts) => {
                let mut all = Map::new();
                for part in parts {
                    if let Value::Object(object) = self.value(part, name, random, texts, depth + 1) {
                        all.extend(object);
                    }
                }
                Value::Object(all)
            }
            Shape::Name(of) if of == "TimeOfDay" => json!(format!("{:02}:00", random.u8(8..20))),
            Shape::Name(of) => match self.known.get(of).and_then(|known| random.choice(known)) {
                Some(known) => known.clone(),
                None => match self.shapes.named(of) {
                    Shape::Text => json!("01890a5d-ac96-774b-bcce-b302099a8057"),
                    other => self.value(other, name, random, texts, depth),
                },
            },
        }
    }

    /// What no form tells.
    fn by_hand(&self, operation: &str) -> Option<Value> {
        let episode = self.known.get("EpisodeId").and_then(|known| known.first());
        Some(match operation {
            "preview_import" | "import_record" => json!({"text": self.record}),
            "preview_meeting_list" => json!({"text": sample::GUIDE}),
            "import_meeting_list" => json!({"text": sample::GUIDE, "name": "walnut", "fellowship": "aa"}),
            "preview_calendar" => json!({"text": sample::CALENDAR, "episode": episode}),
            "import_calendar" => json!({"text": sample::CALENDAR, "episode": episode, "kinds": [], "leave_out": []}),
            "save_assessment" => json!({"instrument": "gad7", "on": "2026-01-02", "answers": [0, 1, 2, 3, 0, 1, 2]}),
            "unlock" | "renew_recovery_key" | "salvage" => json!({"passphrase": PASSPHRASE}),
            "create_vault" => json!({"passphrase": PASSPHRASE, "language": "en"}),
            "change_passphrase" => json!({"current": PASSPHRASE, "new_passphrase": PASSPHRASE}),
            "set_pin" => json!({"passphrase": PASSPHRASE, "pin": "271828"}),
            "unlock_with_pin" => json!({"pin": "271828"}),
            "save_backup" => json!({"secret": PASSPHRASE, "is_recovery_key": false}),
            "preview_backup" => json!({"secret": PASSPHRASE}),
            "restore_backup" => {
                json!({"secret": PASSPHRASE, "passphrase": PASSPHRASE, "current": PASSPHRASE, "language": "en"})
            }
            "preview_copy" | "restore_copy" => json!({"id": FIRST_ASIDE, "passphrase": PASSPHRASE}),
            "put_back" => json!({"id": FIRST_ASIDE, "current": PASSPHRASE}),
            "delete_kept" => json!({"id": FIRST_ASIDE}),
            "recover" => json!({"recovery_key": self.recovery_key, "new_passphrase": PASSPHRASE}),
            "destroy_everything" => json!({"passphrase": PASSPHRASE, "sure": true}),
            _ => return None,
        })
    }

    /// Takes in the ids that an answer names.
    fn remember(&mut self, shape: Shape, value: &Value) {
        match (shape, value) {
            (Shape::Name(of), Value::String(_)) if *self.shapes.named(&of) == Shape::Text => {
                let known = self.known.entry(of).or_default();
                if known.len() < MOST_KNOWN && !known.contains(value) {
                    known.push(value.clone());
                }
            }
            (Shape::Name(of), _) => self.remember(self.shapes.named(&of).clone(), value),
            (Shape::List(inner), Value::Array(values)) => {
                values.iter().for_each(|value| self.remember((*inner).clone(), value));
            }
            (Shape::Object(fields), Value::Object(object)) => {
                for field in fields {
                    if let Some(value) = object.get(&field.name) {
                        self.remember(field.shape, value);
                    }
                }
            }
            (Shape::Union(parts) | Shape::Both(parts), value) => {
                parts.into_iter().for_each(|part| self.remember(part, value));
            }
            _ => {}
        }
    }
}

fn takes_away(operation: &str) -> bool {
    ["delete_", "remove_", "end_"].iter().any(|begin| operation.starts_with(begin))
}

fn may_be_null(shape: &Shape) -> bool {
    matches!(shape, Shape::Union(parts) if parts.contains(&Shape::Null))
}

fn is_id(shape: &Shape) -> bool {
    match shape {
        Shape::Name(name) => name.ends_with("Id"),
        Shape::Union(parts) => parts.iter().any(is_id),
        _ => false,
    }
}

/// Whether a text of that name is a day.
fn is_day(name: &str) -> bool {
    matches!(name, "on" | "from" | "to" | "of" | "since" | "until" | "before" | "settle_by" | "make_ups_after")
        || name.ends_with("_on")
}

/// Changes what was refused; `false`: there is no such place.
fn amend(request: &mut Value, field: &str, rule: Rule, tries: usize, random: &mut Rng) -> bool {
    let pointer: String = field.split('.').map(|part| format!("/{part}")).collect();
    let Some(place) = request.pointer_mut(&pointer) else { return false };
    if place.is_object() {
        return false;
    }
    *place = match (rule, place.take()) {
        (Rule::TooSmall | Rule::TooShort | Rule::EndBeforeStart, Value::Number(n)) => {
            json!(n.as_u64().unwrap_or(0) * 2 + 1)
        }
        (Rule::TooLarge, Value::Number(n)) => json!(n.as_u64().unwrap_or(2) / 2),
        (Rule::EndBeforeStart, _) => json!(format!("2026-0{}-01", 2 + tries % 7)),
        (Rule::InTheFuture, _) => json!("2026-01-03"),
        (Rule::TooLong, Value::Array(mut all)) => {
            all.truncate(all.len() / 2);
            Value::Array(all)
        }
        (Rule::TooShort, Value::String(text)) if text.len() < 1_000 => json!(format!("{text}{text}x")),
        (Rule::NotADate, Value::String(_)) => json!("2026-01-02"),
        (Rule::NotATime, Value::String(_)) => json!("10:00"),
        (Rule::Taken, Value::String(_)) => json!(format!("2026-0{}-{:02}", random.u8(1..9), random.u8(1..29))),
        (_, Value::Number(n)) => json!(n.as_u64().unwrap_or(0) + 1),
        (Rule::DoesNotFit, _) if tries.is_multiple_of(2) => Value::Null,
        (Rule::Unknown | Rule::DoesNotFit, Value::Array(_)) => json!([]),
        _ => json!(TEXTS[tries % TEXTS.len()]),
    };
    true
}
