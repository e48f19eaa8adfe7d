//! What the projects for both phones share: what a machine lacks for them, and what of them is ours.

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use serde_json::{Value, json};

use crate::program;
use crate::tree::{self, Tree};
use crate::trouble::{Outcome, Trouble};

/// Where what is ours is named: the lines that begin with `!`.
const KEPT: &str = "src-tauri/gen/.gitignore";
const CONFIGURATION: &str = "src-tauri/tauri.conf.json";

/// A machine, as far as a build for a phone asks about it.
pub trait Machine {
    /// What system it runs, as Rust names it.
    fn system(&self) -> &str;
    /// An environment variable that is set to something.
    fn variable(&self, name: &str) -> Option<String>;
    /// Whether there is such a file or folder.
    fn has(&self, path: &Path) -> bool;
    /// What a program says; nothing if it is not there or fails.
    fn says(&self, program: &Path, arguments: &[&str]) -> Option<String>;
}

/// The machine that this runs on.
pub struct ThisMachine;

impl Machine for ThisMachine {
    fn system(&self) -> &str {
        std::env::consts::OS
    }

    fn variable(&self, name: &str) -> Option<String> {
        std::env::var(name).ok().filter(|value| !value.is_empty())
    }

    fn has(&self, path: &Path) -> bool {
        path.exists()
    }

    fn says(&self, program: &Path, arguments: &[&str]) -> Option<String> {
        let output = Command::new(program).args(arguments).output().ok()?;
        output.status.success().then(|| String::from_utf8_lossy(&output.stdout).into_owned())
    }
}

/// Something that a machine lacks, and how to get it.
#[derive(Debug, PartialEq, Eq)]
pub struct Lack {
    /// What is missing, in a few words.
    pub what: String,
    /// How to get it.
    pub how: String,
}

impl Lack {
    /// One more thing that is missing.
    pub fn new(what: impl Into<String>, how: impl Into<String>) -> Self {
        Self { what: what.into(), how: how.into() }
    }
}

/// Stops where anything is missing, and says all of it at once.
pub fn refuse(aim: &str, lacks: &[Lack]) -> Outcome {
    if lacks.is_empty() {
        return Ok(());
    }
    let lines: Vec<String> = lacks.iter().map(|lack| format!("  - {}\n    {}", lack.what, lack.how)).collect();
    Err(Trouble::new(format!("To build for {aim}, this machine lacks:\n{}\nNothing was changed.", lines.join("\n"))))
}

/// The Rust targets that are not installed.
pub fn missing_targets(machine: &dyn Machine, wanted: &[&str]) -> Option<Lack> {
    let installed = machine.says(Path::new("rustup"), &["target", "list", "--installed"]).unwrap_or_default();
    let missing: Vec<&str> =
        wanted.iter().copied().filter(|target| !installed.lines().any(|line| line.trim() == *target)).collect();
    if missing.is_empty() {
        return None;
    }
    let missing = missing.join(" ");
    Some(Lack::new(
        format!("Rust for {missing}"),
        format!("With rustup (https://rustup.rs): rustup target add {missing}"),
    ))
}

/// What both projects are called and how new and old they are, from the one place where each stands.
pub struct Facts {
    /// `productName`.
    pub name: String,
    /// `identifier`.
    pub identifier: String,
    /// The oldest iOS, `bundle.iOS.minimumSystemVersion`.
    pub oldest_ios: String,
    /// The workspace's version.
    pub version: String,
}

impl Facts {
    /// Reads them.
    pub fn read(tree: &Tree) -> Outcome<Self> {
        let configuration = tree::read_json(&tree.path(CONFIGURATION))?;
        let cargo: Value = toml::from_str(&tree::read(&tree.path("Cargo.toml"))?)
            .map_err(|error| Trouble::new(format!("Cargo.toml: {error}")))?;
        let of = |file: &Value, place: &str| {
            let text = file.pointer(place).and_then(Value::as_str);
            text.map(str::to_owned).ok_or_else(|| Trouble::new(format!("{place} is not said")))
        };
        Ok(Self {
            name: of(&configuration, "/productName")?,
            identifier: of(&configuration, "/identifier")?,
            oldest_ios: of(&configuration, "/bundle/iOS/minimumSystemVersion")?,
            version: of(&cargo, "/workspace/package/version")?,
        })
    }

