//! Blocks into lines, lines into pages, and beside the drawing what each part is.

use super::face::{lines, shown, width};
use super::{Block, Item, Page, Paper, PaperFault, pdf, table};

/// White space around a page: 18 millimetres.
const MARGIN: f32 = 51.0;
/// Height of a line, in parts of the size of its letters.
pub(super) const LEADING: f32 = 1.35;
/// Where letters stand within a line, in parts of their size.
const BASELINE: f32 = 1.0;
const TITLE: f32 = 18.0;
const HEADING: f32 = 13.0;
const BODY: f32 = 10.5;
const SMALL: f32 = 9.0;
/// How far entries of a list, and values of facts, stand from the left.
const INDENT: f32 = 14.0;
const FACT: f32 = 130.0;
pub(super) const HAIRLINE: f32 = 0.5;

/// What a part of the document is.
#[derive(Debug, Clone, PartialEq)]
pub(super) enum Kind {
    Title(String),
    Heading(String),
    Paragraph,
    List,
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

/// Something drawn, and the part that it belongs to; `None`: it only adorns.
#[derive(Debug)]
pub(super) struct Drawn {
    pub(super) item: Item,
    pub(super) of: Option<usize>,
}

/// A document on its pages.
#[derive(Debug)]
pub struct Laid {
    pub(super) title: String,
    pub(super) language: &'static str,
    pub(super) size: (f32, f32),
    pub(super) pages: Vec<Vec<Drawn>>,
    pub(super) nodes: Vec<Node>,
    /// The parts that belong to none, in order.
    pub(super) top: Vec<usize>,
    /// The title and the headings: their words, page and height.
    pub(super) outline: Vec<(String, usize, f32)>,
    /// Letters that the font lacks.
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
    let title = shown(&paper.title.replace('\n', " "), &mut unshown);
    let mut flow = Flow {
        size: paper.sheet.size(),
        y: MARGIN,
        pages: vec![Vec::new()],
        nodes: Vec::new(),
        top: Vec::new(),
        outline: Vec::new(),
        unshown,
    };
    flow.heading(Kind::Title(title.clone()), &title, TITLE);
    flow.y += 4.0;
    for (at, block) in paper.blocks.iter().enumerate() {
        let follows = paper.blocks.get(at + 1).is_some();
        flow.block(block, follows);
    }
    flow.feet(paper);
    Laid {
        title,
        language: paper.language,
        size: flow.size,
        pages: flow.pages,
        nodes: flow.nodes,
        top: flow.top,
        outline: flow.outline,
        unshown: flow.unshown,
    }
}

/// A document that is being laid out.
pub(super) struct Flow {
    size: (f32, f32),
    /// Where the next line begins.
    pub(super) y: f32,
    pages: Vec<Vec<Drawn>>,
    nodes: Vec<Node>,
    top: Vec<usize>,
    outline: Vec<(String, usize, f32)>,
    unshown: u32,
}

impl Flow {
    pub(super) fn left(&self) -> f32 {
        MARGIN
    }

    /// How wide the text is.
    pub(super) fn width(&self) -> f32 {
        self.size.0 - 2.0 * MARGIN
    }

    /// Where the text ends on a page; below it are the feet.
    pub(super) fn bottom(&self) -> f32 {
        self.size.1 - MARGIN - 2.0 * SMALL
    }

    /// How much of a page is for the text.
    pub(super) fn body(&self) -> f32 {
        self.bottom() - MARGIN
    }

