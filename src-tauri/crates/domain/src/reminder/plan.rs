//! Reminders of things, by their rules.

use std::collections::HashSet;
use std::ops::RangeInclusive;

use chrono::{DateTime, NaiveTime, TimeDelta, Utc};

use super::due::{first_id, put_off_id};
use super::thing::{Begins, Subject, Thing};
use super::{About, Due, HORIZON, LATE, Lead, PAST, Rule, Source, When};
use crate::time::{Zone, minus_days, plus_days};

/// How long it is asked whether the client was there.
const ASKED_FOR: TimeDelta = TimeDelta::hours(24);

/// A reminder that was put off.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Snoozed {
    /// The id of the reminder that was.
    pub id: String,
    /// Until when.
    pub at: DateTime<Utc>,
}

impl Snoozed {
    /// The id of the reminder that comes then.
    #[must_use]
    pub fn reminder_id(&self) -> String {
        put_off_id(&self.id, self.at)
    }
}

/// One reminder at one moment.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Firing {
    /// What reminds.
    pub source: Source,
    /// When, and in which neutral words.
    pub due: Due,
    /// Words of the client's; empty: neutral ones. Only shown while the record is open.
    pub words: String,
    /// What it is about, for the client's own eyes inside the app. May be empty.
    pub text: String,
    /// What it is about, where more can be done with it.
    pub subject: Subject,
    /// Whether it comes again because it was put off.
    pub snoozed: bool,
}

/// The reminders of these things that were due within [`PAST`] or are within [`HORIZON`], in order of when they are to
/// be shown on that device, quiet hours left aside. None is there whose moment leaves it of no use, and no id twice. A
/// source without a rule reminds of nothing.
#[must_use]
pub fn plan(things: &[Thing], rules: &[Rule], snoozed: &[Snoozed], now: DateTime<Utc>, device: Zone) -> Vec<Firing> {
    within(things, rules, snoozed, now - PAST..=now + HORIZON, device)
}

fn within(
    things: &[Thing],
    rules: &[Rule],
    snoozed: &[Snoozed],
    span: RangeInclusive<DateTime<Utc>>,
    device: Zone,
) -> Vec<Firing> {
    let mut firings: Vec<(DateTime<Utc>, Firing)> = Vec::new();
    let mut seen = HashSet::new();
    for thing in things {
        let Some(rule) = rules.iter().find(|rule| rule.source == thing.source && rule.on) else { continue };
        if !seen.insert((thing.source, thing.name.as_str())) {
            continue;
        }
        for moment in moments(thing, rule, device) {
            if !span.contains(&moment.at) && snoozed.is_empty() {
                continue;
            }
            let firing = moment.firing(thing, rule);
            let again = snoozed.iter().filter(|snoozed| first_id(&snoozed.id) == firing.due.id);
            firings
                .extend(again.filter(|snoozed| span.contains(&snoozed.at)).map(|s| (s.at, firing.again(s.at, device))));
            if span.contains(&moment.at) {
                firings.push((moment.at, firing));
            }
        }
    }
    firings.sort_by(|(at, one), (other_at, other)| (at, &one.due.id).cmp(&(other_at, &other.due.id)));
    firings.dedup_by(|(_, later), (_, one)| later.due.id == one.due.id);
    firings.into_iter().map(|(_, firing)| firing).collect()
}

/// One moment at which a thing reminds.
struct Moment {
    at: DateTime<Utc>,
    when: When,
    until: When,
    about: About,
    /// How long before; `None`: it asks afterwards.
    lead: Option<Lead>,
}

/// The moments of a thing by its rule, each once, whatever the order of its leads: of two at one moment, the longer.
fn moments(thing: &Thing, rule: &Rule, device: Zone) -> Vec<Moment> {
    let own = thing.lead.map(|minutes| Lead::Before { minutes });
    let mut leads: Vec<Lead> = rule.leads.iter().copied().chain(own).collect();
    leads.sort_unstable_by(|one, other| other.cmp(one));
    let mut moments: Vec<Moment> = Vec::with_capacity(leads.len() + 1);
    for lead in leads {
        let Some((when, until, about)) = thing.begins.by(lead, device) else { continue };
        let at = when.instant(device);
        // One without any time, such as at the closing itself, or on a day that the calendar skips there, is none.
        if at < until.instant(device) && moments.iter().all(|moment| moment.at != at) {
            moments.push(Moment { at, when, until, about, lead: Some(lead) });
        }
    }
    if let Some(ends) = thing.ends.filter(|_| rule.ask) {
        let until = When::Instant(ends + ASKED_FOR);
        moments.push(Moment {
            at: ends,
            when: When::Instant(ends),
            until,
            about: About::Asks(When::Instant(ends)),
            lead: None,
        });
    }
    moments
}

impl Begins {
    /// When that lead reminds of it, until when that is of use, and what about; `None`: such a lead does not fit.
    fn by(self, lead: Lead, device: Zone) -> Option<(When, When, About)> {
        let end = match self {
            Self::At(begins) => When::Instant(begins),
            Self::Local(begins) => When::Local(begins),
            Self::Between(_, closes) => When::Instant(closes),
            Self::On(day) => When::Local(plus_days(day, 1).and_time(NaiveTime::MIN)),
        };
        let about = if let Self::On(day) = self { About::Day(day) } else { About::Begins(end) };
        let minutes = match lead {
            Lead::At { days, time } => {
                let day = match self {
                    Self::At(begins) | Self::Between(begins, _) => device.civil(begins).date(),
                    Self::Local(begins) => begins.date(),
                    Self::On(day) => day,
                };
                return Some((When::Local(minus_days(day, u64::from(days)).and_time(time.time())), end, about));
            }
            Lead::Before { minutes } => minutes,
        };
        let end = end.instant(device);
        // Minutes are minutes, also where the clocks change between.
        let at = end - TimeDelta::minutes(i64::from(minutes));
        let late = if minutes == 0 { end + LATE } else { end };
        match self {
            Self::At(_) => Some((When::Instant(at), When::Instant(late), about)),
            Self::Local(_) => Some((When::on_clock(at, device), When::on_clock(late, device), about)),
            Self::Between(opens, _) => Some((When::Instant(at.max(opens)), When::Instant(end), about)),
            Self::On(_) => None,
        }
    }
}

impl Moment {
    fn firing(&self, thing: &Thing, rule: &Rule) -> Firing {
        let thread = format!("{}/{}", thing.source.word(), thing.name);
        let id = match self.lead {
            Some(Lead::Before { minutes }) => format!("{thread}/{minutes}"),
            Some(Lead::At { days, time }) => {
                format!("{thread}/{days}d{:02}{:02}", time.minutes() / 60, time.minutes() % 60)
            }
            None => format!("{thread}/asks"),
        };
        // The client's words are of what is to come.
        let words = match self.lead {
            None => "",
            Some(_) if thing.words.is_empty() => &rule.words,
            Some(_) => &thing.words,
        };
        Firing {
            source: thing.source,
            due: Due { id, thread, when: self.when, until: self.until, about: self.about, sound: rule.sound },
            words: words.to_owned(),
            text: thing.text.clone(),
            subject: thing.subject,
            snoozed: false,
        }
    }
}

impl Firing {
    /// The same again at another moment.
    fn again(&self, at: DateTime<Utc>, device: Zone) -> Self {
        Self { due: self.due.put_off(at, device), snoozed: true, ..self.clone() }
    }
}

#[cfg(test)]
#[path = "plan_test.rs"]
mod tests;

#[cfg(test)]
#[path = "plan_property_test.rs"]
mod properties;
