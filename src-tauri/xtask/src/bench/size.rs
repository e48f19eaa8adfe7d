//! How much is given to a client's device.

use std::fs;

use super::row::Row;
use crate::program;
use crate::tree::Tree;
use crate::trouble::{Outcome, Trouble};

/// The page's scripts and styles, compressed one by one as they are embedded.
const COMPRESSED: &str = "\
const { readdirSync, readFileSync } = require('node:fs');
const { gzipSync } = require('node:zlib');
const files = readdirSync('dist', { recursive: true }).filter((name) => /\\.(js|css)$/.test(name));
console.log(files.reduce((sum, name) => sum + gzipSync(readFileSync('dist/' + name), { level: 9 }).length, 0));
";

/// The release program and the compressed page.
pub fn measure(tree: &Tree) -> Outcome<Vec<Row>> {
    let program = tree.built("release", "handrail");
    let bytes = fs::metadata(&program).map_err(|error| Trouble::file(&program, &error))?.len();
    let compressed = program::ask(program::node(&tree.path("ui")).args(["-e", COMPRESSED]))?;
    let compressed: f64 = compressed.trim().parse().map_err(|_| Trouble::new("The page could not be compressed."))?;
    Ok(vec![
        Row::new("release program", bytes as f64 / 1e6, "MB", None),
        Row::new("page, JS and CSS, gzip", compressed / 1e3, "kB", Some(120.0)),
    ])
}
