//! What the release app does while nobody wants anything of it: locked, in the background, a reminder to come tomorrow.

use std::collections::HashMap;
use std::fs;
use std::path::Path;
use std::process::{Child, Command};
use std::thread;
use std::time::Duration;

use super::row::Row;
use crate::program;
use crate::serve::{self, Served};
use crate::tree::{self, Tree};
use crate::trouble::{Outcome, Trouble};

/// When it has come to rest after its start: threads for a single piece of work end ten seconds after it.
const REST: Duration = Duration::from_secs(20);
/// Makes the locked record.
const RECORD: &str = "tests/window/locked-record.mjs";
/// The kernel tells CPU time in hundredths of a second (USER_HZ, the same on every system Handrail is built for).
const TICK_MS: f64 = 10.0;
const MOST_CPU_MS: f64 = 50.0;

/// Watches it for that long, on a screen and a bus that are already there.
pub fn measure(tree: &Tree, seconds: u64) -> Outcome<Vec<Row>> {
    let home = tree.target("bench-home");
    tree::fresh_folder(&home)?;
    let record = home.join("record");
    let bridge = Served::start(&mut serve::bridge(tree, &record))?;
    program::run(program::node(tree.root()).arg(RECORD).arg(&bridge.address))?;
    drop(bridge);
    let choice = record.join("background.json");
    fs::write(&choice, r#"{"keeps_running":true}"#).map_err(|error| Trouble::file(&choice, &error))?;

    let mut command = Command::new(tree.built("release", "handrail"));
    command.arg("--hidden").env("HANDRAIL_DATA_DIR", &record).env("HOME", &home);
    for (variable, folder) in [("XDG_DATA_HOME", "data"), ("XDG_CACHE_HOME", "cache"), ("XDG_CONFIG_HOME", "config")] {
        command.env(variable, home.join(folder));
    }
    let child = command.spawn().map_err(|error| Trouble::new(format!("Handrail could not be started: {error}")))?;
    let child = Ended(child);
    thread::sleep(REST);
    let before = Seen::of(child.0.id())?;
    thread::sleep(Duration::from_secs(seconds));
    let after = Seen::of(child.0.id())?;
    let minutes = seconds as f64 / 60.0;
    Ok(vec![
        Row::new(
            &format!("idle, locked, no window, {minutes} minutes: CPU time"),
            (after.cpu_ticks - before.cpu_ticks) * TICK_MS,
            "ms",
            Some(MOST_CPU_MS),
        ),
        Row::new("idle, locked, no window: wakeups", after.wakeups_since(&before), "", Some(0.0)),
    ])
}

/// A process that ends with this.
struct Ended(Child);

impl Drop for Ended {
    fn drop(&mut self) {
        // It has nothing to save.
        let _ = self.0.kill();
        let _ = self.0.wait();
    }
}

/// What the kernel counted so far.
struct Seen {
    cpu_ticks: f64,
    /// How often each thread woke after it had slept of its own will.
    wakeups: HashMap<String, u64>,
}

impl Seen {
    fn of(process: u32) -> Outcome<Self> {
        let gone = || Trouble::new("Handrail ended while it was watched.");
        let folder = Path::new("/proc").join(process.to_string());
        let stat = fs::read_to_string(folder.join("stat")).map_err(|_| gone())?;
        // After the name in brackets: the state is the third field of proc(5), utime and stime the 14th and 15th.
        let (_, fields) = stat.rsplit_once(')').ok_or_else(gone)?;
        let ticks = fields.split_whitespace().skip(11).take(2).filter_map(|field| field.parse::<f64>().ok());
        let threads = fs::read_dir(folder.join("task")).map_err(|_| gone())?.filter_map(Result::ok);
        let wakeups = threads.filter_map(|thread| {
            let status = fs::read_to_string(thread.path().join("status")).ok()?;
            let line = status.lines().find_map(|line| line.strip_prefix("voluntary_ctxt_switches:"))?;
            Some((thread.file_name().to_string_lossy().into_owned(), line.trim().parse().ok()?))
        });
        Ok(Self { cpu_ticks: ticks.sum(), wakeups: wakeups.collect() })
    }

    /// Of all threads that are there now.
    fn wakeups_since(&self, before: &Self) -> f64 {
        let of =
            |(thread, count): (&String, &u64)| count - before.wakeups.get(thread).copied().unwrap_or(0).min(*count);
        self.wakeups.iter().map(of).sum::<u64>() as f64
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_thread_that_came_later_counts_in_full() {
        let seen = |rows: &[(&str, u64)]| Seen {
            cpu_ticks: 0.0,
            wakeups: rows.iter().map(|(thread, count)| ((*thread).to_owned(), *count)).collect(),
        };
        let (before, after) = (seen(&[("1", 10), ("2", 5)]), seen(&[("1", 12), ("3", 4)]));
        assert_eq!(after.wakeups_since(&before), 6.0);
    }

    #[cfg(target_os = "linux")]
    #[test]
    fn the_kernel_tells_of_every_thread() {
        let seen = Seen::of(std::process::id()).unwrap();
        assert!(!seen.wakeups.is_empty());
    }
}
