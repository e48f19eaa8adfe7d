//! Notices on a phone: its own scheduler shows them, whether the app runs or not. Each time all that is to come is handed
//! over, in place of what was handed over before.
//!
//! What cannot be worked around: iOS holds 64 notices of an app, so only the nearest come until the app is next opened;
//! on Android an alarm is a few minutes late where the client does not allow exact ones. The screens say so.

use std::collections::HashSet;
use std::sync::mpsc::channel;

use app::port::{Notice, Notifier, NotifierError, Permission, Press, Pressed, Scheduled};
use chrono::{DateTime, SubsecRound, TimeDelta, Utc};
use serde_json::{Value, json};

use super::{Refused, Shared};
use crate::platform::notifier::{PRESSES, key};

/// The most that are handed over at once. iOS holds 64 (docs of `UNUserNotificationCenter`), and a notice shown at once
/// takes a place too.
pub const MOST: usize = if cfg!(target_os = "ios") { 60 } else { 500 };

/// The phone's notices.
pub struct PhoneNotifier(Shared);

impl PhoneNotifier {
    /// Those of the phone.
    pub fn new(phone: Shared) -> Self {
        Self(phone)
    }

    fn tell(&self, command: &str, payload: Value) -> Result<(), NotifierError> {
        self.0.ask(command, payload).map(|_| ()).map_err(|_| NotifierError)
    }
}

impl Notifier for PhoneNotifier {
    fn show(&self, notice: &Notice) -> Result<(), NotifierError> {
        self.tell("show", told(notice))
    }

    fn withdraw(&self, id: &str) {
        // What is not there any more needs no withdrawing.
        let _ = self.tell("withdraw", json!({ "id": id }));
    }

    fn listen(&self, pressed: Pressed) {
        let (hear, heard) = channel();
        // Without it the app still opens, and asks there.
        let _ = self.0.listen(
            "listen",
            Box::new(move |touched| {
                // It is heard as long as the app runs.
                let _ = hear.send(touched);
            }),
        );
        // What follows from a press is told to the phone, which takes nothing while it says what was pressed.
        std::thread::spawn(move || {
            for touched in heard {
                if let Some((id, press)) = understood(&touched) {
                    pressed(id, press);
                }
            }
        });
    }

    fn permission(&self) -> Permission {
        granted(self.0.ask("permission", json!({})))
    }

    fn ask(&self) -> Permission {
        granted(self.0.ask("ask", json!({})))
    }

    fn schedules(&self) -> bool {
        true
    }

    fn schedule(&self, coming: &[Scheduled]) -> Result<(), NotifierError> {
        self.tell("schedule", json!({ "coming": handed_over(coming, Utc::now(), MOST) }))
    }
}

/// The nearest of what is to come, in order, each once. Two reminders of one thing share an id; the later one takes the
/// place of the earlier one on the screen.
fn handed_over(coming: &[Scheduled], now: DateTime<Utc>, most: usize) -> Vec<Value> {
    let mut coming: Vec<(DateTime<Utc>, &Scheduled)> =
        coming.iter().map(|one| (whole_second(one.at), one)).filter(|(at, _)| *at > now).collect();
    coming.sort_by_key(|(at, _)| *at);
    let mut seen = HashSet::new();
    coming.retain(|(at, one)| seen.insert((one.notice.id.as_str(), *at)));
    let at_its_time = |(at, one): (DateTime<Utc>, &Scheduled)| {
        let mut told = told(&one.notice);
        if let Value::Object(fields) = &mut told {
            fields.insert("at".to_owned(), at.timestamp_millis().into());
            fields.insert("until".to_owned(), one.until.timestamp_millis().into());
            if let Some(local) = one.local {
                fields.insert("local".to_owned(), local.format("%Y-%m-%dT%H:%M:%S").to_string().into());
            }
        }
        told
    };
    coming.into_iter().take(most).map(at_its_time).collect()
}

