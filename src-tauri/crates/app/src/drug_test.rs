//! Drug tests: the line to call, the log of calls, and what each test came to.

use std::collections::{HashMap, HashSet};

use chrono::{DateTime, NaiveDate, NaiveTime, Utc};
use domain::care::{Details, Session, SessionKind, SessionRef, SessionState, TestReport};
use domain::drug_test::{Call, CallLine, TEST_MINUTES};
use domain::hours::CareRecord;
use domain::id::{CallId, CallLineId, EpisodeId, SessionId};
use domain::schedule::Occurrence;
use domain::time::{FIRST_DATE, TimeOfDay, is_kept, minus_days, plus_days};

use crate::api::Ok as Acknowledged;
use crate::api::drug_test::{
    CallKey, CallLineKey, CallLineView, CallLogged, DrugTests, DrugTestsBefore, LogCall, SaveCallLine, SaveTest,
    TestSaved, TestView,
};
use crate::change::{Change, Done};
use crate::check;
use crate::failure::{Failure, Rule};
use crate::open::Open;
use crate::session::{self, view};

/// How many days of the log are shown at once.
const DAYS_AT_ONCE: u64 = 84;
/// How far ahead planned tests are shown.
const DAYS_AHEAD: u64 = 28;

/// Every line, with how it stands now.
pub(crate) fn lines(open: &mut Open) -> Result<Vec<CallLineView>, Failure> {
    let now = open.now();
    let lines = open.store.read::<_, Failure>(|r| Ok(store::drug_test::call_lines(r)?))?;
    if lines.is_empty() {
        return Ok(Vec::new());
    }
    let care = open.care()?;
    let zones: Vec<_> = lines.iter().map(|line| care.zone(line.episode)).collect();
    let days: Vec<_> = lines.iter().zip(&zones).map(|(line, zone)| line.day_at(now, *zone)).collect();
    let calls = open.store.read::<_, Failure>(|r| {
        let of_day = lines.iter().zip(&days).map(|(line, on)| Ok(store::drug_test::call_on(r, line.id, *on)?));
        of_day.collect::<Result<Vec<_>, Failure>>()
    })?;
    let care = open.care()?;
    let each = lines.into_iter().zip(zones).zip(days.into_iter().zip(calls));
    Ok(each
        .map(|((line, zone), (on, call))| {
            let brought = call.as_ref().and_then(|call| call.session);
            let test = care.sessions.iter().find(|s| Some(s.id) == brought);
            CallLineView {
                on,
                state: line.state(on, call.as_ref(), now, zone),
                test: test.map(|test| view(care, Occurrence::from(test), String::new(), now)),
                next_on: line.next_after(on),
                call,
                line,
            }
        })
        .collect())
}

/// When lines open and close around now: Today says something else then.
pub(crate) fn moments(open: &mut Open) -> Result<Vec<DateTime<Utc>>, Failure> {
    let now = open.now();
    let lines = open.store.read::<_, Failure>(|r| Ok(store::drug_test::call_lines(r)?))?;
    let care = open.care()?;
    let edges = |line: &CallLine| {
        let zone = care.zone(line.episode);
        let on = line.day_at(now, zone);
        // A line that is open until the morning has another day after it, and the clinic's day begins.
        let next = plus_days(on, 1);
        [on, next]
            .map(|day| [line.opens_at(day, zone), line.closes_at(day, zone)])
            .concat()
            .into_iter()
            .chain([zone.instant(next.and_time(NaiveTime::MIN))])
    };
    Ok(lines.iter().flat_map(|line| edges(line).collect::<Vec<_>>()).collect())
}

pub(crate) fn drug_tests(open: &mut Open, request: DrugTestsBefore) -> Result<Done<DrugTests>, Failure> {
    let (now, today) = (open.now(), open.today());
    let before = request.before.unwrap_or_else(|| plus_days(today, 1));
    check::date("before", before)?;
    let ahead = plus_days(today, if request.before.is_none() { DAYS_AHEAD } else { 0 });
    let mut tests = open.care()?.occurrences(FIRST_DATE, before.max(ahead));
    tests.retain(|session| session.kind == SessionKind::DrugTest);
    let (from, to, older, calls, kept) = open.store.read::<_, Failure>(|r| {
        let newest = |day: NaiveDate| -> Result<Option<NaiveDate>, Failure> {
            let test = tests.iter().rfind(|session| session.on < day).map(|session| session.on);
            Ok(store::drug_test::newest_call_day_before(r, day)?.max(test))
        };
        // After a long pause it goes on at the newest before it.
        let last = newest(before)?.unwrap_or(before);
        let (from, to) = (minus_days(last, DAYS_AT_ONCE - 1), if request.before.is_none() { ahead } else { last });
        Ok((
            from,
            to,
            newest(from)?.map(|_| from),
            store::drug_test::calls_between(r, minus_days(from, 1), plus_days(to, 1))?,
            store::session::sessions_between(r, from, to)?,
        ))
    })?;
    let mut reports: HashMap<SessionId, TestReport> =
        kept.into_iter().filter_map(|session| Some((session.id, session.details.test?))).collect();
    let brought: HashSet<SessionId> = calls.iter().filter_map(|call| call.session).collect();
    let care = open.care()?;
    let tests = tests
        .into_iter()
        .rev()
        .filter(|session| (from..=to).contains(&session.on))
        .map(|session| {
            let id = match session.session {
                SessionRef::Kept(id) => Some(id),
                SessionRef::Occurrence(_) => None,
            };
            let session = view(care, session, String::new(), now);
            TestView {
                report: id.and_then(|id| reports.remove(&id)),
                can_report: session.begun || id.is_some_and(|id| brought.contains(&id)),
                session,
            }
        })
        .collect();
    Ok(Done::read(DrugTests {
        today,
        lines: lines(open)?,
        calls: calls.into_iter().filter(|call| (from..=to).contains(&call.on)).collect(),
        tests,
        older_before: older,
    }))
}

