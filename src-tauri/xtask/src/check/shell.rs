//! What the window may do: our own commands and nothing else, no script from anywhere but the app.

use serde_json::Value;

use super::graph::{list, metadata, packages, text};
use crate::tree::{self, Tree};
use crate::trouble::Outcome;

const CONFIGURATION: &str = "src-tauri/tauri.conf.json";
const CAPABILITIES: &str = "src-tauri/capabilities";
/// The shell's own commands.
const COMMANDS: &[&str] = &["call", "subscribe", "painted", "print"];
/// Sources that load or run what did not come with the app.
const LOOSE: &[&str] =
    &["'unsafe-inline'", "'unsafe-eval'", "'unsafe-hashes'", "'wasm-unsafe-eval'", "*", "http:", "https:"];
/// The one address that is not an address: how a page inside the window reaches the app.
const INSIDE: &str = "http://ipc.localhost";

/// Everything that opens the window wider than it must be.
pub fn look(tree: &Tree) -> Outcome<Vec<String>> {
    let mut found = configuration(&tree::read_json(&tree.path(CONFIGURATION))?);
    let files = tree.files(CAPABILITIES)?;
    if files.len() != 1 {
        found.push(format!("{CAPABILITIES} holds {} files instead of one", files.len()));
    }
    for file in files {
        found.extend(capability(&tree::read_json(&file)?));
    }
    found.extend(features(&metadata(tree, &["--no-deps"])?));
    Ok(found)
}

fn configuration(conf: &Value) -> Vec<String> {
    let mut found = Vec::new();
    let mut want = |holds: bool, words: &str| {
        if !holds {
            found.push(words.to_owned());
        }
    };
    let at = |pointer: &str| conf.pointer(pointer);
    want(
        at("/app/withGlobalTauri") != Some(&Value::Bool(true)),
        "withGlobalTauri gives the page more than its own commands",
    );
    want(at("/app/security/freezePrototype") == Some(&Value::Bool(true)), "freezePrototype is off");
    want(at("/app/security/dangerousDisableAssetCspModification").is_none(), "the CSP is not completed by Tauri");
    want(at("/build/devUrl").is_none_or(Value::is_null), "devUrl lets the window load a page from outside the app");
    match at("/app/security/csp").and_then(Value::as_object) {
        None => want(false, "there is no CSP, directive by directive"),
        Some(csp) => {
            want(
                csp.get("default-src").and_then(Value::as_str) == Some("'none'"),
                "the CSP's default-src is not 'none'",
            );
            for (directive, value) in csp {
                for source in sources(value) {
                    let loose = LOOSE.contains(&source.as_str()) || source.contains("://") && source != INSIDE;
                    want(!loose, &format!("the CSP's {directive} lets in {source}"));
                }
            }
        }
    }
    for window in at("/app/windows").and_then(Value::as_array).into_iter().flatten() {
        want(window.get("devtools") != Some(&Value::Bool(true)), "a window asks for developer tools");
    }
    found
}

fn sources(value: &Value) -> Vec<String> {
    match value {
        Value::Array(all) => all.iter().filter_map(Value::as_str).map(str::to_owned).collect(),
        other => other.as_str().unwrap_or_default().split_whitespace().map(str::to_owned).collect(),
    }
}

fn capability(capability: &Value) -> Vec<String> {
    let mut found = Vec::new();
    for permission in list(capability, "permissions") {
        let own = permission
            .as_str()
            .and_then(|name| name.strip_prefix("allow-"))
            .is_some_and(|name| COMMANDS.contains(&name));
        if !own {
            found.push(format!("the capability grants {permission}, which is not a command of ours"));
        }
    }
    if capability.get("remote").is_some() {
        found.push("the capability holds for pages from elsewhere".to_owned());
    }
    found
}

fn features(metadata: &Value) -> Vec<String> {
    let dependencies = packages(metadata).iter().flat_map(|package| list(package, "dependencies"));
    let tauri = dependencies.filter(|dependency| text(dependency, "name") == "tauri");
    let named = tauri.flat_map(|dependency| list(dependency, "features")).filter_map(Value::as_str);
    named.filter(|feature| *feature == "devtools").map(|_| "tauri is built with developer tools".to_owned()).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::json;

    fn sound() -> Value {
        json!({"app": {
            "withGlobalTauri": false,
            "windows": [{"label": "main"}],
            "security": {"freezePrototype": true, "csp": {"default-src": "'none'", "connect-src": "ipc: http://ipc.localhost"}}
        }})
    }

    #[test]
    fn a_closed_window_passes() {
        assert_eq!(configuration(&sound()), Vec::<String>::new());
        assert_eq!(capability(&json!({"permissions": ["allow-call", "allow-painted"]})), Vec::<String>::new());
    }

    #[test]
    fn each_opening_is_named() {
        let mut open = sound();
        open["app"]["withGlobalTauri"] = json!(true);
        open["app"]["windows"] = json!([{"devtools": true}]);
        open["app"]["security"] =
            json!({"csp": {"default-src": "'self'", "script-src": ["'unsafe-inline'", "https://example.org"]}});
        assert_eq!(configuration(&open).len(), 6);
        assert_eq!(capability(&json!({"permissions": ["core:default", "allow-call"], "remote": {}})).len(), 2);
        let features_of =
            |names: &[&str]| json!({"packages": [{"dependencies": [{"name": "tauri", "features": names}]}]});
        assert_eq!(features(&features_of(&["wry", "devtools"])).len(), 1);
        assert_eq!(features(&features_of(&["wry"])).len(), 0);
    }
}
