//! Tables as CSV (RFC 4180): UTF-8, a comma between cells, CRLF after every line, cells in double
//! quotes where they need it.
//!
//! A text that a spreadsheet would take for a formula (one that begins with `=`, `+`, `-`, `@`, a tab
//! or a line break) has an apostrophe before it, which spreadsheets do not show.

use chrono::NaiveDate;
use domain::account::{Cents, Currency};

/// The first line of the account.
pub const ACCOUNT: [&str; 7] = ["date", "kind", "amount", "currency", "payer", "session", "note"];

/// One line of the account.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct AccountLine<'a> {
    /// The day, written `YYYY-MM-DD`.
    pub on: NaiveDate,
    /// `charge`, `copay`, `payment` or `credit`.
    pub kind: &'a str,
    /// How much, written with a decimal point and the currency's digits, never below zero.
    pub cents: Cents,
    /// In which currency.
    pub currency: Currency,
    /// Who pays. May be empty.
    pub payer: &'a str,
    /// The session that it is for. May be empty.
    pub session: &'a str,
    /// The note. May be empty.
    pub note: &'a str,
}

/// The account as a table.
///
/// # Errors
/// None: it is written to memory; the library wants the case.
pub fn account<'a>(lines: impl IntoIterator<Item = AccountLine<'a>>) -> Result<Vec<u8>, ::csv::Error> {
    let rows = lines.into_iter().map(|line| {
        [
            line.on.to_string(),
            line.kind.to_owned(),
            line.currency.decimal(line.cents),
            line.currency.to_string(),
            harmless(line.payer),
            harmless(line.session),
            harmless(line.note),
        ]
    });
    written(&ACCOUNT, rows)
}

/// A table of texts with a first line.
///
/// # Errors
/// None: it is written to memory; the library wants the case.
pub fn table(head: &[String], rows: &[Vec<String>]) -> Result<Vec<u8>, ::csv::Error> {
    let head: Vec<&str> = head.iter().map(String::as_str).collect();
    written(&head, rows.iter().map(|row| row.iter().map(|cell| harmless(cell)).collect::<Vec<_>>()))
}

fn written<Row: IntoIterator<Item = String>>(
    head: &[&str],
    rows: impl IntoIterator<Item = Row>,
) -> Result<Vec<u8>, ::csv::Error> {
    let mut table = ::csv::WriterBuilder::new().terminator(::csv::Terminator::CRLF).from_writer(Vec::new());
    table.write_record(head)?;
    for row in rows {
        table.write_record(row)?;
    }
    table.into_inner().map_err(|error| ::csv::Error::from(error.into_error()))
}

/// A text that no spreadsheet reckons with.
fn harmless(text: &str) -> String {
    let formula = text.starts_with(['=', '+', '-', '@', '\t', '\r', '\n', '＝', '＋', '－', '＠']);
    if formula { format!("'{text}") } else { text.to_owned() }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn line(note: &str) -> AccountLine<'_> {
        AccountLine {
            on: NaiveDate::from_ymd_opt(2026, 1, 5).unwrap(),
            kind: "charge",
            cents: 123_456,
            currency: Currency::USD,
            payer: "Acme, Inc.",
            session: "",
            note,
        }
    }

    fn text(lines: &[AccountLine<'_>]) -> String {
        String::from_utf8(account(lines.iter().cloned()).unwrap()).unwrap()
    }

    #[test]
    fn the_account_is_a_table_with_a_first_line_and_exact_amounts() {
        assert_eq!(
            text(&[line("6 \"weeks\"\nof it")]),
            "date,kind,amount,currency,payer,session,note\r\n\
            2026-01-05,charge,1234.56,USD,\"Acme, Inc.\",,\"6 \"\"weeks\"\"\nof it\"\r\n"
        );
        assert_eq!(text(&[]), "date,kind,amount,currency,payer,session,note\r\n");
    }

    #[test]
    fn a_text_that_looks_like_a_formula_is_made_harmless() {
        for formula in ["=1+1", "+1", "-1", "@SUM(A1)", "\t=1", "\r=1", "=HYPERLINK(\"x\")"] {
            let table = text(&[line(formula)]);
            let mut read = ::csv::Reader::from_reader(table.as_bytes());
            let note = read.records().next().unwrap().unwrap()[6].to_owned();
            assert_eq!(note, format!("'{formula}"));
        }
        assert!(text(&[line("paid - by card")]).ends_with(",paid - by card\r\n"));
    }

    proptest! {
        #[test]
        fn any_text_is_read_back_as_it_was_written(note in "\\PC{0,40}|[\"',\r\n=+@\\-]{0,12}") {
            let table = text(&[line(&note), line("end")]);
            let mut read = ::csv::Reader::from_reader(table.as_bytes());
            let notes: Vec<_> = read.records().map(|row| row.unwrap()[6].to_owned()).collect();
            prop_assert_eq!(notes, [harmless(&note), "end".to_owned()]);
        }
    }
}
