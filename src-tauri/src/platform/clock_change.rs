//! Hears when the device's clock or time zone is set or the device wakes, so that nothing has to poll for it.

/// Calls `heard` from threads of its own each time the clock or the zone was set or the device woke from sleep. Where the
/// system has no way to hear it, the window's own "resumed" event is all there is.
#[cfg(any(target_os = "linux", target_os = "android"))]
pub fn watch(heard: impl Fn() + Send + Clone + 'static) {
    watch_clock(heard.clone());
    #[cfg(target_os = "linux")]
    watch_zone(std::path::Path::new("/etc"), heard);
}

/// Nothing to hear with on this system.
#[cfg(not(any(target_os = "linux", target_os = "android")))]
pub fn watch(_heard: impl Fn() + Send + Clone + 'static) {}

/// The kernel cancels this timer, which never comes due, when the clock is set and when the device wakes.
#[cfg(any(target_os = "linux", target_os = "android"))]
fn watch_clock(heard: impl Fn() + Send + 'static) {
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

/// The device's zone is the file `localtime` in that folder (localtime(5)), in older systems `timezone`. It is put in the
/// place of the one before it, so the folder tells.
#[cfg(target_os = "linux")]
fn watch_zone(folder: &std::path::Path, heard: impl Fn() + Send + 'static) {
    use rustix::fs::inotify::{CreateFlags, Reader, WatchFlags, add_watch, init};
    use rustix::io::Errno;

    let Ok(folder_watch) = init(CreateFlags::CLOEXEC) else { return };
    let put = WatchFlags::CREATE | WatchFlags::MOVED_TO | WatchFlags::CLOSE_WRITE;
    if add_watch(&folder_watch, folder, put | WatchFlags::ONLYDIR).is_err() {
        return;
    }
    std::thread::spawn(move || {
        let mut buffer = [std::mem::MaybeUninit::uninit(); 4096];
        let mut events = Reader::new(folder_watch, &mut buffer);
        loop {
            match events.next() {
                Ok(event) => {
                    let name = event.file_name().map(std::ffi::CStr::to_bytes);
                    if matches!(name, Some(b"localtime" | b"timezone")) {
                        heard();
                    }
                }
                Err(Errno::INTR) => {}
                Err(_) => return,
            }
        }
    });
}

#[cfg(all(test, target_os = "linux"))]
mod tests {
    use std::sync::mpsc;
    use std::time::Duration;

    use super::*;

    #[test]
    fn a_zone_put_in_place_of_another_is_heard_and_other_files_are_not() {
        let folder = tempfile::tempdir().unwrap();
        let (said, heard) = mpsc::channel();
        watch_zone(folder.path(), move || said.send(()).unwrap());
        let put = |zone: &str, name: &str| {
            let next = folder.path().join("next");
            std::os::unix::fs::symlink(zone, &next).unwrap();
            std::fs::rename(next, folder.path().join(name)).unwrap();
        };
        put("/usr/share/zoneinfo/Europe/Paris", "localtime");
        heard.recv_timeout(Duration::from_secs(20)).unwrap();
        put("/usr/share/zoneinfo/Asia/Tokyo", "other");
        put("/usr/share/zoneinfo/Asia/Tokyo", "localtime");
        heard.recv_timeout(Duration::from_secs(20)).unwrap();
        // Events come in order: the other file's would have been there by now.
        assert!(heard.try_recv().is_err());
    }
}
