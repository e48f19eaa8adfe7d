//! The account: fees, charges and payments, and its table.

use std::collections::HashMap;

use chrono::NaiveDate;
use domain::account::{Amount, Cents, Entry, EntryKind, Fee, FeeBasis, MOST_CENTS, Uncharged, balances};
use domain::care::Session;
use domain::coverage::{Authorization, Payer, PayerKind};
use domain::hours::CareRecord;
use domain::id::{EntryId, FeeId};
use domain::time::plus_days;
use exchange::csv::{self, AccountLine};

use crate::api::coverage::{AttendedCharged, EntryKey, FeeKey, SaveEntry, SaveFee};
use crate::api::record::Exported;
use crate::api::treatment::EpisodeKey;
use crate::api::{Nothing, Ok as Acknowledged};
use crate::change::{Change, Done};
use crate::check;
use crate::coverage::{Kept, check_episode, check_named, count, kept, known};
use crate::failure::{Failure, Rule};
use crate::open::Open;
use crate::{App, dialog};

pub(crate) fn save_fee(open: &mut Open, request: SaveFee) -> Result<Done<FeeKey>, Failure> {
    check_cents("cents", request.cents)?;
    check_episode(open, request.episode)?;
    let new = open.new_id(FeeId::new)?;
    let fee = Fee {
        id: request.id.unwrap_or(new),
        episode: request.episode,
        kind: request.kind,
        basis: request.basis,
        cents: request.cents,
        currency: request.currency,
    };
    open.write(Change::Treatment, |w| {
        let fees = store::coverage::fees(w)?;
        if request.id.is_some() {
            known(fees.iter().any(|f| f.id == fee.id))?;
        }
        let repeats = |f: &Fee| f.basis != FeeBasis::Flat;
        let same = |f: &Fee| f.id != fee.id && (f.episode, f.kind) == (fee.episode, fee.kind);
        if repeats(&fee) && fees.iter().any(|f| same(f) && repeats(f)) {
            return Err(Failure::Conflict);
        }
        store::coverage::put_fee(w, &fee)?;
        Ok(FeeKey { id: fee.id })
    })
}

/// An amount that an entry or a fee can have.
pub(crate) fn check_cents(field: &str, cents: Cents) -> Result<(), Failure> {
    match cents {
        ..=0 => Err(Failure::invalid(field, Rule::TooSmall)),
        1..=MOST_CENTS => Ok(()),
        _ => Err(Failure::invalid(field, Rule::TooLarge)),
    }
}

pub(crate) fn delete_fee(open: &mut Open, request: FeeKey) -> Result<Done<Acknowledged>, Failure> {
    open.write(Change::Treatment, |w| {
        store::coverage::delete_fee(w, request.id)?;
        Ok(Acknowledged)
    })
}

pub(crate) fn save_entry(open: &mut Open, request: SaveEntry) -> Result<Done<EntryKey>, Failure> {
    let new = open.new_id(EntryId::new)?;
    let entry = Entry {
        id: request.id.unwrap_or(new),
        on: request.on,
        kind: request.kind,
        cents: request.cents,
        currency: request.currency,
        session: request.session,
        payer: request.payer,
        note: request.note,
    };
    check_entry(&entry)?;
    // Around midnight a journey can put the device's day one behind the client's.
    if entry.on > plus_days(open.today(), 1) {
        return Err(Failure::invalid("on", Rule::InTheFuture));
    }
    open.write(Change::Treatment, |w| {
        let mut entries = store::coverage::entries(w)?;
        let before = entries.iter().position(|e| e.id == entry.id).map(|place| entries.swap_remove(place));
        if request.id.is_some() {
            known(before.is_some())?;
        }
        // An entry keeps the session it was for, also when that is not there any more.
        let kept = before.and_then(|before| before.session);
        if let Some(session) = entry.session.filter(|session| kept != Some(*session)) {
            check_named("session", store::session::session(w, session)?.is_some())?;
        }
        if let Some(payer) = entry.payer {
            check_named("payer", store::coverage::payers(w)?.iter().any(|p| p.id == payer))?;
        }
        check_sums("cents", entries.iter().chain([&entry]))?;
        store::coverage::put_entry(w, &entry)?;
        Ok(EntryKey { id: entry.id })
    })
}

/// The account with these entries can be told exactly.
pub(crate) fn check_sums<'e>(field: &str, entries: impl IntoIterator<Item = &'e Entry>) -> Result<(), Failure> {
    balances(entries).map(drop).ok_or_else(|| Failure::invalid(field, Rule::TooLarge))
}

