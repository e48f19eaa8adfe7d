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
pub(super) fn asked(program: &str, arguments: &[&str], pdf: &[u8]) -> String {
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

pub(super) fn text_of(pdf: &[u8]) -> String {
    asked("pdftotext", &["-layout", "-", "-"], pdf)
}

pub(super) fn info_of(pdf: &[u8]) -> String {
    asked("pdfinfo", &["-"], pdf)
}

pub(super) fn words(text: &str) -> String {
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

fn plan() -> Paper {
    let text = |text: &str| text.to_owned();
    Paper {
        blocks: vec![
            Block::Facts(vec![(text("Name"), text("J. D."))]),
            Block::Heading(text("People")),
            Block::Subheading(text("Near")),
            Block::Steps((1..=12).map(|i| format!("Person {i}\n555-01{i:02}  ")).collect()),
            Block::Heading(text("Signed")),
            Block::Table(Table {
                summary: text("Signature"),
                columns: vec![column("Name", 1.0), column("Signature", 1.0)],
                rows: vec![vec![Cell::Room, Cell::Drawn(signature(), text("Signed by Jo"))]],
            }),
            Block::List(vec![text("One\n\ntwo")]),
        ],
        ..record(0)
    }
}

#[test]
fn steps_are_numbered_for_the_eye_and_for_those_who_hear_them() {
    let laid = lay_out(&plan());
    let pdf = laid.pdf().unwrap();
    let text = words(&text_of(&pdf));
    assert!(text.contains("1. Person 1 555-0101 2. Person 2"), "{text}");
    let told = asked("pdfinfo", &["-struct", "-"], &pdf);
    assert!(told.contains("Decimal") && told.contains("Disc"), "{told}");
    let begins: Vec<f32> = laid.pages(1)[0]
        .items
        .iter()
        .filter_map(|item| match item {
            Item::Text { x, text, .. } if text.starts_with("Person") => Some(*x),
            _ => None,
        })
        .collect();
    assert!(begins.len() == 12 && begins.iter().all(|x| (x - begins[0]).abs() < 0.01), "{begins:?}");
}

#[test]
fn plain_text_has_the_same_words_in_the_same_order() {
    let text = plain(&plan());
    assert!(text.starts_with("Attendance record\n\nName: J. D.\n\nPeople\n\nNear\n1. Person 1\n   555-0101\n2. "));
    assert!(text.contains("12. Person 12\n    555-0112\n\nSigned\n- Signed by Jo\n\n- One\n\n  two"), "{text}");
    assert!(text.ends_with("two") && text.lines().all(|line| line == line.trim_end()));
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

/// The words of each page, a line each.
fn said(laid: &Laid) -> Vec<Vec<String>> {
    let words = |page: &Page| {
        let item = |item: &Item| if let Item::Text { text, .. } = item { Some(text.trim().to_owned()) } else { None };
        page.items.iter().filter_map(item).collect()
    };
    laid.pages(usize::MAX).iter().map(words).collect()
}

fn with(blocks: Vec<Block>) -> Paper {
    Paper { blocks, ..record(0) }
}

fn table(rows: Vec<Vec<Cell>>) -> Block {
    Block::Table(Table { summary: String::new(), columns: vec![column("Head", 1.0), column("Other", 1.0)], rows })
}

#[test]
fn a_heading_stands_on_the_page_of_what_follows_it_wherever_that_falls() {
    let row = vec![Cell::Room, Cell::Text("First row".to_owned())];
    let follows = [
        (Block::Paragraph("One line".to_owned()), "One line"),
        (Block::Small("word ".repeat(60)), "word"),
        (Block::Facts(vec![("Said".to_owned(), "Value".to_owned())]), "Said"),
        (Block::List(vec!["Entry".to_owned()]), "Entry"),
        (table(vec![row.clone(), row]), "First row"),
    ];
    for (block, first) in follows {
        for above in 0..60 {
            let heading = Block::Heading("Heading".to_owned());
            let below = Block::Subheading("Subheading".to_owned());
            let lead = Block::Paragraph("\n".repeat(above));
            let pages = said(&lay_out(&with(vec![lead, heading, below, block.clone()])));
            let on = |words: &str| pages.iter().position(|page| page.iter().any(|text| text.starts_with(words)));
            assert!(on(first).is_some());
            assert_eq!((on("Heading"), on("Subheading")), (on(first), on(first)), "{first} below {above}");
        }
    }
}

#[test]
fn a_row_that_a_page_can_hold_stands_on_one_and_below_the_head() {
    let rows = |i: usize| vec![Cell::Text(format!("first{i}{}last{i}", "\n.\n".repeat(i % 9))), Cell::Room];
    let laid = lay_out(&with(vec![table((0..60).map(rows).collect())]));
    let pages = said(&laid);
    assert!(pages.len() > 5);
    for i in 0..60 {
        let on = |words: String| pages.iter().position(|page| page.iter().any(|text| text.ends_with(&words)));
        assert_eq!(on(format!("first{i}")).or(on(format!("first{i}last{i}"))), on(format!("last{i}")), "{i}");
    }
    assert!(pages.iter().all(|page| page.iter().any(|text| text == "Head")));
}

#[test]
fn no_line_is_wider_than_its_room_and_no_letter_is_lost() {
    let text = "WAVE To. AVATAR, «Tú»; 7:11 pm \u{e9}l Yo. T.V. \u{1}W".repeat(20) + &"VAWAToYo.f\u{301}".repeat(900);
    let text = face::shown(&text, &mut 0);
    let letters = |text: &str| text.split_whitespace().collect::<String>();
    for bold in [false, true] {
        let style = face::Style { size: 9.5, bold };
        for wide in [16.0, 40.0, 73.0, 200.0] {
            let lines = style.lines(&text, wide);
            assert!(lines.iter().all(|line| style.width(line.trim_end()) <= wide + 0.001), "{wide}");
            assert_eq!(letters(&lines.concat()), letters(&text), "{wide}");
        }
    }
}

#[test]
fn figures_stand_below_each_other() {
    for bold in [false, true] {
        let style = face::Style { size: 10.0, bold };
        assert!((style.width("11:11") - style.width("08:40")).abs() < 0.001);
    }
}

#[test]
fn a_letter_written_in_two_parts_is_shown_and_one_without_a_form_counts_once() {
    let mut lacking = 0;
    assert_eq!(
        face::shown("Nin\u{303}ez e\u{302}\u{301} \u{200b}a\u{fe0f}\u{ad}b\tc\r\n", &mut lacking).lines().count(),
        1
    );
    assert_eq!(lacking, 0);
    assert_eq!(face::shown("👨\u{200d}👩\u{200d}👧 👍🏽 \u{0}\u{7}", &mut lacking), "? ? ");
    assert_eq!(lacking, 2);
    let laid = lay_out(&with(vec![Block::Paragraph("Nin\u{303}ez e\u{302}l".to_owned())]));
    let text: String = text_of(&laid.pdf().unwrap());
    assert!(text.contains("Niñez êl") || text.contains("Nin\u{303}ez e\u{302}l"), "{text}");
}

#[test]
fn a_foot_that_one_line_cannot_hold_goes_on_below_and_the_text_leaves_room() {
    let foot =
        "Registro de asistencia declarado por la propia persona, sin confirmar por nadie, y así sigue esta frase";
    let paper = Paper { foot: foot.to_owned(), ..record(40) };
    let laid = lay_out(&paper);
    for page in said(&laid) {
        assert!(page.join(" ").contains(foot), "{page:?}");
    }
    assert!(laid.pdf().is_ok());
}

#[test]
fn what_looks_like_markup_and_a_cell_without_a_space_are_words() {
    let long = "x".repeat(10_000);
    let cells = vec![Cell::Text(long.clone()), Cell::Text("<script>alert('&amp;')</script> (a) \\ %PDF".to_owned())];
    let laid = lay_out(&with(vec![table(vec![cells])]));
    let text = text_of(&laid.pdf().unwrap());
    assert_eq!(text.matches('x').count(), 10_000);
    assert!(words(&text).contains("<script>alert('&amp;')</script> (a) \\ %PDF"), "{text}");
}

#[test]
fn a_year_of_meetings_stands_whole_and_once() {
    let mut paper = record(300);
    if let Some(Block::Table(table)) = paper.blocks.get_mut(2) {
        for (at, row) in table.rows.iter_mut().enumerate() {
            row[2] = Cell::Text(format!("Group-{at:03}"));
        }
    }
    let laid = lay_out(&paper);
    let pdf = laid.pdf().unwrap();
    assert!(info_of(&pdf).contains(&format!("Pages:           {}", laid.page_count())));
    let text = text_of(&pdf);
    for at in 0..300 {
        assert_eq!(text.matches(&format!("Group-{at:03}")).count(), 1);
    }
    for page in 1..=laid.page_count() {
        assert!(text.contains(&format!("Page {page} of {}", laid.page_count())));
    }
}

#[test]
fn an_empty_document_is_one_page() {
    let laid = lay_out(&Paper { title: String::new(), foot: String::new(), page_of: String::new(), ..with(vec![]) });
    assert_eq!(laid.page_count(), 1);
    assert!(info_of(&laid.pdf().unwrap()).contains("Tagged:          yes"));
}

fn any_block() -> impl Strategy<Value = Block> {
    let text = || "(\\PC|[a-zñ \n]|&|<b>|[eN]\u{303}|👩\u{200d}👧|\\S{60}){0,40}";
    let cell = prop_oneof![
        text().prop_map(Cell::Text),
        Just(Cell::Room),
        text().prop_map(|words| Cell::Drawn(signature(), words)),
    ];
    let table = (1usize..6, proptest::collection::vec(proptest::collection::vec(cell, 0..7), 0..12), any::<bool>());
    prop_oneof![
        text().prop_map(Block::Heading),
        text().prop_map(Block::Subheading),
        text().prop_map(Block::Paragraph),
        text().prop_map(Block::Small),
        proptest::collection::vec((text(), text()), 0..5).prop_map(Block::Facts),
        proptest::collection::vec(text(), 0..6).prop_map(Block::List),
        proptest::collection::vec(text(), 0..12).prop_map(Block::Steps),
        table.prop_map(|(columns, rows, framed)| Block::Table(Table {
            summary: String::new(),
            columns: (0..columns)
                .map(|n| Column { framed, numbers: n == 1, ..column(&"Head of it ".repeat(n * n * n), n as f32) })
                .collect(),
            rows,
        })),
    ]
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(96))]

    #[test]
    fn whatever_is_written_is_a_valid_pdf_and_stays_on_its_pages(
        blocks in proptest::collection::vec(any_block(), 0..8), title in "\\PC{0,200}", foot in "[\\PC ]{0,300}", a4: bool
    ) {
        let sheet = if a4 { Sheet::A4 } else { Sheet::Letter };
        let paper = Paper { title, foot, sheet, blocks, ..record(0) };
        let laid = lay_out(&paper);
        prop_assert!(laid.pdf().is_ok());
        for page in laid.pages(usize::MAX) {
            for item in page.items {
                match item {
                    Item::Text { x, y, size, bold, text, .. } => {
                        // The space at the end of a line shows nothing.
                        let right = x + face::Style { size, bold }.width(text.trim_end());
                        prop_assert!(x >= 50.9 && right <= page.width - 50.9, "{text} {x} {right}");
                        prop_assert!(y >= 51.0 + size - 0.1 && y <= page.height - 51.0, "{text} {y}");
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
