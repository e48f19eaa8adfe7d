//! What a database says it holds.

use domain::care::{Session, SessionState};
use domain::id::SessionId;

use super::sample::{self, bytes, put, record};
use super::{Folder, KEY, day};
use crate::schema::{MIGRATIONS, tables};
use crate::whole::whole;
use crate::{Contents, Store, StoreError, content, session};

/// The counts of what is read, by the kinds of the export.
fn counted(folder: &Folder) -> Vec<(&'static str, usize)> {
    let whole = folder.open().unwrap().read(whole).unwrap();
    vec![
        ("episodes", whole.episodes.len()),
        ("phases", whole.phases.len()),
        ("patterns", whole.patterns.len()),
        ("closures", whole.closures.len()),
        ("sessions", whole.sessions.len()),
        ("call_lines", whole.call_lines.len()),
        ("calls", whole.calls.len()),
        ("meetings", whole.meetings.len()),
        ("attendances", whole.attendances.len()),
        ("signatures", whole.signatures.len()),
        ("requirements", whole.requirements.len()),
        ("pauses", whole.pauses.len()),
        ("goals", whole.goals.len()),
        ("sponsors", whole.sponsors.len()),
        ("steps", whole.steps.len()),
        ("commitments", whole.commitments.len()),
        ("counters", whole.counters.len()),
        ("chips", whole.chips.len()),
        ("plan_versions", whole.plan_versions.len()),
        ("check_ins", whole.check_ins.len()),
        ("mooring_lines", whole.mooring_lines.len()),
        ("mooring_weeks", whole.mooring_weeks.len()),
        ("aftercare", whole.aftercare.len()),
        ("aftercare_done", whole.aftercare_done.len()),
        ("assessments", whole.assessments.len()),
        ("slips", whole.slips.len()),
        ("rides", whole.rides.len()),
        ("reminder_rules", whole.reminder_rules.len()),
        ("own_reminders", whole.own_reminders.len()),
        ("payers", whole.payers.len()),
        ("authorizations", whole.authorizations.len()),
        ("fees", whole.fees.len()),
        ("account_entries", whole.account_entries.len()),
    ]
}

fn assert_counts(contents: &Contents, expected: &[(&'static str, usize)]) {
    let expected: Vec<_> = expected.iter().filter(|(_, count)| *count > 0).copied().collect();
    let found: Vec<_> = contents.parts.iter().map(|(kind, count)| (*kind, usize::try_from(*count).unwrap())).collect();
    assert_eq!(found, expected);
}

#[test]
fn it_counts_what_the_export_holds_and_leaves_out_what_was_deleted() {
    let folder = Folder::new();
    let mut store = folder.create();
    store.write(|w| put(w, &record())).unwrap();
    store.write(|w| session::delete_session(w, record().sessions[0].id)).unwrap();
    let contents = store.contents(day("2026-02-01")).unwrap();
    store.close().unwrap();
    assert_eq!(contents.version, MIGRATIONS.len());
    assert_counts(&contents, &counted(&folder));
    assert_eq!(Store::look(&folder.path(), &KEY, day("2026-02-01")), Ok(contents));
}

#[test]
fn every_table_has_a_kind_or_is_known_to_have_none() {
    let folder = Folder::new();
    let mut store = folder.create();
    let mut others =
        store.read(|r| Ok::<_, StoreError>(tables(r.connection())?.into_keys().collect::<Vec<_>>())).unwrap();
    others.retain(|table| content::kind(table) == content::OTHER);
    assert_eq!(others, ["draft", "fired", "keeper", "listing", "meeting_list", "preference", "snoozed"]);
}

#[test]
fn the_latest_day_is_of_what_was_not_only_planned_and_is_not_ahead() {
    let folder = Folder::new();
    let mut store = folder.create();
    assert_eq!(store.contents(day("2026-02-01")).unwrap().latest, None);
    let episode = sample::episode(1);
    let planned = Session { state: SessionState::Planned, ..sample::session(1, episode.id, "2026-01-20") };
    store
        .write(|w| {
            crate::care::put_episode(w, &episode)?;
            session::put_session(w, &planned)
        })
        .unwrap();
    assert_eq!(store.contents(day("2026-02-01")).unwrap().latest, None);
    for (number, on) in [(2, "2026-01-15"), (3, "2026-02-10")] {
        let attended = Session { id: SessionId::new(number, &bytes(3)), ..sample::session(number, episode.id, on) };
        store.write(|w| session::put_session(w, &attended)).unwrap();
    }
    assert_eq!(store.contents(day("2026-02-01")).unwrap().latest, Some(day("2026-01-15")));
    store.write(|w| crate::group::put_attendance(w, &sample::attendance(1, "2026-02-01"))).unwrap();
    assert_eq!(store.contents(day("2026-02-01")).unwrap().latest, Some(day("2026-02-01")));
    assert_eq!(store.contents(day("2026-02-10")).unwrap().latest, Some(day("2026-02-10")));
}

#[test]
fn an_earlier_schema_is_looked_into_without_being_changed() {
    for number in 1..MIGRATIONS.len() {
        let folder = Folder::new();
        folder.make_old(number);
        let before = std::fs::read(folder.path()).unwrap();
        let contents = Store::look(&folder.path(), &KEY, day("2026-02-01")).unwrap();
        assert_eq!(contents.version, number);
        assert_eq!(contents.latest, Some(day("2026-01-13")));
        assert_eq!(contents.parts.first(), Some(&("episodes", 3)));
        assert_eq!(contents.parts.iter().any(|(kind, _)| *kind == "rides"), number >= 3);
        assert_eq!(folder.files(), ["record.db"]);
        assert_eq!(std::fs::read(folder.path()).unwrap(), before);
    }
}
