//! The demo client's plan, as of each of its versions.

use chrono::NaiveDate;
use domain::plan::{
    Halt, Medicine, Pace, Person, Plan, Review, Role, Situation, Skill, Stage, Trigger, TriggerKind, WarningSign,
};
use domain::time::plus_days;

use super::Builder;

impl Builder<'_> {
    /// Version 1: reasons, people and a first few triggers. Version 2: all
    /// sections. Version 3: reviewed with the therapist.
    pub(super) fn written_plan(&self, program: NaiveDate, version: u32) -> Plan {
        let say = |id: &str| self.say(&format!("demo-{id}"));
        let says = |ids: &[&str]| ids.iter().map(|id| say(id)).collect::<Vec<_>>();
        let trigger = |id: &str, kind, strength| Trigger {
            text: say(&format!("trigger-{id}")),
            kind,
            strength,
            response: say(&format!("trigger-{id}-do")),
        };
        let person = |id: &str, role, phone: &str, knows_plan| Person {
            name: say(&format!("person-{id}")),
            role,
            phone: phone.to_owned(),
            more_phones: Vec::new(),
            knows_plan,
            message: if role == Role::Sponsor { say("person-sponsor-message") } else { String::new() },
        };
        let mut plan = Plan {
            reasons: says(&["reason-1", "reason-2"]),
            triggers: vec![
                trigger("payday", TriggerKind::External, 3),
                trigger("brother", TriggerKind::External, 2),
                trigger("sleep", TriggerKind::Internal, 2),
            ],
            people: vec![
                person("sponsor", Role::Sponsor, "555-0117", version > 1),
                person("program", Role::ProgramLine, "555-0142", true),
            ],
            ..Plan::default()
        };
        if version == 1 {
            return plan;
        }
        plan.reasons.push(say("reason-3"));
        plan.triggers.extend([
            trigger("alone", TriggerKind::Internal, 3),
            trigger("back", TriggerKind::Internal, 1),
            trigger("bored", TriggerKind::Internal, 1),
        ]);
        let situation = |id: &str, days| Situation {
            text: say(&format!("situation-{id}")),
            on: Some(plus_days(program, days)),
            plan: say(&format!("situation-{id}-plan")),
        };
        plan.situations = vec![situation("wedding", 54), situation("check", 73)];
        let sign = |id: &str, stage| WarningSign { stage, text: say(&format!("sign-{id}")) };
        plan.warning_signs = vec![
            sign("early-1", Stage::Early),
            sign("early-2", Stage::Early),
            sign("middle-1", Stage::Middle),
            sign("middle-2", Stage::Middle),
            sign("late-1", Stage::Late),
            sign("late-2", Stage::Late),
        ];
        let skill = |id: &str, pace| Skill {
            text: say(&format!("skill-{id}")),
            pace,
            minutes: Some(if pace == Pace::Quick { 10 } else { 60 }),
        };
        plan.skills = vec![
            skill("river", Pace::Quick),
            skill("cold", Pace::Quick),
            skill("call", Pace::Quick),
            skill("gum", Pace::Quick),
            skill("gym", Pace::Slow),
            skill("cook", Pace::Slow),
        ];
        plan.people.extend([
            person("therapist", Role::Therapist, "555-0163", true),
            person("sister", Role::Family, "555-0188", true),
        ]);
        plan.safe_places = says(&["place-1", "place-2", "place-3"]);
        plan.remove_from_home = says(&["remove-1", "remove-2"]);
        plan.routine = says(&["routine-1", "routine-2", "routine-3", "routine-4"]);
        let medicine =
            |id: &str| Medicine { name: say(&format!("medicine-{id}")), how: say(&format!("medicine-{id}-how")) };
        plan.medicines = vec![medicine("1"), medicine("2")];
        plan.halt = Halt {
            hungry: say("halt-hungry"),
            angry: say("halt-angry"),
            lonely: say("halt-lonely"),
            tired: say("halt-tired"),
        };
        plan.slip_message = say("slip-message");
        plan.slip_steps = says(&["slip-1", "slip-2", "slip-3", "slip-4"]);
        if version > 2 {
            plan.review = Some(Review {
                with: say("person-therapist"),
                on: plus_days(program, 17),
                next_on: Some(plus_days(program, 45)),
                signatures: Vec::new(),
            });
        }
        plan
    }
}
