use super::*;
use crate::aftercare::{Repeat, TimeUnit};
use crate::group::Meeting;
use crate::reminder::sample::*;
use crate::reminder::{MOST_OWN, Placement, place, thing};
use crate::schedule::Occurrence;

const NEW_YORK: &str = "America/New_York";

fn instants(firings: &[Firing], device: Zone) -> Vec<String> {
    let at = |firing: &Firing| firing.due.when.instant(device).format("%m-%d %H:%M").to_string();
    firings.iter().map(at).collect()
}

fn ids(firings: &[Firing]) -> Vec<&str> {
    firings.iter().map(|firing| firing.due.id.as_str()).collect()
}

fn sessions(on: &str, begins: &str) -> Vec<Thing> {
    thing::sessions(&[(session(on, begins), zone(NEW_YORK))])
}

fn meetings(meeting: Meeting, device: Zone) -> Vec<Thing> {
    thing::meetings(&[meeting], &HashSet::<_>::new(), day("2026-03-01"), day("2026-03-15"), device)
}

fn call_line(opens: &str, closes: &str) -> Vec<Thing> {
    let called = HashSet::<_>::new();
    thing::call_lines(&[(line(opens, closes), Zone::UTC)], &called, day("2026-02-04"), day("2026-02-04"))
}

/// Reminders of those things by one rule, on the fourth of February at noon in UTC.
fn planned(things: &[Thing], source: Source, leads: &[Lead]) -> Vec<Firing> {
    plan(things, &[rule(source, leads)], &[], utc("2026-02-04T12:00:00Z"), Zone::UTC)
}

#[test]
fn ids_are_those_by_which_reminders_were_recorded_before_there_were_rules() {
    let now = utc("2026-03-01T12:00:00Z");
    let rules = [rule(Source::Session, &[before(60)]), rule(Source::Meeting, &[])];
    let mut things = sessions("2026-03-04", "18:00");
    things.extend(meetings(meeting(Some(NEW_YORK)), zone(NEW_YORK)));
    let begins = utc("2026-03-04T23:00:00Z").timestamp();
    let sunday = utc("2026-03-02T00:00:00Z").timestamp();
    let next = utc("2026-03-08T23:00:00Z").timestamp();
    let last = utc("2026-03-15T23:00:00Z").timestamp();
    let (id, episode) = (meeting(None).id, episode());
    assert_eq!(
        ids(&plan(&things, &rules, &[], now, zone(NEW_YORK))),
        [
            format!("meeting/{id}/{sunday}/60"),
            format!("session/{episode}/{begins}/60"),
            format!("meeting/{id}/{next}/60"),
            format!("meeting/{id}/{last}/60"),
        ]
    );
}

#[test]
fn an_hour_before_is_an_hour_of_real_time_on_the_clinics_clock() {
    let at = |on, begins| instants(&planned(&sessions(on, begins), Source::Session, &[before(60)]), Zone::UTC);
    assert_eq!(at("2026-02-04", "18:00"), ["02-04 22:00"]);
    // 03:15 EDT on the day on which 02:00 EST became 03:00 EDT.
    assert_eq!(at("2026-03-08", "03:15"), ["03-08 06:15"]);
}

#[test]
fn an_hour_before_a_reminder_of_ones_own_is_an_hour_of_real_time_too() {
    let device = zone(NEW_YORK);
    for (on, time, minutes, now, expected) in [
        // The clocks skip from two to three.
        ("2026-03-08", "03:15", 60, "2026-03-07T12:00:00Z", "03-08 06:15"),
        ("2026-03-08", "03:00", 30, "2026-03-07T12:00:00Z", "03-08 06:30"),
        ("2026-03-08", "02:30", 30, "2026-03-07T12:00:00Z", "03-08 06:30"),
        // One o'clock comes twice, and the second of them is an hour before two.
        ("2026-11-01", "02:15", 60, "2026-10-31T12:00:00Z", "11-01 06:15"),
        ("2026-11-01", "01:30", 60, "2026-10-31T12:00:00Z", "11-01 04:30"),
    ] {
        let things = thing::own(&[own_reminder(1, on, time, None)], day(on), day(on));
        let firings = plan(&things, &[rule(Source::Own, &[before(minutes)])], &[], utc(now), device);
        assert_eq!(instants(&firings, device), [expected], "{minutes} minutes before {on} {time}");
    }
}

