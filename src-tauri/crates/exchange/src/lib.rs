//! File formats, in and out: bytes to domain values and back. No database.
//!
//! | module | format |
//! |---|---|
//! | [`calendar`] | calendar files, iCalendar |
//! | [`csv`] | tables, CSV |
//! | [`record`] | the whole record as JSON, ours |

pub mod calendar;
pub mod csv;
pub mod meeting_list;
pub mod paper;
pub mod record;
