//! Start-up and memory of the release app, against the smallest window there can be.

use std::collections::HashMap;
use std::fs;
use std::io::{BufRead, BufReader};
use std::path::Path;
use std::process::{Child, Command, Stdio};
use std::sync::mpsc;
use std::thread;
use std::time::{Duration, Instant};

use super::row::{Row, median};
use crate::tree::{self, Tree};
use crate::trouble::{Outcome, Trouble};

const HANDRAIL: &str = "handrail";
const BARE: &str = "bare-window";
/// Turns that count, of each; one before them warms the disk.
const TURNS: usize = 10;
/// The most that Handrail may be, as a multiple of the bare window.
const AIM: f64 = 1.15;
/// When both have come to rest after their first picture.
const REST: Duration = Duration::from_secs(3);
/// A window that has painted nothing by then never will.
const PATIENCE: Duration = Duration::from_secs(60);

/// What one turn showed.
#[derive(Debug, Clone, Copy)]
struct Turn {
    start_ms: f64,
    memory_mb: f64,
}

/// Opens both in turn, on a screen that is already there.
pub fn measure(tree: &Tree) -> Outcome<Vec<Row>> {
    let mut handrail = Vec::new();
    let mut bare = Vec::new();
    for turn in 0..=TURNS {
        let one = [turn_of(tree, BARE)?, turn_of(tree, HANDRAIL)?];
        if turn > 0 {
            let [of_bare, of_handrail] = one;
            println!(
                "turn {turn}: start {:.0} and {:.0} ms, memory {:.1} and {:.1} MB",
                of_bare.start_ms, of_handrail.start_ms, of_bare.memory_mb, of_handrail.memory_mb
            );
            bare.push(of_bare);
            handrail.push(of_handrail);
        }
    }
    let middle = |turns: &[Turn], figure: fn(&Turn) -> f64| median(&mut turns.iter().map(figure).collect::<Vec<_>>());
    let [start, start_bare] = [&handrail, &bare].map(|turns| middle(turns, |turn| turn.start_ms));
    let [memory, memory_bare] = [&handrail, &bare].map(|turns| middle(turns, |turn| turn.memory_mb));
    Ok(vec![
        Row::new("start to first screen", start, "ms", None),
        Row::new("start of the bare window", start_bare, "ms", None),
        Row::new("start against the bare window", start / start_bare, "×", Some(AIM)),
        Row::new("memory (PSS)", memory, "MB", None),
        Row::new("memory of the bare window", memory_bare, "MB", None),
        Row::new("memory against the bare window", memory / memory_bare, "×", Some(AIM)),
    ])
}

/// One start, from the first instruction to the first picture and the rest after it, in folders of its own.
fn turn_of(tree: &Tree, name: &str) -> Outcome<Turn> {
    let home = tree.target("bench-home");
    tree::fresh_folder(&home)?;
    let mut command = Command::new(tree.built("release", name));
    command.env("HANDRAIL_TRACE_START", "1").env("HANDRAIL_DATA_DIR", home.join("record")).stdout(Stdio::piped());
    for (variable, folder) in [("XDG_DATA_HOME", "data"), ("XDG_CACHE_HOME", "cache"), ("XDG_CONFIG_HOME", "config")] {
        command.env(variable, home.join(folder));
    }
    let begun = Instant::now();
    let mut child = command.spawn().map_err(|error| Trouble::new(format!("{name} could not be started: {error}")))?;
    let start = first_picture(&mut child).map(|()| begun.elapsed());
    if start.is_some() {
        thread::sleep(REST);
    }
    let family = family(child.id());
    let memory: u64 = family.iter().map(|process| kilobytes(*process)).sum();
    // It has nothing to save, and its window nobody to close it.
    let _ = child.kill();
    let _ = child.wait();
    gone(&family);
    let start = start.ok_or_else(|| Trouble::new(format!("{name} painted nothing within a minute.")))?;
    Ok(Turn { start_ms: start.as_secs_f64() * 1e3, memory_mb: memory as f64 / 1e3 })
}

/// Waits for the word that the page says when its first screen is painted.
fn first_picture(child: &mut Child) -> Option<()> {
    let output = child.stdout.take()?;
    let (said, heard) = mpsc::channel();
    thread::spawn(move || {
        let mut lines = BufReader::new(output).lines().map_while(Result::ok);
        if lines.any(|line| line == "PAINTED") {
            // Nobody listens any more when it came too late.
            let _ = said.send(());
        }
    });
    heard.recv_timeout(PATIENCE).ok()
}

/// A process and all that came from it: WebKit shows and loads pages in processes of its own.
fn family(first: u32) -> Vec<u32> {
    let mut children: HashMap<u32, Vec<u32>> = HashMap::new();
    for process in processes() {
        if let Some(parent) = parent(process) {
            children.entry(parent).or_default().push(process);
        }
    }
    let mut family = vec![first];
    let mut next = 0;
    while let Some(process) = family.get(next) {
        family.extend(children.remove(process).unwrap_or_default());
        next += 1;
    }
    family
}

fn processes() -> impl Iterator<Item = u32> {
    let all = fs::read_dir("/proc").into_iter().flatten().filter_map(Result::ok);
    all.filter_map(|entry| entry.file_name().to_str()?.parse().ok())
}

fn parent(process: u32) -> Option<u32> {
    let stat = fs::read_to_string(format!("/proc/{process}/stat")).ok()?;
    // The name in brackets may hold anything; what follows it is the state, then the parent.
    stat.rsplit_once(')')?.1.split_whitespace().nth(1)?.parse().ok()
}

/// Its share of memory, what it shares with others divided among them.
fn kilobytes(process: u32) -> u64 {
    let rollup = fs::read_to_string(format!("/proc/{process}/smaps_rollup")).unwrap_or_default();
    let line = rollup.lines().find_map(|line| line.strip_prefix("Pss:"));
    line.and_then(|line| line.split_whitespace().next()?.parse().ok()).unwrap_or(0)
}

/// Waits until the last of them has ended, so that none shares the next turn's time.
fn gone(family: &[u32]) {
    let begun = Instant::now();
    while begun.elapsed() < REST && family.iter().any(|process| Path::new("/proc").join(process.to_string()).exists()) {
        thread::sleep(Duration::from_millis(20));
    }
}
