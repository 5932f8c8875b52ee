//! The docs that a command reads.

use std::path::PathBuf;

use clap::{Args, ValueEnum};

use super::Failure;
use super::report::MessageFormat;
use docwright::api::Api;
use docwright::diagnostic::any_error;
use docwright::settings::{Denied, Strictness};
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
    /// Leave out operations that the README does not list
    #[arg(long)]
    listed_only: bool,
    /// Facts of this origin are errors
    #[arg(long, value_name = "ORIGIN", value_enum)]
    deny: Option<Origin>,
    /// How findings are printed
    #[arg(long, value_name = "FORMAT", value_enum, default_value_t)]
    pub(super) message_format: MessageFormat,
}

/// The origins that can be denied.
#[derive(Clone, Copy, Debug, ValueEnum)]
enum Origin {
    /// Nothing but custom speaks for the fact
    Convention,
}

impl Input {
    /// What is not accepted of the docs.
    pub(super) fn strictness(&self) -> Strictness {
        let deny = self.deny.map(|Origin::Convention| Denied::Convention);
        Strictness { deny, listed_only: self.listed_only }
    }

    /// Reads the pages.
    pub(super) fn read(&self) -> Result<Docs, Failure> {
        source::read(&self.docs, self.spec.as_deref()).map_err(Failure::failed)
    }

    /// Makes sense of the pages. Findings are printed if one of them is an error.
    pub(super) fn understand(&self, docs: &Docs) -> Result<Api, Failure> {
        let outcome = docwright::understand_strictly(docs, self.strictness())
            .and_then(|(api, _, found)| if any_error(&found) { Err(found) } else { Ok(api) });
        outcome.map_err(|found| {
            self.message_format.print(docs, &found, false);
            Failure::failed("")
        })
    }
}
