//! The hard moment: what works, whom to call; and moments that were ridden out.

use domain::id::RideId;
use domain::plan::Pace;
use domain::ride::Ride;

use crate::api::hard_moment::{HardMoment, KeepRide, RideKey, Rides};
use crate::api::{Nothing, Ok as Acknowledged};
use crate::change::{Change, Done};
use crate::check;
use crate::failure::Failure;
use crate::open::Open;

/// Most that are shown.
const MOST_RIDES: u32 = 200;

pub(crate) fn hard_moment(open: &mut Open, _: Nothing) -> Result<Done<HardMoment>, Failure> {
    let plan = open.store.read::<_, Failure>(|r| Ok(store::plan::latest_plan(r)?))?.map(|(_, plan)| plan);
    let plan = plan.unwrap_or_default();
    let mut skills = plan.skills;
    skills.sort_by_key(|skill| skill.pace == Pace::Slow);
    Ok(Done::read(HardMoment {
        reasons: plan.reasons,
        skills,
        halt: plan.halt,
        people: plan.people,
        slip_steps: plan.slip_steps,
        slip_message: plan.slip_message,
    }))
}

pub(crate) fn keep_ride(open: &mut Open, request: KeepRide) -> Result<Done<RideKey>, Failure> {
    let ride =
        Ride { id: open.new_id(RideId::new)?, at: open.now(), minutes: request.minutes, craving: request.craving };
    check_ride(&ride)?;
    open.write(Change::CheckIns, |w| {
        store::ride::put_ride(w, &ride)?;
        Ok(RideKey { id: ride.id })
    })
}

/// Checks a ride's fields; the importer uses it too.
pub(crate) fn check_ride(ride: &Ride) -> Result<(), Failure> {
    check::range("minutes", ride.minutes, 0, domain::care::MOST_MINUTES)?;
    check::range("craving", u32::from(ride.craving), 0, 10)
}

pub(crate) fn rides(open: &mut Open, _: Nothing) -> Result<Done<Rides>, Failure> {
    let rides = open.store.read::<_, Failure>(|r| Ok(store::ride::rides(r, MOST_RIDES)?))?;
    Ok(Done::read(Rides { rides }))
}

pub(crate) fn delete_ride(open: &mut Open, request: RideKey) -> Result<Done<Acknowledged>, Failure> {
    open.write(Change::CheckIns, |w| {
        store::ride::delete_ride(w, request.id)?;
        Ok(Acknowledged)
    })
}
