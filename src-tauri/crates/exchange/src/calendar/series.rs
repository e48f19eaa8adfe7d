//! One event with its changed occurrences: all its times.

use std::collections::{BTreeMap, HashSet};

use chrono::{DateTime, NaiveDateTime, NaiveTime, TimeDelta, Utc};
use domain::time::{TimeOfDay, minus_days, plus_days};

use super::draft::{Draft, Point, Rule, USUAL_MINUTES};
use super::{CalendarEvent, EventTime, MOST_TIMES, MOST_TIMES_IN_ALL, Span, Unread, UnreadReason, rule};

/// How far past the span a rule is followed, in days, to see whether it goes on.
const AHEAD: u64 = 400;
/// Steps of the recurrence engine for one file.
const MOST_STEPS: u64 = 3_000_000;

/// What is left of the work that one file may cost.
pub(super) struct Budget {
    steps: u64,
    times: usize,
}

impl Default for Budget {
    fn default() -> Self {
        Self { steps: MOST_STEPS, times: MOST_TIMES_IN_ALL }
    }
}

/// An event and what changes single occurrences of it.
pub(super) struct Series {
    whole: Option<Draft>,
    changes: Vec<Draft>,
}

/// Where an occurrence has come to.
#[derive(Debug, Clone, Copy)]
struct Place {
    at: DateTime<Utc>,
    minutes: u32,
    cancelled: bool,
}

impl Series {
    pub fn new(draft: Draft) -> Self {
        let mut series = Self { whole: None, changes: Vec::new() };
        series.add(draft);
        series
    }

    /// Adds what the file also says of the event. Of two that say the same, the newer stays: the
    /// one of the higher sequence, or the later one in the file.
    pub fn add(&mut self, draft: Draft) -> Option<Unread> {
        let same = match draft.replaces {
            None => self.whole.as_mut(),
            Some(point) => self.changes.iter_mut().find(|change| change.replaces == Some(point)),
        };
        let Some(same) = same else {
            match draft.replaces {
                None => self.whole = Some(draft),
                Some(_) => self.changes.push(draft),
            }
            return None;
        };
        let old = if draft.sequence >= same.sequence { std::mem::replace(same, draft) } else { draft };
        Some(Unread { line: old.line, what: UnreadReason::Superseded })
    }

    /// The line on which it begins.
    pub fn line(&self) -> u32 {
        self.head().map_or(0, |head| head.line)
    }

    /// What speaks for the event: itself, or where the file has none, its first change.
    fn head(&self) -> Option<&Draft> {
        self.whole.as_ref().or(self.changes.first())
    }

    /// The event with its times within the span.
    pub fn event(&self, span: Span, cancelled: bool, budget: &mut Budget) -> Result<CalendarEvent, UnreadReason> {
        let head = self.head().ok_or(UnreadReason::Broken)?;
        if budget.times == 0 {
            return Err(UnreadReason::TooMany);
        }
        let cancelled = cancelled || self.whole.as_ref().is_some_and(|whole| whole.cancelled);
        let (mut places, mut goes_on) = self
            .whole
            .as_ref()
            .map_or_else(|| Ok((BTreeMap::new(), false)), |whole| occurrences(whole, span, budget))?;
        goes_on &= self.change(head, &mut places);
        let repeats = head.replaces.is_some() || !self.changes.is_empty() || is_series(head);
        let mut times = Vec::new();
        for (original, place) in places {
            let civil = span.zone.civil(place.at);
            if civil.date() > span.to {
                goes_on |= !place.cancelled;
            } else if civil.date() >= span.from {
                times.push(EventTime {
                    recurrence: if repeats { name(head, original) } else { String::new() },
                    on: civil.date(),
                    time: TimeOfDay::of(civil.time()),
                    minutes: place.minutes,
                    cancelled: cancelled || place.cancelled,
                });
            }
        }
        if times.is_empty() {
            return Err(UnreadReason::OutsideSpan);
        }
        times.sort_by(|a, b| (a.on, a.time, &a.recurrence).cmp(&(b.on, b.time, &b.recurrence)));
        let most = MOST_TIMES.min(budget.times);
        goes_on |= times.len() > most;
        times.truncate(most);
        budget.times -= times.len();
        Ok(CalendarEvent {
            uid: head.uid.clone(),
            title: head.title.clone(),
            place: head.place.clone(),
            link: head.link.clone(),
            guess: head.guess,
            times,
            goes_on,
            repeats,
            cancelled,
        })
    }

