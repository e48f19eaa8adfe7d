//! Long work that is waited for: how far it is, and whether it shall stop. Known without the record.

use std::sync::atomic::{AtomicBool, AtomicU32, Ordering};

use crate::api::meeting_list::Progress;
use crate::api::{Nothing, Ok as Acknowledged};
use crate::change::{Change, Done};
use crate::failure::Failure;
use crate::{App, held};

/// How often progress is told while work goes on, at most.
const STEPS: u32 = 20;

/// How far the work that goes on is. There is one at a time: it holds the record.
#[derive(Default)]
pub(crate) struct Work {
    done: AtomicU32,
    of: AtomicU32,
    stop: AtomicBool,
}

/// Work that goes on, until this is dropped.
pub(crate) struct Going<'a>(&'a App);

impl App {
    /// Begins work.
    pub(crate) fn begin_work(&self) -> Going<'_> {
        self.work.stop.store(false, Ordering::Relaxed);
        Going(self)
    }
}

impl Going<'_> {
    /// Says of how many steps it is, once that is known.
    pub(crate) fn of(&self, of: u32) {
        self.0.work.done.store(0, Ordering::Relaxed);
        self.0.work.of.store(of, Ordering::Relaxed);
    }

    /// Whether the client lets it go on.
    pub(crate) fn goes_on(&self) -> bool {
        !self.0.work.stop.load(Ordering::Relaxed)
    }

    /// Says that so many steps are done. `false`: the client wants it to stop.
    pub(crate) fn reached(&self, done: u32) -> bool {
        let work = &self.0.work;
        let of = work.of.load(Ordering::Relaxed).max(1);
        let part = |done: u32| u64::from(done) * u64::from(STEPS) / u64::from(of);
        let before = work.done.swap(done, Ordering::Relaxed);
        if part(before) != part(done) {
            for listener in held(&self.0.listeners).iter() {
                listener(&[Change::Progress]);
            }
        }
        self.goes_on()
    }
}

impl Drop for Going<'_> {
    fn drop(&mut self) {
        self.0.work.of.store(0, Ordering::Relaxed);
    }
}

/// How far long work is.
pub(crate) fn progress(app: &App, _: Nothing) -> Result<Done<Progress>, Failure> {
    let of = app.work.of.load(Ordering::Relaxed);
    Ok(Done::read(Progress { done: app.work.done.load(Ordering::Relaxed).min(of), of }))
}

/// Lets the work that goes on stop; it changes nothing then.
pub(crate) fn stop_work(app: &App, _: Nothing) -> Result<Done<Acknowledged>, Failure> {
    app.work.stop.store(true, Ordering::Relaxed);
    Ok(Done::read(Acknowledged))
}
