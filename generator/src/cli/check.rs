//! `docwright check`.

use clap::Args;

use super::Failure;
use super::input::Input;
use docwright::diagnostic::any_error;

/// The arguments of `docwright check`.
#[derive(Debug, Args)]
pub(super) struct Check {
    #[command(flatten)]
    input: Input,
}

impl Check {
    pub(super) fn run(self) -> Result<(), Failure> {
        let docs = self.input.read()?;
        let (found, summary) = match docwright::understand(&docs) {
            Ok((api, _, found)) => {
                let summary = format!("{} operations, {} schemas", api.operations.len(), api.schemas.len());
                (found, summary)
            }
            Err(found) => (found, String::new()),
        };
        let format = self.input.message_format;
        format.print(&docs, &found, false);
        if any_error(&found) {
            return Err(Failure::failed(""));
        }
        if format == super::report::MessageFormat::Human {
            anstream::println!("{summary}");
        }
        Ok(())
    }
}
