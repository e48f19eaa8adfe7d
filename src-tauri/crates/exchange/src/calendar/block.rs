//! Bytes to unfolded lines, and those to the events and zones of a file.
//!
//! Only lines are looked at here; what they say is the library's to read. Doing
//! this first keeps line numbers, keeps a broken event to itself, and mends
//! lines that were folded in the middle of a character.

use super::CalendarFault;

/// Most lines of a file: three times what the largest file of a real program has.
const MOST_LINES: usize = 300_000;

/// A line as it was before folding.
#[derive(Debug)]
pub(super) struct Line {
    /// Its first line in the file, from 1.
    pub number: u32,
    /// What it says.
    pub text: String,
}

/// One component of the file with everything inside it.
#[derive(Debug)]
pub(super) struct Block<'a> {
    /// The line on which it begins.
    pub line: u32,
    /// All its lines, the first and the last included.
    pub lines: &'a [Line],
    /// Whether its end is there.
    pub closed: bool,
}

impl Block<'_> {
    /// Its lines as one text.
    pub fn text(&self) -> String {
        joined(self.lines)
    }
}

/// A file taken apart.
#[derive(Debug)]
pub(super) struct Parts<'a> {
    /// What the calendar says of itself, as a calendar of its own.
    pub header: String,
    /// The zones that the file defines.
    pub zones: Vec<Block<'a>>,
    /// The events.
    pub events: Vec<Block<'a>>,
}

/// The lines of a file, unfolded; empty ones are left out.
///
/// Text is UTF-8; a line that is not is taken as Latin-1, which old programs write.
pub(super) fn lines(bytes: &[u8]) -> Result<Vec<Line>, CalendarFault> {
    if bytes.contains(&0) {
        return Err(CalendarFault::NotText);
    }
    let bytes = bytes.strip_prefix("\u{feff}".as_bytes()).unwrap_or(bytes);
    let mut raw: Vec<(u32, Vec<u8>)> = Vec::new();
    for (number, line) in (1..).zip(bytes.split(|byte| *byte == b'\n')) {
        let line = line.strip_suffix(b"\r").unwrap_or(line);
        let full = raw.len() == MOST_LINES;
        match (line, raw.last_mut()) {
            ([], _) => {}
            ([b' ' | b'\t', rest @ ..], Some((_, before))) => before.extend_from_slice(rest),
            _ if full => return Err(CalendarFault::TooLarge),
            _ => raw.push((number, line.to_vec())),
        }
    }
    Ok(raw.into_iter().map(|(number, line)| Line { number, text: decoded(line) }).collect())
}

fn decoded(line: Vec<u8>) -> String {
    String::from_utf8(line).unwrap_or_else(|fault| fault.as_bytes().iter().map(|byte| char::from(*byte)).collect())
}

/// Takes a file apart; `None` if nothing in it is of a calendar.
pub(super) fn parts(lines: &[Line]) -> Option<Parts<'_>> {
    let is_calendar = |line: &Line| is(&line.text, "BEGIN:VCALENDAR");
    let header = lines.iter().skip_while(|line| !is_calendar(line)).skip(1);
    let header = header.take_while(|line| !starts(&line.text, "BEGIN:") && !starts(&line.text, "END:"));
    let header = header.fold(String::from("BEGIN:VCALENDAR\n"), |text, line| text + &line.text + "\n");
    let events = blocks(lines, "VEVENT");
    if events.is_empty() && !lines.iter().any(is_calendar) {
        return None;
    }
    Some(Parts { header: header + "END:VCALENDAR\n", zones: blocks(lines, "VTIMEZONE"), events })
}

fn blocks<'a>(lines: &'a [Line], name: &str) -> Vec<Block<'a>> {
    let (begin, end) = (format!("BEGIN:{name}"), format!("END:{name}"));
    let mut found = Vec::new();
    let mut open: Option<usize> = None;
    for (index, line) in lines.iter().enumerate() {
        let begins = is(&line.text, &begin);
        let ends = is(&line.text, &end);
        if let Some(first) = open
            && (begins || ends || is(&line.text, "END:VCALENDAR"))
        {
            found.extend(block(lines, first, if ends { index + 1 } else { index }, ends));
            open = None;
        }
        if begins {
            open = Some(index);
        }
    }
    found.extend(open.and_then(|first| block(lines, first, lines.len(), false)));
    found
}

fn block(lines: &[Line], first: usize, end: usize, closed: bool) -> Option<Block<'_>> {
    let lines = lines.get(first..end)?;
    Some(Block { line: lines.first()?.number, lines, closed })
}

fn joined(lines: &[Line]) -> String {
    let mut text = String::with_capacity(lines.iter().map(|line| line.text.len() + 1).sum());
    for line in lines {
        text.push_str(&line.text);
        text.push('\n');
    }
    text
}

fn is(line: &str, wanted: &str) -> bool {
    line.trim_end().eq_ignore_ascii_case(wanted)
}

fn starts(line: &str, wanted: &str) -> bool {
    line.get(..wanted.len()).is_some_and(|start| start.eq_ignore_ascii_case(wanted))
}
