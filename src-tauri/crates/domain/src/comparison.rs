//! Two versions of the plan side by side: what was added, changed, removed, or put in another place.

use std::collections::{HashMap, HashSet};

use serde::Serialize;
use similar::{ChangeTag, TextDiff};
use ts_rs::TS;

use crate::plan::{Halt, Medicine, Person, Plan, Review, Situation, Skill, Trigger, WarningSign};

/// How alike the words of two entries must be for one to be the other, changed: from 0 to 1.
const ALIKE: f32 = 0.7;
/// How far apart among what is left two entries are still held against each other.
const NEAR: usize = 4;
/// Words beyond this are not held against each other one by one, in bytes.
const MOST_BYTES: usize = 4_000;

/// A section of the plan, in its order.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, serde::Deserialize, TS)]
#[serde(rename_all = "snake_case")]
#[allow(missing_docs)]
pub enum Section {
    Reasons,
    Triggers,
    Situations,
    WarningSigns,
    Skills,
    Halt,
    People,
    SafePlaces,
    RemoveFromHome,
    Routine,
    Medicines,
    SlipSteps,
    SlipMessage,
    Review,
}

/// What became of an entry.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "snake_case")]
#[allow(missing_docs)]
pub enum Became {
    Added,
    Removed,
    Changed,
    /// The same, before or after others than it was.
    Moved,
}

/// An entry of any section.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
#[serde(tag = "kind", content = "entry", rename_all = "snake_case")]
#[allow(missing_docs)]
pub enum PlanEntry {
    Line(String),
    Trigger(Trigger),
    Situation(Situation),
    WarningSign(WarningSign),
    Skill(Skill),
    Halt(Halt),
    Person(Person),
    Medicine(Medicine),
    Review(Review),
}

/// Words of an entry that is there in both versions.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct Piece {
    /// The words, with the spaces around them.
    pub text: String,
    /// In which version they stand: `None`: in both.
    pub only: Option<Side>,
}

/// One of two versions.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "snake_case")]
#[allow(missing_docs)]
pub enum Side {
    Older,
    Newer,
}

/// What became of one entry.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct EntryChange {
    /// The section it belongs to.
    pub section: Section,
    /// What became of it.
    pub became: Became,
    /// As it was; `None` where it was added.
    pub older: Option<PlanEntry>,
    /// As it is; `None` where it was removed.
    pub newer: Option<PlanEntry>,
    /// Its main words, word by word, where it was changed.
    pub pieces: Vec<Piece>,
}

/// What differs, section by section, in the order of the newer version; what was removed stands last in its section.
#[must_use]
pub fn compare(older: &Plan, newer: &Plan) -> Vec<EntryChange> {
    let mut changes = Vec::new();
    lines(&mut changes, Section::Reasons, &older.reasons, &newer.reasons);
    entries(
        &mut changes,
        Section::Triggers,
        &older.triggers,
        &newer.triggers,
        |t| &t.text,
        |t| PlanEntry::Trigger(t.clone()),
    );
    entries(
        &mut changes,
        Section::Situations,
        &older.situations,
        &newer.situations,
        |s| &s.text,
        |s| PlanEntry::Situation(s.clone()),
    );
    entries(
        &mut changes,
        Section::WarningSigns,
        &older.warning_signs,
        &newer.warning_signs,
        |s| &s.text,
        |s| PlanEntry::WarningSign(s.clone()),
    );
    entries(&mut changes, Section::Skills, &older.skills, &newer.skills, |s| &s.text, |s| PlanEntry::Skill(s.clone()));
    whole(&mut changes, Section::Halt, &older.halt, &newer.halt, |h| {
        (*h != Halt::default()).then(|| PlanEntry::Halt(h.clone()))
    });
    entries(&mut changes, Section::People, &older.people, &newer.people, |p| &p.name, |p| PlanEntry::Person(p.clone()));
    lines(&mut changes, Section::SafePlaces, &older.safe_places, &newer.safe_places);
    lines(&mut changes, Section::RemoveFromHome, &older.remove_from_home, &newer.remove_from_home);
    lines(&mut changes, Section::Routine, &older.routine, &newer.routine);
    entries(
        &mut changes,
        Section::Medicines,
        &older.medicines,
        &newer.medicines,
        |m| &m.name,
        |m| PlanEntry::Medicine(m.clone()),
    );
    lines(&mut changes, Section::SlipSteps, &older.slip_steps, &newer.slip_steps);
    let message = |text: &String| if text.is_empty() { Vec::new() } else { vec![text.clone()] };
    lines(&mut changes, Section::SlipMessage, &message(&older.slip_message), &message(&newer.slip_message));
    whole(&mut changes, Section::Review, &older.review, &newer.review, |r| r.clone().map(PlanEntry::Review));
    changes
}

/// A section of lines.
fn lines(changes: &mut Vec<EntryChange>, section: Section, older: &[String], newer: &[String]) {
    entries(changes, section, older, newer, |line| line, |line| PlanEntry::Line(line.clone()));
}

