//! Sessions: what became of each, and ones that no pattern brings.

use chrono::{DateTime, NaiveDate, Utc};
use domain::care::{Details, MOST_MINUTES, Origin, Outcome, OutcomeFault, Session, SessionRef, SessionState};
use domain::hours::{CareRecord, WeekHours};
use domain::id::SessionId;
use domain::schedule::Occurrence;
use domain::time::TimeOfDay;

use crate::api::Ok as Acknowledged;
use crate::api::treatment::{AddSession, LogSession, SessionKey, SessionLogged, SessionView};
use crate::change::{Change, Done};
use crate::check;
use crate::failure::{Failure, Rule};
use crate::open::Open;

/// The session that a reference names: as it is kept, or as its pattern has it.
fn find(open: &mut Open, named: SessionRef) -> Result<Session, Failure> {
    let kept = open.store.read::<_, Failure>(|r| {
        Ok(match named {
            SessionRef::Kept(id) => store::session::session(r, id)?,
            SessionRef::Occurrence(origin) => store::session::session_of_origin(r, origin)?,
        })
    })?;
    match (kept, named) {
        (Some(session), _) => Ok(session),
        (None, SessionRef::Kept(_)) => Err(Failure::NotFound),
        (None, SessionRef::Occurrence(origin)) => from_pattern(open, origin),
    }
}

fn from_pattern(open: &mut Open, origin: Origin) -> Result<Session, Failure> {
    let id = open.new_id(SessionId::new)?;
    let pattern = open.care()?.patterns.iter().find(|p| p.id == origin.pattern).ok_or(Failure::NotFound)?;
    let occurrence = pattern.occurrence(origin.on).ok_or(Failure::NotFound)?;
    Ok(Session {
        id,
        episode: occurrence.episode,
        origin: Some(origin),
        kind: occurrence.kind,
        on: occurrence.on,
        time: occurrence.time,
        minutes: occurrence.minutes,
        state: occurrence.state,
        attended_minutes: None,
        makes_up: None,
        note: String::new(),
        details: Details::default(),
    })
}

pub(crate) fn session(open: &mut Open, request: SessionKey) -> Result<Done<SessionView>, Failure> {
    let session = find(open, request.session)?;
    let now = open.now();
    let mut occurrence = Occurrence::from(&session);
    occurrence.session = request.session;
    Ok(Done::read(view(open.care()?, occurrence, session.note, now)))
}

pub(crate) fn log_session(open: &mut Open, request: LogSession) -> Result<Done<SessionLogged>, Failure> {
    let mut session = find(open, request.session)?;
    if let Some(note) = &request.note {
        check::note("note", note)?;
    }
    let outcome = Outcome { state: request.state, minutes: request.minutes };
    let attended = outcome.attended_minutes(session.minutes).map_err(|fault| {
        let rule = match fault {
            OutcomeFault::MinutesRequired => Rule::Required,
            OutcomeFault::MinutesTooLarge => Rule::TooLarge,
            OutcomeFault::MinutesNotAttended => Rule::DoesNotFit,
        };
        Failure::invalid("minutes", rule)
    })?;
    let now = open.now();
    let zone = open.care()?.zone(session.episode);
    let attends = matches!(request.state, SessionState::Attended | SessionState::AttendedInPart);
    if attends && Occurrence::from(&session).starts(zone) > now {
        return Err(Failure::invalid("state", Rule::InTheFuture));
    }
    session.state = request.state;
    session.attended_minutes = attended;
    session.kind = request.kind.unwrap_or(session.kind);
    session.note = request.note.unwrap_or(session.note);
    save(open, session)
}

fn save(open: &mut Open, session: Session) -> Result<Done<SessionLogged>, Failure> {
    let done = open.write(Change::Treatment, |w| Ok(store::session::put_session(w, &session)?))?;
    let week = week_of(open, session.on)?;
    let logged = SessionLogged { session: SessionRef::Kept(session.id), week };
    Ok(Done { value: logged, changes: done.changes, undo: done.undo })
}

