//! The smallest Tauri window: what Handrail's start-up and memory are measured against.

use std::io::Write;

use tauri::Manager;

/// The page has painted its first frame.
#[tauri::command]
fn painted() {
    let mut out = std::io::stdout();
    let _ = writeln!(out, "PAINTED");
    let _ = out.flush();
}

fn main() -> tauri::Result<()> {
    tauri::Builder::default()
        .invoke_handler(tauri::generate_handler![painted])
        .setup(|app| {
            let main = app.config().app.windows.first().ok_or(tauri::Error::WindowNotFound)?.clone();
            // As in Handrail: nothing of the page is kept on disk.
            tauri::WebviewWindowBuilder::from_config(app, &main)?
                .data_directory(app.path().app_cache_dir()?)
                .incognito(true)
                .build()?;
            Ok(())
        })
        .run(tauri::generate_context!())
}
