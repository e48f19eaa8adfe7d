//! Handrail on the desktop.
#![cfg_attr(not(debug_assertions), windows_subsystem = "windows")]

fn main() -> tauri::Result<()> {
    handrail_lib::run()
}
