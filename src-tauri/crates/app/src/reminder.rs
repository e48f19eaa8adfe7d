//! Reminders: planned from the open record, kept in a small table while it is locked, put off, answered.
//! [`crate::keeper`] shows them.

mod notice;
mod plan;
mod table;

use std::collections::{HashMap, HashSet};
use std::time::Duration;

use chrono::{DateTime, NaiveTime, TimeDelta, Utc};
use domain::care::SessionState;
use domain::reminder::thing::Subject;
use domain::reminder::{Due, Firing, HORIZON, PAST, Placement, Snoozed, When, first_id, place, put_off_id};
use domain::time::{TimeOfDay, Zone, plus_days};
use store::reminder::Fired;

use crate::api::groups::RecordAttendance;
use crate::api::reminders::{AnswerReminder, Delivery, DeliveryNow, ReminderView, Reminders, Snooze, SnoozeReminder};
use crate::api::treatment::LogSession;
use crate::api::{Nothing, Ok as Acknowledged};
use crate::change::{Change, Done};
use crate::failure::{Failure, Rule};
use crate::open::Open;
use crate::port::{Notice, Permission, Press, Scheduled};
use crate::words::{Catalogue, Words, word};
use crate::{App, State, group, session};

pub(crate) use notice::{MISSED, ended_notice, example_notice, missed_notice, notice};
use plan::{SHOWN_SINCE, planned};
use table::{Answered, STANDS, opaque};
pub(crate) use table::{FILE as TABLE_FILE, Table};

/// Most reminders that are planned at once: the nearest. The others follow as these pass.
const MOST_PLANNED: usize = 1_000;
/// The days that the page shows.
const DAYS: u64 = 7;
/// When the evening begins, for what is put off until then, and the morning.
const EVENING: TimeOfDay = TimeOfDay::from_minutes(19 * 60);
const MORNING: TimeOfDay = TimeOfDay::from_minutes(9 * 60);

/// What is known of reminders while the app runs.
#[derive(Default)]
pub(crate) struct Reminding {
    /// What is planned: all that is needed while the record is locked.
    pub(crate) table: Table,
    /// Whether the table was read from its file.
    pub(crate) loaded: bool,
    /// The file as it is, once this process has written it; `Some(None)`: there is none.
    written: Option<Option<Vec<u8>>>,
    /// What the rows are in the record, by their ids: only while it is open.
    pub(crate) told: HashMap<String, Told>,
    /// What stands on the screen, as far as this process has shown it: the row by its thread.
    pub(crate) standing: HashMap<String, String>,
    /// Which of it is in the client's own words.
    pub(crate) own_on_screen: HashSet<String>,
    /// What the system refused so far.
    pub(crate) refused: HashSet<String>,
    /// How often in a row the system refused, and from when on it is tried again.
    pub(crate) refusals: u32,
    pub(crate) retry_at: Duration,
    /// What a system that shows reminders by itself was handed last; `None`: nobody knows what it holds.
    handed: Option<Vec<Scheduled>>,
}

/// What a row is in the open record.
pub(crate) struct Told {
    /// The id of the reminder.
    pub(crate) id: String,
    /// The client's own words; empty: neutral ones.
    pub(crate) words: String,
}

impl App {
    /// Plans reminders anew from the open record. While it is locked, what was planned stays.
    pub(crate) fn replan(&self, state: &mut State) {
        state.planned_at = self.ports.clock.monotonic();
        state.next_moment = None;
        self.load(state);
        // The made-up client reminds of nothing; the client's own reminders stay planned.
        let Some(open) = state.open.as_mut().filter(|open| !open.demo) else { return };
        let reminding = &mut state.reminding;
        let Ok((table, told, threads)) = table_of(open, &reminding.table) else { return };
        reminding.table = table;
        reminding.told = told;
        // What was answered in the app, or is gone, says nothing any more.
        let gone: Vec<_> = reminding.standing.keys().filter(|thread| !threads.contains(*thread)).cloned().collect();
        for thread in gone {
            reminding.standing.remove(&thread);
            self.ports.notifier.withdraw(&thread);
        }
        self.keep(state);
    }

