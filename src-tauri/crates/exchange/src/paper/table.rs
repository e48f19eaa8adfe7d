//! Tables: a head on every page, rows that stay whole where they fit on one.

use domain::signature::{HEIGHT, WIDTH};

use super::face::{lines, width};
use super::flow::{Flow, HAIRLINE, Kind, LEADING, hundredth};
use super::{Cell, Column, Item, Table};

const SIZE: f32 = 9.5;
const HEAD: f32 = 8.5;
/// Between the rules and the words.
const PADDING: f32 = 5.0;
/// Room to sign by hand.
const ROOM: f32 = 32.0;
/// How thick a drawn signature is.
const PEN: f32 = 1.1;

/// Where the columns stand: left edge and width of each.
fn places(flow: &Flow, columns: &[Column]) -> Vec<(f32, f32)> {
    let all: f32 = columns.iter().map(|column| column.share.max(0.01)).sum();
    let mut x = flow.left();
    columns
        .iter()
        .map(|column| {
            let wide = flow.width() * column.share.max(0.01) / all.max(0.01);
            let place = (x, wide);
            x += wide;
            place
        })
        .collect()
}

/// Draws a table where the flow stands.
pub(super) fn draw(flow: &mut Flow, table: &Table) {
    let places = places(flow, &table.columns);
    let summary = flow.shown(&table.summary.replace('\n', " "));
    let node = flow.node(Kind::Table(summary), None);
    let head = flow.node(Kind::Head, Some(node));
    let rows = flow.node(Kind::Rows, Some(node));
    let heads: Vec<Vec<String>> = table
        .columns
        .iter()
        .zip(&places)
        .map(|(column, (_, wide))| {
            let text = flow.shown(&column.head.replace('\n', " "));
            lines(&text, true, (wide - 2.0 * PADDING) / HEAD)
        })
        .collect();
    let head_row = flow.node(Kind::Row, Some(head));
    let cells: Vec<usize> = heads.iter().map(|_| flow.node(Kind::HeadCell, Some(head_row))).collect();
    flow.y += 6.0;
    let high = head_height(&heads);
    flow.need(high + 2.0 * (SIZE * LEADING + 2.0 * PADDING));
    draw_head(flow, table, &heads, &places, Some(&cells));
    for row in &table.rows {
        draw_row(flow, table, &heads, &places, row, rows);
    }
    flow.y += 10.0;
}

fn head_height(heads: &[Vec<String>]) -> f32 {
    let most = heads.iter().map(Vec::len).max().unwrap_or(1).max(1);
    most as f32 * HEAD * LEADING + 2.0 * PADDING
}

/// The head; on later pages it only adorns.
fn draw_head(flow: &mut Flow, table: &Table, heads: &[Vec<String>], places: &[(f32, f32)], cells: Option<&[usize]>) {
    let high = head_height(heads);
    let top = flow.y;
    for (at, ((head, (x, wide)), column)) in heads.iter().zip(places).zip(&table.columns).enumerate() {
        let node = cells.and_then(|cells| cells.get(at)).copied();
        let above = high - PADDING - head.len() as f32 * HEAD * LEADING;
        for (n, line) in head.iter().enumerate() {
            let x = align(column, *x, *wide, line, HEAD, true);
            flow.words(line, x, top + above + n as f32 * HEAD * LEADING, HEAD, true, node);
        }
        if head.iter().all(String::is_empty) {
            flow.words(" ", *x + PADDING, top + above, HEAD, true, node);
        }
    }
    flow.y += high;
    rule(flow, 1.0);
}

fn rule(flow: &mut Flow, thick: f32) {
    let (left, y) = (flow.left(), flow.y);
    flow.rule((left, y), (left + flow.width(), y), thick);
}

fn align(column: &Column, x: f32, wide: f32, line: &str, size: f32, bold: bool) -> f32 {
    if column.numbers { x + wide - PADDING - width(line, bold) * size } else { x + PADDING }
}

/// A cell as it will be drawn.
enum Ready<'a> {
    Lines(Vec<String>),
    Room,
    Drawn(&'a domain::signature::Signature, String),
}

