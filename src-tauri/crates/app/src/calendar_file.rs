//! Calendar files: a clinic's in, what is ahead out.

use std::collections::{BTreeMap, HashMap, HashSet};

use chrono::NaiveDate;
use domain::care::{Details, Episode, Imported, Provider, Session, SessionKind, SessionRef, SessionState};
use domain::id::SessionId;
use domain::preference::Language;
use domain::schedule::{Occurrence, mark_overlaps};
use domain::time::{Weekday, minus_days, plus_days};
use exchange::calendar::{
    self, CalendarEntry, CalendarEvent, CalendarFault, CalendarFile, CalendarWords, EventTime, MOST_EVENTS, MOST_TIMES,
    MOST_TIMES_IN_ALL, Span,
};

use crate::api::calendar_file::{
    CalendarChosen, CalendarExported, CalendarImported, CalendarPreview, CalendarTitles, EventKind, EventPreview,
    ExportCalendar, ImportCalendar, UnreadEvent,
};
use crate::api::record::Exported;
use crate::change::{Change, Done};
use crate::failure::{Failure, Rule};
use crate::open::Open;
use crate::words::{Catalogue, say};
use crate::{App, check, dialog};

/// Weeks ahead that are taken in of care without an end.
const WEEKS_AHEAD: u64 = 26;
/// Most weeks that are taken in.
const MOST_WEEKS: u64 = 104;
/// Most weeks that go out.
const MOST_WEEKS_OUT: u32 = 52;
/// Most minutes before a session at which another program is to remind: two days.
const MOST_REMIND_MINUTES: u32 = 2880;
/// Most times of day that a preview names of one event.
const MOST_TIMES_NAMED: usize = 3;

/// What taking in the file would do. Changes nothing.
pub(crate) fn preview_calendar(open: &mut Open, request: CalendarChosen) -> Result<Done<CalendarPreview>, Failure> {
    let (file, span, plans) = plan(open, &request.text, request.episode, &[])?;
    let plans_overlaps = overlaps(open, span, &plans)?;
    let events = plans.iter().zip(plans_overlaps).map(|(plan, overlaps)| plan.preview(overlaps)).collect();
    let unread = file.unread.iter().map(|u| UnreadEvent { line: u.line, reason: u.what }).collect();
    Ok(Done::read(CalendarPreview { from: span.from, to: span.to, events, unread }))
}

/// Takes in the file, but for what is left out.
pub(crate) fn import_calendar(open: &mut Open, request: ImportCalendar) -> Result<Done<CalendarImported>, Failure> {
    check::entries("kinds", &request.kinds, MOST_EVENTS)?;
    check::entries("leave_out", &request.leave_out, MOST_EVENTS)?;
    let (_, _, mut plans) = plan(open, &request.text, request.episode, &request.kinds)?;
    let left_out: HashSet<&str> = request.leave_out.iter().map(String::as_str).collect();
    plans.retain(|plan| !left_out.contains(plan.event.uid.as_str()));
    let sum = |of: fn(&Plan) -> usize| count(plans.iter().map(of).sum());
    let imported = CalendarImported {
        added: sum(|plan| plan.new.len()),
        changed: sum(|plan| plan.changed.len()),
        removed: sum(|plan| plan.gone.len()),
    };
    open.write(Change::Treatment, |w| {
        for plan in &plans {
            for id in &plan.gone {
                store::session::delete_session(w, *id)?;
            }
            for session in plan.new.iter().chain(&plan.changed) {
                store::session::put_session(w, session)?;
            }
        }
        Ok(imported)
    })
}

/// What becomes of one event.
struct Plan {
    event: CalendarEvent,
    kind: SessionKind,
    new: Vec<Session>,
    changed: Vec<Session>,
    /// Sessions that are here just so.
    same: Vec<SessionId>,
    /// Cancelled times that were never here.
    nothing: usize,
    kept: usize,
    gone: Vec<SessionId>,
}

