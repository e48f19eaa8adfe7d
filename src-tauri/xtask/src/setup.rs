//! What a fresh machine lacks: system packages, and the packages of the UI. Says what it installs, then installs it.

use std::path::{Path, PathBuf};
use std::process::Command;
use std::{env, fs};

use crate::program;
use crate::tree::Tree;
use crate::trouble::{Outcome, Trouble};

/// How much of the house is about to be built.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Need {
    /// The tests of the Android side, which stand for themselves.
    Kotlin,
    /// The core and the bridge.
    Core,
    /// The window too.
    Window,
    /// A package of the release.
    Package,
    /// A package, and a bare Debian to try it in.
    Trial,
    /// Everything that tests drive.
    Tests,
}

impl Need {
    /// Whether what that least need wants is wanted here too.
    fn holds(self, least: Self) -> bool {
        match (self, least) {
            (Self::Kotlin, _) | (_, Self::Kotlin) => self == least,
            // Tests build no package.
            (Self::Tests, Self::Package | Self::Trial) => false,
            _ => least <= self,
        }
    }
}

/// Debian packages by the least need that wants them.
const DEBIAN: &[(Need, &[&str])] = &[
    (Need::Kotlin, &["default-jdk-headless", "maven"]),
    (Need::Core, &["build-essential", "pkg-config", "perl"]),
    (Need::Window, &["libwebkit2gtk-4.1-dev", "librsvg2-dev", "file"]),
    (Need::Package, &["libssl-dev"]),
    (Need::Trial, &["debootstrap", "curl"]),
    (
        Need::Tests,
        &[
            "xvfb",
            "xauth",
            "webkit2gtk-driver",
            "dbus",
            "dbus-daemon",
            "dbus-tests",
            "dunst",
            "gnome-keyring",
            "libglib2.0-bin",
            "imagemagick",
            CHROMIUM[0],
            "x11-utils",
            "xclip",
            "xdotool",
            "openbox",
            "wmctrl",
            "poppler-utils",
            "at-spi2-core",
            "python3-gi",
            "strace",
        ],
    ),
];

/// What proves on another Linux that the need is met.
const PROGRAMS: &[(Need, &[&str])] = &[
    (Need::Kotlin, &["javac", program::MAVEN]),
    (Need::Core, &["cc", "perl"]),
    (
        Need::Tests,
        &[
            "Xvfb",
            "xvfb-run",
            "WebKitWebDriver",
            "dbus-run-session",
            "dbus-test-tool",
            "dunst",
            "gnome-keyring-daemon",
            "gdbus",
            "import",
            CHROMIUM[1],
            "xclip",
            "xdotool",
            "xprop",
            "strace",
            "pdftotext",
        ],
    ),
];

/// The browser that the specs drive: Debian has it without its window too, and elsewhere it comes whole.
const CHROMIUM: [&str; 2] = ["chromium-headless-shell", "chromium"];

/// The page's packages.
const UI: &str = "ui";
/// The browser specs' packages.
pub const BROWSER: &str = "tests/browser";
/// Every folder with npm packages of its own.
pub const PACKAGES: &[&str] = &[UI, BROWSER];

/// The cargo-deny that the checks are made with.
const CARGO_DENY: &str = "0.20.2";

/// Makes the machine ready for that need.
pub fn prepare(tree: &Tree, need: Need) -> Outcome {
    system(need)?;
    if need == Need::Kotlin {
        return Ok(());
    }
    node()?;
    packages(tree, UI)?;
    if need == Need::Tests {
        packages(tree, BROWSER)?;
    }
    Ok(())
}

/// The system's own packages.
fn system(need: Need) -> Outcome {
    if !cfg!(target_os = "linux") && need != Need::Kotlin {
        if need == Need::Tests {
            println!("Set-up: the window tests run on Linux only.");
        }
        return Ok(());
    }
    let named = env::var_os("CHROMIUM").map(PathBuf::from);
    if program::exists("dpkg-query") && program::exists("apt-get") {
        return debian(&without_named(wanted(DEBIAN, need), named.as_deref()));
    }
    elsewhere(need, named.as_deref())
}

