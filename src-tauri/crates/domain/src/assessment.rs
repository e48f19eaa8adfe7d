//! Questionnaires, answered by the client alone, with the scores that their authors published. A score is shown as a
//! trend and never as a verdict: the bands that are published with it are named here and appear nowhere else.
//!
//! | instrument | source | may be used by |
//! |---|---|---|
//! | PHQ-9 | Kroenke, Spitzer, Williams, "The PHQ-9", J Gen Intern Med 16 (2001) 606–613 | anyone: Pfizer asks for no permission to reproduce, translate, display or distribute it |
//! | GAD-7 | Spitzer, Kroenke, Williams, Löwe, "A brief measure for assessing generalized anxiety disorder", Arch Intern Med 166 (2006) 1092–1097 | anyone, as PHQ-9 |
//! | BAM | Cacciola and others, "Development and initial evaluation of the Brief Addiction Monitor (BAM)", J Subst Abuse Treat 44 (2013) 256–263, and "BAM with scoring and clinical guidelines", US Department of Veterans Affairs, 2010 | anyone: a work of the United States government, in the public domain |

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use crate::id::AssessmentId;

/// Which questionnaire.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum Instrument {
    /// Mood over the last two weeks: nine questions, each 0 (not at all) to 3 (nearly every day). Published bands of
    /// the total: 0–4 minimal, 5–9 mild, 10–14 moderate, 15–19 moderately severe, 20–27 severe.
    Phq9,
    /// Worry over the last two weeks: seven questions, each 0 (not at all) to 3 (nearly every day). Published bands of
    /// the total: 0–4 minimal, 5–9 mild, 10–14 moderate, 15–21 severe.
    Gad7,
    /// The Brief Addiction Monitor, over the last 30 days: 17 questions, the seventh in parts A to G, so 23 answers,
    /// in the order of the form, each 0 to 4: 0 (excellent, not at all, or no day), then 1–3, 4–8, 9–15 and 16–30
    /// days. Question 14 is 0 (no) or 4 (yes). The form skips question 5 where 4 is 0, and question 7 where 6 is 0.
    Bam,
}

/// A questionnaire that was filled in, whole.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct Assessment {
    /// Its id.
    pub id: AssessmentId,
    /// Which questionnaire; there is one of each a day.
    pub instrument: Instrument,
    /// The day on which it was answered.
    pub on: NaiveDate,
    /// The answers in the order of the form; see [`Instrument`] for what each may be.
    pub answers: Vec<u8>,
}

/// What the answers come to.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum Score {
    /// The sum of all answers: PHQ-9 0 to 27, GAD-7 0 to 21.
    Total(u32),
    /// The subscales of the BAM; it has no total.
    Subscales {
        /// Use of alcohol and drugs, 0 to 12: questions 4, 5 and 6.
        used: u32,
        /// Risk, 0 to 24: questions 1, 2, 3, 8, 11 and 15.
        risk: u32,
        /// Protection, 0 to 24: questions 9, 10, 12, 13, 14 and 16.
        protective: u32,
    },
}

/// Why answers cannot be. Each names the answer, counted from 0.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum AssessmentFault {
    /// There is none.
    Missing(usize),
    /// There are more than questions.
    TooMany,
    /// It is none of those that the question has, but a larger one.
    TooLarge(usize),
    /// It is none of those that the question has.
    NoneSuch(usize),
    /// The form skips the question after what was answered before, and it is not 0.
    Skipped(usize),
}

/// Places in the list of the BAM's answers.
mod place {
    pub(super) const USE: [usize; 3] = [3, 4, 5];
    pub(super) const RISK: [usize; 6] = [0, 1, 2, 13, 16, 20];
    pub(super) const PROTECTIVE: [usize; 6] = [14, 15, 17, 18, 19, 21];
    /// Question 14: no or yes.
    pub(super) const YES_OR_NO: usize = 19;
    /// Each question after which others are skipped if it is 0, and those.
    pub(super) const SKIPS: [(usize, std::ops::RangeInclusive<usize>); 2] = [(3, 4..=4), (5, 6..=12)];
    /// The PHQ-9's question on thoughts of being better off dead or of self-harm.
    pub(super) const SELF_HARM: usize = 8;
}

