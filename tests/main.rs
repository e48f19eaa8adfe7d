//! Operations through the app, over a real encrypted database in a temporary
//! folder. Only the edges of the operating system are faked.

mod api;
mod check_in;
mod demo;
mod exchange;
mod groups;
mod plan;
mod reminders;
mod treatment;
mod vault;
