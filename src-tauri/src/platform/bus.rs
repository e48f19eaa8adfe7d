//! Who is on the session's message bus.

use std::sync::LazyLock;

use zbus::blocking::Connection;

const BUS: &str = "org.freedesktop.DBus";
const PATH: &str = "/org/freedesktop/DBus";

/// The one that has this name now, by the name that the bus gave it for its lifetime. `None`: nobody, or no bus.
pub fn owner(name: &str) -> Option<String> {
    static ASKING: LazyLock<Option<Connection>> = LazyLock::new(|| Connection::session().ok());
    let answer = ASKING.as_ref()?.call_method(Some(BUS), PATH, Some(BUS), "GetNameOwner", &name).ok()?;
    answer.body().deserialize().ok()
}
