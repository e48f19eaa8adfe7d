//! Handrail in a browser on this machine: the real app behind a loopback address, for previews and for tests.
//! It is never part of a release.
//!
//! ```text
//! handrail-bridge --dir DIR [--port PORT] [--token TOKEN] [--now 2026-01-05T09:00] [--zone America/New_York] [--demo] [--quick]
//! handrail-bridge --bindings DIR
//! ```

mod changes;
mod choice;
mod clock;
mod core;
mod host;
mod page;

use std::error::Error;
use std::process::ExitCode;

use choice::Choice;
use core::Core;
use host::Host;

fn main() -> ExitCode {
    match perform() {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("handrail-bridge: {error}");
            ExitCode::FAILURE
        }
    }
}

fn perform() -> Result<(), Box<dyn Error>> {
    match choice::read()? {
        Choice::Bindings(folder) => Ok(app::bindings::write(&folder)?),
        Choice::Serve(serve) => {
            let core = Core::open(&serve)?;
            let host = Host::listen(core, serve.port, serve.token)?;
            println!("READY {}", host.address());
            host.serve();
            Ok(())
        }
    }
}
