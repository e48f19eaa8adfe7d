//! What the window may do, exactly: `shell.json` beside this file says it in one place, and whatever differs is named.
//! Who opens the window wider must say so there, where a reader sees it.

use std::collections::BTreeSet;
use std::path::Path;

use serde_json::{Map, Value, json};

use super::graph::{list, metadata, packages, text};
use crate::tree::{self, Tree};
use crate::trouble::{Outcome, Trouble};

const EXPECTED: &str = include_str!("shell.json");
const SHELL: &str = "src-tauri";
const CAPABILITIES: &str = "src-tauri/capabilities";
const ROOT: &str = "src-tauri/src/lib.rs";
const WINDOW: &str = "src-tauri/src/window.rs";

/// Everything that differs from what is expected.
pub fn look(tree: &Tree) -> Outcome<Vec<String>> {
    let expected: Value =
        serde_json::from_str(EXPECTED).map_err(|error| Trouble::new(format!("shell.json: {error}")))?;
    let root = tree::read(&tree.path(ROOT))?;
    let window = tree::read(&tree.path(WINDOW))?;
    let mut sources = String::new();
    for file in tree.files("src-tauri/src")? {
        sources.push_str(&tree::read(&file)?);
    }
    let actual = json!({
        // A file for one system would be laid over the first one.
        "configurations": files(&tree.path(SHELL), |name| name.to_lowercase().starts_with("tauri"))?,
        "capabilities": files(&tree.path(CAPABILITIES), |_| true)?,
        "dependencies": dependencies(&metadata(tree, &["--no-deps"])?),
        "plugins": words(&sources, "tauri_plugin_"),
        "commands": words(&root, "commands::"),
        "outside": quoted(&window, "const OUTSIDE"),
        "window": held(&window, list(&expected, "window")),
    });
    let mut found = Vec::new();
    compare("", &expected, &actual, &mut found);
    Ok(found)
}

/// The JSON files of a folder by name.
fn files(folder: &Path, wanted: impl Fn(&str) -> bool) -> Outcome<Map<String, Value>> {
    let mut found = Map::new();
    for entry in std::fs::read_dir(folder).map_err(|error| Trouble::file(folder, &error))? {
        let path = entry.map_err(|error| Trouble::file(folder, &error))?.path();
        let name = path.file_name().unwrap_or_default().to_string_lossy().into_owned();
        if path.is_file() && wanted(&name) {
            found.insert(name, tree::read_json(&path).unwrap_or_else(|_| "not JSON".into()));
        }
    }
    Ok(found)
}

/// The parts of Tauri that the shell asks for: `default` stands for a crate's own choice of features.
fn dependencies(metadata: &Value) -> Map<String, Value> {
    let shell = packages(metadata).iter().filter(|package| text(package, "name") == "handrail");
    let named = shell.flat_map(|package| list(package, "dependencies"));
    let tauri = named.filter(|dependency| text(dependency, "name").starts_with("tauri"));
    tauri
        .map(|dependency| {
            let own = dependency.get("uses_default_features") == Some(&Value::Bool(true));
            let default = own.then(|| Value::from("default"));
            let features = default.into_iter().chain(list(dependency, "features").iter().cloned()).collect();
            (text(dependency, "name").to_owned(), features)
        })
        .collect()
}

/// What follows this beginning wherever it stands in the text, once each.
fn words(text: &str, beginning: &str) -> BTreeSet<String> {
    let is_part = |letter: char| letter.is_ascii_alphanumeric() || letter == '_';
    let after = text.split(beginning).skip(1);
    let words = after.map(|rest| rest.chars().take_while(|letter| is_part(*letter)).collect::<String>());
    words.filter(|word| word.starts_with(char::is_lowercase)).collect()
}

/// The words between quotes on the line that begins so.
fn quoted(text: &str, beginning: &str) -> Vec<String> {
    let line = text.lines().find(|line| line.starts_with(beginning)).unwrap_or_default();
    line.split('"').skip(1).step_by(2).map(str::to_owned).collect()
}

/// Those of the lines that the text holds.
pub fn held<'a>(text: &str, lines: &'a [Value]) -> Vec<&'a Value> {
    let is_held = |line: &str| text.lines().any(|other| other.trim() == line);
    lines.iter().filter(|line| line.as_str().is_some_and(is_held)).collect()
}

/// Names each place where two values differ, keys on the way joined by `/`.
pub fn compare(place: &str, expected: &Value, actual: &Value, found: &mut Vec<String>) {
    match (expected, actual) {
        (Value::Object(wanted), Value::Object(there)) => {
            let keys: BTreeSet<&String> = wanted.keys().chain(there.keys()).collect();
            for key in keys {
                let of = |map: &Map<String, Value>| map.get(key).cloned().unwrap_or_default();
                compare(&format!("{place}/{key}"), &of(wanted), &of(there), found);
            }
        }
        _ if expected == actual => {}
        _ => found.push(format!("{place} is {actual} instead of {expected}")),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn differences(expected: &Value, actual: &Value) -> Vec<String> {
        let mut found = Vec::new();
        compare("", expected, actual, &mut found);
        found
    }

    #[test]
    fn the_window_is_as_closed_as_it_is_said_to_be() {
        assert_eq!(look(&Tree::find().unwrap()).unwrap(), Vec::<String>::new());
    }

    #[test]
    fn each_drift_is_named_by_its_key() {
        let expected: Value = serde_json::from_str(EXPECTED).unwrap();
        assert_eq!(differences(&expected, &expected), Vec::<String>::new());
        for place in [
            "/configurations/tauri.conf.json/app/security/csp/script-src",
            "/configurations/tauri.conf.json/app/security/freezePrototype",
            "/configurations/tauri.conf.json/app/withGlobalTauri",
            "/configurations/tauri.conf.json/app/windows",
            "/configurations/tauri.conf.json/bundle/targets",
            "/capabilities/main.json/permissions",
            "/dependencies/tauri",
            "/outside",
        ] {
            let mut drifted = expected.clone();
            *drifted.pointer_mut(place).unwrap() = json!("otherwise");
            let found = differences(&expected, &drifted);
            assert!(matches!(found.as_slice(), [one] if one.starts_with(&format!("{place} is "))), "{found:?}");
        }
        for (place, key) in [
            ("/configurations", "tauri.linux.conf.json"),
            ("/configurations/tauri.conf.json/build", "devUrl"),
            ("/capabilities", "more.json"),
            ("/capabilities/main.json", "remote"),
            ("/dependencies", "tauri-plugin-shell"),
        ] {
            let mut drifted = expected.clone();
            drifted.pointer_mut(place).unwrap().as_object_mut().unwrap().insert(key.to_owned(), json!({"a": 1}));
            assert_eq!(differences(&expected, &drifted), [format!("{place}/{key} is {{\"a\":1}} instead of null")]);
        }
    }

    #[test]
    fn words_of_the_sources_are_found_once_each() {
        let text =
            "use tauri_plugin_dialog::Ext;\n.plugin(tauri_plugin_dialog::init())\n.plugin(tauri_plugin_fs::init())";
        assert_eq!(words(text, "tauri_plugin_").into_iter().collect::<Vec<_>>(), ["dialog", "fs"]);
        assert_eq!(quoted("const A: [&str; 2] = [\"x\", \"y\"];", "const A"), ["x", "y"]);
        assert_eq!(held("  .a()\n", &[json!(".a()"), json!(".b()")]), [&json!(".a()")]);
    }
}
