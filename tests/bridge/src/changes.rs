//! What changed, kept until the page asks for it.

use std::sync::{Condvar, Mutex, MutexGuard, PoisonError};
use std::time::Duration;

use app::Change;

/// Changes kept for a page that is slow to ask; one that missed more than these asks for everything anew anyway.
const KEPT: usize = 256;

/// The changes so far, and who waits for more.
#[derive(Default)]
pub struct Changes {
    told: Mutex<Told>,
    more: Condvar,
}

#[derive(Default)]
struct Told {
    /// The newest ones, the last of them being number `count`.
    newest: Vec<Change>,
    count: usize,
    /// Up to here someone has heard them.
    heard: usize,
}

impl Told {
    fn after(&self, number: usize) -> Vec<Change> {
        let fresh = (self.count - number).min(self.newest.len());
        let mut changes: Vec<Change> = Vec::new();
        for change in self.newest.iter().skip(self.newest.len() - fresh) {
            if !changes.contains(change) {
                changes.push(*change);
            }
        }
        changes
    }
}

impl Changes {
    /// Takes in what changed.
    pub fn tell(&self, changes: &[Change]) {
        let mut told = self.told();
        told.newest.extend_from_slice(changes);
        told.count += changes.len();
        let old = told.newest.len().saturating_sub(KEPT);
        told.newest.drain(..old);
        self.more.notify_all();
    }

    /// What changed since anyone last heard, each part once; waits for something until `most` is over. Everyone who
    /// waits hears it, and what happens between two questions is there for the next.
    pub fn wait(&self, most: Duration) -> Vec<Change> {
        let told = self.told();
        let from = told.heard;
        let waited = self.more.wait_timeout_while(told, most, |told| told.count == from);
        let (mut told, _) = waited.unwrap_or_else(PoisonError::into_inner);
        told.heard = told.count;
        told.after(from)
    }

    fn told(&self) -> MutexGuard<'_, Told> {
        self.told.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::sync::Arc;
    use std::thread;

    const SOON: Duration = Duration::from_millis(1);
    const LONG: Duration = Duration::from_secs(60);

    #[test]
    fn what_happens_between_two_questions_is_there_for_the_next() {
        let changes = Changes::default();
        changes.tell(&[Change::Plan, Change::Plan]);
        changes.tell(&[Change::Vault]);
        assert_eq!(changes.wait(LONG), [Change::Plan, Change::Vault]);
        assert_eq!(changes.wait(SOON), []);
        changes.tell(&[Change::Plan]);
        assert_eq!(changes.wait(LONG), [Change::Plan]);
    }

    #[test]
    fn everyone_who_waits_hears_it() {
        let changes = Arc::new(Changes::default());
        let waiting: Vec<_> = (0..2)
            .map(|_| {
                let changes = Arc::clone(&changes);
                thread::spawn(move || changes.wait(LONG))
            })
            .collect();
        // Whoever has not begun to wait when this is told must not be left out either, so it is told until all heard.
        while !waiting.iter().all(thread::JoinHandle::is_finished) {
            changes.tell(&[Change::Groups]);
            thread::yield_now();
        }
        for heard in waiting {
            assert_eq!(heard.join().unwrap(), [Change::Groups]);
        }
    }

    #[test]
    fn a_page_that_missed_much_still_hears_the_newest() {
        let changes = Changes::default();
        for _ in 0..KEPT {
            changes.tell(&[Change::Plan, Change::Groups]);
        }
        assert_eq!(changes.wait(LONG).len(), 2);
    }
}
