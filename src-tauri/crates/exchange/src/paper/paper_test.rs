//! What is on paper, read again with other tools: poppler's `pdftotext` and `pdfinfo`.

use std::io::Write;
use std::process::{Command, Stdio};

use chrono::DateTime;
use proptest::prelude::*;

use super::*;

fn column(head: &str, share: f32) -> Column {
    Column { head: head.to_owned(), share, framed: false, numbers: false }
}

fn signature() -> Signature {
    Signature {
        signer: "Jo".to_owned(),
        strokes: vec![vec![(20, 200), (120, 60), (200, 250), (420, 90), (860, 180)], vec![(100, 280)]],
        signed_at: DateTime::UNIX_EPOCH,
    }
}

fn record(rows: usize) -> Paper {
    let cell = |text: &str| Cell::Text(text.to_owned());
    let framed = |head: &str, share| Column { framed: true, ..column(head, share) };
    let rows = (0..rows)
        .map(|i| {
            let signed = if i % 3 == 0 { Cell::Drawn(signature(), "Signed by Jo".to_owned()) } else { Cell::Room };
            vec![
                cell(&format!("Feb {}, 2026", i % 28 + 1)),
                cell("7:30 pm"),
                cell(if i % 2 == 0 { "Tuesday Night Steps" } else { "Grupo Niñez y Señales" }),
                cell("Saint Mark's Church, 12 Elm Street"),
                cell("AA"),
                if i % 3 == 0 { cell("Jo") } else { Cell::Room },
                signed,
            ]
        })
        .collect();
    Paper {
        title: "Attendance record".to_owned(),
        language: "en",
        sheet: Sheet::Letter,
        blocks: vec![
            Block::Facts(vec![
                ("Name".to_owned(), "J. D.".to_owned()),
                ("Asked".to_owned(), "2 meetings a week, by a court".to_owned()),
            ]),
            Block::Small("Self-reported.".to_owned()),
            Block::Table(Table {
                summary: "Meetings attended".to_owned(),
                columns: vec![
                    column("Date", 1.3),
                    column("Time", 0.9),
                    column("Group", 2.0),
                    column("Place or online", 2.2),
                    column("Kind", 0.9),
                    framed("First name or initials", 1.2),
                    framed("Signature", 1.6),
                ],
                rows,
            }),
            Block::Heading("Totals".to_owned()),
            Block::List(vec!["12 meetings".to_owned(), "2 to make up".to_owned()]),
        ],
        foot: "Self-reported. The group confirmed nothing to Handrail.".to_owned(),
        page_of: "Page {page} of {pages}".to_owned(),
    }
}

/// What a program says of a PDF that it reads from its standard input.
fn asked(program: &str, arguments: &[&str], pdf: &[u8]) -> String {
    let mut child = Command::new(program)
        .args(arguments)
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .spawn()
        .unwrap_or_else(|_| panic!("{program} of the package poppler-utils is needed"));
    let mut to = child.stdin.take().unwrap();
    let pdf = pdf.to_vec();
    let feed = std::thread::spawn(move || to.write_all(&pdf));
    let said = child.wait_with_output().unwrap();
    let _ = feed.join();
    String::from_utf8(said.stdout).unwrap()
}

fn text_of(pdf: &[u8]) -> String {
    asked("pdftotext", &["-layout", "-", "-"], pdf)
}

fn info_of(pdf: &[u8]) -> String {
    asked("pdfinfo", &["-"], pdf)
}

