//! Where things lie in the project.

use std::fs;
use std::path::{Path, PathBuf};

use crate::trouble::{Outcome, Trouble};

/// Folders that hold what others wrote or what was made here; nobody reads them for our own.
const NOT_OURS: &[&str] =
    &[".git", ".gradle", ".tauri", "build", "dist", "node_modules", "results", "schemas", "target"];

/// The project's folder.
pub struct Tree {
    root: PathBuf,
    target: PathBuf,
}

impl Tree {
    /// The tree that this program was built from.
    pub fn find() -> Outcome<Self> {
        let built_from = Path::new(env!("CARGO_MANIFEST_DIR")).join("../..");
        let root = plain(built_from.canonicalize().map_err(|error| Trouble::file(&built_from, &error))?);
        // Wherever cargo put this program is where it puts the others.
        let own = std::env::current_exe().ok();
        let target =
            own.as_deref().and_then(|own| own.ancestors().nth(2)).map_or_else(|| root.join("target"), Into::into);
        Ok(Self { root, target })
    }

    /// The project's folder itself.
    pub fn root(&self) -> &Path {
        &self.root
    }

    /// A place in the project, as `ui/dist`.
    pub fn path(&self, inside: &str) -> PathBuf {
        self.root.join(inside)
    }

    /// A place in cargo's folder, as `debug/handrail`.
    pub fn target(&self, inside: &str) -> PathBuf {
        self.target.join(inside)
    }

    /// A program that cargo built, with this system's ending.
    pub fn built(&self, profile: &str, name: &str) -> PathBuf {
        self.target.join(profile).join(name).with_extension(std::env::consts::EXE_EXTENSION)
    }

    /// How the project's papers name a path: from its folder on, with forward slashes.
    pub fn name(&self, path: &Path) -> String {
        path.strip_prefix(&self.root).unwrap_or(path).to_string_lossy().replace('\\', "/")
    }

    /// Every file of ours under that place, in order; none if there is no such place.
    pub fn files(&self, inside: &str) -> Outcome<Vec<PathBuf>> {
        let mut found = Vec::new();
        let start = self.path(inside);
        if start.is_dir() {
            walk(&start, &mut found)?;
        }
        found.sort();
        Ok(found)
    }
}

/// Windows writes a whole path as `\\?\C:\…`, in which many programs, npm among them, will not work.
fn plain(path: PathBuf) -> PathBuf {
    match path.to_str().and_then(|text| text.strip_prefix(r"\\?\")) {
        Some(rest) if rest.get(1..2) == Some(":") => rest.into(),
        _ => path,
    }
}

fn walk(folder: &Path, found: &mut Vec<PathBuf>) -> Outcome {
    for entry in fs::read_dir(folder).map_err(|error| Trouble::file(folder, &error))? {
        let entry = entry.map_err(|error| Trouble::file(folder, &error))?;
        let path = entry.path();
        if !path.is_dir() {
            found.push(path);
        } else if !NOT_OURS.iter().any(|name| entry.file_name() == *name) {
            walk(&path, found)?;
        }
    }
    Ok(())
}

/// The text of a file.
pub fn read(path: &Path) -> Outcome<String> {
    fs::read_to_string(path).map_err(|error| Trouble::file(path, &error))
}

/// A JSON file.
pub fn read_json(path: &Path) -> Outcome<serde_json::Value> {
    serde_json::from_str(&read(path)?).map_err(|error| Trouble::new(format!("{}: {error}", path.display())))
}

/// A folder that holds nothing.
pub fn fresh_folder(path: &Path) -> Outcome {
    if path.exists() {
        fs::remove_dir_all(path).map_err(|error| Trouble::file(path, &error))?;
    }
    fs::create_dir_all(path).map_err(|error| Trouble::file(path, &error))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_path_is_one_that_every_program_can_work_in() {
        assert_eq!(plain(r"\\?\C:\handrail".into()), PathBuf::from(r"C:\handrail"));
        for same in [r"\\?\UNC\server\share", r"C:\handrail", "/home/handrail"] {
            assert_eq!(plain(same.into()), PathBuf::from(same));
        }
    }
}
