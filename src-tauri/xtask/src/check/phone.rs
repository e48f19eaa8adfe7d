//! What the app is to a phone's system, exactly: `phone.json` beside this file says it in one place, and whatever differs is
//! named. Who lets the app ask for more must say so there, where a reader sees it.

use std::collections::BTreeMap;

use serde_json::{Map, Value, json};

use super::graph::list;
use super::shell::{compare, held};
use crate::android;
use crate::markup::{self, Element};
use crate::tree::{self, Tree};
use crate::trouble::{Outcome, Trouble};

const EXPECTED: &str = include_str!("phone.json");

const ANDROID: &str = "src-tauri/gen/android/app";
const APPLE: &str = "src-tauri/gen/apple";
const PLUGIN: &str = "src-tauri/plugins/phone";
const LANGUAGES: &str = "ui/locales";

/// The elements of a manifest that have a name of their own.
const PARTS: &[&str] = &["activity", "activity-alias", "meta-data", "provider", "receiver", "service"];

/// What could undo a line that only has to be there: every other line that says one of these is in `phone.json`.
const WATCHED_ANDROID: &[&str] = &[
    "FLAG_SECURE",
    "Flags(",
    "attributes",
    "utofill",
    "settings",
    "JavascriptInterface",
    "ebugg",
    "initWith",
    "sourceSets",
    "manifestPlaceholders",
];
const WATCHED_IOS: &[&str] = &[
    "ExcludedFromBackup",
    "Inspectable",
    "UserDefaults",
    "URLSession",
    "Pasteboard",
    "print(",
    "NSLog",
    "Logger(",
    "removeObserver",
    "removeFromSuperview",
    "isHidden",
    "alpha",
];

/// The files that say what the app is, as text.
#[derive(Clone)]
struct Sources {
    manifest: String,
    /// Our plugin's manifest, which is merged into the first one.
    plugin: String,
    backup: String,
    transfer: String,
    languages: String,
    gradle: String,
    plugin_gradle: String,
    activity: String,
    /// What a build puts into the class of the web view, at its end and where it is made.
    learns: String,
    keeps: String,
    /// Our plugin's Swift.
    swift: String,
    cover: String,
    info: String,
    privacy: String,
    entitlements: String,
    project: String,
}

impl Sources {
    fn read(tree: &Tree) -> Outcome<Self> {
        let file = |place: String| tree::read(&tree.path(&place));
        let app = |name: &str| file(format!("{ANDROID}/src/main/{name}"));
        let ios = |name: &str| file(format!("{APPLE}/{name}"));
        Ok(Self {
            manifest: app("AndroidManifest.xml")?,
            plugin: file(format!("{PLUGIN}/android/src/main/AndroidManifest.xml"))?,
            backup: app("res/xml/backup_rules.xml")?,
            transfer: app("res/xml/data_extraction_rules.xml")?,
            languages: app("res/xml/locales.xml")?,
            gradle: file(format!("{ANDROID}/build.gradle.kts"))?,
            plugin_gradle: file(format!("{PLUGIN}/android/build.gradle.kts"))?,
            activity: app("java/app/handrail/Handrail/MainActivity.kt")?,
            learns: android::LEARNS_NOTHING.1.to_owned(),
            keeps: android::KEEPS_NOTHING.1.to_owned(),
            swift: file(format!("{PLUGIN}/ios/Sources/PhonePlugin.swift"))?,
            cover: file(format!("{PLUGIN}/ios/Sources/Cover.swift"))?,
            info: ios("handrail_iOS/Info.plist")?,
            privacy: ios("handrail_iOS/PrivacyInfo.xcprivacy")?,
            entitlements: ios("handrail_iOS/handrail_iOS.entitlements")?,
            project: ios("project.yml")?,
        })
    }