pub(crate) fn save_call_line(open: &mut Open, request: SaveCallLine) -> Result<Done<CallLineKey>, Failure> {
    check::date("starts_on", request.starts_on)?;
    let mut weekdays = request.weekdays;
    weekdays.sort_unstable();
    weekdays.dedup();
    let id = match request.id {
        Some(id) => id,
        None => open.new_id(CallLineId::new)?,
    };
    let before = match request.id {
        Some(id) => Some(find_line(open, id)?),
        None => None,
    };
    let episode = match before {
        Some(before) => before.episode,
        None => episode_on(open.care()?, request.starts_on)
            .ok_or_else(|| Failure::invalid("starts_on", Rule::DoesNotFit))?,
    };
    let line = CallLine {
        id,
        episode,
        name: request.name,
        phone: request.phone,
        opens: request.opens,
        closes: request.closes,
        weekdays,
        starts_on: request.starts_on,
        ends_on: request.ends_on,
    };
    check_line(&line)?;
    open.write(Change::Treatment, |w| {
        store::drug_test::put_call_line(w, &line)?;
        Ok(CallLineKey { id })
    })
}

/// Checks a line's fields; the importer uses it too.
pub(crate) fn check_line(line: &CallLine) -> Result<(), Failure> {
    check::line("name", &line.name)?;
    check::phone("phone", &line.phone)?;
    check::date("starts_on", line.starts_on)?;
    match line.ends_on {
        Some(end) if !is_kept(end) => return Err(Failure::invalid("ends_on", Rule::NotADate)),
        Some(end) if end < line.starts_on => return Err(Failure::invalid("ends_on", Rule::EndBeforeStart)),
        _ => {}
    }
    if line.weekdays.is_empty() {
        return Err(Failure::invalid("weekdays", Rule::Required));
    }
    if !line.weekdays.is_sorted_by(|one, next| one < next) {
        return Err(Failure::invalid("weekdays", Rule::DoesNotFit));
    }
    Ok(())
}

/// Deletes a line with its log. The tests stay. Undo brings all back.
pub(crate) fn delete_call_line(open: &mut Open, request: CallLineKey) -> Result<Done<Acknowledged>, Failure> {
    open.write(Change::Treatment, |w| {
        store::drug_test::delete_call_line(w, request.id)?;
        Ok(Acknowledged)
    })
}

/// Logs what the line said. "Up" puts the test into the calendar so that it ends when it is due.
pub(crate) fn log_call(open: &mut Open, request: LogCall) -> Result<Done<CallLogged>, Failure> {
    let now = open.now();
    let line = find_line(open, request.line)?;
    let zone = open.care()?.zone(line.episode);
    let day = line.day_at(now, zone);
    let on = request.on.unwrap_or(day);
    check::date("on", on)?;
    if on > day {
        return Err(Failure::invalid("on", Rule::InTheFuture));
    }
    if !line.is_called_on(on) {
        return Err(Failure::invalid("on", Rule::DoesNotFit));
    }
    match (request.up, request.due_by) {
        (true, None) => return Err(Failure::invalid("due_by", Rule::Required)),
        (false, Some(_)) => return Err(Failure::invalid("due_by", Rule::DoesNotFit)),
        _ => {}
    }
    let (before, brought) = open.store.read::<_, Failure>(|r| {
        let call = store::drug_test::call_on(r, line.id, on)?;
        let brought = call.as_ref().map_or(Ok(None), |call| test_of(r, call))?;
        Ok((call, brought))
    })?;
    let (silent, telling): (Option<Session>, Option<Session>) = match brought {
        Some(test) if is_silent(&test) => (Some(test), None),
        other => (None, other),
    };
    let planned = match request.due_by {
        // A test of which something is said already stays as it is.
        Some(due_by) if telling.is_none() => {
            let (begins_on, time) = line.test_begins(on, due_by, zone);
            let id = silent.as_ref().map(|test| test.id);
            let id = id.map_or_else(|| open.new_id(SessionId::new), Ok)?;
            let episode = episode_on(open.care()?, begins_on).unwrap_or(line.episode);
            Some(planned_test(id, episode, begins_on, time))
        }
        _ => None,
    };
    let new = open.new_id(CallId::new)?;
    let call = Call {
        id: before.map_or(new, |before| before.id),
        line: line.id,
        on,
        called_at: now,
        up: request.up,
        session: if request.up { planned.as_ref().or(telling.as_ref()).map(|test| test.id) } else { None },
    };
    open.write(Change::Treatment, |w| {
        match (&planned, &silent) {
            (Some(test), _) => store::session::put_session(w, test)?,
            (None, Some(test)) => store::session::delete_session(w, test.id)?,
            (None, None) => {}
        }
        store::drug_test::put_call(w, &call)?;
        Ok(CallLogged { call: call.id, test: call.session.map(SessionRef::Kept) })
    })
}

