//! Under what terms the page uses other people's work. Those of crates are for cargo-deny to see.

use std::collections::BTreeSet;

use serde_json::Value;

use super::graph::text;
use super::rule;
use crate::tree::{self, Tree};
use crate::trouble::Outcome;

/// What Vite puts into the page besides the packages that the page names itself.
const BUILT_IN: &[&str] = &["svelte"];

/// npm packages that are shipped in the page, whose terms are not allowed.
pub fn packages(tree: &Tree) -> Outcome<Vec<String>> {
    let rules = rule::read(tree)?;
    let lock = tree::read_json(&tree.path("ui/package-lock.json"))?;
    let shipped = shipped(&lock);
    let licence =
        |name: &str| package(&lock, name).map(|package| text(package, "license").to_owned()).unwrap_or_default();
    let broken = shipped.into_iter().filter(|name| !allowed(&licence(name), &rules.licences));
    Ok(broken.map(|name| complaint(&name, &licence(&name))).collect())
}

fn complaint(name: &str, licence: &str) -> String {
    let licence = if licence.is_empty() { "unstated terms" } else { licence };
    format!("{name} comes under {licence}")
}

/// Whether the terms, or some choice among them, are allowed.
fn allowed(licence: &str, terms: &[String]) -> bool {
    // The old way of writing a choice, `MIT/Apache-2.0`, is read too.
    let Ok(expression) = spdx::Expression::parse_mode(licence, spdx::ParseMode::LAX) else { return false };
    expression.evaluate(|wanted| terms.contains(&wanted.to_string()))
}

/// The page's own dependencies and what is built into it, with all that those need.
fn shipped(lock: &Value) -> BTreeSet<String> {
    let own = lock.pointer("/packages/").and_then(|own| own.get("dependencies"));
    let mut open: Vec<String> = names(own).chain(BUILT_IN.iter().map(ToString::to_string)).collect();
    let mut closed = BTreeSet::new();
    while let Some(name) = open.pop() {
        if closed.insert(name.clone()) {
            open.extend(names(package(lock, &name).and_then(|package| package.get("dependencies"))));
        }
    }
    closed
}

fn names(dependencies: Option<&Value>) -> impl Iterator<Item = String> + use<> {
    let names: Vec<String> =
        dependencies.and_then(Value::as_object).into_iter().flat_map(|all| all.keys().cloned()).collect();
    names.into_iter()
}

fn package<'a>(lock: &'a Value, name: &str) -> Option<&'a Value> {
    lock.get("packages")?.get(format!("node_modules/{name}"))
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::json;

    #[test]
    fn a_choice_is_allowed_when_one_of_it_is() {
        let terms = ["Apache-2.0", "Apache-2.0 WITH LLVM-exception", "MIT", "Unicode-3.0"].map(ToOwned::to_owned);
        for good in [
            "MIT",
            "MIT OR GPL-3.0",
            "MIT/Apache-2.0",
            "(MIT OR Apache-2.0) AND Unicode-3.0",
            "Apache-2.0 WITH LLVM-exception",
        ] {
            assert!(allowed(good, &terms), "{good}");
        }
        for bad in ["GPL-3.0", "MIT AND GPL-3.0", "MIT WITH LLVM-exception", "", "SEE LICENSE IN LICENSE"] {
            assert!(!allowed(bad, &terms), "{bad}");
        }
    }

    #[test]
    fn shipped_is_what_the_page_needs_and_not_what_builds_it() {
        let lock = json!({"packages": {
            "": {"dependencies": {"words": "1"}, "devDependencies": {"builder": "1", "svelte": "5"}},
            "node_modules/words": {"license": "MIT", "dependencies": {"letters": "1"}},
            "node_modules/letters": {"license": "MIT"},
            "node_modules/svelte": {"license": "MIT"},
            "node_modules/builder": {"license": "GPL-3.0"},
        }});
        assert_eq!(shipped(&lock).into_iter().collect::<Vec<_>>(), ["letters", "svelte", "words"]);
    }
}
