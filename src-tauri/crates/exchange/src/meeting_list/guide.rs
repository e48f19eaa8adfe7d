//! Meeting Guide: one object a meeting, or one row.

use domain::group::Fellowship;
use domain::listing::{Listing, Venue};
use domain::time::{TimeOfDay, Weekday, Zone};
use serde_json::{Map, Value};

use super::kind::{Names, Table, kinds};
use super::{Reading, RowFault, text};

/// How long a meeting lasts that does not say when it ends.
const AN_HOUR: u32 = 60;

/// What an entry says, whether it is an object or a row of a table.
pub(super) struct Said {
    pub(super) slug: String,
    pub(super) name: String,
    pub(super) days: Result<Vec<Weekday>, RowFault>,
    pub(super) time: String,
    pub(super) end_time: String,
    pub(super) zone: String,
    pub(super) codes: Vec<String>,
    pub(super) table: Table,
    pub(super) option: String,
    pub(super) place: String,
    pub(super) address: String,
    pub(super) region: String,
    pub(super) link: String,
    pub(super) phone: String,
    pub(super) notes: Vec<String>,
}

/// One object.
pub(super) fn entry(reading: &mut Reading<'_>, row: &Map<String, Value>) {
    let field = |key: &str| text::field(row, key);
    let entity = [field("entity"), field("group_entity")].into_iter().find(|name| !name.is_empty());
    if let Some(entity) = entity {
        reading.named(&entity, Some(fellowship(&entity)));
    } else {
        reading.named("", Some(Fellowship::Aa));
    }
    let address = match field("formatted_address") {
        whole if !whole.is_empty() => whole,
        _ => joined(["address", "city", "state", "postal_code", "country"].map(field)),
    };
    let regions = row.get("regions").and_then(Value::as_array).into_iter().flatten().filter_map(Value::as_str);
    let region = match joined(regions.map(str::to_owned)) {
        named if !named.is_empty() => named,
        _ => joined([field("region"), field("sub_region"), field("city")]),
    };
    let said = Said {
        slug: field("slug"),
        name: field("name"),
        days: days(row.get("day")),
        time: field("time"),
        end_time: field("end_time"),
        zone: field("timezone"),
        codes: codes(row.get("types")),
        table: Table::Guide,
        option: field("attendance_option"),
        place: field("location"),
        address,
        region,
        link: field("conference_url"),
        phone: field("conference_phone"),
        notes: ["notes", "location_notes", "group_notes", "conference_url_notes", "conference_phone_notes"]
            .map(field)
            .to_vec(),
    };
    keep(reading, said);
}

/// Keeps the meetings of an entry: one for each of its days.
pub(super) fn keep(reading: &mut Reading<'_>, said: Said) {
    let name = said.name.clone();
    let found = listings(said);
    reading.take(&name, found);
}

fn listings(said: Said) -> Result<(Vec<Listing>, Option<RowFault>), RowFault> {
    let name = text::line(&said.name, domain::text::LINE);
    if name.is_empty() {
        return Err(RowFault::NoName);
    }
    let days = said.days?;
    let begins = match said.time.trim() {
        "" if days.is_empty() => None,
        "" => return Err(RowFault::NotATime),
        _ if days.is_empty() => return Err(RowFault::NotADay),
        time => Some(clock(time).ok_or(RowFault::NotATime)?),
    };
    let minutes = match (begins, said.end_time.trim()) {
        (Some(begins), end) if !end.is_empty() => lasts(begins, clock(end).ok_or(RowFault::NotATime)?),
        _ => AN_HOUR,
    };
    let (zone, fault) = zone(&said.zone);
    let kinds = kinds(said.codes, said.table, &Names::new());
    let option = match said.option.trim() {
        "in_person" => Some(Venue::InPerson),
        "online" => Some(Venue::Online),
        "hybrid" => Some(Venue::Hybrid),
        _ => None,
    };
    let address = text::line(&said.address, domain::text::LINE);
    let key = match said.slug.trim() {
        "" => mark(&[&name, &format!("{days:?}"), said.time.trim(), &said.place, &address]),
        slug => text::line(slug, domain::text::LINE - 2),
    };
    if key.is_empty() {
        return Err(RowFault::NoKey);
    }
    let listing = Listing {
        key,
        name,
        held: None,
        minutes,
        zone,
        venue: kinds.venue(option),
        place: text::line(&said.place, domain::text::LINE),
        address,
        region: text::line(&said.region, domain::text::LINE),
        link: text::link(&said.link),
        phone: text::phone(&said.phone),
        closed: kinds.closed || said.option.trim() == "inactive",
        kinds: kinds.kinds,
        other_kinds: kinds.other,
        notes: text::notes(&joined_lines(&said.notes)),
    };
    let several = days.len() > 1;
    let listings = match begins {
        None => vec![listing],
        Some(time) => days
            .into_iter()
            .map(|day| Listing {
                key: if several { format!("{}#{}", listing.key, day.from_monday()) } else { listing.key.clone() },
                held: Some((day, time)),
                ..listing.clone()
            })
            .collect(),
    };
    Ok((listings, fault))
}

