//! Killed at each step on the disk of everything that replaces something: there is the old or the new, never neither.

use std::collections::{BTreeMap, BTreeSet};
use std::ffi::OsStr;
use std::os::unix::process::ExitStatusExt;
use std::path::{Path, PathBuf};

use app::Durability;
use serde_json::json;

use crate::act::{self, ACTS, Act};
use crate::device::Device;
use crate::folder;
use crate::row::{Skipped, Trial};
use crate::trace::{self, Instead, Step};

/// A state in which a folder can be: what opens it, and what it says.
pub type Face = (&'static str, String);

pub fn run(trial: &mut Trial) -> Result<String, Skipped> {
    trace::possible()?;
    let (mut kills, mut missed) = (0, 0);
    for act in ACTS {
        let done = trial.attempt(act.name, |trial| one(trial, act));
        if let Some((killed, not)) = done {
            kills += killed;
            missed += not;
        }
        trial.tell(&format!("{kills} kills up to {}", act.name));
    }
    trial.check(missed * 20 <= kills, || format!("{missed} steps were not met again"));
    Ok(format!("{kills} kills in {} acts, {missed} not met", ACTS.len()))
}

/// What is known of an act before anything is done to it.
pub struct Known {
    /// Where it is tried, and what it needs beside that.
    pub place: PathBuf,
    pub beside: PathBuf,
    /// The files from which it begins.
    pub files: BTreeMap<PathBuf, Vec<u8>>,
    /// Its steps on the disk.
    pub steps: Vec<Step>,
    /// In which states it may end.
    pub may: BTreeSet<Face>,
    /// In which of these once it was done.
    pub new: BTreeSet<Face>,
}

impl Known {
    /// Makes it ready, and does it twice: once to learn its steps, once for its outcome.
    pub fn of(trial: &Trial, act: &Act) -> Self {
        let (place, beside) = (trial.place("record"), trial.place("beside"));
        let _ = std::fs::remove_dir_all(&place);
        (act.make)(&place, &beside);
        let files = folder::contents(&place);
        let old = faces(act, &place);
        let mut known = Self { place, beside, files, steps: Vec::new(), may: BTreeSet::new(), new: BTreeSet::new() };
        known.lay_out();
        let (steps, output) = trace::steps("act", &known.given(act), &trial.place("trace"));
        let said = String::from_utf8_lossy(&output.stdout).into_owned();
        assert!(said.starts_with("Ok"), "it does not work: {said} {}", String::from_utf8_lossy(&output.stderr));
        known.lay_out();
        act_alone(act, &known.place, &known.beside);
        known.steps = steps;
        known.new = faces(act, &known.place).into_iter().collect();
        assert!(act.ends_without || !known.new.is_empty(), "nothing opens afterwards");
        known.may = old.into_iter().filter(|_| !act.only_new).chain(known.new.iter().cloned()).collect();
        known
    }

    /// Puts the files there from which it begins.
    pub fn lay_out(&self) {
        folder::lay_out(&self.files, &self.place);
    }

    /// What the other process is told.
    pub fn given(&self, act: &Act) -> [&OsStr; 3] {
        [act.name.as_ref(), self.place.as_os_str(), self.beside.as_os_str()]
    }
}

fn one(trial: &mut Trial, act: &Act) -> (u32, u32) {
    let known = Known::of(trial, act);
    let (mut killed, mut missed) = (0, 0);
    let steps = trace::spread(&known.steps, trial.times, &mut trial.random);
    // Where there are fewer steps than kills, each is met again.
    for (_, step) in (0..trial.times).zip(steps.iter().cycle()) {
        known.lay_out();
        let output = trace::run_with("act", &known.given(act), step, Instead::Kill, &trial.place("trace"));
        if output.status.signal() == Some(9) {
            killed += 1;
        } else {
            missed += 1;
        }
        let about = format!("{} killed at {} {} of {}", act.name, step.call, step.nth, known.steps.len());
        trial.attempt(&about, |trial| look(trial, act, &known, &known.may, &about));
    }
    (killed, missed)
}

/// The act in this process, to its end.
pub fn act_alone(act: &Act, place: &Path, beside: &Path) {
    let device = Device::at(place, Durability::Full);
    (act.ready)(&device, beside);
    (act.act)(&device).unwrap_or_else(|failure| panic!("{} fails: {failure:?}", act.name));
}

/// What each secret opens.
pub fn faces(act: &Act, place: &Path) -> Vec<Face> {
    act.secrets.iter().filter_map(|secret| Some((*secret, opened(act, place, secret)?))).collect()
}

/// The record as that secret opens it, locked again afterwards. What was damaged at first counts once it is whole.
fn opened(act: &Act, place: &Path, secret: &str) -> Option<String> {
    let device = Device::at(place, Durability::Full);
    device.ask("unlock", json!({"passphrase": secret})).ok()?;
    let whole = device.call("check_record", json!({}))["whole"] == true;
    if act.begins_damaged && !whole {
        return None;
    }
    assert!(whole, "what opens is whole");
    let state = act::without_what_came_after(&device.export());
    device.call("lock", json!({}));
    Some(state)
}

/// Whether what is there is one of these states.
pub fn look(trial: &mut Trial, act: &Act, known: &Known, may: &BTreeSet<Face>, about: &str) {
    let place = known.place.as_path();
    let status = Device::at(place, Durability::Full).call("status", json!({}));
    if status["phase"] == "new" {
        trial.check(act.ends_without, || format!("{about}: there is no record any more"));
        if act.name == "destroy_everything" {
            let mut left = folder::contents(place);
            // Made anew, empty, by whoever looks.
            left.remove(Path::new("handrail.lock"));
            trial.check(left.is_empty(), || format!("{about}: destroyed, and left: {:?}", left.keys()));
        }
        return;
    }
    let found = faces(act, place);
    if found.is_empty() && act.begins_damaged {
        let name = Path::new("handrail.db");
        let same = std::fs::read(place.join(name)).ok().as_ref() == known.files.get(name);
        trial.check(same, || format!("{about}: neither salvaged nor as it was; {status}"));
        act_alone(act, place, &known.beside);
        trial.check(!faces(act, place).is_empty(), || format!("{about}: it cannot be salvaged again"));
        return;
    }
    trial.check(found.len() == 1, || format!("{about}: {} secrets open it; {status}", found.len()));
    for face in found {
        trial.check(may.contains(&face), || format!("{about}: neither old nor new, by {:?}", face.0));
    }
}