impl Instrument {
    /// Every one.
    pub const ALL: [Self; 3] = [Self::Phq9, Self::Gad7, Self::Bam];

    /// How many answers it has.
    #[must_use]
    pub const fn answers(self) -> usize {
        match self {
            Self::Phq9 => 9,
            Self::Gad7 => 7,
            Self::Bam => 23,
        }
    }

    /// The largest answer.
    #[must_use]
    pub const fn largest(self) -> u8 {
        match self {
            Self::Phq9 | Self::Gad7 => 3,
            Self::Bam => 4,
        }
    }
}

impl Assessment {
    /// Whether the answers are whole and such as the form has. What is incomplete has no score, and is not kept.
    ///
    /// # Errors
    /// [`AssessmentFault`], the first there is.
    pub fn check(&self) -> Result<(), AssessmentFault> {
        let (asked, largest) = (self.instrument.answers(), self.instrument.largest());
        if self.answers.len() > asked {
            return Err(AssessmentFault::TooMany);
        }
        if let Some(i) = self.answers.iter().position(|answer| *answer > largest) {
            return Err(AssessmentFault::TooLarge(i));
        }
        if self.answers.len() < asked {
            return Err(AssessmentFault::Missing(self.answers.len()));
        }
        if self.instrument == Instrument::Bam {
            if ![0, 4].contains(&self.answer(place::YES_OR_NO)) {
                return Err(AssessmentFault::NoneSuch(place::YES_OR_NO));
            }
            for (question, mut skipped) in place::SKIPS {
                if self.answer(question) == 0
                    && let Some(i) = skipped.find(|i| self.answer(*i) > 0)
                {
                    return Err(AssessmentFault::Skipped(i));
                }
            }
        }
        Ok(())
    }

    fn answer(&self, place: usize) -> u32 {
        self.answers.get(place).copied().map_or(0, u32::from)
    }

    /// What the answers come to.
    #[must_use]
    pub fn score(&self) -> Score {
        let sum = |places: &[usize]| places.iter().map(|place| self.answer(*place)).sum();
        match self.instrument {
            Instrument::Phq9 | Instrument::Gad7 => Score::Total(self.answers.iter().map(|a| u32::from(*a)).sum()),
            Instrument::Bam => Score::Subscales {
                used: sum(&place::USE),
                risk: sum(&place::RISK),
                protective: sum(&place::PROTECTIVE),
            },
        }
    }

