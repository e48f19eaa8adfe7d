//! One meeting as the file has it: texts by the names of their fields.

use serde::de::{Deserialize, Deserializer, IgnoredAny, MapAccess, SeqAccess, Visitor};

use super::ListFormat;

/// Every field that is read, sorted. The rest of a row is passed over.
const FIELDS: [&str; 66] = [
    "address",
    "approximate",
    "attendance_option",
    "city",
    "comments",
    "conference_phone",
    "conference_phone_notes",
    "conference_url",
    "conference_url_notes",
    "country",
    "day",
    "duration",
    "duration_time",
    "end_time",
    "entity",
    "formatIds",
    "formats",
    "formatted_address",
    "group",
    "group_notes",
    "id",
    "id_bigint",
    "key_string",
    "lang",
    "location",
    "location_city_subsection",
    "location_info",
    "location_municipality",
    "location_nation",
    "location_neighborhood",
    "location_notes",
    "location_postal_code_1",
    "location_province",
    "location_street",
    "location_sub_province",
    "location_text",
    "meeting_name",
    "name",
    "name_string",
    "notes",
    "phone_meeting_number",
    "postal_code",
    "published",
    "region",
    "regions",
    "root_server_uri",
    "serviceBodyId",
    "slug",
    "startTime",
    "start_time",
    "state",
    "sub_region",
    "sub_sub_region",
    "temporarilyVirtual",
    "time",
    "timeZone",
    "time_zone",
    "timezone",
    "types",
    "venueType",
    "venue_type",
    "virtual_meeting_additional_info",
    "virtual_meeting_link",
    "weekday_tinyint",
    "world_id",
    "worldid_mixed",
];

/// Most entries of a field that is a list.
const MOST_ENTRIES: usize = 100;

/// A row's texts. What is written as a number or truth is a text here too: lists write all of it either way.
#[derive(Debug, Default)]
pub(super) struct Row(Vec<(&'static str, Value)>);

#[derive(Debug)]
enum Value {
    Text(String),
    List(Vec<String>),
}

/// The field of that name, if it is one that is read.
pub(super) fn field(name: &str) -> Option<&'static str> {
    FIELDS.binary_search(&name).ok().and_then(|place| FIELDS.get(place)).copied()
}

impl Row {
    /// The row with one more field.
    pub fn put(&mut self, field: &'static str, text: &str) {
        self.set(field, Value::Text(text.to_owned()));
    }

    fn set(&mut self, field: &'static str, value: Value) {
        match self.0.iter_mut().find(|(name, _)| *name == field) {
            Some((_, before)) => *before = value,
            None => self.0.push((field, value)),
        }
    }

    /// Few enough to be looked through faster than they are hashed.
    fn get(&self, field: &str) -> Option<&Value> {
        self.0.iter().find(|(name, _)| *name == field).map(|(_, value)| value)
    }

    /// What the field says, without space around it; empty where it says nothing, or several things.
    pub fn text(&self, field: &str) -> &str {
        match self.get(field) {
            Some(Value::Text(text)) => text.trim(),
            _ => "",
        }
    }

    /// What the field lists: its entries, and each of what stands between these marks.
    pub fn list(&self, field: &str, between: &'static [char]) -> impl Iterator<Item = &str> {
        let texts = match self.get(field) {
            Some(Value::Text(text)) => std::slice::from_ref(text),
            Some(Value::List(texts)) => texts.as_slice(),
            None => &[],
        };
        let entries = texts.iter().flat_map(move |text| text.split(between)).map(str::trim);
        entries.filter(|entry| !entry.is_empty()).take(MOST_ENTRIES)
    }

    /// Whether nothing stands in it.
    pub fn is_blank(&self) -> bool {
        self.0.iter().all(|(_, value)| matches!(value, Value::Text(text) if text.trim().is_empty()))
    }

    /// Of which format it is, by the names of its fields.
    pub fn format(&self) -> Option<ListFormat> {
        let has = |field: &&str| self.get(field).is_some();
        if ["id_bigint", "weekday_tinyint", "meeting_name"].iter().any(has) {
            return Some(ListFormat::Bmlt);
        }
        if ["serviceBodyId", "startTime", "venueType"].iter().any(has) {
            return Some(ListFormat::BmltAdmin);
        }
        let more = ["slug", "day", "time", "types", "formatted_address", "address", "location", "conference_url"];
        (has(&"name") && more.iter().any(has)).then_some(ListFormat::MeetingGuide)
    }
}

impl<'de> Deserialize<'de> for Row {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserializer.deserialize_map(Object)
    }
}

