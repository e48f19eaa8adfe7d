//! BMLT: search results, in which every value is a string and weekdays count from 1 (Sunday), and admin rows, in which
//! they count from 0.

use domain::group::Fellowship;
use domain::listing::{Listing, Venue};
use domain::time::{TimeOfDay, Weekday};
use serde_json::{Map, Value};

use super::guide::{clock, from_sunday, joined, joined_lines, zone};
use super::kind::{Names, Table, kinds};
use super::{Reading, RowFault, text};

/// How long a meeting lasts that does not say.
const AN_HOUR: u32 = 60;

/// What either shape says, by its own names.
struct Said {
    key: String,
    name: String,
    weekday: Result<Weekday, RowFault>,
    time: String,
    duration: String,
    zone: String,
    venue: String,
    codes: Vec<String>,
}

/// One row of a search.
pub(super) fn search_result(reading: &mut Reading<'_>, formats: &Names, row: &Map<String, Value>) {
    let field = |key: &str| text::field(row, key);
    reading.named(&server(&field("root_server_uri")), Some(Fellowship::Na));
    // What is not published is not meant to be seen.
    if field("published") == "0" {
        return;
    }
    let number = field("weekday_tinyint").trim().parse::<u64>().ok();
    let said = Said {
        key: field("id_bigint"),
        name: field("meeting_name"),
        weekday: number.and_then(|day| from_sunday(day.checked_sub(1)?)).ok_or(RowFault::NotADay),
        time: field("start_time"),
        duration: field("duration_time"),
        zone: field("time_zone"),
        venue: field("venue_type"),
        codes: field("formats").split(',').map(str::to_owned).collect(),
    };
    keep(reading, formats, row, said);
}

/// One row of the admin API.
pub(super) fn admin_row(reading: &mut Reading<'_>, formats: &Names, row: &Map<String, Value>) {
    let field = |key: &str| text::field(row, key);
    reading.named("", Some(Fellowship::Na));
    if row.get("published") == Some(&Value::Bool(false)) {
        return;
    }
    let codes = row.get("formats").and_then(Value::as_array).into_iter().flatten();
    let said = Said {
        key: field("id"),
        name: field("name"),
        weekday: field("day").trim().parse().ok().and_then(from_sunday).ok_or(RowFault::NotADay),
        time: field("startTime"),
        duration: field("duration"),
        zone: field("timeZone"),
        venue: field("venueType"),
        codes: codes.filter_map(code).collect(),
    };
    keep(reading, formats, row, said);
}

fn keep(reading: &mut Reading<'_>, formats: &Names, row: &Map<String, Value>, said: Said) {
    let name = said.name.clone();
    let found = listing(formats, row, said);
    reading.take(&name, found);
}

fn listing(
    formats: &Names,
    row: &Map<String, Value>,
    said: Said,
) -> Result<(Vec<Listing>, Option<RowFault>), RowFault> {
    // Both shapes name these the same, but for the case of the last.
    let field = |key: &str| text::field(row, key);
    let name = text::line(&said.name, domain::text::LINE);
    if name.is_empty() {
        return Err(RowFault::NoName);
    }
    let key = text::line(&said.key, domain::text::LINE);
    if key.is_empty() {
        return Err(RowFault::NoKey);
    }
    let held = (said.weekday?, clock(&said.time).ok_or(RowFault::NotATime)?);
    let minutes = match said.duration.trim() {
        "" => AN_HOUR,
        duration => lasts(duration).ok_or(RowFault::NotATime)?,
    };
    let (zone, fault) = zone(&said.zone);
    let kinds = kinds(said.codes, Table::Bmlt, formats);
    let venue = match said.venue.trim() {
        "1" => Some(Venue::InPerson),
        "2" => Some(Venue::Online),
        "3" => Some(Venue::Hybrid),
        _ => None,
    };
    let town = joined(["location_city_subsection", "location_neighborhood", "location_municipality"].map(field));
    let listing = Listing {
        key,
        name,
        held: Some(held),
        minutes,
        zone,
        venue: kinds.venue(venue),
        place: text::line(&field("location_text"), domain::text::LINE),
        address: text::line(
            &joined([
                field("location_street"),
                field("location_municipality"),
                field("location_province"),
                field("location_postal_code_1"),
            ]),
            domain::text::LINE,
        ),
        region: text::line(&joined([town, field("location_sub_province")]), domain::text::LINE),
        link: text::link(&field("virtual_meeting_link")),
        phone: text::phone(&field("phone_meeting_number")),
        closed: kinds.closed,
        kinds: kinds.kinds,
        other_kinds: kinds.other,
        notes: text::notes(&joined_lines(
            &["comments", "location_info", "virtual_meeting_additional_info", "bus_lines", "train_lines"].map(field),
        )),
    };
    Ok((vec![listing], fault))
}

/// A length as hours and minutes, up to a day.
fn lasts(duration: &str) -> Option<u32> {
    if duration.starts_with("24:00") {
        return Some(1440);
    }
    let minutes = clock(duration).map(TimeOfDay::minutes)?;
    Some(if minutes == 0 { AN_HOUR } else { u32::from(minutes) })
}

/// A format of an admin row: its code, or an object that has it.
fn code(format: &Value) -> Option<String> {
    match format {
        Value::String(code) => Some(code.clone()),
        Value::Object(format) => Some(text::field(format, "key")),
        _ => None,
    }
}

/// The server that a search came from, as a person reads it.
fn server(address: &str) -> String {
    let host = address.split_once("://").map_or(address, |(_, rest)| rest);
    host.split(['/', ':']).next().unwrap_or_default().to_owned()
}
