//! What a phone's own scheduler is told, from what is to come and what it was told before. Pure, so that it is tested on
//! a desktop.
//!
//! The scheduler's defects shape it: it cannot be asked what it still holds (Android's list is unreliable, and so is its
//! "cancel all"), so what was handed over is remembered here and cancelled by number; it reads whole seconds; iOS keeps
//! 64 at most and drops others without a word.

use std::collections::{HashMap, HashSet};

use app::port::Scheduled;
use chrono::{DateTime, SubsecRound, Utc};
use domain::time::Zone;
use serde_json::{Value, json};

/// The most that are handed over at once: iOS holds 64 for an app, and a notice shown at once takes a place too.
const MOST: usize = 60;

/// iOS reads the time of a one-shot notice as local time, though it is written in UTC: tauri-plugin-notification 2 parses
/// it with a `DateFormatter` that has no zone. `false` once the plugin gives it one.
pub const IOS_READS_UTC_AS_LOCAL: bool = true;

/// One that was handed over.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Handed {
    /// The id of its notice.
    pub notice: String,
    /// Its number with the scheduler.
    pub number: i32,
    /// When it comes.
    pub at: DateTime<Utc>,
}

/// One to hand over: it comes once.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Request {
    /// Its number; one with the same number is replaced.
    pub number: i32,
    /// When it comes, a whole second.
    pub at: DateTime<Utc>,
    /// Its title.
    pub title: String,
    /// Its words.
    pub body: String,
    /// Whether with a sound.
    pub sound: bool,
}

/// What the scheduler is told.
#[derive(Debug, Default, PartialEq, Eq)]
pub struct Orders {
    /// Numbers to cancel first. Never those that came already: cancelling would take them off the screen.
    pub cancel: Vec<i32>,
    /// What to schedule then, in order.
    pub schedule: Vec<Request>,
    /// What to remember until the next time.
    pub handed: Vec<Handed>,
}

/// What to tell the scheduler so that it holds what is to come and nothing else.
pub fn translate(coming: &[Scheduled], before: &[Handed], now: DateTime<Utc>) -> Orders {
    let known: HashMap<&str, i32> = before.iter().map(|one| (one.notice.as_str(), one.number)).collect();
    // A number stays its notice's own as long as that is to come, so others step aside for it.
    let mut taken: HashSet<i32> = before.iter().map(|one| one.number).collect();
    let mut orders = Orders::default();
    let mut seen = HashSet::new();
    let mut coming: Vec<&Scheduled> = coming.iter().collect();
    coming.sort_by_key(|one| one.at);
    for one in coming {
        let at = whole_second(one.at);
        let notice = &one.notice;
        if at <= now || orders.schedule.len() == MOST || !seen.insert(notice.id.as_str()) {
            continue;
        }
        let number = known.get(notice.id.as_str()).copied().unwrap_or_else(|| free_number(&notice.id, &taken));
        taken.insert(number);
        orders.handed.push(Handed { notice: notice.id.clone(), number, at });
        let (title, body) = (notice.title.clone(), notice.body.clone());
        orders.schedule.push(Request { number, at, title, body, sound: notice.sound });
    }
    let kept: HashSet<i32> = orders.schedule.iter().map(|request| request.number).collect();
    let dropped = before.iter().filter(|one| one.at > now && !kept.contains(&one.number));
    orders.cancel = dropped.map(|one| one.number).collect();
    orders
}

/// The number of a notice that is shown at once, or taken off the screen.
pub fn number(notice: &str, before: &[Handed]) -> i32 {
    let known = before.iter().find(|one| one.notice == notice).map(|one| one.number);
    known.unwrap_or_else(|| free_number(notice, &before.iter().map(|one| one.number).collect()))
}

/// The time as iOS must be told it to mean `at` on a device in that zone.
pub fn as_ios_reads(at: DateTime<Utc>, zone: Zone) -> DateTime<Utc> {
    if IOS_READS_UTC_AS_LOCAL { zone.civil(at).and_utc() } else { at }
}

/// Never early: a part of a second is rounded up.
fn whole_second(at: DateTime<Utc>) -> DateTime<Utc> {
    let whole = at.trunc_subsecs(0);
    if whole < at { whole + chrono::TimeDelta::seconds(1) } else { whole }
}

/// The same for the same id on every start (FNV-1a), never negative; the next free one where it is taken.
fn free_number(id: &str, taken: &HashSet<i32>) -> i32 {
    let hash = id.bytes().fold(0x811c_9dc5_u32, |hash, byte| (hash ^ u32::from(byte)).wrapping_mul(0x0100_0193));
    let mut number = i32::try_from(hash >> 1).unwrap_or_default();
    while taken.contains(&number) {
        number = number.checked_add(1).unwrap_or_default();
    }
    number
}

/// What was handed over, as it is kept between starts: opaque ids, numbers and times.
pub fn written(handed: &[Handed]) -> Vec<u8> {
    let rows: Vec<Value> = handed.iter().map(|one| json!([one.notice, one.number, one.at.timestamp()])).collect();
    Value::Array(rows).to_string().into_bytes()
}

/// What [`written`] wrote; nothing of what is damaged.
pub fn read(bytes: &[u8]) -> Vec<Handed> {
    let rows: Vec<(String, i32, i64)> = serde_json::from_slice(bytes).unwrap_or_default();
    let one = |(notice, number, at)| Some(Handed { notice, number, at: DateTime::from_timestamp(at, 0)? });
    rows.into_iter().filter_map(one).collect()
}

