//! Blocks into lines, lines into pages, and beside the drawing what each part is.

use super::face::{Style, shown};
use super::{Block, Item, Page, Paper, PaperFault, Sheet, pdf, table};

/// White space around a page: 18 millimetres.
const MARGIN: f32 = 51.0;
/// Where letters stand within a line, in parts of their size.
const BASELINE: f32 = 1.0;
const TITLE: Style = Style { size: 18.0, bold: true };
const HEADING: Style = Style { size: 13.0, bold: true };
const SUBHEADING: Style = Style { size: 11.0, bold: true };
const BODY: Style = Style { size: 10.5, bold: false };
const LABEL: Style = Style { bold: true, ..BODY };
const SMALL: Style = Style { size: 9.0, bold: false };
const FOOT: Style = Style { size: 8.5, bold: false };
/// How far entries of a list stand from the left.
const INDENT: f32 = 14.0;
/// Between what is said and its value, and between the two feet.
const GAP: f32 = 20.0;
/// Below a block.
const AFTER: f32 = 8.0;
pub(super) const HAIRLINE: f32 = 0.5;

/// What a part of the document is.
#[derive(Debug, Clone, PartialEq)]
pub(super) enum Kind {
    /// The title and the headings, by their level.
    Heading(u16, String),
    Paragraph,
    /// A part of a paragraph.
    Words,
    List,
    /// A list whose entries are numbered.
    Steps,
    Entry,
    Label,
    Body,
    Table(String),
    Head,
    Rows,
    Row,
    HeadCell,
    Cell,
    /// A drawing, in words.
    Figure(String),
}

/// A part of the document, and what belongs to it.
#[derive(Debug)]
pub(super) struct Node {
    pub(super) kind: Kind,
    pub(super) parts: Vec<usize>,
}

/// What something that is drawn belongs to.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Of {
    /// A part of the document.
    Part(usize),
    /// None: it adorns.
    Layout,
    /// None: it is said again on every page of a table.
    Again,
    /// None: it stands at the foot of every page.
    Foot,
}

/// Something drawn.
#[derive(Debug)]
pub(super) struct Drawn {
    pub(super) item: Item,
    pub(super) of: Of,
}

/// A document on its pages.
#[derive(Debug)]
pub struct Laid {
    /// Never empty.
    pub(super) title: String,
    pub(super) language: &'static str,
    pub(super) size: (f32, f32),
    pub(super) pages: Vec<Vec<Drawn>>,
    pub(super) nodes: Vec<Node>,
    /// The parts that belong to none, in order.
    pub(super) top: Vec<usize>,
    unshown: u32,
}

impl Laid {
    /// How many letters the font lacks; a question mark stands for each.
    #[must_use]
    pub const fn unshown(&self) -> u32 {
        self.unshown
    }

    /// How many pages there are.
    #[must_use]
    pub fn page_count(&self) -> usize {
        self.pages.len()
    }

    /// The first pages as drawings, so many at most.
    #[must_use]
    pub fn pages(&self, most: usize) -> Vec<Page> {
        let (width, height) = self.size;
        let items = |page: &Vec<Drawn>| page.iter().map(|drawn| drawn.item.clone()).collect();
        self.pages.iter().take(most).map(|page| Page { width, height, items: items(page) }).collect()
    }

    /// The document as a PDF.
    ///
    /// # Errors
    /// [`PaperFault`] where it would not be valid by PDF/UA-1; none is known.
    pub fn pdf(&self) -> Result<Vec<u8>, PaperFault> {
        pdf::write(self)
    }
}

/// Lays a document out on its pages.
#[must_use]
pub fn lay_out(paper: &Paper) -> Laid {
    let mut unshown = 0;
    let [title, foot, page_of] =
        [&paper.title, &paper.foot, &paper.page_of].map(|text| shown(&one_line(text), &mut unshown));
    let foot = Foot::new(paper.sheet, &foot, page_of);
    let frame = foot.frame(paper.sheet);
    let mut flow = Flow::new(frame, unshown);
    flow.heading(1, &title, TITLE);
    flow.y += 4.0;
    for block in &paper.blocks {
        flow.block(block);
    }
    foot.draw(&mut flow.pages);
    flow.laid(title, paper.language, paper.sheet)
}

