//! Ids. Each kind of thing has its own type, so that they cannot be confused.
//! All are UUIDs of version 7: they sort by the time at which they were made.

use serde::{Deserialize, Serialize};
use ts_rs::TS;
use uuid::Uuid;

macro_rules! ids {
    ($($(#[$doc:meta])* $name:ident),+ $(,)?) => {$(
        $(#[$doc])*
        #[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, TS)]
        #[ts(type = "string")]
        pub struct $name(pub Uuid);

        impl $name {
            /// A new id from the time (milliseconds since 1970, UTC) and random bytes.
            #[must_use]
            pub fn new(millis: u64, random: &[u8; 10]) -> Self {
                Self(uuid::Builder::from_unix_timestamp_millis(millis, random).into_uuid())
            }
        }

        impl std::fmt::Display for $name {
            fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                self.0.fmt(f)
            }
        }
    )+};
}

ids! {
    /// An episode of care.
    EpisodeId,
    /// A phase of an episode.
    PhaseId,
    /// A weekly pattern of sessions.
    PatternId,
    /// Days on which a program is closed.
    ClosureId,
    /// A session that is kept by itself: logged, changed, or added once.
    SessionId,
    /// A usual support-group meeting.
    MeetingId,
    /// One visit to a support group.
    AttendanceId,
    /// Something that is asked of the client per week.
    RequirementId,
    /// One saved version of the plan.
    PlanVersionId,
    /// One check-in.
    CheckInId,
    /// A line to call to hear whether a drug test is due.
    CallLineId,
    /// One call of such a line.
    CallId,
    /// Who pays.
    PayerId,
    /// What a payer agreed to cover.
    AuthorizationId,
    /// What the client pays for a session, a day, a week or a program.
    FeeId,
    /// One entry of the account.
    EntryId,
    /// A list of meetings that was taken in from a file.
    MeetingListId,
    /// Time in which nothing or less is asked.
    PauseId,
    /// So many meetings in so many days.
    GoalId,
    /// A sponsor.
    SponsorId,
    /// Work on one step.
    StepWorkId,
    /// A service commitment.
    CommitmentId,
    /// A count of days from a recovery date on.
    CounterId,
    /// A questionnaire that was filled in.
    AssessmentId,
    /// A mooring line.
    MooringLineId,
    /// An entry of the aftercare plan.
    AftercareId,
    /// A slip.
    SlipId,
    /// A hard moment that was ridden out.
    RideId,
    /// A reminder of the client's own.
    OwnReminderId,
}
