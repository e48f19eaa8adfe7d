//! File formats, in and out: bytes to domain values and back. No database.
//!
//! | module | format |
//! |---|---|
//! | [`record`] | the whole record as JSON, ours |

pub mod record;
