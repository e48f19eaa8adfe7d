//! The package of this system, from a release build.

use pico_args::Arguments;

use crate::icons;
use crate::no_more;
use crate::program;
use crate::setup::{self, Need};
use crate::tree::Tree;
use crate::trouble::Outcome;
use crate::ui;

/// What is built where nobody says otherwise, as Tauri names packages.
const USUAL: &str = if cfg!(target_os = "linux") {
    "deb"
} else if cfg!(windows) {
    "nsis"
} else {
    "dmg"
};

/// Builds the package, or those that `--packages` names, and says where they lie.
pub fn perform(tree: &Tree, mut arguments: Arguments) -> Outcome {
    let packages: Option<String> = arguments.opt_value_from_str("--packages")?;
    no_more(arguments)?;
    setup::prepare(tree, Need::Window)?;
    ui::build(tree)?;
    let mut tauri = icons::tauri(tree);
    tauri.args(["build", "--bundles", packages.as_deref().unwrap_or(USUAL)]);
    // The rest is for cargo.
    tauri.args(["--", "--locked"]);
    program::run(&mut tauri)?;
    println!("The package lies in {}", tree.target("release/bundle").display());
    Ok(())
}
