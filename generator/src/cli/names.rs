//! `docwright names`.

use std::path::PathBuf;

use clap::Args;

use super::Failure;
use docwright::dialect::sdk;
use docwright::source;

/// The arguments of `docwright names`.
#[derive(Debug, Args)]
pub(super) struct Names {
    /// The folder that holds the SDK's Python package
    #[arg(long, value_name = "DIR")]
    sdk: PathBuf,
    /// The file to write; without it, the names go to standard output
    #[arg(long, value_name = "FILE")]
    output: Option<PathBuf>,
}

impl Names {
    pub(super) fn run(self) -> Result<(), Failure> {
        let sources = source::read_sources(&self.sdk).map_err(Failure::failed)?;
        let sdk = sdk::read(&sources);
        let folder = self.sdk.display();
        if sdk.names.is_empty() && !sdk.pages_suffice {
            return Err(Failure::failed(format!(
                "{folder} holds no SDK of a known generator, or one without parameters and models"
            )));
        }
        if sdk.names.is_empty() && sdk.pages_suffice {
            anstream::eprintln!(
                "{folder}: the pages of this SDK's generator state every name themselves; they are enough"
            );
        }
        let text = sdk.names.to_toml();
        match self.output {
            Some(file) => std::fs::write(&file, text)
                .map_err(|error| Failure::failed(format!("cannot write {}: {error}", file.display()))),
            None => {
                anstream::print!("{text}");
                Ok(())
            }
        }
    }
}
