//! Finding sessions by what was written into them.

use std::collections::HashSet;

use domain::care::SessionRef;
use store::search::{Field, Hit};

use crate::api::search::{Found, SearchSessions, SessionHit, SessionHits, SessionPart, TextPart};
use crate::change::Done;
use crate::check;
use crate::failure::{Failure, Rule};
use crate::open::Open;

/// Most words of one search.
const MOST_WORDS: usize = 20;
/// Most hits of one answer.
const MOST_HITS: u32 = 50;

/// The newest sessions in which every word stands.
pub(crate) fn search_sessions(open: &mut Open, request: SearchSessions) -> Result<Done<SessionHits>, Failure> {
    check::line("text", &request.text)?;
    let words: HashSet<&str> = request.text.split_whitespace().collect();
    if words.len() > MOST_WORDS {
        return Err(Failure::invalid("text", Rule::TooLong));
    }
    let most = request.limit.unwrap_or(MOST_HITS);
    check::range("limit", most, 1, MOST_HITS)?;
    let words = words.into_iter().collect::<Vec<_>>().join(" ");
    // One more than is answered tells whether there are more.
    let mut hits = open
        .store
        .read::<_, Failure>(|r| Ok(store::search::search(r, &words, request.before, most.saturating_add(1))?))?;
    let more = hits.len() > usize::try_from(most).unwrap_or(0);
    hits.truncate(usize::try_from(most).unwrap_or(0));
    Ok(Done::read(SessionHits { hits: hits.into_iter().map(hit).collect(), more }))
}

fn hit(hit: Hit) -> SessionHit {
    let found = hit.found.into_iter().map(|(part, pieces)| Found {
        part: part_of(part),
        text: pieces.into_iter().map(|piece| TextPart { text: piece.text, hit: piece.hit }).collect(),
    });
    SessionHit {
        session: SessionRef::Kept(hit.session),
        kind: hit.kind,
        on: hit.on,
        time: hit.time,
        state: hit.state,
        found: found.collect(),
    }
}

const fn part_of(field: Field) -> SessionPart {
    match field {
        Field::Topic => SessionPart::Topic,
        Field::Note => SessionPart::Note,
        Field::Homework => SessionPart::Homework,
        Field::LedBy => SessionPart::LedBy,
    }
}
