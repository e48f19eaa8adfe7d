//! The device's own clock, until a test takes it over.

use std::sync::OnceLock;
use std::time::{Duration, Instant};

use app::port::Clock;
use chrono::{DateTime, Utc};
use support::FakeClock;

/// Runs with the device until it is set; from then on it stands where it was last set.
pub struct HostClock {
    started: Instant,
    taken_over: OnceLock<FakeClock>,
}

impl HostClock {
    /// The device's own clock.
    pub fn new() -> Self {
        Self { started: Instant::now(), taken_over: OnceLock::new() }
    }

    /// Sets it. Monotonic time goes on from where it is.
    pub fn set(&self, now: DateTime<Utc>) {
        self.taken_over.get_or_init(|| FakeClock::after(self.started.elapsed(), now)).set(now);
    }
}

impl Clock for HostClock {
    fn now(&self) -> DateTime<Utc> {
        self.taken_over.get().map_or_else(Utc::now, Clock::now)
    }

    fn monotonic(&self) -> Duration {
        self.taken_over.get().map_or_else(|| self.started.elapsed(), Clock::monotonic)
    }
}
