//! Tables: a head on every page, rows that stay whole where they fit on one.

use domain::signature::{HEIGHT, Signature, WIDTH};

use super::face::Style;
use super::flow::{Flow, HAIRLINE, Kind, Of};
use super::{Cell, Column, Item, Table};

const CELL: Style = Style { size: 9.5, bold: false };
const HEAD: Style = Style { size: 8.5, bold: true };
/// Between the rules and the words.
const PADDING: f32 = 5.0;
/// The least that a column is wide, where there is so much for each.
const LEAST: f32 = 30.0;
/// How much of its share a column may take so that nothing in it is broken: a date in two lines is hard to read.
const EASE: f32 = 1.25;
/// Room to sign by hand.
const ROOM: f32 = 32.0;
/// Below the head.
const HEAD_RULE: f32 = 1.0;
/// How thick a drawn signature is.
const PEN: f32 = 1.1;
/// Points of a stroke that are nearer to each other than this are one to the eye.
const NEAR: f32 = 0.5;

/// Where a column stands, and where its words do.
#[derive(Debug, Clone, Copy)]
struct Place {
    x: f32,
    width: f32,
    text_x: f32,
    text_width: f32,
}

/// A table that is being drawn.
struct Grid<'a> {
    columns: Vec<(&'a Column, Place)>,
    heads: Vec<Vec<String>>,
    /// How high the head is.
    head: f32,
}

/// A cell as it will be drawn.
enum Ready<'a> {
    Lines(Vec<String>),
    Room,
    Drawn(&'a Signature, String),
}

/// A row as it will be drawn.
struct Row<'a> {
    cells: Vec<Ready<'a>>,
    lines: usize,
    /// How high it is at least.
    least: f32,
}

impl Row<'_> {
    /// How high so many lines of it are.
    fn height(&self, lines: usize) -> f32 {
        (lines as f32 * CELL.line() + 2.0 * PADDING).max(self.least)
    }

    /// How much of it, from that line on, stands together where a page has that much room: all of it, or three lines
    /// of what no page can hold.
    fn together(&self, from: usize, room: f32) -> f32 {
        let whole = self.height(self.lines - from);
        if whole <= room { whole } else { self.height(3) }
    }
}

/// Draws a table where the flow stands.
pub(super) fn draw(flow: &mut Flow, table: &Table) {
    let summary = flow.shown_on_a_line(&table.summary);
    let node = flow.node(Kind::Table(summary), None);
    let [head, rows] = [Kind::Head, Kind::Rows].map(|kind| flow.node(kind, Some(node)));
    let grid = Grid::new(flow, table);
    let head_row = flow.node(Kind::Row, Some(head));
    let heads: Vec<usize> = grid.columns.iter().map(|_| flow.node(Kind::HeadCell, Some(head_row))).collect();
    let ready: Vec<Row<'_>> = table.rows.iter().map(|row| grid.row(flow, row)).collect();
    flow.space(2.0);
    // The head never stands alone at the foot of a page.
    flow.need(grid.head + ready.first().map_or(0.0, |row| row.together(0, flow.body() - grid.head)));
    grid.draw_head(flow, Some(&heads));
    for row in &ready {
        grid.draw_row(flow, row, rows);
    }
    flow.space(10.0);
}

