//! stub
use crate::App;
use crate::api::attendance_record::{ExportRecord, PreviewRecord, RecordPreview};
use crate::api::record::Exported;
use crate::change::Done;
use crate::failure::Failure;
use crate::open::Open;
pub(crate) fn preview_attendance_record(_: &mut Open, _: PreviewRecord) -> Result<Done<RecordPreview>, Failure> {
    Err(Failure::NotFound)
}
pub(crate) fn export_attendance_record(_: &App, _: ExportRecord) -> Result<Done<Exported>, Failure> {
    Err(Failure::NotFound)
}
