//! The whole record, out to a file and in from one.

use std::collections::{HashMap, HashSet};
use std::hash::Hash;

use domain::care::{MOST_MINUTES, MOST_WEEKS_BETWEEN, Origin, Session};
use domain::preference::Preferences;
use domain::reminder::MOST_OWN;
use domain::time::is_kept;
use exchange::record::{Choices, FORMAT, KeptCheckIn, KeptPlan, KeptSignature, Record, RecordFault, VERSION};
use store::plan::PlanVersionMeta;
use store::{Reader, Writer};

use crate::api::Nothing;
use crate::api::record::{Exported, ImportFile, ImportPart, ImportPreview};
use crate::change::{Change, Done};
use crate::check;
use crate::failure::{Failure, Rule};
use crate::open::Open;
use crate::{
    App, account, aftercare, assessment, care, check_in, closure, coverage, dialog, drug_test, group, hard_moment,
    mooring, plan, recovery, reminder, reminder_rule, requirement, session, slip, step_work,
};

/// Everything in the record, as the export has it.
fn whole(r: &Reader<'_>) -> Result<Record, Failure> {
    let mut whole = store::whole::whole(r)?;
    whole.episodes.sort_by_key(|e| e.id);
    whole.phases.sort_by_key(|p| p.id);
    whole.patterns.sort_by_key(|p| p.id);
    whole.closures.sort_by_key(|c| c.id);
    whole.sessions.sort_by_key(|s| s.id);
    whole.call_lines.sort_by_key(|l| l.id);
    whole.meetings.sort_by_key(|m| m.id);
    whole.attendances.sort_by_key(|a| a.id);
    whole.plan_versions.sort_by_key(|(meta, _)| meta.id);
    whole.authorizations.sort_by_key(|a| a.id);
    whole.account_entries.sort_by_key(|e| e.id);
    Ok(Record {
        format: FORMAT.to_owned(),
        version: VERSION,
        choices: Choices::from(&whole.preferences),
        episodes: whole.episodes,
        phases: whole.phases,
        patterns: whole.patterns,
        closures: whole.closures,
        sessions: whole.sessions,
        call_lines: whole.call_lines,
        calls: whole.calls,
        meetings: whole.meetings,
        attendances: whole.attendances,
        signatures: whole
            .signatures
            .into_iter()
            .map(|(attendance, signature)| KeptSignature { attendance, signature })
            .collect(),
        requirements: whole.requirements,
        pauses: whole.pauses,
        goals: whole.goals,
        sponsors: whole.sponsors,
        steps: whole.steps,
        commitments: whole.commitments,
        counters: whole.counters,
        chips: whole.chips,
        plan_versions: whole
            .plan_versions
            .into_iter()
            .map(|(meta, plan)| KeptPlan { id: meta.id, saved_at: meta.saved_at, plan })
            .collect(),
        check_ins: whole.check_ins.into_iter().map(|(id, check_in)| KeptCheckIn { id, check_in }).collect(),
        mooring_lines: whole.mooring_lines,
        mooring_weeks: whole.mooring_weeks,
        aftercare: whole.aftercare,
        aftercare_done: whole.aftercare_done,
        assessments: whole.assessments,
        slips: whole.slips,
        rides: whole.rides,
        reminder_rules: whole.reminder_rules,
        own_reminders: whole.own_reminders,
        payers: whole.payers,
        authorizations: whole.authorizations,
        fees: whole.fees,
        account_entries: whole.account_entries,
    })
}

/// Writes the whole record to a file where the client says. The file is not encrypted.
pub(crate) fn export_record(app: &App, _: Nothing) -> Result<Done<Exported>, Failure> {
    let (text, today) = app.with_record(|open| {
        let record = open.store.read(whole)?;
        let text = exchange::record::write(&record).map_err(|_| Failure::Internal { id: "export" })?;
        Ok((text, open.today()))
    })?;
    dialog::save(app, &format!("handrail-{today}.json"), text.into_bytes())
}

/// What taking in the file would do. Changes nothing.
pub(crate) fn preview_import(open: &mut Open, request: ImportFile) -> Result<Done<ImportPreview>, Failure> {
    let record = read(&request.text)?;
    let here = open.store.read(whole)?;
    Ok(Done::read(compare(&here, &record)))
}

