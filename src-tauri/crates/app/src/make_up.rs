//! Make-up sessions.

use domain::care::Session;
use domain::id::SessionId;
use domain::schedule::Occurrence;

use crate::api::Nothing;
use crate::api::treatment::{Owing, ToMakeUp};
use crate::change::Done;
use crate::failure::{Failure, Rule};
use crate::open::Open;

fn owing((session, left): (&Session, u32)) -> Owing {
    Owing { session: Occurrence::from(session), left }
}

/// What is owed and not made up yet.
pub(crate) fn to_make_up(open: &mut Open, _: Nothing) -> Result<Done<ToMakeUp>, Failure> {
    let sessions: Vec<Owing> = open.care()?.to_make_up().into_iter().map(owing).collect();
    let minutes = sessions.iter().map(|one| one.left).sum();
    Ok(Done::read(ToMakeUp { sessions, minutes }))
}

/// A session may make up only what is there to make up.
pub(crate) fn check(open: &mut Open, session: &Session, missed: SessionId) -> Result<(), Failure> {
    if open.care()?.may_make_up(session, missed) { Ok(()) } else { Err(Failure::invalid("makes_up", Rule::DoesNotFit)) }
}

/// What a session may make up: what it does already, and every missed one of an earlier day of which
/// something is owed; the newest first.
pub(crate) fn choices(open: &mut Open, session: &Session) -> Result<Vec<Owing>, Failure> {
    let care = open.care()?;
    let owed = care.to_make_up().into_iter().filter(|(s, _)| s.on < session.on && Some(s.id) != session.makes_up);
    let mut choices: Vec<Owing> = owed.map(owing).collect();
    let made_up = session.makes_up.and_then(|id| care.sessions.iter().find(|s| s.id == id));
    let left = |s: &Session| care.left_to_make_up(s, Some(session.id)).unwrap_or(0);
    choices.extend(made_up.map(|s| owing((s, left(s)))));
    choices.sort_by_key(|one| std::cmp::Reverse((one.session.on, one.session.time)));
    Ok(choices)
}
