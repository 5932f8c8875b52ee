//! The docs that a command reads.

use std::path::PathBuf;

use clap::Args;

use super::{Failure, report};
use docwright::api::Api;
use docwright::diagnostic::{Diagnostic, any_error};
use docwright::source::{self, Docs};

/// The arguments that name the docs.
#[derive(Debug, Args)]
pub(super) struct Input {
    /// The folder that holds README.md and docs/, or the pages themselves
    #[arg(long, value_name = "DIR")]
    pub(super) docs: PathBuf,
    /// Settings for the API; without it, spec.toml in the docs folder is used if there is one
    #[arg(long, value_name = "FILE")]
    spec: Option<PathBuf>,
}

impl Input {
    /// Reads the pages.
    pub(super) fn read(&self) -> Result<Docs, Failure> {
        source::read(&self.docs, self.spec.as_deref()).map_err(Failure::failed)
    }

    /// Makes sense of the pages; what is wrong with them is printed if it is an error.
    pub(super) fn understand(docs: &Docs) -> Result<(Api, Vec<Diagnostic>), Failure> {
        let (api, _, found) = docwright::understand(docs).map_err(|found| {
            report::print(docs, &found, true);
            Failure::failed("")
        })?;
        if any_error(&found) {
            report::print(docs, &found, true);
            return Err(Failure::failed(""));
        }
        Ok((api, found))
    }
}
