//! When a reminder is shown: all that is kept of it outside the encrypted record.

use chrono::{DateTime, NaiveDate, NaiveDateTime, TimeDelta, Utc};
use serde::{Deserialize, Serialize};

use super::quiet::Span;
use crate::time::Zone;

/// A moment: an instant, or a time on the device's clock wherever that is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum When {
    /// The same everywhere.
    Instant(DateTime<Utc>),
    /// On the device's clock.
    Local(NaiveDateTime),
}

impl When {
    /// That instant, on the device's clock. The second of a time that comes twice has no name there of its own: that
    /// one stays an instant.
    pub(super) fn on_clock(at: DateTime<Utc>, device: Zone) -> Self {
        let civil = device.civil(at);
        if device.instant(civil) == at { Self::Local(civil) } else { Self::Instant(at) }
    }

    /// The instant, where the device is in that zone.
    #[must_use]
    pub fn instant(self, zone: Zone) -> DateTime<Utc> {
        match self {
            Self::Instant(at) => at,
            Self::Local(at) => zone.instant(at),
        }
    }
}

/// What neutral words can say.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum About {
    /// Something begins (or closes) then.
    Begins(When),
    /// Something is due on that day.
    Day(NaiveDate),
    /// Whether the client was there: it was over then.
    Asks(When),
}

/// One reminder, without a word of what it reminds of.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Due {
    /// The same for the same reminder, however often it is planned.
    pub id: String,
    /// The same for every reminder of the same thing: a later one takes the place of an earlier one on the screen.
    pub thread: String,
    /// When it is to be shown, quiet hours left aside.
    pub when: When,
    /// From when on it is of no use.
    pub until: When,
    /// What its neutral words say.
    pub about: About,
    /// Whether with a sound.
    pub sound: bool,
}

/// How long a reminder that was put off is of use, at least: over a night of quiet hours.
const PUT_OFF_STANDS: TimeDelta = TimeDelta::hours(12);
/// What stands in an id between the reminder that was put off and until when.
const PUT_OFF: char = '~';

/// The id of a reminder that was put off until then.
#[must_use]
pub fn put_off_id(id: &str, until: DateTime<Utc>) -> String {
    format!("{}{PUT_OFF}{}", first_id(id), until.timestamp())
}

/// The id that a reminder had at first: one that was put off can be put off again.
#[must_use]
pub fn first_id(id: &str) -> &str {
    id.split(PUT_OFF).next().unwrap_or(id)
}

impl Due {
    /// Whether it asks if the client was there.
    #[must_use]
    pub const fn asks(&self) -> bool {
        matches!(self.about, About::Asks(_))
    }

    /// Whether it comes again because it was put off.
    #[must_use]
    pub fn is_put_off(&self) -> bool {
        self.id.contains(PUT_OFF)
    }

    /// The same again at that moment.
    #[must_use]
    pub fn put_off(&self, until: DateTime<Utc>, device: Zone) -> Self {
        let least = until + PUT_OFF_STANDS;
        // What is of use longer than that stays so on the device's clock.
        let of_use = if self.until.instant(device) < least { When::Instant(least) } else { self.until };
        Self { id: put_off_id(&self.id, until), when: When::Instant(until), until: of_use, ..self.clone() }
    }
}

/// When a reminder is shown, quiet hours kept.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Placement {
    /// Then; where that is past, now.
    At(DateTime<Utc>),
    /// Never: quiet hours leave it no time.
    KeptBack,
    /// Not any more: it is of no use now.
    Over,
}

/// When a reminder is shown on that device, with these quiet spans kept, in order as
/// [`QuietHours::spans`](super::QuietHours::spans) has them from now on. One that would fall into quiet time comes at
/// its end, or, where that is too late, a minute before it begins; but none asks before there is something to ask,
/// and none that was put off comes before it was to.
#[must_use]
pub fn place(due: &Due, quiet: &[Span], now: DateTime<Utc>, device: Zone) -> Placement {
    let until = due.until.instant(device);
    let wanted = due.when.instant(device).max(now);
    if until <= wanted {
        return Placement::Over;
    }
    let next = quiet.partition_point(|(_, ends)| *ends <= wanted);
    match quiet.get(next) {
        Some((begins, ends)) if *begins <= wanted => {
            if *ends < until {
                Placement::At(*ends)
            } else if *begins > now && !due.asks() && !due.is_put_off() {
                // Spans are whole minutes apart, so that this is in no other.
                Placement::At((*begins - TimeDelta::minutes(1)).max(now))
            } else {
                Placement::KeptBack
            }
        }
        _ => Placement::At(wanted),
    }
}

#[cfg(test)]
#[path = "due_test.rs"]
mod tests;
