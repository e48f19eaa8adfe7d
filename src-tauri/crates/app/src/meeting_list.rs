//! Lists of meetings: taken in from files, and looked through.

use std::borrow::Cow;
use std::collections::{HashMap, HashSet};

use chrono::{DateTime, Utc};
use domain::find::{Begin, Wanted, find};
use domain::group::Fellowship;
use domain::id::{MeetingId, MeetingListId};
use domain::listing::{Listing, MeetingKind};
use domain::time::{TimeOfDay, Weekday};
use exchange::meeting_list::{self, ListFault, MeetingFile};
use store::Reader;
use store::listing::{Entry, MeetingList, Place};

use crate::App;
use crate::api::meeting_list::{
    FindMeetings, FoundMeetings, ImportMeetingList, ListingView, MeetingListImported, MeetingListKey,
    MeetingListPreview, MeetingListView, MeetingLists, PreviewMeetingList,
};
use crate::api::{Nothing, Ok as Acknowledged};
use crate::change::{Change, Done};
use crate::check;
use crate::failure::{Failure, Rule};
use crate::open::Open;
use crate::work::Going;

/// How many meetings are shown at once.
const AT_ONCE: usize = 40;
/// How many of a file are shown before it is taken in.
const SAMPLE: usize = 5;
/// After how many entries progress is said.
const STRIDE: usize = 200;
/// Most of each choice that can be looked for.
const MOST_CHOICES: usize = 100;

/// The text of a list's file, in whatever encoding its maker's program has.
pub(crate) fn text(bytes: &[u8]) -> Result<String, Failure> {
    meeting_list::text(bytes).map(Cow::into_owned).map_err(failure)
}

/// Reads the file; nothing where the client wants it to stop.
fn read(text: &str, going: &Going<'_>) -> Result<Option<MeetingFile>, Failure> {
    match meeting_list::read(text.as_bytes(), &mut || going.goes_on()) {
        Ok(file) => Ok(Some(file)),
        Err(ListFault::Stopped) => Ok(None),
        Err(fault) => Err(failure(fault)),
    }
}

fn failure(fault: ListFault) -> Failure {
    match fault {
        ListFault::TooLarge => Failure::invalid("text", Rule::TooLarge),
        ListFault::Empty => Failure::invalid("text", Rule::Required),
        ListFault::NotText | ListFault::NotAList => Failure::invalid("text", Rule::Unknown),
        ListFault::Malformed { line } => Failure::invalid(format!("line {line}"), Rule::Malformed),
        ListFault::Stopped => Failure::Conflict,
    }
}

/// What an edition of a list changes in what is here.
struct Difference<'a> {
    new: Vec<&'a Listing>,
    changed: Vec<(u32, &'a Listing)>,
    same: u32,
    gone: Vec<Entry>,
}

fn difference<'a>(here: Vec<Entry>, file: &'a [Listing]) -> Difference<'a> {
    let mut here: HashMap<String, Entry> = here.into_iter().map(|entry| (entry.listing.key.clone(), entry)).collect();
    let mut difference = Difference { new: Vec::new(), changed: Vec::new(), same: 0, gone: Vec::new() };
    for listing in file {
        match here.remove(&listing.key) {
            None => difference.new.push(listing),
            Some(entry) if entry.listing == *listing => difference.same += 1,
            Some(entry) => difference.changed.push((entry.number, listing)),
        }
    }
    difference.gone = here.into_values().collect();
    difference
}

/// The list that a file is a newer edition of: one of that format, half of whose meetings it has, or that has half of
/// its own; of several, the one that shares most. What a list calls itself says little: most say nothing, and one
/// server serves many areas.
fn edition_of(r: &Reader<'_>, lists: &[MeetingList], file: &MeetingFile) -> Result<Option<MeetingListId>, Failure> {
    let named: HashSet<(&str, &str)> = file.listings.iter().map(|one| (one.key.as_str(), one.name.as_str())).collect();
    let mut best = None;
    for list in lists.iter().filter(|list| list.format == file.format.word()) {
        let here = store::listing::names(r, list.id)?;
        let shared = here.iter().filter(|(key, name)| named.contains(&(key.as_str(), name.as_str()))).count();
        let is_edition = shared > 0 && shared * 2 >= here.len().min(named.len());
        if is_edition && best.is_none_or(|(most, _)| shared > most) {
            best = Some((shared, list.id));
        }
    }
    Ok(best.map(|(_, id)| id))
}

