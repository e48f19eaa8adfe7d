//! The npm packages: exact versions, held to their checksums, with no address and no script of their own.

use serde_json::Value;

use super::graph::text;
use crate::setup::PACKAGES;
use crate::tree::{self, Tree};
use crate::trouble::Outcome;

/// What npm must be told in each folder: to write no addresses, to write exact versions, and to run nobody's scripts.
const TOLD: &[&str] = &["omit-lockfile-registry-resolved=true", "save-exact=true", "ignore-scripts=true"];

/// What is loose in the folders that hold npm packages.
pub fn look(tree: &Tree) -> Outcome<Vec<String>> {
    let mut found = Vec::new();
    for folder in PACKAGES {
        let place = tree.path(folder);
        let told = tree::read(&place.join(".npmrc"))?;
        let silent = TOLD.iter().filter(|line| !told.lines().any(|told| told.trim() == **line));
        found.extend(silent.map(|line| format!("{folder}/.npmrc lacks {line}")));
        let named = loose(&tree::read_json(&place.join("package.json"))?);
        found.extend(named.into_iter().map(|line| format!("{folder}/package.json: {line}")));
        let locked = unsure(&tree::read_json(&place.join("package-lock.json"))?);
        found.extend(locked.into_iter().map(|line| format!("{folder}/package-lock.json: {line}")));
    }
    Ok(found)
}

/// The packages that a folder names itself, by the lists of its `package.json`, with their versions.
pub fn named(package: &Value) -> impl Iterator<Item = (&str, &str)> {
    let lists = ["dependencies", "devDependencies", "optionalDependencies", "peerDependencies"];
    let lists = lists.into_iter().filter_map(|list| package.get(list)?.as_object());
    lists.flatten().map(|(name, version)| (name.as_str(), version.as_str().unwrap_or_default()))
}

fn loose(package: &Value) -> Vec<String> {
    let loose = named(package).filter(|(_, version)| !is_exact(version));
    loose.map(|(name, version)| format!("{name} is no exact version: {version}")).collect()
}

fn is_exact(version: &str) -> bool {
    version.split('.').count() == 3 && version.split('.').all(|part| part.parse::<u32>().is_ok())
}

fn unsure(lock: &Value) -> Vec<String> {
    let packages = lock.get("packages").and_then(Value::as_object).into_iter().flatten();
    let others = packages.filter(|(place, _)| !place.is_empty());
    let mut found: Vec<String> = others
        .flat_map(|(place, package)| {
            let wrongs = [
                (text(package, "integrity").is_empty(), "has no checksum"),
                (package.get("resolved").is_some(), "records where it was downloaded"),
                (package.get("hasInstallScript").is_some(), "brings a script that runs when it is installed"),
            ];
            wrongs.into_iter().filter(|(wrong, _)| *wrong).map(move |(_, words)| format!("{place} {words}"))
        })
        .collect();
    if lock.get("packages").is_none() {
        found.push("holds no packages".to_owned());
    }
    found
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::json;

    #[test]
    fn an_exact_version_is_three_numbers() {
        let package = json!({
            "dependencies": {"words": "1.2.3"},
            "devDependencies": {"a": "^1.2.3", "b": "1.2", "c": "latest", "d": "*", "e": "file:../e"},
        });
        assert_eq!(loose(&package).len(), 5);
    }

    #[test]
    fn each_package_has_a_checksum_and_neither_address_nor_script() {
        let lock = json!({"packages": {
            "": {"dependencies": {"words": "1.2.3"}},
            "node_modules/words": {"version": "1.2.3", "integrity": "sha512-…"},
            "node_modules/letters": {"version": "1.2.3", "resolved": "https://…", "hasInstallScript": true},
        }});
        assert_eq!(
            unsure(&lock),
            [
                "node_modules/letters has no checksum",
                "node_modules/letters records where it was downloaded",
                "node_modules/letters brings a script that runs when it is installed",
            ]
        );
        assert_eq!(unsure(&json!({})), ["holds no packages"]);
    }
}
