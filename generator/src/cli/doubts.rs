//! `docwright doubts`.

use clap::Args;

use super::Failure;
use super::input::Input;
use docwright::api::ledger;
use docwright::settings;

/// The arguments of `docwright doubts`.
#[derive(Debug, Args)]
pub(super) struct Doubts {
    #[command(flatten)]
    input: Input,
    /// Print them as a spec.toml that is ready to be edited
    #[arg(long)]
    toml: bool,
}

impl Doubts {
    pub(super) fn run(self) -> Result<(), Failure> {
        let docs = self.input.read()?;
        let api = self.input.understand(&docs)?;
        let doubts = ledger::doubts(&api);
        if self.toml {
            anstream::print!("{}", settings::assumptions(&doubts));
            return Ok(());
        }
        for doubt in &doubts {
            let place = docs.locate(doubt.span);
            anstream::println!(
                "{:<10} {:<40} {:<28} {place}",
                doubt.aspect.to_string(),
                doubt.item.to_string(),
                doubt.value
            );
        }
        anstream::println!("{} facts rest on convention", doubts.len());
        Ok(())
    }
}
