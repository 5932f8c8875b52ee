//! `docwright openapi`.

use std::path::PathBuf;

use clap::Args;

use super::Failure;
use super::input::Input;
use docwright::openapi;

/// The arguments of `docwright openapi`.
#[derive(Debug, Args)]
pub(super) struct Openapi {
    #[command(flatten)]
    input: Input,
    /// The file to write; without it, the document goes to standard output
    #[arg(long, value_name = "FILE")]
    output: Option<PathBuf>,
}

impl Openapi {
    pub(super) fn run(self) -> Result<(), Failure> {
        let docs = self.input.read()?;
        let api = self.input.understand(&docs)?;
        let title = self.input.docs.file_name().map_or("API".to_owned(), |name| name.to_string_lossy().into_owned());
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
