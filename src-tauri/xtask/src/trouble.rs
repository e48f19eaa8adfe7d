//! Why a command stopped.

use std::fmt;
use std::io;
use std::path::Path;

/// What a command answers.
pub type Outcome<T = ()> = Result<T, Trouble>;

/// Words for the person at the terminal, and the code to exit with.
#[derive(Debug)]
pub struct Trouble {
    words: String,
    code: u8,
}

impl Trouble {
    /// Something did not work.
    pub fn new(words: impl Into<String>) -> Self {
        Self { words: words.into(), code: 1 }
    }

    /// The command was not understood.
    pub fn usage(words: impl Into<String>) -> Self {
        Self { words: words.into(), code: 2 }
    }

    /// Everything is said already.
    pub fn silent() -> Self {
        Self::new("")
    }

    /// A file could not be read or written.
    pub fn file(path: &Path, error: &io::Error) -> Self {
        Self::new(format!("{}: {error}", path.display()))
    }

    /// The code to exit with.
    pub fn code(&self) -> u8 {
        self.code
    }
}

impl fmt::Display for Trouble {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.words.trim_end())
    }
}

impl From<pico_args::Error> for Trouble {
    fn from(error: pico_args::Error) -> Self {
        Self::usage(error.to_string())
    }
}
