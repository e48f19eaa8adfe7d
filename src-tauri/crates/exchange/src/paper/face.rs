//! The font: shaping, measuring, breaking into lines. What is measured is what is drawn.

use std::ops::Range;
use std::sync::OnceLock;

use rustybuzz::ttf_parser::Tag;
use rustybuzz::{Direction, Face, Feature, ShapePlan, UnicodeBuffer, script, shape_with_plan};

/// What stands for a letter that the font lacks.
const SUBSTITUTE: char = '?';
const UNBROKEN_SPACE: char = '\u{a0}';
/// No letter is pulled further toward the next, or pushed further away, than this part of its size. Where a word is cut there is no next one.
const KERN: f32 = 0.15;

/// The bytes of a weight.
pub(super) fn bytes(bold: bool) -> &'static [u8] {
    if bold {
        include_bytes!("../../fonts/AtkinsonHyperlegibleNext-Bold.ttf")
    } else {
        include_bytes!("../../fonts/AtkinsonHyperlegibleNext-Regular.ttf")
    }
}

/// A weight, and how its letters are put together: from left to right, all figures equally wide, as on the screen.
struct Weight {
    face: Face<'static>,
    plan: ShapePlan,
}

impl Weight {
    fn read(bold: bool) -> Option<Self> {
        let face = Face::from_slice(bytes(bold), 0)?;
        let figures = [Feature::new(Tag::from_bytes(b"tnum"), 1, ..)];
        let plan = ShapePlan::new(&face, Direction::LeftToRight, Some(script::LATIN), None, &figures);
        Some(Self { face, plan })
    }
}

/// Both weights, read once.
static WEIGHTS: OnceLock<Option<[Weight; 2]>> = OnceLock::new();

fn weight(bold: bool) -> Option<&'static Weight> {
    let weights = WEIGHTS.get_or_init(|| Some([Weight::read(false)?, Weight::read(true)?]));
    weights.as_ref()?.get(usize::from(bold))
}

/// A letter's form, with lengths in parts of the size of the letters.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Form {
    /// Its number in the font; 0 where the font lacks it.
    pub(super) id: u32,
    pub(super) advance: f32,
    pub(super) x: f32,
    pub(super) y: f32,
    /// The bytes of the text that it stands for. Forms that stand for the same follow each other.
    pub(super) range: Range<usize>,
}

