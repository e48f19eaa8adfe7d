//! Who is on the session's message bus.

use std::sync::LazyLock;

use zbus::Message;
use zbus::blocking::Connection;
use zbus::export::serde::Serialize;
use zbus::zvariant::DynamicType;

const BUS: &str = "org.freedesktop.DBus";
const PATH: &str = "/org/freedesktop/DBus";

/// The one that has this name now, by the name that the bus gave it for its lifetime. `None`: nobody, or no bus.
pub fn owner(name: &str) -> Option<String> {
    ask("GetNameOwner", &(name,))?.body().deserialize().ok()
}

/// Whether somebody has this name, or the bus knows whom to start.
pub fn can_answer(name: &str) -> bool {
    let startable = || -> Option<Vec<String>> { ask("ListActivatableNames", &())?.body().deserialize().ok() };
    owner(name).is_some() || startable().is_some_and(|names| names.iter().any(|startable| startable == name))
}

fn ask(question: &str, about: &(impl Serialize + DynamicType)) -> Option<Message> {
    static ASKING: LazyLock<Option<Connection>> = LazyLock::new(|| Connection::session().ok());
    ASKING.as_ref()?.call_method(Some(BUS), PATH, Some(BUS), question, about).ok()
}

/// A bus of a test's own.
#[cfg(test)]
pub mod private {
    use std::io::{BufRead, BufReader};
    use std::process::{Child, Command, Stdio};

    use zbus::blocking::Connection;
    use zbus::blocking::connection::Builder;

    /// There for as long as this lives.
    pub struct PrivateBus {
        daemon: Child,
        address: String,
    }

    impl PrivateBus {
        /// Started by the bus daemon of the system.
        pub fn start() -> Self {
            let mut command = Command::new("dbus-daemon");
            command.args(["--session", "--nofork", "--print-address=1"]).stdout(Stdio::piped());
            let mut daemon = command.spawn().expect("dbus-daemon can be started");
            let mut address = String::new();
            BufReader::new(daemon.stdout.take().unwrap()).read_line(&mut address).unwrap();
            Self { daemon, address: address.trim().to_owned() }
        }

        /// A connection of its own.
        pub fn connect(&self) -> Connection {
            Builder::address(self.address.as_str()).unwrap().build().unwrap()
        }
    }

    impl Drop for PrivateBus {
        fn drop(&mut self) {
            self.daemon.kill().unwrap();
            self.daemon.wait().unwrap();
        }
    }
}
