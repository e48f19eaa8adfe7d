//! The page, built.

use std::fs;
use std::path::Path;
use std::time::SystemTime;

use crate::program;
use crate::tree::Tree;
use crate::trouble::{Outcome, Trouble};

/// Builds `ui/dist`, unless it is newer than everything it is built from.
pub fn build(tree: &Tree) -> Outcome {
    let stamp = tree.target("ui-built");
    // Taken before the build: what changes while it runs is built again next time.
    let begun = SystemTime::now();
    if tree.path("ui/dist/index.html").is_file() && modified(&stamp).is_some_and(|built| !changed_since(tree, built)) {
        return Ok(());
    }
    program::run(program::npm(&tree.path("ui")).args(["run", "build"]))?;
    fs::write(&stamp, "").map_err(|error| Trouble::file(&stamp, &error))?;
    let file = fs::File::options().write(true).open(&stamp).map_err(|error| Trouble::file(&stamp, &error))?;
    file.set_modified(begun).map_err(|error| Trouble::file(&stamp, &error))
}

fn changed_since(tree: &Tree, built: SystemTime) -> bool {
    let Ok(files) = tree.files("ui") else { return true };
    let top = tree.path("ui");
    // A folder's own time tells of what was taken out of it. The topmost changes whenever `dist` is written.
    let folders = files.iter().filter_map(|file| file.parent()).filter(|folder| *folder != top);
    files.iter().map(AsRef::as_ref).chain(folders).any(|path| modified(path).is_none_or(|at| at > built))
}

fn modified(path: &Path) -> Option<SystemTime> {
    fs::metadata(path).and_then(|about| about.modified()).ok()
}
