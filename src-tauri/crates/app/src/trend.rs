//! Check-ins over weeks and months, beside treatment, meetings and questionnaires.

use domain::assessment::Instrument;
use domain::trend::{trend, whole_periods};

use crate::api::assessment::{AssessmentTrend, CheckInTrends, ScoreOn, TrendsBetween};
use crate::change::Done;
use crate::check_in::check_span;
use crate::failure::Failure;
use crate::open::Open;

pub(crate) fn check_in_trends(open: &mut Open, request: TrendsBetween) -> Result<Done<CheckInTrends>, Failure> {
    let (from, to, by, first) = (request.from, request.to, request.by, open.preferences.week_starts_on);
    check_span(from, to)?;
    let (begin, end) = whole_periods(from, to, by, first);
    let (check_ins, assessments) = open.store.read::<_, Failure>(|r| {
        let mut assessments = Vec::new();
        for instrument in Instrument::ALL {
            let mut found = store::assessment::assessments_between(r, instrument, begin, end, u32::MAX)?;
            found.reverse();
            let scores: Vec<_> = found.iter().map(|one| ScoreOn { on: one.on, score: one.score() }).collect();
            if !scores.is_empty() {
                assessments.push(AssessmentTrend { instrument, scores });
            }
        }
        Ok((store::check_in::check_ins_light_between(r, begin, end)?, assessments))
    })?;
    let meetings: Vec<_> = open.attended()?.iter().map(|(on, _)| *on).collect();
    let care = open.care()?;
    let treatment = care.sessions.iter().filter_map(|session| {
        let minutes = session.attended_minutes.filter(|_| care.counts(session.episode, session.kind))?;
        Some((session.on, minutes))
    });
    let points = trend((from, to), by, first, &check_ins, treatment, meetings);
    Ok(Done::read(CheckInTrends { points, assessments }))
}
