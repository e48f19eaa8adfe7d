//! The project's commands. `cargo xtask` lists them.

mod android;
mod bench;
mod bindings;
mod bundle;
mod check;
mod icons;
mod ios;
mod markup;
mod phone;
mod pictures;
mod program;
mod run;
mod serve;
mod setup;
mod test;
mod torture;
mod tree;
mod trouble;
mod ui;

use std::process::ExitCode;

use pico_args::Arguments;
use tree::Tree;
use trouble::{Outcome, Trouble};

const USAGE: &str = "\
cargo xtask <command>

  run        set up, build and open Handrail; without a display, the browser preview with the demo client
  demo       the same with the demo client, beside your own record
  test       set up, then every test: Rust, UI, browser, window, torture in its short form
               --only rust|ui|browser|window|torture|android|touch
               --android adds the tests of the Kotlin side, which need a JDK and Maven
  check      format, lints, types, bindings, dependency direction, catalogues, what comes from others
  serve      Handrail in a browser, on this machine alone
               --dir DIR --port PORT --token TOKEN
               [--now 2026-01-05T09:00 --zone America/New_York] [--demo]
  bench      the benchmarks, each figure with its aim
               [--json] [--only operations|window|idle|size|touch]
  torture    kills, cuts, floods and searches the record, each figure with its aim; the long form takes hours
               [--short] [--only ROW] [--seed NUMBER] [--times NUMBER]
  bundle     release build and this system's package; --try installs the .deb into a bare Debian, as root
               [--try] [--packages deb,appimage|nsis|dmg]
  android    the app for Android, APK and AAB; says what the machine lacks for it
               [--release]
  ios        the app for iOS, on a Mac; says what the machine lacks for it
               [--release]
  bindings   write the TypeScript types of the operations
  icons      write every icon set from icons/set.json
  pictures   a picture of each screen, phone and desktop, light and dark
               [--into DIR] [--readme]
";

fn main() -> ExitCode {
    let mut arguments = Arguments::from_env();
    let command = arguments.subcommand();
    match command.map_err(Trouble::from).and_then(|command| perform(command.as_deref(), arguments)) {
        Ok(()) => ExitCode::SUCCESS,
        Err(trouble) => {
            let words = trouble.to_string();
            if !words.is_empty() {
                eprintln!("{words}");
            }
            ExitCode::from(trouble.code())
        }
    }
}

fn perform(command: Option<&str>, arguments: Arguments) -> Outcome {
    let tree = Tree::find()?;
    match command {
        Some("run") => plain(arguments, || run::open(&tree, run::Client::Own)),
        Some("demo") => plain(arguments, || run::open(&tree, run::Client::Demo)),
        Some("test") => test::perform(&tree, arguments),
        Some("check") => plain(arguments, || check::perform(&tree)),
        Some("serve") => serve::perform(&tree, arguments),
        Some("bench") => bench::perform(&tree, arguments),
        Some("torture") => torture::perform(&tree, arguments),
        Some("bundle") => bundle::perform(&tree, arguments),
        Some("android") => android::perform(&tree, arguments),
        Some("ios") => ios::perform(&tree, arguments),
        Some("bindings") => plain(arguments, || bindings::write(&tree)),
        Some("icons") => plain(arguments, || icons::write(&tree)),
        Some("pictures") => pictures::perform(&tree, arguments),
        Some(unknown) => Err(Trouble::usage(format!("There is no command `{unknown}`.\n\n{USAGE}"))),
        None => Err(Trouble::usage(USAGE)),
    }
}

/// A command that takes no arguments.
fn plain(arguments: Arguments, act: impl FnOnce() -> Outcome) -> Outcome {
    no_more(arguments)?;
    act()
}

/// Refuses what no command asked for.
fn no_more(arguments: Arguments) -> Outcome {
    match arguments.finish().first() {
        None => Ok(()),
        Some(left) => Err(Trouble::usage(format!("`{}` is not understood.\n\n{USAGE}", left.to_string_lossy()))),
    }
}
