//! Joins the Kotlin and Swift sides to a build for a phone. The page may call none of it.

fn main() {
    if let Err(error) = tauri_plugin::Builder::new(&[]).android_path("android").ios_path("ios").try_build() {
        println!("cargo::error={error:#}");
    }
}
