//! The codes and names by which the formats say of what kind a meeting is.
//!
//! The Meeting Guide's codes are those of its specification (github.com/code4recovery/spec); BMLT's are those that its
//! server brings (bmlt.app), where a file does not say its own. Words that people look for have a [`MeetingKind`]; the
//! rest stay as words.

use std::collections::{HashMap, HashSet};

use domain::listing::{MeetingKind, Venue};
use serde_json::Value;

use super::text;

/// What a file says of its own codes: the code, and its name.
pub(super) type Names = HashMap<String, String>;

/// What the codes of one meeting say.
#[derive(Debug, Default, PartialEq, Eq)]
pub(super) struct Kinds {
    pub(super) kinds: Vec<MeetingKind>,
    pub(super) other: String,
    pub(super) online: bool,
    pub(super) in_person: bool,
    pub(super) hybrid: bool,
    pub(super) closed: bool,
}

impl Kinds {
    /// Where it is held; `said` is what the list says beside the codes.
    pub(super) fn venue(&self, said: Option<Venue>) -> Venue {
        match said {
            Some(venue) => venue,
            None if self.hybrid || (self.online && self.in_person) => Venue::Hybrid,
            None if self.online => Venue::Online,
            None => Venue::InPerson,
        }
    }
}

/// The formats that a BMLT file brings.
pub(super) fn names(formats: &Value) -> Names {
    let rows = formats.as_array().into_iter().flatten().filter_map(Value::as_object);
    rows.map(|row| (text::field(row, "key_string"), text::line(&text::field(row, "name_string"), 100)))
        .filter(|(code, name)| !code.is_empty() && !name.is_empty())
        .take(1_000)
        .collect()
}

/// What these codes or names say.
pub(super) fn kinds(codes: impl IntoIterator<Item = String>, table: Table, named: &Names) -> Kinds {
    let mut kinds = Kinds::default();
    let mut other: Vec<String> = Vec::new();
    for code in codes.into_iter().take(100) {
        let code = text::line(&code, 100);
        if code.is_empty() {
            continue;
        }
        // What a file says of its code counts more than what the code usually means; in another language, the code
        // tells the kind and the file the words.
        let said = named.get(&code).map(String::as_str);
        let by_name = said.and_then(|name| meaning(name, Table::Names));
        if let Some(said) = said.filter(|_| by_name.is_none()) {
            other.push(said.to_owned());
        }
        let meaning = by_name.or_else(|| meaning(&code, table));
        match meaning {
            Some(Kind(kind)) => kinds.kinds.push(kind),
            Some(Meaning::Words(words)) => other.push(said.unwrap_or(words).to_owned()),
            Some(Meaning::Language(words)) => {
                kinds.kinds.push(MeetingKind::OtherLanguage);
                other.push(words.to_owned());
            }
            Some(Meaning::Online) => kinds.online = true,
            Some(Meaning::InPerson) => kinds.in_person = true,
            Some(Meaning::Hybrid) => kinds.hybrid = true,
            Some(Meaning::Closed) => kinds.closed = true,
            None if said.is_none() => other.push(code),
            None => {}
        }
    }
    kinds.kinds.sort_unstable();
    kinds.kinds.dedup();
    let mut seen = HashSet::new();
    other.retain(|words| seen.insert(words.clone()));
    kinds.other = text::line(&other.join(", "), domain::text::LINE);
    kinds
}