/// Never early: a part of a second is rounded up.
fn whole_second(at: DateTime<Utc>) -> DateTime<Utc> {
    let whole = at.trunc_subsecs(0);
    if whole < at { whole + TimeDelta::seconds(1) } else { whole }
}

fn told(notice: &Notice) -> Value {
    let buttons: Vec<Value> =
        notice.buttons.iter().map(|button| json!({ "press": key(button.press), "label": button.label })).collect();
    json!({
        "id": notice.id,
        "title": notice.title,
        "body": notice.body,
        "sound": notice.sound,
        "buttons": buttons,
    })
}

/// Which notice, and what was pressed. `None`: the notice itself, which opens the app and nothing else.
fn understood(touched: &Value) -> Option<(&str, Press)> {
    let pressed = touched.get("press")?.as_str()?;
    let press = PRESSES.into_iter().find(|press| key(*press) == pressed)?;
    Some((touched.get("id")?.as_str()?, press))
}

fn granted(answer: Result<Value, Refused>) -> Permission {
    match answer.unwrap_or_default().get("state").and_then(Value::as_str) {
        Some("granted") => Permission::Granted,
        Some("prompt") => Permission::NotAsked,
        _ => Permission::Denied,
    }
}

#[cfg(test)]
mod tests {
    use std::sync::{Arc, Mutex};

    use app::api::reminders::Snooze;
    use app::port::Button;

    use super::super::stand_in::StandIn;
    use super::*;

    fn now() -> DateTime<Utc> {
        "2026-03-02T12:00:00Z".parse().unwrap()
    }

    fn notice(id: &str) -> Notice {
        let buttons = vec![
            Button { press: Press::Answer { there: true }, label: "Yes".into() },
            Button { press: Press::Snooze(Snooze::Hour), label: "In an hour".into() },
        ];
        Notice { id: id.into(), title: "Handrail".into(), body: format!("{id}."), sound: id == "a", buttons }
    }

    fn at(id: &str, milliseconds: i64) -> Scheduled {
        let at = now() + TimeDelta::milliseconds(milliseconds);
        Scheduled { at, local: None, until: at + TimeDelta::hours(1), notice: notice(id) }
    }

    fn ids(handed: &[Value]) -> Vec<&str> {
        handed.iter().map(|one| one["id"].as_str().unwrap()).collect()
    }

    #[test]
    fn what_is_to_come_is_handed_over_in_order_and_nothing_past() {
        let coming = [at("b", 60_000), at("late", -1_000), at("now", 0), at("a", 30_000)];
        let handed = handed_over(&coming, now(), MOST);
        assert_eq!(ids(&handed), ["a", "b"]);
        assert_eq!(
            handed[0],
            json!({
                "id": "a",
                "at": (now() + TimeDelta::seconds(30)).timestamp_millis(),
                "until": (now() + TimeDelta::seconds(3630)).timestamp_millis(),
                "title": "Handrail",
                "body": "a.",
                "sound": true,
                "buttons": [{ "press": "there", "label": "Yes" }, { "press": "snooze-hour", "label": "In an hour" }],
            })
        );
        assert_eq!(handed[1]["sound"], false);
    }

    #[test]
    fn what_follows_the_devices_clock_says_its_time_there() {
        let mut follows = at("a", 30_000);
        follows.local = "2026-03-02T07:00:30".parse().ok();
        let handed = handed_over(&[follows, at("b", 40_000)], now(), MOST);
        assert_eq!(handed[0]["local"], "2026-03-02T07:00:30");
        assert_eq!(handed[1].get("local"), None);
    }

    #[test]
    fn a_part_of_a_second_is_rounded_up() {
        let handed = handed_over(&[at("a", 30_001)], now(), MOST);
        assert_eq!(handed[0]["at"], (now() + TimeDelta::seconds(31)).timestamp_millis());
    }