/// Takes in the file: adds what is new, replaces what differs, deletes nothing.
pub(crate) fn import_record(open: &mut Open, request: ImportFile) -> Result<Done<ImportPreview>, Failure> {
    let record = read(&request.text)?;
    let here = open.store.read(whole)?;
    let preview = compare(&here, &record);
    check_references(&here, &record)?;
    let preferences = merged(&open.preferences, &record.choices);
    let known = reminder::known(open)?;
    let mut done = open.write(Change::Treatment, |w| {
        put(w, &here, &record)?;
        if preferences != store::preference::preferences(w)? {
            store::preference::put_preferences(w, &preferences)?;
        }
        Ok(preview)
    })?;
    for change in Change::CONTENT {
        open.forget(change);
    }
    open.reload_preferences()?;
    // Only the greeting before unlocking depends on it: the choice itself is saved.
    let _ = open.vault.set_language(open.preferences.language.tag());
    if !done.changes.is_empty() {
        done.changes = Change::CONTENT.to_vec();
        // What came in reminds of what is ahead; what is saved is saved, also where it comes at once then.
        let _ = reminder::pass_over(open, &known, false);
    }
    Ok(done)
}

fn merged(ours: &Preferences, choices: &Choices) -> Preferences {
    Preferences {
        language: choices.language,
        week_starts_on: choices.week_starts_on,
        lock_after_minutes: choices.lock_after_minutes,
        quiet: choices.quiet,
        // The others are choices for this device.
        ..ours.clone()
    }
}

fn read(text: &str) -> Result<Record, Failure> {
    let record = exchange::record::read(text).map_err(|fault| match fault {
        RecordFault::Newer => Failure::invalid("text", Rule::Newer),
        RecordFault::TooLarge => Failure::invalid("text", Rule::TooLarge),
        RecordFault::Malformed { line } => Failure::invalid(format!("line {line}"), Rule::Malformed),
    })?;
    check_record(&record)?;
    Ok(record)
}

