//! The icon in the desktop's panel while Handrail goes on without a window. It says nothing but the name.

use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};

use app::{App, TrayWords};
use ksni::blocking::{Handle, TrayMethods};
use ksni::menu::StandardItem;
use ksni::{Icon, MenuItem, OfflineReason, ToolTip};
use serde_json::json;
use tauri::{AppHandle, Manager};

use super::bus;
use crate::window;

const NAME: &str = "Handrail";
/// Who gathers the icons of a panel.
const WATCHER: &str = "org.kde.StatusNotifierWatcher";

/// The icon, for as long as this lives.
pub struct Tray {
    handle: Handle<Item>,
    is_seen: Arc<AtomicBool>,
}

impl Tray {
    /// Puts it where the desktop has a place for it; where there is none yet, as soon as there is one. `None`: there is
    /// no bus to ask.
    pub fn show(handle: &AppHandle, words: TrayWords) -> Option<Self> {
        let is_seen = Arc::new(AtomicBool::new(true));
        let item = Item { app: handle.clone(), words, is_seen: Arc::clone(&is_seen) };
        let handle = item.assume_sni_available(true).spawn().ok()?;
        Some(Self { handle, is_seen })
    }

    /// Whether the desktop has a place for icons, as long as none is shown.
    pub fn has_place() -> bool {
        bus::owner(WATCHER).is_some()
    }

    /// Whether this one is seen now.
    pub fn is_seen(&self) -> bool {
        self.is_seen.load(Ordering::Relaxed)
    }

    /// Says its menu in these words from now on.
    pub fn say(&self, words: TrayWords) {
        self.handle.update(|item| item.words = words);
    }
}

impl Drop for Tray {
    fn drop(&mut self) {
        self.handle.shutdown();
    }
}

struct Item {
    app: AppHandle,
    words: TrayWords,
    is_seen: Arc<AtomicBool>,
}

impl ksni::Tray for Item {
    fn id(&self) -> String {
        NAME.to_owned()
    }

    fn title(&self) -> String {
        NAME.to_owned()
    }

    fn tool_tip(&self) -> ToolTip {
        ToolTip { title: NAME.to_owned(), ..ToolTip::default() }
    }

    fn icon_pixmap(&self) -> Vec<Icon> {
        let image = tauri::include_image!("../icons/tray.png");
        let mut data = image.rgba().to_vec();
        // The panel wants each point's opacity first.
        data.chunks_exact_mut(4).for_each(|point| point.rotate_right(1));
        let side = |length: u32| i32::try_from(length).unwrap_or_default();
        vec![Icon { width: side(image.width()), height: side(image.height()), data }]
    }

    fn activate(&mut self, _: i32, _: i32) {
        window::raise(&self.app);
    }

    fn menu(&self) -> Vec<MenuItem<Self>> {
        let TrayWords { open, lock, quit } = self.words.clone();
        vec![
            item(open, window::raise),
            item(lock, |app| {
                let core = Arc::clone(&app.state::<Arc<App>>());
                // It waits for what the core is doing; the panel need not.
                std::thread::spawn(move || core.call("lock", json!({})));
            }),
            MenuItem::Separator,
            item(quit, |app| app.exit(0)),
        ]
    }

    fn watcher_online(&self) {
        self.is_seen.store(true, Ordering::Relaxed);
    }

    fn watcher_offline(&self, _: OfflineReason) -> bool {
        self.is_seen.store(false, Ordering::Relaxed);
        true
    }
}

fn item(label: String, act: fn(&AppHandle)) -> MenuItem<Item> {
    // An underscore would mark a key.
    let label = label.replace('_', "__");
    StandardItem { label, activate: Box::new(move |item: &mut Item| act(&item.app)), ..StandardItem::default() }.into()
}
