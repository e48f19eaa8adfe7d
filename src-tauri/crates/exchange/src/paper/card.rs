//! A page that is cut and folded to a card: eight panels of the size of a bank card, each with as much as fits.

use super::Sheet;
use super::face::Style;
use super::flow::{Flow, Frame, HAIRLINE, Kind, Laid, Of};

/// The width of a panel: 86 millimetres, as a bank card (ISO/IEC 7810, ID-1, rounded up).
const WIDTH: f32 = 243.78;
/// The height of a panel: 54 millimetres.
const HEIGHT: f32 = 153.07;
const COLUMNS: usize = 2;
const ROWS: usize = 4;
/// Between the lines that are cut or folded and the words.
const PADDING: f32 = 9.0;
/// From the edge of the sheet to the title.
const TOP: f32 = 28.0;
const TITLE: Style = Style { size: 12.0, bold: true };
const HOW: Style = Style { size: 8.5, bold: false };
/// Most lines above the panels, of the title and of how to fold.
const ABOVE: usize = 2;
const HEADING: Style = Style { size: 9.5, bold: true };
/// Most lines of a heading.
const HEADING_LINES: usize = 2;
/// The sizes of a panel's words: the first in which all fit.
const SIZES: [f32; 5] = [9.0, 8.5, 8.0, 7.5, 7.0];
/// The size of what is cut, as it fits in none.
const CUT: f32 = 8.0;
/// Between entries.
const GAP: f32 = 1.5;
/// More entries than this fit in no panel.
const MOST_ENTRIES: usize = 24;
/// More letters of one text than this fit in no panel.
const MOST_LETTERS: usize = 2_000;
/// A dash, and the gap after it, of a line to fold along.
const DASH: f32 = 4.0;

/// A page that is cut and folded.
#[derive(Debug, Clone, PartialEq)]
pub struct Card {
    /// Its title; stands above the panels and in what the file says of itself.
    pub title: String,
    /// The language of its words, such as `en`.
    pub language: &'static str,
    /// What it is printed on.
    pub sheet: Sheet,
    /// How it is cut and folded; stands above the panels.
    pub how: String,
    /// The panels, from left to right and from top to bottom; the first eight.
    pub panels: Vec<Panel>,
    /// What stands last in a panel in which not all fits.
    pub more: String,
}

/// One face of a card.
#[derive(Debug, Clone, PartialEq)]
pub struct Panel {
    /// Its heading.
    pub heading: String,
    /// What stands before the entries; may be empty.
    pub lead: String,
    /// Its entries.
    pub entries: Vec<String>,
    /// Whether the entries are numbered: their order means something.
    pub numbered: bool,
}

/// Lays a card out on its page.
#[must_use]
pub fn lay_out_card(card: &Card) -> Laid {
    let (width, height) = card.sheet.size();
    let (wide, high) = (COLUMNS as f32 * WIDTH, ROWS as f32 * HEIGHT);
    let (left, top) = ((width - wide) / 2.0, (height - high) / 2.0);
    let mut flow = Flow::new(Frame { left, top: TOP, right: left + wide, bottom: top + high }, 0);
    let title = flow.shown_on_a_line(&card.title);
    for (text, style, kind) in
        [(&title, TITLE, Kind::Heading(1, title.clone())), (&flow.shown_on_a_line(&card.how), HOW, Kind::Paragraph)]
    {
        let node = flow.node(kind, None);
        for line in style.lines(text, wide).iter().take(ABOVE) {
            flow.words(line, (left, flow.y), style, Of::Part(node));
            flow.y += style.line();
        }
    }
    let panels = card.panels.iter().take(COLUMNS * ROWS);
    fold(&mut flow, (left, top), panels.len().div_ceil(COLUMNS));
    for (at, panel) in panels.enumerate() {
        let (column, row) = (at % COLUMNS, at / COLUMNS);
        draw(&mut flow, panel, (left + column as f32 * WIDTH, top + row as f32 * HEIGHT), &card.more);
    }
    flow.laid(title, card.language, card.sheet)
}

/// The lines to cut along, around so many rows, and the dashed ones between to fold along.
fn fold(flow: &mut Flow, (left, top): (f32, f32), rows: usize) {
    if rows == 0 {
        return;
    }
    let (right, bottom) = (left + COLUMNS as f32 * WIDTH, top + rows as f32 * HEIGHT);
    for (from, to) in [
        ((left, top), (right, top)),
        ((right, top), (right, bottom)),
        ((left, bottom), (right, bottom)),
        ((left, top), (left, bottom)),
    ] {
        flow.rule(from, to, HAIRLINE);
    }
    let dashes = |length: f32| (0..(length / (2.0 * DASH)).round() as usize).map(|at| (at as f32 * 2.0 + 0.5) * DASH);
    for column in 1..COLUMNS {
        let x = left + column as f32 * WIDTH;
        for from in dashes(bottom - top) {
            flow.rule((x, top + from), (x, (top + from + DASH).min(bottom)), HAIRLINE / 2.0);
        }
    }
    for row in 1..rows {
        let y = top + row as f32 * HEIGHT;
        for from in dashes(right - left) {
            flow.rule((left + from, y), ((left + from + DASH).min(right), y), HAIRLINE / 2.0);
        }
    }
}

