//! A phone that does what Android and iOS are documented to do, without either.

use std::cell::Cell;
use std::collections::HashMap;
use std::sync::Mutex;

use serde_json::{Value, json};

use super::{Phone, Refused};

type Heard = Box<dyn Fn(Value) + Send + Sync>;

thread_local! {
    static ON_UI_THREAD: Cell<bool> = const { Cell::new(false) };
}

/// Remembers what it was asked; keeps secrets and the table of coming notices.
#[derive(Default)]
pub struct StandIn {
    asked: Mutex<Vec<(String, Value)>>,
    answers: Mutex<HashMap<String, Option<Value>>>,
    secrets: Mutex<HashMap<String, Value>>,
    heard: Mutex<HashMap<&'static str, Heard>>,
}

impl StandIn {
    /// From now on that command is answered so.
    pub fn answer(&self, command: &str, answer: Value) {
        self.answers.lock().unwrap().insert(command.to_owned(), Some(answer));
    }

    /// From now on that command is refused.
    pub fn refuse(&self, command: &str) {
        self.answers.lock().unwrap().insert(command.to_owned(), None);
    }

    /// All that it was asked, in order.
    pub fn asked(&self) -> Vec<(String, Value)> {
        self.asked.lock().unwrap().clone()
    }

    /// A notice was touched, which is said on the UI thread.
    pub fn press(&self, touched: Value) {
        self.say("listen", touched);
    }

    /// Says that to who listens by that command, on the UI thread.
    pub fn say(&self, command: &str, what: Value) {
        ON_UI_THREAD.set(true);
        self.heard.lock().unwrap()[command](what);
        ON_UI_THREAD.set(false);
    }
}

impl Phone for StandIn {
    fn ask(&self, command: &str, payload: Value) -> Result<Value, Refused> {
        assert!(!ON_UI_THREAD.get(), "a real phone would wait for itself");
        self.asked.lock().unwrap().push((command.to_owned(), payload.clone()));
        if let Some(answer) = self.answers.lock().unwrap().get(command) {
            return answer.clone().ok_or(Refused);
        }
        let name = payload["name"].as_str().unwrap_or_default().to_owned();
        let mut secrets = self.secrets.lock().unwrap();
        Ok(match command {
            "permission" | "ask" => json!({ "state": "granted" }),
            "keepSecret" => {
                secrets.insert(name, payload["secret"].clone());
                json!({})
            }
            "secret" => json!({ "secret": secrets.get(&name) }),
            "forgetSecret" => {
                secrets.remove(&name);
                json!({})
            }
            "look" => json!({ "bold": false, "scale": 1.0 }),
            "share" => json!({ "shared": true }),
            "show" | "withdraw" | "schedule" | "haptic" | "keepFromBackup" => json!({}),
            _ => return Err(Refused),
        })
    }

    fn listen(&self, command: &'static str, heard: Heard) -> Result<(), Refused> {
        self.heard.lock().unwrap().insert(command, heard);
        Ok(())
    }
}
