//! What systemd-logind says of sleep and of the session's lock: org.freedesktop.login1(5).

use std::collections::HashMap;

use app::Leave;
use zbus::blocking::fdo::DBusProxy;
use zbus::blocking::{Connection, MessageIterator};
use zbus::message::Type;
use zbus::zvariant::{OwnedFd, OwnedObjectPath, OwnedValue};
use zbus::{MatchRule, Message};

const LOGIND: &str = "org.freedesktop.login1";
const PATH: &str = "/org/freedesktop/login1";
const MANAGER: &str = "org.freedesktop.login1.Manager";
const SESSION: &str = "org.freedesktop.login1.Session";
const PROPERTIES: &str = "org.freedesktop.DBus.Properties";

/// What logind can say that matters here.
enum Said {
    Sleep,
    Wake,
    Lock,
}

/// Listens for as long as the bus is there. Sleep waits for `left`, as long as logind lets it.
///
/// # Errors
/// Where the bus or logind refuses.
pub fn listen(bus: &Connection, left: impl Fn(Leave)) -> zbus::Result<()> {
    // All that this connection is told, in its order.
    let told = MessageIterator::from(bus);
    let orders = DBusProxy::new(bus)?;
    orders.add_match_rule(rule(MANAGER, "PrepareForSleep", PATH)?)?;
    if let Some(session) = session(bus) {
        orders.add_match_rule(rule(SESSION, "Lock", session.as_str())?)?;
        orders.add_match_rule(rule(PROPERTIES, "PropertiesChanged", session.as_str())?)?;
    }
    let mut delay = delay(bus);
    for message in told {
        match understand(&message?) {
            Some(Said::Sleep) => {
                left(Leave::Suspend);
                // Given back: the device may sleep.
                delay = None;
            }
            Some(Said::Wake) if delay.is_none() => delay = self::delay(bus),
            Some(Said::Lock) => left(Leave::ScreenLock),
            _ => {}
        }
    }
    Ok(())
}

fn rule<'a>(interface: &'a str, member: &'a str, path: &'a str) -> zbus::Result<MatchRule<'a>> {
    let rule = MatchRule::builder().msg_type(Type::Signal).sender(LOGIND)?;
    Ok(rule.interface(interface)?.member(member)?.path(path)?.build())
}

/// The session that the client sees. A program that the desktop starts as a service of the user belongs to none itself.
fn session(bus: &Connection) -> Option<OwnedObjectPath> {
    bus.call_method(Some(LOGIND), PATH, Some(MANAGER), "GetSession", &("auto",)).ok()?.body().deserialize().ok()
}

/// Has sleep wait for as long as the answer is held; logind itself gives up waiting after five seconds. `None`: it will
/// not wait, and a lock that comes late is all that is lost.
fn delay(bus: &Connection) -> Option<OwnedFd> {
    let why = ("sleep", "Handrail", "Locks before sleep", "delay");
    bus.call_method(Some(LOGIND), PATH, Some(MANAGER), "Inhibit", &why).ok()?.body().deserialize().ok()
}

