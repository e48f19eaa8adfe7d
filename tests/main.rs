//! Operations through the app, over a real encrypted database in a temporary
//! folder. Only the edges of the operating system are faked.

mod aftercare;
mod api;
mod assessments;
mod attendance_record;
mod backups;
mod calendar_file;
mod check_in;
mod coverage;
mod demo;
mod destroyed;
mod drug_tests;
mod exchange;
mod groups;
mod leaving;
mod local_copies;
mod lock_card;
mod meeting_lists;
mod mooring;
mod path;
mod pin;
mod plan;
mod plan_paper;
mod recovery;
mod reminders;
mod reminders_answered;

mod reminders_killed;
mod reminders_locked;
mod reminders_phone;
mod reminders_year;
mod requirements;
mod schedule;
mod sessions;
mod slips;
mod treatment;
mod troubles;
mod vault;