/// Every entry has to pass what the operations ask of it, too.
fn check_record(record: &Record) -> Result<(), Failure> {
    let at = |list: &str, i: usize| {
        let entry = format!("{list}.{i}");
        move |failure: Failure| match failure {
            Failure::Invalid { field, rule } => Failure::invalid(format!("{entry}.{field}"), rule),
            other => other,
        }
    };
    let span = |from, to: Option<chrono::NaiveDate>| {
        check::date("starts_on", from)?;
        match to {
            Some(to) if !is_kept(to) => Err(Failure::invalid("ends_on", Rule::NotADate)),
            // A phase or pattern cut on its first day ends the day before it began, and holds nothing.
            Some(to) if domain::time::plus_days(to, 1) < from => Err(Failure::invalid("ends_on", Rule::EndBeforeStart)),
            _ => Ok(()),
        }
    };
    if let Some(minutes) = record.choices.lock_after_minutes {
        check::range("choices.lock_after_minutes", minutes, 1, 120)?;
    }
    for (i, e) in record.episodes.iter().enumerate() {
        span(e.starts_on, e.ends_on)
            .and_then(|()| check::line("edition", &e.edition))
            .and_then(|()| care::provider("provider", &e.provider))
            .map_err(at("episodes", i))?;
    }
    for (i, p) in record.phases.iter().enumerate() {
        span(p.starts_on, p.ends_on)
            .and_then(|()| check::range("target_minutes", p.target_minutes, 0, 7 * MOST_MINUTES))
            .map_err(at("phases", i))?;
    }
    for (i, p) in record.patterns.iter().enumerate() {
        span(p.starts_on, p.ends_on)
            .and_then(|()| check::range("minutes", p.minutes, 1, MOST_MINUTES))
            .and_then(|()| check::range("every_weeks", p.every_weeks, 1, MOST_WEEKS_BETWEEN))
            .map_err(at("patterns", i))?;
    }
    for (i, c) in record.closures.iter().enumerate() {
        closure::check(c).map_err(at("closures", i))?;
    }
    for (i, s) in record.sessions.iter().enumerate() {
        check::date("on", s.on)
            .and_then(|()| s.origin.map_or(Ok(()), |origin| check::date("origin.on", origin.on)))
            .and_then(|()| check::range("minutes", s.minutes, 1, MOST_MINUTES))
            .and_then(|()| check::range("attended_minutes", s.attended_minutes.unwrap_or(0), 0, MOST_MINUTES))
            .and_then(|()| session::check_attended(s))
            .and_then(|()| check::note("note", &s.note))
            .and_then(|()| session::check_details("details", &s.details))
            .map_err(at("sessions", i))?;
    }
    for (i, l) in record.call_lines.iter().enumerate() {
        drug_test::check_line(l).map_err(at("call_lines", i))?;
    }
    for (i, c) in record.calls.iter().enumerate() {
        check::date("on", c.on).map_err(at("calls", i))?;
    }
    for (i, m) in record.meetings.iter().enumerate() {
        group::check_meeting(m).map_err(at("meetings", i))?;
    }
    for (i, a) in record.attendances.iter().enumerate() {
        group::check_attendance(a).map_err(at("attendances", i))?;
    }
    for (i, s) in record.signatures.iter().enumerate() {
        group::check_signature(&s.signature).map_err(at("signatures", i))?;
    }
    for (i, q) in record.requirements.iter().enumerate() {
        requirement::check_requirement(q).map_err(at("requirements", i))?;
    }
    for (i, p) in record.pauses.iter().enumerate() {
        requirement::check_pause(p).map_err(at("pauses", i))?;
    }
    for (i, g) in record.goals.iter().enumerate() {
        requirement::check_goal(g).map_err(at("goals", i))?;
    }
    for (i, s) in record.sponsors.iter().enumerate() {
        step_work::check_sponsor(s).map_err(at("sponsors", i))?;
    }
    for (i, s) in record.steps.iter().enumerate() {
        step_work::check_step(s).map_err(at("steps", i))?;
    }
    for (i, c) in record.commitments.iter().enumerate() {
        step_work::check_commitment(c).map_err(at("commitments", i))?;
    }
    for (i, c) in record.counters.iter().enumerate() {
        recovery::check_counter(c).map_err(at("counters", i))?;
    }
    for (i, c) in record.chips.iter().enumerate() {
        recovery::check_mark(c.mark).map_err(at("chips", i))?;
    }
    for (i, v) in record.plan_versions.iter().enumerate() {
        plan::check(&v.plan).map_err(at("plan_versions", i))?;
    }
    for (i, c) in record.check_ins.iter().enumerate() {
        check_in::check(&c.check_in).map_err(at("check_ins", i))?;
    }
    for (i, l) in record.mooring_lines.iter().enumerate() {
        mooring::check_line(l).map_err(at("mooring_lines", i))?;
    }
    for (i, w) in record.mooring_weeks.iter().enumerate() {
        mooring::check_week(w).map_err(at("mooring_weeks", i))?;
    }
    for (i, a) in record.aftercare.iter().enumerate() {
        aftercare::check(a).map_err(at("aftercare", i))?;
    }
    for (i, d) in record.aftercare_done.iter().enumerate() {
        check::date("on", d.on).map_err(at("aftercare_done", i))?;
    }
    for (i, a) in record.assessments.iter().enumerate() {
        assessment::check(a).map_err(at("assessments", i))?;
    }
    for (i, s) in record.slips.iter().enumerate() {
        slip::check(s).map_err(at("slips", i))?;
    }
    for (i, r) in record.rides.iter().enumerate() {
        hard_moment::check_ride(r).map_err(at("rides", i))?;
    }
    for (i, r) in record.reminder_rules.iter().enumerate() {
        reminder_rule::check(r).map_err(at("reminder_rules", i))?;
    }
    for (i, r) in record.own_reminders.iter().enumerate() {
        reminder_rule::check_own(r).map_err(at("own_reminders", i))?;
    }
    for (i, p) in record.payers.iter().enumerate() {
        coverage::check_payer(p).map_err(at("payers", i))?;
    }
    for (i, a) in record.authorizations.iter().enumerate() {
        coverage::check_authorization(a).map_err(at("authorizations", i))?;
    }
    for (i, f) in record.fees.iter().enumerate() {
        account::check_cents("cents", f.cents).map_err(at("fees", i))?;
    }
    for (i, e) in record.account_entries.iter().enumerate() {
        account::check_entry(e).map_err(at("account_entries", i))?;
    }
    unique("rides", record.rides.iter().map(|r| r.id))?;
    unique("reminder_rules", record.reminder_rules.iter().map(|r| r.source))?;
    unique("own_reminders", record.own_reminders.iter().map(|r| r.id))?;
    unique("payers", record.payers.iter().map(|p| p.id))?;
    unique("authorizations", record.authorizations.iter().map(|a| a.id))?;
    unique("fees", record.fees.iter().map(|f| f.id))?;
    unique("account_entries", record.account_entries.iter().map(|e| e.id))?;
    unique("episodes", record.episodes.iter().map(|e| e.id))?;
    unique("phases", record.phases.iter().map(|p| p.id))?;
    unique("patterns", record.patterns.iter().map(|p| p.id))?;
    unique("closures", record.closures.iter().map(|c| c.id))?;
    unique("sessions", record.sessions.iter().map(|s| s.id))?;
    unique("sessions", record.sessions.iter().filter_map(|s| s.origin))?;
    unique(
        "sessions",
        record.sessions.iter().filter_map(|s| s.details.imported.as_ref()).map(|i| (&i.uid, &i.recurrence)),
    )?;
    unique("call_lines", record.call_lines.iter().map(|l| l.id))?;
    unique("calls", record.calls.iter().map(|c| c.id))?;
    unique("calls", record.calls.iter().map(|c| (c.line, c.on)))?;
    unique("meetings", record.meetings.iter().map(|m| m.id))?;
    unique("attendances", record.attendances.iter().map(|a| a.id))?;
    unique("signatures", record.signatures.iter().map(|s| s.attendance))?;
    unique("requirements", record.requirements.iter().map(|q| q.id))?;
    unique("pauses", record.pauses.iter().map(|p| p.id))?;
    unique("goals", record.goals.iter().map(|g| g.id))?;
    unique("sponsors", record.sponsors.iter().map(|s| s.id))?;
    unique("steps", record.steps.iter().map(|s| s.id))?;
    unique("commitments", record.commitments.iter().map(|c| c.id))?;
    unique("counters", record.counters.iter().map(|c| c.id))?;
    unique("chips", record.chips.iter().map(|c| (c.fellowship, c.mark)))?;
    unique("plan_versions", record.plan_versions.iter().map(|v| v.id))?;
    unique("mooring_lines", record.mooring_lines.iter().map(|l| l.id))?;
    unique("mooring_weeks", record.mooring_weeks.iter().map(|w| w.starts_on))?;
    unique("aftercare", record.aftercare.iter().map(|a| a.id))?;
    unique("aftercare_done", record.aftercare_done.iter())?;
    unique("assessments", record.assessments.iter().map(|a| a.id))?;
    unique("assessments", record.assessments.iter().map(|a| (a.instrument, a.on)))?;
    unique("slips", record.slips.iter().map(|s| s.id))?;
    unique("check_ins", record.check_ins.iter().map(|c| c.id))?;
    unique("check_ins", record.check_ins.iter().map(|c| c.check_in.on))
}