/// Parts with a comma between, those that are empty or said already left out.
pub(super) fn joined(parts: impl IntoIterator<Item = String>) -> String {
    let mut all: Vec<String> = Vec::new();
    for part in parts {
        let part = part.trim().to_owned();
        if !part.is_empty() && !all.contains(&part) {
            all.push(part);
        }
    }
    all.join(", ")
}

/// Parts with a line between.
pub(super) fn joined_lines(parts: &[String]) -> String {
    parts.iter().map(|part| part.trim()).filter(|part| !part.is_empty()).collect::<Vec<_>>().join("\n")
}

/// A zone, and the fault where it is none.
pub(super) fn zone(name: &str) -> (Option<Zone>, Option<RowFault>) {
    match name.trim() {
        "" => (None, None),
        name => match Zone::parse(name) {
            Some(zone) => (Some(zone), None),
            None => (None, Some(RowFault::UnknownZone)),
        },
    }
}

/// How long it lasts; an end before the beginning is on the next day.
pub(super) fn lasts(begins: TimeOfDay, ends: TimeOfDay) -> u32 {
    let (begins, ends) = (u32::from(begins.minutes()), u32::from(ends.minutes()));
    match (ends + 1440 - begins) % 1440 {
        0 => AN_HOUR,
        minutes => minutes,
    }
}

/// `day`: 0 (Sunday) to 6, a number or a word, one or several; nothing: by appointment.
fn days(value: Option<&Value>) -> Result<Vec<Weekday>, RowFault> {
    let mut days = match value {
        None | Some(Value::Null) => Vec::new(),
        Some(Value::String(text)) if text.trim().is_empty() => Vec::new(),
        Some(Value::Array(all)) => all.iter().map(one_day).collect::<Result<_, _>>()?,
        Some(one) => vec![one_day(one)?],
    };
    days.sort_unstable();
    days.dedup();
    Ok(days)
}

fn one_day(value: &Value) -> Result<Weekday, RowFault> {
    let day = match value {
        Value::Number(number) => number.as_u64().and_then(from_sunday),
        Value::String(text) => weekday(text),
        _ => None,
    };
    day.ok_or(RowFault::NotADay)
}

/// The weekday of a number that counts from Sunday, 0 to 6.
pub(super) fn from_sunday(number: u64) -> Option<Weekday> {
    let from_monday = usize::try_from(number).ok().filter(|number| *number < 7)?;
    Weekday::ALL.get((from_monday + 6) % 7).copied()
}

/// A weekday as a number from Sunday, or in English or Spanish.
pub(super) fn weekday(text: &str) -> Option<Weekday> {
    let word = text.trim().to_lowercase();
    if let Ok(number) = word.parse::<u64>() {
        return from_sunday(number);
    }
    const WORDS: [[&str; 3]; 7] = [
        ["monday", "lunes", "mon"],
        ["tuesday", "martes", "tue"],
        ["wednesday", "miércoles", "wed"],
        ["thursday", "jueves", "thu"],
        ["friday", "viernes", "fri"],
        ["saturday", "sábado", "sat"],
        ["sunday", "domingo", "sun"],
    ];
    let word = match word.trim_end_matches('s') {
        "miercole" => "miércoles",
        "sabado" => "sábado",
        _ => word.as_str(),
    };
    let fits =
        |words: &&[&str; 3]| words.contains(&word) || words.iter().any(|one| word.strip_suffix('s') == Some(one));
    let at = WORDS.iter().position(|words| fits(&words))?;
    Weekday::ALL.get(at).copied()
}