/// A line of a panel.
struct Line {
    text: String,
    /// The entry that it belongs to; `None`: the lead.
    entry: Option<usize>,
    /// What stands before it, where it is the first of an entry.
    mark: Option<String>,
}

/// The words of a panel in one size.
struct Lines {
    style: Style,
    /// How far entries stand from the left.
    indent: f32,
    lines: Vec<Line>,
}

impl Lines {
    /// The lines that a panel can hold, and at least one more where there is more.
    fn new(lead: &str, entries: &[String], numbered: bool, style: Style) -> Self {
        let mark = |at: usize| if numbered { format!("{}. ", at + 1) } else { "• ".to_owned() };
        // A little more, as sums of parts are not exact.
        let indent = style.width(&mark(entries.len().saturating_sub(1))) + 0.01;
        let wide = WIDTH - 2.0 * PADDING;
        let broken = |text: &str, wide: f32| if text.trim().is_empty() { Vec::new() } else { style.lines(text, wide) };
        let mut lines: Vec<Line> =
            broken(lead, wide).into_iter().map(|text| Line { text, entry: None, mark: None }).collect();
        for (at, entry) in entries.iter().enumerate() {
            if lines.len() as f32 * style.line() > HEIGHT {
                break;
            }
            let all = broken(entry, wide - indent).into_iter().enumerate();
            lines.extend(all.map(|(n, text)| Line { text, entry: Some(at), mark: (n == 0).then(|| mark(at)) }));
        }
        Self { style, indent, lines }
    }

    /// How many of the lines fit in a height.
    fn fitting(&self, height: f32) -> usize {
        let mut filled = 0.0;
        let fits = |line: &&Line| {
            filled += self.style.line() + if line.mark.is_some() { GAP } else { 0.0 };
            filled <= height
        };
        self.lines.iter().take_while(fits).count()
    }
}

/// Draws a panel, its corner at `x` and `y`.
fn draw(flow: &mut Flow, panel: &Panel, (x, y): (f32, f32), more: &str) {
    let (left, wide, bottom) = (x + PADDING, WIDTH - 2.0 * PADDING, y + HEIGHT - PADDING);
    flow.y = y + PADDING;
    let heading = flow.shown_on_a_line(clipped(&panel.heading).0);
    let node = flow.node(Kind::Heading(2, heading.clone()), None);
    for line in HEADING.lines(&heading, wide).iter().take(HEADING_LINES) {
        flow.words(line, (left, flow.y), HEADING, Of::Part(node));
        flow.y += HEADING.line();
    }
    let mut is_cut = panel.entries.len() > MOST_ENTRIES;
    let mut ready = |text: &String| {
        let (text, clipped) = clipped(text);
        is_cut |= clipped;
        flow.shown_on_a_line(text)
    };
    let lead = ready(&panel.lead);
    let entries: Vec<String> = panel.entries.iter().take(MOST_ENTRIES).map(ready).collect();
    let room = bottom - flow.y;
    let of = |size| Lines::new(&lead, &entries, panel.numbered, Style { size, bold: false });
    let whole = SIZES.into_iter().map(of).find(|lines| !is_cut && lines.fitting(room) == lines.lines.len());
    is_cut = whole.is_none();
    let Lines { style, indent, lines } = whole.unwrap_or_else(|| {
        let mut lines = of(CUT);
        let fitting = lines.fitting(room - lines.style.line() - GAP);
        lines.lines.truncate(fitting);
        lines
    });
    let mut lead_node = None;
    let mut list = None;
    let mut body = None;
    for line in &lines {
        let (node, x) = match line.entry {
            None => (*lead_node.get_or_insert_with(|| flow.node(Kind::Paragraph, None)), left),
            Some(_) => {
                if let Some(mark) = &line.mark {
                    flow.y += GAP;
                    let kind = if panel.numbered { Kind::Steps } else { Kind::List };
                    let list = *list.get_or_insert_with(|| flow.node(kind, None));
                    let entry = flow.node(Kind::Entry, Some(list));
                    let label = flow.node(Kind::Label, Some(entry));
                    body = Some(flow.node(Kind::Body, Some(entry)));
                    flow.words(mark, (left, flow.y), style, Of::Part(label));
                }
                let Some(body) = body else { continue };
                (body, left + indent)
            }
        };
        flow.words(&line.text, (x, flow.y), style, Of::Part(node));
        flow.y += style.line();
    }
    if is_cut {
        let more = flow.shown_on_a_line(more);
        let node = flow.node(Kind::Paragraph, None);
        if let Some(line) = style.lines(&more, wide).first() {
            flow.words(line, (left, bottom - style.line()), style, Of::Part(node));
        }
    }
}

/// What of a text can stand in a panel at most, and whether that is less than all.
fn clipped(text: &str) -> (&str, bool) {
    match text.char_indices().nth(MOST_LETTERS) {
        Some((end, _)) => (text.get(..end).unwrap_or_default(), true),
        None => (text, false),
    }
}

#[cfg(test)]
#[path = "card_test.rs"]
mod tests;