#[test]
fn a_reminder_is_of_use_until_it_begins_and_one_of_the_beginning_half_an_hour_longer() {
    let firings = planned(&sessions("2026-02-04", "18:00"), Source::Session, &[before(60), before(0)]);
    let until: Vec<_> = firings.iter().map(|firing| firing.due.until).collect();
    let instant = |text| When::Instant(utc(text));
    assert_eq!(until, [instant("2026-02-04T23:00:00Z"), instant("2026-02-04T23:30:00Z")]);
    assert!(firings.iter().all(|firing| firing.due.about == About::Begins(instant("2026-02-04T23:00:00Z"))));
}

#[test]
fn several_leads_are_several_reminders_of_one_thread() {
    let leads = [before(60), before(28 * 24 * 60), at(1, "20:00"), at(0, "08:00")];
    let firings = planned(&sessions("2026-03-04", "18:00"), Source::Session, &leads);
    assert_eq!(instants(&firings, Zone::UTC), ["02-04 23:00", "03-03 20:00", "03-04 08:00", "03-04 22:00"]);
    let thread = format!("session/{}/{}", episode(), utc("2026-03-04T23:00:00Z").timestamp());
    assert_eq!(ids(&firings), ["40320", "1d2000", "0d0800", "60"].map(|lead| format!("{thread}/{lead}")));
    assert!(firings.iter().all(|firing| firing.due.thread == thread));
}

#[test]
fn two_leads_of_one_moment_are_one_reminder_in_whatever_order_they_are() {
    let things = thing::sessions(&[(session("2026-02-04", "18:00"), Zone::UTC)]);
    let leads = [before(60), at(0, "17:00"), before(60)];
    let firings = planned(&things, Source::Session, &leads);
    assert_eq!(instants(&firings, Zone::UTC), ["02-04 17:00"]);
    assert_eq!(planned(&things, Source::Session, &[leads[1], leads[0]]), firings);
    // A usual meeting's own lead beside that of the rule.
    let device = zone(NEW_YORK);
    let one = meetings(meeting(None), device).remove(0);
    let of = |leads: &[Lead]| {
        plan(std::slice::from_ref(&one), &[rule(Source::Meeting, leads)], &[], utc("2026-03-01T12:00:00Z"), device)
    };
    assert_eq!(instants(&of(&[before(60)]), device), ["03-01 23:00"]);
    assert_eq!(instants(&of(&[before(90)]), device), ["03-01 22:30", "03-01 23:00"]);
}

#[test]
fn the_evening_before_is_that_of_the_device_not_of_the_clinic() {
    // Nine in the evening in New York is the next morning in Kolkata.
    let things = sessions("2026-02-04", "21:00");
    for (device, expected) in [(NEW_YORK, "02-03 23:00"), ("Asia/Kolkata", "02-04 12:30")] {
        let device = zone(device);
        let rules = [rule(Source::Session, &[at(1, "18:00")])];
        let firings = plan(&things, &rules, &[], utc("2026-02-03T12:00:00Z"), device);
        assert_eq!(instants(&firings, device), [expected], "{device:?}");
    }
}

#[test]
fn a_time_of_the_day_that_is_not_before_it_begins_is_left_out() {
    let things = thing::sessions(&[(session("2026-02-04", "18:00"), Zone::UTC)]);
    let at = |time| instants(&planned(&things, Source::Session, &[at(0, time)]), Zone::UTC);
    assert_eq!(at("17:59"), ["02-04 17:59"]);
    assert_eq!(at("18:00"), [""; 0]);
    assert_eq!(at("19:00"), [""; 0]);
}

#[test]
fn sessions_keep_to_the_clinics_clock_and_reminders_of_ones_own_to_the_devices() {
    let mut things = sessions("2026-02-05", "18:00");
    things.extend(thing::own(&[own_reminder(1, "2026-02-05", "09:00", None)], day("2026-02-05"), day("2026-02-05")));
    let rules = [rule(Source::Session, &[before(60)]), rule(Source::Own, &[before(0)])];
    let on = |device: &str| plan(&things, &rules, &[], utc("2026-02-04T12:00:00Z"), zone(device));
    let (home, away) = (on(NEW_YORK), on("America/Los_Angeles"));
    assert_eq!(instants(&home, zone(NEW_YORK)), ["02-05 14:00", "02-05 22:00"]);
    assert_eq!(instants(&away, zone("America/Los_Angeles")), ["02-05 17:00", "02-05 22:00"]);
    assert_eq!(home, away, "the same reminders, by the same clocks");
}

