//! Declares our own commands, so that the capability file can allow them by name.

fn main() {
    // The page is built by npm. Without it the window is empty, but the crate still compiles and can be checked.
    if let Err(error) = std::fs::create_dir_all("../ui/dist") {
        println!("cargo::error=ui/dist: {error}");
    }
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
