//! Another process, stopped or refused at exactly one of its steps on the disk, by strace.

use std::collections::BTreeMap;
use std::ffi::OsStr;
use std::fs;
use std::path::Path;
use std::process::{Command, Output, Stdio};
use std::thread;
use std::time::Duration;

use crate::child;
use crate::row::Skipped;

/// The other process asks for this file right before it does what is tried: what it did until then is no step of it.
pub const BEGINS: &str = "/handrail-torture-begins";
/// The same right after it.
pub const ENDS: &str = "/handrail-torture-ends";
/// Everything that changes what is on a disk. What is only opened is told apart by its words.
const CALLS: &str = "openat,mkdir,rename,renameat,renameat2,link,linkat,unlink,unlinkat,rmdir,fsync,fdatasync,pwrite64,\
    write,writev,ftruncate,fallocate,copy_file_range,sendfile,chmod,fchmod";

/// With its threads, and stopping at nothing that was not asked for: SQLCipher alone locks and unlocks memory some ten
/// thousand times.
const LIGHTLY: &[&str] = &["-f", "-qq", "--seccomp-bpf"];
/// Microseconds for which it stands still before a step at which it is to be killed, and in which it has to get there.
/// (Stopping this lightly, strace gives no signal itself.)
const STILL: u32 = 600_000_000;

/// One step: the so manieth call of that name.
#[derive(Debug, Clone)]
pub struct Step {
    pub call: String,
    pub nth: u32,
    /// Whether it opens a file that SQLite writes itself.
    pub opens_database: bool,
}

/// What happens at a step instead.
#[derive(Debug, Clone, Copy)]
pub enum Instead {
    /// The process is killed before it.
    Kill,
    /// It fails with that error, once.
    Error(&'static str),
    /// It and every later one of that name fails with that error.
    ErrorFromThenOn(&'static str),
}

/// Says that this cannot be tried here, where it cannot.
pub fn possible() -> Result<(), Skipped> {
    let tried = Command::new("strace").args(["-qq", "-o", "/dev/null", "true"]).output();
    match tried {
        Ok(output) if output.status.success() => Ok(()),
        Ok(_) => Err(Skipped("strace may not trace here".to_owned())),
        Err(_) => Err(Skipped("there is no strace".to_owned())),
    }
}

/// The steps of a part of this program from [`BEGINS`] on, in order.
pub fn steps(part: &str, given: &[&OsStr], log: &Path) -> (Vec<Step>, Output) {
    let mut strace = Command::new("strace");
    strace.args(LIGHTLY).args(["-s", "64", "-o"]).arg(log).arg("-e").arg(format!("trace={CALLS},statx,newfstatat"));
    let output = run(strace, part, given);
    let text = fs::read_to_string(log).expect("a trace");
    let mut seen = BTreeMap::<&str, u32>::new();
    let mut begun = false;
    let mut steps = Vec::new();
    for line in text.lines() {
        // `PID call(arguments …`, the rest of a call that was interrupted has none.
        let Some((call, arguments)) = line.split_once(' ').and_then(|(_, rest)| rest.trim_start().split_once('('))
        else {
            continue;
        };
        if arguments.contains(BEGINS) {
            begun = true;
        } else if arguments.contains(ENDS) {
            break;
        }
        let nth = seen.entry(call).or_default();
        *nth += 1;
        let changes = match call {
            "openat" => arguments.contains("O_CREAT") || arguments.contains("O_TRUNC"),
            "write" | "writev" => !arguments.starts_with("1,") && !arguments.starts_with("2,"),
            "statx" | "newfstatat" => false,
            _ => true,
        };
        if begun && changes {
            let opens_database = call == "openat" && arguments.contains(".db");
            steps.push(Step { call: call.to_owned(), nth: *nth, opens_database });
        }
    }
    (steps, output)
}

/// Runs the part, with something else at one step. `log` is written anew.
pub fn run_with(part: &str, given: &[&OsStr], step: &Step, instead: Instead, log: &Path) -> Output {
    let (what, more) = match instead {
        Instead::Kill => (format!("delay_enter={STILL}"), ""),
        Instead::Error(error) => (format!("error={error}"), ""),
        Instead::ErrorFromThenOn(error) => (format!("error={error}"), "+"),
    };
    let mut strace = Command::new("strace");
    strace.args(LIGHTLY).args(["-s", "0", "-o"]).arg(log).arg("-e").arg(format!("trace={}", step.call));
    strace.arg("-e").arg(format!("inject={}:{what}:when={}{more}", step.call, step.nth));
    match instead {
        Instead::Kill => run_until(strace, part, given, step, log),
        Instead::Error(_) | Instead::ErrorFromThenOn(_) => run(strace, part, given),
    }
}

/// Kills it as it enters that step.
fn run_until(mut strace: Command, part: &str, given: &[&OsStr], step: &Step, log: &Path) -> Output {
    let _ = fs::remove_file(log);
    strace.args(child::arguments(part, given)).stdin(Stdio::null()).stdout(Stdio::piped()).stderr(Stdio::piped());
    let mut strace = strace.spawn().expect("strace can be started");
    let call = format!(" {}(", step.call);
    while strace.try_wait().expect("strace can be waited for").is_none() {
        // A call is in the log as soon as it is entered.
        let text = fs::read_to_string(log).unwrap_or_default();
        if text.matches(&call).count() >= step.nth as usize {
            let process = text.split(' ').next().unwrap_or_default();
            let killed = Command::new("kill").args(["-KILL", process]).status();
            assert!(killed.expect("kill can be started").success(), "{process} is not killed");
            // It would hold what is dead for the rest of that time.
            strace.kill().expect("strace can be killed");
            break;
        }
        thread::sleep(Duration::from_millis(1));
    }
    // What was killed has ended once nothing holds its output open.
    strace.wait_with_output().expect("strace ends")
}

fn run(mut strace: Command, part: &str, given: &[&OsStr]) -> Output {
    strace.args(child::arguments(part, given)).stdin(Stdio::null());
    strace.output().expect("strace can be started")
}

/// At most so many of them, spread evenly, others each time.
pub fn spread<T: Clone>(all: &[T], most: u64, random: &mut fastrand::Rng) -> Vec<T> {
    let most = usize::try_from(most).unwrap_or(usize::MAX);
    if all.len() <= most {
        return all.to_vec();
    }
    let first = random.usize(..all.len());
    (0..most).map(|n| all[(first + n * all.len() / most) % all.len()].clone()).collect()
}