    /// Puts changed occurrences in their places, first those that stand for all later ones too.
    /// Says whether what had no end still has none.
    fn change(&self, head: &Draft, places: &mut BTreeMap<DateTime<Utc>, Place>) -> bool {
        let mut changes: Vec<(DateTime<Utc>, &Draft)> =
            self.changes.iter().filter_map(|change| Some((original(change, head, places)?, change))).collect();
        changes.sort_by_key(|(at, change)| (!change.and_later, *at));
        let later = changes.partition_point(|(_, change)| change.and_later);
        let (later, _) = changes.split_at(later);
        let mut current = 0;
        for (original, place) in places.iter_mut() {
            current += later.iter().skip(current).take_while(|(from, _)| from <= original).count();
            let Some((from, change)) = current.checked_sub(1).and_then(|last| later.get(last)) else { continue };
            let moved = head.zone.civil(change.zone.instant(change.start)) - head.zone.civil(*from);
            *place = Place {
                at: head.zone.instant(shifted(head.zone.civil(*original), moved)),
                minutes: minutes(change, head),
                cancelled: change.cancelled,
            };
        }
        let goes_on = later.last().is_none_or(|(_, change)| !change.cancelled);
        for (original, change) in changes {
            let at = change.zone.instant(change.start);
            places.insert(original, Place { at, minutes: minutes(change, head), cancelled: change.cancelled });
        }
        goes_on
    }
}

fn is_series(draft: &Draft) -> bool {
    !draft.rules.is_empty() || !draft.dates.is_empty()
}

fn minutes(draft: &Draft, head: &Draft) -> u32 {
    draft.minutes.or(head.minutes).unwrap_or(USUAL_MINUTES)
}

fn shifted(at: NaiveDateTime, by: TimeDelta) -> NaiveDateTime {
    at.checked_add_signed(by).unwrap_or(at)
}

/// The original start of the occurrence that a change stands for.
fn original(change: &Draft, head: &Draft, places: &BTreeMap<DateTime<Utc>, Place>) -> Option<DateTime<Utc>> {
    match change.replaces? {
        Point::At(at) => Some(at),
        Point::On(day) => {
            // No zone is two days away from another.
            let near = minus_days(day, 2).and_time(NaiveTime::MIN).and_utc()
                ..plus_days(day, 3).and_time(NaiveTime::MIN).and_utc();
            let meant = places.range(near).map(|(at, _)| *at).find(|at| head.zone.civil(*at).date() == day);
            Some(meant.unwrap_or_else(|| head.zone.instant(day.and_time(head.start.time()))))
        }
    }
}

/// What an occurrence is called, as `RECURRENCE-ID` would be.
fn name(head: &Draft, original: DateTime<Utc>) -> String {
    if head.floating {
        head.zone.civil(original).format("%Y%m%dT%H%M%S").to_string()
    } else {
        original.format("%Y%m%dT%H%M%SZ").to_string()
    }
}

/// All occurrences of a whole event up to some time after the span, unchanged; and whether a
/// rule of it has no end.
fn occurrences(
    whole: &Draft,
    span: Span,
    budget: &mut Budget,
) -> Result<(BTreeMap<DateTime<Utc>, Place>, bool), UnreadReason> {
    let usual = minutes(whole, whole);
    let place = |at, minutes| (at, Place { at, minutes, cancelled: false });
    let mut places = BTreeMap::new();
    let mut goes_on = false;
    if whole.rules.is_empty() {
        places.extend([place(whole.zone.instant(whole.start), usual)]);
    }
    for rule in &whole.rules {
        let starts = follow(whole, rule, span, budget)?;
        let endless = rule.rule.count.is_none() && rule.until.is_none();
        goes_on |= starts.len() == rule::MOST_STARTS || (endless && !starts.is_empty());
        places.extend(starts.into_iter().map(|start| place(whole.zone.instant(start), usual)));
    }
    places.extend(whole.dates.iter().map(|(at, minutes)| place(*at, minutes.unwrap_or(usual))));
    for rule in &whole.rules_out {
        for start in follow(whole, rule, span, budget)? {
            places.remove(&whole.zone.instant(start));
        }
    }
    let mut days_out = HashSet::new();
    for point in &whole.dates_out {
        match point {
            Point::At(at) => drop(places.remove(at)),
            Point::On(day) => drop(days_out.insert(*day)),
        }
    }
    if !days_out.is_empty() {
        places.retain(|at, _| !days_out.contains(&whole.zone.civil(*at).date()));
    }
    Ok((places, goes_on))
}

fn follow(whole: &Draft, rule: &Rule, span: Span, budget: &mut Budget) -> Result<Vec<NaiveDateTime>, UnreadReason> {
    let last = plus_days(span.to, AHEAD).and_time(NaiveTime::MIN);
    let cost = rule::cost(&rule.rule, whole.start, last);
    budget.steps = budget.steps.checked_sub(cost).ok_or(UnreadReason::TooMany)?;
    let starts = rule::starts(&rule.rule, whole.start, rule.until, last, rule::MOST_STARTS)?;
    if starts.is_empty() && whole.start <= last {
        budget.steps = budget.steps.saturating_sub(rule::FRUITLESS);
    }
    Ok(starts)
}
