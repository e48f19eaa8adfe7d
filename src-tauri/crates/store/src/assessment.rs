//! Questionnaires that were filled in.

use chrono::NaiveDate;
use domain::assessment::{Assessment, Instrument};
use domain::id::AssessmentId;

use crate::access::now;
use crate::column::{Columns, values};
use crate::{Reader, StoreError, Writer};

macro_rules! assessment {
    () => {
        "SELECT id, instrument, on_date, answers FROM assessment WHERE deleted_at IS NULL"
    };
}

fn take_assessment(row: &mut Columns) -> Result<Assessment, StoreError> {
    Ok(Assessment {
        id: row.take()?,
        instrument: row.take()?,
        on: row.take()?,
        answers: {
            let digits: String = row.take()?;
            let answer = |digit: char| digit.to_digit(10).and_then(|answer| u8::try_from(answer).ok());
            digits.chars().map(answer).collect::<Option<_>>().ok_or(StoreError::Damaged)?
        },
    })
}

/// Those of an instrument from `from` to `to`, both included, the newest first, at most so many.
///
/// # Errors
/// [`StoreError`] of the database.
pub fn assessments_between(
    r: &Reader<'_>,
    instrument: Instrument,
    from: NaiveDate,
    to: NaiveDate,
    most: u32,
) -> Result<Vec<Assessment>, StoreError> {
    r.all(
        concat!(assessment!(), " AND instrument = ?1 AND on_date BETWEEN ?2 AND ?3 ORDER BY on_date DESC LIMIT ?4"),
        values![instrument, from, to, most],
        take_assessment,
    )
}

/// The one of that id.
///
/// # Errors
/// [`StoreError`] of the database.
pub fn assessment(r: &Reader<'_>, id: AssessmentId) -> Result<Option<Assessment>, StoreError> {
    r.first(concat!(assessment!(), " AND id = ?1"), values![id], take_assessment)
}

/// The one of that instrument and day.
///
/// # Errors
/// [`StoreError`] of the database.
pub fn assessment_on(r: &Reader<'_>, instrument: Instrument, on: NaiveDate) -> Result<Option<Assessment>, StoreError> {
    r.first(concat!(assessment!(), " AND instrument = ?1 AND on_date = ?2"), values![instrument, on], take_assessment)
}

/// Every one, for the export, by id.
pub(crate) fn all(r: &Reader<'_>) -> Result<Vec<Assessment>, StoreError> {
    r.every(concat!(assessment!(), " ORDER BY id"), take_assessment)
}

/// Keeps one. It takes the place of any other of its instrument and day.
///
/// # Errors
/// [`StoreError`] of the database.
pub fn put_assessment(w: &Writer<'_>, assessment: &Assessment) -> Result<(), StoreError> {
    w.run(
        concat!(
            "UPDATE assessment SET deleted_at = ",
            now!(),
            " WHERE instrument = ?1 AND on_date = ?2 AND deleted_at IS NULL AND id <> ?3"
        ),
        values![assessment.instrument, assessment.on, assessment.id],
    )?;
    let digit = |answer: &u8| char::from_digit(u32::from(*answer), 10).ok_or(StoreError::Damaged);
    let answers: String = assessment.answers.iter().map(digit).collect::<Result<_, _>>()?;
    w.run(
        "INSERT INTO assessment (id, instrument, on_date, answers) VALUES (?1, ?2, ?3, ?4)
        ON CONFLICT (id) DO UPDATE SET instrument = excluded.instrument, on_date = excluded.on_date,
            answers = excluded.answers,
            deleted_at = NULL",
        values![assessment.id, assessment.instrument, assessment.on, answers],
    )?;
    Ok(())
}

/// Deletes one.
///
/// # Errors
/// [`StoreError::NotFound`], or another of the database.
pub fn delete_assessment(w: &Writer<'_>, id: AssessmentId) -> Result<(), StoreError> {
    w.change(
        concat!("UPDATE assessment SET deleted_at = ", now!(), " WHERE id = ?1 AND deleted_at IS NULL"),
        values![id],
    )
}
