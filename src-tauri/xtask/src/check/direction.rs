//! Which crate may use which, and who alone may name the window and the database.

use serde_json::Value;

use super::graph::{list, metadata, packages, text};
use crate::tree::Tree;
use crate::trouble::Outcome;

/// Own crates and the own crates that they may use. The tests may use all.
const MAY_USE: &[(&str, &[&str])] = &[
    ("handrail-domain", &[]),
    ("handrail-vault", &[]),
    ("handrail-store", &["handrail-domain"]),
    ("handrail-exchange", &["handrail-domain"]),
    ("handrail-app", &["handrail-domain", "handrail-store", "handrail-exchange", "handrail-vault"]),
    ("handrail", &["handrail-app", "handrail-domain", "tauri-plugin-phone"]),
    ("tauri-plugin-phone", &[]),
    ("xtask", &[]),
    ("bare-window", &[]),
];

/// Crates that use everything, and are never shipped.
const MAY_USE_ALL: &[&str] = &["handrail-tests", "handrail-bridge", "handrail-torture"];

/// Other people's crates by how their names begin, and the own crates that may name them.
const KEPT_TO: &[(&str, &[&str])] = &[
    ("tauri", &["handrail", "tauri-plugin-phone", "bare-window"]),
    ("notify-rust", &["handrail"]),
    ("rusqlite", &["handrail-store"]),
    ("libsqlite3-sys", &["handrail-store"]),
];

/// Every dependency that goes the wrong way.
pub fn look(tree: &Tree) -> Outcome<Vec<String>> {
    Ok(wrong_ways(&metadata(tree, &["--no-deps"])?))
}

fn wrong_ways(metadata: &Value) -> Vec<String> {
    let mut found = Vec::new();
    for package in packages(metadata) {
        let name = text(package, "name");
        let allowed = MAY_USE.iter().find(|(own, _)| *own == name).map(|(_, allowed)| *allowed);
        if allowed.is_none() && !MAY_USE_ALL.contains(&name) {
            found.push(format!("{name} is in no list of which crate may use which"));
        }
        for dependency in list(package, "dependencies") {
            let used = text(dependency, "name");
            let own = dependency.get("path").is_some_and(|path| !path.is_null());
            if own && allowed.is_some_and(|allowed| !allowed.contains(&used)) {
                found.push(format!("{name} may not use {used}"));
            }
            let keeper = KEPT_TO.iter().find(|(begins, _)| used == *begins || used.starts_with(&format!("{begins}-")));
            if let Some((_, keepers)) = keeper.filter(|(_, keepers)| !keepers.contains(&name)) {
                found.push(format!("{name} names {used}, which only {} may", keepers.join(", ")));
            }
        }
    }
    found
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::json;

    fn package(name: &str, own: &[&str], others: &[&str]) -> Value {
        let own = own.iter().map(|used| json!({"name": used, "path": "somewhere"}));
        let others = others.iter().map(|used| json!({"name": used, "path": null}));
        json!({"name": name, "dependencies": own.chain(others).collect::<Vec<_>>()})
    }

    #[test]
    fn the_plan_of_the_house_passes() {
        let house = json!({"packages": [
            package("handrail-domain", &[], &["chrono"]),
            package("handrail-store", &["handrail-domain"], &["rusqlite", "rusqlite_migration"]),
            package("handrail-app", &["handrail-domain", "handrail-vault"], &[]),
            package("handrail", &["handrail-app"], &["tauri", "tauri-plugin-dialog", "notify-rust"]),
            package("handrail-tests", &["handrail-app", "handrail-store"], &[]),
        ]});
        assert_eq!(wrong_ways(&house), Vec::<String>::new());
    }

    #[test]
    fn each_wrong_way_is_named() {
        let house = json!({"packages": [
            package("handrail-domain", &["handrail-store"], &[]),
            package("handrail-vault", &["handrail-domain"], &[]),
            package("handrail-app", &[], &["rusqlite", "tauri-plugin-opener"]),
            package("handrail-shed", &[], &[]),
        ]});
        assert_eq!(
            wrong_ways(&house),
            [
                "handrail-domain may not use handrail-store",
                "handrail-vault may not use handrail-domain",
                "handrail-app names rusqlite, which only handrail-store may",
                "handrail-app names tauri-plugin-opener, which only handrail, tauri-plugin-phone, bare-window may",
                "handrail-shed is in no list of which crate may use which",
            ]
        );
    }
}
