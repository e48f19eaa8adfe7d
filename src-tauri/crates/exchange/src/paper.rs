//! stub
use serde::{Deserialize, Serialize};
use ts_rs::TS;
/// Paper.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
#[allow(missing_docs)]
pub enum Sheet {
    A4,
    Letter,
}
/// One page, in points (1/72 inch), y from the top.
#[derive(Debug, Clone, PartialEq, Serialize, TS)]
#[allow(missing_docs)]
pub struct Page {
    pub width: f32,
    pub height: f32,
    pub items: Vec<Item>,
}
/// Something drawn.
#[derive(Debug, Clone, PartialEq, Serialize, TS)]
#[serde(tag = "kind", rename_all = "snake_case")]
#[allow(missing_docs)]
pub enum Item {
    Text { x: f32, y: f32, size: f32, bold: bool, width: f32, text: String },
    Line { x1: f32, y1: f32, x2: f32, y2: f32, width: f32 },
    Rect { x: f32, y: f32, width: f32, height: f32 },
    Path { strokes: Vec<Vec<(f32, f32)>>, width: f32 },
}
