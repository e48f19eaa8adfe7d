//! What the desktops' screen savers say: the screen is locked, or about to be.

use app::Leave;
use zbus::blocking::fdo::DBusProxy;
use zbus::blocking::{Connection, MessageIterator};
use zbus::message::Type;
use zbus::{MatchRule, Message};

/// KDE and most others, GNOME, Cinnamon, MATE, Xfce.
const SAVERS: [&str; 5] = [
    "org.freedesktop.ScreenSaver",
    "org.gnome.ScreenSaver",
    "org.cinnamon.ScreenSaver",
    "org.mate.ScreenSaver",
    "org.xfce.ScreenSaver",
];
const CHANGED: &str = "ActiveChanged";

/// What is heard from now on, for as long as the bus is there.
///
/// # Errors
/// Where the bus refuses.
pub fn heard(bus: &Connection) -> zbus::Result<impl Iterator<Item = Leave>> {
    let told = MessageIterator::from(bus);
    let orders = DBusProxy::new(bus)?;
    for saver in SAVERS {
        orders
            .add_match_rule(MatchRule::builder().msg_type(Type::Signal).interface(saver)?.member(CHANGED)?.build())?;
    }
    Ok(told.map_while(Result::ok).filter(begins).map(|_| Leave::ScreenLock))
}

fn begins(message: &Message) -> bool {
    let header = message.header();
    header.interface().is_some_and(|said| SAVERS.contains(&said.as_str()))
        && header.member().is_some_and(|said| said == CHANGED)
        && message.body().deserialize() == Ok(true)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::platform::bus::private::PrivateBus;

    #[test]
    fn each_screen_saver_is_heard_when_it_begins_and_not_when_it_ends() {
        let bus = PrivateBus::start();
        let ours = bus.connect();
        let heard = heard(&ours).unwrap();
        let desktop = bus.connect();
        let tell = |saver: &str, active: bool| desktop.emit_signal(None::<&str>, "/", saver, CHANGED, &active).unwrap();
        for saver in SAVERS {
            tell(saver, false);
            tell(saver, true);
        }
        tell("org.example.ScreenSaver", true);
        // Answered in order: after this, all of it is here.
        for connection in [&desktop, &ours] {
            DBusProxy::new(connection).unwrap().get_id().unwrap();
        }
        drop(bus);
        assert_eq!(heard.collect::<Vec<_>>(), [Leave::ScreenLock; SAVERS.len()]);
    }
}
