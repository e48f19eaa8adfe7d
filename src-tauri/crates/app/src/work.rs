//! Long work that is waited for: how far it is, and whether it shall stop. Known without the record.

use std::sync::atomic::{AtomicBool, AtomicU32, Ordering};
use std::sync::{Arc, Mutex};

use crate::api::meeting_list::Progress;
use crate::api::{Nothing, Ok as Acknowledged};
use crate::change::{Change, Done};
use crate::failure::Failure;
use crate::{App, held};

/// How often progress is told while work goes on, at most.
const STEPS: u32 = 20;

/// The work that goes on. What has a number of steps holds the record: of that there is one at a time.
#[derive(Default)]
pub(crate) struct Work(Mutex<Vec<Arc<Job>>>);

#[derive(Default)]
struct Job {
    done: AtomicU32,
    of: AtomicU32,
    stop: AtomicBool,
}

/// Work that goes on, until this is dropped.
pub(crate) struct Going<'a> {
    app: &'a App,
    job: Arc<Job>,
}

impl App {
    /// Begins work.
    pub(crate) fn begin_work(&self) -> Going<'_> {
        let job = Arc::new(Job::default());
        held(&self.work.0).push(Arc::clone(&job));
        Going { app: self, job }
    }
}

impl Work {
    /// Lets all that goes on stop; it changes nothing then.
    pub(crate) fn stop(&self) {
        for job in held(&self.0).iter() {
            job.stop.store(true, Ordering::Relaxed);
        }
    }
}

impl Going<'_> {
    /// Says of how many steps it is, once that is known.
    pub(crate) fn of(&self, of: u32) {
        self.job.of.store(of, Ordering::Relaxed);
    }

    /// Whether the client lets it go on.
    pub(crate) fn goes_on(&self) -> bool {
        !self.job.stop.load(Ordering::Relaxed)
    }

    /// Says that so many steps are done. `false`: the client wants it to stop.
    pub(crate) fn reached(&self, done: u32) -> bool {
        let of = self.job.of.load(Ordering::Relaxed).max(1);
        let part = |done: u32| u64::from(done) * u64::from(STEPS) / u64::from(of);
        let before = self.job.done.swap(done, Ordering::Relaxed);
        if part(before) != part(done) {
            for listener in held(&self.app.listeners).iter() {
                listener(&[Change::Progress]);
            }
        }
        self.goes_on()
    }
}

impl Drop for Going<'_> {
    fn drop(&mut self) {
        held(&self.app.work.0).retain(|job| !Arc::ptr_eq(job, &self.job));
    }
}

/// How far long work is.
pub(crate) fn progress(app: &App, _: Nothing) -> Result<Done<Progress>, Failure> {
    let all = held(&app.work.0);
    let far = |job: &Arc<Job>| {
        let of = job.of.load(Ordering::Relaxed);
        (of > 0).then(|| Progress { done: job.done.load(Ordering::Relaxed).min(of), of })
    };
    Ok(Done::read(all.iter().find_map(far).unwrap_or(Progress { done: 0, of: 0 })))
}

/// Lets all work that goes on stop.
pub(crate) fn stop_work(app: &App, _: Nothing) -> Result<Done<Acknowledged>, Failure> {
    app.work.stop();
    Ok(Done::read(Acknowledged))
}
