//! Every icon set, from the drawings in `icons/`.

use std::fs;
use std::process::Command;

use crate::program;
use crate::setup::{self, Need};
use crate::tree::{self, Tree};
use crate::trouble::{Outcome, Trouble};

/// The colour of the paper that the mark stands on where a phone cuts the corners itself.
const PAPER: &str = "#f8f6ee";

/// Writes all sets into `icons/`; those of Android and iOS lie in `icons/android` and `icons/ios`.
pub fn write(tree: &Tree) -> Outcome {
    setup::prepare(tree, Need::Core)?;
    program::run(tauri(tree).args(["icon", "icons/set.json", "--output", "icons"]))?;
    // A phone that likes its icons round would take it in the place of the adaptive one, which has a shade of one colour.
    for file in tree.files("icons/android")?.iter().filter(|file| file.ends_with("ic_launcher_round.png")) {
        fs::remove_file(file).map_err(|error| Trouble::file(file, &error))?;
    }
    let tray = tree.target("icons-tray");
    tree::fresh_folder(&tray)?;
    program::run(tauri(tree).args(["icon", "icons/tray.svg", "--png", "64", "--output"]).arg(&tray))?;
    let to = tree.path("icons/tray.png");
    fs::copy(tray.join("64x64.png"), &to).map_err(|error| Trouble::file(&to, &error))?;
    // iOS has a drawing of its own: its set is taken from a second run.
    let second = tree.target("icons-ios");
    tree::fresh_folder(&second)?;
    program::run(tauri(tree).args(["icon", "icons/ios.svg", "--ios-color", PAPER, "--output"]).arg(&second))?;
    let ios = second.join("ios");
    for entry in fs::read_dir(&ios).map_err(|error| Trouble::file(&ios, &error))?.filter_map(Result::ok) {
        let to = tree.path("icons/ios").join(entry.file_name());
        fs::copy(entry.path(), &to).map_err(|error| Trouble::file(&to, &error))?;
    }
    Ok(())
}

/// Tauri's own command line, as the UI's packages bring it.
pub fn tauri(tree: &Tree) -> Command {
    let name = if cfg!(windows) { "tauri.cmd" } else { "tauri" };
    let mut tauri = Command::new(tree.path("ui/node_modules/.bin").join(name));
    tauri.current_dir(tree.root());
    tauri
}