/// What taking in the file would do. Changes nothing.
pub(crate) fn preview_meeting_list(
    app: &App,
    request: PreviewMeetingList,
) -> Result<Done<MeetingListPreview>, Failure> {
    let going = app.begin_work();
    let file = read(&request.text, &going)?.ok_or(Failure::Conflict)?;
    app.with_record(|open| {
        let (now, device) = (open.now(), open.zone());
        let (lists, usual) =
            open.store.read::<_, Failure>(|r| Ok((store::listing::lists(r)?, store::group::meetings(r)?)))?;
        let list = match request.list {
            Some(id) => Some(id),
            None if request.as_new => None,
            None => open.store.read::<_, Failure>(|r| edition_of(r, &lists, &file))?,
        };
        if list.is_some_and(|id| !lists.iter().any(|list| list.id == id)) {
            return Err(Failure::NotFound);
        }
        let here = match list {
            Some(id) => open.store.read::<_, Failure>(|r| Ok(store::listing::entries(r, id)?))?,
            None => Vec::new(),
        };
        let difference = difference(here, &file.listings);
        let gone: HashSet<&str> = difference.gone.iter().map(|entry| entry.listing.key.as_str()).collect();
        let gone_usual = usual
            .iter()
            .filter(|m| m.listed.as_ref().is_some_and(|l| Some(l.list) == list && gone.contains(l.key.as_str())))
            .map(|meeting| meeting.name.clone())
            .collect();
        let shown = Shown { now, device, fellowships: HashMap::new(), usual: HashMap::new() };
        let fellowship = file.fellowship.unwrap_or(Fellowship::Other);
        let of_file = MeetingListId::new(0, &[0; 10]);
        let sample = file.listings.iter().take(SAMPLE);
        let sample = sample.map(|listing| shown.view(of_file, fellowship, listing.clone(), shown.begin(listing)));
        Ok(Done::read(MeetingListPreview {
            format: file.format,
            fellowship: file.fellowship,
            list,
            rows: file.rows,
            meetings: count(file.listings.len()),
            new: count(difference.new.len()),
            changed: count(difference.changed.len()),
            same: difference.same,
            gone: count(difference.gone.len()),
            gone_usual,
            sample: sample.collect(),
            name: file.name.clone(),
            unread_in_all: file.unread_in_all,
            unread: file.unread.clone(),
        }))
    })
}

/// Takes in the file, whole or not at all.
pub(crate) fn import_meeting_list(app: &App, request: ImportMeetingList) -> Result<Done<MeetingListImported>, Failure> {
    check::line_required("name", &request.name)?;
    let going = app.begin_work();
    let stopped = || Done::read(MeetingListImported { meetings: 0, stopped: true });
    let Some(file) = read(&request.text, &going)? else { return Ok(stopped()) };
    if file.listings.is_empty() {
        return Err(Failure::invalid("text", Rule::Required));
    }
    let meetings = count(file.listings.len());
    app.with_record(|open| {
        let new = open.new_id(MeetingListId::new)?;
        let list = MeetingList {
            id: request.list.unwrap_or(new),
            name: request.name,
            fellowship: request.fellowship,
            format: file.format.word().to_owned(),
            imported_at: open.now(),
        };
        let mut is_stopped = false;
        let written = open.write(Change::Lists, |w| {
            if let Some(id) = request.list {
                store::listing::lists(w)?.iter().find(|list| list.id == id).ok_or(Failure::NotFound)?;
            }
            let mut is_changed = store::listing::purge(w)?;
            let difference = difference(store::listing::entries(w, list.id)?, &file.listings);
            let outdated = difference.changed.iter().map(|(number, _)| *number);
            let removed = outdated.chain(difference.gone.iter().map(|entry| entry.number)).collect::<Vec<_>>();
            let added = difference.new.iter().chain(difference.changed.iter().map(|(_, listing)| listing));
            is_changed = is_changed || !removed.is_empty() || !difference.new.is_empty();
            going.of(count(removed.len()).saturating_add(count(difference.new.len() + difference.changed.len())));
            // What this answers rolls all of it back; what the client is told is said below.
            let mut pace = |i: usize| {
                is_stopped = i.is_multiple_of(STRIDE) && !going.reached(count(i));
                if is_stopped { Err(Failure::Conflict) } else { Ok(()) }
            };
            for (i, number) in removed.iter().enumerate() {
                store::listing::remove_entry(w, *number)?;
                pace(i)?;
            }
            for (i, listing) in (removed.len()..).zip(added) {
                store::listing::add_entry(w, list.id, listing)?;
                pace(i)?;
            }
            if is_changed {
                store::listing::index_text(w)?;
            }
            store::listing::put_list(w, &list)?;
            Ok(MeetingListImported { meetings, stopped: false })
        });
        if is_stopped {
            return Ok(stopped());
        }
        let mut done = written?;
        // Entries are not undoable: an older edition is brought back by taking it in again.
        done.undo = done.undo.filter(|_| request.list.is_none());
        Ok(done)
    })
}

pub(crate) fn meeting_lists(open: &mut Open, _: Nothing) -> Result<Done<MeetingLists>, Failure> {
    let zone = open.zone();
    let (lists, counts) =
        open.store.read::<_, Failure>(|r| Ok((store::listing::lists(r)?, store::listing::entry_counts(r)?)))?;
    let counts: HashMap<MeetingListId, u32> = counts.into_iter().collect();
    let kinds = open.sought()?.iter().fold(0, |bits, one| bits | one.kinds);
    let mut fellowships: Vec<Fellowship> = Vec::new();
    for list in &lists {
        if !fellowships.contains(&list.fellowship) {
            fellowships.push(list.fellowship);
        }
    }
    let lists = lists
        .into_iter()
        .map(|list| MeetingListView {
            id: list.id,
            meetings: counts.get(&list.id).copied().unwrap_or(0),
            imported_on: zone.civil(list.imported_at).date(),
            name: list.name,
            fellowship: list.fellowship,
        })
        .collect();
    Ok(Done::read(MeetingLists { lists, kinds: MeetingKind::of_bits(kinds), fellowships }))
}

