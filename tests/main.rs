//! Operations through the app, over a real encrypted database in a temporary
//! folder. Only the edges of the operating system are faked.

mod api;
mod check_in;
mod coverage;
mod demo;
mod drug_tests;
mod exchange;
mod groups;
mod path;
mod plan;
mod reminders;
mod sessions;
mod schedule;
mod treatment;
mod vault;
