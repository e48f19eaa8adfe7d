//! How much is given to a client's device.

use std::fs;

use super::row::Row;
use crate::program;
use crate::tree::Tree;
use crate::trouble::{Outcome, Trouble};

/// The page's files, compressed one by one as they are embedded: scripts and styles together, and the larger of the
/// languages, as a device loads only one.
const COMPRESSED: &str = "\
const { readdirSync, readFileSync } = require('node:fs');
const { gzipSync } = require('node:zlib');
const sizes = (kind) => readdirSync('dist', { recursive: true })
  .filter((name) => kind.test(name))
  .map((name) => gzipSync(readFileSync('dist/' + name), { level: 9 }).length);
const page = sizes(/\\.(js|css)$/).reduce((sum, size) => sum + size, 0);
console.log(page, Math.max(0, ...sizes(/words-.*\\.json$/)));
";

/// The release program and the compressed page.
pub fn measure(tree: &Tree) -> Outcome<Vec<Row>> {
    let program = tree.built("release", "handrail");
    let bytes = fs::metadata(&program).map_err(|error| Trouble::file(&program, &error))?.len();
    let compressed = program::ask(program::node(&tree.path("ui")).args(["-e", COMPRESSED]))?;
    let sizes: Option<Vec<f64>> = compressed.split_whitespace().map(|size| size.parse().ok()).collect();
    let Some([page, words]) = sizes.as_deref() else {
        return Err(Trouble::new("The page could not be compressed."));
    };
    Ok(vec![
        Row::new("release program", bytes as f64 / 1e6, "MB", None),
        Row::new("page, JS and CSS, gzip", page / 1e3, "kB", Some(120.0)),
        Row::new("words of one language, gzip", words / 1e3, "kB", None),
    ])
}
