//! A screen and a message bus of its own to measure windows on: this program, run again inside them.

use std::process::Command;

use super::row::{self, Row};
use crate::program;
use crate::tree::Tree;
use crate::trouble::{Outcome, Trouble};

/// Says to the inner one that it is inside.
pub const INSIDE: &str = "--inside-session";

/// Measures inside what these arguments name, and gives what the inner one found.
pub fn ask_inside(tree: &Tree, arguments: &[&str]) -> Outcome<Vec<Row>> {
    let own = std::env::current_exe().map_err(|error| Trouble::new(format!("This program has no place: {error}")))?;
    // Always on a screen of its own, so that figures compare between machines with and without one.
    let mut session = Command::new("xvfb-run");
    session.args(["--auto-servernum", "--server-args=-screen 0 1280x1024x24", "dbus-run-session", "--"]);
    session.arg(own).args(["bench", INSIDE]).args(arguments).current_dir(tree.root());
    // Without a graphics card, WebKit must not look for one.
    session.envs([("WEBKIT_DISABLE_DMABUF_RENDERER", "1"), ("WEBKIT_DISABLE_COMPOSITING_MODE", "1")]);
    // Nor is there anyone whom a screen reader would read to.
    session.env("NO_AT_BRIDGE", "1");
    session.env_remove("WAYLAND_DISPLAY");
    let (status, lines) = program::listen(&mut session)?;
    if !status.success() {
        return Err(Trouble::new("The windows could not be measured."));
    }
    row::read(lines.last().map_or("", String::as_str))
}
