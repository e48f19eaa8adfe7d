//! Sessions: what became of each, and ones that no pattern brings.

use chrono::{DateTime, NaiveDate, Utc};
use domain::care::{Details, MOST_MINUTES, Origin, Session, SessionRef, SessionState};
use domain::hours::{CareRecord, WeekHours};
use domain::id::SessionId;
use domain::outcome::{Outcome, OutcomeFault};
use domain::schedule::Occurrence;
use domain::time::TimeOfDay;

use crate::api::Ok as Acknowledged;
use crate::api::treatment::{AddSession, LogSession, OpenedSession, SessionKey, SessionLogged, SessionView};
use crate::change::{Change, Done};
use crate::check;
use crate::failure::{Failure, Rule};
use crate::make_up;
use crate::open::Open;

/// The session that a reference names: as it is kept, or as its pattern has it.
pub(crate) fn find(open: &mut Open, named: SessionRef) -> Result<Session, Failure> {
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

pub(crate) fn session(open: &mut Open, request: SessionKey) -> Result<Done<OpenedSession>, Failure> {
    let session = find(open, request.session)?;
    let now = open.now();
    let may_make_up = make_up::choices(open, &session)?;
    let care = open.care()?;
    // As the calendar has it: maybe closed, maybe at the same time as another.
    let shown = care.occurrences(session.on, session.on);
    let shown = shown.into_iter().find(|o| [request.session, SessionRef::Kept(session.id)].contains(&o.session));
    let occurrence = Occurrence { session: request.session, ..shown.unwrap_or_else(|| Occurrence::from(&session)) };
    Ok(Done::read(OpenedSession {
        left_to_make_up: care.left_to_make_up(&session, None),
        made_up_by: care.made_up_by(session.id).into_iter().map(Occurrence::from).collect(),
        may_make_up,
        session: SessionView {
            topic: session.details.topic.clone(),
            led_by: session.details.led_by.clone(),
            ..view(care, occurrence, session.note, now)
        },
        details: session.details,
    }))
}

pub(crate) fn log_session(open: &mut Open, request: LogSession) -> Result<Done<SessionLogged>, Failure> {
    let mut session = find(open, request.session)?;
    if let Some(note) = &request.note {
        check::note("note", note)?;
    }
    let outcome = Outcome {
        state: request.state,
        minutes: request.minutes,
        late_minutes: request.late_minutes,
        left_early_minutes: request.left_early_minutes,
    };
    let attended = outcome.attended_minutes(session.minutes).map_err(refused)?;
    let now = open.now();
    let zone = open.care()?.zone(session.episode);
    let attends = matches!(request.state, SessionState::Attended | SessionState::AttendedInPart);
    if attends && Occurrence::from(&session).starts(zone) > now {
        return Err(Failure::invalid("state", Rule::InTheFuture));
    }
    if let Some(Some(missed)) = request.makes_up.filter(|missed| *missed != session.makes_up) {
        make_up::check(open, &session, missed)?;
    }
    session.state = request.state;
    session.attended_minutes = attended;
    session.kind = request.kind.unwrap_or(session.kind);
    session.makes_up = request.makes_up.unwrap_or(session.makes_up);
    session.note = request.note.unwrap_or(session.note);
    let details = &mut session.details;
    details.late_minutes = request.late_minutes;
    details.left_early_minutes = request.left_early_minutes;
    if let Some(led_by) = request.led_by {
        details.led_by = led_by;
    }
    if let Some(topic) = request.topic {
        details.topic = topic;
    }
    if let Some(homework) = request.homework {
        details.homework = homework;
    }
    check_details("", details)?;
    save(open, session)
}

/// The field that an outcome is refused for.
fn refused(fault: OutcomeFault) -> Failure {
    let (field, rule) = match fault {
        OutcomeFault::MinutesRequired => ("minutes", Rule::Required),
        OutcomeFault::MinutesTooLarge => ("minutes", Rule::TooLarge),
        OutcomeFault::MinutesNotAttended | OutcomeFault::MinutesBeyondTheRest => ("minutes", Rule::DoesNotFit),
        OutcomeFault::LateNotInPart => ("late_minutes", Rule::DoesNotFit),
        OutcomeFault::LateTooLarge => ("late_minutes", Rule::TooLarge),
        OutcomeFault::LeftEarlyNotInPart => ("left_early_minutes", Rule::DoesNotFit),
        OutcomeFault::LeftEarlyTooLarge => ("left_early_minutes", Rule::TooLarge),
    };
    Failure::invalid(field, rule)
}

fn save(open: &mut Open, session: Session) -> Result<Done<SessionLogged>, Failure> {
    let done = open.write(Change::Treatment, |w| Ok(store::session::put_session(w, &session)?))?;
    let week = week_of(open, session.on)?;
    let logged = SessionLogged { session: SessionRef::Kept(session.id), week };
    Ok(Done { value: logged, changes: done.changes, undo: done.undo })
}

pub(crate) fn week_of(open: &mut Open, on: NaiveDate) -> Result<Option<WeekHours>, Failure> {
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
        makes_up: request.makes_up,
        note: request.note,
        details: Details::default(),
    };
    if let Some(missed) = session.makes_up {
        make_up::check(open, &session, missed)?;
    }
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

/// Minutes attended go with a session that was attended: nothing else may count or make up.
pub(crate) fn check_attended(session: &Session) -> Result<(), Failure> {
    let attends = matches!(session.state, SessionState::Attended | SessionState::AttendedInPart);
    if session.attended_minutes.is_some() && !attends {
        return Err(Failure::invalid("attended_minutes", Rule::DoesNotFit));
    }
    Ok(())
}

/// What may be kept of a session, in that field; empty: in the request itself.
pub(crate) fn check_details(field: &str, details: &Details) -> Result<(), Failure> {
    let within = |name: &str| if field.is_empty() { name.to_owned() } else { format!("{field}.{name}") };
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
        check::line(&within("imported.recurrence"), &imported.recurrence)?;
        check::line(&within("imported.mark"), &imported.mark)?;
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
        topic: String::new(),
        led_by: String::new(),
        closed_for: care
            .closures
            .iter()
            .find(|c| occurrence.closed && c.covers(occurrence.episode, occurrence.on))
            .map(|c| c.reason.clone()),
        provider: episode.map(|e| e.provider.name.clone()).unwrap_or_default(),
        added_once,
        occurrence,
    }
}
