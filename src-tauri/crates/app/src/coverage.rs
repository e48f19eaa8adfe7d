//! Coverage and cost: payers, authorizations, fees, the account.

use std::cmp::Reverse;
use std::collections::{HashMap, HashSet};

use chrono::NaiveDate;
use domain::account::{
    Amount, Cents, Currency, Entry, EntryKind, Fee, FeeBasis, MOST_CENTS, Uncharged, add_up, balances,
};
use domain::care::Session;
use domain::coverage::{Authorization, MOST_UNITS, Payer, Renewal};
use domain::hours::CareRecord;
use domain::id::{AuthorizationId, EntryId, EpisodeId, FeeId, PayerId};
use domain::time::plus_days;
use exchange::csv::{self, AccountLine};
use exchange::record::Record;
use store::Reader;

use crate::api::coverage::{
    AttendedCharged, AuthorizationKey, AuthorizationView, Coverage, CoverageBefore, CoveredEpisode, CurrencyDigits,
    EntryKey, EntryPlace, FeeKey, PayerKey, PayerView, RenewalDue, SaveAuthorization, SaveEntry, SaveFee, SavePayer,
};
use crate::api::record::Exported;
use crate::api::treatment::EpisodeKey;
use crate::api::{Nothing, Ok as Acknowledged};
use crate::change::{Change, Done};
use crate::check;
use crate::failure::{Failure, Rule};
use crate::open::Open;
use crate::{App, record};

/// How many entries of the account are shown at once.
const AT_ONCE: usize = 50;
const LONGEST_SPAN: i64 = 366 * 11;

/// All that is kept of coverage and cost.
struct Kept {
    payers: Vec<Payer>,
    authorizations: Vec<Authorization>,
    fees: Vec<Fee>,
    /// By day.
    entries: Vec<Entry>,
}

fn kept(r: &Reader<'_>) -> Result<Kept, Failure> {
    Ok(Kept {
        payers: store::coverage::payers(r)?,
        authorizations: store::coverage::authorizations(r)?,
        fees: store::coverage::fees(r)?,
        entries: store::coverage::entries(r)?,
    })
}

fn count(n: usize) -> u32 {
    u32::try_from(n).unwrap_or(u32::MAX)
}

fn place(entry: &Entry) -> EntryPlace {
    EntryPlace { on: entry.on, id: entry.id }
}

pub(crate) fn coverage(open: &mut Open, request: CoverageBefore) -> Result<Done<Coverage>, Failure> {
    let (now, today, first) = (open.now(), open.today(), open.preferences.week_starts_on);
    let Kept { payers, authorizations, fees, mut entries } = open.store.read(kept)?;
    let care = open.care()?;
    let mut episodes = Vec::new();
    for episode in &care.episodes {
        let due = care.uncharged(episode.id, &fees, &entries, first);
        let ended = care.planned_end(episode).is_some_and(|end| end < today);
        episodes.push(CoveredEpisode {
            episode: episode.id,
            level: episode.level,
            starts_on: episode.starts_on,
            current: episode.starts_on <= today && !ended,
            uncharged: count(due.len()),
            uncharged_amounts: add_up(due.iter().map(|due| due.amount)).unwrap_or_default(),
        });
    }
    let used = named_payers(&authorizations, &entries);
    let payers = payers.into_iter().map(|payer| PayerView { in_use: used.contains(&payer.id), payer }).collect();
    let mut covered: Vec<AuthorizationView> = authorizations
        .iter()
        .map(|one| AuthorizationView { covered: care.covered(one, &authorizations, now), authorization: one.clone() })
        .collect();
    covered.sort_by_key(|view| Reverse((view.authorization.starts_on, view.authorization.id)));
    let forecasts = care.episodes.iter().filter_map(|e| care.forecast(e.id, &fees, first, now)).collect();
    let balances = balances(&entries).ok_or(Failure::Internal { id: "balance" })?;
    let newest = entries.iter().map(|entry| (entry.id, entry.currency)).max();
    let currency = newest.map(|(_, currency)| currency).or(fees.last().map(|fee| fee.currency));
    entries.sort_by_key(|entry| Reverse(place(entry)));
    entries.retain(|entry| request.before.is_none_or(|before| place(entry) < before));
    let more = entries.len() > AT_ONCE;
    entries.truncate(AT_ONCE);
    Ok(Done::read(Coverage {
        today,
        currency: currency.unwrap_or(Currency::USD),
        other_digits: Currency::OTHER_DIGITS.map(|(currency, digits)| CurrencyDigits { currency, digits }).into(),
        episodes,
        payers,
        authorizations: covered,
        fees,
        balances,
        forecasts,
        older_before: entries.last().filter(|_| more).map(place),
        entries,
    }))
}

fn named_payers(authorizations: &[Authorization], entries: &[Entry]) -> HashSet<PayerId> {
    authorizations.iter().map(|one| one.payer).chain(entries.iter().filter_map(|entry| entry.payer)).collect()
}

/// The authorization that is to be renewed first, if one is to be renewed now.
pub(crate) fn renewal(open: &mut Open) -> Result<Option<RenewalDue>, Failure> {
    let (now, today) = (open.now(), open.today());
    let (authorizations, payers) =
        open.store.read::<_, Failure>(|r| Ok((store::coverage::authorizations(r)?, store::coverage::payers(r)?)))?;
    // Only those that hold today; around midnight the clinic's day can be another.
    let holds = |one: &&Authorization| one.starts_on <= plus_days(today, 1) && plus_days(one.ends_on, 1) >= today;
    let care = open.care()?;
    let due = authorizations.iter().filter(holds).filter_map(|one| {
        let covered = care.covered(one, &authorizations, now);
        let payer = payers.iter().find(|payer| payer.id == one.payer)?;
        let is_due = matches!(covered.renewal, Renewal::Now | Renewal::Soon);
        is_due.then(|| RenewalDue { payer: payer.name.clone(), kind: payer.kind, covered })
    });
    Ok(due.min_by_key(|due| due.covered.last_day))
}