    #[test]
    fn two_reminders_of_one_thing_are_both_handed_over_and_the_same_one_told_twice_once() {
        let handed = handed_over(&[at("a", 60_000), at("a", 30_000), at("a", 60_000)], now(), MOST);
        let times: Vec<_> = handed.iter().map(|one| one["at"].as_i64().unwrap() - now().timestamp_millis()).collect();
        assert_eq!((ids(&handed), times), (vec!["a", "a"], vec![30_000, 60_000]));
    }

    #[test]
    fn only_the_nearest_are_handed_over_and_those_beyond_move_up_as_time_goes_on() {
        let coming: Vec<Scheduled> = (1..=100).rev().map(|n| at(&format!("n{n}"), n * 1_000)).collect();
        let first = handed_over(&coming, now(), 60);
        assert_eq!((first.len(), ids(&first)[0], ids(&first)[59]), (60, "n1", "n60"));
        let later = handed_over(&coming, now() + TimeDelta::seconds(20), 60);
        assert_eq!((later.len(), ids(&later)[0], ids(&later)[59]), (60, "n21", "n80"));
    }

    #[test]
    fn everything_is_handed_over_at_once_and_a_phone_that_refuses_is_told_of() {
        let phone = Arc::new(StandIn::default());
        let notifier = PhoneNotifier::new(phone.clone());
        assert!(notifier.schedules());
        notifier.schedule(&[]).unwrap();
        notifier.show(&notice("a")).unwrap();
        notifier.withdraw("a");
        let commands: Vec<(String, Value)> = phone.asked();
        assert_eq!(commands[0], ("schedule".to_owned(), json!({ "coming": [] })));
        assert_eq!((commands[1].0.as_str(), &commands[1].1["body"]), ("show", &json!("a.")));
        assert_eq!(commands[2], ("withdraw".to_owned(), json!({ "id": "a" })));
        phone.refuse("schedule");
        phone.refuse("show");
        assert_eq!(notifier.schedule(&[]), Err(NotifierError));
        assert_eq!(notifier.show(&notice("a")), Err(NotifierError));
    }

    #[test]
    fn a_pressed_button_reaches_the_core_and_a_touch_of_the_notice_only_opens_the_app() {
        let phone = Arc::new(StandIn::default());
        let notifier = PhoneNotifier::new(phone.clone());
        let (hear, heard) = channel();
        let again = Mutex::new((hear, PhoneNotifier::new(phone.clone())));
        notifier.listen(Box::new(move |id, press| {
            let (hear, notifier) = &*again.lock().unwrap();
            // As the core does: the phone can be asked meanwhile.
            notifier.show(&notice(id)).unwrap();
            hear.send((id.to_owned(), press)).unwrap();
        }));
        for press in PRESSES {
            phone.press(json!({ "id": "a", "press": key(press) }));
        }
        for nothing in [json!({ "id": "a", "press": "" }), json!({ "press": "there" }), json!({ "id": "a" }), json!(7)]
        {
            phone.press(nothing);
        }
        phone.press(json!({ "id": "b", "press": "there" }));
        let in_order: Vec<_> = heard.iter().take(PRESSES.len() + 1).collect();
        assert_eq!(in_order[..PRESSES.len()], PRESSES.map(|press| ("a".to_owned(), press)));
        assert_eq!(in_order[PRESSES.len()].0, "b", "what means nothing was passed over");
    }

    #[test]
    fn what_may_be_shown_is_asked_of_the_phone() {
        let phone = Arc::new(StandIn::default());
        let notifier = PhoneNotifier::new(phone.clone());
        for (answer, permission) in [
            (json!({ "state": "granted" }), Permission::Granted),
            (json!({ "state": "prompt" }), Permission::NotAsked),
            (json!({ "state": "denied" }), Permission::Denied),
            (json!({}), Permission::Denied),
        ] {
            phone.answer("permission", answer.clone());
            phone.answer("ask", answer);
            assert_eq!((notifier.permission(), notifier.ask()), (permission, permission));
        }
        phone.refuse("permission");
        assert_eq!(notifier.permission(), Permission::Denied);
    }
}