/// A section that is one entry.
fn whole<T: PartialEq>(
    changes: &mut Vec<EntryChange>,
    section: Section,
    older: &T,
    newer: &T,
    entry: impl Fn(&T) -> Option<PlanEntry>,
) {
    if older == newer {
        return;
    }
    let (older, newer) = (entry(older), entry(newer));
    let became = match (&older, &newer) {
        (None, _) => Became::Added,
        (_, None) => Became::Removed,
        _ => Became::Changed,
    };
    changes.push(EntryChange { section, became, older, newer, pieces: Vec::new() });
}

/// A section that is a list of entries.
fn entries<T: PartialEq>(
    changes: &mut Vec<EntryChange>,
    section: Section,
    older: &[T],
    newer: &[T],
    words: impl Fn(&T) -> &String,
    entry: impl Fn(&T) -> PlanEntry,
) {
    let pairs = pair(older, newer, &words);
    let stays = in_order(&pairs);
    let matched: HashSet<usize> = pairs.iter().flatten().copied().collect();
    for (i, (new, old)) in newer.iter().zip(&pairs).enumerate() {
        let old = old.and_then(|at| older.get(at));
        let became = match old {
            None => Became::Added,
            Some(old) if old != new => Became::Changed,
            Some(_) if !stays.contains(&i) => Became::Moved,
            Some(_) => continue,
        };
        let pieces = match old.filter(|_| became == Became::Changed) {
            Some(old) => pieces(words(old), words(new)),
            None => Vec::new(),
        };
        changes.push(EntryChange { section, became, older: old.map(&entry), newer: Some(entry(new)), pieces });
    }
    for (_, gone) in older.iter().enumerate().filter(|(at, _)| !matched.contains(at)) {
        let (became, older) = (Became::Removed, Some(entry(gone)));
        changes.push(EntryChange { section, became, older, newer: None, pieces: Vec::new() });
    }
}

/// For each newer entry the older one that it was: the same, else the one of the same words, else one near by of
/// words that are much alike.
fn pair<T: PartialEq>(older: &[T], newer: &[T], words: &impl Fn(&T) -> &String) -> Vec<Option<usize>> {
    let mut pairs = vec![None; newer.len()];
    let mut free: Vec<bool> = vec![true; older.len()];
    let mut by_words: HashMap<&String, Vec<usize>> = HashMap::new();
    for (at, old) in older.iter().enumerate() {
        by_words.entry(words(old)).or_default().push(at);
    }
    for same in [true, false] {
        for (new, pair) in newer.iter().zip(&mut pairs).filter(|(_, pair)| pair.is_none()) {
            let fits = |at: &&usize| {
                free.get(**at).copied().unwrap_or(false) && (!same || older.get(**at).is_some_and(|old| old == new))
            };
            if let Some(at) = by_words.get(words(new)).and_then(|all| all.iter().find(fits)).copied() {
                *pair = Some(at);
                if let Some(free) = free.get_mut(at) {
                    *free = false;
                }
            }
        }
    }
    let mut left: Vec<usize> = (0..older.len()).filter(|at| free.get(*at).copied().unwrap_or(false)).collect();
    for (new, pair) in newer.iter().zip(&mut pairs).filter(|(_, pair)| pair.is_none()) {
        let alike =
            left.iter().take(NEAR).position(|at| older.get(*at).is_some_and(|old| are_alike(words(old), words(new))));
        if let Some(position) = alike {
            *pair = Some(left.remove(position));
        }
    }
    pairs
}

fn are_alike(older: &str, newer: &str) -> bool {
    older.len().max(newer.len()) <= MOST_BYTES && TextDiff::from_words(older, newer).ratio() >= ALIKE
}

/// The places of the newer entries that stand in the order in which they stood: the most that can, by the longest
/// increasing run.
fn in_order(pairs: &[Option<usize>]) -> HashSet<usize> {
    let mut ends: Vec<(usize, usize)> = Vec::new();
    let mut before: Vec<Option<usize>> = vec![None; pairs.len()];
    for (i, at) in pairs.iter().enumerate().filter_map(|(i, pair)| pair.map(|at| (i, at))) {
        let length = ends.partition_point(|(_, end)| *end < at);
        if let (Some(before), Some((previous, _))) =
            (before.get_mut(i), length.checked_sub(1).and_then(|last| ends.get(last)))
        {
            *before = Some(*previous);
        }
        match ends.get_mut(length) {
            Some(end) => *end = (i, at),
            None => ends.push((i, at)),
        }
    }
    let mut run = HashSet::new();
    let mut at = ends.last().map(|(i, _)| *i);
    while let Some(i) = at {
        run.insert(i);
        at = before.get(i).copied().flatten();
    }
    run
}

/// Two texts word by word.
fn pieces(older: &str, newer: &str) -> Vec<Piece> {
    if older == newer || older.len().max(newer.len()) > MOST_BYTES {
        return Vec::new();
    }
    let mut pieces: Vec<Piece> = Vec::new();
    for change in TextDiff::from_words(older, newer).iter_all_changes() {
        let only = match change.tag() {
            ChangeTag::Equal => None,
            ChangeTag::Delete => Some(Side::Older),
            ChangeTag::Insert => Some(Side::Newer),
        };
        match pieces.last_mut().filter(|piece| piece.only == only) {
            Some(piece) => piece.text.push_str(change.value()),
            None => pieces.push(Piece { text: change.value().to_owned(), only }),
        }
    }
    pieces
}

#[cfg(test)]
#[path = "comparison_test.rs"]
mod tests;
