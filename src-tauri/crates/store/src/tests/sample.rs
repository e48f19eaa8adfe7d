//! A made-up record that holds every kind of value.

use chrono::DateTime;
use domain::account::{Currency, Entry, EntryKind, Fee, FeeBasis, MOST_CENTS};
use domain::care::{
    AgeGroup, Closure, Details, Episode, Homework, Imported, Level, Origin, Pattern, Phase, Provider, Session,
    SessionKind, SessionState, TestReport, TestResult,
};
use domain::check_in::CheckIn;
use domain::coverage::{Authorization, CoverageUnit, Payer, PayerKind};
use domain::drug_test::{Call, CallLine};
use domain::group::{Attendance, Fellowship, MeetingMode};
use domain::id::{
    AttendanceId, AuthorizationId, CallId, CallLineId, CheckInId, ClosureId, EntryId, EpisodeId, FeeId, PatternId,
    PayerId, PhaseId, PlanVersionId, RideId, SessionId,
};
use domain::plan::{Halt, Pace, Person, Phone, Plan, Review, Role, Skill, Stage, Trigger, TriggerKind, WarningSign};
use domain::preference::{Language, Preferences};
use domain::ride::Ride;
use domain::time::{TimeOfDay, Weekday, Zone};

use super::{day, sample_group, sample_reminder, sample_wellbeing};
use crate::plan::PlanVersionMeta;
use crate::whole::Whole;
use crate::{
    StoreError, Writer, aftercare, assessment, care, check_in, coverage, drug_test, group, mooring, plan, preference,
    recovery, reminder, requirement, ride, session, slip, step_work,
};

/// Texts that a careless statement would stumble over.
pub(crate) const ODD: &str = "It's \"6 pm\"; DROP TABLE session; -- ñandú 🌲 👩\u{200d}🌾 e\u{301}\n\tX'00' %_ ?1 \\";

pub(crate) fn bytes(number: u8) -> [u8; 10] {
    [number; 10]
}

pub(crate) fn episode(number: u8) -> Episode {
    Episode {
        id: EpisodeId::new(u64::from(number), &bytes(1)),
        level: Level::IntensiveOutpatient,
        age_group: AgeGroup::Adult,
        edition: "ASAM 3".to_owned(),
        provider: Provider {
            name: ODD.to_owned(),
            phone: "+1 212 555 0100".to_owned(),
            address: "12 Elm Street".to_owned(),
            room: String::new(),
            link: "https://example.org/a?b=c&d='e'".to_owned(),
        },
        zone: Zone::parse("America/New_York").unwrap(),
        starts_on: day("2026-01-05"),
        ends_on: None,
        counted: SessionKind::counted_by_default(),
    }
}

pub(crate) fn pattern(number: u8, episode: EpisodeId) -> Pattern {
    Pattern {
        id: PatternId::new(u64::from(number), &bytes(2)),
        episode,
        kind: SessionKind::Group,
        weekday: Weekday::Monday,
        time: TimeOfDay::new(18, 0).unwrap(),
        minutes: 180,
        every_weeks: 2,
        starts_on: day("2026-01-05"),
        ends_on: Some(day("2026-03-30")),
    }
}

pub(crate) fn session(number: u64, episode: EpisodeId, on: &str) -> Session {
    Session {
        id: SessionId::new(number, &bytes(3)),
        episode,
        origin: None,
        kind: SessionKind::Individual,
        on: day(on),
        time: TimeOfDay::new(9, 30).unwrap(),
        minutes: 50,
        state: SessionState::Attended,
        attended_minutes: Some(45),
        makes_up: None,
        note: ODD.to_owned(),
        details: Details::default(),
    }
}

pub(crate) fn attendance(number: u64, on: &str) -> Attendance {
    Attendance {
        id: AttendanceId::new(number, &bytes(5)),
        meeting: None,
        fellowship: Fellowship::Aa,
        name: "Tuesday night".to_owned(),
        on: day(on),
        time: TimeOfDay::new(19, 0).unwrap(),
        minutes: 60,
        mode: MeetingMode::InPerson,
        place: String::new(),
        took: Vec::new(),
        topic: ODD.to_owned(),
        note: String::new(),
    }
}

pub(crate) fn a_check_in(on: &str) -> CheckIn {
    CheckIn {
        on: day(on),
        mood: 3,
        craving: 0,
        hungry: false,
        angry: true,
        lonely: false,
        tired: true,
        sleep_minutes: None,
        used: None,
        note: ODD.to_owned(),
    }
}