impl<'a> Grid<'a> {
    fn new(flow: &mut Flow, table: &'a Table) -> Self {
        let columns = &table.columns;
        let mut x = flow.left();
        let place = |((at, column), width): ((usize, &'a Column), f32)| {
            let (before, after) = insets(columns, at);
            let place = Place { x, width, text_x: x + before, text_width: width - before - after };
            x += width;
            (column, place)
        };
        let columns: Vec<_> = columns.iter().enumerate().zip(widths(table, flow.width())).map(place).collect();
        // A head that would leave no room for rows is cut.
        let most = ((flow.body() / 2.0 - 2.0 * PADDING) / HEAD.line()) as usize;
        let head = |(column, place): &(&Column, Place)| {
            let mut lines = HEAD.lines(&flow.shown_on_a_line(&column.head), place.text_width);
            lines.truncate(most);
            lines
        };
        let heads: Vec<Vec<String>> = columns.iter().map(head).collect();
        let lines = heads.iter().map(Vec::len).max().unwrap_or(1);
        Self { columns, heads, head: lines as f32 * HEAD.line() + 2.0 * PADDING }
    }

    fn row<'c>(&self, flow: &mut Flow, cells: &'c [Cell]) -> Row<'c> {
        let ready = |(at, (_, place)): (usize, &(&Column, Place))| match cells.get(at) {
            Some(Cell::Text(text)) => Ready::Lines(CELL.lines(&flow.shown(text), place.text_width)),
            Some(Cell::Drawn(signature, words)) => Ready::Drawn(signature, flow.shown_on_a_line(words)),
            Some(Cell::Room) | None => Ready::Room,
        };
        let cells: Vec<Ready<'_>> = self.columns.iter().enumerate().map(ready).collect();
        let lines = cells.iter().map(|cell| if let Ready::Lines(lines) = cell { lines.len() } else { 1 });
        let lines = lines.max().unwrap_or(1);
        let is_signed = cells.iter().any(|cell| !matches!(cell, Ready::Lines(_)));
        Row { cells, lines, least: if is_signed { ROOM } else { 0.0 } }
    }

    /// The head; on later pages it only repeats.
    fn draw_head(&self, flow: &mut Flow, cells: Option<&[usize]>) {
        let top = flow.y;
        for (at, (head, (column, place))) in self.heads.iter().zip(&self.columns).enumerate() {
            let of = cells.and_then(|cells| cells.get(at)).map_or(Of::Again, |cell| Of::Part(*cell));
            let above = top + self.head - PADDING - head.len() as f32 * HEAD.line();
            draw_lines(flow, head, (column, *place), above, HEAD, of);
        }
        flow.y += self.head;
        rule(flow, HEAD_RULE);
    }

    fn draw_row(&self, flow: &mut Flow, row: &Row<'_>, rows: usize) {
        let node = flow.node(Kind::Row, Some(rows));
        let cells: Vec<usize> = row.cells.iter().map(|_| flow.node(Kind::Cell, Some(node))).collect();
        let mut from = 0;
        loop {
            if flow.need(row.together(from, flow.body() - self.head)) {
                self.draw_head(flow, None);
            }
            let fit = ((flow.room() - 2.0 * PADDING) / CELL.line()).max(1.0) as usize;
            let to = row.lines.min(from + fit);
            let height = row.height(to - from);
            for ((cell, node), column) in row.cells.iter().zip(&cells).zip(&self.columns) {
                draw_cell(flow, *column, (cell, *node), height, (from, to));
            }
            flow.y += height;
            rule(flow, HAIRLINE);
            from = to;
            if from >= row.lines {
                break;
            }
        }
    }
}

/// White space before and after the words of a column. Those at an edge without a frame stand in line with the words
/// around the table.
fn insets(columns: &[Column], at: usize) -> (f32, f32) {
    let is_framed = columns.get(at).is_some_and(|column| column.framed);
    let inset = |is_edge: bool| if is_edge && !is_framed { 0.0 } else { PADDING };
    (inset(at == 0), inset(at + 1 == columns.len()))
}

/// How wide a column must be so that nothing in it is broken but its head between words. One that is framed is as wide
/// as a hand needs.
fn natural(table: &Table, at: usize) -> Option<f32> {
    let column = table.columns.get(at).filter(|column| !column.framed)?;
    let (before, after) = insets(&table.columns, at);
    let cell =
        |row: &Vec<Cell>| if let Some(Cell::Text(text)) = row.get(at) { CELL.widest(text.split('\n')) } else { 0.0 };
    let cells = table.rows.iter().map(cell).fold(0.0, f32::max);
    // A little more, as sums of parts are not exact.
    Some(HEAD.widest(column.head.split_whitespace()).max(cells) + before + after + 0.01)
}

