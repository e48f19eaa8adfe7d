//! The built page, as files.

use std::fs;
use std::path::{Component, Path, PathBuf};

use serde_json::Value;

/// The shell's own configuration: the page lives under the same policy here.
const CONFIGURATION: &str = include_str!("../../../src-tauri/tauri.conf.json");

/// The folder that Vite builds into, and the policy that the page is served with.
pub struct Page {
    folder: PathBuf,
    policy: String,
}

/// One file of the page.
pub struct PageFile {
    pub bytes: Vec<u8>,
    pub kind: &'static str,
}

impl Page {
    /// The page of this tree.
    pub fn new() -> Self {
        let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../ui/dist");
        Self { folder, policy: policy(CONFIGURATION) }
    }

    /// The content security policy, as a header has it.
    pub fn policy(&self) -> &str {
        &self.policy
    }

    /// The file of an address, if the page has it.
    pub fn file(&self, address: &str) -> Option<PageFile> {
        let name = address.trim_start_matches('/');
        let name = Path::new(if name.is_empty() { "index.html" } else { name });
        // Only down into the folder, never out of it.
        if !name.components().all(|part| matches!(part, Component::Normal(_))) {
            return None;
        }
        let bytes = fs::read(self.folder.join(name)).ok()?;
        Some(PageFile { bytes, kind: kind(name) })
    }
}

/// The shell's policy with one difference: calls go to the page's own address.
fn policy(configuration: &str) -> String {
    let configuration: Value = serde_json::from_str(configuration).unwrap_or_default();
    let Some(directives) = configuration.pointer("/app/security/csp").and_then(Value::as_object) else {
        // Without one the page gets nothing at all, and everyone sees that at once.
        return "default-src 'none'".to_owned();
    };
    let mut parts = Vec::new();
    for (directive, sources) in directives {
        let sources = match (directive.as_str(), sources) {
            ("connect-src", _) => "'self'".to_owned(),
            (_, Value::Array(all)) => all.iter().filter_map(Value::as_str).collect::<Vec<_>>().join(" "),
            (_, one) => one.as_str().unwrap_or_default().to_owned(),
        };
        parts.push(format!("{directive} {sources}"));
    }
    parts.join("; ")
}

fn kind(name: &Path) -> &'static str {
    match name.extension().and_then(|ending| ending.to_str()) {
        Some("html") => "text/html; charset=utf-8",
        Some("js" | "mjs") => "text/javascript; charset=utf-8",
        Some("css") => "text/css; charset=utf-8",
        Some("json" | "map") => "application/json",
        Some("svg") => "image/svg+xml",
        Some("png") => "image/png",
        Some("ico") => "image/x-icon",
        Some("woff2") => "font/woff2",
        Some("woff") => "font/woff",
        Some("txt") => "text/plain; charset=utf-8",
        _ => "application/octet-stream",
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_page_lives_under_the_shells_policy_with_calls_to_its_own_address() {
        let policy = policy(CONFIGURATION);
        assert!(policy.contains("default-src 'none'"), "{policy}");
        assert!(policy.contains("connect-src 'self'"), "{policy}");
        assert!(!policy.contains("ipc:") && !policy.contains("unsafe"), "{policy}");
    }

    #[test]
    fn no_address_leads_out_of_the_folder() {
        let page = Page::new();
        for address in ["/../package.json", "/assets/../../package.json", "//etc/passwd", "/./../package.json"] {
            assert!(page.file(address).is_none(), "{address}");
        }
    }
}
