//! Texts of the formats as a person reads them.

use serde_json::{Map, Value};

/// Most characters of what a list says beside the facts.
pub(super) const NOTES: usize = 2_000;
/// What is longer is cut before it is made readable, in bytes.
const LONGEST: usize = 64 * 1024;

/// Elements whose content is no text.
const SILENT: [&str; 2] = ["script", "style"];
/// Elements that end a line.
const BREAKS: [&str; 8] = ["br", "p", "div", "li", "tr", "h1", "h2", "h3"];

/// A field's text; numbers and truth as they are written, anything else empty.
pub(super) fn field(row: &Map<String, Value>, key: &str) -> String {
    match row.get(key) {
        Some(Value::String(text)) => text.clone(),
        Some(Value::Number(number)) => number.to_string(),
        Some(Value::Bool(truth)) => truth.to_string(),
        _ => String::new(),
    }
}

/// A text as one line of at most so many characters.
pub(super) fn line(text: &str, most: usize) -> String {
    let readable = readable(text);
    let folded = readable.split_whitespace().collect::<Vec<_>>().join(" ");
    cut(&folded, most)
}

/// A text of several lines, at most [`NOTES`] characters.
pub(super) fn notes(text: &str) -> String {
    let readable = readable(text);
    let mut lines: Vec<String> = Vec::new();
    for line in readable.lines() {
        let line = line.split_whitespace().collect::<Vec<_>>().join(" ");
        // One empty line between paragraphs, none at the beginning.
        if !line.is_empty() || lines.last().is_some_and(|last| !last.is_empty()) {
            lines.push(line);
        }
    }
    cut(lines.join("\n").trim_end(), NOTES)
}

/// An https address, or nothing.
pub(super) fn link(text: &str) -> String {
    let link = line(text, domain::text::LINE + 1);
    let fits = link.starts_with("https://") && link.chars().count() <= domain::text::LINE;
    if fits && !link.contains(char::is_whitespace) { link } else { String::new() }
}

/// A number as it is dialled, or nothing.
pub(super) fn phone(text: &str) -> String {
    let phone = line(text, 100);
    let digits = phone.chars().filter(char::is_ascii_digit).count();
    let usual = phone.chars().all(|c| c.is_ascii_digit() || " +-().,/#*;xXeEtT".contains(c));
    if digits >= 2 && usual { phone } else { String::new() }
}

fn cut(text: &str, most: usize) -> String {
    if text.len() <= most { text.to_owned() } else { text.chars().take(most).collect::<String>().trim_end().to_owned() }
}

/// Entities decoded (twice: some lists encode twice), markup gone, no control characters and none that turn the
/// direction of text.
fn readable(text: &str) -> String {
    let mut end = text.len().min(LONGEST);
    while !text.is_char_boundary(end) {
        end -= 1;
    }
    let mut text = text.get(..end).unwrap_or_default().to_owned();
    for _ in 0..2 {
        if text.contains('<') {
            text = without_markup(&text);
        }
        if !text.contains('&') {
            break;
        }
        text = html_escape::decode_html_entities(&text).into_owned();
    }
    if text.contains('<') {
        text = without_markup(&text);
    }
    text.chars()
        .map(|c| if c == '\r' { '\n' } else { c })
        .filter(|c| *c == '\n' || *c == '\t' || domain::text::check(c.encode_utf8(&mut [0; 4]), 1).is_ok())
        .collect()
}

/// The text without its elements. What is no element, such as "< 2 years", stays.
fn without_markup(text: &str) -> String {
    let mut plain = String::with_capacity(text.len());
    let mut rest = text;
    while let Some(at) = rest.find('<') {
        let (before, from) = rest.split_at(at);
        plain.push_str(before);
        let inner = from.get(1..).unwrap_or_default();
        let is_element = inner.starts_with(|c: char| c.is_ascii_alphabetic() || matches!(c, '/' | '!' | '?'));
        let Some(close) = inner.find('>').filter(|_| is_element) else {
            plain.push('<');
            rest = inner;
            continue;
        };
        let name: String = inner
            .trim_start_matches('/')
            .chars()
            .take_while(char::is_ascii_alphanumeric)
            .map(|c| c.to_ascii_lowercase())
            .collect();
        rest = inner.get(close + 1..).unwrap_or_default();
        if SILENT.contains(&name.as_str()) && !inner.starts_with('/') {
            rest = after_end(rest, &name);
        }
        if BREAKS.contains(&name.as_str()) {
            plain.push('\n');
        }
    }
    plain.push_str(rest);
    plain
}

/// What follows the end of an element.
fn after_end<'t>(text: &'t str, name: &str) -> &'t str {
    let end = format!("</{name}");
    let at = text.to_ascii_lowercase().find(&end);
    let from = at.and_then(|at| text.get(at..)).unwrap_or_default();
    from.split_once('>').map_or("", |(_, rest)| rest)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn entities_and_markup_come_out_as_a_person_reads_them() {
        assert_eq!(line("R&amp;D&#8217;s <b>Big</b>  Book&nbsp;Study", 300), "R&D’s Big Book Study");
        assert_eq!(line("Ask&amp;amp;Receive", 300), "Ask&Receive");
        assert_eq!(line("<script>alert('x')</script>Peace<STYLE>p{}</style>", 300), "Peace");
        assert_eq!(line("&lt;script&gt;alert(1)&lt;/script&gt;Hope", 300), "Hope");
        assert_eq!(line("under < 2 years & > 1", 300), "under < 2 years & > 1");
        assert_eq!(line("<img src=x onerror=alert(1)>Ünïted", 300), "Ünïted");
        assert_eq!(line("un\u{202e}done\u{7}", 300), "undone");
    }

    #[test]
    fn notes_keep_their_lines() {
        assert_eq!(
            notes("<p>Ring&nbsp;bell</p><p>Second floor<br/>left</p>\r\n\r\n\r\nEnd"),
            "Ring bell\n\nSecond floor\nleft\n\nEnd"
        );
        assert_eq!(notes(&"x".repeat(5_000)).chars().count(), NOTES);
    }

    #[test]
    fn only_an_https_link_and_a_number_that_can_be_dialled_are_kept() {
        assert_eq!(link("https://zoom.us/j/1?pwd=a&amp;b"), "https://zoom.us/j/1?pwd=a&b");
        for bad in ["http://zoom.us", "javascript:alert(1)", "https://a b", "", &format!("https://{}", "a".repeat(300))]
        {
            assert_eq!(link(bad), "", "{bad}");
        }
        assert_eq!(phone("+1 (212) 555-0100 x2"), "+1 (212) 555-0100 x2");
        assert_eq!(phone("ask the secretary"), "");
    }
}
