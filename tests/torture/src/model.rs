//! Random operations against a model that is too simple to be wrong: the same answers, and the same record at the end.

mod operation;

use std::collections::{BTreeMap, VecDeque};
use std::path::PathBuf;

use app::{Durability, Failure};
use fastrand::Rng;
use serde_json::{Map, Value, json};

use crate::device::Device;
use crate::row::{Skipped, Trial};

/// So many steps can be taken back.
const STEPS: usize = 20;
/// After so many operations the whole record is compared.
const EACH: u64 = 100;

/// All that the model keeps. A copy of it is what undo goes back to.
#[derive(Debug, Clone, Default)]
struct Kept {
    attendances: BTreeMap<String, Value>,
    check_ins: BTreeMap<String, Value>,
    requirements: BTreeMap<String, Value>,
    own_reminders: BTreeMap<String, Value>,
    /// By the name that a session has now: its day, time, minutes, state and note.
    sessions: BTreeMap<String, Value>,
    plan: Value,
    plans: Vec<Value>,
    choices: Value,
}

struct Model {
    folder: PathBuf,
    device: Device,
    kept: Kept,
    /// The newest last.
    steps: VecDeque<(Value, Kept)>,
    drafts: BTreeMap<String, String>,
}

pub fn run(trial: &mut Trial) -> Result<String, Skipped> {
    let folder = trial.place("record");
    let mut model = Model::new(folder);
    let mut counts = BTreeMap::<&str, u64>::new();
    for n in 0..trial.times {
        let mut random = trial.random.fork();
        let did = trial.attempt(&format!("operation {n}"), |_| model.step(&mut random));
        // From here on the two are not the same, whatever comes.
        let Some(did) = did else { break };
        *counts.entry(did).or_default() += 1;
        if n.is_multiple_of(EACH) || n + 1 == trial.times {
            trial.attempt(&format!("after operation {n}"), |_| model.compare());
        }
    }
    let of = |kind| counts.get(kind).copied().unwrap_or_default();
    let all: u64 = counts.values().sum();
    Ok(format!("{all} operations, {} undone, {} restarts, {} crashes", of("undone"), of("restarts"), of("crashes")))
}

/// The weeks of the program.
const WEEKS: [&str; 8] =
    ["2025-12-15", "2025-12-22", "2025-12-29", "2026-01-05", "2026-01-12", "2026-01-19", "2026-01-26", "2026-02-02"];

impl Model {
    fn new(folder: PathBuf) -> Self {
        let device = Device::with_record(&folder, Durability::Relaxed);
        let slot = |day: &str| json!({"weekday": day, "time": "18:00", "minutes": 180, "kind": "group"});
        let provider = json!({"name": "Cedar", "phone": "", "address": "", "room": "", "link": ""});
        let care = json!({"level": "intensive_outpatient", "age_group": "adult", "starts_on": "2025-12-15",
            "zone": "America/New_York", "provider": provider,
            "phases": [{"weeks": 8, "target_minutes": 540, "slots": [slot("monday"), slot("wednesday"), slot("friday")]}]});
        device.call("start_care", care);
        device.call("lock", json!({}));
        device.unlock();
        let choices = json!({"language": "en", "week_starts_on": "monday", "lock_after_minutes": null});
        device.call("save_settings", choices.clone());
        let kept = Kept { choices, ..Kept::default() };
        let mut model = Self { folder, device, kept, steps: VecDeque::new(), drafts: BTreeMap::new() };
        model.kept.sessions = model.sessions();
        model.restart();
        model
    }

    /// What the app says of the sessions of all weeks.
    fn sessions(&self) -> BTreeMap<String, Value> {
        let mut all = BTreeMap::new();
        for week in WEEKS {
            for session in self.device.call("week", json!({"of": week}))["sessions"].as_array().expect("sessions") {
                let named = session["session"].as_str().expect("a name").to_owned();
                all.insert(named, only(session, &["on", "time", "minutes", "state", "note"]));
            }
        }
        all
    }