fn unique<K: Eq + Hash>(list: &str, mut keys: impl Iterator<Item = K>) -> Result<(), Failure> {
    let mut seen = HashSet::new();
    if keys.all(|key| seen.insert(key)) { Ok(()) } else { Err(Failure::invalid(list, Rule::DoesNotFit)) }
}

/// Phases, patterns and sessions belong to an episode of the file or of the record.
fn check_references(here: &Record, record: &Record) -> Result<(), Failure> {
    let episodes: HashSet<_> = here.episodes.iter().chain(&record.episodes).map(|e| e.id).collect();
    let named = |list: &str, mut ids: Box<dyn Iterator<Item = domain::id::EpisodeId> + '_>| {
        if ids.all(|id| episodes.contains(&id)) { Ok(()) } else { Err(Failure::invalid(list, Rule::Unknown)) }
    };
    // A version of the plan is never changed: the same id has to say the same.
    if part("plan_versions", &here.plan_versions, &record.plan_versions, |v| v.id).changed > 0 {
        return Err(Failure::invalid("plan_versions", Rule::DoesNotFit));
    }
    let own: HashSet<_> = here.own_reminders.iter().chain(&record.own_reminders).map(|own| own.id).collect();
    if own.len() > MOST_OWN {
        return Err(Failure::invalid("own_reminders", Rule::TooLong));
    }
    named("phases", Box::new(record.phases.iter().map(|p| p.episode)))?;
    named("patterns", Box::new(record.patterns.iter().map(|p| p.episode)))?;
    named("call_lines", Box::new(record.call_lines.iter().map(|l| l.episode)))?;
    let lines: HashSet<_> = here.call_lines.iter().chain(&record.call_lines).map(|l| l.id).collect();
    if !record.calls.iter().all(|call| lines.contains(&call.line)) {
        return Err(Failure::invalid("calls", Rule::Unknown));
    }
    named("closures", Box::new(record.closures.iter().map(|c| c.episode)))?;
    named("sessions", Box::new(record.sessions.iter().map(|s| s.episode)))?;
    let attendances: HashSet<_> = here.attendances.iter().chain(&record.attendances).map(|a| a.id).collect();
    if !record.signatures.iter().all(|signature| attendances.contains(&signature.attendance)) {
        return Err(Failure::invalid("signatures", Rule::Unknown));
    }
    let lines: HashSet<_> = here.mooring_lines.iter().chain(&record.mooring_lines).map(|l| l.id).collect();
    if !record.mooring_weeks.iter().flat_map(|week| &week.ticks).all(|tick| lines.contains(&tick.line)) {
        return Err(Failure::invalid("mooring_weeks", Rule::Unknown));
    }
    let aftercare: HashSet<_> = here.aftercare.iter().chain(&record.aftercare).map(|a| a.id).collect();
    if !record.aftercare_done.iter().all(|done| aftercare.contains(&done.id)) {
        return Err(Failure::invalid("aftercare_done", Rule::Unknown));
    }
    coverage::check_references(here, record)?;
    named("authorizations", Box::new(record.authorizations.iter().map(|a| a.episode)))?;
    named("fees", Box::new(record.fees.iter().map(|f| f.episode)))
}

