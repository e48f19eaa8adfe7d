//! Planning reminders, and showing what is planned.

use std::collections::HashSet;

use domain::preference::Language;
use domain::reminder::{Firing, HORIZON, LATE, SessionRule, plan, plan_meetings};
use domain::time::{TimeOfDay, Zone, minus_days, plus_days};

use crate::api::Nothing;
use crate::api::reminders::{ComingReminder, Reminders};
use crate::change::Done;
use crate::failure::Failure;
use crate::open::Open;
use crate::words::{Catalogue, say, time};
use crate::{App, State};

impl App {
    /// Plans reminders anew from the open record. While it is locked, what was
    /// planned stays.
    pub(crate) fn replan(&self, state: &mut State) {
        state.planned_at = self.ports.clock.monotonic();
        state.next_moment = None;
        // The made-up client reminds of nothing; the client's own reminders stay planned.
        let Some(open) = state.open.as_mut().filter(|open| !open.demo) else { return };
        if let Ok(planned) = planned(open) {
            state.planned = planned.into_iter().filter(|firing| !state.shown.contains(&firing.id)).collect();
            state.planned_language = open.preferences.language;
        }
    }
}

/// Every reminder of the open record that is to come and was not shown.
fn planned(open: &mut Open) -> Result<Vec<Firing>, Failure> {
    let now = open.now();
    let today = open.today();
    let rule =
        SessionRule { on: open.preferences.remind_sessions, lead_minutes: open.preferences.session_lead_minutes };
    let last = plus_days(today, HORIZON.num_days().unsigned_abs() + 4);
    let care = open.care()?;
    let sessions: Vec<_> = care
        .occurrences(minus_days(today, 2), last)
        .into_iter()
        .map(|session| {
            let zone = care.zone(session.episode);
            (session, zone)
        })
        .collect();
    let since = now - HORIZON - LATE;
    let (meetings, fired) =
        open.store.read::<_, Failure>(|r| Ok((store::group::meetings(r)?, store::reminder::fired_since(r, since)?)))?;
    let fired: HashSet<String> = fired.into_iter().collect();
    let mut firings = plan(&sessions, rule, now);
    firings.extend(plan_meetings(&meetings, now, open.zone()));
    firings.sort();
    Ok(firings.into_iter().filter(|firing| !fired.contains(&firing.id)).collect())
}

/// The words of a reminder: its title and its text, neutral both.
pub(crate) fn words(firing: &Firing, device: Zone, language: Language) -> (String, String) {
    let starts = TimeOfDay::of(device.civil(firing.starts).time());
    let body = say(Catalogue::Notice, language, "notice-upcoming", &[("time", time(language, starts))]);
    (say(Catalogue::Notice, language, "notice-title", &[]), body)
}

/// What will appear, when and in which words.
pub(crate) fn reminders(open: &mut Open, _: Nothing) -> Result<Done<Reminders>, Failure> {
    let zone = open.zone();
    let language = open.preferences.language;
    let coming = planned(open)?
        .into_iter()
        .map(|firing| {
            let (title, body) = words(&firing, zone, language);
            let local = zone.civil(firing.at);
            let time = TimeOfDay::of(local.time());
            ComingReminder { on: local.date(), time, at: firing.at, id: firing.id, title, body }
        })
        .collect();
    Ok(Done::read(Reminders { coming, trouble: open.notifier_trouble }))
}