    /// What they come to, in the form of `phone.json`.
    fn state(&self, expected: &Value) -> Outcome<Value> {
        let manifest = markup::parse(&self.manifest)?;
        let plugin = markup::parse(&self.plugin)?;
        let both = [&manifest, &plugin];
        let application: Vec<&Element> = both.iter().flat_map(|it| it.all("application")).collect();
        let own = application.first().map(|it| json!(it.attributes)).unwrap_or_default();
        let nothing = Value::Null;
        let android = expected.get("android").unwrap_or(&nothing);
        let ios = expected.get("ios").unwrap_or(&nothing);
        Ok(json!({
            "android": {
                "permissions": permissions(&both, false),
                "taken out": permissions(&both, true),
                "top": others(&both, &["application", "uses-permission"]),
                "application": own,
                "plugin's application": application.get(1).map(|it| json!(it.attributes)),
                "parts": parts(&application),
                "backup": written(&markup::parse(&self.backup)?),
                "transfer": written(&markup::parse(&self.transfer)?),
                "languages": written(&markup::parse(&self.languages)?),
                "built with": lines(&[&self.gradle, &self.plugin_gradle], &["implementation(", "api(", "runtimeOnly("]),
                "from elsewhere": lines(&[&self.gradle, &self.plugin_gradle], &["maven", "flatDir", "url", "jcenter"]),
                "app": held(&self.gradle, list(android, "app")),
                "window": held(&self.activity, list(android, "window")),
                "watched": said(&[&self.activity, &self.gradle, &self.plugin_gradle], WATCHED_ANDROID, &[list(android, "window")]),
                "web view": lines(&[&self.learns], &[""]),
                "where it is made": lines(&[&self.keeps], &[""]),
            },
            "ios": {
                "info": property_list(&self.info)?,
                "privacy": property_list(&self.privacy)?,
                "entitlements": property_list(&self.entitlements)?,
                "frameworks": lines(&[&self.project], &["- sdk:", "- framework:", "- package:"]),
                "app": held(&self.project, list(ios, "app")),
                "plugin": held(&self.swift, list(ios, "plugin")),
                "cover": held(&self.cover, list(ios, "cover")),
                "watched": said(&[&self.swift, &self.cover], WATCHED_IOS, &[list(ios, "plugin"), list(ios, "cover")]),
            },
        }))
    }
}

/// Everything that differs from what is expected, and names that do not fit together.
pub fn look(tree: &Tree) -> Outcome<Vec<String>> {
    let sources = Sources::read(tree)?;
    let expected = expected()?;
    let mut found = differences(&sources, &expected)?;
    let allowed: Vec<Value> = android::PERMISSIONS.iter().map(|name| (*name).into()).collect();
    compare(
        "the permissions that a build may ask for",
        &Value::Array(allowed),
        expected.pointer("/android/permissions").unwrap_or(&Value::Null),
        &mut found,
    );
    let configuration = tree::read_json(&tree.path("src-tauri/tauri.conf.json"))?;
    let identifier = configuration.get("identifier").and_then(Value::as_str).unwrap_or_default();
    if !sources.activity.lines().any(|line| line == format!("package {identifier}")) {
        found.push(format!("MainActivity.kt does not lie in the package {identifier}"));
    }
    let mut languages = Vec::new();
    for file in tree.files(LANGUAGES)? {
        let name = tree.name(&file);
        languages.extend(name.strip_prefix(LANGUAGES).and_then(|rest| rest.split('/').nth(1)).map(str::to_owned));
    }
    languages.dedup();
    let offered = expected.pointer("/ios/info/CFBundleLocalizations").cloned().unwrap_or_default();
    compare("the languages of the page", &json!(languages), &offered, &mut found);
    Ok(found)
}

fn expected() -> Outcome<Value> {
    serde_json::from_str(EXPECTED).map_err(|error| Trouble::new(format!("phone.json: {error}")))
}

fn differences(sources: &Sources, expected: &Value) -> Outcome<Vec<String>> {
    let mut found = Vec::new();
    compare("", expected, &sources.state(expected)?, &mut found);
    Ok(found)
}

/// The permissions that are asked for, or those that are taken out should a library ask; whatever the system's version.
fn permissions(manifests: &[&Element], taken_out: bool) -> Vec<String> {
    let asked = manifests.iter().flat_map(|it| &it.children).filter(|it| it.name.starts_with("uses-permission"));
    let chosen = asked.filter(|it| (it.attribute("tools:node") == "remove") == taken_out);
    let mut names: Vec<String> = chosen.map(|it| it.attribute("android:name").to_owned()).collect();
    names.sort();
    names
}