/// The entries of a list that are not here just so, found by a key.
fn differing<'a, T: PartialEq, K: Eq + Hash>(here: &[T], file: &'a [T], key: impl Fn(&T) -> K) -> Vec<&'a T> {
    let known: HashMap<K, &T> = here.iter().map(|entry| (key(entry), entry)).collect();
    file.iter().filter(|entry| known.get(&key(entry)).is_none_or(|ours| ours != entry)).collect()
}

fn part<T: PartialEq, K: Eq + Hash>(kind: &'static str, here: &[T], file: &[T], key: impl Fn(&T) -> K) -> ImportPart {
    placed(kind, here, file, key, |_| None::<()>)
}

/// As [`part`], for entries of which a place holds one at most: one of the file
/// replaces what is in its place here, whatever the id of that.
fn placed<T: PartialEq, K: Eq + Hash, P: Eq + Hash>(
    kind: &'static str,
    here: &[T],
    file: &[T],
    key: impl Fn(&T) -> K,
    place: impl Fn(&T) -> Option<P>,
) -> ImportPart {
    let known: HashSet<K> = here.iter().map(&key).collect();
    let filled: HashSet<P> = here.iter().filter_map(&place).collect();
    let is_new = |entry: &&T| !known.contains(&key(entry)) && place(entry).is_none_or(|place| !filled.contains(&place));
    let count = |n: usize| u32::try_from(n).unwrap_or(u32::MAX);
    let new = file.iter().filter(is_new).count();
    let differing = differing(here, file, &key).len();
    ImportPart { kind, new: count(new), same: count(file.len() - differing), changed: count(differing - new) }
}