/// One of each and more, in the order in which [`crate::whole::whole`] gives them.
pub(crate) fn record() -> Whole {
    let episodes = levels();
    let first = episodes[0].id;
    let patterns = vec![pattern(1, first), Pattern { kind: SessionKind::DrugTest, ends_on: None, ..pattern(2, first) }];
    let phases = vec![
        Phase {
            id: PhaseId::new(1, &bytes(6)),
            episode: first,
            starts_on: day("2026-01-05"),
            ends_on: Some(day("2026-02-01")),
            target_minutes: 900,
        },
        Phase {
            id: PhaseId::new(2, &bytes(6)),
            episode: first,
            starts_on: day("2026-02-02"),
            ends_on: None,
            target_minutes: 0,
        },
    ];
    let meetings = sample_group::meetings();
    Whole {
        closures: vec![Closure {
            id: ClosureId::new(1, &bytes(10)),
            episode: first,
            starts_on: day("2026-01-19"),
            ends_on: day("2026-01-19"),
            reason: ODD.to_owned(),
        }],
        sessions: sessions(first, patterns[0].id),
        call_lines: call_lines(first),
        calls: calls(),
        attendances: sample_group::attendances(meetings[0].id),
        meetings,
        signatures: sample_group::signatures(),
        requirements: sample_group::requirements(),
        pauses: sample_group::pauses(),
        goals: sample_group::goals(),
        sponsors: sample_group::sponsors(),
        steps: sample_group::steps(),
        commitments: sample_group::commitments(),
        counters: sample_group::counters(),
        chips: sample_group::chips(),
        plan_versions: vec![(version(1), Plan::default()), (version(2), a_plan())],
        check_ins: vec![
            (CheckInId::new(2, &bytes(8)), a_check_in("2026-01-05")),
            (
                CheckInId::new(1, &bytes(8)),
                CheckIn { sleep_minutes: Some(0), used: Some(false), ..a_check_in("2026-01-06") },
            ),
        ],
        mooring_lines: sample_wellbeing::mooring_lines(),
        mooring_weeks: sample_wellbeing::mooring_weeks(),
        aftercare: sample_wellbeing::aftercare(),
        aftercare_done: sample_wellbeing::aftercare_done(),
        assessments: sample_wellbeing::assessments(),
        slips: sample_wellbeing::slips(),
        rides: vec![Ride { id: RideId::new(1, &bytes(30)), at: version(0).saved_at, minutes: 15, craving: 3 }],
        reminder_rules: sample_reminder::rules(),
        own_reminders: sample_reminder::own_reminders(),
        payers: payers(),
        authorizations: [(1, CoverageUnit::Days), (2, CoverageUnit::Sessions)]
            .map(|(number, unit)| Authorization {
                id: AuthorizationId::new(number, &bytes(12)),
                payer: payers()[1].id,
                episode: first,
                unit,
                amount: 20,
                starts_on: day("2026-01-05"),
                ends_on: day("2026-02-15"),
                reference: ODD.to_owned(),
            })
            .to_vec(),
        fees: fees(first),
        account_entries: account_entries(),
        preferences: Preferences {
            language: Language::Es,
            week_starts_on: Weekday::Sunday,
            lock_after_minutes: None,
            lock_when_hidden: true,
            lock_with_screen: false,
            quiet: sample_reminder::quiet(),
            remind_while_locked: false,
            recovery_key_kept: true,
        },
        episodes,
        phases,
        patterns,
    }
}

fn payers() -> Vec<Payer> {
    use PayerKind as P;
    [P::SelfPay, P::Private, P::Medicaid, P::Medicare, P::SlidingScale]
        .into_iter()
        .zip(1..)
        .map(|(kind, number)| Payer {
            id: PayerId::new(number, &bytes(11)),
            kind,
            name: ODD.to_owned(),
            member: "A-1".to_owned(),
            phone: String::new(),
        })
        .collect()
}

fn fees(episode: EpisodeId) -> Vec<Fee> {
    [FeeBasis::Session, FeeBasis::Day, FeeBasis::Week, FeeBasis::Flat]
        .into_iter()
        .zip(1..)
        .map(|(basis, number)| Fee {
            id: FeeId::new(number, &bytes(13)),
            episode,
            kind: (number == 1).then_some(SessionKind::Individual),
            basis,
            cents: 2550,
            currency: if number == 2 { "JPY".parse().unwrap() } else { Currency::USD },
        })
        .collect()
}