    /// Another record took the place: its own table is read, and what was handed over for the one before is taken back.
    pub(crate) fn forget_table(&self, state: &mut State) {
        let reminding = &state.reminding;
        // A phone may have shown any of them while nothing of the app ran.
        let perhaps = reminding.table.rows.iter().filter(|_| self.ports.notifier.schedules()).map(|row| &row.thread);
        for thread in reminding.standing.keys().chain(perhaps) {
            self.ports.notifier.withdraw(thread);
        }
        let handed = state.reminding.handed.take();
        state.reminding = Reminding { handed, ..Reminding::default() };
        self.load(state);
        self.hand_over(state);
    }

    /// Reads the table where that was not done yet.
    pub(crate) fn load(&self, state: &mut State) {
        if !std::mem::replace(&mut state.reminding.loaded, true) {
            state.reminding.table = Table::load(&self.folder);
        }
    }

    /// Writes the table where it is another than it was, and hands it to a system that shows reminders itself. A table
    /// that cannot be written is still kept here.
    pub(crate) fn keep(&self, state: &mut State) {
        let open = state.open.as_ref().filter(|open| !open.demo);
        let wanted = open.is_none_or(|open| open.preferences.remind_while_locked);
        let reminding = &mut state.reminding;
        let (now, device) = (self.ports.clock.now(), self.ports.zone.zone());
        let bytes = if wanted && !reminding.table.is_empty() { reminding.table.bytes(now, device).ok() } else { None };
        if reminding.written.as_ref() != Some(&bytes) && table::write(&self.folder, bytes.as_deref()).is_ok() {
            reminding.written = Some(bytes);
        }
        self.hand_over(state);
    }

    /// Whether the system shows reminders by itself: a phone, which keeps their times to do so. Where the client wants
    /// none while the record is locked, it keeps none, as the app may end at any time without locking.
    pub(crate) fn phone_reminds(&self, state: &State) -> bool {
        let own = state.open.as_ref().filter(|open| !open.demo);
        self.ports.notifier.schedules() && own.is_none_or(|open| open.preferences.remind_while_locked)
    }

    /// Tells a system that shows reminders by itself what is to come, where nobody knows what it still holds.
    pub(crate) fn hand_over_first(&self, state: &mut State) {
        if state.reminding.handed.is_none() {
            self.hand_over(state);
        }
    }

    /// Hands what is to come to a system that shows reminders by itself, where it is another than it was.
    pub(crate) fn hand_over(&self, state: &mut State) {
        if !self.ports.notifier.schedules() {
            return;
        }
        let reminds = self.phone_reminds(state);
        let (now, device) = (self.ports.clock.now(), self.ports.zone.zone());
        let table = &state.reminding.table;
        let spans = table.spans(now, device);
        let mut coming: Vec<_> = table
            .to_come(&spans, now, device)
            .into_iter()
            .filter_map(|(row, placement)| match placement {
                Placement::At(at) if at > now && reminds => {
                    let until = row.until.instant(device).max(at);
                    let local = matches!(row.when, When::Local(_)).then(|| device.civil(at));
                    Some(Scheduled { at, local, until, notice: notice(row, "", at, device, table.language) })
                }
                _ => None,
            })
            .collect();
        coming.sort_by_key(|one| one.at);
        if Some(&coming) == state.reminding.handed.as_ref() {
            return;
        }
        let refused = self.ports.notifier.schedule(&coming).is_err();
        state.reminding.handed = (!refused).then_some(coming);
        if let Some(open) = state.open.as_mut() {
            open.notifier_trouble = refused;
        }
    }

    /// Forgets what a locked record keeps to itself, also on the screen.
    pub(crate) fn forget_words(&self, state: &mut State) {
        let keeps = state.open.as_ref().is_none_or(|open| open.demo || open.preferences.remind_while_locked);
        let (now, device) = (self.ports.clock.now(), self.ports.zone.zone());
        let reminding = &mut state.reminding;
        for thread in std::mem::take(&mut reminding.own_on_screen) {
            let id = reminding.standing.get(&thread);
            if let Some(row) = reminding.table.rows.iter().find(|row| Some(&row.id) == id) {
                let neutral = notice(row, "", now, device, reminding.table.language);
                // One that is refused is still taken from the screen.
                self.ports.notifier.withdraw(&row.thread);
                let _ = self.ports.notifier.show(&Notice { sound: false, ..neutral });
            }
        }
        reminding.told = HashMap::new();
        if !keeps {
            reminding.table = Table::default();
            self.hand_over(state);
        }
    }

