//! The app for iOS: an IPA, on a Mac.

use std::path::Path;

use pico_args::Arguments;

use crate::no_more;
use crate::phone::{self, Facts, Lack, Machine, Ours, ThisMachine};
use crate::program;
use crate::setup::{self, Need};
use crate::tree::Tree;
use crate::trouble::{Outcome, Trouble};
use crate::ui;

const PROJECT: &str = "src-tauri/gen/apple";
const ICONS: &str = "src-tauri/gen/apple/Assets.xcassets/AppIcon.appiconset";

/// The processor of every iPhone and iPad that runs iOS 15.
const TARGETS: &[&str] = &["aarch64-apple-ios"];

/// Any of these in the environment says who signs.
const SIGNERS: &[&str] = &["APPLE_DEVELOPMENT_TEAM", "IOS_CERTIFICATE", "APPLE_API_KEY"];

/// Builds the package: to try out unless `--release` is said, and unsigned unless the environment says who signs.
pub fn perform(tree: &Tree, mut arguments: Arguments) -> Outcome {
    let release = arguments.contains("--release");
    no_more(arguments)?;
    phone::refuse("iOS", &lacks(&ThisMachine))?;
    setup::prepare(tree, Need::Core)?;
    ui::build(tree)?;
    let facts = Facts::read(tree)?;
    let ours = Ours::read(tree, "apple")?;
    let built = write(tree, &facts).and_then(|()| build(tree, &facts, release, signs(&ThisMachine)));
    // The command line writes the version into Info.plist, and plugins may add to it.
    ours.restore()?;
    built?;
    println!("The package lies in {}", tree.path(PROJECT).join("build").display());
    Ok(())
}

/// What this machine lacks. CocoaPods is not asked for: the project uses none.
fn lacks(machine: &dyn Machine) -> Vec<Lack> {
    let mut found = Vec::new();
    if machine.system() != "macos" {
        found.push(Lack::new("macOS", "Apple's tools run on a Mac only: please build there."));
    }
    if machine.says(Path::new("xcodebuild"), &["-version"]).is_none() {
        found.push(Lack::new(
            "Xcode",
            "Install it from the App Store, open it once, then run: xcode-select -s /Applications/Xcode.app",
        ));
    }
    if machine.says(Path::new("xcodegen"), &["--version"]).is_none() {
        found.push(Lack::new(
            "XcodeGen, which makes the Xcode project",
            "With Homebrew (https://brew.sh): brew install xcodegen",
        ));
    }
    found.extend(phone::missing_targets(machine, TARGETS));
    found
}

fn signs(machine: &dyn Machine) -> bool {
    SIGNERS.iter().any(|name| machine.variable(name).is_some())
}

/// Makes the Xcode project of what is ours, with the icons.
fn write(tree: &Tree, facts: &Facts) -> Outcome {
    phone::copy_all(&tree.path("icons/ios"), &tree.path(ICONS))?;
    let project = tree.path(PROJECT);
    for folder in ["Externals", "assets"] {
        let folder = project.join(folder);
        std::fs::create_dir_all(&folder).map_err(|error| Trouble::file(&folder, &error))?;
    }
    let mut xcodegen = std::process::Command::new("xcodegen");
    xcodegen.current_dir(&project).args(["generate", "--spec", "project.yml"]);
    program::run(xcodegen.envs([
        ("HANDRAIL_NAME", &facts.name),
        ("HANDRAIL_IDENTIFIER", &facts.identifier),
        ("HANDRAIL_VERSION", &facts.version),
        ("HANDRAIL_OLDEST_IOS", &facts.oldest_ios),
    ]))
}

fn build(tree: &Tree, facts: &Facts, release: bool, signed: bool) -> Outcome {
    let configuration = facts.configuration();
    let mut build = phone::tauri(tree, &["ios", "build", "--ci", "--target", "aarch64", "--config", &configuration]);
    if !release {
        build.arg("--debug");
    }
    if !signed {
        build.arg("--no-sign");
    }
    program::run(build.args(["--", "--locked"]))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::phone::tests::Pretend;

    fn whole() -> Pretend {
        Pretend {
            system: "macos",
            answers: [
                ("xcodebuild -version", "Xcode 26.3\n"),
                ("xcodegen --version", "Version: 2.44.1\n"),
                ("rustup target list --installed", "aarch64-apple-ios\n"),
            ]
            .into(),
            ..Pretend::default()
        }
    }

    fn missing(machine: &Pretend) -> Vec<String> {
        lacks(machine).into_iter().map(|lack| lack.what).collect()
    }

    #[test]
    fn a_whole_mac_lacks_nothing() {
        assert_eq!(missing(&whole()), Vec::<String>::new());
    }

    #[test]
    fn another_system_is_told_everything() {
        let found = missing(&Pretend { system: "linux", ..Pretend::default() });
        assert_eq!(found.first().map(String::as_str), Some("macOS"));
        assert_eq!(found.len(), 4, "{found:?}");
    }

    #[test]
    fn each_thing_is_missed_for_itself() {
        for (program, what) in [
            ("xcodebuild -version", "Xcode"),
            ("xcodegen --version", "XcodeGen, which makes the Xcode project"),
            ("rustup target list --installed", "Rust for aarch64-apple-ios"),
        ] {
            let mut machine = whole();
            machine.answers.remove(program);
            assert_eq!(missing(&machine), [what]);
        }
    }

    #[test]
    fn the_package_is_signed_only_if_the_environment_says_by_whom() {
        let mut machine = whole();
        assert!(!signs(&machine));
        machine.variables.insert("APPLE_DEVELOPMENT_TEAM", "ABCDE12345");
        assert!(signs(&machine));
    }
}
