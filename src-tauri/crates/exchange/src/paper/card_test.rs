//! What is on a card: each panel keeps to itself, and says where it is cut.

use proptest::prelude::*;

use super::super::Item;
use super::super::tests::{asked, info_of, text_of, words};
use super::*;

fn panel(heading: &str, entries: usize) -> Panel {
    let entry = |i| format!("Entry {i}: call Jo, walk to the river, wait twenty minutes; it passes. Señal {i}.");
    Panel {
        heading: heading.to_owned(),
        lead: "What I say: I slipped. Please stay with me.".to_owned(),
        entries: (0..entries).map(entry).collect(),
        numbered: entries.is_multiple_of(2),
    }
}

fn card(sheet: Sheet, panels: Vec<Panel>) -> Card {
    Card {
        title: "My plan".to_owned(),
        language: "en",
        sheet,
        how: "Cut along the outer lines. Fold along the dashed lines.".to_owned(),
        panels,
        more: "… more in the plan".to_owned(),
    }
}

fn eight(entries: usize) -> Vec<Panel> {
    ["Reasons", "Triggers", "Signs", "Works", "People", "Slip", "Four", "Crisis"]
        .map(|name| panel(name, entries))
        .into()
}

/// Whether every word keeps to the panel in which it begins, below the words before it, and is large enough to be read.
fn is_in_order(card: &Card) -> Result<(), String> {
    let laid = lay_out_card(card);
    let pages = laid.pages(usize::MAX);
    assert_eq!(pages.len(), 1);
    let (width, height) = card.sheet.size();
    let (left, top) = ((width - 2.0 * WIDTH) / 2.0, (height - 4.0 * HEIGHT) / 2.0);
    let mut last: std::collections::HashMap<(u8, u8), f32> = std::collections::HashMap::new();
    for item in &pages[0].items {
        let Item::Text { x, y, size, width, text, .. } = item else { continue };
        if *y < top {
            continue;
        }
        let at = |from: f32, to: f32, wide: f32| ((from - to) / wide).floor();
        let (column, row) = (at(*x, left, WIDTH), at(y - size, top, HEIGHT));
        let right = left + (column + 1.0) * WIDTH;
        let bottom = top + (row + 1.0) * HEIGHT;
        // A line that is broken between words ends with a space beyond its width.
        let ends = x + width - if text.ends_with(' ') { size * 0.3 } else { 0.0 };
        let before = last.insert((column as u8, row as u8), *y).unwrap_or(0.0);
        let apart = y - before;
        if *size < 7.0 || ends > right || y + size * 0.3 > bottom || (apart > 0.01 && apart < *size) || apart < -0.01 {
            return Err(format!("{text:?} at {x}, {y} of size {size}, {apart} below"));
        }
    }
    Ok(())
}

#[test]
fn a_card_is_one_tagged_page_of_eight_panels_of_the_size_of_a_bank_card() {
    for sheet in [Sheet::Letter, Sheet::A4] {
        let card = card(sheet, eight(3));
        let laid = lay_out_card(&card);
        let page = laid.pages(1).remove(0);
        let rules = page.items.iter().filter_map(|item| match item {
            Item::Line { x1, y1, x2, y2, width } if *width >= HAIRLINE => Some((x2 - x1, y2 - y1)),
            _ => None,
        });
        let (wide, high) = rules.fold((0.0f32, 0.0f32), |(w, h), (x, y)| (w.max(x), h.max(y)));
        assert!((wide - 2.0 * WIDTH).abs() < 0.1 && (high - 4.0 * HEIGHT).abs() < 0.1, "{wide} x {high}");
        let pdf = laid.pdf().unwrap();
        let info = info_of(&pdf);
        assert!(info.contains("Tagged:          yes") && info.contains("Pages:           1"), "{info}");
        let text = words(&text_of(&pdf));
        for says in ["My plan", "Fold along the dashed lines", "Reasons", "Crisis", "Señal 2", "I slipped"] {
            assert!(text.contains(says), "{says}\n{text}");
        }
        assert!(!text.contains("more in the plan"), "all of it fits");
        let told = asked("pdfinfo", &["-struct", "-"], &pdf);
        assert_eq!((told.matches("H1").count(), told.matches("H2").count()), (1, 8), "{told}");
        assert_eq!(told.matches("LBody").count(), 24, "{told}");
        assert_eq!(pdf, lay_out_card(&card).pdf().unwrap(), "the same card, the same bytes");
        is_in_order(&card).unwrap();
    }
}

#[test]
fn a_panel_in_which_not_all_fits_says_that_there_is_more_and_keeps_its_place() {
    let mut panels = eight(3);
    panels[4] = panel("People", 200);
    panels[7].entries = vec!["long ".repeat(3_000)];
    panels[6].lead = "W".repeat(5_000);
    let card = card(Sheet::Letter, panels);
    let text = text_of(&lay_out_card(&card).pdf().unwrap());
    assert_eq!(text.matches("more in the plan").count(), 3, "{text}");
    is_in_order(&card).unwrap();
}

#[test]
fn words_are_as_large_as_all_of_them_fit_and_never_small() {
    let sizes = |entries| -> Vec<f32> {
        let items = lay_out_card(&card(Sheet::A4, vec![panel("One", entries)])).pages(1).remove(0).items;
        let size = |item: Item| if let Item::Text { size, .. } = item { Some(size) } else { None };
        let mut sizes: Vec<f32> = items.into_iter().filter_map(size).collect();
        sizes.dedup();
        sizes
    };
    let last = |entries| *sizes(entries).last().unwrap();
    assert!((last(1) - 9.0).abs() < 0.01);
    assert!((1..12).map(last).all(|size| size >= 7.0));
    assert!((1..12).map(last).any(|size| size < 8.0), "a little smaller rather than cut");
    assert!((last(30) - 8.0).abs() < 0.01, "cut in any case: large");
}

#[test]
fn fewer_panels_take_fewer_rows_and_none_are_no_lines() {
    let lines = |panels| {
        let page = lay_out_card(&card(Sheet::Letter, panels)).pages(1).remove(0);
        page.items.iter().filter(|item| matches!(item, Item::Line { .. })).count()
    };
    assert_eq!(lines(Vec::new()), 0);
    assert!(lines(eight(1)[..3].to_vec()) < lines(eight(1)));
    let nine = [eight(1), eight(1)].concat();
    assert_eq!(text_of(&lay_out_card(&card(Sheet::Letter, nine)).pdf().unwrap()).matches("Reasons").count(), 1);
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(24))]
    #[test]
    fn whatever_is_written_keeps_to_its_panel(
        texts in prop::collection::vec(("\\PC{0,40}", "[a-z W\n]{0,900}", prop::collection::vec("(\\PC|[a-z \n]){0,300}", 0..20)), 0..9),
        numbered: bool,
    ) {
        let panels = texts.into_iter().map(|(heading, lead, entries)| Panel { heading, lead, entries, numbered }).collect();
        let card = card(Sheet::Letter, panels);
        is_in_order(&card).map_err(TestCaseError::fail)?;
        prop_assert!(lay_out_card(&card).pdf().is_ok());
    }
}
