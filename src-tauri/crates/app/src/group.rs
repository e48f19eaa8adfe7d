//! Support groups: the log and usual meetings.

use std::cmp::Reverse;
use std::collections::{BTreeSet, HashMap, HashSet};

use chrono::{Datelike, NaiveDate};
use domain::care::MOST_MINUTES;
use domain::group::{Attendance, Fellowship, Meeting};
use domain::id::{AttendanceId, MeetingId};
use domain::listing::Listing;
use domain::signature::{self, Signature, SignatureFault};
use domain::time::{TimeOfDay, Weekday, Zone, minus_days, plus_days, week_start};
use store::{Reader, Writer};

use crate::api::Ok as Acknowledged;
use crate::api::groups::{
    AttendanceKey, AttendanceRecorded, DrawnSignature, FellowshipCount, GroupCounts, GroupWeek, Groups, GroupsBefore,
    ListSays, Logged, MeetingKey, RecordAttendance, SaveMeeting, SignatureShown, UsualMeeting,
};
use crate::change::{Change, Done};
use crate::check;
use crate::failure::{Failure, Rule};
use crate::open::Open;
use crate::requirement;

/// How many weeks of the log are shown at once.
const WEEKS_AT_ONCE: u64 = 8;
/// The usual meetings: the one held last, and not logged yet, is the likeliest to be logged now and comes first.
pub(crate) fn usual(open: &mut Open) -> Result<Vec<UsualMeeting>, Failure> {
    let (now, today, device) = (open.now(), open.today(), open.zone());
    let (meetings, recent, entries) = open.store.read::<_, Failure>(|r| {
        let meetings = store::group::meetings(r)?;
        let entries = listed(r, &meetings)?;
        Ok((meetings, store::group::attendances_between(r, minus_days(today, 8), today)?, entries))
    })?;
    let mut usual: Vec<UsualMeeting> = meetings
        .into_iter()
        .map(|meeting| {
            let last = meeting.last_begun(now, device);
            let next = device.civil(meeting.next_begins(now, device));
            let logged = recent.iter().any(|a| a.meeting == Some(meeting.id) && a.on == last.date());
            let list_says = entries.get(&meeting.id).and_then(|entry| list_says(&meeting, entry.as_ref()));
            UsualMeeting {
                meeting,
                last_held: last.date(),
                last_time: TimeOfDay::of(last.time()),
                next_on: next.date(),
                next_time: TimeOfDay::of(next.time()),
                logged,
                list_says,
            }
        })
        .collect();
    usual.sort_by_key(|u| (u.logged, Reverse((u.last_held, u.last_time))));
    Ok(usual)
}

/// What the lists that are here say of the meetings that were taken from one.
fn listed(r: &Reader<'_>, meetings: &[Meeting]) -> Result<HashMap<MeetingId, Option<Listing>>, Failure> {
    let mut found = HashMap::new();
    if meetings.iter().all(|meeting| meeting.listed.is_none()) {
        return Ok(found);
    }
    let lists: HashSet<_> = store::listing::lists(r)?.into_iter().map(|list| list.id).collect();
    for meeting in meetings {
        if let Some(listed) = meeting.listed.as_ref().filter(|listed| lists.contains(&listed.list)) {
            let entry = store::listing::entry(r, listed.list, &listed.key)?;
            found.insert(meeting.id, entry.map(|entry| entry.listing));
        }
    }
    Ok(found)
}

fn list_says(meeting: &Meeting, entry: Option<&Listing>) -> Option<ListSays> {
    let Some(entry) = entry else { return Some(ListSays::Gone) };
    if entry.closed != meeting.closed {
        return Some(if entry.closed { ListSays::Closed } else { ListSays::Reopened });
    }
    let (weekday, time) = entry.held?;
    let place = place_of(entry);
    let same = (weekday, time, entry.minutes, &place, &entry.link, &entry.phone)
        == (meeting.weekday, meeting.time, meeting.minutes, &meeting.place, &meeting.link, &meeting.phone);
    (!same).then(|| ListSays::Changed {
        weekday,
        time,
        minutes: entry.minutes,
        place,
        link: entry.link.clone(),
        phone: entry.phone.clone(),
    })
}

