//! The plan on paper and as text: the client chooses which sections, and how they stand.

mod card;

use chrono::NaiveDate;
use domain::comparison::Section;
use domain::plan::{Person, Plan, Review, Role, Skill, Stage, Trigger, TriggerKind};
use domain::preference::Language;
use domain::signature::Signature;
use exchange::paper::{Block, Cell, Column, Laid, Paper, Sheet, Table, lay_out, lay_out_card, plain};
use serde::Serialize;

use crate::App;
use crate::api::Nothing;
use crate::api::plan_paper::{
    ExportPlan, PlanChoice, PlanForm, PlanFormat, PlanPreview, PlanText, PlanTextOf, PreviewPlan,
};
use crate::api::record::Exported;
use crate::change::Done;
use crate::check;
use crate::dialog;
use crate::failure::Failure;
use crate::lock_card::crisis_lines;
use crate::open::Open;
use crate::words::{Arg, Catalogue, Words, day, word};

/// Pages that are looked at before all are wanted.
const FIRST_PAGES: usize = 3;
/// Most sections that are named: each once, and more than there are.
const MOST_SECTIONS: usize = 20;

/// The pages, as they will be on paper.
pub(crate) fn preview_plan(app: &App, request: PreviewPlan) -> Result<Done<PlanPreview>, Failure> {
    let laid = written(app, &request.choice)?.laid(app, &request.choice)?;
    let most = if request.all_pages { usize::MAX } else { FIRST_PAGES };
    let page_count = u32::try_from(laid.page_count()).unwrap_or(u32::MAX);
    Ok(Done::read(PlanPreview { pages: laid.pages(most), page_count, unshown: laid.unshown() }))
}

/// Puts the plan where the client says, or hands it to another app. The file is not encrypted.
pub(crate) fn export_plan(app: &App, request: ExportPlan) -> Result<Done<Exported>, Failure> {
    let written = written(app, &request.choice)?;
    let (bytes, ending) = match request.format {
        PlanFormat::Pdf => {
            let pdf = written.laid(app, &request.choice)?.pdf();
            (pdf.map_err(|_| Failure::Internal { id: "paper" })?, "pdf")
        }
        PlanFormat::Text => ((plain(&written.whole(&request.choice.name, request.choice.sheet)) + "\n").into(), "txt"),
    };
    let today = written.today;
    drop(written);
    // A name that says nothing of what it is about.
    dialog::hand_out(app, request.share, &format!("record-{today}.{ending}"), bytes)
}

/// The plan as text, to be shared.
pub(crate) fn plan_text(open: &mut Open, request: PlanTextOf) -> Result<Done<PlanText>, Failure> {
    check::entries("sections", &request.sections, MOST_SECTIONS)?;
    let written = Written::read(open, &request.sections, request.language)?;
    Ok(Done::read(PlanText { text: plain(&written.whole("", Sheet::Letter)) }))
}

fn written(app: &App, choice: &PlanChoice) -> Result<Written, Failure> {
    check::entries("choice.sections", &choice.sections, MOST_SECTIONS)?;
    check::line("choice.name", &choice.name)?;
    app.with_record(|open| Written::read(open, &choice.sections, choice.language))
}

/// What is chosen of the plan, and the words around it.
struct Written {
    words: Words,
    language: Language,
    plan: Plan,
    /// Empty: all.
    sections: Vec<Section>,
    /// The day on which the plan was saved, if it was.
    saved_on: Option<NaiveDate>,
    today: NaiveDate,
}

impl Written {
    fn read(open: &mut Open, sections: &[Section], language: Language) -> Result<Self, Failure> {
        let latest = open.store.read::<_, Failure>(|r| Ok(store::plan::latest_plan(r)?))?;
        let saved_on = latest.as_ref().map(|(meta, _)| open.zone().civil(meta.saved_at).date());
        Ok(Self {
            words: Words::of(&[Catalogue::PlanPaper, Catalogue::Plan, Catalogue::Paper], language),
            language,
            plan: latest.map(|(_, plan)| plan).unwrap_or_default(),
            sections: sections.to_vec(),
            saved_on,
            today: open.today(),
        })
    }

    fn say(&self, id: &str) -> String {
        self.words.say(id, &[])
    }

    fn named(&self, prefix: &str, value: impl Serialize) -> String {
        self.say(&format!("{prefix}{}", word(value)))
    }

    fn with(&self, id: &str, args: &[(&str, &str)]) -> String {
        let args: Vec<(&str, Arg)> = args.iter().map(|(name, text)| (*name, Arg::Text((*text).to_owned()))).collect();
        self.words.say(id, &args)
    }

    fn day(&self, on: NaiveDate) -> String {
        day(&self.words, on)
    }

    fn chosen(&self, section: Section) -> bool {
        self.sections.is_empty() || self.sections.contains(&section)
    }