    /// What the client did with a notice.
    pub(crate) fn pressed(&self, thread: &str, press: Press) {
        let mut state = crate::held(&self.state);
        self.expire(&mut state);
        self.load(&mut state);
        let (now, device) = (self.ports.clock.now(), self.ports.zone.zone());
        let shown = state.reminding.standing.remove(thread);
        // A phone showed it while nothing of the app ran, and the press is what started it.
        let Some(id) = shown.or_else(|| state.reminding.table.standing(thread, now, device)) else { return };
        self.ports.notifier.withdraw(thread);
        let own = state.open.as_mut().filter(|open| !open.demo);
        let done = own.map(|open| match press {
            Press::Snooze(wait) => snooze(open, &id, wait),
            Press::Answer { there } => answer(open, &id, there),
        });
        let changes = match done {
            Some(Ok(done)) => done.changes,
            Some(Err(failure)) if !failure.may_pass() => Vec::new(),
            // What can be written into no record now is taken in with the next unlock.
            _ => {
                let table = &mut state.reminding.table;
                match press {
                    Press::Snooze(wait) => table.put_off(&id, waits_until(wait, now, device), device),
                    Press::Answer { there } => table.answered.push(Answered { id, there }),
                }
                self.keep(&mut state);
                Vec::new()
            }
        };
        drop(state);
        self.tell(&changes);
        self.signal.raise();
    }
}

/// The table of an open record, what its rows are, and every thread that there is.
type Planned = (Table, HashMap<String, Told>, HashSet<String>);

fn table_of(open: &mut Open, before: &Table) -> Result<Planned, Failure> {
    let (now, device, secret) = (open.now(), open.zone(), open.keeper.secret);
    let firings = planned(open)?;
    let fired = shown(open)?;
    let mut table = Table {
        language: open.preferences.language,
        quiet: open.preferences.quiet,
        missed: before.missed,
        put_off: before.put_off.clone(),
        answered: before.answered.clone(),
        // By the day, so that the file is another only where what it says is.
        last: Some(When::Local(device.civil(now + HORIZON).date().and_time(NaiveTime::MIN))),
        ..Table::default()
    };
    let spans = table.spans(now, device);
    let came_before = before.came();
    let rows = before.rows.iter().map(|row| row.id.as_str());
    let waiting: HashSet<&str> = rows.filter(|id| !came_before.contains_key(id)).collect();
    let (mut told, mut threads) = (HashMap::new(), HashSet::new());
    let mut to_come = 0;
    for firing in firings {
        if is_answered(&firing, &fired) {
            continue;
        }
        let thread = opaque(&secret, &firing.due.thread);
        threads.insert(thread.clone());
        if to_come == MOST_PLANNED {
            continue;
        }
        let id = opaque(&secret, &firing.due.id);
        let recorded = came(&firing, &fired, now);
        // What could not be written into the record is known here alone.
        let kept = came_before.get(id.as_str()).filter(|shown| recorded.is_none() && shown.holds(now)).copied();
        if let Some(kept) = kept {
            table.shown.push(kept.clone());
        }
        let came = recorded.map(|one| one.at).or(kept.map(|kept| kept.at));
        let stands = came.is_some_and(|at| at > now - STANDS);
        // What came due while nothing ran is told of as missed.
        let unnoticed = came.is_none() && waiting.contains(id.as_str());
        if place(&firing.due, &spans, now, device) == Placement::Over && !stands && !unnoticed {
            continue;
        }
        match came {
            Some(_) if !stands => continue,
            Some(at) => table.note(&id, at, false),
            None => to_come += 1,
        }
        if to_come == MOST_PLANNED {
            table.last = Some(firing.due.when);
        }
        told.insert(id.clone(), Told { id: firing.due.id, words: firing.words });
        table.rows.push(Due { id, thread, ..firing.due });
    }
    // What was put off while locked and could not be taken in still comes.
    let put_off: HashSet<_> = table.put_off.iter().map(|off| put_off_id(&off.id, off.until)).collect();
    let rows = before.rows.iter().filter(|row| put_off.contains(&row.id) && !told.contains_key(&row.id));
    table.rows.extend(rows.cloned());
    table.last = table.last.filter(|_| !table.rows.is_empty());
    Ok((table, told, threads))
}

/// When and how a reminder came due. One that was missed on a clock that was ahead of its time did not.
fn came<'f>(firing: &Firing, fired: &'f HashMap<String, Fired>, now: DateTime<Utc>) -> Option<&'f Fired> {
    fired.get(&firing.due.id).filter(|one| !one.missed || one.at <= now)
}

