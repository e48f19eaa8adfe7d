use super::*;
use proptest::prelude::*;

fn meeting(weekday: Weekday, time: &str, zone: Option<&str>) -> Meeting {
    Meeting {
        id: MeetingId::new(0, &[0; 10]),
        fellowship: Fellowship::Aa,
        name: String::new(),
        weekday,
        time: TimeOfDay::parse(time).unwrap(),
        zone: zone.map(|name| Zone::parse(name).unwrap()),
        minutes: 60,
        mode: MeetingMode::InPerson,
        place: String::new(),
        link: String::new(),
        phone: String::new(),
        kinds: Vec::new(),
        home: false,
        remind_minutes: None,
        closed: false,
        listed: None,
    }
}

fn utc(text: &str) -> DateTime<Utc> {
    format!("{text}:00Z").parse().unwrap()
}

#[test]
fn a_meeting_last_began_and_next_begins_where_its_own_clock_says_so() {
    use Weekday::{Friday, Monday, Sunday, Tuesday};
    const NEW_YORK: &str = "America/New_York";
    for (weekday, time, zone, device, now, last, next) in [
        // Wherever the client is: the minute before, at it, and after.
        (Tuesday, "18:00", None, NEW_YORK, "2026-02-03T22:59", "2026-01-27T18:00", "2026-02-03T23:00"),
        (Tuesday, "18:00", None, NEW_YORK, "2026-02-03T23:00", "2026-02-03T18:00", "2026-02-10T23:00"),
        (Tuesday, "18:00", None, NEW_YORK, "2026-02-09T12:00", "2026-02-03T18:00", "2026-02-10T23:00"),
        // Late in the evening there, the next day in UTC.
        (Tuesday, "23:30", None, NEW_YORK, "2026-02-04T04:30", "2026-02-03T23:30", "2026-02-11T04:30"),
        // Of another zone: Monday evening in New York is Tuesday morning in Tokyo.
        (Monday, "20:00", Some(NEW_YORK), "Asia/Tokyo", "2026-02-03T01:00", "2026-02-03T10:00", "2026-02-10T01:00"),
        (Monday, "20:00", Some(NEW_YORK), "Asia/Tokyo", "2026-02-03T00:59", "2026-01-27T10:00", "2026-02-03T01:00"),
        // Its own clock is put forward on March 8: here it then begins an hour earlier.
        (Monday, "20:00", Some(NEW_YORK), "Asia/Tokyo", "2026-03-10T00:00", "2026-03-10T09:00", "2026-03-17T00:00"),
        // Over the date line: Sunday there is Saturday here, at the same hour.
        (
            Sunday,
            "12:00",
            Some("Pacific/Kiritimati"),
            "Pacific/Honolulu",
            "2026-02-07T22:00",
            "2026-02-07T12:00",
            "2026-02-14T22:00",
        ),
        // 02:30 is skipped on March 8: it begins at 03:00.
        (Sunday, "02:30", None, NEW_YORK, "2026-03-08T06:59", "2026-03-01T02:30", "2026-03-08T07:00"),
        (Sunday, "02:30", None, NEW_YORK, "2026-03-08T07:00", "2026-03-08T03:00", "2026-03-15T06:30"),
        // 01:30 comes twice on November 1: it begins at the first, and not again at the second.
        (Sunday, "01:30", None, NEW_YORK, "2026-11-01T05:29", "2026-10-25T01:30", "2026-11-01T05:30"),
        (Sunday, "01:30", None, NEW_YORK, "2026-11-01T05:30", "2026-11-01T01:30", "2026-11-08T06:30"),
        (Sunday, "01:30", None, NEW_YORK, "2026-11-01T06:30", "2026-11-01T01:30", "2026-11-08T06:30"),
        // At 00:01 the clocks went back to 23:01: Sunday had begun, and it was Saturday again.
        (Sunday, "00:00", None, "America/St_Johns", "2010-11-07T03:00", "2010-11-07T00:00", "2010-11-14T03:30"),
        // A gap at midnight, and a whole day that was skipped.
        (Sunday, "00:00", None, "America/Santiago", "2026-09-06T04:00", "2026-09-06T01:00", "2026-09-13T03:00"),
        (Friday, "12:00", None, "Pacific/Apia", "2011-12-30T09:59", "2011-12-23T12:00", "2011-12-30T10:00"),
        (Friday, "12:00", None, "Pacific/Apia", "2011-12-30T10:00", "2011-12-31T00:00", "2012-01-05T22:00"),
    ] {
        let meeting = meeting(weekday, time, zone);
        let device = Zone::parse(device).unwrap();
        let begun = meeting.last_begun(utc(now), device).format("%Y-%m-%dT%H:%M").to_string();
        assert_eq!(begun, last, "{weekday:?} {time} {zone:?} {now}");
        assert_eq!(meeting.next_begins(utc(now), device), utc(next), "{weekday:?} {time} {zone:?} {now}");
    }
}

#[test]
fn every_fellowship_goes_by_what_it_says_of_itself() {
    for (fellowship, outlook) in [
        (Fellowship::Na, Outlook::TwelveStep),
        (Fellowship::SmartRecovery, Outlook::Secular),
        (Fellowship::RecoveryDharma, Outlook::Buddhist),
        (Fellowship::CelebrateRecovery, Outlook::FaithBased),
        (Fellowship::ModerationManagement, Outlook::Moderation),
        (Fellowship::AlAnon, Outlook::Family),
        (Fellowship::AlumniGroup, Outlook::Unsaid),
    ] {
        assert_eq!(fellowship.outlook(), outlook, "{fellowship:?}");
    }
}

proptest! {
    #[test]
    fn no_beginning_lies_between_the_last_and_the_next(
        weekday in 0usize..7, minute in 0u16..1440, now in 0i64..400_000,
        zones in prop::sample::select(vec![
            (None, "America/New_York"), (Some("Australia/Lord_Howe"), "America/Santiago"),
            (Some("America/New_York"), "Pacific/Apia"), (None, "America/St_Johns"),
        ])
    ) {
        let weekday = Weekday::ALL[weekday];
        let meeting = Meeting { time: TimeOfDay::from_minutes(minute), ..meeting(weekday, "00:00", zones.0) };
        let device = Zone::parse(zones.1).unwrap();
        let now = utc("2010-06-01T00:00") + chrono::TimeDelta::minutes(now);
        // All of them around now, day by day.
        let zone = meeting.zone.unwrap_or(device);
        let days = (-20..20).map(|n| (now + chrono::TimeDelta::days(n)).date_naive());
        let all: Vec<_> = days
            .filter(|on| Weekday::of(*on) == weekday)
            .map(|on| zone.instant(on.and_time(meeting.time.time())))
            .collect();
        let last = all.iter().filter(|begins| **begins <= now).max().unwrap();
        prop_assert_eq!(meeting.last_begun(now, device), device.civil(*last));
        prop_assert_eq!(Some(&meeting.next_begins(now, device)), all.iter().filter(|begins| **begins > now).min());
    }
}