/// Takes back what was said of a day, and the test that it brought while nothing is said of that.
pub(crate) fn delete_call(open: &mut Open, request: CallKey) -> Result<Done<Acknowledged>, Failure> {
    open.write(Change::Treatment, |w| {
        let call = store::drug_test::call(w, request.id)?.ok_or(Failure::NotFound)?;
        if let Some(test) = test_of(w, &call)?.filter(is_silent) {
            store::session::delete_session(w, test.id)?;
        }
        store::drug_test::delete_call(w, call.id)?;
        Ok(Acknowledged)
    })
}

/// Keeps what a drug test came to.
///
/// A test that a call brought may be taken any time until it is due. Told before it begins in
/// the calendar, it is moved to now: that is when it was taken, as far as is known.
pub(crate) fn save_test(open: &mut Open, request: SaveTest) -> Result<Done<TestSaved>, Failure> {
    let mut test = session::find(open, request.session)?;
    if test.kind != SessionKind::DrugTest {
        return Err(Failure::invalid("session", Rule::DoesNotFit));
    }
    check::line("medicines", &request.medicines)?;
    let Some(result) = request.result else {
        if !request.medicines.is_empty() {
            return Err(Failure::invalid("medicines", Rule::DoesNotFit));
        }
        test.details.test = None;
        return save(open, &test);
    };
    let now = open.now();
    let zone = open.care()?.zone(test.episode);
    if Occurrence::from(&test).starts(zone) > now {
        if !is_brought_by_a_call(open, &test)? {
            return Err(Failure::invalid("result", Rule::InTheFuture));
        }
        let taken = zone.civil(now);
        (test.on, test.time) = (taken.date(), TimeOfDay::of(taken.time()));
    }
    if test.state == SessionState::Planned {
        test.state = SessionState::Attended;
        test.attended_minutes = Some(test.minutes);
    }
    test.details.test = Some(TestReport { result, medicines: request.medicines });
    save(open, &test)
}

fn save(open: &mut Open, test: &Session) -> Result<Done<TestSaved>, Failure> {
    open.write(Change::Treatment, |w| {
        store::session::put_session(w, test)?;
        Ok(TestSaved { session: SessionRef::Kept(test.id) })
    })
}

fn find_line(open: &mut Open, id: CallLineId) -> Result<CallLine, Failure> {
    let lines = open.store.read::<_, Failure>(|r| Ok(store::drug_test::call_lines(r)?))?;
    lines.into_iter().find(|line| line.id == id).ok_or(Failure::NotFound)
}

/// The episode that runs on that day, or ran last before it.
fn episode_on(care: &CareRecord, on: NaiveDate) -> Option<EpisodeId> {
    care.episodes.iter().filter(|e| e.starts_on <= on).max_by_key(|e| e.starts_on).map(|e| e.id)
}

fn planned_test(id: SessionId, episode: EpisodeId, on: NaiveDate, time: TimeOfDay) -> Session {
    Session {
        id,
        episode,
        origin: None,
        kind: SessionKind::DrugTest,
        on,
        time,
        minutes: TEST_MINUTES,
        state: SessionState::Planned,
        attended_minutes: None,
        makes_up: None,
        note: String::new(),
        details: Details::default(),
    }
}

/// The test that a call brought, while it is there.
fn test_of(r: &store::Reader<'_>, call: &Call) -> Result<Option<Session>, Failure> {
    call.session.map_or(Ok(None), |id| Ok(store::session::session(r, id)?))
}

/// Whether nothing is said of it yet.
fn is_silent(test: &Session) -> bool {
    test.state == SessionState::Planned && test.says_nothing()
}

fn is_brought_by_a_call(open: &mut Open, test: &Session) -> Result<bool, Failure> {
    // Due on the day of the call or in the night and morning after it.
    let (from, to) = (minus_days(test.on, 1), plus_days(test.on, 1));
    let calls = open.store.read::<_, Failure>(|r| Ok(store::drug_test::calls_between(r, from, to)?))?;
    Ok(calls.iter().any(|call| call.session == Some(test.id)))
}
