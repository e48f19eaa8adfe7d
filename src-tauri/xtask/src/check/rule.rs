//! What may come from others: the rules in `.deny.toml`, which cargo-deny reads too.

use serde_json::Value;

use super::graph::{list, text};
use crate::tree::{self, Tree};
use crate::trouble::{Outcome, Trouble};

const PLACE: &str = ".deny.toml";

/// A crate that is let in only by the crates named here, and by none where there are none.
#[derive(Debug, PartialEq, Eq)]
pub struct Ban {
    /// The crate.
    pub name: String,
    /// The crates that may name it directly.
    pub by: Vec<String>,
}

/// The rules that our own checks hold.
#[derive(Debug)]
pub struct Rules {
    /// The systems that Handrail is built for, as Rust names them.
    pub targets: Vec<String>,
    /// Terms under which Handrail may be given on, as SPDX names them.
    pub licences: Vec<String>,
    /// What must not be in a release.
    pub bans: Vec<Ban>,
}

/// Reads them. A rule that says nothing is trouble: a check over nothing finds nothing.
pub fn read(tree: &Tree) -> Outcome<Rules> {
    from(&tree::read(&tree.path(PLACE))?)
}

fn from(words: &str) -> Outcome<Rules> {
    let file: Value = toml::from_str(words).map_err(|error| Trouble::new(format!("{PLACE}: {error}")))?;
    let part = |name| file.get(name).unwrap_or(&Value::Null);
    let bans = list(part("bans"), "deny");
    let rules = Rules {
        targets: texts(part("graph"), "targets"),
        licences: texts(part("licenses"), "allow"),
        bans: bans.iter().map(|ban| Ban { name: text(ban, "crate").to_owned(), by: texts(ban, "wrappers") }).collect(),
    };
    let silent = rules.targets.is_empty() || rules.licences.is_empty() || rules.bans.is_empty();
    if silent || rules.bans.iter().any(|ban| ban.name.is_empty()) {
        return Err(Trouble::new(format!("{PLACE} lacks graph.targets, licenses.allow or the crates of bans.deny")));
    }
    Ok(rules)
}

fn texts(value: &Value, name: &str) -> Vec<String> {
    list(value, name).iter().filter_map(Value::as_str).map(ToOwned::to_owned).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn systems_terms_and_bans_are_read_from_the_file_of_cargo_deny() {
        let rules = from(
            "[graph]\ntargets = [\"a-linux\"]\n[licenses]\nallow = [\"MIT\"]\n[bans]\ndeny = [\
             { crate = \"curl\" }, { crate = \"hyper\", wrappers = [\"reqwest\"], reason = \"why\" }]\n",
        )
        .unwrap();
        assert_eq!(rules.targets, ["a-linux"]);
        assert_eq!(rules.licences, ["MIT"]);
        assert_eq!(
            rules.bans,
            [
                Ban { name: "curl".to_owned(), by: vec![] },
                Ban { name: "hyper".to_owned(), by: vec!["reqwest".to_owned()] }
            ]
        );
    }

    #[test]
    fn a_file_without_rules_is_trouble() {
        for silent in [
            "",
            "[graph]\ntargets = [\"a\"]\n[licenses]\nallow = [\"MIT\"]\n",
            "[graph]\ntargets = [\"a\"]\n[licenses]\nallow = [\"MIT\"]\n[bans]\ndeny = [{ name = \"curl\" }]\n",
            "[graph",
        ] {
            assert!(from(silent).is_err(), "{silent}");
        }
    }
}
