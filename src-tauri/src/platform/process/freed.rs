//! Memory that is given back is wiped, also where C and the web view give it back: messages between the page and the
//! core pass through both. Rust's own memory is wiped by its allocator (lib.rs).

use std::ffi::OsString;
use std::os::unix::process::CommandExt;
use std::process::Command;

/// Settings of glibc's allocator, which reads them only while a program is loaded.
const TUNABLES: &str = "GLIBC_TUNABLES";
/// New memory is zeroes, and memory given back is filled with ones: at once, since no thread and no list of small
/// pieces keeps it aside (the GNU C Library manual, "Memory Allocation Tunables").
const WIPE: &str = "glibc.malloc.perturb=255:glibc.malloc.tcache_count=0:glibc.malloc.mxfast=0";
/// Has the web view, whose own allocator wipes nothing, use that of the system.
const SYSTEM_MALLOC: &str = "Malloc";

/// Begins anew with these settings, unless it began with them. Where that is refused, only Rust's memory is wiped.
pub fn wipe() {
    let set = std::env::var_os(TUNABLES).unwrap_or_default();
    if set.to_string_lossy().contains(WIPE) {
        return;
    }
    let Ok(program) = std::env::current_exe() else { return };
    let mut tunables = set;
    if !tunables.is_empty() {
        tunables.push(":");
    }
    tunables.push(WIPE);
    let mut arguments = std::env::args_os();
    let name = arguments.next().unwrap_or_else(|| OsString::from(&program));
    // Answers only where it failed.
    let _ = Command::new(program).arg0(name).args(arguments).env(TUNABLES, tunables).env(SYSTEM_MALLOC, "1").exec();
}

/// Has another program run without these settings, which would only slow it down.
pub fn leave_out(mut program: Command) -> Command {
    program.env_remove(TUNABLES).env_remove(SYSTEM_MALLOC);
    program
}
