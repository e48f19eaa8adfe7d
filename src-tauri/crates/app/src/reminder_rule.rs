//! How reminders come: rules, quiet hours, the client's own reminders, and whether Handrail goes on without a window.

use std::collections::{BTreeSet, HashSet};

use domain::aftercare::MOST_BETWEEN;
use domain::id::OwnReminderId;
use domain::preference::Preferences;
use domain::reminder::{
    Lead, MOST_LEAD_DAYS, MOST_LEAD_MINUTES, MOST_LEADS, MOST_OWN, OwnReminder, QuietHours, Rule as ReminderRule,
    Source,
};
use store::Reader;

use crate::api::reminders::{
    Background, OwnReminderKey, OwnReminderView, RemindWhileLocked, ReminderRules, SaveBackground, SaveOwnReminder,
    SaveQuietHours,
};
use crate::api::{Nothing, Ok as Acknowledged};
use crate::change::{Change, Done};
use crate::check;
use crate::failure::{Failure, Rule};
use crate::open::Open;
use crate::{App, lock, reminder};

/// The rule of every source, in the order in which they are shown.
pub(crate) fn all(r: &Reader<'_>) -> Result<Vec<ReminderRule>, Failure> {
    let mut chosen = store::reminder::rules(r)?;
    Ok(Source::ALL
        .into_iter()
        .map(|source| {
            let place = chosen.iter().position(|rule| rule.source == source);
            place.map_or_else(|| ReminderRule::of(source), |place| chosen.swap_remove(place))
        })
        .collect())
}

pub(crate) fn reminder_rules(open: &mut Open, _: Nothing) -> Result<Done<ReminderRules>, Failure> {
    let (today, time) = (open.today(), open.time_of_day());
    let (rules, own) = open.store.read::<_, Failure>(|r| Ok((all(r)?, store::reminder::own(r)?)))?;
    let view = |reminder: OwnReminder| {
        let from = if reminder.time > time { today } else { domain::time::plus_days(today, 1) };
        OwnReminderView { next_on: reminder.next_from(from), reminder }
    };
    let mut own: Vec<_> = own.into_iter().map(view).collect();
    own.sort_by_key(|one| (one.next_on.is_none(), one.next_on, one.reminder.time, one.reminder.id));
    let Preferences { quiet: QuietHours(quiet), remind_while_locked: while_locked, .. } = open.preferences;
    Ok(Done::read(ReminderRules {
        rules,
        first: Source::ALL.into_iter().map(ReminderRule::of).collect(),
        quiet,
        while_locked,
        own,
    }))
}

/// Keeps how a source reminds.
pub(crate) fn save_reminder_rule(open: &mut Open, request: ReminderRule) -> Result<Done<Acknowledged>, Failure> {
    check(&request)?;
    let mut rule = request;
    let mut seen = BTreeSet::new();
    rule.leads.retain(|lead| seen.insert(*lead));
    rule.words = rule.words.trim().to_owned();
    let known = reminder::known(open)?;
    let done = open.write(Change::Settings, |w| {
        store::reminder::put_rule(w, &rule)?;
        Ok(Acknowledged)
    })?;
    pass_over(open, &known);
    Ok(done)
}

/// What is saved is saved, also where it comes at once then.
fn pass_over(open: &mut Open, known: &HashSet<String>) {
    let _ = reminder::pass_over(open, known, false);
}

/// Checks a rule; the importer uses it.
pub(crate) fn check(rule: &ReminderRule) -> Result<(), Failure> {
    check::line("words", &rule.words)?;
    check::entries("leads", &rule.leads, MOST_LEADS)?;
    for (i, lead) in rule.leads.iter().enumerate() {
        match *lead {
            Lead::Before { .. } if !rule.source.has_time() => {
                return Err(Failure::invalid(format!("leads.{i}"), Rule::DoesNotFit));
            }
            Lead::Before { minutes } => check::range(&format!("leads.{i}.minutes"), minutes, 0, MOST_LEAD_MINUTES)?,
            Lead::At { days, .. } => check::range(&format!("leads.{i}.days"), days, 0, MOST_LEAD_DAYS)?,
        }
    }
    // A usual meeting has a lead of its own.
    if rule.on && rule.leads.is_empty() && rule.source != Source::Meeting {
        return Err(Failure::invalid("leads", Rule::Required));
    }
    if rule.ask && !rule.source.can_ask() {
        return Err(Failure::invalid("ask", Rule::DoesNotFit));
    }
    Ok(())
}