fn wanted(table: &[(Need, &[&'static str])], need: Need) -> Vec<&'static str> {
    table.iter().filter(|(least, _)| need.holds(*least)).flat_map(|(_, names)| names.iter().copied()).collect()
}

/// What is still wanted where a browser was named, as the specs take it: Ubuntu has no Chromium that apt installs.
fn without_named<'a>(mut wanted: Vec<&'a str>, browser: Option<&Path>) -> Vec<&'a str> {
    if browser.is_some_and(Path::is_file) {
        wanted.retain(|name| !CHROMIUM.contains(name));
    }
    wanted
}

fn debian(wanted: &[&str]) -> Outcome {
    // dpkg-query fails when it does not know one of them; what it says of the others still counts.
    let answer = Command::new("dpkg-query")
        .args(["-W", "-f=${Package} ${db:Status-Status}\n"])
        .args(wanted)
        .output()
        .map_err(|error| Trouble::new(format!("dpkg-query could not be started: {error}")))?;
    let missing = missing(wanted, &String::from_utf8_lossy(&answer.stdout));
    if missing.is_empty() {
        return Ok(());
    }
    println!("Set-up: installing with apt-get: {}", missing.join(" "));
    apt(&["update"])?;
    let mut install = vec!["install", "-y", "--no-install-recommends"];
    install.extend(missing);
    apt(&install)
}

/// Those that dpkg-query does not call installed.
fn missing<'a>(wanted: &[&'a str], answer: &str) -> Vec<&'a str> {
    let installed: Vec<&str> = answer.lines().filter_map(|line| line.trim().strip_suffix(" installed")).collect();
    wanted.iter().copied().filter(|name| !installed.contains(name)).collect()
}

fn apt(arguments: &[&str]) -> Outcome {
    let root = program::ask(Command::new("id").arg("-u"))?.trim() == "0";
    let mut command = if root {
        let mut apt = Command::new("apt-get");
        apt.env("DEBIAN_FRONTEND", "noninteractive");
        apt
    } else if program::exists("sudo") {
        let mut sudo = Command::new("sudo");
        sudo.args(["DEBIAN_FRONTEND=noninteractive", "apt-get"]);
        sudo
    } else {
        return Err(Trouble::new(format!("As root, please run: apt-get {}", arguments.join(" "))));
    };
    program::run(command.args(arguments))
}

/// A system without apt: says what is wanted by the names that Debian uses, and stops.
fn elsewhere(need: Need, browser: Option<&Path>) -> Outcome {
    let mut lacking = without_named(wanted(PROGRAMS, need), browser);
    lacking.retain(|name| !program::exists(name));
    if need >= Need::Window && !library("webkit2gtk-4.1") {
        lacking.push("the development files of webkit2gtk-4.1");
    }
    if lacking.is_empty() {
        return Ok(());
    }
    Err(Trouble::new(format!(
        "This system lacks: {}.\nPlease install what your system calls these packages of Debian:\n  {}",
        lacking.join(", "),
        wanted(DEBIAN, need).join(" ")
    )))
}

fn library(name: &str) -> bool {
    Command::new("pkg-config").args(["--exists", name]).status().is_ok_and(|status| status.success())
}

/// Node and npm, new enough for the build of the UI.
fn node() -> Outcome {
    let wanted = "Handrail's UI is built with Node 20.19 or newer (https://nodejs.org)";
    if !program::exists("node") || !program::exists(program::NPM) {
        return Err(Trouble::new(format!("{wanted}. Node or npm was not found; please install it.")));
    }
    let version = program::ask(Command::new("node").arg("--version"))?;
    if new_enough(version.trim()) {
        return Ok(());
    }
    Err(Trouble::new(format!("{wanted}. This is Node {}; please install a newer one.", version.trim())))
}

/// What Vite asks for: 20.19, 22.12, or any later line.
fn new_enough(version: &str) -> bool {
    let mut numbers = version.trim_start_matches('v').split('.').map_while(|part| part.parse::<u32>().ok());
    match (numbers.next(), numbers.next()) {
        (Some(20), Some(minor)) => minor >= 19,
        (Some(22), Some(minor)) => minor >= 12,
        (Some(major), Some(_)) => major > 22,
        _ => false,
    }
}

