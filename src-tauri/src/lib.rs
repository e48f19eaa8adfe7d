//! The shell: gives the core a window, the commands that reach it, and the system it runs on.
//! It opens nothing itself; the record stays closed until the client unlocks it.

mod commands;
mod platform;
mod window;

use std::alloc::System;
use std::sync::Arc;
use std::time::Duration;

use app::Change;
use app::{App, Leave};
use serde_json::json;
use tauri::{AppHandle, Manager, RunEvent};
use zeroizing_alloc::ZeroAlloc;

use commands::Listener;
#[cfg(desktop)]
use platform::background::DeviceBackground;
use platform::traces::DeviceTraces;

/// Memory that Rust gives back is wiped first: keys, and everything that was read and typed.
#[global_allocator]
static WIPED: ZeroAlloc<System> = ZeroAlloc(System);

/// How long closing may take at exit.
const PATIENCE: Duration = Duration::from_secs(2);

/// Runs Handrail until its window is closed.
///
/// # Errors
/// When the system gives no window or no folder to keep the record in.
pub fn run() -> tauri::Result<()> {
    #[cfg(all(target_os = "linux", target_env = "gnu"))]
    platform::process::freed::wipe();
    platform::process::keep_private();
    let builder = tauri::Builder::default();
    #[cfg(desktop)]
    let builder = desktop(builder);
    #[cfg(mobile)]
    let builder = builder.plugin(tauri_plugin_fs::init()).plugin(::phone::init());
    builder
        .plugin(tauri_plugin_dialog::init())
        .plugin(tauri_plugin_opener::Builder::new().open_js_links_on_click(false).build())
        .invoke_handler(tauri::generate_handler![
            commands::call,
            commands::subscribe,
            commands::painted,
            commands::let_go,
            #[cfg(desktop)]
            commands::print,
            #[cfg(mobile)]
            commands::look,
            #[cfg(mobile)]
            commands::haptic
        ])
        .setup(|app| {
            start(app.handle())?;
            if !platform::process::starts_hidden() {
                window::open(app.handle())?;
            }
            Ok(())
        })
        .build(tauri::generate_context!())?
        .run(|handle, event| match event {
            RunEvent::Resumed => core(handle, wake),
            // A phone's own word for that; the one above it says at the start alone.
            #[cfg(mobile)]
            RunEvent::WindowEvent { event: tauri::WindowEvent::Resumed, .. } => core(handle, |core| {
                core.returned();
                wake(core);
            }),
            #[cfg(desktop)]
            RunEvent::WindowEvent { event: tauri::WindowEvent::Focused(true), .. } => {
                core(handle, |core| core.returned())
            }
            // Another app is in front. Of an iPhone the plugin says that.
            #[cfg(target_os = "android")]
            RunEvent::WindowEvent { event: tauri::WindowEvent::Suspended, .. } => {
                core(handle, |core| leave(core, Leave::Hidden));
            }
            // The last window is closed. Only then there is no code: who quits gives one.
            #[cfg(desktop)]
            RunEvent::ExitRequested { code: None, api, .. } if keeps_running(handle) => {
                api.prevent_exit();
                core(handle, lock);
            }
            #[cfg(target_os = "macos")]
            RunEvent::Reopen { .. } => window::raise(handle),
            RunEvent::Exit => {
                #[cfg(mobile)]
                platform::phone::end();
                core(handle, close);
                if let Some(traces) = handle.try_state::<Arc<DeviceTraces>>() {
                    traces.end();
                }
            }
            _ => {}
        });
    Ok(())
}

#[cfg(mobile)]
mod entry {
    #[tauri::mobile_entry_point]
    fn mobile() {
        // The system shows that the app did not start; there is no one else to tell.
        let _ = super::run();
    }
}

/// A second start raises the first one's window, unless it comes at login; size and position are remembered, nothing else.
#[cfg(desktop)]
fn desktop(builder: tauri::Builder<tauri::Wry>) -> tauri::Builder<tauri::Wry> {
    use tauri_plugin_window_state::StateFlags;
    let size_and_position =
        tauri_plugin_window_state::Builder::default().with_state_flags(StateFlags::SIZE | StateFlags::POSITION).build();
    let single = tauri_plugin_single_instance::Builder::new().callback(|handle, arguments, _| {
        if !arguments.iter().any(|argument| argument == platform::process::HIDDEN) {
            window::raise(handle);
        }
    });
    // A demo opens beside the client's own record instead of raising it.
    let single = match platform::data_folder::named() {
        Some(_) => single.dbus_id("app.handrail.Elsewhere"),
        None => single,
    };
    builder.plugin(single.build()).plugin(size_and_position)
}

