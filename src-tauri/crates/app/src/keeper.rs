//! The keeper: one thread that sleeps until the next reminder is due, until the
//! record has to lock, or until something changes. It never polls.

use std::sync::{Arc, Condvar, Mutex, PoisonError};
use std::time::Duration;

use crate::change::Change;
use crate::port::Notice;
use crate::reminder::words;
use crate::{App, State, held, lock, today};

/// After so long without a change reminders are planned anew, so that the
/// horizon moves on with the client.
const REPLAN_AFTER: Duration = Duration::from_secs(7 * 24 * 60 * 60);

/// Wakes the keeper.
#[derive(Default)]
pub(crate) struct Signal {
    raised: Mutex<bool>,
    condition: Condvar,
}

impl Signal {
    pub(crate) fn raise(&self) {
        *held(&self.raised) = true;
        self.condition.notify_all();
    }

    /// Sleeps until raised, or that long.
    fn wait(&self, most: Option<Duration>) {
        let mut raised = held(&self.raised);
        if !*raised {
            raised = match most {
                Some(most) => self.condition.wait_timeout(raised, most).unwrap_or_else(PoisonError::into_inner).0,
                None => self.condition.wait(raised).unwrap_or_else(PoisonError::into_inner),
            };
        }
        *raised = false;
    }
}

/// Starts the keeper of that app, for as long as the process lives.
pub fn run_keeper(app: Arc<App>) {
    let _ = std::thread::Builder::new().name("keeper".into()).spawn(move || {
        loop {
            let wait = app.tick();
            app.signal.wait(wait);
        }
    });
}

impl App {
    /// Does what is due now: shows reminders, locks after idle minutes. Answers
    /// how long nothing will be due; `None`: until something changes.
    pub fn tick(&self) -> Option<Duration> {
        let mut changes = Vec::new();
        let wait = {
            let mut state = held(&self.state);
            if self.show_due(&mut state) {
                changes.push(Change::Reminders);
            }
            let expired = self.idle_left(&state).is_some_and(|left| left.is_zero());
            if expired {
                lock::close(self, &mut state);
            }
            if expired || std::mem::take(&mut state.locked_unsaid) {
                changes.push(Change::Vault);
            }
            let monotonic = self.ports.clock.monotonic();
            if state.open.is_some() && monotonic.saturating_sub(state.planned_at) >= REPLAN_AFTER {
                self.replan(&mut state);
            }
            if self.moment_passed(&mut state) {
                changes.push(Change::Time);
            }
            let idle = self.idle_left(&state);
            let now = self.ports.clock.now();
            let next = state.planned.first().map(|firing| firing.at - now);
            let moment = state.next_moment.map(|moment| moment - now);
            let next = next.into_iter().chain(moment).min().map(|left| left.to_std().unwrap_or(Duration::ZERO));
            let replan = state.open.is_some().then(|| (state.planned_at + REPLAN_AFTER).saturating_sub(monotonic));
            idle.into_iter().chain(next).chain(replan).min()
        };
        if !changes.is_empty() {
            for listener in held(&self.listeners).iter() {
                listener(&changes);
            }
        }
        wait
    }

    /// Whether a moment came at which a screen says something else, such as the end of a session.
    fn moment_passed(&self, state: &mut State) -> bool {
        let passed = state.next_moment.is_some_and(|moment| moment <= self.ports.clock.now());
        if passed || (state.next_moment.is_none() && state.open.is_some()) {
            state.next_moment = state.open.as_mut().and_then(today::next_moment);
        }
        passed
    }

    /// How long until the record locks by itself; `None`: never.
    pub(crate) fn idle_left(&self, state: &State) -> Option<Duration> {
        let open = state.open.as_ref().filter(|open| !open.demo)?;
        let minutes = open.preferences.lock_after_minutes?;
        let until = state.last_touch + Duration::from_secs(u64::from(minutes) * 60);
        Some(until.saturating_sub(self.ports.clock.monotonic()))
    }

    /// Shows every reminder that is due, each once. Whether any was.
    fn show_due(&self, state: &mut State) -> bool {
        let now = self.ports.clock.now();
        let due = state.planned.partition_point(|firing| firing.at <= now);
        if due == 0 {
            return false;
        }
        let due: Vec<_> = state.planned.drain(..due).collect();
        for firing in due {
            if !firing.is_worth_showing(now) {
                continue;
            }
            let (title, body) = words(&firing, self.ports.zone.zone(), state.planned_language);
            let shown = self.ports.notifier.show(&Notice { id: firing.id.clone(), title, body });
            // The made-up client's record is nothing to record in.
            let own = state.open.as_mut().filter(|open| !open.demo);
            // Recorded in the same breath; while locked, remembered until the next unlock.
            let recorded = own.is_some_and(|open| {
                open.notifier_trouble = shown.is_err();
                open.store.write::<_, crate::Failure>(|w| Ok(store::reminder::put_fired(w, &firing.id, now)?)).is_ok()
            });
            if !recorded {
                state.shown.insert(firing.id);
            }
        }
        true
    }
}
