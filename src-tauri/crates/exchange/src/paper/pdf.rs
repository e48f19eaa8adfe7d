//! A laid-out document as a tagged PDF.

use std::collections::HashMap;
use std::num::NonZeroU16;

use krilla::configure::{Accessibility, ConfigurationBuilder};
use krilla::destination::XyzDestination;
use krilla::geom::{PathBuilder, Point, Rect};
use krilla::metadata::Metadata;
use krilla::outline::{Outline, OutlineNode};
use krilla::page::PageSettings;
use krilla::paint::{LineCap, LineJoin, Stroke};
use krilla::surface::Surface;
use krilla::tagging::{
    Artifact, ArtifactType, BBox, ContentTag, Identifier, ListNumbering, SpanTag, TableHeaderScope, Tag, TagGroup,
    TagKind, TagTree,
};
use krilla::text::{Font, GlyphId, KrillaGlyph};
use krilla::{Document, SerializeSettings};

use super::face::{bytes, forms};
use super::flow::{Drawn, Kind, Laid, Node, Of};
use super::{Item, PaperFault};

struct Fonts {
    regular: Font,
    bold: Font,
}

/// What was drawn of a part.
struct Place {
    marks: Vec<Identifier>,
    /// The page on which it begins.
    page: usize,
    /// Left, top, right and bottom of the first that was drawn.
    bounds: [f32; 4],
}

type Places = HashMap<usize, Place>;

/// Writes the document.
///
/// # Errors
/// [`PaperFault`] where it is not valid.
pub(super) fn write(laid: &Laid) -> Result<Vec<u8>, PaperFault> {
    let font = |bold| Font::new(bytes(bold).to_vec().into(), 0).ok_or(PaperFault);
    let fonts = Fonts { regular: font(false)?, bold: font(true)? };
    let configuration = ConfigurationBuilder::new().with_accessibility_validator(Accessibility::UA1).finish();
    let settings =
        SerializeSettings { configuration: configuration.map_err(|_| PaperFault)?, ..SerializeSettings::default() };
    let mut document = Document::new_with(settings);
    let mut places = Places::new();
    for (at, page) in laid.pages.iter().enumerate() {
        let settings = PageSettings::from_wh(laid.size.0, laid.size.1).ok_or(PaperFault)?;
        let mut sheet = document.start_page_with(settings);
        let mut surface = sheet.surface();
        draw(&mut surface, (at, page), &fonts, &mut places);
        surface.finish();
        sheet.finish();
    }
    document.set_outline(outline(laid, &places));
    let mut tree = TagTree::new().with_lang(Some(laid.language.to_owned()));
    for node in &laid.top {
        if let Some(group) = group(laid, *node, &mut places) {
            tree.push(group);
        }
    }
    document.set_tag_tree(tree);
    document.set_metadata(Metadata::new().title(laid.title.clone()).language(laid.language.to_owned()));
    packed(&document.finish().map_err(|_| PaperFault)?)
}

/// The same document with its objects compressed together, as PDF 1.5 allows (ISO 32000-1, 7.5.7): a tagged table has
/// one for each cell, and they make up most of the file.
fn packed(pdf: &[u8]) -> Result<Vec<u8>, PaperFault> {
    let mut document = lopdf::Document::load_mem(pdf).map_err(|_| PaperFault)?;
    let mut packed = Vec::with_capacity(pdf.len() / 2);
    document.save_modern(&mut packed).map_err(|_| PaperFault)?;
    Ok(packed)
}

/// Draws what follows each other and belongs to the same part under one mark.
fn draw(surface: &mut Surface<'_>, (at, page): (usize, &[Drawn]), fonts: &Fonts, places: &mut Places) {
    for run in page.chunk_by(|one, next| one.of == next.of) {
        let Some(Drawn { item: first, of }) = run.first() else { continue };
        let is_text = run.iter().all(|drawn| matches!(drawn.item, Item::Text { .. }));
        let artifact = |kind| ContentTag::Artifact(Artifact::with_kind(kind));
        let mark = surface.start_tagged(match of {
            Of::Part(_) if is_text => ContentTag::Span(SpanTag::empty()),
            Of::Part(_) => ContentTag::Other,
            Of::Layout => artifact(ArtifactType::Layout),
            Of::Again => artifact(ArtifactType::PaginationOther),
            Of::Foot => artifact(ArtifactType::Footer),
        });
        for drawn in run {
            item(surface, &drawn.item, fonts);
        }
        surface.end_tagged();
        if let Of::Part(node) = of {
            let new = || Place { marks: Vec::new(), page: at, bounds: bounds(first) };
            places.entry(*node).or_insert_with(new).marks.push(mark);
        }
    }
}