pub(crate) fn save_payer(open: &mut Open, request: SavePayer) -> Result<Done<PayerKey>, Failure> {
    let new = open.new_id(PayerId::new)?;
    let payer = Payer {
        id: request.id.unwrap_or(new),
        kind: request.kind,
        name: request.name,
        member: request.member,
        phone: request.phone,
    };
    check_payer(&payer)?;
    open.write(Change::Treatment, |w| {
        if request.id.is_some() {
            known(store::coverage::payers(w)?.iter().any(|p| p.id == payer.id))?;
        }
        store::coverage::put_payer(w, &payer)?;
        Ok(PayerKey { id: payer.id })
    })
}

/// Checks a payer's fields; the importer uses it too.
pub(crate) fn check_payer(payer: &Payer) -> Result<(), Failure> {
    check::line("name", &payer.name)?;
    check::line("member", &payer.member)?;
    check::phone("phone", &payer.phone)
}

fn known(known: bool) -> Result<(), Failure> {
    if known { Ok(()) } else { Err(Failure::NotFound) }
}

/// Deletes a payer that nothing names.
pub(crate) fn delete_payer(open: &mut Open, request: PayerKey) -> Result<Done<Acknowledged>, Failure> {
    open.write(Change::Treatment, |w| {
        let kept = kept(w)?;
        known(kept.payers.iter().any(|p| p.id == request.id))?;
        if named_payers(&kept.authorizations, &kept.entries).contains(&request.id) {
            return Err(Failure::invalid("id", Rule::DoesNotFit));
        }
        store::coverage::delete_payer(w, request.id)?;
        Ok(Acknowledged)
    })
}

pub(crate) fn save_authorization(
    open: &mut Open,
    request: SaveAuthorization,
) -> Result<Done<AuthorizationKey>, Failure> {
    let new = open.new_id(AuthorizationId::new)?;
    let one = Authorization {
        id: request.id.unwrap_or(new),
        payer: request.payer,
        episode: request.episode,
        unit: request.unit,
        amount: request.amount,
        starts_on: request.starts_on,
        ends_on: request.ends_on,
        reference: request.reference,
    };
    check_authorization(&one)?;
    check_episode(open, one.episode)?;
    open.write(Change::Treatment, |w| {
        if request.id.is_some() {
            known(store::coverage::authorizations(w)?.iter().any(|a| a.id == one.id))?;
        }
        check_named("payer", store::coverage::payers(w)?.iter().any(|p| p.id == one.payer))?;
        store::coverage::put_authorization(w, &one)?;
        Ok(AuthorizationKey { id: one.id })
    })
}

fn check_named(field: &str, known: bool) -> Result<(), Failure> {
    if known { Ok(()) } else { Err(Failure::invalid(field, Rule::Unknown)) }
}

fn check_episode(open: &mut Open, id: EpisodeId) -> Result<(), Failure> {
    check_named("episode", open.care()?.episodes.iter().any(|e| e.id == id))
}

/// Checks an authorization's fields; the importer uses it too.
pub(crate) fn check_authorization(one: &Authorization) -> Result<(), Failure> {
    check::range("amount", one.amount, 1, MOST_UNITS)?;
    check::date("starts_on", one.starts_on)?;
    check::date("ends_on", one.ends_on)?;
    if one.ends_on < one.starts_on {
        return Err(Failure::invalid("ends_on", Rule::EndBeforeStart));
    }
    if (one.ends_on - one.starts_on).num_days() > LONGEST_SPAN {
        return Err(Failure::invalid("ends_on", Rule::TooLarge));
    }
    check::line("reference", &one.reference)
}

pub(crate) fn delete_authorization(open: &mut Open, request: AuthorizationKey) -> Result<Done<Acknowledged>, Failure> {
    open.write(Change::Treatment, |w| {
        store::coverage::delete_authorization(w, request.id)?;
        Ok(Acknowledged)
    })
}

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
fn check_sums<'e>(field: &str, entries: impl IntoIterator<Item = &'e Entry>) -> Result<(), Failure> {
    balances(entries).map(drop).ok_or_else(|| Failure::invalid(field, Rule::TooLarge))
}

/// Checks an entry's fields; the importer uses it too.
pub(crate) fn check_entry(entry: &Entry) -> Result<(), Failure> {
    check::date("on", entry.on)?;
    check_cents("cents", entry.cents)?;
    check::note("note", &entry.note)
}

/// What an imported record names is in it or here, and its account can be told.
pub(crate) fn check_references(here: &Record, file: &Record) -> Result<(), Failure> {
    let payers: HashSet<PayerId> = here.payers.iter().chain(&file.payers).map(|p| p.id).collect();
    check_named("authorizations", file.authorizations.iter().all(|a| payers.contains(&a.payer)))?;
    let named = |entry: &Entry| entry.payer.is_none_or(|payer| payers.contains(&payer));
    check_named("account_entries", file.account_entries.iter().all(named))?;
    let replaced: HashSet<EntryId> = file.account_entries.iter().map(|e| e.id).collect();
    let stays = here.account_entries.iter().filter(|e| !replaced.contains(&e.id));
    check_sums("account_entries", stays.chain(&file.account_entries))
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
    let (table, today) = app.with_open(|open| {
        let kept = open.store.read(kept)?;
        Ok((table(&kept, open.care()?)?, open.today()))
    })?;
    record::save(app, &format!("account-{today}.csv"), &table)
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
    use domain::coverage::PayerKind;
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
