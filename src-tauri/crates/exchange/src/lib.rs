//! File formats, in and out: bytes to domain values and back. No database.
//!
//! | module | format |
//! |---|---|
//! | [`calendar`] | calendar files, iCalendar |
//! | [`record`] | the whole record as JSON, ours |

pub mod calendar;
pub mod record;
