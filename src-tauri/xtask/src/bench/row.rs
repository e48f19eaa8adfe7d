//! One measured figure.

use serde_json::{Value, json};

use crate::trouble::{Outcome, Trouble};

/// A figure and the most it may be.
#[derive(Debug, Clone, PartialEq)]
pub struct Row {
    pub name: String,
    pub value: f64,
    pub unit: String,
    /// `None`: shown for itself.
    pub aim: Option<f64>,
}

impl Row {
    pub fn new(name: &str, value: f64, unit: &str, aim: Option<f64>) -> Self {
        Self { name: name.to_owned(), value, unit: unit.to_owned(), aim }
    }

    fn verdict(&self) -> &'static str {
        match self.aim {
            None => "",
            Some(aim) if self.value <= aim => "ok",
            Some(_) => "OVER",
        }
    }
}

/// `{"rows":[…]}`, in one line.
pub fn line(rows: &[Row]) -> String {
    let rows: Vec<Value> = rows
        .iter()
        .map(|row| json!({"name": row.name, "value": rounded(row.value), "unit": row.unit, "aim": row.aim}))
        .collect();
    json!({ "rows": rows }).to_string()
}

/// The rows of such a line.
pub fn read(line: &str) -> Outcome<Vec<Row>> {
    let unclear = || Trouble::new("The benchmark did not end with its figures.");
    let value: Value = serde_json::from_str(line).map_err(|_| unclear())?;
    let rows = value.get("rows").and_then(Value::as_array).ok_or_else(unclear)?;
    rows.iter().map(|row| one(row).ok_or_else(unclear)).collect()
}

fn one(row: &Value) -> Option<Row> {
    Some(Row {
        name: row.get("name")?.as_str()?.to_owned(),
        value: row.get("value")?.as_f64()?,
        unit: row.get("unit")?.as_str()?.to_owned(),
        aim: row.get("aim").and_then(Value::as_f64),
    })
}

/// The rows under each other.
pub fn table(rows: &[Row]) -> String {
    let widest = rows.iter().map(|row| row.name.chars().count()).max().unwrap_or(0).max(4);
    let mut table = format!("{:<widest$}  {:>10}  {:<6}{:>8}\n", "name", "value", "unit", "aim");
    for row in rows {
        let aim = row.aim.map_or_else(String::new, |aim| aim.to_string());
        let shown = format!(
            "{:<widest$}  {:>10}  {:<6}{aim:>8}  {}",
            row.name,
            rounded(row.value).to_string(),
            row.unit,
            row.verdict()
        );
        table.push_str(shown.trim_end());
        table.push('\n');
    }
    table
}

/// To three places after the point: more is noise.
fn rounded(value: f64) -> f64 {
    (value * 1000.0).round() / 1000.0
}

/// The middle one, or the mean of the two in the middle; 0 of none.
pub fn median(values: &mut [f64]) -> f64 {
    values.sort_by(f64::total_cmp);
    let half = values.len() / 2;
    let upper = values.get(half).copied().unwrap_or_default();
    if values.len() % 2 == 1 {
        return upper;
    }
    let lower = half.checked_sub(1).and_then(|index| values.get(index)).copied().unwrap_or_default();
    (lower + upper) / 2.0
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn rows_come_back_from_their_line() {
        let rows = [Row::new("today", 1.25, "ms", Some(2.0)), Row::new("binary", 9.0, "MB", None)];
        assert_eq!(read(&line(&rows)).unwrap(), rows);
        assert!(read("finished").is_err());
    }

    #[test]
    fn a_figure_over_its_aim_is_marked() {
        let table = table(&[Row::new("today", 2.5, "ms", Some(2.0)), Row::new("plan", 2.0, "ms", Some(2.0))]);
        let ends: Vec<&str> = table.lines().filter_map(|line| line.split_whitespace().last()).collect();
        assert_eq!(ends, ["aim", "OVER", "ok"]);
    }

    #[test]
    fn the_median_is_the_middle() {
        assert_eq!(median(&mut [3.0, 1.0, 2.0]), 2.0);
        assert_eq!(median(&mut [4.0, 1.0, 2.0, 3.0]), 2.5);
        assert_eq!(median(&mut []), 0.0);
    }
}
