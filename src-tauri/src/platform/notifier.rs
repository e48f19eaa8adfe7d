//! Notices, as this system shows them: at once on a desktop, by the system's own schedule on a phone.

#[cfg(desktop)]
mod desktop;
#[cfg(desktop)]
mod shown;

use app::api::reminders::Snooze;
use app::port::Press;

#[cfg(desktop)]
pub use desktop::SystemNotifier;

/// All that can be pressed.
#[cfg(any(mobile, test))]
pub const PRESSES: [Press; 6] = [
    Press::Answer { there: true },
    Press::Answer { there: false },
    Press::Snooze(Snooze::TenMinutes),
    Press::Snooze(Snooze::Hour),
    Press::Snooze(Snooze::Evening),
    Press::Snooze(Snooze::Tomorrow),
];

/// How a press is called between us and the system.
pub const fn key(press: Press) -> &'static str {
    match press {
        Press::Answer { there: true } => "there",
        Press::Answer { there: false } => "not-there",
        Press::Snooze(Snooze::TenMinutes) => "snooze-ten-minutes",
        Press::Snooze(Snooze::Hour) => "snooze-hour",
        Press::Snooze(Snooze::Evening) => "snooze-evening",
        Press::Snooze(Snooze::Tomorrow) => "snooze-tomorrow",
    }
}
