//! The docs that a command reads.

use std::path::PathBuf;

use clap::Args;

use super::Failure;
use super::report::MessageFormat;
use docwright::api::Api;
use docwright::diagnostic::any_error;
use docwright::source::{self, Docs};

/// The arguments that name the docs, and how findings about them are printed.
#[derive(Debug, Args)]
pub(super) struct Input {
    /// The folder that holds README.md and docs/, or the pages themselves
    #[arg(long, value_name = "DIR")]
    pub(super) docs: PathBuf,
    /// Settings for the API; without it, spec.toml in the docs folder is used if there is one
    #[arg(long, value_name = "FILE")]
    spec: Option<PathBuf>,
    /// How findings are printed
    #[arg(long, value_name = "FORMAT", value_enum, default_value_t)]
    pub(super) message_format: MessageFormat,
}

impl Input {
    /// Reads the pages.
    pub(super) fn read(&self) -> Result<Docs, Failure> {
        source::read(&self.docs, self.spec.as_deref()).map_err(Failure::failed)
    }

    /// Makes sense of the pages. Findings are printed if one of them is an error.
    pub(super) fn understand(&self, docs: &Docs) -> Result<Api, Failure> {
        let outcome = docwright::understand(docs).and_then(|(api, _, found)| if any_error(&found) { Err(found) } else { Ok(api) });
        outcome.map_err(|found| {
            self.message_format.print(docs, &found, false);
            Failure::failed("")
        })
    }
}