    /// Begins a new page where not so much is left of this one.
    pub(super) fn need(&mut self, height: f32) -> bool {
        let breaks = self.y + height > self.bottom() && self.y > MARGIN;
        if breaks {
            self.pages.push(Vec::new());
            self.y = MARGIN;
        }
        breaks
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

    pub(super) fn draw(&mut self, item: Item, of: Option<usize>) {
        if let Some(page) = self.pages.last_mut() {
            page.push(Drawn { item, of });
        }
    }

    /// One line of words, its top at `y`.
    pub(super) fn words(&mut self, text: &str, x: f32, y: f32, size: f32, bold: bool, of: Option<usize>) {
        if text.is_empty() {
            return;
        }
        let width = width(text, bold) * size;
        let (x, y, width) = (hundredth(x), hundredth(y + BASELINE * size), hundredth(width));
        self.draw(Item::Text { x, y, size, bold, width, text: text.to_owned() }, of);
    }

    pub(super) fn rule(&mut self, from: (f32, f32), to: (f32, f32), width: f32) {
        let ((x1, y1), (x2, y2)) = (from, to);
        let item = Item::Line { x1: hundredth(x1), y1: hundredth(y1), x2: hundredth(x2), y2: hundredth(y2), width };
        self.draw(item, None);
    }

    pub(super) fn shown(&mut self, text: &str) -> String {
        shown(text, &mut self.unshown)
    }

    fn heading(&mut self, kind: Kind, text: &str, size: f32) {
        let lines = lines(text, true, self.width() / size);
        let node = self.node(kind, None);
        self.outline.push((text.to_owned(), self.pages.len() - 1, self.y));
        for line in lines {
            self.words(&line, self.left(), self.y, size, true, Some(node));
            self.y += size * LEADING;
        }
    }

    fn block(&mut self, block: &Block, follows: bool) {
        match block {
            Block::Heading(text) => {
                let text = self.shown(&text.replace('\n', " "));
                self.y += HEADING;
                // It never stands alone at the foot of a page.
                self.need(if follows { HEADING * LEADING + 3.0 * BODY * LEADING } else { HEADING * LEADING });
                self.heading(Kind::Heading(text.clone()), &text, HEADING);
                self.y += 2.0;
            }
            Block::Paragraph(text) => self.paragraph(text, BODY),
            Block::Small(text) => self.paragraph(text, SMALL),
            Block::Facts(facts) => {
                for (said, value) in facts {
                    self.fact(said, value);
                }
                self.y += 6.0;
            }
            Block::List(entries) => {
                let list = self.node(Kind::List, None);
                for text in entries {
                    self.entry(list, text);
                }
                self.y += 6.0;
            }
            Block::Table(table) => table::draw(self, table),
        }
    }

    fn paragraph(&mut self, text: &str, size: f32) {
        let text = self.shown(text);
        let node = self.node(Kind::Paragraph, None);
        self.lines(&text, self.left(), self.width(), size, false, node);
        self.y += 6.0;
    }

    /// Lines below each other, across pages.
    fn lines(&mut self, text: &str, x: f32, wide: f32, size: f32, bold: bool, node: usize) {
        for line in lines(text, bold, wide / size) {
            self.need(size * LEADING);
            self.words(&line, x, self.y, size, bold, Some(node));
            self.y += size * LEADING;
        }
    }

    fn fact(&mut self, said: &str, value: &str) {
        let (said, value) = (self.shown(&said.replace('\n', " ")), self.shown(value));
        let node = self.node(Kind::Paragraph, None);
        let said = lines(&said, true, (FACT - 8.0) / BODY);
        self.need(BODY * LEADING * said.len() as f32);
        let top = self.y;
        for (at, line) in said.iter().enumerate() {
            // A space between what is said and its value, for those who hear it.
            let last = at + 1 == said.len();
            let line = if last { format!("{line} ") } else { line.clone() };
            self.words(&line, self.left(), top + at as f32 * BODY * LEADING, BODY, true, Some(node));
        }
        self.lines(&value, self.left() + FACT, self.width() - FACT, BODY, false, node);
        let page_goes_on = self.y > top;
        if page_goes_on {
            self.y = self.y.max(top + said.len() as f32 * BODY * LEADING);
        }
    }

    fn entry(&mut self, list: usize, text: &str) {
        let text = self.shown(text);
        let entry = self.node(Kind::Entry, Some(list));
        let label = self.node(Kind::Label, Some(entry));
        let body = self.node(Kind::Body, Some(entry));
        self.need(BODY * LEADING);
        self.words("•", self.left(), self.y, BODY, false, Some(label));
        self.lines(&text, self.left() + INDENT, self.width() - INDENT, BODY, false, body);
        self.y += 2.0;
    }

    /// What stands at the foot of every page, once it is known how many there are.
    fn feet(&mut self, paper: &Paper) {
        let count = self.pages.len();
        let y = self.size.1 - MARGIN - SMALL;
        let numbers = self.shown(&paper.page_of);
        let foot = self.shown(&paper.foot.replace('\n', " "));
        for page in 0..count {
            let number = numbers.replace("{page}", &(page + 1).to_string()).replace("{pages}", &count.to_string());
            let wide = width(&number, false) * SMALL;
            let at = self.size.0 - MARGIN - wide;
            let foot = lines(&foot, false, (at - MARGIN - 12.0) / SMALL).into_iter().next().unwrap_or_default();
            for (text, x) in [(foot, MARGIN), (number, at)] {
                let width = hundredth(width(&text, false) * SMALL);
                let item =
                    Item::Text { x: hundredth(x), y: hundredth(y + SMALL), size: SMALL, bold: false, width, text };
                if let Some(page) = self.pages.get_mut(page) {
                    page.push(Drawn { item, of: None });
                }
            }
        }
    }
}

/// Rounded: finer is neither seen nor worth its bytes.
pub(super) fn hundredth(points: f32) -> f32 {
    (points * 100.0).round() / 100.0
}