    fn laid(&self, app: &App, choice: &PlanChoice) -> Result<Laid, Failure> {
        Ok(match choice.form {
            PlanForm::Whole => lay_out(&self.whole(&choice.name, choice.sheet)),
            PlanForm::Card => {
                let lines = crisis_lines(app, Nothing {})?.value;
                lay_out_card(&self.card(&lines, &choice.name, choice.sheet))
            }
        })
    }

    fn whole(&self, name: &str, sheet: Sheet) -> Paper {
        let mut facts = Vec::new();
        if !name.trim().is_empty() {
            facts.push((self.say("paper-name"), name.trim().to_owned()));
        }
        if let Some(on) = self.saved_on {
            facts.push((self.say("plan-paper-saved"), self.day(on)));
        }
        let mut blocks = if facts.is_empty() { Vec::new() } else { vec![Block::Facts(facts)] };
        let content = self.content();
        if content.is_empty() {
            blocks.push(Block::Paragraph(self.say("plan-paper-empty")));
        }
        blocks.extend(content);
        let foot = match self.saved_on {
            Some(on) => self.with("plan-paper-foot", &[("day", &self.day(on))]),
            None => self.say("plan-title"),
        };
        let page_of = self.with("paper-page", &[("page", "{page}"), ("pages", "{pages}")]);
        Paper { title: self.say("plan-title"), language: self.language.tag(), sheet, blocks, foot, page_of }
    }

    /// The chosen sections in their order, without those in which nothing is written.
    fn content(&self) -> Vec<Block> {
        let plan = &self.plan;
        let mut blocks = Vec::new();
        self.section(&mut blocks, Section::Reasons, "plan-reasons", plan.reasons.clone());
        let triggers =
            [(TriggerKind::External, "plan-triggers-external"), (TriggerKind::Internal, "plan-triggers-internal")];
        self.parts(
            &mut blocks,
            Section::Triggers,
            "plan-triggers",
            triggers.map(|(kind, id)| {
                let of = plan.triggers.iter().filter(|trigger| trigger.kind == kind);
                (self.say(id), of.map(|trigger| self.trigger(trigger)).collect())
            }),
        );
        let situations = plan.situations.iter().map(|situation| {
            let what = match situation.on {
                Some(on) => self.with("plan-paper-situation", &[("text", &situation.text), ("day", &self.day(on))]),
                None => situation.text.clone(),
            };
            joined([what, self.filled("plan-paper-plan", &situation.plan)])
        });
        self.section(&mut blocks, Section::Situations, "plan-situations", situations.collect());
        self.parts(
            &mut blocks,
            Section::WarningSigns,
            "plan-signs",
            [Stage::Early, Stage::Middle, Stage::Late].map(|stage| {
                let of = plan.warning_signs.iter().filter(|sign| sign.stage == stage);
                (self.named("stage-", stage), of.map(|sign| sign.text.clone()).collect())
            }),
        );
        let skills = plan.skills.iter().map(|skill| self.skill(skill));
        self.section(&mut blocks, Section::Skills, "plan-skills", skills.collect());
        let halt = self.halt();
        if self.chosen(Section::Halt) && !halt.is_empty() {
            blocks.extend([Block::Heading(self.say("plan-paper-halt")), Block::Facts(halt)]);
        }
        if self.chosen(Section::People) && !plan.people.is_empty() {
            let people = plan.people.iter().map(|person| self.person(person)).collect();
            blocks.push(Block::Heading(self.say("plan-people")));
            blocks.push(Block::Small(self.say("plan-people-order")));
            blocks.push(Block::Steps(people));
        }
        self.section(&mut blocks, Section::SafePlaces, "plan-places-safe", plan.safe_places.clone());
        self.section(&mut blocks, Section::RemoveFromHome, "plan-places-remove", plan.remove_from_home.clone());
        self.section(&mut blocks, Section::Routine, "plan-routine", plan.routine.clone());
        let medicines = plan.medicines.iter().map(|medicine| joined([medicine.name.clone(), medicine.how.clone()]));
        self.section(&mut blocks, Section::Medicines, "plan-medicines", medicines.collect());
        self.slip(&mut blocks);
        if let Some(review) = plan.review.as_ref().filter(|_| self.chosen(Section::Review)) {
            self.review(&mut blocks, review);
        }
        blocks
    }

    fn section(&self, blocks: &mut Vec<Block>, section: Section, heading: &str, entries: Vec<String>) {
        if self.chosen(section) && !entries.is_empty() {
            blocks.extend([Block::Heading(self.say(heading)), Block::List(entries)]);
        }
    }

    /// A section in parts, each with a heading of its own.
    fn parts<const N: usize>(
        &self,
        blocks: &mut Vec<Block>,
        section: Section,
        heading: &str,
        parts: [(String, Vec<String>); N],
    ) {
        let mut heading = Some(Block::Heading(self.say(heading)));
        for (part, entries) in parts.into_iter().filter(|(_, entries)| self.chosen(section) && !entries.is_empty()) {
            blocks.extend(heading.take());
            blocks.extend([Block::Subheading(part), Block::List(entries)]);
        }
    }

