//! cargo-deny over the whole graph: terms, bans, sources, and advisories where a database of them is at hand.

use std::env;
use std::fs;
use std::path::PathBuf;
use std::process::Command;

use crate::program;
use crate::setup;
use crate::tree::Tree;
use crate::trouble::Outcome;

/// What it finds is on the terminal; only that it found something is left to say.
pub fn look(tree: &Tree) -> Outcome<Vec<String>> {
    let place = setup::cargo_deny(tree)?;
    let deny = |arguments: &[&str]| program::run(Command::new(&place).current_dir(tree.root()).args(arguments));
    let mut found = vec![deny(&["--locked", "check", "licenses", "bans", "sources"])];
    if has_advisories() {
        // Frozen: as they were when they were fetched, so that a check asks the network nothing.
        found.push(deny(&["--frozen", "check", "advisories"]));
    } else {
        println!("   advisories: skipped, no database is at hand (`cargo deny fetch db` brings one)");
    }
    Ok(found.into_iter().filter_map(Result::err).map(|trouble| trouble.to_string()).collect())
}

/// Whether cargo-deny has fetched a database of advisories on this machine before.
fn has_advisories() -> bool {
    let home = env::var_os("CARGO_HOME").map(PathBuf::from);
    let home = home.or_else(|| env::home_dir().map(|home| home.join(".cargo")));
    let databases = home.and_then(|home| fs::read_dir(home.join("advisory-dbs")).ok());
    databases.into_iter().flatten().filter_map(Result::ok).any(|entry| entry.path().is_dir())
}
