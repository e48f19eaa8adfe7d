//! Notices on the desktop, through the system's notification daemon.

use std::collections::VecDeque;
use std::sync::mpsc::{Receiver, SyncSender, sync_channel};
use std::sync::{Arc, Mutex, OnceLock, PoisonError};
use std::time::{Duration, Instant};

use app::port::{Notice, Notifier, NotifierError, Press, Pressed};
use tauri::AppHandle;

use super::shown::{Heard, Shown};
use crate::window;

/// How long a caller waits for the daemon's answer. A daemon that only starts with the first notice takes longer.
const PATIENCE: Duration = Duration::from_millis(250);
/// A daemon that takes this long hangs.
const HANGING: Duration = Duration::from_secs(5);
/// How many orders may wait for a daemon that hangs.
const WAITING: usize = 16;
/// How many shown notices can still be taken back and answered; each holds a connection to the daemon.
const SHOWN: usize = 16;

enum Order {
    Show { notice: Notice, answer: SyncSender<Result<(), NotifierError>> },
    Withdraw { id: String },
}

/// Since when the daemon has been busy with an order.
type Busy = Arc<Mutex<Option<Instant>>>;

/// Speaks to the daemon from a thread of its own: one that hangs holds up nobody else.
pub struct SystemNotifier {
    orders: SyncSender<Order>,
    busy: Busy,
    pressed: Arc<OnceLock<Pressed>>,
}

impl SystemNotifier {
    /// Starts the thread. It connects to the daemon with the first notice. A press on the notice itself raises the window.
    pub fn start(handle: &AppHandle) -> Self {
        let (orders, inbox) = sync_channel(WAITING);
        let busy = Busy::default();
        let pressed = Arc::new(OnceLock::new());
        let server = Server { shown: VecDeque::new(), pressed: Arc::clone(&pressed), handle: handle.clone() };
        let theirs = Arc::clone(&busy);
        std::thread::spawn(move || server.serve(&inbox, &theirs));
        Self { orders, busy, pressed }
    }

    fn hangs(&self) -> bool {
        let since = *self.busy.lock().unwrap_or_else(PoisonError::into_inner);
        since.is_some_and(|since| since.elapsed() > HANGING)
    }
}

impl Notifier for SystemNotifier {
    /// A notice that the daemon neither takes nor refuses at once is on its way: only the next one knows better.
    fn show(&self, notice: &Notice) -> Result<(), NotifierError> {
        let (answer, shown) = sync_channel(1);
        // One more would only come late, beside the one that is tried again.
        if self.hangs() {
            return Err(NotifierError);
        }
        self.orders.try_send(Order::Show { notice: notice.clone(), answer }).map_err(|_| NotifierError)?;
        shown.recv_timeout(PATIENCE).unwrap_or(Ok(()))
    }

    fn withdraw(&self, id: &str) {
        // With a daemon that hangs there is nothing to take back.
        let _ = self.orders.try_send(Order::Withdraw { id: id.to_owned() });
    }

    fn listen(&self, pressed: Pressed) {
        // Whoever listens first is the core.
        let _ = self.pressed.set(pressed);
    }
}

/// The thread's side.
struct Server {
    /// The newest first.
    shown: VecDeque<(String, Shown)>,
    pressed: Arc<OnceLock<Pressed>>,
    handle: AppHandle,
}

impl Server {
    fn serve(mut self, inbox: &Receiver<Order>, busy: &Mutex<Option<Instant>>) {
        let at_work = |since| *busy.lock().unwrap_or_else(PoisonError::into_inner) = since;
        for order in inbox {
            at_work(Some(Instant::now()));
            match order {
                Order::Show { notice, answer } => {
                    // Nobody listens any more where it took too long.
                    let _ = answer.try_send(self.show(&notice));
                }
                Order::Withdraw { id } => {
                    if let Some(shown) = self.take(&id) {
                        shown.close();
                    }
                }
            }
            at_work(None);
        }
    }

    fn show(&mut self, notice: &Notice) -> Result<(), NotifierError> {
        let earlier = self.take(&notice.id);
        let shown = Shown::show(notice, earlier, self.ear(&notice.id))?;
        self.shown.retain(|(_, shown)| shown.is_there());
        // Those beyond stay on the screen; only their buttons are heard no more.
        self.shown.truncate(SHOWN - 1);
        self.shown.push_front((notice.id.clone(), shown));
        Ok(())
    }

    fn take(&mut self, id: &str) -> Option<Shown> {
        let place = self.shown.iter().position(|(other, _)| other == id)?;
        self.shown.remove(place).map(|(_, shown)| shown)
    }

    fn ear(&self, id: &str) -> Heard {
        let (id, pressed, handle) = (id.to_owned(), Arc::clone(&self.pressed), self.handle.clone());
        Box::new(move |press: Option<Press>| match press {
            None => window::raise(&handle),
            Some(press) => {
                if let Some(pressed) = pressed.get() {
                    pressed(&id, press);
                }
            }
        })
    }
}
