//! Counting tests, and naming those that failed, from what each runner says of itself.

use serde_json::Value;

use crate::check::graph::text;
use crate::markup::Element;

/// How many tests passed, failed and were left out.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Tally {
    pub passed: u64,
    pub failed: u64,
    pub skipped: u64,
    /// Those that failed, as far as their runner names them.
    pub named: Vec<String>,
    /// The suite came to no end of its own; it counts as one failed.
    broken: bool,
}

impl Tally {
    /// A suite that did not even begin.
    pub fn did_not_run() -> Self {
        Self { failed: 1, broken: true, ..Self::default() }
    }

    /// What the runner's own exit adds: one that failed without a failed test, or ran none at all, is broken.
    pub fn ended(self, good: bool) -> Self {
        let ran_none = self.passed + self.failed + self.skipped == 0;
        if (good || self.failed > 0) && !ran_none {
            return self;
        }
        Self { failed: self.failed + 1, broken: true, ..self }
    }

    /// Both together.
    pub fn and(self, other: &Self) -> Self {
        Self {
            passed: self.passed + other.passed,
            failed: self.failed + other.failed,
            skipped: self.skipped + other.skipped,
            named: [self.named, other.named.clone()].concat(),
            broken: self.broken || other.broken,
        }
    }

    /// What stands behind a suite's numbers.
    pub fn remark(&self) -> &'static str {
        if self.broken { "  (did not run to its end)" } else { "" }
    }

    /// `12 passed, 0 failed`, and the skipped ones where there are any.
    pub fn line(&self) -> String {
        let skipped = if self.skipped > 0 { format!(", {} skipped", self.skipped) } else { String::new() };
        format!("{} passed, {} failed{skipped}", self.passed, self.failed)
    }
}

/// `test result: ok. 3 passed; 0 failed; 1 ignored; …`, once per test program, after `test a::b ... FAILED`.
pub fn of_cargo(lines: &[String]) -> Tally {
    let failed = |line: &String| Some(line.strip_prefix("test ")?.strip_suffix(" ... FAILED")?.to_owned());
    Tally { named: lines.iter().filter_map(failed).collect(), ..summed(lines, "test result:", "ignored") }
}

/// `torture result: 9 passed; 0 failed; 1 skipped`.
pub fn of_torture(lines: &[String]) -> Tally {
    summed(lines, "torture result:", "skipped")
}

fn summed(lines: &[String], begins: &str, left_out: &str) -> Tally {
    lines.iter().filter_map(|line| line.strip_prefix(begins)).fold(Tally::default(), |sum, line| {
        let count = |word| before(line, word);
        sum.and(&Tally {
            passed: count("passed"),
            failed: count("failed"),
            skipped: count(left_out),
            ..Tally::default()
        })
    })
}

/// `ℹ pass 3`, `ℹ fail 0`, …: Node's own runner, at its end. It says `✖ a test` once where it failed, and once more there.
pub fn of_node(lines: &[String]) -> Tally {
    let tests = lines.iter().take_while(|line| !line.starts_with("ℹ "));
    let count = |word: &str| {
        let said = lines.iter().rev().find_map(|line| line.trim_start_matches(['ℹ', '#', ' ']).strip_prefix(word));
        said.and_then(|number| number.trim().parse().ok()).unwrap_or(0)
    };
    Tally {
        passed: count("pass "),
        failed: count("fail ") + count("cancelled "),
        skipped: count("skipped ") + count("todo "),
        named: tests.filter_map(|line| line.strip_prefix("✖ ")).map(str::to_owned).collect(),
        ..Tally::default()
    }
}

/// Vitest's JSON report.
pub fn of_vitest(report: &Value) -> Tally {
    let count = |name: &str| report.get(name).and_then(Value::as_u64).unwrap_or(0);
    Tally {
        passed: count("numPassedTests"),
        failed: count("numFailedTests"),
        skipped: count("numPendingTests") + count("numTodoTests"),
        named: of_each(report, "testResults")
            .flat_map(|file| of_each(file, "assertionResults"))
            .filter(|test| text(test, "status") == "failed")
            .map(|test| text(test, "fullName").to_owned())
            .collect(),
        ..Tally::default()
    }
}

/// Playwright's JSON report. A test that passed only when tried again has failed.
pub fn of_playwright(report: &Value) -> Tally {
    let count = |name: &str| report.pointer(&format!("/stats/{name}")).and_then(Value::as_u64).unwrap_or(0);
    Tally {
        passed: count("expected"),
        failed: count("unexpected") + count("flaky"),
        skipped: count("skipped"),
        named: of_each(report, "suites").flat_map(failed_specs).collect(),
        ..Tally::default()
    }
}

/// Where each failed spec of a suite, or of a suite in it, stands, at what size, and the first line of what went wrong.
fn failed_specs(suite: &Value) -> Vec<String> {
    let own = of_each(suite, "specs").flat_map(|spec| {
        of_each(spec, "tests").filter(|test| matches!(text(test, "status"), "unexpected" | "flaky")).map(|test| {
            let said = of_each(test, "results").find_map(|result| result.pointer("/error/message"));
            let first = said.and_then(Value::as_str).and_then(|said| said.lines().next()).unwrap_or_default();
            format!("{} ({}), {}: {first}", text(spec, "title"), text(test, "projectName"), text(spec, "file"))
        })
    });
    own.chain(of_each(suite, "suites").flat_map(failed_specs)).collect()
}

