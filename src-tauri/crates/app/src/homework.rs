//! What is to be done after a session, until it is done.

use chrono::NaiveDate;
use domain::care::{Session, SessionRef};

use crate::api::Ok as Acknowledged;
use crate::api::today::OpenHomework;
use crate::api::treatment::FinishHomework;
use crate::change::{Change, Done};
use crate::failure::Failure;
use crate::open::Open;
use crate::session::find;

/// All homework that is not done: by the day on which it is due, then that without one.
pub(crate) fn open_homework(open: &mut Open, today: NaiveDate) -> Result<Vec<OpenHomework>, Failure> {
    let sessions = open.store.read::<_, Failure>(|r| Ok(store::session::open_homework(r)?))?;
    Ok(sessions.into_iter().filter_map(|session| shown(session, today)).collect())
}

fn shown(session: Session, today: NaiveDate) -> Option<OpenHomework> {
    let homework = session.details.homework?;
    Some(OpenHomework {
        session: SessionRef::Kept(session.id),
        kind: session.kind,
        on: session.on,
        overdue: homework.due_on.is_some_and(|due| due < today),
        text: homework.text,
        due_on: homework.due_on,
    })
}

/// Says that homework is done, or is not after all.
pub(crate) fn finish_homework(open: &mut Open, request: FinishHomework) -> Result<Done<Acknowledged>, Failure> {
    let mut session = find(open, request.session)?;
    session.details.homework.as_mut().ok_or(Failure::NotFound)?.done = request.done;
    open.write(Change::Treatment, |w| {
        store::session::put_session(w, &session)?;
        Ok(Acknowledged)
    })
}
