use super::*;
use crate::aftercare::{Area, Repeat, TimeUnit};
use crate::id::AftercareId;
use crate::reminder::sample::*;
use crate::reminder::{MOST_OWN, Rule};
use crate::time::minus_days;

const NEW_YORK: &str = "America/New_York";

fn days_of(things: &[Thing]) -> Vec<String> {
    let day = |thing: &Thing| match thing.begins {
        Begins::At(at) | Begins::Between(_, at) => at.date_naive(),
        Begins::Local(at) => at.date(),
        Begins::On(day) => day,
    };
    things.iter().map(|thing| day(thing).to_string()).collect()
}

#[test]
fn a_session_is_named_by_its_episode_and_beginning_on_the_clinics_clock() {
    let things = sessions(&[(session("2026-02-04", "18:00"), zone(NEW_YORK))]);
    let [thing] = things.as_slice() else { panic!("{things:?}") };
    assert_eq!(thing.name, format!("{}/{}", episode(), utc("2026-02-04T23:00:00Z").timestamp()));
    assert_eq!(thing.begins, Begins::At(utc("2026-02-04T23:00:00Z")));
    assert_eq!(thing.ends, Some(utc("2026-02-05T02:00:00Z")));
}

#[test]
fn an_answered_session_is_none() {
    for state in [SessionState::Attended, SessionState::Cancelled] {
        let answered = Occurrence { state, ..session("2026-02-04", "18:00") };
        assert_eq!(sessions(&[(answered, zone(NEW_YORK))]), []);
    }
}

#[test]
fn a_usual_meeting_is_held_each_week_at_its_time_also_across_a_change_of_clocks() {
    let held = |own: Option<&str>| {
        let none = HashSet::<_>::new();
        let things = meetings(&[meeting(own)], &none, day("2026-03-01"), day("2026-03-08"), zone(NEW_YORK));
        things.into_iter().map(|thing| (thing.begins, thing.ends.unwrap(), thing.subject)).collect::<Vec<_>>()
    };
    let subject = |on: &str| Subject::Meeting(meeting(None).id, day(on));
    let at = |begins: &str, ends: &str, on: &str| (Begins::At(utc(begins)), utc(ends), subject(on));
    // Seven in the evening is midnight UTC before the clocks change and eleven after; eight is an hour later.
    assert_eq!(
        held(Some(NEW_YORK)),
        [
            at("2026-03-02T00:00:00Z", "2026-03-02T01:00:00Z", "2026-03-01"),
            at("2026-03-08T23:00:00Z", "2026-03-09T00:00:00Z", "2026-03-08"),
        ]
    );
    // By the device's clock where it has none of its own.
    let local = |begins: &str, ends: &str, on: &str| (Begins::Local(begins.parse().unwrap()), utc(ends), subject(on));
    assert_eq!(
        held(None),
        [
            local("2026-03-01T19:00:00", "2026-03-02T01:00:00Z", "2026-03-01"),
            local("2026-03-08T19:00:00", "2026-03-09T00:00:00Z", "2026-03-08"),
        ]
    );
    // By its own clock where it has another.
    assert_eq!(
        held(Some("Pacific/Auckland")),
        [
            at("2026-03-01T06:00:00Z", "2026-03-01T07:00:00Z", "2026-03-01"),
            at("2026-03-08T06:00:00Z", "2026-03-08T07:00:00Z", "2026-03-08"),
        ]
    );
}

#[test]
fn a_usual_meeting_without_a_zone_is_named_by_its_day_and_time_wherever_the_device_is() {
    let names = |meeting: Meeting, device: &str| {
        let none = HashSet::<_>::new();
        let things = meetings(&[meeting], &none, day("2026-03-01"), day("2026-03-08"), zone(device));
        things.into_iter().map(|thing| thing.name).collect::<Vec<_>>()
    };
    let id = meeting(None).id;
    for device in [NEW_YORK, "Pacific/Pago_Pago", "Pacific/Kiritimati"] {
        let expected = [format!("{id}/2026-03-01/19:00"), format!("{id}/2026-03-08/19:00")];
        assert_eq!(names(meeting(None), device), expected, "{device}");
        let moved = Meeting { time: time("09:05"), ..meeting(None) };
        assert_eq!(names(moved, device), [format!("{id}/2026-03-01/09:05"), format!("{id}/2026-03-08/09:05")]);
        // One with a zone by when it begins.
        let begins = ["2026-03-02T00:00:00Z", "2026-03-08T23:00:00Z"];
        let expected = begins.map(|begins| format!("{id}/{}", utc(begins).timestamp()));
        assert_eq!(names(meeting(Some(NEW_YORK)), device), expected, "{device}");
    }
}