fn one_line(text: &str) -> String {
    text.replace('\n', " ")
}

/// Where text flows on a sheet.
#[derive(Debug, Clone, Copy)]
pub(super) struct Frame {
    pub(super) left: f32,
    pub(super) top: f32,
    pub(super) right: f32,
    pub(super) bottom: f32,
}

/// Headings that nothing follows yet: they go where what follows them goes.
#[derive(Debug, Clone, Copy)]
struct Held {
    /// The place on its page of the first that is drawn of them.
    first: usize,
    top: f32,
}

/// A document that is being laid out.
pub(super) struct Flow {
    frame: Frame,
    /// Where the next line begins.
    pub(super) y: f32,
    pages: Vec<Vec<Drawn>>,
    nodes: Vec<Node>,
    top: Vec<usize>,
    held: Option<Held>,
    unshown: u32,
}

impl Flow {
    /// An empty page. `unshown`: letters that the font lacks so far.
    pub(super) fn new(frame: Frame, unshown: u32) -> Self {
        Self { frame, y: frame.top, pages: vec![Vec::new()], nodes: Vec::new(), top: Vec::new(), held: None, unshown }
    }

    /// The document, once all of it is drawn.
    pub(super) fn laid(self, title: String, language: &'static str, sheet: Sheet) -> Laid {
        Laid {
            title: if title.trim().is_empty() { "–".to_owned() } else { title },
            language,
            size: sheet.size(),
            pages: self.pages,
            nodes: self.nodes,
            top: self.top,
            unshown: self.unshown,
        }
    }

    pub(super) fn left(&self) -> f32 {
        self.frame.left
    }

    pub(super) fn width(&self) -> f32 {
        self.frame.right - self.frame.left
    }

    /// How much of a page is for the text.
    pub(super) fn body(&self) -> f32 {
        self.frame.bottom - self.frame.top
    }

    /// How much is left of this page.
    pub(super) fn room(&self) -> f32 {
        self.frame.bottom - self.y
    }

    fn drawn(&self) -> usize {
        self.pages.last().map_or(0, Vec::len)
    }

    /// What is held, or would be from here on.
    fn held(&self) -> Held {
        self.held.unwrap_or(Held { first: self.drawn(), top: self.y })
    }

    /// Begins a new page where not so much is left of this one, and says whether it did. What is held goes along.
    pub(super) fn need(&mut self, height: f32) -> bool {
        let held = self.held();
        if height <= self.room() || held.first == 0 {
            return false;
        }
        let up = held.top - self.frame.top;
        let mut page = self.pages.last_mut().map(|page| page.split_off(held.first)).unwrap_or_default();
        for drawn in &mut page {
            // Headings are words alone.
            if let Item::Text { y, .. } = &mut drawn.item {
                *y = hundredth(*y - up);
            }
        }
        self.pages.push(page);
        self.y -= up;
        self.held = self.held.map(|_| Held { first: 0, top: self.frame.top });
        true
    }

    /// White space, but none at the head of a page.
    pub(super) fn space(&mut self, height: f32) {
        if self.drawn() > 0 {
            self.y += height;
        }
    }

    /// A new part of the document, within another or by itself.
    pub(super) fn node(&mut self, kind: Kind, within: Option<usize>) -> usize {
        let id = self.nodes.len();
        self.nodes.push(Node { kind, parts: Vec::new() });
        match within.and_then(|parent| self.nodes.get_mut(parent)) {
            Some(parent) => parent.parts.push(id),
            None => self.top.push(id),
        }
        id
    }

