//! `docwright check`.

use std::path::PathBuf;

use clap::Args;

use super::{Failure, report};
use docwright::diagnostic::any_error;
use docwright::source;

/// The arguments of `docwright check`.
#[derive(Debug, Args)]
pub(super) struct Check {
    /// The folder that holds README.md and docs/, or the pages themselves
    #[arg(long, value_name = "DIR")]
    docs: PathBuf,
    /// Settings for the API; without it, spec.toml in the docs folder is used if there is one
    #[arg(long, value_name = "FILE")]
    spec: Option<PathBuf>,
}

impl Check {
    pub(super) fn run(self) -> Result<(), Failure> {
        let docs = source::read(&self.docs, self.spec.as_deref()).map_err(Failure::failed)?;
        let (found, summary) = match docwright::understand(&docs) {
            Ok((api, _, found)) => {
                let summary = format!("{} operations, {} schemas", api.operations.len(), api.schemas.len());
                (found, Some(summary))
            }
            Err(found) => (found, None),
        };
        report::print(&docs, &found, false);
        if any_error(&found) {
            return Err(Failure::failed(""));
        }
        if let Some(summary) = summary {
            anstream::println!("{summary}");
        }
        Ok(())
    }
}
