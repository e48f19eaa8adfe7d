//! The made-up record's support groups.

use chrono::DateTime;
use domain::goal::Goal;
use domain::group::{Attendance, Fellowship, Listed, Meeting, MeetingMode, Took};
use domain::id::{
    AttendanceId, CommitmentId, CounterId, GoalId, MeetingId, MeetingListId, PauseId, RequirementId, SponsorId,
    StepWorkId,
};
use domain::listing::{Listing, MeetingKind, Venue};
use domain::recovery::{Chip, ChipColor, Counter, Mark, Span};
use domain::requirement::{AskedBy, Counted, Pause, PauseReason, Period, Requirement};
use domain::signature::Signature;
use domain::step_work::{Commitment, Sponsor, StepWork};
use domain::time::{TimeOfDay, Weekday, Zone};

use super::day;
use super::sample::{ODD, attendance, bytes};

pub(crate) fn meetings() -> Vec<Meeting> {
    let plain = Meeting {
        id: MeetingId::new(1, &bytes(4)),
        fellowship: Fellowship::SmartRecovery,
        name: ODD.to_owned(),
        weekday: Weekday::Sunday,
        time: TimeOfDay::from_minutes(0),
        zone: None,
        minutes: 1440,
        mode: MeetingMode::Phone,
        place: String::new(),
        link: String::new(),
        phone: String::new(),
        kinds: Vec::new(),
        home: false,
        remind_minutes: None,
        closed: false,
        listed: None,
    };
    let full = Meeting {
        id: MeetingId::new(2, &bytes(4)),
        zone: Zone::parse("Europe/Berlin"),
        link: "https://example.org/a".to_owned(),
        phone: "+1 212 555 0100".to_owned(),
        kinds: MeetingKind::ALL.to_vec(),
        home: true,
        remind_minutes: Some(60),
        closed: true,
        listed: Some(Listed { list: list_id(), key: ODD.to_owned() }),
        ..plain.clone()
    };
    vec![plain, full]
}

pub(crate) fn list_id() -> MeetingListId {
    MeetingListId::new(1, &bytes(20))
}

pub(crate) fn listing(key: &str) -> Listing {
    Listing {
        key: key.to_owned(),
        name: "Morning Peace".to_owned(),
        held: Some((Weekday::Friday, TimeOfDay::from_minutes(420))),
        minutes: 60,
        zone: Zone::parse("America/New_York"),
        venue: Venue::Hybrid,
        place: "Iglesia San José".to_owned(),
        address: ODD.to_owned(),
        region: "Bronx".to_owned(),
        link: "https://example.org/a".to_owned(),
        phone: "+1 212 555 0100".to_owned(),
        kinds: vec![MeetingKind::Open, MeetingKind::Spanish],
        other_kinds: "Ask-it basket".to_owned(),
        notes: "Ring twice".to_owned(),
        closed: false,
    }
}

pub(crate) fn attendances(meeting: MeetingId) -> Vec<Attendance> {
    use Fellowship as F;
    let fellowships = [
        F::Aa,
        F::Na,
        F::Ca,
        F::Cma,
        F::Ha,
        F::SmartRecovery,
        F::LifeRing,
        F::WomenForSobriety,
        F::RecoveryDharma,
        F::RefugeRecovery,
        F::Sos,
        F::CelebrateRecovery,
        F::DualRecoveryAnonymous,
        F::ModerationManagement,
        F::AlAnon,
        F::NarAnon,
        F::AlumniGroup,
        F::Other,
    ];
    let modes = [MeetingMode::InPerson, MeetingMode::Online, MeetingMode::Phone];
    fellowships
        .into_iter()
        .zip(modes.into_iter().cycle())
        .zip(1u64..)
        .map(|((fellowship, mode), number)| Attendance {
            fellowship,
            mode,
            meeting: (number == 6).then_some(meeting),
            place: if number > 3 { ODD.to_owned() } else { String::new() },
            took: match number {
                1 => Took::ALL.to_vec(),
                2 => vec![Took::Shared, Took::Listened],
                _ => Vec::new(),
            },
            ..attendance(number, "2026-01-06")
        })
        .collect()
}

