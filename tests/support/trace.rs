//! What the app leaves outside the record's folder: in a test, nothing.

use app::port::Traces;

/// Nothing to remove.
#[derive(Debug)]
pub struct NoTraces;

impl Traces for NoTraces {
    fn remove(&self) -> Vec<String> {
        Vec::new()
    }
}