#[test]
fn a_meeting_that_is_not_held_or_not_to_be_reminded_of_or_was_attended_is_left_out() {
    let (from, to) = (day("2026-03-01"), day("2026-03-08"));
    let of = |meeting: Meeting, attended: &[&str]| {
        let attended = attended.iter().map(|on| (meeting.id, day(on))).collect::<HashSet<_>>();
        days_of(&meetings(&[meeting], &attended, from, to, Zone::UTC))
    };
    assert_eq!(of(Meeting { closed: true, ..meeting(None) }, &[]), [""; 0]);
    assert_eq!(of(Meeting { remind_minutes: None, ..meeting(None) }, &[]), [""; 0]);
    assert_eq!(of(meeting(None), &["2026-03-01", "2026-03-07"]), ["2026-03-08"]);
    // Sunday morning in Auckland is Saturday on the device: either day says that the client was there.
    let abroad = || Meeting { time: time("09:00"), ..meeting(Some("Pacific/Auckland")) };
    assert_eq!(of(abroad(), &[]), ["2026-02-28", "2026-03-07"]);
    assert_eq!(of(abroad(), &["2026-02-28"]), ["2026-03-07"]);
    assert_eq!(of(abroad(), &["2026-03-01"]), ["2026-03-07"]);
}

#[test]
fn a_line_is_to_be_called_on_its_days_until_it_was_called() {
    let weekends = CallLine {
        weekdays: vec![Weekday::Saturday, Weekday::Sunday],
        ends_on: Some(day("2026-02-14")),
        ..line("20:00", "02:00")
    };
    let called = HashSet::from([(weekends.id, day("2026-02-07"))]);
    let things = call_lines(&[(weekends, zone(NEW_YORK))], &called, day("2026-01-25"), day("2026-02-28"));
    let hours = |opens: &str, closes: &str| Begins::Between(utc(opens), utc(closes));
    assert_eq!(
        things.iter().map(|thing| thing.begins).collect::<Vec<_>>(),
        [
            hours("2026-02-02T01:00:00Z", "2026-02-02T07:00:00Z"),
            hours("2026-02-09T01:00:00Z", "2026-02-09T07:00:00Z"),
            hours("2026-02-15T01:00:00Z", "2026-02-15T07:00:00Z"),
        ]
    );
}

#[test]
fn mooring_lines_are_gone_through_on_the_last_day_of_the_clients_own_week() {
    let (from, to) = (day("2026-02-04"), day("2026-02-22"));
    assert_eq!(days_of(&mooring(&[], Weekday::Monday, from, to)), ["2026-02-08", "2026-02-15", "2026-02-22"]);
    assert_eq!(days_of(&mooring(&[], Weekday::Thursday, from, to)), ["2026-02-04", "2026-02-11", "2026-02-18"]);
    assert_eq!(days_of(&mooring(&[day("2026-02-09")], Weekday::Monday, from, to)), ["2026-02-08", "2026-02-22"]);
}

#[test]
fn a_day_with_a_check_in_is_left_out_and_medication_is_every_day() {
    let (from, to) = (day("2028-02-28"), day("2028-03-01"));
    let done = HashSet::from([day("2028-02-28")]);
    assert_eq!(days_of(&check_ins(&done, from, to)), ["2028-02-29", "2028-03-01"]);
    assert_eq!(days_of(&medication(from, to)), ["2028-02-28", "2028-02-29", "2028-03-01"]);
}

#[test]
fn an_open_entry_of_the_aftercare_plan_reminds_of_its_next_step() {
    let entry = |number, next_step: &str, due_on: Option<&str>, done_on: Option<&str>| Aftercare {
        id: AftercareId::new(number, &[6; 10]),
        area: Area::Doctor,
        text: "Blood pressure".to_owned(),
        next_step: next_step.to_owned(),
        due_on: due_on.map(day),
        repeat: None,
        month_day: None,
        done_on: done_on.map(day),
        before_leaving: false,
        note: String::new(),
    };
    let entries = [
        entry(1, "Call the clinic", Some("2026-02-09"), None),
        entry(2, "", Some("2026-02-10"), None),
        entry(3, "", None, None),
        entry(4, "", Some("2026-02-11"), Some("2026-02-04")),
    ];
    let things = aftercare(&entries);
    assert_eq!(days_of(&things), ["2026-02-09", "2026-02-10"]);
    assert_eq!(
        things.iter().map(|thing| thing.text.as_str()).collect::<Vec<_>>(),
        ["Call the clinic", "Blood pressure"]
    );
}

