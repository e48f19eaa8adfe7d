//! The package of this system, from a release build.

use crate::icons;
use crate::program;
use crate::setup::{self, Need};
use crate::tree::Tree;
use crate::trouble::Outcome;
use crate::ui;

/// Builds the package and says where it lies.
pub fn perform(tree: &Tree) -> Outcome {
    setup::prepare(tree, Need::Window)?;
    ui::build(tree)?;
    let mut tauri = icons::tauri(tree);
    tauri.arg("build");
    if cfg!(target_os = "linux") {
        tauri.args(["--bundles", "deb"]);
    }
    // The rest is for cargo.
    tauri.args(["--", "--locked"]);
    program::run(&mut tauri)?;
    println!("The package lies in {}", tree.target("release/bundle").display());
    Ok(())
}