/// Reads the file and holds it against the record.
fn plan(
    open: &mut Open,
    text: &str,
    episode: domain::id::EpisodeId,
    kinds: &[EventKind],
) -> Result<(CalendarFile, Span, Vec<Plan>), Failure> {
    let today = open.today();
    let care = open.care()?;
    let episode = care.episodes.iter().find(|e| e.id == episode).ok_or(Failure::NotFound)?.clone();
    let span = span(&episode, care.planned_end(&episode), today);
    let mut file = calendar::read(text.as_bytes(), span).map_err(|fault| {
        let rule = match fault {
            CalendarFault::TooLarge => Rule::TooLarge,
            CalendarFault::NotACalendar | CalendarFault::NotText => Rule::Malformed,
        };
        Failure::invalid("text", rule)
    })?;
    let mut here: HashMap<String, Vec<Session>> = HashMap::new();
    for session in open.store.read::<_, Failure>(|r| Ok(store::session::imported_sessions(r)?))? {
        if let Some(imported) = &session.details.imported {
            here.entry(imported.uid.clone()).or_default().push(session);
        }
    }
    let chosen: HashMap<&str, SessionKind> = kinds.iter().map(|k| (k.uid.as_str(), k.kind)).collect();
    let full = file.events.iter().map(|e| e.times.len()).sum::<usize>() >= MOST_TIMES_IN_ALL;
    let events = std::mem::take(&mut file.events);
    let mut plans = Vec::with_capacity(events.len());
    for event in events {
        let kept = here.remove(&event.uid).unwrap_or_default();
        let kind = chosen.get(event.uid.as_str()).copied().unwrap_or_else(|| proposed(&event, &kept));
        // What lies after the last time that was read says nothing of being gone.
        let cut = full || event.times.len() >= MOST_TIMES;
        let last = event.times.last().map(|t| t.on).filter(|_| cut).unwrap_or(span.to);
        plans.push(plan_event(open, &episode, event, kind, kept, today, last)?);
    }
    Ok((file, span, plans))
}

/// The days that are taken in: of the whole episode, but of two years at most.
fn span(episode: &Episode, planned_end: Option<NaiveDate>, today: NaiveDate) -> Span {
    let anchor = today.max(episode.starts_on);
    let to = planned_end
        .map_or_else(|| plus_days(anchor, WEEKS_AHEAD * 7), |end| end.min(plus_days(anchor, MOST_WEEKS / 2 * 7)))
        .max(episode.starts_on);
    Span { from: episode.starts_on.max(minus_days(to, MOST_WEEKS * 7)), to, zone: episode.zone }
}

/// The kind that the client chose the last time, or that the words speak of.
fn proposed(event: &CalendarEvent, kept: &[Session]) -> SessionKind {
    let last = kept.iter().filter(|session| is_untouched(session)).max_by_key(|session| session.id);
    last.or_else(|| kept.iter().max_by_key(|session| session.id)).map_or(event.guess, |session| session.kind)
}

fn plan_event(
    open: &mut Open,
    episode: &Episode,
    event: CalendarEvent,
    kind: SessionKind,
    kept: Vec<Session>,
    today: NaiveDate,
    last: NaiveDate,
) -> Result<Plan, Failure> {
    let name = |session: &Session| session.details.imported.as_ref().map(|i| i.recurrence.clone()).unwrap_or_default();
    let mut kept: BTreeMap<String, Session> = kept.into_iter().map(|session| (name(&session), session)).collect();
    let mut plan = Plan {
        kind,
        new: Vec::new(),
        changed: Vec::new(),
        same: Vec::new(),
        nothing: 0,
        kept: 0,
        gone: Vec::new(),
        event,
    };
    for time in &plan.event.times {
        match kept.remove(&time.recurrence) {
            None if time.cancelled => plan.nothing += 1,
            None => {
                let id = open.new_id(SessionId::new)?;
                plan.new.push(as_read(id, episode, &plan.event, time, kind));
            }
            Some(session) => {
                let read = as_read(session.id, episode, &plan.event, time, kind);
                if session == read {
                    plan.same.push(session.id);
                } else if is_untouched(&session) {
                    plan.changed.push(read);
                } else {
                    plan.kept += 1;
                }
            }
        }
    }
    let no_more = |session: &&Session| {
        session.episode == episode.id && session.on >= today && session.on <= last && is_untouched(session)
    };
    plan.gone = kept.values().filter(no_more).map(|session| session.id).collect();
    Ok(plan)
}

/// A session as the file says it.
fn as_read(id: SessionId, episode: &Episode, event: &CalendarEvent, time: &EventTime, kind: SessionKind) -> Session {
    let mut session = Session {
        id,
        episode: episode.id,
        origin: None,
        kind,
        on: time.on,
        time: time.time,
        minutes: time.minutes,
        state: if time.cancelled { SessionState::Cancelled } else { SessionState::Planned },
        attended_minutes: None,
        makes_up: None,
        note: String::new(),
        details: Details { topic: event.title.clone(), ..Details::default() },
    };
    let mark = mark(&session);
    session.details.imported = Some(Imported { uid: event.uid.clone(), recurrence: time.recurrence.clone(), mark });
    session
}

