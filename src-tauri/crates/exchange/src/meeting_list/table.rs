//! Meeting Guide as a table: a header in English in any order, plain names, times with am and pm.

use std::collections::HashMap;

use csv::{ReaderBuilder, StringRecord};

use super::guide::{self, Said, joined};
use super::kind::Table;
use super::{ListFault, ListFormat, Reading, RowFault};

/// Reads a table.
///
/// # Errors
/// [`ListFault::NotAList`] where its first line is no header of such a table; [`ListFault::Malformed`].
pub(super) fn read(text: &str, reading: &mut Reading<'_>) -> Result<(), ListFault> {
    let first = text.lines().next().unwrap_or_default();
    let of = |separator: char| first.matches(separator).count();
    let separator = [',', ';', '\t'].into_iter().max_by_key(|separator| of(*separator)).unwrap_or(',');
    let mut rows = ReaderBuilder::new()
        .flexible(true)
        .has_headers(false)
        .delimiter(u8::try_from(separator).unwrap_or(b','))
        .from_reader(text.as_bytes());
    let mut row = StringRecord::new();
    let mut next = |row: &mut StringRecord| {
        rows.read_record(row).map_err(|error| {
            let line = error.position().map_or(1, csv::Position::line);
            ListFault::Malformed { line: usize::try_from(line).unwrap_or(1) }
        })
    };
    if !next(&mut row)? {
        return Err(ListFault::NotAList);
    }
    let header: HashMap<String, usize> =
        row.iter().enumerate().map(|(at, name)| (name.trim().to_lowercase(), at)).collect();
    let known = ["time", "day", "types", "location", "address", "slug"];
    if !header.contains_key("name") || known.iter().filter(|name| header.contains_key(**name)).count() < 2 {
        return Err(ListFault::NotAList);
    }
    reading.format = Some(ListFormat::MeetingGuideTable);
    reading.rows = 1;
    let mut any = false;
    while next(&mut row)? {
        if !reading.next_row() {
            return Ok(());
        }
        if row.iter().all(|cell| cell.trim().is_empty()) {
            continue;
        }
        any = true;
        let cell = |name: &str| header.get(name).and_then(|at| row.get(*at)).unwrap_or_default().trim().to_owned();
        entry(reading, &cell);
    }
    if any { Ok(()) } else { Err(ListFault::Empty) }
}

fn entry(reading: &mut Reading<'_>, cell: &dyn Fn(&str) -> String) {
    let entity = cell("entity");
    reading.named(&entity, Some(guide::fellowship(&entity)));
    let address = match cell("address") {
        whole if !whole.is_empty() => whole,
        _ => joined(["city", "state", "postal code", "country"].map(cell)),
    };
    let days = match cell("day") {
        none if none.is_empty() => Ok(Vec::new()),
        day => guide::weekday(&day).map(|day| vec![day]).ok_or(RowFault::NotADay),
    };
    let said = Said {
        slug: cell("slug"),
        name: cell("name"),
        days,
        time: cell("time"),
        end_time: cell("end time"),
        zone: cell("timezone"),
        codes: cell("types").split(',').map(str::to_owned).collect(),
        table: Table::Names,
        option: String::new(),
        place: cell("location"),
        address,
        region: joined([cell("region"), cell("sub region")]),
        link: cell("conference url"),
        phone: cell("conference phone"),
        notes: ["notes", "location notes", "group notes"].map(cell).to_vec(),
    };
    guide::keep(reading, said);
}
