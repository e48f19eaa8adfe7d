//! The app for Android: APK and AAB.

use std::fs;
use std::path::{Path, PathBuf};

use pico_args::Arguments;

use crate::markup::{self, Element};
use crate::no_more;
use crate::phone::{self, Facts, Lack, Machine, Ours, ThisMachine};
use crate::program;
use crate::setup::{self, Need};
use crate::tree::{self, Tree};
use crate::trouble::{Outcome, Trouble};
use crate::ui;

const PROJECT: &str = "src-tauri/gen/android";
/// What the rest of the project was written for; goes with it.
const STAMP: &str = "src-tauri/gen/android/.written-for";
const RESOURCES: &str = "src-tauri/gen/android/app/src/main/res";

/// The processors of Android.
const TARGETS: &[&str] =
    &["aarch64-linux-android", "armv7-linux-androideabi", "i686-linux-android", "x86_64-linux-android"];

/// The oldest Java that Android's build runs on.
const OLDEST_JAVA: u32 = 17;

/// All that the app asks the system for: to remind, also after a restart, and at the minute.
pub const PERMISSIONS: &[&str] = &[
    "android.permission.POST_NOTIFICATIONS",
    "android.permission.RECEIVE_BOOT_COMPLETED",
    "android.permission.SCHEDULE_EXACT_ALARM",
    "android.permission.USE_EXACT_ALARM",
];

/// A permission that the libraries of every app declare for that app alone, so that no other app can reach its receivers.
const OWN_PERMISSION: &str = ".DYNAMIC_RECEIVER_NOT_EXPORTED_PERMISSION";

/// What is put into the class of the web view, at its end: keyboards do not learn from what is typed (Android 8 and newer).
pub const LEARNS_NOTHING: (&str, &str) = (
    "WRY_RUSTWEBVIEW_CLASS_EXTENSION",
    "override fun onCreateInputConnection(outAttrs: android.view.inputmethod.EditorInfo): \
     android.view.inputmethod.InputConnection? {
        val connection = super.onCreateInputConnection(outAttrs)
        outAttrs.imeOptions =
            outAttrs.imeOptions or android.view.inputmethod.EditorInfo.IME_FLAG_NO_PERSONALIZED_LEARNING
        return connection
    }",
);

/// And where it is made: the page may ask neither where the device is nor for what other apps hold, and keeps nothing;
/// what a web view kept before is taken away. Android's has no private mode, and the page uses none of these stores.
pub const KEEPS_NOTHING: (&str, &str) = (
    "WRY_RUSTWEBVIEW_CLASS_INIT",
    "settings.setGeolocationEnabled(false)
        settings.allowContentAccess = false
        settings.domStorageEnabled = false
        settings.databaseEnabled = false
        settings.saveFormData = false
        settings.cacheMode = WebSettings.LOAD_NO_CACHE
        CookieManager.getInstance().setAcceptCookie(false)
        CookieManager.getInstance().removeAllCookies(null)
        WebStorage.getInstance().deleteAllData()
        clearAllBrowsingData()",
);

/// Builds both packages: to try out unless `--release` is said, and signed with a key of the client's own only if the
/// environment names one.
pub fn perform(tree: &Tree, mut arguments: Arguments) -> Outcome {
    let release = arguments.contains("--release");
    no_more(arguments)?;
    phone::refuse("Android", &lacks(&ThisMachine))?;
    setup::prepare(tree, Need::Core)?;
    ui::build(tree)?;
    let facts = Facts::read(tree)?;
    write(tree)?;
    let configuration = facts.configuration();
    let mut build = phone::tauri(tree, &["android", "build", "--ci", "--config", &configuration]);
    if !release {
        build.arg("--debug");
    }
    build.envs([LEARNS_NOTHING, KEEPS_NOTHING]).args(["--", "--locked"]);
    program::run(&mut build)?;
    is_no_wider(tree, &facts.identifier)?;
    println!("APK and AAB lie in {}", tree.path(PROJECT).join("app/build/outputs").display());
    Ok(())
}

/// What this machine lacks.
fn lacks(machine: &dyn Machine) -> Vec<Lack> {
    let mut found = Vec::new();
    found.extend(missing_java(machine));
    let sdk = folder(machine, "ANDROID_HOME");
    match &sdk {
        None => found.push(Lack::new(
            "the Android SDK (ANDROID_HOME names no folder)",
            "Install Android Studio or its command-line tools (https://developer.android.com/studio), then set \
             ANDROID_HOME to the SDK's folder.",
        )),
        Some(sdk) if !machine.has(&sdk.join("licenses")) => found.push(Lack::new(
            "the licences of the Android SDK, which nobody has read here yet",
            "Run: sdkmanager --licenses",
        )),
        Some(_) => {}
    }
    if folder(machine, "NDK_HOME").is_none_or(|ndk| !machine.has(&ndk.join("source.properties"))) {
        found.push(Lack::new(
            "the Android NDK (NDK_HOME names no folder that holds one)",
            "Run: sdkmanager --install \"ndk;28.2.13676358\", then set NDK_HOME to $ANDROID_HOME/ndk/28.2.13676358.",
        ));
    }
    found.extend(phone::missing_targets(machine, TARGETS));
    found
}