/// Whose codes they are.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Table {
    Guide,
    Bmlt,
    /// Plain words, as in tables and in what a file says of its codes.
    Names,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Meaning {
    Kind(MeetingKind),
    /// Nothing that is looked for by itself.
    Words(&'static str),
    Language(&'static str),
    Online,
    InPerson,
    Hybrid,
    Closed,
}

fn meaning(code: &str, table: Table) -> Option<Meaning> {
    let found = |rows: &[(&str, &'static str, Meaning)], by_name: bool| {
        let fits = |(short, name, _): &&(&str, &'static str, Meaning)| {
            if by_name { name.eq_ignore_ascii_case(code) } else { short.eq_ignore_ascii_case(code) }
        };
        rows.iter().find(fits).map(|(_, name, meaning)| match meaning {
            Meaning::Words(_) => Meaning::Words(name),
            Meaning::Language(_) => Meaning::Language(name),
            other => *other,
        })
    };
    match table {
        Table::Guide => found(GUIDE, false).or_else(|| found(GUIDE, true)),
        Table::Bmlt => found(BMLT, false),
        Table::Names => found(GUIDE, true).or_else(|| found(BMLT, true)).or_else(|| found(GUIDE, false)),
    }
}

use Meaning::Kind;
use MeetingKind as K;

const W: Meaning = Meaning::Words("");
const L: Meaning = Meaning::Language("");

/// The Meeting Guide's codes with their names.
const GUIDE: &[(&str, &str, Meaning)] = &[
    ("11", "11th Step Meditation", Kind(K::Meditation)),
    ("12x12", "12 Steps & 12 Traditions", Kind(K::StepStudy)),
    ("A", "Secular", Kind(K::Secular)),
    ("ABSI", "As Bill Sees It", Kind(K::Literature)),
    ("AF", "Afrikaans", L),
    ("AL", "Concurrent with Alateen", W),
    ("AL-AN", "Concurrent with Al-Anon", W),
    ("AM", "Amharic", L),
    ("AR", "Arabic", L),
    ("ASL", "American Sign Language", Kind(K::SignLanguage)),
    ("B", "Big Book", Kind(K::Literature)),
    ("BA", "Babysitting Available", Kind(K::ChildFriendly)),
    ("BE", "Newcomer", Kind(K::Newcomer)),
    ("BG", "Bulgarian", L),
    ("BI", "Bisexual", Kind(K::Lgbtq)),
    ("BRK", "Breakfast", Kind(K::Social)),
    ("C", "Closed", Kind(K::Closed)),
    ("CAN", "Candlelight", Kind(K::Candlelight)),
    ("CF", "Child-Friendly", Kind(K::ChildFriendly)),
    ("D", "Discussion", Kind(K::Discussion)),
    ("DA", "Danish", L),
    ("DB", "Digital Basket", W),
    ("DD", "Dual Diagnosis", Kind(K::DualDiagnosis)),
    ("DE", "German", L),
    ("DR", "Daily Reflections", Kind(K::Literature)),
    ("EL", "Greek", L),
    ("EN", "English", Kind(K::English)),
    ("FA", "Persian", L),
    ("FF", "Fragrance Free", Kind(K::FragranceFree)),
    ("FI", "Finnish", L),
    ("FR", "French", L),
    ("G", "Gay", Kind(K::Lgbtq)),
    ("GR", "Grapevine", Kind(K::Literature)),
    ("H", "Birthday", Kind(K::Social)),
    ("HE", "Hebrew", L),
    ("HI", "Hindi", L),
    ("HR", "Croatian", L),
    ("HU", "Hungarian", L),
    ("IS", "Icelandic", L),
    ("ITA", "Italian", L),
    ("JA", "Japanese", L),
    ("KA", "Georgian", L),
    ("KOR", "Korean", L),
    ("L", "Lesbian", Kind(K::Lgbtq)),
    ("LGBTQ", "LGBTQ", Kind(K::Lgbtq)),
    ("LIT", "Literature", Kind(K::Literature)),
    ("LS", "Living Sober", Kind(K::Literature)),
    ("LT", "Lithuanian", L),
    ("M", "Men", Kind(K::Men)),
    ("MED", "Meditation", Kind(K::Meditation)),
    ("ML", "Malayalam", L),
    ("MT", "Maltese", L),
    ("N", "Native American", Kind(K::NativeAmerican)),
    ("NB", "Non-Binary", Kind(K::Lgbtq)),
    ("NDG", "Indigenous", Kind(K::NativeAmerican)),
    ("NE", "Nepali", L),
    ("NL", "Dutch", L),
    ("NO", "Norwegian", L),
    ("O", "Open", Kind(K::Open)),
    ("ONL", "Online Meeting", Meaning::Online),
    ("OUT", "Outdoor", Kind(K::Outdoor)),
    ("P", "Professionals", Kind(K::Professionals)),
    ("POA", "Proof of Attendance", Kind(K::ProofOfAttendance)),
    ("POC", "People of Color", Kind(K::PeopleOfColor)),
    ("POL", "Polish", L),
    ("POR", "Portuguese", L),
    ("PUN", "Punjabi", L),
    ("RUS", "Russian", L),
    ("S", "Spanish", Kind(K::Spanish)),
    ("SEN", "Seniors", Kind(K::Seniors)),
    ("SK", "Slovak", L),
    ("SL", "Slovenian", L),
    ("SM", "Smoking Permitted", Kind(K::Smoking)),
    ("SP", "Speaker", Kind(K::Speaker)),
    ("ST", "Step Study", Kind(K::StepStudy)),
    ("SV", "Swedish", L),
    ("T", "Transgender", Kind(K::Lgbtq)),
    ("TC", "Location Temporarily Closed", Meaning::Closed),
    ("TH", "Thai", L),
    ("TL", "Tagalog", L),
    ("TR", "Tradition Study", Kind(K::TraditionStudy)),
    ("TUR", "Turkish", L),
    ("UK", "Ukrainian", L),
    ("W", "Women", Kind(K::Women)),
    ("X", "Wheelchair Access", Kind(K::Wheelchair)),
    ("XB", "Wheelchair-Accessible Bathroom", Kind(K::Wheelchair)),
    ("XT", "Cross Talk Permitted", W),
    ("Y", "Young People", Kind(K::YoungPeople)),
];

/// The codes that a BMLT server brings, with their English names.
const BMLT: &[(&str, &str, Meaning)] = &[
    ("B", "Beginners", Kind(K::Newcomer)),
    ("BE", "Newcomers", Kind(K::Newcomer)),
    ("BK", "Book Study", Kind(K::Literature)),
    ("BL", "Bi-Lingual", W),
    ("BT", "Basic Text", Kind(K::Literature)),
    ("C", "Closed", Kind(K::Closed)),
    ("CH", "Closed Holidays", W),
    ("CL", "Candlelight", Kind(K::Candlelight)),
    ("CS", "Children under Supervision", Kind(K::ChildFriendly)),
    ("CW", "Children Welcome", Kind(K::ChildFriendly)),
    ("D", "Discussion", Kind(K::Discussion)),
    ("ES", "Español", Kind(K::Spanish)),
    ("FF", "Fragrance Free", Kind(K::FragranceFree)),
    ("FR", "Français", L),
    ("GL", "Gay/Lesbian/Transgender", Kind(K::Lgbtq)),
    ("GP", "Guiding Principles", Kind(K::TraditionStudy)),
    ("HE", "Hebrew", L),
    ("HY", "Hybrid Meeting", Meaning::Hybrid),
    ("IL", "Illness", W),
    ("IP", "IP Study", Kind(K::Literature)),
    ("IPM", "In-Person Meeting", Meaning::InPerson),
    ("IW", "It Works -How and Why", Kind(K::Literature)),
    ("JFT", "Just for Today Study", Kind(K::Literature)),
    ("LC", "Living Clean", Kind(K::Literature)),
    ("LGBTQ", "LGBTQ+", Kind(K::Lgbtq)),
    ("Lit", "Literature Study", Kind(K::Literature)),
    ("M", "Men", Kind(K::Men)),
    ("ME", "Meditation", Kind(K::Meditation)),
    ("NC", "No Children", W),
    ("NS", "No Smoking", W),
    ("O", "Open", Kind(K::Open)),
    ("OUT", "Outdoor Meeting", Kind(K::Outdoor)),
    ("Pi", "Pitch", W),
    ("QA", "Question & Answer", W),
    ("RA", "Restricted Access", W),
    ("RF", "Rotating Format", W),
    ("RR", "Round Robin", W),
    ("S-D", "Speaker/Discussion", Kind(K::Speaker)),
    ("SD", "Speaker/Discussion", Kind(K::Speaker)),
    ("SG", "Step Working Guide", Kind(K::StepStudy)),
    ("SM", "Smoking", Kind(K::Smoking)),
    ("Sp", "Speaker", Kind(K::Speaker)),
    ("SPAD", "A Spiritual Principle a Day", Kind(K::Literature)),
    ("St", "Step", Kind(K::StepStudy)),
    ("SWG", "Step Working Guide Study", Kind(K::StepStudy)),
    ("TC", "Temporarily Closed Facility", Meaning::Closed),
    ("Ti", "Timer", W),
    ("To", "Topic", W),
    ("Tr", "Tradition", Kind(K::TraditionStudy)),
    ("VM", "Virtual Meeting", Meaning::Online),
    ("W", "Women", Kind(K::Women)),
    ("WC", "Wheelchair", Kind(K::Wheelchair)),
    ("Y", "Young People", Kind(K::YoungPeople)),
];

#[cfg(test)]
mod tests {
    use super::*;

    fn of(codes: &[&str], table: Table) -> Kinds {
        kinds(codes.iter().map(|code| (*code).to_owned()), table, &Names::new())
    }

    #[test]
    fn codes_say_kinds_and_what_is_unknown_stays_as_it_is() {
        let kinds = of(&["ST", "O", "W", "XT", "NO", "QQ"], Table::Guide);
        assert_eq!(kinds.kinds, [K::Open, K::Women, K::OtherLanguage, K::StepStudy]);
        assert_eq!(kinds.other, "Cross Talk Permitted, Norwegian, QQ");
        assert_eq!(of(&["Wheelchair Access", "open"], Table::Names).kinds, [K::Open, K::Wheelchair]);
    }

    #[test]
    fn some_codes_say_where_it_is_held_and_that_it_is_not_held() {
        assert_eq!(of(&["ONL"], Table::Guide).venue(None), Venue::Online);
        assert!(of(&["ONL", "TC"], Table::Guide).closed);
        assert_eq!(of(&["HY"], Table::Bmlt).venue(None), Venue::Hybrid);
        assert_eq!(of(&[], Table::Bmlt).venue(Some(Venue::Online)), Venue::Online);
    }

    #[test]
    fn what_a_file_says_of_its_own_code_counts_more_than_what_it_usually_means() {
        let formats = serde_json::json!([{"key_string": "M", "name_string": "Meditation"},
            {"key_string": "ZZ", "name_string": "Drums &amp; Dance"}, 7]);
        let kinds = kinds(["M".to_owned(), "ZZ".to_owned()], Table::Bmlt, &names(&formats));
        assert_eq!((kinds.kinds, kinds.other.as_str()), (vec![K::Meditation], "Drums & Dance"));
    }

    #[test]
    #[allow(clippy::print_stdout)]
    fn every_code_of_the_specification_is_known() {
        let path = std::path::Path::new(env!("CARGO_MANIFEST_DIR"))
            .join("../../../../shared/samples/meeting-guide/types.json");
        let Ok(text) = std::fs::read_to_string(&path) else {
            println!("skipped: no samples");
            return;
        };
        let types: serde_json::Map<String, Value> = serde_json::from_str(&text).unwrap();
        for (code, names) in types {
            let name = names["en"].as_str().unwrap();
            assert!(meaning(&code, Table::Guide).is_some(), "{code}");
            assert!(GUIDE.iter().any(|(short, known, _)| *short == code && *known == name), "{code}: {name}");
        }
    }
}
