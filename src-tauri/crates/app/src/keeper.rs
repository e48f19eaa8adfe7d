//! The keeper: one thread that sleeps until the next reminder is due, until the
//! record has to lock, or until something changes. It never polls.

use std::sync::{Arc, Condvar, Mutex, PoisonError};
use std::time::Duration;

use chrono::{DateTime, TimeDelta, Utc};
use domain::reminder::{Due, PAST, Placement, Span, place};
use domain::time::Zone;

use crate::change::Change;
use crate::port::Notice;
use crate::reminder::{self, ended_notice, missed_notice, notice};
use crate::{App, Leave, State, held, lock, today};

/// After so long without a change reminders are planned anew, so that the
/// horizon moves on with the client.
const REPLAN_AFTER: Duration = Duration::from_secs(7 * 24 * 60 * 60);

/// How long after the first refusal a reminder is tried again; each further one doubles it, up to eight minutes.
const RETRY: Duration = Duration::from_secs(60);

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
    hear_presses(&app);
    let _ = std::thread::Builder::new().name("keeper".into()).spawn(move || {
        loop {
            let wait = app.tick();
            app.signal.wait(wait);
        }
    });
}

/// Hears what the client does with notices.
pub fn hear_presses(app: &Arc<App>) {
    let weak = Arc::downgrade(app);
    app.ports.notifier.listen(Box::new(move |thread, press| {
        if let Some(app) = weak.upgrade() {
            app.pressed(thread, press);
        }
    }));
}

