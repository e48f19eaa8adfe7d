//! The TypeScript side of the operations, written from the Rust types.

use std::fmt::Write as _;
use std::io;
use std::path::{Path, PathBuf};

use ts_rs::{Config, TS};

use crate::change::Change;
use crate::failure::Failure;
use crate::operation::OPERATIONS;

/// Collects what the operations declare.
pub(crate) struct Declarations {
    config: Config,
    operations: String,
    imports: std::collections::BTreeSet<String>,
    failed: bool,
}

impl Declarations {
    fn export<T: TS + 'static>(&mut self) -> String {
        let name = T::name(&self.config);
        if T::output_path().is_some() {
            self.failed |= T::export_all(&self.config).is_err();
            self.imports.insert(name.clone());
            name
        } else {
            T::inline(&self.config)
        }
    }

    pub(crate) fn operation<Request: TS + 'static, Answer: TS + 'static>(&mut self, name: &str) {
        let request = self.export::<Request>();
        let answer = self.export::<Answer>();
        let _ = writeln!(self.operations, "  {name}: {{ request: {request}; answer: {answer} }};");
    }
}

/// Writes every wire type and the operation map into a folder.
///
/// # Errors
/// When a file cannot be written.
pub fn write(folder: &Path) -> io::Result<()> {
    let mut to = Declarations {
        config: Config::new().with_out_dir(PathBuf::from(folder)).with_large_int("number"),
        operations: String::new(),
        imports: std::collections::BTreeSet::new(),
        failed: false,
    };
    to.export::<Change>();
    to.export::<Failure>();
    for operation in OPERATIONS {
        (operation.declare)(&mut to);
    }
    if to.failed {
        return Err(io::Error::other("a type could not be written"));
    }
    let mut text = String::from("// Generated from the operations of the app crate. Do not edit.\n\n");
    for name in &to.imports {
        let _ = writeln!(text, "import type {{ {name} }} from './{name}';");
    }
    let names: Vec<String> = to.imports.iter().cloned().collect();
    let _ = write!(
        text,
        "\nexport type {{ {} }};\n\nexport interface Operations {{\n{}}}\n",
        names.join(", "),
        to.operations
    );
    std::fs::write(folder.join("operations.ts"), text)
}
