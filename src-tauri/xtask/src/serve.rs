//! The bridge: Handrail in a browser, on this machine alone.

use std::io::{BufRead, BufReader};
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};

use pico_args::Arguments;

use crate::no_more;
use crate::program;
use crate::setup::{self, Need};
use crate::tree::Tree;
use crate::trouble::{Outcome, Trouble};
use crate::ui;

/// Builds the page and the bridge, and becomes the bridge.
pub fn perform(tree: &Tree, mut arguments: Arguments) -> Outcome {
    let folder: PathBuf = arguments.value_from_str("--dir")?;
    let mut bridge = bridge(tree, &folder);
    for name in ["--port", "--token", "--now", "--zone"] {
        if let Some(value) = arguments.opt_value_from_str::<_, String>(name)? {
            bridge.args([name, &value]);
        }
    }
    if arguments.contains("--demo") {
        bridge.arg("--demo");
    }
    no_more(arguments)?;
    build(tree)?;
    program::become_it(&mut bridge)
}

/// Builds what the bridge serves, and the bridge.
pub fn build(tree: &Tree) -> Outcome {
    setup::prepare(tree, Need::Core)?;
    ui::build(tree)?;
    program::run(program::cargo(tree.root()).args(["build", "--locked", "--package", "handrail-bridge"]))
}

/// The built bridge over that folder.
pub fn bridge(tree: &Tree, folder: &Path) -> Command {
    let mut bridge = Command::new(tree.built("debug", "handrail-bridge"));
    bridge.arg("--dir").arg(folder);
    bridge
}

/// A bridge that serves until it is dropped.
pub struct Served {
    child: Child,
    /// Where the page is, token and all.
    pub address: String,
}

impl Served {
    /// Starts it and waits until it serves.
    pub fn start(bridge: &mut Command) -> Outcome<Self> {
        let mut child = bridge
            .stdout(Stdio::piped())
            .spawn()
            .map_err(|error| Trouble::new(format!("The bridge could not be started: {error}")))?;
        let lines = child.stdout.take().map(|output| BufReader::new(output).lines());
        let ready = lines.into_iter().flatten().map_while(Result::ok).find_map(|line| ready_address(&line));
        match ready {
            Some(address) => Ok(Self { child, address }),
            None => {
                let _ = child.wait();
                Err(Trouble::new("The bridge ended before it served."))
            }
        }
    }
}

impl Drop for Served {
    fn drop(&mut self) {
        // Already ended is as good.
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}

fn ready_address(line: &str) -> Option<String> {
    line.strip_prefix("READY ").map(|address| address.trim().to_owned())
}
