//! `docwright check`.

use clap::Args;

use super::Failure;
use super::input::Input;
use super::report::MessageFormat;
use docwright::rust::Runtime;

/// The arguments of `docwright check`.
#[derive(Debug, Args)]
pub(super) struct Check {
    #[command(flatten)]
    input: Input,
}

impl Check {
    pub(super) fn run(self) -> Result<(), Failure> {
        let docs = self.input.read()?;
        // Some findings come up only when it is decided how everything looks in Rust, so a crate is made and forgotten.
        let runtime = Runtime::Version(env!("CARGO_PKG_VERSION").to_owned());
        let generated = docwright::generate_strictly(&docs, self.input.strictness(), None, "client", runtime);
        let format = self.input.message_format;
        match generated {
            Ok(generated) => {
                format.print(&docs, &generated.report, false);
                if format == MessageFormat::Human {
                    anstream::println!("{} operations, {} models", generated.operations, generated.models);
                }
                Ok(())
            }
            Err(found) => {
                format.print(&docs, &found, false);
                Err(Failure::failed(""))
            }
        }
    }
}
