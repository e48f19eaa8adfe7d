//! BMLT: what its fields mean, in what a server answers to a search and in what its administration has.

use std::collections::HashMap;

use domain::text::LINE;

use super::MOST_NOTES;
use super::code::Told;
use super::draft::{Draft, Way};
use super::row::Row;
use super::text;

/// How the two kinds of rows name what they have in common; places are named alike.
pub(super) struct Names {
    id: &'static str,
    name: &'static str,
    day: &'static str,
    /// The number of Sunday.
    sunday: usize,
    time: &'static str,
    length: &'static str,
    zone: &'static str,
    venue: &'static str,
}

/// Search results: <https://bmlt.app/semantic/>.
pub(super) const SEARCH: Names = Names {
    id: "id_bigint",
    name: "meeting_name",
    day: "weekday_tinyint",
    sunday: 1,
    time: "start_time",
    length: "duration_time",
    zone: "time_zone",
    venue: "venue_type",
};

/// Rows of the administration.
pub(super) const ADMIN: Names = Names {
    id: "id",
    name: "name",
    day: "day",
    sunday: 0,
    time: "startTime",
    length: "duration",
    zone: "timeZone",
    venue: "venueType",
};

/// Whether a row is kept from the public by those who make the list.
pub(super) fn is_unpublished(row: &Row) -> bool {
    matches!(row.text("published"), "0" | "false")
}

/// The meeting of a row.
pub(super) fn draft<'a>(row: &'a Row, names: &Names, formats: &Formats) -> Draft<'a> {
    let mut draft = Draft::new(row.text(names.id), text::line(row.text(names.name), LINE));
    draft.held(row.list(names.day, &[',']), names.sunday, row.text(names.time));
    draft.lasts(row.text(names.length));
    draft.zone = row.text(names.zone);
    let mut told = Told::default();
    row.list("formats", &[',']).for_each(|key| formats.tell(key, &mut told));
    row.list("formatIds", &[',']).for_each(|id| formats.tell_id(id, &mut told));
    draft.linked(row.text("virtual_meeting_link"));
    let odd_link = draft.odd_link;
    draft.odd_venue = !matches!(row.text(names.venue), "" | "0" | "1" | "2" | "3");
    let listing = &mut draft.listing;
    listing.phone = text::phone(row.text("phone_meeting_number"));
    listing.place = text::line(row.text("location_text"), LINE);
    let code = format!("{} {}", row.text("location_province"), row.text("location_postal_code_1"));
    let (street, town) = (row.text("location_street"), row.text("location_municipality"));
    listing.address = text::joined([street, town, &code, row.text("location_nation")]);
    listing.region = text::joined([
        town,
        row.text("location_city_subsection"),
        row.text("location_neighborhood"),
        row.text("location_sub_province"),
        row.text("location_province"),
    ]);
    let unkept = |field, kept: &str| if kept.is_empty() { row.text(field) } else { "" };
    listing.notes = text::lines(
        [
            row.text("comments"),
            row.text("location_info"),
            unkept("phone_meeting_number", &listing.phone),
            row.text("virtual_meeting_additional_info"),
        ],
        MOST_NOTES,
    );
    let has_place = !street.is_empty() || !listing.place.is_empty();
    let reached = !listing.link.is_empty() || !listing.phone.is_empty() || (odd_link && !has_place);
    let way = match row.text(names.venue) {
        _ if row.text("temporarilyVirtual") == "true" => Way { at_place: false, joinable: true },
        "1" => Way { at_place: true, joinable: false },
        "2" => Way { at_place: false, joinable: true },
        "3" => Way { at_place: true, joinable: true },
        // Servers of before 2021 say it by formats alone.
        _ if told.hybrid => Way { at_place: true, joinable: true },
        _ if told.online => Way { at_place: false, joinable: true },
        _ => Way { at_place: has_place, joinable: reached },
    };
    draft.is(way, told);
    draft
}

/// What the file itself says of its formats. Each server has its own.
#[derive(Debug, Default)]
pub(super) struct Formats {
    by_key: HashMap<String, Format>,
    keys: HashMap<String, String>,
}

#[derive(Debug)]
struct Format {
    world: String,
    name: String,
    is_english: bool,
}

impl Formats {
    /// The formats of these rows; the English ones where one is there in several languages.
    pub fn new(rows: impl Iterator<Item = Row>) -> Self {
        let mut formats = Self::default();
        for row in rows {
            let key = row.text("key_string");
            let is_english = row.text("lang") == "en";
            let is_known = formats.by_key.get(key).is_some_and(|known| known.is_english || !is_english);
            if key.is_empty() || is_known {
                continue;
            }
            let either = |a, b| Some(row.text(a)).filter(|text| !text.is_empty()).unwrap_or(row.text(b)).to_owned();
            let format =
                Format { world: either("world_id", "worldid_mixed"), name: either("name_string", "name"), is_english };
            formats.by_key.insert(key.to_owned(), format);
            formats.keys.insert(row.text("id").to_owned(), key.to_owned());
        }
        formats
    }

    /// Tells what a key means: here where the file says it, else as servers have it from the start.
    fn tell(&self, key: &str, told: &mut Told) {
        match self.by_key.get(key) {
            Some(format) => told.add_format(&format.world, &format.name),
            None => told.add_key(key),
        }
    }

    /// Tells what an id means, where the file says it: an id alone says nothing to anyone.
    fn tell_id(&self, id: &str, told: &mut Told) {
        if let Some(key) = self.keys.get(id) {
            self.tell(key, told);
        }
    }
}
