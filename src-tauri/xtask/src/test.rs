//! Every test, whatever happens to the ones before, and what they came to.

mod tally;

use std::path::{Path, PathBuf};
use std::process::Command;
use std::time::Instant;

use pico_args::Arguments;

use crate::check::graph;
use crate::markup;
use crate::no_more;
use crate::program;
use crate::setup::{self, Need};
use crate::torture;
use crate::tree::{self, Tree};
use crate::trouble::{Outcome, Trouble};
use crate::ui;
use tally::Tally;

/// A set of tests with a runner of its own.
struct Suite {
    name: &'static str,
    run: fn(&Tree) -> Outcome<Tally>,
}

/// Runs only where it is asked for: it alone needs a JDK and Maven.
const ANDROID: &str = "android";
/// Runs only where it is asked for: every way by touch at six sizes of screen, on a processor slowed four times, says
/// something of the page only on a machine that does nothing else.
const TOUCH: &str = "touch";

const SUITES: [Suite; 7] = [
    Suite { name: "rust", run: rust },
    Suite { name: "ui", run: vitest },
    Suite { name: "browser", run: browser },
    Suite { name: "window", run: window },
    Suite { name: "torture", run: torture },
    Suite { name: ANDROID, run: android },
    Suite { name: TOUCH, run: touch },
];

/// Sets up and runs all suites but that by touch, or the one that `--only` names. `--android` adds that of the Android
/// side.
pub fn perform(tree: &Tree, mut arguments: Arguments) -> Outcome {
    let only: Option<String> = arguments.opt_value_from_str("--only")?;
    let with_android = arguments.contains("--android");
    no_more(arguments)?;
    let is_chosen = |suite: &&Suite| match only.as_deref() {
        Some(only) => only == suite.name || (with_android && suite.name == ANDROID),
        None => suite.name != TOUCH && (with_android || suite.name != ANDROID),
    };
    let chosen: Vec<&Suite> = SUITES.iter().filter(is_chosen).collect();
    if chosen.is_empty() {
        return Err(Trouble::usage("There are the suites rust, ui, browser, window, torture, android and touch."));
    }
    if chosen.iter().any(|suite| suite.name != ANDROID) {
        setup::prepare(tree, Need::Tests)?;
        ui::build(tree)?;
    }

    let mut results = Vec::new();
    for suite in chosen {
        println!("\n== {} ==", suite.name);
        let begun = Instant::now();
        let tally = (suite.run)(tree).unwrap_or_else(|trouble| {
            eprintln!("{trouble}");
            Tally::did_not_run()
        });
        results.push((suite.name, tally, begun.elapsed().as_secs()));
    }

    println!("\n{:<10}{:>8}{:>8}{:>8}{:>8}", "suite", "passed", "failed", "skipped", "seconds");
    for (name, tally, took) in &results {
        println!("{name:<10}{:>8}{:>8}{:>8}{took:>8}{}", tally.passed, tally.failed, tally.skipped, tally.remark());
    }
    for (name, tally, _) in &results {
        tally.named.iter().for_each(|test| println!("failed, {name}: {test}"));
    }
    let total = results.iter().fold(Tally::default(), |sum, (_, tally, _)| sum.and(tally));
    println!("{}", total.line());
    if total.failed > 0 { Err(Trouble::silent()) } else { Ok(()) }
}

/// Unit tests of every crate, and the operations over a real encrypted database.
fn rust(tree: &Tree) -> Outcome<Tally> {
    let mut cargo = program::cargo(tree.root());
    let (status, lines) = program::listen(cargo.args(["test", "--locked", "--workspace", "--no-fail-fast"]))?;
    Ok(tally::of_cargo(&lines).ended(status.success()))
}

/// The components that behave.
fn vitest(tree: &Tree) -> Outcome<Tally> {
    let report = report_file(tree, "vitest.json")?;
    let mut npm = program::npm(&tree.path("ui"));
    npm.args(["test", "--", "--reporter=default", "--reporter=json"]);
    npm.arg(format!("--outputFile.json={}", report.display()));
    let good = program::run(&mut npm).is_ok();
    Ok(tally::of_vitest(&tree::read_json(&report)?).ended(good))
}

/// The real page over the real core, in Chromium, at the size of a phone and of a desktop.
fn browser(tree: &Tree) -> Outcome<Tally> {
    in_chromium(tree, &["--project=phone", "--project=desktop"])
}

