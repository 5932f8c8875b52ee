//! `docwright openapi`.

use std::path::PathBuf;

use clap::Args;

use super::{Failure, report};
use docwright::diagnostic::any_error;
use docwright::{openapi, source};

/// The arguments of `docwright openapi`.
#[derive(Debug, Args)]
pub(super) struct Openapi {
    /// The folder that holds README.md and docs/, or the pages themselves
    #[arg(long, value_name = "DIR")]
    docs: PathBuf,
    /// Settings for the API; without it, spec.toml in the docs folder is used if there is one
    #[arg(long, value_name = "FILE")]
    spec: Option<PathBuf>,
    /// The file to write; without it, the document goes to standard output
    #[arg(long, value_name = "FILE")]
    output: Option<PathBuf>,
}

impl Openapi {
    pub(super) fn run(self) -> Result<(), Failure> {
        let docs = source::read(&self.docs, self.spec.as_deref()).map_err(Failure::failed)?;
        let (api, _, found) = docwright::understand(&docs).map_err(|found| {
            report::print(&docs, &found, false);
            Failure::failed("")
        })?;
        report::print(&docs, &found, true);
        if any_error(&found) {
            return Err(Failure::failed(""));
        }
        let title = self.docs.file_name().map_or("API".to_owned(), |name| name.to_string_lossy().into_owned());
        let text = serde_json::to_string_pretty(&openapi::export(&api, &title)).map_err(Failure::failed)?;
        match self.output {
            Some(file) => std::fs::write(&file, text + "\n")
                .map_err(|error| Failure::failed(format!("cannot write {}: {error}", file.display()))),
            None => {
                anstream::println!("{text}");
                Ok(())
            }
        }
    }
}
