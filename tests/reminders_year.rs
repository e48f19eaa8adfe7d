//! A year of reminders with the clock moved from one to the next: each exactly once, none in quiet hours.

use std::collections::HashSet;
use std::time::Duration;

use app::port::{Clock, ZonePort};
use chrono::{TimeDelta, Timelike};
use serde_json::{Value, json};

use crate::reminders_answered::{monday_group, own, quiet_record, rule, shown};

#[test]
fn a_year_of_reminders_comes_each_once_at_its_time_and_none_in_quiet_hours() {
    let mut vault = quiet_record("2026-01-05T09:00");
    let at = |hour: &str| json!([{"kind": "at", "days": 0, "time": hour}]);
    rule(
        &vault,
        json!({"source": "session", "ask": true,
        "leads": [{"kind": "at", "days": 1, "time": "20:00"}, {"kind": "before", "minutes": 60}]}),
    );
    rule(&vault, json!({"source": "check_in", "leads": at("20:00")}));
    rule(
        &vault,
        json!({"source": "medication", "leads": [{"kind": "at", "days": 0, "time": "06:30"},
        {"kind": "at", "days": 0, "time": "21:00"}]}),
    );
    rule(&vault, json!({"source": "backup", "leads": at("23:30")}));
    monday_group(&vault);
    own(&vault, "x", "2026-01-06", "12:34", json!({"every": 3, "unit": "day"}));
    let meeting = json!({"fellowship": "na", "name": "", "weekday": "thursday", "time": "19:30", "minutes": 60,
        "mode": "online", "place": "", "remind_minutes": 30});
    vault.call::<Value>("save_meeting", meeting);
    let night = json!({"from": "22:00", "until": "07:00"});
    vault.call::<Value>("save_quiet_hours", json!({"quiet": vec![night; 7]}));

    let end = vault.clock.now() + TimeDelta::days(365);
    let mut expected = HashSet::new();
    let mut came = Vec::new();
    let mut days = 0;
    while vault.clock.now() < end {
        // What the page says will appear today and the next six days is what appears.
        if days % 10 == 3 || days == 0 {
            let page: Value = vault.call("reminders", json!({}));
            for one in page["coming"].as_array().unwrap() {
                expected.insert(one["at"].as_str().unwrap().to_owned() + one["body"].as_str().unwrap());
            }
            assert_eq!(page["kept_back"], json!([]));
        }
        days += 1;
        let next_day = vault.clock.now() + TimeDelta::days(1);
        while vault.clock.now() < next_day {
            let before = shown(&vault).len();
            let wait = vault.app.tick().expect("something is always to come");
            for body in shown(&vault).into_iter().skip(before) {
                let local = vault.zone.zone().civil(vault.clock.now());
                assert!((7..22).contains(&local.hour()), "{body} at {local}");
                came.push(vault.clock.now().to_rfc3339_opts(chrono::SecondsFormat::Secs, true) + &body);
            }
            let left = (next_day - vault.clock.now()).to_std().unwrap_or_default();
            vault.clock.advance(wait.clamp(Duration::from_millis(1), left.max(Duration::from_millis(1))));
        }
        // Every tenth day it ends in the middle of things, and is locked for the two days after that.
        match days % 10 {
            0 => vault.crash(),
            2 => vault.unlock(),
            _ => {}
        }
    }
    let once: HashSet<_> = came.iter().cloned().collect();
    assert_eq!(once.len(), came.len(), "each once");
    let missing: Vec<_> =
        expected.iter().filter(|one| !once.contains(*one) && one.as_str() < end.to_rfc3339().as_str()).collect();
    assert_eq!(missing, [""; 0], "all that was said to come came");
    // Medication, check-in, one's own, the meeting with its question, ten sessions with theirs, a copy each week.
    assert_eq!(came.len(), 2 * 365 + 365 + 122 + 2 * 52 + 3 * 10 + 48);
}
