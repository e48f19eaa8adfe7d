//! That the shell compiles for Android and iOS, as far as that can be told without their SDKs: the types and the lints of
//! all that is Rust. Nothing is linked, so what is C needs no compiler for the phone, only one that says yes.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use crate::program;
use crate::tree::Tree;
use crate::trouble::{Outcome, Trouble};

/// A phone of each system, as most are.
const TARGETS: [&str; 2] = ["aarch64-linux-android", "aarch64-apple-ios"];

/// Answers what a compiler is asked about itself, and "compiles" each file to an empty one.
const STAND_IN: &str = r#"#!/bin/sh
for word; do
  case $word in -E | -v | -\? | --version | -dumpmachine) exec cc "$@" ;; esac
done
while [ $# -gt 0 ]; do
  case $1 in -o) : > "$2" ;; esac
  shift
done
"#;

/// What does not hold on a phone.
pub fn look(tree: &Tree) -> Outcome<Vec<String>> {
    if !cfg!(unix) {
        println!("   the stand-in for a phone's compiler is a Unix script: looked at on Linux and macOS only");
        return Ok(Vec::new());
    }
    add(&TARGETS)?;
    let stand_in = stand_in(tree)?;
    let openssl = openssl(tree)?;
    let mut found = Vec::new();
    for target in TARGETS {
        let lint = &mut program::cargo(tree.root());
        lint.args([
            "clippy",
            "--locked",
            "--quiet",
            "--package",
            "handrail",
            "--target",
            target,
            "--",
            "-D",
            "warnings",
        ]);
        let under = target.replace('-', "_");
        for tool in ["CC", "CXX"] {
            lint.env(format!("{tool}_{under}"), &stand_in);
        }
        lint.env(format!("AR_{under}"), "ar").env(format!("RANLIB_{under}"), "ranlib");
        // No SDK is asked for, and none is found by chance.
        lint.env("CRATE_CC_NO_DEFAULTS", "1").env("SDKROOT", tree.target("phones"));
        // Only its headers are read. The real one is built from source with the app.
        lint.env("OPENSSL_NO_VENDOR", "1").env("OPENSSL_STATIC", "1");
        lint.env(format!("{}_OPENSSL_DIR", under.to_uppercase()), &openssl);
        found.extend(super::failure(lint).into_iter().map(|line| format!("{target}: {line}")));
    }
    Ok(found)
}

/// The standard libraries of the phones, by rustup.
fn add(targets: &[&str]) -> Outcome {
    let there = program::ask(Command::new("rustup").args(["target", "list", "--installed"]))?;
    let missing = missing(targets, &there);
    if missing.is_empty() {
        return Ok(());
    }
    println!("Set-up: installing with rustup the standard library for {}", missing.join(" and "));
    program::run(Command::new("rustup").args(["target", "add"]).args(missing))
}

fn missing<'a>(targets: &[&'a str], there: &str) -> Vec<&'a str> {
    targets.iter().copied().filter(|target| !there.lines().any(|line| line.trim() == *target)).collect()
}

fn stand_in(tree: &Tree) -> Outcome<PathBuf> {
    let folder = tree.target("phones");
    let path = folder.join("cc");
    let written = fs::create_dir_all(&folder).and_then(|()| fs::write(&path, STAND_IN)).and_then(|()| may_run(&path));
    written.map_err(|error| Trouble::file(&path, &error))?;
    Ok(path)
}

#[cfg(unix)]
fn may_run(path: &Path) -> std::io::Result<()> {
    use std::os::unix::fs::PermissionsExt;
    fs::set_permissions(path, fs::Permissions::from_mode(0o755))
}

#[cfg(not(unix))]
fn may_run(_: &Path) -> std::io::Result<()> {
    Ok(())
}

/// The OpenSSL that was built for this machine by the lints before.
fn openssl(tree: &Tree) -> Outcome<PathBuf> {
    let builds = tree.target("debug/build");
    let entries = fs::read_dir(&builds).map_err(|error| Trouble::file(&builds, &error))?;
    let places = entries.filter_map(Result::ok).map(|entry| entry.path().join("out/openssl-build/install"));
    places
        .into_iter()
        .find(|place| place.join("include/openssl/opensslv.h").exists())
        .ok_or_else(|| Trouble::new("OpenSSL was not built by the lints of this machine"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_phone_whose_library_is_not_installed_is_missing() {
        let there = "aarch64-linux-android\nx86_64-unknown-linux-gnu\n";
        assert_eq!(missing(&TARGETS, there), ["aarch64-apple-ios"]);
        assert_eq!(missing(&TARGETS, ""), TARGETS);
    }

    #[cfg(unix)]
    #[test]
    fn the_stand_in_writes_what_it_is_asked_for_and_answers_about_itself() {
        let folder = std::env::temp_dir().join(format!("handrail-stand-in-{}", std::process::id()));
        fs::create_dir_all(&folder).unwrap();
        let (cc, object) = (folder.join("cc"), folder.join("object.o"));
        fs::write(&cc, STAND_IN).unwrap();
        // By way of the shell: a file that is still being written somewhere cannot be started itself.
        let run = |arguments: &[&str]| Command::new("sh").arg(&cc).args(arguments).status().unwrap().success();
        assert!(run(&["-c", "nowhere.m", "-o", object.to_str().unwrap()]));
        assert_eq!(fs::read(&object).unwrap(), b"");
        assert!(run(&["--version"]));
        assert!(!run(&["-?"]), "it is no compiler of Windows");
        fs::remove_dir_all(folder).unwrap();
    }
}
