//! One row of the table: what is tried, how often, and what came of it.

use std::cell::RefCell;
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::path::PathBuf;

use tempfile::TempDir;

/// What is tried.
pub struct Row {
    /// Its name for `--only`.
    pub name: &'static str,
    /// What is to be reached.
    pub aim: &'static str,
    /// How often it is tried in the tests.
    pub short: u64,
    /// How often it is tried by hand.
    pub long: u64,
    /// Tries it.
    pub run: fn(&mut Trial) -> Result<String, Skipped>,
}

/// So many faults of a row are printed; the others are only counted.
const SHOWN: usize = 20;

/// Why a row cannot be tried here.
pub struct Skipped(pub String);

/// One run of a row.
pub struct Trial {
    /// How often.
    pub times: u64,
    /// All randomness comes from it.
    pub random: fastrand::Rng,
    name: &'static str,
    home: TempDir,
    faults: usize,
}

/// What came of a row.
pub enum Verdict {
    /// What was measured; the aim is reached.
    Reached(String),
    /// What was measured, as far as it came, and how many faults were found.
    Failed(String),
    /// Why it was not tried.
    Skipped(String),
}

/// The aim is reached.
pub const OK: &str = "ok";
/// It is not.
pub const FAILED: &str = "FAILED";
/// It was not tried.
pub const SKIPPED: &str = "SKIPPED";

impl Verdict {
    /// In one word.
    pub fn word(&self) -> &'static str {
        match self {
            Self::Reached(_) => OK,
            Self::Failed(_) => FAILED,
            Self::Skipped(_) => SKIPPED,
        }
    }

    /// What was measured, or why it was not.
    pub fn said(&self) -> &str {
        let (Self::Reached(said) | Self::Failed(said) | Self::Skipped(said)) = self;
        said
    }
}

impl Row {
    /// Tries it, with that seed.
    pub fn tried(&self, times: u64, seed: u64) -> Verdict {
        let home = tempfile::tempdir().expect("a temporary folder");
        let random = fastrand::Rng::with_seed(seed);
        let mut trial = Trial { times, random, name: self.name, home, faults: 0 };
        let ended = caught(|| (self.run)(&mut trial));
        match (ended, trial.faults) {
            (Ok(Err(Skipped(why))), _) => Verdict::Skipped(why),
            (Ok(Ok(measured)), 0) => Verdict::Reached(measured),
            (Ok(Ok(measured)), faults) => Verdict::Failed(format!("{measured}; {faults} faults")),
            (Err(said), faults) => Verdict::Failed(format!("{faults} faults, then ended: {said}")),
        }
    }
}

impl Trial {
    /// A place for files of its own, not made yet. It is gone afterwards.
    pub fn place(&self, name: &str) -> PathBuf {
        self.home.path().join(name)
    }

    /// Says how far it has come, where it takes hours.
    pub fn tell(&self, what: &str) {
        eprintln!("{}: {what}", self.name);
    }

    /// Notes that something is not as it must be.
    pub fn fault(&mut self, what: String) {
        self.faults += 1;
        if self.faults <= SHOWN {
            eprintln!("{}: {what}", self.name);
        }
    }

    /// Notes it unless it holds.
    pub fn check(&mut self, holds: bool, what: impl FnOnce() -> String) {
        if !holds {
            self.fault(what());
        }
    }

    /// Does it, and notes a panic as a fault of what `about` names.
    pub fn attempt<T>(&mut self, about: &str, work: impl FnOnce(&mut Self) -> T) -> Option<T> {
        match caught(|| work(self)) {
            Ok(done) => Some(done),
            Err(said) => {
                self.fault(format!("{about}: {said}"));
                None
            }
        }
    }
}

thread_local! {
    static SAID: RefCell<String> = const { RefCell::new(String::new()) };
}

/// From now on a panic is kept for [`caught`], not printed.
pub fn keep_panics() {
    std::panic::set_hook(Box::new(|panic| SAID.set(panic.to_string().replace('\n', " "))));
}

/// What the work answers, or what its panic said.
pub fn caught<T>(work: impl FnOnce() -> T) -> Result<T, String> {
    catch_unwind(AssertUnwindSafe(work)).map_err(|_| SAID.take())
}