/// Whether it asks what was answered with no, where nothing else in the record says so.
fn is_answered(firing: &Firing, fired: &HashMap<String, Fired>) -> bool {
    firing.due.asks() && fired.contains_key(&answered_id(&firing.due.thread))
}

/// Notes in the record that a reminder came due.
pub(crate) fn came_due(open: &mut Open, id: String, at: DateTime<Utc>, missed: bool) -> Result<(), Failure> {
    open.store.write::<_, Failure>(|w| Ok(store::reminder::put_fired(w, &Fired { id, at, missed })?))?;
    Ok(())
}

/// The ids of all that is planned now.
pub(crate) fn known(open: &mut Open) -> Result<HashSet<String>, Failure> {
    Ok(planned(open)?.into_iter().map(|firing| firing.due.id).collect())
}

/// Passes over what came to be planned since and is past already: what is chosen now reminds of what is ahead.
/// `questions`: only questions, where what begins soon is still worth a reminder.
pub(crate) fn pass_over(open: &mut Open, known: &HashSet<String>, questions: bool) -> Result<(), Failure> {
    let (now, device) = (open.now(), open.zone());
    let firings = planned(open)?;
    let gone = firings.into_iter().filter(|firing| firing.due.when.instant(device) <= now);
    let gone = gone.filter(|firing| !questions || firing.due.asks());
    let gone: Vec<_> = gone.map(|firing| firing.due.id).filter(|id| !known.contains(id)).collect();
    if gone.is_empty() {
        return Ok(());
    }
    open.store.write::<_, Failure>(|w| {
        // As shown long ago: it does not stand any more.
        let at = now - PAST;
        gone.into_iter().try_for_each(|id| Ok(store::reminder::put_fired(w, &Fired { id, at, missed: false })?))
    })?;
    Ok(())
}

/// What came due lately, by id.
fn shown(open: &mut Open) -> Result<HashMap<String, Fired>, Failure> {
    let since = open.now() - SHOWN_SINCE;
    let fired = open.store.read::<_, Failure>(|r| Ok(store::reminder::fired_since(r, since)?))?;
    Ok(fired.into_iter().map(|one| (one.id.clone(), one)).collect())
}

/// Takes into the record what happened to reminders while it was locked.
pub(crate) fn take_in(open: &mut Open, table: &mut Table) -> Result<(), Failure> {
    let (now, secret) = (open.now(), open.keeper.secret);
    if table.shown.is_empty() && table.put_off.is_empty() && table.answered.is_empty() {
        return open.store.write::<_, Failure>(|w| Ok(store::reminder::prune(w, now - SHOWN_SINCE)?)).map(|_| ());
    }
    let firings = planned(open)?;
    let by_row: HashMap<String, &Firing> =
        firings.iter().map(|firing| (opaque(&secret, &firing.due.id), firing)).collect();
    // A row that was put off is named by the reminder that it was at first.
    let named = |row: &str| {
        let first = by_row.get(first_id(row))?.due.id.clone();
        Some(first + row.strip_prefix(first_id(row)).unwrap_or_default())
    };
    let known = shown(open)?;
    let shown = table.shown.iter().filter_map(|shown| {
        let id = named(&shown.id).filter(|id| !known.contains_key(id))?;
        Some(Fired { id, at: shown.at, missed: shown.missed })
    });
    let snoozed = table.put_off.iter().filter_map(|off| Some(Snoozed { id: named(&off.id)?, at: off.until }));
    let (shown, snoozed): (Vec<_>, Vec<_>) = (shown.collect(), snoozed.collect());
    // Written last: of a record that does not read, nothing is changed.
    open.store.write::<_, Failure>(|w| {
        store::reminder::prune(w, now - SHOWN_SINCE)?;
        shown.iter().try_for_each(|fired| store::reminder::put_fired(w, fired))?;
        Ok(snoozed.iter().try_for_each(|one| store::reminder::put_snoozed(w, one))?)
    })?;
    table.put_off.clear();
    // What cannot be logged any more was answered in the app meanwhile, or is gone.
    table.answered.retain(|one| answer(open, &one.id, one.there).is_err_and(|failure| failure.may_pass()));
    Ok(())
}

