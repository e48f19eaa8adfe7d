//! Shows with figures that the record is never lost and never leaks.
//!
//! `handrail-torture [--short] [--only NAME] [--seed N] [--times N]` tries every row and prints one table. The last line
//! is for the runner of the tests. Every failure can be repeated with the seed that is printed, and as many times.

mod act;
mod backup;
mod child;
mod cut;
mod device;
mod disk;
mod flip;
mod folder;
mod fuzz;
mod fuzz_request;
mod kill;
mod locked;
mod marker;
mod measure;
mod memory;
mod model;
mod mutate;
mod needle;
mod request;
mod row;
mod sample;
mod shape;
mod step;
mod trace;

use std::collections::BTreeMap;
use std::process::ExitCode;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::time::Instant;

use pico_args::Arguments;
use row::{FAILED, OK, Row, SKIPPED, Verdict};

/// What is tried, and how often in the short and in the long form.
const ROWS: &[Row] = &[
    Row { name: "kill", aim: "0 acknowledged writes lost, every check whole", short: 40, long: 1_000, run: kill::run },
    Row { name: "cut", aim: "a state that was, or refused by code, bytes kept", short: 60, long: 500, run: cut::run },
    Row { name: "flip", aim: "100 % detected, the second copy used", short: 1, long: 8, run: flip::run },
    Row { name: "step", aim: "the old state or the new, never neither", short: 2, long: 100, run: step::run },
    Row {
        name: "disk",
        aim: "nothing lost, said by its code, the next write works",
        short: 2,
        long: 1_000,
        run: disk::run,
    },
    Row { name: "backup", aim: "identical exports", short: 8, long: 100, run: backup::run },
    Row { name: "fuzz-record", aim: fuzz::AIM, short: 10_000, long: 1_000_000, run: fuzz::record },
    Row { name: "fuzz-calendar", aim: fuzz::AIM, short: 10_000, long: 1_000_000, run: fuzz::calendar },
    Row { name: "fuzz-guide", aim: fuzz::AIM, short: 10_000, long: 1_000_000, run: fuzz::guide },
    Row { name: "fuzz-table", aim: fuzz::AIM, short: 10_000, long: 1_000_000, run: fuzz::table },
    Row { name: "fuzz-bmlt", aim: fuzz::AIM, short: 10_000, long: 1_000_000, run: fuzz::bmlt },
    Row { name: "fuzz-backup", aim: fuzz::AIM, short: 10_000, long: 1_000_000, run: fuzz::backup },
    Row { name: "fuzz-request", aim: fuzz::AIM, short: 10_000, long: 1_000_000, run: fuzz_request::run },
    Row { name: "marker", aim: "0 hits in files, names, notices and words", short: 1, long: 20, run: marker::run },
    Row {
        name: "memory",
        aim: "0 copies of the key or of typed text after lock",
        short: 2,
        long: 50,
        run: memory::run,
    },
    Row { name: "model", aim: "identical answers, identical record", short: 1_000, long: 10_000, run: model::run },
    Row { name: "locked", aim: "100 % refused by code, nothing changed", short: 2, long: 100, run: locked::run },
];

fn main() -> ExitCode {
    let mut given: Vec<_> = std::env::args_os().skip(1).collect();
    if given.first().is_some_and(|word| word == child::CHILD) {
        let rest = given.split_off(1);
        if let Some((part, rest)) = rest.split_first() {
            child::perform(&part.to_string_lossy(), rest);
        }
        return ExitCode::SUCCESS;
    }
    match asked(Arguments::from_vec(given)) {
        Ok(asked) => try_all(&asked),
        Err(words) => {
            eprintln!("{words}");
            ExitCode::from(2)
        }
    }
}

/// What is to be tried.
struct Asked {
    short: bool,
    only: Option<String>,
    seed: u64,
    /// In place of how often a row is tried otherwise.
    times: Option<u64>,
}

fn asked(mut arguments: Arguments) -> Result<Asked, String> {
    let short = arguments.contains("--short");
    let only: Option<String> = arguments.opt_value_from_str("--only").map_err(|error| error.to_string())?;
    let seed: Option<u64> = arguments.opt_value_from_str("--seed").map_err(|error| error.to_string())?;
    let times: Option<u64> = arguments.opt_value_from_str("--times").map_err(|error| error.to_string())?;
    let left = arguments.finish();
    if let Some(left) = left.first() {
        return Err(format!("`{}` is not understood.", left.to_string_lossy()));
    }
    if only.as_deref().is_some_and(|only| ROWS.iter().all(|row| row.name != only)) {
        let names: Vec<&str> = ROWS.iter().map(|row| row.name).collect();
        return Err(format!("There are {}.", names.join(", ")));
    }
    Ok(Asked { short, only, seed: seed.unwrap_or_else(|| fastrand::u64(..)), times })
}

/// So many rows are tried at a time.
const LANES: usize = 2;

fn try_all(asked: &Asked) -> ExitCode {
    println!("seed {}", asked.seed);
    row::keep_panics();
    let chosen: Vec<&Row> =
        ROWS.iter().filter(|row| asked.only.as_deref().is_none_or(|only| only == row.name)).collect();
    let next = AtomicUsize::new(0);
    let lane = || {
        let mut tried = Vec::new();
        while let Some(row) = chosen.get(next.fetch_add(1, Ordering::Relaxed)) {
            let began = Instant::now();
            let verdict = row.tried(asked.times.unwrap_or(if asked.short { row.short } else { row.long }), asked.seed);
            println!("{} {}: {} ({:.1} s)", row.name, verdict.word(), verdict.said(), began.elapsed().as_secs_f64());
            tried.push((row.name, verdict));
        }
        tried
    };
    let verdicts: BTreeMap<&str, Verdict> = std::thread::scope(|scope| {
        let lanes: Vec<_> = (0..LANES).map(|_| scope.spawn(lane)).collect();
        lanes.into_iter().flat_map(|lane| lane.join().expect("a lane ends")).collect()
    });

    let mut table = vec![["test", "aim", "measured", ""].map(String::from)];
    for row in chosen {
        let verdict = &verdicts[row.name];
        table.push([row.name, row.aim, verdict.said(), verdict.word()].map(String::from));
    }
    let count = |word: &str| verdicts.values().filter(|verdict| verdict.word() == word).count();
    let failed = count(FAILED);
    print!("\n{}", lines(&table));
    println!("torture result: {} passed; {failed} failed; {} skipped", count(OK), count(SKIPPED));
    if failed > 0 { ExitCode::FAILURE } else { ExitCode::SUCCESS }
}

/// The rows under each other.
fn lines(table: &[[String; 4]]) -> String {
    let width = |column: usize| table.iter().map(|row| row[column].chars().count()).max().unwrap_or(0);
    let (first, second, third) = (width(0), width(1), width(2));
    table.iter().map(|[a, b, c, d]| format!("{a:<first$}  {b:<second$}  {c:<third$}  {d}\n")).collect()
}
