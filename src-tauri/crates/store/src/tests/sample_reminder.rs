//! The made-up record's reminders.

use domain::aftercare::{Repeat, TimeUnit};
use domain::id::OwnReminderId;
use domain::reminder::{Lead, OwnReminder, Quiet, QuietHours, Rule, Source};
use domain::time::TimeOfDay;

use super::day;
use super::sample::{ODD, bytes};

/// By source.
pub(crate) fn rules() -> Vec<Rule> {
    let leads = vec![Lead::At { days: 2, time: TimeOfDay::from_minutes(1439) }, Lead::Before { minutes: 40_320 }];
    let call_line = Rule { on: true, leads, words: ODD.to_owned(), sound: false, ..Rule::of(Source::CallLine) };
    vec![call_line, session()]
}

/// Of sessions, as every schema could say it.
pub(crate) fn session() -> Rule {
    Rule { on: false, leads: vec![Lead::Before { minutes: 2880 }], ..Rule::of(Source::Session) }
}

pub(crate) fn own(number: u64, repeat: Option<Repeat>) -> OwnReminder {
    OwnReminder {
        id: OwnReminderId::new(number, &bytes(40)),
        text: ODD.to_owned(),
        shows_text: repeat.is_some(),
        on: day("2026-01-31"),
        time: TimeOfDay::from_minutes(0),
        ends_on: repeat.map(|_| day("2026-12-31")),
        repeat,
    }
}

pub(crate) fn own_reminders() -> Vec<OwnReminder> {
    vec![own(1, None), own(2, Some(Repeat { every: 3, unit: TimeUnit::Month }))]
}

pub(crate) fn quiet() -> QuietHours {
    let night = Quiet { from: TimeOfDay::from_minutes(22 * 60), until: TimeOfDay::from_minutes(7 * 60) };
    QuietHours([Some(night), None, None, None, None, None, Some(night)])
}
