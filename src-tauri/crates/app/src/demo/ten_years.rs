//! A record of ten years, to measure with: the same person, and what would
//! have come. Built through the operations, as the demo client is.

use domain::aftercare::{Area, Repeat, TimeUnit};
use domain::care::{Level, SessionKind, SessionState};
use domain::template::PhaseDraft;
use domain::time::{Weekday, minus_days, plus_days, week_start};

use super::{Builder, WORKDAYS, at, lived, slots};
use crate::api::Nothing;
use crate::api::aftercare::FinishAftercare;
use crate::api::treatment::LogSession;
use crate::failure::Failure;
use crate::{App, Change, aftercare, held, plan, session};

const WEEKS: u64 = 520;
const PLAN_VERSIONS: u64 = 200;

impl App {
    /// Fills the open, empty record with ten years up to now: about 5,000
    /// sessions, 7,000 attendances, 3,650 check-ins, 200 versions of the plan, and 260 times
    /// three questionnaires.
    ///
    /// # Errors
    /// [`Failure`] of the operations it is built through.
    pub fn fill_with_ten_years(&self) -> Result<(), Failure> {
        self.with_open(|open| {
            lived(open, |builder| {
                let begin = minus_days(week_start(builder.today, Weekday::Monday), WEEKS * 7);
                builder.ten_years_of_treatment(begin)?;
                builder.ten_years_of_groups(begin)?;
                builder.check_ins(minus_days(builder.today, 3650 * 9 / 8))?;
                builder.plan(minus_days(builder.today, 3600))?;
                builder.ten_years_of_plans(begin)?;
                builder.ten_years_of_wellbeing(begin)
            })
        })?;
        self.tell(&[Change::Vault]);
        Ok(())
    }
}

impl Builder<'_> {
    fn ten_years_of_treatment(&mut self, begin: chrono::NaiveDate) -> Result<(), Failure> {
        for year in 0..10 {
            let starts_on = plus_days(begin, year * 52 * 7);
            self.go_to(starts_on, at(8, 0));
            let mut slots_of_week = slots(WORKDAYS, at(9, 0), 90, SessionKind::Group);
            slots_of_week.extend(slots(WORKDAYS, at(11, 0), 60, SessionKind::Education));
            // The last goes on past today, so that there is something ahead.
            let weeks = if year == 9 { 60 } else { 52 };
            let phase = PhaseDraft { weeks: Some(weeks), target_minutes: 720, slots: slots_of_week };
            self.start_care(Level::IntensiveOutpatient, starts_on, vec![phase])?;
            let to = plus_days(starts_on, 52 * 7 - 1).min(self.today);
            let planned = self.open.care()?.occurrences(starts_on, to);
            for (i, planned) in planned.into_iter().enumerate() {
                if !planned.is_over(self.open.zone(), self.now) {
                    continue;
                }
                self.go_to(planned.on, at(23, 0));
                let (state, minutes) = match i % 23 {
                    3 => (SessionState::Missed, None),
                    9 => (SessionState::AttendedInPart, Some(45)),
                    17 => (SessionState::Excused, None),
                    _ => (SessionState::Attended, None),
                };
                let note = (i % 3 == 0).then(|| self.say("demo-good-note"));
                let topic = (i % 2 == 0).then(|| self.say(&format!("demo-topic-{}", i % 4 + 1)));
                session::log_session(
                    self.open,
                    LogSession { minutes, note, topic, ..LogSession::new(planned.session, state) },
                )?;
            }
        }
        Ok(())
    }

    fn ten_years_of_groups(&mut self, begin: chrono::NaiveDate) -> Result<(), Failure> {
        self.groups(begin)?;
        let meetings = self.open.store.read::<_, Failure>(|r| Ok(store::group::meetings(r)?))?;
        for day in 0..WEEKS * 7 {
            let on = plus_days(begin, day);
            // Thirteen or fourteen a week.
            for turn in 0..if day % 7 == 6 { 1 } else { 2 } {
                let Some(meeting) = meetings.get(usize::try_from(day + turn).unwrap_or(0) % meetings.len().max(1))
                else {
                    continue;
                };
                self.attend(meeting.id, on, at(if turn == 0 { 12 } else { 19 }, 0), day)?;
            }
        }
        Ok(())
    }

    /// Questionnaires every other week, mooring lines and something of the aftercare plan every week.
    fn ten_years_of_wellbeing(&mut self, begin: chrono::NaiveDate) -> Result<(), Failure> {
        self.wellbeing(begin)?;
        let weekly = Some(Repeat { every: 1, unit: TimeUnit::Week });
        let river = self.plan_aftercare("river", Area::Joy, Some(plus_days(begin, 70)), weekly, false)?;
        for week in 10..WEEKS {
            let on = plus_days(begin, week * 7 + 1);
            self.go_to(on, at(21, 0));
            self.go_through(on, |place| !(week + place as u64).is_multiple_of(4))?;
            aftercare::finish_aftercare(self.open, FinishAftercare { id: river, on })?;
        }
        Ok(())
    }

    fn ten_years_of_plans(&mut self, begin: chrono::NaiveDate) -> Result<(), Failure> {
        for version in 0..PLAN_VERSIONS - 3 {
            *held(&self.clock.0) =
                self.open.zone().instant(plus_days(begin, 100 + version * 17).and_time(at(20, 0).time())).min(self.now);
            let mut written = self.written_plan(begin, 3);
            written.reasons.push(format!("{version}"));
            let based_on = plan::plan(self.open, Nothing {})?.value.version.map(|v| v.id);
            plan::save_plan(self.open, crate::api::plan::SavePlan { plan: written, based_on })?;
        }
        Ok(())
    }
}