    /// Those words around a text; nothing where it is empty.
    fn filled(&self, id: &str, text: &str) -> String {
        if text.trim().is_empty() { String::new() } else { self.with(id, &[("text", text)]) }
    }

    fn trigger(&self, trigger: &Trigger) -> String {
        let strength = self.named("strength-", trigger.strength.to_string());
        let below = if trigger.response.trim().is_empty() {
            strength
        } else {
            self.with("plan-paper-strength-response", &[("strength", &strength), ("text", &trigger.response)])
        };
        joined([trigger.text.clone(), below])
    }

    fn skill(&self, skill: &Skill) -> String {
        match skill.minutes.map(|minutes| minutes.to_string()) {
            Some(minutes) => self.with("plan-paper-minutes", &[("text", &skill.text), ("minutes", &minutes)]),
            None => skill.text.clone(),
        }
    }

    fn halt(&self) -> Vec<(String, String)> {
        let halt = &self.plan.halt;
        let four = [
            ("plan-paper-hungry", &halt.hungry),
            ("plan-paper-angry", &halt.angry),
            ("plan-paper-lonely", &halt.lonely),
            ("plan-paper-tired", &halt.tired),
        ];
        four.into_iter()
            .filter(|(_, text)| !text.trim().is_empty())
            .map(|(id, text)| (self.say(id), text.clone()))
            .collect()
    }

    /// Who it is, and to the client; that someone is "other" says nothing.
    fn who(&self, person: &Person) -> String {
        match person.role {
            Role::Other => person.name.clone(),
            role => self.with("plan-paper-person", &[("name", &person.name), ("role", &self.named("role-", role))]),
        }
    }

    fn numbers(&self, person: &Person) -> Vec<String> {
        let first = Some(&person.phone).filter(|phone| !phone.trim().is_empty()).cloned();
        let more = person.more_phones.iter().map(|phone| match phone.label.trim() {
            "" => phone.number.clone(),
            label => self.with("plan-paper-said", &[("label", label), ("text", &phone.number)]),
        });
        first.into_iter().chain(more).collect()
    }

    fn person(&self, person: &Person) -> String {
        let knows = if person.knows_plan { self.say("plan-people-knows-plan") } else { String::new() };
        let numbers = self.numbers(person).join("\n");
        joined([self.who(person), numbers, knows, self.filled("plan-paper-message", &person.message)])
    }

    /// The steps, what to say, and what Handrail itself says of safety: that stands in every plan in which anything is
    /// written.
    fn slip(&self, blocks: &mut Vec<Block>) {
        let plan = &self.plan;
        let says = self.chosen(Section::SlipMessage) && !plan.slip_message.trim().is_empty();
        let is_safe = self.chosen(Section::SlipSteps) && *plan != Plan::default();
        if !says && !is_safe {
            return;
        }
        blocks.push(Block::Heading(self.say("plan-slip")));
        if is_safe && !plan.slip_steps.is_empty() {
            blocks.push(Block::Steps(plan.slip_steps.clone()));
        }
        if says {
            blocks.push(Block::Subheading(self.say("plan-paper-say")));
            blocks.push(Block::Paragraph(plan.slip_message.clone()));
        }
        if is_safe {
            blocks.push(Block::Subheading(self.say("plan-safety-from")));
            blocks.push(Block::List(
                ["tolerance", "alone", "naloxone", "call"].map(|id| self.say(&format!("plan-safety-{id}"))).into(),
            ));
        }
    }

    fn review(&self, blocks: &mut Vec<Block>, review: &Review) {
        blocks.push(Block::Heading(self.say("plan-review")));
        let with = self.with("plan-review-line", &[("name", &review.with), ("day", &self.day(review.on))]);
        let next = review.next_on.map(|on| self.with("plan-review-next-line", &[("day", &self.day(on))]));
        blocks.push(Block::Paragraph(joined([with, next.unwrap_or_default()])));
        if review.signatures.is_empty() {
            return;
        }
        let column = |id: &str, share| Column { head: self.say(id), share, framed: true, numbers: false };
        blocks.push(Block::Table(Table {
            summary: self.say("paper-signature"),
            columns: vec![column("paper-signer", 1.0), column("paper-signature", 1.5)],
            rows: review.signatures.iter().map(|signature| self.signed(signature)).collect(),
        }));
    }

    fn signed(&self, signature: &Signature) -> Vec<Cell> {
        match signature.signer.trim() {
            "" => vec![Cell::Room, Cell::Drawn(signature.clone(), self.say("paper-signed"))],
            signer => {
                let words = self.with("paper-signed-by", &[("name", signer)]);
                vec![Cell::Text(signer.to_owned()), Cell::Drawn(signature.clone(), words)]
            }
        }
    }
}

/// What is there of it, one below the other.
fn joined<const N: usize>(lines: [String; N]) -> String {
    let lines: Vec<String> = lines.into_iter().filter(|line| !line.trim().is_empty()).collect();
    lines.join("\n")
}
