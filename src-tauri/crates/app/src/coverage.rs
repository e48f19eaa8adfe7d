//! Coverage and cost: who pays, what is covered, and how all of it stands.

use std::cmp::Reverse;
use std::collections::HashSet;

use domain::account::{Currency, Entry, Fee, add_up, balances};
use domain::coverage::{Authorization, MOST_UNITS, Payer, Renewal};
use domain::id::{AuthorizationId, EntryId, EpisodeId, PayerId};
use domain::time::plus_days;
use exchange::record::Record;
use store::Reader;

use crate::account::check_sums;
use crate::api::Ok as Acknowledged;
use crate::api::coverage::{
    AuthorizationKey, AuthorizationView, Coverage, CoverageBefore, CoveredEpisode, CurrencyDigits, EntryPlace,
    PayerKey, PayerView, RenewalDue, SaveAuthorization, SavePayer,
};
use crate::change::{Change, Done};
use crate::check;
use crate::failure::{Failure, Rule};
use crate::open::Open;

/// How many entries of the account are shown at once.
const AT_ONCE: usize = 20;
const LONGEST_SPAN: i64 = 366 * 11;

/// All that is kept of coverage and cost.
pub(crate) struct Kept {
    pub(crate) payers: Vec<Payer>,
    pub(crate) authorizations: Vec<Authorization>,
    pub(crate) fees: Vec<Fee>,
    /// By day.
    pub(crate) entries: Vec<Entry>,
}

pub(crate) fn kept(r: &Reader<'_>) -> Result<Kept, Failure> {
    Ok(Kept {
        payers: store::coverage::payers(r)?,
        authorizations: store::coverage::authorizations(r)?,
        fees: store::coverage::fees(r)?,
        entries: store::coverage::entries(r)?,
    })
}

pub(crate) fn count(n: usize) -> u32 {
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

pub(crate) fn known(known: bool) -> Result<(), Failure> {
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

pub(crate) fn check_named(field: &str, known: bool) -> Result<(), Failure> {
    if known { Ok(()) } else { Err(Failure::invalid(field, Rule::Unknown)) }
}

pub(crate) fn check_episode(open: &mut Open, id: EpisodeId) -> Result<(), Failure> {
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