/// Takes the table beside the record away.
pub(crate) fn remove_table(open: &Open) -> Result<(), Failure> {
    table::write(&open.folder, None)
}

/// What will appear, when and in which words; what appeared and still stands; what was missed.
pub(crate) fn reminders(open: &mut Open, _: Nothing) -> Result<Done<Reminders>, Failure> {
    let (now, today, device, secret) = (open.now(), open.today(), open.zone(), open.keeper.secret);
    let language = open.preferences.language;
    let firings = planned(open)?;
    let fired = shown(open)?;
    let spans = open.preferences.quiet.spans(now - PAST, now + TimeDelta::days(14), device);
    let last = device.instant(plus_days(today, DAYS).and_time(NaiveTime::MIN));
    let kinds = Words::of(&[Catalogue::Treatment], language);
    let view = |firing: &Firing, at: DateTime<Utc>| {
        let open_notice = notice(&firing.due, &firing.words, at, device, language);
        let locked = notice(&firing.due, "", at, device, language).body;
        let local = device.civil(at);
        ReminderView {
            id: opaque(&secret, &firing.due.id),
            source: firing.source,
            at,
            on: local.date(),
            time: TimeOfDay::of(local.time()),
            title: open_notice.title,
            locked_body: Some(locked).filter(|body| *body != open_notice.body),
            body: open_notice.body,
            asks: firing.due.asks(),
            snoozed: firing.snoozed,
            about: match firing.subject {
                Subject::Session(_, kind) => kinds.say(&format!("kind-{}", word(kind)), &[]),
                _ => firing.text.clone(),
            },
        }
    };
    let (mut coming, mut kept_back, mut lately, mut missed) = (Vec::new(), Vec::new(), Vec::new(), Vec::new());
    let mut put_off = HashSet::new();
    for firing in &firings {
        if is_answered(firing, &fired) {
            continue;
        }
        match came(firing, &fired, now) {
            Some(one) if one.missed => missed.push((firing, firing.due.when.instant(device))),
            Some(one) if one.at > now - STANDS => lately.push((firing, one.at)),
            Some(_) => {}
            None => match place(&firing.due, &spans, now, device) {
                Placement::At(at) if at < last => {
                    if firing.snoozed {
                        put_off.insert(&firing.due.thread);
                    }
                    coming.push(view(firing, at));
                }
                Placement::KeptBack if firing.due.when.instant(device) < last => {
                    kept_back.push(view(firing, firing.due.when.instant(device)));
                }
                _ => {}
            },
        }
    }
    coming.sort_by(|a, b| (a.at, &a.id).cmp(&(b.at, &b.id)));
    lately.sort_by_key(|(_, at)| std::cmp::Reverse(*at));
    // The newest of each thing; not of what was put off or answered.
    let mut seen: HashSet<&String> = put_off;
    lately.retain(|(firing, _)| seen.insert(&firing.due.thread));
    // As it was told: each thing once.
    missed.reverse();
    let mut told = HashSet::new();
    missed.retain(|(firing, _): &(&Firing, _)| told.insert(&firing.due.thread));
    let missed = missed.into_iter().map(|(firing, at)| view(firing, at)).collect();
    Ok(Done::read(Reminders {
        today,
        coming,
        kept_back,
        lately: lately.into_iter().map(|(firing, at)| view(firing, at)).collect(),
        missed,
        delivery: delivery(open),
    }))
}

fn delivery(open: &Open) -> Delivery {
    match open.ports.notifier.permission() {
        Permission::NotAsked => Delivery::NotAsked,
        Permission::Denied => Delivery::Denied,
        Permission::Granted if open.notifier_trouble => Delivery::Refused,
        Permission::Granted => Delivery::Works,
    }
}

/// The reminder of an opaque id.
fn find(open: &mut Open, id: &str) -> Result<Firing, Failure> {
    let secret = open.keeper.secret;
    let firings = planned(open)?;
    // One that was put off is the one that it was at first.
    let first = first_id(id);
    firings.into_iter().find(|firing| opaque(&secret, &firing.due.id) == first).ok_or(Failure::NotFound)
}

/// When something that is put off comes again.
fn waits_until(wait: Snooze, now: DateTime<Utc>, device: Zone) -> DateTime<Utc> {
    let today = device.civil(now).date();
    let hour = now + TimeDelta::hours(1);
    match wait {
        Snooze::TenMinutes => now + TimeDelta::minutes(10),
        Snooze::Hour => hour,
        Snooze::Evening => {
            let evening = device.instant(today.and_time(EVENING.time()));
            if evening > now { evening } else { hour }
        }
        Snooze::Tomorrow => device.instant(plus_days(today, 1).and_time(MORNING.time())),
    }
}

