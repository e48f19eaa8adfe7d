//! Hears when the device's clock is set or the device wakes, so that nothing has to poll for it.

/// Calls `heard` from a thread of its own each time the clock was set or the device woke from sleep.
///
/// The kernel cancels this timer, which never comes due, at both. Where the system has no such timer, the window's own
/// "resumed" event is all there is.
#[cfg(any(target_os = "linux", target_os = "android"))]
pub fn watch(heard: impl Fn() + Send + 'static) {
    use rustix::io::Errno;
    use rustix::time::{
        Itimerspec, TimerfdClockId, TimerfdFlags, TimerfdTimerFlags, Timespec, timerfd_create, timerfd_settime,
    };

    // Past every date that a calendar shows, and far within the kernel's range.
    const NEVER: Itimerspec = Itimerspec {
        it_interval: Timespec { tv_sec: 0, tv_nsec: 0 },
        it_value: Timespec { tv_sec: 1 << 32, tv_nsec: 0 },
    };

    let Ok(timer) = timerfd_create(TimerfdClockId::Realtime, TimerfdFlags::CLOEXEC) else {
        return;
    };
    std::thread::spawn(move || {
        let flags = TimerfdTimerFlags::ABSTIME | TimerfdTimerFlags::CANCEL_ON_SET;
        while timerfd_settime(&timer, flags, &NEVER).is_ok() {
            match rustix::io::read(&timer, &mut [0u8; 8]) {
                Err(Errno::CANCELED) => heard(),
                Err(Errno::INTR) => {}
                _ => return,
            }
        }
    });
}

/// Nothing to hear with on this system.
#[cfg(not(any(target_os = "linux", target_os = "android")))]
pub fn watch(_heard: impl Fn() + Send + 'static) {}
