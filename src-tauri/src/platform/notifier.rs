//! Notices, as this system shows them: at once on a desktop, by the system's own schedule on a phone.

#[cfg(desktop)]
mod desktop;
#[cfg(mobile)]
mod phone;
#[cfg(any(mobile, test))]
mod phone_plan;
#[cfg(desktop)]
mod shown;

#[cfg(desktop)]
pub use desktop::SystemNotifier;
#[cfg(mobile)]
pub use phone::SystemNotifier;
