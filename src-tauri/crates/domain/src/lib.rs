//! Values and rules of Handrail. Pure: every function that needs "now" or a
//! zone takes it as an argument; nothing here reads a clock, a file or a
//! database.
//!
//! | module | about |
//! |---|---|
//! | [`time`] | civil times, zones, weeks |
//! | [`id`] | the ids of everything that is kept |
//! | [`care`] | levels of care, episodes, phases, weekly patterns, sessions |
//! | [`coverage`] | who pays, and what is covered |
//! | [`account`] | charges, payments, fees, and what the rest will likely cost |
//! | [`template`] | the programs a client can start from |
//! | [`schedule`] | which sessions there are between two dates |
//! | [`edit`] | changing or cancelling one session, it and the following, or all |
//! | [`outcome`] | what the client says became of a session, and the minutes that follow |
//! | [`make_up`] | what may be made up, and what is left of it |
//! | [`ledger`] | what all weeks come to: per phase, per episode, in all |
//! | [`hours`] | hours per week against the level of care |
//! | [`drug_test`] | the line to call for random drug tests |
//! | [`group`] | support groups: fellowships, usual meetings, attendances |
//! | [`listing`] | meetings as published lists have them |
//! | [`find`] | looking through lists of meetings |
//! | [`requirement`] | what is asked per week or month, and how it stands |
//! | [`goal`] | so many meetings in so many days |
//! | [`signature`] | what someone drew to sign |
//! | [`step_work`] | sponsors, work on the steps, service |
//! | [`ride`] | hard moments that were ridden out |
//! | [`recovery`] | recovery dates, chips and anniversaries |
//! | [`path`] | where the client is on the path, what comes next, phases planned anew |
//! | [`milestone`] | how long ago treatment began |
//! | [`plan`] | the relapse prevention plan |
//! | [`mooring`] | mooring lines: what keeps the client steady, ticked weekly |
//! | [`aftercare`] | what is kept up after treatment |
//! | [`comparison`] | two versions of the plan side by side |
//! | [`check_in`] | the daily check-in |
//! | [`assessment`] | questionnaires and their published scores |
//! | [`trend`] | check-ins by week or month, beside treatment and meetings |
//! | [`slip`] | slips |
//! | [`reminder`] | what is reminded of, when, and around which quiet hours |
//! | [`crisis`] | crisis lines |
//! | [`copy`] | which copies of the record stay on the device |
//! | [`preference`] | what the client chose about the app itself |
//! | [`text`] | what a typed text may be |

pub mod account;
pub mod aftercare;
pub mod assessment;
pub mod care;
pub mod check_in;
pub mod comparison;
pub mod copy;
pub mod coverage;
pub mod crisis;
pub mod drug_test;
pub mod edit;
pub mod find;
pub mod goal;
pub mod group;
pub mod hours;
pub mod id;
pub mod ledger;
pub mod listing;
pub mod make_up;
pub mod milestone;
pub mod mooring;
pub mod outcome;
pub mod path;
pub mod plan;
pub mod preference;
pub mod recovery;
pub mod reminder;
pub mod requirement;
pub mod ride;
pub mod schedule;
pub mod signature;
pub mod slip;
pub mod step_work;
pub mod template;
pub mod text;
pub mod time;
pub mod trend;