    /// Does something that is written, and remembers how to take it back.
    fn write(&mut self, operation: &str, request: Value, change: impl FnOnce(&mut Kept, &Value)) {
        let done = self.device.app.call(operation, request.clone());
        let done = done.unwrap_or_else(|failure| panic!("{operation} {request} failed: {failure:?}"));
        let before = self.kept.clone();
        change(&mut self.kept, &done["value"]);
        if !done["undo"].is_null() {
            self.steps.push_back((done["undo"].clone(), before));
            if self.steps.len() > STEPS {
                self.steps.pop_front();
            }
        }
    }

    fn refused(&self, operation: &str, request: Value, with: &Failure) {
        let answer = self.device.ask(operation, request.clone());
        assert_eq!(answer.as_ref().err(), Some(with), "{operation} {request} answers {answer:?}");
    }

    fn restart(&mut self) {
        self.device = Device::at(&self.folder, Durability::Relaxed);
        self.device.unlock();
        self.steps.clear();
    }

    fn step(&mut self, random: &mut Rng) -> &'static str {
        match random.u8(..40) {
            0 => {
                self.device.call("lock", json!({}));
                self.refused("today", json!({}), &Failure::Locked);
                self.device.unlock();
                self.steps.clear();
                "locks"
            }
            1 => {
                self.device.call("lock", json!({}));
                self.restart();
                "restarts"
            }
            2 => {
                self.restart();
                "crashes"
            }
            3..=7 => self.undo(random),
            8..=13 => self.attendance(random),
            14..=18 => self.check_in(random),
            19..=21 => self.requirement(random),
            22..=24 => self.own_reminder(random),
            25..=27 => self.plan(random),
            28 => self.choices(random),
            29..=30 => self.draft(random),
            31..=36 => self.log(random),
            _ => self.move_session(random),
        }
    }

    fn undo(&mut self, random: &mut Rng) -> &'static str {
        let stale = json!(1_000_000_000);
        match self.steps.pop_back() {
            Some((step, before)) if random.u8(..4) > 0 => {
                self.device.call("undo", json!({"step": step}));
                self.kept = before;
                "undone"
            }
            last => {
                self.refused("undo", json!({"step": stale}), &Failure::NotFound);
                self.steps.extend(last);
                "refused"
            }
        }
    }

    /// The whole record, held against the model.
    fn compare(&self) {
        let record: Value = serde_json::from_str(&self.device.export()).expect("an export is JSON");
        for (list, kept) in [
            ("attendances", &self.kept.attendances),
            ("requirements", &self.kept.requirements),
            ("own_reminders", &self.kept.own_reminders),
        ] {
            let there = record[list].as_array().expect("a list");
            assert_eq!(there.len(), kept.len(), "{list}");
            for (id, fields) in kept {
                let found = there.iter().find(|entry| entry["id"] == **id);
                let found = found.unwrap_or_else(|| panic!("{list}: {id} is not there"));
                let names: Vec<&str> = fields.as_object().expect("fields").keys().map(String::as_str).collect();
                assert_eq!(only(found, &names), *fields, "{list}: {id}");
            }
        }
        let check_ins: Vec<&Value> =
            record["check_ins"].as_array().expect("a list").iter().map(|kept| &kept["check_in"]).collect();
        assert_eq!(check_ins, self.kept.check_ins.values().collect::<Vec<_>>(), "check-ins");
        let plans = record["plan_versions"].as_array().expect("a list");
        let mut plans: Vec<String> = plans.iter().map(|kept| kept["plan"].to_string()).collect();
        let mut kept: Vec<String> = self.kept.plans.iter().map(Value::to_string).collect();
        // All are of one moment, so that their order says nothing.
        plans.sort();
        kept.sort();
        assert_eq!(plans, kept, "versions of the plan");
        let names = ["language", "week_starts_on", "lock_after_minutes"];
        assert_eq!(only(&record["choices"], &names), self.kept.choices, "choices");
        let said: Vec<Value> = sorted(self.sessions().into_values());
        assert_eq!(said, sorted(self.kept.sessions.values().cloned()), "sessions");
    }
}

fn sorted(all: impl Iterator<Item = Value>) -> Vec<Value> {
    let mut all: Vec<Value> = all.collect();
    all.sort_by_key(Value::to_string);
    all
}

fn only(value: &Value, names: &[&str]) -> Value {
    Value::Object(names.iter().map(|name| ((*name).to_owned(), value[*name].clone())).collect::<Map<_, _>>())
}
