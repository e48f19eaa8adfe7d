//! Killed at each step on the disk of everything that replaces something: there is the old or the new, never neither.

use std::collections::BTreeSet;
use std::os::unix::process::ExitStatusExt;
use std::path::{Path, PathBuf};

use app::Durability;
use serde_json::json;

use crate::act::{ACTS, Act};
use crate::device::Device;
use crate::folder;
use crate::row::{Skipped, Trial};
use crate::trace::{self, Instead};

/// A state in which a folder can be: what opens it, and what it says.
type Face = (&'static str, String);

pub fn run(trial: &mut Trial) -> Result<String, Skipped> {
    trace::possible()?;
    let (mut kills, mut missed) = (0, 0);
    for act in ACTS {
        let done = trial.attempt(act.name, |trial| one(trial, act));
        if let Some((killed, not)) = done {
            kills += killed;
            missed += not;
        }
    }
    trial.check(missed * 20 <= kills, || format!("{missed} steps were not met again"));
    Ok(format!("{kills} kills in {} acts, {missed} not met", ACTS.len()))
}

fn one(trial: &mut Trial, act: &Act) -> (u32, u32) {
    let (place, beside) = (trial.place("record"), trial.place("beside"));
    let _ = std::fs::remove_dir_all(&place);
    (act.make)(&place, &beside);
    let files = folder::contents(&place);
    let old = faces(act, &place);
    // Once to its end, to learn its steps and its outcome.
    folder::lay_out(&files, &place);
    let given = [act.name.as_ref(), place.as_os_str(), beside.as_os_str()];
    let (steps, output) = trace::steps("act", &given, &trial.place("trace"));
    let said = String::from_utf8_lossy(&output.stdout).into_owned();
    assert!(said.starts_with("Ok"), "it does not work: {said} {}", String::from_utf8_lossy(&output.stderr));
    folder::lay_out(&files, &place);
    act_alone(act, &place, &beside);
    let new = faces(act, &place);
    assert!(act.ends_without || !new.is_empty(), "nothing opens afterwards");
    let may: BTreeSet<&Face> = old.iter().filter(|_| !act.only_new).chain(&new).collect();

    let (mut killed, mut missed) = (0, 0);
    for step in trace::spread(&steps, trial.times, &mut trial.random) {
        folder::lay_out(&files, &place);
        let output = trace::run_with("act", &given, &step, Instead::Kill);
        if output.status.signal() == Some(9) {
            killed += 1;
        } else {
            missed += 1;
        }
        let about = format!("{} killed at {} {} of {}", act.name, step.call, step.nth, steps.len());
        trial.attempt(&about, |trial| look(trial, act, &place, &may, &files, &about));
    }
    (killed, missed)
}

/// The act in this process, to its end.
fn act_alone(act: &Act, place: &Path, beside: &Path) {
    let device = Device::at(place, Durability::Full);
    (act.ready)(&device, beside);
    (act.act)(&device).unwrap_or_else(|failure| panic!("{} fails: {failure:?}", act.name));
}

/// What each secret opens.
fn faces(act: &Act, place: &Path) -> Vec<Face> {
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
    let state = device.export();
    device.call("lock", json!({}));
    Some(state)
}

fn look(
    trial: &mut Trial,
    act: &Act,
    place: &Path,
    may: &BTreeSet<&Face>,
    files: &std::collections::BTreeMap<PathBuf, Vec<u8>>,
    about: &str,
) {
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
        let same = std::fs::read(place.join(name)).ok().as_ref() == files.get(name);
        trial.check(same, || format!("{about}: neither salvaged nor as it was; {status}"));
        act_alone(act, place, place);
        trial.check(!faces(act, place).is_empty(), || format!("{about}: it cannot be salvaged again"));
        return;
    }
    trial.check(found.len() == 1, || format!("{about}: {} secrets open it; {status}", found.len()));
    for face in found {
        trial.check(may.contains(&face), || format!("{about}: neither old nor new, by {:?}", face.0));
    }
}