    /// Whether crisis lines are to be shown at once: the PHQ-9's ninth question was answered above 0.
    #[must_use]
    pub fn asks_for_crisis_lines(&self) -> bool {
        self.instrument == Instrument::Phq9 && self.answer(place::SELF_HARM) > 0
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn of(instrument: Instrument, answers: &[u8]) -> Assessment {
        let on = NaiveDate::from_ymd_opt(2026, 2, 3).unwrap();
        Assessment { id: AssessmentId::new(1, &[0; 10]), instrument, on, answers: answers.to_vec() }
    }

    /// The BAM's answers by the numbers that the form prints, all others 0; part A of 7 is 71 and so on.
    fn bam(said: &[(usize, u8)]) -> Assessment {
        let mut answers = [0; 23];
        for (question, answer) in said {
            let place = match question {
                1..=6 => question - 1,
                71..=77 => question - 65,
                8..=17 => question + 5,
                _ => unreachable!("no such question"),
            };
            answers[place] = *answer;
        }
        of(Instrument::Bam, &answers)
    }

    #[test]
    fn phq_and_gad_are_the_sum_of_their_answers() {
        assert_eq!(of(Instrument::Phq9, &[3; 9]).score(), Score::Total(27));
        assert_eq!(of(Instrument::Phq9, &[1, 2, 0, 3, 0, 1, 1, 0, 0]).score(), Score::Total(8));
        assert_eq!(of(Instrument::Gad7, &[3; 7]).score(), Score::Total(21));
    }

    #[test]
    fn each_question_of_the_bam_counts_in_the_subscale_that_the_va_names_and_in_no_other() {
        for question in 1..=17 {
            let parts = if question == 7 { 71..=77 } else { question..=question };
            for part in parts {
                let mut said = vec![(part, 4)];
                // What would be skipped is asked.
                said.extend(match part {
                    5 => Some((4, 1)),
                    71..=77 => Some((6, 1)),
                    _ => None,
                });
                let (used, risk, protective) = match question {
                    4 | 6 => (4, 0, 0),
                    5 => (5, 0, 0),
                    7 => (1, 0, 0),
                    1 | 2 | 3 | 8 | 11 | 15 => (0, 4, 0),
                    9 | 10 | 12 | 13 | 14 | 16 => (0, 0, 4),
                    _ => (0, 0, 0),
                };
                let assessment = bam(&said);
                assert_eq!(assessment.check(), Ok(()));
                assert_eq!(assessment.score(), Score::Subscales { used, risk, protective }, "question {part}");
            }
        }
        assert_eq!(of(Instrument::Bam, &[4; 23]).score(), Score::Subscales { used: 12, risk: 24, protective: 24 });
    }

    #[test]
    fn only_the_ninth_question_of_the_phq_asks_for_crisis_lines() {
        let mut answers = [3; 9];
        answers[8] = 0;
        assert!(!of(Instrument::Phq9, &answers).asks_for_crisis_lines());
        assert!(of(Instrument::Phq9, &[0, 0, 0, 0, 0, 0, 0, 0, 1]).asks_for_crisis_lines());
        assert!(!of(Instrument::Bam, &[4; 23]).asks_for_crisis_lines());
    }

    #[test]
    fn what_the_form_does_not_have_is_named_by_its_place() {
        let checked = |instrument, answers: &[u8]| of(instrument, answers).check();
        assert_eq!(checked(Instrument::Phq9, &[0; 8]), Err(AssessmentFault::Missing(8)));
        assert_eq!(checked(Instrument::Gad7, &[0; 8]), Err(AssessmentFault::TooMany));
        assert_eq!(checked(Instrument::Gad7, &[0, 0, 4]), Err(AssessmentFault::TooLarge(2)));
        assert_eq!(bam(&[(14, 2)]).check(), Err(AssessmentFault::NoneSuch(19)));
        assert_eq!(bam(&[(5, 1)]).check(), Err(AssessmentFault::Skipped(4)), "no drinking, but five drinks");
        assert_eq!(bam(&[(73, 2)]).check(), Err(AssessmentFault::Skipped(8)), "no drug, but cocaine");
        assert_eq!(bam(&[(6, 1), (73, 2), (14, 4)]).check(), Ok(()));
    }

    proptest! {
        #[test]
        fn what_is_accepted_has_a_score_within_its_published_range(
            (instrument, answers) in proptest::sample::select(Instrument::ALL.to_vec()).prop_flat_map(|instrument| {
                (Just(instrument), proptest::collection::vec(0..=instrument.largest(), instrument.answers()))
            })
        ) {
            let assessment = of(instrument, &answers);
            let most = if instrument == Instrument::Phq9 { 27 } else { 21 };
            if assessment.check().is_ok() {
                match assessment.score() {
                    Score::Total(total) => prop_assert!(total <= most),
                    Score::Subscales { used, risk, protective } => {
                        prop_assert!(used <= 12 && risk <= 24 && protective <= 24);
                    }
                }
            }
        }
    }
}
