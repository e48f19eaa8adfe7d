//! A document as plain text: its words alone, in the same order, for where there is no paper.

use super::{Block, Cell, Paper, Table};

/// The words of a document, with an empty line between its parts and none at its end. No line ends with white space.
#[must_use]
pub fn plain(paper: &Paper) -> String {
    let mut parts = vec![paper.title.clone()];
    let mut heading: Option<String> = None;
    for block in &paper.blocks {
        let (text, is_heading) = match block {
            Block::Heading(text) | Block::Subheading(text) => (text.clone(), true),
            Block::Paragraph(text) | Block::Small(text) => (text.clone(), false),
            Block::Facts(facts) => {
                let fact = |(said, value): &(String, String)| entry(&format!("{said}: "), value);
                (facts.iter().map(fact).collect::<Vec<_>>().join("\n"), false)
            }
            Block::List(entries) => {
                (entries.iter().map(|text| entry("- ", text)).collect::<Vec<_>>().join("\n"), false)
            }
            Block::Steps(entries) => {
                let step = |(at, text): (usize, &String)| entry(&format!("{}. ", at + 1), text);
                (entries.iter().enumerate().map(step).collect::<Vec<_>>().join("\n"), false)
            }
            Block::Table(table) => (rows(table), false),
        };
        // What a heading is of follows it without an empty line between.
        let text = match heading.take() {
            Some(above) if is_heading => format!("{above}\n\n{text}"),
            Some(above) => format!("{above}\n{text}"),
            None => text,
        };
        if is_heading {
            heading = Some(text);
        } else {
            parts.push(text);
        }
    }
    parts.extend(heading);
    let text = parts.join("\n\n");
    text.lines().map(str::trim_end).collect::<Vec<_>>().join("\n").trim_end().to_owned()
}

/// What is marked, its further lines below its first.
fn entry(mark: &str, text: &str) -> String {
    let below = format!("\n{}", " ".repeat(mark.chars().count().min(4)));
    format!("{mark}{}", text.trim_end().replace('\n', &below))
}

/// A line for each row.
fn rows(table: &Table) -> String {
    let said = |cell: &Cell| match cell {
        Cell::Text(text) => Some(text.replace('\n', " ")),
        Cell::Drawn(_, words) => Some(words.clone()),
        Cell::Room => None,
    };
    let row = |row: &Vec<Cell>| entry("- ", &row.iter().filter_map(said).collect::<Vec<_>>().join(", "));
    table.rows.iter().map(row).collect::<Vec<_>>().join("\n")
}
