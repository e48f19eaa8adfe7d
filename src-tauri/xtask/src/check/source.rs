//! What the sources may say and where, how long they may be, and what may lie at the top.

use std::fs;
use std::path::Path;

use crate::tree::{self, Tree};
use crate::trouble::{Outcome, Trouble};

/// Words that only some places may say.
struct Ban {
    words: &'static [&'static str],
    /// Where it is looked for, and in which kinds of file.
    within: &'static [&'static str],
    kinds: &'static [&'static str],
    /// Where it may be said.
    except: &'static [&'static str],
}

const BANS: &[Ban] = &[
    Ban {
        words: &["rusqlite::"],
        within: &["src-tauri", "tests"],
        kinds: &["rs"],
        except: &["src-tauri/crates/store/", "src-tauri/xtask/"],
    },
    Ban {
        words: &["tauri::", "notify_rust::"],
        within: &["src-tauri", "tests"],
        kinds: &["rs"],
        except: &["src-tauri/src/", "src-tauri/plugins/", "src-tauri/xtask/", "tests/bare-window/"],
    },
    Ban {
        words: &["Utc::now", "Local::now", "SystemTime::now", "unixepoch(", "'now'", "CURRENT_TIMESTAMP"],
        within: &["src-tauri"],
        kinds: &["rs"],
        except: &["src-tauri/src/platform/", "src-tauri/xtask/"],
    },
    Ban {
        words: &["@tauri-apps/"],
        within: &["ui/src"],
        kinds: &["ts", "js", "svelte"],
        except: &["ui/src/ipc/tauri.ts"],
    },
    Ban { words: &["/features/"], within: &["ui/src/components"], kinds: &["ts", "svelte"], except: &[] },
];

/// Kinds of file that a person writes line by line.
const WRITTEN: &[&str] = &["css", "ftl", "html", "js", "kt", "mjs", "rs", "sh", "sql", "svelte", "swift", "toml", "ts"];
/// Written by the core, not by a person: the types of the operations, and dumps of schemas.
const GENERATED: &[&str] = &["ui/src/ipc/generated/", "tests/fixtures/schema/"];
const MOST_LINES: usize = 600;

/// What may lie at the top besides hidden files.
const TOP: &[&str] = &[
    "Cargo.lock",
    "Cargo.toml",
    "LICENSE-APACHE",
    "LICENSE-MIT",
    "README.md",
    "icons",
    "src-tauri",
    "target",
    "tests",
    "ui",
];

/// Names said outside the rooms that may say them.
pub fn names(tree: &Tree) -> Outcome<Vec<String>> {
    let mut found = Vec::new();
    for ban in BANS {
        for within in ban.within {
            for path in tree.files(within)?.iter().filter(|path| is_kind(path, ban.kinds)) {
                let name = tree.name(path);
                if !ban.except.iter().any(|place| name.starts_with(place)) {
                    found.extend(
                        said(&tree::read(path)?, ban.words).map(|(line, word)| format!("{name}:{line} says {word}")),
                    );
                }
            }
        }
    }
    Ok(found)
}

/// The lines, comments aside, that say one of the words; each with its number from 1.
fn said<'a>(text: &'a str, words: &'a [&'a str]) -> impl Iterator<Item = (usize, &'a str)> {
    let lines = text.lines().enumerate().filter(|(_, line)| !line.trim_start().starts_with("//"));
    lines.filter_map(move |(index, line)| {
        let word = words.iter().find(|word| {
            line.match_indices(*word).any(|(at, _)| {
                let before = line.get(..at).and_then(|before| before.chars().next_back());
                !before.is_some_and(|letter| letter.is_alphanumeric() || letter == '_')
            })
        })?;
        Some((index + 1, *word))
    })
}

/// Files that are about more than one thing, by their length.
pub fn lengths(tree: &Tree) -> Outcome<Vec<String>> {
    let mut found = Vec::new();
    for path in
        ["src-tauri", "tests", "ui"].map(|room| tree.files(room)).into_iter().collect::<Outcome<Vec<_>>>()?.concat()
    {
        let name = tree.name(&path);
        if is_kind(&path, WRITTEN) && !GENERATED.iter().any(|place| name.starts_with(place)) {
            let lines = tree::read(&path)?.lines().count();
            if lines > MOST_LINES {
                found.push(format!("{name} has {lines} lines, more than {MOST_LINES}"));
            }
        }
    }
    Ok(found)
}

/// Names at the top that are not in the plan.
pub fn top_level(tree: &Tree) -> Outcome<Vec<String>> {
    let top = fs::read_dir(tree.root()).map_err(|error| Trouble::file(tree.root(), &error))?;
    let names = top.filter_map(Result::ok).map(|entry| entry.file_name().to_string_lossy().into_owned());
    let mut found: Vec<String> = names
        .filter(|name| !name.starts_with('.') && !TOP.contains(&name.as_str()))
        .map(|name| format!("{name} has no place at the top"))
        .collect();
    found.extend(
        TOP.iter()
            .filter(|name| **name != "target" && !tree.path(name).exists())
            .map(|name| format!("{name} is missing")),
    );
    found.sort();
    Ok(found)
}

fn is_kind(path: &Path, kinds: &[&str]) -> bool {
    path.extension().is_some_and(|kind| kinds.iter().any(|wanted| kind == *wanted))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_word_counts_where_it_begins_and_not_in_a_comment() {
        let text = "use tauri::State;\n// tauri::State\nlet a = my_tauri::State;\nlet b: Vec<tauri::App> = x;\n";
        let lines: Vec<usize> = said(text, &["tauri::"]).map(|(line, _)| line).collect();
        assert_eq!(lines, [1, 4]);
    }
}