fn account_entries() -> Vec<Entry> {
    [EntryKind::Charge, EntryKind::Copay, EntryKind::Payment, EntryKind::Credit]
        .into_iter()
        .zip(1..)
        .map(|(kind, number)| Entry {
            id: EntryId::new(number, &bytes(14)),
            on: day("2026-01-13"),
            kind,
            cents: if number == 1 { MOST_CENTS } else { 1 },
            currency: Currency::USD,
            session: (number == 2).then(|| SessionId::new(2, &bytes(3))),
            payer: (number == 3).then(|| payers()[1].id),
            note: ODD.to_owned(),
        })
        .collect()
}

fn levels() -> Vec<Episode> {
    use Level::{Aftercare, IntensiveOutpatient, Outpatient, PartialHospitalization};
    [IntensiveOutpatient, PartialHospitalization, Outpatient, Aftercare]
        .into_iter()
        .zip(1u8..)
        .map(|(level, number)| Episode {
            level,
            age_group: if number == 2 { AgeGroup::Adolescent } else { AgeGroup::Adult },
            ends_on: (number == 2).then(|| day("2026-04-05")),
            ..episode(number)
        })
        .collect()
}

fn sessions(episode: EpisodeId, pattern: PatternId) -> Vec<Session> {
    use SessionKind as Kind;
    use SessionState as State;
    let kinds = [
        Kind::Individual,
        Kind::Group,
        Kind::Family,
        Kind::Education,
        Kind::DrugTest,
        Kind::CaseManagement,
        Kind::MedicationVisit,
        Kind::PsychiatricVisit,
        Kind::Other,
    ];
    let states =
        [State::Planned, State::Attended, State::AttendedInPart, State::Excused, State::Missed, State::Cancelled];
    kinds
        .into_iter()
        .zip(states.into_iter().cycle())
        .zip(1u64..)
        .map(|((kind, state), number)| Session {
            kind,
            state,
            origin: (number == 3).then(|| Origin { pattern, on: day("2026-01-12") }),
            makes_up: (number == 2).then(|| SessionId::new(5, &bytes(3))),
            details: details(number),
            attended_minutes: (state == State::AttendedInPart).then_some(0),
            ..session(number, episode, "2026-01-13")
        })
        .collect()
}

fn call_lines(episode: EpisodeId) -> Vec<CallLine> {
    let line = CallLine {
        id: CallLineId::new(1, &bytes(11)),
        episode,
        name: ODD.to_owned(),
        phone: "+1 212 555 0100".to_owned(),
        opens: TimeOfDay::from_minutes(0),
        closes: TimeOfDay::from_minutes(1439),
        weekdays: Weekday::ALL.to_vec(),
        starts_on: day("2026-01-05"),
        ends_on: None,
    };
    let other = CallLine {
        id: CallLineId::new(2, &bytes(11)),
        weekdays: vec![Weekday::Friday],
        ends_on: Some(day("2026-01-31")),
        ..line.clone()
    };
    vec![line, other]
}

pub(crate) fn call(number: u8, line: u64, on: &str, up: bool) -> Call {
    Call {
        id: CallId::new(u64::from(number), &bytes(12)),
        line: CallLineId::new(line, &bytes(11)),
        on: day(on),
        called_at: version(u64::from(number)).saved_at,
        up,
        session: up.then(|| SessionId::new(5, &bytes(3))),
    }
}

fn calls() -> Vec<Call> {
    vec![call(1, 1, "2026-01-13", true), call(2, 1, "2026-01-12", false), call(3, 2, "2026-01-16", false)]
}

fn details(number: u64) -> Details {
    use TestResult as R;
    let results = [R::Negative, R::Expected, R::Positive, R::Dilute, R::Invalid, R::NotTold];
    let test = usize::try_from(number).ok().and_then(|number| results.get(number.checked_sub(4)?).copied());
    Details {
        led_by: if number == 1 { ODD.to_owned() } else { String::new() },
        topic: if number == 2 { "Ñandú and HALT".to_owned() } else { String::new() },
        homework: (number < 3).then(|| Homework {
            text: "Write three reasons".to_owned(),
            due_on: (number == 1).then(|| day("2026-01-20")),
            done: number == 2,
        }),
        late_minutes: (number == 3).then_some(10),
        left_early_minutes: (number == 3).then_some(5),
        test: test.map(|result| TestReport { result, medicines: "Buprenorphine".to_owned() }),
        imported: (number == 1).then(|| Imported {
            uid: "abc@example.org".to_owned(),
            recurrence: "20260113T093000".to_owned(),
            mark: "0123456789abcdef".to_owned(),
        }),
    }
}

pub(crate) fn version(number: u64) -> PlanVersionMeta {
    PlanVersionMeta {
        id: PlanVersionId::new(number, &bytes(9)),
        saved_at: DateTime::from_timestamp_millis(1_770_000_000_123 + i64::try_from(number).unwrap()).unwrap(),
    }
}

