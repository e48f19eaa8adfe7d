//! The catalogue's words that the core needs itself: notices, and the made-up
//! client's texts. Everything else is worded by the page from the same catalogue.

use chrono::{Datelike, NaiveDate};
use domain::preference::Language;
use domain::time::{TimeOfDay, Weekday};
use fluent_bundle::{FluentArgs, FluentBundle, FluentResource};
use serde::Serialize;

/// A file of the catalogue that the core words itself.
#[derive(Clone, Copy)]
pub(crate) enum Catalogue {
    /// What appears outside the page.
    Notice,
    /// Treatment, for the names of the kinds of sessions.
    Treatment,
    /// Support groups, for the names of fellowships and ways to be there.
    Groups,
    /// The attendance record on paper.
    Paper,
    /// The relapse prevention plan, for the names of its sections and what Handrail says in it.
    Plan,
    /// The plan on paper and as text.
    PlanPaper,
    /// What the made-up client wrote.
    Demo,
}

impl Catalogue {
    const fn source(self, language: Language) -> &'static str {
        match (self, language) {
            (Self::Notice, Language::En) => include_str!("../../../../ui/locales/en/notice.ftl"),
            (Self::Notice, Language::Es) => include_str!("../../../../ui/locales/es/notice.ftl"),
            (Self::Treatment, Language::En) => include_str!("../../../../ui/locales/en/treatment.ftl"),
            (Self::Treatment, Language::Es) => include_str!("../../../../ui/locales/es/treatment.ftl"),
            (Self::Groups, Language::En) => include_str!("../../../../ui/locales/en/groups.ftl"),
            (Self::Groups, Language::Es) => include_str!("../../../../ui/locales/es/groups.ftl"),
            (Self::Paper, Language::En) => include_str!("../../../../ui/locales/en/attendance_paper.ftl"),
            (Self::Paper, Language::Es) => include_str!("../../../../ui/locales/es/attendance_paper.ftl"),
            (Self::Plan, Language::En) => include_str!("../../../../ui/locales/en/plan.ftl"),
            (Self::Plan, Language::Es) => include_str!("../../../../ui/locales/es/plan.ftl"),
            (Self::PlanPaper, Language::En) => include_str!("../../../../ui/locales/en/plan_paper.ftl"),
            (Self::PlanPaper, Language::Es) => include_str!("../../../../ui/locales/es/plan_paper.ftl"),
            (Self::Demo, Language::En) => include_str!("../../../../ui/locales/en/demo.ftl"),
            (Self::Demo, Language::Es) => include_str!("../../../../ui/locales/es/demo.ftl"),
        }
    }
}

/// The words of a message, with its arguments filled in; empty where there is none.
pub(crate) fn say(from: Catalogue, language: Language, id: &str, args: &[(&str, String)]) -> String {
    let args: Vec<(&str, Arg)> = args.iter().map(|(name, value)| (*name, Arg::Text(value.clone()))).collect();
    Words::of(&[from], language).say(id, &args)
}

/// What fills in an argument. A count chooses between one and many; a text stands as it is.
pub(crate) enum Arg {
    Text(String),
    Count(u32),
}

/// Files of the catalogue, read once for many messages.
pub(crate) struct Words(FluentBundle<FluentResource>);

impl Words {
    pub(crate) fn of(from: &[Catalogue], language: Language) -> Self {
        let mut bundle = FluentBundle::new(language.tag().parse().ok().into_iter().collect());
        // A notice is one line of one language, paper is as it is printed: marks around arguments would show.
        bundle.set_use_isolating(false);
        for from in from {
            let source = from.source(language).to_owned();
            let resource = FluentResource::try_new(source).unwrap_or_else(|(part, _)| part);
            // What one file says already is not said otherwise by another.
            let _ = bundle.add_resource(resource);
        }
        Self(bundle)
    }

    /// The words of a message; empty where there is none.
    pub(crate) fn say(&self, id: &str, args: &[(&str, Arg)]) -> String {
        let mut filled = FluentArgs::new();
        for (name, arg) in args {
            match arg {
                Arg::Text(text) => filled.set(*name, text.as_str()),
                Arg::Count(count) => filled.set(*name, *count),
            }
        }
        self.0
            .get_message(id)
            .and_then(|message| message.value())
            .map(|pattern| self.0.format_pattern(pattern, Some(&filled), &mut Vec::new()).into_owned())
            .unwrap_or_default()
    }
}

/// The word of a value of the catalogue, as it is on the wire.
pub(crate) fn word(value: impl Serialize) -> String {
    serde_json::to_value(value).ok().and_then(|value| value.as_str().map(str::to_owned)).unwrap_or_default()
}

/// A day as paper says it; the words are with those of [`Catalogue::Paper`].
pub(crate) fn day(words: &Words, on: NaiveDate) -> String {
    let say = |id: String| Arg::Text(words.say(&id, &[]));
    let args = [
        ("weekday", say(format!("paper-weekday-{}", word(Weekday::of(on))))),
        ("month", say(format!("paper-month-{}", on.month()))),
        ("day", Arg::Text(on.day().to_string())),
        ("year", Arg::Text(on.year().to_string())),
    ];
    words.say("paper-day", &args)
}

/// A time of day as the language's readers write it.
pub(crate) fn time(language: Language, time: TimeOfDay) -> String {
    let (hour, minute) = (time.minutes() / 60, time.minutes() % 60);
    let half = match (language, hour < 12) {
        (Language::En, true) => "am",
        (Language::En, false) => "pm",
        (Language::Es, true) => "a.m.",
        (Language::Es, false) => "p.m.",
    };
    let hour = if hour % 12 == 0 { 12 } else { hour % 12 };
    // A no-break space: the two are never parted by the end of a line.
    format!("{hour}:{minute:02}\u{a0}{half}")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_notice_is_worded_in_both_languages_with_its_time() {
        let six = TimeOfDay::parse("18:00").unwrap();
        for language in [Language::En, Language::Es] {
            let words = say(Catalogue::Notice, language, "notice-upcoming", &[("time", time(language, six))]);
            assert!(words.contains(&time(language, six)), "{words}");
            assert!(!say(Catalogue::Notice, language, "notice-title", &[]).is_empty());
        }
        assert_eq!(time(Language::En, TimeOfDay::from_minutes(5)), "12:05\u{a0}am");
        assert_eq!(time(Language::En, TimeOfDay::from_minutes(720)), "12:00\u{a0}pm");
        assert_eq!(time(Language::Es, six), "6:00\u{a0}p.m.", "as the page writes it");
    }
}