    /// What Tauri's command line is told beside `tauri.conf.json`: of a phone's package it does not read the version in
    /// `Cargo.toml`.
    pub fn configuration(&self) -> String {
        json!({ "version": self.version }).to_string()
    }
}

/// The files of a project that are ours, as they are now, by their places.
pub struct Ours(BTreeMap<PathBuf, Vec<u8>>);

impl Ours {
    /// Reads those of one project: `android` or `apple`.
    pub fn read(tree: &Tree, project: &str) -> Outcome<Self> {
        let kept = tree::read(&tree.path(KEPT))?;
        let mut files = BTreeMap::new();
        for name in named(&kept, project) {
            let path = tree.path("src-tauri/gen").join(name);
            let bytes = fs::read(&path).map_err(|error| Trouble::file(&path, &error))?;
            files.insert(path, bytes);
        }
        Ok(Self(files))
    }

    /// Removes every other file in that folder, so that nothing old stays behind.
    pub fn keep_only(&self, folder: &Path) -> Outcome {
        for entry in fs::read_dir(folder).map_err(|error| Trouble::file(folder, &error))? {
            let path = entry.map_err(|error| Trouble::file(folder, &error))?.path();
            // A link is taken for itself: what it points at is not this project's.
            let is_folder = path.symlink_metadata().is_ok_and(|about| about.is_dir());
            let gone = if self.0.contains_key(&path) {
                Ok(())
            } else if !is_folder {
                fs::remove_file(&path)
            } else if self.0.keys().any(|ours| ours.starts_with(&path)) {
                self.keep_only(&path)?;
                Ok(())
            } else {
                fs::remove_dir_all(&path)
            };
            gone.map_err(|error| Trouble::file(&path, &error))?;
        }
        Ok(())
    }

    /// Writes back what another program changed.
    pub fn restore(&self) -> Outcome {
        for (path, bytes) in &self.0 {
            if fs::read(path).ok().as_ref() != Some(bytes) {
                fs::write(path, bytes).map_err(|error| Trouble::file(path, &error))?;
            }
        }
        Ok(())
    }
}

/// The files of a project that the list names.
fn named<'a>(kept: &'a str, project: &'a str) -> impl Iterator<Item = &'a str> {
    let named = kept.lines().filter_map(|line| line.trim().strip_prefix("!/"));
    named.filter(move |name| name.split('/').next() == Some(project) && !name.ends_with('/'))
}

/// Copies the files of a folder of icons, with the folders in it.
pub fn copy_all(from: &Path, to: &Path) -> Outcome {
    fs::create_dir_all(to).map_err(|error| Trouble::file(to, &error))?;
    for entry in fs::read_dir(from).map_err(|error| Trouble::file(from, &error))? {
        let path = entry.map_err(|error| Trouble::file(from, &error))?.path();
        let to = to.join(path.file_name().unwrap_or_default());
        if path.is_dir() {
            copy_all(&path, &to)?;
        } else {
            fs::copy(&path, &to).map_err(|error| Trouble::file(&to, &error))?;
        }
    }
    Ok(())
}

/// Tauri's own command line, for a build of a phone's package.
pub fn tauri(tree: &Tree, arguments: &[&str]) -> Command {
    let mut tauri = crate::icons::tauri(tree);
    tauri.args(arguments);
    tauri
}

/// The version of Tauri's command line: what it writes changes with it.
pub fn generator(tree: &Tree) -> Outcome<String> {
    program::ask(crate::icons::tauri(tree).arg("--version"))
}

