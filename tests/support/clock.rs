//! A clock and a zone that a test sets.

use std::sync::{Mutex, MutexGuard, PoisonError};
use std::time::Duration;

use app::port::{Clock, ZonePort};
use chrono::{DateTime, NaiveDateTime, TimeDelta, Utc};
use domain::time::Zone;

/// A clock that stands still until it is told otherwise.
///
/// Its monotonic time follows every step forward and, as on a device, no step back.
#[derive(Debug)]
pub struct FakeClock(Mutex<Times>);

#[derive(Debug, Clone, Copy)]
struct Times {
    now: DateTime<Utc>,
    monotonic: Duration,
}

impl FakeClock {
    /// A clock at that instant.
    pub fn at(now: DateTime<Utc>) -> Self {
        Self::after(Duration::ZERO, now)
    }

    /// A clock at that instant that takes over from one with so much monotonic time behind it.
    pub fn after(monotonic: Duration, now: DateTime<Utc>) -> Self {
        Self(Mutex::new(Times { now, monotonic }))
    }

    /// A clock at a civil time, `2026-01-05T09:00`, in a zone.
    ///
    /// # Panics
    /// When the time cannot be read.
    pub fn civil(local: &str, zone: Zone) -> Self {
        Self::at(zone.instant(read_civil(local).expect("a civil time such as 2026-01-05T09:00")))
    }

    /// Sets the clock, forward or back.
    pub fn set(&self, now: DateTime<Utc>) {
        let mut times = self.times();
        // A step back has no duration, and monotonic time does not follow it.
        let forward = (now - times.now).to_std().unwrap_or_default();
        times.monotonic += forward;
        times.now = now;
    }

    /// Sets the clock to a civil time in a zone.
    ///
    /// # Panics
    /// When the time cannot be read.
    pub fn set_civil(&self, local: &str, zone: Zone) {
        self.set(zone.instant(read_civil(local).expect("a civil time such as 2026-01-05T09:00")));
    }

    /// Lets time pass.
    pub fn advance(&self, by: Duration) {
        let mut times = self.times();
        times.monotonic += by;
        times.now += TimeDelta::from_std(by).unwrap_or(TimeDelta::MAX);
    }

    fn times(&self) -> MutexGuard<'_, Times> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

impl Clock for FakeClock {
    fn now(&self) -> DateTime<Utc> {
        self.times().now
    }

    fn monotonic(&self) -> Duration {
        self.times().monotonic
    }
}

/// Reads `2026-01-05T09:00`, with or without seconds.
pub fn read_civil(text: &str) -> Option<NaiveDateTime> {
    ["%Y-%m-%dT%H:%M", "%Y-%m-%dT%H:%M:%S"].iter().find_map(|form| NaiveDateTime::parse_from_str(text, form).ok())
}

/// A device that is in the zone it was last told.
#[derive(Debug)]
pub struct FixedZone(Mutex<Zone>);

impl FixedZone {
    /// A device in that zone.
    pub fn new(zone: Zone) -> Self {
        Self(Mutex::new(zone))
    }

    /// Takes the device to another zone.
    pub fn set(&self, zone: Zone) {
        *self.0.lock().unwrap_or_else(PoisonError::into_inner) = zone;
    }
}

impl ZonePort for FixedZone {
    fn zone(&self) -> Zone {
        *self.0.lock().unwrap_or_else(PoisonError::into_inner)
    }
}