    pub(super) fn draw(&mut self, item: Item, of: Of) {
        self.held = None;
        if let Some(page) = self.pages.last_mut() {
            page.push(Drawn { item, of });
        }
    }

    /// One line of words, its top at `y`.
    pub(super) fn words(&mut self, text: &str, (x, y): (f32, f32), style: Style, of: Of) {
        if !text.is_empty() {
            self.draw(words(text, (x, y), style), of);
        }
    }

    pub(super) fn rule(&mut self, from: (f32, f32), to: (f32, f32), width: f32) {
        let ((x1, y1), (x2, y2)) = (from, to);
        let [x1, y1, x2, y2] = [x1, y1, x2, y2].map(hundredth);
        self.draw(Item::Line { x1, y1, x2, y2, width }, Of::Layout);
    }

    pub(super) fn shown(&mut self, text: &str) -> String {
        shown(text, &mut self.unshown)
    }

    pub(super) fn shown_on_a_line(&mut self, text: &str) -> String {
        self.shown(&one_line(text))
    }

    fn block(&mut self, block: &Block) {
        match block {
            Block::Heading(text) => {
                let text = self.shown_on_a_line(text);
                self.space(12.0);
                self.heading(2, &text, HEADING);
            }
            Block::Subheading(text) => {
                let text = self.shown_on_a_line(text);
                self.space(4.0);
                self.heading(3, &text, SUBHEADING);
            }
            Block::Paragraph(text) => self.paragraph(text, BODY),
            Block::Small(text) => self.paragraph(text, SMALL),
            Block::Facts(facts) => self.facts(facts),
            Block::List(entries) => self.list(entries, Kind::List),
            Block::Steps(entries) => self.list(entries, Kind::Steps),
            Block::Table(table) => table::draw(self, table),
        }
    }

    fn heading(&mut self, level: u16, text: &str, style: Style) {
        let lines = style.lines(text, self.width());
        let whole = style.line() * lines.len() as f32;
        // One that fills much of a page is a text, and flows as one.
        let is_short = whole < self.body() / 3.0;
        if is_short {
            self.need(whole);
        }
        let (page, held) = (self.pages.len(), self.held());
        let node = self.node(Kind::Heading(level, text.to_owned()), None);
        self.lines(&lines, self.frame.left, style, node);
        self.y += style.size / 4.0;
        self.held = (is_short && page == self.pages.len()).then_some(held);
    }

    fn paragraph(&mut self, text: &str, style: Style) {
        let text = self.shown(text);
        let node = self.node(Kind::Paragraph, None);
        self.lines(&style.lines(&text, self.width()), self.frame.left, style, node);
        self.space(AFTER);
    }

    /// Lines below each other, across pages, of which neither the first nor the last stands alone.
    fn lines(&mut self, lines: &[String], x: f32, style: Style, node: usize) {
        for (at, line) in lines.iter().enumerate() {
            let left = lines.len() - at;
            let together = if left > 1 && (at == 0 || left == 2) { 2.0 } else { 1.0 };
            self.need(together * style.line());
            self.words(line, (x, self.y), style, Of::Part(node));
            self.y += style.line();
            // An empty line draws nothing, and yet it follows.
            self.held = None;
        }
    }

    fn facts(&mut self, facts: &[(String, String)]) {
        let facts: Vec<(String, String)> =
            facts.iter().map(|(said, value)| (self.shown_on_a_line(said), self.shown(value))).collect();
        let widest = LABEL.widest(facts.iter().map(|(said, _)| said.as_str()));
        // A little more, as sums of parts are not exact.
        let wide = (widest + 0.01).min(self.width() / 3.0);
        let x = self.frame.left + wide + GAP;
        for (said, value) in facts {
            let node = self.node(Kind::Paragraph, None);
            let [label, body] = [Kind::Words, Kind::Words].map(|kind| self.node(kind, Some(node)));
            let (mut said, value) = (LABEL.lines(&said, wide), BODY.lines(&value, self.frame.right - x));
            // A space between what is said and its value, for those who hear it.
            if let Some(last) = said.last_mut() {
                last.push(' ');
            }
            for at in 0..said.len().max(value.len()) {
                self.need(BODY.line());
                for (lines, x, style, node) in [(&said, self.frame.left, LABEL, label), (&value, x, BODY, body)] {
                    if let Some(line) = lines.get(at) {
                        self.words(line, (x, self.y), style, Of::Part(node));
                    }
                }
                self.y += BODY.line();
            }
            self.space(1.0);
        }
        self.space(AFTER);
    }

