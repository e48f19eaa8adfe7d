//! Readable texts, links and numbers out of what lists carry: markup, character references, and whatever else was
//! pasted into a web form.

use std::borrow::Cow;

use domain::text::LINE;
use url::Url;

/// Most bytes of a text that are looked at; many times what is kept of any.
const MOST_RAW: usize = 64 * 1024;

/// The text on one line, cut to that many characters.
pub(super) fn line(raw: &str, most: usize) -> String {
    cut(plain(&readable(raw)), most)
}

/// The texts on lines of their own, each said once, cut to that many characters in all.
pub(super) fn lines<'a>(raw: impl IntoIterator<Item = &'a str>, most: usize) -> String {
    let mut parts: Vec<String> = Vec::new();
    for raw in raw {
        let readable = readable(raw);
        let lines = readable.split(['\n', '\u{2028}', '\u{2029}']).map(plain).filter(|line| !line.is_empty());
        let part = lines.collect::<Vec<_>>().join("\n");
        if !part.is_empty() && !parts.contains(&part) {
            parts.push(part);
        }
    }
    cut(parts.join("\n"), most)
}

/// The texts that say something, on one line with commas between them.
pub(super) fn joined<'a>(raw: impl IntoIterator<Item = &'a str>) -> String {
    let mut parts: Vec<String> = Vec::new();
    for raw in raw {
        let part = line(raw, LINE);
        if !part.is_empty() && !parts.contains(&part) {
            parts.push(part);
        }
    }
    cut(parts.join(", "), LINE)
}

/// The link, if it is one that is opened safely: https, with a host. Else empty.
pub(super) fn link(raw: &str) -> String {
    let raw = raw.trim();
    if raw.len() > MOST_RAW || !raw.get(..8).is_some_and(|start| start.eq_ignore_ascii_case("https://")) {
        return String::new();
    }
    let link = Url::parse(&htmlize::unescape_attribute(raw)).ok().filter(Url::has_host).map(String::from);
    link.filter(|link| link.len() <= LINE).unwrap_or_default()
}

/// The host that a link leads to. May be empty.
pub(super) fn host(raw: &str) -> String {
    Url::parse(raw.trim())
        .ok()
        .and_then(|link| link.host_str().map(|host| cut(host.to_owned(), LINE)))
        .unwrap_or_default()
}

/// The number to call, if it is nothing else; a number in the midst of words cannot be called. Else empty.
pub(super) fn phone(raw: &str) -> String {
    let phone = line(raw, LINE);
    let digits = phone.chars().filter(char::is_ascii_digit).count();
    let marks =
        |c: char| c.is_ascii_digit() || matches!(c, '+' | '-' | '(' | ')' | '.' | ',' | ';' | '*' | '#' | '/' | ' ');
    if digits >= 3 && phone.len() <= 60 && phone.chars().all(marks) { phone } else { String::new() }
}

/// The text without markup and with its character references resolved: twice, since some lists carry them twice.
fn readable(raw: &str) -> Cow<'_, str> {
    let mut text = Cow::Borrowed(raw.get(..raw.floor_char_boundary(MOST_RAW)).unwrap_or_default());
    for _ in 0..2 {
        text = without_markup(text);
        if text.contains('&') {
            // As in attributes: `&copy=` in a pasted address is no sign of copyright.
            text = Cow::Owned(htmlize::unescape_attribute(text).into_owned());
        }
    }
    without_markup(text)
}

/// The text without tags. A `<` that opens none stays.
fn without_markup(text: Cow<'_, str>) -> Cow<'_, str> {
    if !text.contains('<') {
        return text;
    }
    let mut out = String::with_capacity(text.len());
    let mut rest: &str = &text;
    while let Some((before, after)) = rest.split_once('<') {
        out.push_str(before);
        rest = after;
        if !after.starts_with(|c: char| c.is_ascii_alphabetic() || matches!(c, '/' | '!' | '?')) {
            out.push('<');
            continue;
        }
        let Some((tag, behind)) = after.split_once('>') else {
            // Nor does any after it end.
            out.push('<');
            break;
        };
        rest = behind;
        let name = tag.trim_start_matches('/').split(|c: char| !c.is_ascii_alphanumeric()).next();
        match name.unwrap_or_default().to_ascii_lowercase().as_str() {
            name @ ("script" | "style") if !tag.starts_with('/') => rest = after_end(behind, name),
            "br" | "p" | "div" | "li" | "ul" | "ol" | "tr" | "h1" | "h2" | "h3" | "h4" | "h5" | "h6" => out.push('\n'),
            "td" | "th" => out.push(' '),
            _ => {}
        }
    }
    out.push_str(rest);
    Cow::Owned(out)
}

/// What stands behind the end tag of that name; nothing where there is none.
fn after_end<'a>(text: &'a str, name: &str) -> &'a str {
    let named = |at: usize| text.get(at + 2..at + 2 + name.len()).is_some_and(|tag| tag.eq_ignore_ascii_case(name));
    let end = text.match_indices("</").find(|(at, _)| named(*at)).and_then(|(at, _)| text.get(at..));
    end.and_then(|end| end.split_once('>')).map_or("", |(_, behind)| behind)
}

