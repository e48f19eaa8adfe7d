//! What was asked for on the command line.

use std::error::Error;
use std::path::PathBuf;

use app::Options;
use chrono::NaiveDateTime;
use domain::time::Zone;
use pico_args::Arguments;
use support::CHEAP;

/// What to do.
pub enum Choice {
    /// Write the TypeScript types into a folder.
    Bindings(PathBuf),
    /// Serve.
    Serve(Serve),
}

/// How to serve.
pub struct Serve {
    /// The folder of the record.
    pub folder: PathBuf,
    /// The port; 0: any that is free.
    pub port: u16,
    /// What every call must bring.
    pub token: String,
    /// Where the clock stands; `None`: the device's own clock.
    pub now: Option<NaiveDateTime>,
    /// The zone to be in; `None`: the device's own.
    pub zone: Option<Zone>,
    /// Whether to open the demo client.
    pub demo: bool,
    /// What a passphrase costs and what a write waits for; with `--quick` as little as can be: for tests of the page.
    pub options: Options,
}

/// Reads the command line.
pub fn read() -> Result<Choice, Box<dyn Error>> {
    let mut arguments = Arguments::from_env();
    if let Some(folder) = arguments.opt_value_from_str("--bindings")? {
        return finish(arguments, Choice::Bindings(folder));
    }
    let serve = Serve {
        folder: arguments.value_from_str("--dir")?,
        port: arguments.opt_value_from_str("--port")?.unwrap_or(0),
        token: match arguments.opt_value_from_str("--token")? {
            Some(token) => token,
            None => random_token()?,
        },
        now: arguments.opt_value_from_fn("--now", |text| support::read_civil(text).ok_or("not a civil time"))?,
        zone: arguments.opt_value_from_fn("--zone", |name| Zone::parse(name).ok_or("not a time zone"))?,
        demo: arguments.contains("--demo"),
        options: if arguments.contains("--quick") { CHEAP } else { Options::default() },
    };
    finish(arguments, Choice::Serve(serve))
}

fn finish(arguments: Arguments, choice: Choice) -> Result<Choice, Box<dyn Error>> {
    match arguments.finish().first() {
        None => Ok(choice),
        Some(left) => Err(format!("`{}` is not understood", left.to_string_lossy()).into()),
    }
}

fn random_token() -> Result<String, Box<dyn Error>> {
    let mut bytes = [0; 16];
    getrandom::fill(&mut bytes).map_err(|error| format!("no random numbers: {error}"))?;
    Ok(data_encoding::HEXLOWER.encode(&bytes))
}
