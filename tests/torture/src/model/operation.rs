//! The operations, each done by the app and by the model.

use app::Failure;
use fastrand::Rng;
use serde_json::{Value, json};

use super::{Kept, Model};

impl Model {
    pub(super) fn attendance(&mut self, random: &mut Rng) -> &'static str {
        let known = random.choice(self.kept.attendances.keys()).cloned();
        if let (Some(id), true) = (&known, random.u8(..4) == 0) {
            self.write("delete_attendance", json!({"id": id}), |kept, _| drop(kept.attendances.remove(id)));
            self.refused("delete_attendance", json!({"id": id}), &Failure::NotFound);
            return "attendances";
        }
        let fields = json!({"fellowship": random.choice(["aa", "na", "other"]), "name": word(random),
            "on": format!("2025-12-{:02}", random.u8(1..32)), "time": format!("{:02}:30", random.u8(..24)),
            "minutes": random.u32(1..1441), "mode": random.choice(["in_person", "online", "phone"]),
            "place": word(random), "took": [], "topic": word(random), "note": word(random)});
        let id = known.filter(|_| random.bool());
        let mut request = fields.clone();
        request["id"] = json!(id);
        self.write("record_attendance", request, |kept, answer| {
            let id = answer["id"].as_str().expect("an id").to_owned();
            kept.attendances.insert(id, fields);
        });
        let total = self.device.call("groups", json!({"before": null}))["counts"]["total"].clone();
        assert_eq!(total, json!(self.kept.attendances.len()), "attended in all");
        "attendances"
    }

    pub(super) fn check_in(&mut self, random: &mut Rng) -> &'static str {
        let on = format!("2025-12-{:02}", random.u8(1..32));
        if random.u8(..4) == 0 {
            if self.kept.check_ins.contains_key(&on) {
                self.write("delete_check_in", json!({"on": on}), |kept, _| drop(kept.check_ins.remove(&on)));
            }
        } else {
            let fields = json!({"on": on, "mood": random.u8(1..6), "craving": random.u8(..11), "hungry": random.bool(),
                "angry": random.bool(), "lonely": random.bool(), "tired": random.bool(),
                "sleep_minutes": random.bool().then(|| random.u32(..1441)), "used": random.bool().then(|| random.bool()),
                "note": word(random)});
            self.write("save_check_in", fields.clone(), |kept, _| drop(kept.check_ins.insert(on, fields)));
        }
        let (from, to) = ("2025-12-05", "2025-12-20");
        let answer = self.device.call("check_ins", json!({"from": from, "to": to}))["check_ins"].take();
        let between = self.kept.check_ins.range(from.to_owned()..=to.to_owned());
        assert_eq!(answer, between.map(|(_, fields)| fields.clone()).collect::<Value>(), "check-ins between");
        "check-ins"
    }

    pub(super) fn requirement(&mut self, random: &mut Rng) -> &'static str {
        let known = random.choice(self.kept.requirements.keys()).cloned();
        if let (Some(id), true) = (&known, random.bool()) {
            self.write("delete_requirement", json!({"id": id}), |kept, _| drop(kept.requirements.remove(id)));
            return "requirements";
        }
        let fields = json!({"asked_by": random.choice(["me", "program", "court"]), "counts": "support_groups",
            "amount": random.u32(1..8), "period": "week", "starts_on": format!("2025-12-{:02}", random.u8(1..32)),
            "carries_over": random.bool()});
        self.write("save_requirement", fields.clone(), |kept, answer| {
            kept.requirements.insert(answer["id"].as_str().expect("an id").to_owned(), fields);
        });
        let shown = self.device.call("requirements", json!({}))["requirements"].as_array().map_or(0, Vec::len);
        assert_eq!(shown, self.kept.requirements.len(), "requirements shown");
        "requirements"
    }

    pub(super) fn own_reminder(&mut self, random: &mut Rng) -> &'static str {
        let known = random.choice(self.kept.own_reminders.keys()).cloned();
        if let (Some(id), true) = (&known, random.bool() || self.kept.own_reminders.len() > 20) {
            self.write("delete_own_reminder", json!({"id": id}), |kept, _| drop(kept.own_reminders.remove(id)));
            return "reminders";
        }
        let fields = json!({"text": word(random), "shows_text": random.bool(),
            "on": format!("2026-02-{:02}", random.u8(1..29)), "time": format!("{:02}:15", random.u8(..24)),
            "repeat": null, "ends_on": null});
        let mut request = fields.clone();
        request["id"] = Value::Null;
        self.write("save_own_reminder", request, |kept, answer| {
            kept.own_reminders.insert(answer["id"].as_str().expect("an id").to_owned(), fields);
        });
        "reminders"
    }

    pub(super) fn plan(&mut self, random: &mut Rng) -> &'static str {
        let shown = self.device.call("plan", json!({}));
        let mut plan = shown["plan"].clone();
        if !self.kept.plan.is_null() {
            assert_eq!(plan, self.kept.plan, "the plan");
        }
        plan["reasons"] = json!([word(random), word(random)]);
        plan["slip_message"] = json!(word(random));
        let stale = json!("01890a5d-ac96-774b-bcce-b302099a8057");
        self.refused("save_plan", json!({"plan": plan, "based_on": stale}), &Failure::Conflict);
        let request = json!({"plan": plan, "based_on": shown["version"]["id"]});
        self.write("save_plan", request, |kept, _| {
            kept.plan = plan.clone();
            kept.plans.push(plan);
        });
        "plans"
    }

    pub(super) fn choices(&mut self, random: &mut Rng) -> &'static str {
        let choices = json!({"language": random.choice(["en", "es"]),
            "week_starts_on": random.choice(["monday", "sunday"]),
            "lock_after_minutes": random.bool().then(|| random.u32(1..121))});
        self.write("save_settings", choices.clone(), |kept, _| kept.choices = choices);
        "settings"
    }

    pub(super) fn draft(&mut self, random: &mut Rng) -> &'static str {
        let key = ["plan", "slip", "note"][random.usize(..3)].to_owned();
        if random.u8(..3) == 0 {
            self.device.call("discard_draft", json!({"key": key}));
            self.drafts.remove(&key);
        } else {
            let text = word(random);
            self.device.call("save_draft", json!({"key": key, "text": text}));
            self.drafts.insert(key.clone(), text);
        }
        let kept = self.device.call("draft", json!({"key": key}))["text"].take();
        assert_eq!(kept, json!(self.drafts.get(&key)), "the draft {key}");
        "drafts"
    }

    /// Says what became of a session that has begun.
    pub(super) fn log(&mut self, random: &mut Rng) -> &'static str {
        let begun = self.kept.sessions.iter().filter(|(_, session)| session["on"].as_str() < Some("2026-01-05"));
        let Some((session, fields)) = random.choice(begun.collect::<Vec<_>>()) else { return "nothing" };
        let (session, mut fields) = (session.clone(), fields.clone());
        let state = ["attended", "excused", "missed"][random.usize(..3)];
        let note = word(random);
        (fields["state"], fields["note"]) = (json!(state), json!(note));
        let request = json!({"session": session, "state": state, "note": note});
        self.write("log_session", request, |kept, answer| renamed(kept, &session, answer, fields));
        "sessions logged"
    }

    /// Moves or cancels a session that is to come.
    pub(super) fn move_session(&mut self, random: &mut Rng) -> &'static str {
        let ahead = self
            .kept
            .sessions
            .iter()
            .filter(|(_, session)| session["on"].as_str() > Some("2026-01-06") && session["state"] == "planned");
        let Some((session, fields)) = random.choice(ahead.collect::<Vec<_>>()) else { return "nothing" };
        let (session, mut fields) = (session.clone(), fields.clone());
        if random.u8(..8) == 0 {
            fields["state"] = json!("cancelled");
            let request = json!({"session": session, "scope": "this"});
            self.write("cancel_session", request, |_, _| ());
            // Its name may be another now, and no answer says it.
            self.kept.sessions = self.sessions();
            return "sessions cancelled";
        }
        fields["on"] = json!(format!("2026-01-{:02}", random.u8(7..32)));
        fields["time"] = json!(format!("{:02}:45", random.u8(6..21)));
        let request = json!({"session": session, "scope": "this", "on": fields["on"], "time": fields["time"]});
        self.write("change_session", request, |kept, answer| renamed(kept, &session, answer, fields));
        "sessions moved"
    }
}

/// Puts these fields under the name that the answer gives.
fn renamed(kept: &mut Kept, before: &str, answer: &Value, fields: Value) {
    kept.sessions.remove(before);
    kept.sessions.insert(answer["session"].as_str().expect("a name").to_owned(), fields);
}

/// A short text, with letters that have a meaning somewhere.
fn word(random: &mut Rng) -> String {
    const LETTERS: [char; 12] = ['a', 'b', 'é', 'ñ', '\'', '"', '\\', '%', '_', '\u{1f469}', '{', ' '];
    let text: String = (0..random.usize(1..12)).filter_map(|_| random.choice(LETTERS)).collect();
    format!("w{text}").trim().to_owned()
}
