//! Records of earlier versions, brought to the newest form.

use serde_json::{Map, Value, json};

use super::{Record, VERSION};

/// Lists that version 2 brought.
const SINCE_2: [&str; 8] = ["signatures", "pauses", "goals", "sponsors", "steps", "commitments", "counters", "chips"];
/// Lists that version 3 brought.
const SINCE_3: [&str; 7] =
    ["mooring_lines", "mooring_weeks", "aftercare", "aftercare_done", "assessments", "slips", "rides"];

/// Lists that version 4 brought.
const SINCE_4: [&str; 2] = ["reminder_rules", "own_reminders"];

/// Reads a record of an earlier version.
///
/// # Errors
/// What is not of its form.
pub(super) fn read(text: &str, version: u32) -> Result<Record, serde_json::Error> {
    let mut record: Map<String, Value> = serde_json::from_str(text)?;
    if version < 2 {
        to_2(&mut record);
    }
    add(&mut record, &SINCE_3);
    to_4(&mut record);
    record.insert("version".to_owned(), json!(VERSION));
    serde_json::from_value(Value::Object(record))
}

/// Version 1 knew one requirement, of so many meetings a week, and less of meetings and attendances.
fn to_2(record: &mut Map<String, Value>) {
    add(record, &SINCE_2);
    for meeting in entries(record, "meetings") {
        for (key, value) in [
            ("zone", Value::Null),
            ("link", json!("")),
            ("phone", json!("")),
            ("kinds", json!([])),
            ("home", json!(false)),
            ("remind_minutes", Value::Null),
            ("closed", json!(false)),
            ("listed", Value::Null),
        ] {
            meeting.entry(key).or_insert(value);
        }
    }
    for attendance in entries(record, "attendances") {
        attendance.entry("place").or_insert_with(|| json!(""));
    }
    for requirement in entries(record, "requirements") {
        if let Some(amount) = requirement.remove("per_week") {
            for (key, value) in [
                ("asked_by", json!("program")),
                ("counts", json!("support_groups")),
                ("amount", amount),
                ("period", json!("week")),
                ("due_day", Value::Null),
                ("ends_on", Value::Null),
                ("make_ups_after", Value::Null),
                ("owed_then", Value::Null),
                ("settle_by", Value::Null),
            ] {
                requirement.entry(key).or_insert(value);
            }
        }
    }
}

/// Version 3 knew reminders of sessions alone, with one lead, among the choices.
fn to_4(record: &mut Map<String, Value>) {
    add(record, &SINCE_4);
    let Some(choices) = record.get_mut("choices").and_then(Value::as_object_mut) else { return };
    choices.entry("quiet").or_insert_with(|| json!([null, null, null, null, null, null, null]));
    let (on, lead) = (choices.remove("remind_sessions"), choices.remove("session_lead_minutes"));
    let (Some(on), Some(minutes)) = (on, lead) else { return };
    let rule = json!({
        "source": "session", "on": on, "leads": [{"kind": "before", "minutes": minutes}],
        "words": "", "sound": true, "ask": true
    });
    if let Some(rules) = record.get_mut("reminder_rules").and_then(Value::as_array_mut) {
        rules.push(rule);
    }
}

fn add(record: &mut Map<String, Value>, lists: &[&str]) {
    for list in lists {
        record.entry(*list).or_insert_with(|| json!([]));
    }
}

fn entries<'a>(record: &'a mut Map<String, Value>, list: &str) -> impl Iterator<Item = &'a mut Map<String, Value>> {
    record.get_mut(list).and_then(Value::as_array_mut).into_iter().flatten().filter_map(Value::as_object_mut)
}

#[cfg(test)]
mod tests {
    use super::super::{FORMAT, read};

    #[test]
    fn a_record_of_version_1_is_read_with_its_requirement_as_one_of_the_program() {
        let id = "019b8e3e-3480-7000-8000-000000000017";
        let text = format!(
            r#"{{"format":"{FORMAT}","version":1,"choices":{{"language":"en","week_starts_on":"monday",
            "lock_after_minutes":5,"remind_sessions":true,"session_lead_minutes":60}},"episodes":[],"phases":[],
            "patterns":[],"closures":[],"sessions":[],"call_lines":[],"calls":[],
            "meetings":[{{"id":"{id}","fellowship":"aa","name":"A","weekday":"monday","time":"19:00","minutes":60,
            "mode":"in_person","place":""}}],
            "attendances":[{{"id":"{id}","meeting":"{id}","fellowship":"aa","name":"A","on":"2026-01-05",
            "time":"19:00","minutes":60,"mode":"in_person","took":["listened"],"topic":"","note":""}}],
            "requirements":[{{"id":"{id}","per_week":2,"starts_on":"2026-01-05","carries_over":true}}],
            "plan_versions":[],"check_ins":[],"payers":[],"authorizations":[],"fees":[],"account_entries":[]}}"#
        );
        let record = read(&text).unwrap();
        assert_eq!(record.reminder_rules, [domain::reminder::Rule::of(domain::reminder::Source::Session)]);
        assert_eq!((record.meetings.len(), record.attendances.len()), (1, 1));
        let asked = &record.requirements[0];
        assert_eq!((asked.amount, asked.carries_over), (2, true));
        assert_eq!(asked.asked_by, domain::requirement::AskedBy::Program);
        assert!(read(&text.replace("\"per_week\"", "\"per_year\"")).is_err());
    }
}
