//! The operations a client performs. Each checks its input, opens one
//! transaction, calls the domain, saves, and answers with what it changed.
//! Only this crate opens transactions or holds a clock.
//!
//! [`App`] serves the list of [`OPERATIONS`]; [`run_keeper`] keeps reminders
//! and the idle lock; [`port`] is what the operating system must offer.

mod account;
mod aftercare;
pub mod api;
mod assessment;
mod attendance_record;
mod backup;
#[cfg(feature = "workshop")]
pub mod bindings;
mod calendar;
mod calendar_file;
mod care;
mod change;
mod check;
mod check_in;
mod closure;

mod coverage;
mod demo;
mod destroy;
mod dialog;
mod draft;
mod drug_test;
mod edit;
mod failure;
mod folder;
mod group;
mod hard_moment;
mod homework;
mod hours;
mod keeper;
mod kept;
mod local_copy;
mod lock;
mod lock_card;
mod make_up;
mod meeting_list;
mod mooring;
mod open;
mod operation;
mod path;
mod plan;
mod plan_paper;
pub mod port;
mod record;
mod recovery;
mod reminder;
mod reminder_rule;
mod requirement;
mod salvage;
mod search;
mod secret;
mod session;
mod setting;
mod slip;
mod step_work;
mod today;
mod tray;
mod trend;
mod tries;
mod words;
mod work;

use std::path::PathBuf;
use std::sync::{Mutex, MutexGuard, PoisonError};
use std::time::Duration;

use chrono::{DateTime, Utc};
use serde_json::Value;

pub use change::{Change, Done};
pub use failure::{Failure, Rule};
pub use keeper::{hear_presses, run_keeper};
pub use lock::Leave;
pub use operation::{OPERATIONS, Operation};
pub use store::Durability;
pub use tray::TrayWords;

use open::Open;
use port::Ports;

/// How costly a new record is to open, and how durable each write is.
#[derive(Debug, Clone, Copy)]
pub struct Options {
    /// `false` only in tests and for made-up data: the passphrase is then hardly protected.
    pub costly_passphrase: bool,
    /// `Relaxed` only for building large made-up records.
    pub durability: Durability,
}

impl Default for Options {
    fn default() -> Self {
        Self { costly_passphrase: true, durability: Durability::Full }
    }
}

/// Hears of every change, whoever made it.
pub type Listener = Box<dyn Fn(&[Change]) + Send + Sync>;

/// One Handrail: a folder for the record, and what the system offers.
pub struct App {
    ports: Ports,
    folder: PathBuf,
    options: Options,
    state: Mutex<State>,
    listeners: Mutex<Vec<Listener>>,
    signal: keeper::Signal,
    work: work::Work,
    waiting: dialog::Waiting,
    dialogs: Mutex<dialog::Dialogs>,
}

/// What is known while the app runs. Everything of the record itself is in `open`.
#[derive(Default)]
struct State {
    open: Option<Open>,
    tries: tries::Tries,
    /// The folder, while it is this process's.
    hold: Option<folder::Hold>,
    /// A page of the database did not read: it is looked at whole before it is opened again.
    suspect: bool,
    /// Why the database did not open, where that cannot be told without its key.
    database_trouble: Option<lock::Noticed>,
    /// The backup that the client chose.
    chosen: Option<backup::Chosen>,
    /// When the client last did something, on the monotonic clock.
    last_touch: Duration,
    /// What is known of reminders.
    reminding: reminder::Reminding,
    /// When they were planned, on the monotonic clock.
    planned_at: Duration,
    /// When a screen next says something else though nothing is written.
    next_moment: Option<DateTime<Utc>>,
    /// The record was locked, and the page does not know it yet.
    locked_unsaid: bool,
}

fn held<T>(mutex: &Mutex<T>) -> MutexGuard<'_, T> {
    mutex.lock().unwrap_or_else(PoisonError::into_inner)
}

impl App {
    /// An app on that folder. Opens and writes nothing.
    #[must_use]
    pub fn new(ports: Ports, folder: PathBuf) -> Self {
        Self::with_options(ports, folder, Options::default())
    }

    /// As [`App::new`], with other costs.
    #[must_use]
    pub fn with_options(ports: Ports, folder: PathBuf, options: Options) -> Self {
        Self {
            ports,
            folder,
            options,
            state: Mutex::default(),
            listeners: Mutex::default(),
            signal: keeper::Signal::default(),
            work: work::Work::default(),
            waiting: dialog::Waiting::default(),
            dialogs: Mutex::default(),
        }
    }

    /// Runs one operation. The answer is `{"value", "changes", "undo"}`.
    ///
    /// # Errors
    /// [`Failure`]; nothing was changed then.
    pub fn call(&self, operation: &str, request: Value) -> Result<Value, Failure> {
        let operation = OPERATIONS
            .iter()
            .find(|o| o.name == operation)
            .ok_or_else(|| Failure::invalid("operation", Rule::Unknown))?;
        let done = (operation.run)(self, request)?;
        // Looking is no sign of a client: screens ask again by themselves.
        if !done.changes.is_empty() {
            self.touch();
        }
        self.tell(&done.changes);
        serde_json::to_value(done).map_err(|_| Failure::Internal { id: "answer" })
    }

    /// Calls `listener` after everything that changed something.
    pub fn subscribe(&self, listener: Listener) {
        held(&self.listeners).push(listener);
    }

    /// Something outside changed: the device woke, its clock or zone was set.
    pub fn wake(&self) {
        {
            let mut state = held(&self.state);
            // What was left open for too long is locked first.
            self.expire(&mut state);
            self.replan(&mut state);
            self.hand_over(&mut state);
            state.next_moment = Some(self.ports.clock.now());
        }
        self.signal.raise();
    }

    /// The client is there: the idle minutes begin anew.
    pub(crate) fn touch(&self) {
        held(&self.state).last_touch = self.ports.clock.monotonic();
        self.signal.raise();
    }

    /// Plans reminders anew where that is needed, and tells the listeners.
    fn tell(&self, changes: &[Change]) {
        if changes.is_empty() {
            return;
        }
        if changes
            .iter()
            .any(|change| !matches!(change, Change::Progress | Change::Lists | Change::Card | Change::Leaving))
        {
            self.replan(&mut held(&self.state));
            self.signal.raise();
        }
        for listener in held(&self.listeners).iter() {
            listener(changes);
        }
    }

    /// Locks a record whose idle minutes are over; the keeper tells the page.
    pub(crate) fn expire(&self, state: &mut State) {
        if self.idle_left(state).is_some_and(|left| left.is_zero()) {
            lock::close(self, state);
            state.hold = None;
            state.locked_unsaid = true;
            self.signal.raise();
        }
    }

    /// Runs `work` on the open record. One whose idle minutes are over is locked first, however
    /// late the keeper is.
    pub(crate) fn with_open<T>(&self, work: impl FnOnce(&mut Open) -> Result<T, Failure>) -> Result<T, Failure> {
        let mut state = held(&self.state);
        self.expire(&mut state);
        work(state.open.as_mut().ok_or(Failure::Locked)?)
    }

    /// As [`App::with_open`]. A page of the database that does not read is remembered: once the record is locked, it is
    /// looked at whole before it is opened again.
    pub(crate) fn with_record<T>(&self, work: impl FnOnce(&mut Open) -> Result<T, Failure>) -> Result<T, Failure> {
        let done = self.with_open(work);
        if matches!(done, Err(Failure::Damaged)) {
            held(&self.state).suspect = true;
        }
        done
    }
}