/// Whether a session is as the file had it: not answered, and the client changed nothing and wrote nothing.
fn is_untouched(session: &Session) -> bool {
    let Some(imported) = &session.details.imported else { return false };
    let as_taken_in = Session {
        attended_minutes: None,
        makes_up: None,
        note: String::new(),
        details: Details {
            topic: session.details.topic.clone(),
            imported: Some(imported.clone()),
            ..Details::default()
        },
        ..session.clone()
    };
    *session == as_taken_in && imported.mark == mark(session)
}

/// FNV-1a over what a file says of a session: the same on every device and in every version.
fn mark(session: &Session) -> String {
    let Session { on, time, minutes, kind, state, .. } = session;
    let said = format!("{on} {time} {minutes} {kind:?} {state:?} {}", session.details.topic);
    let hash = said
        .bytes()
        .fold(0xcbf2_9ce4_8422_2325_u64, |hash, byte| (hash ^ u64::from(byte)).wrapping_mul(0x0100_0000_01b3));
    format!("{hash:016x}")
}

/// Of each event, at how many of its times another session is held too.
fn overlaps(open: &mut Open, span: Span, plans: &[Plan]) -> Result<Vec<u32>, Failure> {
    let care = open.care()?;
    let put = || plans.iter().flat_map(|plan| plan.new.iter().chain(&plan.changed));
    let elsewhere: HashSet<SessionId> = put().map(|s| s.id).chain(plans.iter().flat_map(|p| p.gone.clone())).collect();
    let mut all = care.occurrences(minus_days(span.from, 1), plus_days(span.to, 1));
    all.retain(|one| !matches!(one.session, SessionRef::Kept(id) if elsewhere.contains(&id)));
    all.extend(put().map(Occurrence::from));
    all.sort_by_key(|one| (one.on, one.time));
    all.iter_mut().for_each(|one| one.overlaps = false);
    mark_overlaps(&mut all, |episode| care.zone(episode));
    let marked: HashSet<SessionId> = all
        .iter()
        .filter(|one| one.overlaps)
        .filter_map(|one| if let SessionRef::Kept(id) = one.session { Some(id) } else { None })
        .collect();
    let of = |plan: &Plan| {
        let ids = plan.new.iter().chain(&plan.changed).map(|s| s.id).chain(plan.same.iter().copied());
        count(ids.filter(|id| marked.contains(id)).count())
    };
    Ok(plans.iter().map(of).collect())
}

impl Plan {
    fn preview(&self, overlaps: u32) -> EventPreview {
        let event = &self.event;
        let held: HashSet<u8> = event.times.iter().map(|t| Weekday::of(t.on).from_monday()).collect();
        let days = Weekday::ALL.into_iter().filter(|day| held.contains(&day.from_monday())).collect();
        let usual = |of: fn(&EventTime) -> u32| {
            let mut counts: BTreeMap<u32, usize> = BTreeMap::new();
            for time in &event.times {
                *counts.entry(of(time)).or_default() += 1;
            }
            let mut usual: Vec<_> = counts.into_iter().collect();
            usual.sort_by_key(|(value, times)| (std::cmp::Reverse(*times), *value));
            usual.into_iter().map(|(value, _)| value)
        };
        let day = |time: Option<&EventTime>| time.map_or(NaiveDate::MIN, |t| t.on);
        EventPreview {
            uid: event.uid.clone(),
            title: event.title.clone(),
            kind: self.kind,
            first_on: day(event.times.first()),
            last_on: day(event.times.last()),
            days,
            times: usual(|t| u32::from(t.time.minutes()))
                .take(MOST_TIMES_NAMED)
                .filter_map(|minutes| u16::try_from(minutes).ok())
                .map(domain::time::TimeOfDay::from_minutes)
                .collect(),
            minutes: usual(|t| t.minutes).next().unwrap_or(0),
            count: count(event.times.len()),
            repeats: event.repeats,
            goes_on: event.goes_on,
            cancelled: event.cancelled,
            new: count(self.new.len()),
            changed: count(self.changed.len()),
            same: count(self.same.len() + self.nothing),
            kept: count(self.kept),
            gone: count(self.gone.len()),
            overlaps,
        }
    }
}

