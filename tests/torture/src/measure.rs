//! How much memory work holds, and how long it keeps a processor busy.

use std::alloc::{GlobalAlloc, Layout, System};
use std::cell::Cell;
use std::time::Duration;

use rustix::time::{ClockId, clock_gettime};
use zeroizing_alloc::ZeroAlloc;

/// The memory of the shipped app, which is wiped as it is given back, counted.
struct Counting;

const WIPING: ZeroAlloc<System> = ZeroAlloc(System);

thread_local! {
    // What one thread gives back another may have taken, so the first may be below nothing.
    static HELD: Cell<isize> = const { Cell::new(0) };
    static MOST: Cell<isize> = const { Cell::new(0) };
}

#[global_allocator]
static ALLOCATOR: Counting = Counting;

fn changed(by: isize) {
    // A thread that is about to end counts no more.
    let _ = HELD.try_with(|held| {
        held.set(held.get().wrapping_add(by));
        let _ = MOST.try_with(|most| most.set(most.get().max(held.get())));
    });
}

fn bytes(size: usize) -> isize {
    isize::try_from(size).unwrap_or(isize::MAX)
}

// Only counts; what it is asked for it hands on as it is.
#[allow(unsafe_code)]
unsafe impl GlobalAlloc for Counting {
    unsafe fn alloc(&self, layout: Layout) -> *mut u8 {
        changed(bytes(layout.size()));
        unsafe { WIPING.alloc(layout) }
    }

    unsafe fn alloc_zeroed(&self, layout: Layout) -> *mut u8 {
        changed(bytes(layout.size()));
        unsafe { WIPING.alloc_zeroed(layout) }
    }

    unsafe fn dealloc(&self, pointer: *mut u8, layout: Layout) {
        changed(-bytes(layout.size()));
        unsafe { WIPING.dealloc(pointer, layout) }
    }

    unsafe fn realloc(&self, pointer: *mut u8, layout: Layout, size: usize) -> *mut u8 {
        changed(bytes(size));
        changed(-bytes(layout.size()));
        unsafe { WIPING.realloc(pointer, layout, size) }
    }
}

/// What some work cost.
#[derive(Debug, Clone, Copy)]
pub struct Cost {
    /// How long it kept its processor busy: what else the machine does at the time does not count.
    pub took: Duration,
    /// How many bytes more than before it held at most. SQLite's own are not among them.
    pub held: usize,
}

/// What the work answers, and what it cost on this thread.
pub fn cost<T>(work: impl FnOnce() -> T) -> (T, Cost) {
    let before = HELD.get();
    MOST.set(before);
    let began = busy();
    let done = work();
    let took = busy().saturating_sub(began);
    (done, Cost { took, held: usize::try_from(MOST.get() - before).unwrap_or(0) })
}

fn busy() -> Duration {
    let now = clock_gettime(ClockId::ThreadCPUTime);
    Duration::new(now.tv_sec.unsigned_abs(), u32::try_from(now.tv_nsec).unwrap_or(0))
}