fn of_each<'a>(report: &'a Value, name: &str) -> impl Iterator<Item = &'a Value> + use<'a> {
    report.get(name).and_then(Value::as_array).into_iter().flatten()
}

/// One of the reports that Maven's Surefire writes, for one class of tests.
pub fn of_surefire(report: &Element) -> Tally {
    let count = |name: &str| report.attribute(name).parse::<u64>().unwrap_or(0);
    let failed = count("failures") + count("errors");
    let skipped = count("skipped");
    Tally { passed: count("tests").saturating_sub(failed + skipped), failed, skipped, ..Tally::default() }
}

/// The number right before a word.
fn before(line: &str, word: &str) -> u64 {
    let words: Vec<&str> = line.split([' ', ',', ';']).filter(|part| !part.is_empty()).collect();
    words
        .windows(2)
        .find_map(|pair| match pair {
            [number, name] if *name == word => number.parse().ok(),
            _ => None,
        })
        .unwrap_or(0)
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::json;

    fn tally(passed: u64, failed: u64, skipped: u64) -> Tally {
        Tally { passed, failed, skipped, ..Tally::default() }
    }

    #[test]
    fn cargo_is_summed_over_its_test_programs() {
        let lines = [
            "running 3 tests",
            "test result: ok. 3 passed; 0 failed; 1 ignored; 0 measured; 2 filtered out; finished in 0.01s",
            "test result: FAILED. 10 passed; 2 failed; 0 ignored; 0 measured; 0 filtered out; finished in 0.01s",
        ]
        .map(String::from);
        assert_eq!(of_cargo(&lines), tally(13, 2, 1));
    }

    #[test]
    fn torture_says_its_rows_in_its_last_line() {
        let lines = ["kill ok: 40 kills", "torture result: 9 passed; 1 failed; 2 skipped"].map(String::from);
        assert_eq!(of_torture(&lines), tally(9, 1, 2));
    }

    #[test]
    fn node_says_its_totals_at_the_end() {
        let lines = ["✔ a pass 7", "ℹ tests 5", "ℹ pass 3", "ℹ fail 1", "ℹ cancelled 1", "ℹ skipped 2", "ℹ todo 0"];
        assert_eq!(of_node(&lines.map(String::from)), tally(3, 2, 2));
        assert_eq!(of_node(&[]), tally(0, 0, 0));
    }

    #[test]
    fn reports_in_json_are_read() {
        let vitest = json!({"numPassedTests": 5, "numFailedTests": 1, "numPendingTests": 2, "numTodoTests": 1});
        assert_eq!(of_vitest(&vitest), tally(5, 1, 3));
        let playwright = json!({"stats": {"expected": 7, "unexpected": 1, "flaky": 1, "skipped": 2}});
        assert_eq!(of_playwright(&playwright), tally(7, 2, 2));
    }

    #[test]
    fn each_runner_names_the_tests_that_failed() {
        let cargo =
            ["test a::good ... ok", "test a::bad ... FAILED", "test result: FAILED. 1 passed; 1 failed; 0 ignored"];
        assert_eq!(of_cargo(&cargo.map(String::from)).named, ["a::bad"]);
        let node = ["✔ good (1ms)", "✖ bad (2ms)", "ℹ tests 2", "ℹ fail 1", "✖ failing tests:", "✖ bad (2ms)"];
        assert_eq!(of_node(&node.map(String::from)).named, ["bad (2ms)"]);
        let vitest = json!({"testResults": [{"assertionResults": [
            {"status": "passed", "fullName": "good"}, {"status": "failed", "fullName": "bad"}]}]});
        assert_eq!(of_vitest(&vitest).named, ["bad"]);
        let bad = json!({"title": "bad", "file": "a.spec.mjs", "tests": [
            {"projectName": "phone", "status": "expected", "results": [{}]},
            {"projectName": "desktop", "status": "unexpected", "results": [{"error": {"message": "it broke\nhere"}}]}]});
        let playwright = json!({"suites": [{"specs": [], "suites": [{"specs": [bad]}]}]});
        assert_eq!(of_playwright(&playwright).named, ["bad (desktop), a.spec.mjs: it broke"]);
    }

    #[test]
    fn surefire_counts_all_tests_and_those_that_failed_among_them() {
        let report = "<testsuite name=\"a\" tests=\"9\" errors=\"1\" skipped=\"2\" failures=\"1\">\
                      <testcase name=\"b\"><system-out><![CDATA[ok]]></system-out></testcase></testsuite>";
        assert_eq!(of_surefire(&crate::markup::parse(report).unwrap()), tally(5, 2, 2));
    }

    #[test]
    fn a_runner_that_breaks_or_runs_nothing_counts_as_failed() {
        assert_eq!(tally(3, 0, 0).ended(true), tally(3, 0, 0));
        assert_eq!(tally(3, 1, 0).ended(false), tally(3, 1, 0));
        assert_eq!(tally(3, 0, 0).ended(false).failed, 1);
        assert_eq!(tally(0, 0, 0).ended(true).failed, 1);
    }

    #[test]
    fn the_totals_read_the_same_every_time() {
        assert_eq!(tally(12, 0, 0).line(), "12 passed, 0 failed");
        assert_eq!(tally(12, 3, 1).line(), "12 passed, 3 failed, 1 skipped");
    }
}
