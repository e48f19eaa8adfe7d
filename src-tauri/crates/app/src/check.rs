//! Checks of what a request says, beyond its form.

use chrono::NaiveDate;
use domain::text::{self, TextFault};
use domain::time::is_kept;

use crate::failure::{Failure, Rule};

fn fault(field: &str, fault: TextFault) -> Failure {
    let rule = match fault {
        TextFault::Required => Rule::Required,
        TextFault::TooLong => Rule::TooLong,
        TextFault::ControlCharacters => Rule::ControlCharacters,
    };
    Failure::invalid(field, rule)
}

/// A single line, which may be empty.
pub fn line(field: &str, text: &str) -> Result<(), Failure> {
    if text.contains(['\n', '\t']) {
        return Err(Failure::invalid(field, Rule::ControlCharacters));
    }
    text::check(text, text::LINE).map_err(|f| fault(field, f))
}

/// A single line in which something stands.
pub fn line_required(field: &str, text: &str) -> Result<(), Failure> {
    text::check_required(text, text::LINE).map_err(|f| fault(field, f))?;
    line(field, text)
}

/// A phone number as it is dialled, which may be empty: digits with the usual marks between them,
/// and an extension; one number, not two. A wrong one would be found out only in a hard moment.
pub fn phone(field: &str, text: &str) -> Result<(), Failure> {
    line(field, text)?;
    let digits = text.chars().filter(char::is_ascii_digit).count();
    let usual = text.chars().all(|c| c.is_ascii_digit() || " +-().,#*;xXeEtT\u{a0}".contains(c));
    if text.trim().is_empty() || (digits >= 2 && usual) {
        Ok(())
    } else {
        Err(Failure::invalid(field, Rule::Malformed))
    }
}

/// An address to open, which may be empty: https only.
pub fn link(field: &str, text: &str) -> Result<(), Failure> {
    line(field, text)?;
    if text.is_empty() || text.starts_with("https://") { Ok(()) } else { Err(Failure::invalid(field, Rule::Malformed)) }
}

/// A text of several lines, which may be empty.
pub fn note(field: &str, text: &str) -> Result<(), Failure> {
    text::check(text, text::NOTE).map_err(|f| fault(field, f))
}

/// A text of several lines in which something stands.
pub fn note_required(field: &str, text: &str) -> Result<(), Failure> {
    text::check_required(text, text::NOTE).map_err(|f| fault(field, f))
}

/// A date that Handrail keeps.
pub fn date(field: &str, date: NaiveDate) -> Result<(), Failure> {
    if is_kept(date) { Ok(()) } else { Err(Failure::invalid(field, Rule::NotADate)) }
}

/// A number in a range, both ends included.
pub fn range(field: &str, value: u32, least: u32, most: u32) -> Result<(), Failure> {
    if value < least {
        Err(Failure::invalid(field, Rule::TooSmall))
    } else if value > most {
        Err(Failure::invalid(field, Rule::TooLarge))
    } else {
        Ok(())
    }
}

/// At most so many entries.
pub fn entries<T>(field: &str, entries: &[T], most: usize) -> Result<(), Failure> {
    if entries.len() > most { Err(Failure::invalid(field, Rule::TooLong)) } else { Ok(()) }
}