pub(crate) fn signatures() -> Vec<(AttendanceId, Signature)> {
    let signature = Signature {
        signer: ODD.to_owned(),
        strokes: vec![vec![(0, 0), (900, 300)], vec![(1, 2)]],
        signed_at: DateTime::from_timestamp_millis(1_770_000_000_123).unwrap(),
    };
    vec![(attendance(2, "2026-01-06").id, signature)]
}

pub(crate) fn requirements() -> Vec<Requirement> {
    let plain = |number, carries_over| Requirement {
        id: RequirementId::new(number, &bytes(7)),
        asked_by: AskedBy::Program,
        counts: Counted::SupportGroups,
        amount: 2,
        period: Period::Week,
        due_day: None,
        starts_on: day("2026-01-05"),
        ends_on: None,
        carries_over,
        make_ups_after: None,
        owed_then: None,
        settle_by: None,
    };
    let court = Requirement {
        asked_by: AskedBy::Court,
        counts: Counted::Fellowship(Fellowship::Na),
        period: Period::Month,
        due_day: Some(31),
        ends_on: Some(day("2026-12-31")),
        make_ups_after: Some(day("2026-02-01")),
        owed_then: Some(3),
        settle_by: Some(day("2026-03-02")),
        ..plain(3, true)
    };
    let employer = Requirement { asked_by: AskedBy::Employer, counts: Counted::IndividualSessions, ..plain(4, false) };
    let me = Requirement { asked_by: AskedBy::Me, counts: Counted::TreatmentMinutes, amount: 540, ..plain(5, false) };
    vec![plain(1, true), plain(2, false), court, employer, me]
}

pub(crate) fn pauses() -> Vec<Pause> {
    [PauseReason::Illness, PauseReason::Travel, PauseReason::Family, PauseReason::Other]
        .into_iter()
        .zip(1u64..)
        .map(|(reason, number)| Pause {
            id: PauseId::new(number, &bytes(21)),
            requirement: (number == 2).then(|| requirements()[0].id),
            starts_on: day("2026-01-12"),
            ends_on: day("2026-01-18"),
            reason,
            note: ODD.to_owned(),
        })
        .collect()
}

pub(crate) fn goals() -> Vec<Goal> {
    [(1, None), (2, Some(Fellowship::Aa))]
        .map(|(number, fellowship)| Goal {
            id: GoalId::new(number, &bytes(22)),
            meetings: 90,
            days: 90,
            starts_on: day("2026-01-05"),
            fellowship,
        })
        .to_vec()
}

pub(crate) fn sponsors() -> Vec<Sponsor> {
    vec![Sponsor {
        id: SponsorId::new(1, &bytes(23)),
        fellowship: Fellowship::Aa,
        name: ODD.to_owned(),
        phone: "555-0100".to_owned(),
        starts_on: Some(day("2026-01-05")),
        ends_on: None,
        note: ODD.to_owned(),
    }]
}

pub(crate) fn steps() -> Vec<StepWork> {
    vec![StepWork {
        id: StepWorkId::new(1, &bytes(24)),
        fellowship: Fellowship::Na,
        step: 4,
        starts_on: day("2026-01-05"),
        ends_on: Some(day("2026-02-01")),
        note: ODD.to_owned(),
    }]
}

pub(crate) fn commitments() -> Vec<Commitment> {
    vec![Commitment {
        id: CommitmentId::new(1, &bytes(25)),
        fellowship: Fellowship::Aa,
        text: ODD.to_owned(),
        group: "Tuesday night".to_owned(),
        starts_on: day("2026-01-05"),
        ends_on: None,
    }]
}

pub(crate) fn counters() -> Vec<Counter> {
    vec![Counter {
        id: CounterId::new(1, &bytes(26)),
        name: ODD.to_owned(),
        spans: vec![
            Span { starts_on: day("2025-01-05"), ends_on: Some(day("2025-06-01")) },
            Span { starts_on: day("2025-06-03"), ends_on: None },
        ],
    }]
}

/// By the words of their marks, as they are kept.
pub(crate) fn chips() -> Vec<Chip> {
    [
        (Mark::Days(30), ChipColor::Red),
        (Mark::Months(6), ChipColor::Blue),
        (Mark::Start, ChipColor::Glow),
        (Mark::Years(1), ChipColor::Bronze),
    ]
    .map(|(mark, color)| Chip { fellowship: Fellowship::Aa, mark, color })
    .to_vec()
}