/// The ways through the app by touch, one after the other: two at a time would wait for each other.
fn touch(tree: &Tree) -> Outcome<Tally> {
    in_chromium(tree, &["--project=touch *", "--workers=1"])
}

/// The specs in Chromium, as its runner's words choose them.
pub fn in_chromium(tree: &Tree, chosen: &[&str]) -> Outcome<Tally> {
    build(tree, "handrail-bridge")?;
    let report = report_file(tree, "playwright.json")?;
    let mut playwright = program::node(&tree.path(setup::BROWSER));
    playwright.args(["node_modules/@playwright/test/cli.js", "test", "--reporter=list,json"]).args(chosen);
    playwright.env("PLAYWRIGHT_JSON_OUTPUT_FILE", &report);
    playwright.env("HANDRAIL_BRIDGE", tree.built("debug", "handrail-bridge"));
    let good = program::run(&mut playwright).is_ok();
    Ok(tally::of_playwright(&tree::read_json(&report)?).ended(good))
}

/// The real window, on a screen and a message bus of its own.
fn window(tree: &Tree) -> Outcome<Tally> {
    build(tree, "handrail")?;
    let mut specs = program::node(tree.root());
    specs.arg("tests/window/run.mjs").arg(tree.built("debug", "handrail"));
    let (status, lines) = program::listen(&mut specs)?;
    Ok(tally::of_node(&lines).ended(status.success()))
}

/// The same for each run of the tests, so that only a change makes another one of it. The long form draws its own.
const SEED: &str = "3152943853437847054";

/// What is never lost and never leaks, each row a few times.
fn torture(tree: &Tree) -> Outcome<Tally> {
    build(tree, torture::PACKAGE)?;
    let mut rows = Command::new(tree.built("debug", torture::PACKAGE));
    let (status, lines) = program::listen(rows.args(["--short", "--seed", SEED]).current_dir(tree.root()))?;
    Ok(tally::of_torture(&lines).ended(status.success()))
}

/// The Kotlin side of our plugin, on a computer: its core, and its glue over Tauri's own Kotlin.
fn android(tree: &Tree) -> Outcome<Tally> {
    setup::prepare(tree, Need::Kotlin)?;
    // Where the project's pom.xml has them.
    let reports = tree.path("target/phone/surefire-reports");
    tree::fresh_folder(&reports)?;
    let mut maven = Command::new(program::MAVEN);
    maven.current_dir(tree.root()).args(["-q", "-B", "-f", "src-tauri/plugins/phone/android/pom.xml"]);
    maven.arg(format!("-Dtauri.android={}", tauri_android(tree)?.display()));
    let good = program::run(maven.arg("test")).is_ok();
    let mut tally = Tally::default();
    for entry in std::fs::read_dir(&reports).map_err(|error| Trouble::file(&reports, &error))? {
        let path = entry.map_err(|error| Trouble::file(&reports, &error))?.path();
        if path.extension().is_some_and(|kind| kind == "xml") {
            tally = tally.and(&tally::of_surefire(&markup::parse(&tree::read(&path)?)?));
        }
    }
    Ok(tally.ended(good))
}

/// Where Tauri's own Kotlin lies, in the version that the shell is built with.
fn tauri_android(tree: &Tree) -> Outcome<PathBuf> {
    let metadata = graph::metadata(tree, &["--locked"])?;
    let tauri = graph::packages(&metadata).iter().find(|package| graph::text(package, "name") == "tauri");
    let place = tauri.and_then(|package| Path::new(graph::text(package, "manifest_path")).parent());
    place.map(|place| place.join("mobile/android")).ok_or_else(|| Trouble::new("cargo metadata knows no package tauri"))
}

fn build(tree: &Tree, package: &str) -> Outcome {
    let mut cargo: Command = program::cargo(tree.root());
    program::run(cargo.args(["build", "--locked", "--package", package]))
}

/// Where a runner writes its report; the one of an earlier run is gone.
fn report_file(tree: &Tree, name: &str) -> Outcome<PathBuf> {
    let path = tree.target(name);
    match std::fs::remove_file(&path) {
        Err(error) if error.kind() != std::io::ErrorKind::NotFound => Err(Trouble::file(&path, &error)),
        _ => Ok(path),
    }
}
