//! A signature drawn on the screen.

use chrono::{DateTime, Utc};
use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// The width of the field that is signed in, in its own units.
pub const WIDTH: u16 = 900;
/// Its height.
pub const HEIGHT: u16 = 300;
/// Most strokes.
pub const MOST_STROKES: usize = 200;
/// Most points of all strokes together.
pub const MOST_POINTS: usize = 4_000;

/// What someone drew, and the name they gave.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct Signature {
    /// First name or initials of whoever signed. May be empty.
    pub signer: String,
    /// Each stroke as its points, x from 0 to [`WIDTH`], y from 0 (top) to [`HEIGHT`].
    pub strokes: Vec<Vec<(u16, u16)>>,
    /// When it was drawn.
    #[ts(type = "string")]
    pub signed_at: DateTime<Utc>,
}

/// Why strokes are refused.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum SignatureFault {
    /// Nothing is drawn.
    Empty,
    /// More strokes or points than are kept.
    TooLong,
    /// A point outside the field.
    Outside,
}

/// Whether these strokes are a signature that is kept.
///
/// # Errors
/// [`SignatureFault`].
pub fn check(strokes: &[Vec<(u16, u16)>]) -> Result<(), SignatureFault> {
    let points: usize = strokes.iter().map(Vec::len).sum();
    if strokes.len() > MOST_STROKES || points > MOST_POINTS {
        return Err(SignatureFault::TooLong);
    }
    if points == 0 {
        return Err(SignatureFault::Empty);
    }
    if strokes.iter().flatten().any(|(x, y)| *x > WIDTH || *y > HEIGHT) {
        return Err(SignatureFault::Outside);
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_signature_is_something_drawn_within_its_field_and_of_a_bounded_size() {
        assert_eq!(check(&[vec![(0, 0), (900, 300)]]), Ok(()));
        assert_eq!(check(&[]), Err(SignatureFault::Empty));
        assert_eq!(check(&[vec![]]), Err(SignatureFault::Empty));
        assert_eq!(check(&[vec![(901, 0)]]), Err(SignatureFault::Outside));
        assert_eq!(check(&[vec![(0, 0); MOST_POINTS + 1]]), Err(SignatureFault::TooLong));
        assert_eq!(check(&vec![vec![(1, 1)]; MOST_STROKES + 1]), Err(SignatureFault::TooLong));
    }
}