fn folder(machine: &dyn Machine, variable: &str) -> Option<PathBuf> {
    machine.variable(variable).map(PathBuf::from).filter(|path| machine.has(path))
}

/// The compiler is asked, not `java`: many machines have only what runs Java.
fn missing_java(machine: &dyn Machine) -> Option<Lack> {
    let home = machine.variable("JAVA_HOME").map(|home| Path::new(&home).join("bin/javac"));
    let said = machine.says(&home.unwrap_or_else(|| "javac".into()), &["--version"]);
    let version = said.as_deref().and_then(|said| said.split([' ', '.', '\n']).nth(1)?.parse::<u32>().ok());
    if version.is_some_and(|version| version >= OLDEST_JAVA) {
        return None;
    }
    let there = version.map(|version| format!("; there is {version}")).unwrap_or_default();
    Some(Lack::new(
        format!("a Java development kit, {OLDEST_JAVA} or newer{there}"),
        "On Debian: apt-get install default-jdk-headless. Elsewhere: https://adoptium.net. JAVA_HOME names one of several.",
    ))
}

/// Writes what of the project is not ours, where Tauri's command line or the configuration changed, and the icons.
fn write(tree: &Tree) -> Outcome {
    let ours = Ours::read(tree, "android")?;
    let stamp = tree.path(STAMP);
    let wanted = format!("{}{}", phone::generator(tree)?, tree::read(&tree.path("src-tauri/tauri.conf.json"))?);
    if fs::read_to_string(&stamp).ok().as_ref() != Some(&wanted) {
        ours.keep_only(&tree.path(PROJECT))?;
        let written = program::run(&mut phone::tauri(tree, &["android", "init", "--ci", "--skip-targets-install"]));
        ours.restore()?;
        written?;
        fs::write(&stamp, wanted).map_err(|error| Trouble::file(&stamp, &error))?;
    }
    phone::copy_all(&tree.path("icons/android"), &tree.path(RESOURCES))
}

/// Looks at what the build made of all manifests together: a library may bring a permission of its own, or a door.
fn is_no_wider(tree: &Tree, identifier: &str) -> Outcome {
    let merged = tree.path(PROJECT).join("app/build/intermediates/merged_manifests");
    let mut manifests = Vec::new();
    find(&merged, "AndroidManifest.xml", &mut manifests)?;
    if manifests.is_empty() {
        return Err(Trouble::new(format!("{} holds no manifest", merged.display())));
    }
    for path in manifests {
        let manifest = markup::parse(&tree::read(&path)?)?;
        for (what, found) in [
            ("The app would ask for", too_much(&manifest, identifier)),
            ("Other apps would reach", reachable(&manifest, identifier)),
        ] {
            if !found.is_empty() {
                return Err(Trouble::new(format!("{what} {}: {} says so.", found.join(", "), path.display())));
            }
        }
    }
    Ok(())
}

/// The permissions in a whole manifest that are not on our list.
fn too_much<'a>(manifest: &'a Element, identifier: &str) -> Vec<&'a str> {
    let own = format!("{identifier}{OWN_PERMISSION}");
    let asked = manifest.children.iter().filter(|child| child.name.starts_with("uses-permission"));
    let names = asked.map(|permission| permission.attribute("android:name"));
    names.filter(|name| !PERMISSIONS.contains(name) && *name != own).collect()
}

/// What other apps reach of a whole manifest beside the app's one window. What hears something is reached unless the
/// manifest says that it is not.
fn reachable<'a>(manifest: &'a Element, identifier: &str) -> Vec<&'a str> {
    let window = format!("{identifier}.MainActivity");
    let parts = manifest.children.iter().filter(|child| child.name == "application").flat_map(|it| &it.children);
    let reached = parts.filter(|part| match part.attribute("android:exported") {
        "false" => false,
        "" => part.all("intent-filter").next().is_some(),
        _ => true,
    });
    reached.map(|part| part.attribute("android:name")).filter(|name| *name != window).collect()
}

