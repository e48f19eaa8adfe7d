//! Pictures of every screen, taken from the running app with the demo client.

use std::path::PathBuf;

use pico_args::Arguments;

use crate::no_more;
use crate::program;
use crate::serve::{self, Served};
use crate::setup::{self, Need};
use crate::tree::{self, Tree};
use crate::trouble::Outcome;

/// A Tuesday morning in the demo client's fifth week.
const MORNING: [&str; 4] = ["--now", "2026-02-03T09:00", "--zone", "America/New_York"];

/// Takes them all, or with `--readme` the few that the README shows.
pub fn perform(tree: &Tree, mut arguments: Arguments) -> Outcome {
    let readme = arguments.contains("--readme");
    let into: Option<PathBuf> = arguments.opt_value_from_str("--into")?;
    no_more(arguments)?;
    let place = if readme { tree.path("ui/pictures") } else { tree.target("pictures") };
    let into = into.map_or(place, |chosen| std::path::absolute(&chosen).unwrap_or(chosen));

    setup::prepare(tree, Need::Tests)?;
    serve::build(tree)?;
    let [full, empty] = ["pictures-demo", "pictures-empty"].map(|name| tree.target(name));
    tree::fresh_folder(&full)?;
    tree::fresh_folder(&empty)?;
    let demo = Served::start(serve::bridge(tree, &full).args(MORNING).arg("--demo"))?;
    let welcome = Served::start(serve::bridge(tree, &empty).args(MORNING))?;

    let mut script = program::node(&tree.path(setup::BROWSER));
    script.arg("pictures.mjs").args(["--demo", &demo.address, "--welcome", &welcome.address]).arg("--into").arg(&into);
    if readme {
        script.arg("--readme");
    }
    program::run(&mut script)?;
    println!("The pictures lie in {}", into.display());
    Ok(())
}
