//! Programs of checks: packages outside the workspace, since they depend on generated crates.

use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

use super::report::{Outcome, Row};

/// A program that was built.
#[derive(Debug)]
pub(super) struct Program(PathBuf);

impl Program {
    /// Builds the package in `folder` and its program.
    pub(super) fn build(root: &Path, folder: &Path, program: &str) -> Result<Self, String> {
        let target = super::target(root).join("target");
        let mut build = Command::new(env!("CARGO"));
        build.args(["build", "--quiet", "--target-dir"]).arg(&target).current_dir(folder);
        // Nobody debugs them, and they build in half the time.
        build.env("CARGO_PROFILE_DEV_DEBUG", "0");
        let status = build.status().map_err(|error| format!("cannot run cargo: {error}"))?;
        if status.success() {
            Ok(Self(target.join("debug").join(program)))
        } else {
            Err("its checks do not compile".to_owned())
        }
    }

    /// Runs the program and gives what it found, each row under the name of the `counterpart`.
    pub(super) fn run(&self, counterpart: &str, arguments: &[&str], variables: &[(String, String)]) -> Vec<Row> {
        let mut command = Command::new(&self.0);
        command.args(arguments).envs(variables.iter().cloned()).stdin(Stdio::null()).stderr(Stdio::inherit());
        let failed = |reason: String| Row::new(counterpart, "", Outcome::Failed(reason));
        match command.output() {
            Err(error) => vec![failed(format!("its checks cannot be run: {error}"))],
            Ok(output) => {
                let text = String::from_utf8_lossy(&output.stdout);
                let mut rows: Vec<Row> = text.lines().filter_map(|line| Row::parse(counterpart, line)).collect();
                if !output.status.success() {
                    rows.push(failed(format!("its checks ended early: {}", output.status)));
                } else if rows.is_empty() {
                    rows.push(failed("it was not checked at all".to_owned()));
                }
                rows
            }
        }
    }
}
