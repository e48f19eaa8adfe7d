//! One meeting as it is understood, before its days and times are judged.

use domain::listing::{Listing, Venue};
use domain::time::Weekday;

use super::code::Told;
use super::{text, time};

/// How long a meeting is of which the list does not say it, as the Meeting Guide has it, in minutes.
const USUAL: u32 = 60;
/// How long a meeting lasts at most that ends on another day, in minutes: one that seems longer has a wrong end.
const LONGEST_NIGHT: u32 = 720;

/// What a row says of a meeting.
#[derive(Debug)]
pub(super) struct Draft<'a> {
    /// The meeting but for when it is held and in which zone. Its key may be empty, and so may its name.
    pub listing: Listing,
    /// On which days, each once.
    pub days: Vec<Weekday>,
    /// Whether it names a day that is none.
    pub odd_day: bool,
    /// When it begins, as written. May be empty.
    pub time: &'a str,
    /// Whether it has an end or length that is none.
    pub odd_end: bool,
    /// Whether it has a link that is none to follow.
    pub odd_link: bool,
    /// Whether it says in a way that is not known where it is held.
    pub odd_venue: bool,
    /// The zone, as written. May be empty.
    pub zone: &'a str,
}

/// How one can be at a meeting.
#[derive(Debug, Clone, Copy)]
pub(super) struct Way {
    /// Whether it has a place of its own.
    pub at_place: bool,
    /// Whether one can join by link or phone.
    pub joinable: bool,
}

impl<'a> Draft<'a> {
    /// A meeting of that key and name of which no more is said; texts as the list has them.
    pub fn new(key: &str, name: String) -> Self {
        let listing = Listing {
            key: text::plain(key),
            name,
            held: None,
            minutes: USUAL,
            zone: None,
            venue: Venue::InPerson,
            place: String::new(),
            address: String::new(),
            region: String::new(),
            link: String::new(),
            phone: String::new(),
            kinds: Vec::new(),
            other_kinds: String::new(),
            notes: String::new(),
            closed: false,
        };
        Self {
            listing,
            days: Vec::new(),
            odd_day: false,
            time: "",
            odd_end: false,
            odd_link: false,
            odd_venue: false,
            zone: "",
        }
    }

    /// Held on these days, Sunday being `sunday` where they are numbers, at this time.
    pub fn held(&mut self, days: impl Iterator<Item = &'a str>, sunday: usize, time: &'a str) {
        // What some lists write where others write nothing.
        let said = |text: &&str| !text.to_lowercase().ends_with("appointment");
        for day in days.filter(said) {
            match time::day(day, sunday) {
                Some(day) if self.days.contains(&day) => {}
                Some(day) => self.days.push(day),
                None => self.odd_day = true,
            }
        }
        self.time = Some(time).filter(said).unwrap_or_default();
    }

    /// Until this time. May be empty.
    pub fn ends(&mut self, end: &str) {
        let end = Some(end).filter(|end| !end.is_empty());
        let until = end.map(time::clock);
        self.odd_end = until == Some(None);
        if let (Some(start), Some(Some(end))) = (time::clock(self.time), until) {
            let minutes = time::until(start, end).unwrap_or(USUAL);
            self.odd_end = end < start && minutes > LONGEST_NIGHT;
            self.listing.minutes = if self.odd_end { USUAL } else { minutes };
        }
    }

    /// For so long. May be empty.
    pub fn lasts(&mut self, length: &str) {
        match Some(length).filter(|length| !length.is_empty()).map(time::length) {
            Some(Ok(Some(minutes))) => self.listing.minutes = minutes,
            Some(Err(_)) => self.odd_end = true,
            Some(Ok(None)) | None => {}
        }
    }

    /// Joined by this link. May be empty.
    pub fn linked(&mut self, link: &str) {
        self.listing.link = text::link(link);
        self.odd_link = self.listing.link.is_empty() && !link.is_empty();
    }

    /// To be joined in that way, and of the kinds that its codes tell. A place that is closed for now closes the
    /// meeting only where it cannot be joined otherwise.
    pub fn is(&mut self, way: Way, mut told: Told) {
        let at_place = way.at_place && !told.place_closed;
        self.listing.venue = match (at_place, way.joinable) {
            (true, true) => Venue::Hybrid,
            (false, true) => Venue::Online,
            (_, false) => Venue::InPerson,
        };
        self.listing.closed = told.place_closed && !way.joinable;
        if told.place_closed && way.joinable {
            told.add_word("Location temporarily closed");
        }
        (self.listing.kinds, self.listing.other_kinds) = told.kinds();
    }
}