fn week_of(open: &mut Open, on: NaiveDate) -> Result<Option<WeekHours>, Failure> {
    let (now, first) = (open.now(), open.preferences.week_starts_on);
    Ok(open.care()?.weeks(on, on, first, now).pop())
}

/// Adds a session to the episode of its day.
pub(crate) fn add_session(open: &mut Open, request: AddSession) -> Result<Done<SessionLogged>, Failure> {
    check::date("on", request.on)?;
    check::range("minutes", request.minutes, 1, MOST_MINUTES)?;
    check::note("note", &request.note)?;
    let episode = open
        .care()?
        .episodes
        .iter()
        .filter(|e| e.starts_on <= request.on)
        .max_by_key(|e| e.starts_on)
        .map(|e| e.id)
        .ok_or_else(|| Failure::invalid("on", Rule::DoesNotFit))?;
    let session = Session {
        id: open.new_id(SessionId::new)?,
        episode,
        origin: None,
        kind: request.kind,
        on: request.on,
        time: request.time,
        minutes: request.minutes,
        state: SessionState::Planned,
        attended_minutes: None,
        makes_up: None,
        note: request.note,
        details: Details::default(),
    };
    save(open, session)
}

/// Deletes a session that was added once. One of a pattern is cancelled instead.
pub(crate) fn delete_session(open: &mut Open, request: SessionKey) -> Result<Done<Acknowledged>, Failure> {
    let session = find(open, request.session)?;
    if session.origin.is_some() {
        return Err(Failure::invalid("session", Rule::DoesNotFit));
    }
    open.write(Change::Treatment, |w| {
        store::session::delete_session(w, session.id)?;
        Ok(Acknowledged)
    })
}

/// What may be kept of a session.
pub(crate) fn check_details(field: &str, details: &Details) -> Result<(), Failure> {
    let within = |name: &str| format!("{field}.{name}");
    check::line(&within("led_by"), &details.led_by)?;
    check::line(&within("topic"), &details.topic)?;
    if let Some(homework) = &details.homework {
        check::note_required(&within("homework.text"), &homework.text)?;
        homework.due_on.map_or(Ok(()), |due| check::date(&within("homework.due_on"), due))?;
    }
    for (name, minutes) in [("late_minutes", details.late_minutes), ("left_early_minutes", details.left_early_minutes)]
    {
        minutes.map_or(Ok(()), |minutes| check::range(&within(name), minutes, 1, MOST_MINUTES))?;
    }
    if let Some(test) = &details.test {
        check::line(&within("test.medicines"), &test.medicines)?;
    }
    if let Some(imported) = &details.imported {
        check::line_required(&within("imported.uid"), &imported.uid)?;
        check::line_required(&within("imported.recurrence"), &imported.recurrence)?;
    }
    Ok(())
}

/// A session as a screen shows it.
pub(crate) fn view(care: &CareRecord, occurrence: Occurrence, note: String, now: DateTime<Utc>) -> SessionView {
    let added_once = match occurrence.session {
        SessionRef::Kept(id) => care.sessions.iter().any(|s| s.id == id && s.origin.is_none()),
        SessionRef::Occurrence(_) => false,
    };
    let episode = care.episodes.iter().find(|e| e.id == occurrence.episode);
    let zone = care.zone(occurrence.episode);
    SessionView {
        // By the clinic's clock after so much real time, so that `ends` and `over` agree on every night.
        ends: TimeOfDay::of(zone.civil(occurrence.ends(zone)).time()),
        begun: occurrence.starts(zone) <= now,
        over: occurrence.is_over(zone, now),
        counts: care.counts(occurrence.episode, occurrence.kind),
        note,
        provider: episode.map(|e| e.provider.name.clone()).unwrap_or_default(),
        added_once,
        occurrence,
    }
}
