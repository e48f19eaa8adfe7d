//! What this process keeps to itself.

#[cfg(all(target_os = "linux", target_env = "gnu"))]
pub mod freed;

/// On the command line: no window yet.
pub const HIDDEN: &str = "--hidden";

/// Whether the demo client was asked for on the command line (`--demo`).
pub fn wants_demo() -> bool {
    says("--demo")
}

/// Whether it starts without a window, as at login.
pub fn starts_hidden() -> bool {
    says(HIDDEN)
}

fn says(wanted: &str) -> bool {
    std::env::args_os().skip(1).any(|argument| argument == wanted)
}

/// The language that the system speaks, as far as Handrail has it.
pub fn language() -> &'static str {
    let set = |name| std::env::var(name).ok().filter(|value| !value.is_empty());
    match ["LC_ALL", "LC_MESSAGES", "LANG"].into_iter().find_map(set) {
        Some(tag) if tag.starts_with("es") => "es",
        _ => "en",
    }
}

/// Leaves no trace of the client's words outside the encrypted record: no core dump, no look into this process for
/// other programs of the client, and no message of a crash.
pub fn keep_private() {
    #[cfg(unix)]
    {
        use rustix::process::{Resource, Rlimit, setrlimit};
        // Where the system refuses, its own setting holds.
        let _ = setrlimit(Resource::Core, Rlimit { current: Some(0), maximum: Some(0) });
    }
    #[cfg(target_os = "linux")]
    if !is_measured() {
        use rustix::process::{DumpableBehavior, set_dumpable_behavior};
        let _ = set_dumpable_behavior(DumpableBehavior::NotDumpable);
    }
    std::panic::set_hook(Box::new(|panic| report(panic.location())));
}

/// Whether start-up, memory and the like are being measured from outside.
pub fn is_measured() -> bool {
    std::env::var_os("HANDRAIL_TRACE_START").is_some()
}

/// Says where it happened, never what: a message may hold what a client typed.
#[allow(clippy::print_stderr, reason = "a place in our own code is all that may be told")]
fn report(place: Option<&std::panic::Location>) {
    match place {
        Some(place) => eprintln!("Handrail stopped at {place}"),
        None => eprintln!("Handrail stopped"),
    }
}
