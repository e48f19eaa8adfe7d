//! The made-up record's mooring lines, aftercare plan, questionnaires and slips.

use domain::aftercare::{Aftercare, AftercareDone, Area, Repeat, TimeUnit};
use domain::assessment::{Assessment, Instrument};
use domain::id::{AftercareId, AssessmentId, MooringLineId, SlipId};
use domain::mooring::{MooringLine, MooringWeek, Tick};
use domain::slip::Slip;
use domain::time::TimeOfDay;

use super::day;
use super::sample::{ODD, bytes};

pub(crate) fn mooring_lines() -> Vec<MooringLine> {
    [(1, None), (2, Some("2026-01-12"))]
        .map(|(number, ends_on)| MooringLine {
            id: MooringLineId::new(number, &bytes(30)),
            text: ODD.to_owned(),
            place: 3,
            starts_on: day("2026-01-05"),
            ends_on: ends_on.map(day),
        })
        .to_vec()
}

pub(crate) fn mooring_weeks() -> Vec<MooringWeek> {
    let tick = |number, held| Tick { line: MooringLineId::new(number, &bytes(30)), held };
    vec![
        MooringWeek { starts_on: day("2026-01-05"), ticks: vec![tick(1, true), tick(2, false)] },
        MooringWeek { starts_on: day("2026-01-12"), ticks: vec![tick(1, false)] },
    ]
}

pub(crate) fn aftercare() -> Vec<Aftercare> {
    use Area::{Alumni, Doctor, Family, Groups, Health, Home, Joy, Medication, Money, Other, Therapy, Work};
    let units = [TimeUnit::Day, TimeUnit::Week, TimeUnit::Month, TimeUnit::Year];
    [Groups, Therapy, Alumni, Medication, Doctor, Home, Work, Family, Health, Money, Joy, Other]
        .into_iter()
        .zip(1..)
        .map(|(area, number)| {
            let unit = usize::try_from(number).ok().and_then(|number| units.get(number - 1).copied());
            Aftercare {
                id: AftercareId::new(number, &bytes(31)),
                area,
                text: ODD.to_owned(),
                next_step: if number == 1 { ODD.to_owned() } else { String::new() },
                due_on: (number < 7).then(|| day("2026-01-31")),
                repeat: unit.map(|unit| Repeat { every: 2, unit }),
                month_day: (number == 3).then_some(31),
                done_on: (number == 6).then(|| day("2026-01-30")),
                before_leaving: number == 7,
                note: if number == 2 { ODD.to_owned() } else { String::new() },
            }
        })
        .collect()
}

/// By entry and day.
pub(crate) fn aftercare_done() -> Vec<AftercareDone> {
    [(1, "2026-01-10"), (1, "2026-01-12"), (2, "2026-01-11")]
        .map(|(number, on)| AftercareDone { id: AftercareId::new(number, &bytes(31)), on: day(on) })
        .to_vec()
}

pub(crate) fn assessment(number: u64, instrument: Instrument, on: &str) -> Assessment {
    let answers = (0..instrument.answers()).map(|i| u8::try_from(i).unwrap() % (instrument.largest() + 1)).collect();
    Assessment { id: AssessmentId::new(number, &bytes(32)), instrument, on: day(on), answers }
}

pub(crate) fn assessments() -> Vec<Assessment> {
    Instrument::ALL
        .into_iter()
        .zip(1..)
        .map(|(instrument, number)| assessment(number, instrument, "2026-01-13"))
        .collect()
}

pub(crate) fn slip(number: u64, on: &str) -> Slip {
    Slip {
        id: SlipId::new(number, &bytes(33)),
        on: day(on),
        time: (number == 1).then(|| TimeOfDay::from_minutes(1439)),
        what: ODD.to_owned(),
        led_to_it: ODD.to_owned(),
        note: String::new(),
    }
}

pub(crate) fn slips() -> Vec<Slip> {
    vec![slip(1, "2026-01-06"), slip(2, "2026-01-06")]
}
