//! A file of objects: an array of meetings, or an object that has one as `meetings`.

use serde::Deserialize;
use serde::de::{Deserializer, IgnoredAny, SeqAccess, Visitor};
use serde_json::value::RawValue;

use super::bmlt::Formats;
use super::gathered::Gathered;
use super::row::Row;
use super::{ListFault, MOST_LISTINGS, MeetingFile, RowFault};

/// Most objects of a file that are looked at. More than meetings: some lists name also what they do not publish.
const MOST_OBJECTS: usize = 2 * MOST_LISTINGS;

/// Reads it. Objects are told apart first and then read one at a time, so that one that is broken within spoils no
/// other and no more than one is held. Telling apart does not nest, and reading goes no deeper than the library's
/// bound.
pub(super) fn read(text: &str, goes_on: &mut dyn FnMut() -> bool) -> Result<MeetingFile, ListFault> {
    let whole = if text.trim_start().starts_with('[') {
        serde_json::from_str(text).map(|meetings| Whole { meetings: Some(meetings), formats: None })
    } else {
        serde_json::from_str(text)
    };
    let Whole { meetings, formats } = whole.map_err(|error| match error.classify() {
        serde_json::error::Category::Data => ListFault::NotAList,
        _ => ListFault::Malformed { line: error.line() },
    })?;
    let Objects { first, in_all } = meetings.ok_or(ListFault::NotAList)?;
    if in_all == 0 {
        return Err(ListFault::Empty);
    }
    let row = |object: &&RawValue| serde_json::from_str::<Row>(object.get()).ok();
    let format = first.iter().find_map(|object| row(object)?.format()).ok_or(ListFault::NotAList)?;
    let formats = formats.and_then(|formats| serde_json::from_str::<Objects<'_>>(formats.get()).ok());
    let formats = Formats::new(formats.unwrap_or_default().first.iter().filter_map(row));
    let mut gathered = Gathered::new(format, formats);
    for (number, object) in (1..).zip(&first) {
        gathered.pace(number, goes_on)?;
        match row(object) {
            Some(row) => gathered.take(number, &row),
            None => gathered.note(number, "", RowFault::NotAMeeting, true),
        }
    }
    if let Some(more) = (MOST_OBJECTS as u32).checked_add(1).filter(|more| *more <= in_all) {
        gathered.close(more);
    }
    Ok(gathered.file(in_all))
}

#[derive(Deserialize)]
struct Whole<'a> {
    #[serde(borrow)]
    meetings: Option<Objects<'a>>,
    /// Not every list with something of that name means formats by it.
    #[serde(borrow)]
    formats: Option<&'a RawValue>,
}

/// The entries of an array, not yet read.
#[derive(Default)]
struct Objects<'a> {
    first: Vec<&'a RawValue>,
    in_all: u32,
}

impl<'de: 'a, 'a> Deserialize<'de> for Objects<'a> {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserializer.deserialize_seq(Array)
    }
}

struct Array;

impl<'de> Visitor<'de> for Array {
    type Value = Objects<'de>;

    fn expecting(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("an array")
    }

    fn visit_seq<A: SeqAccess<'de>>(self, mut seq: A) -> Result<Objects<'de>, A::Error> {
        let mut objects = Objects::default();
        while objects.first.len() < MOST_OBJECTS {
            let Some(object) = seq.next_element()? else { break };
            objects.first.push(object);
        }
        objects.in_all = objects.first.len() as u32;
        while seq.next_element::<IgnoredAny>()?.is_some() {
            objects.in_all = objects.in_all.saturating_add(1);
        }
        Ok(objects)
    }
}
