//! The record under torture: killed, cut, flooded, searched. One table of figures.

use pico_args::Arguments;

use crate::no_more;
use crate::program;
use crate::setup::{self, Need};
use crate::tree::Tree;
use crate::trouble::{Outcome, Trouble};

/// Its package and program.
pub const PACKAGE: &str = "handrail-torture";

/// Tries every row, or the one that `--only` names, as often as the form or `--times` says.
pub fn perform(tree: &Tree, mut arguments: Arguments) -> Outcome {
    let short = arguments.contains("--short");
    let only: Option<String> = arguments.opt_value_from_str("--only")?;
    let seed: Option<u64> = arguments.opt_value_from_str("--seed")?;
    let times: Option<u64> = arguments.opt_value_from_str("--times")?;
    no_more(arguments)?;
    setup::prepare(tree, Need::Tests)?;
    // The short form is what the tests have built.
    let (profile, folder) = if short { ("dev", "debug") } else { ("torture", "torture") };
    program::run(program::cargo(tree.root()).args(["build", "--package", PACKAGE, "--profile", profile]))?;
    let mut torture = std::process::Command::new(tree.built(folder, PACKAGE));
    torture.current_dir(tree.root());
    torture.args(short.then_some("--short"));
    torture.args(only.iter().flat_map(|only| ["--only", only]));
    for (name, number) in [("--seed", seed), ("--times", times)] {
        torture.args(number.iter().flat_map(|number| [name.to_owned(), number.to_string()]));
    }
    // Each has said itself what failed.
    let core = program::run(&mut torture).map_err(|_| Trouble::silent());
    // The short form is part of the tests, which look at the window in a suite of their own.
    let window = if short || only.is_some() { Ok(()) } else { window(tree) };
    core.and(window)
}

/// What only the real window shows: its sockets, the files of its web view, its memory.
fn window(tree: &Tree) -> Outcome {
    program::run(program::cargo(tree.root()).args(["build", "--package", "handrail"]))?;
    let mut specs = program::node(tree.root());
    specs.arg("tests/window/run.mjs").arg(tree.built("debug", "handrail")).arg("tests/window/private.test.mjs");
    let (status, lines) = program::listen(&mut specs)?;
    println!("\nin the real window");
    lines.iter().filter_map(|line| line.split_once("figure | ")).for_each(|(_, figure)| println!("{figure}"));
    if status.success() { Ok(()) } else { Err(Trouble::silent()) }
}