fn bounds(item: &Item) -> [f32; 4] {
    match item {
        Item::Text { x, y, size, width, .. } => [*x, y - size, x + width, *y],
        Item::Line { x1, y1, x2, y2, .. } => [x1.min(*x2), y1.min(*y2), x1.max(*x2), y1.max(*y2)],
        Item::Path { strokes, width } => {
            let around = |[left, top, right, bottom]: [f32; 4], (x, y): &(f32, f32)| {
                [left.min(x - width), top.min(y - width), right.max(x + width), bottom.max(y + width)]
            };
            strokes.iter().flatten().fold([f32::MAX, f32::MAX, f32::MIN, f32::MIN], around)
        }
    }
}

/// The title and the headings below it, so that a reader can go to them.
fn outline(laid: &Laid, places: &Places) -> Outline {
    let mut outline = Outline::new();
    let mut add = |text: &String, page, top| {
        outline.push_child(OutlineNode::new(text.clone(), XyzDestination::new(page, Point::from_xy(0.0, top))));
    };
    let mut is_empty = true;
    for id in &laid.top {
        let Some(Node { kind: Kind::Heading(level, text), .. }) = laid.nodes.get(*id) else { continue };
        let Some(Place { page, bounds: [_, top, ..], .. }) = places.get(id) else { continue };
        if *level <= 2 {
            add(text, *page, *top);
            is_empty = false;
        }
    }
    if is_empty {
        add(&laid.title, 0, 0.0);
    }
    outline
}

fn item(surface: &mut Surface<'_>, item: &Item, fonts: &Fonts) {
    match item {
        Item::Text { x, y, size, bold, text, .. } => {
            let glyphs: Vec<KrillaGlyph> = forms(text, *bold)
                .into_iter()
                .map(|form| {
                    KrillaGlyph::new(GlyphId::new(form.id), form.advance, form.x, form.y, 0.0, form.range, None)
                })
                .collect();
            let font = if *bold { &fonts.bold } else { &fonts.regular };
            surface.set_stroke(None);
            surface.draw_glyphs(Point::from_xy(*x, *y), &glyphs, font.clone(), text, *size, false);
        }
        Item::Line { x1, y1, x2, y2, width } => stroke(surface, &[vec![(*x1, *y1), (*x2, *y2)]], *width),
        Item::Path { strokes, width } => stroke(surface, strokes, *width),
    }
}

fn stroke(surface: &mut Surface<'_>, strokes: &[Vec<(f32, f32)>], width: f32) {
    let mut path = PathBuilder::new();
    for points in strokes {
        let mut points = points.iter();
        let Some((x, y)) = points.next() else { continue };
        path.move_to(*x, *y);
        let mut is_dot = true;
        for (x, y) in points {
            path.line_to(*x, *y);
            is_dot = false;
        }
        if is_dot {
            path.line_to(*x + 0.01, *y);
        }
    }
    let Some(path) = path.finish() else { return };
    surface.set_fill(None);
    surface.set_stroke(Some(Stroke {
        width,
        line_cap: LineCap::Round,
        line_join: LineJoin::Round,
        ..Stroke::default()
    }));
    surface.draw_path(&path);
    surface.set_stroke(None);
}

/// A part of the document with all that belongs to it; nothing where it is empty.
fn group(laid: &Laid, id: usize, places: &mut Places) -> Option<TagGroup> {
    let node = laid.nodes.get(id)?;
    let place = places.remove(&id);
    let parts: Vec<TagGroup> = node.parts.iter().filter_map(|part| group(laid, *part, places)).collect();
    if place.is_none() && parts.is_empty() {
        return None;
    }
    let said = |words: &String| if words.trim().is_empty() { "–".to_owned() } else { words.clone() };
    let tag: TagKind = match &node.kind {
        Kind::Heading(level, text) => Tag::Hn(NonZeroU16::new(*level)?, Some(said(text))).into(),
        Kind::Paragraph => Tag::P.into(),
        Kind::Words => Tag::Span.into(),
        Kind::List => Tag::L(ListNumbering::Disc).into(),
        Kind::Steps => Tag::L(ListNumbering::Decimal).into(),
        Kind::Entry => Tag::LI.into(),
        Kind::Label => Tag::Lbl.into(),
        Kind::Body => Tag::LBody.into(),
        Kind::Table(summary) => Tag::Table.with_summary(Some(summary.clone())).into(),
        Kind::Head => Tag::THead.into(),
        Kind::Rows => Tag::TBody.into(),
        Kind::Row => Tag::TR.into(),
        Kind::HeadCell => Tag::TH(TableHeaderScope::Column).into(),
        Kind::Cell => Tag::TD.into(),
        Kind::Figure(words) => {
            let bounds = place.as_ref().and_then(|Place { page, bounds: [left, top, right, bottom], .. }| {
                Some(BBox::new(*page, Rect::from_ltrb(*left, *top, *right, *bottom)?))
            });
            Tag::Figure(Some(said(words))).with_bbox(bounds).into()
        }
    };
    let mut group = TagGroup::new(tag);
    for mark in place.into_iter().flat_map(|place| place.marks) {
        group.push(mark);
    }
    for part in parts {
        group.push(part);
    }
    Some(group)
}