#[test]
fn a_usual_meeting_without_a_zone_keeps_its_ids_on_a_journey_and_follows_the_devices_clock() {
    let rules = [Rule { ask: true, ..rule(Source::Meeting, &[at(0, "09:00"), before(0)]) }];
    let now = utc("2026-03-01T12:00:00Z");
    let on = |device: &str, again: &[Snoozed]| {
        plan(&meetings(meeting(None), zone(device)), &rules, again, now, zone(device))
    };
    let thread = |on: &str| format!("meeting/{}/{on}/19:00", meeting(None).id);
    let days = ["2026-03-01", "2026-03-08", "2026-03-15"];
    let expected: Vec<_> = days
        .iter()
        .flat_map(|on| {
            [("09:00", "0d0900"), ("18:00", "60"), ("19:00", "0"), ("20:00", "asks")]
                .map(|(time, lead)| (format!("{on} {time}"), format!("{}/{lead}", thread(on))))
        })
        .collect();
    let home = on(NEW_YORK, &[]);
    for device in [NEW_YORK, "America/Los_Angeles", "Asia/Kolkata", "Pacific/Pago_Pago", "Pacific/Kiritimati"] {
        let firings = on(device, &[]);
        let clock = |firing: &Firing| zone(device).civil(firing.due.when.instant(zone(device)));
        let told: Vec<_> = firings
            .iter()
            .map(|firing| (clock(firing).format("%Y-%m-%d %H:%M").to_string(), firing.due.id.clone()))
            .collect();
        assert_eq!(told, expected, "{device}");
        // What was planned before the journey is right on it, too; it is only asked after what is over here.
        for (one, other) in firings.iter().zip(&home).filter(|(one, _)| !one.due.asks()) {
            assert_eq!(one, other, "{device}");
        }
        // One that was put off before it still comes.
        let again = snoozed(&format!("{}/60", thread("2026-03-08")), "2026-03-08T23:30:00Z");
        let put_off: Vec<_> =
            on(device, std::slice::from_ref(&again)).into_iter().filter(|firing| firing.snoozed).collect();
        assert_eq!(ids(&put_off), [again.reminder_id()], "{device}");
        assert_eq!(put_off[0].due.when, When::Instant(again.at), "{device}");
    }
}

#[test]
fn what_is_due_on_a_day_is_told_of_at_the_devices_time_until_that_day_ends() {
    let due = thing(Source::Requirement, "1/2026-02-06", Begins::On(day("2026-02-06")));
    let [firing] = planned(&[due], Source::Requirement, &[at(1, "18:00"), before(60)]).try_into().unwrap();
    assert_eq!(firing.due.id, "requirement/1/2026-02-06/1d1800");
    assert_eq!(firing.due.when, When::Local("2026-02-05T18:00:00".parse().unwrap()));
    assert_eq!(firing.due.until, When::Local("2026-02-07T00:00:00".parse().unwrap()));
    assert_eq!(firing.due.about, About::Day(day("2026-02-06")));
}

#[test]
fn what_is_due_on_a_day_that_the_calendar_skips_is_told_of_before_it_or_not_at_all() {
    let due = thing(Source::Backup, "2011-12-30", Begins::On(day("2011-12-30")));
    let rules = [rule(Source::Backup, &[at(0, "11:00"), at(1, "11:00")])];
    let firings = plan(&[due], &rules, &[], utc("2011-12-29T12:00:00Z"), zone("Pacific/Apia"));
    assert_eq!(ids(&firings), ["backup/2011-12-30/1d1100"]);
}

