//! That nothing in a release can reach the network: the crates that the app is made of, on each system.

use std::collections::{BTreeMap, VecDeque};

use serde_json::Value;

use super::graph::{list, metadata, packages, text};
use super::rule::{self, Ban};
use crate::tree::Tree;
use crate::trouble::{Outcome, Trouble};

/// The package that is released.
const RELEASED: &str = "handrail";

/// What Tauri names on a phone alone, to fetch the page from a developer's machine.
const PHONE_ONLY: &[&str] = &["hyper", "hyper-util", "reqwest"];

/// The feature of Tauri with which it compiles no use of them.
const PAGE_BUILT_IN: &str = "custom-protocol";

/// Each banned crate in the release of some system, and the way by which it came.
pub fn look(tree: &Tree) -> Outcome<Vec<String>> {
    let rules = rule::read(tree)?;
    let mut found = Vec::new();
    for target in &rules.targets {
        let metadata = metadata(tree, &["--locked", "--filter-platform", target])?;
        found.extend(Release::of(&metadata)?.banned(&rules.bans, is_phone(target)));
    }
    // The same way is often open on several systems.
    found.sort();
    found.dedup();
    Ok(found)
}

fn is_phone(target: &str) -> bool {
    target.ends_with("-android") || target.ends_with("-ios")
}

/// The crates that the released package needs when it runs; what only builds or tests it is left out.
struct Release<'a> {
    names: BTreeMap<&'a str, &'a str>,
    nodes: BTreeMap<&'a str, &'a Value>,
    /// Each crate with the one that first led to it, by their ids; the package itself with none.
    came_by: BTreeMap<&'a str, Option<&'a str>>,
}

impl<'a> Release<'a> {
    fn of(metadata: &'a Value) -> Outcome<Self> {
        let names: BTreeMap<_, _> = packages(metadata).iter().map(|it| (text(it, "id"), text(it, "name"))).collect();
        let nodes: BTreeMap<_, _> = metadata
            .get("resolve")
            .map_or(&[][..], |resolve| list(resolve, "nodes"))
            .iter()
            .map(|node| (text(node, "id"), node))
            .collect();
        let Some(own) = names.iter().find(|(_, name)| **name == RELEASED).map(|(id, _)| *id) else {
            return Err(Trouble::new(format!("cargo metadata knows no package {RELEASED}")));
        };
        let mut release = Self { came_by: BTreeMap::from([(own, None)]), names, nodes };
        let mut open = VecDeque::from([own]);
        while let Some(id) = open.pop_front() {
            for needed in release.needed_by(id) {
                if !release.came_by.contains_key(needed) {
                    release.came_by.insert(needed, Some(id));
                    open.push_back(needed);
                }
            }
        }
        Ok(release)
    }

