//! Everything that must hold and is not a test: style, types, and the rules of the house.

mod catalogue;
mod deny;
mod direction;
pub mod graph;
mod licence;
mod lock;
mod mobile;
mod phone;
mod reason;
mod release;
mod rule;
mod shell;
mod source;
mod workflow;

use std::process::Command;
use std::time::Instant;

use crate::bindings;
use crate::program;
use crate::setup::{self, Need};
use crate::tree::Tree;
use crate::trouble::{Outcome, Trouble};
use crate::ui;

/// One thing that must hold: what breaks it, in words. Nothing said, nothing broken.
struct Step {
    name: &'static str,
    look: fn(&Tree) -> Outcome<Vec<String>>,
}

const STEPS: &[Step] = &[
    Step { name: "rust format", look: |tree| cargo(tree, &["fmt", "--all", "--check"]) },
    Step {
        name: "rust lints",
        look: |tree| {
            cargo(tree, &["clippy", "--locked", "--workspace", "--all-targets", "--quiet", "--", "-D", "warnings"])
        },
    },
    Step { name: "rust for phones", look: mobile::look },
    Step { name: "ui types", look: |tree| npm(tree, "check") },
    Step { name: "ui lints and format", look: |tree| npm(tree, "lint") },
    Step { name: "bindings up to date", look: bindings::differences },
    Step { name: "dependency direction", look: direction::look },
    Step { name: "names kept in their rooms", look: source::names },
    Step { name: "length of files", look: source::lengths },
    Step { name: "top-level names", look: source::top_level },
    Step { name: "catalogues in both languages", look: catalogue::look },
    Step { name: "crates: licences, bans, sources", look: deny::look },
    Step { name: "no way to the network in the release", look: release::look },
    Step { name: "npm locks", look: lock::look },
    Step { name: "licences of npm packages", look: licence::packages },
    Step { name: "a reason for every dependency", look: reason::look },
    Step { name: "window configuration", look: shell::look },
    Step { name: "phone projects", look: phone::look },
    Step { name: "workflows", look: workflow::look },
];

/// Sets up and takes every step, whatever the ones before found.
pub fn perform(tree: &Tree) -> Outcome {
    setup::prepare(tree, Need::Window)?;
    ui::build(tree)?;
    let mut broken = Vec::new();
    for step in STEPS {
        println!("== {}", step.name);
        let begun = Instant::now();
        let found = (step.look)(tree).unwrap_or_else(|trouble| vec![trouble.to_string()]);
        for line in &found {
            println!("   {line}");
        }
        println!("   {} ({} s)", if found.is_empty() { "ok" } else { "FAILED" }, begun.elapsed().as_secs());
        if !found.is_empty() {
            broken.push(step.name);
        }
    }
    if broken.is_empty() {
        println!("check: all {} steps ok", STEPS.len());
        return Ok(());
    }
    Err(Trouble::new(format!("check: {} of {} steps failed: {}", broken.len(), STEPS.len(), broken.join(", "))))
}

fn cargo(tree: &Tree, arguments: &[&str]) -> Outcome<Vec<String>> {
    Ok(failure(program::cargo(tree.root()).args(arguments)))
}

fn npm(tree: &Tree, script: &str) -> Outcome<Vec<String>> {
    Ok(failure(program::npm(&tree.path("ui")).args(["run", "--silent", script])))
}

/// Its own words are on the terminal already; only that it failed is left to say.
fn failure(command: &mut Command) -> Vec<String> {
    program::run(command).err().map(|trouble| trouble.to_string()).into_iter().collect()
}