#[test]
fn a_line_is_told_of_before_it_closes_but_not_before_it_opens() {
    let of = |opens, closes, leads: &[Lead]| planned(&call_line(opens, closes), Source::CallLine, leads);
    let at = |opens, closes, leads: &[Lead]| instants(&of(opens, closes, leads), Zone::UTC);
    assert_eq!(at("06:00", "20:00", &[before(60)]), ["02-04 19:00"]);
    // Leads that are longer than its hours all come as it opens, once.
    assert_eq!(
        at("13:00", "20:00", &[before(24 * 60), before(7 * 60), before(480), before(60)]),
        ["02-04 13:00", "02-04 19:00"]
    );
    assert_eq!(at("20:00", "02:00", &[before(60)]), ["02-05 01:00"], "over midnight");
    assert_eq!(at("13:00", "20:00", &[at_time("09:00"), at_time("15:00")]), ["02-04 09:00", "02-04 15:00"]);
    assert_eq!(at("13:00", "20:00", &[before(0), at_time("20:00")]), [""; 0], "it is closed then");
    let closes = When::Instant(utc("2026-02-04T20:00:00Z"));
    let [firing] = of("06:00", "20:00", &[before(60)]).try_into().unwrap();
    assert_eq!((firing.due.until, firing.due.about), (closes, About::Begins(closes)));
}

fn at_time(of_day: &str) -> Lead {
    at(0, of_day)
}

#[test]
fn a_rule_that_is_off_or_missing_reminds_of_nothing() {
    let things = sessions("2026-02-04", "18:00");
    let now = utc("2026-02-04T12:00:00Z");
    let off = Rule { on: false, ..rule(Source::Session, &[before(60)]) };
    assert_eq!(plan(&things, &[off], &[], now, Zone::UTC), []);
    assert_eq!(plan(&things, &[], &[], now, Zone::UTC), []);
    assert_eq!(plan(&things, &[rule(Source::Own, &[before(60)])], &[], now, Zone::UTC), []);
}

#[test]
fn after_a_session_it_is_asked_once_whether_the_client_was_there() {
    let things = sessions("2026-02-04", "18:00");
    let asks = Rule { ask: true, words: "Bring the workbook".to_owned(), ..rule(Source::Session, &[before(60)]) };
    let firings = plan(&things, &[asks], &[], utc("2026-02-04T12:00:00Z"), Zone::UTC);
    let [comes, asks] = firings.try_into().unwrap();
    assert_eq!(asks.due.thread, comes.due.thread);
    assert_eq!(asks.due.id, format!("{}/asks", comes.due.thread));
    assert_eq!(asks.due.when, When::Instant(utc("2026-02-05T02:00:00Z")));
    assert_eq!(asks.due.until, When::Instant(utc("2026-02-06T02:00:00Z")));
    assert_eq!((asks.due.about, asks.subject), (About::Asks(asks.due.when), things[0].subject));
    assert_eq!((comes.words.as_str(), asks.words.as_str()), ("Bring the workbook", ""));
}

#[test]
fn words_and_sound_are_those_of_the_rule_but_for_words_of_the_things_own() {
    let silent = Rule { sound: false, words: "Now".to_owned(), ..rule(Source::Own, &[before(0)]) };
    let of = |words: &str| {
        let thing = Thing {
            words: words.to_owned(),
            ..thing(Source::Own, "1", Begins::Local("2026-02-04T18:00:00".parse().unwrap()))
        };
        let [firing] = plan(&[thing], std::slice::from_ref(&silent), &[], utc("2026-02-04T12:00:00Z"), Zone::UTC)
            .try_into()
            .unwrap();
        (firing.words, firing.due.sound)
    };
    assert_eq!(of(""), ("Now".to_owned(), false));
    assert_eq!(of("Plants"), ("Plants".to_owned(), false));
}

fn snoozed(id: &str, at: &str) -> Snoozed {
    Snoozed { id: id.to_owned(), at: utc(at) }
}