    fn needed_by(&self, id: &str) -> Vec<&'a str> {
        let all = self.nodes.get(id).map_or(&[][..], |node| list(node, "deps"));
        let normal = |kind: &Value| kind.get("kind").is_some_and(Value::is_null);
        all.iter().filter(|needed| list(needed, "dep_kinds").iter().any(normal)).map(|it| text(it, "pkg")).collect()
    }

    fn name(&self, id: &str) -> &'a str {
        self.names.get(id).copied().unwrap_or_default()
    }

    /// `handrail → tauri → reqwest`
    fn way(&self, id: &str) -> String {
        match self.came_by.get(id).copied().flatten() {
            Some(before) => format!("{} → {}", self.way(before), self.name(id)),
            None => self.name(id).to_owned(),
        }
    }

    fn banned(&self, bans: &[Ban], on_phone: bool) -> Vec<String> {
        let mut found = Vec::new();
        for by in self.came_by.keys() {
            for needed in self.needed_by(by) {
                let name = self.name(needed);
                let Some(ban) = bans.iter().find(|ban| ban.name == name) else { continue };
                let let_in = ban.by.iter().any(|allowed| allowed == self.name(by));
                let asleep = !PHONE_ONLY.contains(&name) || (on_phone && self.has_page_built_in());
                if !let_in || !asleep {
                    found.push(format!("{} → {name} is banned", self.way(by)));
                }
            }
        }
        found
    }

    fn has_page_built_in(&self) -> bool {
        let mut tauri = self.came_by.keys().filter(|id| self.name(id) == "tauri");
        let features = tauri.next().and_then(|id| self.nodes.get(id)).map_or(&[][..], |node| list(node, "features"));
        features.iter().any(|feature| feature.as_str() == Some(PAGE_BUILT_IN))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::json;

    fn bans() -> Vec<Ban> {
        let ban =
            |name: &str, by: &[&str]| Ban { name: name.to_owned(), by: by.iter().map(ToString::to_string).collect() };
        vec![ban("curl", &[]), ban("openssl-sys", &["libsqlite3-sys"]), ban("reqwest", &["tauri"])]
    }

    /// Crates, each with what it needs when it runs and what only to be built or tested.
    fn metadata(crates: &[(&str, &[&str], &[&str])], of_tauri: &[&str]) -> Value {
        let needs = |names: &[&str], kind: Value| -> Vec<Value> {
            names.iter().map(|name| json!({"pkg": name, "dep_kinds": [{"kind": kind}]})).collect()
        };
        let nodes = crates.iter().map(|(name, normal, build)| {
            let features = if *name == "tauri" { of_tauri } else { &[] };
            let deps = [needs(normal, Value::Null), needs(build, json!("build"))].concat();
            json!({"id": name, "deps": deps, "features": features})
        });
        json!({
            "packages": crates.iter().map(|(name, ..)| json!({"id": name, "name": name})).collect::<Vec<_>>(),
            "resolve": {"nodes": nodes.collect::<Vec<_>>()},
        })
    }

    fn found(metadata: &Value, on_phone: bool) -> Vec<String> {
        Release::of(metadata).unwrap().banned(&bans(), on_phone)
    }

    #[test]
    fn a_banned_crate_is_named_with_the_way_that_it_came() {
        let house = metadata(
            &[
                ("handrail", &["store"], &[]),
                ("store", &["curl", "openssl-sys"], &[]),
                ("curl", &[], &[]),
                ("openssl-sys", &[], &[]),
            ],
            &[],
        );
        assert_eq!(
            found(&house, false),
            ["handrail → store → curl is banned", "handrail → store → openssl-sys is banned"]
        );
    }

    #[test]
    fn what_only_builds_or_is_not_released_may_be_there() {
        let house =
            metadata(&[("handrail", &[], &["curl"]), ("bridge", &["handrail", "curl"], &[]), ("curl", &[], &[])], &[]);
        assert_eq!(found(&house, false), Vec::<String>::new());
    }

    #[test]
    fn a_ban_is_lifted_for_the_crates_that_it_names() {
        let house = metadata(
            &[
                ("handrail", &["libsqlite3-sys"], &[]),
                ("libsqlite3-sys", &["openssl-sys"], &[]),
                ("openssl-sys", &[], &[]),
            ],
            &[],
        );
        assert_eq!(found(&house, false), Vec::<String>::new());
    }

    #[test]
    fn the_client_of_tauri_is_let_in_on_a_phone_alone_and_only_asleep() {
        let crates: &[(&str, &[&str], &[&str])] =
            &[("handrail", &["tauri"], &[]), ("tauri", &["reqwest"], &[]), ("reqwest", &[], &[])];
        let asleep = metadata(crates, &[PAGE_BUILT_IN]);
        let awake = metadata(crates, &["wry"]);
        assert_eq!(found(&asleep, true), Vec::<String>::new());
        assert_eq!(found(&awake, true), ["handrail → tauri → reqwest is banned"]);
        assert_eq!(found(&asleep, false), ["handrail → tauri → reqwest is banned"]);
    }

    #[test]
    fn a_graph_without_the_app_is_trouble() {
        assert!(Release::of(&metadata(&[("store", &[], &[])], &[])).is_err());
    }
}