fn find(folder: &Path, name: &str, found: &mut Vec<PathBuf>) -> Outcome {
    for entry in fs::read_dir(folder).map_err(|error| Trouble::file(folder, &error))? {
        let path = entry.map_err(|error| Trouble::file(folder, &error))?.path();
        if path.is_dir() {
            find(&path, name, found)?;
        } else if path.file_name().is_some_and(|file| file == name) {
            found.push(path);
        }
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::phone::tests::Pretend;

    const ALL_TARGETS: &str =
        "aarch64-linux-android\narmv7-linux-androideabi\ni686-linux-android\nx86_64-linux-android\n";

    fn whole() -> Pretend {
        Pretend {
            system: "linux",
            variables: [("ANDROID_HOME", "/sdk"), ("NDK_HOME", "/ndk")].into(),
            places: vec!["/sdk", "/sdk/licenses", "/ndk", "/ndk/source.properties"],
            answers: [("javac --version", "javac 17.0.15\n"), ("rustup target list --installed", ALL_TARGETS)].into(),
        }
    }

    fn missing(machine: &Pretend) -> Vec<String> {
        lacks(machine).into_iter().map(|lack| lack.what).collect()
    }

    #[test]
    fn a_whole_machine_lacks_nothing() {
        assert_eq!(missing(&whole()), Vec::<String>::new());
    }

    #[test]
    fn a_bare_machine_is_told_everything() {
        let found = missing(&Pretend { system: "linux", ..Pretend::default() });
        let begins = ["a Java development kit", "the Android SDK", "the Android NDK", "Rust for aarch64-linux-android"];
        assert_eq!(found.len(), begins.len(), "{found:?}");
        assert!(found.iter().zip(begins).all(|(what, begin)| what.starts_with(begin)), "{found:?}");
    }

    #[test]
    fn each_thing_is_missed_for_itself() {
        let old = Pretend { answers: [("javac --version", "javac 11.0.2")].into(), ..Pretend::default() };
        assert!(missing(&old).first().unwrap().ends_with("; there is 11"));

        let mut unread = whole();
        unread.places.retain(|place| *place != "/sdk/licenses");
        assert!(matches!(missing(&unread).as_slice(), [one] if one.contains("licences")));

        let mut empty = whole();
        empty.places.retain(|place| *place != "/ndk/source.properties");
        assert!(matches!(missing(&empty).as_slice(), [one] if one.contains("NDK")));

        let mut named = whole();
        named.variables.insert("JAVA_HOME", "/jdk");
        assert!(matches!(missing(&named).as_slice(), [one] if one.contains("Java")));
        named.answers.insert("/jdk/bin/javac --version", "javac 21");
        assert_eq!(missing(&named), Vec::<String>::new());
    }

    #[test]
    fn a_permission_that_a_library_brings_is_seen_in_the_whole_manifest() {
        let asked = |what: &str| {
            let manifest = markup::parse(&format!("<manifest><{what}/><application/></manifest>")).unwrap();
            too_much(&manifest, "app.x").len()
        };
        for fine in PERMISSIONS.iter().copied().chain(["app.x.DYNAMIC_RECEIVER_NOT_EXPORTED_PERMISSION"]) {
            assert_eq!(asked(&format!("uses-permission android:name=\"{fine}\"")), 0, "{fine}");
        }
        for wrong in ["android.permission.INTERNET", "app.y.DYNAMIC_RECEIVER_NOT_EXPORTED_PERMISSION"] {
            assert_eq!(asked(&format!("uses-permission android:name=\"{wrong}\"")), 1, "{wrong}");
        }
        assert_eq!(asked("uses-permission-sdk-23 android:name=\"android.permission.CAMERA\""), 1);
    }

    #[test]
    fn a_door_that_a_library_brings_is_seen_in_the_whole_manifest() {
        let reached = |parts: &str| {
            let manifest = format!("<manifest><application>{parts}</application></manifest>");
            let manifest = markup::parse(&manifest).unwrap();
            reachable(&manifest, "app.x").into_iter().map(str::to_owned).collect::<Vec<_>>()
        };
        let filter = "<intent-filter><action android:name=\"b\"/></intent-filter>";
        for fine in [
            "<activity android:name=\"app.x.MainActivity\" android:exported=\"true\"/>".to_owned(),
            "<provider android:name=\"a\"/><meta-data android:name=\"c\"/>".to_owned(),
            format!("<receiver android:name=\"a\" android:exported=\"false\">{filter}</receiver>"),
        ] {
            assert_eq!(reached(&fine), Vec::<String>::new(), "{fine}");
        }
        for wrong in [
            "<receiver android:name=\"a\" android:exported=\"true\" android:permission=\"p\"/>".to_owned(),
            "<activity-alias android:name=\"a\" android:exported=\"true\"/>".to_owned(),
            "<service android:name=\"a\" android:exported=\"@bool/yes\"/>".to_owned(),
            "<activity android:name=\"a\" android:exported=\"true\"/>".to_owned(),
            format!("<receiver android:name=\"a\">{filter}</receiver>"),
        ] {
            assert_eq!(reached(&wrong), ["a"], "{wrong}");
        }
    }
}
