//! What was found, as a table.

/// The outcome of one check.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Row {
    /// Whom it was made against.
    pub(super) counterpart: String,
    /// What was checked; empty if nothing could be.
    pub(super) check: String,
    pub(super) outcome: Outcome,
}

/// How a check went.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Outcome {
    Passed,
    Failed(String),
    Skipped(String),
}

impl Row {
    pub(super) fn new(counterpart: &str, check: &str, outcome: Outcome) -> Self {
        Self { counterpart: counterpart.to_owned(), check: check.to_owned(), outcome }
    }

    /// Reads a line of a program of checks: `passed` or `failed`, the check and perhaps a reason, with tabs between.
    pub(super) fn parse(counterpart: &str, line: &str) -> Option<Self> {
        let mut parts = line.splitn(3, '\t');
        let outcome = parts.next()?;
        let check = parts.next()?;
        let outcome = match (outcome, parts.next()) {
            ("passed", None) => Outcome::Passed,
            ("failed", reason) => Outcome::Failed(reason.unwrap_or("it does not say why").to_owned()),
            _ => return None,
        };
        Some(Row::new(counterpart, check, outcome))
    }

    /// The same, where it may not be skipped.
    pub(super) fn unskipped(self) -> Self {
        match self.outcome {
            Outcome::Skipped(reason) => Self { outcome: Outcome::Failed(format!("skipped: {reason}")), ..self },
            _ => self,
        }
    }
}

/// The rows, and how many of each kind there are.
pub(super) fn table(rows: &[Row]) -> String {
    let width = |cell: fn(&Row) -> &str| rows.iter().map(|row| cell(row).chars().count()).max().unwrap_or(0);
    let (first, second) = (width(|row| &row.counterpart), width(|row| &row.check));
    let count = |kind: fn(&Outcome) -> bool| rows.iter().filter(|row| kind(&row.outcome)).count();
    let mut text = String::new();
    for row in rows {
        let outcome = match &row.outcome {
            Outcome::Passed => "ok".to_owned(),
            Outcome::Failed(reason) => format!("FAILED {reason}"),
            Outcome::Skipped(reason) => format!("skipped: {reason}"),
        };
        text.push_str(&format!("{:first$}  {:second$}  {outcome}\n", row.counterpart, row.check));
    }
    let passed = count(|outcome| *outcome == Outcome::Passed);
    let failed = count(|outcome| matches!(outcome, Outcome::Failed(_)));
    let skipped = count(|outcome| matches!(outcome, Outcome::Skipped(_)));
    text + &format!("\n{passed} passed, {failed} failed, {skipped} skipped")
}

#[cfg(test)]
mod tests {
    use super::*;

    fn row(check: &str, outcome: Outcome) -> Row {
        Row::new("httpbin", check, outcome)
    }

    #[test]
    fn a_program_says_what_passed_and_what_failed() {
        assert_eq!(Row::parse("httpbin", "passed\tbasic"), Some(row("basic", Outcome::Passed)));
        let failed = Outcome::Failed("401\tno".to_owned());
        assert_eq!(Row::parse("httpbin", "failed\tbasic\t401\tno"), Some(row("basic", failed)));
    }

    #[test]
    fn other_output_is_no_row() {
        for line in ["", "passed", "passed\tbasic\twhy", "warning\tbasic", "thread main panicked"] {
            assert_eq!(Row::parse("httpbin", line), None, "{line}");
        }
    }

    #[test]
    fn the_table_is_aligned_and_counted() {
        let rows = [
            row("basic", Outcome::Passed),
            row("a bearer token", Outcome::Failed("401".to_owned())),
            Row::new("prism", "", Outcome::Skipped("no documents".to_owned())),
        ];
        let expected = "httpbin  basic           ok\n\
                        httpbin  a bearer token  FAILED 401\n\
                        prism                    skipped: no documents\n\
                        \n\
                        1 passed, 1 failed, 1 skipped";
        assert_eq!(table(&rows), expected);
    }

    #[test]
    fn what_is_required_may_not_be_skipped() {
        let skipped = row("", Outcome::Skipped("nginx is missing".to_owned()));
        assert_eq!(skipped.unskipped(), row("", Outcome::Failed("skipped: nginx is missing".to_owned())));
        assert_eq!(row("", Outcome::Passed).unskipped(), row("", Outcome::Passed));
    }
}
