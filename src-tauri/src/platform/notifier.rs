//! Notices on the desktop, through the system's notification daemon.

#[cfg(desktop)]
pub use desktop::SystemNotifier;
#[cfg(mobile)]
pub use mobile::SystemNotifier;

#[cfg(desktop)]
mod desktop {
    use std::collections::VecDeque;
    use std::sync::mpsc::{Receiver, SyncSender, sync_channel};
    use std::sync::{Arc, Mutex, PoisonError};
    use std::time::{Duration, Instant};

    use app::port::{Notice, Notifier, NotifierError};
    use notify_rust::{Notification, NotificationHandle};

    /// How long a caller waits for the daemon's answer. A daemon that only starts with the first notice takes longer.
    const PATIENCE: Duration = Duration::from_millis(250);
    /// A daemon that takes this long hangs.
    const HANGING: Duration = Duration::from_secs(5);
    /// How many orders may wait for a daemon that hangs.
    const WAITING: usize = 16;
    /// How many shown notices can still be taken back; each holds a connection to the daemon.
    const SHOWN: usize = 16;

    enum Order {
        Show { id: String, title: String, body: String, answer: SyncSender<Result<(), NotifierError>> },
        Withdraw { id: String },
    }

    /// Since when the daemon has been busy with an order.
    type Busy = Arc<Mutex<Option<Instant>>>;

    /// Speaks to the daemon from a thread of its own: one that hangs holds up nobody else.
    pub struct SystemNotifier {
        orders: SyncSender<Order>,
        busy: Busy,
    }

    impl SystemNotifier {
        /// Starts the thread. It connects to the daemon with the first notice.
        pub fn start() -> Self {
            let (orders, inbox) = sync_channel(WAITING);
            let busy = Busy::default();
            let theirs = Arc::clone(&busy);
            std::thread::spawn(move || serve(&inbox, &theirs));
            Self { orders, busy }
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
            let hangs = self.hangs();
            let order =
                Order::Show { id: notice.id.clone(), title: notice.title.clone(), body: notice.body.clone(), answer };
            self.orders.try_send(order).map_err(|_| NotifierError)?;
            if hangs { Err(NotifierError) } else { shown.recv_timeout(PATIENCE).unwrap_or(Ok(())) }
        }

        fn withdraw(&self, id: &str) {
            // With a daemon that hangs there is nothing to take back.
            let _ = self.orders.try_send(Order::Withdraw { id: id.to_owned() });
        }
    }

    fn serve(inbox: &Receiver<Order>, busy: &Mutex<Option<Instant>>) {
        let at_work = |since| *busy.lock().unwrap_or_else(PoisonError::into_inner) = since;
        let mut shown: VecDeque<(String, NotificationHandle)> = VecDeque::new();
        for order in inbox {
            at_work(Some(Instant::now()));
            match order {
                Order::Show { id, title, body, answer } => {
                    close(&mut shown, &id);
                    let result = notification(&title, &body).show();
                    // Nobody listens any more where it took too long.
                    let _ = answer.try_send(result.as_ref().map(|_| ()).map_err(|_| NotifierError));
                    if let Ok(handle) = result {
                        shown.truncate(SHOWN - 1);
                        shown.push_front((id, handle));
                    }
                }
                Order::Withdraw { id } => close(&mut shown, &id),
            }
            at_work(None);
        }
    }

    fn close(shown: &mut VecDeque<(String, NotificationHandle)>, id: &str) {
        if let Some(place) = shown.iter().position(|(other, _)| other == id)
            && let Some((_, handle)) = shown.remove(place)
        {
            handle.close();
        }
    }

    /// Neutral on a lock screen: the app's name, its mark, and the words that the core chose.
    fn notification(title: &str, body: &str) -> Notification {
        let mut notification = Notification::new();
        notification.appname("Handrail").icon("handrail").summary(title).body(body);
        #[cfg(all(unix, not(target_os = "macos")))]
        notification.urgency(notify_rust::Urgency::Normal).hint(notify_rust::Hint::DesktopEntry("Handrail".to_owned()));
        notification
    }
}

#[cfg(mobile)]
mod mobile {
    use app::port::{Notice, Notifier, NotifierError};

    /// A phone shows no notices yet.
    pub struct SystemNotifier;

    impl SystemNotifier {
        /// Nothing to start.
        pub fn start() -> Self {
            Self
        }
    }

    impl Notifier for SystemNotifier {
        fn show(&self, _notice: &Notice) -> Result<(), NotifierError> {
            Err(NotifierError)
        }

        fn withdraw(&self, _id: &str) {}
    }
}