fn draw_row(flow: &mut Flow, table: &Table, heads: &[Vec<String>], places: &[(f32, f32)], row: &[Cell], rows: usize) {
    let node = flow.node(Kind::Row, Some(rows));
    let ready: Vec<Ready<'_>> = table
        .columns
        .iter()
        .zip(places)
        .enumerate()
        .map(|(at, (_, (_, wide)))| match row.get(at) {
            Some(Cell::Text(text)) => {
                let text = flow.shown(text);
                Ready::Lines(lines(&text, false, (wide - 2.0 * PADDING) / SIZE))
            }
            Some(Cell::Drawn(signature, words)) => Ready::Drawn(signature, flow.shown(words)),
            Some(Cell::Room) | None => Ready::Room,
        })
        .collect();
    let cells: Vec<usize> = ready.iter().map(|_| flow.node(Kind::Cell, Some(node))).collect();
    let most = ready.iter().map(|cell| if let Ready::Lines(lines) = cell { lines.len() } else { 1 }).max().unwrap_or(1);
    let framed = ready.iter().any(|cell| !matches!(cell, Ready::Lines(_)));
    let line = SIZE * LEADING;
    let least = if framed { ROOM } else { 0.0 };
    let fits = |room: f32| ((room - 2.0 * PADDING) / line).floor().max(1.0) as usize;
    let mut from = 0;
    loop {
        let whole = ((most - from) as f32 * line + 2.0 * PADDING).max(least);
        // A row is parted only where no page can hold it whole.
        let room = flow.body() - head_height(heads);
        if flow.need(whole.min(room)) {
            draw_head(flow, table, heads, places, None);
        }
        let to = (from + fits(flow.bottom() - flow.y)).min(most);
        let high = ((to - from) as f32 * line + 2.0 * PADDING).max(least);
        for (((cell, node), (x, wide)), column) in ready.iter().zip(&cells).zip(places).zip(&table.columns) {
            draw_cell(flow, column, cell, *node, (*x, *wide, high), (from, to));
        }
        flow.y += high;
        rule(flow, HAIRLINE);
        from = to;
        if from >= most {
            break;
        }
    }
}

fn draw_cell(
    flow: &mut Flow,
    column: &Column,
    cell: &Ready<'_>,
    node: usize,
    (x, wide, high): (f32, f32, f32),
    (from, to): (usize, usize),
) {
    let top = flow.y;
    if column.framed {
        flow.rule((x, top), (x, top + high), HAIRLINE);
        flow.rule((x + wide, top), (x + wide, top + high), HAIRLINE);
    }
    match cell {
        Ready::Lines(all) => {
            let part = all.iter().take(to).skip(from);
            for (n, line) in part.enumerate() {
                let x = align(column, x, wide, line, SIZE, false);
                flow.words(line, x, top + PADDING + n as f32 * SIZE * LEADING, SIZE, false, Some(node));
            }
            if from == 0 && all.iter().all(String::is_empty) {
                flow.words(" ", x + PADDING, top + PADDING, SIZE, false, Some(node));
            }
        }
        // A space, so that the cell is there also for those who do not see its frame.
        Ready::Room if from == 0 => flow.words(" ", x + PADDING, top + PADDING, SIZE, false, Some(node)),
        Ready::Drawn(signature, words) if from == 0 => {
            let figure = flow.node(Kind::Figure(words.clone()), Some(node));
            let (room_x, room_y) = (wide - 2.0 * PADDING, high - PADDING);
            let scale = (room_x / f32::from(WIDTH)).min(room_y / f32::from(HEIGHT)).max(0.0);
            let (left, above) = (x + PADDING, top + (high - f32::from(HEIGHT) * scale) / 2.0);
            let point = |(px, py): &(u16, u16)| {
                (hundredth(left + f32::from(*px) * scale), hundredth(above + f32::from(*py) * scale))
            };
            let strokes = signature.strokes.iter().map(|stroke| stroke.iter().map(point).collect()).collect();
            flow.draw(Item::Path { strokes, width: PEN }, Some(figure));
        }
        Ready::Room | Ready::Drawn(..) => {}
    }
}
