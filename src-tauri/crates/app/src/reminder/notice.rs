//! What appears outside the app: neutral words, or the client's own while the record is open.

use chrono::{DateTime, NaiveDate, Utc};
use domain::preference::Language;
use domain::reminder::{About, Due, LATE, When};
use domain::time::{TimeOfDay, Weekday, Zone, minus_days, plus_days};

use super::EVENING;
use crate::api::reminders::Snooze;
use crate::port::{Button, Notice, Press};
use crate::words::{Arg, Catalogue, Words, day, say, time, word};

/// The id of the notice that tells of what was missed.
pub(crate) const MISSED: &str = "missed";
/// The id of the notice that says that nothing more is planned.
const ENDED: &str = "ended";
/// The id of the notice that shows how one looks.
const EXAMPLE: &str = "example";

/// What appears: neutral words, or the client's own where there are some.
pub(crate) fn notice(row: &Due, own: &str, now: DateTime<Utc>, device: Zone, language: Language) -> Notice {
    let say = |id: &str| say(Catalogue::Notice, language, id, &[]);
    let snooze = |wait, id| Button { press: Press::Snooze(wait), label: say(id) };
    let answer = |there, id| Button { press: Press::Answer { there }, label: say(id) };
    let buttons = if row.asks() {
        vec![answer(true, "notice-yes"), answer(false, "notice-no"), snooze(Snooze::Hour, "notice-snooze-hour")]
    } else {
        let later = if TimeOfDay::of(device.civil(now).time()) < EVENING {
            snooze(Snooze::Evening, "notice-snooze-evening")
        } else {
            snooze(Snooze::Tomorrow, "notice-snooze-tomorrow")
        };
        vec![snooze(Snooze::TenMinutes, "notice-snooze-ten"), snooze(Snooze::Hour, "notice-snooze-hour"), later]
    };
    let body = if own.is_empty() { neutral(row, now, device, language) } else { own.to_owned() };
    Notice { id: row.thread.clone(), title: say("notice-title"), body, sound: row.sound, buttons }
}

/// Neutral words of a reminder that is shown then.
fn neutral(row: &Due, now: DateTime<Utc>, device: Zone, language: Language) -> String {
    let today = device.civil(now).date();
    let say = |id: &str, args: &[(&str, String)]| say(Catalogue::Notice, language, id, args);
    let clock = |at: When| {
        let local = device.civil(at.instant(device));
        (local.date(), time(language, TimeOfDay::of(local.time())))
    };
    match row.about {
        // Put off until after it began.
        About::Begins(at) if at.instant(device) + LATE < now => match clock(at) {
            (on, time) if on == today => say("notice-past", &[("time", time)]),
            (on, time) => say("notice-past-day", &[("time", time), ("day", named_day(on, today, language))]),
        },
        About::Begins(at) => match clock(at) {
            (on, time) if on == today => say("notice-upcoming", &[("time", time)]),
            (on, time) => say("notice-upcoming-day", &[("time", time), ("day", named_day(on, today, language))]),
        },
        About::Day(on) if on <= today => say("notice-due-today", &[]),
        About::Day(on) if on == plus_days(today, 1) => say("notice-due-tomorrow", &[]),
        About::Day(on) => say("notice-due", &[("day", named_day(on, today, language))]),
        About::Asks(ended) => say("notice-asks", &[("time", clock(ended).1)]),
    }
}

/// A day by its weekday while that says which one it is.
fn named_day(on: NaiveDate, today: NaiveDate, language: Language) -> String {
    let words = Words::of(&[Catalogue::Notice, Catalogue::Paper], language);
    if on < plus_days(today, 7) && on > minus_days(today, 7) {
        words.say(&format!("notice-weekday-{}", word(Weekday::of(on))), &[])
    } else {
        day(&words, on)
    }
}

/// The notice that tells of what was missed.
pub(crate) fn missed_notice(count: u32, language: Language) -> Notice {
    plain(MISSED, "notice-missed", &[("count", Arg::Count(count))], language)
}

/// The notice that says that nothing is planned any more until the record is opened.
pub(crate) fn ended_notice(language: Language) -> Notice {
    plain(ENDED, "notice-ended", &[], language)
}

/// The notice that shows how one looks.
pub(crate) fn example_notice(language: Language) -> Notice {
    Notice { sound: true, ..plain(EXAMPLE, "notice-test", &[], language) }
}

/// A notice that is no reminder itself: silent, and with nothing to press.
fn plain(id: &str, body: &str, args: &[(&str, Arg)], language: Language) -> Notice {
    let words = Words::of(&[Catalogue::Notice], language);
    let (title, body) = (words.say("notice-title", &[]), words.say(body, args));
    Notice { id: id.to_owned(), title, body, sound: false, buttons: Vec::new() }
}
