//! A file of cells: a header of plain names in any order, and a row for each meeting.

use std::io::Read;

use ::csv::{Reader, ReaderBuilder, StringRecord};

use super::bmlt::Formats;
use super::gathered::Gathered;
use super::row::{self, Row};
use super::{ListFault, ListFormat, MeetingFile, RowFault};

/// Most bytes of one cell. One that is longer is many rows after a quotation mark that nobody closed.
const MOST_CELL: usize = 20_000;

/// Reads it, whatever stands between its cells.
pub(super) fn read(text: &str, goes_on: &mut dyn FnMut() -> bool) -> Result<MeetingFile, ListFault> {
    let (between, columns, format) =
        [b',', b';', b'\t'].into_iter().find_map(|between| header(text, between)).ok_or(ListFault::NotAList)?;
    is_whole(text, between)?;
    let mut gathered = Gathered::new(format, Formats::default());
    let mut in_all = 0;
    for (number, cells) in (1..).zip(cells(text, between).records()).skip(1) {
        gathered.pace(number, goes_on)?;
        // Text that is UTF-8 cut at ASCII marks is UTF-8: nothing is left that could go wrong.
        let Ok(cells) = cells else { continue };
        let mut row = Row::default();
        for (field, cell) in columns.iter().zip(&cells) {
            if let Some(field) = field {
                row.put(field, cell);
            }
        }
        if row.is_blank() {
            continue;
        }
        in_all += 1;
        if cells.iter().any(|cell| cell.len() > MOST_CELL) {
            gathered.note(number, row.text("name"), RowFault::TooLong, true);
        } else {
            gathered.take(number, &row);
        }
    }
    if in_all == 0 { Err(ListFault::Empty) } else { Ok(gathered.file(in_all)) }
}

fn cells(text: &str, between: u8) -> Reader<&[u8]> {
    reader(between).from_reader(text.as_bytes())
}

fn reader(between: u8) -> ReaderBuilder {
    let mut reader = ReaderBuilder::new();
    reader.delimiter(between).flexible(true).has_headers(false);
    reader
}

type Columns = Vec<Option<&'static str>>;

/// The fields of the columns, if their names are those of a list of meetings.
fn header(text: &str, between: u8) -> Option<(u8, Columns, ListFormat)> {
    let names: StringRecord = cells(text, between).records().next()?.ok()?;
    let columns: Columns = names.iter().map(column).collect();
    let mut row = Row::default();
    columns.iter().flatten().for_each(|field| row.put(field, ""));
    let format = match row.format()? {
        ListFormat::MeetingGuide => ListFormat::MeetingGuideTable,
        other => other,
    };
    Some((between, columns, format))
}

/// The field that a column's name means: `Conference URL` is `conference_url`.
fn column(name: &str) -> Option<&'static str> {
    let words = name.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty());
    let name = words.collect::<Vec<_>>().join("_").to_lowercase();
    match name.as_str() {
        // As the specification wants it, and the maker of most sheets.
        "id" => Some("slug"),
        "full_address" => Some("formatted_address"),
        name => row::field(name),
    }
}

/// Whether it ends where a row ends.
///
/// # Errors
/// The last row begins a cell in quotation marks and does not end it: the file was cut off.
fn is_whole(text: &str, between: u8) -> Result<(), ListFault> {
    let mut cells = cells(text, between);
    let mut row = StringRecord::new();
    let mut start = None;
    while cells.read_record(&mut row).unwrap_or_default() {
        start = row.position().map(|at| (at.byte(), at.line()));
    }
    let (byte, line) = start.unwrap_or_default();
    let last = usize::try_from(byte).ok().and_then(|byte| text.get(byte..)).unwrap_or_default();
    // Another row below it is one of its own, unless it ends inside a cell.
    let more = last.as_bytes().chain(b"\nx".as_slice());
    let is_cut = start.is_some() && reader(between).from_reader(more).records().count() < 2;
    if is_cut {
        return Err(ListFault::Malformed { line: usize::try_from(line).unwrap_or_default() });
    }
    Ok(())
}
