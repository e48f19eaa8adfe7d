//! Whose list it is, by what its rows say of who publishes it.

use domain::group::Fellowship;
use domain::text::LINE;

use super::row::Row;
use super::{ListFormat, text};

/// Names that say it wherever they stand, small.
const NAMES: [(&str, Fellowship); 19] = [
    ("alcoholics anonymous", Fellowship::Aa),
    ("alcohólicos anónimos", Fellowship::Aa),
    ("narcotics anonymous", Fellowship::Na),
    ("narcóticos anónimos", Fellowship::Na),
    ("cocaine anonymous", Fellowship::Ca),
    ("crystal meth anonymous", Fellowship::Cma),
    ("heroin anonymous", Fellowship::Ha),
    ("dual recovery anonymous", Fellowship::DualRecoveryAnonymous),
    ("smart recovery", Fellowship::SmartRecovery),
    ("lifering", Fellowship::LifeRing),
    ("women for sobriety", Fellowship::WomenForSobriety),
    ("recovery dharma", Fellowship::RecoveryDharma),
    ("refuge recovery", Fellowship::RefugeRecovery),
    ("secular organizations for sobriety", Fellowship::Sos),
    ("celebrate recovery", Fellowship::CelebrateRecovery),
    ("moderation management", Fellowship::ModerationManagement),
    ("al-anon", Fellowship::AlAnon),
    ("alateen", Fellowship::AlAnon),
    ("nar-anon", Fellowship::NarAnon),
];

/// Short forms that say it wherever they stand, as a word of their own.
const WORDS: [(&str, Fellowship); 9] = [
    ("AA", Fellowship::Aa),
    ("NA", Fellowship::Na),
    ("CMA", Fellowship::Cma),
    ("AFG", Fellowship::AlAnon),
    ("OA", Fellowship::Other),
    ("SAA", Fellowship::Other),
    ("SLAA", Fellowship::Other),
    ("CoDA", Fellowship::Other),
    ("ACA", Fellowship::Other),
];

/// Short forms that are also those of states: they say it only at the beginning.
const FIRST_WORDS: [(&str, Fellowship); 4] =
    [("CA", Fellowship::Ca), ("HA", Fellowship::Ha), ("GA", Fellowship::Other), ("MA", Fellowship::Other)];

/// Who publishes a list.
pub(super) struct Source {
    format: ListFormat,
    /// As the last row has it that names anyone.
    raw: String,
    name: Said<String>,
    fellowship: Said<Fellowship>,
}

/// What all rows say that say anything.
enum Said<T> {
    Nothing,
    One(T),
    Several,
}

impl<T: PartialEq> Said<T> {
    fn hear(&mut self, said: T) {
        match self {
            Self::Nothing => *self = Self::One(said),
            Self::One(before) if *before != said => *self = Self::Several,
            Self::One(_) | Self::Several => {}
        }
    }
}

impl Source {
    /// Nobody yet.
    pub fn new(format: ListFormat) -> Self {
        Self { format, raw: String::new(), name: Said::Nothing, fellowship: Said::Nothing }
    }

    /// Hears what a row says.
    pub fn hear(&mut self, row: &Row) {
        let is_guide = matches!(self.format, ListFormat::MeetingGuide | ListFormat::MeetingGuideTable);
        let raw = row.text(if is_guide { "entity" } else { "root_server_uri" });
        // Nearly all rows say the same.
        if raw.is_empty() || raw == self.raw {
            return;
        }
        raw.clone_into(&mut self.raw);
        let name = if is_guide { text::line(raw, LINE) } else { text::host(raw) };
        self.fellowship.hear(if is_guide { guess(&name) } else { Fellowship::Na });
        self.name.hear(name);
    }

    /// The name, empty where nobody or several are named.
    pub fn name(&self) -> String {
        match &self.name {
            Said::One(name) => name.clone(),
            Said::Nothing | Said::Several => String::new(),
        }
    }

    /// Of whom; `None` where of several.
    pub fn fellowship(&self) -> Option<Fellowship> {
        match (&self.fellowship, self.format) {
            (Said::One(fellowship), _) => Some(*fellowship),
            (Said::Several, _) => None,
            (Said::Nothing, ListFormat::Bmlt | ListFormat::BmltAdmin) => Some(Fellowship::Na),
            (Said::Nothing, ListFormat::MeetingGuide | ListFormat::MeetingGuideTable) => Some(guess("")),
        }
    }
}

/// The fellowship that the name of a Meeting Guide list speaks of; AA, which the format was made for, where it speaks
/// of none.
fn guess(name: &str) -> Fellowship {
    let small = name.to_lowercase();
    if let Some((_, fellowship)) = NAMES.iter().find(|(name, _)| small.contains(name)) {
        return *fellowship;
    }
    if small.contains("anonymous") {
        return Fellowship::Other;
    }
    let name = name.replace('.', "");
    let mut words = name.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty());
    let first = words.clone().next();
    let found = words.find_map(|word| WORDS.iter().find(|(short, _)| *short == word));
    let found = found.or_else(|| FIRST_WORDS.iter().find(|(short, _)| Some(*short) == first));
    found.map_or(Fellowship::Aa, |(_, fellowship)| *fellowship)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_list_is_of_the_fellowship_that_its_name_speaks_of() {
        for (name, fellowship) in [
            ("District 123", Fellowship::Aa),
            ("", Fellowship::Aa),
            ("Central Office of A.A., Sacramento, CA", Fellowship::Aa),
            ("Intergroup of Atlanta, GA", Fellowship::Aa),
            ("Bluegrass-Appalachian Region of NA", Fellowship::Na),
            ("Narcotics Anonymous Ohio", Fellowship::Na),
            ("CA of Northern California", Fellowship::Ca),
            ("C.A. World Services", Fellowship::Ca),
            ("New York CMA", Fellowship::Cma),
            ("Heroin Anonymous", Fellowship::Ha),
            ("HA Arizona", Fellowship::Ha),
            ("Al-Anon Family Groups", Fellowship::AlAnon),
            ("Nar-Anon West", Fellowship::NarAnon),
            ("Gamblers Anonymous", Fellowship::Other),
            ("GA Intergroup", Fellowship::Other),
            ("LifeRing Secular Recovery", Fellowship::LifeRing),
        ] {
            assert_eq!(guess(name), fellowship, "{name}");
        }
    }
}
