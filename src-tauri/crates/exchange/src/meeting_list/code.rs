//! What type and format codes mean.
//!
//! Codes and their names are those of the Meeting Guide's specification, of the world's list of NA formats, and of the
//! formats that a BMLT server has from the start.

use domain::listing::MeetingKind::{self, *};
use domain::text::LINE;

use super::text;

/// Most characters of a code or name of which no more is known.
const MOST_CODE: usize = 60;

/// A code and what it says.
struct Code {
    code: &'static str,
    name: &'static str,
    says: Says,
}

#[derive(Clone, Copy)]
enum Says {
    /// These kinds, and no more.
    Just(&'static [MeetingKind]),
    /// Its name, and that it is of these kinds.
    Name(&'static [MeetingKind]),
    Online,
    Hybrid,
    PlaceClosed,
}

const fn just(code: &'static str, name: &'static str, kinds: &'static [MeetingKind]) -> Code {
    Code { code, name, says: Says::Just(kinds) }
}

const fn name(code: &'static str, name: &'static str, kinds: &'static [MeetingKind]) -> Code {
    Code { code, name, says: Says::Name(kinds) }
}

const fn way(code: &'static str, name: &'static str, says: Says) -> Code {
    Code { code, name, says }
}

/// Of the Meeting Guide.
static GUIDE: [Code; 89] = [
    name("11", "11th Step Meditation", &[Meditation]),
    name("12x12", "12 Steps & 12 Traditions", &[Literature, StepStudy, TraditionStudy]),
    just("A", "Secular", &[Secular]),
    name("ABSI", "As Bill Sees It", &[Literature]),
    name("AF", "Afrikaans", &[OtherLanguage]),
    name("AL", "Concurrent with Alateen", &[]),
    name("AL-AN", "Concurrent with Al-Anon", &[]),
    name("AM", "Amharic", &[OtherLanguage]),
    name("AR", "Arabic", &[OtherLanguage]),
    just("ASL", "American Sign Language", &[SignLanguage]),
    name("B", "Big Book", &[Literature]),
    name("BA", "Babysitting Available", &[ChildFriendly]),
    just("BE", "Newcomer", &[Newcomer]),
    name("BG", "Bulgarian", &[OtherLanguage]),
    name("BI", "Bisexual", &[Lgbtq]),
    name("BRK", "Breakfast", &[Social]),
    just("C", "Closed", &[Closed]),
    just("CAN", "Candlelight", &[Candlelight]),
    just("CF", "Child-Friendly", &[ChildFriendly]),
    just("D", "Discussion", &[Discussion]),
    name("DA", "Danish", &[OtherLanguage]),
    name("DB", "Digital Basket", &[]),
    just("DD", "Dual Diagnosis", &[DualDiagnosis]),
    name("DE", "German", &[OtherLanguage]),
    name("DR", "Daily Reflections", &[Literature]),
    name("EL", "Greek", &[OtherLanguage]),
    just("EN", "English", &[English]),
    name("FA", "Persian", &[OtherLanguage]),
    just("FF", "Fragrance Free", &[FragranceFree]),
    name("FI", "Finnish", &[OtherLanguage]),
    name("FR", "French", &[OtherLanguage]),
    name("G", "Gay", &[Lgbtq]),
    name("GR", "Grapevine", &[Literature]),
    name("H", "Birthday", &[Social]),
    name("HE", "Hebrew", &[OtherLanguage]),
    name("HI", "Hindi", &[OtherLanguage]),
    name("HR", "Croatian", &[OtherLanguage]),
    name("HU", "Hungarian", &[OtherLanguage]),
    name("IS", "Icelandic", &[OtherLanguage]),
    name("ITA", "Italian", &[OtherLanguage]),
    name("JA", "Japanese", &[OtherLanguage]),
    name("KA", "Georgian", &[OtherLanguage]),
    name("KOR", "Korean", &[OtherLanguage]),
    name("L", "Lesbian", &[Lgbtq]),
    just("LGBTQ", "LGBTQ", &[Lgbtq]),
    just("LIT", "Literature", &[Literature]),
    name("LS", "Living Sober", &[Literature]),
    name("LT", "Lithuanian", &[OtherLanguage]),
    just("M", "Men", &[Men]),
    just("MED", "Meditation", &[Meditation]),
    name("ML", "Malayalam", &[OtherLanguage]),
    name("MT", "Maltese", &[OtherLanguage]),
    just("N", "Native American", &[NativeAmerican]),
    name("NB", "Non-Binary", &[Lgbtq]),
    name("NDG", "Indigenous", &[NativeAmerican]),
    name("NE", "Nepali", &[OtherLanguage]),
    name("NL", "Dutch", &[OtherLanguage]),
    name("NO", "Norwegian", &[OtherLanguage]),
    just("O", "Open", &[Open]),
    way("ONL", "Online Meeting", Says::Online),
    just("OUT", "Outdoor", &[Outdoor]),
    just("P", "Professionals", &[Professionals]),
    just("POA", "Proof of Attendance", &[ProofOfAttendance]),
    just("POC", "People of Color", &[PeopleOfColor]),
    name("POL", "Polish", &[OtherLanguage]),
    name("POR", "Portuguese", &[OtherLanguage]),
    name("PUN", "Punjabi", &[OtherLanguage]),
    name("RUS", "Russian", &[OtherLanguage]),
    just("S", "Spanish", &[Spanish]),
    just("SEN", "Seniors", &[Seniors]),
    name("SK", "Slovak", &[OtherLanguage]),
    name("SL", "Slovenian", &[OtherLanguage]),
    just("SM", "Smoking Permitted", &[Smoking]),
    just("SP", "Speaker", &[Speaker]),
    just("SPD", "Speaker/Discussion", &[Speaker, Discussion]),
    just("ST", "Step Study", &[StepStudy]),
    name("SV", "Swedish", &[OtherLanguage]),
    name("T", "Transgender", &[Lgbtq]),
    way("TC", "Location Temporarily Closed", Says::PlaceClosed),
    name("TH", "Thai", &[OtherLanguage]),
    name("TL", "Tagalog", &[OtherLanguage]),
    just("TR", "Tradition Study", &[TraditionStudy]),
    name("TUR", "Turkish", &[OtherLanguage]),
    name("UK", "Ukrainian", &[OtherLanguage]),
    just("W", "Women", &[Women]),
    just("X", "Wheelchair Access", &[Wheelchair]),
    name("XB", "Wheelchair-Accessible Bathroom", &[Wheelchair]),
    name("XT", "Cross Talk Permitted", &[]),
    just("Y", "Young People", &[YoungPeople]),
];

/// Of the world's list of NA formats, which servers name theirs after.
static WORLD: [Code; 38] = [
    just("BEG", "Beginner/Newcomer", &[Newcomer]),
    name("BT", "Basic Text", &[Literature]),
    just("CAN", "Candlelight", &[Candlelight]),
    name("CH", "Closed Holidays", &[]),
    just("CLOSED", "Closed", &[Closed]),
    name("CPT", "12 Concepts", &[]),
    just("CW", "Children Welcome", &[ChildFriendly]),
    just("DISC", "Discussion/Participation", &[Discussion]),
    just("GL", "Gay/Lesbian", &[Lgbtq]),
    name("GP", "Guiding Principles", &[Literature, TraditionStudy]),
    way("HYBR", "Virtual and In-Person", Says::Hybrid),
    name("IP", "Informational Pamphlet", &[Literature]),
    name("IW", "It Works: How and Why", &[Literature]),
    name("JFT", "Just for Today", &[Literature]),
    name("LANG", "Other Language", &[OtherLanguage]),
    name("LC", "Living Clean", &[Literature]),
    just("LGBTQ", "LGBTQ+", &[Lgbtq]),
    just("LIT", "Literature Study", &[Literature]),
    just("M", "Men", &[Men]),
    just("MED", "Meditation", &[Meditation]),
    name("NC", "No Children", &[]),
    name("NS", "No Smoking", &[]),
    just("OPEN", "Open", &[Open]),
    name("QA", "Questions & Answers", &[]),
    name("RA", "Restricted Access", &[]),
    just("S-D", "Speaker/Discussion", &[Speaker, Discussion]),
    just("SMOK", "Smoking", &[Smoking]),
    name("SPAD", "Spiritual Principle a Day", &[Literature]),
    just("SPK", "Speaker", &[Speaker]),
    just("STEP", "Step", &[StepStudy]),
    name("SWG", "Step Working Guide", &[Literature, StepStudy]),
    way("TC", "Temporarily Closed", Says::PlaceClosed),
    name("TOP", "Topic", &[Discussion]),
    just("TRAD", "Tradition", &[TraditionStudy]),
    name("VAR", "Format Varies", &[]),
    way("VM", "Virtual", Says::Online),
    just("W", "Women", &[Women]),
    just("WCHR", "Wheelchair-Accessible", &[Wheelchair]),
];

/// Keys that a BMLT server has from the start, where they are not those of the world.
static SERVER: [Code; 39] = [
    name("AB", "Ask-It-Basket", &[]),
    just("Ag", "Agnostic", &[Secular]),
    just("B", "Beginners", &[Newcomer]),
    name("BK", "Book Study", &[Literature]),
    name("BL", "Bilingual", &[]),
    just("C", "Closed", &[Closed]),
    just("CL", "Candlelight", &[Candlelight]),
    name("CP", "Concepts", &[]),
    name("CS", "Children under Supervision", &[ChildFriendly]),
    just("D", "Discussion", &[Discussion]),
    just("ENG", "English Speaking", &[English]),
    just("ES", "Español", &[Spanish]),
    name("FD", "Five and Dime", &[StepStudy]),
    name("FIN", "Finnish", &[OtherLanguage]),
    way("HY", "Hybrid Meeting", Says::Hybrid),
    name("IL", "Illness", &[]),
    name("JT", "Just for Today", &[Literature]),
    name("L/R", "Lithuanian/Russian", &[OtherLanguage]),
    just("ME", "Meditation", &[Meditation]),
    just("O", "Open", &[Open]),
    name("OE", "Open-Ended", &[]),
    name("PER", "Persian", &[OtherLanguage]),
    name("Pi", "Pitch", &[]),
    name("RF", "Rotating Format", &[]),
    name("Rr", "Round Robin", &[]),
    name("SC", "Surveillance Cameras", &[]),
    just("SD", "Speaker/Discussion", &[Speaker, Discussion]),
    name("SG", "Step Working Guide", &[Literature, StepStudy]),
    just("SL", "ASL", &[SignLanguage]),
    just("So", "Speaker Only", &[Speaker]),
    just("SP", "Speaker", &[Speaker]),
    just("St", "Step", &[StepStudy]),
    name("Ti", "Timer", &[]),
    name("To", "Topic", &[Discussion]),
    just("Tr", "Tradition", &[TraditionStudy]),
    name("TW", "Traditions Workshop", &[TraditionStudy]),
    just("WC", "Wheelchair", &[Wheelchair]),
    just("Y", "Young People", &[YoungPeople]),
    just("YP", "Young People", &[YoungPeople]),
];

/// Other names under which lists have the same.
static NAMES: [Code; 17] = [
    just("", "Step Meeting", &[StepStudy]),
    just("", "Tradition Meeting", &[TraditionStudy]),
    just("", "Beginner", &[Newcomer]),
    just("", "Newcomers", &[Newcomer]),
    just("", "Wheelchair Accessible", &[Wheelchair]),
    just("", "Sign Language", &[SignLanguage]),
    just("", "LGBTQIA+", &[Lgbtq]),
    just("", "Gay/Lesbian/Transgender", &[Lgbtq]),
    just("", "Men's", &[Men]),
    just("", "Women's", &[Women]),
    just("", "Agnostic/Atheist", &[Secular]),
    way("", "Online", Says::Online),
    way("", "Virtual Meeting", Says::Online),
    way("", "Hybrid", Says::Hybrid),
    way("", "Temporary Closure", Says::PlaceClosed),
    way("", "Facility Temporarily Closed", Says::PlaceClosed),
    way("", "Temporarily Closed Facility", Says::PlaceClosed),
];

fn of_code(codes: &'static [Code], code: &str) -> Option<&'static Code> {
    codes.iter().find(|one| one.code.eq_ignore_ascii_case(code))
}

fn of_name(name: &str) -> Option<&'static Code> {
    let mut all = [&GUIDE[..], &WORLD, &SERVER, &NAMES].into_iter().flatten();
    all.find(|one| one.name.eq_ignore_ascii_case(name))
}

/// What the codes of one meeting told.
#[derive(Debug, Default)]
pub(super) struct Told {
    kinds: Vec<MeetingKind>,
    words: Vec<String>,
    /// It can be joined by link or phone.
    pub online: bool,
    /// And it can be come to as well.
    pub hybrid: bool,
    /// The place cannot be used for now.
    pub place_closed: bool,
}

impl Told {
    /// A code of the Meeting Guide, or a name of one; lists of NA in that format have the world's.
    pub fn add_guide(&mut self, word: &str) {
        let found = of_code(&GUIDE, word).or_else(|| of_name(word)).or_else(|| of_code(&WORLD, word));
        self.add(found, word);
    }

    /// A key as BMLT servers have it from the start.
    pub fn add_key(&mut self, key: &str) {
        self.add(of_code(&SERVER, key).or_else(|| of_code(&WORLD, key)), key);
    }

    /// A format of that world id and name. A known name says more than the id: there is one id for every language, and
    /// one for speakers whether or not others share too.
    pub fn add_format(&mut self, world: &str, name: &str) {
        let found = of_name(name).or_else(|| of_code(&WORLD, world));
        match found {
            Some(Code { code: "LANG", .. }) => {
                self.kinds.push(OtherLanguage);
                self.add_word(name);
            }
            found => self.add(found, name),
        }
    }

    fn add(&mut self, code: Option<&Code>, word: &str) {
        let Some(code) = code else { return self.add_word(word) };
        match code.says {
            Says::Just(kinds) => self.kinds.extend(kinds),
            Says::Name(kinds) => {
                self.kinds.extend(kinds);
                self.add_word(code.name);
            }
            Says::Online => self.online = true,
            Says::Hybrid => (self.online, self.hybrid) = (true, true),
            Says::PlaceClosed => self.place_closed = true,
        }
    }

    /// A word to be said as it is.
    pub fn add_word(&mut self, word: &str) {
        self.words.push(text::line(word, MOST_CODE));
    }

    /// The kinds, sorted and each once, and the words, as many as go on a line.
    pub fn kinds(mut self) -> (Vec<MeetingKind>, String) {
        self.kinds.sort_unstable();
        self.kinds.dedup();
        let mut words = String::new();
        for (place, word) in self.words.iter().enumerate() {
            let is_new = !word.is_empty() && !self.words.iter().take(place).any(|before| before == word);
            if is_new && words.chars().count() + word.chars().count() + 2 <= LINE {
                let between = if words.is_empty() { "" } else { ", " };
                words.push_str(between);
                words.push_str(word);
            }
        }
        (self.kinds, words)
    }
}
