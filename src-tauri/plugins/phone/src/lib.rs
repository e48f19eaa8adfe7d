//! What Handrail asks of Android and iOS themselves: reminders at their times, Android's key store, the share sheet, a
//! light tick, bold text. Each question is a command of the Kotlin and the Swift side; what they mean for the app is
//! told, and tested on a desktop, in `src/platform/phone.rs`. On a desktop this crate is empty.

#[cfg(any(target_os = "android", target_os = "ios"))]
mod system {
    use serde_json::{Value, json};
    use tauri::ipc::{Channel, InvokeResponseBody};
    use tauri::plugin::{Builder, PluginHandle, TauriPlugin};
    use tauri::{AppHandle, Manager, Wry};

    /// The package of the Kotlin side.
    #[cfg(target_os = "android")]
    const PACKAGE: &str = "app.handrail.phone";
    #[cfg(target_os = "ios")]
    tauri::ios_plugin_binding!(init_plugin_phone);

    /// The phone's own side.
    #[derive(Clone)]
    pub struct System(PluginHandle<Wry>);

    /// The plugin, to be given to Tauri's builder.
    pub fn init() -> TauriPlugin<Wry> {
        Builder::new("phone")
            .setup(|handle, api| {
                #[cfg(target_os = "android")]
                let side = api.register_android_plugin(PACKAGE, "PhonePlugin")?;
                #[cfg(target_os = "ios")]
                let side = api.register_ios_plugin(init_plugin_phone)?;
                handle.manage(System(side));
                Ok(())
            })
            .build()
    }

    impl System {
        /// That of a running app, once the plugin is set up.
        pub fn of(handle: &AppHandle) -> Option<Self> {
            handle.try_state::<Self>().map(|system| system.inner().clone())
        }

        /// Performs a command and waits for it, so never on the UI thread, where Android performs it. `None`: the phone refused; it does not say why in words that could be shown.
        pub fn ask(&self, command: &str, payload: Value) -> Option<Value> {
            self.0.run_mobile_plugin(command, payload).ok()
        }

        /// Hears from now on what that command listens to: `listen` which notices were touched, and those that were before
        /// anyone heard; `leaving`, on iOS, that the app went to the background. `None`: refused.
        pub fn listen(&self, command: &str, heard: impl Fn(Value) + Send + Sync + 'static) -> Option<()> {
            let channel = Channel::<Value>::new(move |body| {
                if let InvokeResponseBody::Json(text) = body {
                    // What is not JSON was not said by our own side.
                    let _ = serde_json::from_str(&text).map(&heard);
                }
                Ok(())
            });
            self.ask(command, json!({ "channel": channel })).map(|_| ())
        }
    }
}

#[cfg(any(target_os = "android", target_os = "ios"))]
pub use system::{System, init};
