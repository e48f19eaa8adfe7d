//! Handrail itself, from the sources to the open window.

use std::process::Command;

use crate::program;
use crate::serve;
use crate::setup::{self, Need};
use crate::tree::{self, Tree};
use crate::trouble::Outcome;
use crate::ui;

/// Whose record is opened.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Client {
    /// The one on this device.
    Own,
    /// The demo client's, in a folder of its own.
    Demo,
}

/// Sets up, builds and opens Handrail.
pub fn open(tree: &Tree, client: Client) -> Outcome {
    if !has_display() {
        return preview(tree);
    }
    setup::prepare(tree, Need::Window)?;
    ui::build(tree)?;
    println!("Building Handrail. The first time this takes some minutes.");
    program::run(program::cargo(tree.root()).args(["build", "--locked", "--package", "handrail"]))?;
    let mut handrail = Command::new(tree.built("debug", "handrail"));
    if client == Client::Demo {
        let folder = tree.target("demo");
        tree::fresh_folder(&folder)?;
        handrail.arg("--demo").env("HANDRAIL_DATA_DIR", folder);
    }
    program::become_it(&mut handrail)
}

/// The same page over the same core in a browser, for a machine that has no screen.
fn preview(tree: &Tree) -> Outcome {
    println!("There is no display here: serving the browser preview with the demo client instead of opening a window.");
    let folder = tree.target("preview");
    tree::fresh_folder(&folder)?;
    serve::build(tree)?;
    println!("Open the address below in a browser on this machine. Ctrl+C ends it.");
    program::become_it(serve::bridge(tree, &folder).arg("--demo"))
}

fn has_display() -> bool {
    let set = |name| std::env::var_os(name).is_some_and(|value| !value.is_empty());
    !cfg!(target_os = "linux") || set("DISPLAY") || set("WAYLAND_DISPLAY")
}
