//! Findings: for people on standard error, for tools on standard output.

use clap::ValueEnum;

use docwright::diagnostic::{Diagnostic, Severity, render, to_json};
use docwright::source::Docs;

/// Whom findings are for.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, ValueEnum)]
pub(super) enum MessageFormat {
    /// People: the text in question, underlined, with advice
    #[default]
    Human,
    /// Tools: a JSON object a line, on standard output
    Json,
}

impl MessageFormat {
    /// Prints the findings, and how many there were. With `quiet`, only errors.
    pub(super) fn print(self, docs: &Docs, report: &[Diagnostic], quiet: bool) {
        let shown = report.iter().filter(|diagnostic| !quiet || diagnostic.severity() == Severity::Error);
        if self == MessageFormat::Json {
            shown.for_each(|diagnostic| anstream::println!("{}", to_json(docs, diagnostic)));
            return;
        }
        let colour = anstream::AutoStream::choice(&std::io::stderr()) != anstream::ColorChoice::Never;
        shown.for_each(|diagnostic| anstream::eprintln!("{}\n", render(docs, diagnostic, colour)));
        let count = |severity| report.iter().filter(|diagnostic| diagnostic.severity() == severity).count();
        let (errors, warnings, notes) = (count(Severity::Error), count(Severity::Warning), count(Severity::Note));
        if errors > 0 || !quiet && warnings + notes > 0 {
            anstream::eprintln!("{errors} errors, {warnings} warnings, {notes} notes");
        }
    }
}
