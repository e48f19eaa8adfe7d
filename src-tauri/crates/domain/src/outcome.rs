//! What the client says became of a session, and the minutes that follow.

use crate::care::{MOST_MINUTES, SessionState};

/// What the client says became of a session.
///
/// It is said as a whole each time: what is not named is not the case.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Outcome {
    /// What became of it.
    pub state: SessionState,
    /// Minutes attended, if the client named them.
    pub minutes: Option<u32>,
    /// Minutes that the client came late, for a session attended in part.
    pub late_minutes: Option<u32>,
    /// Minutes that the client left early, for a session attended in part.
    pub left_early_minutes: Option<u32>,
}

/// Why an outcome cannot be.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum OutcomeFault {
    /// Attended in part needs minutes, or how late or how early.
    MinutesRequired,
    /// More than a day.
    MinutesTooLarge,
    /// Minutes for a session that was not attended.
    MinutesNotAttended,
    /// More minutes than are left between coming late and leaving early.
    MinutesBeyondTheRest,
    /// Late, for a session that was not attended in part.
    LateNotInPart,
    /// Later than the session was long.
    LateTooLarge,
    /// Left early, for a session that was not attended in part.
    LeftEarlyNotInPart,
    /// Left before the client came.
    LeftEarlyTooLarge,
}

impl Outcome {
    /// Minutes that count as attended.
    ///
    /// * Attended: as named, else as planned.
    /// * Attended in part: as named; not named, what coming late and leaving early leave of the
    ///   planned ones. Where both are named the minutes hold, and may be fewer than what is left
    ///   (a break, a call outside) but not more.
    /// * Any other: none.
    ///
    /// # Errors
    /// [`OutcomeFault`].
    pub fn attended_minutes(self, planned: u32) -> Result<Option<u32>, OutcomeFault> {
        if self.minutes.is_some_and(|minutes| minutes > MOST_MINUTES) {
            return Err(OutcomeFault::MinutesTooLarge);
        }
        match self.state {
            SessionState::AttendedInPart => self.minutes_in_part(planned).map(Some),
            _ if self.late_minutes.is_some() => Err(OutcomeFault::LateNotInPart),
            _ if self.left_early_minutes.is_some() => Err(OutcomeFault::LeftEarlyNotInPart),
            SessionState::Attended => Ok(Some(self.minutes.unwrap_or(planned))),
            _ if self.minutes.is_some() => Err(OutcomeFault::MinutesNotAttended),
            _ => Ok(None),
        }
    }

    fn minutes_in_part(self, planned: u32) -> Result<u32, OutcomeFault> {
        if self.late_minutes.is_none() && self.left_early_minutes.is_none() {
            return self.minutes.ok_or(OutcomeFault::MinutesRequired);
        }
        let after = planned.checked_sub(self.late_minutes.unwrap_or(0)).ok_or(OutcomeFault::LateTooLarge)?;
        let left = after.checked_sub(self.left_early_minutes.unwrap_or(0)).ok_or(OutcomeFault::LeftEarlyTooLarge)?;
        match self.minutes {
            Some(minutes) if minutes > left => Err(OutcomeFault::MinutesBeyondTheRest),
            minutes => Ok(minutes.unwrap_or(left)),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const NOTHING: Outcome =
        Outcome { state: SessionState::Planned, minutes: None, late_minutes: None, left_early_minutes: None };

    fn in_part(minutes: Option<u32>, late: Option<u32>, left_early: Option<u32>) -> Result<Option<u32>, OutcomeFault> {
        let state = SessionState::AttendedInPart;
        Outcome { state, minutes, late_minutes: late, left_early_minutes: left_early }.attended_minutes(180)
    }

    #[test]
    fn a_session_attended_whole_has_its_planned_minutes_unless_named() {
        let outcome = |state, minutes| Outcome { state, minutes, ..NOTHING }.attended_minutes(180);
        assert_eq!(outcome(SessionState::Attended, None), Ok(Some(180)));
        assert_eq!(outcome(SessionState::Attended, Some(200)), Ok(Some(200)));
        assert_eq!(outcome(SessionState::Missed, Some(10)), Err(OutcomeFault::MinutesNotAttended));
        assert_eq!(outcome(SessionState::Attended, Some(1441)), Err(OutcomeFault::MinutesTooLarge));
        assert_eq!(outcome(SessionState::Excused, None), Ok(None));
    }

    #[test]
    fn a_session_attended_in_part_has_what_coming_late_and_leaving_early_leave() {
        assert_eq!(in_part(None, Some(20), None), Ok(Some(160)));
        assert_eq!(in_part(None, None, Some(45)), Ok(Some(135)));
        assert_eq!(in_part(None, Some(20), Some(45)), Ok(Some(115)));
        assert_eq!(in_part(None, Some(180), None), Ok(Some(0)));
        assert_eq!(in_part(None, None, None), Err(OutcomeFault::MinutesRequired));
        assert_eq!(in_part(Some(0), None, None), Ok(Some(0)));
    }

    #[test]
    fn named_minutes_hold_as_long_as_they_fit_between_late_and_early() {
        assert_eq!(in_part(Some(115), Some(20), Some(45)), Ok(Some(115)));
        assert_eq!(in_part(Some(100), Some(20), Some(45)), Ok(Some(100)));
        assert_eq!(in_part(Some(116), Some(20), Some(45)), Err(OutcomeFault::MinutesBeyondTheRest));
    }

    #[test]
    fn nobody_comes_later_than_the_end_or_leaves_before_coming() {
        assert_eq!(in_part(None, Some(181), None), Err(OutcomeFault::LateTooLarge));
        assert_eq!(in_part(None, Some(100), Some(81)), Err(OutcomeFault::LeftEarlyTooLarge));
        assert_eq!(in_part(None, None, Some(u32::MAX)), Err(OutcomeFault::LeftEarlyTooLarge));
    }

    #[test]
    fn late_and_early_go_with_a_session_attended_in_part_alone() {
        for state in [SessionState::Attended, SessionState::Missed, SessionState::Excused, SessionState::Planned] {
            let outcome = |late_minutes, left_early_minutes| {
                Outcome { state, minutes: None, late_minutes, left_early_minutes }.attended_minutes(180)
            };
            assert_eq!(outcome(Some(5), None), Err(OutcomeFault::LateNotInPart));
            assert_eq!(outcome(None, Some(5)), Err(OutcomeFault::LeftEarlyNotInPart));
        }
    }
}