fn words(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

#[test]
fn a_record_is_a_tagged_pdf_from_which_its_words_come_out_again() {
    let pdf = lay_out(&record(6)).pdf().unwrap();
    let info = info_of(&pdf);
    for says in
        ["Tagged:          yes", "Title:           Attendance record", "612 x 792 pts (letter)", "Pages:           1"]
    {
        assert!(info.contains(says), "{says}\n{info}");
    }
    let text = words(&text_of(&pdf));
    for says in ["Attendance record", "J. D.", "Self-reported", "Grupo Niñez", "7:30 pm", "2 to make up", "Page 1 of 1"]
    {
        assert!(text.contains(says), "{says}\n{text}");
    }
}

#[test]
fn the_parts_of_a_table_are_told_to_those_who_hear_it() {
    let pdf = lay_out(&record(2)).pdf().unwrap();
    let told = asked("pdfinfo", &["-struct", "-"], &pdf);
    assert_eq!(told.matches("TH").count() - told.matches("THead").count(), 7, "{told}");
    assert_eq!(told.matches("TD").count(), 14, "also those to be signed by hand");
    for part in ["H1", "H2", "Table", "Figure", "LBody"] {
        assert!(told.contains(part), "{part}\n{told}");
    }
}

#[test]
fn many_pages_repeat_the_head_and_are_numbered() {
    let paper = record(100);
    let laid = lay_out(&paper);
    let pages = laid.pages(usize::MAX);
    assert_eq!(pages.len(), laid.page_count());
    assert!(pages.len() > 3);
    for (at, page) in pages.iter().enumerate() {
        let text: Vec<&str> = page
            .items
            .iter()
            .filter_map(|item| if let Item::Text { text, .. } = item { Some(text.as_str()) } else { None })
            .collect();
        assert!(text.contains(&format!("Page {} of {}", at + 1, pages.len()).as_str()));
        let goes_on = text.iter().filter(|text| text.ends_with("2026")).count() > 0;
        assert_eq!(goes_on, text.contains(&"Date"), "page {}", at + 1);
    }
    let all = text_of(&laid.pdf().unwrap());
    assert_eq!(all.matches("2026").count(), 100, "every row stands once");
}

#[test]
fn the_same_paper_gives_the_same_bytes() {
    assert_eq!(lay_out(&record(20)).pdf().unwrap(), lay_out(&record(20)).pdf().unwrap());
}

#[test]
fn spanish_on_a4_reads_as_it_was_written() {
    let paper = Paper {
        title: "Constancia de asistencia".to_owned(),
        language: "es",
        sheet: Sheet::A4,
        blocks: vec![Block::Paragraph("¿Cuántas reuniones? Ñandú, corazón, pingüino — «sí»".to_owned())],
        foot: String::new(),
        page_of: "Página {page} de {pages}".to_owned(),
    };
    let pdf = lay_out(&paper).pdf().unwrap();
    assert!(info_of(&pdf).contains("(A4)"));
    let text = text_of(&pdf);
    assert!(text.contains("¿Cuántas reuniones? Ñandú, corazón, pingüino — «sí»"), "{text}");
    assert!(text.contains("Página 1 de 1"));
}

#[test]
fn letters_that_the_font_lacks_are_counted_and_a_mark_stands_for_each() {
    let mut paper = record(0);
    paper.blocks = vec![Block::Paragraph("Группа 🌲 שלום <script>".to_owned())];
    let laid = lay_out(&paper);
    assert_eq!(laid.unshown(), 11);
    assert!(text_of(&laid.pdf().unwrap()).contains("?????? ? ???? <script>"));
    assert_eq!(lay_out(&record(3)).unshown(), 0);
}

#[test]
fn a_row_that_no_page_can_hold_goes_on_over_the_next_ones() {
    let mut paper = record(1);
    let long = "word ".repeat(2_000);
    if let Some(Block::Table(table)) = paper.blocks.get_mut(2) {
        table.rows[0][2] = Cell::Text(long);
    }
    let laid = lay_out(&paper);
    assert!(laid.page_count() > 3);
    assert_eq!(text_of(&laid.pdf().unwrap()).matches("word").count(), 2_000);
}

fn any_block() -> impl Strategy<Value = Block> {
    let text = || "(\\PC|[a-zñ \n]|&|<b>|\\S{60}){0,40}";
    let cell = prop_oneof![
        text().prop_map(Cell::Text),
        Just(Cell::Room),
        text().prop_map(|words| Cell::Drawn(signature(), words)),
    ];
    let table = (1usize..6, proptest::collection::vec(proptest::collection::vec(cell, 0..7), 0..12), any::<bool>());
    prop_oneof![
        text().prop_map(Block::Heading),
        text().prop_map(Block::Paragraph),
        text().prop_map(Block::Small),
        proptest::collection::vec((text(), text()), 0..5).prop_map(Block::Facts),
        proptest::collection::vec(text(), 0..6).prop_map(Block::List),
        table.prop_map(|(columns, rows, framed)| Block::Table(Table {
            summary: String::new(),
            columns: (0..columns)
                .map(|n| Column { framed, numbers: n == 1, ..column("Head of it", n as f32) })
                .collect(),
            rows,
        })),
    ]
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(96))]

    #[test]
    fn whatever_is_written_is_a_valid_pdf_and_stays_on_its_pages(
        blocks in proptest::collection::vec(any_block(), 0..8), title in "\\PC{0,80}", a4: bool
    ) {
        let sheet = if a4 { Sheet::A4 } else { Sheet::Letter };
        let paper = Paper { title, sheet, blocks, ..record(0) };
        let laid = lay_out(&paper);
        prop_assert!(laid.pdf().is_ok());
        for page in laid.pages(usize::MAX) {
            for item in page.items {
                match item {
                    Item::Text { x, y, width, .. } => {
                        prop_assert!(x >= 0.0 && x + width <= page.width, "{x} {width}");
                        prop_assert!(y >= 0.0 && y <= page.height, "{y}");
                    }
                    Item::Line { x1, y1, x2, y2, .. } => {
                        prop_assert!(x1.min(x2) >= 50.0 && x1.max(x2) <= page.width - 50.0);
                        prop_assert!(y1.min(y2) >= 50.0 && y1.max(y2) <= page.height - 50.0);
                    }
                    Item::Path { strokes, .. } => {
                        let inside = |(x, y): &(f32, f32)| *x > 50.0 && *y > 50.0 && *x < page.width && *y < page.height;
                        prop_assert!(strokes.iter().flatten().all(inside));
                    }
                }
            }
        }
    }
}
