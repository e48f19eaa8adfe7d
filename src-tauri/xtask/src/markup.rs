//! XML, as far as Android's and Maven's files use it: elements with attributes, one within the other.

use std::collections::BTreeMap;

use quick_xml::events::{BytesStart, Event};
use quick_xml::reader::Reader;

use crate::trouble::{Outcome, Trouble};

/// One element.
#[derive(Debug, Default, Clone, PartialEq, Eq)]
pub struct Element {
    /// Its name as it is written, with the prefix.
    pub name: String,
    /// Its attributes by their names as they are written.
    pub attributes: BTreeMap<String, String>,
    /// The elements in it, in order.
    pub children: Vec<Element>,
}

impl Element {
    /// The attribute of that name, or nothing.
    pub fn attribute(&self, name: &str) -> &str {
        self.attributes.get(name).map(String::as_str).unwrap_or_default()
    }

    /// The elements of that name right within it.
    pub fn all<'a>(&'a self, name: &'a str) -> impl Iterator<Item = &'a Element> {
        self.children.iter().filter(move |child| child.name == name)
    }
}

/// The outermost element of a file. Text between elements is left out: none of these files means anything by it.
pub fn parse(text: &str) -> Outcome<Element> {
    let mut reader = Reader::from_str(text);
    let mut open: Vec<Element> = Vec::new();
    loop {
        let closed = match reader.read_event().map_err(broken)? {
            Event::Start(start) => {
                open.push(element(&start)?);
                continue;
            }
            Event::Empty(start) => element(&start)?,
            Event::End(_) => open.pop().ok_or_else(|| Trouble::new("XML: an element ends that did not begin"))?,
            Event::Eof => return Err(Trouble::new("XML: no whole element")),
            _ => continue,
        };
        match open.last_mut() {
            Some(parent) => parent.children.push(closed),
            None => return Ok(closed),
        }
    }
}

fn element(start: &BytesStart<'_>) -> Outcome<Element> {
    let mut attributes = BTreeMap::new();
    for attribute in start.attributes() {
        let attribute = attribute.map_err(broken)?;
        let value = attribute.normalized_value(quick_xml::XmlVersion::Explicit1_0).map_err(broken)?;
        attributes.insert(attribute.key.as_ref().to_owned(), value.into_owned());
    }
    Ok(Element { name: start.name().as_ref().to_owned(), attributes, children: Vec::new() })
}

fn broken(error: impl std::fmt::Display) -> Trouble {
    Trouble::new(format!("XML: {error}"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn elements_stand_in_each_other_with_their_attributes() {
        let root =
            parse("<?xml version=\"1.0\"?>\n<!-- why --><a x:b='1'>\n  <c d=\"2 &amp; 3\"/>\n  <c/>\n</a>").unwrap();
        assert_eq!(root.name, "a");
        assert_eq!(root.attribute("x:b"), "1");
        let inner: Vec<&str> = root.all("c").map(|child| child.attribute("d")).collect();
        assert_eq!(inner, ["2 & 3", ""]);
    }

    #[test]
    fn what_is_not_whole_is_trouble() {
        for broken in ["", "no element", "<a>", "<a></b>", "<a b=c/>"] {
            assert!(parse(broken).is_err(), "{broken}");
        }
    }
}
