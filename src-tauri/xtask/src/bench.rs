//! Figures, each with the most it may be.

mod idle;
mod row;
mod session;
mod size;
mod touch;
mod window;

use pico_args::Arguments;

use crate::bundle;
use crate::no_more;
use crate::program;
use crate::serve;
use crate::setup::{self, Need};
use crate::tree::Tree;
use crate::trouble::{Outcome, Trouble};
use crate::ui;
use row::Row;

/// What is measured. All of it, unless `--only` names one.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Part {
    Operations,
    Window,
    Idle,
    Size,
    Touch,
}

/// How long the idle app is watched, in seconds, where `--idle-seconds` says nothing else.
const IDLE_SECONDS: u64 = 300;

/// Builds what is measured, measures it, and prints a table; with `--json` the rows in one last line.
pub fn perform(tree: &Tree, mut arguments: Arguments) -> Outcome {
    let as_json = arguments.contains("--json");
    let inside = arguments.contains(session::INSIDE);
    let only = arguments.opt_value_from_fn("--only", part)?;
    let seconds = arguments.opt_value_from_str("--idle-seconds")?.unwrap_or(IDLE_SECONDS);
    no_more(arguments)?;
    if inside {
        let rows = if only == Some(Part::Idle) { idle::measure(tree, seconds) } else { window::measure(tree) };
        return rows.map(|rows| println!("{}", row::line(&rows)));
    }

    let wanted = |part| only.is_none_or(|only| only == part);
    setup::prepare(tree, Need::Tests)?;
    ui::build(tree)?;
    let mut rows = Vec::new();
    if wanted(Part::Operations) {
        rows.extend(operations(tree)?);
    }
    if wanted(Part::Touch) {
        rows.extend(touch::measure(tree)?);
    }
    if wanted(Part::Window) || wanted(Part::Idle) || wanted(Part::Size) {
        println!("Building the release app. The first time this takes a quarter of an hour.");
        setup::prepare(tree, Need::Package)?;
        let mut cargo = program::cargo(tree.root());
        cargo.args(["build", "--locked", "--release", "--package", "handrail", "--package", "bare-window"]);
        program::run(bundle::smaller(&mut cargo))?;
    }
    if wanted(Part::Window) {
        rows.extend(session::ask_inside(tree, &[])?);
    }
    if wanted(Part::Idle) {
        serve::build(tree)?;
        let seconds = seconds.to_string();
        rows.extend(session::ask_inside(tree, &["--only", "idle", "--idle-seconds", &seconds])?);
    }
    if wanted(Part::Size) {
        rows.extend(size::measure(tree)?);
    }

    print!("\n{}", row::table(&rows));
    if as_json {
        println!("{}", row::line(&rows));
    }
    Ok(())
}

fn part(name: &str) -> Result<Part, &'static str> {
    match name {
        "operations" => Ok(Part::Operations),
        "window" => Ok(Part::Window),
        "idle" => Ok(Part::Idle),
        "size" => Ok(Part::Size),
        "touch" => Ok(Part::Touch),
        _ => Err("there are operations, window, idle, size and touch"),
    }
}

/// What each screen asks, over the ten-year record.
fn operations(tree: &Tree) -> Outcome<Vec<Row>> {
    let mut cargo = program::cargo(tree.root());
    let (status, lines) =
        program::listen(cargo.args(["bench", "--locked", "--package", "handrail-tests", "--bench", "operations"]))?;
    if !status.success() {
        return Err(Trouble::new("The benchmark of the operations did not run to its end."));
    }
    row::read(lines.last().map_or("", String::as_str))
}
