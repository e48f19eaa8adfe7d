//! The programs a client can start from. Days, times, lengths and targets are
//! a first proposal; the client changes them.

use serde::{Deserialize, Serialize};
use ts_rs::TS;

use crate::care::{Level, SessionKind};
use crate::time::{TimeOfDay, Weekday};

/// One session a week, as proposed or as the client set it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct Slot {
    /// On which weekday.
    pub weekday: Weekday,
    /// At what time.
    pub time: TimeOfDay,
    /// How long, 1 to 1440 minutes.
    pub minutes: u32,
    /// What happens.
    pub kind: SessionKind,
    /// Weeks from one to the next, 1 to 52; where nothing is said, every week.
    #[serde(default = "every_week")]
    #[ts(as = "Option<u32>", optional)]
    pub every_weeks: u32,
}

const fn every_week() -> u32 {
    1
}

/// One phase, as proposed or as the client set it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct PhaseDraft {
    /// How many weeks, 1 to 520; `None`: open. Only the last phase may be open.
    pub weeks: Option<u32>,
    /// Minutes a week that are aimed at, 0 to 10,080.
    pub target_minutes: u32,
    /// The sessions of a week.
    pub slots: Vec<Slot>,
}

/// A program to start from.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct Template {
    /// Names the template in the catalogue.
    pub id: &'static str,
    /// Its level of care.
    pub level: Level,
    /// Its phases, in order.
    pub phases: Vec<PhaseDraft>,
}

use Weekday::{Friday, Monday, Thursday, Tuesday, Wednesday};

const WORKDAYS: &[Weekday] = &[Monday, Tuesday, Wednesday, Thursday, Friday];
const FOUR_DAYS: &[Weekday] = &[Monday, Tuesday, Wednesday, Thursday];
const THREE_DAYS: &[Weekday] = &[Monday, Wednesday, Friday];

/// Every template. The target of each phase is what it schedules.
#[must_use]
pub fn all() -> Vec<Template> {
    let one = |id, level, phase| Template { id, level, phases: vec![phase] };
    vec![
        one("iop-evening", Level::IntensiveOutpatient, phase(Some(10), THREE_DAYS, 18, 180)),
        one("iop-morning", Level::IntensiveOutpatient, phase(Some(10), FOUR_DAYS, 9, 180)),
        one("iop-full", Level::IntensiveOutpatient, phase(Some(8), WORKDAYS, 9, 240)),
        one("php", Level::PartialHospitalization, phase(Some(4), WORKDAYS, 9, 360)),
        one("outpatient", Level::Outpatient, phase(None, &[Wednesday], 17, 90)),
        Template {
            id: "step-down",
            level: Level::IntensiveOutpatient,
            phases: vec![
                phase(Some(4), WORKDAYS, 18, 180),
                phase(Some(4), THREE_DAYS, 18, 180),
                phase(Some(4), &[Wednesday], 18, 180),
            ],
        },
    ]
}

fn phase(weeks: Option<u32>, days: &[Weekday], hour: u16, minutes: u32) -> PhaseDraft {
    let time = TimeOfDay::from_minutes(hour * 60);
    let slots: Vec<Slot> =
        days.iter().map(|&weekday| Slot { weekday, time, minutes, kind: SessionKind::Group, every_weeks: 1 }).collect();
    PhaseDraft { weeks, target_minutes: slots.iter().map(|slot| slot.minutes).sum(), slots }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_published_program_is_there_with_its_hours() {
        let hours: Vec<_> =
            all().iter().map(|t| (t.id, t.phases.iter().map(|p| p.target_minutes).collect::<Vec<_>>())).collect();
        assert_eq!(
            hours,
            [
                ("iop-evening", vec![540]),
                ("iop-morning", vec![720]),
                ("iop-full", vec![1200]),
                ("php", vec![1800]),
                ("outpatient", vec![90]),
                ("step-down", vec![900, 540, 180]),
            ]
        );
    }
}