impl App {
    /// Does what is due now: shows reminders, locks after idle minutes, or where the client left by way of a dialog.
    /// Answers how long nothing will be due; `None`: until something changes.
    pub fn tick(&self) -> Option<Duration> {
        if self.left_by_dialog().is_some_and(|left| left.is_zero()) {
            self.returned();
            self.leave(Leave::Hidden);
        }
        let mut changes = Vec::new();
        let wait = {
            let mut state = held(&self.state);
            // First, so that a record that was left open for too long says nothing any more.
            let expired = self.idle_left(&state).is_some_and(|left| left.is_zero());
            if expired {
                lock::close(self, &mut state);
                state.hold = None;
            }
            if self.show_due(&mut state) {
                changes.push(Change::Reminders);
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
                // A day or a period may have begun.
                let next = state.next_moment;
                self.replan(&mut state);
                state.next_moment = next;
            }
            let idle = self.idle_left(&state);
            let now = self.ports.clock.now();
            let moment = state.next_moment.map(|moment| (moment - now).to_std().unwrap_or(Duration::ZERO));
            let next = self.next_due(&state).into_iter().chain(moment).min();
            let replan = state.open.is_some().then(|| (state.planned_at + REPLAN_AFTER).saturating_sub(monotonic));
            idle.into_iter().chain(next).chain(replan).chain(self.left_by_dialog()).min()
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

    /// Shows every reminder that is due, each once, and tells of those that were missed. Whether any was.
    fn show_due(&self, state: &mut State) -> bool {
        self.load(state);
        self.hand_over_first(state);
        let (now, device) = (self.ports.clock.now(), self.ports.zone.zone());
        let spans = state.reminding.table.spans(now, device);
        let (mut due, mut over) = (Vec::new(), Vec::new());
        for (row, placement) in state.reminding.table.to_come(&spans, now, device) {
            match placement {
                Placement::At(at) if at <= now => due.push((at, row.clone())),
                Placement::Over => over.push(row.clone()),
                _ => {}
            }
        }
        due.sort_by(|(a, one), (b, other)| (a, &one.id).cmp(&(b, &other.id)));
        // What was refused waits; what was not tried yet does not.
        let refused = &state.reminding.refused;
        if self.waits(state) && due.iter().all(|(_, row)| refused.contains(&row.id)) {
            due.clear();
        }
        let mut changed = false;
        for (place, (_, row)) in due.iter().enumerate() {
            // Of two at once of the same thing, the later one says all.
            let later = due.iter().skip(place + 1).any(|(_, other)| other.thread == row.thread);
            if later {
                self.record(state, row, now, false);
            } else if !self.show(state, row, now, device) {
                // The system refuses: what else is due waits with it.
                state.reminding.refused.extend(due.into_iter().map(|(_, row)| row.id));
                break;
            }
            changed = true;
        }
        for row in &over {
            self.miss(state, row, &spans, now, device);
            changed = true;
        }
        if !over.is_empty() {
            self.keep(state);
        }
        changed | self.tell_missed(state, &spans, now) | self.tell_end(state, &spans, now, device)
    }

    /// Whether the system refused a short while ago.
    fn waits(&self, state: &State) -> bool {
        state.reminding.retry_at > self.ports.clock.monotonic()
    }

    /// Hands a notice to the system. One that is refused is tried again later.
    fn hand(&self, state: &mut State, notice: &Notice) -> bool {
        let shown = self.ports.notifier.show(notice).is_ok();
        if let Some(open) = state.open.as_mut() {
            open.notifier_trouble = !shown;
        }
        let reminding = &mut state.reminding;
        if shown {
            reminding.refusals = 0;
        } else {
            reminding.retry_at = self.ports.clock.monotonic() + RETRY * 2u32.pow(reminding.refusals.min(3));
            reminding.refusals += 1;
        }
        shown
    }

    /// Shows one reminder and records that in the same breath. Whether it was shown.
    fn show(&self, state: &mut State, row: &Due, now: DateTime<Utc>, device: Zone) -> bool {
        // A phone has shown it by itself.
        if !self.phone_reminds(state) {
            let reminding = &state.reminding;
            let own = reminding.told.get(&row.id).map_or("", |told| told.words.as_str());
            let is_own = !own.is_empty();
            if !self.hand(state, &notice(row, own, now, device, reminding.table.language)) {
                state.reminding.refused.insert(row.id.clone());
                return false;
            }
            state.reminding.refused.remove(&row.id);
            if is_own {
                state.reminding.own_on_screen.insert(row.thread.clone());
            } else {
                state.reminding.own_on_screen.remove(&row.thread);
            }
        }
        state.reminding.standing.insert(row.thread.clone(), row.id.clone());
        self.record(state, row, now, false);
        self.keep(state);
        true
    }

    /// Notes that one came due and is of no use any more: while the device was off, or the system refused it.
    fn miss(&self, state: &mut State, row: &Due, spans: &[Span], now: DateTime<Utc>, device: Zone) {
        // What quiet hours kept back, seen from the day before, did not come due.
        let before = row.when.instant(device) - TimeDelta::days(1);
        let kept_back = place(row, spans, before, device) == Placement::KeptBack;
        let missed = !kept_back && !self.phone_reminds(state);
        let reminding = &mut state.reminding;
        reminding.refused.remove(&row.id);
        // Each thing counts once, and not where an earlier reminder of it was seen.
        let known = reminding.standing.contains_key(&row.thread)
            || reminding.table.rows.iter().any(|other| {
                other.thread == row.thread && reminding.table.shown.iter().any(|shown| shown.id == other.id)
            });
        let missed = missed && !known;
        reminding.table.missed += u32::from(missed);
        // What does not count was never shown: it does not stand.
        let at = if missed { now } else { now - PAST };
        self.record(state, row, at, missed);
    }

    /// Tells once, together, of what was missed. Whether it did.
    fn tell_missed(&self, state: &mut State, spans: &[Span], now: DateTime<Utc>) -> bool {
        let table = &state.reminding.table;
        if table.missed == 0 || is_quiet(spans, now) || self.waits(state) {
            return false;
        }
        if !self.hand(state, &missed_notice(table.missed, table.language)) {
            return false;
        }
        state.reminding.table.missed = 0;
        self.keep(state);
        true
    }

    /// Says once that nothing more is planned until the record is opened. Whether it did.
    fn tell_end(&self, state: &mut State, spans: &[Span], now: DateTime<Utc>, device: Zone) -> bool {
        let table = &state.reminding.table;
        let own = state.open.as_ref().is_some_and(|open| !open.demo);
        let ended = table.last.is_some_and(|last| last.instant(device) <= now);
        if own || !ended || table.ended || is_quiet(spans, now) || self.phone_reminds(state) || self.waits(state) {
            return false;
        }
        if !self.hand(state, &ended_notice(table.language)) {
            return false;
        }
        state.reminding.table.ended = true;
        self.keep(state);
        true
    }

    /// When the next reminder is due, or is tried again; `None`: never.
    fn next_due(&self, state: &State) -> Option<Duration> {
        let (now, device) = (self.ports.clock.now(), self.ports.zone.zone());
        let table = &state.reminding.table;
        let spans = table.spans(now, device);
        let left = |at: DateTime<Utc>| (at - now).to_std().unwrap_or(Duration::ZERO);
        let retry = state.reminding.retry_at.saturating_sub(self.ports.clock.monotonic());
        let rows = table.to_come(&spans, now, device).into_iter().filter_map(|(row, placement)| match placement {
            // What is due and was refused waits.
            Placement::At(at) if state.reminding.refused.contains(&row.id) => Some(left(at).max(retry)),
            Placement::At(at) => Some(left(at)),
            Placement::KeptBack => Some(left(row.until.instant(device))),
            Placement::Over => None,
        });
        let quiet_ends = spans.iter().find(|span| holds(span, now)).map_or(now, |(_, ends)| *ends);
        let missed = (table.missed > 0).then(|| left(quiet_ends).max(retry));
        let locked = state.open.as_ref().is_none_or(|open| open.demo);
        let end = table.last.filter(|_| locked && !table.ended && !self.phone_reminds(state));
        let end = end.map(|last| left(last.instant(device).max(quiet_ends)).max(retry));
        rows.chain(missed).chain(end).min()
    }

    /// Notes that a reminder came due: in the record while it is open, and in the table.
    fn record(&self, state: &mut State, row: &Due, at: DateTime<Utc>, missed: bool) {
        state.reminding.table.note(&row.id, at, missed);
        // The made-up client's record is nothing to record in.
        if let Some(open) = state.open.as_mut().filter(|open| !open.demo)
            && let Some(told) = state.reminding.told.get(&row.id)
        {
            // One that cannot be written now is written with the next unlock.
            let _ = reminder::came_due(open, told.id.clone(), at, missed);
        }
    }
}

fn holds((from, to): &Span, now: DateTime<Utc>) -> bool {
    (*from..*to).contains(&now)
}

fn is_quiet(spans: &[Span], now: DateTime<Utc>) -> bool {
    spans.iter().any(|span| holds(span, now))
}
