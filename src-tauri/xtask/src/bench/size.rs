//! How much is given to a client's device.

use std::fs;

use super::row::Row;
use crate::program;
use crate::tree::Tree;
use crate::trouble::{Outcome, Trouble};

/// The page's files, compressed one by one as they are embedded: what the page and its rooms are made of (the first
/// script, that of the rooms, whatever they import by themselves, and their styles), the screens that are fetched
/// when they are opened, and the larger of the languages, as a device loads only one.
const COMPRESSED: &str = "\
const { readdirSync, readFileSync } = require('node:fs');
const { gzipSync } = require('node:zlib');
const files = readdirSync('dist/assets');
const size = (name) => gzipSync(readFileSync('dist/assets/' + name), { level: 9 }).length;
const sum = (names) => names.reduce((all, name) => all + size(name), 0);
const code = files.filter((name) => /\\.(js|css)$/.test(name));
const chunk = (name) => name.replace(/-.{8}\\.\\w+$/, '');
const rooms = new Set(code.filter((name) => /^(index|house)-.*\\.js$/.test(name)));
for (const name of rooms) {
  const imports = readFileSync('dist/assets/' + name, 'utf8').matchAll(/(?:from|import)\\s*[\"']\\.\\/([^\"']+\\.js)[\"']/g);
  for (const [, other] of imports) rooms.add(other);
}
const chunks = new Set([...rooms].map(chunk));
const first = code.filter((name) => rooms.has(name) || (name.endsWith('.css') && chunks.has(chunk(name))));
const later = code.filter((name) => !first.includes(name));
console.log(sum(first), sum(later), Math.max(...files.filter((name) => /^words-/.test(name)).map(size)));
";

/// The release program and the compressed page.
pub fn measure(tree: &Tree) -> Outcome<Vec<Row>> {
    let program = tree.built("release", "handrail");
    let bytes = fs::metadata(&program).map_err(|error| Trouble::file(&program, &error))?.len();
    let compressed = program::ask(program::node(&tree.path("ui")).args(["-e", COMPRESSED]))?;
    let sizes: Option<Vec<f64>> = compressed.split_whitespace().map(|size| size.parse().ok()).collect();
    let Some([page, later, words]) = sizes.as_deref() else {
        return Err(Trouble::new("The page could not be compressed."));
    };
    Ok(vec![
        Row::new("release program", bytes as f64 / 1e6, "MB", None),
        Row::new("page and its rooms, JS and CSS, gzip", page / 1e3, "kB", Some(120.0)),
        Row::new("screens fetched when opened, JS and CSS, gzip", later / 1e3, "kB", None),
        Row::new("words of one language, gzip", words / 1e3, "kB", None),
    ])
}