#[cfg(test)]
pub mod tests {
    use super::*;

    /// A machine that has what a test says.
    #[derive(Default)]
    pub struct Pretend {
        pub system: &'static str,
        pub variables: BTreeMap<&'static str, &'static str>,
        pub places: Vec<&'static str>,
        /// What programs say, by the words that they are called with.
        pub answers: BTreeMap<&'static str, &'static str>,
    }

    impl Machine for Pretend {
        fn system(&self) -> &str {
            self.system
        }

        fn variable(&self, name: &str) -> Option<String> {
            self.variables.get(name).map(ToString::to_string)
        }

        fn has(&self, path: &Path) -> bool {
            self.places.iter().any(|place| Path::new(place) == path)
        }

        fn says(&self, program: &Path, arguments: &[&str]) -> Option<String> {
            let words = format!("{} {}", program.display(), arguments.join(" "));
            self.answers.get(words.as_str()).map(ToString::to_string)
        }
    }

    #[test]
    fn everything_that_is_missing_is_said_at_once() {
        assert!(refuse("Android", &[]).is_ok());
        let words = refuse("Android", &[Lack::new("a", "get a"), Lack::new("b", "get b")]).unwrap_err().to_string();
        assert!(words.contains("- a\n    get a") && words.contains("- b\n    get b"), "{words}");
        assert!(words.ends_with("Nothing was changed."), "{words}");
    }

    #[test]
    fn only_targets_that_are_not_installed_are_missing() {
        let answers = BTreeMap::from([("rustup target list --installed", "one\ntwo\n")]);
        let machine = Pretend { answers, ..Pretend::default() };
        assert_eq!(missing_targets(&machine, &["one", "two"]), None);
        let lack = missing_targets(&machine, &["one", "three"]).unwrap();
        assert!(lack.how.ends_with("rustup target add three"), "{lack:?}");
        assert!(missing_targets(&Pretend::default(), &["one"]).unwrap().how.contains("https://rustup.rs"));
    }

    #[test]
    fn what_is_ours_is_named_in_one_place_and_is_there() {
        let list = "/android/**\n!/android/**/\n!/android/a/b.xml\n!/apple/c.plist\n";
        assert_eq!(named(list, "android").collect::<Vec<_>>(), ["android/a/b.xml"]);
        assert_eq!(named(list, "apple").collect::<Vec<_>>(), ["apple/c.plist"]);
        let tree = Tree::find().unwrap();
        for project in ["android", "apple"] {
            assert!(!Ours::read(&tree, project).unwrap().0.is_empty());
        }
    }

    #[test]
    fn what_is_not_ours_goes_and_what_is_ours_comes_back() {
        let folder = tempfile::tempdir().unwrap();
        let at = |name: &str| folder.path().join(name);
        for name in ["a/ours.xml", "a/old.xml", "b/old.xml", "old.xml"] {
            fs::create_dir_all(at(name).parent().unwrap()).unwrap();
            fs::write(at(name), name).unwrap();
        }
        let ours = Ours(BTreeMap::from([(at("a/ours.xml"), b"a/ours.xml".to_vec())]));
        ours.keep_only(folder.path()).unwrap();
        assert!(at("a/ours.xml").exists());
        for gone in ["a/old.xml", "b", "old.xml"] {
            assert!(!at(gone).exists(), "{gone}");
        }
        fs::write(at("a/ours.xml"), "another's").unwrap();
        ours.restore().unwrap();
        assert_eq!(fs::read_to_string(at("a/ours.xml")).unwrap(), "a/ours.xml");
    }

    #[test]
    fn names_and_numbers_come_from_where_they_stand() {
        let facts = Facts::read(&Tree::find().unwrap()).unwrap();
        assert_eq!(facts.version, env!("CARGO_PKG_VERSION"));
        assert_eq!(facts.configuration(), format!("{{\"version\":\"{}\"}}", facts.version));
        assert_eq!(facts.name, "Handrail");
    }
}