/// What stands at the top of the manifests beside these: features, queries, permissions of our own.
fn others(manifests: &[&Element], known: &[&str]) -> Vec<String> {
    let top = manifests.iter().flat_map(|it| &it.children).filter(|it| !known.contains(&it.name.as_str()));
    top.flat_map(|it| std::iter::once(line(it)).chain(written(it))).collect()
}

/// Windows, receivers, providers, services and notes, by their names, each with what it says and hears.
fn parts(applications: &[&Element]) -> Map<String, Value> {
    let mut found = Map::new();
    for part in applications.iter().flat_map(|it| &it.children) {
        let mut said: BTreeMap<String, Value> =
            part.attributes.iter().map(|(name, value)| (name.clone(), value.as_str().into())).collect();
        let name = said.remove("android:name").and_then(|name| name.as_str().map(str::to_owned)).unwrap_or_default();
        let inside = written(part);
        if !inside.is_empty() {
            said.insert("in it".to_owned(), json!(inside));
        }
        let kind = if PARTS.contains(&part.name.as_str()) { part.name.as_str() } else { "unknown" };
        found.insert(format!("{kind} {name}"), json!(said));
    }
    found
}

/// All elements within one, a line each, as `cloud-backup/exclude domain=root path=.`.
fn written(element: &Element) -> Vec<String> {
    element
        .children
        .iter()
        .flat_map(|child| {
            let inside = written(child).into_iter().map(|line| format!("{}/{line}", child.name));
            std::iter::once(line(child)).chain(inside).collect::<Vec<_>>()
        })
        .collect()
}

fn line(element: &Element) -> String {
    let attributes = element.attributes.iter().map(|(name, value)| format!(" {name}={value}"));
    format!("{}{}", element.name, attributes.collect::<String>())
}

/// The lines that begin with one of these words, comments aside, in order.
fn lines(texts: &[&str], begins: &[&str]) -> Vec<String> {
    let all = texts.iter().flat_map(|text| text.lines()).map(str::trim);
    all.filter(|line| begins.iter().any(|begin| line.starts_with(begin))).map(str::to_owned).collect()
}

/// The lines that say one of these words anywhere, in order: without comments, and without those that have to be there.
fn said(texts: &[&str], words: &[&str], held: &[&[Value]]) -> Vec<String> {
    let is_held = |line: &str| held.iter().any(|lines| lines.contains(&line.into()));
    let all = texts.iter().flat_map(|text| text.lines()).map(str::trim);
    let others = all.filter(|line| !line.starts_with("//") && !is_held(line));
    others.filter(|line| words.iter().any(|word| line.contains(word))).map(str::to_owned).collect()
}