/// Joins the core to this system and starts its keeper.
fn start(handle: &AppHandle) -> tauri::Result<()> {
    let folder = platform::data_folder::locate(handle)?;
    #[cfg(desktop)]
    let background = Arc::new(DeviceBackground::new(handle, &folder));
    #[cfg(desktop)]
    let traces = DeviceTraces::new(handle, Arc::clone(&background));
    #[cfg(mobile)]
    let traces = DeviceTraces::new(handle);
    #[cfg(desktop)]
    let ports = platform::ports(handle, Arc::clone(&background) as _, Arc::clone(&traces));
    #[cfg(mobile)]
    let phone = platform::phone::this(handle);
    #[cfg(mobile)]
    handle.manage(Arc::clone(&phone));
    #[cfg(target_os = "ios")]
    let keep_from_backup = {
        let (phone, folder) = (Arc::clone(&phone), folder.clone());
        move || {
            let (phone, folder) = (Arc::clone(&phone), folder.clone());
            std::thread::spawn(move || platform::phone::look::keep_from_backup(&*phone, &folder));
        }
    };
    #[cfg(target_os = "ios")]
    keep_from_backup();
    #[cfg(mobile)]
    let ports = platform::ports(handle, Arc::clone(&phone), Arc::clone(&traces));
    let core = Arc::new(App::new(ports, folder));
    let listener = Arc::new(Listener::default());
    handle.manage(Arc::clone(&core));
    handle.manage(Arc::clone(&listener));
    handle.manage(traces);
    core.subscribe(Box::new(move |changes| listener.tell(changes)));
    let page = handle.clone();
    core.subscribe(Box::new(move |changes| {
        if changes.contains(&Change::Vault) {
            window::let_go(&page);
            // A new record lies in a new folder.
            #[cfg(target_os = "ios")]
            keep_from_backup();
        }
    }));
    #[cfg(desktop)]
    go_on(handle, &core, background);
    app::run_keeper(Arc::clone(&core));
    let woken = Arc::clone(&core);
    platform::clock_change::watch(move || woken.wake());
    let left = Arc::clone(&core);
    platform::leaving::watch(move |why| left.leave(why));
    #[cfg(target_os = "ios")]
    {
        let left = Arc::clone(&core);
        platform::phone::leaving::watch(&*phone, move |why| leave(&left, why));
    }
    if platform::process::wants_demo() {
        // The window need not wait: it hears of the demo client through changes.
        std::thread::spawn(move || core.call("open_demo", json!({ "language": platform::process::language() })));
    }
    Ok(())
}

/// Shows in the panel that the app goes on without a window, in the language of the moment.
#[cfg(desktop)]
fn go_on(handle: &AppHandle, core: &App, background: Arc<DeviceBackground>) {
    handle.manage(Arc::clone(&background));
    background.refresh();
    core.subscribe(Box::new(move |changes| {
        if changes.iter().any(|change| matches!(change, Change::Vault | Change::Settings)) {
            background.refresh();
        }
    }));
}

#[cfg(desktop)]
fn keeps_running(handle: &AppHandle) -> bool {
    handle.try_state::<Arc<DeviceBackground>>().is_some_and(|background| background.keeps_running())
}

/// Locks without holding up the window's thread.
#[cfg(desktop)]
fn lock(core: &Arc<App>) {
    let core = Arc::clone(core);
    std::thread::spawn(move || core.call("lock", json!({})));
}

/// Plans anew without holding up the window's thread: a phone takes what is planned on that one.
fn wake(core: &Arc<App>) {
    let core = Arc::clone(core);
    std::thread::spawn(move || core.wake());
}

/// Says why the client is away, without holding up the window's thread: the core waits for the page, which needs it.
fn leave(core: &Arc<App>, why: Leave) {
    let core = Arc::clone(core);
    std::thread::spawn(move || core.leave(why));
}

/// Closes the database properly, so that all that was written lies in the one file. An operation that hangs (a dialog
/// nobody answers) must not hold the exit up for good; what it waits for was not written, and what was written is safe.
fn close(core: &Arc<App>) {
    let core = Arc::clone(core);
    let (closed, wait) = std::sync::mpsc::sync_channel(1);
    std::thread::spawn(move || closed.send(core.call("lock", json!({})).is_ok()));
    let _ = wait.recv_timeout(PATIENCE);
}

fn core(handle: &AppHandle, act: impl FnOnce(&Arc<App>)) {
    if let Some(core) = handle.try_state::<Arc<App>>() {
        act(&core);
    }
}
