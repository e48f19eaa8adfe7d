//! What cargo knows of the crates.

use serde_json::Value;

use crate::program;
use crate::tree::Tree;
use crate::trouble::{Outcome, Trouble};

/// The answer of `cargo metadata`.
pub fn metadata(tree: &Tree, arguments: &[&str]) -> Outcome<Value> {
    let mut cargo = program::cargo(tree.root());
    let answer = program::ask(cargo.args(["metadata", "--format-version", "1"]).args(arguments))?;
    serde_json::from_str(&answer).map_err(|error| Trouble::new(format!("cargo metadata: {error}")))
}

/// The packages in it.
pub fn packages(metadata: &Value) -> &[Value] {
    list(metadata, "packages")
}

/// The list of that name, or an empty one.
pub fn list<'a>(value: &'a Value, name: &str) -> &'a [Value] {
    value.get(name).and_then(Value::as_array).map_or(&[], Vec::as_slice)
}

/// The text of that name, or an empty one.
pub fn text<'a>(value: &'a Value, name: &str) -> &'a str {
    value.get(name).and_then(Value::as_str).unwrap_or_default()
}
