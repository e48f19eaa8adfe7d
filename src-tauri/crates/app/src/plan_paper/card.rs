//! The plan as a card for a wallet: what helps most in a hard moment, and the crisis lines.

use std::cmp::Reverse;

use domain::comparison::Section;
use domain::crisis::{CrisisLine, OwnLine};
use domain::plan::{Pace, Plan, Stage};
use exchange::paper::{Card, Panel, Sheet};

use super::Written;
use crate::api::hard_moment::CrisisLines;

impl Written {
    /// Crisis lines always have a panel; the sections that have one are left out where nothing is written.
    pub(super) fn card(&self, lines: &CrisisLines, name: &str, sheet: Sheet) -> Card {
        let mut panels = self.panels();
        panels.retain(|panel| !panel.entries.is_empty() || !panel.lead.is_empty());
        let how = self.say(match panels.is_empty() {
            false => "plan-paper-card-how",
            true if self.plan == Plan::default() => "plan-paper-empty",
            true => "plan-paper-card-none",
        });
        panels.push(self.crisis(lines));
        let title = match name.trim() {
            "" => self.say("plan-title"),
            name => self.with("plan-paper-do", &[("text", &self.say("plan-title")), ("do", name)]),
        };
        Card { title, language: self.language.tag(), sheet, how, panels, more: self.say("plan-paper-more") }
    }

    fn panels(&self) -> Vec<Panel> {
        let plan = &self.plan;
        let panel = |section: Section, id: &str, numbered: bool, entries: Vec<String>| Panel {
            heading: self.say(id),
            lead: String::new(),
            entries: if self.chosen(section) { entries } else { Vec::new() },
            numbered,
        };
        let mut triggers: Vec<_> = plan.triggers.iter().collect();
        triggers.sort_by_key(|trigger| Reverse(trigger.strength));
        let triggers = triggers.into_iter().map(|trigger| match trigger.response.trim() {
            "" => trigger.text.clone(),
            response => self.with("plan-paper-do", &[("text", &trigger.text), ("do", response)]),
        });
        let signs = [Stage::Early, Stage::Middle, Stage::Late]
            .into_iter()
            .flat_map(|stage| plan.warning_signs.iter().filter(move |sign| sign.stage == stage))
            .map(|sign| self.said(&self.named("stage-", sign.stage), &sign.text));
        let mut skills: Vec<_> = plan.skills.iter().collect();
        skills.sort_by_key(|skill| skill.pace == Pace::Slow);
        let people = plan.people.iter().map(|person| match self.numbers(person).join(", ") {
            none if none.is_empty() => self.who(person),
            numbers => self.said(&self.who(person), &numbers),
        });
        let say = Some(plan.slip_message.trim()).filter(|text| self.chosen(Section::SlipMessage) && !text.is_empty());
        vec![
            panel(Section::Reasons, "plan-reasons", false, plan.reasons.clone()),
            panel(Section::Triggers, "plan-triggers", false, triggers.collect()),
            panel(Section::WarningSigns, "plan-signs", false, signs.collect()),
            panel(Section::Skills, "plan-skills", false, skills.into_iter().map(|skill| self.skill(skill)).collect()),
            panel(Section::People, "plan-people", true, people.collect()),
            Panel {
                lead: say.map(|text| self.said(&self.say("plan-paper-say"), text)).unwrap_or_default(),
                ..panel(Section::SlipSteps, "plan-slip", true, plan.slip_steps.clone())
            },
            self.four_and_places(),
        ]
    }

    /// What to do when hungry, angry, lonely or tired, and where it is safe, in one panel.
    fn four_and_places(&self) -> Panel {
        let halt = if self.chosen(Section::Halt) { self.halt() } else { Vec::new() };
        let places = if self.chosen(Section::SafePlaces) { self.plan.safe_places.as_slice() } else { &[] };
        let mut entries: Vec<String> = halt.iter().map(|(label, text)| self.said(label, text)).collect();
        let safe = self.say("plan-places-safe");
        let heading = if entries.is_empty() {
            entries.extend(places.iter().cloned());
            safe
        } else {
            entries.extend((!places.is_empty()).then(|| self.said(&safe, &places.join("; "))));
            self.say("plan-paper-four")
        };
        Panel { heading, lead: String::new(), entries, numbered: false }
    }

    fn crisis(&self, lines: &CrisisLines) -> Panel {
        let own = lines.own.iter().map(|line| self.own_line(line));
        let known = lines.lines.iter().map(|line| self.line(line));
        let safety = ["plan-safety-tolerance", "plan-safety-call"].map(|id| self.say(id));
        Panel {
            heading: self.say("plan-paper-crisis"),
            lead: String::new(),
            entries: own.chain(known).chain(safety).collect(),
            numbered: false,
        }
    }

    fn own_line(&self, line: &OwnLine) -> String {
        let (call, text) = (line.call.trim(), line.text.trim());
        let id = match (call, text) {
            (_, "") => "plan-paper-call",
            ("", _) => "plan-paper-text",
            _ => "plan-paper-call-or-text",
        };
        let said = self.with(id, &[("name", &line.name), ("call", call), ("text", text)]);
        match line.about.trim() {
            "" => said,
            about => self.with("plan-paper-about", &[("line", &said), ("about", about)]),
        }
    }

    fn line(&self, line: &CrisisLine) -> String {
        let text = line.text.unwrap_or_default();
        self.with(&format!("plan-paper-{}", line.id), &[("call", line.call), ("text", text)])
    }

    fn said(&self, label: &str, text: &str) -> String {
        self.with("plan-paper-said", &[("label", label), ("text", text)])
    }
}