/// Place and address of an entry in one line, as long as a line may be.
fn place_of(entry: &Listing) -> String {
    let place = Some(&entry.place).filter(|place| !entry.address.starts_with(place.as_str()));
    let parts = [place, Some(&entry.address)];
    let text = parts.into_iter().flatten().filter(|part| !part.is_empty()).cloned().collect::<Vec<_>>().join(", ");
    text.chars().take(domain::text::LINE).collect()
}

/// How many were attended this week.
pub(crate) fn in_this_week(open: &mut Open) -> Result<u32, Failure> {
    let (today, first) = (open.today(), open.preferences.week_starts_on);
    Ok(counts(open.attended()?, today, week_start(today, first)).week)
}

/// How many were attended: this week, this month and in all.
fn counts(days: &[(NaiveDate, Fellowship)], today: NaiveDate, this_week: NaiveDate) -> GroupCounts {
    let mut counts = GroupCounts::default();
    let mut of: HashMap<Fellowship, FellowshipCount> = HashMap::new();
    let week = this_week..=plus_days(this_week, 6);
    for (on, fellowship) in days {
        let (in_week, in_month) = (week.contains(on), (on.year(), on.month()) == (today.year(), today.month()));
        let one =
            of.entry(*fellowship).or_insert(FellowshipCount { fellowship: *fellowship, week: 0, month: 0, total: 0 });
        for (count, yes) in [
            (&mut one.week, in_week),
            (&mut one.month, in_month),
            (&mut one.total, true),
            (&mut counts.week, in_week),
            (&mut counts.month, in_month),
            (&mut counts.total, true),
        ] {
            *count += u32::from(yes);
        }
    }
    counts.fellowships = of.into_values().collect();
    counts.fellowships.sort_by_key(|one| (Reverse(one.total), one.fellowship as u8));
    counts
}

pub(crate) fn groups(open: &mut Open, request: GroupsBefore) -> Result<Done<Groups>, Failure> {
    let (today, first) = (open.today(), open.preferences.week_starts_on);
    let end = request.before.map_or(plus_days(today, 1), |before| minus_days(before, 1));
    check::date("before", end)?;
    let (log, signed, older, has_lists) = open.store.read::<_, Failure>(|r| {
        let mut from = minus_days(week_start(end, first), 7 * (WEEKS_AT_ONCE - 1));
        let mut to = end;
        let mut log = store::group::attendances_between(r, from, to)?;
        if log.is_empty() {
            // A long pause: go on at the newest attendance before it.
            if let Some(newest) = store::group::newest_attendance_day_before(r, from)? {
                from = minus_days(week_start(newest, first), 7 * (WEEKS_AT_ONCE - 1));
                to = newest;
                log = store::group::attendances_between(r, from, to)?;
            }
        }
        let older = store::group::newest_attendance_day_before(r, from)?.map(|_| from);
        let signed = store::group::signed_between(r, from, to)?;
        Ok((log, signed, older, !store::listing::lists(r)?.is_empty()))
    })?;
    let signed: HashSet<AttendanceId> = signed.into_iter().collect();
    let mut weeks: Vec<GroupWeek> = Vec::new();
    for attendance in log {
        let starts_on = week_start(attendance.on, first);
        let logged = Logged { signed: signed.contains(&attendance.id), attendance };
        match weeks.last_mut().filter(|week| week.starts_on == starts_on) {
            Some(week) => week.attendances.push(logged),
            None => weeks.push(GroupWeek { starts_on, attendances: vec![logged] }),
        }
    }
    let usual = usual(open)?;
    Ok(Done::read(Groups {
        today,
        counts: counts(open.attended()?, today, week_start(today, first)),
        requirements: requirement::current(open, &usual)?,
        goals: requirement::current_goals(open)?,
        usual,
        has_lists,
        weeks,
        older_before: older,
    }))
}