/// Puts a reminder off.
pub(crate) fn snooze_reminder(open: &mut Open, request: SnoozeReminder) -> Result<Done<Acknowledged>, Failure> {
    snooze(open, &request.id, request.wait)
}

fn snooze(open: &mut Open, id: &str, wait: Snooze) -> Result<Done<Acknowledged>, Failure> {
    let firing = find(open, id)?;
    let at = waits_until(wait, open.now(), open.zone());
    let snoozed = Snoozed { id: firing.due.id, at };
    open.store.write::<_, Failure>(|w| Ok(store::reminder::put_snoozed(w, &snoozed)?))?;
    open.ports.notifier.withdraw(&opaque(&open.keeper.secret, &firing.due.thread));
    Ok(Done::changed(Acknowledged, &[Change::Reminders]))
}

/// Logs whether the client was there.
pub(crate) fn answer_reminder(open: &mut Open, request: AnswerReminder) -> Result<Done<Acknowledged>, Failure> {
    answer(open, &request.id, request.there)
}

/// Notes that a question was answered with no, where nothing else in the record says so.
fn answered_id(thread: &str) -> String {
    format!("{thread}/answered")
}

fn answer(open: &mut Open, id: &str, there: bool) -> Result<Done<Acknowledged>, Failure> {
    let firing = find(open, id)?;
    if !firing.due.asks() {
        return Err(Failure::invalid("id", Rule::DoesNotFit));
    }
    let done = match (firing.subject, there) {
        (Subject::Session(session, _), _) => {
            let state = if there { SessionState::Attended } else { SessionState::Missed };
            let done = session::log_session(open, LogSession::new(session, state))?;
            Done { value: Acknowledged, changes: done.changes, undo: done.undo }
        }
        (Subject::Meeting(id, _), true) => {
            let found = open.store.read::<_, Failure>(|r| Ok(store::group::meeting(r, id)?))?;
            let meeting = found.ok_or(Failure::NotFound)?;
            let (device, ended) = (open.zone(), firing.due.when.instant(open.zone()));
            let began = device.civil(ended - TimeDelta::minutes(i64::from(meeting.minutes)));
            let done = group::record_attendance(open, RecordAttendance::of(&meeting, began))?;
            Done { value: Acknowledged, changes: done.changes, undo: done.undo }
        }
        (Subject::Meeting(..), false) => {
            let fired = Fired { id: answered_id(&firing.due.thread), at: open.now(), missed: false };
            open.store.write::<_, Failure>(|w| Ok(store::reminder::put_fired(w, &fired)?))?;
            Done::changed(Acknowledged, &[Change::Reminders])
        }
        (Subject::None, _) => return Err(Failure::invalid("id", Rule::DoesNotFit)),
    };
    Ok(done)
}

/// Notes that the client has seen what was missed.
pub(crate) fn see_missed(open: &mut Open, _: Nothing) -> Result<Done<Acknowledged>, Failure> {
    open.store.write::<_, Failure>(|w| Ok(store::reminder::see_missed(w)?))?;
    open.ports.notifier.withdraw(MISSED);
    Ok(Done::changed(Acknowledged, &[Change::Reminders]))
}

/// Shows how a reminder looks.
pub(crate) fn show_reminder_now(app: &App, _: Nothing) -> Result<Done<DeliveryNow>, Failure> {
    let language = app.with_open(|open| Ok(open.preferences.language))?;
    let refused = app.ports.notifier.show(&example_notice(language)).is_err();
    app.with_open(|open| {
        open.notifier_trouble = refused;
        Ok(Done::changed(DeliveryNow { delivery: delivery(open) }, &[Change::Reminders]))
    })
}

/// Asks the client whether notices may be shown, where the system wants that.
pub(crate) fn allow_reminders(app: &App, _: Nothing) -> Result<Done<DeliveryNow>, Failure> {
    // The record is not held while the client thinks.
    app.asking(|| app.ports.notifier.ask());
    app.with_open(|open| Ok(Done::changed(DeliveryNow { delivery: delivery(open) }, &[Change::Reminders])))
}
