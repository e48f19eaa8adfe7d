use proptest::prelude::*;

use super::*;
use crate::plan::{Pace, Role, TriggerKind};

fn plan(reasons: &[&str]) -> Plan {
    Plan { reasons: reasons.iter().map(|text| (*text).to_owned()).collect(), ..Plan::default() }
}

fn became(older: &Plan, newer: &Plan) -> Vec<Became> {
    compare(older, newer).into_iter().map(|change| change.became).collect()
}

#[test]
fn what_is_the_same_is_not_told() {
    let same = plan(&["My daughter", "My work"]);
    assert_eq!(compare(&same, &same), []);
    assert_eq!(compare(&Plan::default(), &Plan::default()), []);
}

#[test]
fn an_entry_is_added_removed_or_changed_word_by_word() {
    let (older, newer) = (plan(&["My work", "To see Mia grow up"]), plan(&["To see Mia and Leo grow up", "My health"]));
    let changes = compare(&older, &newer);
    assert_eq!(changes.iter().map(|c| c.became).collect::<Vec<_>>(), [Became::Changed, Became::Added, Became::Removed]);
    let piece = |text: &str, only| Piece { text: text.to_owned(), only };
    assert_eq!(
        changes[0].pieces,
        [piece("To see Mia ", None), piece("and Leo ", Some(Side::Newer)), piece("grow up", None)]
    );
    assert_eq!(changes[2].older, Some(PlanEntry::Line("My work".to_owned())));
}

#[test]
fn an_entry_put_in_another_place_is_moved_and_the_others_stay() {
    assert_eq!(became(&plan(&["a", "b", "c", "d"]), &plan(&["d", "a", "b", "c"])), [Became::Moved]);
    assert_eq!(became(&plan(&["a", "b", "c"]), &plan(&["c", "b", "a"])).len(), 2);
}

#[test]
fn a_trigger_of_the_same_words_is_changed_when_its_strength_or_answer_is() {
    let trigger = |strength, response: &str| Trigger {
        text: "Payday".to_owned(),
        kind: TriggerKind::External,
        strength,
        response: response.to_owned(),
    };
    let with = |trigger| Plan { triggers: vec![trigger], ..Plan::default() };
    let changes = compare(&with(trigger(3, "Route 9")), &with(trigger(2, "Route 9")));
    assert_eq!((changes.len(), changes[0].became), (1, Became::Changed));
    assert_eq!(changes[0].pieces, [], "its words are the same");
}

#[test]
fn a_person_with_another_number_is_the_same_person_changed() {
    let person = |name: &str, phone: &str| Person {
        name: name.to_owned(),
        role: Role::Sponsor,
        phone: phone.to_owned(),
        more_phones: Vec::new(),
        knows_plan: true,
        message: String::new(),
    };
    let with = |people| Plan { people, ..Plan::default() };
    let older = with(vec![person("Jo", "1"), person("Ana", "2")]);
    let newer = with(vec![person("Ana", "2"), person("Jo", "3")]);
    // Of two that changed places one is told as moved, or as changed where it is.
    assert!(became(&older, &newer).contains(&Became::Changed));
    assert!(!became(&older, &newer).contains(&Became::Added));
}

#[test]
fn sections_of_one_entry_are_added_changed_and_removed_whole() {
    let halt = |tired: &str| Plan { halt: Halt { tired: tired.to_owned(), ..Halt::default() }, ..Plan::default() };
    assert_eq!(became(&Plan::default(), &halt("Nap")), [Became::Added]);
    assert_eq!(became(&halt("Nap"), &halt("Bed by ten")), [Became::Changed]);
    assert_eq!(became(&halt("Nap"), &Plan::default()), [Became::Removed]);
    let message = |text: &str| Plan { slip_message: text.to_owned(), ..Plan::default() };
    assert_eq!(became(&Plan::default(), &message("I slipped.")), [Became::Added]);
}

fn any_plan() -> impl Strategy<Value = Plan> {
    let line = "[a-d]( [a-d]){0,4}";
    let lines = || proptest::collection::vec(line, 0..8);
    (lines(), lines(), proptest::collection::vec((line, any::<bool>()), 0..6)).prop_map(
        |(reasons, slip_steps, skills)| {
            let skill =
                |(text, quick)| Skill { text, pace: if quick { Pace::Quick } else { Pace::Slow }, minutes: None };
            Plan { reasons, slip_steps, skills: skills.into_iter().map(skill).collect(), ..Plan::default() }
        },
    )
}

proptest! {
    /// Taking out what was there before and putting in what is there now makes the newer version, as a bag of entries.
    #[test]
    fn what_is_told_leads_from_the_older_version_to_the_newer(older in any_plan(), newer in any_plan()) {
        let bag = |plan: &Plan| {
            let lines = |section, all: &[String]| all.iter().map(move |l| (section, format!("{:?}", PlanEntry::Line(l.clone())))).collect::<Vec<_>>();
            let mut bag = lines(Section::Reasons, &plan.reasons);
            bag.extend(lines(Section::SlipSteps, &plan.slip_steps));
            bag.extend(plan.skills.iter().map(|s| (Section::Skills, format!("{:?}", PlanEntry::Skill(s.clone())))));
            bag
        };
        let mut entries = bag(&older);
        for change in compare(&older, &newer) {
            if let Some(old) = change.older {
                let at = entries.iter().position(|one| *one == (change.section, format!("{old:?}")));
                prop_assert!(at.is_some(), "{old:?} was not there");
                entries.remove(at.unwrap());
            }
            entries.extend(change.newer.map(|new| (change.section, format!("{new:?}"))));
        }
        let order = |mut bag: Vec<(Section, String)>| {
            bag.sort_by_key(|(section, text)| (*section as u8, text.clone()));
            bag
        };
        prop_assert_eq!(order(entries), order(bag(&newer)));
    }

    #[test]
    fn the_words_of_a_change_make_both_texts(older in "[a-c ]{0,30}", newer in "[a-c ]{0,30}") {
        let pieces = pieces(&older, &newer);
        let side = |only| pieces.iter().filter(|p| p.only.is_none() || p.only == Some(only)).map(|p| p.text.as_str()).collect::<String>();
        if older != newer {
            prop_assert_eq!((side(Side::Older), side(Side::Newer)), (older, newer));
        }
    }
}