/// Checks an entry's fields; the importer uses it too.
pub(crate) fn check_entry(entry: &Entry) -> Result<(), Failure> {
    check::date("on", entry.on)?;
    check_cents("cents", entry.cents)?;
    check::note("note", &entry.note)
}

pub(crate) fn delete_entry(open: &mut Open, request: EntryKey) -> Result<Done<Acknowledged>, Failure> {
    open.write(Change::Treatment, |w| {
        store::coverage::delete_entry(w, request.id)?;
        Ok(Acknowledged)
    })
}

/// Adds an entry for each attended session (or day, or week) of an episode that its fee asks for and
/// that is not charged yet: a copay where an authorization covers the day, else a charge. Once more adds
/// nothing.
pub(crate) fn charge_attended(open: &mut Open, request: EpisodeKey) -> Result<Done<AttendedCharged>, Failure> {
    let first = open.preferences.week_starts_on;
    let Kept { authorizations, fees, mut entries, .. } = open.store.read(kept)?;
    let care = open.care()?;
    known(care.episodes.iter().any(|e| e.id == request.episode))?;
    let due = care.uncharged(request.episode, &fees, &entries, first);
    let covers = |on: NaiveDate| {
        let covers = |a: &&Authorization| a.episode == request.episode && a.starts_on <= on && on <= a.ends_on;
        authorizations.iter().find(covers)
    };
    let mut new = Vec::new();
    for Uncharged { session, on, amount: Amount { currency, cents } } in due {
        let payer = covers(on).map(|one| one.payer);
        new.push(Entry {
            id: open.new_id(EntryId::new)?,
            on,
            kind: if payer.is_some() { EntryKind::Copay } else { EntryKind::Charge },
            cents,
            currency,
            session: Some(session),
            payer,
            note: String::new(),
        });
    }
    entries.extend(new.iter().cloned());
    check_sums("episode", &entries)?;
    open.write(Change::Treatment, |w| {
        for entry in &new {
            store::coverage::put_entry(w, entry)?;
        }
        Ok(AttendedCharged { added: count(new.len()) })
    })
}

/// Writes the account as a table to a file where the client says. The file is not encrypted.
pub(crate) fn export_account(app: &App, _: Nothing) -> Result<Done<Exported>, Failure> {
    let (table, today) = app.with_record(|open| {
        let kept = open.store.read(kept)?;
        Ok((table(&kept, open.care()?)?, open.today()))
    })?;
    dialog::save(app, &format!("account-{today}.csv"), table)
}

fn table(kept: &Kept, care: &CareRecord) -> Result<Vec<u8>, Failure> {
    let sessions: HashMap<_, &Session> = care.sessions.iter().map(|s| (s.id, s)).collect();
    let payers: HashMap<_, String> = kept.payers.iter().map(|p| (p.id, payer_name(p))).collect();
    let named: Vec<(&Entry, String)> = kept
        .entries
        .iter()
        .map(|entry| {
            let session = entry.session.and_then(|id| sessions.get(&id));
            (entry, session.map_or_else(String::new, |s| format!("{} {}", s.on, s.time)))
        })
        .collect();
    let lines = named.iter().map(|(entry, session)| AccountLine {
        on: entry.on,
        kind: kind_word(entry.kind),
        cents: entry.cents,
        currency: entry.currency,
        payer: entry.payer.and_then(|id| payers.get(&id)).map_or("", String::as_str),
        session,
        note: &entry.note,
    });
    csv::account(lines).map_err(|_| Failure::Internal { id: "export" })
}

/// The word of the wire.
const fn kind_word(kind: EntryKind) -> &'static str {
    match kind {
        EntryKind::Charge => "charge",
        EntryKind::Copay => "copay",
        EntryKind::Payment => "payment",
        EntryKind::Credit => "credit",
    }
}

/// A payer's name, or how it pays where it has none.
fn payer_name(payer: &Payer) -> String {
    if !payer.name.trim().is_empty() {
        return payer.name.clone();
    }
    let word = match payer.kind {
        PayerKind::SelfPay => "self_pay",
        PayerKind::Private => "private",
        PayerKind::Medicaid => "medicaid",
        PayerKind::Medicare => "medicare",
        PayerKind::SlidingScale => "sliding_scale",
    };
    word.to_owned()
}