#[test]
fn a_reminder_that_was_put_off_comes_again_and_can_be_put_off_again() {
    let things = sessions("2026-02-04", "18:00");
    let rules = [rule(Source::Session, &[before(60)])];
    let now = utc("2026-02-04T22:00:30Z");
    let first = plan(&things, &rules, &[], now, Zone::UTC).remove(0);
    let ten_past = format!("{}~{}", first.due.id, utc("2026-02-04T22:10:00Z").timestamp());
    let again = [
        snoozed(&first.due.id, "2026-02-04T22:10:00Z"),
        snoozed(&ten_past, "2026-02-04T22:20:00Z"),
        snoozed(&ten_past, "2026-02-04T22:20:00Z"),
        snoozed("session/of another/60", "2026-02-04T22:30:00Z"),
    ];
    let firings = plan(&things, &rules, &again, now, Zone::UTC);
    assert_eq!(instants(&firings, Zone::UTC), ["02-04 22:00", "02-04 22:10", "02-04 22:20"]);
    assert_eq!(firings.iter().map(|firing| firing.snoozed).collect::<Vec<_>>(), [false, true, true]);
    assert_eq!(firings[1].due.id, ten_past);
    assert!(firings.iter().all(|firing| firing.due.thread == first.due.thread && firing.subject == first.subject));
    // Of use for twelve hours at least, although it has begun by then.
    assert_eq!(firings[1].due.until, When::Instant(utc("2026-02-05T10:10:00Z")));
    assert_eq!(firings[2].due.until, When::Instant(utc("2026-02-05T10:20:00Z")));
    // An answered session is none, however often it was put off.
    assert_eq!(plan(&[], &rules, &again, now, Zone::UTC), []);
}

#[test]
fn a_reminder_that_is_put_off_day_after_day_stays_until_its_day_is_over() {
    let due = thing(Source::Homework, "1/2026-02-20", Begins::On(day("2026-02-20")));
    let rules = [rule(Source::Homework, &[at(20, "18:00")])];
    let again = [snoozed("homework/1/2026-02-20/20d1800", "2026-02-16T09:00:00Z")];
    let firings = plan(&[due], &rules, &again, utc("2026-02-15T12:00:00Z"), Zone::UTC);
    assert_eq!(instants(&firings, Zone::UTC), ["02-16 09:00"], "that of January is long past");
    assert_eq!(firings[0].due.until, When::Local("2026-02-21T00:00:00".parse().unwrap()));
}

#[test]
fn only_what_was_due_lately_or_is_near_is_planned() {
    let things: Vec<_> = (0..400)
        .map(|n| {
            let on = plus_days(day("2025-09-01"), n);
            thing(Source::Medication, &on.to_string(), Begins::On(on))
        })
        .collect();
    let firings = planned(&things, Source::Medication, &[at(0, "12:00")]);
    let instants = instants(&firings, Zone::UTC);
    assert_eq!(instants.first().map(String::as_str), Some("01-21 12:00"));
    assert_eq!(instants.last().map(String::as_str), Some("04-05 12:00"));
    assert_eq!(instants.len(), 75);
}

#[test]
fn two_sessions_of_one_beginning_are_reminded_of_once() {
    let other = Occurrence { minutes: 60, ..session("2026-02-04", "18:00") };
    let both = [(session("2026-02-04", "18:00"), Zone::UTC), (other, Zone::UTC)];
    let asks = Rule { ask: true, ..rule(Source::Session, &[before(60)]) };
    let firings = plan(&thing::sessions(&both), &[asks], &[], utc("2026-02-04T12:00:00Z"), Zone::UTC);
    assert_eq!(instants(&firings, Zone::UTC), ["02-04 17:00", "02-04 21:00"]);
}

#[test]
fn as_many_as_there_can_be_are_bounded_and_all_day_quiet_hours_keep_them_all_back() {
    let daily = Some(Repeat { every: 1, unit: TimeUnit::Day });
    let own: Vec<_> = (0..MOST_OWN as u64).map(|n| own_reminder(n, "2020-01-01", "09:00", daily)).collect();
    let rules = [rule(Source::Own, &[before(0)])];
    let (now, device) = (utc("2026-02-04T12:00:00Z"), zone(NEW_YORK));
    let (from, to) = rules[0].days(now, device);
    let firings = plan(&thing::own(&own, from, to), &rules, &[], now, device);
    assert_eq!(firings.len(), MOST_OWN * 74);
    let always = [(DateTime::<Utc>::MIN_UTC, DateTime::<Utc>::MAX_UTC)];
    let kept_back = |firing: &Firing| match place(&firing.due, &always, now, device) {
        Placement::At(_) => panic!("in quiet time"),
        placement => placement == Placement::KeptBack,
    };
    assert_eq!(firings.iter().filter(|firing| kept_back(firing)).count(), MOST_OWN * 60);
}
