//! The font: shaping, measuring, breaking into lines.

use std::sync::OnceLock;

use rustybuzz::{Direction, Face, UnicodeBuffer, shape};

/// What stands for a letter that the font lacks.
const SUBSTITUTE: char = '?';

/// The bytes of a weight.
pub(super) fn bytes(bold: bool) -> &'static [u8] {
    if bold {
        include_bytes!("../../fonts/AtkinsonHyperlegibleNext-Bold.ttf")
    } else {
        include_bytes!("../../fonts/AtkinsonHyperlegibleNext-Regular.ttf")
    }
}

/// Both weights, read once.
static FACES: OnceLock<Option<[Face<'static>; 2]>> = OnceLock::new();

fn face(bold: bool) -> Option<&'static Face<'static>> {
    let read = |bold| Face::from_slice(bytes(bold), 0);
    let faces = FACES.get_or_init(|| Some([read(false)?, read(true)?])).as_ref()?;
    faces.get(usize::from(bold))
}

/// A letter's form, with lengths in parts of the size of the letters.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Form {
    pub(super) id: u32,
    pub(super) advance: f32,
    pub(super) x: f32,
    pub(super) y: f32,
    /// The bytes of the text that it stands for.
    pub(super) range: std::ops::Range<usize>,
}

/// The forms of a text, from left to right.
pub(super) fn forms(text: &str, bold: bool) -> Vec<Form> {
    let Some(face) = face(bold) else { return Vec::new() };
    let mut buffer = UnicodeBuffer::new();
    buffer.push_str(text);
    buffer.guess_segment_properties();
    // The font holds no script that is written the other way.
    buffer.set_direction(Direction::LeftToRight);
    let shaped = shape(face, &[], buffer);
    let em = face.units_per_em() as f32;
    let part = |units: i32| units as f32 / em;
    let infos = shaped.glyph_infos();
    let places = shaped.glyph_positions();
    let mut forms: Vec<Form> = infos
        .iter()
        .zip(places)
        .map(|(info, place)| Form {
            id: info.glyph_id,
            advance: part(place.x_advance),
            x: part(place.x_offset),
            y: part(place.y_offset),
            range: info.cluster as usize..text.len(),
        })
        .collect();
    // Each stands for the bytes up to the next that stands for others.
    let mut end = text.len();
    let mut start = text.len();
    for form in forms.iter_mut().rev() {
        if form.range.start < start {
            end = start;
            start = form.range.start;
        }
        form.range.end = end;
    }
    forms
}

/// How wide a text is, in parts of the size of the letters.
pub(super) fn width(text: &str, bold: bool) -> f32 {
    forms(text, bold).iter().map(|form| form.advance).sum()
}

/// A text as the font can show it, and how many of its letters it lacks. White space is one space.
pub(super) fn shown(text: &str, lacking: &mut u32) -> String {
    let Some(face) = face(false) else { return String::new() };
    let mut shown = String::with_capacity(text.len());
    for letter in text.chars() {
        if letter.is_whitespace() && letter != '\n' && letter != '\u{a0}' {
            shown.push(' ');
        } else if letter == '\n' || face.glyph_index(letter).is_some() {
            shown.push(letter);
        } else if !is_mark(letter) {
            *lacking += 1;
            shown.push(SUBSTITUTE);
        }
    }
    shown
}

/// What changes the letter before it and is nothing by itself: variation selectors, joiners, marks of direction.
fn is_mark(letter: char) -> bool {
    matches!(letter, '\u{200b}'..='\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2060}'..='\u{2069}' | '\u{fe00}'..='\u{fe0f}' | '\u{feff}' | '\u{ad}')
        || letter.is_control()
}

/// Breaks a text into lines of at most that width, in parts of the size of the letters: between words, and within one
/// that is wider than a line.
pub(super) fn lines(text: &str, bold: bool, most: f32) -> Vec<String> {
    let space = width(" ", bold);
    let mut lines = Vec::new();
    for paragraph in text.split('\n') {
        let mut line = String::new();
        let mut filled = 0.0;
        for word in paragraph.split(' ').filter(|word| !word.is_empty()) {
            for piece in pieces(word, bold, most) {
                let wide = width(&piece, bold);
                let gap = if line.is_empty() { 0.0 } else { space };
                if !line.is_empty() && filled + gap + wide > most {
                    lines.push(std::mem::take(&mut line));
                    filled = 0.0;
                }
                if !line.is_empty() {
                    line.push(' ');
                    filled += space;
                }
                line.push_str(&piece);
                filled += wide;
            }
        }
        lines.push(line);
    }
    lines
}

/// A word that is wider than a line, in pieces that are not.
fn pieces(word: &str, bold: bool, most: f32) -> Vec<String> {
    if width(word, bold) <= most {
        return vec![word.to_owned()];
    }
    let mut pieces = Vec::new();
    let mut piece = String::new();
    let mut filled = 0.0;
    for form in forms(word, bold) {
        let letters = word.get(form.range.clone()).unwrap_or_default();
        if filled + form.advance > most && !piece.is_empty() {
            pieces.push(std::mem::take(&mut piece));
            filled = 0.0;
        }
        if !piece.ends_with(letters) || form.advance > 0.0 {
            piece.push_str(letters);
        }
        filled += form.advance;
    }
    pieces.push(piece);
    pieces
}