/// What a session stands for.
#[derive(PartialEq, Eq, Hash)]
enum Place {
    /// An occurrence of a pattern.
    Pattern(Origin),
    /// An entry of a calendar file and which of its recurrences.
    File(String, String),
}

fn session_place(session: &Session) -> Option<Place> {
    let entry = session.details.imported.as_ref().map(|i| Place::File(i.uid.clone(), i.recurrence.clone()));
    session.origin.map(Place::Pattern).or(entry)
}

fn compare(here: &Record, file: &Record) -> ImportPreview {
    let choices = [here.choices.clone()];
    let parts = vec![
        part("choices", &choices, std::slice::from_ref(&file.choices), |_| ()),
        part("episodes", &here.episodes, &file.episodes, |e| e.id),
        part("phases", &here.phases, &file.phases, |p| p.id),
        part("patterns", &here.patterns, &file.patterns, |p| p.id),
        part("closures", &here.closures, &file.closures, |c| c.id),
        placed("sessions", &here.sessions, &file.sessions, |s| s.id, session_place),
        part("call_lines", &here.call_lines, &file.call_lines, |l| l.id),
        placed("calls", &here.calls, &file.calls, |c| c.id, |c| Some((c.line, c.on))),
        part("meetings", &here.meetings, &file.meetings, |m| m.id),
        part("attendances", &here.attendances, &file.attendances, |a| a.id),
        part("signatures", &here.signatures, &file.signatures, |s| s.attendance),
        part("requirements", &here.requirements, &file.requirements, |q| q.id),
        part("pauses", &here.pauses, &file.pauses, |p| p.id),
        part("goals", &here.goals, &file.goals, |g| g.id),
        part("sponsors", &here.sponsors, &file.sponsors, |s| s.id),
        part("steps", &here.steps, &file.steps, |s| s.id),
        part("commitments", &here.commitments, &file.commitments, |c| c.id),
        part("counters", &here.counters, &file.counters, |c| c.id),
        part("chips", &here.chips, &file.chips, |c| (c.fellowship, c.mark)),
        part("plan_versions", &here.plan_versions, &file.plan_versions, |v| v.id),
        placed("check_ins", &here.check_ins, &file.check_ins, |c| c.id, |c| Some(c.check_in.on)),
        part("mooring_lines", &here.mooring_lines, &file.mooring_lines, |l| l.id),
        part("mooring_weeks", &here.mooring_weeks, &file.mooring_weeks, |w| w.starts_on),
        part("aftercare", &here.aftercare, &file.aftercare, |a| a.id),
        part("aftercare_done", &here.aftercare_done, &file.aftercare_done, |d| *d),
        placed("assessments", &here.assessments, &file.assessments, |a| a.id, |a| Some((a.instrument, a.on))),
        part("slips", &here.slips, &file.slips, |s| s.id),
        part("rides", &here.rides, &file.rides, |r| r.id),
        part("reminder_rules", &here.reminder_rules, &file.reminder_rules, |r| r.source),
        part("own_reminders", &here.own_reminders, &file.own_reminders, |r| r.id),
        part("payers", &here.payers, &file.payers, |p| p.id),
        part("authorizations", &here.authorizations, &file.authorizations, |a| a.id),
        part("fees", &here.fees, &file.fees, |f| f.id),
        part("account_entries", &here.account_entries, &file.account_entries, |e| e.id),
    ];
    ImportPreview { changes_anything: parts.iter().any(|p| p.new + p.changed > 0), parts }
}