pub(crate) fn a_plan() -> Plan {
    Plan {
        reasons: vec![ODD.to_owned(), String::new()],
        triggers: vec![Trigger {
            text: "The corner".to_owned(),
            kind: TriggerKind::External,
            strength: 3,
            response: "Cross the street".to_owned(),
        }],
        warning_signs: vec![WarningSign { stage: Stage::Late, text: "Planning".to_owned() }],
        people: vec![Person {
            name: "Ana".to_owned(),
            role: Role::Sponsor,
            phone: String::new(),
            more_phones: vec![Phone { label: ODD.to_owned(), number: "555-0100".to_owned() }],
            knows_plan: true,
            message: ODD.to_owned(),
        }],
        review: Some(Review {
            with: "Dr. Lee".to_owned(),
            on: day("2026-02-02"),
            next_on: None,
            signatures: vec![sample_group::signatures()[0].1.clone()],
        }),
        halt: Halt { tired: ODD.to_owned(), ..Halt::default() },
        slip_message: ODD.to_owned(),
        skills: vec![Skill { text: "Walk".to_owned(), pace: Pace::Quick, minutes: Some(20) }],
        ..Plan::default()
    }
}

/// Puts a whole record, as an import does.
pub(crate) fn put(w: &Writer<'_>, whole: &Whole) -> Result<(), StoreError> {
    whole.episodes.iter().try_for_each(|value| care::put_episode(w, value))?;
    whole.phases.iter().try_for_each(|value| care::put_phase(w, value))?;
    whole.patterns.iter().try_for_each(|value| care::put_pattern(w, value))?;
    whole.closures.iter().try_for_each(|value| care::put_closure(w, value))?;
    whole.sessions.iter().try_for_each(|value| session::put_session(w, value))?;
    whole.call_lines.iter().try_for_each(|value| drug_test::put_call_line(w, value))?;
    whole.calls.iter().try_for_each(|value| drug_test::put_call(w, value))?;
    whole.meetings.iter().try_for_each(|value| group::put_meeting(w, value))?;
    whole.attendances.iter().try_for_each(|value| group::put_attendance(w, value))?;
    whole.signatures.iter().try_for_each(|(id, value)| group::put_signature(w, *id, value))?;
    whole.requirements.iter().try_for_each(|value| requirement::put_requirement(w, value))?;
    whole.pauses.iter().try_for_each(|value| requirement::put_pause(w, value))?;
    whole.goals.iter().try_for_each(|value| requirement::put_goal(w, value))?;
    whole.sponsors.iter().try_for_each(|value| step_work::put_sponsor(w, value))?;
    whole.steps.iter().try_for_each(|value| step_work::put_step(w, value))?;
    whole.commitments.iter().try_for_each(|value| step_work::put_commitment(w, value))?;
    whole.counters.iter().try_for_each(|value| recovery::put_counter(w, value))?;
    whole.chips.iter().try_for_each(|value| recovery::put_chip(w, *value))?;
    whole.plan_versions.iter().try_for_each(|(meta, value)| plan::add_plan_version(w, meta, value))?;
    whole.check_ins.iter().try_for_each(|(id, value)| check_in::put_check_in(w, *id, value))?;
    whole.mooring_lines.iter().try_for_each(|value| mooring::put_line(w, value))?;
    whole.mooring_weeks.iter().try_for_each(|value| mooring::put_week(w, value))?;
    whole.aftercare.iter().try_for_each(|value| aftercare::put_entry(w, value))?;
    whole.aftercare_done.iter().try_for_each(|value| aftercare::put_done(w, *value))?;
    whole.assessments.iter().try_for_each(|value| assessment::put_assessment(w, value))?;
    whole.slips.iter().try_for_each(|value| slip::put_slip(w, value))?;
    whole.rides.iter().try_for_each(|value| ride::put_ride(w, value))?;
    whole.reminder_rules.iter().try_for_each(|value| reminder::put_rule(w, value))?;
    whole.own_reminders.iter().try_for_each(|value| reminder::put_own(w, value))?;
    whole.payers.iter().try_for_each(|value| coverage::put_payer(w, value))?;
    whole.authorizations.iter().try_for_each(|value| coverage::put_authorization(w, value))?;
    whole.fees.iter().try_for_each(|value| coverage::put_fee(w, value))?;
    whole.account_entries.iter().try_for_each(|value| coverage::put_entry(w, value))?;
    preference::put_preferences(w, &whole.preferences)
}
