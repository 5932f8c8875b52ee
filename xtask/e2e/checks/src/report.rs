//! The lines that `cargo xtask e2e` reads.

use std::env;
use std::io::{self, Write as _};
use std::pin::pin;
use std::process::ExitCode;
use std::time::Duration;

use docwright_runtime::BoxError;

use crate::Outcome;

/// The longest that a check may take.
const LIMIT: Duration = Duration::from_secs(60);

/// Says what passed and what failed, a line each.
#[derive(Debug)]
pub struct Report(());

/// Runs checks to their end.
pub fn run(checks: impl AsyncFnOnce(&Report) -> Outcome) -> ExitCode {
    let report = Report(());
    let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build();
    let outcome = runtime.map_err(Into::into).and_then(|runtime| runtime.block_on(checks(&report)));
    match outcome {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            report.failed("the checks themselves", &error.to_string());
            ExitCode::FAILURE
        }
    }
}

/// A variable of the environment that the counterpart has set.
///
/// # Errors
///
/// If it has not; the error names it.
pub fn variable(name: &str) -> Result<String, BoxError> {
    env::var(name).map_err(|_| format!("{name} is not set").into())
}

impl Report {
    /// Makes a check; `what` says in words what must hold.
    pub async fn check(&self, what: &str, check: impl Future<Output = Outcome>) {
        match tokio::time::timeout(LIMIT, pin!(check)).await {
            Ok(Ok(())) => self.passed(what),
            Ok(Err(error)) => self.failed(what, &error.to_string()),
            Err(_) => self.failed(what, "it did not end"),
        }
    }

    /// Says that a check passed.
    pub fn passed(&self, what: &str) {
        say(&format!("passed\t{what}"));
    }

    /// Says that a check failed, and why.
    pub fn failed(&self, what: &str, why: &str) {
        say(&format!("failed\t{what}\t{}", why.split_whitespace().collect::<Vec<_>>().join(" ")));
    }
}

fn say(line: &str) {
    // If nobody reads, there is nobody to tell.
    let _ = writeln!(io::stdout(), "{line}");
}
