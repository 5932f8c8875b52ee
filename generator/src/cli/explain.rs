//! `docwright explain`.

use clap::Args;

use super::Failure;
use super::input::Input;
use docwright::api::ledger::{self, Entry};
use docwright::settings::did_you_mean;
use docwright::source::Docs;

/// The arguments of `docwright explain`.
#[derive(Debug, Args)]
pub(super) struct Explain {
    #[command(flatten)]
    input: Input,
    /// What to explain, as the docs spell it: an operation, a schema, a security scheme, or one of their parts, as in
    /// `add_pet.name`, `Pet.name`, `add_pet.body`, `add_pet.404`
    item: String,
}

impl Explain {
    pub(super) fn run(self) -> Result<(), Failure> {
        let docs = self.input.read()?;
        let api = self.input.understand(&docs)?;
        let entries = ledger::entries(&api);
        let wanted: Vec<&Entry> = entries.iter().filter(|entry| entry.item.is_within(&self.item)).collect();
        if wanted.is_empty() {
            let names: Vec<String> = entries.iter().map(|entry| entry.item.to_string()).collect();
            let advice = did_you_mean(&self.item, names.iter().map(String::as_str));
            let advice = advice.map(|word| format!("; did you mean `{word}`?")).unwrap_or_default();
            return Err(Failure::failed(format!("nothing is called `{}`{advice}", self.item)));
        }
        for entry in wanted {
            anstream::println!("{}", line(&docs, entry));
        }
        Ok(())
    }
}

/// `add_pet.name  wire name  name  implied (path template) docs/PetApi.md:7:57`
fn line(docs: &Docs, entry: &Entry) -> String {
    let place = entry.origin.span().map(|span| format!(" {}", docs.locate(span))).unwrap_or_default();
    format!(
        "{:<32} {:<10} {:<28} {}{place}",
        entry.item.to_string(),
        entry.aspect.to_string(),
        entry.value,
        entry.origin
    )
}
