//! Sponsors, work on the steps, and service commitments.

use std::cmp::Reverse;

use chrono::NaiveDate;
use domain::id::{CommitmentId, SponsorId, StepWorkId};
use domain::step_work::{Commitment, Sponsor, StepWork};

use crate::api::step_work::{CommitmentKey, SaveCommitment, SaveSponsor, SaveStep, SponsorKey, StepKey, StepWorkShown};
use crate::api::{Nothing, Ok as Acknowledged};
use crate::change::{Change, Done};
use crate::check;
use crate::failure::{Failure, Rule};
use crate::open::Open;

/// The highest number of a step, tool or point.
const MOST_STEP: u32 = 99;

pub(crate) fn step_work(open: &mut Open, _: Nothing) -> Result<Done<StepWorkShown>, Failure> {
    let today = open.today();
    let over = |end: Option<NaiveDate>| end.is_some_and(|end| end < today);
    let (mut sponsors, mut steps, mut commitments) = open.store.read::<_, Failure>(|r| {
        Ok((store::step_work::sponsors(r)?, store::step_work::steps(r)?, store::step_work::commitments(r)?))
    })?;
    sponsors.sort_by_key(|one| (over(one.ends_on), Reverse((one.starts_on, one.id))));
    steps.sort_by_key(|one| (one.ends_on.is_some(), Reverse((one.starts_on, one.id))));
    commitments.sort_by_key(|one| (over(one.ends_on), Reverse((one.starts_on, one.id))));
    Ok(Done::read(StepWorkShown { today, sponsors, steps, commitments }))
}

fn span(starts_on: Option<NaiveDate>, ends_on: Option<NaiveDate>) -> Result<(), Failure> {
    starts_on.map_or(Ok(()), |day| check::date("starts_on", day))?;
    ends_on.map_or(Ok(()), |day| check::date("ends_on", day))?;
    if starts_on.zip(ends_on).is_some_and(|(starts, ends)| ends < starts) {
        return Err(Failure::invalid("ends_on", Rule::EndBeforeStart));
    }
    Ok(())
}

pub(crate) fn save_sponsor(open: &mut Open, request: SaveSponsor) -> Result<Done<SponsorKey>, Failure> {
    let new = open.new_id(SponsorId::new)?;
    let sponsor = Sponsor {
        id: request.id.unwrap_or(new),
        fellowship: request.fellowship,
        name: request.name,
        phone: request.phone,
        starts_on: request.starts_on,
        ends_on: request.ends_on,
        note: request.note,
    };
    check_sponsor(&sponsor)?;
    open.write(Change::Groups, |w| {
        if let Some(id) = request.id {
            store::step_work::sponsors(w)?.iter().find(|one| one.id == id).ok_or(Failure::NotFound)?;
        }
        store::step_work::put_sponsor(w, &sponsor)?;
        Ok(SponsorKey { id: sponsor.id })
    })
}

/// Checks a sponsor's fields; the importer uses it too.
pub(crate) fn check_sponsor(sponsor: &Sponsor) -> Result<(), Failure> {
    check::line_required("name", &sponsor.name)?;
    check::phone("phone", &sponsor.phone)?;
    check::note("note", &sponsor.note)?;
    span(sponsor.starts_on, sponsor.ends_on)
}

pub(crate) fn delete_sponsor(open: &mut Open, request: SponsorKey) -> Result<Done<Acknowledged>, Failure> {
    open.write(Change::Groups, |w| {
        store::step_work::delete_sponsor(w, request.id)?;
        Ok(Acknowledged)
    })
}

pub(crate) fn save_step(open: &mut Open, request: SaveStep) -> Result<Done<StepKey>, Failure> {
    let new = open.new_id(StepWorkId::new)?;
    let work = StepWork {
        id: request.id.unwrap_or(new),
        fellowship: request.fellowship,
        step: request.step,
        starts_on: request.starts_on,
        ends_on: request.ends_on,
        note: request.note,
    };
    check_step(&work)?;
    open.write(Change::Groups, |w| {
        if let Some(id) = request.id {
            store::step_work::steps(w)?.iter().find(|one| one.id == id).ok_or(Failure::NotFound)?;
        }
        store::step_work::put_step(w, &work)?;
        Ok(StepKey { id: work.id })
    })
}

/// Checks the fields of work on a step; the importer uses it too.
pub(crate) fn check_step(work: &StepWork) -> Result<(), Failure> {
    check::range("step", work.step, 1, MOST_STEP)?;
    check::note("note", &work.note)?;
    span(Some(work.starts_on), work.ends_on)
}

pub(crate) fn delete_step(open: &mut Open, request: StepKey) -> Result<Done<Acknowledged>, Failure> {
    open.write(Change::Groups, |w| {
        store::step_work::delete_step(w, request.id)?;
        Ok(Acknowledged)
    })
}

pub(crate) fn save_commitment(open: &mut Open, request: SaveCommitment) -> Result<Done<CommitmentKey>, Failure> {
    let new = open.new_id(CommitmentId::new)?;
    let commitment = Commitment {
        id: request.id.unwrap_or(new),
        fellowship: request.fellowship,
        text: request.text,
        group: request.group,
        starts_on: request.starts_on,
        ends_on: request.ends_on,
    };
    check_commitment(&commitment)?;
    open.write(Change::Groups, |w| {
        if let Some(id) = request.id {
            store::step_work::commitments(w)?.iter().find(|one| one.id == id).ok_or(Failure::NotFound)?;
        }
        store::step_work::put_commitment(w, &commitment)?;
        Ok(CommitmentKey { id: commitment.id })
    })
}

/// Checks a commitment's fields; the importer uses it too.
pub(crate) fn check_commitment(commitment: &Commitment) -> Result<(), Failure> {
    check::line_required("text", &commitment.text)?;
    check::line("group", &commitment.group)?;
    span(Some(commitment.starts_on), commitment.ends_on)
}

pub(crate) fn delete_commitment(open: &mut Open, request: CommitmentKey) -> Result<Done<Acknowledged>, Failure> {
    open.write(Change::Groups, |w| {
        store::step_work::delete_commitment(w, request.id)?;
        Ok(Acknowledged)
    })
}
