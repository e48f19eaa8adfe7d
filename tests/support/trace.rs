//! What the app leaves outside the record's folder: in a test, nothing.

use std::sync::atomic::{AtomicU32, Ordering};
use std::sync::{Mutex, PoisonError};

use app::port::Traces;

/// Nothing to remove, but it counts how often that is asked.
#[derive(Default)]
pub struct CountedTraces {
    removed: AtomicU32,
    meanwhile: Mutex<Option<Box<dyn FnOnce() + Send>>>,
}

impl CountedTraces {
    /// How often everything was to be removed.
    pub fn removed(&self) -> u32 {
        self.removed.load(Ordering::Relaxed)
    }

    /// This happens when everything is to be removed.
    pub fn meanwhile(&self, what: impl FnOnce() + Send + 'static) {
        *self.meanwhile.lock().unwrap_or_else(PoisonError::into_inner) = Some(Box::new(what));
    }
}

impl Traces for CountedTraces {
    fn remove(&self) -> Vec<String> {
        self.removed.fetch_add(1, Ordering::Relaxed);
        if let Some(what) = self.meanwhile.lock().unwrap_or_else(PoisonError::into_inner).take() {
            what();
        }
        Vec::new()
    }
}

/// Nothing to remove.
#[derive(Debug)]
pub struct NoTraces;

impl Traces for NoTraces {
    fn remove(&self) -> Vec<String> {
        Vec::new()
    }
}
