//! Why each dependency is there: the list that a newcomer reads, held to what is used.

use std::collections::BTreeMap;

use serde_json::Value;

use super::graph::{list, metadata, packages, text};
use super::lock;
use crate::setup::PACKAGES;
use crate::tree::{self, Tree};
use crate::trouble::Outcome;

const PLACE: &str = "src-tauri/DEPENDENCIES.md";
/// How the headings begin under which the two kinds are listed.
const CRATES: &str = "## Crates";
const NPM: &str = "## npm";
/// Name, what for, why this one, licence.
const CELLS: usize = 4;

/// Names with the terms that they come under; several where several versions differ.
type Terms = BTreeMap<String, Vec<String>>;

/// Dependencies that lack a line, lines that nothing uses, and lines that say less or other than they must.
pub fn look(tree: &Tree) -> Outcome<Vec<String>> {
    let words = tree::read(&tree.path(PLACE))?;
    let mut found = compare(&rows(&words, CRATES), &crates(&metadata(tree, &["--locked"])?));
    let mut npm = Terms::new();
    for folder in PACKAGES {
        let place = tree.path(folder);
        let lock = tree::read_json(&place.join("package-lock.json"))?;
        for (name, _) in lock::named(&tree::read_json(&place.join("package.json"))?) {
            let package = lock.get("packages").and_then(|all| all.get(format!("node_modules/{name}")));
            let terms = package.map(|package| text(package, "license")).unwrap_or_default();
            npm.entry(name.to_owned()).or_default().push(terms.to_owned());
        }
    }
    found.extend(compare(&rows(&words, NPM), &npm));
    Ok(found)
}

/// Other people's crates that ours name, each with its terms.
fn crates(metadata: &Value) -> Terms {
    let own = packages(metadata).iter().filter(|package| package.get("source").is_none_or(Value::is_null));
    let named = own.flat_map(|package| list(package, "dependencies"));
    let others = named.filter(|dependency| dependency.get("path").is_none_or(Value::is_null));
    others
        .map(|dependency| {
            let name = text(dependency, "name");
            let versions = packages(metadata).iter().filter(|package| text(package, "name") == name);
            // The old way of writing a choice is read as the new one.
            (name.to_owned(), versions.map(|it| text(it, "license").replace('/', " OR ")).collect())
        })
        .collect()
}

/// The cells of each row below the headings that begin so.
fn rows<'a>(words: &'a str, heading: &str) -> Vec<Vec<&'a str>> {
    let mut inside = false;
    let mut found = Vec::new();
    for line in words.lines() {
        if line.starts_with("## ") {
            inside = line.starts_with(heading);
        }
        if inside && line.starts_with("| `") {
            found.push(line.trim().trim_matches('|').split('|').map(str::trim).collect());
        }
    }
    found
}

fn compare(rows: &[Vec<&str>], used: &Terms) -> Vec<String> {
    let name = |row: &[&str]| row.first().map(|cell| cell.trim_matches('`').to_owned()).unwrap_or_default();
    let listed: Vec<String> = rows.iter().map(|row| name(row)).collect();
    let unlisted = used.keys().filter(|name| !listed.contains(name));
    let mut found: Vec<String> = unlisted.map(|name| format!("{PLACE} has no line for {name}")).collect();
    for (at, row) in rows.iter().enumerate() {
        let name = name(row);
        let licence = row.last().copied().unwrap_or_default();
        if listed.iter().take(at).any(|before| *before == name) {
            found.push(format!("{PLACE} lists {name} twice"));
        }
        if row.len() != CELLS || row.iter().any(|cell| cell.is_empty()) {
            found.push(format!("{PLACE} does not say of {name} what for, why this one and its licence"));
        }
        match used.get(&name) {
            None => found.push(format!("{PLACE} lists {name}, which nothing uses")),
            Some(terms) if !terms.iter().any(|terms| terms == licence) => {
                found.push(format!("{PLACE}: {name} comes under {}", terms.join(", ")));
            }
            Some(_) => {}
        }
    }
    found
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::json;

    const LIST: &str = "## Crates\n\n| crate | for | why | licence |\n|---|---|---|---|\n\
                        | `serde` | wire | known | MIT OR Apache-2.0 |\n## npm packages\n| `vite` | page | known | MIT |\n";

    #[test]
    fn own_crates_need_no_line_and_others_do() {
        let metadata = json!({"packages": [
            {"name": "handrail", "source": null, "dependencies": [{"name": "serde", "path": null}, {"name": "app", "path": "…"}]},
            {"name": "serde", "source": "registry", "license": "MIT/Apache-2.0", "dependencies": [{"name": "serde_core"}]},
        ]});
        let used = crates(&metadata);
        assert_eq!(used.keys().collect::<Vec<_>>(), ["serde"]);
        assert_eq!(compare(&rows(LIST, CRATES), &used), Vec::<String>::new());
    }

    #[test]
    fn each_gap_in_the_list_is_named() {
        let used = |name: &str, terms: &str| (name.to_owned(), vec![terms.to_owned()]);
        let crates = [used("serde", "Zlib"), used("toml", "MIT")].into();
        assert_eq!(
            compare(&rows(LIST, CRATES), &crates),
            ["src-tauri/DEPENDENCIES.md has no line for toml", "src-tauri/DEPENDENCIES.md: serde comes under Zlib"]
        );
        let short = "## npm packages\n| `vite` | | known | MIT |\n| `vite` | page | known | MIT |\n";
        assert_eq!(
            compare(&rows(short, NPM), &Terms::new()),
            [
                "src-tauri/DEPENDENCIES.md does not say of vite what for, why this one and its licence",
                "src-tauri/DEPENDENCIES.md lists vite, which nothing uses",
                "src-tauri/DEPENDENCIES.md lists vite twice",
                "src-tauri/DEPENDENCIES.md lists vite, which nothing uses",
            ]
        );
    }
}
