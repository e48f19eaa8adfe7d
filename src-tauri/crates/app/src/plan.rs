//! The relapse prevention plan: every save is a version.

use chrono::TimeDelta;
use domain::care::MOST_MINUTES;
use domain::comparison::compare;
use domain::id::PlanVersionId;
use domain::plan::Plan;
use domain::text::ENTRIES;
use domain::time::TimeOfDay;
use store::plan::PlanVersionMeta;

use crate::api::Nothing;
use crate::api::plan::{PlanComparison, PlanShown, PlanVersion, PlanVersionKey, PlanVersions, PlansCompared, SavePlan};
use crate::change::{Change, Done};
use crate::check;
use crate::failure::{Failure, Rule};
use crate::group::check_signature;
use crate::open::Open;

/// Most other numbers of one person.
const MOST_PHONES: usize = 5;
/// Most signatures under a review: the client's, the therapist's, and one more.
const MOST_SIGNATURES: usize = 3;

fn version(open: &Open, meta: PlanVersionMeta) -> PlanVersion {
    let local = open.zone().civil(meta.saved_at);
    PlanVersion {
        id: meta.id,
        saved_at: meta.saved_at,
        saved_on: local.date(),
        saved_time: TimeOfDay::of(local.time()),
    }
}

pub(crate) fn plan(open: &mut Open, _: Nothing) -> Result<Done<PlanShown>, Failure> {
    let (latest, versions) =
        open.store.read::<_, Failure>(|r| Ok((store::plan::latest_plan(r)?, store::plan::plan_version_count(r)?)))?;
    Ok(Done::read(match latest {
        Some((meta, plan)) => PlanShown { plan, version: Some(version(open, meta)), versions },
        None => PlanShown { plan: Plan::default(), version: None, versions },
    }))
}

pub(crate) fn save_plan(open: &mut Open, request: SavePlan) -> Result<Done<PlanShown>, Failure> {
    check(&request.plan)?;
    add(open, request.plan, Some(request.based_on))
}

/// Adds a version. With `based_on`, only if that is still the latest. A plan
/// just like the latest adds nothing.
fn add(open: &mut Open, plan: Plan, based_on: Option<Option<PlanVersionId>>) -> Result<Done<PlanShown>, Failure> {
    let id = open.new_id(PlanVersionId::new)?;
    let now = open.now();
    let done = open.write(Change::Plan, |w| {
        let latest = store::plan::latest_plan(w)?;
        if based_on.is_some_and(|based_on| based_on != latest.as_ref().map(|(meta, _)| meta.id)) {
            return Err(Failure::Conflict);
        }
        // Versions stay in the order in which they were saved, also where the clock was set back.
        let saved_at = latest.as_ref().map_or(now, |(meta, _)| {
            now.max(meta.saved_at.checked_add_signed(TimeDelta::milliseconds(1)).unwrap_or(now))
        });
        if latest.is_none_or(|(_, latest)| latest != plan) {
            store::plan::add_plan_version(w, &PlanVersionMeta { id, saved_at }, &plan)?;
        }
        Ok(())
    })?;
    let shown = self::plan(open, Nothing {})?;
    Ok(Done { value: shown.value, changes: done.changes, undo: done.undo })
}

pub(crate) fn plan_versions(open: &mut Open, _: Nothing) -> Result<Done<PlanVersions>, Failure> {
    let versions = open.store.read::<_, Failure>(|r| Ok(store::plan::plan_versions(r)?))?;
    Ok(Done::read(PlanVersions { versions: versions.into_iter().map(|meta| version(open, meta)).collect() }))
}

pub(crate) fn plan_version(open: &mut Open, request: PlanVersionKey) -> Result<Done<PlanShown>, Failure> {
    let (found, versions) = open
        .store
        .read::<_, Failure>(|r| Ok((store::plan::plan_version(r, request.id)?, store::plan::plan_version_count(r)?)))?;
    let (meta, plan) = found.ok_or(Failure::NotFound)?;
    Ok(Done::read(PlanShown { plan, version: Some(version(open, meta)), versions }))
}

/// Two versions side by side. Named the wrong way round, the earlier one still is the older.
pub(crate) fn compare_plans(open: &mut Open, request: PlansCompared) -> Result<Done<PlanComparison>, Failure> {
    let (one, other) = open.store.read::<_, Failure>(|r| {
        Ok((store::plan::plan_version(r, request.older)?, store::plan::plan_version(r, request.newer)?))
    })?;
    let (mut older, mut newer) = (one.ok_or(Failure::NotFound)?, other.ok_or(Failure::NotFound)?);
    if older.0.saved_at > newer.0.saved_at {
        std::mem::swap(&mut older, &mut newer);
    }
    let changes = compare(&older.1, &newer.1);
    Ok(Done::read(PlanComparison { older: version(open, older.0), newer: version(open, newer.0), changes }))
}

