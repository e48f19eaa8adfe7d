//! Declares our own commands, so that the capability file can allow them by name.

fn main() {
    // The page is built by npm. Without it the window is empty, but the crate still compiles and can be checked.
    if let Err(error) = std::fs::create_dir_all("../ui/dist") {
        println!("cargo::error=ui/dist: {error}");
    }
    link_smaller();
    let manifest = tauri_build::AppManifest::new().commands(&[
        "call",
        "subscribe",
        "painted",
        "let_go",
        "print",
        "look",
        "haptic",
    ]);
    if let Err(error) = tauri_build::try_build(tauri_build::Attributes::new().app_manifest(manifest)) {
        println!("cargo::error={error:#}");
    }
}

/// Set by `cargo xtask bundle` and `bench`; `short`: the C library reads relocations in their short form.
const SMALLER: &str = "HANDRAIL_SMALLER";

/// What a release leaves out and puts together when it is linked. The arguments are those of lld.
fn link_smaller() {
    println!("cargo::rerun-if-env-changed={SMALLER}");
    let Ok(how) = std::env::var(SMALLER) else { return };
    let script = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("linux/release.ld");
    println!("cargo::rerun-if-changed={}", script.display());
    let script = format!("-Wl,-T,{}", script.display());
    // Functions that are the same are kept once; nothing here compares the addresses of functions.
    for argument in ["-Wl,--icf=all", "-Wl,--no-eh-frame-hdr", &script] {
        println!("cargo::rustc-link-arg-bins={argument}");
    }
    if how == "short" {
        println!("cargo::rustc-link-arg-bins=-Wl,-z,pack-relative-relocs");
    }
}