fn count(n: usize) -> u32 {
    u32::try_from(n).unwrap_or(u32::MAX)
}

/// Writes what is planned to a calendar file where the client says. The file is not encrypted.
pub(crate) fn export_calendar(app: &App, request: ExportCalendar) -> Result<Done<CalendarExported>, Failure> {
    let (entries, words, now, today) = app.with_record(|open| ahead(open, &request))?;
    let sessions = count(entries.len());
    if sessions == 0 {
        return Ok(Done::read(CalendarExported { sessions, saved: None }));
    }
    let text = calendar::write(&entries, &words, now);
    drop(entries);
    // A name that says nothing of treatment.
    let Exported { saved } = dialog::save(app, &format!("calendar-{today}.ics"), text.into_bytes())?.value;
    Ok(Done::read(CalendarExported { sessions, saved }))
}

type Ahead = (Vec<CalendarEntry>, CalendarWords, chrono::DateTime<chrono::Utc>, NaiveDate);

fn ahead(open: &mut Open, request: &ExportCalendar) -> Result<Ahead, Failure> {
    check::range("weeks", request.weeks, 1, MOST_WEEKS_OUT)?;
    check::range("remind_minutes", request.remind_minutes.unwrap_or(0), 0, MOST_REMIND_MINUTES)?;
    let (now, today, language) = (open.now(), open.today(), open.preferences.language);
    let from = request.from.unwrap_or(today);
    check::date("from", from)?;
    let care = open.care()?;
    let origins: HashMap<SessionId, _> = care.sessions.iter().filter_map(|s| Some((s.id, s.origin?))).collect();
    // The clinic's day may be the one before the device's.
    let sessions = care.occurrences(minus_days(from, 1), plus_days(from, u64::from(request.weeks) * 7 - 1));
    let begins = open.zone().instant(from.and_time(chrono::NaiveTime::MIN)).max(now);
    let care = open.care()?;
    let entries = sessions
        .into_iter()
        .filter(|one| one.state == SessionState::Planned && one.starts(care.zone(one.episode)) >= begins)
        .map(|one| {
            let shown = request.titles == CalendarTitles::Kind;
            let provider = care.episodes.iter().find(|e| e.id == one.episode).map(|e| &e.provider);
            CalendarEntry {
                uid: uid(&one, &origins),
                on: one.on,
                time: one.time,
                zone: care.zone(one.episode),
                minutes: one.minutes,
                title: title(language, one.kind, request.titles),
                place: provider.filter(|_| shown).map(place).unwrap_or_default(),
                remind_minutes: request.remind_minutes,
            }
        })
        .collect();
    let reminder = say(Catalogue::Notice, language, "notice-calendar-reminder", &[]);
    Ok((entries, CalendarWords { reminder }, now, today))
}

/// The same at every export, also once the client has written into a session of a pattern.
fn uid(one: &Occurrence, origins: &HashMap<SessionId, domain::care::Origin>) -> String {
    let origin = match one.session {
        SessionRef::Occurrence(origin) => Some(origin),
        SessionRef::Kept(id) => origins.get(&id).copied(),
    };
    origin
        .map_or_else(|| one.session.to_string(), |origin| format!("{}-{}", origin.pattern, origin.on.format("%Y%m%d")))
}

fn title(language: Language, kind: SessionKind, titles: CalendarTitles) -> String {
    match titles {
        CalendarTitles::Neutral => say(Catalogue::Notice, language, "notice-calendar-title", &[]),
        CalendarTitles::Kind => say(Catalogue::Treatment, language, kind_word(kind), &[]),
    }
}

const fn kind_word(kind: SessionKind) -> &'static str {
    match kind {
        SessionKind::Individual => "kind-individual",
        SessionKind::Group => "kind-group",
        SessionKind::Family => "kind-family",
        SessionKind::Education => "kind-education",
        SessionKind::DrugTest => "kind-drug_test",
        SessionKind::CaseManagement => "kind-case_management",
        SessionKind::MedicationVisit => "kind-medication_visit",
        SessionKind::PsychiatricVisit => "kind-psychiatric_visit",
        SessionKind::Other => "kind-other",
    }
}

fn place(provider: &Provider) -> String {
    let parts = [&provider.name, &provider.address, &provider.room, &provider.link];
    parts.into_iter().map(|part| part.trim()).filter(|part| !part.is_empty()).collect::<Vec<_>>().join(", ")
}
