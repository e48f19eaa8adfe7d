//! The form of every request and answer, as the core itself writes it down for the page.

use std::collections::BTreeMap;
use std::fs;
use std::path::Path;

/// The form of a value.
#[derive(Debug, Clone, PartialEq)]
pub enum Shape {
    Text,
    Number,
    Bool,
    Null,
    /// That word and no other.
    Word(String),
    List(Box<Shape>),
    Tuple(Vec<Shape>),
    Object(Vec<Field>),
    /// One of these.
    Union(Vec<Shape>),
    /// All of these together: objects.
    Both(Vec<Shape>),
    /// A form with a name of its own.
    Name(String),
}

/// A field of an object.
#[derive(Debug, Clone, PartialEq)]
pub struct Field {
    pub name: String,
    /// It may be left out.
    pub optional: bool,
    pub shape: Shape,
}

/// The forms of everything on the wire.
pub struct Shapes {
    types: BTreeMap<String, Shape>,
    /// By operation, request and answer.
    operations: BTreeMap<String, (Shape, Shape)>,
}

impl Shapes {
    /// Has the core write them into that folder, and reads them.
    pub fn written(folder: &Path) -> Self {
        app::bindings::write(folder).expect("the forms can be written");
        let (mut types, mut operations) = (BTreeMap::new(), BTreeMap::new());
        for path in fs::read_dir(folder).expect("the folder").flatten().map(|entry| entry.path()) {
            let text = fs::read_to_string(&path).expect("a form is text");
            let mut words = Words::of(&text);
            while let Some(word) = words.next() {
                match word.as_str() {
                    "type" if words.peek(1) == Some("=") => {
                        let name = words.take();
                        words.expect("=");
                        types.insert(name, words.shape());
                    }
                    "Operations" => operations = words.operations(),
                    _ => {}
                }
            }
        }
        Self { types, operations }
    }

    /// The form of an operation's request.
    pub fn request(&self, operation: &str) -> &Shape {
        &self.operations[operation].0
    }

    /// The form of an operation's answer.
    pub fn answer(&self, operation: &str) -> &Shape {
        &self.operations[operation].1
    }

    /// What stands behind a name.
    pub fn named(&self, name: &str) -> &Shape {
        &self.types[name]
    }
}

/// A text cut into words, signs and quoted words, comments left out.
struct Words {
    all: Vec<String>,
    at: usize,
}

impl Words {
    fn of(text: &str) -> Self {
        let mut all = Vec::new();
        let mut rest = text.trim_start();
        while let Some(first) = rest.chars().next() {
            let length = if rest.starts_with("/*") {
                rest.find("*/").map_or(rest.len(), |end| end + 2)
            } else if rest.starts_with("//") {
                rest.find('\n').unwrap_or(rest.len())
            } else if first == '"' || first == '\'' {
                rest[1..].find(first).map_or(rest.len(), |end| end + 2)
            } else if first.is_alphanumeric() || first == '_' {
                rest.find(|c: char| !c.is_alphanumeric() && c != '_').unwrap_or(rest.len())
            } else {
                first.len_utf8()
            };
            let (word, after) = rest.split_at(length);
            if !word.starts_with("/*") && !word.starts_with("//") {
                all.push(word.to_owned());
            }
            rest = after.trim_start();
        }
        Self { all, at: 0 }
    }

    fn peek(&self, ahead: usize) -> Option<&str> {
        self.all.get(self.at + ahead).map(String::as_str)
    }

    fn next(&mut self) -> Option<String> {
        self.at += 1;
        self.all.get(self.at - 1).cloned()
    }

    fn take(&mut self) -> String {
        self.next().expect("more of the form")
    }

    fn expect(&mut self, word: &str) {
        assert_eq!(self.take(), word, "at word {}", self.at);
    }

    fn is(&mut self, word: &str) -> bool {
        let is = self.peek(0) == Some(word);
        self.at += usize::from(is);
        is
    }

    fn shape(&mut self) -> Shape {
        self.is("|");
        let mut all = vec![self.both()];
        while self.is("|") {
            all.push(self.both());
        }
        if all.len() == 1 { all.remove(0) } else { Shape::Union(all) }
    }

    fn both(&mut self) -> Shape {
        let mut all = vec![self.one()];
        while self.is("&") {
            all.push(self.one());
        }
        if all.len() == 1 { all.remove(0) } else { Shape::Both(all) }
    }

    fn one(&mut self) -> Shape {
        let word = self.take();
        match word.as_str() {
            "string" => Shape::Text,
            "number" => Shape::Number,
            "boolean" => Shape::Bool,
            "null" => Shape::Null,
            "{" => Shape::Object(self.fields()),
            "(" => {
                let inner = self.shape();
                self.expect(")");
                inner
            }
            "[" => {
                let mut parts = Vec::new();
                while !self.is("]") {
                    parts.push(self.shape());
                    self.is(",");
                }
                Shape::Tuple(parts)
            }
            "Array" => {
                self.expect("<");
                let inner = self.shape();
                self.expect(">");
                Shape::List(Box::new(inner))
            }
            // The only one there is holds nothing.
            "Record" => {
                while !self.is(">") {
                    self.take();
                }
                Shape::Object(Vec::new())
            }
            quoted if quoted.starts_with('"') => Shape::Word(quoted.trim_matches('"').to_owned()),
            _ => Shape::Name(word),
        }
    }

    fn fields(&mut self) -> Vec<Field> {
        let mut fields = Vec::new();
        while !self.is("}") {
            let name = self.take().trim_matches('"').to_owned();
            let optional = self.is("?");
            self.expect(":");
            fields.push(Field { name, optional, shape: self.shape() });
            let _ = self.is(",") || self.is(";");
        }
        fields
    }

    fn operations(&mut self) -> BTreeMap<String, (Shape, Shape)> {
        self.expect("{");
        let mut all = BTreeMap::new();
        for field in self.fields() {
            let Shape::Object(mut two) = field.shape else { panic!("an operation has a request and an answer") };
            let answer = two.pop().expect("an answer").shape;
            let request = two.pop().expect("a request").shape;
            all.insert(field.name, (request, answer));
        }
        all
    }
}
