//! The TypeScript types of the operations, written by the core itself.

use std::fs;
use std::path::Path;

use crate::program;
use crate::tree::{self, Tree};
use crate::trouble::{Outcome, Trouble};

const PLACE: &str = "ui/src/ipc/generated";

/// Writes them where the UI imports them.
pub fn write(tree: &Tree) -> Outcome {
    let place = tree.path(PLACE);
    tree::fresh_folder(&place)?;
    write_into(tree, &place)
}

/// What differs between the types that are kept and those that the core would write now.
pub fn differences(tree: &Tree) -> Outcome<Vec<String>> {
    let fresh = tree.target("bindings");
    tree::fresh_folder(&fresh)?;
    write_into(tree, &fresh)?;
    let kept = names(&tree.path(PLACE))?;
    let wanted = names(&fresh)?;
    let mut found = Vec::new();
    for name in &kept {
        if !wanted.contains(name) {
            found.push(format!("{PLACE}/{name} is no longer written"));
        }
    }
    for name in &wanted {
        let same = kept.contains(name) && tree::read(&tree.path(PLACE).join(name))? == tree::read(&fresh.join(name))?;
        if !same {
            found.push(format!("{PLACE}/{name} is out of date: run `cargo xtask bindings`"));
        }
    }
    Ok(found)
}

fn write_into(tree: &Tree, folder: &Path) -> Outcome {
    let mut cargo = program::cargo(tree.root());
    program::run(
        cargo.args(["run", "--locked", "--quiet", "--package", "handrail-bridge", "--", "--bindings"]).arg(folder),
    )
}

/// The files of a folder, as paths within it.
fn names(folder: &Path) -> Outcome<Vec<String>> {
    let mut found = Vec::new();
    collect(folder, "", &mut found)?;
    found.sort();
    Ok(found)
}

fn collect(folder: &Path, before: &str, found: &mut Vec<String>) -> Outcome {
    if !folder.exists() {
        return Ok(());
    }
    for entry in fs::read_dir(folder).map_err(|error| Trouble::file(folder, &error))? {
        let entry = entry.map_err(|error| Trouble::file(folder, &error))?;
        let name = format!("{before}{}", entry.file_name().to_string_lossy());
        if entry.path().is_dir() {
            collect(&entry.path(), &format!("{name}/"), found)?;
        } else {
            found.push(name);
        }
    }
    Ok(())
}
