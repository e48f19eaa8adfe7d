//! This program started once more, to be killed, traced or looked into.

use std::ffi::{OsStr, OsString};
use std::path::Path;
use std::process::{Child, Command, Stdio};

use crate::{act, kill, marker, memory};

/// The first argument of the other process.
pub const CHILD: &str = "child";

/// What runs this program in that part.
pub fn arguments(part: &str, arguments: &[&OsStr]) -> Vec<OsString> {
    let own = std::env::current_exe().expect("this program has a place");
    let mut all = vec![own.into_os_string(), CHILD.into(), part.into()];
    all.extend(arguments.iter().map(OsString::from));
    all
}

/// This program in that part.
pub fn command(part: &str, given: &[&OsStr]) -> Command {
    let all = arguments(part, given);
    let (program, rest) = all.split_first().expect("a program");
    let mut command = Command::new(program);
    command.args(rest).stdin(Stdio::null());
    command
}

/// Starts this program in that part. Nobody hears what it says.
pub fn start(part: &str, given: &[&OsStr]) -> Child {
    let mut command = command(part, given);
    command.stdout(Stdio::null()).stderr(Stdio::null()).spawn().expect("this program can be started")
}

/// The other process: does its part.
pub fn perform(part: &str, arguments: &[OsString]) {
    match (part, arguments) {
        ("kill", [folder, log, life]) => kill::write(Path::new(folder), Path::new(log), number(life)),
        ("marker", [part, word, seed]) => {
            marker::perform(&part.to_string_lossy(), &word.to_string_lossy(), number(seed));
        }
        ("act", [name, place, beside]) => act::perform(&name.to_string_lossy(), Path::new(place), Path::new(beside)),
        ("memory", [place]) => memory::perform(Path::new(place)),
        _ => panic!("there is no part {part}"),
    }
}

fn number(argument: &OsStr) -> u64 {
    argument.to_string_lossy().parse().expect("a number")
}