/// How wide each column is: by its share, or as it is by nature where that is less or not much more. What these leave
/// is for the others.
fn widths(table: &Table, total: f32) -> Vec<f32> {
    struct Open {
        at: usize,
        share: f32,
        natural: Option<f32>,
    }
    let least = LEAST.min(total / table.columns.len().max(1) as f32);
    // Never nothing, so that there is always something to share by.
    let share = |column: &Column| if column.share.is_finite() { column.share.max(0.01) } else { 0.01 };
    let open =
        |(at, column)| Open { at, share: share(column), natural: natural(table, at).map(|wide| wide.max(least)) };
    let mut open: Vec<Open> = table.columns.iter().enumerate().map(open).collect();
    let mut widths = vec![least; open.len()];
    let mut spare = total - least * open.len() as f32;
    loop {
        let all: f32 = open.iter().map(|one| one.share).sum();
        let fits = |one: &Open| {
            let most = (EASE * (least + spare * one.share / all)).min(least + spare);
            one.natural.is_some_and(|natural| natural <= most)
        };
        let Some(next) = open.iter().position(fits) else { break };
        let Open { at, natural, .. } = open.remove(next);
        if let (Some(width), Some(natural)) = (widths.get_mut(at), natural) {
            *width = natural;
            spare -= natural - least;
        }
    }
    // Where all are as by nature, all are given of what is left.
    let rest: Vec<(usize, f32)> = if open.is_empty() {
        table.columns.iter().map(share).enumerate().collect()
    } else {
        open.iter().map(|one| (one.at, one.share)).collect()
    };
    let all: f32 = rest.iter().map(|(_, share)| share).sum();
    for (at, share) in rest {
        if let Some(width) = widths.get_mut(at) {
            *width += spare * share / all;
        }
    }
    widths
}

fn rule(flow: &mut Flow, thick: f32) {
    let (left, y) = (flow.left(), flow.y);
    flow.rule((left, y), (left + flow.width(), y), thick);
}

/// The part of a cell from one line to another.
fn draw_cell(
    flow: &mut Flow,
    (column, place): (&Column, Place),
    (cell, node): (&Ready<'_>, usize),
    height: f32,
    (from, to): (usize, usize),
) {
    let top = flow.y;
    if column.framed {
        for x in [place.x, place.x + place.width] {
            flow.rule((x, top), (x, top + height), HAIRLINE);
        }
    }
    let mut lines = |lines: &[String]| draw_lines(flow, lines, (column, place), top + PADDING, CELL, Of::Part(node));
    match cell {
        Ready::Lines(all) => {
            let part = all.get(from..to.min(all.len())).unwrap_or_default();
            if from == 0 || !part.is_empty() {
                lines(part);
            }
        }
        Ready::Room if from == 0 => lines(&[]),
        Ready::Drawn(signature, words) if from == 0 => {
            let figure = flow.node(Kind::Figure(words.clone()), Some(node));
            let strokes = strokes(signature, (place.x + PADDING, top), place.width - 2.0 * PADDING, height);
            flow.draw(Item::Path { strokes, width: PEN }, Of::Part(figure));
        }
        Ready::Room | Ready::Drawn(..) => {}
    }
}

fn draw_lines(flow: &mut Flow, lines: &[String], (column, place): (&Column, Place), top: f32, style: Style, of: Of) {
    if lines.iter().all(String::is_empty) {
        // A space, so that an empty cell is there also for those who do not see it.
        flow.words(" ", (place.text_x, top), style, of);
    }
    for (at, line) in lines.iter().enumerate() {
        let spare = if column.numbers { place.text_width - style.width(line.trim_end()) } else { 0.0 };
        flow.words(line, (place.text_x + spare, top + at as f32 * style.line()), style, of);
    }
}

/// A signature within the room for it, without the points that nobody sees.
fn strokes(signature: &Signature, (left, top): (f32, f32), wide: f32, high: f32) -> Vec<Vec<(f32, f32)>> {
    let scale = (wide / f32::from(WIDTH)).min((high - PADDING) / f32::from(HEIGHT)).max(0.0);
    let above = top + (high - f32::from(HEIGHT) * scale) / 2.0;
    let point = |(x, y): &(u16, u16)| {
        let (x, y) = (f32::from(*x.min(&WIDTH)), f32::from(*y.min(&HEIGHT)));
        (tenth(left + x * scale), tenth(above + y * scale))
    };
    let stroke = |points: &Vec<(u16, u16)>| {
        let mut kept: Vec<(f32, f32)> = Vec::new();
        for (at, (x, y)) in points.iter().map(point).enumerate() {
            let is_last = at + 1 == points.len();
            let is_near = kept.last().is_some_and(|(px, py)| (px - x).hypot(py - y) < NEAR);
            if is_last || !is_near {
                kept.push((x, y));
            }
        }
        kept
    };
    signature.strokes.iter().map(stroke).collect()
}

/// Rounded: a hand is not finer.
fn tenth(points: f32) -> f32 {
    (points * 10.0).round() / 10.0
}
