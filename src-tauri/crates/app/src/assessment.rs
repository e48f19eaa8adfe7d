//! Questionnaires: the published score, shown as a trend and never as a verdict.

use domain::assessment::{Assessment, AssessmentFault, Instrument};
use domain::id::AssessmentId;
use domain::time::{FIRST_DATE, LAST_DATE, minus_days};

use crate::api::Ok as Acknowledged;
use crate::api::assessment::{
    AssessmentKey, AssessmentSaved, AssessmentView, Assessments, AssessmentsBefore, SaveAssessment,
};
use crate::change::{Change, Done};
use crate::check;
use crate::failure::{Failure, Rule};
use crate::open::Open;

/// How many are shown at once.
const AT_ONCE: usize = 200;

pub(crate) fn assessments(open: &mut Open, request: AssessmentsBefore) -> Result<Done<Assessments>, Failure> {
    let to = match request.before {
        Some(day) => {
            check::date("before", day)?;
            minus_days(day, 1)
        }
        None => LAST_DATE,
    };
    // One more than are shown, to know whether there are more.
    let most = u32::try_from(AT_ONCE + 1).unwrap_or(u32::MAX);
    let mut found = open.store.read::<_, Failure>(|r| {
        Ok(store::assessment::assessments_between(r, request.instrument, FIRST_DATE, to, most)?)
    })?;
    let more = found.len() > AT_ONCE;
    found.truncate(AT_ONCE);
    let before = found.last().map(|last| last.on).filter(|_| more);
    let view = |assessment: Assessment| AssessmentView { score: assessment.score(), assessment };
    Ok(Done::read(Assessments { assessments: found.into_iter().map(view).collect(), before }))
}

pub(crate) fn save_assessment(open: &mut Open, request: SaveAssessment) -> Result<Done<AssessmentSaved>, Failure> {
    let new = open.new_id(AssessmentId::new)?;
    if let Some(unanswered) = request.answers.iter().position(Option::is_none) {
        check_count(request.instrument, request.answers.len())?;
        return Err(Failure::invalid(format!("answers.{unanswered}"), Rule::Required));
    }
    let assessment = Assessment {
        id: request.id.unwrap_or(new),
        instrument: request.instrument,
        on: request.on,
        answers: request.answers.into_iter().flatten().collect(),
    };
    check(&assessment)?;
    if assessment.on > open.latest_day() {
        return Err(Failure::invalid("on", Rule::InTheFuture));
    }
    open.write(Change::CheckIns, |w| {
        if let Some(id) = request.id {
            store::assessment::assessment(w, id)?.ok_or(Failure::NotFound)?;
        }
        let there = store::assessment::assessment_on(w, assessment.instrument, assessment.on)?;
        if there.is_some_and(|there| there.id != assessment.id) {
            return Err(Failure::invalid("on", Rule::Taken));
        }
        store::assessment::put_assessment(w, &assessment)?;
        let (score, crisis) = (assessment.score(), assessment.asks_for_crisis_lines());
        Ok(AssessmentSaved { id: assessment.id, score, crisis })
    })
}

fn check_count(instrument: Instrument, count: usize) -> Result<(), Failure> {
    if count > instrument.answers() { Err(Failure::invalid("answers", Rule::TooLong)) } else { Ok(()) }
}

/// Checks day and answers; the importer uses it too.
pub(crate) fn check(assessment: &Assessment) -> Result<(), Failure> {
    check::date("on", assessment.on)?;
    assessment.check().map_err(|fault| {
        let (place, rule) = match fault {
            AssessmentFault::TooMany => return Failure::invalid("answers", Rule::TooLong),
            AssessmentFault::Missing(place) => (place, Rule::Required),
            AssessmentFault::TooLarge(place) => (place, Rule::TooLarge),
            AssessmentFault::NoneSuch(place) => (place, Rule::Unknown),
            AssessmentFault::Skipped(place) => (place, Rule::DoesNotFit),
        };
        Failure::invalid(format!("answers.{place}"), rule)
    })
}

pub(crate) fn delete_assessment(open: &mut Open, request: AssessmentKey) -> Result<Done<Acknowledged>, Failure> {
    open.write(Change::CheckIns, |w| {
        store::assessment::delete_assessment(w, request.id)?;
        Ok(Acknowledged)
    })
}