fn put(w: &Writer<'_>, here: &Record, file: &Record) -> Result<(), Failure> {
    for episode in differing(&here.episodes, &file.episodes, |e| e.id) {
        store::care::put_episode(w, episode)?;
    }
    for phase in differing(&here.phases, &file.phases, |p| p.id) {
        store::care::put_phase(w, phase)?;
    }
    for pattern in differing(&here.patterns, &file.patterns, |p| p.id) {
        store::care::put_pattern(w, pattern)?;
    }
    for closure in differing(&here.closures, &file.closures, |c| c.id) {
        store::care::put_closure(w, closure)?;
    }
    for session in differing(&here.sessions, &file.sessions, |s| s.id) {
        store::session::put_session(w, session)?;
    }
    for line in differing(&here.call_lines, &file.call_lines, |l| l.id) {
        store::drug_test::put_call_line(w, line)?;
    }
    for call in differing(&here.calls, &file.calls, |c| c.id) {
        store::drug_test::put_call(w, call)?;
    }
    for meeting in differing(&here.meetings, &file.meetings, |m| m.id) {
        store::group::put_meeting(w, meeting)?;
    }
    for attendance in differing(&here.attendances, &file.attendances, |a| a.id) {
        store::group::put_attendance(w, attendance)?;
    }
    for kept in differing(&here.signatures, &file.signatures, |s| s.attendance) {
        store::group::put_signature(w, kept.attendance, &kept.signature)?;
    }
    for requirement in differing(&here.requirements, &file.requirements, |q| q.id) {
        store::requirement::put_requirement(w, requirement)?;
    }
    for pause in differing(&here.pauses, &file.pauses, |p| p.id) {
        store::requirement::put_pause(w, pause)?;
    }
    for goal in differing(&here.goals, &file.goals, |g| g.id) {
        store::requirement::put_goal(w, goal)?;
    }
    for sponsor in differing(&here.sponsors, &file.sponsors, |s| s.id) {
        store::step_work::put_sponsor(w, sponsor)?;
    }
    for step in differing(&here.steps, &file.steps, |s| s.id) {
        store::step_work::put_step(w, step)?;
    }
    for commitment in differing(&here.commitments, &file.commitments, |c| c.id) {
        store::step_work::put_commitment(w, commitment)?;
    }
    for counter in differing(&here.counters, &file.counters, |c| c.id) {
        store::recovery::put_counter(w, counter)?;
    }
    for chip in differing(&here.chips, &file.chips, |c| (c.fellowship, c.mark)) {
        store::recovery::put_chip(w, *chip)?;
    }
    for version in differing(&here.plan_versions, &file.plan_versions, |v| v.id) {
        let meta = PlanVersionMeta { id: version.id, saved_at: version.saved_at };
        store::plan::add_plan_version(w, &meta, &version.plan)?;
    }
    for kept in differing(&here.check_ins, &file.check_ins, |c| c.id) {
        store::check_in::put_check_in(w, kept.id, &kept.check_in)?;
    }
    for line in differing(&here.mooring_lines, &file.mooring_lines, |l| l.id) {
        store::mooring::put_line(w, line)?;
    }
    for week in differing(&here.mooring_weeks, &file.mooring_weeks, |w| w.starts_on) {
        store::mooring::put_week(w, week)?;
    }
    for entry in differing(&here.aftercare, &file.aftercare, |a| a.id) {
        store::aftercare::put_entry(w, entry)?;
    }
    for done in differing(&here.aftercare_done, &file.aftercare_done, |d| *d) {
        store::aftercare::put_done(w, *done)?;
    }
    for assessment in differing(&here.assessments, &file.assessments, |a| a.id) {
        store::assessment::put_assessment(w, assessment)?;
    }
    for slip in differing(&here.slips, &file.slips, |s| s.id) {
        store::slip::put_slip(w, slip)?;
    }
    for ride in differing(&here.rides, &file.rides, |r| r.id) {
        store::ride::put_ride(w, ride)?;
    }
    for rule in differing(&here.reminder_rules, &file.reminder_rules, |r| r.source) {
        store::reminder::put_rule(w, rule)?;
    }
    for own in differing(&here.own_reminders, &file.own_reminders, |r| r.id) {
        store::reminder::put_own(w, own)?;
    }
    for payer in differing(&here.payers, &file.payers, |p| p.id) {
        store::coverage::put_payer(w, payer)?;
    }
    for authorization in differing(&here.authorizations, &file.authorizations, |a| a.id) {
        store::coverage::put_authorization(w, authorization)?;
    }
    for fee in differing(&here.fees, &file.fees, |f| f.id) {
        store::coverage::put_fee(w, fee)?;
    }
    for entry in differing(&here.account_entries, &file.account_entries, |e| e.id) {
        store::coverage::put_entry(w, entry)?;
    }
    Ok(())
}
