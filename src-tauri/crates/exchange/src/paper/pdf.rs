//! A laid-out document as a tagged PDF.

use std::collections::HashMap;
use std::num::NonZeroU16;

use krilla::configure::{Accessibility, ConfigurationBuilder};
use krilla::destination::XyzDestination;
use krilla::geom::{PathBuilder, Point};
use krilla::metadata::Metadata;
use krilla::outline::{Outline, OutlineNode};
use krilla::page::PageSettings;
use krilla::paint::{LineCap, LineJoin, Stroke};
use krilla::surface::Surface;
use krilla::tagging::{
    Artifact, ArtifactType, ContentTag, Identifier, ListNumbering, SpanTag, TableHeaderScope, Tag, TagGroup, TagKind,
    TagTree,
};
use krilla::text::{Font, GlyphId, KrillaGlyph};
use krilla::{Document, SerializeSettings};

use super::face::{bytes, forms};
use super::flow::{Drawn, Kind, Laid};
use super::{Item, PaperFault};

struct Fonts {
    regular: Font,
    bold: Font,
}

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
    let mut identifiers: HashMap<usize, Vec<Identifier>> = HashMap::new();
    for page in &laid.pages {
        let settings = PageSettings::from_wh(laid.size.0, laid.size.1).ok_or(PaperFault)?;
        let mut sheet = document.start_page_with(settings);
        let mut surface = sheet.surface();
        draw(&mut surface, page, &fonts, &mut identifiers);
        surface.finish();
        sheet.finish();
    }
    let mut tree = TagTree::new().with_lang(Some(laid.language.to_owned()));
    for node in &laid.top {
        if let Some(group) = group(laid, *node, &mut identifiers) {
            tree.push(group);
        }
    }
    document.set_tag_tree(tree);
    let mut outline = Outline::new();
    for (text, page, y) in &laid.outline {
        let place = XyzDestination::new(*page, Point::from_xy(0.0, *y));
        outline.push_child(OutlineNode::new(text.clone(), place));
    }
    document.set_outline(outline);
    let title = if laid.title.is_empty() { "-".to_owned() } else { laid.title.clone() };
    document.set_metadata(Metadata::new().title(title).language(laid.language.to_owned()));
    document.finish().map_err(|_| PaperFault)
}

/// Draws what follows each other and belongs to the same part under one mark.
fn draw(surface: &mut Surface<'_>, page: &[Drawn], fonts: &Fonts, identifiers: &mut HashMap<usize, Vec<Identifier>>) {
    for run in page.chunk_by(|one, next| one.of == next.of) {
        let of = run.first().and_then(|drawn| drawn.of);
        let is_text = run.iter().all(|drawn| matches!(drawn.item, Item::Text { .. }));
        let mark = match of {
            None => ContentTag::Artifact(Artifact::with_kind(ArtifactType::Layout)),
            Some(_) if is_text => ContentTag::Span(SpanTag::empty()),
            Some(_) => ContentTag::Other,
        };
        let identifier = surface.start_tagged(mark);
        for drawn in run {
            item(surface, &drawn.item, fonts);
        }
        surface.end_tagged();
        if let Some(node) = of {
            identifiers.entry(node).or_default().push(identifier);
        }
    }
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
fn group(laid: &Laid, id: usize, identifiers: &mut HashMap<usize, Vec<Identifier>>) -> Option<TagGroup> {
    let node = laid.nodes.get(id)?;
    let level = |n: u16| NonZeroU16::new(n).unwrap_or(NonZeroU16::MIN);
    let heading = |n: u16, text: &String| {
        let title = if text.is_empty() { "-".to_owned() } else { text.clone() };
        TagKind::from(Tag::Hn(level(n), Some(title)))
    };
    let tag: TagKind = match &node.kind {
        Kind::Title(text) => heading(1, text),
        Kind::Heading(text) => heading(2, text),
        Kind::Paragraph => Tag::P.into(),
        Kind::List => Tag::L(ListNumbering::Disc).into(),
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
            let words = if words.is_empty() { "-".to_owned() } else { words.clone() };
            Tag::Figure(Some(words)).into()
        }
    };
    let mut group = TagGroup::new(tag);
    for identifier in identifiers.remove(&id).unwrap_or_default() {
        group.push(identifier);
    }
    for part in &node.parts {
        if let Some(part) = self::group(laid, *part, identifiers) {
            group.push(part);
        }
    }
    (!group.children.is_empty()).then_some(group)
}