struct Object;

impl<'de> Visitor<'de> for Object {
    type Value = Row;

    fn expecting(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("an object")
    }

    fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<Row, A::Error> {
        let mut row = Row::default();
        while let Some(Field(field)) = map.next_key()? {
            match field {
                Some(field) => row.set(field, map.next_value()?),
                None => drop(map.next_value::<IgnoredAny>()?),
            }
        }
        Ok(row)
    }
}

struct Field(Option<&'static str>);

impl<'de> Deserialize<'de> for Field {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        struct Name;
        impl Visitor<'_> for Name {
            type Value = Field;

            fn expecting(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                f.write_str("a name")
            }

            fn visit_str<E>(self, name: &str) -> Result<Field, E> {
                Ok(Field(field(name)))
            }
        }
        deserializer.deserialize_identifier(Name)
    }
}

impl<'de> Deserialize<'de> for Value {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserializer.deserialize_any(Said)
    }
}

struct Said;

impl<'de> Visitor<'de> for Said {
    type Value = Value;

    fn expecting(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("anything")
    }

    fn visit_str<E>(self, text: &str) -> Result<Value, E> {
        Ok(Value::Text(text.to_owned()))
    }

    fn visit_string<E>(self, text: String) -> Result<Value, E> {
        Ok(Value::Text(text))
    }

    fn visit_bool<E>(self, is: bool) -> Result<Value, E> {
        Ok(Value::Text(is.to_string()))
    }

    fn visit_i64<E>(self, number: i64) -> Result<Value, E> {
        Ok(Value::Text(number.to_string()))
    }

    fn visit_u64<E>(self, number: u64) -> Result<Value, E> {
        Ok(Value::Text(number.to_string()))
    }

    fn visit_f64<E>(self, number: f64) -> Result<Value, E> {
        Ok(Value::Text(number.to_string()))
    }

    fn visit_unit<E>(self) -> Result<Value, E> {
        Ok(Value::Text(String::new()))
    }

    fn visit_seq<A: SeqAccess<'de>>(self, mut seq: A) -> Result<Value, A::Error> {
        let mut texts = Vec::new();
        while texts.len() < MOST_ENTRIES {
            match seq.next_element()? {
                Some(Value::Text(text)) => texts.push(text),
                Some(Value::List(_)) => {}
                None => return Ok(Value::List(texts)),
            }
        }
        while seq.next_element::<IgnoredAny>()?.is_some() {}
        Ok(Value::List(texts))
    }

    fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<Value, A::Error> {
        while map.next_entry::<IgnoredAny, IgnoredAny>()?.is_some() {}
        Ok(Value::Text(String::new()))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_fields_are_sorted_so_that_each_is_found() {
        assert!(FIELDS.is_sorted());
        assert!(FIELDS.iter().all(|name| field(name) == Some(name)));
        assert_eq!(field("latitude"), None);
    }

    #[test]
    fn whatever_a_field_holds_is_texts() {
        let row: Row = serde_json::from_str(
            r#"{"name": 12, "slug": null, "day": [0, "1", [2], {"a": 3}, 4.0, true], "notes": {"a": [1]}, "x": {}}"#,
        )
        .unwrap();
        assert_eq!((row.text("name"), row.text("slug"), row.text("notes"), row.text("day")), ("12", "", "", ""));
        assert_eq!(row.list("day", &[',']).collect::<Vec<_>>(), ["0", "1", "4", "true"]);
        assert!(serde_json::from_str::<Row>("[]").is_err());
    }
}
