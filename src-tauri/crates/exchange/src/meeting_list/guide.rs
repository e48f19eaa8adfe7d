//! Meeting Guide: what its fields mean, <https://github.com/code4recovery/spec>.

use domain::text::LINE;

use super::MOST_NOTES;
use super::code::Told;
use super::draft::{Draft, Way};
use super::row::Row;
use super::text;

/// The meeting of a row. In a table, one without a key gets one of what it says.
pub(super) fn draft(row: &Row, is_table: bool) -> Draft<'_> {
    let name = match text::line(row.text("name"), LINE) {
        name if name.is_empty() => text::line(row.text("group"), LINE),
        name => name,
    };
    let time = Some(row.text("time")).filter(|time| !time.is_empty()).unwrap_or(row.text("start_time"));
    let address = Address::of(row);
    let key = match row.text("slug") {
        "" if is_table => mark([row.text("name"), row.text("day"), time, row.text("location"), &address.text]),
        key => key.to_owned(),
    };
    let mut draft = Draft::new(&key, name);
    draft.held(row.list("day", &[',']), 0, time);
    draft.ends(row.text("end_time"));
    draft.zone = Some(row.text("timezone")).filter(|zone| !zone.is_empty()).unwrap_or(row.text("time_zone"));
    let mut told = Told::default();
    row.list("types", &[',']).for_each(|code| told.add_guide(code));
    draft.linked(row.text("conference_url"));
    let odd_link = draft.odd_link;
    let listing = &mut draft.listing;
    listing.phone = text::phone(row.text("conference_phone"));
    listing.place = text::line(row.text("location"), LINE);
    listing.region = region(row);
    let unkept = |field, kept: &str| if kept.is_empty() { row.text(field) } else { "" };
    let group = text::line(row.text("group"), LINE);
    listing.notes = text::lines(
        [
            row.text("notes"),
            row.text("location_notes"),
            row.text("conference_url_notes"),
            unkept("conference_phone", &listing.phone),
            row.text("conference_phone_notes"),
            if group == listing.name { "" } else { &group },
            row.text("group_notes"),
        ],
        MOST_NOTES,
    );
    // A link that cannot be followed still says that one joins by it, where there is no house to go to.
    let reached = !listing.link.is_empty() || !listing.phone.is_empty() || (odd_link && !address.is_exact);
    let way = match row.text("attendance_option") {
        "in_person" => Way { at_place: true, joinable: false },
        "online" => Way { at_place: false, joinable: true },
        "hybrid" => Way { at_place: true, joinable: true },
        // Online with a street address that is meant is both, as the tools of the format have it.
        _ => Way { at_place: address.is_exact, joinable: told.online || reached },
    };
    listing.address = address.text;
    draft.is(way, told);
    draft.listing.closed |= row.text("attendance_option") == "inactive";
    draft
}

/// Where it is.
struct Address {
    text: String,
    /// Whether it is that of a house, not only of a town.
    is_exact: bool,
}

impl Address {
    fn of(row: &Row) -> Self {
        let whole = row.text("formatted_address");
        let state = format!("{} {}", row.text("state"), row.text("postal_code"));
        let parts = [row.text("address"), row.text("city"), &state, row.text("country")];
        let text = text::joined(if whole.is_empty() { parts } else { [whole, "", "", ""] });
        let is_exact = match row.text("approximate").to_lowercase().as_str() {
            "yes" | "true" => false,
            "no" | "false" => true,
            // Street, town, state with code, country.
            _ => {
                let by_parts = !row.text("address").is_empty() && !row.text("city").is_empty();
                by_parts || text.split(',').count() >= 4
            }
        };
        Self { text, is_exact }
    }
}

/// Town and part of town: the general first.
fn region(row: &Row) -> String {
    let named = text::joined(row.list("regions", &['>']));
    let nested = text::joined([row.text("region"), row.text("sub_region"), row.text("sub_sub_region")]);
    let town = text::joined([row.text("city"), row.text("state")]);
    [named, nested, town].into_iter().find(|region| !region.is_empty()).unwrap_or_default()
}

/// FNV-1a over what a row says, as hexadecimal digits: the same on every device and in every version.
fn mark(said: [&str; 5]) -> String {
    let hash = said
        .join("\n")
        .bytes()
        .fold(0xcbf2_9ce4_8422_2325_u64, |hash, byte| (hash ^ u64::from(byte)).wrapping_mul(0x0100_0000_01b3));
    format!("{hash:016x}")
}
