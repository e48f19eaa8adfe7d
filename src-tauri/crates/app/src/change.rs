//! What an operation changed. Screens ask again for what they show, reminders
//! are planned anew.

use serde::Serialize;
use ts_rs::TS;

/// A part of the record that is not what it was.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum Change {
    /// It was opened, locked, or made.
    Vault,
    /// The client's choices.
    Settings,
    /// Care, sessions, hours.
    Treatment,
    /// Support groups.
    Groups,
    /// Lists of meetings.
    Lists,
    /// Long work went on: see `progress`.
    Progress,
    /// The plan, mooring lines, the aftercare plan.
    Plan,
    /// Check-ins, questionnaires, slips.
    CheckIns,
    /// What the lock screen shows, and crisis lines.
    Card,
    /// Reminders were shown or planned anew.
    Reminders,
    /// Nothing was written, but time went on: a session or meeting began or ended, a day began,
    /// the device woke.
    Time,
    /// Nothing was written, but the record is about to be locked: what is being typed is to be put away.
    Leaving,
}

impl Change {
    /// Every part that lies inside the record.
    pub(crate) const CONTENT: [Self; 5] = [Self::Settings, Self::Treatment, Self::Groups, Self::Plan, Self::CheckIns];

    /// The part that a table of the database belongs to.
    pub(crate) fn of_table(table: &str) -> Self {
        match table {
            "preference" | "reminder_rule" | "own_reminder" => Self::Settings,
            "meeting" | "attendance" | "signature" | "requirement" | "pause" | "goal" | "sponsor" | "step_work"
            | "commitment" | "counter" | "chip" => Self::Groups,
            "meeting_list" => Self::Lists,
            "plan_version" | "mooring_line" | "mooring_week" | "aftercare" | "aftercare_done" => Self::Plan,
            "check_in" | "assessment" | "slip" | "ride" => Self::CheckIns,
            _ => Self::Treatment,
        }
    }
}

/// What an operation answers, with what it changed and how to take it back.
#[derive(Debug, Clone, Serialize)]
pub struct Done<T> {
    /// The answer.
    pub value: T,
    /// What changed.
    pub changes: Vec<Change>,
    /// The step that `undo` takes back.
    pub undo: Option<u32>,
}

impl<T> Done<T> {
    /// An answer that changed nothing.
    pub(crate) fn read(value: T) -> Self {
        Self { value, changes: Vec::new(), undo: None }
    }

    /// An answer of an operation that changed these parts.
    pub(crate) fn changed(value: T, changes: &[Change]) -> Self {
        Self { value, changes: changes.to_vec(), undo: None }
    }

    /// The answer of one transaction and its undo step; no step means that
    /// nothing was changed after all.
    pub(crate) fn written((value, undo): (T, Option<u32>), change: Change) -> Self {
        Self { value, changes: if undo.is_some() { vec![change] } else { Vec::new() }, undo }
    }
}