/// Brings an earlier version back, as a new version.
pub(crate) fn restore_plan(open: &mut Open, request: PlanVersionKey) -> Result<Done<PlanShown>, Failure> {
    let earlier = plan_version(open, request)?.value.plan;
    add(open, earlier, None)
}

/// Checks every text and list of a plan; the importer uses it too.
pub(crate) fn check(plan: &Plan) -> Result<(), Failure> {
    let list = |name: &str, texts: &[String]| {
        check::entries(name, texts, ENTRIES)?;
        texts.iter().enumerate().try_for_each(|(i, text)| check::note_required(&format!("{name}.{i}"), text))
    };
    list("reasons", &plan.reasons)?;
    list("safe_places", &plan.safe_places)?;
    list("remove_from_home", &plan.remove_from_home)?;
    list("routine", &plan.routine)?;
    list("slip_steps", &plan.slip_steps)?;
    check::entries("triggers", &plan.triggers, ENTRIES)?;
    for (i, trigger) in plan.triggers.iter().enumerate() {
        check::note_required(&format!("triggers.{i}.text"), &trigger.text)?;
        check::note(&format!("triggers.{i}.response"), &trigger.response)?;
        check::range(&format!("triggers.{i}.strength"), u32::from(trigger.strength), 1, 3)?;
    }
    check::entries("situations", &plan.situations, ENTRIES)?;
    for (i, situation) in plan.situations.iter().enumerate() {
        check::note_required(&format!("situations.{i}.text"), &situation.text)?;
        check::note(&format!("situations.{i}.plan"), &situation.plan)?;
        if let Some(on) = situation.on {
            check::date(&format!("situations.{i}.on"), on)?;
        }
    }
    check::entries("warning_signs", &plan.warning_signs, ENTRIES)?;
    for (i, sign) in plan.warning_signs.iter().enumerate() {
        check::note_required(&format!("warning_signs.{i}.text"), &sign.text)?;
    }
    check::entries("skills", &plan.skills, ENTRIES)?;
    for (i, skill) in plan.skills.iter().enumerate() {
        check::note_required(&format!("skills.{i}.text"), &skill.text)?;
        check::range(&format!("skills.{i}.minutes"), skill.minutes.unwrap_or(1), 1, MOST_MINUTES)?;
    }
    let halt = &plan.halt;
    for (name, text) in
        [("hungry", &halt.hungry), ("angry", &halt.angry), ("lonely", &halt.lonely), ("tired", &halt.tired)]
    {
        check::note(&format!("halt.{name}"), text)?;
    }
    check::note("slip_message", &plan.slip_message)?;
    check::entries("people", &plan.people, ENTRIES)?;
    for (i, person) in plan.people.iter().enumerate() {
        check::line_required(&format!("people.{i}.name"), &person.name)?;
        check::phone(&format!("people.{i}.phone"), &person.phone)?;
        check::entries(&format!("people.{i}.more_phones"), &person.more_phones, MOST_PHONES)?;
        for (j, phone) in person.more_phones.iter().enumerate() {
            check::line(&format!("people.{i}.more_phones.{j}.label"), &phone.label)?;
            check::line_required(&format!("people.{i}.more_phones.{j}.number"), &phone.number)?;
            check::phone(&format!("people.{i}.more_phones.{j}.number"), &phone.number)?;
        }
        check::note(&format!("people.{i}.message"), &person.message)?;
    }
    check::entries("medicines", &plan.medicines, ENTRIES)?;
    for (i, medicine) in plan.medicines.iter().enumerate() {
        check::line_required(&format!("medicines.{i}.name"), &medicine.name)?;
        check::note(&format!("medicines.{i}.how"), &medicine.how)?;
    }
    if let Some(review) = &plan.review {
        check::line_required("review.with", &review.with)?;
        check::date("review.on", review.on)?;
        check::entries("review.signatures", &review.signatures, MOST_SIGNATURES)?;
        review.signatures.iter().try_for_each(check_signature)?;
        if let Some(next_on) = review.next_on {
            check::date("review.next_on", next_on)?;
            if next_on < review.on {
                return Err(Failure::invalid("review.next_on", Rule::EndBeforeStart));
            }
        }
    }
    Ok(())
}