/// The npm packages of a folder, as its lock file has them. A copy of that lock file beside them tells whether they still are.
fn packages(tree: &Tree, folder: &str) -> Outcome {
    let folder = tree.path(folder);
    let lock = folder.join("package-lock.json");
    let stamp = folder.join("node_modules/.installed-lock.json");
    let wanted = fs::read(&lock).map_err(|error| Trouble::file(&lock, &error))?;
    if fs::read(&stamp).is_ok_and(|installed| installed == wanted) {
        return Ok(());
    }
    println!("Set-up: installing the npm packages of {}", tree.name(&folder));
    install(&folder)?;
    fs::write(&stamp, wanted).map_err(|error| Trouble::file(&stamp, &error))
}

fn install(folder: &Path) -> Outcome {
    // Chromium is the system's own: no test tool brings another.
    let mut npm = program::npm(folder);
    program::run(npm.args(["ci", "--no-audit", "--no-fund"]).env("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1"))
}

/// cargo-deny, of one version everywhere: the machine's own, or one that is built into cargo's folder.
pub fn cargo_deny(tree: &Tree) -> Outcome<PathBuf> {
    let built = tree.built("tools/bin", "cargo-deny");
    let places = [program::place("cargo-deny"), Some(built.clone())];
    if let Some(found) = places.into_iter().flatten().find(|place| is_cargo_deny(place)) {
        return Ok(found);
    }
    println!("Set-up: building cargo-deny {CARGO_DENY} into {}. This takes some minutes.", built.display());
    let mut cargo = program::cargo(tree.root());
    cargo.args(["install", "--locked", "--quiet", "--version", CARGO_DENY, "cargo-deny", "--root"]);
    // Unoptimised it is built in half the time, and still done in seconds.
    program::run(cargo.arg(tree.target("tools")).arg("--debug"))?;
    Ok(built)
}

fn is_cargo_deny(place: &Path) -> bool {
    let answer = Command::new(place).arg("--version").output();
    answer.is_ok_and(|said| String::from_utf8_lossy(&said.stdout).trim() == format!("cargo-deny {CARGO_DENY}"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_not_wholly_installed_is_missing() {
        let answer = "perl installed\nxvfb config-files\npkg-config installed\n";
        assert_eq!(missing(&["perl", "xvfb", "pkg-config", "dunst"], answer), ["xvfb", "dunst"]);
    }

    #[test]
    fn a_browser_that_is_there_under_the_name_given_is_not_installed() {
        let tests = || wanted(DEBIAN, Need::Tests);
        let own = env::current_exe().unwrap();
        assert!(!without_named(tests(), Some(&own)).contains(&CHROMIUM[0]));
        assert_eq!(without_named(tests(), Some(&own)).len() + 1, tests().len());
        assert!(!without_named(wanted(PROGRAMS, Need::Tests), Some(&own)).contains(&CHROMIUM[1]));
        for none in [None, Some(Path::new("/nowhere/chromium"))] {
            assert_eq!(without_named(tests(), none), tests());
        }
    }

    #[test]
    fn a_need_holds_the_lesser_ones() {
        let window = wanted(DEBIAN, Need::Window);
        assert!(window.contains(&"perl") && window.contains(&"libwebkit2gtk-4.1-dev") && !window.contains(&"xvfb"));
        assert!(wanted(DEBIAN, Need::Tests).len() > window.len());
        assert!(wanted(DEBIAN, Need::Trial).contains(&"libssl-dev"));
        assert!(!wanted(DEBIAN, Need::Tests).contains(&"libssl-dev"));
    }

    #[test]
    fn the_tests_of_the_android_side_want_java_and_maven_and_nothing_else_does() {
        assert_eq!(wanted(DEBIAN, Need::Kotlin), ["default-jdk-headless", "maven"]);
        assert!(!wanted(DEBIAN, Need::Tests).contains(&"maven"));
        assert!(!wanted(PROGRAMS, Need::Tests).contains(&"javac"));
    }

    #[test]
    fn node_is_new_enough_from_20_19_on() {
        for good in ["v20.19.0", "v20.20.2", "v22.12.0", "v23.0.0", "v24.1.0"] {
            assert!(new_enough(good), "{good}");
        }
        for old in ["v18.20.4", "v20.18.3", "v21.7.0", "v22.11.0", "nonsense", ""] {
            assert!(!new_enough(old), "{old}");
        }
    }
}