pub(crate) fn record_attendance(
    open: &mut Open,
    request: RecordAttendance,
) -> Result<Done<AttendanceRecorded>, Failure> {
    let took: BTreeSet<_> = request.took.iter().copied().collect();
    let new = open.new_id(AttendanceId::new)?;
    let usual = Some(open.new_id(MeetingId::new)?).filter(|_| request.keep && request.meeting.is_none());
    let attendance = Attendance {
        id: request.id.unwrap_or(new),
        meeting: request.meeting.or(usual),
        fellowship: request.fellowship,
        name: request.name,
        on: request.on,
        time: request.time,
        minutes: request.minutes,
        mode: request.mode,
        place: request.place,
        took: took.into_iter().collect(),
        topic: request.topic,
        note: request.note,
    };
    check_attendance(&attendance)?;
    let signature = request.signature.map(|drawn| drawn_now(open, drawn)).transpose()?;
    let (today, time_of_day) = (open.today(), open.time_of_day());
    let is_to_come = attendance.on > today || (attendance.on == today && attendance.time > time_of_day);
    let done = open.write(Change::Groups, |w| {
        let before = match request.id {
            Some(id) => Some(store::group::attendance(w, id)?.ok_or(Failure::NotFound)?),
            None => None,
        };
        // One that is in the past where it was logged stays so on a clock that is behind.
        let is_moved = before.as_ref().is_none_or(|b| (b.on, b.time) != (attendance.on, attendance.time));
        if is_to_come && is_moved {
            let field = if attendance.on > today { "on" } else { "time" };
            return Err(Failure::invalid(field, Rule::InTheFuture));
        }
        if let Some(id) = usual {
            put_meeting(w, &usual_of(id, &attendance))?;
        }
        // A visit keeps the meeting it was, also when that is no usual one any more.
        let kept = before.as_ref().and_then(|before| before.meeting).or(usual);
        if let Some(meeting) = attendance.meeting.filter(|meeting| kept != Some(*meeting)) {
            store::group::meeting(w, meeting)?.ok_or_else(|| Failure::invalid("meeting", Rule::Unknown))?;
        }
        let is_twice = |other: &Attendance| {
            other.id != attendance.id
                && other.meeting == attendance.meeting
                && (other.on, other.time) == (attendance.on, attendance.time)
        };
        if attendance.meeting.is_some()
            && is_moved
            && store::group::attendances_between(w, attendance.on, attendance.on)?.iter().any(is_twice)
        {
            return Err(Failure::invalid("time", Rule::Taken));
        }
        if let Some(signature) = &signature {
            store::group::put_signature(w, attendance.id, signature)?;
        } else if before.is_some_and(|before| signed(&before) != signed(&attendance))
            && store::group::signature(w, attendance.id)?.is_some()
        {
            store::group::delete_signature(w, attendance.id)?;
        }
        Ok(store::group::put_attendance(w, &attendance)?)
    })?;
    let from = week_start(attendance.on, open.preferences.week_starts_on);
    let in_week = count_between(open, from, plus_days(from, 6))?;
    Ok(Done { value: AttendanceRecorded { id: attendance.id, in_week }, changes: done.changes, undo: done.undo })
}

/// What whoever signs an attendance vouches for.
fn signed(attendance: &Attendance) -> (NaiveDate, TimeOfDay, Fellowship, &str) {
    (attendance.on, attendance.time, attendance.fellowship, &attendance.name)
}

/// The usual meeting that an attendance was of.
fn usual_of(id: MeetingId, attendance: &Attendance) -> Meeting {
    Meeting {
        id,
        fellowship: attendance.fellowship,
        name: attendance.name.clone(),
        weekday: Weekday::of(attendance.on),
        time: attendance.time,
        zone: None,
        minutes: attendance.minutes,
        mode: attendance.mode,
        place: attendance.place.clone(),
        link: String::new(),
        phone: String::new(),
        kinds: Vec::new(),
        home: false,
        remind_minutes: None,
        closed: false,
        listed: None,
    }
}

fn count_between(open: &mut Open, from: NaiveDate, to: NaiveDate) -> Result<u32, Failure> {
    let found = open.store.read::<_, Failure>(|r| Ok(store::group::attendances_between(r, from, to)?))?;
    Ok(u32::try_from(found.len()).unwrap_or(u32::MAX))
}

/// Checks an attendance's fields; the importer uses it too.
pub(crate) fn check_attendance(attendance: &Attendance) -> Result<(), Failure> {
    check::line("name", &attendance.name)?;
    check::date("on", attendance.on)?;
    check::range("minutes", attendance.minutes, 1, MOST_MINUTES)?;
    check::line("place", &attendance.place)?;
    check::line("topic", &attendance.topic)?;
    check::note("note", &attendance.note)
}

fn drawn_now(open: &Open, drawn: DrawnSignature) -> Result<Signature, Failure> {
    let signature = Signature { signer: drawn.signer, strokes: drawn.strokes, signed_at: open.now() };
    check_signature(&signature)?;
    Ok(signature)
}