fn property_list(text: &str) -> Outcome<Value> {
    plist::from_bytes(text.as_bytes()).map_err(|error| Trouble::new(format!("property list: {error}")))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn sources() -> Sources {
        Sources::read(&Tree::find().unwrap()).unwrap()
    }

    /// What is found after this change of one of the files.
    fn after(file: fn(&mut Sources) -> &mut String, from: &str, to: &str) -> Vec<String> {
        let mut sources = sources();
        let text = file(&mut sources);
        assert!(text.contains(from), "{from} is not there to be changed");
        *text = text.replacen(from, to, 1);
        differences(&sources, &expected().unwrap()).unwrap()
    }

    /// What is found once this line follows that one.
    fn added(file: fn(&mut Sources) -> &mut String, behind: &str, line: &str) -> Vec<String> {
        after(file, behind, &format!("{behind}\n{line}"))
    }

    #[test]
    fn the_app_is_to_a_phone_what_it_is_said_to_be() {
        assert_eq!(look(&Tree::find().unwrap()).unwrap(), Vec::<String>::new());
    }

    #[test]
    fn each_drift_of_the_manifests_is_named() {
        let internet = "<uses-permission android:name=\"android.permission.INTERNET\"";
        for (from, to, place) in [
            (" tools:node=\"remove\"", "", "/android/permissions"),
            (
                "android:allowBackup=\"false\"",
                "android:allowBackup=\"true\"",
                "/android/application/android:allowBackup",
            ),
            ("android:fullBackupContent=\"@xml/backup_rules\"", "", "/android/application/android:fullBackupContent"),
            (
                "android:dataExtractionRules=\"@xml/data_extraction_rules\"",
                "",
                "/android/application/android:dataExtractionRules",
            ),
            (
                "usesCleartextTraffic=\"false\"",
                "usesCleartextTraffic=\"true\"",
                "/android/application/android:usesCleartextTraffic",
            ),
            (
                "android:label=",
                "android:roundIcon=\"@mipmap/x\" android:label=",
                "/android/application/android:roundIcon",
            ),
            ("adjustResize", "adjustPan", "/android/parts/activity .MainActivity/android:windowSoftInputMode"),
            ("|fontScale", "", "/android/parts/activity .MainActivity/android:configChanges"),
            ("</activity>", "</activity><service android:name=\".Sync\"/>", "/android/parts/service .Sync"),
            ("<receiver ", "<receiver android:exported=\"true\" ", "/android/parts/receiver androidx.profileinstaller"),
            ("</application>", "</application><queries/>", "/android/top"),
        ] {
            let found = after(|sources| &mut sources.manifest, from, to);
            assert!(found.iter().any(|line| line.starts_with(place)), "{from}: {found:?}");
        }
        let found = after(|sources| &mut sources.plugin, "<application", &format!("{internet}/><application"));
        assert!(found.iter().any(|line| line.starts_with("/android/permissions")), "{found:?}");
    }

    #[test]
    fn each_drift_of_the_rules_is_named() {
        let domain = "<exclude domain=\"database\" path=\".\" />";
        let backup = after(|sources| &mut sources.backup, domain, "");
        assert!(matches!(backup.as_slice(), [one] if one.starts_with("/android/backup")), "{backup:?}");
        let transfer = after(|sources| &mut sources.transfer, "<exclude", "<include");
        assert!(matches!(transfer.as_slice(), [one] if one.starts_with("/android/transfer")), "{transfer:?}");
    }

    #[test]
    fn each_drift_of_the_android_build_is_named() {
        for (from, to, place) in [
            ("dependencies {", "dependencies {\n    implementation(\"com.other:sdk:1.0\")", "/android/built with"),
            ("dependencies {", "maven { url = uri(\"x\") }\ndependencies {", "/android/from elsewhere"),
            ("targetSdk = 37", "targetSdk = 30", "/android/app"),
        ] {
            let found = after(|sources| &mut sources.gradle, from, to);
            assert!(matches!(found.as_slice(), [one] if one.starts_with(place)), "{from}: {found:?}");
        }
        for line in [
            "window.setFlags(",
            "webView.settings.textZoom",
            "val taken = insets.getInsets(",
            "WindowInsetsCompat.Type.ime()",
            "view.setPadding(",
        ] {
            let found = after(|sources| &mut sources.activity, line, &format!("// {line}"));
            assert!(matches!(found.as_slice(), [one] if one.starts_with("/android/window")), "{line}: {found:?}");
        }
    }

    #[test]
    fn a_line_that_would_undo_another_is_named() {
        let secure = "WindowManager.LayoutParams.FLAG_SECURE";
        for line in [
            &format!("window.clearFlags({secure})"),
            &format!("window.setFlags(0, {secure})"),
            "window.attributes = WindowManager.LayoutParams()",
            "webView.settings.domStorageEnabled = true",
            "webView.addJavascriptInterface(Door(), \"door\")",
            "WebView.setWebContentsDebuggingEnabled(true)",
            "content.importantForAutofill = View.IMPORTANT_FOR_AUTOFILL_YES",
        ] {
            let found = added(|sources| &mut sources.activity, "enableEdgeToEdge()", line);
            assert!(matches!(found.as_slice(), [one] if one.starts_with("/android/watched")), "{line}: {found:?}");
        }
        for line in ["isDebuggable = true", "initWith(getByName(\"debug\"))", "sourceSets { }"] {
            let found = added(|sources| &mut sources.gradle, "optimization {", line);
            assert!(matches!(found.as_slice(), [one] if one.starts_with("/android/watched")), "{line}: {found:?}");
        }
        for line in [
            "values.isExcludedFromBackup = false",
            "webview.isInspectable = true",
            "UserDefaults.standard.set(1, forKey: \"x\")",
            "URLSession.shared.dataTask(with: address).resume()",
            "print(invoke)",
        ] {
            let found = added(|sources| &mut sources.swift, "Shared.empty()", line);
            assert!(matches!(found.as_slice(), [one] if one.starts_with("/ios/watched")), "{line}: {found:?}");
        }
        let found = added(|sources| &mut sources.cover, "view.frame = window.bounds", "view.alpha = 0");
        assert!(matches!(found.as_slice(), [one] if one.starts_with("/ios/watched")), "{found:?}");
    }

    #[test]
    fn each_drift_of_the_web_view_is_named() {
        let learns = after(|sources| &mut sources.learns, "NO_PERSONALIZED_LEARNING", "NO_EXTRACT_UI");
        assert!(matches!(learns.as_slice(), [one] if one.starts_with("/android/web view")), "{learns:?}");
        for (from, to) in [
            ("domStorageEnabled = false", "domStorageEnabled = true"),
            ("settings.saveFormData", "// settings.saveFormData"),
            ("clearAllBrowsingData()", ""),
            ("CookieManager", "settings.allowFileAccess = true\nCookieManager"),
        ] {
            let keeps = after(|sources| &mut sources.keeps, from, to);
            assert!(matches!(keeps.as_slice(), [one] if one.starts_with("/android/where it is made")), "{keeps:?}");
        }
    }

    #[test]
    fn each_drift_of_the_swift_side_is_named() {
        for (from, to) in [
            ("isExcludedFromBackup = true", "isExcludedFromBackup = false"),
            ("try folder.setResourceValues(values)", ""),
            ("webview.allowsBackForwardNavigationGestures", "// webview.allowsBackForwardNavigationGestures"),
            ("cover = Cover(", "_ = Cover("),
            ("Shared.empty()", ""),
            ("didEnterBackground", "willResignActive"),
        ] {
            let found = after(|sources| &mut sources.swift, from, to);
            assert!(matches!(found.as_slice(), [one, ..] if one.starts_with("/ios/plugin")), "{from}: {found:?}");
        }
        for (from, to) in [("willResignActive", "didEnterBackground"), ("window.addSubview(view)", "")] {
            let found = after(|sources| &mut sources.cover, from, to);
            assert!(matches!(found.as_slice(), [one] if one.starts_with("/ios/cover")), "{from}: {found:?}");
        }
    }

    #[test]
    fn each_drift_of_the_ios_project_is_named() {
        let info = after(
            |sources| &mut sources.info,
            "<key>UIFileSharingEnabled</key>\n\t<false/>",
            "<key>UIFileSharingEnabled</key>\n\t<true/>\n\t<key>NSAppTransportSecurity</key>\n\t<dict/>",
        );
        let places = ["/ios/info/NSAppTransportSecurity", "/ios/info/UIFileSharingEnabled"];
        assert_eq!(info.len(), places.len(), "{info:?}");
        assert!(info.iter().zip(places).all(|(line, place)| line.starts_with(place)), "{info:?}");

        let tracking = "<key>NSPrivacyTracking</key>\n\t<false/>";
        let privacy = after(|sources| &mut sources.privacy, tracking, &tracking.replace("false", "true"));
        assert!(
            matches!(privacy.as_slice(), [one] if one.starts_with("/ios/privacy/NSPrivacyTracking")),
            "{privacy:?}"
        );

        let group = "<dict><key>com.apple.security.application-groups</key><array/></dict>";
        let entitlements = after(|sources| &mut sources.entitlements, "<dict/>", group);
        assert!(matches!(entitlements.as_slice(), [one] if one.starts_with("/ios/entitlements")), "{entitlements:?}");

        let framework =
            after(|sources| &mut sources.project, "- sdk: UIKit", "- sdk: Network.framework\n      - sdk: UIKit");
        assert!(matches!(framework.as_slice(), [one] if one.starts_with("/ios/frameworks")), "{framework:?}");
    }
}