    fn list(&mut self, entries: &[String], kind: Kind) {
        let mark = |at: usize| if kind == Kind::Steps { format!("{}. ", at + 1) } else { "• ".to_owned() };
        // Room for the widest number; a little more, as sums of parts are not exact.
        let indent = INDENT.max(BODY.width(&mark(entries.len().saturating_sub(1))) + 0.01);
        let list = self.node(kind.clone(), None);
        for (at, text) in entries.iter().enumerate() {
            let text = self.shown(text);
            let entry = self.node(Kind::Entry, Some(list));
            let [label, body] = [Kind::Label, Kind::Body].map(|kind| self.node(kind, Some(entry)));
            let lines = BODY.lines(&text, self.width() - indent);
            self.need(BODY.line() * lines.len().min(2) as f32);
            self.words(&mark(at), (self.frame.left, self.y), BODY, Of::Part(label));
            self.lines(&lines, self.frame.left + indent, BODY, body);
            self.space(2.0);
        }
        self.space(AFTER - 2.0);
    }
}

/// What stands at the foot of every page.
struct Foot {
    lines: Vec<String>,
    page_of: String,
    right: f32,
    top: f32,
}

impl Foot {
    /// More lines are not shown: a foot is a few words.
    const MOST: usize = 3;

    fn new(sheet: Sheet, foot: &str, page_of: String) -> Self {
        let (width, height) = sheet.size();
        let right = width - MARGIN;
        let number = FOOT.width(&number(&page_of, "0000", "0000"));
        let mut lines = FOOT.lines(foot, right - MARGIN - number - GAP);
        lines.truncate(Self::MOST);
        let top = height - MARGIN - FOOT.line() * lines.len() as f32;
        Self { lines, page_of, right, top }
    }

    /// What it leaves of the sheet.
    fn frame(&self, sheet: Sheet) -> Frame {
        Frame { left: MARGIN, top: MARGIN, right: sheet.size().0 - MARGIN, bottom: self.top - 2.0 * FOOT.size }
    }

    /// Draws it, once it is known how many pages there are.
    fn draw(&self, pages: &mut [Vec<Drawn>]) {
        let count = pages.len().to_string();
        for (at, page) in pages.iter_mut().enumerate() {
            let number = number(&self.page_of, &(at + 1).to_string(), &count);
            let x = self.right - FOOT.width(&number);
            let left = self.lines.iter().enumerate().map(|(n, line)| (line, MARGIN, n as f32 * FOOT.line()));
            for (text, x, down) in left.chain([(&number, x, 0.0)]).filter(|(text, ..)| !text.is_empty()) {
                page.push(Drawn { item: words(text, (x, self.top + down), FOOT), of: Of::Foot });
            }
        }
    }
}

fn number(page_of: &str, page: &str, pages: &str) -> String {
    page_of.replace("{page}", page).replace("{pages}", pages)
}

/// One line of words, its top at `y`.
fn words(text: &str, (x, y): (f32, f32), style: Style) -> Item {
    let Style { size, bold } = style;
    let [x, y, width] = [x, y + BASELINE * size, style.width(text)].map(hundredth);
    Item::Text { x, y, size, bold, width, text: text.to_owned() }
}

/// Rounded: finer is neither seen nor worth its bytes.
pub(super) fn hundredth(points: f32) -> f32 {
    (points * 100.0).round() / 100.0
}