/// Checks a signature; the importer uses it too.
pub(crate) fn check_signature(signature: &Signature) -> Result<(), Failure> {
    check::line("signature.signer", &signature.signer)?;
    signature::check(&signature.strokes).map_err(|fault| {
        let rule = match fault {
            SignatureFault::Empty => Rule::Required,
            SignatureFault::TooLong => Rule::TooLong,
            SignatureFault::Outside => Rule::TooLarge,
        };
        Failure::invalid("signature.strokes", rule)
    })
}

pub(crate) fn signature(open: &mut Open, request: AttendanceKey) -> Result<Done<SignatureShown>, Failure> {
    let signature = open.store.read::<_, Failure>(|r| {
        store::group::attendance(r, request.id)?.ok_or(Failure::NotFound)?;
        Ok(store::group::signature(r, request.id)?)
    })?;
    Ok(Done::read(SignatureShown { signature }))
}

pub(crate) fn remove_signature(open: &mut Open, request: AttendanceKey) -> Result<Done<Acknowledged>, Failure> {
    open.write(Change::Groups, |w| {
        store::group::delete_signature(w, request.id)?;
        Ok(Acknowledged)
    })
}

pub(crate) fn delete_attendance(open: &mut Open, request: AttendanceKey) -> Result<Done<Acknowledged>, Failure> {
    open.write(Change::Groups, |w| {
        store::group::attendance(w, request.id)?.ok_or(Failure::NotFound)?;
        store::group::delete_attendance(w, request.id)?;
        Ok(Acknowledged)
    })
}

pub(crate) fn save_meeting(open: &mut Open, request: SaveMeeting) -> Result<Done<MeetingKey>, Failure> {
    let new = open.new_id(MeetingId::new)?;
    let zone = request.zone.map(|name| Zone::parse(&name).ok_or_else(|| Failure::invalid("zone", Rule::UnknownZone)));
    let kinds: BTreeSet<_> = request.kinds.iter().copied().collect();
    let meeting = Meeting {
        id: request.id.unwrap_or(new),
        fellowship: request.fellowship,
        name: request.name,
        weekday: request.weekday,
        time: request.time,
        zone: zone.transpose()?,
        minutes: request.minutes,
        mode: request.mode,
        place: request.place,
        link: request.link,
        phone: request.phone,
        kinds: kinds.into_iter().collect(),
        home: request.home,
        remind_minutes: request.remind_minutes,
        closed: request.closed,
        listed: request.listed,
    };
    check_meeting(&meeting)?;
    open.write(Change::Groups, |w| {
        if request.id.is_some() {
            store::group::meeting(w, meeting.id)?.ok_or(Failure::NotFound)?;
        }
        put_meeting(w, &meeting)?;
        Ok(MeetingKey { id: meeting.id })
    })
}

/// Keeps a meeting; there is one home group at most.
fn put_meeting(w: &Writer<'_>, meeting: &Meeting) -> Result<(), Failure> {
    if meeting.home {
        for other in store::group::meetings(w)?.into_iter().filter(|other| other.home && other.id != meeting.id) {
            store::group::put_meeting(w, &Meeting { home: false, ..other })?;
        }
    }
    Ok(store::group::put_meeting(w, meeting)?)
}

/// Checks a meeting's fields; the importer uses it too.
pub(crate) fn check_meeting(meeting: &Meeting) -> Result<(), Failure> {
    check::line("name", &meeting.name)?;
    check::line("place", &meeting.place)?;
    check::link("link", &meeting.link)?;
    check::phone("phone", &meeting.phone)?;
    check::range("minutes", meeting.minutes, 1, MOST_MINUTES)?;
    check::range("remind_minutes", meeting.remind_minutes.unwrap_or(0), 0, domain::reminder::MOST_LEAD_MINUTES)?;
    meeting.listed.as_ref().map_or(Ok(()), |listed| check::line_required("listed.key", &listed.key))
}

/// Takes a meeting from the usual ones. What was logged of it stays.
pub(crate) fn delete_meeting(open: &mut Open, request: MeetingKey) -> Result<Done<Acknowledged>, Failure> {
    open.write(Change::Groups, |w| {
        store::group::meeting(w, request.id)?.ok_or(Failure::NotFound)?;
        store::group::delete_meeting(w, request.id)?;
        Ok(Acknowledged)
    })
}