fn understand(message: &Message) -> Option<Said> {
    let header = message.header();
    let body = message.body();
    match (header.interface()?.as_str(), header.member()?.as_str()) {
        (MANAGER, "PrepareForSleep") => {
            let begins: bool = body.deserialize().ok()?;
            Some(if begins { Said::Sleep } else { Said::Wake })
        }
        (SESSION, "Lock") => Some(Said::Lock),
        (PROPERTIES, "PropertiesChanged") => {
            let (of, changed, _): (String, HashMap<String, OwnedValue>, Vec<String>) = body.deserialize().ok()?;
            let locked = changed.get("LockedHint").is_some_and(|value| bool::try_from(value) == Ok(true));
            (of == SESSION && locked).then_some(Said::Lock)
        }
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use std::io::{ErrorKind, Read};
    use std::os::fd::OwnedFd as Pipe;
    use std::sync::mpsc::{Receiver, Sender, channel};
    use std::time::Duration;

    use zbus::blocking::object_server::InterfaceRef;
    use zbus::interface;
    use zbus::object_server::SignalEmitter;

    use super::*;
    use crate::platform::bus::private::PrivateBus;

    const SESSION_PATH: &str = "/org/freedesktop/login1/session/_31";
    const PATIENCE: Duration = Duration::from_secs(20);

    /// As much of logind as is asked for: hands out delays, and tells the test how each is seen from the other end.
    struct FakeManager {
        delays: Sender<std::io::PipeReader>,
    }

    #[interface(name = "org.freedesktop.login1.Manager")]
    impl FakeManager {
        fn get_session(&self, id: &str) -> OwnedObjectPath {
            assert_eq!(id, "auto");
            OwnedObjectPath::try_from(SESSION_PATH).unwrap()
        }

        fn inhibit(&self, what: &str, who: &str, _why: &str, mode: &str) -> OwnedFd {
            assert_eq!((what, who, mode), ("sleep", "Handrail", "delay"));
            let (ours, theirs) = std::io::pipe().unwrap();
            self.delays.send(ours).unwrap();
            OwnedFd::from(Pipe::from(theirs))
        }

        #[zbus(signal)]
        async fn prepare_for_sleep(emitter: &SignalEmitter<'_>, begins: bool) -> zbus::Result<()>;
    }

    struct FakeSession;

    #[interface(name = "org.freedesktop.login1.Session")]
    impl FakeSession {
        #[zbus(signal)]
        async fn lock(emitter: &SignalEmitter<'_>) -> zbus::Result<()>;

        #[zbus(property)]
        fn locked_hint(&self) -> bool {
            true
        }
    }

    struct Logind {
        manager: InterfaceRef<FakeManager>,
        session: InterfaceRef<FakeSession>,
        delays: Receiver<std::io::PipeReader>,
    }

    impl Logind {
        fn on(bus: &PrivateBus) -> Self {
            let (given, delays) = channel();
            let connection = bus.connect();
            // Each of what it holds keeps the connection.
            let objects = connection.object_server();
            objects.at(PATH, FakeManager { delays: given }).unwrap();
            objects.at(SESSION_PATH, FakeSession).unwrap();
            connection.request_name(LOGIND).unwrap();
            let manager = objects.interface(PATH).unwrap();
            let session = objects.interface(SESSION_PATH).unwrap();
            Self { manager, session, delays }
        }

        fn sleeps(&self, begins: bool) {
            zbus::block_on(FakeManager::prepare_for_sleep(self.manager.signal_emitter(), begins)).unwrap();
        }

        fn locks(&self) {
            zbus::block_on(FakeSession::lock(self.session.signal_emitter())).unwrap();
        }

        fn says_locked(&self) {
            zbus::block_on(self.session.get().locked_hint_changed(self.session.signal_emitter())).unwrap();
        }
    }

    /// Whether the other end still holds its delay.
    fn is_held(delay: &mut std::io::PipeReader) -> bool {
        rustix::io::ioctl_fionbio(&*delay, true).unwrap();
        match delay.read(&mut [0]) {
            Err(error) if error.kind() == ErrorKind::WouldBlock => true,
            Ok(0) => false,
            other => panic!("{other:?}"),
        }
    }

    #[test]
    fn sleep_waits_until_the_record_is_locked_and_is_held_up_again_after_waking() {
        let bus = PrivateBus::start();
        let logind = Logind::on(&bus);
        let (said, heard) = channel();
        let (done, may_go_on) = channel::<()>();
        let ours = bus.connect();
        std::thread::spawn(move || {
            listen(&ours, |why| {
                said.send(why).unwrap();
                may_go_on.recv().unwrap();
            })
        });
        let mut first = logind.delays.recv_timeout(PATIENCE).unwrap();
        assert!(is_held(&mut first));

        logind.sleeps(true);
        assert_eq!(heard.recv_timeout(PATIENCE), Ok(Leave::Suspend));
        assert!(is_held(&mut first), "it sleeps before the record is locked");
        done.send(()).unwrap();
        rustix::io::ioctl_fionbio(&first, false).unwrap();
        assert_eq!(first.read(&mut [0]).unwrap(), 0, "given back once it is");

        logind.sleeps(false);
        let mut second = logind.delays.recv_timeout(PATIENCE).unwrap();
        assert!(is_held(&mut second));

        for lock in [Logind::locks, Logind::says_locked] {
            lock(&logind);
            assert_eq!(heard.recv_timeout(PATIENCE), Ok(Leave::ScreenLock));
            done.send(()).unwrap();
        }
        assert!(is_held(&mut second));
    }
}
