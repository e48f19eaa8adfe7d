//! The hard moment: what works, whom to call, where to turn.

use domain::crisis::UNITED_STATES;
use domain::plan::Pace;

use crate::App;
use crate::api::Nothing;
use crate::api::today::{CrisisLines, HardMoment};
use crate::change::Done;
use crate::failure::Failure;
use crate::open::Open;

/// Crisis lines; they are the same whether the record is open or not, and wait for nothing.
pub(crate) fn crisis_lines(_: &App, _: Nothing) -> Result<Done<CrisisLines>, Failure> {
    Ok(Done::read(CrisisLines { lines: UNITED_STATES.to_vec() }))
}

pub(crate) fn hard_moment(open: &mut Open, _: Nothing) -> Result<Done<HardMoment>, Failure> {
    let plan = open.store.read::<_, Failure>(|r| Ok(store::plan::latest_plan(r)?))?.map(|(_, plan)| plan);
    let plan = plan.unwrap_or_default();
    let mut skills = plan.skills;
    skills.sort_by_key(|skill| skill.pace == Pace::Slow);
    Ok(Done::read(HardMoment { reasons: plan.reasons, skills, people: plan.people, slip_steps: plan.slip_steps }))
}