/// The forms of a text, from left to right.
pub(super) fn forms(text: &str, bold: bool) -> Vec<Form> {
    let Some(Weight { face, plan }) = weight(bold) else { return Vec::new() };
    let mut buffer = UnicodeBuffer::new();
    buffer.push_str(text);
    buffer.set_direction(Direction::LeftToRight);
    buffer.set_script(script::LATIN);
    let shaped = shape_with_plan(face, plan, buffer);
    let em = face.units_per_em() as f32;
    let part = |units: i32| units as f32 / em;
    let mut forms: Vec<Form> = shaped
        .glyph_infos()
        .iter()
        .zip(shaped.glyph_positions())
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

fn width(text: &str, bold: bool) -> f32 {
    forms(text, bold).iter().map(|form| form.advance).sum()
}

/// A text as the font can show it, and how many of its letters it lacks. White space is one space; line breaks stay.
pub(super) fn shown(text: &str, lacking: &mut u32) -> String {
    let mut shown = String::with_capacity(text.len());
    for (at, line) in text.split('\n').enumerate() {
        if at > 0 {
            shown.push('\n');
        }
        let line: String = line.chars().filter_map(readable).collect();
        if line.is_ascii() {
            shown.push_str(&line);
            continue;
        }
        // By what is read as one letter: the font has `é` also where it is written as `e` and a mark that it lacks.
        for one in forms(&line, false).chunk_by(|one, next| one.range == next.range) {
            if one.iter().any(|form| form.id == 0) {
                *lacking = lacking.saturating_add(1);
                shown.push(SUBSTITUTE);
            } else if let Some(range) = one.first().map(|form| form.range.clone()) {
                let letters = line.get(range).unwrap_or_default();
                shown.extend(letters.chars().filter(|letter| !is_unseen(*letter)));
            }
        }
    }
    shown
}

fn readable(letter: char) -> Option<char> {
    match letter {
        UNBROKEN_SPACE => Some(letter),
        _ if letter.is_whitespace() => Some(' '),
        _ => (!letter.is_control()).then_some(letter),
    }
}

/// What is nothing by itself: variation selectors, joiners, marks of direction, soft hyphens, tags (of Unicode's
/// `Default_Ignorable_Code_Point`).
fn is_unseen(letter: char) -> bool {
    matches!(letter,
        '\u{ad}' | '\u{34f}' | '\u{61c}' | '\u{180b}'..='\u{180f}' | '\u{200b}'..='\u{200f}' | '\u{202a}'..='\u{202e}'
        | '\u{2060}'..='\u{206f}' | '\u{fe00}'..='\u{fe0f}' | '\u{feff}' | '\u{e0000}'..='\u{e0fff}')
}

/// How words are set.
#[derive(Debug, Clone, Copy)]
pub(super) struct Style {
    /// In points.
    pub(super) size: f32,
    pub(super) bold: bool,
}

impl Style {
    /// How high a line is.
    pub(super) fn line(self) -> f32 {
        self.size * 1.35
    }

    /// How wide a text is, in points.
    pub(super) fn width(self, text: &str) -> f32 {
        width(text, self.bold) * self.size
    }

    /// How wide the widest is, in points.
    pub(super) fn widest<'a>(self, texts: impl Iterator<Item = &'a str>) -> f32 {
        texts.map(|text| self.width(text)).fold(0.0, f32::max)
    }

    /// Breaks a text into lines of at most that width, in points: between words, and within one that is wider than a
    /// line. A line that is broken between words ends with the space between them, beyond that width.
    pub(super) fn lines(self, text: &str, wide: f32) -> Vec<String> {
        let most = wide / self.size;
        let space = width(" ", self.bold);
        let mut lines = Vec::new();
        for paragraph in text.split('\n') {
            let mut line = String::new();
            // How wide the line is at most: its words and spaces, each as if the next pushed it away.
            let mut filled = 0.0;
            for word in paragraph.split(' ').filter(|word| !word.is_empty()) {
                for (at, (piece, wide)) in pieces(word, self.bold, most).into_iter().enumerate() {
                    let is_word = at == 0;
                    let joined = filled + space + wide + 2.0 * KERN;
                    // Measured only where that could be too much: most words fit in any case.
                    let fits = || joined <= most || width(&format!("{line} {piece}"), self.bold) <= most;
                    if line.is_empty() {
                        line.push_str(piece);
                        filled = wide;
                    } else if is_word && fits() {
                        line.push(' ');
                        line.push_str(piece);
                        filled = joined;
                    } else {
                        line.push_str(if is_word { " " } else { "" });
                        lines.push(std::mem::replace(&mut line, piece.to_owned()));
                        filled = wide;
                    }
                }
            }
            lines.push(line);
        }
        lines
    }
}

/// A word in pieces that are not wider than a line, and how wide each is at most.
fn pieces(word: &str, bold: bool, most: f32) -> Vec<(&str, f32)> {
    let forms = forms(word, bold);
    let whole = forms.iter().map(|form| form.advance).sum::<f32>();
    if whole <= most {
        return vec![(word, whole)];
    }
    let mut pieces = Vec::new();
    let (mut from, mut filled) = (0, 0.0);
    for one in forms.chunk_by(|one, next| one.range == next.range) {
        let start = one.first().map_or(from, |form| form.range.start);
        let wide: f32 = one.iter().map(|form| form.advance).sum();
        if filled + wide > most - KERN && start > from {
            pieces.extend(word.get(from..start).map(|piece| (piece, filled + KERN)));
            (from, filled) = (start, 0.0);
        }
        filled += wide;
    }
    pieces.extend(word.get(from..).map(|piece| (piece, filled)));
    pieces
}