/// Takes a list away. Usual meetings that were taken from it stay.
pub(crate) fn delete_meeting_list(open: &mut Open, request: MeetingListKey) -> Result<Done<Acknowledged>, Failure> {
    open.write(Change::Lists, |w| {
        store::listing::delete_list(w, request.id)?;
        Ok(Acknowledged)
    })
}

pub(crate) fn find_meetings(open: &mut Open, request: FindMeetings) -> Result<Done<FoundMeetings>, Failure> {
    check::line("text", &request.text)?;
    check::line("place", &request.place)?;
    check::entries("fellowships", &request.fellowships, MOST_CHOICES)?;
    check::entries("kinds", &request.kinds, MOST_CHOICES)?;
    let (now, device) = (open.now(), open.zone());
    let (among, lists, usual) = open.store.read::<_, Failure>(|r| {
        let text = store::listing::with_words(r, &request.text, Place::Anywhere)?;
        let place = store::listing::with_words(r, &request.place, Place::Where)?;
        let among: Vec<Vec<u32>> = text.into_iter().chain(place).collect();
        Ok((among, store::listing::lists(r)?, store::group::meetings(r)?))
    })?;
    let wanted = Wanted {
        when: request.when,
        from: request.from,
        before: request.before,
        fellowships: &request.fellowships,
        kinds: MeetingKind::bits(&request.kinds),
        reach: request.reach,
        among: &among,
    };
    let found = find(open.sought()?, &wanted, now, device);
    let skip = usize::try_from(request.skip).unwrap_or(usize::MAX);
    let page: Vec<_> = found.iter().skip(skip).take(AT_ONCE).copied().collect();
    let numbers: Vec<u32> = page.iter().map(|one| one.number).collect();
    let begins: HashMap<u32, Option<Begin>> = page.into_iter().map(|one| (one.number, one.begin)).collect();
    let entries = open.store.read::<_, Failure>(|r| Ok(store::listing::numbered(r, &numbers)?))?;
    let shown = Shown {
        now,
        device,
        fellowships: lists.into_iter().map(|list| (list.id, list.fellowship)).collect(),
        usual: usual.into_iter().filter_map(|m| m.listed.map(|listed| ((listed.list, listed.key), m.id))).collect(),
    };
    let meetings = entries
        .into_iter()
        .map(|entry| {
            let fellowship = shown.fellowships.get(&entry.list).copied().unwrap_or(Fellowship::Other);
            shown.view(entry.list, fellowship, entry.listing, begins.get(&entry.number).copied().flatten())
        })
        .collect();
    Ok(Done::read(FoundMeetings { total: count(found.len()), meetings }))
}

/// What an entry is shown with.
struct Shown {
    now: DateTime<Utc>,
    device: domain::time::Zone,
    fellowships: HashMap<MeetingListId, Fellowship>,
    usual: HashMap<(MeetingListId, String), MeetingId>,
}

impl Shown {
    fn begin(&self, listing: &Listing) -> Option<Begin> {
        domain::find::begin(listing.held?, listing.minutes, listing.zone, self.now, self.device)
    }

    fn view(&self, list: MeetingListId, fellowship: Fellowship, listing: Listing, begin: Option<Begin>) -> ListingView {
        let left = begin.filter(|_| !listing.closed).map(|begin| (begin.at - self.now).num_minutes());
        let usual = self.usual.get(&(list, listing.key.clone())).copied();
        ListingView {
            list,
            fellowship,
            weekday: begin.map(|begin| Weekday::of(begin.local.date())),
            time: begin.map(|begin| TimeOfDay::of(begin.local.time())),
            own_weekday: listing.held.map(|(weekday, _)| weekday),
            own_time: listing.held.map(|(_, time)| time),
            own_zone: listing.zone.map(|zone| zone.name().to_owned()),
            zone: listing.zone.filter(|zone| *zone != self.device).map(|zone| zone.name().to_owned()),
            running: begin.is_some_and(|begin| begin.at <= self.now) && !listing.closed,
            begins_in: left.map(|minutes| u32::try_from(minutes).unwrap_or(0)),
            key: listing.key,
            name: listing.name,
            minutes: listing.minutes,
            venue: listing.venue,
            place: listing.place,
            address: listing.address,
            region: listing.region,
            link: listing.link,
            phone: listing.phone,
            kinds: listing.kinds,
            other_kinds: listing.other_kinds,
            notes: listing.notes,
            closed: listing.closed,
            usual,
        }
    }
}

fn count(n: usize) -> u32 {
    u32::try_from(n).unwrap_or(u32::MAX)
}
