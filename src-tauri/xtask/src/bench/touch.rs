//! How long a tap waits until its answer is drawn, in Chromium on a processor slowed four times.

use super::row::{self, Row};
use crate::test;
use crate::tree::Tree;
use crate::trouble::{Outcome, Trouble};

/// The size of a phone, one way after another: two at once would measure each other.
const CHOSEN: [&str; 2] = ["--project=touch 390×844", "--workers=1"];
/// What the specs leave, summed up.
const SUM: &str = "tests/browser/results/touch.json";

/// Goes through every main way by touch.
pub fn measure(tree: &Tree) -> Outcome<Vec<Row>> {
    if test::in_chromium(tree, &CHOSEN)?.failed > 0 {
        return Err(Trouble::new("The ways by touch were not gone through to their end."));
    }
    let sum = tree.path(SUM);
    row::read(&std::fs::read_to_string(&sum).map_err(|error| Trouble::file(&sum, &error))?)
}