/// Keeps the quiet hours.
pub(crate) fn save_quiet_hours(open: &mut Open, request: SaveQuietHours) -> Result<Done<Acknowledged>, Failure> {
    choose(open, |preferences| preferences.quiet = QuietHours(request.quiet))
}

/// Keeps whether reminders come while the record is locked.
pub(crate) fn remind_while_locked(open: &mut Open, request: RemindWhileLocked) -> Result<Done<Acknowledged>, Failure> {
    if !request.on && !open.demo {
        // The switch promises that it is gone.
        reminder::remove_table(open)?;
    }
    choose(open, |preferences| preferences.remind_while_locked = request.on)
}

fn choose(open: &mut Open, change: impl FnOnce(&mut Preferences)) -> Result<Done<Acknowledged>, Failure> {
    let mut preferences = open.preferences.clone();
    change(&mut preferences);
    let done = open.write(Change::Settings, |w| Ok(store::preference::put_preferences(w, &preferences)?))?;
    open.preferences = preferences;
    Ok(Done { value: Acknowledged, changes: done.changes, undo: done.undo })
}

/// Keeps a reminder of the client's own.
pub(crate) fn save_own_reminder(open: &mut Open, request: SaveOwnReminder) -> Result<Done<OwnReminderKey>, Failure> {
    let new = open.new_id(OwnReminderId::new)?;
    let own = OwnReminder {
        id: request.id.unwrap_or(new),
        text: request.text.trim().to_owned(),
        shows_text: request.shows_text,
        on: request.on,
        time: request.time,
        repeat: request.repeat,
        ends_on: request.ends_on,
    };
    check_own(&own)?;
    let known = reminder::known(open)?;
    let done = open.write(Change::Settings, |w| {
        let there = store::reminder::own(w)?;
        match request.id {
            Some(id) if there.iter().all(|one| one.id != id) => return Err(Failure::NotFound),
            None if there.len() >= MOST_OWN => return Err(Failure::invalid("", Rule::TooLong)),
            _ => {}
        }
        store::reminder::put_own(w, &own)?;
        Ok(OwnReminderKey { id: own.id })
    })?;
    pass_over(open, &known);
    Ok(done)
}

/// Checks a reminder of the client's own; the importer uses it.
pub(crate) fn check_own(own: &OwnReminder) -> Result<(), Failure> {
    check::line_required("text", &own.text)?;
    check::date("on", own.on)?;
    if let Some(repeat) = own.repeat {
        check::range("repeat.every", repeat.every, 1, MOST_BETWEEN)?;
    }
    let ends_on = |rule| Err(Failure::invalid("ends_on", rule));
    match own.ends_on {
        Some(_) if own.repeat.is_none() => ends_on(Rule::DoesNotFit),
        Some(day) if day < own.on => ends_on(Rule::EndBeforeStart),
        Some(day) => check::date("ends_on", day),
        None => Ok(()),
    }
}

/// Deletes a reminder of the client's own.
pub(crate) fn delete_own_reminder(open: &mut Open, request: OwnReminderKey) -> Result<Done<Acknowledged>, Failure> {
    open.write(Change::Settings, |w| {
        store::reminder::delete_own(w, request.id)?;
        Ok(Acknowledged)
    })
}

/// Whether Handrail goes on without a window.
pub(crate) fn background(app: &App, _: Nothing) -> Result<Done<Background>, Failure> {
    Ok(Done::read(app.ports.background.state()))
}

/// Chooses whether it does.
pub(crate) fn save_background(app: &App, request: SaveBackground) -> Result<Done<Acknowledged>, Failure> {
    if !app.ports.background.state().supported {
        return Err(Failure::invalid("keeps_running", Rule::DoesNotFit));
    }
    if request.starts_at_login && !request.keeps_running {
        return Err(Failure::invalid("starts_at_login", Rule::DoesNotFit));
    }
    // The made-up client changes nothing of the device.
    if app.with_open(|open| Ok(!open.demo))? {
        let set = app.ports.background.set(request.keeps_running, request.starts_at_login);
        set.map_err(lock::file_failure)?;
    }
    Ok(Done::changed(Acknowledged, &[Change::Reminders]))
}