#[test]
fn what_is_due_on_another_day_is_another_thing() {
    let names = |on: &str| {
        let on = day(on);
        let text = String::new();
        [
            requirements(&[(RequirementId::new(1, &[0; 10]), on, text.clone())]),
            homework(&[(SessionId::new(1, &[0; 10]), on, text)]),
            authorizations(&[(AuthorizationId::new(1, &[0; 10]), on)]),
            anniversaries(&[(CounterId::new(1, &[0; 10]), on)]),
            plan_review(Some(on), "Sam").into_iter().collect(),
            backup(minus_days(on, 30), on, plus_days(on, 6)),
        ]
        .map(|things| {
            assert_eq!((things.len(), things[0].begins), (1, Begins::On(on)));
            things[0].name.clone()
        })
    };
    assert_eq!(names("2026-02-04"), names("2026-02-04"));
    for (one, other) in names("2026-02-04").iter().zip(&names("2026-02-05")) {
        assert_ne!(one, other);
    }
    assert_eq!(plan_review(None, ""), None);
}

fn every(every: u32, unit: TimeUnit) -> Option<Repeat> {
    Some(Repeat { every, unit })
}

#[test]
fn a_reminder_of_ones_own_comes_on_each_of_its_days() {
    use TimeUnit::{Day, Month, Week, Year};
    for (on, repeat, from, to, expected) in [
        ("2026-02-04", None, "2026-02-01", "2026-03-01", vec!["2026-02-04"]),
        ("2026-02-04", None, "2026-02-05", "2026-03-01", vec![]),
        ("2026-01-01", every(10, Day), "2026-02-01", "2026-02-28", vec!["2026-02-10", "2026-02-20"]),
        ("2026-01-01", every(2, Week), "2026-02-01", "2026-02-28", vec!["2026-02-12", "2026-02-26"]),
        ("2026-01-31", every(1, Month), "2026-02-01", "2026-03-31", vec!["2026-02-28", "2026-03-31"]),
        // A leap day is kept on the last of February in other years.
        (
            "2024-02-29",
            every(1, Year),
            "2024-03-01",
            "2028-12-31",
            vec!["2025-02-28", "2026-02-28", "2027-02-28", "2028-02-29"],
        ),
        ("2199-12-30", every(1, Day), "2199-12-30", "2200-01-05", vec!["2199-12-30", "2199-12-31"]),
    ] {
        let things = own(&[sample(on, repeat)], day(from), day(to));
        assert_eq!(days_of(&things), expected, "{on} {repeat:?} from {from}");
    }
    let ended = OwnReminder { ends_on: Some(day("2026-02-05")), ..sample("2026-02-04", every(1, Day)) };
    assert_eq!(days_of(&own(&[ended], day("2026-02-01"), day("2026-03-01"))), ["2026-02-04", "2026-02-05"]);
}

fn sample(on: &str, repeat: Option<Repeat>) -> OwnReminder {
    own_reminder(1, on, "09:00", repeat)
}

#[test]
fn a_reminder_of_ones_own_shows_its_text_only_where_the_client_said_so() {
    let of = |shows_text| {
        own(&[OwnReminder { shows_text, ..sample("2026-02-04", None) }], day("2026-02-04"), day("2026-02-04"))
    };
    assert_eq!((of(true)[0].words.as_str(), of(true)[0].text.as_str()), ("Water the plants", "Water the plants"));
    assert_eq!((of(false)[0].words.as_str(), of(false)[0].text.as_str()), ("", "Water the plants"));
}

#[test]
fn a_reminder_of_ones_own_that_is_set_to_another_time_of_the_same_day_is_another_thing() {
    let of = |time| own(&[OwnReminder { time, ..sample("2026-02-04", None) }], day("2026-02-04"), day("2026-02-04"));
    assert_ne!(of(time("09:00"))[0].name, of(time("15:00"))[0].name);
}

#[test]
fn as_many_reminders_of_ones_own_as_there_can_be_are_no_more_things_than_the_days_need() {
    let all: Vec<_> =
        (0..MOST_OWN as u64).map(|n| own_reminder(n, "2020-01-01", "09:00", every(1, TimeUnit::Day))).collect();
    let (from, to) = Rule::of(Source::Own).days(utc("2026-02-04T12:00:00Z"), zone(NEW_YORK));
    let things = own(&all, from, to);
    assert_eq!((from, to), (day("2026-01-18"), day("2026-04-07")));
    assert_eq!(things.len(), MOST_OWN * 80);
}

#[test]
fn a_copy_is_due_a_month_after_the_last_and_each_week_after_that() {
    let days = |from: &str, to: &str| -> Vec<_> {
        let due = backup(day("2026-01-05"), day(from), day(to));
        due.into_iter().map(|thing| thing.begins).collect()
    };
    assert_eq!(days("2026-01-05", "2026-02-03"), []);
    assert_eq!(days("2026-01-05", "2026-02-11"), [Begins::On(day("2026-02-04")), Begins::On(day("2026-02-11"))]);
    assert_eq!(days("2026-02-12", "2026-02-18"), [Begins::On(day("2026-02-18"))]);
}
