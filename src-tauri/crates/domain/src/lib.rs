//! Values and rules of Handrail. Pure: every function that needs "now" or a
//! zone takes it as an argument; nothing here reads a clock, a file or a
//! database.
//!
//! | module | about |
//! |---|---|
//! | [`time`] | civil times, zones, weeks |
//! | [`id`] | the ids of everything that is kept |
//! | [`care`] | levels of care, episodes, phases, weekly patterns, sessions |
//! | [`template`] | the programs a client can start from |
//! | [`schedule`] | which sessions there are between two dates |
//! | [`hours`] | hours per week against the level of care |
//! | [`group`] | support groups, attendances, what is asked per week |
//! | [`plan`] | the relapse prevention plan |
//! | [`check_in`] | the daily check-in |
//! | [`reminder`] | which reminders are due when |
//! | [`crisis`] | crisis lines |
//! | [`preference`] | what the client chose about the app itself |
//! | [`text`] | what a typed text may be |

pub mod care;
pub mod check_in;
pub mod crisis;
pub mod group;
pub mod hours;
pub mod id;
pub mod plan;
pub mod preference;
pub mod reminder;
pub mod schedule;
pub mod template;
pub mod text;
pub mod time;
