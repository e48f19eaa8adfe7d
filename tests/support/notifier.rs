//! A notifier that remembers.

use std::sync::{Mutex, MutexGuard, PoisonError};

use app::port::{Notice, Notifier, NotifierError};

/// Remembers every notice it was told to show, and every one it was told to take away.
#[derive(Debug, Default)]
pub struct RecordingNotifier(Mutex<Record>);

#[derive(Debug, Default)]
struct Record {
    shown: Vec<Notice>,
    withdrawn: Vec<String>,
    refusing: bool,
}

impl RecordingNotifier {
    /// Every notice shown so far, in order.
    pub fn shown(&self) -> Vec<Notice> {
        self.record().shown.clone()
    }

    /// The id of every notice taken away so far, in order.
    pub fn withdrawn(&self) -> Vec<String> {
        self.record().withdrawn.clone()
    }

    /// From now on, refuses or shows what it is told to show.
    pub fn refuse(&self, refusing: bool) {
        self.record().refusing = refusing;
    }

    fn record(&self) -> MutexGuard<'_, Record> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

impl Notifier for RecordingNotifier {
    fn show(&self, notice: &Notice) -> Result<(), NotifierError> {
        let mut record = self.record();
        if record.refusing {
            return Err(NotifierError);
        }
        record.shown.push(notice.clone());
        Ok(())
    }

    fn withdraw(&self, id: &str) {
        self.record().withdrawn.push(id.to_owned());
    }
}
