//! What a typed text may be: bounded, and without control characters.

/// Most characters of a single line: a name, a place, a trigger.
pub const LINE: usize = 300;
/// Most characters of a note or other long text.
pub const NOTE: usize = 10_000;
/// Most entries of one list in the plan.
pub const ENTRIES: usize = 200;

/// Why a text was refused.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum TextFault {
    /// Nothing but white space where something is needed.
    Required,
    /// More characters than allowed.
    TooLong,
    /// A control character other than a line break or tab, or one that turns the direction of text.
    ControlCharacters,
}

/// Checks one text against its greatest length in characters.
///
/// # Errors
/// [`TextFault::TooLong`] or [`TextFault::ControlCharacters`].
pub fn check(text: &str, most: usize) -> Result<(), TextFault> {
    if text.chars().any(|c| (c.is_control() && !matches!(c, '\n' | '\t')) || turns_text(c)) {
        return Err(TextFault::ControlCharacters);
    }
    // Bytes are never fewer than characters: the common case needs no count.
    if text.len() > most && text.chars().count() > most {
        return Err(TextFault::TooLong);
    }
    Ok(())
}

/// Characters that turn the direction of whatever stands after them, also of words that are not
/// the client's.
fn turns_text(c: char) -> bool {
    matches!(c, '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}')
}

/// As [`check`], and something must be there.
///
/// # Errors
/// [`TextFault`], any of it.
pub fn check_required(text: &str, most: usize) -> Result<(), TextFault> {
    if text.trim().is_empty() {
        return Err(TextFault::Required);
    }
    check(text, most)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_text_is_bounded_in_characters_and_free_of_control_characters() {
        assert_eq!(check("ñandú", 5), Ok(()));
        assert_eq!(check("ñandús", 5), Err(TextFault::TooLong));
        assert_eq!(check("two\nlines\tand a tab", 100), Ok(()));
        assert_eq!(check("bell\u{7}", 100), Err(TextFault::ControlCharacters));
        assert_eq!(check("\u{202e}desrever", 100), Err(TextFault::ControlCharacters));
        assert_eq!(check("שלום", 100), Ok(()));
        assert_eq!(check("\0", 100), Err(TextFault::ControlCharacters));
        assert_eq!(check_required(" \n ", 100), Err(TextFault::Required));
    }
}
