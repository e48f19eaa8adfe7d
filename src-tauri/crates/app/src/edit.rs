//! Changing and cancelling sessions: one alone, it and those that follow, or all of its pattern.

use std::collections::HashMap;

use domain::care::{MOST_MINUTES, MOST_WEEKS_BETWEEN, Origin, Pattern, Session, SessionRef, SessionState};
use domain::edit::{Edit, NewSlot, Scope, cancel, change};
use domain::id::PatternId;

use crate::api::Ok as Acknowledged;
use crate::api::schedule::{CancelSession, ChangeSession, SessionChanged};
use crate::care::planned;
use crate::change::{Change, Done};
use crate::check;
use crate::failure::{Failure, Rule};
use crate::open::Open;
use crate::session::{find, week_of};

fn does_not_fit(field: &str) -> Failure {
    Failure::invalid(field, Rule::DoesNotFit)
}

/// Another day, time, length, kind or rhythm.
pub(crate) fn change_session(open: &mut Open, request: ChangeSession) -> Result<Done<SessionChanged>, Failure> {
    let old = find(open, request.session)?;
    let mut new = old.clone();
    new.on = request.on.unwrap_or(old.on);
    new.time = request.time.unwrap_or(old.time);
    new.minutes = request.minutes.unwrap_or(old.minutes);
    new.kind = request.kind.unwrap_or(old.kind);
    check::date("on", new.on)?;
    check::range("minutes", new.minutes, 1, MOST_MINUTES)?;
    if let Some(weeks) = request.every_weeks {
        check::range("every_weeks", weeks, 1, MOST_WEEKS_BETWEEN)?;
    }
    if old.state != SessionState::Planned {
        return Err(does_not_fit("session"));
    }
    if open.care()?.episodes.iter().any(|e| e.id == old.episode && new.on < e.starts_on) {
        return Err(does_not_fit("on"));
    }
    // As where it was said: what is made up is of an earlier day.
    let made_up = |missed: &Session| new.makes_up == Some(missed.id) && missed.on >= new.on;
    if new.on < old.on && open.care()?.sessions.iter().any(made_up) {
        return Err(does_not_fit("on"));
    }
    if request.scope == Scope::This {
        if request.every_weeks.is_some() {
            return Err(does_not_fit("every_weeks"));
        }
        if new == old {
            return answer(open, Done::read(()), request.session, &new);
        }
        let done = open.write(Change::Treatment, |w| Ok(store::session::put_session(w, &new)?))?;
        return answer(open, done, SessionRef::Kept(new.id), &new);
    }
    let origin = of_pattern(open, &old)?;
    let (pattern, kept) = pattern_of(open, origin)?;
    let to = NewSlot {
        on: new.on,
        time: new.time,
        minutes: new.minutes,
        kind: new.kind,
        every_weeks: request.every_weeks.unwrap_or(pattern.every_weeks),
    };
    if new == old && to == NewSlot::of(&pattern, origin.on) {
        return answer(open, Done::read(()), request.session, &new);
    }
    // As it is shown: what begins after the next level does is never held.
    let shown_end = open.care()?.patterns.iter().find(|p| p.id == pattern.id).and_then(|p| p.ends_on);
    if shown_end.is_some_and(|end| to.on > end) {
        return Err(does_not_fit("on"));
    }
    let id = open.new_id(PatternId::new)?;
    let edit = change(&pattern, &kept, request.scope, origin.on, &to, id);
    let done = put(open, &kept, &edit)?;
    let pattern = edit.patterns.last().map_or(id, |new| new.id);
    let session = match edit.settled.changed.iter().find(|s| s.id == old.id) {
        Some(kept) => SessionRef::Kept(kept.id),
        None => SessionRef::Occurrence(Origin { pattern, on: to.on }),
    };
    answer(open, done, session, &new)
}

/// Cancelled by the program, alone or with others. What was answered stays.
pub(crate) fn cancel_session(open: &mut Open, request: CancelSession) -> Result<Done<Acknowledged>, Failure> {
    let session = find(open, request.session)?;
    if request.scope == Scope::This {
        if session.state != SessionState::Planned {
            return Err(does_not_fit("session"));
        }
        let cancelled = Session { state: SessionState::Cancelled, ..session };
        return open.write(Change::Treatment, |w| {
            store::session::put_session(w, &cancelled)?;
            Ok(Acknowledged)
        });
    }
    let origin = of_pattern(open, &session)?;
    let (pattern, kept) = pattern_of(open, origin)?;
    let edit = cancel(&pattern, &kept, request.scope, origin.on);
    let done = put(open, &kept, &edit)?;
    Ok(Done { value: Acknowledged, changes: done.changes, undo: done.undo })
}

/// The occurrence that the session stands for, where its pattern still brings it.
fn of_pattern(open: &mut Open, session: &Session) -> Result<Origin, Failure> {
    let patterns = &open.care()?.patterns;
    let brings = |origin: &Origin| patterns.iter().any(|p| p.id == origin.pattern && p.occurrence(origin.on).is_some());
    session.origin.filter(brings).ok_or_else(|| does_not_fit("scope"))
}

/// The pattern as it is planned, and the sessions that stand for one of its own.
fn pattern_of(open: &mut Open, origin: Origin) -> Result<(Pattern, Vec<Session>), Failure> {
    let pattern = planned(open)?.patterns.into_iter().find(|p| p.id == origin.pattern).ok_or(Failure::NotFound)?;
    let kept = open.store.read::<_, Failure>(|r| Ok(store::session::sessions_of_pattern(r, pattern.id)?))?;
    Ok((pattern, kept))
}

fn put(open: &mut Open, kept: &[Session], edit: &Edit) -> Result<Done<()>, Failure> {
    let old: HashMap<_, _> = kept.iter().map(|session| (session.id, session)).collect();
    // Of most, nothing but what they stand for changes: to say only that costs a third of saying all.
    let only_origin = |new: &Session| {
        let same = |old: &&Session| Session { origin: new.origin, ..(*old).clone() } == *new;
        new.origin.filter(|_| old.get(&new.id).is_some_and(same))
    };
    open.write(Change::Treatment, |w| {
        for pattern in &edit.patterns {
            store::care::put_pattern(w, pattern)?;
        }
        if let Some(gone) = edit.gone {
            store::care::delete_pattern(w, gone)?;
        }
        for id in &edit.settled.gone {
            store::session::delete_session(w, *id)?;
        }
        for session in &edit.settled.changed {
            match only_origin(session) {
                Some(origin) => store::session::put_origin(w, session.id, origin)?,
                None => store::session::put_session(w, session)?,
            }
        }
        Ok(())
    })
}

fn answer(open: &mut Open, done: Done<()>, named: SessionRef, now: &Session) -> Result<Done<SessionChanged>, Failure> {
    let week = week_of(open, now.on)?;
    let on_that_day = open.care()?.occurrences(now.on, now.on);
    let overlaps = on_that_day.iter().any(|o| o.session == named && o.overlaps);
    let value = SessionChanged { session: named, week, overlaps };
    Ok(Done { value, changes: done.changes, undo: done.undo })
}
