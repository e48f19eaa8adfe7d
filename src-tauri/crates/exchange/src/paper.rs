//! Paper: one layout, drawn twice. The pages that a screen shows and a printer prints are the very pages of the PDF.
//!
//! A [`Paper`] is a document of blocks with its words; [`lay_out`] breaks it into lines and pages; [`Laid::pages`] gives
//! these as drawings, [`Laid::pdf`] as a PDF that is tagged for screen readers and valid by PDF/UA-1 (ISO 14289-1). The
//! font is bundled, and of it a file holds only what it shows. The same paper gives the same bytes. [`plain`] is its
//! words alone. A [`Card`] is a page that is cut and folded; it is drawn in the same ways.

mod card;
mod face;
mod flow;
mod pdf;
mod plain;
mod table;

use domain::signature::Signature;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

pub use card::{Card, Panel, lay_out_card};
pub use flow::{Laid, lay_out};
pub use plain::plain;

/// A size of paper.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
#[allow(missing_docs)]
pub enum Sheet {
    A4,
    Letter,
}

impl Sheet {
    /// Width and height in points.
    #[must_use]
    pub const fn size(self) -> (f32, f32) {
        match self {
            Self::A4 => (595.28, 841.89),
            Self::Letter => (612.0, 792.0),
        }
    }
}

/// A document.
#[derive(Debug, Clone, PartialEq)]
pub struct Paper {
    /// Its title; stands at its head and in what the file says of itself.
    pub title: String,
    /// The language of its words, such as `en`.
    pub language: &'static str,
    /// What it is printed on.
    pub sheet: Sheet,
    /// What stands below the title.
    pub blocks: Vec<Block>,
    /// What stands at the foot of each page, at the left.
    pub foot: String,
    /// The number of each page, with `{page}` and `{pages}` in it.
    pub page_of: String,
}

/// A part of a document.
#[derive(Debug, Clone, PartialEq)]
pub enum Block {
    /// A heading below the title. It stays with what follows it.
    Heading(String),
    /// A heading below a heading. It stays with what follows it.
    Subheading(String),
    /// A paragraph; line breaks are kept.
    Paragraph(String),
    /// A paragraph in small letters.
    Small(String),
    /// What is said, and its value, one below the other.
    Facts(Vec<(String, String)>),
    /// Entries with a dot before each.
    List(Vec<String>),
    /// Entries with a number before each, from 1: their order means something.
    Steps(Vec<String>),
    /// A table.
    Table(Table),
}

/// A table. Its head stands on every page on which it goes on.
#[derive(Debug, Clone, PartialEq)]
pub struct Table {
    /// What it is, for those who do not see it.
    pub summary: String,
    /// Its columns.
    pub columns: Vec<Column>,
    /// Its rows, each with a cell for every column.
    pub rows: Vec<Vec<Cell>>,
}

/// A column.
#[derive(Debug, Clone, PartialEq)]
pub struct Column {
    /// Its head.
    pub head: String,
    /// How wide, as a share of all shares.
    pub share: f32,
    /// Whether it is framed, to be written in by hand.
    pub framed: bool,
    /// Whether it is numbers, set at the right.
    pub numbers: bool,
}

/// What stands in a cell.
#[derive(Debug, Clone, PartialEq)]
pub enum Cell {
    /// Words.
    Text(String),
    /// Room to write in by hand.
    Room,
    /// A drawn signature, and words for those who do not see it.
    Drawn(Signature, String),
}

/// One page as it is drawn, in points (1/72 inch), y from the top.
#[derive(Debug, Clone, PartialEq, Serialize, TS)]
pub struct Page {
    /// Its width.
    pub width: f32,
    /// Its height.
    pub height: f32,
    /// What is drawn, in the order of reading.
    pub items: Vec<Item>,
}

/// Something drawn.
#[derive(Debug, Clone, PartialEq, Serialize, TS)]
#[serde(tag = "kind", rename_all = "snake_case")]
pub enum Item {
    /// Words on one line.
    Text {
        /// Where they begin.
        x: f32,
        /// Where they stand on.
        y: f32,
        /// How large.
        size: f32,
        /// Whether bold.
        bold: bool,
        /// How wide they are.
        width: f32,
        /// The words.
        text: String,
    },
    /// A straight line.
    Line {
        /// Where it begins.
        x1: f32,
        /// Where it begins.
        y1: f32,
        /// Where it ends.
        x2: f32,
        /// Where it ends.
        y2: f32,
        /// How thick.
        width: f32,
    },
    /// What was drawn by hand.
    Path {
        /// Each stroke as its points.
        strokes: Vec<Vec<(f32, f32)>>,
        /// How thick.
        width: f32,
    },
}

/// The document could not be written as a PDF that is valid.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("not a valid PDF")]
pub struct PaperFault;

#[cfg(test)]
#[path = "paper/paper_test.rs"]
mod tests;