/// A time of day as lists write it: `19:00`, `19:00:00`, `7:00 PM`, `7 p.m.`, `noon`, `midnight`.
pub(super) fn clock(text: &str) -> Option<TimeOfDay> {
    let text: String = text.trim().to_lowercase().chars().filter(|c| !matches!(c, '.' | ' ' | '\u{a0}')).collect();
    match text.as_str() {
        "noon" => return TimeOfDay::new(12, 0),
        "midnight" => return TimeOfDay::new(0, 0),
        _ => {}
    }
    let (digits, half) = match (text.strip_suffix("am"), text.strip_suffix("pm")) {
        (Some(digits), _) => (digits, Some(0)),
        (_, Some(digits)) => (digits, Some(12)),
        _ => (text.as_str(), None),
    };
    let mut parts = digits.split(':');
    let number = |part: &str| {
        let fits = (1..=2).contains(&part.len()) && part.bytes().all(|digit| digit.is_ascii_digit());
        fits.then(|| part.parse::<u16>().ok()).flatten()
    };
    let hour = number(parts.next()?)?;
    let minute = match parts.next() {
        Some(minute) => number(minute)?,
        // A bare number is an hour only with am or pm.
        None => half.map(|_| 0)?,
    };
    if let Some(seconds) = parts.next() {
        number(seconds).filter(|seconds| *seconds < 60)?;
    }
    if parts.next().is_some() {
        return None;
    }
    match half {
        None => TimeOfDay::new(hour, minute),
        Some(half) if (1..=12).contains(&hour) => TimeOfDay::new(hour % 12 + half, minute),
        Some(_) => None,
    }
}

fn codes(value: Option<&Value>) -> Vec<String> {
    match value {
        Some(Value::Array(all)) => all.iter().filter_map(Value::as_str).map(str::to_owned).collect(),
        Some(Value::String(text)) => text.split(',').map(str::to_owned).collect(),
        _ => Vec::new(),
    }
}

/// The fellowship that a list's name speaks of; Alcoholics Anonymous, whose format it is, where it speaks of none.
pub(super) fn fellowship(name: &str) -> Fellowship {
    let name = name.to_lowercase();
    let named = [
        ("al-anon", Fellowship::AlAnon),
        ("nar-anon", Fellowship::NarAnon),
        ("narcotics", Fellowship::Na),
        ("cocaine", Fellowship::Ca),
        ("crystal meth", Fellowship::Cma),
        ("heroin", Fellowship::Ha),
        ("dual recovery", Fellowship::DualRecoveryAnonymous),
        ("recovery dharma", Fellowship::RecoveryDharma),
        ("refuge recovery", Fellowship::RefugeRecovery),
        ("smart recovery", Fellowship::SmartRecovery),
        ("lifering", Fellowship::LifeRing),
        ("celebrate recovery", Fellowship::CelebrateRecovery),
        ("gamblers", Fellowship::Other),
        ("overeaters", Fellowship::Other),
    ];
    named.into_iter().find(|(words, _)| name.contains(words)).map_or(Fellowship::Aa, |(_, fellowship)| fellowship)
}

/// FNV-1a: the same for the same words on every device and in every version.
fn mark(parts: &[&str]) -> String {
    let bytes = parts.iter().flat_map(|part| part.bytes().chain([0]));
    let hash =
        bytes.fold(0xcbf2_9ce4_8422_2325_u64, |hash, byte| (hash ^ u64::from(byte)).wrapping_mul(0x0100_0000_01b3));
    format!("{hash:016x}")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn times_are_read_as_lists_write_them() {
        for (text, minutes) in [
            ("19:00", 1140),
            ("19:00:00", 1140),
            ("7:00 PM", 1140),
            ("7 p.m.", 1140),
            ("12:05 am", 5),
            ("12:30pm", 750),
            ("Noon", 720),
            ("0:00", 0),
        ] {
            assert_eq!(clock(text).map(TimeOfDay::minutes), Some(minutes), "{text}");
        }
        for bad in ["", "25:00", "12:60", "13:00 PM", "0:30 am", "7", "seven", "1:2:3:4", "12:00:61", "-1:00", "١٩:٠٠"]
        {
            assert_eq!(clock(bad), None, "{bad}");
        }
    }

    #[test]
    fn days_are_numbers_from_sunday_or_words() {
        for (text, day) in [
            ("0", Weekday::Sunday),
            ("6", Weekday::Saturday),
            ("Mondays", Weekday::Monday),
            ("miercoles", Weekday::Wednesday),
            ("Sábado", Weekday::Saturday),
            ("thu", Weekday::Thursday),
        ] {
            assert_eq!(weekday(text), Some(day), "{text}");
        }
        assert_eq!(weekday("7"), None);
        assert_eq!(weekday("someday"), None);
    }

    #[test]
    fn an_end_before_the_beginning_is_on_the_next_day() {
        let time = |text| clock(text).unwrap();
        assert_eq!(lasts(time("19:00"), time("20:30")), 90);
        assert_eq!(lasts(time("23:30"), time("00:30")), 60);
        assert_eq!(lasts(time("19:00"), time("19:00")), 60);
    }
}
