//! Other programs: what they are called, running them, and what they said.

use std::io::{BufRead, BufReader};
use std::path::{Path, PathBuf};
use std::process::{Command, ExitStatus, Stdio};

use crate::trouble::{Outcome, Trouble};

/// The cargo that runs this program.
pub fn cargo(folder: &Path) -> Command {
    let mut cargo = Command::new(std::env::var_os("CARGO").unwrap_or_else(|| "cargo".into()));
    cargo.current_dir(folder);
    cargo
}

/// How npm is called on this system.
pub const NPM: &str = if cfg!(windows) { "npm.cmd" } else { "npm" };
/// How Maven is called on this system.
pub const MAVEN: &str = if cfg!(windows) { "mvn.cmd" } else { "mvn" };

/// npm, in that folder.
pub fn npm(folder: &Path) -> Command {
    let mut npm = Command::new(NPM);
    npm.current_dir(folder);
    npm
}

/// Node, in that folder.
pub fn node(folder: &Path) -> Command {
    let mut node = Command::new("node");
    node.current_dir(folder);
    node
}

/// Whether a program can be found where the system looks for programs.
pub fn exists(name: &str) -> bool {
    place(name).is_some()
}

/// Where the system finds a program. A name without an ending gets this system's.
pub fn place(name: &str) -> Option<PathBuf> {
    let paths = std::env::var_os("PATH")?;
    let mut file = PathBuf::from(name);
    if file.extension().is_none() {
        file.set_extension(std::env::consts::EXE_EXTENSION);
    }
    std::env::split_paths(&paths).map(|folder| folder.join(&file)).find(|path| path.is_file())
}

/// Runs it, its words going to the terminal.
pub fn run(command: &mut Command) -> Outcome {
    let status = command.status().map_err(|error| did_not_start(command, &error))?;
    ended(command, status)
}

/// Runs it and gives what it said on standard output.
pub fn ask(command: &mut Command) -> Outcome<String> {
    let output = command.stderr(Stdio::inherit()).output().map_err(|error| did_not_start(command, &error))?;
    ended(command, output.status)?;
    Ok(String::from_utf8_lossy(&output.stdout).into_owned())
}

/// Runs it, its words going to the terminal, and gives how it ended and the lines of its standard output.
pub fn listen(command: &mut Command) -> Outcome<(ExitStatus, Vec<String>)> {
    let mut child = command.stdout(Stdio::piped()).spawn().map_err(|error| did_not_start(command, &error))?;
    let mut lines = Vec::new();
    if let Some(output) = child.stdout.take() {
        for line in BufReader::new(output).split(b'\n') {
            let Ok(line) = line else { break };
            let line = String::from_utf8_lossy(&line).into_owned();
            println!("{line}");
            lines.push(line);
        }
    }
    let status = child.wait().map_err(|error| did_not_start(command, &error))?;
    Ok((status, lines))
}

/// Becomes that program. Comes back only if it cannot be started, or where a program cannot become another.
pub fn become_it(command: &mut Command) -> Outcome {
    #[cfg(unix)]
    {
        use std::os::unix::process::CommandExt;
        let error = command.exec();
        Err(did_not_start(command, &error))
    }
    #[cfg(not(unix))]
    run(command)
}

/// What was run, as one would type it.
fn typed(command: &Command) -> String {
    let mut words = vec![command.get_program().to_string_lossy().into_owned()];
    words.extend(command.get_args().map(|word| word.to_string_lossy().into_owned()));
    words.join(" ")
}

fn did_not_start(command: &Command, error: &std::io::Error) -> Trouble {
    Trouble::new(format!("`{}` could not be started: {error}", typed(command)))
}

fn ended(command: &Command, status: ExitStatus) -> Outcome {
    if status.success() {
        return Ok(());
    }
    let how = status.code().map_or_else(|| "was stopped".to_owned(), |code| format!("ended with {code}"));
    Err(Trouble::new(format!("`{}` {how}.", typed(command))))
}
