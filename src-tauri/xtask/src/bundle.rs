//! The package of this system, from a release build.

use std::process::Command;

use pico_args::Arguments;

use crate::icons;
use crate::no_more;
use crate::program;
use crate::setup::{self, Need};
use crate::tree::Tree;
use crate::trouble::{Outcome, Trouble};
use crate::ui;

/// What is built where nobody says otherwise, as Tauri names packages.
const USUAL: &str = if cfg!(target_os = "linux") {
    "deb"
} else if cfg!(windows) {
    "nsis"
} else {
    "dmg"
};

/// Where the .deb is tried, and with what.
const TRIAL: &str = "tests/package/try.sh";
const BRIDGE: &str = "handrail-bridge";

/// Builds the package, or those that `--packages` names, and says where they lie. With `--try` the .deb is installed into
/// a Debian that has nothing else.
pub fn perform(tree: &Tree, mut arguments: Arguments) -> Outcome {
    let packages: Option<String> = arguments.opt_value_from_str("--packages")?;
    let wants_trial = arguments.contains("--try");
    no_more(arguments)?;
    setup::prepare(tree, if wants_trial { Need::Trial } else { Need::Package })?;
    ui::build(tree)?;
    let mut tauri = icons::tauri(tree);
    tauri.args(["build", "--bundles", packages.as_deref().unwrap_or(USUAL)]);
    // The rest is for cargo.
    tauri.args(["--", "--locked"]);
    program::run(smaller(&mut tauri))?;
    println!("The package lies in {}", tree.target("release/bundle").display());
    if wants_trial { try_out(tree) } else { Ok(()) }
}

/// On Linux a release is made smaller than cargo alone can be told: the system's own OpenSSL (its updates come with the
/// system's), pieces of code that come again and again kept once, and what `build.rs` says to the linker.
pub fn smaller(build: &mut Command) -> &mut Command {
    if !cfg!(all(target_os = "linux", target_env = "gnu", target_arch = "x86_64")) {
        return build;
    }
    let libc = program::ask(Command::new("getconf").arg("GNU_LIBC_VERSION")).unwrap_or_default();
    build.env("HANDRAIL_SMALLER", if reads_short_relocations(&libc) { "short" } else { "long" });
    build.env("RUSTFLAGS", "-C llvm-args=-enable-machine-outliner -C llvm-args=-machine-outliner-reruns=2");
    build.env("OPENSSL_NO_VENDOR", "1")
}

/// Since 2.36 (release notes of the GNU C Library). What is built on an older one runs on older ones too.
fn reads_short_relocations(libc: &str) -> bool {
    let version = libc.trim().strip_prefix("glibc ").and_then(|version| version.split_once('.'));
    version.and_then(|(major, minor)| Some((major.parse().ok()?, minor.parse().ok()?))) >= Some((2_u32, 36_u32))
}

/// Installs the newest .deb into a bare Debian, opens it, updates and removes it.
fn try_out(tree: &Tree) -> Outcome {
    program::run(program::cargo(tree.root()).args(["build", "--locked", "--package", BRIDGE]))?;
    let folder = tree.target("release/bundle/deb");
    let entries = std::fs::read_dir(&folder).map_err(|error| Trouble::file(&folder, &error))?;
    let packages = entries.filter_map(Result::ok).map(|entry| entry.path());
    let package = packages
        .filter(|path| path.extension().is_some_and(|ending| ending == "deb"))
        .max_by_key(|path| path.metadata().and_then(|data| data.modified()).ok())
        .ok_or_else(|| Trouble::new("No .deb was built."))?;
    let mut trial = Command::new(tree.path(TRIAL));
    trial.current_dir(tree.root()).arg(package).arg(tree.built("debug", BRIDGE)).arg(tree.target("package"));
    program::run(&mut trial)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn short_relocations_are_for_a_c_library_that_reads_them() {
        for new in ["glibc 2.36\n", "glibc 2.41", "glibc 3.0"] {
            assert!(reads_short_relocations(new), "{new}");
        }
        for old in ["glibc 2.35\n", "glibc 2.9", "musl 1.2.5", ""] {
            assert!(!reads_short_relocations(old), "{old}");
        }
    }
}
