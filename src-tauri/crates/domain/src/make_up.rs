//! Make-up sessions: what may be made up, and what is left of it.

use crate::care::{Session, SessionState};
use crate::hours::CareRecord;
use crate::id::SessionId;

impl CareRecord {
    /// The sessions that make up that one, in order.
    #[must_use]
    pub fn made_up_by(&self, missed: SessionId) -> Vec<&Session> {
        let mut all: Vec<_> = self.sessions.iter().filter(|s| s.makes_up == Some(missed)).collect();
        all.sort_by_key(|s| (s.on, s.time));
        all
    }

    /// Minutes of a missed or excused session that no other than `but` made up yet; `None` for one
    /// that was neither.
    #[must_use]
    pub fn left_to_make_up(&self, session: &Session, but: Option<SessionId>) -> Option<u32> {
        if !matches!(session.state, SessionState::Missed | SessionState::Excused) {
            return None;
        }
        let by = self.sessions.iter().filter(|s| s.makes_up == Some(session.id) && Some(s.id) != but);
        Some(session.minutes.saturating_sub(by.filter_map(|s| s.attended_minutes).sum()))
    }

    /// Whether a session may make up that one: another, of an earlier day, missed or excused, of which
    /// something is left.
    #[must_use]
    pub fn may_make_up(&self, session: &Session, missed: SessionId) -> bool {
        self.sessions.iter().find(|s| s.id == missed).is_some_and(|missed| {
            missed.id != session.id
                && missed.on < session.on
                && self.left_to_make_up(missed, Some(session.id)).is_some_and(|left| left > 0)
        })
    }

    /// Every missed session that counts and of which something is owed, with the minutes owed; the
    /// newest first. Their sum is what the weeks owe.
    #[must_use]
    pub fn to_make_up(&self) -> Vec<(&Session, u32)> {
        let missed = self.sessions.iter().filter(|s| s.state == SessionState::Missed);
        let made_up = self.made_up();
        let mut owed: Vec<_> = missed
            .filter(|s| self.counts(s.episode, s.kind))
            .map(|s| (s, s.minutes.saturating_sub(made_up.get(&s.id).copied().unwrap_or(0))))
            .filter(|(_, owed)| *owed > 0)
            .collect();
        owed.sort_by_key(|(s, _)| std::cmp::Reverse((s.on, s.time)));
        owed
    }
}
