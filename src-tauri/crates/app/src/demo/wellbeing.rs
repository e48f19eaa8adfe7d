//! The demo client's recovery date, mooring lines, aftercare plan and questionnaires.

use chrono::NaiveDate;
use domain::aftercare::{Area, Repeat, TimeUnit};
use domain::assessment::Instrument;
use domain::recovery::Span;
use domain::time::{minus_days, plus_days};

use super::{Builder, at};
use crate::api::Nothing;
use crate::api::aftercare::{FinishAftercare, SaveAftercare};
use crate::api::assessment::SaveAssessment;
use crate::api::mooring::{MooringLineText, SaveMooringLines, SaveMooringWeek};
use crate::api::recovery::SaveCounter;
use crate::failure::Failure;
use crate::{aftercare, assessment, mooring, recovery};

/// So many points over so many questions, the first ones a little more.
fn spread(points: usize, questions: usize) -> impl Iterator<Item = u8> {
    (0..questions).map(move |i| {
        let more = usize::from(i < points.checked_rem(questions).unwrap_or(0));
        u8::try_from(points.checked_div(questions).unwrap_or(0) + more).unwrap_or(0)
    })
}

impl Builder<'_> {
    pub(super) fn wellbeing(&mut self, program: NaiveDate) -> Result<(), Failure> {
        let begin = minus_days(program, 3 * 7);
        self.go_to(begin, at(20, 0));
        let spans = vec![Span { starts_on: minus_days(begin, 3), ends_on: None }];
        recovery::save_counter(self.open, SaveCounter { id: None, name: String::new(), spans })?;
        for turn in 0.. {
            let on = plus_days(begin, turn * 14);
            if !self.is_past(on, at(20, 0)) {
                break;
            }
            self.go_to(on, at(20, 0));
            self.fill_in(on, usize::try_from(turn).unwrap_or(0))?;
        }
        self.mooring(program)?;
        self.aftercare(program)
    }

    /// Each questionnaire once; a little easier with every turn.
    pub(super) fn fill_in(&mut self, on: NaiveDate, turn: usize) -> Result<(), Failure> {
        let ease = turn.min(4);
        // No thought of self-harm: the last answer.
        let mood = spread(15 - 2 * ease, 8).chain([0]).collect();
        let worry = spread(13 - 2 * ease, 7).collect();
        // Sleep and mood ease, confidence and meetings grow; the last use leaves the 30 days asked about.
        let (easing, growing, used) = (
            u8::try_from(4 - ease).unwrap_or(0),
            u8::try_from(ease).unwrap_or(0),
            match turn {
                0 => 3,
                1 => 2,
                _ => 0,
            },
        );
        let heavy = u8::min(used, 1);
        let monitor = [1, easing, easing, used, heavy, 0]
            .into_iter()
            .chain([0; 7])
            .chain([easing.min(3), growing, growing.min(3), 1, 2, 3, 4, 2, 3, growing])
            .collect();
        let all: [(Instrument, Vec<u8>); 3] =
            [(Instrument::Phq9, mood), (Instrument::Gad7, worry), (Instrument::Bam, monitor)];
        for (instrument, answers) in all {
            let answers = answers.into_iter().map(Some).collect();
            assessment::save_assessment(self.open, SaveAssessment { id: None, instrument, on, answers })?;
        }
        Ok(())
    }

    /// Five lines, gone through on the Sundays of the program; in the third week two were let go of.
    fn mooring(&mut self, program: NaiveDate) -> Result<(), Failure> {
        self.go_to(plus_days(program, 1), at(20, 0));
        let line = |number| MooringLineText { id: None, text: self.say(&format!("demo-mooring-{number}")) };
        let lines = (1..=5).map(line).collect();
        mooring::save_mooring_lines(self.open, SaveMooringLines { lines })?;
        for week in 0..4 {
            let sunday = plus_days(program, week * 7 + 6);
            if self.is_past(sunday, at(20, 0)) {
                self.go_to(sunday, at(20, 0));
                self.go_through(sunday, |place| match week {
                    1 => place != 4,
                    2 => place != 0 && place != 3,
                    _ => true,
                })?;
            }
        }
        Ok(())
    }

    /// Goes through the week of that day; `held` says by its place whether a line held.
    pub(super) fn go_through(&mut self, on: NaiveDate, held: impl Fn(usize) -> bool) -> Result<(), Failure> {
        let lines = mooring::mooring(self.open, Nothing {})?.value.lines;
        let held = lines.iter().enumerate().filter(|(place, _)| held(*place)).map(|(_, line)| line.id).collect();
        mooring::save_mooring_week(self.open, SaveMooringWeek { on, held }).map(drop)
    }

    fn aftercare(&mut self, program: NaiveDate) -> Result<(), Failure> {
        self.go_to(plus_days(program, 17), at(20, 0));
        let every = |every, unit| Some(Repeat { every, unit });
        let day = |days| Some(plus_days(program, days));
        let river = self.plan_aftercare("river", Area::Joy, day(19), every(1, TimeUnit::Week), false)?;
        self.plan_aftercare("groups", Area::Groups, day(34), every(1, TimeUnit::Week), false)?;
        self.plan_aftercare("therapy", Area::Therapy, day(60), None, false)?;
        self.plan_aftercare("refill", Area::Medication, day(37), every(1, TimeUnit::Month), false)?;
        self.plan_aftercare("doctor", Area::Doctor, day(45), None, false)?;
        let money = self.plan_aftercare("money", Area::Money, day(22), None, false)?;
        for leaving in ["summary", "phones", "appointment"] {
            self.plan_aftercare(leaving, Area::Other, None, None, true)?;
        }
        for (id, days) in [(river, 19), (money, 22), (river, 26)] {
            let on = plus_days(program, days);
            if self.is_past(on, at(20, 0)) {
                self.go_to(on, at(20, 0));
                aftercare::finish_aftercare(self.open, FinishAftercare { id, on })?;
            }
        }
        Ok(())
    }

    pub(super) fn plan_aftercare(
        &mut self,
        about: &str,
        area: Area,
        due_on: Option<NaiveDate>,
        repeat: Option<Repeat>,
        before_leaving: bool,
    ) -> Result<domain::id::AftercareId, Failure> {
        let request = SaveAftercare {
            id: None,
            area,
            text: self.say(&format!("demo-aftercare-{about}")),
            next_step: self.say(&format!("demo-aftercare-{about}-next")),
            due_on,
            repeat,
            before_leaving,
            note: String::new(),
        };
        Ok(aftercare::save_aftercare(self.open, request)?.value.id)
    }
}