/// The text as it stands, with one blank for each white space, none around it, and without what is not seen.
pub(super) fn plain(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for word in text.split_whitespace() {
        let before = out.len();
        if before > 0 {
            out.push(' ');
        }
        let blank = out.len();
        if word.bytes().all(|b| b.is_ascii_graphic()) {
            out.push_str(word);
        } else {
            out.extend(word.chars().filter(|c| !unseen(*c)));
        }
        if out.len() == blank {
            out.truncate(before);
        }
    }
    out
}

/// Control characters, what turns the direction of text, and what is as wide as nothing.
fn unseen(c: char) -> bool {
    c.is_control() || matches!(c, '\u{200b}' | '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}' | '\u{feff}')
}

/// The text, at most that many characters of it.
fn cut(mut text: String, most: usize) -> String {
    // Bytes are never fewer than characters: the common case needs no count.
    if text.len() > most && text.chars().count() > most {
        let last = text.char_indices().nth(most.saturating_sub(1)).map_or(0, |(at, _)| at);
        text.truncate(last);
        text.truncate(text.trim_end().len());
        text.push('…');
    }
    text
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn markup_is_gone_and_what_it_says_stays() {
        for (raw, readable) in [
            ("R&amp;R &#8211; Friday&#039;s", "R&R – Friday's"),
            ("R&amp;amp;R", "R&R"),
            ("&#146;Caf&eacute;&#146;&nbsp;&hearts;", "’Café’ ♥"),
            ("<b>Big</b> <a href=\"https://example.org\">Book</a>", "Big Book"),
            ("&lt;i&gt;First&lt;/i&gt; Step", "First Step"),
            ("a<script>alert(\"<b>\")</SCRIPT >b<style>p{}</style>c", "abc"),
            ("a<script>alert(1)", "a"),
            ("<!-- old -->New<br/>Hope", "New Hope"),
            ("I <3 recovery, 2 < 3", "I <3 recovery, 2 < 3"),
            ("Half <b", "Half <b"),
            ("AT&T", "AT&T"),
            ("tab\tand\r\nbreak\u{a0}here", "tab and break here"),
            ("\u{202e}back\u{2069}\u{7}wards\u{feff}", "backwards"),
            ("one \u{7} two", "one two"),
            ("&#0;&#x202e;x", "\u{fffd}x"),
        ] {
            assert_eq!(line(raw, 300), readable, "{raw}");
        }
    }

    #[test]
    fn notes_keep_their_lines_and_say_each_thing_once() {
        let notes =
            ["Ring <br>twice.\n\n\nSecond&nbsp;floor", "", "Ring<br />twice.\nSecond floor", "<p>Park behind</p>"];
        assert_eq!(lines(notes, 100), "Ring\ntwice.\nSecond floor\nPark behind");
    }

    #[test]
    fn a_text_is_cut_to_its_most_characters() {
        assert_eq!((line("ñandú", 5), line("ñandús", 5)), ("ñandú".to_owned(), "ñand…".to_owned()));
        assert_eq!(line("one two", 5), "one…");
        assert_eq!(joined(["a", " ", "b", "a"]), "a, b");
        let long = "<a>x</a>".repeat(100_000);
        assert_eq!(line(&long, 50).chars().count(), 50);
    }

    #[test]
    fn only_links_that_open_safely_are_kept() {
        assert_eq!(link(" https://zoom.us/j/1?pwd=a&amp;x=1 "), "https://zoom.us/j/1?pwd=a&x=1");
        assert_eq!(link("https://zoom.us/j/1?a=1&copy=2"), "https://zoom.us/j/1?a=1&copy=2");
        assert_eq!(link("HTTPS://Example.org/a b"), "https://example.org/a%20b");
        for raw in
            ["", "http://zoom.us/j/1", "zoom.us/j/1", "javascript:alert(1)", "https://", "https://a b/", "https:x"]
        {
            assert_eq!(link(raw), "", "{raw}");
        }
        assert_eq!(link(&format!("https://example.org/{}", "a".repeat(300))), "");
        assert_eq!(host("http://bmlt.example.org:8001/main_server"), "bmlt.example.org");
        assert_eq!(host("main_server"), "");
    }

    #[test]
    fn only_what_can_be_called_is_a_number() {
        assert_eq!(phone("+1 (646) 558-8656,,123456#"), "+1 (646) 558-8656,,123456#");
        for raw in ["", "ask", "12", "929-205-6099 code 123", &"1".repeat(61)] {
            assert_eq!(phone(raw), "", "{raw}");
        }
    }
}