#[cfg(test)]
mod tests {
    use app::port::Notice;
    use chrono::TimeDelta;

    use super::*;

    fn now() -> DateTime<Utc> {
        "2026-03-02T12:00:00Z".parse().unwrap()
    }

    fn at(id: &str, seconds: i64) -> Scheduled {
        let notice = Notice {
            id: id.into(),
            title: "Handrail".into(),
            body: format!("{id}."),
            sound: id == "a",
            buttons: vec![],
        };
        Scheduled { at: now() + TimeDelta::seconds(seconds), notice }
    }

    fn ids(orders: &Orders) -> Vec<&str> {
        orders.handed.iter().map(|one| one.notice.as_str()).collect()
    }

    #[test]
    fn what_is_to_come_is_handed_over_in_order_and_nothing_past() {
        let orders = translate(&[at("b", 60), at("late", -1), at("now", 0), at("a", 30)], &[], now());
        assert_eq!(ids(&orders), ["a", "b"]);
        assert_eq!(orders.cancel, Vec::<i32>::new());
        let [first, second] = orders.schedule.as_slice() else { panic!() };
        assert_eq!(
            (first.at, first.title.as_str(), first.body.as_str(), first.sound),
            (at("a", 30).at, "Handrail", "a.", true)
        );
        assert!(!second.sound);
    }

    #[test]
    fn a_part_of_a_second_is_rounded_up() {
        let mut one = at("a", 30);
        one.at += TimeDelta::milliseconds(1);
        assert_eq!(translate(&[one], &[], now()).schedule[0].at, at("a", 31).at);
    }

    #[test]
    fn only_the_nearest_sixty_are_handed_over() {
        let coming: Vec<Scheduled> = (1..=100).rev().map(|n| at(&format!("n{n}"), n)).collect();
        let orders = translate(&coming, &[], now());
        assert_eq!(orders.schedule.len(), MOST);
        assert_eq!((ids(&orders)[0], ids(&orders)[59]), ("n1", "n60"));
        let numbers: HashSet<i32> = orders.schedule.iter().map(|request| request.number).collect();
        assert_eq!(numbers.len(), MOST);
        // As time goes on, those beyond move up.
        let later = translate(&coming, &orders.handed, now() + TimeDelta::seconds(20));
        assert_eq!((ids(&later)[0], ids(&later)[59]), ("n21", "n80"));
        assert_eq!(later.cancel, Vec::<i32>::new());
    }

    #[test]
    fn a_number_is_the_same_on_every_start_and_while_it_is_to_come() {
        let first = translate(&[at("a", 30), at("b", 60)], &[], now());
        assert_eq!(first, translate(&[at("a", 30), at("b", 60)], &[], now()));
        let moved = translate(&[at("b", 10), at("a", 90)], &read(&written(&first.handed)), now());
        for one in &first.handed {
            assert!(moved.handed.iter().any(|other| other.notice == one.notice && other.number == one.number));
        }
        assert_eq!(moved.cancel, Vec::<i32>::new());
    }

    #[test]
    fn what_is_no_longer_to_come_is_cancelled_and_what_came_is_left_on_the_screen() {
        let first = translate(&[at("came", 10), at("gone", 60), at("stays", 90)], &[], now());
        let later = translate(&[at("stays", 90)], &first.handed, now() + TimeDelta::seconds(20));
        assert_eq!(later.cancel, [number("gone", &first.handed)]);
        assert_eq!(ids(&later), ["stays"]);
    }

    #[test]
    fn two_notices_never_share_a_number() {
        // Both ids hash to the same number.
        let taken = free_number("a", &HashSet::new());
        let before = [Handed { notice: "other".into(), number: taken, at: now() + TimeDelta::seconds(5) }];
        let orders = translate(&[at("other", 5), at("a", 30)], &before, now());
        assert_eq!(orders.handed.iter().map(|one| one.number).collect::<Vec<_>>(), [taken, taken + 1]);
        assert_eq!(number("a", &before), taken + 1);
        assert_eq!(free_number("a", &HashSet::from([taken, taken + 1])), taken + 2);
    }

    #[test]
    fn a_notice_told_twice_is_handed_over_once_at_its_earlier_time() {
        let orders = translate(&[at("a", 60), at("a", 30)], &[], now());
        assert_eq!(orders.schedule.iter().map(|request| request.at).collect::<Vec<_>>(), [at("a", 30).at]);
    }

    #[test]
    fn no_plan_at_all_cancels_everything_that_is_to_come() {
        let first = translate(&[at("a", 30), at("b", 60)], &[], now());
        let none = translate(&[], &first.handed, now());
        assert_eq!(none.cancel.len(), 2);
        assert!(none.schedule.is_empty() && none.handed.is_empty());
    }

    #[test]
    fn ios_is_told_the_local_time_as_if_it_were_utc() {
        for (zone, told) in [("America/New_York", "2026-03-02T07:00:00Z"), ("Asia/Kolkata", "2026-03-02T17:30:00Z")] {
            let told: DateTime<Utc> = told.parse().unwrap();
            assert_eq!(as_ios_reads(now(), Zone::parse(zone).unwrap()), told, "{zone}");
        }
    }

    #[test]
    fn what_was_handed_over_comes_back_and_a_damaged_file_is_nothing() {
        let handed = translate(&[at("a", 30), at("b", 60)], &[], now()).handed;
        assert_eq!(read(&written(&handed)), handed);
        for damaged in ["", "{}", "[[1,2,3]]", "[[\"a\",1"] {
            assert_eq!(read(damaged.as_bytes()), []);
        }
    }
}
