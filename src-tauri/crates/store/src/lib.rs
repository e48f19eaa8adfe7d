//! The encrypted database: one SQLCipher file, one connection, two doors.
//!
//! [`Store::read`] and [`Store::write`] open a transaction and hand out a
//! [`Reader`] or a [`Writer`]; the functions of the modules below take one and
//! read or write domain values. There are no rules here: what is stored is what
//! was given. A [`Writer`] also reads.
//!
//! | module | about |
//! |---|---|
//! | [`care`] | episodes, phases, weekly patterns |
//! | [`session`] | sessions kept by themselves |
//! | [`drug_test`] | lines to call for random drug tests, and the log of calls |
//! | [`group`] | usual meetings, attendances, signatures |
//! | [`requirement`] | what is asked, pauses, goals |
//! | [`listing`] | lists of meetings from files |
//! | [`recovery`] | recovery dates, colours of chips |
//! | [`ride`] | hard moments that were ridden out |
//! | [`step_work`] | sponsors, work on the steps, service |
//! | [`plan`] | versions of the plan |
//! | [`mooring`] | mooring lines |
//! | [`aftercare`] | the aftercare plan |
//! | [`check_in`] | check-ins |
//! | [`assessment`] | questionnaires |
//! | [`slip`] | slips |
//! | [`coverage`] | payers, authorizations, fees, the account |
//! | [`preference`] | what the client chose about the app |
//! | [`draft`] | what was typed and not saved yet |
//! | [`reminder`] | how reminders come, the client's own ones, those that were shown |
//! | [`search`] | finding sessions by what was written into them |
//! | [`whole`] | everything at once, for the export |
//!
//! **Putting** a value writes it under its id, whether it is there already or
//! not. Putting a deleted value brings it back.
//!
//! **Deleting** leaves a tombstone, which nothing here reads any more.

pub mod aftercare;
pub mod assessment;
pub mod care;
pub mod check_in;
pub mod coverage;
pub mod draft;
pub mod drug_test;
pub mod group;
pub mod listing;
pub mod mooring;
pub mod plan;
pub mod preference;
pub mod recovery;
pub mod reminder;
pub mod requirement;
pub mod ride;
pub mod search;
pub mod session;
pub mod slip;
pub mod step_work;
pub mod whole;

mod access;
mod column;
mod content;
mod copy;
mod error;
mod image;
mod log;
mod map;
mod open;
mod rebuild;
mod salvage;
mod schema;
mod stand_in;
mod store;
mod undo;

#[cfg(test)]
mod tests;

pub use access::{Reader, Writer};
pub use content::Contents;
pub use error::StoreError;
pub use image::{LARGEST_IMAGE, inspect};
pub use open::Durability;
pub use salvage::{Salvaged, SalvagedPart};
pub use store::{Counts, Store};
